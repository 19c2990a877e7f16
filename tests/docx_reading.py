"""Reads a document as Word does when all its tracked changes are accepted or rejected."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree as Tree
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

View = Literal["accepted", "rejected", "marked"]
"""``marked`` shows both: what is inserted in {+ +}, what is deleted in {- -}."""


def part(data: bytes, name: str) -> Tree.Element:
    with ZipFile(BytesIO(data)) as archive:
        return Tree.fromstring(archive.read(name))


def body(data: bytes) -> Tree.Element:
    found = part(data, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def _text(run: Tree.Element) -> Iterator[str]:
    for child in run:
        if child.tag in (f"{W}t", f"{W}delText"):
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag == f"{W}tab":
            yield "\t"


def paragraph(element: Tree.Element, view: View) -> str:
    text = ""
    for child in element:
        if child.tag == f"{W}r":
            text += "".join(_text(child))
        elif child.tag in (f"{W}ins", f"{W}del"):
            inserted = child.tag == f"{W}ins"
            inner = "".join(part for run in child for part in _text(run))
            if view == "marked":
                text += f"{{+{inner}+}}" if inserted else f"{{-{inner}-}}"
            elif inserted == (view == "accepted"):
                text += inner
    return text


def style(element: Tree.Element) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def paragraphs(cell: Tree.Element, view: View) -> list[str]:
    """The cell's paragraphs; one whose end goes is joined with the next."""
    done: list[str] = []
    joined = ""
    for element in cell.iter(f"{W}p"):
        joined += paragraph(element, view)
        mark = element.find(f"{W}pPr/{W}rPr/{W}{'del' if view == 'accepted' else 'ins'}")
        if mark is None or view == "marked":
            done.append(joined)
            joined = ""
    assert not joined
    return done


def tables(data: bytes) -> list[list[list[Tree.Element]]]:
    return [
        [row.findall(f"{W}tc") for row in table.iter(f"{W}tr")]
        for table in body(data).iter(f"{W}tbl")
    ]


def dump(data: bytes) -> str:
    """The whole document as text, for a golden file."""
    lines: list[str] = []
    for element in body(data):
        if element.tag == f"{W}p":
            lines.append(f"[{style(element)}] {paragraph(element, 'marked')}")
        elif element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                cells = row.findall(f"{W}tc")
                if len(cells) < 7:
                    lines.append(" | ".join("/".join(paragraphs(c, "marked")) for c in cells))
                    continue
                lines.append("-" * 20)
                lines += ["  | " + "\n    ".join(paragraphs(cell, "marked")) for cell in cells]
            lines.append("=" * 20)
    return "\n".join(lines) + "\n"
