"""Marking, in the full text of a field, what each change took away or brought."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.report.excerpt import align, locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Change, ItemComparison, Span
    from yiwu_diff.report.excerpt import Side, Where


class Mark(NamedTuple):
    """A stretch of a field that a change is about. An empty one is the place where the other
    side's words are absent."""

    start: int
    end: int
    change: int
    """Which of the changes, counted from 0."""
    last: bool
    """Whether it is the change's last stretch in this field."""


class Segment(NamedTuple):
    """A stretch of text and the changes that it belongs to."""

    text: str
    changes: tuple[int, ...]
    ends: tuple[int, ...]
    """The changes of which nothing more follows in this field."""


Marks = dict["Where", list[Mark]]


def find_marks(entry: ItemComparison, changes: Sequence[Change]) -> Marks:
    """Where the words of the changes stand, by field."""
    found: Marks = {}
    for number, change in enumerate(changes):
        old = change.base.text if change.base else ""
        new = change.target.text if change.target else ""
        pieces = align(old, new)
        sides: tuple[tuple[Side, Span | None], ...] = (
            ("base", change.base),
            ("target", change.target),
        )
        for side, span in sides:
            place = locate(entry, span, side) if span is not None else None
            if span is None or place is None:
                continue
            stretches: list[tuple[int, int]] = []
            start = span.start
            for piece in pieces:
                words = piece.old if side == "base" else piece.new
                if words and piece.old != piece.new:
                    stretches.append((start, start + len(words)))
                start += len(words)
            if not stretches:
                # Where old and new are the same words, they stand elsewhere: moved.
                moved = bool(old) and old == new
                stretches.append((span.start, span.end if moved else span.start))
            found.setdefault(place[0], []).extend(
                Mark(a, b, number, at == len(stretches) - 1) for at, (a, b) in enumerate(stretches)
            )
    return found


def segments(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """The text cut wherever a mark begins or ends. Two changes about the same words share a
    segment; an empty mark becomes an empty segment at its place."""
    edges = sorted({0, len(text)} | {m.start for m in marks} | {m.end for m in marks})
    done: list[Segment] = []

    def gap(at: int) -> None:
        here = tuple(dict.fromkeys(m.change for m in marks if m.start == m.end == at))
        if here:
            done.append(Segment("", here, here))

    for start, end in itertools.pairwise(edges):
        gap(start)
        inside = [m for m in marks if m.start <= start and end <= m.end]
        done.append(
            Segment(
                text[start:end],
                tuple(dict.fromkeys(m.change for m in inside)),
                tuple(dict.fromkeys(m.change for m in inside if m.last and m.end == end)),
            )
        )
    gap(edges[-1])
    return [one for one in done if one.text or one.changes]
