"""The word lists. Each is a YAML file that drafting staff can read and extend.

A list is a block of words set apart by spaces; where words belong together (synonyms, an
office's names), each line is one group.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = Path(__file__).parent


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon ``name``: its lists by key, in the order of the file.

    Raises ReadError where somebody broke the file.
    """
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    simple = read_simply(text)
    return read_as_yaml(name, text) if simple is None else simple


_BLOCK = re.compile(r"([a-z_]+): \|")
_TABLE = re.compile(r"([a-z_]+):(?: *#.*| *\{(.+)\})?")
_ENTRY = re.compile(r"""(?:([^\s"'#:,{}\[\]&*!|>%@`]+)|"([^"\\]+)"): ([0-9.]+)(?: *#.*)?""")


def read_simply(text: str) -> dict[str, Any] | None:
    """Read the two shapes that the files have, blocks of words and tables of numbers; None
    where there is anything else.

    Every run reads several of the files, and this is ten times as quick as reading YAML.
    """
    found: dict[str, Any] = {}
    lines: list[str] | None = None
    table: dict[str, str] | None = None
    key = ""
    for line in text.splitlines():
        if line.startswith("  "):
            if "\t" in line or (lines is None and table is None):
                return None
            if lines is not None:
                # A first line that is blank or further in would set another indentation.
                if line[2:3] == " " or not (lines or line[2:]):
                    return None
                lines.append(line[2:])
            elif table is not None and not _add(table, line.strip()):
                return None
            continue
        if not line or line.startswith("#"):
            if lines is not None and not line:
                lines.append("")
            continue
        if lines is not None:
            found[key] = _block(lines)
        lines = table = None
        if match := _BLOCK.fullmatch(line):
            lines = []
        elif match := _TABLE.fullmatch(line):
            table = {}
            for entry in (match[2] or "").split(", ") if match[2] else ():
                if not _add(table, entry):
                    return None
        else:
            return None
        key = match[1]
        if key in found:
            return None
        found[key] = table
    if lines is not None:
        found[key] = _block(lines)
    return found


def _block(lines: list[str]) -> str:
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def _add(table: dict[str, str], entry: str) -> bool:
    """Add ``unit: number`` to a table; False where it is no such entry."""
    match = _ENTRY.fullmatch(entry)
    if match is None or (name := match[1] or match[2]) in table:
        return False
    table[name] = match[3]
    return True


def read_as_yaml(name: str, text: str) -> dict[str, Any]:
    """Read a lexicon as the YAML that it is."""
    from yiwu_diff.standard.problems import Problems
    from yiwu_diff.standard.yaml_nodes import ListNode, MapNode, Node, parse

    def plain(node: Node) -> Any:
        if isinstance(node, MapNode):
            return {key: plain(value) for key, (_, value) in node.entries.items()}
        if isinstance(node, ListNode):
            return [plain(child) for child in node.children]
        return node.value

    problems = Problems()
    node = parse(text.encode(), f"{name}.yaml", problems)
    if problems:
        raise problems.error()
    value = plain(node) if node else {}
    return value if isinstance(value, dict) else {}


def words(name: str, *keys: str) -> list[str]:
    """The words under some keys of a lexicon (all of them, where none is named)."""
    lists = lexicon(name)
    return [word for key in keys or lists for word in lists[key].split()]


@cache
def groups(name: str, key: str) -> list[list[str]]:
    """The lines under a key, each a list of words that belong together."""
    return [line.split() for line in lexicon(name)[key].splitlines() if line.strip()]


def any_of(found: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first."""
    return "|".join(re.escape(word) for word in longest_first(found))


def longest_first(found: Iterable[str]) -> list[str]:
    """Each of the words once, the longest first."""
    return sorted(set(found), key=lambda word: (-len(word), word))
