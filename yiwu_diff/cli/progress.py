"""How far long work has come: one line on standard error, where a person sits before it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from threading import Timer

_DELAY = 0.5
"""Seconds. What is done sooner needs no word."""

_BAR = 20
"""Cells of a bar."""


class Progress:
    """A line that says what is being done and is gone when it is done.

    ``with Progress(3) as progress: progress.step("…")``. It says nothing at all where standard
    error is no terminal, nor in CI.
    """

    def __init__(self, total: int = 0) -> None:
        self.total = total
        """How many steps there will be; 0 where that is not known."""
        self.done = 0
        self._text = ""
        self._shown = ""
        self._due = False
        self._timer: Timer | None = None

    def __enter__(self) -> Self:
        if wanted():
            from threading import RLock, Timer

            self._lock = RLock()
            self._timer = Timer(_DELAY, self._wake)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._timer is None:
            return
        self._timer.cancel()
        with self._lock:
            self._timer = None
            self._draw("")

    def step(self, text: str) -> None:
        """The next piece of work begins."""
        self.done += 1
        if self._timer is None:
            return
        with self._lock:
            self._text = f"[{self.done}/{self.total}] {text}" if self.total > 1 else text
            if self._due:
                self._draw(self._text)

    def part(self, text: str, done: int, total: int) -> None:
        """How far the piece of work at hand has come."""
        if self._timer is None or total <= 0:
            return
        share = min(max(done / total, 0.0), 1.0)
        full = round(share * _BAR)
        with self._lock:
            self._text = f"[{'#' * full}{'.' * (_BAR - full)}] {share:4.0%} {text}"
            # Not for every page and row: writing to a terminal takes longer than reading one.
            if self._due and self._text != self._shown:
                self._draw(self._text)

    def _wake(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._due = True
                self._draw(self._text)

    def _draw(self, text: str) -> None:
        """Spaces over what stands there, and no escape sequence: any console knows that."""
        from yiwu_diff.report.cells import fit, pad, visible, width

        if not text and not self._shown:
            return
        text = fit(visible(text), _room())
        blank = "\r" if text else "\r" + " " * width(self._shown) + "\r"
        sys.stderr.write(blank + pad(text, max(width(self._shown), width(text)) if text else 0))
        sys.stderr.flush()
        self._shown = text


def wanted() -> bool:
    """Whether anybody sees it."""
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):
        return False


def _room() -> int:
    """One cell is left free: a full line would wrap on some consoles."""
    try:
        return max(os.get_terminal_size(sys.stderr.fileno()).columns - 1, 20)
    except (OSError, ValueError):
        return 79
