"""Records of a dataset as YAML text: the layout of new files, and of new parts in old ones.

Long texts stay on one line, texts of several lines are literal blocks, and quotes stand only
where a plain word would be read as something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yiwu_diff.standard.yaml_nodes import TextNode
from yiwu_diff.standard.yaml_text import NOT_PRINTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    Value = str | int | list[Any] | dict[str, Any]

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`<=~.")
# What other readers of YAML take for truth values, numbers, times: 2021, 1:30, 1e3, 0x1F, .5
_WORDS = frozenset(("yes", "no", "on", "off", "y", "n", "true", "false", "null"))
_LIKE_NUMBER = re.compile(r"[-+.0-9][ -~]*")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def as_read(text: str) -> str:
    """The text as it comes back: one kind of line break, nothing that a file may not hold, no
    space around it. "" if nothing is left."""
    return NOT_PRINTED.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def scalar(text: str, indent: int = 0) -> str:
    """A text as the value of a key; ``indent`` is that of the key."""
    text = as_read(text)
    if "\n" in text:
        # The line that begins the block shows how far it is indented, and is never blank.
        margin = " " * (indent + 2)
        lines = [margin + line if line else "" for line in text.split("\n")]
        return "\n".join(["|", *lines])
    if is_plain(text):
        return text
    return '"' + "".join(_ESCAPED.get(char, char) for char in text) + '"'


def is_plain(text: str) -> bool:
    """Whether a line can stand without quotes and mean itself, here and to other tools."""
    return bool(
        text
        and text[0] not in _INDICATORS
        and text[-1] != ":"
        and not any(bad in text for bad in (": ", " #", "\t"))
        and text.lower() not in _WORDS
        and not _LIKE_NUMBER.fullmatch(text)
        and TextNode(text, 1, 1, True).meaning == "text"
    )


def block(record: Mapping[str, Value], indent: int = 0) -> str:
    """A record as a block, each line ended; the first key is not indented, as it may follow a
    dash."""
    margin = " " * indent
    return margin.join(f"{key}:{_value(value, indent)}\n" for key, value in record.items())


def _value(value: Value, indent: int) -> str:
    if isinstance(value, str):
        return f" {scalar(value, indent)}"
    if isinstance(value, int):
        return f" {value}"
    if not value:
        return " {}" if isinstance(value, dict) else " []"
    inner = indent + 2
    if isinstance(value, dict):
        return f"\n{' ' * inner}{block(value, inner)}".rstrip("\n")
    parts = (
        f"- {scalar(one, inner + 2) if isinstance(one, str) else block(one, inner + 2)}"
        for one in value
    )
    return "".join(f"\n{' ' * inner}{part.rstrip(chr(10))}" for part in parts)
