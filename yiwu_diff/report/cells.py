"""Laying out styled text in terminal cells, where a Chinese character takes two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Style = Literal["", "add", "drop", "new", "gone", "dim", "bold", "warn", "bad", "good"]
"""What a piece of text is, not how it looks: `ink.paint` decides that. ``add`` and ``drop``
are words within a text, ``new`` and ``gone`` whole texts."""

Run = tuple[str, Style]
Line = list[Run]

_NOT_FIRST = frozenset("。，、；：？！）】》」』”’〉〕…—·％%℃!),.:;?]}>+")
"""Characters that must not begin a line."""
_NOT_LAST = frozenset("（【《「『“‘〈〔([{<")
"""Characters that must not end one."""
_NOT_LAST_SIGNED = frozenset("【[")
_MAY_OPEN = _NOT_LAST | frozenset("+-")
_WORD = re.compile(r"[A-Za-z0-9.@_/%~+—-]+[岁年月日次元万％]?|.", re.DOTALL)
_LONGEST_WORD = 24
"""A longer run of Latin letters is broken like Chinese."""


@lru_cache(maxsize=4096)
def _cell(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """The cells that a text takes."""
    if len(text) == 1:
        return _cell(text)
    return len(text) if text.isascii() else sum(map(_cell, text))


def line_width(line: Iterable[Run]) -> int:
    """The cells that a line takes."""
    return sum(width(text) for text, _ in line)


def visible(text: str) -> str:
    """The text with what could steer a terminal made harmless."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\n" else " " if char.isspace() else "\ufffd"
        for char in text
    )


def pad(text: str, cells: int) -> str:
    """The text with spaces up to so many cells."""
    return text + " " * (cells - width(text))


def fit(text: str, cells: int) -> str:
    """The text cut to so many cells, with an ellipsis where it was longer."""
    if width(text) <= cells:
        return text
    kept, used = [], 0
    for char in text:
        used += _cell(char)
        if used > cells - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _opens(text: str) -> bool:
    """Whether what follows belongs to it: after a bracket, or a bracket with the sign of an
    added or dropped word."""
    return text[-1] in _NOT_LAST or (text[-1] in "+-" and text[-2:-1] in _NOT_LAST_SIGNED)


def _units(text: str) -> Iterator[str]:
    """The smallest pieces that a line may be broken between."""
    held = ""
    for match in _WORD.finditer(text):
        piece = match.group()
        if len(piece) > _LONGEST_WORD:
            if held:
                yield held
                held = ""
            yield from piece
            continue
        if held and (
            piece[0] in _NOT_FIRST
            or (held[-1] in _MAY_OPEN and _opens(held))
            or not _cell(piece[0])
        ):
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def wrap(runs: Iterable[Run], cells: int, hang: int = 0) -> list[Line]:
    """Break styled text into lines of at most so many cells, from the second line on of
    ``hang`` cells less.

    No punctuation begins a line and no opening bracket ends one, as a Chinese reader
    expects; Latin words and numbers stay whole where they can.
    """
    room, later = max(cells, 4), max(cells - hang, 4)
    runs = [(visible(text), style) for text, style in runs if text]
    text = "".join(part for part, _ in runs)
    styles: list[Style] = []
    for part, style in runs:
        styles += [style] * len(part)
    if width(text) <= room and "\n" not in text:
        return [_line(text, styles, 0, len(text))]
    lines: list[Line] = []
    start = position = used = 0
    for unit in _units(text):
        if unit[0] == "\n":
            lines.append(_line(text, styles, start, position))
            start, used, room = position + 1, 0, later
            unit = unit[1:]
            position += 1
            if not unit:
                continue
        need = _cell(unit) if len(unit) == 1 else width(unit)
        # The space at a line's end may hang over the edge: it is taken off.
        if used and used + need > room and used + width(unit.rstrip()) > room:
            lines.append(_line(text, styles, start, position))
            start, used, room = position, 0, later
            if unit.isspace():
                position += len(unit)
                start = position
                continue
        if need > room:
            for char in unit:
                if used and used + _cell(char) > room:
                    lines.append(_line(text, styles, start, position))
                    start, used, room = position, 0, later
                used += _cell(char)
                position += 1
            continue
        used += need
        position += len(unit)
    if position > start or not lines:
        lines.append(_line(text, styles, start, position))
    return lines


def _line(text: str, styles: Sequence[Style], start: int, end: int) -> Line:
    line: Line = []
    end = start + len(text[start:end].rstrip())
    if start < end and styles[start:end].count(styles[start]) == end - start:
        return [(text[start:end], styles[start])]
    while start < end:
        stop = start
        while stop < end and styles[stop] == styles[start]:
            stop += 1
        line.append((text[start:stop], styles[start]))
        start = stop
    return line


def indent(lines: Iterable[Line], cells: int) -> list[Line]:
    """The lines, moved to the right."""
    return [[(" " * cells, ""), *line] if line else line for line in lines]


def columns(cells: Sequence[Sequence[Line]], widths: Sequence[int], gap: Line) -> list[Line]:
    """Blocks of lines side by side, each in its column's width."""
    rows: list[Line] = []
    for number in range(max(map(len, cells), default=0)):
        row: Line = []
        for block, cell_width in zip(cells, widths, strict=True):
            line = block[number] if number < len(block) else []
            if row:
                row += gap
            row += [*line, (" " * (cell_width - line_width(line)), "")]
        rows.append(row)
    return rows
