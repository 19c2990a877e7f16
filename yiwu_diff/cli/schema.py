"""``yiwu-diff schema``: JSON Schemas of what the tool writes and reads."""

from typing import Annotated

import typer

from yiwu_diff.cli import complete, streams
from yiwu_diff.cli.choose import unknown
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

COMPARISON, SHOW, CHECK = "comparison", "show", "check"

HELP = both(
    "输出 JSON Schema：comparison（diff --format json 的结果），show（show --format json 的结果），"
    "check（check --format json 的结果），standard（standard.yaml），"
    "domain（各领域的 YAML 文件），decisions（裁定），"
    "justifications（论证），note（起草说明的说法）。",
    "Print a JSON Schema: comparison (what diff --format json prints), show (what show --format "
    "json prints), check (what check --format json prints), standard (standard.yaml), domain (a "
    "domain's YAML file), decisions, justifications, note (the YAML files of these names).",
)


def names() -> list[str]:
    """Every schema there is."""
    from yiwu_diff.standard.schema import SCHEMAS

    return [COMPARISON, SHOW, CHECK, *SCHEMAS]


def run(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=both("哪一种，见上", "which one, see above"),
            autocompletion=complete.schemas,
        ),
    ],
) -> None:
    """See `HELP`."""
    import json

    from yiwu_diff.standard.schema import SCHEMAS, schema

    if name in (COMPARISON, SHOW, CHECK):
        from yiwu_diff.report.schema import check_schema, comparison_schema, show_schema

        written = {COMPARISON: comparison_schema, SHOW: show_schema, CHECK: check_schema}
        found = written[name]()
    else:
        known = next((one for one in SCHEMAS if one == name), None)
        if known is None:
            raise unknown(name, names(), "NAME", lang_of(ctx))
        found = schema(known)
    streams.put(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
