"""An open wording (as provided, the departments concerned) became a figure, a split or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "vague-filled"


RULE = Rule(
    id="vague-filled",
    label="refined",
    mirror="made-vague",
    title=Words(
        "笼统变具体",
        "open wording filled in",
    ),
    means=Words(
        "“按规定”“有关部门”等笼统的表述，写成了具体的标准、比例或者单位。",
        "An open wording (as provided, the departments concerned) became a figure, "
        "a split or a name.",
    ),
    react=Words(
        "可以列入“细化”。",
        "It may be listed as refined.",
    ),
    examples=(
        Example(
            {"funding": "由省与市县财政按规定分担"}, {"funding": "省级财政承担60%，市县财政承担40%"}
        ),
    ),
    applies=applies,
)
