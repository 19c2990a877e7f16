"""An item's texts, field by field, each as the edits from the base's text to the target's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.report.redline import Edit, redline
from yiwu_diff.report.xml_text import clean
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Item

Mark = Literal["", "ins", "del"]
"""What became of something: stays, was written in, was struck out."""


class Line(NamedTuple):
    """One field of an item, or an item's name: its caption and the edits of its text."""

    caption: str
    edits: Sequence[Edit]
    mark: Mark
    """``ins`` or ``del`` where the other side has no such line."""
    unknown: bool
    """Whether the other side has such an item, but not this text."""


def lines(entry: ItemComparison, say: Say) -> list[Line]:
    """What stands in the cells of an entry, side against side.

    Split and merged entries have several items on a side: the first is set against the
    first, what is left over stands for itself.
    """
    found: list[Line] = []
    sides = max(len(entry.base), len(entry.target))
    for number in range(sides):
        base = entry.base[number] if number < len(entry.base) else None
        target = entry.target[number] if number < len(entry.target) else None
        if sides > 1:
            old, new = base.name if base else None, target.name if target else None
            found.append(_line(say("office.item") + say("list.colon"), old, new, False))
        for name in FIELDS:
            old, new = _text(base, name), _text(target, name)
            if old is not None or new is not None:
                both = base is not None and target is not None
                found.append(_line(say.field(name) + say("list.colon"), old, new, both))
    return found


def _text(item: Item | None, field: str) -> str | None:
    text = item.text(field) if item is not None else None
    # Before the texts are compared, so that no edit divides what is cleaned as one.
    return None if text is None else clean(text)


def _line(caption: str, old: str | None, new: str | None, both: bool) -> Line:
    mark: Mark = "ins" if old is None else "del" if new is None else ""
    return Line(caption, redline(old or "", new or ""), mark, both and mark != "")
