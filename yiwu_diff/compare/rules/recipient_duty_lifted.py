"""The recipient no longer pays, produces or owes something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "charge-lifted" or (fact.kind == "text-dropped" and fact.role == "duty")


RULE = Rule(
    id="recipient-duty-lifted",
    label="supplemented",
    mirror="recipient-duty-added",
    title=Words(
        "减轻服务对象负担",
        "burden on the recipient lifted",
    ),
    means=Words(
        "服务对象不再需要缴纳费用、提交材料或者承担义务。",
        "The recipient no longer pays, produces or owes something.",
    ),
    react=Words(
        "在起草说明中写明。",
        "Say so in the drafting note.",
    ),
    examples=(
        Example(
            {"content": "免费借阅图书。办理借阅证的读者缴纳押金。"}, {"content": "免费借阅图书。"}
        ),
    ),
    applies=applies,
)
