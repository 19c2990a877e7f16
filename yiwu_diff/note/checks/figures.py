"""The figures that entries give: they must stand in the texts of the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.note.context import on_weak_text, short_title
from yiwu_diff.note.findings import Finding, shorten
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.text.normal import level
from yiwu_diff.text.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.note.context import Context, Listed
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.quantities import Quantity


def check(context: Context) -> Iterator[Finding]:
    """Set the figures of every entry against the item that it names."""
    base_name = short_title(context.comparison.base)
    target_name = short_title(context.comparison.target)
    for listed in context.listed:
        if listed.match is None:
            continue
        entry = listed.match.entry
        base, target = _texts(entry.base), _texts(entry.target)
        told: set[str] = set()
        for figure in listed.entry.figures:
            told |= {figure.base, figure.target}
            if base:
                yield from _differs(listed, figure.base, base, base_name)
            if target:
                yield from _differs(listed, figure.target, target, target_name)
        rest = listed.entry.quote
        for text in told:
            rest = rest.replace(text, "；")
        if target and (base or not entry.base):
            yield from _differs(listed, _without_number(rest), base + target, target_name)


def _without_number(text: str) -> str:
    from yiwu_diff.note.marks import mark_of

    mark = mark_of(text)
    return text[mark.end :] if mark else text


def _texts(items: Sequence[Item]) -> list[str]:
    return [
        level(text)
        for item in items
        for text in (item.name, *(item.text(field) for field in FIELDS))
        if text is not None and item.has_text
    ]


def _differs(listed: Listed, words: str, texts: list[str], whose: str) -> Iterator[Finding]:
    plain = level(words)
    known = [quantity for text in texts for quantity in quantities(text)]
    for quantity in quantities(plain):
        raw = plain[quantity.start : quantity.end]
        if any(quantity.same_as(other) for other in known) or any(raw in text for text in texts):
            continue
        assert listed.match is not None
        weak = on_weak_text(listed.match.entry)
        like = _like(quantity, known)
        zh = f"相应数值为{'、'.join(like)}" if like else "没有这个数值"
        en = f"says {', '.join(like)}" if like else "has no such figure"
        yield Finding(
            "figure",
            "warning" if weak else "error",
            listed.entry.line,
            f"“{listed.match.known_as}”写作“{raw}”，{whose}{zh}"
            + ("（所据文本为公开资料重构）" if weak else ""),
            f"“{listed.match.known_as}”: “{raw}” here, {whose} {en}"
            + (" (the text is reconstructed from public sources)" if weak else ""),
            shorten(listed.entry.quote),
        )


def _like(quantity: Quantity, known: list[Quantity]) -> list[str]:
    """What the data say of the same kind of quantity."""
    same = [one.shown for one in known if one.kind == quantity.kind]
    return list(dict.fromkeys(same))[:3]
