"""The columns of the official table layout, and how a cell tells the bases of an item's texts.

What `report` prints and `importers` reads: a dataset that is exported and imported again comes
back with its bases, so that a reconstructed text never turns into an official one on the way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.standard.as_records import bases
from yiwu_diff.standard.keys import BASIS_WORDS, FIELD_KEYS
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwu_diff.standard.model import Basis, Item

HEADINGS: Mapping[str, str] = {
    "number": "序号",
    "domain": "领域",
    "service": "服务类别",
    "name": "服务项目",
    **{field: key.zh for field, key in FIELD_KEYS.items()},
}
"""What a column is called, in the order in which standards print them."""
BASIS, ID, ALIASES = "文本依据", "id", "别名"
"""Columns that only datasets have."""

_BASES: Mapping[str, Basis] = {zh: basis for basis, zh in BASIS_WORDS.items()}  # type: ignore[misc]
_CALLED = {"name": "名称", **{field: key.zh for field, key in FIELD_KEYS.items()}}
_PART = re.compile(r"(?P<key>[^：:；;]+)[：:](?P<basis>[^：:；;]+)")


def all_official(items: Iterable[Item]) -> bool:
    """Whether a table of these items needs no column for bases."""
    return all(basis == "official" for item in items for basis in bases(item).values())


def basis_cell(item: Item) -> str:
    """官方文本, or 名称：官方文本；服务对象：起草说明引述 … where they differ."""
    found = bases(item)
    if len(set(found.values())) == 1:
        return BASIS_WORDS[found["name"]]
    return "；".join(f"{_CALLED[key]}：{BASIS_WORDS[basis]}" for key, basis in found.items())


def bases_of_cell(text: str | None, item: Item) -> dict[str, Basis] | None:
    """What such a cell says of the name and the texts of an item; None if it says nothing known
    of one of them."""
    text = re.sub(r"\s", "", text or "")
    wanted = ("name", *(field for field in FIELDS if item.text(field) is not None))
    if text in _BASES:
        return dict.fromkeys(wanted, _BASES[text])
    said = {part["key"]: part["basis"] for part in _PART.finditer(text)}
    found = {key: _BASES.get(said.get(_CALLED[key], "")) for key in wanted}
    known = {key: basis for key, basis in found.items() if basis is not None}
    return known if len(known) == len(wanted) else None


_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t]")


def guarded(text: str) -> str:
    """The text for a CSV cell: with ``'`` in front where a spreadsheet would run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """`guarded` undone."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
