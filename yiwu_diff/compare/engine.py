"""Compare two items, or two standards."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2s
from typing import TYPE_CHECKING

from yiwu_diff.compare import collecting, harmless, offices, texts
from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.model import Change, Comparison, How, ItemComparison, Span
from yiwu_diff.compare.pairing import pair_items
from yiwu_diff.compare.rules import rule_for
from yiwu_diff.standard.model import FIELDS, Item, Standard, weakest
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.standard.verdicts import Decision


def compare_items(base: Item, target: Item) -> ItemComparison:
    """What became of one item: its changes with their evidence, and so its labels.

    Items may carry only some of the fields and no id. A field that one side lacks counts as
    empty there, but an item without any text is not compared.
    """
    return _compare((base,), (target,), "given", 1.0, True)


def compare(base: Standard, target: Standard, decisions: Sequence[Decision] = ()) -> Comparison:
    """One standard set against the one that it must build on.

    ``decisions`` are what people decided about labels; those about another base are left
    aside, those that no longer fit their texts are reported and not applied.
    """
    with collecting.seldom():
        pairing = pair_items(base.items, target.items)
        found = [
            *(_compare((p.base,), (p.target,), p.how, p.score, p.sure) for p in pairing.pairs),
            *(_compare((s.base,), s.targets, "split", s.score, s.sure) for s in pairing.split),
            *(_compare(m.bases, (m.target,), "merged", m.score, m.sure) for m in pairing.merged),
            *(_alone(item, "item-new") for item in pairing.new),
            *(_alone(item, "item-missing") for item in pairing.missing),
        ]
    comparison = Comparison(base=base, target=target, items=_in_order(base, target, found))
    if decisions:
        from yiwu_diff.compare.decided import apply

        return apply(comparison, decisions)
    return comparison


def _in_order(
    base: Standard, target: Standard, found: list[ItemComparison]
) -> tuple[ItemComparison, ...]:
    """In the target's order; a missing item after the one that precedes it in the base."""
    place = {id(item): float(i) for i, item in enumerate(target.items)}
    before = -1.0
    homes: dict[int, float] = {}
    partner = {
        id(b): min(place[id(t)] for t in one.target)
        for one in found
        if one.target
        for b in one.base
    }
    for count, item in enumerate(base.items):
        before = partner.get(id(item), before)
        homes[id(item)] = before + (count + 1) / (len(base.items) + 2)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                min(place[id(t)] for t in one.target) if one.target else homes[id(one.base[0])]
            ),
        )
    )


def _compare(
    base: tuple[Item, ...], target: tuple[Item, ...], how: How, score: float, sure: bool
) -> ItemComparison:
    old, new = _joined(base), _joined(target)
    compared = old.has_text and new.has_text
    facts: list[Fact] = []
    if compared:
        facts = texts.find(old, new) + offices.find(old, new)
        facts += harmless.texts(old, new, {fact.field for fact in facts})
    if len(base) == len(target) == 1:
        facts += harmless.name(old, new)
    changes = tuple(_change(old, new, fact) for fact in facts)
    return ItemComparison(
        base=base,
        target=target,
        how=how,
        score=score,
        sure=sure,
        changes=changes,
        compared=compared,
    )


def _alone(item: Item, kind: str) -> ItemComparison:
    span = Span("item", 0, len(item.name), item.name, item.places.get("item"))
    new = kind == "item-new"
    fact = Fact(kind=kind, field="item", base=None if new else span, target=span if new else None)
    change = _change(item, item, fact)
    return ItemComparison(
        base=() if new else (item,), target=(item,) if new else (), how="none", changes=(change,)
    )


def _joined(items: tuple[Item, ...]) -> Item:
    """Several items read as one, for splits and merges."""
    first = items[0]
    if len(items) == 1:
        return first
    fields = {
        name: "\n".join(dict.fromkeys(text for item in items if (text := item.text(name)))) or None
        for name in FIELDS
    }
    basis = {
        name: found
        for name in FIELDS
        if (found := weakest(tuple(b for i in items if (b := i.basis_of(name)))))
    }
    return replace(first, basis=basis, **fields)  # type: ignore[arg-type]


def _change(base: Item, target: Item, fact: Fact) -> Change:
    rule = rule_for(fact)
    spans = [(item, span) for item, span in ((base, fact.base), (target, fact.target)) if span]
    bases = [
        found
        for item, span in spans
        if (found := item.basis_of("name" if span.field in ("item", "name") else span.field))
    ]
    key = "\x1f".join(
        (
            target.id or base.id or level(target.name or base.name),
            fact.field,
            rule.id if rule else fact.kind,
            level(fact.base.text) if fact.base else "",
            level(fact.target.text) if fact.target else "",
        )
    )
    return Change(
        kind=fact.kind if not fact.role else f"{fact.kind}:{fact.role}",
        rule=rule.id if rule else None,
        label=rule.label if rule else None,
        field=fact.field,
        base=fact.base,
        target=fact.target,
        sure=fact.sure,
        detail=fact.detail,
        basis=weakest(tuple(bases)),
        fingerprint=blake2s(key.encode(), digest_size=8).hexdigest(),
    )
