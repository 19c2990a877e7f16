"""What every format is first turned into: paragraphs and tables, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.importers.model import Remark, Unplaced


@dataclass(slots=True)
class Paragraph:
    """One paragraph, or one line of a plain text."""

    text: str
    place: str
    strong: int = 0
    """So many of its first characters are set off as a label is (bold)."""
    aside: bool = False
    """Not part of the text itself: a sheet's name, a table's caption attribute."""


@dataclass(slots=True, eq=False)
class Cell:
    """A cell; merged positions of a grid hold the same one."""

    text: str = ""
    """Its lines, those of nested tables too."""
    tables: list[Table] = field(default_factory=list)
    """Tables inside it, whose text is in ``text`` too."""
    blocks: list[Paragraph | Table] = field(default_factory=list)
    """What it holds, in order; empty where that is only its text."""


@dataclass(slots=True, eq=False)
class Table:
    """A grid: every row has a cell at every position, the same one where cells are merged."""

    rows: list[list[Cell]]
    place: str
    places: list[str]
    """The place of each row."""
    pages: list[int] = field(default_factory=list)
    """The page of each row, for formats that have pages."""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for row in self.rows), default=0)


Block = Paragraph | Table


@dataclass(slots=True)
class Document:
    """What a reader of a format hands on."""

    format: str
    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    wrapped: bool = False
    """Line breaks may be the page's, not the author's."""
    remarks: list[Remark] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


class Grid:
    """Lays cells with spans out into rows of equal length."""

    MOST_COLUMNS = 256
    MOST_ROWS = 1_048_576

    def __init__(self) -> None:
        self.rows: list[list[Cell | None]] = []
        self._down: dict[int, tuple[Cell, int]] = {}
        """By column: the cell that reaches down, and into how many further rows."""

    def start_row(self) -> None:
        """Begin a row; what reaches down from above takes its places."""
        row: list[Cell | None] = []
        for column, (cell, left) in sorted(self._down.items()):
            row.extend([None] * (column + 1 - len(row)))
            row[column] = cell
            if left > 1:
                self._down[column] = (cell, left - 1)
            else:
                del self._down[column]
        self.rows.append(row)

    def add(self, cell: Cell, across: int = 1, down: int = 1) -> None:
        """Put a cell into the first free place of the row."""
        row = self.rows[-1]
        column = next((i for i, held in enumerate(row) if held is None), len(row))
        across = max(1, min(across, self.MOST_COLUMNS - column))
        if column >= self.MOST_COLUMNS:
            return
        row.extend([None] * (column + across - len(row)))
        for at in range(column, column + across):
            if row[at] is None:
                row[at] = cell
                if down > 1:
                    self._down[at] = (cell, min(down - 1, self.MOST_ROWS))

    def done(self) -> list[list[Cell]]:
        """The rows, every place filled."""
        width = max((len(row) for row in self.rows), default=0)
        return [
            [cell or Cell() for cell in [*row, *([None] * (width - len(row)))]] for row in self.rows
        ]


def flat(table: Table) -> str:
    """A table's text where it can only be text: a line for each row."""
    lines = []
    for row in table.rows:
        cells = list(dict.fromkeys(row))
        lines.append(" ".join(cell.text.strip() for cell in cells if cell.text.strip()))
    return "\n".join(line for line in lines if line)


def cell_of(blocks: list[Block]) -> Cell:
    """A cell that holds these. The rows of a table in it stay apart, by semicolons: its lines
    would be taken for those of one sentence."""
    texts: list[str] = []
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            texts.append(block.text)
            continue
        rows = flat(block).split("\n")
        if block.width > 1:
            ends = len(rows) - (number == len(blocks))
            rows = [
                one if at >= ends or one.endswith(("。", "；", "：")) else one + "；"
                for at, one in enumerate(rows)
            ]
        texts += rows
    return Cell("\n".join(texts), [one for one in blocks if isinstance(one, Table)], blocks)
