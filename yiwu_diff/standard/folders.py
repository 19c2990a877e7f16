"""A folder that holds one edition: its files as bytes, wherever they lie."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from yiwu_diff.standard.problems import fail, unreadable
from yiwu_diff.standard.yaml_nodes import MAX_BYTES, too_big

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STANDARD_FILE = "standard.yaml"


class Folder(Protocol):
    """What the reader needs of a folder, be it on the disk or in a commit."""

    @property
    def shown(self) -> str:
        """The folder as the user would name it, with forward slashes."""

    def names(self) -> Sequence[str]:
        """The names of the files in it, in any order. Raises ReadError if it cannot be read."""

    def shown_file(self, name: str) -> str:
        """One of its files as the user would name it."""

    def read(self, name: str) -> bytes:
        """The bytes of one of its files.

        Raises ReadError if it cannot be read, is no file, or is larger than ``MAX_BYTES``.
        """


class DiskFolder:
    """A folder on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._shown = as_named(path)

    @property
    def shown(self) -> str:
        return self._shown or "."

    def names(self) -> Sequence[str]:
        try:
            return [entry.name for entry in self.path.iterdir()]
        except FileNotFoundError:
            raise fail(
                self.shown,
                "没有这个文件夹；请核对路径",
                "there is no such folder; check the path",
            ) from None
        except NotADirectoryError:
            raise fail(
                self.shown,
                f"这不是文件夹；请给出 {STANDARD_FILE} 所在的文件夹",
                f"this is not a folder; name the folder that holds {STANDARD_FILE}",
            ) from None
        except (OSError, ValueError) as error:
            raise unreadable(self.shown, error) from None

    def shown_file(self, name: str) -> str:
        return f"{self._shown}/{name}" if self._shown else name

    def read(self, name: str) -> bytes:
        shown = self.shown_file(name)
        path = self.path / name
        try:
            about = path.stat()
            # A pipe would block for ever.
            if not stat.S_ISREG(about.st_mode):
                raise fail(
                    shown,
                    "这不是普通文件；请换成 YAML 文件，或删去它",
                    "this is not a regular file; put a YAML file in its place, or delete it",
                )
            if about.st_size > MAX_BYTES:
                raise too_big(shown, about.st_size)
            return path.read_bytes()
        except (OSError, ValueError) as error:
            raise unreadable(shown, error) from None


class MemoryFolder:
    """A folder of files that are held as bytes: what is about to be written."""

    def __init__(self, files: Mapping[str, bytes], shown: str = "") -> None:
        self._files = files
        self._shown = shown

    @property
    def shown(self) -> str:
        return self._shown or "."

    def names(self) -> Sequence[str]:
        return list(self._files)

    def shown_file(self, name: str) -> str:
        return f"{self._shown}/{name}" if self._shown else name

    def read(self, name: str) -> bytes:
        if len(self._files[name]) > MAX_BYTES:
            raise too_big(self.shown_file(name), len(self._files[name]))
        return self._files[name]


def as_named(path: Path) -> str:
    """The path with forward slashes, relative to the working directory if it lies under it.

    "" for the working directory itself.
    """
    if path.is_absolute():
        with suppress(OSError, ValueError):
            path = path.relative_to(Path.cwd())
    name = path.as_posix()
    # A name that is no valid Unicode could not be printed.
    return "" if name == "." else name.encode("utf-8", "backslashreplace").decode("utf-8")
