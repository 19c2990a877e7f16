"""Which item of the datasets an imported one is: of the standard it goes into, else, for its id,
of any other standard."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwu_diff.compare.pairing import pair_items
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from yiwu_diff.compare.model import How, Pair
    from yiwu_diff.importers.entries import Entry
    from yiwu_diff.standard.model import Item, Standard

MOST_ALIKE = 1000
"""A table of more rows is matched by name alone: likeness takes the product of both lengths."""
_NEWS = re.compile(
    r"\s*[（(〔【](?:本次|今年)?(?:新增|调整|修订|修改|提标|扩面)(?:项目|事项)?[）)〕】]$"
)
SURE_NAME = 0.8
"""From this share of common characters on nobody is asked about an item of which there is no text
to compare."""


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """An imported item and its counterpart."""

    entry: Entry
    item: Item | None = None
    """The item of the standard that it goes into."""
    model: Item | None = None
    """Where there is none: the item of another standard that it is the same as."""
    model_ref: str = ""
    how: How = "none"
    sure: bool = True


def match(
    entries: Sequence[Entry], before: Standard | None, library: Sequence[Standard]
) -> list[Match]:
    """Pair each entry, with ``before`` first and then with the standards of ``library`` in their
    order: by id, by name and alias in all of them, then by likeness.

    A name that ``before`` lacks and another standard has leads by its id to the item of
    ``before`` that is called otherwise. An id means one item only, so that no item of another
    standard is taken twice.
    """
    standards = [*([before] if before is not None else []), *library]
    known = {name for standard in standards for item in standard.items for name in _names(item)}
    plain = Counter(_NEWS.sub("", entry.item.name) for entry in entries)
    entries = [
        _without_news(entry, known) if plain[_NEWS.sub("", entry.item.name)] == 1 else entry
        for entry in entries
    ]
    matcher = _Matcher(entries, before)
    rounds = (_called_the_same, _pairs) if len(entries) <= MOST_ALIKE else (_called_the_same,)
    for pairs in rounds:
        matcher.of_own(pairs)
        for standard in library:
            matcher.of_other(standard, pairs)
    return [matcher.found.get(id(entry)) or Match(entry) for entry in entries]


def _without_news(entry: Entry, known: Container[str]) -> Entry:
    """An entry without the word behind its name that only says what this edition did to it,
    where the item is known by the name alone: 孕产妇健康服务（新增）."""
    name = _NEWS.sub("", entry.item.name)
    if not name or name == entry.item.name:
        return entry
    if level(entry.item.name) in known or level(name) not in known:
        return entry
    return replace(entry, item=replace(entry.item, name=name))


class _Matcher:
    """The entries and items that are still without a counterpart."""

    def __init__(self, entries: Sequence[Entry], before: Standard | None) -> None:
        self.entries = list(entries)
        self.own = list(before.items) if before is not None else []
        self.ref = before.ref if before is not None else ""
        self.found: dict[int, Match] = {}
        self.used: set[str | None] = {entry.item.id for entry in entries if entry.item.id}

    def of_own(self, pairs: Callable[[Sequence[Item], Sequence[Entry]], _Pairs]) -> None:
        for item, entry, how, sure in pairs(self.own, self.entries):
            self._take(entry, Match(entry, item, None, self.ref, how, sure))
            self._drop(item)

    def of_other(
        self, standard: Standard, pairs: Callable[[Sequence[Item], Sequence[Entry]], _Pairs]
    ) -> None:
        own: dict[str | None, Item] = {item.id: item for item in self.own if item.id}
        rest = [entry for entry in self.entries if not entry.item.id]
        free = [item for item in standard.items if item.id and item.id not in self.used]
        for model, entry, how, sure in pairs(free, rest):
            item = own.get(model.id)
            if item is None:
                self._take(entry, Match(entry, None, model, standard.ref, how, sure))
            else:
                self._take(entry, Match(entry, item, None, standard.ref, how, sure))
                self._drop(item)
            self.used.add(model.id)

    def _take(self, entry: Entry, match: Match) -> None:
        self.found[id(entry)] = match
        self.entries = [one for one in self.entries if one is not entry]

    def _drop(self, item: Item) -> None:
        self.used.add(item.id)
        self.own = [one for one in self.own if one is not item]


_Pairs = list[tuple["Item", "Entry", "How", bool]]


def _called_the_same(items: Sequence[Item], entries: Sequence[Entry]) -> _Pairs:
    """The pairs of one name or alias."""
    wanted = {level(entry.item.name) for entry in entries}
    named = [item for item in items if not wanted.isdisjoint(_names(item))]
    names = {name for item in named for name in _names(item)}
    found = _pairs(named, [entry for entry in entries if level(entry.item.name) in names])
    return [pair for pair in found if pair[2] in ("id", "name", "alias")]


def _names(item: Item) -> list[str]:
    return [*map(level, (item.name, *item.aliases))]


def _pairs(items: Sequence[Item], entries: Sequence[Entry]) -> _Pairs:
    """The pairs that the comparison would make."""
    if not items or not entries:
        return []
    by_item = {id(entry.item): entry for entry in entries}
    pairing = pair_items(items, [entry.item for entry in entries])
    found: list[tuple[Item, Item, How, bool]] = [
        (pair.base, pair.target, pair.how, pair.sure and not _by_name_alone(pair))
        for pair in pairing.pairs
    ]
    # A part may look as if it were split off from an item that is there itself.
    divided = [(split.base, target) for split in pairing.split for target in split.targets]
    divided += [(base, merge.target) for merge in pairing.merged for base in merge.bases]
    found += [(base, target, "name", True) for base, target in divided if _same_name(base, target)]
    return [(base, by_item[id(target)], how, sure) for base, target, how, sure in found]


def _by_name_alone(pair: Pair) -> bool:
    """Whether nothing but a likeness of names speaks for a pair: 重度残疾人托养补贴 is not
    残疾人托养服务, and whoever imports it had its text under the other's name."""
    if pair.how != "similar" or any(pair.base.text(field) for field in FIELDS):
        return False
    from difflib import SequenceMatcher

    old, new = level(pair.base.name), level(pair.target.name)
    return SequenceMatcher(None, old, new, autojunk=False).ratio() < SURE_NAME


def _same_name(base: Item, target: Item) -> bool:
    return level(target.name) in _names(base)
