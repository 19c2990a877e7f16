"""A word or two widen the clause: and became or, special hardship hardship, cheap free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind in ("loosened", "freed")


RULE = Rule(
    id="wording-loosened",
    label="supplemented",
    mirror="wording-tightened",
    title=Words(
        "用词放宽",
        "wording loosened",
    ),
    means=Words(
        "一两个词的改动放宽了范围或者增加了待遇，如并且改为或者、特殊困难改为困难、低价改为免费。",
        "A word or two widen the clause: and became or, special hardship hardship, cheap free.",
    ),
    react=Words(
        "在起草说明中写明放宽的含义。",
        "Say in the drafting note what the wider word means.",
    ),
    examples=(Example({"audience": "特殊困难家庭"}, {"audience": "困难家庭"}),),
    applies=applies,
)
