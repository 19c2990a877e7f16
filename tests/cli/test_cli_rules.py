from __future__ import annotations

import json

import pytest

from yiwu_diff.cli.main import run
from yiwu_diff.compare.rules.base import Example, Rule, Words

RULE = Rule(
    id="quantity-raised",
    label="raised",
    title=Words("数量调高", "quantity raised"),
    means=Words("上级标准已定的数量更有利了。", "A quantity of the base became more favourable."),
    react=Words("确认财力可以承担。", "Make sure that the budget bears it."),
    examples=(Example({"level": "比率达到92%。"}, {"level": "比率达到97%以上。"}),),
    applies=lambda fact: True,
    mirror="quantity-lowered",
)
ITEM_NEW = Rule(
    id="item-new",
    label="new",
    title=Words("新增项目", "new item"),
    means=Words("上级标准没有。", "The base has none."),
    react=Words("论证必要性。", "Argue for it."),
    examples=(),
    applies=lambda fact: False,
    no_mirror="没有",
)


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {rule.id: rule for rule in (RULE, ITEM_NEW)}
    monkeypatch.setattr("yiwu_diff.compare.rules.RULES", rules, raising=False)
    monkeypatch.delenv("YIWU_DIFF_LANG", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_the_table_is_in_the_order_of_the_labels(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "rules")
    assert out.index("item-new") < out.index("quantity-raised")
    assert "数量调高" in out
    assert "quantity raised" in said(capsys, "rules", "--lang", "en")
    assert "item-new" not in said(capsys, "rules", "--label", "调高")


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, "rules", "--format", "json"))["rules"]
    assert {rule["id"] for rule in found} == {"quantity-raised", "item-new"}
    assert found[0]["title"] == {"zh": "数量调高", "en": "quantity raised"}


@pytest.mark.parametrize("name", ["quantity-raised", "数量调高", "quantity raised"])
def test_explain_a_rule(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", name)
    for part in ("调高", "上级标准已定的数量更有利了。", "财力", "比率达到【-92%】【+97%以上】。"):
        assert part in out
    assert "quantity-lowered" in out


@pytest.mark.parametrize("name", ["raised", "调高"])
def test_explain_a_label(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", name)
    assert "quantity-raised" in out
    assert "item-new" not in out


def test_explain_nothing_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "quantity-rised"]) == 2
    assert "是不是「quantity-raised」？" in capsys.readouterr().err
