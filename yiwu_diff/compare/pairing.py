"""Find each item's counterpart on the other side.

By id, by name or alias, then by likeness of name and text; what is left over is looked at once
more as a part of a split or merged item.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from yiwu_diff.compare.coverage import bigrams
from yiwu_diff.compare.model import How, Merge, Pair, Pairing, Split
from yiwu_diff.standard.model import Item
from yiwu_diff.text.lexicon import lexicon
from yiwu_diff.text.normal import level
from yiwu_diff.text.reading import read, sentences

ALIKE = 0.34
"""From this likeness on two items are one."""
SURE = 0.55
"""From this likeness on nobody needs to look."""
PART = 0.62
"""So much of an item must stand in another for it to be a part of that."""


def pair_items(base: Sequence[Item], target: Sequence[Item]) -> Pairing:
    """Pair two lists of items. Items may lack ids and any of the fields."""
    pairs: list[Pair] = []
    left, right = list(base), list(target)
    for how, keys in (("id", _ids), ("name", _name), ("alias", _names)):
        found, left, right = _equal(left, right, keys, how)  # type: ignore[arg-type]
        pairs += found
    if left or right:
        profiles = _Profiles(base, target)
        found, left, right = _alike(left, right, profiles)
        pairs += found
        pairs, splits, left, right = _splits(pairs, left, right, profiles)
        merges: list[Merge] = []
        swapped = [Pair(p.target, p.base, p.how, p.score, p.sure) for p in pairs]
        swapped, parts, right, left = _splits(swapped, right, left, profiles)
        pairs = [Pair(p.target, p.base, p.how, p.score, p.sure) for p in swapped]
        merges = [Merge(s.targets, s.base, s.score, s.sure) for s in parts]
    else:
        splits, merges = [], []
    place = {id(item): i for i, item in enumerate([*base, *target])}
    return Pairing(
        pairs=tuple(sorted(pairs, key=lambda p: place[id(p.target)])),
        new=tuple(right),
        missing=tuple(left),
        split=tuple(splits),
        merged=tuple(merges),
    )


def _ids(item: Item) -> tuple[str, ...]:
    return (item.id,) if item.id else ()


def _name(item: Item) -> tuple[str, ...]:
    return (level(item.name),) if item.name else ()


def _names(item: Item) -> tuple[str, ...]:
    return tuple(level(name) for name in (item.name, *item.aliases) if name)


def _equal(
    left: list[Item], right: list[Item], keys: object, how: How
) -> tuple[list[Pair], list[Item], list[Item]]:
    """Pair what shares a key that is unique on both sides, or stands in one place."""
    index: dict[str, list[Item]] = {}
    for item in left:
        for key in keys(item):  # type: ignore[operator]
            index.setdefault(key, []).append(item)
    pairs: list[Pair] = []
    gone: set[int] = set()
    for item in right:
        options = [
            one
            for key in keys(item)  # type: ignore[operator]
            for one in index.get(key, ())
            if id(one) not in gone and not (item.id and one.id and item.id != one.id)
        ]
        if options:
            options.sort(key=lambda one: (one.domain != item.domain, one.service != item.service))
            pairs.append(Pair(options[0], item, how, 1.0, True))
            gone |= {id(options[0]), id(item)}
    return (
        pairs,
        [one for one in left if id(one) not in gone],
        [one for one in right if id(one) not in gone],
    )


@dataclass(frozen=True, slots=True)
class _Profile:
    name: frozenset[str]
    text: frozenset[str]
    plain: str


class _Profiles:
    """What each item is about, as bigrams weighted by how rare they are."""

    def __init__(self, base: Sequence[Item], target: Sequence[Item]) -> None:
        items = [*base, *target]
        self.of = {id(item): _profile(item) for item in items}
        counts: Counter[str] = Counter()
        for profile in self.of.values():
            counts.update(profile.name | profile.text)
        total = len(items) + 1
        self.weight = {gram: math.log(total / (n + 0.5)) + 0.1 for gram, n in counts.items()}

    def mass(self, grams: frozenset[str]) -> float:
        return sum(self.weight[gram] for gram in sorted(grams))

    def dice(self, a: frozenset[str], b: frozenset[str]) -> float:
        total = self.mass(a) + self.mass(b)
        return 2 * self.mass(a & b) / total if total else 0.0

    def held(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """How much of ``part`` stands in ``whole``."""
        mass = self.mass(part)
        return self.mass(part & whole) / mass if mass else 0.0

    def likeness(self, a: Item, b: Item) -> float:
        """From 0 to 1."""
        x, y = self.of[id(a)], self.of[id(b)]
        shorter, longer = sorted((x.name, y.name), key=len)
        name = max(self.dice(x.name, y.name), 0.8 * self.held(shorter, longer))
        score = name
        if x.text and y.text:
            short, long = sorted((x.text, y.text), key=len)
            text = 0.6 * self.dice(x.text, y.text) + 0.4 * self.held(short, long)
            score = 0.45 * name + 0.65 * text
        if conflict(x.plain, y.plain):
            score *= 0.35
        if a.domain and a.domain == b.domain:
            score += 0.04
        if a.service and a.service == b.service:
            score += 0.04
        return min(score, 1.0)


def _profile(item: Item) -> _Profile:
    text = "。".join(filter(None, (item.audience, item.content, item.level)))
    return _Profile(_grams(item.name), _grams(text), level(item.name))


_ARTICLE = re.compile(r"^第[零一二三四五六七八九十百\d]+条(?:之[一二三四五六七八九十])?")


def _grams(text: str) -> frozenset[str]:
    found: set[str] = set()
    # The number of an article is its place, not its matter.
    text = _ARTICLE.sub("", text)
    for offset, sentence in sentences(text):
        for phrase in read("name", sentence, offset).phrases:
            found |= bigrams(phrase.content)
    return frozenset(found)


@cache
def _twins() -> list[list[tuple[str, ...]]]:
    lines = str(lexicon("twins")["sets"]).strip().splitlines()
    return [[tuple(level(w) for w in word.split("/")) for word in line.split()] for line in lines]


def conflict(a: str, b: str) -> bool:
    """Whether two names differ in words that exclude each other."""
    for twins in _twins():
        x = {i for i, words in enumerate(twins) if any(word in a for word in words)}
        y = {i for i, words in enumerate(twins) if any(word in b for word in words)}
        if x and y and not x & y:
            return True
    return False


def _alike(
    left: list[Item], right: list[Item], profiles: _Profiles
) -> tuple[list[Pair], list[Item], list[Item]]:
    """The best assignment by likeness, most alike first."""
    options = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if a.id and b.id:
                # Two ids that differ are two items: ids are how people say so.
                continue
            score = profiles.likeness(a, b)
            if score >= ALIKE:
                options.append((-score, i, j))
    pairs: list[Pair] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for score, i, j in sorted(options):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append(Pair(left[i], right[j], "similar", round(-score, 3), -score >= SURE))
    return (
        pairs,
        [a for i, a in enumerate(left) if i not in used[0]],
        [b for j, b in enumerate(right) if j not in used[1]],
    )


def _splits(
    pairs: list[Pair], left: list[Item], right: list[Item], profiles: _Profiles
) -> tuple[list[Pair], list[Split], list[Item], list[Item]]:
    """Base items that several target items share."""
    parts: dict[int, list[tuple[float, Item]]] = {}
    wholes = {id(p.base): p.base for p in pairs} | {id(one): one for one in left}
    partner = {id(p.base): p for p in pairs}
    for item in right:
        best: tuple[float, Item] | None = None
        for whole in wholes.values():
            if item.id and whole.id:
                continue
            score = _part(item, whole, partner.get(id(whole)), profiles)
            if score >= PART and (best is None or score > best[0]):
                best = (score, whole)
        if best is not None:
            parts.setdefault(id(best[1]), []).append((best[0], item))
    splits: list[Split] = []
    for key, found in parts.items():
        pair = partner.get(key)
        if pair is None and len(found) < 2:
            continue
        targets = tuple(item for _, item in found)
        if pair is not None:
            targets = (pair.target, *targets)
            pairs = [p for p in pairs if p is not pair]
        score = min(score for score, _ in found)
        splits.append(Split(wholes[key], targets, round(score, 3), score >= 0.8))
        left = [one for one in left if id(one) != key]
        right = [one for one in right if all(one is not t for t in targets)]
    return pairs, splits, left, right


def _part(item: Item, whole: Item, pair: Pair | None, profiles: _Profiles) -> float:
    """How surely ``item`` is a part of ``whole`` that its counterpart so far does not hold."""
    part, all_of = profiles.of[id(item)], profiles.of[id(whole)]
    name = profiles.held(part.name, all_of.name)
    text = profiles.held(part.text, all_of.text) if part.text and all_of.text else 0.0
    if conflict(part.plain, all_of.plain) and text < 0.75:
        return 0.0
    if pair is not None:
        other = profiles.of[id(pair.target)]
        # What the counterpart leaves out of the whole, and how much of it the item holds.
        rest = all_of.name - other.name
        name = min(name, profiles.held(rest, part.name) + 0.45) if rest else 0.0
        if all_of.text:
            rest = all_of.text - other.text
            text = min(text, profiles.held(rest, part.text) + 0.4) if rest else 0.0
    if part.text and all_of.text:
        return max(0.5 * name + 0.6 * text, text + 0.1 if text > 0.45 else 0.0)
    return name
