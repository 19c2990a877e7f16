"""Which part of a comparison a reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, Decided, ItemComparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Alternatives within a kind, all kinds at once: (label A or B) and (domain C)."""

    label: tuple[LabelName, ...] = ()
    domain: tuple[str, ...] = ()
    service: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    """Parts of an agency's name."""
    item: tuple[str, ...] = ()
    """Ids, names or aliases."""

    def chosen(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The kinds in use and their values."""
        kinds: tuple[tuple[str, tuple[str, ...]], ...] = (
            ("label", self.label),
            ("domain", self.domain),
            ("service", self.service),
            ("lead", self.lead),
            ("item", self.item),
        )
        return tuple((kind, values) for kind, values in kinds if values)

    def __bool__(self) -> bool:
        return bool(self.chosen())


def _fits(entry: ItemComparison, filters: Filters) -> bool:
    return (not filters.label or not entry.labels.isdisjoint(filters.label)) and _is_of(
        entry, filters
    )


def _is_of(entry: ItemComparison, filters: Filters) -> bool:
    """Whether an item fits, whatever its labels are."""
    items = (*entry.base, *entry.target)
    return (
        (not filters.domain or any(i.domain in filters.domain for i in items))
        and (not filters.service or any(i.service in filters.service for i in items))
        and (
            not filters.lead or any(part in (i.lead or "") for i in items for part in filters.lead)
        )
        and (
            not filters.item
            or any(key in filters.item for i in items for key in (i.id, i.name, *i.aliases) if key)
        )
    )


def narrow(comparison: Comparison, filters: Filters) -> Comparison:
    """The comparison with the fitting items alone, and of their labels only the chosen ones,
    so that every count in a report agrees with what it shows.

    A decision stays with its item and its label, also where it took that label from the item:
    who looks for 缩减 is told that there was one and who rejected it.
    """
    if not filters:
        return comparison
    fitting = tuple(entry for entry in comparison.items if _fits(entry, filters))
    return replace(
        comparison,
        items=tuple(_with_labels(entry, filters.label) for entry in fitting),
        decisions=tuple(_decisions(comparison, filters)),
    )


def _with_labels(entry: ItemComparison, labels: Sequence[LabelName]) -> ItemComparison:
    if not labels:
        return entry

    def wanted(label: str | None) -> bool:
        return label is None or label in labels or _all_rejected(entry, labels)

    return replace(
        entry,
        changes=tuple(
            change for change in entry.changes if wanted(change.label) and wanted(change.rejected)
        ),
        decided=tuple(one for one in entry.decided if wanted(one.decision.label)),
    )


def _all_rejected(entry: ItemComparison, labels: Sequence[LabelName]) -> bool:
    """Whether an unchanged item is looked for, which may be so by what a person rejected."""
    return "unchanged" in labels and "unchanged" in entry.labels


def _decisions(comparison: Comparison, filters: Filters) -> Iterator[Decided]:
    from yiwu_diff.compare.decided import entry_of

    for one in comparison.decisions:
        entry = entry_of(comparison, one.decision.item)
        if entry is None:
            # Only filters by item, domain … say that nothing else is looked for.
            if not any(kind != "label" for kind, _ in filters.chosen()) and (
                not filters.label or one.decision.label in filters.label
            ):
                yield one
        elif _is_of(entry, filters) and (
            not filters.label
            or one.decision.label in filters.label
            or _all_rejected(entry, filters.label)
        ):
            yield one
