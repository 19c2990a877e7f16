from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from check_results import EMPTY, RESULT, many

from yiwu_diff.check.base import Result
from yiwu_diff.report.cells import width
from yiwu_diff.report.check_terminal import render
from yiwu_diff.report.options import Options
from yiwu_diff.report.words import LANGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.options import FailOn

CASES = {
    "80": Options(),
    "160": Options(width=160),
    "80-en": Options(lang="en"),
    "160-en": Options(lang="en", width=160),
    "80-color": Options(color=True),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"check/terminal-{name}.txt", render(RESULT, CASES[name]))


@pytest.mark.parametrize("cells", [40, 61, 80, 120, 160])
@pytest.mark.parametrize("lang", LANGS)
def test_no_line_overflows(cells: int, lang: str) -> None:
    for line in render(RESULT, Options(width=cells, lang=lang)).splitlines():  # type: ignore[arg-type]
        assert width(line) <= cells, line
        assert line == line.rstrip()


def test_colour_changes_nothing_but_colour() -> None:
    colored = render(RESULT, Options(color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render(RESULT, Options())
    assert "\x1b[1;31m错误\x1b[0m" in colored


def test_nothing_found_says_what_was_looked_at() -> None:
    assert render(EMPTY, Options()) == (
        "检查：义乌市基本公共服务标准（2026年版）（yiwu@2026-draft）\n"
        "对照：jinhua@2021、zhejiang@2021\n"
        "运行检查 23 项\n"
        "\n"
        "没有发现问题。\n"
        "检查通过。\n"
    )
    alone = render(Result(target=EMPTY.target), Options(lang="en"))
    assert "Compared with no other standard\nNo check was run\n" in alone
    off = Result(target=EMPTY.target, checks=21, off=("lowered", "relaxed"))
    assert "\n设置中关闭、没有运行的检查：lowered、relaxed\n检查通过。\n" in render(off, Options())


@pytest.mark.parametrize(
    ("fail_on", "last"),
    [
        ("error", "检查不通过：错误 3 处。"),
        ("warning", "检查不通过：错误 3 处，警告 2 处。"),
        ("note", "检查不通过：错误 3 处，警告 2 处，提示 2 处。"),
        ("never", "只报告，不判断是否通过（--fail-on never）。"),
    ],
)
def test_the_last_line_is_the_verdict(fail_on: FailOn, last: str) -> None:
    assert render(RESULT, Options(fail_on=fail_on)).splitlines()[-1] == last


def test_what_is_below_the_threshold_does_not_fail() -> None:
    mild = tuple(one for one in RESULT.findings if one.severity != "error")
    text = render(replace(RESULT, findings=mild), Options())
    assert text.splitlines()[-1] == "检查通过：没有达到 error 级别的问题。"


def test_known_and_waived_findings_are_counted_with_their_reasons() -> None:
    closed = tuple(one for one in RESULT.findings if one.status != "open")
    text = render(replace(RESULT, findings=closed), Options(width=160))
    assert text.split("\n\n")[1] == (
        "除已知的和豁免的以外，没有发现问题。\n"
        "以前就有、不计入的 1 处：错误 1 处。\n"
        "豁免 2 处 basis-unofficial：官方文本尚未公开，换成官方文本后删去本条，至 2027-06-30\n"
        "豁免 1 处 lead-unknown：没有写明理由\n"
        "检查通过。\n"
    )


def test_ten_thousand_findings() -> None:
    text = render(many(10_000), Options())
    assert text.count("falls-short") == 10_000
    assert "共 10000 处：错误 3334 处，警告 3333 处，提示 3333 处。" in text
