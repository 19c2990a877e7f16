"""Differences that grant and take nothing: localised, editorial, moved, renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.model import Span
from yiwu_diff.standard.model import FIELDS, Item
from yiwu_diff.text.agencies import offices, places
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Collection

_READABLE = 20_000
"""Places are not looked for in longer texts."""


def texts(base: Item, target: Item, labelled: Collection[str]) -> list[Fact]:
    """A fact for every field that differs and has no other fact."""
    found: list[Fact] = []
    for name in FIELDS:
        old, new = base.text(name), target.text(name)
        if not old or not new or old == new or name in labelled:
            continue
        long = max(len(old), len(new)) > _READABLE
        was, now = ("", "") if long else (level(old), level(new))
        local = was != now and _without_places(was) == _without_places(now)
        kind = "localised" if local else "editorial"
        found.append(
            Fact(
                kind=kind,
                field=name,
                base=Span(name, 0, len(old), old, base.places.get(name)),
                target=Span(name, 0, len(new), new, target.places.get(name)),
            )
        )
    return found


def name(base: Item, target: Item) -> list[Fact]:
    """The fact that an item was renamed."""
    if not base.name or not target.name or base.name == target.name:
        return []
    if level(base.name) == level(target.name):
        return []
    return [
        Fact(
            kind="renamed",
            field="name",
            base=Span("name", 0, len(base.name), base.name, base.places.get("item")),
            target=Span("name", 0, len(target.name), target.name, target.places.get("item")),
            detail=f"{base.name} → {target.name}",
        )
    ]


def _without_places(text: str) -> str:
    """A text in normal form with every place and office taken down to what it is for."""
    spans = [(o.start, o.end, "·".join(sorted(o.fields))) for o in offices(text)]
    spans += [(a, b, "") for a, b in places(text)]
    parts: list[str] = []
    at = 0
    for start, end, key in sorted(spans):
        if start < at:
            continue
        parts += [text[at:start], key]
        at = end
    return "".join([*parts, text[at:]])
