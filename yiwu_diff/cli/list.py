"""``yiwu-diff list``: the datasets, or the items of one."""

from typing import Annotated

import typer

from yiwu_diff.cli import choose, complete, streams
from yiwu_diff.cli.options import TerminalOrJson, Width
from yiwu_diff.cli.settings import by_level, data_root, lang_of
from yiwu_diff.cli.words import both

HELP = both(
    "列出数据集：版本、声明的总数和实有的总数、文本的依据。写了标准，就列出它的项目。",
    "List the datasets: editions, totals declared and held, bases of the texts. With a "
    "standard, its items.",
)


def run(
    ctx: typer.Context,
    standard: Annotated[
        str | None,
        typer.Argument(
            metavar="STANDARD",
            help=both("列出这份标准的项目", "list the items of this standard"),
            autocompletion=complete.refs,
        ),
    ] = None,
    format: TerminalOrJson = "terminal",
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.report import datasets as report
    from yiwu_diff.standard import refs

    lang = lang_of(ctx)
    form = choose.one_of(format, ("terminal", "json"), "--format", lang)
    root = data_root(ctx)
    cells, color = width or streams.width(), streams.color()
    if standard is not None:
        one = refs.load(standard, root)
        text = report.items_json(one) if form == "json" else report.items(one, lang, cells, color)
    else:
        all_ = by_level([refs.load(ref, root) for ref in refs.known_refs(root)])
        text = report.table_json(all_) if form == "json" else report.table(all_, lang, cells, color)
    streams.put(text)
