"""A standard as the records of its files: what `reader` reads, the other way round."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from yiwu_diff.standard.keys import DECLARED, SOURCE, STANDARD
from yiwu_diff.standard.model import FIELDS, weakest
from yiwu_diff.standard.yaml_writing import as_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwu_diff.standard.model import Basis, Declared, Item, Source, Standard

Record = dict[str, Any]


def head_record(standard: Standard) -> Record:
    """``standard.yaml``."""
    found = _texts(standard, STANDARD.keys)
    parts: Record = {
        "builds_on": [*filter(None, map(as_read, standard.builds_on))],
        "agencies": [*filter(None, map(as_read, standard.agencies))],
        "declared": declared_record(standard.declared),
        "sources": [source_record(source) for source in standard.sources],
    }
    found |= {key: value for key, value in parts.items() if value}
    return {key: found[key] for key in STANDARD.keys if key in found}


def declared_record(declared: Declared) -> Record:
    """The totals that are stated."""
    found = {key: getattr(declared, key) for key in DECLARED.keys}
    return {key: value for key, value in found.items() if value is not None}


def source_record(source: Source) -> Record:
    """One of ``sources``."""
    return _texts(source, SOURCE.keys)


def domain_record(domain: str, items: Iterable[Item]) -> Record:
    """A domain's file: its services in the order in which they come, then what has none."""
    services: dict[str, list[Record]] = {}
    loose: list[Record] = []
    for item in items:
        (services.setdefault(item.service, []) if item.service else loose).append(item_record(item))
    found: Record = {"domain": domain}
    if services:
        found["services"] = [{"service": name, "items": of} for name, of in services.items()]
    if loose:
        found["items"] = loose
    return found


def item_record(item: Item) -> Record:
    """One item, its keys in the usual order."""
    found: Record = {"id": item.id, "name": item.name, **{key: item.text(key) for key in FIELDS}}
    found = {key: as_read(value) for key, value in found.items() if value and as_read(value)}
    found["basis"] = basis_value(item)
    if aliases := [*filter(None, map(as_read, item.aliases))]:
        found["aliases"] = aliases
    if item.origin and (origin := as_read(item.origin)):
        found["origin"] = origin
    return found


def bases(item: Item) -> dict[str, Basis]:
    """The basis of the name and of each text, as the reader gives them."""
    held: dict[str, Basis] = {
        key: item.basis[key]
        for key in FIELDS
        if as_read(item.text(key) or "") and key in item.basis
    }
    return {"name": item.basis.get("name") or weakest(tuple(held.values())) or "named", **held}


def basis_value(item: Item) -> str | dict[str, Basis]:
    """One word where all is of one basis, else field by field; that of the name goes without
    saying where it is the weakest of the others."""
    found = bases(item)
    if len(set(found.values())) == 1:
        return found["name"]
    texts = {key: basis for key, basis in found.items() if key != "name"}
    return texts if weakest(tuple(texts.values())) == found["name"] else found


def by_domain(items: Iterable[Item]) -> dict[str, list[Item]]:
    """The items of each domain, both in the order in which they come.

    Raises ValueError for an item without a domain: there is no file it could stand in.
    """
    found: dict[str, list[Item]] = {}
    for item in items:
        if not item.domain:
            raise ValueError(f"no domain: {item.name}")
        found.setdefault(item.domain, []).append(item)
    return found


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in the order in which the files hold them: by domain, by service, and those
    without a service behind the others of their domain."""
    ordered: list[Item] = []
    for of_domain in by_domain(items).values():
        groups: dict[str | None, list[Item]] = {}
        for item in of_domain:
            groups.setdefault(item.service or None, []).append(item)
        loose = groups.pop(None, [])
        ordered += [item for group in groups.values() for item in group] + loose
    return tuple(ordered)


def _texts(value: Standard | Source, keys: Mapping[str, Any]) -> Record:
    """The keys that are texts and words, as far as they are there."""
    held = {one.name: getattr(value, one.name) for one in fields(value)}
    return {
        key: as_read(text)
        for key in keys
        if isinstance(text := held.get(key), str) and as_read(text)
    }
