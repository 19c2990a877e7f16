"""The looks of an exported standard: what is merged, repeated, frozen, and never run."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from docx_reading import W, paragraphs, part, tables
from page_reading import parse

from yiwu_diff.report import EXPORT_FORMATS
from yiwu_diff.report.export_table import table
from yiwu_diff.report.options import Options
from yiwu_diff.standard.columns import BASIS, HEADINGS, bases_of_cell, basis_cell
from yiwu_diff.standard.model import FIELDS, Item, Standard
from yiwu_diff.standard.reader import read_standard

ROOT = Path(__file__).parents[2]
OFFICIAL = {"name": "official", **dict.fromkeys(FIELDS, "official")}


def item(name: str, domain: str, service: str | None, **more: str) -> Item:
    texts = dict.fromkeys(FIELDS, "一。") | more
    return Item(id=name, name=name, domain=domain, service=service, basis=OFFICIAL, **texts)  # type: ignore[arg-type]


STANDARD = Standard(
    items=(
        item("甲", "幼有所育", "一类"),
        item("乙", "幼有所育", "一类", content="（一）上；\n（二）下。"),
        item("丙", "幼有所育", "二类", level="=1+1"),
        item("丁", "幼有所育", None),
        item("戊", "幼有所育", None),
        item("己", "学有所教", "二类", lead="@x"),
    ),
    title="某市基本公共服务标准",
    jurisdiction="x",
)


def binary(form: str, standard: Standard = STANDARD) -> bytes:
    data = EXPORT_FORMATS[form].render(standard, Options())
    assert isinstance(data, bytes)
    return data


def text(form: str, standard: Standard = STANDARD) -> str:
    data = EXPORT_FORMATS[form].render(standard, Options())
    assert isinstance(data, str)
    return data


def test_domains_and_services_span_their_rows() -> None:
    found = table(STANDARD)
    assert [found.span(n, 1) for n in range(6)] == [5, 0, 0, 0, 0, 1]
    # A service of the same name in the next domain is another one; none is never joined.
    assert [found.span(n, 2) for n in range(6)] == [2, 0, 1, 1, 1, 1]


def test_the_official_columns_and_one_more_where_not_all_is_official() -> None:
    assert table(STANDARD).headings == tuple(HEADINGS.values())
    mixed = replace(STANDARD.items[0], basis={**OFFICIAL, "level": "quoted"})
    found = table(replace(STANDARD, items=(mixed, *STANDARD.items[1:])))
    assert found.headings == (*HEADINGS.values(), BASIS)
    assert "服务标准：起草说明引述" in found.rows[0][-1]
    assert found.rows[1][-1] == "官方文本"


@pytest.mark.parametrize("place", ["yiwu", "jinhua"])
def test_the_cell_of_bases_is_read_back(place: str) -> None:
    for one in read_standard(ROOT / "data" / place / "2021").items:
        cell = basis_cell(one)
        assert bases_of_cell(cell, one) == {"name": one.basis_of("name"), **one.basis}
        assert bases_of_cell(cell.replace("：", ":").replace("；", ";\n"), one)
    assert bases_of_cell("不知道", STANDARD.items[0]) is None
    assert bases_of_cell("名称：官方文本", STANDARD.items[0]) is None


def test_word() -> None:
    data = binary("docx")
    (rows,) = tables(data)
    assert [paragraphs(cell, "marked") for cell in rows[0]] == [[one] for one in HEADINGS.values()]
    assert paragraphs(rows[2][5], "marked") == ["（一）上；", "（二）下。"]
    document = part(data, "word/document.xml")
    merges = [one.get(f"{W}val") for one in document.iter(f"{W}vMerge")]
    assert merges.count("restart") == 2
    assert merges.count("continue") == 5
    assert len(list(document.iter(f"{W}tblHeader"))) == 1
    (size,) = document.iter(f"{W}pgSz")
    assert (size.get(f"{W}orient"), int(size.get(f"{W}w") or 0)) == ("landscape", 16838)
    with ZipFile(BytesIO(data)) as archive:
        footers = [archive.read(n).decode() for n in archive.namelist() if "footer" in n]
    assert any(" PAGE " in one for one in footers)


def test_excel() -> None:
    sheet = openpyxl.load_workbook(BytesIO(binary("xlsx"))).worksheets[0]
    assert sheet["A1"].value == STANDARD.title
    assert [cell.value for cell in sheet[2]] == list(HEADINGS.values())
    assert sheet.freeze_panes == "E3"
    assert sheet.print_title_rows == "$2:$2"
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:I1", "B3:B7", "C3:C4"}
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["A3"].value == 1
    for place, value in (("G5", "=1+1"), ("I8", "@x")):
        cell = sheet[place]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (value, "s", True)
    texts = (cell for row in sheet.iter_rows(min_row=3, min_col=4) for cell in row)
    assert all(cell.alignment.wrap_text for cell in texts)


def test_csv() -> None:
    data = text("csv")
    assert data.startswith("\ufeff序号,领域")
    assert ",'=1+1," in data
    assert ",'@x\r\n" in data
    assert '"（一）上；\n（二）下。"' in data


def test_web_page() -> None:
    page = text("html")
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:)", page)
    assert not re.search(r"<[^>]+ style=", page)
    parse(page)
    assert page.count('rowspan="5"') == 1
    assert "（一）上；<br>（二）下。" in page


def test_a_table_that_is_not_all_official_says_so() -> None:
    shipped = read_standard(ROOT / "data" / "yiwu" / "2021")
    assert "不是正式发布的标准" in text("html", shipped)
    assert "不是正式发布的标准" not in text("html")
    english = EXPORT_FORMATS["html"].render(shipped, Options(lang="en"))
    assert "not the published standard" in str(english)


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_hostile_texts(form: str) -> None:
    bad = item(
        "<b>&\x00\u202e\ud800", "幼有所育", "]]>", content="\x1b[2J</td>\r\n'\"", level="_x0041_"
    )
    data = EXPORT_FORMATS[form].render(replace(STANDARD, items=(bad,), title="<&>"), Options())
    if isinstance(data, str):
        assert "\x00" not in data
        data.encode("utf-8")
