"""Files are put in place whole or not at all, and never over a change that nobody saw."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class ChangedError(Exception):
    """A file is no longer what it was when it was read: somebody else wrote it meanwhile."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(str(path))


def replace(path: Path, content: bytes) -> None:
    """Write a new file beside the old one, flush it, then put it in its place.

    A crash at any point leaves the old file or the new one, whole; at worst a hidden
    ``.name.…~`` beside it. The mode of an old file is kept, a link is written through.
    Raises OSError.
    """
    # Only who writes pays for the import.
    import tempfile

    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix="~")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def new_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files in it, all or nothing.

    They are written into a hidden folder beside it, flushed, and that is renamed: a crash at
    any point leaves no folder or a whole one, at worst a hidden ``.name.…~`` beside it. The
    folder above it is made where there is none. Raises FileExistsError where anything is called
    so already, and OSError.
    """
    import shutil
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        # A folder that is empty would be replaced by the renaming.
        if path.is_symlink() or path.exists():
            raise FileExistsError(path)
        hidden = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix="~"))
        try:
            for name, content in files.items():
                with (hidden / name).open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
            hidden.chmod(0o777 & ~_umask())
            _flush_folder(hidden)
            hidden.rename(path)
        except BaseException:
            shutil.rmtree(hidden, ignore_errors=True)
            raise
        _flush_folder(path.parent)


def replace_if_same(path: Path, content: bytes, before: bytes | None) -> None:
    """`replace`, unless the file is no longer ``before`` (None: there was none).

    Raises ChangedError, and OSError. Only inside `locked` is there no moment between the look
    and the writing in which another run could slip.
    """
    check_same(path, before)
    replace(path, content)


def remove_if_same(path: Path, before: bytes | None) -> None:
    """Delete a file, unless it is no longer ``before``. Raises as `replace_if_same`."""
    check_same(path, before)
    path.unlink(missing_ok=True)


def check_same(path: Path, before: bytes | None) -> None:
    """Raise ChangedError if the file is no longer ``before`` (None: there was none)."""
    try:
        now = path.read_bytes()
    except FileNotFoundError:
        now = None
    if now != before:
        raise ChangedError(path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one run at a time change the files of a folder; the others wait.

    The lock goes with the process, however it ends, and leaves no file behind. Where the
    system cannot lock a folder (Windows, some network drives), `replace_if_same` alone guards.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
