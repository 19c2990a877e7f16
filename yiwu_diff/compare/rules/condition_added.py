"""A condition is added that shuts recipients out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return (fact.kind in ("text-added", "quantity-added") and fact.role == "condition") or (
        fact.kind == "restriction-back"
    )


RULE = Rule(
    id="condition-added",
    label="narrowed",
    mirror="condition-lifted",
    title=Words(
        "增加限制条件",
        "condition added",
    ),
    means=Words(
        "增加了限制服务对象范围的条件，受益的人更少。",
        "A condition is added that shuts recipients out.",
    ),
    react=Words(
        "删去该条件，或者说明法律法规依据。",
        "Drop the condition or name the law that it rests on.",
    ),
    examples=(
        Example({"audience": "老年人"}, {"audience": "具有本市户籍的老年人"}),
        Example({"audience": "常住老年人"}, {"audience": "80周岁以上常住老年人"}),
    ),
    applies=applies,
)
