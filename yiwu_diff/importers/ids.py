"""Ids for new items: words of pinyin, short, the same for the same name, never one that another
item has."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

MOST_WORDS = 5

_LATIN = re.compile(r"[A-Za-z0-9]+(?:[-.—–~～][A-Za-z0-9]+)*")
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]+")
_PIECE = re.compile(f"{_LATIN.pattern}|{_CHINESE.pattern}")
# Between words, and no part of one.
_JOINTS = re.compile(r"[的和与及或岁]")
# Words of three: 残疾人, 孕产妇, 新生儿, 生活费, 奖学金. 人 is no end in 人员, 人才, 人口 …
_ENDS = re.compile(
    r"人(?![员口才事力民群均工体文类])|儿(?!童)|[妇病者员院站所]|费(?!用)|金(?![融额属])"
)


def make_id(name: str, taken: Container[str]) -> str:
    """A readable id of at most five words that is not taken: 困难残疾人生活补贴 becomes
    ``kunnan-canjiren-shenghuo-butie``."""
    words = [*_words(name)] or ["item"]
    for size in range(min(MOST_WORDS, len(words)), len(words) + 1):
        # A taken one grows by the words that tell the two apart.
        if (id := "-".join(words[:size])) not in taken and size <= MOST_WORDS + 2:
            return id
    short = "-".join(words[:MOST_WORDS])
    return next(id for n in count(2) if (id := f"{short}-{n}") not in taken)


def make_name(text: str) -> str:
    """The name of a domain's file, where no edition shows one."""
    return "-".join([*_words(text)][:MOST_WORDS]) or "domain"


def _words(name: str) -> Iterator[str]:
    for piece in _PIECE.findall(name):
        if _LATIN.fullmatch(piece):
            yield re.sub(r"[^a-z0-9]+", "-", piece.lower())
            continue
        sounds = _sounds(piece)
        for start, end in _cut(piece):
            if word := "".join(sounds[start:end]):
                yield word


def _sounds(piece: str) -> list[str]:
    # A quarter of a second of import, only for who needs a new id.
    from pypinyin import Style, pinyin

    # It takes a list too, one for each character that it does not know; its types do not say so.
    unknown: Any = lambda chars: [""] * len(chars)  # noqa: E731
    found = pinyin(piece, style=Style.NORMAL, errors=unknown)
    return [re.sub("[^a-z]", "", sound[0]) for sound in found]


def _cut(piece: str) -> Iterator[tuple[int, int]]:
    """Where the words of a run of Chinese characters probably are: mostly they have two."""
    start = 0
    for part in _JOINTS.split(piece):
        for run in _runs(part):
            odd = len(run) % 2 == 1 and len(run) > 1
            ends = bool(_ENDS.fullmatch(run[-1:]))
            sizes = [2] * (len(run) // 2) or [1]
            if odd:
                sizes[-1 if ends else 0] += 1
            for size in sizes:
                yield start, start + size
                start += size
        start += 1


def _runs(part: str) -> Iterator[str]:
    """The part cut behind the characters that end a word of three."""
    start = 0
    for match in _ENDS.finditer(part):
        if match.end() - start >= 2:
            yield part[start : match.end()]
            start = match.end()
    if start < len(part):
        yield part[start:]
