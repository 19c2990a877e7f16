"""A quantity of the base is less favourable in the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "quantity-moved" and fact.favour < 0


RULE = Rule(
    id="quantity-lowered",
    label="lowered",
    mirror="quantity-raised",
    title=Words(
        "数量调低",
        "quantity moved against the recipient",
    ),
    means=Words(
        "上级标准已有的数量，在本标准中对服务对象更不利。",
        "A quantity of the base is less favourable in the target.",
    ),
    react=Words(
        "恢复到不低于上级标准的数值；确需不同的，说明依据。",
        "Restore the figure of the base at least, or state the ground for another.",
    ),
    examples=(
        Example({"level": "目标人群覆盖率不低于90%"}, {"level": "目标人群覆盖率不低于80%"}),
        Example({"level": "每月120元"}, {"level": "每年1200元"}),
    ),
    applies=applies,
)
