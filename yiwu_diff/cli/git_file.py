"""How one file changed, from what git tells of it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.cli import streams
from yiwu_diff.report.git_diff import Version, by_lines, render
from yiwu_diff.report.git_diff_items import Moved
from yiwu_diff.report.options import Options
from yiwu_diff.report.words import Say
from yiwu_diff.standard.problems import ReadError, printable
from yiwu_diff.standard.reader import is_domain_file, read_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.git_diff_items import Elsewhere
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Item

_UNMERGED, _USUAL, _RENAMED = ARGUMENTS = (1, 7, 9)
"""How many arguments git gives: for a file that is not merged yet, for others, for a renamed
or copied one."""


def difference(given: Sequence[str], lang: Lang) -> str:
    """What git shows for a file, from the arguments that it gives."""
    say = Say(lang)
    path = given[0]
    if len(given) == _UNMERGED:
        return "* " + say("diff.unmerged", path=printable(path)) + "\n"
    new_path = given[_USUAL] if len(given) == _RENAMED else path
    old = _version(path, given[1], given[3])
    new = _version(new_path, given[4], given[6])
    options = Options(lang=lang, width=streams.width(), color=_color())
    try:
        return render(old, new, options, _siblings(Path(given[4]), new))
    except Exception as error:
        # git stops where its driver fails: a bug of ours must not cost the whole `git diff`.
        why = say("diff.failed", error=f"{type(error).__name__}: {error}")
        return f"diff --yiwu-diff {printable(new_path)}\n" + by_lines(old, new, options, why)


def _version(path: str, file: str, mode: str) -> Version:
    # git writes a dot where there is no such file.
    if mode == ".":
        return Version(path, None, mode)
    return Version(path, Path(file).read_bytes(), mode)


def _siblings(file: Path, new: Version) -> Elsewhere:
    """Looks for an item in the files beside this one, where git shows the working tree."""

    def find(item: Item) -> Moved | None:
        if item.id is None or file.as_posix() != new.path:
            return None
        for other in sorted(file.parent.iterdir()):
            if other.name == file.name or not is_domain_file(other.name):
                continue
            data = other.read_bytes()
            if item.id.encode() not in data:
                continue
            with suppress(ReadError):
                for one in read_items(data, other.name):
                    if one.id == item.id:
                        return Moved(other.name, one)
        return None

    return find


def _color() -> bool:
    """Whether to colour: what git would do itself, for its pager as well as for a terminal."""
    if os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR"):
        return streams.color()
    import subprocess

    tty = "true" if sys.stdout.isatty() else "false"
    try:
        done = subprocess.run(
            ["git", "config", "--get-colorbool", "color.diff", tty],
            capture_output=True,
            check=False,
        )
    except OSError:
        return streams.color()
    return done.stdout.strip() == b"true"
