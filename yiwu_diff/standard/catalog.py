"""Where datasets lie: the data folder, and the editions in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from yiwu_diff.standard.folders import STANDARD_FILE, DiskFolder, Folder, as_named
from yiwu_diff.standard.problems import ReadError, fail

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_Counted = list[tuple[bool, int, str]]


def data_root(explicit: Path | None, environment: str | None, cwd: Path) -> Path:
    """The data folder to use.

    The one that is named explicitly (``--data``), else the one that the environment names
    (``environment`` is its value), else ``data`` in ``cwd`` if it holds datasets, else the copy
    that comes with the package. Raises ReadError if a named one holds no dataset.
    """
    if explicit is not None:
        return _holding(explicit)
    if environment:
        return _holding(Path(environment))
    if editions(cwd / "data"):
        return cwd / "data"
    return packaged_data()


def packaged_data() -> Path:
    """The datasets of the wheel, or of the checkout when it is run from one."""
    package = Path(__file__).parent.parent
    for place in (package / "data", package.parent / "data"):
        if editions(place):
            return place
    raise fail(
        as_named(package / "data"),
        "软件包里没有标准数据；请重新安装，或用 --data 指明数据文件夹",
        "the package holds no datasets; install it again, or name a data folder with --data",
    )


def editions(root: Path) -> dict[str, list[str]]:
    """The editions of each jurisdiction, newest last; {} if there is no such folder.

    An edition is a folder ``root/<jurisdiction>/<edition>`` with a ``standard.yaml``.
    """
    return ordered(
        (jurisdiction.name, edition.name)
        for jurisdiction in _folders(root)
        for edition in _folders(jurisdiction)
        if _is_file(edition / STANDARD_FILE)
    )


def ordered(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Jurisdictions by name, their editions as people count: 9 before 10, 2021 before 2025,
    and a draft (2026-draft) before what came of it (2026)."""
    result: dict[str, list[str]] = {}
    for jurisdiction, edition in sorted(found, key=lambda one: (one[0], _age(one[1]))):
        result.setdefault(jurisdiction, []).append(edition)
    return result


class Shelf(Protocol):
    """A place that holds editions: a data folder, or one as it was at a commit."""

    @property
    def shown(self) -> str:
        """The place as the user would name it."""

    def editions(self) -> Mapping[str, list[str]]:
        """As the function ``editions``."""

    def folder(self, jurisdiction: str, edition: str) -> Folder:
        """The folder of one of its editions."""


class DiskShelf:
    """A data folder on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._editions: dict[str, list[str]] | None = None

    @property
    def shown(self) -> str:
        return as_named(self.root) or "."

    def editions(self) -> Mapping[str, list[str]]:
        if self._editions is None:
            self._editions = editions(self.root)
        return self._editions

    def folder(self, jurisdiction: str, edition: str) -> Folder:
        return DiskFolder(self.root / jurisdiction / edition)


def _holding(root: Path) -> Path:
    if editions(root):
        return root
    try:
        there = root.is_dir()
    except (OSError, ValueError):
        there = False
    zh, en = ("里没有标准数据", "holds no datasets") if there else ("不存在", "does not exist")
    raise no_datasets(as_named(root) or ".", zh, en)


def no_datasets(shown: str, zh: str, en: str) -> ReadError:
    """The error for a data folder of which ``zh`` and ``en`` say what is wrong with it."""
    return fail(
        shown,
        f"数据文件夹{zh}；其中应有 <地区>/<版本>/{STANDARD_FILE}，如 yiwu/2021/{STANDARD_FILE}",
        f"the data folder {en}; it should hold <jurisdiction>/<edition>/{STANDARD_FILE}, such "
        f"as yiwu/2021/{STANDARD_FILE}",
    )


def _folders(path: Path) -> list[Path]:
    try:
        return [one for one in path.iterdir() if not one.name.startswith(".") and one.is_dir()]
    except (OSError, ValueError):
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _age(edition: str) -> tuple[_Counted, bool, _Counted]:
    head, dash, tail = edition.partition("-")
    return _as_counted(head), not dash, _as_counted(tail)


def _as_counted(name: str) -> _Counted:
    # Numbers before words at the same position, so that the parts are always comparable.
    return [
        (not part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in re.findall(r"[0-9]+|[^0-9]+", name)
    ]
