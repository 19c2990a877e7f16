"""What the documentation's tests read out of Markdown."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
PAGES = (*READMES, *sorted((ROOT / "docs").rglob("*.md")), ROOT / "benchmarks" / "README.md")

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(yiwu-diff [^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MARKED = re.compile(r"<!-- command: (\w+) -->\n```sh\n(.*?)\n```", re.DOTALL)
_OPEN = re.compile(r"…|\b[A-Z]{3,}\b")
"""A placeholder: such a command is not meant to be run."""


class Block(NamedTuple):
    """A fenced block."""

    kind: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*found) for found in _FENCE.findall(page.read_text(encoding="utf-8"))]


def commands(page: Path) -> list[list[str]]:
    """The arguments of each ``yiwu-diff`` command of a page, in order."""
    lines = [
        line.strip()
        for block in blocks(page)
        if block.kind == "sh"
        for line in block.text.splitlines()
    ]
    lines += _INLINE.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    parts = [shlex.split(line, comments=True) for line in lines if line.startswith("yiwu-diff ")]
    return [part[1:] for part in parts if not any(map(_OPEN.search, part))]


def marked(page: Path) -> dict[str, str]:
    """The commands that a README marks for a machine to find."""
    return dict(_MARKED.findall(page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """The relative links of a page, without their anchors."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    found = (link.partition("#")[0] for link in _LINK.findall(text))
    return [link for link in found if link and "://" not in link]
