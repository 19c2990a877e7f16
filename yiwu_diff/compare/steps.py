"""A cap or a range that the other side makes a table of (labels.md, cases 18 and 24).

最高2400元 and 初级1200元、中级1800元、高级2400元 have one most: the table only says who gets what.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.figures import Figure

    Pairs = list[tuple[Figure, Figure]]

_KINDS = ("money", "ratio", "volume", "times", "days")
_NEAR = 24
"""The rows of a table stand no farther apart than so many characters."""


def topped(
    pairs: Pairs, gone: list[Figure], come: list[Figure]
) -> tuple[Pairs, list[Figure], list[Figure], list[Figure]]:
    """The pairs with each cap paired with the most of the table that it was made, what is left
    of either side, and the rows of such tables."""
    rows: list[Figure] = []
    for mine, theirs, forward in ((gone, come, True), (come, gone, False)):
        caps = [pair if forward else pair[::-1] for pair in pairs]
        lone = [(one, None) for one in mine if _limits(one)]
        for cap, mate in [*caps, *lone]:
            if not _limits(cap):
                continue
            # 不足5年 of the table's first row is no counterpart of a cap.
            wrong = mate if mate is not None and _label(mate) else None
            table = _table(cap, None if wrong else mate, theirs)
            if len(table) < 2 or (cap.quantity.kind == "days" and _is_row(cap, mine, caps)):
                continue
            others = [*theirs, *(one for _, one in caps)]
            if cap.quantity.kind == "days" and not any(
                _label(one) and one.order < table[-1].order for one in others
            ):
                # 冷藏3日、寄存1年 is no table: nothing says who gets which.
                continue
            if wrong is not None:
                pairs, mate = _without(pairs, [wrong]), None
                theirs.append(wrong)
                mine.append(cap)
            rows += table
            if cap.quantity.kind == "days":
                pairs = _bounded(cap, table, pairs, mine, theirs, forward=forward)
            if mate is not None and cap.quantity.same_as(mate.quantity):
                continue
            top = _top(cap, table)
            if mate is not None:
                old = (cap, mate) if forward else (mate, cap)
                pairs = [pair for pair in pairs if pair != old]
                theirs.append(mate)
            else:
                mine.remove(cap)
            theirs[:] = [one for one in theirs if one.order != top.order]
            pairs = [*pairs, (cap, top) if forward else (top, cap)]
    return pairs, gone, come, rows


def _limits(one: Figure) -> bool:
    q = one.quantity
    limit = q.bound == "≤" or (q.form == "range" and q.kind != "days")
    return q.kind in _KINDS and limit and not q.soft and not _label(one)


def _label(one: Figure) -> bool:
    """满1年不足5年的: whether a time says which row of a table somebody stands in."""
    q = one.quantity
    return (
        q.kind == "days"
        and q.bound in ("≥", "≤")
        and _REACHED.search(one.before[-3:] + one.sentence.text[q.start : q.end]) is not None
    )


_REACHED = lazy("满|不足|不到|以上|以下")


def _is_row(cap: Figure, mine: Sequence[Figure], caps: Pairs) -> bool:
    """Whether a cap is one of a table of its own side."""
    return len(_table(cap, cap, [*mine, *(one for one, _ in caps if one is not cap)])) > 1


def _without(pairs: Pairs, some: Sequence[Figure]) -> Pairs:
    gone = {id(one) for one in some}
    return [(a, b) for a, b in pairs if id(a) not in gone and id(b) not in gone]


def _bounded(
    cap: Figure,
    table: Sequence[Figure],
    pairs: Pairs,
    mine: list[Figure],
    theirs: list[Figure],
    *,
    forward: bool,
) -> Pairs:
    """Set the bounds of a cap against the outermost of the table's rows; where one row ends and
    the next begins is nobody's condition."""
    sides = [pair if forward else pair[::-1] for pair in pairs]
    first, last = table[0].order, table[-1].order
    rows = [
        one
        for one in (*theirs, *(b for _, b in sides))
        if _label(one) and one.field == cap.field and first - 3 < one.order < last
    ]
    own = [
        one
        for one in (*mine, *(a for a, _ in sides))
        if _label(one) and one.sentence is cap.sentence
    ]
    pairs = _without(pairs, [*rows, *own])
    gone = {id(one) for one in (*rows, *own)}
    mine[:] = [one for one in mine if id(one) not in gone]
    # What a row was paired with wrongly is left, and so is a bound that the table does not have.
    freed = [a for a, b in sides if id(b) in gone and id(a) not in gone]
    theirs[:] = [one for one in theirs if id(one) not in gone]
    theirs += [b for a, b in sides if id(a) in gone and id(b) not in gone]
    for sign, outermost in (("≥", min), ("≤", max)):
        some = [one for one in rows if one.quantity.bound == sign]
        for one in own:
            if one.quantity.bound != sign:
                continue
            if some:
                other = outermost(some, key=lambda row: row.quantity.values[0])
                pairs = [*pairs, (one, other) if forward else (other, one)]
            else:
                freed.append(one)
    mine += freed
    return pairs


def _table(cap: Figure, mate: Figure | None, others: Sequence[Figure]) -> list[Figure]:
    """The figures of the other side in a row that have the cap's kind, its counterpart among
    them."""
    q = cap.quantity
    some = [
        one
        for one in [*others, *([mate] if mate else [])]
        if one.quantity.kind == q.kind
        and one.quantity.form == "one"
        and (one.quantity.bound in ("=", "≈") or (q.kind == "days" and not _label(one)))
        and one.field == cap.field
    ]
    some.sort(key=lambda one: one.order)
    runs: list[list[Figure]] = []
    for one in some:
        if runs and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    if mate is not None:
        return next((run for run in runs if mate in run), [])
    return max(runs, key=len, default=[])


def _follows(one: Figure, other: Figure) -> bool:
    """Whether two figures are neighbouring rows of a table."""
    if one.sentence is other.sentence:
        between = one.sentence.text[one.quantity.end : other.quantity.start]
    else:
        if one.sentence.field != other.sentence.field:
            return False
        between = (
            one.sentence.text[one.quantity.end :] + other.sentence.text[: other.quantity.start]
        )
    return len(between) <= _NEAR and _ELSE.search(between) is None


_ELSE = lazy("另|再|还|并|其中|同时|此外|加发|增发|上浮")


def _top(cap: Figure, table: Sequence[Figure]) -> Figure:
    """What of a table answers to a cap, or to a range."""
    most = max(table, key=lambda one: one.quantity.values[0])
    if cap.quantity.form != "range":
        return most
    least = min(one.quantity.values[0] for one in table)
    q = most.quantity
    return replace(most, quantity=q._replace(values=(least, q.values[0]), form="range"))
