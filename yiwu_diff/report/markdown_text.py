"""Texts that stay texts in Markdown, whatever characters are in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.report.html_tags import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_JOINER = "\u2060"
"""WORD JOINER: nothing is seen of it."""
_SPECIAL = re.compile(r"[\\`*_\[\]|~$#]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MENTION = re.compile(r"(?<![A-Za-z0-9])([@#!])(?=[A-Za-z0-9])")
_LIST = re.compile(r"^(\s*)(?:([-+=])|([0-9]{1,9})([.)]))")


def _escape(text: str) -> str:
    text = text.replace(_JOINER, "")
    # A forge would notify a person of that name, or link an issue of that number.
    text = _MENTION.sub(rf"\1{_JOINER}", text)
    text = _SPECIAL.sub(lambda match: "\\" + match.group(), text)
    return re.sub("[&<>]", lambda match: _ENTITIES[match.group()], text)


def inline(text: str) -> str:
    """A text in a heading, a paragraph or a list."""
    escaped = _escape(" ".join(clean(text).split()))
    return _LIST.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}"), escaped)


def cell(text: str) -> str:
    """A text in a table, its line breaks kept."""
    return "<br>".join(_escape(" ".join(line.split())) for line in clean(text).split("\n"))


def inserted(text: str) -> str:
    """Added words."""
    return _marked("**", text)


def deleted(text: str) -> str:
    """Dropped words."""
    return _marked("~~", text)


def _marked(mark: str, text: str) -> str:
    # A mark works neither beside a space nor, within Chinese text, beside punctuation.
    text = clean(text)
    inner = text.strip()
    if not inner:
        return cell(text)
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    first = "" if inner[0].isalnum() else _JOINER
    last = "" if inner[-1].isalnum() else _JOINER
    spaces = (" " if lead else "", " " if tail else "")
    return f"{spaces[0]}{mark}{first}{cell(inner)}{last}{mark}{spaces[1]}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """A table of cells that are Markdown already; some columns set to the right."""
    lines = [_row(heads)]
    lines.append(_row(["---:" if n in right else "---" for n in range(len(heads))]))
    lines += [_row(row) for row in rows]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
