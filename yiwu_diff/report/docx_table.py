"""The comparison table: a row for each item under each of its labels, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.report import docx_styles
from yiwu_diff.report.docx_tracking import BOLD, FAINT, Tracking, plain_cell
from yiwu_diff.report.docx_xml import FILL, cell, header, paragraph, row, run, table
from yiwu_diff.report.field_lines import lines
from yiwu_diff.report.sentences import columns, pairing, reasons
from yiwu_diff.report.summary import basis_of_label, findings, summarise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.field_lines import Line
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Lang, Say

_WIDTHS: dict[Lang, tuple[int, ...]] = {
    "zh": (567, 624, 1247, 3742, 4138, 1588, 851),
    "en": (567, 850, 1418, 3061, 3629, 1815, 1417),
}
_LINE_OF_TARGET, _LINE_OF_CHANGE = 19, 7
"""Characters of the table's type in a line of these columns."""
_LINES_KEPT_TOGETHER = 24
"""A row that does not fit on a page with the head has to be broken."""


class Table:
    """Makes the table of one comparison."""

    def __init__(self, comparison: Comparison, options: Options, say: Say) -> None:
        self.comparison = comparison
        self.options = options
        self.say = say
        self.widths = _WIDTHS[options.lang]
        self.tracking = Tracking()

    def xml(self) -> str:
        """The table; empty where no item carries a label."""
        say = self.say
        groups = list(self.groups())
        if not groups:
            return ""
        heads = (
            say("office.number"),
            say("field.domain"),
            say("office.item"),
            *columns(self.comparison, say),
            say("office.change"),
            say("office.basis"),
        )
        rows = [header(self.widths, heads)]
        number = 0
        for name, note, members in groups:
            head = run(say("office.group", name=name, n=len(members)))
            if note:
                head += run(say("list.colon") + note, docx_styles.fonts(docx_styles.BODY_FONT))
            rows.append(
                row(cell(sum(self.widths), paragraph("TableGroup", head), span=7, fill=FILL))
            )
            for entry, labels in members:
                number += 1
                rows.append(self.entry_row(number, entry, labels))
        return table(say("office.table"), self.widths, *rows)

    def groups(
        self,
    ) -> Iterator[tuple[str, str, list[tuple[ItemComparison, tuple[LabelName, ...]]]]]:
        """Name, explanation and members of each group; a member with the labels it is there
        for."""
        say, labelled = self.say, self.comparison.labelled
        if self.options.group_by == "label":
            for label in LABELS:
                members: list[tuple[ItemComparison, tuple[LabelName, ...]]] = [
                    (entry, (label,)) for entry in labelled if label in entry.labels
                ]
                if members and label != "unchanged":
                    yield say.label(label), say.means(label), members
            return
        for domain in summarise(self.comparison).domains:
            found = [
                (entry, findings(entry))
                for entry in labelled
                if (entry.item.domain or "") == domain
            ]
            yield domain or say("summary.no_domain"), "", found

    def entry_row(self, number: int, entry: ItemComparison, labels: tuple[LabelName, ...]) -> str:
        say = self.say
        found = lines(entry, say)
        cells = (
            [paragraph("TableCentre", run(str(number)))],
            [paragraph("TableCentre", run(entry.item.domain or ""))],
            self.name_cell(entry),
            self.base_cell(entry, found),
            self.target_cell(entry, found),
            self.change_cell(entry, labels),
            self.basis_cell(entry, labels),
        )
        reading = [text for label in labels for text in ("", *reasons(entry, label, say))]
        length = max(_length(found), sum(1 + len(text) // _LINE_OF_CHANGE for text in reading))
        return row(
            *(cell(width, *content) for width, content in zip(self.widths, cells, strict=True)),
            whole=length <= _LINES_KEPT_TOGETHER,
        )

    def name_cell(self, entry: ItemComparison) -> list[str]:
        say = self.say
        names = entry.target or entry.base
        return [
            *(paragraph("TableText", run(item.name, BOLD)) for item in names),
            *(
                paragraph("TableText", run(say("list.open").strip() + note + say("list.close")))
                for note in pairing(entry, say)
            ),
        ]

    def base_cell(self, entry: ItemComparison, found: Sequence[Line]) -> list[str]:
        if not entry.base:
            return [paragraph("TableText", run(self.say("body.absent"), FAINT))]
        if not any(item.has_text for item in entry.base):
            return [paragraph("TableText", run(self.say("body.name_only"), FAINT))]
        coloured = not self.options.track_changes and bool(entry.target)
        return plain_cell(found, "base", self.say, coloured=coloured)

    def target_cell(self, entry: ItemComparison, found: Sequence[Line]) -> list[str]:
        if self.options.track_changes and found:
            return self.tracking.cell(found)
        if not entry.target:
            return [paragraph("TableText", run(self.say("body.absent"), FAINT))]
        if not any(item.has_text for item in entry.target):
            return [paragraph("TableText", run(self.say("body.name_only"), FAINT))]
        return plain_cell(found, "target", self.say, coloured=bool(entry.base))

    def change_cell(self, entry: ItemComparison, labels: tuple[LabelName, ...]) -> list[str]:
        say = self.say
        done = []
        for label in labels:
            done.append(paragraph("TableText", run(say.label(label), BOLD)))
            done += [paragraph("TableText", run(text)) for text in reasons(entry, label, say)]
        others = [say.label(name) for name in findings(entry) if name not in labels]
        if others:
            also = say("body.also", labels=say.several(others))
            done.append(paragraph("TableText", run(also, FAINT)))
        return done

    def basis_cell(self, entry: ItemComparison, labels: tuple[LabelName, ...]) -> list[str]:
        found = dict.fromkeys(
            basis for label in labels if (basis := basis_of_label(entry, label)) is not None
        )
        return [paragraph("TableText", run(self.say(f"basis.{basis}"))) for basis in found]


def _length(found: Sequence[Line]) -> int:
    """About how many lines the target's cell takes."""
    return sum(
        1
        + sum(len(edit.old) + (not edit.stays) * len(edit.new) for edit in line.edits)
        // _LINE_OF_TARGET
        for line in found
    )
