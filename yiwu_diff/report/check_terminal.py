"""The findings of a check for a terminal: by file, then the totals, last whether it passes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.page import Page
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Result
    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.report.cells import Line, Style
    from yiwu_diff.report.options import Options

STYLES: dict[Severity, Style] = {"error": "bad", "warning": "warn", "note": "dim"}
_LONGEST = 200
"""Of a longer quote the middle is left out: the place tells where it stands."""


def render(result: Result, options: Options) -> str:
    """The whole report."""
    say, page = Say(options.lang), Page(options.width, color=options.color)
    page.add([(sentences.title(result, say), "bold")])
    for line in sentences.looked_at(result, say):
        page.add([(line, "dim")])
    for file, group in groupby(result.open, key=lambda one: one.place.file):
        found = list(group)
        page.blank()
        note = say("list.open") + say("check.places", n=len(found)) + say("list.close")
        page.add([(file, "bold"), (note, "dim")])
        for one in found:
            _finding(page, one, say)
    page.blank()
    _totals(page, result, options, say)
    return page.text()


def _finding(page: Page, one: Finding, say: Say) -> None:
    head: Line = [
        (f"{one.place}  ", ""),
        (say(f"check.severity.{one.severity}"), STYLES[one.severity]),
        (f"  {one.check}", "dim"),
    ]
    if one.name:
        head.append((f"  {sentences.one_line(one.name)}", "bold"))
    page.add(head, 0, 2)
    page.add([(sentences.message(one, say), "")], 2)
    for line in sentences.details(one, say, _LONGEST):
        page.add([(line, "dim")], 2)
    for line in sentences.doubt(one, say):
        page.add([(line, "warn")], 2)


def _totals(page: Page, result: Result, options: Options, say: Say) -> None:
    for line in sentences.totals(result, say):
        page.add([(line, "bold")])
    for waiver in sentences.waivers(result):
        page.add([(sentences.waived(waiver, say), "dim")], 0, 2)
    style: Style = "bad" if result.fails(options.fail_on) else "good"
    page.add([(sentences.verdict(result, options.fail_on, say), style)])
