"""How sheets look and behave: heads, widths, filters, lists, print-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report.names import label_style
from yiwu_diff.report.xlsx_text import FONT, SIZE, put
from yiwu_diff.report.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from yiwu_diff.report.words import Say

_LINE = Side(style="thin", color="FF808080")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TEXT = Font(name=FONT, size=SIZE)
STRONG = Font(name=FONT, size=SIZE, bold=True)
HEAD_FILL = PatternFill("solid", fgColor="FFE4E4E4")
WRAP = Alignment(wrap_text=True, vertical="top")
CENTRE = Alignment(wrap_text=True, vertical="top", horizontal="center")
_FILLS = {"good": "FFE2F0D9", "warn": "FFFFF2CC", "bad": "FFF8D7DA"}


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell to write to."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def style(cell: Cell, *, font: Font = TEXT, alignment: Alignment = WRAP) -> None:
    """The looks of a cell in a table."""
    cell.font, cell.alignment, cell.border = font, alignment, BOX


def head(sheet: Worksheet, row: int, texts: Sequence[str], say: Say) -> None:
    """The head of a table."""
    for column, text in enumerate(texts, 1):
        cell = cell_at(sheet, row, column)
        put(cell, text, say)
        style(cell, font=STRONG, alignment=CENTRE)
        cell.fill = HEAD_FILL


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Column widths in characters."""
    for column, columns in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = columns


def printing(sheet: Worksheet, title: str = "") -> None:
    """A4 landscape, all columns on a page; with a title, that and the first row on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("— &P —"))
    if title:
        text = clean(title).replace("\n", " ")[:99].replace("&", "&&")
        sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text))
        sheet.print_title_rows = "1:1"


def label_list(sheet: Worksheet, cells: str, say: Say) -> None:
    """A reader may choose another label, but no other word; the colour follows."""
    names = [*map(say.label, LABELS), say("office.not_compared")]
    validation = DataValidation(
        type="list", formula1='"' + ",".join(names) + '"', allow_blank=False, sqref=cells
    )
    validation.showErrorMessage = True
    validation.errorTitle, validation.error = say("office.list.title"), say("office.list.error")
    sheet.add_data_validation(validation)
    for label in LABELS:
        if label == "unchanged":
            continue
        fill = PatternFill("solid", bgColor=_FILLS[label_style(label)])
        rule = Rule(
            type="cellIs",
            operator="equal",
            formula=[f'"{say.label(label)}"'],
            dxf=DifferentialStyle(fill=fill),
        )
        sheet.conditional_formatting.add(cells, rule)


def hint(sheet: Worksheet, cells: str, title: str, text: str) -> None:
    """A word of advice beside the cells that a reader fills in."""
    validation = DataValidation(
        allow_blank=True, showInputMessage=True, promptTitle=title, prompt=text, sqref=cells
    )
    sheet.add_data_validation(validation)
