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
    if before is not None:
        for base, entry, how, sure in _pairs(before.items, entries):
            found[id(entry)] = Match(entry, base, None, before.ref, how, sure)
    used = {item.id for item in before.items} if before is not None else set()
    used |= {entry.item.id for entry in entries if entry.item.id}
    for alike in (False, True):
        for standard in library:
            rest = [entry for entry in entries if id(entry) not in found and not entry.item.id]
            free = [item for item in standard.items if item.id and item.id not in used]
            if not rest or not free:
                continue
            for base, entry, how, sure in _pairs(free, rest):
                if alike or how in ("name", "alias"):
                    found[id(entry)] = Match(entry, None, base, standard.ref, how, sure)
                    used.add(base.id)
    return [found.get(id(entry)) or Match(entry) for entry in entries]


def _pairs(items: Sequence[Item], entries: Sequence[Entry]) -> list[tuple[Item, Entry, How, bool]]:
    by_item = {id(entry.item): entry for entry in entries}
    pairing = pair_items(items, [entry.item for entry in entries])
    found = [(pair.base, pair.target, pair.how, pair.sure) for pair in pairing.pairs]
    # A part may look as if it were split off from an item that is there itself.
    divided = [(split.base, target) for split in pairing.split for target in split.targets]
    divided += [(base, merge.target) for merge in pairing.merged for base in merge.bases]
    found += [(base, target, "name", True) for base, target in divided if _same_name(base, target)]
    return [(base, by_item[id(target)], how, sure) for base, target, how, sure in found]


def _same_name(base: Item, target: Item) -> bool:
    return bool({*map(level, (base.name, *base.aliases))} & {*map(level, (target.name,))})
