"""A justification is about nothing that goes beyond the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.justifying import of_justification
from yiwu_diff.compare.decided import entry_of, is_about
from yiwu_diff.compare.labels import BEYOND
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each justification whose item is not there, or grants nothing beyond the direct base;
    and the second one about an item."""
    for comparison in draft.comparisons[:1]:
        told: set[str] = set()
        for one in draft.justifications:
            if not is_about(one, comparison):
                continue
            entry = entry_of(comparison, one.item)
            if entry is None or not entry.target:
                zh, en = (
                    "标准中没有这个项目；请改正编号或删去",
                    "there is no such item; mend or remove it",
                )
            elif one.item in told:
                zh, en = "同一项目有不止一条论证；请并成一条", "the item has another one; join them"
            elif not entry.labels & set(BEYOND):
                zh = "这个项目没有超出上级标准，不需要论证；请删去"
                en = "the item does not go beyond the base and needs none; remove it"
            else:
                told.add(one.item)
                continue
            yield of_justification(draft, one, zh, en, "needless")


CHECK = Check(
    id="justification-needless",
    severity="warning",
    title=Words("论证没有对象", "a justification is about nothing"),
    means=Words(
        "论证所说的项目不存在，或者没有超出上级标准；多半是写错了，或者已经用不上了。",
        "The item is not there, or does not go beyond the base: a slip, or no longer needed.",
    ),
    mend=Words("改正或删去。", "Correct it, or remove it."),
    find=find,
)
