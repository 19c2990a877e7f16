"""What a comparison is: one value that every report, check and note reads.

Evidence is kept as spans of the original field texts. Something absent has two places: its
span where it stands, and an empty span where it belongs on the other side.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.standard.model import FIELDS, Basis, Item, Place, Standard, weakest

if TYPE_CHECKING:
    from yiwu_diff.standard.verdicts import Decision

How = Literal["id", "name", "alias", "similar", "split", "merged", "given", "none"]
"""How a pair was made: ``given`` for two items handed to `compare_items`, ``none`` for an
item without counterpart."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a field's original text: ``text == item.text(field)[start:end]``.

    An empty span (``start == end``) marks the place where something absent belongs.
    """

    field: str
    start: int
    end: int
    text: str
    place: Place | None = dataclasses.field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two items, with its evidence on both sides."""

    kind: str
    """What happened to the text: ``quantity-moved``, ``member-added``, ``localised`` …"""
    rule: str | None
    """The id of the rule that labelled it; None where a change carries no label."""
    label: LabelName | None
    field: str
    """The field it is about; ``item`` where the whole item is."""
    base: Span | None
    target: Span | None
    sure: bool = True
    """False where the reading is in doubt: a person should look. True once one has decided."""
    detail: str = ""
    """The fact in short and in symbols: ``92% → ≥97%``."""
    basis: Basis | None = None
    """The weakest basis of the texts it rests on."""
    fingerprint: str = ""
    """Stable name of this fact: item, field, rule and normalised texts, no positions."""
    rejected: LabelName | None = None
    """The label that the rule gave and a person rejected; `label` is None then."""


State = Literal["applied", "stale", "contradicted", "needless", "unknown"]
"""What became of a decision. ``stale``: a text changed since. ``contradicted``: another one is
about the same label. ``needless``: it judges a label that is not there, or adds one that is.
``unknown``: there is no such item. Only an applied one counts."""


class Decided(NamedTuple):
    """A decision about this comparison."""

    decision: Decision
    state: State


class Pair(NamedTuple):
    """A base item and its counterpart."""

    base: Item
    target: Item
    how: How
    score: float
    """Similarity from 0 to 1; 1 for equal ids or names."""
    sure: bool


class Split(NamedTuple):
    """A base item that the target divides."""

    base: Item
    targets: tuple[Item, ...]
    score: float
    sure: bool


class Merge(NamedTuple):
    """Several base items that the target joins in one."""

    bases: tuple[Item, ...]
    target: Item
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """Every item of both sides, exactly once."""

    pairs: tuple[Pair, ...] = ()
    new: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    split: tuple[Split, ...] = ()
    merged: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemComparison:
    """What became of one item. Normally one base and one target item; none on a side for a
    new or missing one, several on a side for a merged or split one."""

    base: tuple[Item, ...]
    target: tuple[Item, ...]
    how: How
    score: float = 1.0
    sure: bool = True
    changes: tuple[Change, ...] = ()
    compared: bool = True
    """False where one side has no text, or there is no other side and a person rejected that the
    item is new or missing: nothing could be compared."""
    decided: tuple[Decided, ...] = ()
    """What people decided about its labels. The labels are those that stand after it."""

    @property
    def labels(self) -> frozenset[LabelName]:
        """The labels of the item; empty only where nothing could be compared."""
        found = frozenset(c.label for c in self.changes if c.label is not None)
        if found:
            return found
        return frozenset(("unchanged",)) if self.compared else frozenset()

    @property
    def ordered_labels(self) -> tuple[LabelName, ...]:
        """The labels in the order of `LABELS`."""
        return tuple(name for name in LABELS if name in self.labels)

    @property
    def item(self) -> Item:
        """The item to show: the target's, or the base's where the target has none."""
        return (self.target or self.base)[0]

    @property
    def id(self) -> str | None:
        return self.item.id

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def renamed(self) -> bool:
        """Whether the two sides call it differently."""
        return any(change.kind == "renamed" for change in self.changes)

    @property
    def equal(self) -> bool:
        """Whether nothing at all differs, not even in editorial ways."""
        return self.compared and not self.changes

    @property
    def basis(self) -> Basis | None:
        """The weakest basis of all texts of the item, on both sides."""
        return weakest(
            tuple(
                basis
                for item in (*self.base, *self.target)
                for name in ("name", *FIELDS)
                if (basis := item.basis_of(name)) is not None
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One standard set against another: an entry per item, in the target's order; an item
    that is missing stands where it would belong."""

    base: Standard
    target: Standard
    items: tuple[ItemComparison, ...]
    decisions: tuple[Decided, ...] = ()
    """Every decision about this base, applied or not."""

    def with_label(self, label: LabelName) -> tuple[ItemComparison, ...]:
        """The items that carry a label."""
        return tuple(one for one in self.items if label in one.labels)

    @property
    def counts(self) -> dict[LabelName, int]:
        """Items per label, every label listed."""
        return {name: len(self.with_label(name)) for name in LABELS}

    @property
    def labelled(self) -> tuple[ItemComparison, ...]:
        """The distinct items that carry any label but ``unchanged``."""
        return tuple(one for one in self.items if one.labels - {"unchanged"})

    @property
    def not_compared(self) -> tuple[ItemComparison, ...]:
        """The pairs without a text on some side. They are not ``unchanged``."""
        return tuple(one for one in self.items if not one.compared)
