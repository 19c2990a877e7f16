"""An item could not be compared, because a text is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.check.checks.text_missing import text_is_missing
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """One finding for each item, with all standards that it could not be compared with. Where
    the draft alone lacks the text it is a cut, which `text_missing` finds."""
    refs: dict[str, list[str]] = {}
    items = {}
    for comparison in draft.comparisons:
        for entry in comparison.not_compared:
            if text_is_missing(entry):
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
