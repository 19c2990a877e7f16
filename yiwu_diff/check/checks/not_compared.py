"""An item could not be compared, because a text is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.check.checks.text_missing import text_is_missing
from yiwu_diff.check.shortfall import home_of
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.compare.model import Comparison, ItemComparison


def find(draft: Draft) -> Iterator[Finding]:
    """One finding for each item, with all standards that it could not be compared with. Where
    the draft alone lacks the text it is a cut, which `text_missing` finds."""
    refs: dict[str, list[str]] = {}
    items = {}
    for comparison in draft.comparisons:
        for entry in comparison.not_compared:
            if text_is_missing(entry):
                continue
            if not (entry.base and entry.target):
                yield _alone(draft, comparison, entry)
                continue
            item = entry.item
            key = item.id or item.name
            items[key] = item
            refs.setdefault(key, []).append(comparison.base.ref)
    for key, against in refs.items():
        item = items[key]
        yield finding(
            draft.place_of(item, "name"),
            f"“{item.name}”没有文本可比，未与 {'、'.join(against)} 核对；请补上文本",
            f"“{item.name}” has no text to compare and was not checked against "
            f"{', '.join(against)}; add the text",
            *against,
            item=item,
            against=tuple(against),
        )


def _alone(draft: Draft, comparison: Comparison, entry: ItemComparison) -> Finding:
    """The finding for an item of one side of which a person rejected that it is missing, or
    new: then it should answer to another, but nobody knows to which."""
    item = entry.item
    home = draft.place_of(item, "name") if entry.target else home_of(draft, comparison, entry)
    ref = comparison.base.ref
    zh, en = ("新增", "new") if entry.target else ("缺项", "missing")
    return finding(
        home,
        f"“{item.name}”经裁定不算{zh}，但没有对应的项目可比，未与 {ref} 核对；"
        "请给对应的项目同样的编号，或写入 aliases",
        f"“{item.name}” was decided not to be {en}, but no item answers to it and it was not "
        f"checked against {ref}; give the item that does the same id, or list the name under "
        "`aliases`",
        ref,
        item=item,
        against=(ref,),
    )


CHECK = Check(
    id="not-compared",
    severity="warning",
    title=Words("没有文本，未能比对", "no text to compare"),
    means=Words(
        "上级标准的文本不详，或者两级的都不详，有没有调低、缩减无从知道。没有发现问题，不等于没有问题。",
        "The text of the standard above, or of both, is not known, so nobody knows whether "
        "something was cut. No finding is no clean bill.",
    ),
    mend=Words("补上两级标准的文本。", "Add the texts of both standards."),
    find=find,
)
