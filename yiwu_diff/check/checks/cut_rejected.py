"""A person rejected a label that says that somebody may lose something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.deciding import of_decision
from yiwu_diff.compare.labels import HARMFUL
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each applied decision that takes such a label away: it leaves no other finding."""
    for comparison in draft.comparisons:
        for decision, state in comparison.decisions:
            if state == "applied" and decision.verdict == "reject" and decision.label in HARMFUL:
                yield of_decision(
                    draft,
                    decision,
                    f"已采用，不再作为问题列出；理由：{decision.reason or '没有写明'}",
                    "it holds, and the cut is no finding; reason: "
                    f"{decision.reason or 'not given'}",
                    "rejected",
                )


CHECK = Check(
    id="cut-rejected",
    severity="note",
    title=Words("缺项、调低、缩减或模糊化已由人否定", "a person rejected a cut"),
    means=Words(
        "比对认为有缺项、调低、缩减或模糊化，有人裁定不是。裁定已采用，在此列出，以免无人知道。",
        "The comparison found something missing, lowered, narrowed or relaxed, and a person "
        "decided that it is not. The decision holds; it is listed so that nobody overlooks it.",
    ),
    mend=Words("复核理由；无误即可。", "Look at the reason; nothing else is to be done."),
    find=find,
)
