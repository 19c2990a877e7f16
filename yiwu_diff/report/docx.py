"""The comparison as an official document for Word and WPS: the counts, then the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL
from yiwu_diff.report import decided
from yiwu_diff.report.docx_paper import AFTER, BEFORE, TYPE_AREA, Paper
from yiwu_diff.report.docx_table import Table
from yiwu_diff.report.docx_tracking import BOLD, FAINT
from yiwu_diff.report.docx_xml import cell, header, paragraph, row, run, table
from yiwu_diff.report.sentences import (
    bases,
    columns,
    filtered,
    holding,
    outcome,
    pairing,
    reservations,
    title,
    together,
)
from yiwu_diff.report.summary import summarise

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Say

_LABEL_WIDTHS = (1985, 1134, 9638)
_DECIDED_WIDTHS = (2268, 1134, 964, 3969, 2155, 2267)


def render(comparison: Comparison, options: Options) -> bytes:
    """The document's bytes."""
    return _Paper(comparison, options).data()


class _Paper(Paper):
    def __init__(self, comparison: Comparison, options: Options) -> None:
        super().__init__(options.lang)
        self.comparison = comparison
        self.options = options
        self.summary = summarise(comparison)
        self.columns = columns(comparison, self.say)

    def data(self) -> bytes:
        self.first_page()
        if not self.options.summary:
            self.comparison_table()
            self.rest()
            self.decisions()
        return self.packed(title(self.comparison, self.say))

    # -- the parts of the paper --------------------------------------------------------------

    def first_page(self) -> None:
        say, comparison, summary = self.say, self.comparison, self.summary
        self.add("Title", run(title(comparison, say)))
        self.heading(say("summary"))
        self.text(together(outcome(self.options, summary, say), say), space=AFTER)
        self.blocks.append(self.label_table())
        notes = [*reservations(summary, say), filtered(comparison, self.options, say)]
        self.text(together(notes, say), space=BEFORE)
        if summary.domains:
            self.heading(say("summary.domains"))
            self.blocks.append(self.domain_table())
        self.heading(say("office.notes"))
        self.note(holding(comparison.target, say), holding(comparison.base, say))
        base, target = self.columns
        if not self.options.summary and summary.items:
            key = "office.tracked" if self.options.track_changes else "office.coloured"
            self.note(say(key, base=base, target=target))
            if self.options.group_by == "label":
                self.note(say("office.twice"))
        if summary.unsure:
            self.note(say("office.unsure"))
        self.note(bases(say))

    def label_table(self) -> str:
        """The counts, which are the legend of the labels too."""
        say = self.say
        heads = (say("office.change"), say("office.count"), say("office.means"))
        rows = [header(_LABEL_WIDTHS, heads)]
        for name, n in self.summary.labels.items():
            alarming = BOLD if n and name in HARMFUL else ""
            texts = (say.label(name), str(n), say.means(name))
            rows.append(
                row(
                    *(
                        cell(width, paragraph(style, run(text, alarming)), middle=True)
                        for width, style, text in zip(
                            _LABEL_WIDTHS,
                            ("TableCentre", "TableCentre", "TableText"),
                            texts,
                            strict=True,
                        )
                    )
                )
            )
        return table(say("summary"), _LABEL_WIDTHS, *rows)

    def domain_table(self) -> str:
        say, domains = self.say, self.summary.domains
        labels = [name for name, n in self.summary.labels.items() if n and name != "unchanged"]
        each = min(1701, (TYPE_AREA - 2268) // (len(labels) + 1))
        widths = (2268, *[each] * (len(labels) + 1))
        heads = (say("field.domain"), *map(say.label, labels), say("office.total"))
        rows = [header(widths, heads)]
        for domain, counts in domains.items():
            figures = [counts.get(label, 0) for label in labels]
            texts = [domain or say("summary.no_domain"), *map(str, (*figures, sum(figures)))]
            rows.append(
                row(
                    *(
                        cell(
                            width,
                            paragraph("TableCentre", run(text, FAINT if text == "0" else "")),
                        )
                        for width, text in zip(widths, texts, strict=True)
                    )
                )
            )
        return table(say("summary.domains"), widths, *rows)

    def comparison_table(self) -> None:
        found = Table(self.comparison, self.options, self.say).xml()
        if found:
            self.heading(self.say("office.table"), new_page=True)
            self.blocks.append(found)

    def rest(self) -> None:
        """The items that the table leaves out, so that every item is accounted for."""
        say, items = self.say, self.comparison.items
        unchanged = [entry for entry in items if "unchanged" in entry.labels]
        groups = (
            ("body.equal", [entry for entry in unchanged if entry.equal]),
            ("body.harmless", [entry for entry in unchanged if not entry.equal]),
            ("body.not_compared", self.comparison.not_compared),
        )
        if not any(entries for _, entries in groups):
            return
        self.heading(say("office.rest"))
        for key, entries in groups:
            if not entries:
                continue
            self.add("Heading2", run(say("office.group", name=say(key), n=len(entries))))
            domains: dict[str, list[str]] = {}
            for entry in entries:
                domain = entry.item.domain or say("summary.no_domain")
                domains.setdefault(domain, []).append(_called(entry, say))
            for domain, names in domains.items():
                head = run(f"{domain}{say('list.colon')}", BOLD)
                self.add("BodyText", head, run(say.several(names) + say("office.end")))

    def decisions(self) -> None:
        """What people decided; what of it does not count is bold."""
        found = decided.told(self.comparison, self.say)
        if not found:
            return
        rows = [header(_DECIDED_WIDTHS, decided.heads(self.say))]
        for one in found:
            looks = ["", "", "", "", "", "" if one.counts else BOLD]
            rows.append(
                row(
                    *(
                        cell(width, paragraph("TableText", run(text, look)))
                        for width, text, look in zip(_DECIDED_WIDTHS, one.cells, looks, strict=True)
                    )
                )
            )
        self.heading(self.say("decided"))
        self.blocks.append(table(self.say("decided"), _DECIDED_WIDTHS, *rows))


def _called(entry: ItemComparison, say: Say) -> str:
    notes = pairing(entry, say)
    if not notes:
        return entry.name
    return entry.name + say("list.open") + say("list.comma").join(notes) + say("list.close")
