from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from yiwu_diff.compare.model import Change, Comparison, ItemComparison
from yiwu_diff.report.options import Options
from yiwu_diff.report.words import Say
from yiwu_diff.report.xlsx import render
from yiwu_diff.report.xlsx_text import LIMIT, cut, units
from yiwu_diff.standard.model import Item, Standard

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data), rich_text=True)


def marked(value: object) -> str:
    """A cell's text with {+ +} and {- -} around what is coloured."""
    if not isinstance(value, CellRichText):
        return "" if value is None else str(value)
    text = ""
    for part in value:
        if isinstance(part, TextBlock) and part.font.u == "single":
            text += f"{{+{part.text}+}}"
        elif isinstance(part, TextBlock) and part.font.strike:
            text += f"{{-{part.text}-}}"
        else:
            text += str(part)
    return text


def rows(sheet: Worksheet) -> list[list[str]]:
    return [[marked(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]


def dump(data: bytes) -> str:
    lines = []
    for sheet in opened(data):
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows():
            cells = [marked(cell.value).replace("\n", "⏎") for cell in row]
            lines.append(" | ".join(cells).rstrip(" |"))
    return "\n".join(lines) + "\n"


def one(item: Item, base: Item | None = None) -> Comparison:
    change = Change(
        kind="x", rule="=x", label="refined", field="content", base=None, target=None, detail="@x"
    )
    entry = ItemComparison(base=(base or item,), target=(item,), how="id", changes=(change,))
    standards = [Standard(items=(i,), title="=甲", name="=甲市") for i in (base or item, item)]
    return Comparison(base=standards[0], target=standards[1], items=(entry,))


def test_sheets(comparison: Comparison) -> None:
    book = opened(render(comparison, Options()))
    assert book.sheetnames == [
        "概要",
        "对照",
        "新增",
        "补充完善",
        "调高",
        "细化",
        "缺项",
        "调低",
        "缩减",
    ]
    assert [row[3] for row in rows(book["细化"])] == ["免费孕前优生健康检查", "慢性病患者健康管理"]


def test_the_summary_alone(comparison: Comparison) -> None:
    assert opened(render(comparison, Options(summary=True))).sheetnames == ["概要"]


def test_every_item_is_there_and_none_is_called_unchanged_unread(comparison: Comparison) -> None:
    found = rows(opened(render(comparison, Options()))["对照"])
    assert {row[3] for row in found} == {entry.name for entry in comparison.items}
    assert [row[0] for row in found] == [str(n) for n in range(1, len(found) + 1)]
    labels = {row[3]: row[4] for row in found}
    assert labels["生育保险"] == "未比对"
    assert labels["预防接种"] == "一致"


def test_differences_are_coloured_in_the_texts(comparison: Comparison) -> None:
    (row,) = rows(opened(render(comparison, Options()))["调高"])
    assert row[5] == "服务标准：空气质量优良天数比率达到{-92%-}。"
    assert row[6] == "服务标准：空气质量优良天数比率达到{+97%以上+}。"
    assert row[7] == "服务标准：数量调高（92% → ≥97%）"


def test_it_works_as_a_table(comparison: Comparison) -> None:
    book = opened(render(comparison, Options()))
    for sheet in book.worksheets[1:]:
        last = sheet.max_row
        assert sheet.freeze_panes == "E2"
        assert sheet.auto_filter.ref == f"A1:K{last}"
        assert sheet["K1"].value == "处理意见"
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
        listed = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
        assert [str(v.sqref) for v in listed] == ["E2" if last == 2 else f"E2:E{last}"]
        allowed = listed[0].formula1.strip('"').split(",")
        assert {row[4] for row in rows(sheet)} <= set(allowed)
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"


def test_labels_lead_to_their_sheets(comparison: Comparison) -> None:
    book = opened(render(comparison, Options()))
    links = {
        cell.value: cell.hyperlink.location
        for row in book["概要"].iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links["细化"] == "'细化'!A1"
    assert set(links) == set(book.sheetnames[2:])


HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "#REF!",
    "_x0041_",
    "<script>",
    "甲\x00\x1b\ud800乙",
    "😀",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts_also_when_saved_again(text: str) -> None:
    item = Item(name=text, domain=text, service=text, lead=text, content=text)
    first = render(one(item), Options())
    again = BytesIO()
    opened(first).save(again)
    for data in (first, again.getvalue()):
        for sheet in load_workbook(BytesIO(data)):
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type in ("s", "n"), cell.coordinate
                    assert isinstance(cell.value, str | int | None)
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                content = archive.read(name)
                assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
                if "worksheets" in name:
                    assert b"<f>" not in content


def test_formula_like_texts_are_quoted() -> None:
    book = opened(render(one(Item(name="=1+1", content="甲")), Options()))
    assert book["对照"]["D2"].quotePrefix
    assert not book["对照"]["E2"].quotePrefix


def test_an_escape_sequence_is_shown_as_it_stands() -> None:
    data = render(one(Item(name="甲_x0041_乙", content="甲")), Options())
    with ZipFile(BytesIO(data)) as archive:
        assert "_x005F_x0041_" in archive.read("xl/worksheets/sheet2.xml").decode()


def test_a_text_too_long_for_a_cell_is_cut_visibly() -> None:
    long = "服务😀。" * 10_000
    data = render(one(Item(name="甲", content=long)), Options())
    text = marked(opened(data)["对照"]["G2"].value)
    assert units(text) <= LIMIT
    found = re.match(r"【文字超过一格的上限，末尾略去 (\d+) 字】\n", text)
    assert found
    kept = text[found.end() :].removeprefix("服务内容：")
    assert long.startswith(kept)
    assert units(long) - units(kept) == int(found.group(1))


@pytest.mark.parametrize("length", [LIMIT - 1, LIMIT, LIMIT + 1])
def test_the_limit_is_kept_to_the_character(length: int) -> None:
    runs = cut([("甲" * (length - 10), ""), ("乙" * 10, "add")], Say("zh"))
    total = sum(units(text) for text, _ in runs)
    assert total == length if length <= LIMIT else total <= LIMIT
    assert (runs[0][1] == "notice") is (length > LIMIT)


def test_a_text_of_20000_characters_fits() -> None:
    long = "提供服务，每年一次。" * 2000
    item = Item(name="甲", content=long)
    data = render(one(item, replace(item, content=long.replace("一次", "两次", 3))), Options())
    sheet = opened(data)["对照"]
    assert str(sheet["G2"].value) == f"服务内容：{long}"
    assert sheet.column_dimensions["G"].width == 85
    assert sheet.row_dimensions[2].height == 409
    assert "一行显示不下" in sheet["H2"].value


def test_rows_are_as_tall_as_their_texts(comparison: Comparison) -> None:
    sheet = opened(render(comparison, Options()))["对照"]
    heights = {row[3].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    assert heights["慢性病患者健康管理"] > heights["环境质量"] > heights["生育保险"] > 14


def test_the_summary_says_what_the_reader_must_know(comparison: Comparison) -> None:
    text = dump(render(comparison, Options())).split("== 对照")[0]
    assert "合计 8 个标签，落在 5 个项目上；已比对的没有模糊化。" in text
    assert "未比对 2 项：至少一方没有文本，不能算作一致。" in text
    assert "待换成官方文本" in text
    assert "缩减 | 1 | 减少了对象、服务、待遇或义务，或者增加了限制条件" in text


def test_nothing_to_compare(comparison: Comparison) -> None:
    data = render(replace(comparison, items=()), Options())
    book = opened(data)
    assert book.sheetnames == ["概要", "对照"]
    assert "两份标准都没有项目" in dump(data)


def test_in_english(comparison: Comparison) -> None:
    data = render(comparison, Options(lang="en"))
    assert opened(data).sheetnames[:3] == ["summary", "comparison", "new"]
    assert "8 labels on 5 distinct items" in dump(data)
    assert "decision" in dump(data)


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    data = render(comparison, Options())
    assert data == render(comparison, Options())
    properties = opened(data).properties
    assert properties.creator == "yiwu-diff"
    assert properties.created == properties.modified


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(comparison: Comparison, golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"xlsx/{lang}.txt", dump(render(comparison, Options(lang=lang))))  # type: ignore[arg-type]
