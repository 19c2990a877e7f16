"""``yiwu-diff rules``: what the tool knows."""

from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, complete, streams
from yiwu_diff.cli.options import TerminalOrJson, Width
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

HELP = both(
    "列出判断增减的全部规则，或者 yiwu-diff check 的全部检查。"
    "其中一条的说明：yiwu-diff explain 名称。",
    "List every rule by which differences are labelled, or every check of yiwu-diff check. For one "
    "of them: yiwu-diff explain NAME.",
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
    checks: Annotated[
        bool,
        typer.Option("--checks", help=both("列出检查", "list the checks instead")),
    ] = False,
    format: TerminalOrJson = "terminal",
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.compare.rules import RULES
    from yiwu_diff.report import rules as report

    lang = lang_of(ctx)
    form = choose.one_of(format, ("terminal", "json"), "--format", lang)
    if checks:
        _checks(form, lang, width or streams.width())
        return
    labels = {choose.label(value, lang) for value in label or ()}
    chosen = [rule for rule in RULES.values() if not labels or rule.label in labels]
    if form == "json":
        streams.put(report.as_json(chosen))
    else:
        streams.put(report.table(chosen, lang, width or streams.width(), color=streams.color()))


def _checks(form: str, lang: "Lang", width: int) -> None:
    from yiwu_diff.check import CHECKS
    from yiwu_diff.report import checks as report

    if form == "json":
        streams.put(report.as_json(CHECKS.values()))
    else:
        streams.put(report.table(CHECKS.values(), lang, width, color=streams.color()))
