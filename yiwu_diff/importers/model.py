"""What was taken from a document: rows of one item each, and all that could not be taken.

Values only, so that the commands can show, match and write them without knowing the format
they came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS: tuple[str, ...] = ("number", "domain", "service", "name", *FIELDS)
"""What a column can hold, in the order in which standards print it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item as the document gives it. None where the document says nothing."""

    number: str | None = None
    domain: str | None = None
    service: str | None = None
    name: str | None = None
    """Never None in a row that was taken."""
    audience: str | None = None
    content: str | None = None
    level: str | None = None
    funding: str | None = None
    lead: str | None = None
    place: str = ""
    """Where a person finds it: 第3页表2第5行, 工作表“标准”第7行, 第48段."""
    places: Mapping[str, str] = field(default_factory=dict)
    """The place of a field, where it is not that of the row."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Texts under headings that mean none of ``KEYS``, by heading."""

    def text(self, key: str) -> str | None:
        """The text under one of ``KEYS``."""
        value: str | None = getattr(self, key)
        return value


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A text that could not be taken, and why."""

    text: str
    place: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know about how the document was read."""

    place: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """All that came out of one document."""

    title: str
    rows: tuple[Row, ...]
    unplaced: tuple[Unplaced, ...] = ()
    remarks: tuple[Remark, ...] = ()
    layout: str = ""
    """``table``, ``tables`` or ``paragraphs``."""
    format: str = ""
    """What the file is, whatever its suffix: ``docx``, ``xlsx``, ``html``, ``pdf``, ``txt``,
    ``csv``, ``doc``, ``xls`` …"""
    sha256: str = ""
    """Of the file's bytes."""
