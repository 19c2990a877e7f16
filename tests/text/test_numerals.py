import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.text.numerals import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("1.5万", 15000),
        ("三十", 30),
        ("十", 10),
        ("十五", 15),
        ("两", 2),
        ("半", 0.5),
        ("一百二十", 120),
        ("三千零五", 3005),
        ("二万五千", 25000),
        ("万", 10000),
        ("二点五", 2.5),
        ("二零二一", 2021),
        ("一千一百万", 11_000_000),
    ],
)
def test_number(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "三甲", "点五", "1.2.3"])
def test_no_number(text):
    assert number(text) is None


@given(st.text(alphabet="零一二三四五六七八九十百千万亿两半点0123456789.,", max_size=12))
def test_any_row_of_numerals(text):
    value = number(text)
    assert value is None or value >= 0
