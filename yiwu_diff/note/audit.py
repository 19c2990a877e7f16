"""Set a drafting note against the comparison that it reports on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.note.checks import counts, figures, items, numbering, totals, wording
from yiwu_diff.note.context import Context, place
from yiwu_diff.note.findings import Finding
from yiwu_diff.note.parse import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.note.model import Line, Note


def names_of(comparison: Comparison) -> list[str]:
    """Every name that the note may use for an item: names and aliases of both standards."""
    return [
        name
        for entry in comparison.items
        for item in (*entry.target, *entry.base)
        for name in (item.name, *item.aliases)
    ]


def audit_lines(lines: Sequence[Line], comparison: Comparison) -> tuple[Finding, ...]:
    """Read a note and audit it."""
    return audit(parse(lines, names_of(comparison)), comparison)


def audit(note: Note, comparison: Comparison) -> tuple[Finding, ...]:
    """Everything in the note that does not hold, in the order of its lines."""
    context = Context(note, comparison)
    found: list[Finding] = []
    for check in (
        numbering.check,
        totals.check,
        counts.check,
        items.check,
        figures.check,
        wording.check,
    ):
        found += check(context)
    if not context.claims and not context.lists:
        base = place(comparison.base)
        found.append(
            Finding(
                "no-comparison",
                "warning",
                note.lines[0].number if note.lines else 1,
                f"没有找到与{base}标准比较的数目或清单，未能核对；请确认文件和对照的标准",
                f"no numbers or lists that compare with {base} were found, so nothing was "
                "checked; make sure of the file and the standards",
            )
        )
    # Two checks may say the same of one place.
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.line))


def not_verified(note: Note, comparison: Comparison) -> tuple[str, ...]:
    """Items that the note lists and that could not be compared, for want of texts."""
    context = Context(note, comparison)
    names = (
        listed.match.known_as
        for listed in context.listed
        if listed.match is not None and not listed.match.entry.compared
    )
    return tuple(dict.fromkeys(names))
