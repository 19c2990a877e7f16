"""Which part of a comparison a reader wants to see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison


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
    items = (*entry.base, *entry.target)
    return (
        (not filters.label or not entry.labels.isdisjoint(filters.label))
        and (not filters.domain or any(i.domain in filters.domain for i in items))
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
    so that every count in a report agrees with what it shows."""
    if not filters:
        return comparison
    entries = (entry for entry in comparison.items if _fits(entry, filters))
    if not filters.label:
        return replace(comparison, items=tuple(entries))
    return replace(
        comparison,
        items=tuple(
            replace(
                entry,
                changes=tuple(
                    change
                    for change in entry.changes
                    if change.label is None or change.label in filters.label
                ),
            )
            for entry in entries
        ),
    )
