from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.report.cells import Line, fit, line_width, pad, visible, width, wrap


def text(lines: list[Line]) -> list[str]:
    return ["".join(part for part, _ in line) for line in lines]


def test_chinese_takes_two_cells() -> None:
    assert width("义乌ab") == 6
    assert width("e\u0301") == 1  # a combining accent takes none
    assert width("92% → ≥97%") == 10
    assert pad("义乌", 6) == "义乌  "


def test_fit_keeps_whole_characters() -> None:
    assert fit("义乌市标准", 6) == "义乌…"
    assert fit("义乌", 4) == "义乌"


def test_no_punctuation_begins_a_line() -> None:
    assert text(wrap([("一二三四，五六", "")], 8)) == ["一二三", "四，五六"]


def test_no_opening_bracket_ends_a_line() -> None:
    assert text(wrap([("一二三（四五）", "")], 8)) == ["一二三", "（四五）"]


def test_numbers_and_words_stay_whole() -> None:
    assert text(wrap([("每年补助1200元整", "")], 10)) == ["每年补助", "1200元整"]
    assert text(wrap([("0—3岁户籍儿童", "")], 8)) == ["0—3岁户", "籍儿童"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert text(wrap([("x" * 20, "")], 8)) == ["x" * 8, "x" * 8, "x" * 4]


def test_styles_survive_line_breaks() -> None:
    lines = wrap([("一二", ""), ("三四五", "add"), ("六", "")], 6)
    assert lines == [[("一二", ""), ("三", "add")], [("四五", "add"), ("六", "")]]


def test_newlines_break_lines() -> None:
    assert text(wrap([("一\n二\n\n三", "")], 8)) == ["一", "二", "", "三"]


def test_nothing_makes_one_empty_line() -> None:
    assert wrap([], 8) == [[]]


def test_escape_sequences_are_harmless() -> None:
    assert "\x1b" not in visible("\x1b[31m红\x07")
    assert visible("\u202e") != "\u202e"


@given(st.text(alphabet="一，。（）「」a1% —\n", max_size=80), st.integers(4, 30))
def test_wrapping_loses_nothing_and_never_overflows(content: str, cells: int) -> None:
    lines = wrap([(content, "")], cells)
    assert all(line_width(line) <= cells for line in lines)
    assert "".join("".join(text(lines)).split()) == "".join(content.split())


@pytest.mark.parametrize("cells", [20, 40, 79])
def test_a_real_paragraph(cells: int) -> None:
    paragraph = (
        "为0—3岁儿童开展发育筛查，包括儿童脑发育评估、儿童髋关节发育筛查、孤独症早期筛查等；"
        "同时增加养育风险筛查，包括3、6、8、12、18、24、30、36月龄时，共8次（免费）。"
    )
    for line in text(wrap([(paragraph, "")], cells)):
        assert width(line) <= cells
        assert line[0] not in "，。、；：）"
        assert line[-1] != "（"
