"""A word or two narrow the clause: or became and, hardship became special hardship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind in ("tightened", "joined")


RULE = Rule(
    id="wording-tightened",
    label="narrowed",
    mirror="wording-loosened",
    title=Words(
        "用词收紧",
        "wording tightened",
    ),
    means=Words(
        "一两个词的改动收紧了范围，如或者改为并且、困难改为特殊困难。",
        "A word or two narrow the clause: or became and, hardship became special hardship.",
    ),
    react=Words(
        "恢复上级标准的用词。",
        "Restore the word of the base.",
    ),
    examples=(Example({"audience": "困难家庭"}, {"audience": "特殊困难家庭"}),),
    applies=applies,
)
