"""Where an import goes, what lies there, and which other standards are at hand."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiwu_diff.check.settings import SETTINGS_FILE
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.import_words import word
from yiwu_diff.cli.settings import DATA_VARIABLE, given_data
from yiwu_diff.standard import catalog
from yiwu_diff.standard.folders import STANDARD_FILE, MemoryFolder, as_named
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.writer import Files, files_of

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard


@dataclass(slots=True)
class Target:
    """The edition to be written."""

    root: Path | None
    """The data folder; None where nothing is to be written and there is none."""
    jurisdiction: str
    edition: str
    files: Files
    """Its files as they are, or as they will be once ``seed`` is there."""
    before: Standard | None
    seed: dict[Path, bytes] = field(default_factory=dict)
    """Files of the shipped datasets that go into an empty data folder first."""
    library: list[Standard] = field(default_factory=list)
    """Every other standard at hand: of the same place first, the newest first."""
    here: set[str] = field(default_factory=set)
    """The refs of those that lie in the data folder, or will."""
    unreadable: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path | None:
        """The edition's folder."""
        return self.root / self.jurisdiction / self.edition if self.root is not None else None

    @property
    def seeded(self) -> list[str]:
        """The refs of what ``seed`` holds."""
        return [
            f"{one.parts[-3]}@{one.parts[-2]}" for one in self.seed if one.name == STANDARD_FILE
        ]


def find(
    ctx: Any,
    jurisdiction: str,
    edition: str,
    into: str | None,
    *,
    dry_run: bool,
    with_shipped: bool = False,
    lang: Lang,
) -> Target:
    """Look where the edition is to go. Raises RefusedError, and ReadError if it cannot be read."""
    shipped = catalog.packaged_data()
    root = _root(ctx, into, lang)
    if root is None and not dry_run:
        raise RefusedError(word("no_target", lang))
    source, seed = root or shipped, {}
    # Who begins with a place that the package knows wants to compare with the others.
    wanted = with_shipped or jurisdiction in catalog.editions(shipped)
    if root is not None and wanted and not catalog.editions(root):
        source = shipped
        seed = _shipped_files(shipped, root)
    folder = source / jurisdiction / edition
    files = files_of(folder)
    before = None
    if STANDARD_FILE in files:
        named = MemoryFolder(files, as_named(folder))
        before = read_standard(named, expect=(jurisdiction, edition))
    target = Target(root, jurisdiction, edition, files, before, seed)
    _read_library(target, source, shipped)
    return target


def place_called(name: str, ctx: Any, into: str | None, lang: Lang) -> str:
    """The code of a place that may be named as readers do: 金华市 is jinhua."""
    roots = [root for root in (_root(ctx, into, lang), catalog.packaged_data()) if root is not None]
    for root in roots:
        shelf = catalog.DiskShelf(root)
        if name in shelf.editions():
            return name
    from yiwu_diff.standard.refs import code_of

    return next((code for root in roots if (code := code_of(name, catalog.DiskShelf(root)))), name)


def _root(ctx: Any, into: str | None, lang: Lang) -> Path | None:
    named = into or given_data(ctx) or os.environ.get(DATA_VARIABLE)
    if named:
        root = Path(named)
    elif Path("data").is_dir():
        root = Path("data")
    else:
        return None
    if (root / STANDARD_FILE).is_file():
        raise RefusedError(word("into_edition", lang, folder=root))
    package = Path(catalog.__file__).resolve().parent.parent
    if root.resolve().is_relative_to(package):
        raise RefusedError(word("packaged_target", lang, folder=root))
    return root


def _shipped_files(shipped: Path, root: Path) -> dict[Path, bytes]:
    """The shipped datasets, and what they are waived of; each ``standard.yaml`` at the end, so
    that after a run that was cut short the folder still counts as one without datasets."""
    paths = sorted(shipped.rglob("*.yaml"), key=lambda path: (path.name == STANDARD_FILE, path))
    settings = shipped / SETTINGS_FILE
    # The settings that lie nearer go before others: a person's own must not be hidden.
    if settings.is_file() and not (root.resolve().parent / SETTINGS_FILE).is_file():
        paths.insert(0, settings)
    return {root / path.relative_to(shipped): path.read_bytes() for path in paths}


def _read_library(target: Target, source: Path, shipped: Path) -> None:
    own = (target.jurisdiction, target.edition)
    found: dict[tuple[str, str], Path] = {}
    for root in dict.fromkeys((source, shipped)):
        for jurisdiction, editions in catalog.editions(root).items():
            for edition in reversed(editions):
                key = (jurisdiction, edition)
                if key != own or (target.before is None and root != source):
                    found.setdefault(key, root)
    for (jurisdiction, edition), root in found.items():
        try:
            standard = read_standard(root / jurisdiction / edition)
        except ReadError:
            target.unreadable.append(f"{jurisdiction}@{edition}")
        else:
            target.library.append(standard)
            if root == source:
                target.here.add(standard.ref)
    target.library.sort(key=lambda one: one.jurisdiction != target.jurisdiction)
