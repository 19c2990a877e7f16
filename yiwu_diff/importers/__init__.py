"""Reading a published standard out of an office document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.importers.model import KEYS, Remark, Row, Taken, Unplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["KEYS", "Remark", "Row", "Taken", "Unplaced", "read"]


def read(
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """What a document holds of a standard, whatever its format and layout.

    ``mapping`` says what headings of this document mean: heading to one of ``KEYS``; it goes
    before what is known of headings. ``progress`` is called with what is done and how much
    there is, on formats that take long. Raises ReadError, of one problem that says the mend,
    for everything that cannot be read; nothing else is raised for what is in a file.
    """
    raise NotImplementedError
