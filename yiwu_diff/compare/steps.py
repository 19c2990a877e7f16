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

_KINDS = ("money", "ratio", "volume", "times")
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
            table = _table(cap, mate, theirs)
            if len(table) < 2:
                continue
            rows += table
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
    return q.kind in _KINDS and (q.bound == "≤" or q.form == "range") and not q.soft


def _table(cap: Figure, mate: Figure | None, others: Sequence[Figure]) -> list[Figure]:
    """The figures of the other side in a row that have the cap's kind, its counterpart among
    them."""
    q = cap.quantity
    some = [
        one
        for one in [*others, *([mate] if mate else [])]
        if one.quantity.kind == q.kind
        and one.quantity.form == "one"
        and one.quantity.bound in ("=", "≈")
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
