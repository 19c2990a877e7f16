"""孕妇和产妇 for 孕产妇: two words that one short one stands for.

A list of the two and the short word say the same. Where one of two texts has the short word, it
takes the place of the two before anything is read, so that no half of them looks like a member
that came or went. Where neither has it, the two stay a list, of which one may be lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.text.lexicon import any_of, groups
from yiwu_diff.text.normal import Normal

if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINTS = ("", "、", "和", "与", "及", "以及", "或", "或者")


def short_words(mine: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The short words for which the texts of a side may have two: those that the other side has
    more often. 运行、维护 is no 运维 where that stands on both sides, in another place."""
    here, there = "\n".join(mine), "\n".join(others)
    return tuple(
        word
        for word in _known()
        # 城乡 is everybody, whether the other side says so or not.
        if word.startswith("城乡") or there.count(word) > here.count(word)
    )


def contract(normal: Normal, words: tuple[str, ...]) -> Normal:
    """The normal form with these short words for their pairs; their characters come from the
    whole pair."""
    text, starts, ends = normal
    pattern, short = _pairs(words)
    found = list(pattern.finditer(text))
    if not found:
        return normal
    parts: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    done = 0
    for match in found:
        first, last = match.span()
        word = short[match[0]]
        parts += text[done:first], word
        begins += [*starts[done:first], *[starts[first]] * len(word)]
        stops += [*ends[done:first], *[ends[last - 1]] * len(word)]
        done = last
    return Normal("".join([*parts, text[done:]]), (*begins, *starts[done:]), (*stops, *ends[done:]))


@cache
def _known() -> list[str]:
    return list(dict.fromkeys(line[0] for line in groups("synonyms", "contracted")))


@cache
def _pairs(words: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    short = {
        f"{one}{joint}{other}": word
        for word, a, b in groups("synonyms", "contracted")
        if word in words
        for one, other in ((a, b), (b, a))
        for joint in _JOINTS
    }
    return re.compile(any_of(short)), short
