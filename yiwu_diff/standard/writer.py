"""A ``Standard`` to the files of an edition: new ones, or changes in those that are there.

What a person wrote around a change stays: comments, order, quotes. Each file is put in place
whole (`atomic`), and only if it is still what it was when it was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.standard.as_records import (
    by_domain,
    domain_record,
    head_record,
    item_record,
)
from yiwu_diff.standard.atomic import check_same, locked, remove_if_same, replace_if_same
from yiwu_diff.standard.folders import STANDARD_FILE, MemoryFolder
from yiwu_diff.standard.reader import domain_files, is_domain_file, read_standard
from yiwu_diff.standard.yaml_writing import block

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yiwu_diff.standard.model import Standard

Files = dict[str, bytes]
"""The bytes of files by name."""
Changes = dict[str, bytes | None]
"""The new bytes of files by name; None where a file is to go."""


def new_files(standard: Standard, names: Mapping[str, str] | None = None) -> Files:
    """All files of a new edition.

    ``names`` gives the name of a domain's file without number and suffix: ``childcare``.
    Raises ValueError for what the reader would refuse.
    """
    files = {
        _file_name(number, domain, names or {}): block(domain_record(domain, items)).encode()
        for number, (domain, items) in enumerate(by_domain(standard.items).items(), 1)
    }
    files[STANDARD_FILE] = block(head_record(standard)).encode()
    _checked(files, standard)
    return files


def updated_files(
    files: Mapping[str, bytes],
    before: Standard,
    after: Standard,
    names: Mapping[str, str] | None = None,
) -> Changes:
    """Those of ``files`` (an edition that reads as ``before``) that must change, those to be
    added and those to go, so that it reads as ``after``. Items are told by their ids.

    Raises ValueError where that cannot be.
    """
    from yiwu_diff.standard.yaml_editing import edit_domains, edit_head

    changed: Changes = {}
    if head_record(before) != head_record(after):
        changed[STANDARD_FILE] = edit_head(files[STANDARD_FILE], before, after)
    domains = {name: files[name] for name in domain_files(files)}
    edited, fresh = edit_domains(domains, before, after)
    changed |= {name: data for name, data in edited.items() if data != files[name]}
    last = max((int(name[:2]) for name in domains), default=0)
    for number, domain in enumerate(fresh, last + 1):
        record = domain_record(domain, by_domain(after.items)[domain])
        changed[_file_name(number, domain, names or {})] = block(record).encode()
    if changed:
        _checked({name: data for name, data in {**files, **changed}.items() if data}, after)
    return changed


def files_of(folder: Path) -> Files:
    """The YAML files of an edition's folder as they are now; {} if there is none."""
    if not folder.is_dir():
        return {}
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and (path.name == STANDARD_FILE or is_domain_file(path.name))
    }


def write(
    folder: Path, changed: Mapping[str, bytes | None], before: Mapping[str, bytes]
) -> list[Path]:
    """Put files in place, each whole or not at all, and say which.

    ``standard.yaml`` comes last: without it a folder is no edition, so that a new one is there
    altogether or not at all. Files that become longer come first: where an item moves from one
    to another, a run that is cut short leaves it twice, which the reader tells, and never loses
    it. Raises ChangedError, before anything is written, where a file is no longer as in
    ``before``, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    grown = {name: len(data or b"") - len(before.get(name, b"")) for name, data in changed.items()}
    order = sorted(changed, key=lambda name: (name == STANDARD_FILE, -grown[name], name))
    written = []
    with locked(folder):
        for name in order:
            check_same(folder / name, before.get(name))
        for name in order:
            data = changed[name]
            if data is None:
                remove_if_same(folder / name, before.get(name))
            else:
                replace_if_same(folder / name, data, before.get(name))
            written.append(folder / name)
    return written


def _file_name(number: int, domain: str, names: Mapping[str, str]) -> str:
    if number > 99:
        raise ValueError("more than 99 domains")
    return f"{number:02}-{names.get(domain, 'domain')}.yaml"


def _checked(files: Mapping[str, bytes], standard: Standard) -> None:
    """Nothing is written that would not read back as meant."""
    read = read_standard(MemoryFolder(files))
    if head_record(read) != head_record(standard):
        raise ValueError("standard.yaml does not read back as it was meant")
    if _by_id(read) != _by_id(standard):
        raise ValueError("an item does not read back as it was meant")


def _by_id(standard: Standard) -> dict[str, object]:
    return {
        item.id or "": (item.domain, item.service or None, item_record(item))
        for item in standard.items
    }
