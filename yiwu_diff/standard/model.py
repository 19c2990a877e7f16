"""The values everything else works on: a standard and its items.

Plain frozen dataclasses: they cost nothing to import, compare by value and hash, and a
library user can build them by hand. Reading and validating files is the reader's work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

FieldName = Literal["audience", "content", "level", "funding", "lead"]
FIELDS: tuple[FieldName, ...] = ("audience", "content", "level", "funding", "lead")
"""The five fields of an item, in the order in which standards print them."""

Basis = Literal["official", "quoted", "reconstructed", "named"]
BASES: tuple[Basis, ...] = ("official", "quoted", "reconstructed", "named")
"""Where a text comes from, strongest first (``facts.md`` section 1)."""

Level = Literal["national", "province", "prefecture", "county"]
LEVELS: tuple[Level, ...] = ("national", "province", "prefecture", "county")


def weakest(bases: Iterator[Basis] | tuple[Basis, ...]) -> Basis | None:
    """The weakest of several bases: a finding is only as good as the worst text under it."""
    return max(bases, key=BASES.index, default=None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands. Line and column count from 1; ``file`` is as the user named it."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One service of a standard. A field is None where its text is not known.

    Every attribute may be left out, so that two bare texts can be compared:
    ``Item(content="…")``.
    """

    id: str | None = None
    name: str = ""
    domain: str | None = None
    service: str | None = None
    audience: str | None = None
    content: str | None = None
    level: str | None = None
    funding: str | None = None
    lead: str | None = None
    aliases: tuple[str, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict, hash=False)
    """The basis of each field that has a text; of the name alone under ``"name"``."""
    origin: str | None = field(default=None, compare=False)
    """The source file and the place in it that the texts were imported from."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where the item (under ``"item"``) and each of its fields stand."""

    def text(self, name: str) -> str | None:
        """The text of one of ``FIELDS``."""
        value: str | None = getattr(self, name)
        return value

    @property
    def has_text(self) -> bool:
        """Whether any of the five fields is known."""
        return any(self.text(name) is not None for name in FIELDS)

    def basis_of(self, name: str) -> Basis | None:
        """The basis of a field, or of the name where the item has no text."""
        return self.basis.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that a dataset was made from."""

    title: str
    basis: Basis
    file: str | None = None
    sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The totals a standard states about itself; None where it states none."""

    domains: int | None = None
    services: int | None = None
    items: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One edition of one jurisdiction's basic public service standard."""

    items: tuple[Item, ...]
    title: str = ""
    jurisdiction: str = ""
    name: str = ""
    """What readers call the place: 义乌市."""
    level: Level | None = None
    edition: str = ""
    builds_on: tuple[str, ...] = ()
    """Refs of the standards that this one must not fall short of, nearest first."""
    agencies: tuple[str, ...] = ()
    declared: Declared = Declared()
    sources: tuple[Source, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each key of ``standard.yaml`` stands."""

    @property
    def ref(self) -> str:
        """``yiwu@2021``."""
        return f"{self.jurisdiction}@{self.edition}" if self.edition else self.jurisdiction

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains that have items, in order."""
        return tuple(dict.fromkeys(i.domain for i in self.items if i.domain))

    @property
    def services(self) -> tuple[tuple[str | None, str], ...]:
        """The service categories that have items, each with its domain, in order."""
        return tuple(dict.fromkeys((i.domain, i.service) for i in self.items if i.service))

    def item(self, key: str) -> Item | None:
        """The item with this id, name or alias."""
        for one in self.items:
            if key in (one.id, one.name):
                return one
        return next((one for one in self.items if key in one.aliases), None)
