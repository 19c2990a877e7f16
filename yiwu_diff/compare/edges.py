"""The member that a list begins or ends with, apart from what stands before or behind the list.

社区食堂供应午餐、晚餐: the first phrase holds 午餐 and what leads into the list, the last one what
follows it. That all this is put in other words does not mean that the member is gone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import words
from yiwu_diff.text.reading import LINKS, bigrams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.text.reading import Phrase


def kept(phrase: Phrase, side: Side, other: Side) -> tuple[int, int] | None:
    """The first and last character of what stands around the member, in a phrase that a list
    begins or ends with, if the other side has the member as well."""
    if closes(phrase) and _OF.match(phrase.sentence.text, phrase.start, phrase.at[0][0]):
        # 单位和个人的义务: the member itself says nothing that is compared.
        return 0, len(phrase.content) - 1
    for first, last, own in _cores(phrase):
        core = phrase.content[first : last + 1]
        if core in _kinds():
            continue
        there = [one for one in other.phrases if core in one.content and not _asked(one)]
        if not there and own and any(bounded(core, one.text) for one in other.sentences):
            # 村(社区), which is read as a place
            return (0, first - 1) if first else (last + 1, len(phrase.content) - 1)
        if not own and not (
            _may_surround(phrase, first, last, other)
            and any(_apart(one, core, phrase) for one in there)
        ):
            continue
        here = sum(core in one.content for one in side.phrases)
        if there and (here <= len(there) or _listed_there(phrase, there, other)):
            return (0, first - 1) if first else (last + 1, len(phrase.content) - 1)
    return None


def _asked(phrase: Phrase) -> bool:
    """Whether it stands in a question, which gives nothing."""
    return phrase.sentence.text.endswith("?")


def _listed_there(phrase: Phrase, there: Sequence[Phrase], other: Side) -> bool:
    """Whether one of the phrases stands beside what answers to the next member of the list."""
    next_one = phrase.after if opens(phrase) else phrase.before
    if next_one is None:
        return False
    partner, score = other.partner(next_one)
    return (
        partner is not None
        and score >= _ALIKE
        and any(one.sentence is partner.sentence and one.clause == partner.clause for one in there)
    )


_ALIKE = 0.25
"""So like must be what answers to the next member."""


_OF = lazy("(?:个人|单位|机构|组织|人员|部门)(?:的|都|均)")


def bounded(name: str, text: str) -> int:
    """How often a name stands in a text as a word of its own."""
    found, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        found += text[max(0, at - 1) : at] in _BEFORE and text[end : end + 1] in _BEHIND
        at = text.find(name, end)
    return found


_BEFORE = ("", *"、和及与或(,;。对在到向为给由")
_BEHIND = ("", *"、和及与或),;。:的等")


def outside(phrase: Phrase, first: int, last: int) -> bool:
    """用人单位应当在终止或者解除: whether a stretch of a phrase is set apart from the member that a
    list begins or ends with."""
    at, end, text = phrase.at, len(phrase.content) - 1, phrase.sentence.text
    if opens(phrase):
        return last < end and _GAP.search(text, at[last][1], at[last + 1][0]) is not None
    return (
        closes(phrase)
        and first > 0
        and _GAP.search(text, at[first - 1][1], at[first][0]) is not None
    )


# What joins no two parts of one name.
_GAP = lazy("[的可应都均须予其在于为由对向给以将把中后时]")


def opens(phrase: Phrase) -> bool:
    """Whether a list begins with it."""
    return phrase.listed and phrase.link not in LINKS


def closes(phrase: Phrase) -> bool:
    """Whether a list ends with it."""
    after = phrase.after
    return phrase.listed and not (
        after is not None
        and after.clause == phrase.clause
        # Before 等 nothing follows.
        and (after.link == "等" or after.link in LINKS)
    )


def _cores(phrase: Phrase) -> Iterator[tuple[int, int, bool]]:
    """What may be the member, the longest first, as its first and last character, and whether
    the phrase itself shows that it begins or ends there."""
    content, at, text = phrase.content, phrase.at, phrase.sentence.text
    last = len(content) - 1
    if opens(phrase):
        for n in range(1, last):
            before, begin = at[n - 1][1], at[n][0]
            if before <= begin:
                yield n, last, before < begin or _leads(text[phrase.start : begin])
    elif closes(phrase):
        for n in range(last, 1, -1):
            end, behind = at[n - 1][1], at[n][0]
            if end <= behind:
                named = cues("people").ends(content[:n]) and not cues("people").match(content[n:])
                follows = _FOLLOWS.match(text, behind)
                yield 0, n - 1, end < behind or named or follows is not None


def _leads(text: str) -> bool:
    return cues("does", "brings", "grant").ends(text) or _LEADS.search(text) is not None


_LEADS = lazy(
    "(?:供应|委托|进入|乘坐|使用|领取|[对向为给在以由将把与同按]|(?:内容|对象|项目|范围)[是有包含括主要]+)$"
)
_FOLLOWS = lazy("组成|构成|怎么|如何|怎样|免费|免收|免交|享受|优先|乘坐|进入|使用|领取")


def _may_surround(phrase: Phrase, first: int, last: int, other: Side) -> bool:
    """Whether what stands around may be more than a word that tells the member from another
    (轻度失能), and is no act of its own that the other side does not know."""
    if opens(phrase):
        return first > 2
    rest = bigrams(phrase.content[last + 1 :])
    return 2 * sum(gram in other.index for gram in rest) >= len(rest)


def _apart(one: Phrase, core: str, phrase: Phrase) -> bool:
    """Whether a phrase of the other side shows that what it shares with this one begins or ends
    there, and what this one says besides tells no group from another."""
    if cues("condition").search(phrase.content.replace(core, "", 1)):
        return False
    first = one.content.find(core)
    last = first + len(core)
    if opens(phrase):
        return first == 0 or one.at[first - 1][1] < one.at[first][0]
    return last == len(one.content) or one.at[last - 1][1] < one.at[last][0]


@cache
def _kinds() -> frozenset[str]:
    """What many a member ends in."""
    return frozenset(words("conditions", "kinds"))
