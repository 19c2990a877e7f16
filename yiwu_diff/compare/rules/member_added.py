"""A list of recipients or services has a member that the base's has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind in ("text-added", "quantity-added") and fact.role == "member"


RULE = Rule(
    id="member-added",
    label="supplemented",
    mirror="member-dropped",
    title=Words(
        "名单增加",
        "list has one more member",
    ),
    means=Words(
        "服务对象或者服务内容的并列名单中多了一项。",
        "A list of recipients or services has a member that the base's has not.",
    ),
    react=Words(
        "在起草说明中写明增加的对象或者服务。",
        "Say in the drafting note which group or service was added.",
    ),
    examples=(
        Example({"audience": "孤儿、残疾儿童"}, {"audience": "孤儿、残疾儿童、流浪儿童"}),
        Example({"content": "提供助餐、助浴服务"}, {"content": "提供助餐、助浴、助医服务"}),
    ),
    applies=applies,
)
