"""A ban that protects the recipient is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "text-dropped" and fact.role == "protection"


RULE = Rule(
    id="protection-dropped",
    label="narrowed",
    mirror="protection-added",
    title=Words(
        "取消保护性规定",
        "protection dropped",
    ),
    means=Words(
        "取消了保护服务对象的禁止性规定。",
        "A ban that protects the recipient is gone.",
    ),
    react=Words(
        "恢复该规定。",
        "Restore it.",
    ),
    examples=(
        Example(
            {"content": "提供报告厅和阅览服务。不得以任何名义限制未成年人进入。"},
            {"content": "提供报告厅和阅览服务。"},
        ),
    ),
    applies=applies,
)
