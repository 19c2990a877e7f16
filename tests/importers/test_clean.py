"""Layout is undone, meaning stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.importers.clean import clean, line

CASES = [
    ("每年 提供\u3000\u30004 次 随访", "每年提供4次随访"),
    ("空气质量优良天数比率\n达到97%以上", "空气质量优良天数比率达到97%以上"),
    ("甲；\n乙", "甲；\n乙"),
    ("提供下列服务：\n（1）甲；\n（2）乙", "提供下列服务：\n（1）甲；\n（2）乙"),
    ("①甲\n②乙", "①甲\n②乙"),
    ("1.甲\n2.乙\n1.5倍", "1.甲\n2.乙1.5倍"),
    ("达到\n1.5倍", "达到1.5倍"),
    ("孕\xad产\u200b妇\ufeff", "孕产妇"),
    ("\xa0\xa0孕产妇\xa0", "孕产妇"),
    ("１２次，９７％，ＡＥＤ", "12次，97%，AED"),
    ("２．５倍", "2.5倍"),
    ("，。；：“”（）", "，。；：“”（）"),
    ("GB 3095-2012", "GB 3095-2012"),
    ("wire-\nless network", "wire-less network"),
    ("the public\nservice", "the public service"),
    ("第 3 页", "第3页"),
    ("\uf06c甲；\n\uf06c 乙", "•甲；\n•乙"),
    ("●甲；\n●乙", "●甲；\n●乙"),
    ("市卫生\n健康局", "市卫生健康局"),
    ("市卫生健康局\n市财政局", "市卫生健康局\n市财政局"),
    ("市卫生健康局  市财政局", "市卫生健康局 市财政局"),
    ("市民政局、\n市残联", "市民政局、市残联"),
    ("⼈⼝与⺠政", "人口与民政"),
    ("甲\r\n\r\n乙。\v丙", "甲乙。\n丙"),
    ("100 %", "100%"),
    ("", ""),
    (" \n\u3000", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


WRAPPED = [
    ("学籍\n一、二、三年级在校学生", "学籍一、二、三年级在校学生"),
    ("按规定执行。\n每年4次", "按规定执行。每年4次"),
    ("提供服务：\n1.甲\n2.乙", "提供服务：\n1.甲\n2.乙"),
    ("《关于（2）\n（3）的通知》", "《关于（2）（3）的通知》"),
    ("甲\n（1）乙", "甲\n（1）乙"),
    ("甲，\n3、4年级", "甲，3、4年级"),
]


@pytest.mark.parametrize(("text", "expected"), WRAPPED)
def test_lines_of_a_page(text: str, expected: str) -> None:
    assert clean(text, wrapped=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("幼\n有\n所\n育", "幼有所育"),
        ("职业介绍、\n职业指导", "职业介绍、职业指导"),
        ("a\nb", "a b"),
    ],
)
def test_what_is_one_line_by_its_nature(text: str, expected: str) -> None:
    assert line(text) == expected


LETTERS = "甲乙丙局市0123456789aB ，。；：、（）()《》“”.-—%\n\t\u3000\xa0\u200b\uf06c①②１．●·一二"


@given(st.text(alphabet=LETTERS, max_size=60))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.text(max_size=80))
def test_anything_can_be_cleaned(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\r" not in once and "\u200b" not in once and "\n\n" not in once
    assert "\n" not in line(text)


def test_long_texts_take_no_time() -> None:
    clean("甲 " * 200_000)
    clean("甲\n" * 50_000)
    clean("（" * 50_000 + "\n（1）甲")
