"""The word lists. Each is a YAML file that drafting staff can read and extend.

A list is a block of words set apart by spaces; where words belong together (synonyms, an
office's names), each line is one group.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from yiwu_diff.standard.problems import Problems
from yiwu_diff.standard.yaml_nodes import ListNode, MapNode, Node, parse

_FOLDER = Path(__file__).parent


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon ``name``: its lists by key, in the order of the file.

    Raises ReadError where somebody broke the file.
    """
    path = _FOLDER / f"{name}.yaml"
    problems = Problems()
    node = parse(path.read_bytes(), f"{name}.yaml", problems)
    if problems:
        raise problems.error()
    value = _plain(node) if node else {}
    return value if isinstance(value, dict) else {}


def _plain(node: Node) -> Any:
    if isinstance(node, MapNode):
        return {key: _plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, ListNode):
        return [_plain(child) for child in node.children]
    return node.value


def words(name: str, *keys: str) -> list[str]:
    """The words under some keys of a lexicon (all of them, where none is named)."""
    lists = lexicon(name)
    return [word for key in keys or lists for word in lists[key].split()]


@cache
def groups(name: str, key: str) -> list[list[str]]:
    """The lines under a key, each a list of words that belong together."""
    return [line.split() for line in lexicon(name)[key].splitlines() if line.strip()]


def any_of(found: list[str]) -> str:
    """A pattern that matches any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(found), key=lambda w: (-len(w), w)))
