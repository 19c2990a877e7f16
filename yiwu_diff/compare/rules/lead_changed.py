"""Another agency leads, or one more or fewer, beyond the change of level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "lead-changed"


RULE = Rule(
    id="lead-changed",
    label="reassigned",
    mirror="lead-changed",
    title=Words(
        "牵头单位变化",
        "other agency in the lead",
    ),
    means=Words(
        "牵头单位换成、增加或者减少了另一个部门，不只是层级不同。",
        "Another agency leads, or one more or fewer, beyond the change of level.",
    ),
    react=Words(
        "与有关部门确认职责分工。",
        "Confirm it with the departments concerned.",
    ),
    examples=(Example({"lead": "省民政厅"}, {"lead": "市教育局"}),),
    applies=applies,
)
