"""Refs: how a person names a standard.

``yiwu`` (its newest edition), ``yiwu@2021``, ``义乌`` or ``义乌市@2021`` (as ``standard.yaml``
names the place), a folder, ``git:REV:yiwu@2021`` and ``git:REV:folder`` (as committed).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.standard.catalog import DiskShelf, Shelf, no_datasets
from yiwu_diff.standard.folders import STANDARD_FILE, DiskFolder, Folder
from yiwu_diff.standard.problems import Problems, ReadError, fail, shown
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.yaml_nodes import MapNode, TextNode, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwu_diff.standard.model import Standard

_PLACE_ENDINGS = ("市", "县", "区", "省")


class Ref(NamedTuple):
    """A ref taken apart; it need not name anything."""

    name: str
    """A jurisdiction, as a code or as a name, or a folder."""
    edition: str | None = None
    revision: str | None = None
    """The git revision."""

    @property
    def is_path(self) -> bool:
        """Whether it can only be a folder."""
        return self.name.startswith(".") or "/" in self.name or "\\" in self.name

    @property
    def path(self) -> Path:
        """The folder that it names if it is one."""
        name = self.name if self.edition is None else f"{self.name}@{self.edition}"
        path = Path(name)
        return path.parent if path.name == STANDARD_FILE else path


class Found(NamedTuple):
    """The folder that a ref names, with what its place in the catalog says it holds."""

    folder: Folder
    expect: tuple[str, str] | None = None
    """Jurisdiction and edition; None for a folder outside a catalog."""


def parse_ref(text: str) -> Ref:
    """Take a ref apart. Raises ReadError for what can never be one."""
    if not text.strip() or not text.isprintable():
        raise fail(
            "",
            f"{shown(text)} 不能作为标准的名称；请写 yiwu、yiwu@2021、文件夹或 git:版本:yiwu",
            f"{shown(text)} cannot name a standard; write yiwu, yiwu@2021, a folder or "
            "git:REV:yiwu",
        )
    revision = None
    rest = text.strip()
    if rest.startswith("git:"):
        _, revision, rest = (*rest.split(":", 2), "", "")[:3]
        if not revision or not rest:
            raise fail(
                "",
                f"{shown(text)} 不完整；请写 git:版本:yiwu@2021 或 git:版本:文件夹",
                f"{shown(text)} is not complete; write git:REV:yiwu@2021 or git:REV:folder",
            )
    if "/" in rest or "\\" in rest or rest.startswith("."):
        return Ref(rest, None, revision)
    name, at, edition = rest.partition("@")
    return Ref(name, edition if at else None, revision)


def resolve(text: str, root: Path) -> Found:
    """The folder that a ref names, given the data folder. Raises ReadError."""
    ref = parse_ref(text)
    if ref.is_path:
        return Found(_folder(ref))
    shelf: Shelf
    if ref.revision is None:
        shelf = DiskShelf(root)
    else:
        from yiwu_diff.standard.git_folders import shelf_at

        shelf = shelf_at(ref.revision, root)
    found = _in_shelf(ref, shelf)
    if found is not None:
        return found
    if (folder := _folder_if_any(ref)) is not None:
        return Found(folder)
    raise _unknown(text, ref, shelf)


def load(text: str, root: Path) -> Standard:
    """Read the standard that a ref names. Raises ReadError."""
    found = resolve(text, root)
    return read_standard(found.folder, expect=found.expect)


def exists(text: str, root: Path) -> bool:
    """Whether a ref names a standard, readable or not. Raises ReadError for what can never be a
    ref, and for a revision that git does not know."""
    ref = parse_ref(text)
    if ref.is_path:
        return _folder_if_any(ref) is not None
    shelf: Shelf = DiskShelf(root)
    if ref.revision is not None:
        from yiwu_diff.standard.git_folders import shelf_at

        shelf = shelf_at(ref.revision, root)
    return _in_shelf(ref, shelf) is not None or _folder_if_any(ref) is not None


def at(text: str, revision: str | None) -> str:
    """The ref as it was at a revision; one that names a revision itself stays."""
    return text if revision is None or text.startswith("git:") else f"git:{revision}:{text}"


def here(text: str) -> str:
    """The ref without the revision that it names, if it names one."""
    return text.strip().split(":", 2)[2] if parse_ref(text).revision is not None else text


def known_refs(root: Path) -> list[str]:
    """Every ref with an edition that the data folder knows, oldest edition first."""
    return _refs(DiskShelf(root).editions())


def _refs(editions: Mapping[str, list[str]]) -> list[str]:
    return [f"{name}@{edition}" for name, those in editions.items() for edition in those]


def _in_shelf(ref: Ref, shelf: Shelf) -> Found | None:
    editions = shelf.editions()
    name = ref.name
    if name not in editions:
        name = code_of(name, shelf)
    those = editions.get(name, [])
    edition = those[-1] if those and ref.edition is None else ref.edition
    if edition not in those:
        return None
    return Found(shelf.folder(name, edition), (name, edition))


def code_of(name: str, shelf: Shelf) -> str:
    """The jurisdiction that readers call so (义乌市, or 义乌); "" if there is none."""
    return next((code for place, code in _place_names(shelf).items() if _same(place, name)), "")


def _same(place: str, name: str) -> bool:
    return name == place or (place.endswith(_PLACE_ENDINGS) and name == place[:-1])


def _place_names(shelf: Shelf) -> dict[str, str]:
    """What readers call each jurisdiction, by its newest edition; broken files are left out."""
    names: dict[str, str] = {}
    for code, those in shelf.editions().items():
        try:
            data = shelf.folder(code, those[-1]).read(STANDARD_FILE)
        except ReadError:
            continue
        node = parse(data, "", Problems())
        if isinstance(node, MapNode) and "name" in node.entries:
            value = node.entries["name"][1]
            if isinstance(value, TextNode) and value.value.strip():
                names.setdefault(value.value.strip(), code)
    return names


def _folder_if_any(ref: Ref) -> Folder | None:
    """The folder of a ref that may also be a jurisdiction; None if there is none."""
    if ref.revision is not None:
        from yiwu_diff.standard.git_folders import folder_at

        try:
            folder = folder_at(ref.revision, ref.path)
        except ReadError:
            return None  # The working directory need not be in the repository of the data.
        return folder if folder is not None and STANDARD_FILE in folder.names() else None
    try:
        there = (ref.path / STANDARD_FILE).is_file()
    except (OSError, ValueError):
        there = False
    return DiskFolder(ref.path) if there else None


def _folder(ref: Ref) -> Folder:
    if ref.revision is not None:
        from yiwu_diff.standard.git_folders import folder_at

        folder = folder_at(ref.revision, ref.path)
        if folder is None:
            raise fail(
                f"{ref.revision}:{ref.path.as_posix()}",
                "这个版本里没有此文件夹；请核对路径（从当前目录或仓库根目录算起）",
                "there is no such folder at this revision; check the path (from here, or from "
                "the top of the repository)",
            )
        return folder
    disk = DiskFolder(ref.path)
    names = disk.names()
    if STANDARD_FILE not in names and (inner := _inner_editions(ref.path)):
        raise fail(
            disk.shown,
            f"文件夹里没有 {STANDARD_FILE}；是否要写 {'、'.join(inner)}？",
            f"the folder holds no {STANDARD_FILE}; did you mean {' or '.join(inner)}?",
        )
    return disk


def _inner_editions(path: Path) -> list[str]:
    """Up to three folders right inside that hold a standard, as they would be named."""
    try:
        found = sorted(file.parent for file in path.glob(f"*/{STANDARD_FILE}"))
    except (OSError, ValueError):
        return []
    return [DiskFolder(folder).shown for folder in found[-3:]]


def _unknown(text: str, ref: Ref, shelf: Shelf) -> ReadError:
    """The error for a ref that names nothing: what there is, and what may have been meant."""
    from difflib import get_close_matches

    editions = shelf.editions()
    if not editions:
        return no_datasets(shelf.shown, "里没有标准数据", "holds no datasets")
    places = _place_names(shelf)
    code = next((code for place, code in places.items() if _same(place, ref.name)), ref.name)
    if code in editions:
        near = get_close_matches((ref.edition or "")[:40], editions[code], n=1, cutoff=0)
        meant = f"{code}@{near[0]}"
        zh = f"{code} 没有版本 {shown(ref.edition or '')}"
        en = f"{code} has no edition {shown(ref.edition or '')}"
    else:
        spelled = {known.casefold(): known for known in editions}
        for place, known in places.items():
            spelled |= {place: known, place.rstrip("".join(_PLACE_ENDINGS)): known}
        near = get_close_matches(ref.name[:40].casefold(), spelled, n=1, cutoff=0.5)
        meant = spelled[near[0]] if near else ""
        zh = f"没有名为 {shown(text)} 的标准"
        en = f"there is no standard named {shown(text)}"
    refs = _refs(editions)
    return fail(
        "" if ref.revision is None else shelf.shown,
        f"{zh}；{f'是否要写 {meant}？' if meant else ''}现有：{'、'.join(refs)}；也可以给出文件夹",
        f"{en}; {f'did you mean {meant}? ' if meant else ''}known: {', '.join(refs)}; a folder "
        "may be named too",
    )
