"""What rows a table or a text gives, whatever its layout."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import HEADINGS, html, taken

from yiwu_diff.standard.problems import ReadError

if TYPE_CHECKING:
    from yiwu_diff.importers import Taken

FEW = ("序号", "项目名称", "服务对象", "服务内容", "牵头单位")


@pytest.fixture
def page(tmp_path: Path) -> object:
    return lambda text, **options: taken(tmp_path / "a.html", text, **options)


@pytest.fixture
def plain(tmp_path: Path) -> object:
    return lambda text, **options: taken(tmp_path / "a.txt", text, **options)


def flat(got: Taken) -> list[tuple[str | None, ...]]:
    return [
        (row.number, row.domain, row.service, row.name, row.audience, row.content, row.lead)
        for row in got.rows
    ]


def test_rows_of_parts_are_put_together_and_told(page) -> None:  # type: ignore[no-untyped-def]
    got = page(
        html(
            FEW,
            ("<td rowspan=2>1", "<td rowspan=2>孕产妇健康", "孕妇", "建册", "<td rowspan=3>卫健局"),
            ("产妇", "访视"),
            ("2", "预防接种", "儿童", "同上"),
            ("合计", "", "", "", ""),
            ("<td colspan=5>注：自公布之日起施行。",),
        )
    )
    assert flat(got) == [
        ("1", None, None, "孕产妇健康", "孕妇；产妇", "建册；访视", "卫健局"),
        ("2", None, None, "预防接种", "儿童", "建册；访视", "卫健局"),
    ]
    assert [one.text for one in got.unplaced] == ["合计", "注：自公布之日起施行。"]
    assert any("分号" in one.zh for one in got.remarks)
    assert any("同上" in one.zh for one in got.remarks)


def test_parts_of_a_column_keep_their_headings(page) -> None:  # type: ignore[no-untyped-def]
    got = page(
        html(
            ("<td rowspan=2>指标名称", "<td rowspan=2>服务对象", "<td colspan=2>支出责任"),
            ("省级", "市级"),
            ("孕产妇健康", "孕妇", "20%", "80%"),
        )
    )
    assert got.rows[0].funding == "省级：20%\n市级：80%"


def test_category_that_holds_domains_is_the_domain(page) -> None:  # type: ignore[no-untyped-def]
    heads = ("类别", "项目", "保障对象", "保障内容")
    first, second = ("幼有所育", "接种", "儿童", "疫苗"), ("学有所教", "资助", "学生", "补助")
    got = page(html(heads, first, heads, second))
    assert [one[1:4] for one in flat(got)] == [
        ("幼有所育", None, "接种"),
        ("学有所教", None, "资助"),
    ]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("服务领域", "服务项目", "具体项目", "服务对象", "服务内容"), ("甲", "乙", "丙")),
        (("领域", "服务类别", "服务项目", "服务对象", "服务内容"), ("甲", "乙", "丙")),
        (("一级目录", "二级目录", "三级目录", "服务对象", "服务内容"), ("甲", "乙", "丙")),
    ],
)
def test_same_word_in_another_place(page, headings, expected) -> None:  # type: ignore[no-untyped-def]
    got = page(html(headings, ("甲", "乙", "丙", "丁", "戊")))
    assert flat(got)[0][1:4] == expected


def test_content_and_level_in_one_column_is_told(page) -> None:  # type: ignore[no-untyped-def]
    got = page(html(("项目名称", "服务对象", "服务内容及标准"), ("接种", "儿童", "每年1次")))
    assert got.rows[0].content == "每年1次" and got.rows[0].level is None
    assert any("兼写" in one.zh for one in got.remarks)


def test_unit_in_a_heading_is_told(page) -> None:  # type: ignore[no-untyped-def]
    got = page(html(("项目名称", "服务对象", "服务标准（元/月）"), ("低保", "居民", "1200")))
    assert got.rows[0].level == "1200"
    assert any("元/月" in one.zh for one in got.remarks)


def test_texts_of_columns_not_taken_are_listed(page) -> None:  # type: ignore[no-untyped-def]
    row = ("1", "甲服务", "学生", "上课", "甲局")
    got = page(html((*FEW, "备注", "id"), (*row, "2022年起提高到2次", "a"), (*row, "/", "b")))
    (left,) = got.unplaced
    assert (left.place, left.text) == ("表1“备注”栏", "第2行：2022年起提高到2次")


@pytest.mark.parametrize(
    ("names", "note", "expected"),
    [
        (("甲服务①", "乙服务*"), "①含民办学校。", ["甲服务", "乙服务*"]),
        (("甲服务*", "乙服务"), "注：*2022年起。", ["甲服务", "乙服务"]),
        (("甲服务①", "甲服务②"), "①含民办学校。", ["甲服务①", "甲服务②"]),
    ],
)
def test_marks_of_notes_are_no_part_of_names(page, names, note, expected) -> None:  # type: ignore[no-untyped-def]
    rows = [(str(at), name, "学生", "上课", "甲局") for at, name in enumerate(names, 1)]
    got = page(html(FEW, *rows) + f"<p>{note}</p>")
    assert [row.name for row in got.rows] == expected


def test_a_label_that_stands_twice_goes_on(plain) -> None:  # type: ignore[no-untyped-def]
    text = "1.甲服务\n服务对象：学生\n服务标准：每年1次。\n服务标准：每次2元。\n牵头单位：甲局\n"
    got = plain(text + "服务对象：老人\n服务标准：每年3次\n")
    (row,) = got.rows
    assert (row.audience, row.level, row.lead) == ("学生", "每年1次。\n每次2元。", "甲局")
    assert [one.text for one in got.unplaced] == ["服务对象：老人", "服务标准：每年3次"]


def test_what_is_left_is_told_whole(plain) -> None:  # type: ignore[no-untyped-def]
    last = "补助标准为每人每月300元。"
    preface = "为深入贯彻落实党中央、国务院决策部署制定本标准。" * 20 + last
    got = plain(preface + "\n1.甲服务\n服务对象：学生\n服务标准：每年1次\n")
    assert [one.text for one in got.unplaced] == [preface]


@pytest.mark.parametrize("name", ["一、二级残疾人补贴", "1.5倍补贴", "合计补贴服务"])
def test_names_that_only_begin_like_a_number_or_a_total(page, name) -> None:  # type: ignore[no-untyped-def]
    got = page(html(FEW, ("7", name, "学生", "上课", "甲局"), ("8", "1.1公共教育", "b", "c", "d")))
    assert [row.name for row in got.rows] == [name, "公共教育"]


@pytest.mark.parametrize("headings", [("国家标准", "我市标准"), ("市级标准", "国家基础标准")])
def test_a_place_s_own_standard_goes_before_the_national_one(page, headings) -> None:  # type: ignore[no-untyped-def]
    own = headings.index(next(one for one in headings if "市" in one))
    texts = ["国标1次", "国标1次"]
    texts[own] = "本市2次"
    got = page(html((*FEW[:4], *headings, "牵头单位"), ("1", "甲", "学生", "上课", *texts, "甲局")))
    assert got.rows[0].level == "本市2次"
    assert any("国标1次" in one.text for one in got.unplaced)


def test_two_columns_for_one_thing_are_told(page) -> None:  # type: ignore[no-untyped-def]
    heads = ("项目名称", "服务对象", "金华市服务标准", "义乌市服务标准", "服务标准依据")
    table = html(heads, ("空气质量", "居民", "92%", "97%", "某文件"))
    got = page(table)
    assert got.rows[0].level == "92%"
    assert got.rows[0].extra == {"义乌市服务标准": "97%", "服务标准依据": "某文件"}
    assert any("--map 义乌市服务标准=level" in one.zh for one in got.remarks)
    assert page(table, mapping={"义乌市服务标准": "level"}).rows[0].level == "97%"


def test_table_that_goes_on_without_headings(page) -> None:  # type: ignore[no-untyped-def]
    got = page(html(FEW, ("1", "甲服务", "a", "b", "c")) + html(("2", "乙服务", "d", "e", "f")))
    assert [row.name for row in got.rows] == ["甲服务", "乙服务"]


def test_headings_in_another_order_further_down(page) -> None:  # type: ignore[no-untyped-def]
    other = ("项目名称", "序号", "服务内容", "服务对象", "牵头单位")
    got = page(html(FEW, ("1", "甲服务", "a", "b", "c"), other, ("乙服务", "2", "e", "d", "f")))
    assert flat(got)[1][3:] == ("乙服务", "d", "e", "f")


def test_full_width_rows_name_items_where_no_column_does(page) -> None:  # type: ignore[no-untyped-def]
    got = page(
        html(
            ("服务对象", "服务内容", "服务标准", "牵头单位"),
            ("<td colspan=4>一、幼有所育",),
            ("<td colspan=4>1.孕产妇健康服务",),
            ("孕妇", "建册", "5次", "卫健局"),
            ("<td colspan=4>2.生育保险",),
            ("<td colspan=4>3.预防接种",),
            ("儿童", "疫苗", "1次", "卫健局"),
            ("<td colspan=4>4.基本避孕服务",),
        )
    )
    assert [one[:4] for one in flat(got)] == [
        ("1", "幼有所育", None, "孕产妇健康服务"),
        ("2", "幼有所育", None, "生育保险"),
        ("3", "幼有所育", None, "预防接种"),
        ("4", "幼有所育", None, "基本避孕服务"),
    ]


def test_captions_with_units_between(page) -> None:  # type: ignore[no-untyped-def]
    got = page(
        "<p>附件</p><p>表1 幼有所育</p><p>单位：元</p>"
        + html(FEW, ("1", "甲服务", "a", "b", "c"))
        + "<p>表2 学有所教</p>"
        + html(FEW, ("1", "乙服务", "a", "b", "c"))
    )
    assert [row.domain for row in got.rows] == ["幼有所育", "学有所教"]


def test_cards(page) -> None:  # type: ignore[no-untyped-def]
    card = (("服务对象", "儿童", "牵头单位", "卫健局"), ("服务内容", "<td colspan=3>疫苗"))
    got = page(
        "<p>一、幼有所育</p>"
        + html(("项目名称", "预防接种", "服务类别", "儿童健康"), *card, ("服务标准", "90%"))
        + html(("项目名称", "儿童管理", "服务类别", "儿童健康"), *card, ("服务标准", "90%"))
    )
    assert flat(got) == [
        (None, "幼有所育", "儿童健康", "预防接种", "儿童", "疫苗", "卫健局"),
        (None, "幼有所育", "儿童健康", "儿童管理", "儿童", "疫苗", "卫健局"),
    ]


def test_map_says_what_headings_mean(page) -> None:  # type: ignore[no-untyped-def]
    table = html(("名字", "给谁", "做 什么"), ("预防接种", "儿童", "疫苗"))
    with pytest.raises(ReadError, match="--map"):
        page(table)
    mapping = {"名字": "name", "给谁": "audience", "做什么": "content"}
    assert flat(page(table, mapping=mapping))[0][3:6] == ("预防接种", "儿童", "疫苗")
    with pytest.raises(ReadError, match="给他"):
        page(table, mapping={"名字": "name", "给他": "audience"})
    with pytest.raises(ReadError, match="there is no who"):
        page(table, mapping={"给谁": "who"})


def test_map_goes_before_what_is_known(page) -> None:  # type: ignore[no-untyped-def]
    table = html((*FEW, "责任科室"), ("1", "接种", "儿童", "疫苗", "卫健局", "疾控科"))
    got = page(table, mapping={"责任科室": "lead"})
    assert got.rows[0].lead == "疾控科"
    assert got.rows[0].extra == {"牵头单位": "卫健局"}


def test_all_in_one_line(plain) -> None:  # type: ignore[no-untyped-def]
    got = plain(
        "一、幼有所育\n1.预防接种。服务对象：儿童。服务内容：疫苗。牵头单位：卫健局。\n"
        "2.儿童管理。服务对象：儿童。服务内容：管理。牵头单位：卫健局。\n"
    )
    assert flat(got) == [
        ("1", "幼有所育", None, "预防接种", "儿童。", "疫苗。", "卫健局。"),
        ("2", "幼有所育", None, "儿童管理", "儿童。", "管理。", "卫健局。"),
    ]


def test_lists_inside_a_field_are_not_items(plain) -> None:  # type: ignore[no-untyped-def]
    got = plain(
        "一、幼有所育\n（一）优孕服务\n1.孕产妇健康\n服务对象：孕产妇。\n服务内容：提供：\n1.建册；\n"
        "2.访视。保障标准：每人90元。\n服务标准：5次。\n牵头单位：卫健局、\n教育局。\n2.生育保险\n（二）儿童服务\n"
        "3.预防接种\n服务对象：儿童。\n服务内容：疫苗。\n服务标准：90%。\n牵头单位：卫健局。\n附件：略\n"
    )
    assert flat(got) == [
        (
            *("1", "幼有所育", "优孕服务", "孕产妇健康", "孕产妇。"),
            *("提供：\n1.建册；\n2.访视。保障标准：每人90元。", "卫健局、教育局。"),
        ),
        ("2", "幼有所育", "优孕服务", "生育保险", None, None, None),
        ("3", "幼有所育", "儿童服务", "预防接种", "儿童。", "疫苗。", "卫健局。"),
    ]
    assert [one.text for one in got.unplaced] == ["附件：略"]


def test_fields_in_another_order_stay_with_their_item(plain) -> None:  # type: ignore[no-untyped-def]
    usual = "1.甲服务\n牵头单位：甲局\n服务对象：学生\n服务标准：每年1次\n"
    other = "2.乙服务\n服务对象：老人\n服务标准：（1）建册；\n（2）访视。\n牵头单位：乙局\n"
    got = plain(usual + other + usual.replace("1.甲", "3.丙"))
    assert [(row.name, row.audience, row.level, row.lead) for row in got.rows] == [
        ("甲服务", "学生", "每年1次", "甲局"),
        ("乙服务", "老人", "（1）建册；\n（2）访视。", "乙局"),
        ("丙服务", "学生", "每年1次", "甲局"),
    ]


@pytest.mark.parametrize("after", ["附则", "附 则", "四、附则", "附件：1.目录", "附录A 名词"])
def test_what_comes_after_the_items_is_no_part_of_the_last(plain, after) -> None:  # type: ignore[no-untyped-def]
    got = plain(
        f"1.甲服务\n牵头单位：甲局\n服务对象：学生\n服务标准：每年1次\n{after}\n由甲局解释。"
    )
    assert got.rows[0].level == "每年1次"
    assert "由甲局解释。" in "".join(one.text for one in got.unplaced)


def test_ages_behind_a_number(plain) -> None:  # type: ignore[no-untyped-def]
    got = plain("5.甲服务\n服务对象：a\n服务内容：b\n6.0-3岁儿童筛查\n服务对象：c\n服务内容：d\n")
    assert [(row.number, row.name) for row in got.rows] == [
        ("5", "甲服务"),
        ("6", "0-3岁儿童筛查"),
    ]


def test_chapters_and_sections(plain) -> None:  # type: ignore[no-untyped-def]
    got = plain(
        "第一章 幼有所育\n第一节 儿童服务\n第1项 预防接种\n"
        "【服务对象】儿童。【服务内容】疫苗。\n【牵头单位】卫健局\n"
    )
    assert flat(got) == [("1", "幼有所育", "儿童服务", "预防接种", "儿童。", "疫苗。", "卫健局")]


def test_labels_on_lines_of_their_own(plain) -> None:  # type: ignore[no-untyped-def]
    got = plain(
        "1.甲服务\n服务对象\n儿童。\n服务内容\n疫苗。\n2.乙服务\n服务对象\n孕妇。\n服务内容\n建册。\n"
    )
    assert [one[3:6] for one in flat(got)] == [
        ("甲服务", "儿童。", "疫苗。"),
        ("乙服务", "孕妇。", "建册。"),
    ]


def test_nothing_of_a_standard_says_so(plain, page) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReadError, match="neither a table"):
        plain("今天天气很好。\n我们开会。\n")
    with pytest.raises(ReadError, match="姓名"):
        page(html(("姓名", "电话"), ("甲", "1")))


def test_other_tables_are_told(page) -> None:  # type: ignore[no-untyped-def]
    got = page(html(FEW, ("1", "甲服务", "a", "b", "c")) + html(("姓名", "电话"), ("甲", "1")))
    assert len(got.rows) == 1 and "电话" in got.unplaced[0].text


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], list[str]]:
    """A table of nine columns in any order, its cells blank or merged as they come."""
    headings = draw(st.permutations(HEADINGS))
    rows: list[tuple[str, ...]] = [tuple(headings)]
    tokens: list[str] = []

    def token() -> str:
        tokens.append(f"甲{len(tokens):03d}乙")
        return tokens[-1]

    for _ in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 4)) == 0:
            rows.append((f"<td colspan=9>{token()}",))
            continue
        rows.append(tuple(token() if draw(st.integers(0, 3)) else "" for _ in headings))
    return rows, tokens


@given(tables())
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_in_silence(given_table: tuple[list[tuple[str, ...]], list[str]]) -> None:
    rows, tokens = given_table
    with tempfile.TemporaryDirectory() as folder:
        try:
            got = taken(Path(folder) / "a.html", html(*rows))
        except ReadError:
            return
    said = repr(got)
    # A domain or a service under which no item stands is no text of the standard.
    texts = {
        cell
        for row in rows[1:]
        if len(row) == len(rows[0])
        for heading, cell in zip(rows[0], row, strict=True)
        if heading not in ("序号", "领域", "服务类别")
    }
    assert [one for one in tokens if one in texts and one not in said] == []


def test_labels_without_names_say_so(plain) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReadError, match="no item names"):
        plain("服务对象：儿童\n服务内容：疫苗\n")
