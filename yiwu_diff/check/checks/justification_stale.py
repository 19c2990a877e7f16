"""A justification argues for texts that have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.beyond import fits, justification_of
from yiwu_diff.check.justifying import of_justification
from yiwu_diff.compare.labels import BEYOND
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Against the direct base, where the item still goes beyond it."""
    for comparison in draft.comparisons[:1]:
        for entry in comparison.items:
            one = justification_of(draft, comparison, entry)
            if one is not None and entry.labels & set(BEYOND) and not fits(one, entry):
                yield of_justification(
                    draft,
                    one,
                    "论证之后文本有改动；请核对后重新运行 yiwu-diff justify",
                    "the texts changed after it; look again and run yiwu-diff justify anew",
                    "stale",
                )


CHECK = Check(
    id="justification-stale",
    severity="error",
    title=Words("论证已过期", "a justification is stale"),
    means=Words(
        "论证之后文本有改动，论证的可能不是现在的内容。",
        "A text changed since; what is argued for may not be what stands there now.",
    ),
    mend=Words("核对后重新运行 yiwu-diff justify。", "Look again and run yiwu-diff justify anew."),
    find=find,
)
