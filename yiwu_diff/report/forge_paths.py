"""Paths as a forge wants them: from the top of the repository, with slashes, without ``./``."""

from __future__ import annotations

import os.path
import re
from pathlib import Path

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def relative(path: str, root: str = "", start: str = "") -> str | None:
    """The path from the top of the repository; None where the file does not lie in it.

    ``path`` is as the user named it, ``root`` the top folder, ``start`` the folder that a
    relative path begins in ("": the top). Nothing is looked up on the disk, so that links in
    ``root`` and ``start`` must be followed already.
    """
    if in_git(path):
        return None
    if not root and Path(path).is_absolute():
        return None
    inner = os.path.normpath(Path(start or root, path))
    if root and Path(inner).is_absolute():
        try:
            inner = os.path.relpath(inner, root)
        except ValueError:
            # Another drive of Windows.
            return None
    inner = inner.replace(os.sep, "/")
    return None if inner == ".." or inner.startswith("../") else inner


def in_git(path: str) -> bool:
    """Whether it is a file of a commit, ``REV:path``, which no line of the work tree is."""
    return ":" in path and not _DRIVE.match(path)
