"""How surely two items are one, and how surely one is a part of another.

Names and texts are compared by their characters and pairs of characters. What fewer items hold
weighs more. All weights are whole numbers, so that no order of adding can change a score. What
speaks for and against two items is added up in points, which become a likelihood from 0 to 1.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from yiwu_diff.compare.profile import (
    Profile,
    conflict,
    everyday,
    name_of,
    opposed,
    profile,
    telling_name,
)
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwu_diff.standard.model import Item

_LISTED = lazy("[、和与及]")
_LESS, _MORE = 0.9, 0.3
"""How much it counts what each of two names has of its own: of the one that has less, and of
the one that has more."""
_FLOOR = 1.0
"""What is added to each weight: the rarity of a pair counts the less, the more this is."""
_OPPOSED = 0.5
"""What is left of a name's likeness where both tell, and tell different things."""
_SINGLE = 40
"""What a character weighs against a pair, of 100."""
_EVERYDAY = 60
"""What a pair of characters of an everyday word weighs, of 100."""
_BOUND = 4.0
"""More points than this, for or against, say nothing more of a part."""
NEVER = -9.0
"""The points of two items that cannot be one."""
_LITTLE = 0.12
"""Two items that share less than this of either and nothing telling in their names are two."""
_WIDE = 0.3
"""What is added to the weights of the whole of an item."""

# The points of each fact, as tools/fit_pairing.py prints them.
POINTS: Mapping[str, float] = {
    "start": -5.5,
    "named": -0.66,
    "name": 1.17,
    "letters": 1.71,
    "label": 2.53,
    "told": -0.08,
    "text": 2.54,
    "body": 2.45,
    "whole": 4.97,
    "within": 3.48,
    "both who": -0.3,
    "who": 1.29,
    "both service": 0.2,
    "service": 1.02,
    "twins": -2.48,
    "other who": -2.16,
    "opposed": -0.93,
}
PART: Mapping[str, float] = {
    "start": -0.42,
    "alike": 0.9,
    "untold": 0.47,
    "untold alike": 0.2,
    "member": 2.61,
    "label held": 0.33,
    "both who": -0.01,
    "who held": 0.55,
    "other who": -0.59,
    "kind": 0.94,
    "opposed": -0.4,
    "twins": -0.69,
    "name part": -0.16,
    "text part": 0.12,
    "filled": 0.95,
    "own": 0.69,
    "label left": 0.65,
    "label again": -0.69,
    "fresh": 0.5,
    "label fresh": 0.45,
    "listed": 0.31,
    "covered": -0.88,
    "label covered": 0.29,
    "untold covered": -0.76,
    "partner": -0.25,
    "sibling": 0.11,
    "one service": 0.63,
}


