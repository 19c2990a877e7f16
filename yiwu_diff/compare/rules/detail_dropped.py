"""The service stays; how, by whom or by which document is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "floor-dropped" or (fact.kind == "text-dropped" and fact.role == "detail")


RULE = Rule(
    id="detail-dropped",
    label="relaxed",
    mirror="detail-added",
    title=Words(
        "删去具体规定",
        "detail dropped",
    ),
    means=Words(
        "服务仍在，程序、方式、依据文件、承担机构或者定义没有了。",
        "The service stays; how, by whom or by which document is gone.",
    ),
    react=Words(
        "恢复具体规定，或者确认上级标准的规定直接适用。",
        "Restore the detail, or confirm that the base applies directly.",
    ),
    examples=(
        Example(
            {"content": "发放高龄津贴，通过社会保障卡实行社会化发放，由金融机构代理。"},
            {"content": "发放高龄津贴。"},
        ),
    ),
    applies=applies,
)
