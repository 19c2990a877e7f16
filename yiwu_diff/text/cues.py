"""Cue words: looking for any word of a list in a text.

A `Cues` answers like a compiled pattern of all its words would. There are dozens of lists, and
compiling them all took longer than everything they are needed for.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import compress, count
from operator import add
from typing import TYPE_CHECKING

from yiwu_diff.text.lexicon import any_of, longest_first, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_GAP = 20
"""``X…Y`` stands for X, at most so many characters but no mark, and Y."""
_MARKS = ",;。:"


@lru_cache(maxsize=64)
def pairs_of(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of a text, by which several tables are looked up."""
    return tuple(map(add, text, text[1:]))


def places_of(known: Container[str], parts: Iterable[str]) -> Iterator[int]:
    """Where, in a text or in its pairs of characters, one that is known stands."""
    return compress(count(), map(known.__contains__, parts))


class Found:
    """A cue where it stands; asked like a match."""

    __slots__ = ("first", "last", "text")

    def __init__(self, text: str, first: int, last: int) -> None:
        self.text = text
        self.first = first
        self.last = last

    def __getitem__(self, group: int) -> str:
        return self.text[self.first : self.last]

    def start(self) -> int:
        return self.first

    def end(self) -> int:
        return self.last

    def span(self) -> tuple[int, int]:
        return self.first, self.last


class Cues:
    """The words of a list: those with a gap first, then the longest."""

    def __init__(self, found: Iterable[str]) -> None:
        self._words = list(found)
        self._begins: dict[str, list[tuple[str, str]]] = {}
        """By first character: the word, and behind a gap its second part."""
        gaps = [word for word in self._words if "…" in word]
        plain = longest_first([word for word in self._words if "…" not in word])
        for word in [*gaps, *plain]:
            head, _, tail = word.partition("…")
            self._begins.setdefault(head[0], []).append((head, tail))
        self._heads = {
            first: tuple(head for head, _ in some) for first, some in self._begins.items()
        }

    @cached_property
    def pattern(self) -> str:
        """As a part of a pattern."""
        plain = any_of([word for word in self._words if "…" not in word])
        gaps = [
            re.escape(a) + rf"[^{_MARKS}]{{0,{_GAP}}}?" + re.escape(b)
            for a, _, b in (word.partition("…") for word in self._words if "…" in word)
        ]
        return "|".join([*gaps, plain] if plain else gaps)

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(self._words)

    def _places(self, text: str) -> Iterator[int]:
        """Where the first part of a cue stands."""
        heads = self._heads
        for at in places_of(heads, text):
            # Asked for all of them at once: mostly none stands there.
            if text.startswith(heads[text[at]], at):
                yield at

    def _end(self, text: str, at: int) -> int:
        """Where the cue that begins at a place ends; 0 where none does."""
        for head, tail in self._begins.get(text[at : at + 1], ()):
            if not text.startswith(head, at):
                continue
            end = at + len(head)
            if not tail:
                return end
            place = text.find(tail, end, end + _GAP + len(tail))
            if place >= 0 and not any(mark in text[end:place] for mark in _MARKS):
                return place + len(tail)
        return 0

    def finditer(self, text: str) -> Iterator[Found]:
        """Every cue in a text."""
        done = 0
        for at in self._places(text):
            if at >= done and (end := self._end(text, at)):
                yield Found(text, at, end)
                done = end

    def search(self, text: str) -> Found | None:
        """The first cue in a text."""
        for at in self._places(text):
            if end := self._end(text, at):
                return Found(text, at, end)
        return None

    def match(self, text: str) -> Found | None:
        """The cue that a text begins with."""
        end = self._end(text, 0)
        return Found(text, 0, end) if end else None

    def findall(self, text: str) -> list[str]:
        """Every cue in a text, as it is written."""
        return [found[0] for found in self.finditer(text)]

    def sub(self, by: str, text: str) -> str:
        """The text with another in place of each cue."""
        parts: list[str] = []
        done = 0
        for found in self.finditer(text):
            parts += [text[done : found.first], by]
            done = found.last
        return "".join([*parts, text[done:]])

    def ends(self, text: str) -> bool:
        """Whether a text ends in one of the words, of a list without gaps."""
        return text.endswith(self._endings)


@cache
def cues(*keys: str) -> Cues:
    """The cue words under some keys of the conditions lexicon; ``…`` is a gap."""
    return Cues(words("conditions", *keys))
