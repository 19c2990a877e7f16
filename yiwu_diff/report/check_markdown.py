"""The result of a check for a pull request: whether it passes, then a table of the findings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from yiwu_diff.check.base import SEVERITIES
from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.excerpt import without_middle
from yiwu_diff.report.markdown_text import cell, inline, table
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Result
    from yiwu_diff.report.options import Options

_LONGEST = 600
"""Of a longer text the middle is left out: forges refuse long comments."""
_WAIVERS = 50
"""More groups of waived findings are counted, not listed."""


def render(result: Result, options: Options) -> str:
    """The whole report, every open finding in its table."""
    return document(result, options)


def document(
    result: Result, options: Options, rows: int | None = None, room: int | None = None
) -> str:
    """The report; its table holds at most so many findings, and the whole at most so many bytes
    of UTF-8. What is left out is counted."""
    say = Say(options.lang)
    head = [
        f"# {inline(sentences.title(result, say))}",
        f"**{inline(sentences.verdict(result, options.fail_on, say))}**",
        " · ".join(inline(line) for line in sentences.looked_at(result, say)),
        *(inline(line) for line in sentences.totals(result, say)),
    ]
    tail = _waived(result, say)
    found = sorted(result.open, key=lambda one: SEVERITIES.index(one.severity))
    heads = [say(f"check.head.{name}") for name in ("severity", "place", "item", "check")]
    heads.append(say("check.head.message"))
    used = sum(len(block.encode()) + 2 for block in (*head, *tail, table(heads, ()))) + 500
    lines: list[tuple[str, ...]] = []
    for one in islice(found, rows):
        row = _row(one, say)
        used += len(" | ".join(row).encode()) + 5
        if room is not None and used > room:
            break
        lines.append(row)
    body = [table(heads, lines)] if lines else []
    if left := found[len(lines) :]:
        each = sentences.counts(left, say)
        body.append(inline(say("check.more", shown=len(lines), n=len(left), each=each)))
    return "\n\n".join((*head, *body, *tail)) + "\n"


def _row(one: Finding, say: Say) -> tuple[str, ...]:
    texts = [sentences.message(one, say), *sentences.details(one, say)]
    message = "<br>".join(cell(without_middle(text, _LONGEST, say)) for text in texts)
    message += "".join(f"<br>**{cell(line)}**" for line in sentences.doubt(one, say))
    title = sentences.check_title(one.check, say)
    return (
        say(f"check.severity.{one.severity}"),
        cell(str(one.place)),
        cell(without_middle(sentences.one_line(one.name), _LONGEST, say)),
        cell(title) if title == one.check else f"{cell(title)}<br>{cell(one.check)}",
        message,
    )


def _waived(result: Result, say: Say) -> list[str]:
    """The reasons why findings are waived, as a list."""
    waivers = sentences.waivers(result)
    lines = [
        f"- {inline(without_middle(sentences.waived(waiver, say), _LONGEST, say))}"
        for waiver in waivers[:_WAIVERS]
    ]
    if rest := sum(waiver.number for waiver in waivers[_WAIVERS:]):
        lines.append(f"- {inline(say('check.waived.others', n=rest))}")
    return ["\n".join(lines)] if lines else []
