"""Find each item's counterpart on the other side.

By id, by name or alias, then by likeness of name and text: the assignment that is best as a
whole. What is left over is looked at once more as a part of a split or merged item. Nothing
depends on the order of the items, and exchanging the sides only exchanges new and missing,
split and merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from operator import add
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from yiwu_diff.compare.assignment import Gain, assign
from yiwu_diff.compare.likeness import NEVER, Profiles, odds
from yiwu_diff.compare.model import How, Merge, Pair, Pairing, Split
from yiwu_diff.compare.profile import plain_name
from yiwu_diff.standard.model import FIELDS, Item
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ALIKE = -0.8
"""From so many points on two items are one."""
AHEAD = 3.2
"""So many points at most are added for being ahead of all others, the fewer the fewer others."""
DISTINCT = -3.5
"""Without them two items need so many, however far ahead they are."""
SURE = 0.85
"""From this likelihood on nobody needs to look."""
PART = 0.4
"""From this likelihood on a left-over item is a part of another."""
WEAK, STRONG_PART, LEAD = 0.8, 0.6, 0.1
"""A pair below the first gives way to a part from the second on that is likelier by the third."""
SURE_PART = 0.75
"""From here on nobody needs to look at a part."""
FAR, _NAMED = -4.5, 0.6
"""What has fewer points with a whole is no part, unless so much of its name stands in it."""
_FEW = 4
"""With so many others an item is tried as parts of a whole that has no counterpart."""
_GRAIN = 1_000_000
_HELD, _READ = 0.08, 3
"""Read a whole of equal name only if an item holds this share of what its counterpart lost, and
is among so many that it holds most of."""


def pair_items(base: Sequence[Item], target: Sequence[Item]) -> Pairing:
    """Pair two lists of items. Items may lack ids and any of the fields."""
    pairs, left, right = equal_items(base, target)
    if left or right:
        profiles = Profiles(base, target, left, right)
        others = len(base) + len(target) - 1
        found = _alike(left, right, profiles, others)
        pairs += _firm(found, pairs, profiles)
        left = _without(left, (p.base for p in pairs))
        right = _without(right, (p.target for p in pairs))
    groups = [_Group([p.base], [p.target], p.how, p.score, p.sure) for p in pairs]
    if left or right:
        groups = _join(groups, _parts(left, right, pairs, profiles))
        taken = [item for group in groups for item in (*group.base, *group.target)]
        left, right = _without(left, taken), _without(right, taken)
    if left and right:
        # What others have taken is no rival any more.
        found = _alike(left, right, profiles, others)
        groups += [_Group([p.base], [p.target], p.how, p.score, p.sure) for p in found]
    return _pairing(base, target, groups)


def equal_items(
    base: Sequence[Item], target: Sequence[Item]
) -> tuple[list[Pair], list[Item], list[Item]]:
    """The pairs by id, name and alias, and what of both sides is left over."""
    pairs: list[Pair] = []
    left, right = list(base), list(target)
    for how, keys in _KEYS:
        found, left, right = _equal(left, right, keys, how)
        pairs += found
    return pairs, left, right


def _pairing(base: Sequence[Item], target: Sequence[Item], groups: list[_Group]) -> Pairing:
    """The groups in the order of the items."""
    place = {id(item): i for i, item in enumerate((*base, *target))}
    for group in groups:
        group.base.sort(key=lambda item: place[id(item)])
        group.target.sort(key=lambda item: place[id(item)])
    groups.sort(key=lambda group: place[id(group.target[0])])
    taken = {id(item) for group in groups for item in (*group.base, *group.target)}
    split = [g for g in groups if g.how == "split"]
    merged = [g for g in groups if g.how == "merged"]
    return Pairing(
        pairs=tuple(
            Pair(g.base[0], g.target[0], g.how, g.score, g.sure)
            for g in groups
            if g.how not in ("split", "merged")
        ),
        new=tuple(item for item in target if id(item) not in taken),
        missing=tuple(item for item in base if id(item) not in taken),
        split=tuple(Split(g.base[0], tuple(g.target), round(g.score, 3), g.sure) for g in split),
        merged=tuple(Merge(tuple(g.base), g.target[0], round(g.score, 3), g.sure) for g in merged),
    )


def _ids(item: Item) -> tuple[str, ...]:
    return (item.id,) if item.id else ()


def _name(item: Item) -> tuple[str, ...]:
    # Article numbers move: 第九条 alone names nothing.
    return tuple(filter(None, (plain_name(item),)))


def _names(item: Item) -> tuple[str, ...]:
    return tuple(filter(None, (plain_name(item), *map(level, item.aliases))))


_KEYS: tuple[tuple[How, Callable[[Item], tuple[str, ...]]], ...] = (
    ("id", _ids),
    ("name", _name),
    ("alias", _names),
)


def _foreign(a: Item, b: Item) -> bool:
    """Whether two ids differ: ids are how people say that items are two."""
    return bool(a.id and b.id and a.id != b.id)


def _equal(
    left: list[Item], right: list[Item], keys: Callable[[Item], tuple[str, ...]], how: How
) -> tuple[list[Pair], list[Item], list[Item]]:
    """Pair what shares a key with one item only: of its service, else its domain, else at all."""
    pairs: list[Pair] = []
    for places in (("domain", "service"), ("domain",), ()):
        index: dict[tuple[str, ...], list[Item]] = {}
        for one in left:
            for key in keys(one):
                index.setdefault((key, *(getattr(one, p) or "" for p in places)), []).append(one)
        options: list[tuple[Item, Item]] = []
        for other in right:
            found = {
                id(one): one
                for key in keys(other)
                for one in index.get((key, *(getattr(other, p) or "" for p in places)), ())
                if not _foreign(one, other)
            }
            options += [(one, other) for one in found.values()]
        once = [_once(side) for side in ([a for a, _ in options], [b for _, b in options])]
        made = [(a, b) for a, b in options if id(a) in once[0] and id(b) in once[1]]
        pairs += [Pair(a, b, how, 1.0, True) for a, b in made]
        left = _without(left, (a for a, _ in made))
        right = _without(right, (b for _, b in made))
    return pairs, left, right


def _once(items: Iterable[Item]) -> set[int]:
    """Those that come once."""
    seen: set[int] = set()
    again: set[int] = set()
    for item in items:
        (again if id(item) in seen else seen).add(id(item))
    return seen - again


def _without(items: list[Item], gone: Iterable[Item]) -> list[Item]:
    out = {id(item) for item in gone}
    return [item for item in items if id(item) not in out]


def _mark(item: Item) -> bytes:
    """All that an item says, to settle ties whatever the order of items and sides."""
    fields = (item.id, item.name, item.domain, item.service, *map(item.text, FIELDS))
    return "\x1f".join("\x00" if text == "" else text or "" for text in fields).encode()


def _tie(a: bytes, b: bytes) -> int:
    return crc32(b"\x1e".join(sorted((a, b))))


def _alike(left: list[Item], right: list[Item], profiles: Profiles, others: int) -> list[Pair]:
    """The assignment that has most for it in all. The more others there are, the more it tells
    that none of them is as like."""
    grid = [[NEVER if a.id and b.id else profiles.points(a, b) for b in right] for a in left]
    best_left = [_best_two(row) for row in grid]
    best_right = [_best_two(column) for column in zip(*grid, strict=True)]
    marks = [[_mark(item) for item in side] for side in (left, right)]
    most = min(AHEAD, log(max(1, others)))
    gain: Gain = {}
    scores: dict[tuple[int, int], float] = {}
    for i, row in enumerate(grid):
        for j, points in enumerate(row):
            if points < DISTINCT:
                continue
            ahead = points - max(_rival(points, best) for best in (best_left[i], best_right[j]))
            total = points + max(0.0, min(most, ahead))
            if total < ALIKE or (points < 0 and not profiles.comparable(left[i], right[j])):
                continue
            scores[i, j] = odds(total)
            gain[i, j] = (int((points - DISTINCT + 1) * _GRAIN) << 40) + _tie(
                marks[0][i], marks[1][j]
            )
    return [
        Pair(left[i], right[j], "similar", round(scores[i, j], 3), scores[i, j] >= SURE)
        for i, j in assign(gain)
    ]


def _best_two(scores: Sequence[float]) -> tuple[float, float]:
    best = sorted((NEVER, NEVER, *scores), reverse=True)
    return best[0], best[1]


def _rival(score: float, best: tuple[float, float]) -> float:
    """The best of the others."""
    return best[1] if score == best[0] else best[0]


class _Part(NamedTuple):
    """A left-over item as a part of a whole on the other side."""

    score: float
    tie: int
    whole: Item
    item: Item
    forward: bool
    """Whether the whole stands in the base: a split."""


class _Whole(NamedTuple):
    """What may have been divided, and its counterpart so far."""

    item: Item
    partner: Item | None
    lost: frozenset[str] | None
    """What of its content the counterpart lacks; None where that is not known."""


@dataclass(slots=True, eq=False, repr=False)
class _Group:
    """Items of both sides that belong together."""

    base: list[Item]
    target: list[Item]
    how: How
    score: float
    sure: bool


def _parts(
    left: list[Item],
    right: list[Item],
    pairs: list[Pair],
    profiles: Profiles,
    *,
    alone: bool = True,
) -> list[_Part]:
    """What of the left-over items may be a part of which whole, best first; ``alone``: of one
    that has no counterpart yet too."""
    found: list[_Part] = []
    for forward, free, rest in ((True, right, left), (False, left, right)):
        if not free:
            continue
        wholes: list[_Whole] = []
        for pair in pairs:
            one, other = (pair.base, pair.target) if forward else (pair.target, pair.base)
            lost = None if pair.how == "similar" else _lost(one, other)
            wholes.append(_Whole(one, other, lost))
        if alone:
            wholes += [_Whole(item, None, None) for item in rest]
        options: dict[int, list[tuple[Item, _Whole]]] = {}
        for item in free:
            for whole in _likely(item, wholes):
                if not (item.id and whole.item.id) and _possible(item, whole.item, profiles):
                    options.setdefault(id(whole.item), []).append((item, whole))
        for some in options.values():
            found += _scored(some, forward, profiles)
    return sorted(found, key=lambda part: (-part.score, part.tie))


def _possible(item: Item, whole: Item, profiles: Profiles) -> bool:
    """Whether it is worth asking if an item is a part: a cheap look."""
    points = profiles.points(item, whole)
    return points >= FAR or (points > NEVER and profiles.named_in(item, whole) >= _NAMED)


def _scored(options: list[tuple[Item, _Whole]], forward: bool, profiles: Profiles) -> list[_Part]:
    """The items that are parts of one whole."""
    whole, partner, _ = options[0][1]
    free = [item for item, _ in options]
    found: list[_Part] = []
    for item in free:
        score = profiles.part(item, whole, partner)
        if partner is None:
            score = max(score, _together(item, whole, free, profiles))
        if score >= PART:
            found.append(_Part(score, _tie(_mark(item), _mark(whole)), whole, item, forward))
    return found


def _together(item: Item, whole: Item, free: Sequence[Item], profiles: Profiles) -> float:
    """How likely an item and one other are the parts of a whole that has no counterpart yet."""
    points = sorted((profiles.points(other, whole) for other in free), reverse=True)
    least = points[min(_FEW, len(points) - 1)]
    found = 0.0
    for other in free:
        if other is not item and profiles.points(other, whole) >= least:
            score = profiles.part(other, whole, item)
            if score > found:
                found = max(found, min(score, profiles.part(item, whole, other)))
    return found


def _firm(found: list[Pair], before: list[Pair], profiles: Profiles) -> list[Pair]:
    """The pairs that stand: one gives way where one of its items is more likely a part of an
    item that has a better counterpart."""
    weak = [p for p in found if p.score < WEAK]
    if not weak:
        return found
    others = [*before, *(p for p in found if p.score >= WEAK)]
    parts = _parts([p.base for p in weak], [p.target for p in weak], others, profiles, alone=False)
    whole = {id(item) for p in others for item in p[:2]}
    best: dict[int, float] = {}
    for part in parts:
        if id(part.whole) in whole:
            best.setdefault(id(part.item), part.score)
    return [
        p
        for p in found
        if max(best.get(id(p.base), 0.0), best.get(id(p.target), 0.0))
        < max(p.score + LEAD, STRONG_PART)
        or p.score >= WEAK
    ]


def _raw(text: str | None) -> frozenset[str]:
    return frozenset(map(add, text, text[1:])) if text else frozenset()


def _lost(whole: Item, partner: Item) -> frozenset[str] | None:
    """What a counterpart of the same name leaves out of the whole's content, unread; None where
    one of them tells none. A cheap look that spares reading what cannot have been split."""
    if bool(whole.content) != bool(partner.content):
        return None
    return _raw(whole.content) - _raw(partner.content)


def _likely(item: Item, wholes: list[_Whole]) -> list[_Whole]:
    """The wholes worth reading: of those that lost some content, the few that lost most of what
    the item holds."""
    raw = _raw(item.content)
    shares = [
        len(raw & whole.lost) / max(1, min(len(raw), len(whole.lost)))
        if whole.lost is not None
        else 1.0
        for whole in wholes
    ]
    known = sorted(share for share, whole in zip(shares, wholes, strict=True) if whole.lost)
    least = max(_HELD, known[-_READ] if len(known) > _READ else 0.0)
    return [whole for whole, share in zip(wholes, shares, strict=True) if share >= least]


def _join(groups: list[_Group], parts: list[_Part]) -> list[_Group]:
    """Add the parts to the groups of their wholes; a whole without partner needs two."""
    home = {id(item): group for group in groups for item in (*group.base, *group.target)}
    waiting: dict[tuple[int, bool], _Part] = {}
    for part in parts:
        group = home.get(id(part.whole))
        if id(part.item) in home:
            continue
        if group is None:
            first = waiting.setdefault((id(part.whole), part.forward), part)
            if first is part or id(first.item) in home:
                waiting[id(part.whole), part.forward] = part
                continue
            group = _Group([part.whole], [first.item], "split", first.score, True)
            if not part.forward:
                group = _Group([first.item], [part.whole], "merged", first.score, True)
            groups.append(group)
            home |= {id(part.whole): group, id(first.item): group}
        how: How = "split" if part.forward else "merged"
        if group.how in ("split", "merged") and group.how != how:
            continue
        if group.how != how:
            group.how, group.score = how, part.score
        (group.target if part.forward else group.base).append(part.item)
        group.score = min(group.score, part.score)
        group.sure = group.score >= SURE_PART
        home[id(part.item)] = group
    return groups
