"""Two texts line by line, as ``diff -u`` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.cells import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.cells import Line, Style

_MOST_LINES = 20_000
"""Longer texts are not compared line by line: it would take minutes."""

_STYLES: dict[str, Style] = {"+": "new", "-": "gone", "@": "dim"}


def text_diff(old: Sequence[str], new: Sequence[str]) -> list[Line] | None:
    """The hunks, none if both are equal. None if the texts are too long."""
    from difflib import unified_diff

    if len(old) + len(new) > _MOST_LINES:
        return [] if list(old) == list(new) else None
    lines: list[Line] = []
    for line in list(unified_diff(old, new, lineterm=""))[2:]:
        # What steers a terminal comes through git's own diff; not through this one.
        shown = line[:1] + visible(line[1:]).replace("\n", " ")
        lines.append([(shown, _STYLES.get(line[:1], ""))])
    return lines


def decoded(data: bytes) -> list[str] | None:
    """The lines of a file in whatever encoding offices save; None for what is no text."""
    if b"\0" in data:
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace").splitlines()
