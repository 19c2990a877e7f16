"""Styled lines as plain or coloured text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.report.cells import Line, Style

_ANSI: dict[Style, str] = {
    "add": "1;32",
    # Struck through as well as red, so that the two differ without colour too.
    "drop": "9;31",
    "new": "32",
    "gone": "31",
    "dim": "2",
    "bold": "1",
    "warn": "33",
    "bad": "1;31",
    "good": "1;32",
}


def paint(lines: Iterable[Line], color: bool) -> str:
    """The lines as one text that ends with a newline."""
    done = []
    for line in lines:
        if color:
            text = "".join(
                f"\x1b[{_ANSI[style]}m{part}\x1b[0m" if style and part.strip() else part
                for part, style in line
            )
        else:
            text = "".join(part for part, _ in line)
        done.append(text.rstrip())
    return "\n".join(done) + "\n" if done else ""
