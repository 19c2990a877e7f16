"""The numbers that lines begin with, and the outline that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.note.model import Heading, Line
from yiwu_diff.note.words import narrow
from yiwu_diff.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = "一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        ("第一部分", rf"第([{_HAN}]+|\d{{1,2}})(?:章|节|篇|部分)[、：:，,]?"),
        ("一、", rf"([{_HAN}]+)[、．.](?![{_HAN}])"),
        ("（一）", rf"[（(]([{_HAN}]+)[)）][、.．]?"),
        ("一是", rf"([{_HAN}])是"),
        ("1.1", r"\d{1,2}(?:\.\d{1,2})*\.(\d{1,2})(?=[^\d.%万亿元倍米个岁年]|\.(?!\d))[.、]?"),
        ("1.", r"(\d{1,2})\.(?!\d)"),
        ("1、", r"(\d{1,2})、(?!\s*\d)"),
        ("（1）", r"[（(](\d{1,2})[)）][、.．]?"),
        ("1）", r"(\d{1,2})[)）]"),
        ("①", rf"([{_CIRCLED}])"),
    )
)
# A line of running text may begin like these by chance.
_WEAK = frozenset({"1.1", "1.", "1、", "1）", "一是"})
_FROM_ONE = frozenset({"1.1", "1）", "一是"})
_INLINE = re.compile(r"[（(](\d{1,2})[)）]")
_TOOL_RESIDUE = re.compile(r"\s*\[bookmark:[^\]]*\]\s*")


class Mark(NamedTuple):
    """A number at the beginning of a line."""

    form: str
    number: int
    shown: str
    end: int


def mark_of(text: str) -> Mark | None:
    """The number that a line begins with."""
    residue = _TOOL_RESIDUE.match(text)
    start = residue.end() if residue else len(text) - len(text.lstrip())
    plain = narrow(text)
    for form, pattern in _FORMS:
        found = pattern.match(plain, start)
        if found is None:
            continue
        value = _CIRCLED.index(found[1]) + 1 if form == "①" else number(found[1])
        if value is not None:
            return Mark(form, int(value), text[start : found.end()], found.end())
    return None


def unmarked(text: str) -> str:
    """A line without what a converter left in it."""
    return _TOOL_RESIDUE.sub("", text).strip()


def inline_run(text: str) -> list[tuple[int, int, int]]:
    """Numbers （1）（2）… that follow each other within a line: number, start, end.

    Empty where （1） stands twice: such a line holds lists within lists.
    """
    run: list[tuple[int, int, int]] = []
    for match in _INLINE.finditer(narrow(text)):
        number_ = int(match[1])
        if number_ == 1 and run:
            return []
        if number_ == len(run) + 1:
            run.append((number_, match.start(), match.end()))
    return run


@dataclass(slots=True)
class _Level:
    form: str
    last: int
    group: int
    first: int = 1


def outline(lines: Iterable[Line]) -> tuple[Heading, ...]:
    """The numbered lines, each with its depth and the sequence that it belongs to.

    A form that is open already continues its sequence, a new one opens a sequence below.
    """
    levels: list[_Level] = []
    headings: list[Heading] = []
    groups = 0
    for line in lines:
        mark = mark_of(line.text)
        run = inline_run(line.text)
        if mark is None:
            groups += _inline(levels, run, groups)
            continue
        depth = next((n for n, level in enumerate(levels) if level.form == mark.form), None)
        odd = False
        if depth is None and mark.number > 1:
            # 二、 and then 3、: the sequence goes on in another form.
            depth = next(
                (n for n in reversed(range(len(levels))) if levels[n].last + 1 == mark.number),
                None,
            )
            odd = depth is not None
            if depth is None and mark.form in (_WEAK if headings else _FROM_ONE):
                continue
        if depth is None:
            # A file that holds one section of a note begins with that section's number.
            first = 1 if headings else mark.number
            levels.append(_Level(mark.form, mark.number, groups, first))
            depth = len(levels) - 1
            groups += 1
        else:
            del levels[depth + 1 :]
            levels[depth].last = mark.number
        starts_run = (
            mark.form == "（1）" and mark.number == 1 and bool(run) and run[0][1] < mark.end
        )
        if starts_run:
            levels[depth].last = run[-1][0]
        headings.append(
            Heading(
                line=line.number,
                form=mark.form,
                number=mark.number,
                shown=mark.shown.strip(),
                title=line.text[mark.end :].strip(),
                depth=depth,
                group=levels[depth].group,
                odd=odd,
                upto=levels[depth].last,
                first=levels[depth].first,
            )
        )
        if not starts_run:
            groups += _inline(levels, run, groups)
    return tuple(headings)


def _inline(levels: list[_Level], run: list[tuple[int, int, int]], group: int) -> int:
    """Open the sequence that begins within a line; how many were opened."""
    if not run or any(level.form == "（1）" for level in levels):
        return 0
    levels.append(_Level("（1）", run[-1][0], group, run[-1][0] + 1))
    return 1
