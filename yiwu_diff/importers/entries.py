"""The rows of one or several documents as the items of one standard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwu_diff.importers.model import KEYS, Unplaced
from yiwu_diff.standard.columns import ALIASES, BASIS, ID, bases_of_cell, unguarded
from yiwu_diff.standard.model import FIELDS, Item
from yiwu_diff.standard.yaml_writing import as_read
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.importers.model import Row, Taken
    from yiwu_diff.standard.model import Basis, Standard


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read."""

    name: str
    """Its name without folders."""
    taken: Taken
    head: Standard | None = None
    """What it says of the standard itself, where it is a dataset that was exported."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An item as a document gives it: no id unless it names one, the bases that its texts have
    by standing there."""

    item: Item
    document: Document
    place: str


def entries(documents: Sequence[Document]) -> tuple[list[Entry], list[Unplaced]]:
    """The items of all documents in order, and the rows that cannot be items."""
    found: list[Entry] = []
    unplaced: list[Unplaced] = []
    first: dict[str, Entry] = {}
    for document in documents:
        for row in document.taken.rows:
            entry = Entry(_item(row, document), document, where(document, row.place))
            if not entry.item.name:
                text = next((text for field in FIELDS if (text := row.text(field))), "")
                unplaced.append(
                    Unplaced(text, entry.place, "这一行没有项目名称", "this row names no item")
                )
                continue
            same = first.setdefault(level(entry.item.name), entry)
            if same is entry:
                found.append(entry)
            elif not _says_no_more(entry.item, same.item):
                unplaced.append(
                    Unplaced(
                        entry.item.name,
                        entry.place,
                        f"同名项目已在{same.place}，这一行没有采用；确是两个项目的，请在文件中写成"
                        "不同的名称",
                        f"an item of this name stands at {same.place} already, and this row was "
                        "not taken; where they are two items, give them different names in the "
                        "file",
                    )
                )
    return found, unplaced


def where(document: Document, place: str) -> str:
    """A place in one of the documents."""
    return f"{document.name} {place}".strip()


def _item(row: Row, document: Document) -> Item:
    if document.taken.format == "csv":
        row = _unguarded(row)
    texts = {key: _text(row.text(key)) for key in FIELDS}
    places = dict.fromkeys((row.place, *row.places.values()))
    item = Item(
        id=_text(row.extra.get(ID)),
        name=_line(row.name) or "",
        domain=_line(row.domain),
        service=_line(row.service),
        aliases=tuple(filter(None, map(_line, (row.extra.get(ALIASES) or "").split("；")))),
        origin=where(document, "、".join(filter(None, places))),
        **texts,  # type: ignore[arg-type]
    )
    held: dict[str, Basis] = dict.fromkeys(
        ("name", *(key for key, text in texts.items() if text is not None)), "official"
    )
    return replace(item, basis=bases_of_cell(row.extra.get(BASIS), item) or held)


def _unguarded(row: Row) -> Row:
    """A CSV file keeps its texts from being run as formulas by a mark that is none of them."""
    texts = {key: unguarded(text) for key in KEYS if (text := row.text(key)) is not None}
    return replace(row, **texts)  # type: ignore[arg-type]


def _text(text: str | None) -> str | None:
    return as_read(text or "") or None


def _line(text: str | None) -> str | None:
    """A name is one line; between Chinese characters a break is only layout."""
    parts = [part.strip() for part in as_read(text or "").split("\n")]
    return "".join(parts) or None


def _says_no_more(item: Item, other: Item) -> bool:
    return all(item.text(key) in (None, other.text(key)) for key in FIELDS)
