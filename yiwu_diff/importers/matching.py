"""Which item of the datasets an imported one is: of the standard it goes into, else, for its id,
of any other standard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwu_diff.compare.pairing import pair_items
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import How
    from yiwu_diff.importers.entries import Entry
    from yiwu_diff.standard.model import Item, Standard

MOST_ALIKE = 1000
"""A table of more rows is matched by name alone: likeness takes the product of both lengths."""


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

    An id means one item only, so that no item of another standard is taken twice.
    """
    found: dict[int, Match] = {}
    used = {item.id for item in before.items} if before is not None else set()
    used |= {entry.item.id for entry in entries if entry.item.id}
    if before is not None:
        pairs = _pairs if len(entries) <= MOST_ALIKE else _called_the_same
        for base, entry, how, sure in pairs(before.items, entries):
            found[id(entry)] = Match(entry, base, None, before.ref, how, sure)
    for pairs in (_called_the_same, _pairs):
        for standard in library:
            rest = [entry for entry in entries if id(entry) not in found and not entry.item.id]
            free = [item for item in standard.items if item.id and item.id not in used]
            if pairs is _pairs and len(rest) > MOST_ALIKE:
                break
            for base, entry, how, sure in pairs(free, rest):
                found[id(entry)] = Match(entry, None, base, standard.ref, how, sure)
                used.add(base.id)
    return [found.get(id(entry)) or Match(entry) for entry in entries]


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
        (pair.base, pair.target, pair.how, pair.sure) for pair in pairing.pairs
    ]
    # A part may look as if it were split off from an item that is there itself.
    divided = [(split.base, target) for split in pairing.split for target in split.targets]
    divided += [(base, merge.target) for merge in pairing.merged for base in merge.bases]
    found += [(base, target, "name", True) for base, target in divided if _same_name(base, target)]
    return [(base, by_item[id(target)], how, sure) for base, target, how, sure in found]


def _same_name(base: Item, target: Item) -> bool:
    return level(target.name) in _names(base)
