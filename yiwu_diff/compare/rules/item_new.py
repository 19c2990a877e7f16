"""The target has an item that the base has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "item-new"


RULE = Rule(
    id="item-new",
    label="new",
    mirror="item-missing",
    title=Words(
        "新增项目",
        "item is new",
    ),
    means=Words(
        "本标准有、上级标准没有的项目。",
        "The target has an item that the base has not.",
    ),
    react=Words(
        "在起草说明中列入“新增”，写明服务对象和服务内容，并论证必要性、合理性。",
        "List it as new in the drafting note with its audience and content, and argue for it.",
    ),
    examples=(),
    applies=applies,
)
