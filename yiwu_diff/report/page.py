"""Lines of a page in a terminal: paragraphs, headings, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.cells import Line, indent, line_width, pad, width, wrap
from yiwu_diff.report.ink import paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.report.cells import Run, Style

WIDEST = 160
"""Longer lines are hard to read."""
NARROWEST = 40


class Page:
    """Collects lines, and makes one text of them."""

    def __init__(self, cells: int, *, color: bool) -> None:
        self.width = max(NARROWEST, min(cells, WIDEST))
        self.color = color
        self.lines: list[Line] = []

    def text(self) -> str:
        """Everything so far, with ANSI colours where they are asked for."""
        return paint(self.lines, self.color)

    def blank(self) -> None:
        """An empty line, but never two, nor one at the top."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def add(self, runs: Iterable[Run], margin: int = 0, hanging: int = 0) -> None:
        """A paragraph; its second and later lines may hang further in."""
        lines = wrap(runs, self.width - margin, hanging)
        self.lines += indent(lines[:1], margin) + indent(lines[1:], margin + hanging)

    def heading(self, text: str, style: Style = "bold", note: str = "") -> None:
        """A line across the page."""
        self.blank()
        line: Line = [("── ", "dim"), (text, style)]
        if note and line_width(line) + width(note) + 3 <= self.width:
            line.append((f"  {note}", "dim"))
            note = ""
        rest = self.width - line_width(line) - 1
        self.lines.append([*line, (" " + "─" * max(rest, 0), "dim")])
        if note:
            self.add([(note, "dim")], 3)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[Run]], right: str) -> None:
        """Columns as wide as they must be, the last one wrapped. ``right`` has an ``r`` for
        each column of figures."""
        last = len(heads) - 1
        all_rows: list[list[Run]] = [[(head, "dim") for head in heads], *map(list, rows)]
        widths = [max(width(row[n][0]) for row in all_rows) for n in range(last)]
        gap = 2 if sum(widths) + 2 * (last - 1) <= self.width else 1
        used = sum(widths) + gap * last
        for row in all_rows:
            line: Line = []
            for n in range(last):
                text, style = row[n]
                space = " " * (widths[n] - width(text))
                line += [(space + text if right[n] == "r" else pad(text, widths[n]), style)]
                line.append((" " * gap, ""))
            if self.width - used < 16:
                # No room beside the others: on a line of its own.
                self.lines.append(line)
                self.add([row[last]], 4)
                continue
            block = wrap([row[last]], self.width - used)
            self.lines.append([*line, *block[0]])
            self.lines += indent(block[1:], used)
