"""Numbers as sheets show them."""

from __future__ import annotations

import pytest

from yiwu_diff.importers.numbers import general, shown


@pytest.mark.parametrize(
    ("number", "pattern", "expected"),
    [
        (0.97, "0%", "97%"),
        (0.005, "0.0%", "0.5%"),
        (1200.0, "#,##0.00", "1,200.00"),
        (1200.0, "0", "1200"),
        (0.5, "0", "1"),
        (1234.5, "#,##0.##", "1,234.5"),
        (0.3, "#.##", ".3"),
        (12.0, "0.##", "12"),
        (7.0, "000", "007"),
        (-3.0, "0;(0)", "(3)"),
        (-3.0, "0.0", "-3.0"),
        (0.0, '0;-0;"无"', "无"),
        (30.0, '0"个工作日"', "30个工作日"),
        (30.0, "0\\次", "30次"),
        (5.0, '"不少于"0"次"', "不少于5次"),
        (1200.0, "[$¥-804]#,##0.00", "¥1,200.00"),
        (1200.0, "_ * #,##0.00_ ", "1,200.00"),
        (12000.0, '0.0,"千"', "12.0千"),
        (12345.0, "0.00E+00", "1.23E+04"),
        (44497.0, "yyyy/m/d", "2021/10/28"),
        (44497.0, "yyyy\\-mm\\-dd", "2021-10-28"),
        (44497.0, '[$-804]yyyy"年"m"月"d"日";@', "2021年10月28日"),
        (44497.0, 'yy"年"m"月"', "21年10月"),
        (0.5, "h:mm", "12:00"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (1.5, "[h]:mm", "36:00"),
        (44497.0, "General", "44497"),
        (3.14159, "@", "3.14159"),
        (1.0, "[红色]0", "1"),
        (1.0, "[Red]0.0", "1.0"),
    ],
)
def test_shown(number: float, pattern: str, expected: str) -> None:
    assert shown(number, pattern) == expected


def test_days_are_counted_from_elsewhere_in_old_files() -> None:
    assert shown(43035.0, "yyyy/m/d", since_1904=True) == "2021/10/28"


@pytest.mark.parametrize("pattern", ["[>100]0.0;0", "# ?/?"])
def test_what_is_not_known_is_not_guessed(pattern: str) -> None:
    assert shown(0.5, pattern) is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1200.0, "1200"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.3333333333"),
        (1e15, "1E+15"),
        (-2.5, "-2.5"),
    ],
)
def test_general(number: float, expected: str) -> None:
    assert general(number) == expected
