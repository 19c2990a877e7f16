"""``yiwu-diff schema``: JSON Schemas of what the tool writes and reads."""

from typing import Annotated

import typer

from yiwu_diff.cli import complete, streams
from yiwu_diff.cli.choose import unknown
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

COMPARISON, SHOW = "comparison", "show"

HELP = both(
    "输出 JSON Schema：comparison（diff --format json 的结果），show（show --format json 的结果），"
    "standard（standard.yaml），domain（各领域的 YAML 文件），"
    "decisions（decisions.yaml，人的裁定），justifications（justifications.yaml，论证）。",
    "Print a JSON Schema: comparison (what diff --format json prints), show (what show --format "
    "json prints), standard (standard.yaml), domain (a domain's YAML file), decisions "
    "(decisions.yaml), justifications (justifications.yaml).",
)


def names() -> list[str]:
    """Every schema there is."""
    from yiwu_diff.standard.schema import SCHEMAS

    return [COMPARISON, SHOW, *SCHEMAS]


def run(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=both("上列名称之一，如 comparison", "one of the names above, such as comparison"),
            autocompletion=complete.schemas,
        ),
    ],
) -> None:
    """See `HELP`."""
    import json

    from yiwu_diff.standard.schema import SCHEMAS, schema

    if name in (COMPARISON, SHOW):
        from yiwu_diff.report.schema import comparison_schema, show_schema

        found = comparison_schema() if name == COMPARISON else show_schema()
    else:
        known = next((one for one in SCHEMAS if one == name), None)
        if known is None:
            raise unknown(name, names(), "NAME", lang_of(ctx))
        found = schema(known)
    streams.put(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
