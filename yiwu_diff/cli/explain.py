"""``yiwu-diff explain``: one rule, one check, or one label with its rules."""

from typing import Annotated

import typer

from yiwu_diff.cli import complete, streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.options import Width
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both, message, nearest

HELP = both(
    "说明一条规则：标签、含义、怎样处理、例子。也可以写一项检查，或者一个标签，如 细化。",
    "Explain a rule: its label, what it means, what to do about it, examples. A check or a label "
    "may be named too.",
)


def run(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=both("规则、检查或标签", "a rule, a check or a label"),
            autocompletion=complete.explainable,
        ),
    ],
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.check import CHECKS
    from yiwu_diff.compare.labels import LABELS
    from yiwu_diff.compare.rules import RULES
    from yiwu_diff.report import checks as check_report
    from yiwu_diff.report import rules as report

    lang, cells, color = lang_of(ctx), width or streams.width(), streams.color()

    if name in RULES:
        streams.put(report.page(RULES[name], lang, cells, color=color))
        return
    label = next((one for one in LABELS.values() if name in (one.name, one.zh, one.en)), None)
    if label is not None:
        rules = [rule for rule in RULES.values() if rule.label == label.name]
        streams.put(report.label_page(label, rules, lang, cells, color=color))
        # A label that the check objects to is a check of the same name.
        if label.name in CHECKS:
            streams.put("\n" + check_report.page(CHECKS[label.name], lang, cells, color=color))
        return
    if name in CHECKS:
        streams.put(check_report.page(CHECKS[name], lang, cells, color=color))
        return
    titles = {title: id for id, rule in RULES.items() for title in (rule.title.zh, rule.title.en)}
    if name in titles:
        streams.put(report.page(RULES[titles[name]], lang, cells, color=color))
        return
    known = [*RULES, *CHECKS, *LABELS, *(one.zh for one in LABELS.values())]
    raise RefusedError(message("no_rule", lang, name=name, nearest=nearest(name, known, lang)))
