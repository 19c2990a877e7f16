"""Layout goes, and the way back stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.text.normal import level, normalise


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("（ＡＢ１２％）", "(ab12%)"),
        ("“一卡通”", "一卡通"),
        ("0—6岁", "0-6岁"),
        ("３个\u3000月\n内", "3个月内"),
        ("〔2021〕5号", "(2021)5号"),
        ("60㎡", "60m2"),
    ],
)
def test_level(text, normal):
    assert level(text) == normal


@given(st.text(max_size=100))
def test_level_is_stable_and_blind_to_compatible_forms(text):
    assert level(level(text)) == level(text)
    assert level(unicodedata.normalize("NFKC", text)) == level(text)


@given(st.text(max_size=100), st.integers(0, 1000))
def test_the_way_back(text, offset):
    normal = normalise(text, offset)
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    for start, end in zip(normal.starts, normal.ends, strict=True):
        assert offset <= start < end <= offset + len(text)
    assert list(normal.starts) == sorted(normal.starts)


def test_a_piece_comes_from_its_own_characters():
    text = "每人 每月不低于１００元"
    normal = normalise(text)
    at = normal.text.index("100元")
    start, end = normal.back(at, at + 4)
    assert text[start:end] == "１００元"
    assert normal.back(at, at) == (start, start)
