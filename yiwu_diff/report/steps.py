"""One item at every level, and what each level makes of the one above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.report.excerpt import Where, highlights
from yiwu_diff.standard.model import BASES, FIELDS, Item, Standard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.report.cells import Style
    from yiwu_diff.report.excerpt import Side
    from yiwu_diff.standard.model import Basis
    from yiwu_diff.standard.verdicts import Decision

Version = tuple[Standard, Item | None]
"""A standard, and the item as it has it."""


class Step(NamedTuple):
    """The comparison of an item with the nearest level above that has it."""

    above: int
    """Which of the versions that level is."""
    standard: Standard
    entry: ItemComparison


def steps(
    versions: Sequence[Version], decisions: Mapping[str, Sequence[Decision]] | None = None
) -> list[Step | None]:
    """A step for each version; None for the first that has the item, and for those that lack
    it. The highest level comes first.

    ``decisions`` are those beside each standard, by its ref. They are followed where they are
    about the very two texts that a step compares.
    """
    from yiwu_diff.compare.engine import compare_items

    found: list[Step | None] = []
    above: tuple[int, Standard, Item] | None = None
    for number, (standard, item) in enumerate(versions):
        if item is None or above is None:
            found.append(None)
        else:
            place, upper, old = above
            entry = compare_items(old, item)
            if own := (decisions or {}).get(standard.ref):
                entry = _decided(entry, upper, standard, own)
            found.append(Step(place, upper, entry))
        if item is not None:
            above = number, standard, item
    return found


def _decided(
    entry: ItemComparison, above: Standard, standard: Standard, decisions: Sequence[Decision]
) -> ItemComparison:
    from yiwu_diff.compare.decided import apply
    from yiwu_diff.compare.model import Comparison

    return apply(Comparison(base=above, target=standard, items=(entry,)), decisions).items[0]


def newest(versions: Sequence[Version]) -> Item:
    """The item as the lowest level that has it says it. One must have it."""
    return next(item for _, item in reversed(versions) if item is not None)


def bases_of(item: Item | None) -> list[Basis]:
    """What an item's texts stand on, strongest first."""
    found = {item.basis_of(name) for name in ("name", *FIELDS)} if item is not None else set()
    return [basis for basis in BASES if basis in found]


def fields_of(versions: Sequence[Version]) -> list[str]:
    """The fields that any level has a text of."""
    return [
        name
        for name in FIELDS
        if any(item is not None and item.text(name) is not None for _, item in versions)
    ]


def marked(found: Sequence[Step | None], number: int, field: str) -> list[tuple[int, int, Style]]:
    """What to mark in a level's text: what it adds to the level above, and what the level
    below drops of it."""
    marks: list[tuple[int, int, Style]] = []
    for place, step in enumerate(found):
        if step is None or number not in (place, step.above):
            continue
        side: Side = "target" if place == number else "base"
        labelled = [change for change in step.entry.changes if change.label is not None]
        marks += highlights(step.entry, labelled).get(Where(side, 0, field), [])
    return marks
