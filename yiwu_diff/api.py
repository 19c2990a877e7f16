"""Reading a standard by its name, for library users."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.standard.model import Standard


def load(ref: str, data: str | Path | None = None) -> Standard:
    """Read the standard that a ref names: ``yiwu``, ``yiwu@2021``, a folder,
    ``git:REV:yiwu@2021``.

    The datasets are looked for where the command line looks: in ``data``, else in
    ``$YIWU_DIFF_DATA``, else in ``./data``, else in the package. Raises
    `yiwu_diff.ReadError`, which tells all problems of all files.
    """
    from yiwu_diff.standard import catalog, refs

    explicit = None if data is None else Path(data)
    return refs.load(ref, catalog.data_root(explicit, os.environ.get("YIWU_DIFF_DATA"), Path.cwd()))
