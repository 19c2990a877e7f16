"""Another body decides, runs or pays, or makes the detailed rules."""

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
        "承办主体变化",
        "other body in charge",
    ),
    means=Words(
        "制定办法、受理、审批、组织实施、发放或者支付的，换成了另一个机关、单位或者基金。",
        "Another body makes the rules, takes applications, decides, runs, hands out or pays.",
    ),
    react=Words(
        "确认该主体有此权限。",
        "Confirm that the body has the power to do it.",
    ),
    examples=(
        Example(
            {"content": "具体办法由省级民政部门制定。"}, {"content": "具体办法由省级财政部门制定。"}
        ),
        Example(
            {"content": "临时救助由县级民政部门审批。"},
            {"content": "临时救助由乡镇人民政府审批。"},
        ),
    ),
    applies=applies,
)
