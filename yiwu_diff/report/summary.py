"""The figures of a comparison, counted once for every form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.standard.model import BASES, FIELDS, Basis, weakest

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, ItemComparison, State
    from yiwu_diff.standard.model import Standard

Outcome = Literal["different", "harmless", "equal", "nothing-compared", "no-items"]
"""``harmless``: different only in localised or editorial ways. ``nothing-compared``: no pair has
a text on both sides. ``no-items``: the filters, or the standards, leave nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of a comparison. ``unchanged`` is a label in ``labels``, but never in ``items``
    or ``bases``: it is no finding."""

    outcome: Outcome
    labels: dict[LabelName, int]
    items: int
    """Distinct items with a label other than ``unchanged``."""
    pairs: int
    compared: int
    not_compared: int
    equal: int
    domains: dict[str, dict[LabelName, int]]
    """Labels by domain; "" for items without one. A domain without a label is not listed."""
    bases: dict[Basis, int]
    """On how many labels a text of each basis stands, strongest basis first."""
    unsure: int
    """Changes that a person should look at."""
    decisions: dict[State, int] = field(default_factory=dict)
    """What people decided, by what became of it."""
    rejected: frozenset[LabelName] = frozenset()
    """Labels that the engine gave somewhere and a person rejected there."""

    @property
    def label_total(self) -> int:
        """All labels but ``unchanged``."""
        return sum(n for name, n in self.labels.items() if name != "unchanged")

    @property
    def harmless(self) -> int:
        """Items that differ, but only in ways that grant and take nothing."""
        return self.labels["unchanged"] - self.equal


def findings(entry: ItemComparison) -> tuple[LabelName, ...]:
    """The labels of an item but ``unchanged``, in order."""
    return tuple(name for name in entry.ordered_labels if name != "unchanged")


def basis_of_label(entry: ItemComparison, label: LabelName) -> Basis | None:
    """The weakest basis of the texts that a label rests on."""
    of_changes = tuple(
        change.basis
        for change in entry.changes
        if change.label == label and change.basis is not None
    )
    return weakest(of_changes) if of_changes else entry.basis


def summarise(comparison: Comparison) -> Summary:
    """Count everything."""
    labels = comparison.counts
    domains: dict[str, dict[LabelName, int]] = {}
    bases: dict[Basis, int] = {}
    items = unsure = 0
    for entry in comparison.items:
        found = findings(entry)
        items += bool(found)
        unsure += sum(not change.sure for change in entry.changes)
        for label in found:
            row = domains.setdefault(entry.item.domain or "", {})
            row[label] = row.get(label, 0) + 1
            basis = basis_of_label(entry, label)
            if basis is not None:
                bases[basis] = bases.get(basis, 0) + 1
    pairs = [entry for entry in comparison.items if entry.base and entry.target]
    compared = sum(entry.compared for entry in pairs)
    equal = sum(entry.equal for entry in comparison.items)
    outcome: Outcome
    if items:
        outcome = "different"
    elif not comparison.items:
        outcome = "no-items"
    elif not compared:
        outcome = "nothing-compared"
    else:
        outcome = "equal" if equal == labels["unchanged"] else "harmless"
    order = (*comparison.target.domains, *comparison.base.domains, *domains)
    return Summary(
        outcome=outcome,
        labels=labels,
        items=items,
        pairs=len(pairs),
        compared=compared,
        # A new item of which a person rejected that it is new has nothing to be compared with.
        not_compared=len(comparison.not_compared),
        equal=equal,
        domains={
            name: {label: domains[name][label] for label in LABELS if label in domains[name]}
            for name in dict.fromkeys(order)
            if name in domains
        },
        bases={basis: bases[basis] for basis in BASES if basis in bases},
        unsure=unsure,
        decisions=_states(comparison),
        rejected=frozenset(
            change.rejected
            for entry in comparison.items
            for change in entry.changes
            if change.rejected is not None
        ),
    )


def _states(comparison: Comparison) -> dict[State, int]:
    order: tuple[State, ...] = ("applied", "stale", "contradicted", "needless", "unknown")
    states = [one.state for one in comparison.decisions]
    return {state: states.count(state) for state in order if state in states}


@dataclass(frozen=True, slots=True)
class Held:
    """What a dataset holds, to be set beside what its standard declares."""

    domains: int
    services: int
    items: int
    with_text: int
    bases: dict[Basis, int]
    """Field texts by basis; items with a name alone under ``named``."""


def held(standard: Standard) -> Held:
    """Count a dataset."""
    bases: dict[Basis, int] = {}
    for item in standard.items:
        for name in FIELDS if item.has_text else ("name",):
            basis = item.basis_of(name)
            if basis is not None and (name == "name" or item.text(name) is not None):
                bases[basis] = bases.get(basis, 0) + 1
    return Held(
        len(standard.domains),
        len(standard.services),
        len(standard.items),
        sum(item.has_text for item in standard.items),
        {basis: bases[basis] for basis in BASES if basis in bases},
    )
