"""Keep Python's search for garbage from taking a tenth of a comparison."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SELDOM = 20_000
"""Python's own figure is 700 new objects, of which a sentence that is read makes dozens."""


@contextmanager
def seldom() -> Iterator[None]:
    """Look for garbage more seldom; never more often than before."""
    young, *older = gc.get_threshold()
    if young:
        gc.set_threshold(max(young, _SELDOM), *older)
    try:
        yield
    finally:
        gc.set_threshold(young, *older)
