"""The comparison as a workbook: the counts, every item, and a sheet for each label."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report import decided
from yiwu_diff.report.field_lines import lines
from yiwu_diff.report.office_properties import parts
from yiwu_diff.report.sentences import (
    bases,
    columns,
    filtered,
    holding,
    outcome,
    pairing,
    reasons,
    reservations,
    title,
)
from yiwu_diff.report.summary import basis_of_label, findings, summarise
from yiwu_diff.report.words import Say
from yiwu_diff.report.xlsx_sheets import (
    CENTRE,
    STRONG,
    TEXT,
    WRAP,
    cell_at,
    head,
    hint,
    label_list,
    printing,
    set_widths,
    style,
)
from yiwu_diff.report.xlsx_text import FONT, TALLEST, height, put, side
from yiwu_diff.report.zip_bytes import repack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.decided import Told
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.xlsx_text import Run

_WIDTHS = (6.0, 10.0, 14.0, 20.0, 13.0, 40.0, 40.0, 26.0, 13.0, 14.0, 20.0)
_LABEL, _BASE, _TARGET, _REASON, _VERDICT = 5, 6, 7, 8, 11
"""Columns, counted from 1."""
_TEXT_WIDTHS = (40.0, 60.0, 85.0)
"""Wider texts make lower rows: a row can be only so tall."""
_SUMMARY_COLUMNS = 12
_DECIDED_WIDTHS = (24.0, 13.0, 10.0, 60.0, 20.0, 40.0)


def render(comparison: Comparison, options: Options) -> bytes:
    """The workbook's bytes."""
    say = Say(options.lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = _Sheets(comparison, options, say)
    rows = [] if options.summary else sheets.rows()
    sheets.summary(book.create_sheet(say("office.sheet.summary")), {row.label for row in rows})
    if not options.summary:
        sheets.table(book.create_sheet(say("office.sheet.all")), rows)
        for label in LABELS:
            found = [row for row in rows if row.label == label]
            if found and label != "unchanged":
                sheets.table(book.create_sheet(say.label(label)), found)
        if told := decided.told(comparison, say):
            sheets.decisions(book.create_sheet(say("decided")), told)
    buffer = BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue(), parts(title(comparison, say), options.lang))


@dataclass(frozen=True, slots=True)
class _Row:
    """An item under one of its labels; ``None`` where it was not compared."""

    entry: ItemComparison
    label: LabelName | None
    base: Sequence[Run]
    target: Sequence[Run]


