"""An exception is added that shuts out people, days or matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "exception-set" or (fact.kind == "text-added" and fact.role == "exception")


RULE = Rule(
    id="exception-added",
    label="narrowed",
    mirror="exception-lifted",
    title=Words(
        "增加例外",
        "exception added",
    ),
    means=Words(
        "增加了把一部分人、时间或者事项排除在外的例外。",
        "An exception is added that shuts out people, days or matters.",
    ),
    react=Words(
        "删去该例外，或者说明依据。",
        "Drop the exception or state its ground.",
    ),
    examples=(
        Example({"audience": "年满16周岁的居民"}, {"audience": "年满16周岁的居民，在校学生除外"}),
    ),
    applies=applies,
)
