"""A ban that protects the recipient is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "text-added" and fact.role == "protection"


RULE = Rule(
    id="protection-added",
    label="supplemented",
    mirror="protection-dropped",
    title=Words(
        "增加保护性规定",
        "protection added",
    ),
    means=Words(
        "增加了保护服务对象的禁止性规定，如不得收费、不得拒绝。",
        "A ban that protects the recipient is added.",
    ),
    react=Words(
        "在起草说明中写明。",
        "Say so in the drafting note.",
    ),
    examples=(
        Example(
            {"content": "提供报告厅和阅览服务。"},
            {"content": "提供报告厅和阅览服务。不得以任何名义限制未成年人进入。"},
        ),
    ),
    applies=applies,
)
