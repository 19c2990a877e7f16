"""A service, benefit, exemption or activity of the base is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "text-dropped" and fact.role == "grant"


RULE = Rule(
    id="service-dropped",
    label="narrowed",
    mirror="service-added",
    title=Words(
        "减少服务或待遇",
        "service or benefit dropped",
    ),
    means=Words(
        "上级标准规定的服务、待遇、减免或者活动，在本标准中没有了。",
        "A service, benefit, exemption or activity of the base is gone.",
    ),
    react=Words(
        "恢复该内容；不得低于上级标准。",
        "Restore it: the target must not fall short of the base.",
    ),
    examples=(
        Example(
            {"content": "提供孕产期保健服务。为新生儿家庭免费开展科学育儿指导。"},
            {"content": "提供孕产期保健服务。"},
        ),
    ),
    applies=applies,
)
