"""A note and the comparison that it is set against, matched to each other once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.note.names import Match, NameBook
from yiwu_diff.note.words import stem

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.note.model import Claim, Entry, Note, NoteList
    from yiwu_diff.standard.model import Standard

Speaks = Literal["base", "target", "other", "nothing"]

_PLACE = re.compile(r"国家|[\u4e00-\u9fff]{2,}?[省市县区](?!级)|[省市县]级?标准")
_UPPER = re.compile(r"上级|上位|原标准|旧版|上一版|现行标准")
_LEVEL_WORDS = {"national": "国家", "province": "省", "prefecture": "市", "county": "县"}


class Listed(NamedTuple):
    """An entry of the note and the item that it means."""

    list: NoteList
    entry: Entry
    match: Match | None


@dataclass(frozen=True)
class Context:
    """What every check works on."""

    note: Note
    comparison: Comparison

    @cached_property
    def book(self) -> NameBook:
        return NameBook(self.comparison)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims about this comparison."""
        return tuple(one for one in self.note.claims if self._about_this(one))

    @cached_property
    def lists(self) -> tuple[NoteList, ...]:
        """The lists about this comparison."""
        return tuple(one for one in self.note.lists if self._about_this(one))

    @cached_property
    def distinct(self) -> tuple[Claim, ...]:
        return tuple(one for one in self.note.distinct if self._about_this(one))

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every entry of every list, in the note's order."""
        return tuple(
            Listed(one, entry, self.book.find(entry.name))
            for one in self.lists
            for entry in one.entries
        )

    def _about_this(self, one: Claim | NoteList) -> bool:
        return self.speaks_of(one.against) in ("base", "nothing") and self.speaks_of(
            one.subject
        ) in ("target", "nothing")

    def speaks_of(self, words: str) -> Speaks:
        """Which standard some words of the note mean."""
        base, target = self.comparison.base, self.comparison.target
        if not words:
            return "nothing"
        if place(base) == place(target):
            for side, standard in (("base", base), ("target", target)):
                if standard.edition and standard.edition in words:
                    return side  # type: ignore[return-value]
            return "base" if _UPPER.search(words) else "nothing"
        if stem(place(base)) in words:
            return "base"
        if stem(place(target)) in words or re.search(r"我[省市县区]|本[省市县区]", words):
            return "target"
        if _UPPER.search(words):
            return "base"
        found = _PLACE.search(words)
        if found is None:
            return "nothing"
        word = _LEVEL_WORDS.get(base.level or "")
        return "base" if word and found[0].rstrip("级标准") == word else "other"


def place(standard: Standard) -> str:
    """What the note calls the standard after."""
    named = re.match(r"[《\s]*([\u4e00-\u9fff]{2,8}?)(?:基本公共服务|标准)", standard.title)
    return standard.name or (named[1] if named else "") or standard.jurisdiction


def short_title(standard: Standard) -> str:
    """金华标准."""
    return f"{stem(place(standard))}标准"


def labels_of(entry: ItemComparison) -> tuple[LabelName, ...]:
    """The labels of an item but ``unchanged``."""
    return tuple(name for name in entry.ordered_labels if name != "unchanged")


def on_weak_text(entry: ItemComparison) -> bool:
    """Whether the texts it rests on are none that anybody published."""
    return entry.basis in ("reconstructed", "named")
