"""An amount, frequency, deadline or share is set for what the base grants without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "quantity-added" and not fact.role


RULE = Rule(
    id="quantity-added",
    label="refined",
    mirror="quantity-dropped",
    title=Words(
        "增加数量",
        "quantity added",
    ),
    means=Words(
        "同一服务写明了金额、次数、期限或者比例。",
        "An amount, frequency, deadline or share is set for what the base grants without one.",
    ),
    react=Words(
        "可以列入“细化”。",
        "It may be listed as refined.",
    ),
    examples=(Example({"level": "定期开展随访"}, {"level": "每年至少开展4次随访"}),),
    applies=applies,
)
