"""A dataset file as lines of plain text, a sentence a line, for tools that compare lines.

Comments and layout are left out: two files that say the same have the same lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.report.cells import visible
from yiwu_diff.report.words import Say
from yiwu_diff.standard.keys import (
    BASIS,
    DECISIONS,
    DOMAIN,
    FIELD_KEYS,
    ITEM,
    JUSTIFICATIONS,
    STANDARD,
    Shape,
)
from yiwu_diff.standard.problems import Problems
from yiwu_diff.standard.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.report.words import Lang

HEADING = "■ "
"""Begins the line that opens a record of a list."""

_SHAPES = {
    "domain": DOMAIN,
    "jurisdiction": STANDARD,
    "decisions": DECISIONS,
    "justifications": JUSTIFICATIONS,
}
"""What a file is, told by a key that only it has."""
_BARE_LISTS = (DOMAIN, *(key.shape for key in DOMAIN.keys.values() if key.shape is not None))
"""Records whose lists need no heading: what is in them has its own."""
_SENTENCE_END = re.compile(r"(?<=[。！？；])(?![”’」』）】])|\n")
_MEANING_END = re.compile(r"[：，（]")


def readable(data: bytes, shown: str, lang: Lang = "zh") -> list[str]:
    """The lines of a file of any kind. Raises ReadError if it is no YAML as datasets use it."""
    problems = Problems()
    tree = parse(data, shown, problems)
    if problems or tree is None:
        raise problems.error()
    keys = tree.entries if isinstance(tree, MapNode) else ()
    shape = next((one for key, one in _SHAPES.items() if key in keys), None)
    lines = [visible(line.replace("\n", " ")).rstrip() for line in _Lines(lang).of(tree, shape)]
    return lines[1:] if lines and not lines[0] else lines


class _Lines:
    def __init__(self, lang: Lang) -> None:
        self.say = Say(lang)

    def of(self, node: Node, shape: Shape | None) -> Iterator[str]:
        if isinstance(node, MapNode):
            yield from self.record(node, shape, 0)
        else:
            yield from self.value("", "", node, None, 0)

    def record(
        self, record: MapNode, shape: Shape | None, depth: int, leave: tuple[str, ...] = ()
    ) -> Iterator[str]:
        for name, (_, node) in record.entries.items():
            if name not in leave:
                yield from self.value(name, self.called(name, shape), node, shape, depth)

    def value(
        self, name: str, label: str, node: Node, shape: Shape | None, depth: int
    ) -> Iterator[str]:
        margin = "  " * depth
        key = shape.keys.get(name) if shape else None
        if isinstance(node, TextNode):
            text = node.value.strip()
            if key is not None and node.value in key.words and self.say.lang == "zh":
                text = key.words[node.value]
            for sentence in sentences(text) or [""]:
                yield f"{margin}{label}  {sentence}" if label else margin + sentence
        elif isinstance(node, MapNode):
            yield margin + label
            yield from self.record(node, key.shape if key else None, depth + 1)
        elif all(isinstance(child, TextNode) for child in node.children):
            for child in node.children:
                yield from self.value(name, label, child, shape, depth)
        else:
            if label and shape not in _BARE_LISTS:
                yield margin + label
            yield from self.entries(node, key.shape if key else None, depth)

    def entries(self, node: ListNode, shape: Shape | None, depth: int) -> Iterator[str]:
        for child in node.children:
            yield ""
            if not isinstance(child, MapNode):
                yield from self.value("", "", child, None, depth)
                continue
            names = ("name", "id") if shape is ITEM else tuple(child.entries)[:1]
            heads = [
                " ".join(found.value.split())
                for name in names
                if name in child.entries and isinstance(found := child.entries[name][1], TextNode)
            ]
            if len(heads) < len(names):
                # No record with a name: nothing of it may go into a heading and be lost.
                names, heads = (), []
            title = heads[0] if heads else ""
            tail = f" ({heads[1]})" if len(heads) > 1 else ""
            yield "  " * depth + HEADING + title + tail
            yield from self.record(child, shape, depth + 1, names)

    def called(self, name: str, shape: Shape | None) -> str:
        """What to call a key: its field, the short form of its meaning, or the key itself."""
        if (shape in (ITEM, BASIS) and name in FIELD_KEYS) or name in ("basis", "domain"):
            return self.say.field(name) if name != "basis" else self.say("diff.basis")
        key = shape.keys.get(name) if shape else None
        if key is None or self.say.lang == "en":
            return name
        return _MEANING_END.split(key.zh, maxsplit=1)[0]


def sentences(text: str) -> list[str]:
    """A text in pieces that a reader takes in at once."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
