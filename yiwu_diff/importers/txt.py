"""Plain text, in any encoding of Chinese: paragraphs, and tables set with tabs or bars."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwu_diff.importers.blocks import Cell, Document, Paragraph, Table
from yiwu_diff.importers.encoding import decode
from yiwu_diff.importers.html import guessed, lost
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_RULE = re.compile(r"^[\s|+\-=:_\u2500-\u257f]*$")
_BARS = re.compile(r"[|｜│┃┆┇┊┋║]")
_LEAST_COLUMNS = 3
_MOST_LINES = 100
"""Of one cell; a quotation mark that is not closed within so many is a mark like any other."""


def read(data: bytes, shown: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The blocks of a plain text. Raises ReadError where it is no text."""
    result, text = _decoded(data, shown, "txt")
    lines = _LINE_END.split(text)
    at = 0
    while at < len(lines):
        found = _barred(lines, at) or _tabbed(lines, at)
        if found is not None:
            table, at = found
            result.blocks.append(table)
            continue
        if lines[at].strip():
            result.blocks.append(Paragraph(lines[at], f"第{at + 1}行"))
        at += 1
    result.wrapped = _is_wrapped(lines) or _is_drawn(lines)
    return result


def read_csv(
    data: bytes, shown: str, progress: Callable[[int, int], None] | None = None
) -> Document:
    """The table of a CSV file. Raises ReadError where it is none."""
    result, text = _decoded(data, shown, "csv")
    head = "".join(text.splitlines(keepends=True)[:20])
    delimiter = max(",\t;|，", key=lambda mark: (head.count(mark), mark == ","))
    rows: list[list[Cell]] = []
    places: list[str] = []
    # A field may be as long as a file: what is too much was refused before.
    before = csv.field_size_limit(max(len(text), 1) + 1)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in reader:
            if any(one.strip() for one in row):
                rows.append([Cell(one) for one in row])
                places.append(f"第{len(rows)}行")
    except csv.Error as error:
        raise fail(
            shown,
            f"CSV 第 {len(rows) + 1} 行无法辨认（{error}）；请另存为 .xlsx 再导入",
            f"row {len(rows) + 1} of the CSV file cannot be read ({error}); save it as .xlsx",
        ) from None
    finally:
        csv.field_size_limit(before)
    width = max(map(len, rows), default=0)
    for cells in rows:
        cells.extend(Cell() for _ in range(width - len(cells)))
    result.blocks.append(Table(rows, "表1", places))
    return result


def _decoded(data: bytes, shown: str, sort: str) -> tuple[Document, str]:
    decoded = decode(data, shown)
    result = Document(sort)
    if decoded.guessed:
        result.remarks.append(guessed(decoded.encoding))
    if decoded.lost:
        result.remarks.append(lost(decoded.lost))
    return result, decoded.text


def _tabbed(lines: list[str], start: int) -> tuple[Table, int] | None:
    rows: list[list[Cell]] = []
    places: list[str] = []
    at = start
    while at < len(lines) and lines[at].count("\t") >= _LEAST_COLUMNS - 1:
        parts, end = _quoted(lines, at)
        rows.append([Cell(part.strip()) for part in parts])
        places.append(f"第{at + 1}行")
        at = end
    return _table(rows, places, at) if len(rows) > 1 else None


def _quoted(lines: list[str], at: int) -> tuple[list[str], int]:
    """A row, whose cells may be quoted and then hold line breaks, as Excel saves them; and the
    line after it."""
    whole = lines[at]
    for end in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
        if whole.count('"') % 2 == 0:
            try:
                return next(csv.reader(io.StringIO(whole, newline=""), delimiter="\t")), end
            except csv.Error:
                break
        whole += "\n" + (lines[end] if end < len(lines) else "")
    return lines[at].split("\t"), at + 1


def _barred(lines: list[str], start: int) -> tuple[Table, int] | None:
    groups: list[list[tuple[int, list[str]]]] = [[]]
    at = start
    while at < len(lines):
        one = lines[at].strip()
        if one and _RULE.match(one) and len(one) > 2:
            groups.append([])
        elif len(_BARS.findall(one)) >= _LEAST_COLUMNS - 1:
            inner = one[1:] if _BARS.match(one) else one
            inner = inner[:-1] if inner and _BARS.match(inner[-1]) else inner
            groups[-1].append((at + 1, _BARS.split(inner)))
        else:
            break
        at += 1
    filled = [group for group in groups if group]
    if sum(map(len, filled)) < 2:
        return None
    rows: list[list[Cell]] = []
    places: list[str] = []
    # With a rule after every row, the lines between two rules are one row.
    ruled = len(filled) > 2
    for group in filled:
        for block in [group] if ruled else [[one] for one in group]:
            width = max(len(parts) for _, parts in block)
            texts = [
                "\n".join(parts[column].strip() for _, parts in block if column < len(parts))
                for column in range(width)
            ]
            rows.append([Cell(text.strip()) for text in texts])
            places.append(f"第{block[0][0]}行")
    return _table(rows, places, at)


def _table(rows: list[list[Cell]], places: list[str], end: int) -> tuple[Table, int]:
    width = max(map(len, rows))
    for cells in rows:
        cells.extend(Cell() for _ in range(width - len(cells)))
    return Table(rows, places[0], places), end


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were broken at a fixed width."""
    widths = Counter(
        sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in one.rstrip())
        for one in lines
        if one.strip()
    )
    if not widths:
        return False
    widest = max(widths)
    full = sum(count for width, count in widths.items() if width >= widest - 2)
    return 30 <= widest <= 160 and full >= 5 and full >= sum(widths.values()) / 10


def _is_drawn(lines: list[str]) -> bool:
    """Whether a table is drawn with rules between its rows, its cells taking several lines."""
    barred = [len(_BARS.findall(one)) >= _LEAST_COLUMNS - 1 for one in lines]
    return sum(a and b for a, b in pairwise(barred)) > 2 and any(
        _RULE.match(one) and len(one.strip()) > 2 for one in lines
    )