def odds(points: float) -> float:
    """The likelihood that points stand for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


class _Weights(dict[str, int]):
    """What characters weigh, and what all others do."""

    def __init__(self, known: Mapping[str, int], unseen: int) -> None:
        super().__init__(known)
        self._unseen = unseen

    def __missing__(self, gram: str) -> int:
        return self._unseen


class Profiles:
    """The profiles of two lists of items, and what each pair of characters weighs among them.

    The names of all items count, but only the texts of those that are ``open``: the others are
    seldom asked for, and reading texts is what costs.
    """

    def __init__(
        self,
        base: Sequence[Item],
        target: Sequence[Item],
        open_base: Sequence[Item],
        open_target: Sequence[Item],
    ) -> None:
        self._of: dict[int, Profile] = {}
        self._masses: dict[int, tuple[int, int, int]] = {}
        self._found: dict[tuple[int, int], float] = {}
        self._sizes: dict[frozenset[str], int] = {}
        self._items = base, target
        self._open = open_base, open_target

    # Found out when first asked for: where few items are left over, mostly nobody asks.
    @cached_property
    def _name_weight(self) -> dict[str, int]:
        return _weights(
            [[name_of(telling_name(item)).grams for item in side] for side in self._items], _FLOOR
        )

    @cached_property
    def _text_weight(self) -> _Weights:
        found = _weights([[self.of(item).text for item in side] for side in self._open], _FLOOR)
        return _Weights(found, max(found.values(), default=100))

    @cached_property
    def _whole_weight(self) -> _Weights:
        found = _weights(
            [[p.whole | p.service for p in map(self.of, side)] for side in self._open],
            _WIDE,
        )
        light = everyday()
        return _Weights(
            {
                gram: n
                * (_SINGLE if len(gram) == 1 else _EVERYDAY if gram in light else 100)
                // 100
                for gram, n in found.items()
            },
            100,
        )

    def of(self, item: Item) -> Profile:
        """The profile of an item."""
        found = self._of.get(id(item))
        if found is None:
            found = self._of[id(item)] = profile(item)
        return found

    def _mass(self, item: Item) -> tuple[int, int, int]:
        """What the name, the text and the whole of an item weigh."""
        found = self._masses.get(id(item))
        if found is None:
            own = self.of(item)
            found = self.name_mass(own, own.name), self.text_mass(own.text), self.mass(own.whole)
            self._masses[id(item)] = found
        return found

    def name_mass(self, of: Profile, grams: Iterable[str]) -> int:
        """What some characters of a name weigh."""
        weight = self._name_weight
        return sum(of.name[gram] * weight[gram] for gram in grams)

    def text_mass(self, grams: Iterable[str]) -> int:
        """What some pairs of characters of a text weigh."""
        return sum(map(self._text_weight.__getitem__, grams))

    def mass(self, grams: Iterable[str]) -> int:
        """What some characters and pairs of characters weigh."""
        return sum(map(self._whole_weight.__getitem__, grams))

    def _size(self, grams: frozenset[str]) -> int:
        """The same, kept: for sets that are asked for again and again."""
        found = self._sizes.get(grams)
        if found is None:
            found = self._sizes[grams] = self.mass(grams)
        return found

    def comparable(self, a: Item, b: Item) -> bool:
        """Whether both items have a text, or share a telling part of their names."""
        x, y = self.of(a), self.of(b)
        return bool(x.text and y.text) or bool(x.act & y.act)

    def name_likeness(self, a: Item, b: Item) -> float:
        """How alike two names are. A name that only says more than the other is nearly the
        same; two that each say something of their own are not."""
        x, y = self.of(a), self.of(b)
        of_x = self.name_mass(x, (g for g in x.name if g in y.name or g in y.implied))
        of_y = self.name_mass(y, (g for g in y.name if g in x.name or g in x.implied))
        rest = sorted((self._mass(a)[0] - of_x, self._mass(b)[0] - of_y))
        shared = max(of_x, of_y)
        if not shared:
            return 0.0
        score = shared / (shared + _LESS * rest[0] + _MORE * rest[1])
        if opposed(x, y):
            score *= _OPPOSED
        return score

    def text_likeness(self, a: Item, b: Item) -> float:
        """How alike two texts are."""
        x, y = self.of(a), self.of(b)
        one, other = self._mass(a)[1], self._mass(b)[1]
        shared = self.text_mass(x.text & y.text)
        if not shared:
            return 0.0
        return 0.6 * 2 * shared / (one + other) + 0.4 * shared / min(one, other)

    def shared(self, x: frozenset[str], y: frozenset[str]) -> float:
        """How much two sets have in common."""
        both = self.mass(x & y)
        return 2 * both / (self._size(x) + self._size(y)) if both else 0.0

    def held(self, x: frozenset[str], y: frozenset[str]) -> float:
        """How much of a set stands in another."""
        both = self.mass(x & y)
        return both / self._size(x) if both else 0.0

    def _letters(self, x: Profile, y: Profile) -> float:
        """How much two names share of their single characters: short forms keep those."""
        one, other = ([g for g in p.name if len(g) == 1] for p in (x, y))
        most = min(self.name_mass(x, one), self.name_mass(y, other))
        both = [g for g in one if g in y.name]
        return min(self.name_mass(x, both), self.name_mass(y, both)) / most if most else 0.0

    def _shared(self, x: frozenset[str], y: frozenset[str]) -> float:
        """How much two sets have in common."""
        both = self.mass(x & y)
        return 2 * both / (self._size(x) + self._size(y)) if both else 0.0

    def _held(self, x: frozenset[str], y: frozenset[str]) -> float:
        """How much of a set stands in another."""
        both = self.mass(x & y)
        return both / self._size(x) if both else 0.0

    def facts(self, a: Item, b: Item) -> dict[str, float]:
        """What speaks for and against two items being one; nothing where they share
        little, or have nothing but names that exclude each other."""
        x, y = self.of(a), self.of(b)
        inside = x.core & y.core or x.label <= y.whole or y.label <= x.whole
        common = x.whole & y.whole
        if not inside and len(common) < _LITTLE * min(len(x.whole), len(y.whole)):
            return {}
        one, other, both = self._mass(a)[2], self._mass(b)[2], self.mass(common)
        if not inside and both < _LITTLE * min(one, other):
            return {}
        named, told = bool(x.name and y.name), bool(x.body and y.body)
        twins = named and conflict(x.plain, y.plain)
        if twins and not (x.text and y.text):
            return {}
        return {
            "named": named,
            "name": self.name_likeness(a, b) if named else 0.0,
            "letters": self._letters(x, y) if named else 0.0,
            "label": min(self._held(x.label, y.whole), self._held(y.label, x.whole)),
            "told": told,
            "text": self.text_likeness(a, b) if told else 0.0,
            "body": self._shared(x.body, y.body) if told else 0.0,
            "whole": 2 * both / max(1, one + other),
            "within": both / max(1, min(one, other)),
            "both who": bool(x.who and y.who),
            "who": self._shared(x.who, y.who),
            "both service": bool(x.service and y.service),
            "service": self._shared(x.service, y.service),
            "twins": twins,
            "other who": conflict(x.people, y.people),
            "opposed": named and opposed(x, y),
        }

    def points(self, a: Item, b: Item) -> float:
        """What speaks for two items being one, less what speaks against it."""
        key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
        found = self._found.get(key)
        if found is None:
            facts = self.facts(a, b)
            found = sum((POINTS[k] * v for k, v in facts.items()), POINTS["start"])
            found = self._found[key] = found if facts else NEVER
        return found

    def likeness(self, a: Item, b: Item) -> float:
        """How likely two items are one, from 0 to 1."""
        return odds(self.points(a, b))

    def named_in(self, item: Item, whole: Item) -> float:
        """How much of an item's name stands in a whole."""
        return self._held(self.of(item).label, self.of(whole).whole)

    def part(self, item: Item, whole: Item, partner: Item | None) -> float:
        """How likely an item is a part of a whole that its counterpart so far does not hold."""
        facts = self.part_facts(item, whole, partner)
        return odds(PART["start"] + sum(PART[k] * v for k, v in facts.items()))

    def part_facts(self, item: Item, whole: Item, partner: Item | None) -> dict[str, float]:
        """What speaks for and against an item being that part of a whole which the whole's
        counterpart so far does not hold."""
        x, y = self.of(item), self.of(whole)
        alike, untold = self._bounded(item, whole), not (x.body and y.body)
        return {
            "alike": alike,
            "untold": untold,
            "untold alike": untold * alike,
            "member": self._member(x, y, self.of(partner) if partner else None),
            "label held": self._held(x.label, y.whole),
            "both who": bool(x.who and y.who),
            "who held": self._held(x.who, y.whole),
            "other who": conflict(x.people, y.people),
            "kind": any(len(gram) > 1 and gram in y.label for gram in x.implied),
            "opposed": opposed(x, y),
            "twins": conflict(x.plain, y.plain),
            "name part": self._name_part(x, y, self.of(partner) if partner else None),
            "text part": self._text_part(x, y, self.of(partner) if partner else None),
            **(self._left_facts(item, whole, partner) if partner else self._all_left(x, y)),
        }

    def _all_left(self, x: Profile, y: Profile) -> dict[str, float]:
        """A whole without counterpart has all of it left."""
        held = self._held(x.whole, y.whole)
        return {
            "filled": self._held(y.whole, x.whole),
            "own": held,
            "label left": self._held(x.label, y.whole),
        }

    def _left_facts(self, item: Item, whole: Item, partner: Item) -> dict[str, float]:
        """The same of what the whole's counterpart leaves, and how good that one is."""
        x, y, z = self.of(item), self.of(whole), self.of(partner)
        left, untold = y.whole - z.whole, not (x.body and y.body)
        return {
            "filled": self._held(left, x.whole),
            "own": self._held(x.whole, left),
            "label left": self._held(x.label, left),
            "label again": self._held(x.label, y.label & z.label),
            "fresh": self._held(x.whole & y.whole, left),
            "label fresh": self._held(x.label & y.whole, left),
            "listed": max(
                (self._held(one, x.label) - self._held(one, z.label) for one in y.listed),
                default=0.0,
            ),
            "covered": self._held(y.whole, z.whole),
            "label covered": self._held(y.label, z.whole),
            "untold covered": untold * self._held(y.label, z.label),
            "partner": self._bounded(partner, whole),
            "sibling": self._shared(x.whole, z.whole),
            "one service": bool(x.service and x.service == z.service),
        }

    def _member(self, x: Profile, y: Profile, z: Profile | None) -> float:
        """How well an item tells of one of the things that a whole lists and that the whole's
        counterpart does not tell."""
        told = (
            self._held(one, x.whole) - (self._held(one, z.whole) if z else 0.0) for one in y.members
        )
        return max(0.0, *told, 0.0)

    def _bounded(self, a: Item, b: Item) -> float:
        return max(-_BOUND, min(_BOUND, self.points(a, b)))

    def _name_part(self, x: Profile, y: Profile, z: Profile | None) -> float:
        common = {g for g in x.name if g in y.name or g in y.implied}
        mass = self.name_mass(x, x.name)
        if not mass or not common:
            return 0.0
        held = self.name_mass(x, common) / mass
        if z is None:
            return held
        rest = [g for g in y.name if g not in z.name and g not in z.implied]
        left_out = self.name_mass(y, rest)
        filled = self.name_mass(y, (g for g in rest if g in x.name or g in x.implied))
        frame = self.name_mass(y, (g for g in y.name if g in x.name or g in x.implied))
        size = self.name_mass(y, y.name)
        telling = _LISTED.search(y.plain) or any(g in y.core for g in rest)
        if left_out < 0.1 * size or not telling:
            # The counterpart says the whole name already, and more: so does each part of a kind.
            more = self.name_mass(z, (g for g in z.name if g not in y.name)) > 0.2 * size
            return 0.6 * frame / size if more else 0.0
        whole = min(1.0, left_out / (0.12 * size)) * min(1.0, held / 0.4)
        return (0.5 * held + 0.5 * filled / left_out) * whole

    def _text_part(self, x: Profile, y: Profile, z: Profile | None) -> float:
        common = x.content & y.content
        mass = self.text_mass(x.content)
        held = self.text_mass(common) / mass if mass else 0.0
        if z is None or not z.content:
            return held
        rest = y.content - z.content
        left_out = self.text_mass(rest)
        filled = self.text_mass(rest & x.content) / left_out if left_out else 0.0
        own = self.text_mass(common - z.content) / mass if mass else 0.0
        return 0.4 * held + 0.4 * filled + 0.6 * own


def _weights(sides: Sequence[Sequence[Iterable[str]]], floor: float) -> dict[str, int]:
    """The rarer on the side where it is more frequent, the heavier."""
    most: Counter[str] = Counter()
    for side in sides:
        counts: Counter[str] = Counter()
        for grams in side:
            counts.update(set(grams))
        most |= counts
    total = max(map(len, sides)) + 1
    heft = {n: int(100 * (math.log(total / (n + 0.5)) + floor)) for n in set(most.values())}
    return {gram: max(heft[n], 5) for gram, n in most.items()}
