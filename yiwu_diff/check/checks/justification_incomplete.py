"""A justification lacks one of its three arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.justifying import of_justification
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.keys import JUSTIFICATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each justification without necessity, reasonableness or risk."""
    for one in draft.justifications:
        if one.lacking:
            zh = "、".join(JUSTIFICATION.keys[name].zh for name in one.lacking)
            yield of_justification(
                draft,
                one,
                f"没有{zh}；请补上",
                f"without {', '.join(one.lacking)}; add it",
                "incomplete",
            )


CHECK = Check(
    id="justification-incomplete",
    severity="error",
    title=Words("论证不完整", "a justification is not complete"),
    means=Words(
        "论证要写明必要性、合理性，并有风险评估。",
        "A justification argues necessity and reasonableness and assesses the risk.",
    ),
    mend=Words("补上所缺的部分。", "Add what is missing."),
    find=find,
)
