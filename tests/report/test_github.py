from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from check_results import EMPTY, RESULT, many

from yiwu_diff.report.github import render, summary
from yiwu_diff.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.words import Lang

pytestmark = pytest.mark.usefixtures("checks")

_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^:,]*,?)+)::(.*)")
_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def unescape(text: str) -> str:
    return re.sub("|".join(_ESCAPES), lambda match: _ESCAPES[match.group()], text)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as GitHub's runner reads them."""
    found = []
    for line in text.splitlines():
        if line.startswith("::"):
            match = _COMMAND.fullmatch(line)
            assert match, line
            pairs = (pair.partition("=") for pair in match[2].split(","))
            properties = {key: unescape(value) for key, _, value in pairs}
            found.append((match[1], properties, unescape(match[3])))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: Lang, golden: Callable[[str, str], None]) -> None:
    golden(f"check/github-{lang}.txt", render(RESULT, Options(lang=lang)))


def test_the_worst_come_first() -> None:
    kinds = [kind for kind, _, _ in commands(render(RESULT, Options()))]
    assert kinds == ["error"] * 3 + ["warning"] * 2 + ["notice"] * 2


def test_what_means_something_to_github_is_escaped() -> None:
    text = render(RESULT, Options(lang="en"))
    (_, properties, message) = commands(text)[1]
    assert properties["title"] == "numbering: 学前教育资助"
    assert message.startswith("number twice: 3, 100% ::warning::")
    assert text.count("::warning::") == 1
    assert "title=numbering%3A 学前教育资助::" in text


def test_a_file_that_is_not_in_the_work_tree_has_no_line_there() -> None:
    found = commands(render(RESULT, Options()))
    apart = [message for _, properties, message in found if "file" not in properties]
    assert [message.partition("：")[0] for message in apart] == [
        "main:data/yiwu/2026-draft/note.yaml:7:3",
        "/srv/标准 库/note.yaml:8:3",
    ]
    assert all(("file" in one) == ("line" in one) == ("col" in one) for _, one, _ in found)


def test_paths_are_told_from_the_top() -> None:
    options = Options(root="/repo", start="/repo/office")
    files = {one[1].get("file") for one in commands(render(RESULT, options))}
    assert "office/data/yiwu/2026-draft/standard.yaml" in files


def test_more_than_github_shows_is_said() -> None:
    result = many(100)
    text = render(result, Options(lang="en"))
    assert len(commands(text)) == 100
    assert "GitHub shows ten annotations of a kind in a step: 70 more are" in text
    assert "GitHub shows" not in render(many(30), Options(lang="en"))


def test_nothing_found() -> None:
    assert render(EMPTY, Options()) == "没有发现问题。\n检查通过。\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_summary_golden(lang: Lang, golden: Callable[[str, str], None]) -> None:
    golden(f"check/summary-{lang}.md", summary(RESULT, Options(lang=lang)))


def test_a_long_summary_says_what_it_leaves_out() -> None:
    text = summary(many(10_000), Options())
    assert text.count("falls-short") == 200
    assert "表中只列 200 处，另有 9800 处未列：错误 3134 处，警告 3333 处，提示 3333 处。" in text


def test_a_summary_stays_below_the_limit() -> None:
    result = many(300)
    long = "一二三四五六七八九十|<" * 2000
    fat = tuple(
        replace(one, zh=long, name=long, quote=long, related=one.related * 20)
        for one in result.findings
    )
    waived = tuple(replace(one, status="waived", reason=long + str(n)) for n, one in enumerate(fat))
    text = summary(replace(result, findings=fat + waived), Options())
    assert 500_000 < len(text.encode()) < 2**20
    assert "另有豁免 250 处，理由从略。" in text
    shown = text.count("| 错误 |")
    assert 0 < shown < 100
    assert f"表中只列 {shown} 处，另有 {300 - shown} 处未列" in text
