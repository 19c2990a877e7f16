"""The registry is audited, and every example is run."""

from pathlib import Path

import pytest

from yiwu_diff import Item, compare_items
from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.rules import RULES, Rule, rule_for

EXAMPLES = [(rule, one) for rule in RULES.values() for one in rule.examples]
# Two rules are about whole items, which `compare_items` never calls new or missing.
OF_ITEMS = {"item-new", "item-missing"}


def ids(pairs: list[tuple[Rule, object]]) -> list[str]:
    return [rule.id for rule, _ in pairs]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_an_example_fires_its_rule_alone(rule, example):
    found = compare_items(Item(**example.base), Item(**example.target))
    assert {change.rule for change in found.changes if change.label} == {rule.id}
    assert found.labels == {rule.label}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_the_example_turned_round_fires_the_mirror(rule, example):
    found = compare_items(Item(**example.target), Item(**example.base))
    assert {change.rule for change in found.changes if change.label} == {rule.mirror}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_a_text_against_itself_gives_nothing(rule, example):
    for fields in (example.base, example.target):
        assert compare_items(Item(**fields), Item(**fields)).equal


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_explains_itself(rule):
    assert rule.label in LABELS
    for words in (rule.title, rule.means, rule.react):
        assert words.zh.strip()
        assert words.en.strip()
    assert rule.examples or rule.id in OF_ITEMS


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_its_mirror(rule):
    assert rule.mirror or rule.no_mirror, "name the mirror or say why there is none"
    if rule.mirror:
        assert RULES[rule.mirror].mirror == rule.id


def test_one_rule_a_file():
    files = {p.stem for p in (Path(__file__).parents[2] / "yiwu_diff/compare/rules").glob("*.py")}
    assert files - {"__init__", "base"} == {rule_id.replace("-", "_") for rule_id in RULES}


@pytest.mark.parametrize("kind", ["localised", "editorial", "moved", "renamed"])
def test_harmless_kinds_carry_no_label(kind):
    assert rule_for(Fact(kind=kind, field="content", base=None, target=None)) is None


def test_over_one_fact_one_rule_applies():
    kinds = ["text-added", "text-dropped", "quantity-added", "quantity-dropped", "quantity-moved"]
    kinds += ["vague-filled", "made-vague", "charge-set", "charge-lifted", "loosened", "freed"]
    roles = ["", "grant", "member", "protection", "condition", "exception", "duty", "detail"]
    for kind in kinds:
        for role in roles:
            for favour in (-1, 1):
                fact = Fact(
                    kind=kind, field="content", base=None, target=None, role=role, favour=favour
                )
                assert sum(rule.applies(fact) for rule in RULES.values()) <= 1, fact
