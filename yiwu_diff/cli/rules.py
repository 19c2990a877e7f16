"""``yiwu-diff rules``: what the tool knows."""

from typing import Annotated

import typer

from yiwu_diff.cli import choose, complete, streams
from yiwu_diff.cli.options import TerminalOrJson, Width
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

HELP = both(
    "列出判断增减的全部规则。一条规则的说明：yiwu-diff explain 规则。",
    "List every rule by which differences are labelled. For one of them: yiwu-diff explain RULE.",
)


def run(
    ctx: typer.Context,
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label",
            metavar="LABEL",
            help=both("只列这种标签的规则", "only rules of this label"),
            autocompletion=complete.labels,
        ),
    ] = None,
    format: TerminalOrJson = "terminal",
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.compare.rules import RULES
    from yiwu_diff.report import rules as report

    lang = lang_of(ctx)
    form = choose.one_of(format, ("terminal", "json"), "--format", lang)
    labels = {choose.label(value, lang) for value in label or ()}
    chosen = [rule for rule in RULES.values() if not labels or rule.label in labels]
    if form == "json":
        streams.put(report.as_json(chosen))
    else:
        streams.put(report.table(chosen, lang, width or streams.width(), color=streams.color()))
