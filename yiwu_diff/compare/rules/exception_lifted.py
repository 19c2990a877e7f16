"""An exception that shut out people, days or matters is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "exception-lifted" or (
        fact.kind == "text-dropped" and fact.role == "exception"
    )


RULE = Rule(
    id="exception-lifted",
    label="supplemented",
    mirror="exception-added",
    title=Words(
        "取消例外",
        "exception lifted",
    ),
    means=Words(
        "取消了把一部分人、时间或者事项排除在外的例外。",
        "An exception that shut out people, days or matters is gone.",
    ),
    react=Words(
        "在起草说明中写明。",
        "Say so in the drafting note.",
    ),
    examples=(
        Example({"audience": "年满16周岁的居民，在校学生除外"}, {"audience": "年满16周岁的居民"}),
    ),
    applies=applies,
)
