"""Building HTML so that no text can become markup: what is not `Html` is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = frozenset(("br", "input", "link", "meta"))
# Characters that HTML forbids or that turn the reading direction of what follows.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


class Html(str):
    """A text that is markup already."""

    __slots__ = ()


def clean(text: str) -> str:
    """The text with control characters, lone surrogates and direction overrides made
    visible. Emoji, with their joiners, stay."""
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> Html:
    """A text as markup that shows it."""
    if isinstance(text, Html):
        return text
    return Html(
        clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def join(*children: object) -> Html:
    """Children one after the other; None and False are left out."""
    parts: list[str] = []
    _gather(children, parts)
    return Html("".join(parts))


def _gather(children: Iterable[object], parts: list[str]) -> None:
    for child in children:
        if child is None or child is False:
            continue
        if isinstance(child, str):
            parts.append(escape(child))
        elif isinstance(child, int):
            parts.append(str(child))
        else:
            _gather(child, parts)  # type: ignore[arg-type]


def tag(name: str, /, *children: object, **attributes: str | int | bool | None) -> Html:
    """An element. ``class_`` is ``class`` and ``aria_label`` is ``aria-label``; True is a bare
    attribute, None and False are none."""
    head = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        head += " " + key.rstrip("_").replace("_", "-")
        if value is not True:
            head += f'="{escape(str(value))}"'
    if name in _VOID:
        return Html(f"<{head}>")
    return Html(f"<{head}>{join(*children)}</{name}>")


def slug(text: str | None, fallback: str) -> str:
    """A text as part of an element's id, where it can be."""
    if text and all(char.isalnum() or char in "-_" for char in text) and text.isascii():
        return text
    return fallback
