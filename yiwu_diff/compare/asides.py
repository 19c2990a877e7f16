"""Stretches of a text that speak to its reader and say nothing: the questions that the next
sentence answers, what bids him read on, and what all is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Sentence

_ASKS = lazy(
    "怎么|怎样|如何|多少|多久|多长|哪[些里儿个种]?|什么|啥|谁|几[天个次项]|咋|呢\\?$|(.)不\\1"
    "|(?:能|可以?|行|会|要|得|需|用|成)[^,;。]{0,12}(?:吗|么|不)\\?$"
)
"""您是老年人吗? is no such question: it says who is meant."""
_LEADS = lazy(
    "(?:^|[,;。])(?P<lead>[^,;。:]{0,12}(?:贴士|提示|提醒|须知|课堂|问答|攻略|解读|看过来|记住|记牢|牢记|注意)"
    "[^,;。:]{0,6}):"
)
_GOOD_FOR = lazy(
    "(?:^|[,;:。])(?P<good>(?:为(?:了|使|让)|让|使|方便|便利|便于)[^,;:。0-9]{2,30})(?=[,;。]|$)"
)
_BRINGS = lazy("(?:免|补|领|享受|发放|给予|获得|收到|得到|支付|报销|优先)")
_ANYBODY = frozenset(["群众", "居民", "市民", "村民", "公众", "人", "者", "对象", "用户", "家长"])


def asides(sentence: Sentence, across: str, *, purposes: bool) -> list[tuple[int, int]]:
    """Where in a sentence such stretches stand, but for those that name people, or what people
    must be, of whom the other side, whose text is ``across``, does not speak.

    ``purposes``: whether what all is good for is among them.
    """
    text = sentence.text
    found: list[tuple[int, int]] = []
    if text.endswith("?") and _ASKS.search(text):
        found.append((0, len(text)))
    elif ":" in text:
        found += [match.span("lead") for match in _LEADS.finditer(text)]
    if purposes:
        found += [match.span("good") for match in _GOOD_FOR.finditer(text)]
    return [(a, b) for a, b in found if not _names(text[a:b], across)]


def _names(text: str, across: str) -> bool:
    return _BRINGS.search(text) is not None or any(
        word not in across and word not in _ANYBODY
        for word in cues("people", "condition").findall(text)
    )


def within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of some stretches."""
    return any(start <= place < end for start, end in stretches)
