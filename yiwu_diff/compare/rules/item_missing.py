"""The base has an item without counterpart in the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "item-missing"


RULE = Rule(
    id="item-missing",
    label="missing",
    mirror="item-new",
    title=Words(
        "项目缺失",
        "item is missing",
    ),
    means=Words(
        "上级标准有、本标准没有对应的项目。",
        "The base has an item without counterpart in the target.",
    ),
    react=Words(
        "补上该项目；确已并入其他项目的，在该项目的 aliases 中写明原名称。",
        "Add the item; where it went into another one, name it in that one's aliases.",
    ),
    examples=(),
    applies=applies,
)
