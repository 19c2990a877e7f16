"""A word or two narrow the clause: or became and, hardship special hardship, free cheap. "
"A word that no list knows in another's place is told as in doubt."""

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
        "一两个词的改动收紧了范围或者减少了待遇，如或者改为并且、困难改为特殊困难、免费改为低价。词表没有的词换了词，标为待人工确认。",
        "A word or two narrow the clause: or became and, hardship special hardship, free cheap. "
        "A word that no list knows in another's place is told as in doubt.",
    ),
    react=Words(
        "恢复上级标准的用词。",
        "Restore the word of the base.",
    ),
    examples=(Example({"audience": "困难家庭"}, {"audience": "特殊困难家庭"}),),
    applies=applies,
)
