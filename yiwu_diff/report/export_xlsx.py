"""The standard as a workbook of one sheet: the table, frozen under its heads, ready to print."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from yiwu_diff.report.export_table import MERGED, table
from yiwu_diff.report.export_words import about
from yiwu_diff.report.office_properties import parts
from yiwu_diff.report.words import Say
from yiwu_diff.report.xlsx_sheets import (
    CENTRE,
    WRAP,
    cell_at,
    head,
    printing,
    set_widths,
    style,
)
from yiwu_diff.report.xlsx_text import FONT, TALLEST, height, put
from yiwu_diff.report.zip_bytes import repack

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from yiwu_diff.report.export_table import Table
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Standard

_WIDTHS = (6.0, 10.0, 14.0, 20.0, 28.0, 48.0, 36.0, 20.0, 16.0, 16.0)
_TEXTS = (4, 5, 6)
_WIDER = (1.0, 1.6, 2.4)
"""Wider columns make lower rows: a row can be only so tall."""


def render(standard: Standard, options: Options) -> bytes:
    """The workbook's bytes."""
    say = Say(options.lang)
    title = standard.title or standard.ref
    found = table(standard)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("标准")
    top = _heading(sheet, 1, title, len(found.headings), say, size=16)
    if note := about(standard, options.lang):
        top = _heading(sheet, top, note, len(found.headings), say, size=10)
    head(sheet, top, found.headings, say)
    _rows(sheet, top + 1, found, say)
    sheet.freeze_panes = f"E{top + 1}"
    printing(sheet, title)
    sheet.print_title_rows = f"{top}:{top}"
    buffer = BytesIO()
    book.save(buffer)
    return repack(buffer.getvalue(), parts(title, options.lang))


def _heading(sheet: Worksheet, row: int, text: str, columns: int, say: Say, *, size: int) -> int:
    """A text across the sheet; the number of the next row."""
    cell = cell_at(sheet, row, 1)
    put(cell, text, say)
    cell.font = Font(name=FONT, size=size, bold=size > 10)
    middle = "center" if size > 10 else "left"
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=middle)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    across = sum(_WIDTHS[:columns]) * 10 / size
    sheet.row_dimensions[row].height = min(height(text, across) * size / 10 + 4, TALLEST)
    return row + 1


def _rows(sheet: Worksheet, top: int, found: Table, say: Say) -> None:
    widths = _fitting(found)
    set_widths(sheet, widths)
    for number, row in enumerate(found.rows):
        tallest = 18.0
        for column, text in enumerate(row):
            cell = cell_at(sheet, top + number, column + 1)
            if column not in MERGED:
                tallest = max(tallest, height(text, widths[column]))
            if column not in MERGED or found.span(number, column):
                put(cell, text, say)
            if column == 0:
                cell.value = number + 1
            middle = column == 0 or column in MERGED
            style(cell, alignment=CENTRE if middle else WRAP)
        sheet.row_dimensions[top + number].height = min(tallest, TALLEST)
    # Last: merging takes the cells below away.
    for column in MERGED:
        letter = get_column_letter(column + 1)
        for number in range(len(found.rows)):
            if (span := found.span(number, column)) > 1:
                first = top + number
                sheet.merge_cells(f"{letter}{first}:{letter}{first + span - 1}")


def _fitting(found: Table) -> list[float]:
    """The column widths at which every text can be seen, or the widest there are."""
    widths = list(_WIDTHS[: len(found.headings)])
    for wider in _WIDER:
        for column in _TEXTS:
            widths[column] = _WIDTHS[column] * wider
        if all(
            height(row[column], widths[column]) <= TALLEST
            for row in found.rows
            for column in _TEXTS
        ):
            break
    return widths
