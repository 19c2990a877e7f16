"""No report counts, not even as nought, a label that a filter left aside."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from samples import sample

from yiwu_diff.report import html, markdown, xlsx
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.options import Options

FILTERS = Filters(label=("raised",))
COMPARISON = narrow(sample(), FILTERS)
OPTIONS = Options(filters=FILTERS, items_before=9, summary=True)


def test_markdown() -> None:
    text = markdown.render(COMPARISON, OPTIONS)
    assert "| 调高 | " in text
    assert "缺项" not in text
    assert "| 缺项 | " in markdown.render(sample(), Options())


def test_html() -> None:
    page = html.render(COMPARISON, OPTIONS)
    assert "缺项" not in page[page.index("<body") :]


def test_xlsx() -> None:
    book = load_workbook(BytesIO(xlsx.render(COMPARISON, OPTIONS)))
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert "调高" in cells
    assert "缺项" not in cells
