"""The rules as a person reads them, and as a machine does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.compare.labels import LABELS, Label
from yiwu_diff.report.excerpt import Excerpts, align
from yiwu_diff.report.names import label_style
from yiwu_diff.report.page import Page
from yiwu_diff.report.words import Lang, Say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.rules.base import Example, Rule
    from yiwu_diff.report.cells import Run


def table(rules: Sequence[Rule], lang: Lang, width: int, *, color: bool) -> str:
    """All rules, in the order of their labels."""
    say, page = Say(lang), Page(width, color=color)
    order = list(LABELS)
    page.table(
        [say("rule.head.id"), say("rule.head.label"), say("rule.head.title")],
        [
            [
                (rule.id, ""),
                (say.label(rule.label), label_style(rule.label)),
                (say.both(rule.title), ""),
            ]
            for rule in sorted(rules, key=lambda one: order.index(one.label))
        ],
        "lll",
    )
    page.blank()
    page.add([(say("rule.count", n=len(rules)), "dim")])
    return page.text()


def page(rule: Rule, lang: Lang, width: int, *, color: bool) -> str:
    """One rule with everything it says about itself."""
    say, sheet = Say(lang), Page(width, color=color)
    sheet.add([(rule.id, "bold"), ("  ", ""), (say.label(rule.label), label_style(rule.label))])
    sheet.add([(say.both(rule.title), "")])
    for key, text in (("rule.means", rule.means), ("rule.react", rule.react)):
        sheet.heading(say(key))
        sheet.add([(say.both(text), "")], 3)
    if rule.examples:
        sheet.heading(say("rule.examples"))
        for number, example in enumerate(rule.examples, 1):
            _example(sheet, say, number, example)
    sheet.heading(say("rule.mirror"))
    if rule.mirror:
        sheet.add([(rule.mirror, "")], 3)
    else:
        sheet.add([(say("rule.no_mirror", why=rule.no_mirror or "?"), "")], 3)
    return sheet.text()


def _example(sheet: Page, say: Say, number: int, example: Example) -> None:
    marks = None if sheet.color else (say("mark.add"), say("mark.drop"))
    excerpts = Excerpts(room=200, marks=marks, omitted=say("body.omitted"))
    fields = dict.fromkeys((*example.base, *example.target))
    for field in fields:
        old, new = example.base.get(field, ""), example.target.get(field, "")
        runs: list[Run] = []
        for piece in align(old, new):
            if piece.old == piece.new:
                runs.append((piece.new, ""))
            else:
                runs += [excerpts.mark(piece.old, "drop"), excerpts.mark(piece.new, "add")]
        head = f"{number}  {say.field(field)}{say('list.colon')}"
        sheet.add([(head, "dim"), *runs], 3, hanging=3)


def label_page(label: Label, rules: Sequence[Rule], lang: Lang, width: int, *, color: bool) -> str:
    """One label and the rules that give it."""
    say, sheet = Say(lang), Page(width, color=color)
    key = "" if say.label(label.name) == label.name else f"  {label.name}"
    sheet.add([(say.label(label.name), label_style(label.name)), (key, "dim")])
    sheet.add([(say.means(label.name), "")])
    if rules:
        sheet.blank()
        sheet.table(
            [say("rule.head.id"), say("rule.head.title")],
            [[(rule.id, ""), (say.both(rule.title), "")] for rule in rules],
            "ll",
        )
    return sheet.text()


def as_json(rules: Iterable[Rule]) -> str:
    """All rules with both languages."""
    records: list[dict[str, Any]] = [
        {
            "id": rule.id,
            "label": rule.label,
            "title": {"zh": rule.title.zh, "en": rule.title.en},
            "means": {"zh": rule.means.zh, "en": rule.means.en},
            "react": {"zh": rule.react.zh, "en": rule.react.en},
            "examples": [
                {"base": dict(one.base), "target": dict(one.target)} for one in rule.examples
            ],
            "mirror": rule.mirror,
            "no_mirror": rule.no_mirror,
        }
        for rule in rules
    ]
    return json.dumps({"schema_version": 1, "rules": records}, ensure_ascii=False, indent=2) + "\n"
