"""A condition on recipients is gone: more people are admitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return (fact.kind in ("text-dropped", "quantity-dropped") and fact.role == "condition") or (
        fact.kind == "restriction-lifted"
    )


RULE = Rule(
    id="condition-lifted",
    label="supplemented",
    mirror="condition-added",
    title=Words(
        "取消限制条件",
        "condition lifted",
    ),
    means=Words(
        "取消了限制服务对象范围的条件，受益的人更多。",
        "A condition on recipients is gone: more people are admitted.",
    ),
    react=Words(
        "在起草说明中写明放宽的条件。",
        "Say in the drafting note which condition was lifted.",
    ),
    examples=(Example({"audience": "具有本市户籍的老年人"}, {"audience": "老年人"}),),
    applies=applies,
)
