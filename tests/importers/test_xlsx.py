"""Excel: values as shown, hidden parts told, formulas never evaluated."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import pytest
from office import HEADINGS, ITEM, OFFICE, fields, packed, relations, taken
from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from yiwu_diff.importers import Taken

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(path: Path, change: Callable[[Any, Any], None]) -> Taken:
    """What is taken from a sheet of one item, after a change."""
    book = Workbook()
    sheet = book.active
    sheet.title = "标准"
    sheet.append(HEADINGS)
    sheet.append(ITEM)
    change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return taken(path / "a.xlsx", out.getvalue())


def put(value: Any, pattern: str = "General") -> Callable[[Any, Any], None]:
    def change(_: Any, sheet: Any) -> None:
        sheet["G2"] = value
        sheet["G2"].number_format = pattern

    return change


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (0.97, "0%", "97%"),
        (0.975, "0.0%", "97.5%"),
        (1200, "0.00", "1200.00"),
        (1200, "General", "1200"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (5, '0"次"', "5次"),
        (0.1 + 0.2, "General", "0.3"),
        (datetime.date(2021, 10, 28), 'yyyy"年"m"月"d"日"', "2021年10月28日"),
        (datetime.date(2021, 10, 28), "yyyy-mm-dd", "2021-10-28"),
        (True, "General", "TRUE"),
        ("007", "@", "007"),
    ],
)
def test_numbers_as_they_are_shown(tmp_path: Path, value: Any, pattern: str, shown: str) -> None:
    assert read(tmp_path, put(value, pattern)).rows[0].level == shown


def test_formula_without_a_stored_result_is_not_evaluated(tmp_path: Path) -> None:
    got = read(tmp_path, put("=1+1"))
    assert got.rows[0].level is None
    assert [(one.text, one.place) for one in got.unplaced] == [("=1+1", "工作表“标准”G2")]


def sheet(cells: str, *, cols: str = "", after: str = "", shared: str = "") -> bytes:
    """A workbook out of bare XML."""
    heads = "".join(
        f'<c r="{chr(65 + at)}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in enumerate(HEADINGS)
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": (
                f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                '<sheet name="标准" sheetId="1" r:id="r1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r2", "sharedStrings", "sharedStrings.xml"),
            ),
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{MAIN}">{cols}<sheetData><row r="1">{heads}</row>'
                f"{cells}</sheetData>{after}</worksheet>"
            ),
        }
    )


def text(ref: str, value: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is><t>{value}</t></is></c>'


def test_formula_with_a_stored_result_gives_that(tmp_path: Path) -> None:
    row = (
        f'<row r="2">{text("D2", "孕产妇健康服务")}<c r="G2" t="str"><f>A1</f><v>5次</v></c></row>'
    )
    got = taken(tmp_path / "a.xlsx", sheet(row))
    assert got.rows[0].level == "5次"
    assert any("G2" in one.zh and "公式" in one.zh for one in got.remarks)


def test_errors_are_told(tmp_path: Path) -> None:
    row = f'<row r="2">{text("D2", "孕产妇健康服务")}<c r="G2" t="e"><v>#REF!</v></c></row>'
    got = taken(tmp_path / "a.xlsx", sheet(row))
    assert got.rows[0].level is None and got.unplaced[0].text == "#REF!"


def test_how_to_pronounce_it_is_no_text(tmp_path: Path) -> None:
    shared = (
        "<si><r><t>孕产妇</t></r><r><rPr/><t>健康服务</t></r>"
        '<rPh sb="0" eb="1"><t>yun</t></rPh></si>'
        "<si><t>一_x000D_行</t></si>"
    )
    row = '<row r="2"><c r="D2" t="s"><v>0</v></c><c r="G2" t="s"><v>1</v></c></row>'
    got = taken(tmp_path / "a.xlsx", sheet(row, shared=shared))
    assert (got.rows[0].name, got.rows[0].level) == ("孕产妇健康服务", "一行")


def test_hidden_parts_are_told(tmp_path: Path) -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["G"].hidden = True
        other = book.create_sheet("旧")
        other.append(HEADINGS)
        other.append(("9", *ITEM[1:3], "不应读取", *ITEM[4:]))
        other.sheet_state = "hidden"

    got = read(tmp_path, change)
    assert [row.name for row in got.rows] == [ITEM[3]]
    assert got.rows[0].level == "5次"
    said = [one.place + one.zh for one in got.remarks]
    assert [any(word in one for one in said) for word in ("隐藏行", "隐藏列", "“旧”")] == [True] * 3


def test_several_sheets_one_after_the_other(tmp_path: Path) -> None:
    def change(book: Any, sheet: Any) -> None:
        sheet.title = "一、幼有所育"
        sheet.delete_cols(2)
        other = book.create_sheet("二、学有所教")
        other.append([one for one in HEADINGS if one != "领域"])
        other.append(["2", "助学服务", "资助", *ITEM[4:]])

    got = read(tmp_path, change)
    assert [(row.domain, row.name) for row in got.rows] == [
        ("幼有所育", "孕产妇健康服务"),
        ("学有所教", "资助"),
    ]
    assert got.rows[1].place == "工作表“二、学有所教”第2行"


def test_merged_over_rows_without_text_below(tmp_path: Path) -> None:
    def change(_: Any, sheet: Any) -> None:
        sheet.append(("2", None, None, "基本避孕服务", *ITEM[4:8], None))
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C3")
        sheet.merge_cells("I2:I3")

    second = read(tmp_path, change).rows[1]
    assert (second.domain, second.service, second.lead) == (*ITEM[1:3], ITEM[8])
    assert second.places == {"lead": "工作表“标准”第2行"}


def test_notes_far_out_are_told(tmp_path: Path) -> None:
    def change(_: Any, sheet: Any) -> None:
        sheet.cell(2, 400, "x")

    got = read(tmp_path, change)
    assert fields(got.rows[0]) == ITEM[4:]
    assert any("256" in one.zh for one in got.remarks)


def test_absurd_merges_and_numbers_do_no_harm(tmp_path: Path) -> None:
    row = f'<row r="2">{text("D2", "甲服务")}{text("E2", "乙")}<c r="G2"><v>1e999</v></c></row>'
    after = '<mergeCells><mergeCell ref="A2:XFD1048576"/><mergeCell ref="??"/></mergeCells>'
    got = taken(tmp_path / "a.xlsx", sheet(row, after=after.replace("A2:XFD", "H2:XFD")))
    assert got.rows[0].name == "甲服务"
