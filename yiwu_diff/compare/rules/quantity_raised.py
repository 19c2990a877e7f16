"""A quantity of the base is more favourable in the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact


def applies(fact: Fact) -> bool:
    """Whether the rule is about this fact."""
    return fact.kind == "quantity-moved" and fact.favour > 0


RULE = Rule(
    id="quantity-raised",
    label="raised",
    mirror="quantity-lowered",
    title=Words(
        "数量调高",
        "quantity moved in the recipient's favour",
    ),
    means=Words(
        "上级标准已有的数量，在本标准中对服务对象更有利：金额、次数、比例、面积更高，期限、距离、收费、门槛更低。",
        "A quantity of the base is more favourable: amounts, frequencies and shares higher; "
        "deadlines, distances, charges and thresholds lower.",
    ),
    react=Words(
        "在起草说明中写明两级标准的数值，并论证财政承受能力。",
        "Give both figures in the drafting note and show that it can be paid for.",
    ),
    examples=(
        Example(
            {"level": "空气质量优良天数比率达到92%"}, {"level": "空气质量优良天数比率达到97%以上"}
        ),
        Example({"level": "自受理之日起20日内办结"}, {"level": "自受理之日起10日内办结"}),
        Example({"audience": "年满70周岁的老年人"}, {"audience": "年满65周岁的老年人"}),
    ),
    applies=applies,
)
