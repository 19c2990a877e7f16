"""How a reader wants a comparison to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from yiwu_diff.report.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.verdicts import Decision

GroupBy = Literal["label", "domain"]
GROUPINGS: tuple[GroupBy, ...] = ("label", "domain")

FailOn = Literal["error", "warning", "note", "never"]
FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")
"""From which severity on a finding makes a check fail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Every form takes the options that mean something to it and ignores the others."""

    lang: Lang = "zh"
    width: int = 80
    """Cells in a line of plain text."""
    color: bool = False
    summary: bool = False
    """The summary alone."""
    side_by_side: bool = False
    group_by: GroupBy = "label"
    track_changes: bool = True
    """Differences as tracked changes, in forms that know them; else coloured."""
    filters: Filters = field(default_factory=Filters)
    """What the comparison was narrowed to, so that the report can say so."""
    items_before: int | None = None
    """How many items there were before."""
    decisions: Mapping[str, Sequence[Decision]] = field(default_factory=dict)
    """What people decided beside each standard, by its ref, where an item is shown at every
    level. A comparison carries its own."""
    fail_on: FailOn = "error"
    root: str = ""
    """The top folder of the repository, in forms that a forge reads: its paths begin there. ""
    where relative paths begin there already."""
    start: str = ""
    """The folder that relative paths begin in; "" where that is ``root``."""
