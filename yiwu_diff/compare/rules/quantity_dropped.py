"""The service stays; the base's amount, frequency, deadline or share is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "quantity-dropped" and not fact.role


RULE = Rule(
    id="quantity-dropped",
    label="relaxed",
    mirror="quantity-added",
    title=Words(
        "数量消失",
        "quantity dropped",
    ),
    means=Words(
        "服务仍在，上级标准的金额、次数、期限或者比例没有了。",
        "The service stays; the base's amount, frequency, deadline or share is gone.",
    ),
    react=Words(
        "恢复不低于上级标准的数值。",
        "Restore a figure that does not fall short of the base.",
    ),
    examples=(Example({"level": "每年至少开展4次随访"}, {"level": "定期开展随访"}),),
    applies=applies,
)
