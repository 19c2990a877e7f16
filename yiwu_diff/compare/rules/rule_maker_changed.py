"""Another body makes the detailed rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "maker"


RULE = Rule(
    id="rule-maker-changed",
    label="reassigned",
    mirror="rule-maker-changed",
    title=Words(
        "制定主体变化",
        "other maker of the detailed rules",
    ),
    means=Words(
        "具体办法或者标准改由另一个机关制定。",
        "Another body makes the detailed rules.",
    ),
    react=Words(
        "确认制定权限。",
        "Confirm who has the power to make them.",
    ),
    examples=(
        Example(
            {"content": "具体办法由省级民政部门制定。"}, {"content": "具体办法由省级财政部门制定。"}
        ),
    ),
    applies=applies,
)
