"""What a reader sees of a change: its words in their sentence, the rest left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Change, ItemComparison, Span
    from yiwu_diff.report.cells import Run, Style
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Item

Side = Literal["base", "target"]

_SENTENCE_END = re.compile(r"[。！？\n]")
_CLAUSE_END = re.compile(r"[，、；：。！？\n,;]")
_TOKEN = re.compile(
    r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)?(?:个?工作日|个月|周岁|[%％‰万元次岁年月日天])?|.", re.DOTALL
)
"""A figure and its unit are one word."""

_TOO_LONG_TO_ALIGN = 4_000_000
"""Product of two lengths, above which a replaced text is shown as replaced whole."""
_ALIKE = 0.4
"""Below this share of common words two texts are no versions of each other."""


class Where(NamedTuple):
    """A field of one of an entry's items."""

    side: Side
    number: int
    field: str


def locate(entry: ItemComparison, span: Span, side: Side) -> tuple[Where, str] | None:
    """The field that a span is a piece of, and its text. A split or merged entry has several
    items on a side, and a span does not say which it means: the first that fits."""
    items: Sequence[Item] = entry.base if side == "base" else entry.target
    for number, item in enumerate(items):
        text = item.text(span.field) if span.field in _TEXT_FIELDS else None
        if text is not None and text[span.start : span.end] == span.text:
            return Where(side, number, span.field), text
    return None


_TEXT_FIELDS = frozenset(FIELDS)


class Piece(NamedTuple):
    """A stretch of two aligned texts: equal where both are the same."""

    old: str
    new: str


def align(old: str, new: str) -> list[Piece]:
    """Where two versions of a text differ, word by word."""
    if not old or not new or len(old) * len(new) > _TOO_LONG_TO_ALIGN:
        return [Piece(old, new)]
    from difflib import SequenceMatcher

    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [Piece(old, new)]
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        piece = Piece("".join(a[i1:i2]), "".join(b[j1:j2]))
        # A single common character between two differences is chance, and hard to read.
        chance = tag == "equal" and len(piece.old) < 2 and i2 < len(a) and j2 < len(b)
        differs = bool(pieces) and pieces[-1].old != pieces[-1].new
        if differs and (chance or tag != "equal"):
            pieces[-1] = Piece(pieces[-1].old + piece.old, pieces[-1].new + piece.new)
        else:
            pieces.append(piece)
    return pieces


def _reading_order(where: Where) -> tuple[int, int, bool]:
    return FIELDS.index(where.field), where.number, where.side == "base"


