"""Another budget pays or the split differs, beyond the change of level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "funding-changed"


RULE = Rule(
    id="funding-changed",
    label="reassigned",
    mirror="funding-changed",
    title=Words(
        "支出责任变化",
        "other payer or other split",
    ),
    means=Words(
        "支出的主体或者分担比例有实质变化，不只是层级不同。",
        "Another budget pays or the split differs, beyond the change of level.",
    ),
    react=Words(
        "与财政部门确认支出责任。",
        "Confirm it with the finance department.",
    ),
    examples=(Example({"funding": "省、市按7:3比例分担"}, {"funding": "省、市按5:5比例分担"}),),
    applies=applies,
)
