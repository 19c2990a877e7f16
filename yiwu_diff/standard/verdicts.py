"""What people add to a comparison: decisions about labels, and reasons for going further.

``decisions.yaml`` and ``justifications.yaml`` lie beside the standard that they are about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from yiwu_diff.standard.keys import DECISION, DECISIONS, JUSTIFICATION, JUSTIFICATIONS
from yiwu_diff.standard.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.keys import Shape
    from yiwu_diff.standard.model import Place

DECISIONS_FILE = "decisions.yaml"
JUSTIFICATIONS_FILE = "justifications.yaml"

Verdict = Literal["accept", "reject", "add"]

ARGUMENTS = ("necessity", "reasonableness", "risk")
"""The three things that a justification has to argue."""


class Decision(NamedTuple):
    """What a person decided about one label of one item."""

    item: str
    """The item's id."""
    label: str
    verdict: Verdict
    fingerprint: str
    """Of the texts of both sides when it was decided: `compare.decided.fingerprint`."""
    base: str = ""
    """The ref of the base; "" means the first that the standard builds on."""
    reason: str = ""
    by: str = ""
    date: str = ""
    place: Place | None = None


class Justification(NamedTuple):
    """Why one item goes beyond the base."""

    item: str
    fingerprint: str
    base: str = ""
    necessity: str = ""
    reasonableness: str = ""
    risk: str = ""
    by: str = ""
    date: str = ""
    place: Place | None = None

    @property
    def lacking(self) -> tuple[str, ...]:
        """Which of `ARGUMENTS` it does not make."""
        return tuple(name for name in ARGUMENTS if not getattr(self, name))


def decisions(folder: Folder) -> tuple[Decision, ...]:
    """The decisions in a folder, in order; none where there is no file. Raises ReadError."""
    found = _records(folder, DECISIONS_FILE, DECISIONS, "decisions", DECISION)
    return tuple(Decision(**values, place=place) for values, place in found)


def justifications(folder: Folder) -> tuple[Justification, ...]:
    """The justifications in a folder, as `decisions`."""
    found = _records(folder, JUSTIFICATIONS_FILE, JUSTIFICATIONS, "justifications", JUSTIFICATION)
    return tuple(Justification(**values, place=place) for values, place in found)


def _records(
    folder: Folder, name: str, file: Shape, key: str, shape: Shape
) -> Iterator[tuple[dict[str, Any], Place]]:
    if name not in folder.names():
        return
    reader = Records(folder)
    node = reader.tree(name)
    found: list[tuple[dict[str, Any], Place]] = []
    if node is not None and (whole := reader.record(node, file)) is not None:
        reader.values(whole, file)
        found = [
            (reader.values(record, shape), reader.at(record))
            for record in reader.children(whole, key, shape, may_be_empty=True)
        ]
    if reader.problems:
        raise reader.problems.error()
    yield from found
