"""What the heading of a column, or the label before a text, means."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from yiwu_diff.importers.clean import line
from yiwu_diff.importers.model import KEYS
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 30
"""A heading has at most so many characters."""
INEXACT = 100
"""From this rank on a heading only contains a usual one."""
_MOST_AMBIGUOUS = 9

_BRACKETS = re.compile(r"[（(〔\[【][^）)〕\]】]*[）)〕\]】]")
_NOISE = re.compile(r"[\s\W_]+")


@cache
def lexicon() -> dict[str, list[str]]:
    """The names beside this module."""
    from ruamel.yaml import YAML

    text = (Path(__file__).parent / "headings.yaml").read_text(encoding="utf-8")
    return cast("dict[str, list[str]]", YAML(typ="safe").load(text))


@cache
def _known() -> dict[str, tuple[tuple[str, int], ...]]:
    """By plain name: each key that it may stand for, and how usual that is."""
    found: dict[str, list[tuple[str, int]]] = {}
    for key in KEYS:
        for rank, name in enumerate(lexicon()[key]):
            found.setdefault(plain(name), []).append((key, rank))
    return {name: tuple(keys) for name, keys in found.items()}


@cache
def domain_names() -> frozenset[str]:
    """Names that are always those of domains."""
    return frozenset(lexicon()["domains"])


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A heading as it is compared: without spaces, marks and what stands in brackets."""
    whole = line(text)
    return _NOISE.sub("", _BRACKETS.sub("", whole) or whole).casefold()


@lru_cache(maxsize=4096)
def meanings(text: str) -> tuple[tuple[str, int], ...]:
    """The keys that a heading may stand for, with how usual that is; () for none."""
    if len(text) > LONGEST * 3:
        return ()
    name = plain(text)
    if not name or len(name) > LONGEST:
        return ()
    known = _known()
    if name in known:
        return known[name]
    # 基本公共服务项目名称, 本市服务标准: what stands before the usual name narrows it.
    for size in range(len(name) - 1, max(3, len(name) - 9), -1):
        if (found := known.get(name[-size:])) is not None:
            return tuple((key, rank + INEXACT) for key, rank in found)
    for size in range(len(name) - 1, max(3, len(name) - 5), -1):
        found = known.get(name[:size])
        if found is not None and name[size:] in lexicon()["narrowing"]:
            return tuple((key, rank + 2 * INEXACT) for key, rank in found)
    return ()


class Columns(NamedTuple):
    """What the columns of a table mean."""

    keys: dict[int, str]
    """By column; several columns may hold one key, in parts."""
    names: dict[int, str]
    """The heading of each column, as it is shown."""
    depth: int
    """So many rows the headings take."""

    def of(self, key: str) -> list[int]:
        """The columns that hold a key."""
        return [column for column, held in self.keys.items() if held == key]

    @property
    def known(self) -> frozenset[str]:
        """The keys that there are."""
        return frozenset(self.keys.values())

    @property
    def usable(self) -> bool:
        """Whether a table under these headings can be one of a standard."""
        fields = len(self.known & set(FIELDS))
        if "name" in self.known:
            return fields >= 1 and len(self.known) >= 3
        return fields >= 3


def columns(rows: Sequence[Sequence[Any]], mapping: Mapping[str, str]) -> Columns | None:
    """What the headings in the first of these rows mean; None where they are no headings.

    The rows hold cells; the headings may take up to three of them.
    """
    best: Columns | None = None
    for depth in range(1, min(3, len(rows)) + 1):
        row = rows[depth - 1]
        if any(len(cell.text) > LONGEST * 3 for cell in row):
            break
        found = _assign(rows[:depth], mapping)
        if depth > 1 and best is not None:
            if not _goes_on(rows[depth - 2], row, mapping):
                break
            if len(found.known) < len(best.known):
                continue
        if not found.usable:
            continue
        if best is None or _goes_on(rows[depth - 2], row, mapping):
            best = found
    return best


def _goes_on(above: Sequence[Any], row: Sequence[Any], mapping: Mapping[str, str]) -> bool:
    """Whether a row still belongs to the headings above it: a heading reaches down into it, or
    all it holds are headings."""
    if any(a is b and a.text.strip() for a, b in zip(above, row, strict=False)) and not all(
        a is b for a, b in zip(above, row, strict=False)
    ):
        return True
    texts = [cell.text for cell in dict.fromkeys(row) if cell.text.strip()]
    return bool(texts) and all(key_of(text, mapping) or meanings(text) for text in texts)


