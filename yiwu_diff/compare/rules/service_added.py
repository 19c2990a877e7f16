"""Grants a service, benefit, exemption or recurring activity that the base does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "text-added" and fact.role == "grant"


RULE = Rule(
    id="service-added",
    label="supplemented",
    mirror="service-dropped",
    title=Words(
        "增加服务或待遇",
        "service or benefit added",
    ),
    means=Words(
        "给予了上级标准没有的服务、待遇、减免或者经常性活动。",
        "Grants a service, benefit, exemption or recurring activity that the base does not.",
    ),
    react=Words(
        "在起草说明中列入“补充完善”，写明增加的内容。",
        "List it as supplemented in the drafting note and say what was added.",
    ),
    examples=(
        Example(
            {"content": "提供孕产期保健服务。"},
            {"content": "提供孕产期保健服务。为新生儿家庭免费开展科学育儿指导。"},
        ),
    ),
    applies=applies,
)
