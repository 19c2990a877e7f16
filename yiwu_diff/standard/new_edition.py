"""The ``standard.yaml`` of a new edition, made from that of an old one.

What holds for every edition stays as it was written, comments included. What every edition has
to say anew (who issues it, how much it holds, where its texts come from) is cleared.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from yiwu_diff.standard import round_trip
from yiwu_diff.standard.model import FIELDS, weakest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.standard.model import Basis, Standard

LONGEST_NAME = 60
CLEARED = ("agencies", "declared", "sources")
"""The keys that every edition has to fill anew."""

_NAME = re.compile(r"[^\s@:/\\<>\"|?*.~-][^\s@:/\\<>\"|?*]*")
_YEAR = re.compile(r"[0-9]{4}")


class Above(NamedTuple):
    """One standard that the new edition builds on, beside the one that the old did."""

    old: str
    new: str
    known: bool
    """Whether the data hold any edition of that place."""


class Made(NamedTuple):
    """The new file, and what was done to the old one."""

    data: bytes
    title: str
    titled: bool
    """Whether the title names the new edition."""
    above: tuple[Above, ...]


def is_name(edition: str) -> bool:
    """Whether an edition may be so called: it names a folder, on any system, and is part of
    refs."""
    return (
        len(edition) <= LONGEST_NAME
        and edition.isprintable()
        and not edition.endswith(".")
        and _NAME.fullmatch(edition) is not None
    )


def make(data: bytes, standard: Standard, edition: str, known: Mapping[str, Sequence[str]]) -> Made:
    """The file of the new edition of a standard that was read from ``data``. ``known`` are the
    editions that the data hold, oldest first."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    tree = round_trip.loads(data)
    single = isinstance(tree["edition"], SingleQuotedScalarString)
    tree["edition"] = (SingleQuotedScalarString if single else DoubleQuotedScalarString)(edition)
    title = _title(standard, edition)
    titled = title != standard.title
    if titled:
        tree["title"] = type(tree["title"])(title)
    above = tuple(_above(ref, standard.jurisdiction, known) for ref in standard.builds_on)
    refs = list(dict.fromkeys(one.new for one in above))
    if len(refs) == len(above):
        for number, one in enumerate(above):
            if one.new != one.old:
                tree["builds_on"][number] = one.new
    else:
        tree["builds_on"] = refs
    return Made(_cleared(round_trip.dumps(tree, data), standard), title, titled, above)


def _title(standard: Standard, edition: str) -> str:
    """The title with the new year, or the new name, where the old one stood."""
    old, new = _YEAR.match(standard.edition), _YEAR.match(edition)
    if old is None:
        return standard.title.replace(standard.edition, edition)
    if new is not None:
        return re.sub(rf"{old[0]}(?=\s*年)", new[0], standard.title)
    return re.sub(rf"{old[0]}\s*年版?", edition, standard.title)


def _above(ref: str, own: str, known: Mapping[str, Sequence[str]]) -> Above:
    place = ref.partition("@")[0]
    those = known.get(place, ())
    if not those or place == own:
        return Above(ref, ref, bool(those))
    newest = f"{place}@{those[-1]}"
    return Above(ref, newest, True)


def _cleared(data: bytes, standard: Standard) -> bytes:
    """The file without what the old edition said about itself, and without the comments that
    stand right above that: they speak of the old edition too."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    plain = data.replace(b"\r\n", b"\n").decode("utf-8")
    lines = plain.split("\n")
    if lines[-1] == "":
        lines.pop()
    words = _words(standard)
    blocks = [(found, key) for key in CLEARED if (found := _block(lines, key)) is not None]
    if "sources" not in [key for _, key in blocks]:
        lines += words["sources"]
    # From the end, so that no block takes the new comment of another one for its own.
    for (start, stop), key in sorted(blocks, reverse=True):
        lines[start:stop] = words[key]
    text = "\n".join(lines) + "\n"
    if _says_the_same(text, data, standard):
        return text.encode("utf-8").replace(b"\n", end)
    # Written in a way that does not divide into lines (``{title: …}``): comments stay.
    tree = round_trip.loads(data)
    tree.pop("declared", None)
    if "agencies" in tree:
        tree["agencies"] = []
    tree["sources"] = [_source(standard)]
    return round_trip.dumps(tree, data)


def _block(lines: list[str], key: str) -> tuple[int, int] | None:
    """The lines of a key at the top of the file, with the comments right above it."""
    start = next((n for n, line in enumerate(lines) if re.match(rf"{key}\s*:", line)), None)
    if start is None:
        return None
    end = start + 1
    while end < len(lines) and (lines[end].startswith((" ", "\t", "- ")) or lines[end] == "-"):
        end += 1
    while start and lines[start - 1].startswith("#"):
        start -= 1
    return start, end


def _words(standard: Standard) -> dict[str, list[str]]:
    source = _source(standard)
    return {
        "agencies": ["# 联合印发的部门：新版印发前重写。", "agencies: []"],
        "declared": [
            "# declared（标准自述的总数）：新版定稿时重写，"
            "如 {domains: 11, services: 25, items: 99}。"
        ],
        "sources": [
            "# 来源：新版的来源逐份列出；文字全部改定后删去旧版这一份。",
            "sources:",
            f"  - title: {source['title']}",
            f"    basis: {source['basis']}",
            f"    note: {source['note']}",
        ],
    }


def _source(standard: Standard) -> dict[str, str]:
    """Where the texts of the new edition come from as long as nobody has changed them."""
    title = " ".join(standard.title.split())
    return {
        "title": title if _is_plain(title) else "'" + title.replace("'", "''") + "'",
        "basis": _basis(standard),
        "note": f"新版由 {standard.ref} 复制而来，未改的文字出自此版。",
    }


def _is_plain(title: str) -> bool:
    return (
        re.fullmatch(r"[\u3400-\u9fff《（][^:#'\"]*", title) is not None and title == title.strip()
    )


def _basis(standard: Standard) -> Basis:
    """The weakest basis of the texts; ``named`` where there are names alone."""
    found = (
        basis
        for item in standard.items
        for name in FIELDS
        if item.text(name) is not None and (basis := item.basis_of(name)) is not None
    )
    return weakest(tuple(found)) or "named"


def _says_the_same(text: str, data: bytes, standard: Standard) -> bool:
    """Whether only the cleared keys differ."""
    from ruamel.yaml.error import YAMLError

    try:
        after: Any = round_trip.loads(text.encode("utf-8"))
    except YAMLError:
        return False
    before = round_trip.loads(data)
    if not isinstance(after, dict) or any(key in after and after[key] for key in CLEARED[:2]):
        return False
    kept = [{k: v for k, v in one.items() if k not in CLEARED} for one in (before, after)]
    sources = after.get("sources") or []
    return kept[0] == kept[1] and len(sources) == 1 and sources[0]["basis"] == _basis(standard)
