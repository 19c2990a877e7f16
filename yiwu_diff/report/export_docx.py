"""The standard as a Word document: one table over all pages, as standards are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from yiwu_diff.report.docx_paper import AFTER, TYPE_AREA, Paper
from yiwu_diff.report.docx_xml import cell, header, paragraph, row, run
from yiwu_diff.report.docx_xml import table as table_xml
from yiwu_diff.report.export_table import MERGED, table
from yiwu_diff.report.export_words import about

if TYPE_CHECKING:
    from yiwu_diff.report.export_table import Table
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Standard

_WIDTHS = (567, 624, 964, 1247, 1588, 2892, 2325, 1474, 1076)
_WITH_BASIS = (567, 624, 964, 1191, 1361, 2494, 2041, 1361, 1077, 1077)
assert sum(_WIDTHS) == sum(_WITH_BASIS) == TYPE_AREA
_POINTS_OF_A_CHARACTER = 210
"""Twentieths of a point, in the type of tables."""
_LINE, _AIR = 300, 80
"""Of the same type; and what a row needs besides."""
_LINES_KEPT_TOGETHER = 22
"""A row that is longer than a page has to be broken."""


def render(standard: Standard, options: Options) -> bytes:
    """The document's bytes."""
    paper = Paper(options.lang)
    title = standard.title or standard.ref
    paper.add("Title", run(title))
    if note := about(standard, options.lang):
        paper.add("Note", run(note), properties=AFTER)
    found = table(standard)
    widths = _WITH_BASIS if found.has_basis else _WIDTHS
    rows = [header(widths, found.headings)]
    rows += [_row(found, number, widths) for number in range(len(found.rows))]
    paper.blocks.append(table_xml(title, widths, *rows))
    return paper.packed(title)


def _row(found: Table, number: int, widths: tuple[int, ...]) -> str:
    cells = []
    longest = tallest = 1
    for column, (text, width) in enumerate(zip(found.rows[number], widths, strict=True)):
        merge: Literal["", "restart", "continue"] = ""
        if column in MERGED:
            span = found.span(number, column)
            merge = "continue" if span == 0 else "restart" if span > 1 else ""
        if merge == "continue":
            cells.append(cell(width, merge=merge))
            continue
        # Not in the middle: of a cell over several pages that is far from where it begins.
        style = "TableCentre" if column == 0 or column in MERGED else "TableText"
        lines = text.split("\n")
        room = max(1, (width - 114) // _POINTS_OF_A_CHARACTER)
        length = sum(1 + (len(line) - 1) // room for line in lines)
        longest = max(longest, length) if not merge else longest
        tallest = max(tallest, length) if merge else tallest
        paragraphs = [paragraph(style, run(line)) for line in lines]
        cells.append(cell(width, *paragraphs, merge=merge))
    # A name that reaches further down than its first row would be torn by the end of the page.
    least = tallest * _LINE + _AIR if tallest > longest else 0
    return row(*cells, whole=longest <= _LINES_KEPT_TOGETHER, least=least)
