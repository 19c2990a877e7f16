"""A decision gives no reason, or does not say who decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.deciding import of_decision
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each decision without ``reason``, ``by`` or ``date``."""
    names = {"reason": "理由", "by": "经办人", "date": "日期"}
    for decision in draft.decisions:
        lacking = [name for name in names if not getattr(decision, name)]
        if lacking:
            yield of_decision(
                draft,
                decision,
                f"没有写明{'、'.join(names[name] for name in lacking)}；请补上",
                f"without {', '.join(lacking)}; add it",
                "unreasoned",
            )


CHECK = Check(
    id="decision-unreasoned",
    severity="error",
    title=Words("裁定没有理由", "a decision without a reason"),
    means=Words(
        "推翻或认可比对结果，要写明理由、经办人和日期，日后才查得清。",
        "Who overrules or accepts what the comparison found says why, and who and when, so that it "
        "can be followed later.",
    ),
    mend=Words("补上 reason、by 和 date。", "Add `reason`, `by` and `date`."),
    find=find,
)
