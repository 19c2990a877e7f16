"""Web pages: what content systems and Word make of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from office import HEADINGS, ITEM, fields, html, taken

from yiwu_diff.importers import html as reader
from yiwu_diff.importers.blocks import Paragraph, Table

if TYPE_CHECKING:
    from pathlib import Path


def texts(page: str) -> list[str]:
    blocks = reader.read(page.encode(), "a.html").blocks
    return [one.text for one in blocks if isinstance(one, Paragraph)]


def cells(page: str) -> list[list[str]]:
    blocks = reader.read(page.encode(), "a.html").blocks
    (table,) = (one for one in blocks if isinstance(one, Table))
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>甲<br>乙</p>", ["甲\n乙"]),
        ("<p>甲\n  乙</p>", ["甲 乙"]),
        ("甲<p>乙</p>丙", ["甲", "乙", "丙"]),
        ("<p>甲<script>x</script><style>y</style><!-- z -->乙</p>", ["甲乙"]),
        ("<p>甲<![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>", ["甲\xa0"]),
        ("<p>甲<del>乙</del><ins>丙</ins></p>", ["甲丙"]),
        ("<p>甲<span style='display:none'>乙</span></p>", ["甲"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3 type=a><li>甲</ol>", ["c.甲"]),
        ("<p><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>甲</p>", ["一、甲"]),
        (
            "<p><span style='font-family:Wingdings;mso-list:Ignore'>l<b>&nbsp;</b></span>甲</p>",
            ["•甲"],
        ),
        ("<ruby>甲<rt>jia</rt></ruby>", ["甲"]),
        ("<pre>甲\n乙</pre>", ["甲\n乙"]),
    ],
)
def test_paragraphs(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_spans_both_ways() -> None:
    page = (
        "<table><tr><td rowspan=2>a<td colspan=2>b</tr><tr><td>c<td rowspan=0>d</tr>"
        "<tr><td>e<td>f</tr></table>"
    )
    assert cells(page) == [["a", "b", "b"], ["a", "c", "d"], ["e", "f", "d"]]


def test_absurd_spans_are_bounded() -> None:
    page = "<table><tr><td colspan=9999999 rowspan=99999>a</td></tr><tr><td>b</td></tr></table>"
    assert len(cells(page)[0]) <= 257


def test_nested_frames_are_seen_through(tmp_path: Path) -> None:
    inner = html(HEADINGS, ITEM)
    for _ in range(4):
        inner = f"<table><tr><td>菜单</td><td><p>标题</p>{inner}</td></tr></table>"
    got = taken(tmp_path / "a.html", inner)
    assert [fields(row) for row in got.rows] == [ITEM[4:]]


def test_deep_nesting_does_no_harm(tmp_path: Path) -> None:
    page = "<table><tr><td>" * 400 + html(HEADINGS, ITEM)
    try:
        taken(tmp_path / "a.html", page)
    except Exception as error:
        assert type(error).__name__ == "ReadError"


def test_table_in_a_cell_is_its_text(tmp_path: Path) -> None:
    level = "每人每年：" + html(("小学", "800元"), ("初中", "1000元"))
    got = taken(tmp_path / "a.html", html(HEADINGS, (*ITEM[:6], level, *ITEM[7:])))
    assert got.rows[0].level == "每人每年：\n小学800元；\n初中1000元"
    assert any("单元格里还有表格" in one.zh for one in got.remarks)


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("big5", "cp950"),
    ],
)
def test_encodings_said_and_real(tmp_path: Path, said: str, encoding: str) -> None:
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={said}">' if said else ""
    item = tuple(text.replace("卫健局", "衛健局") for text in ITEM) if said == "big5" else ITEM
    heads = HEADINGS
    if said == "big5":
        names = {"name": "項目名稱", "audience": "服務對象", "content": "服務內容"}
        page = f"<html>{meta}" + html(tuple(names.values()), ("孕產婦健康服務", "孕產婦", "建冊"))
        options = {"mapping": {heading: key for key, heading in names.items()}}
        got = taken(tmp_path / "a.html", page.encode(encoding), **options)
        assert got.rows[0].content == "建冊"
        return
    page = f"<html><head>{meta}</head><body>{html(heads, item)}</body></html>"
    got = taken(tmp_path / "a.html", page.encode(encoding))
    assert fields(got.rows[0]) == ITEM[4:]


def test_page_cut_short_is_told(tmp_path: Path) -> None:
    got = taken(tmp_path / "a.html", "<html><body>" + html(HEADINGS, ITEM))
    assert any("没有结尾" in one.zh for one in got.remarks)


def test_footnotes_of_word(tmp_path: Path) -> None:
    mark = "<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a>"
    item = (*ITEM[:4], ITEM[4] + mark, *ITEM[5:])
    notes = "<div style='mso-element:footnote-list'><p>[1] 指常住孕产妇。</p></div>"
    got = taken(tmp_path / "a.html", html(HEADINGS, item) + notes)
    assert got.rows[0].audience == ITEM[4]
    assert any("常住孕产妇" in one.text for one in got.unplaced)


def test_what_is_set_above_the_line_is_no_digit_of_the_figure(tmp_path: Path) -> None:
    level = "300<sup>1</sup>元，10<sup>4</sup>次"
    got = taken(tmp_path / "a.html", html(HEADINGS, (*ITEM[:6], level, *ITEM[7:])))
    assert got.rows[0].level == "300¹元，10⁴次"


@pytest.mark.parametrize(
    "sign", ["<span style='font-family:Symbol'>\u00b3</span>", "<font face=Symbol>\uf0b3</font>"]
)
def test_signs_of_the_font_symbol(tmp_path: Path, sign: str) -> None:
    got = taken(tmp_path / "a.html", html(HEADINGS, (*ITEM[:6], f"覆盖率{sign}80%", *ITEM[7:])))
    assert got.rows[0].level == "覆盖率≥80%"
