"""A decision names nothing: no such item, no such base, or a label that needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.deciding import in_state, of_decision
from yiwu_diff.compare.decided import is_about
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Decisions that the comparisons could not use, and those about no standard above."""
    yield from in_state(
        draft,
        "unknown",
        "两份标准中都没有这个项目；请改正编号或删去",
        "neither standard has this item; correct its id, or remove the decision",
    )
    yield from in_state(
        draft,
        "needless",
        "比对结果不需要这条裁定（要否定的标签没有出现，或要补加的已经有了）；请删去",
        "the comparison does not need it (the label to judge is not there, or the one to add is); "
        "remove it",
    )
    for decision in draft.decisions:
        if draft.whole_chain and not any(is_about(decision, one) for one in draft.comparisons):
            yield of_decision(
                draft,
                decision,
                f"所依据的标准中没有 {decision.base}；请改正 base 或删去",
                f"{decision.base} is none of the standards above; correct `base`, or remove it",
                "base",
            )


CHECK = Check(
    id="decision-needless",
    severity="error",
    title=Words("裁定没有对象", "a decision names nothing"),
    means=Words(
        "裁定所说的项目、标签或上级标准不存在；多半是写错了，或者已经用不上了。",
        "The item, label or base that the decision names is not there: a slip, or no longer "
        "needed.",
    ),
    mend=Words("改正或删去。", "Correct it, or remove it."),
    find=find,
)
