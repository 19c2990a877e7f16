"""Wording: 分别 before a single thing, and what an entry lacks that its siblings say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.note.findings import Finding, shorten
from yiwu_diff.note.words import lexicon
from yiwu_diff.text.lexicon import any_of
from yiwu_diff.text.normal import level
from yiwu_diff.text.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.note.context import Context

_RESPECTIVELY = re.compile(
    r"[^，。；：、（）()]{0,24}分别(?:为|是|达到|达|提高到|提高至|调整为|调整到|增至|降至|不低于|不高于|不超过)"
    r"(?P<what>[^。）)\n；;]{1,60})"
)
_BASE_PHRASE = re.compile(r"在[^，。；]{0,20}基础上")
_MOST_SAY_SO = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Read the lists' headings and entries as an editor does."""
    yield from _respectively(context)
    yield from _siblings(context)


def _respectively(context: Context) -> Iterator[Finding]:
    for one in context.lists:
        if "分别" in one.heading and one.claimed == 1 and len(one.entries) <= 1:
            yield Finding(
                "respectively-one",
                "note",
                one.line,
                "只有1项，不应用“分别”",
                "“respectively” announces a single item",
                shorten(one.heading, 60),
            )
        for entry in one.entries:
            for match in _RESPECTIVELY.finditer(entry.quote):
                found = quantities(level(match["what"]))
                if len(found) == 1 and found[0].form == "one":
                    yield Finding(
                        "respectively-one",
                        "note",
                        entry.line,
                        f"“分别”之后只有一个数值（{match['what'].strip()}）",
                        f"“respectively” stands before a single figure ({match['what'].strip()})",
                        shorten(match[0]),
                    )


def _siblings(context: Context) -> Iterator[Finding]:
    phrases = [("在…标准基础上", _BASE_PHRASE)]
    for shown, words in lexicon()["sibling_phrases"].items():
        phrases.append((shown, re.compile(any_of(words))))
    for one in context.lists:
        entries = [entry for entry in one.entries if entry.number is not None]
        if len(entries) < 3:
            continue
        for shown, pattern in phrases:
            lacking = [entry for entry in entries if not pattern.search(entry.quote)]
            if not lacking or len(lacking) > (1 - _MOST_SAY_SO) * len(entries):
                continue
            for entry in lacking:
                yield Finding(
                    "sibling-phrase",
                    "note",
                    entry.line,
                    f"缺少同一清单其他各条都有的“{shown}”",
                    f"lacks “{shown}”, which the other entries of the list have",
                    shorten(entry.quote),
                )
