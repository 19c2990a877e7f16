"""The forms of a draft: plain text, Markdown, Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.note.draft import Draft

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BLOCK_START = re.compile(r"^(\d+)\.|^([-+=])")


def text(draft: Draft) -> str:
    """Plain text: the section, a blank line, the remarks."""
    lines = [draft.text, ""]
    if draft.remarks:
        lines += [draft.remarks_title, *(f"· {remark}" for remark in draft.remarks)]
    return "\n".join(lines).rstrip("\n") + "\n"


def markdown(draft: Draft) -> str:
    """Markdown: the section under headings, the remarks as a quotation behind it."""
    marks = {"section": "## ", "heading": "### "}
    parts = [marks.get(block.kind, "") + _plain(block.text) for block in draft.blocks]
    if draft.remarks:
        quoted = [draft.remarks_title, *(f"- {_plain(remark)}" for remark in draft.remarks)]
        parts.append("\n".join([f"> {quoted[0]}", ">", *(f"> {line}" for line in quoted[1:])]))
    return "\n\n".join(parts) + "\n"


def _plain(value: str) -> str:
    """A text that Markdown takes for nothing but text."""
    value = _SPECIAL.sub(r"\\\1", " ".join(value.split()))
    return _BLOCK_START.sub(lambda m: f"{m[1]}\\." if m[1] else f"\\{m[2]}", value)


def docx(draft: Draft) -> bytes:
    """A Word file."""
    from yiwu_diff.note.draft_docx import render

    return render(draft)


FORMS: dict[str, Callable[[Draft], str | bytes]] = {
    "text": text,
    "markdown": markdown,
    "docx": docx,
}
"""Every form by name."""
SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
}
"""The form that a file's suffix asks for."""