class _Sheets:
    def __init__(self, comparison: Comparison, options: Options, say: Say) -> None:
        self.comparison = comparison
        self.options = options
        self.say = say
        self.title = title(comparison, say)

    # -- every item --------------------------------------------------------------------------

    def rows(self) -> list[_Row]:
        found: list[_Row] = []
        for entry in self.comparison.items:
            base, target = self.texts(entry)
            labels: Sequence[LabelName | None] = findings(entry) or entry.ordered_labels or (None,)
            found += [_Row(entry, label, base, target) for label in labels]
        return found

    def texts(self, entry: ItemComparison) -> tuple[list[Run], list[Run]]:
        say, found = self.say, lines(entry, self.say)
        sides: list[list[Run]] = []
        for which, items in (("base", entry.base), ("target", entry.target)):
            if not items:
                sides.append([(say("body.absent"), "faint")])
            elif not any(item.has_text for item in items):
                sides.append([(say("body.name_only"), "faint")])
            else:
                runs = side(found, "base" if which == "base" else "target", say)
                if not entry.base or not entry.target:
                    # The whole is new or gone: no words stand out from it.
                    runs = [(text, "bold" if kind == "bold" else "") for text, kind in runs]
                sides.append(runs)
        return sides[0], sides[1]

    def table(self, sheet: Worksheet, rows: Sequence[_Row]) -> None:
        say = self.say
        base, target = columns(self.comparison, say)
        heads = (
            say("office.number"),
            say("field.domain"),
            say("field.service"),
            say("office.item"),
            say("office.change"),
            base,
            target,
            say("office.reason"),
            say("office.basis"),
            say("field.lead"),
            say("office.verdict"),
        )
        head(sheet, 1, heads, say)
        contents = [self.contents(number, row) for number, row in enumerate(rows, 1)]
        widths = _fitting(contents)
        set_widths(sheet, widths)
        for number, row in enumerate(contents, 2):
            tallest = max(map(height, map(_plain, row), widths))
            for column, content in enumerate(row, 1):
                if column == _REASON and tallest > TALLEST:
                    content = f"{say('office.tall')}\n{_plain(content)}"
                cell = cell_at(sheet, number, column)
                put(cell, content, say)
                style(
                    cell,
                    font=STRONG if column == _LABEL else TEXT,
                    alignment=CENTRE if column in (1, 2, _LABEL) else WRAP,
                )
                if column == 1:
                    cell.value = number - 1
            sheet.row_dimensions[number].height = min(tallest, TALLEST)
        last = len(contents) + 1
        sheet.freeze_panes = f"{get_column_letter(_LABEL)}2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{last}"
        if contents:
            label, verdict = get_column_letter(_LABEL), get_column_letter(_VERDICT)
            label_list(sheet, f"{label}2:{label}{last}", say)
            hint(
                sheet,
                f"{verdict}2:{verdict}{last}",
                say("office.verdict"),
                say("office.verdict.hint"),
            )
        printing(sheet, self.title)

    def contents(self, number: int, row: _Row) -> tuple[str | Sequence[Run], ...]:
        say, entry = self.say, row.entry
        names = entry.target or entry.base
        basis = entry.basis if row.label is None else basis_of_label(entry, row.label)
        return (
            str(number),
            entry.item.domain or "",
            entry.item.service or "",
            say("list.semi").join(item.name for item in names),
            say.label(row.label) if row.label else say("office.not_compared"),
            row.base,
            row.target,
            "\n".join([*self.why(row), *pairing(entry, say)]),
            say(f"basis.{basis}") if basis else "",
            entry.item.lead or "",
            "",
        )

    def why(self, row: _Row) -> list[str]:
        say, entry = self.say, row.entry
        if row.label is None:
            return [say("body.not_compared")]
        if row.label == "unchanged":
            return [say("body.equal" if entry.equal else "body.harmless")]
        others = [say.label(name) for name in findings(entry) if name != row.label]
        also = [say("body.also", labels=say.several(others))] if others else []
        return [*reasons(entry, row.label, say), *also]

    # -- what people decided -----------------------------------------------------------------

    def decisions(self, sheet: Worksheet, found: Sequence[Told]) -> None:
        """A row for each decision; what does not count is bold."""
        say, heads = self.say, decided.heads(self.say)
        head(sheet, 1, heads, say)
        set_widths(sheet, _DECIDED_WIDTHS)
        for number, one in enumerate(found, 2):
            for column, text in enumerate(one.cells, 1):
                cell = cell_at(sheet, number, column)
                put(cell, text, say)
                style(cell, font=TEXT if one.counts or column < len(heads) else STRONG)
            tallest = max(map(height, one.cells, _DECIDED_WIDTHS))
            sheet.row_dimensions[number].height = min(tallest, TALLEST)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(found) + 1}"
        printing(sheet, self.title)

    # -- the counts --------------------------------------------------------------------------

    def summary(self, sheet: Worksheet, linked: set[LabelName | None]) -> None:
        say, comparison = self.say, self.comparison
        figures = summarise(comparison)
        set_widths(sheet, (18.0, *[12.0] * (_SUMMARY_COLUMNS - 1)))
        top = self.sentence(sheet, 1, self.title, size=16)
        for text in outcome(self.options, figures, say):
            top = self.sentence(sheet, top, text, bold=True)
        notes = [*reservations(figures, say), filtered(comparison, self.options, say)]
        for text in notes:
            top = self.sentence(sheet, top, text) if text else top
        top += 1
        head(sheet, top, (say("office.change"), say("office.count"), say("office.means")), say)
        sheet.merge_cells(start_row=top, end_row=top, start_column=3, end_column=_SUMMARY_COLUMNS)
        chosen = self.options.filters.label
        for name, n in figures.labels.items():
            if chosen and name not in chosen:
                # A nought would say that there is none of what was not looked for.
                continue
            top += 1
            label, count, means = (cell_at(sheet, top, column) for column in (1, 2, 3))
            put(label, say.label(name), say)
            style(label, font=STRONG, alignment=CENTRE)
            count.value = n
            style(count, alignment=CENTRE)
            put(means, say.means(name), say)
            style(means)
            sheet.merge_cells(
                start_row=top, end_row=top, start_column=3, end_column=_SUMMARY_COLUMNS
            )
            if name in linked and name != "unchanged":
                link = f"'{say.label(name)}'!A1"
                label.hyperlink = Hyperlink(ref=label.coordinate, location=link)
                label.font = Font(
                    name=FONT, size=10, bold=True, underline="single", color="FF0B4A8F"
                )
        top += 2
        if figures.domains:
            names = [name for name, n in figures.labels.items() if n and name != "unchanged"]
            heads = (say("field.domain"), *map(say.label, names), say("office.total"))
            head(sheet, top, heads, say)
            for domain, counts in figures.domains.items():
                top += 1
                first = cell_at(sheet, top, 1)
                put(first, domain or say("summary.no_domain"), say)
                style(first, alignment=CENTRE)
                row = [counts.get(name, 0) for name in names]
                for column, n in enumerate((*row, sum(row)), 2):
                    cell = cell_at(sheet, top, column)
                    cell.value = n
                    style(cell, alignment=CENTRE)
            top += 2
        base, target = columns(comparison, say)
        closing = [holding(comparison.target, say), holding(comparison.base, say)]
        if linked:
            closing.append(say("office.coloured", base=base, target=target))
            closing.append(say("office.twice"))
        if figures.unsure:
            closing.append(say("office.unsure"))
        for text in (*closing, bases(say)):
            top = self.sentence(sheet, top, text)
        printing(sheet)

    def sentence(
        self, sheet: Worksheet, row: int, text: str, *, size: int = 10, bold: bool = False
    ) -> int:
        """A text across the sheet; the number of the next row."""
        cell = cell_at(sheet, row, 1)
        put(cell, text, self.say)
        cell.font = Font(name=FONT, size=size, bold=bold or size > 10)
        middle = "center" if size > 10 else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=middle)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_SUMMARY_COLUMNS)
        across = (18.0 + 12.0 * (_SUMMARY_COLUMNS - 1)) * 10 / size
        points = height(text, across) * size / 10
        sheet.row_dimensions[row].height = min(points + 2, TALLEST)
        return row + 1


def _plain(content: str | Sequence[Run]) -> str:
    return content if isinstance(content, str) else "".join(text for text, _ in content)


def _fitting(contents: Sequence[Sequence[str | Sequence[Run]]]) -> list[float]:
    """The column widths at which every text can be seen, or the widest there are."""
    widths = list(_WIDTHS)
    texts = [_plain(row[column - 1]) for row in contents for column in (_BASE, _TARGET)]
    for columns_wide in _TEXT_WIDTHS:
        widths[_BASE - 1] = widths[_TARGET - 1] = columns_wide
        if all(height(text, columns_wide) <= TALLEST for text in texts):
            break
    return widths
