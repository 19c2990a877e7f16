"""The same content as the same bytes: zip files (docx, xlsx) without dates or machine traces."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

FIXED_TIME = datetime(2021, 1, 1, tzinfo=UTC)
"""Stands wherever a file format insists on a time: a report has none of its own."""
FIXED_TIME_TEXT = "2021-01-01T00:00:00Z"


def repack(data: bytes, parts: Mapping[str, str] | None = None) -> bytes:
    """The zip file again, its members in their order but each with the same date, and with
    the members named in ``parts`` replaced by these texts."""
    parts = parts or {}
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            member = ZipInfo(name, FIXED_TIME.timetuple()[:6])
            member.compress_type = ZIP_DEFLATED
            # The system that a member comes from is written down too; 3 is Unix.
            member.create_system = 3
            member.external_attr = 0o644 << 16
            content = parts[name].encode() if name in parts else old.read(name)
            new.writestr(member, content)
    return packed.getvalue()
