"""Texts for cells: harmless whatever they say, with their differences coloured, never too long."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Literal

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from yiwu_diff.report.cells import width
from yiwu_diff.report.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell

    from yiwu_diff.report.field_lines import Line
    from yiwu_diff.report.words import Say

FONT = "宋体"
SIZE = 10
LIMIT = 32767
"""Characters that a cell can hold, counted as UTF-16 does."""
LINE = 14.0
"""Points of a line of text."""
TALLEST = 409.0
"""Points of the tallest row there can be."""

Kind = Literal["", "bold", "add", "drop", "faint", "notice"]
Run = tuple[str, Kind]

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@", "\t", "\n")

_GREEN, _RED, _GREY = Color(rgb="FF00662B"), Color(rgb="FFB00020"), Color(rgb="FF595959")
_FONTS: dict[Kind, InlineFont] = {
    "": InlineFont(rFont=FONT, sz=SIZE),
    "bold": InlineFont(rFont=FONT, sz=SIZE, b=True),
    "add": InlineFont(rFont=FONT, sz=SIZE, color=_GREEN, u="single"),
    "drop": InlineFont(rFont=FONT, sz=SIZE, color=_RED, strike=True),
    "faint": InlineFont(rFont=FONT, sz=SIZE, color=_GREY),
    "notice": InlineFont(rFont=FONT, sz=SIZE, color=_RED, b=True),
}


def units(text: str) -> int:
    """The length of a text as a spreadsheet counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def put(cell: Cell, content: str | Sequence[Run], say: Say) -> None:
    """Write a text that stays a text, also when it is edited or saved again."""
    runs = cut([(content, "")] if isinstance(content, str) else content, say)
    text = "".join(part for part, _ in runs)
    if not text:
        return
    if len(runs) > 1 or runs[0][1]:
        cell.value = CellRichText([_block(part, kind) for part, kind in runs])
    else:
        cell.value = _ESCAPE.sub("_x005F_", text)
    # Told from its first character a text could be a formula or an error.
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True


def _block(text: str, kind: Kind) -> TextBlock:
    return TextBlock(_FONTS[kind], _ESCAPE.sub("_x005F_", text))


def cut(runs: Iterable[Run], say: Say) -> list[Run]:
    """The runs without what a cell cannot hold; a notice in front says so."""
    kept: list[Run] = []
    for text, kind in runs:
        text = clean(text)
        if kept and kept[-1][1] == kind:
            kept[-1] = (kept[-1][0] + text, kind)
        elif text:
            kept.append((text, kind))
    total = sum(units(text) for text, _ in kept)
    if total <= LIMIT:
        return kept
    room = LIMIT - units(say("office.cut", n=total)) - 1
    short: list[Run] = []
    left_out = total
    for text, kind in kept:
        taken = text if units(text) <= room else _first(text, room)
        room -= units(taken)
        left_out -= units(taken)
        short.append((taken, kind))
        if taken != text:
            break
    return [(say("office.cut", n=left_out) + "\n", "notice"), *short]


def _first(text: str, room: int) -> str:
    taken = []
    for char in text:
        room -= units(char)
        if room < 0:
            break
        taken.append(char)
    return "".join(taken)


def side(lines: Sequence[Line], which: Literal["base", "target"], say: Say) -> list[Run]:
    """A side's texts; its words that the other side lacks are coloured, and struck through or
    underlined."""
    runs: list[Run] = []
    foreign = "ins" if which == "base" else "del"
    for line in lines:
        if line.mark == foreign and not line.unknown:
            continue
        if runs:
            runs.append(("\n", ""))
        runs.append((line.caption, "bold"))
        if line.mark == foreign:
            runs.append((say("body.no_text"), "faint"))
            continue
        for edit in line.edits:
            kind: Kind = "" if edit.stays else "drop" if which == "base" else "add"
            runs.append((edit.old if which == "base" else edit.new, kind))
    return runs


def height(text: str, columns: float) -> float:
    """Points that a text takes in a column of so many characters."""
    cells = max(columns - 2, 4)
    rows = sum(max(1, ceil(width(line) / cells)) for line in text.split("\n"))
    return rows * LINE + 4
