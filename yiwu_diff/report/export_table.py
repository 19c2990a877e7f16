"""A standard as the rows of the official table: what every exported form shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwu_diff.standard.as_records import in_order
from yiwu_diff.standard.columns import BASIS, HEADINGS, all_official, basis_cell
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from yiwu_diff.standard.model import Standard

NONE = "—"
"""Stands where an item has no service: a blank would be read as the same as above."""
MERGED = (1, 2)
"""The columns whose equal neighbours are one cell: domain and service."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows. The headings are Chinese whatever the reader's language: this is the
    standard's own form, and what `importers` knows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def has_basis(self) -> bool:
        """Whether the last column tells where the texts come from."""
        return self.headings[-1] == BASIS

    def span(self, row: int, column: int) -> int:
        """How many rows a cell of a merged column covers; 0 where one above covers it.

        A service is merged within its domain only. What has none stays apart.
        """
        if row and self._same(row - 1, row, column):
            return 0
        end = row + 1
        while end < len(self.rows) and self._same(end - 1, end, column):
            end += 1
        return end - row

    def _same(self, row: int, other: int, column: int) -> bool:
        first, second = self.rows[row], self.rows[other]
        return first[column] not in ("", NONE) and first[1 : column + 1] == second[1 : column + 1]


def table(standard: Standard) -> Table:
    """The table of a standard. The column for bases is there unless all of it is official."""
    items = in_order(standard.items)
    official = all_official(items)
    rows = []
    for number, item in enumerate(items, 1):
        fields = (item.text(name) or "" for name in FIELDS)
        row = (str(number), item.domain or "", item.service or NONE, item.name, *fields)
        rows.append(row if official else (*row, basis_cell(item)))
    headings = tuple(HEADINGS.values())
    return Table(headings if official else (*headings, BASIS), tuple(rows))
