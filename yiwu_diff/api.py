"""Reading a standard, and what was decided about it, by its name, for library users."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.standard.model import Standard
    from yiwu_diff.standard.verdicts import Decision


def load(ref: str, data: str | Path | None = None) -> Standard:
    """Read the standard that a ref names: ``yiwu``, ``yiwu@2021``, a folder,
    ``git:REV:yiwu@2021``.

    The datasets are looked for where the command line looks: in ``data``, else in
    ``$YIWU_DIFF_DATA``, else in ``./data``, else in the package. Raises
    `yiwu_diff.ReadError`, which tells all problems of all files.
    """
    from yiwu_diff.standard import refs

    return refs.load(ref, _root(data))


def load_decisions(ref: str, data: str | Path | None = None) -> tuple[Decision, ...]:
    """What people decided about the labels of the standard that a ref names, from the
    ``decisions.yaml`` beside it; () where there is none. The third argument of `compare`.

    Raises `yiwu_diff.ReadError` as `load` does.
    """
    from yiwu_diff.standard import refs, verdicts

    return verdicts.decisions(refs.resolve(ref, _root(data)).folder)


def _root(data: str | Path | None) -> Path:
    from yiwu_diff.standard import catalog

    explicit = None if data is None else Path(data)
    return catalog.data_root(explicit, os.environ.get("YIWU_DIFF_DATA"), Path.cwd())
