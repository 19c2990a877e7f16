"""The rules: one file each. `RULES` holds them by id, in the order of the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.rules import (
    condition_added,
    condition_lifted,
    detail_added,
    detail_dropped,
    duty_strengthened,
    duty_weakened,
    exception_added,
    exception_lifted,
    funding_changed,
    item_missing,
    item_new,
    lead_changed,
    made_vague,
    member_added,
    member_dropped,
    protection_added,
    protection_dropped,
    quantity_added,
    quantity_dropped,
    quantity_lowered,
    quantity_raised,
    recipient_duty_added,
    recipient_duty_lifted,
    rule_maker_changed,
    service_added,
    service_dropped,
    vague_filled,
    wording_loosened,
    wording_tightened,
)
from yiwu_diff.compare.rules.base import Example, Rule, Words

if TYPE_CHECKING:
    from yiwu_diff.compare.facts import Fact

RULES: dict[str, Rule] = {
    one.RULE.id: one.RULE
    for one in (
        item_new,
        service_added,
        member_added,
        protection_added,
        condition_lifted,
        exception_lifted,
        recipient_duty_lifted,
        wording_loosened,
        quantity_raised,
        detail_added,
        quantity_added,
        vague_filled,
        duty_strengthened,
        item_missing,
        quantity_lowered,
        service_dropped,
        member_dropped,
        protection_dropped,
        condition_added,
        exception_added,
        recipient_duty_added,
        wording_tightened,
        detail_dropped,
        quantity_dropped,
        made_vague,
        duty_weakened,
        lead_changed,
        funding_changed,
        rule_maker_changed,
    )
}
"""Every rule by its id."""


def rule_for(fact: Fact) -> Rule | None:
    """The rule that is about a fact; None for what carries no label (localised, editorial …)."""
    key = fact.kind, fact.role, fact.favour
    if key not in _KNOWN:
        _KNOWN[key] = next((rule for rule in RULES.values() if rule.applies(fact)), None)
    return _KNOWN[key]


_KNOWN: dict[tuple[str, str, int], Rule | None] = {}
"""What was asked for: rules look at nothing else."""


__all__ = ["RULES", "Example", "Rule", "Words", "rule_for"]
