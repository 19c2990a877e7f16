"""Stretches of a text that speak to its reader and say nothing: the questions that the next
sentence answers, what bids him read on, and what all is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Phrase, Sentence

_ASKS = lazy(
    "怎么|怎样|如何|多少|多久|多长|哪[些里儿个种]?|什么|啥|谁|几[天个次项]|咋|呢\\?$|(.)不\\1"
    "|(?<![您你家])有[^,;。]{0,6}吗\\?$|(?:能|可以?|行|会|要|得|需|用|成)[^,;。]{0,12}(?:吗|么|不)\\?$"
)
"""您是老年人吗? is no such question: it says who is meant."""
_LEADS = lazy(
    "(?:^|[,;。])(?P<lead>[^,;。:]{0,12}(?:贴士|提示|提醒|须知|课堂|问答|攻略|解读|看过来|记住|记牢|牢记|注意)"
    "[^,;。:]{0,6}):"
)
_GOOD_FOR = lazy(
    "(?:^|[,;:。])(?P<good>(?:为(?:了|使|让)|使|方便|便利|便于)[^,;:。0-9]{2,30}"
    "|让[^,;:。0-9]{1,10}?(?:更|少|多|[放安省舒]心|满意|方便|便捷|尽[快早]|有所|受益|融入|不再)[^,;:。0-9]{0,14})"
    "(?=[,;。]|$)"
)
_GOOD = ("使", "让", "方便", "便利", "便于", "为了")
_BRINGS = lazy("免|补|领|享[受有]|发放|给予|提供|服务|开展|获得|收到|得到|支付|报销|优先")
_ANYBODY = frozenset(["群众", "居民", "市民", "村民", "公众", "人", "者", "对象", "用户", "家长"])


def asides(sentence: Sentence, *, purposes: bool) -> list[tuple[int, int]]:
    """Where in a sentence such stretches stand, but for those that speak of a gift.

    ``purposes``: whether what all is good for is among them.
    """
    text = sentence.text
    found: list[tuple[int, int]] = []
    if text.endswith("?") and _ASKS.search(text):
        found.append((0, len(text)))
    elif ":" in text:
        found += [match.span("lead") for match in _LEADS.finditer(text)]
    if purposes and any(word in text for word in _GOOD):
        found += [match.span("good") for match in _GOOD_FOR.finditer(text)]
    return [(a, b) for a, b in found if not _BRINGS.search(text, a, b)] if found else found


def idle(phrase: Phrase, stretches: Sequence[tuple[int, int]], across: str) -> bool:
    """Whether a phrase lies in one of these stretches, and names nobody, and nothing that
    people must be, that the other side, whose words are ``across``, does not name."""
    return within(phrase, stretches) and not any(
        word not in across and word not in _ANYBODY
        for word in cues("people", "condition").findall(phrase.content)
    )


def within(phrase: Phrase, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase lies in one of some stretches."""
    return any(start <= phrase.start < end for start, end in stretches)
