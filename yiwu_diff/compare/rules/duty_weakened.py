"""Shall became should, may or strives, or a firm word a looser: each became by sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "duty-weakened"


RULE = Rule(
    id="duty-weakened",
    label="relaxed",
    mirror="duty-strengthened",
    title=Words(
        "义务减弱",
        "duty weakened",
    ),
    means=Words(
        "应当、必须变为鼓励、可以、力争，或者做法放松，如逐户变为抽样、立即变为及时。",
        "Shall became should, may or strives, or a firm word a looser: each became by sample.",
    ),
    react=Words(
        "恢复上级标准的用词。",
        "Restore the wording of the base.",
    ),
    examples=(
        Example(
            {"content": "公共图书馆应当设立少儿阅览区。"},
            {"content": "鼓励公共图书馆设立少儿阅览区。"},
        ),
    ),
    applies=applies,
)