def _within(frame: Span, change: Change, outer: Span, other: Change) -> bool:
    """Whether all words of a change are among those of another one."""
    if not outer.start <= frame.start <= frame.end <= outer.end or outer.start == outer.end:
        return False
    for mine, its in ((change.base, other.base), (change.target, other.target)):
        if mine is None or mine.start == mine.end:
            continue
        if its is None or its.field != mine.field:
            return False
        if not its.start <= mine.start <= mine.end <= its.end:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Changes that are shown in one stretch of text, and that text."""

    where: Where | None
    changes: tuple[Change, ...]
    runs: tuple[Run, ...]


def _lead_in(text: str, room: int) -> str:
    """The end of a text, from the beginning of its sentence or clause, within the room.

    Where a sentence has hardly begun, the one before it comes along: a change needs something
    to stand beside.
    """
    least = room // 3
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    start = next((end for end in reversed(ends) if len(text) - end >= least), 0)
    if len(text) - start <= room:
        return ("…" if start else "") + text[start:].lstrip("\n")
    start = len(text) - room
    clause = _CLAUSE_END.search(text, start, max(start, len(text) - least))
    return "…" + text[clause.end() if clause else start :]


def _lead_out(text: str, room: int) -> str:
    """The beginning of a text, up to the end of its sentence or clause, within the room."""
    found = _SENTENCE_END.search(text)
    end = found.end() if found else len(text)
    if end <= room:
        return text[:end].rstrip("\n") + ("…" if end < len(text.rstrip()) else "")
    clauses = [m.end() for m in _CLAUSE_END.finditer(text, room // 3, room)]
    end = clauses[-1] if clauses else room
    return text[:end] + "…"


def _bridge(text: str, room: int) -> str:
    """What stands between two changes; the middle left out where it is long."""
    if len(text) <= 2 * room + 2:
        return text
    return _lead_out(text, room).rstrip("…") + "…" + _lead_in(text, room).lstrip("…")


class Excerpts:
    """Makes runs of changes: how much is shown around them, and how they are marked."""

    def __init__(self, *, room: int, marks: tuple[str, str] | None, omitted: str) -> None:
        self.room = room
        """Characters of unchanged text on each side of a change."""
        self.marks = marks
        """Formats for added and dropped words, where styles alone do not tell them apart."""
        self.omitted = omitted
        """Format of the note that stands for the middle of a very long text."""

    def mark(self, text: str, style: Style) -> Run:
        """Added or dropped words."""
        if not text or self.marks is None:
            return text, style
        return self.marks[style == "drop"].format(text=text), style

    def shorten(self, text: str, limit: int = 600) -> str:
        """A text without its middle, where it is too long even for evidence."""
        if len(text) <= limit:
            return text
        keep = limit // 2
        return text[:keep] + self.omitted.format(n=len(text) - 2 * keep) + text[-keep:]

    def _inner(self, old: str, new: str) -> list[Run]:
        runs: list[Run] = []
        for piece in align(old, new):
            if piece.old == piece.new:
                runs.append((_bridge(piece.new, self.room), ""))
            else:
                runs.append(self.mark(self.shorten(piece.old), "drop"))
                runs.append(self.mark(self.shorten(piece.new), "add"))
        return [run for run in runs if run[0]]

    def versions(self, old: str, new: str) -> list[Run]:
        """Two versions of a whole text: all that differs, and a little of what does not."""
        runs: list[Run] = []
        pieces = align(old, new)
        for number, piece in enumerate(pieces):
            if piece.old != piece.new:
                runs += [self.mark(piece.old, "drop"), self.mark(piece.new, "add")]
            elif number == 0:
                runs.append((_lead_in(piece.new, self.room), ""))
            elif number == len(pieces) - 1:
                runs.append((_lead_out(piece.new, self.room), ""))
            else:
                runs.append((_bridge(piece.new, self.room), ""))
        return [run for run in runs if run[0]]

    def paragraphs(self, entry: ItemComparison, changes: Iterable[Change]) -> list[Paragraph]:
        """The changes in their text, those of one field in one stretch."""
        placed: dict[Where, list[tuple[Span, Change, str]]] = {}
        loose: list[Paragraph] = []
        for change in changes:
            found = None
            if change.target is not None:
                found = locate(entry, change.target, "target")
                frame = change.target
            if found is None and change.base is not None:
                found = locate(entry, change.base, "base")
                frame = change.base
            if found is None:
                loose.append(self._loose(change))
            else:
                placed.setdefault(found[0], []).append((frame, change, found[1]))
        done: list[Paragraph] = []
        for where, spans in sorted(placed.items(), key=lambda one: _reading_order(one[0])):
            # What holds others comes before them.
            spans.sort(key=lambda one: (one[0].start, -one[0].end))
            done += self._stretches(where, spans)
        return done + loose

    def _loose(self, change: Change) -> Paragraph:
        """A change whose text does not stand in a field: its own words are all there is."""
        if change.kind == "decided":
            # It is about the item as a whole: its name would be no evidence.
            return Paragraph(None, (change,), ())
        old = change.base.text if change.base else ""
        new = change.target.text if change.target else ""
        return Paragraph(None, (change,), tuple(self._inner(old, new)))

    def _stretches(self, where: Where, spans: list[tuple[Span, Change, str]]) -> list[Paragraph]:
        done: list[Paragraph] = []
        text = spans[0][2]
        changes: list[Change] = []
        runs: list[Run] = []
        shown: list[tuple[Span, Change]] = []
        cursor = 0

        def finish() -> None:
            if changes:
                rest = _lead_out(text[cursor:], self.room)
                done.append(Paragraph(where, tuple(changes), (*runs, (rest, ""))))
                changes.clear()
                runs.clear()

        for frame, change, _ in spans:
            in_target = where.side == "target"
            old = change.base.text if change.base else ""
            new = change.target.text if in_target and change.target else ""
            if changes and any(_within(frame, change, *one) for one in shown):
                # Two rules about the same words: shown once, named twice.
                changes.append(change)
                continue
            if frame.start < cursor:
                finish()
            if changes:
                runs.append((_bridge(text[cursor : frame.start], self.room), ""))
            else:
                runs.append((_lead_in(text[: frame.start], self.room), ""))
            runs += self._inner(old, new)
            shown.append((frame, change))
            changes.append(change)
            cursor = frame.end
        finish()
        return done


def highlights(
    entry: ItemComparison, changes: Iterable[Change]
) -> dict[Where, list[tuple[int, int, Style]]]:
    """What to colour in the full texts of both sides: dropped words in the base, added ones
    in the target."""
    found: dict[Where, list[tuple[int, int, Style]]] = {}
    for change in changes:
        old = change.base.text if change.base else ""
        new = change.target.text if change.target else ""
        pieces = align(old, new)
        sides: tuple[tuple[Side, Span | None, Style], ...] = (
            ("base", change.base, "drop"),
            ("target", change.target, "add"),
        )
        for side, span, style in sides:
            place = locate(entry, span, side) if span is not None else None
            if span is None or place is None:
                continue
            start = span.start
            for piece in pieces:
                words = piece.old if side == "base" else piece.new
                if piece.old != piece.new and words:
                    found.setdefault(place[0], []).append((start, start + len(words), style))
                start += len(words)
    return found


def styled(text: str, marks: Iterable[tuple[int, int, Style]], excerpts: Excerpts) -> list[Run]:
    """A full text with its highlighted words."""
    runs: list[Run] = []
    cursor = 0
    for start, end, style in sorted(marks):
        start = max(start, cursor)
        if start >= end:
            continue
        runs += [(text[cursor:start], ""), excerpts.mark(text[start:end], style)]
        cursor = end
    runs.append((text[cursor:], ""))
    return [run for run in runs if run[0]]


def without_middle(text: str, limit: int, say: Say) -> str:
    """A text of about so many characters: of a longer one the middle is left out, and counted."""
    if len(text) <= limit:
        return text
    keep = limit // 2
    return text[:keep] + say("body.omitted", n=len(text) - 2 * keep) + text[-keep:]
