"""How, by whom, by which document the same service is provided; nothing is granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "floor-added" or (fact.kind == "text-added" and fact.role == "detail")


RULE = Rule(
    id="detail-added",
    label="refined",
    mirror="detail-dropped",
    title=Words(
        "增加具体规定",
        "detail added",
    ),
    means=Words(
        "同一服务写明了程序、方式、依据文件、承担机构或者定义，没有增加待遇。",
        "How, by whom, by which document the same service is provided; nothing is granted.",
    ),
    react=Words(
        "可以列入“细化”。",
        "It may be listed as refined.",
    ),
    examples=(
        Example(
            {"content": "发放高龄津贴。"},
            {"content": "发放高龄津贴，通过社会保障卡实行社会化发放，由金融机构代理。"},
        ),
    ),
    applies=applies,
)
