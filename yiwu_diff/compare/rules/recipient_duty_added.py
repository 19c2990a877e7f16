"""The recipient has to pay, produce or owe something that the base does not ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "charge-set" or (fact.kind == "text-added" and fact.role == "duty")


RULE = Rule(
    id="recipient-duty-added",
    label="narrowed",
    mirror="recipient-duty-lifted",
    title=Words(
        "增加服务对象负担",
        "burden on the recipient added",
    ),
    means=Words(
        "服务对象需要缴纳上级标准没有的费用、提交没有的材料或者承担没有的义务。",
        "The recipient has to pay, produce or owe something that the base does not ask for.",
    ),
    react=Words(
        "删去该要求，或者说明法律法规依据。",
        "Drop the demand or name the law that it rests on.",
    ),
    examples=(
        Example(
            {"content": "免费借阅图书。"}, {"content": "免费借阅图书。办理借阅证的读者缴纳押金。"}
        ),
    ),
    applies=applies,
)
