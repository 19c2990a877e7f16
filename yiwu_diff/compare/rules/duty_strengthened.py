"""Should, may or strives became shall, or a looser word a firmer: by sample became each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "duty-strengthened"


RULE = Rule(
    id="duty-strengthened",
    label="refined",
    mirror="duty-weakened",
    title=Words(
        "义务加强",
        "duty strengthened",
    ),
    means=Words(
        "鼓励、可以、力争变为应当、必须，或者做法更硬，如抽样变为逐户、及时变为立即。",
        "Should, may or strives became shall, or a looser word a firmer: by sample became each.",
    ),
    react=Words(
        "可以列入“细化”。",
        "It may be listed as refined.",
    ),
    examples=(
        Example(
            {"content": "鼓励公共图书馆设立少儿阅览区。"},
            {"content": "公共图书馆应当设立少儿阅览区。"},
        ),
    ),
    applies=applies,
)
