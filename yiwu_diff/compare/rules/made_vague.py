"""A figure, a split or a name became an open wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "made-vague"


RULE = Rule(
    id="made-vague",
    label="relaxed",
    mirror="vague-filled",
    title=Words(
        "具体变笼统",
        "precise wording made open",
    ),
    means=Words(
        "具体的标准、比例或者单位，变成了“按规定”等笼统的表述。",
        "A figure, a split or a name became an open wording.",
    ),
    react=Words(
        "恢复具体的表述。",
        "Restore the precise wording.",
    ),
    examples=(
        Example(
            {"funding": "省级财政承担60%，市县财政承担40%"}, {"funding": "由省与市县财政按规定分担"}
        ),
    ),
    applies=applies,
)
