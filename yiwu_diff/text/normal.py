"""Normalise a text and keep the way back to its original characters.

Layout carries no meaning in a standard: full and half width, kinds of quotes, brackets and
dashes, spaces and line breaks. All of them are levelled before anything is compared.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARKS: dict[str, str | None] = {
    # Quotation marks come and go without meaning.
    **dict.fromkeys("“”„‟「」『』〝〞″＂\"‘’‚‛′｀`´'", None),
    **dict.fromkeys("〔〖【［[{｛", "("),
    **dict.fromkeys("〕〗】］]}｝", ")"),
    **dict.fromkeys("‐‑‒–—―−─━﹣－﹘", "-"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys("•・‧∙⋅●", "·"),
    **dict.fromkeys("｡", "。"),
    "〈": "《",
    "〉": "》",
    "×": "x",
    "≧": "≥",
    "≦": "≤",
    "⩾": "≥",
    "⩽": "≤",
    "〇": "零",
}
_LEVEL = str.maketrans(_MARKS)
# With the spaces go combining marks that stand alone, which Chinese does not use.
_SPACE = lazy(r"[\s\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad\x00-\x1f\x7f]+")
# Runs whose normal form can depend on their neighbours: everything outside ASCII, the CJK
# ideographs and the CJK punctuation, together with the character before it.
_COMPOSING = lazy(r"(?s).?[^\x00-\x7f\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]+")
_COMMON = (*zip("，；：（）％", ",;:()%", strict=True), ("“", ""), ("”", ""))
"""What stands in nearly every text, and what becomes of it."""
_ALONE: dict[str, str] = {
    **{mark: _MARKS[mark] or "" for mark in "—–〔〕【】「」‘’•〈〉×"},
    **{letter: letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **dict.fromkeys(" \t\r\n\u3000", ""),
    **dict(zip("≥≤∶‰", "≥≤∶‰", strict=True)),
}
"""What becomes of characters that are rarer, and whose normal form hangs on no neighbour."""
# Everything but what is its own normal form, wherever it stands.
_ODD = lazy(r"[^0-9a-z\u4e00-\u9fff。、《》,;:()%./+=<>!?&#@*_~·-]")


@lru_cache(maxsize=1024)
def level(text: str) -> str:
    """The normal form of a text, without the way back. Fast: a run levels thousands of texts,
    and looking up each character of each would be most of its time. Several parts of the engine
    ask for that of the same field."""
    for mark, plain in _COMMON:
        text = text.replace(mark, plain)
    odd = set(_ODD.findall(text))
    if not odd <= _ALONE.keys():
        # One that does hang on its neighbours: they must all be there still.
        return _levelled(text)
    for char in odd:
        text = text.replace(char, _ALONE[char])
    return text


def level_all(words: Iterable[str]) -> list[str]:
    """The normal forms of many words, at once; none of them may hold a full stop."""
    return level("。".join(words)).split("。")


@lru_cache(maxsize=4096)
def _level_piece(piece: str) -> str:
    return level(piece)


def _levelled(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    return _SPACE.sub("", text.translate(_LEVEL)).lower()


class Normal(NamedTuple):
    """A normal form with the way back.

    ``text[i:j]`` came from ``original[starts[i]:ends[j - 1]]``.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a piece of the normal form; an empty piece stays empty."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.length
            if 0 < start <= len(self.ends):
                place = self.ends[start - 1]
            return place, place
        return self.starts[start], self.ends[end - 1]

    def moved(self, by: int) -> Normal:
        """The same text so much farther on."""
        starts, ends = (
            range(places.start + by, places.stop + by)
            if isinstance(places, range)
            else tuple(place + by for place in places)
            for places in (self.starts, self.ends)
        )
        return Normal(self.text, starts, ends)

    @property
    def length(self) -> int:
        return self.ends[-1] if self.ends else 0


def normalise(text: str, offset: int = 0) -> Normal:
    """The normal form of ``text`` with offsets, which count from ``offset``."""
    plain = level(text)
    if len(plain) == len(text) and all(
        len(_level_piece(char)) == 1 for char in set(_ODD.findall(text))
    ):
        # Nothing is folded or dropped: each character stands for itself.
        places = range(offset, offset + len(text) + 1)
        return Normal(plain, places[:-1], places[1:])
    return _normalised(text, offset)


def _normalised(text: str, offset: int) -> Normal:
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(start: int, end: int) -> None:
        for char in _level_piece(text[start:end]):
            chars.append(char)
            starts.append(offset + start)
            ends.append(offset + end)

    at = 0
    for run in _COMPOSING.finditer(text):
        for index in range(at, run.start()):
            add(index, index + 1)
        add(run.start(), run.end())
        at = run.end()
    for index in range(at, len(text)):
        add(index, index + 1)
    return Normal("".join(chars), tuple(starts), tuple(ends))
