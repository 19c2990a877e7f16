"""Files of a dataset that commands change: which may be, and how nobody's work is lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiwu_diff.cli import streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import data_root
from yiwu_diff.cli.words import message

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.folders import DiskFolder
    from yiwu_diff.standard.verdict_files import Kind


def folder_to_write(ctx: Any, ref: str, lang: Lang) -> DiskFolder:
    """The folder of a standard, if its files may be changed: neither a commit's nor those that
    come with the program, where nobody would look for their work and an update deletes it."""
    from yiwu_diff.standard import refs
    from yiwu_diff.standard.folders import DiskFolder

    root = data_root(ctx)
    found = refs.resolve(ref, root)
    if not isinstance(found.folder, DiskFolder):
        raise RefusedError(message("write_git", lang, ref=ref))
    # A folder that the user named is theirs, wherever it lies.
    if found.expect is not None and is_packaged(root):
        raise RefusedError(message("write_packaged", lang, ref=ref, root=root))
    if _within(found.folder.path, _package()):
        raise RefusedError(message("write_packaged", lang, ref=ref, root=found.folder.shown))
    return found.folder


def is_packaged(root: Path) -> bool:
    """Whether a data folder is the program's own, which was taken for want of another."""
    from yiwu_diff.standard import catalog
    from yiwu_diff.standard.problems import ReadError

    try:
        own = catalog.packaged_data()
    except ReadError:
        return False
    # From a checkout, its data folder is nobody else's than of those who work in it.
    return _within(root, own) and not _within(root, Path.cwd())


def _package() -> Path:
    return Path(__file__).parent.parent


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def change(
    folder: DiskFolder, kind: Kind, edit: Callable[[bytes | None], bytes | None], lang: Lang
) -> bool:
    """Change one of the files beside a standard. ``edit`` gets what it holds (None: there is no
    such file) and gives what it should hold; None where there is nothing to do.

    One run at a time: whoever comes second reads what the first has written. An editor knows
    no lock, so the file is looked at once more before it is replaced.
    """
    from yiwu_diff.standard import atomic

    path = folder.path / kind.file
    try:
        with atomic.locked(folder.path):
            before = folder.read(kind.file) if kind.file in folder.names() else None
            check(folder, kind, before)
            after = edit(before)
            if after is None:
                return False
            check(folder, kind, after)
            atomic.replace_if_same(path, after, before)
    except atomic.ChangedError as error:
        shown = folder.shown_file(kind.file)
        raise RefusedError(message("file_changed", lang, file=shown)) from error
    except OSError as error:
        why = error.strerror or str(error)
        shown = folder.shown_file(kind.file)
        raise RefusedError(message("cannot_write", lang, file=shown, why=why)) from error
    streams.tell(message("written", lang, file=folder.shown_file(kind.file)))
    return True


def check(folder: DiskFolder, kind: Kind, data: bytes | None) -> None:
    """Raise ReadError where the file could not be read."""
    from yiwu_diff.standard import verdict_files, verdicts

    held = verdict_files.held(folder, kind, data)
    if kind is verdict_files.DECISIONS:
        verdicts.decisions(held)
    else:
        verdicts.justifications(held)


def author() -> str:
    """Who is at work: the name that git knows, else the login name, else ""."""
    import subprocess

    try:
        found = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, timeout=10, check=False
        )
        name = found.stdout.decode("utf-8", "replace").strip()
    except (OSError, subprocess.SubprocessError):
        name = ""
    if name:
        return name
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("USERNAME", "")


def today() -> str:
    """The day as records write it, and by which waivers end."""
    from datetime import date

    return date.today().isoformat()


def ask(question: str) -> str:
    """What a person answers at a terminal; "" where none sits there."""
    import sys

    try:
        if not sys.stdin.isatty():
            return ""
    except (AttributeError, ValueError):
        return ""
    sys.stdout.flush()
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip()