def key_of(text: str, mapping: Mapping[str, str]) -> str | None:
    """The key that a person said a heading stands for."""
    if not mapping or len(text) > LONGEST * 3:
        return None
    return mapping.get(plain_text(text)) or mapping.get(plain(text))


def plain_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """A person's mapping with its headings as they are compared."""
    return {plain_text(heading): key for heading, key in mapping.items()}


def plain_text(text: str) -> str:
    """A text without spaces and marks, brackets and all."""
    return _NOISE.sub("", line(text)).casefold()


def _assign(rows: Sequence[Sequence[Any]], mapping: Mapping[str, str]) -> Columns:
    width = max(map(len, rows))
    stacks: dict[tuple[int, ...], list[int]] = {}
    texts: dict[tuple[int, ...], list[str]] = {}
    for column in range(width):
        stack = list(dict.fromkeys(row[column] for row in rows if column < len(row)))
        mark = tuple(map(id, stack))
        stacks.setdefault(mark, []).append(column)
        texts[mark] = [line(cell.text) for cell in stack if cell.text.strip()]
    names = {column: "".join(texts[mark]) for mark, found in stacks.items() for column in found}
    taken: dict[tuple[int, ...], str] = {}
    options: list[tuple[tuple[int, ...], tuple[tuple[str, int], ...]]] = []
    parts: dict[tuple[int, ...], str] = {}
    for mark, found in texts.items():
        said = next((key for text in _readings(found) if (key := key_of(text, mapping))), None)
        if said is not None:
            taken[mark] = said
            continue
        for at, text in enumerate(_readings(found)):
            if meant := meanings(text):
                if at > 1 or (at == 1 and meant[0][0] in dict(meanings(found[0]))):
                    # Only the heading above says it: this column holds a part of it.
                    parts[mark] = meant[0][0]
                else:
                    options.append((mark, meant))
                break
    keys = {**_choose(options, set(taken.values())), **taken}
    held = set(keys.values())
    keys.update({mark: key for mark, key in parts.items() if key not in held})
    return Columns(
        {column: keys[mark] for mark in stacks if mark in keys for column in stacks[mark]},
        names,
        len(rows),
    )


def _readings(texts: list[str]) -> list[str]:
    """The ways to read headings above each other: the lowest, all as one, the highest."""
    if len(texts) < 2:
        return texts
    return [texts[-1], "".join(texts), texts[0]]


def _choose(
    options: list[tuple[tuple[int, ...], tuple[tuple[str, int], ...]]], taken: set[str]
) -> dict[tuple[int, ...], str]:
    """Give each heading at most one key and each key at most one heading: as many keys as
    can be, the name among them, each by its most usual heading."""
    sure: dict[tuple[int, ...], str] = {}
    open_options: list[tuple[tuple[int, ...], tuple[tuple[str, int], ...]]] = []
    by_key: dict[str, tuple[int, tuple[int, ...]]] = {}
    for mark, meant in options:
        if len(meant) == 1:
            key, rank = meant[0]
            if key not in taken and (key not in by_key or rank < by_key[key][0]):
                by_key[key] = (rank, mark)
        else:
            open_options.append((mark, meant))
    best: tuple[tuple[int, int, int], dict[tuple[int, ...], str]] = ((-1, 0, 0), {})

    def search(
        at: int, chosen: dict[tuple[int, ...], str], used: dict[str, int], cost: int
    ) -> None:
        nonlocal best
        if at == len(open_options[:_MOST_AMBIGUOUS]):
            alone = {key: mark for key, (_, mark) in by_key.items() if key not in used}
            have = set(used) | set(alone) | taken
            total = cost + sum(by_key[key][0] for key in alone)
            score = (len(have), int("name" in have), -total)
            if score > best[0]:
                best = (score, {**chosen, **{mark: key for key, mark in alone.items()}})
            return
        mark, meant = open_options[at]
        for key, rank in meant:
            better = key not in by_key or rank < by_key[key][0]
            if key not in used and key not in taken and better:
                search(at + 1, {**chosen, mark: key}, {**used, key: rank}, cost + rank)
        search(at + 1, chosen, used, cost)

    search(0, {}, {}, 0)
    sure.update(best[1])
    return sure
