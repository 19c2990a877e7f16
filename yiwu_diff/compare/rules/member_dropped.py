"""A list of recipients or services lost a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind in ("text-dropped", "quantity-dropped") and fact.role == "member"


RULE = Rule(
    id="member-dropped",
    label="narrowed",
    mirror="member-added",
    title=Words(
        "名单减少",
        "list lost a member",
    ),
    means=Words(
        "服务对象或者服务内容的并列名单中少了一项。",
        "A list of recipients or services lost a member.",
    ),
    react=Words(
        "恢复该项；确已包含在其他表述中的，用裁定文件说明。",
        "Restore it; where another wording holds it, record that as a decision.",
    ),
    examples=(
        Example({"audience": "孤儿、残疾儿童、流浪儿童"}, {"audience": "孤儿、残疾儿童"}),
        Example({"content": "提供助餐、助浴、助医服务"}, {"content": "提供助餐、助浴服务"}),
    ),
    applies=applies,
)
