"""What people decided about labels, laid over what the engine found."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2s
from typing import TYPE_CHECKING

from yiwu_diff.compare.model import Change, Comparison, Decided, ItemComparison, Span
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import State
    from yiwu_diff.standard.model import Item
    from yiwu_diff.standard.verdicts import Decision, Justification, Verdict


def fingerprint(entry: ItemComparison) -> str:
    """Names the texts of both sides, and nothing else: neither their layout, nor their order in
    the standard, nor what the engine makes of them."""
    sides = (_texts(entry.base), _texts(entry.target))
    return blake2s("\x1d".join(sides).encode(), digest_size=8).hexdigest()


def _texts(items: Sequence[Item]) -> str:
    return "\x1e".join(
        "\x1f".join(level(text) for text in (item.name, *(item.text(f) or "" for f in FIELDS)))
        for item in items
    )


def entry_of(comparison: Comparison, item: str) -> ItemComparison | None:
    """The entry of the item with this id on either side."""
    by_base = None
    for entry in comparison.items:
        if any(one.id == item for one in entry.target):
            return entry
        if by_base is None and any(one.id == item for one in entry.base):
            by_base = entry
    return by_base


def is_about(decision: Decision | Justification, comparison: Comparison) -> bool:
    """Whether a decision, or a justification, is about this base."""
    first = comparison.target.builds_on[:1]
    base = decision.base or (first[0] if first else comparison.base.ref)
    return base in (comparison.base.ref, comparison.base.jurisdiction)


def apply(comparison: Comparison, decisions: Iterable[Decision]) -> Comparison:
    """The comparison with the decisions that are about its base; each says what became of it."""
    own = [one for one in decisions if is_about(one, comparison)]
    if not own:
        return comparison
    verdicts: dict[tuple[str, str], list[Decision]] = {}
    for one in own:
        verdicts.setdefault((one.item, one.label), []).append(one)
    told: list[Decided] = []
    applied: dict[int, list[Decided]] = {}
    for one in own:
        entry = entry_of(comparison, one.item)
        twice = len(verdicts[one.item, one.label]) > 1
        decided = Decided(one, "contradicted" if twice else _state(one, entry))
        told.append(decided)
        if entry is not None and decided.state == "applied":
            applied.setdefault(id(entry), []).append(decided)
    items = tuple(
        _with(entry, applied[id(entry)]) if id(entry) in applied else entry
        for entry in comparison.items
    )
    return replace(comparison, items=items, decisions=tuple(told))


def _state(decision: Decision, entry: ItemComparison | None) -> State:
    if entry is None:
        return "unknown"
    if decision.fingerprint != fingerprint(entry):
        return "stale"
    # A label that is there need not be added, and one that is not cannot be judged.
    there = decision.label in entry.labels
    return "applied" if there != (decision.verdict == "add") else "needless"


def _with(entry: ItemComparison, decided: Sequence[Decided]) -> ItemComparison:
    verdicts = {one.decision.label: one.decision.verdict for one in decided}
    changes = tuple(
        _judged(change, verdicts[change.label]) if change.label in verdicts else change
        for change in entry.changes
    )
    changes += tuple(_added(entry, one) for one in decided if one.decision.verdict == "add")
    # An item that stands on one side alone is not unchanged because it is no longer called new
    # or missing: there is nothing that it could be compared with.
    compared = entry.compared and bool(
        (entry.base and entry.target) or any(change.label for change in changes)
    )
    return replace(entry, changes=changes, compared=compared, decided=tuple(decided))


def _judged(change: Change, verdict: Verdict) -> Change:
    """A change whose label a person looked at: it needs no second look."""
    if verdict == "reject":
        return replace(change, label=None, rejected=change.label, sure=True)
    return replace(change, sure=True)


def _added(entry: ItemComparison, decided: Decided) -> Change:
    """The change that carries a label which a person added; its evidence is the whole item."""

    def span(items: Sequence[Item]) -> Span | None:
        if not items:
            return None
        name = items[0].name
        return Span("item", 0, len(name), name, items[0].places.get("item"))

    decision = decided.decision
    return Change(
        kind="decided",
        rule=None,
        label=decision.label,  # type: ignore[arg-type]
        field="item",
        base=span(entry.base),
        target=span(entry.target),
        detail=decision.reason,
        basis=entry.basis,
        fingerprint=decision.fingerprint,
    )
