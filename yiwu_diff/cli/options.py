"""Arguments and options that several commands have."""

from typing import Annotated

import typer

from yiwu_diff.cli import complete
from yiwu_diff.cli.words import both

Base = Annotated[
    str | None,
    typer.Argument(
        metavar="BASE",
        help=both("应当达到的标准", "the standard to be met"),
        autocompletion=complete.refs,
    ),
]

Target = Annotated[
    str | None,
    typer.Argument(
        metavar="TARGET",
        help=both("正在起草的标准", "the standard being drafted"),
        autocompletion=complete.refs,
    ),
]

ItemName = Annotated[
    str,
    typer.Argument(
        metavar="ITEM",
        help=both("编号、名称、别名，或名称中独有的一部分", "id, name, alias, or part of a name"),
        autocompletion=complete.items,
    ),
]

Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="BASE",
        help=both(
            "应当达到的标准；不写则为所依据的第一份（builds_on）",
            "the standard to be met; the first that is built on if left out",
        ),
        autocompletion=complete.refs,
    ),
]

Drafted = Annotated[
    str | None,
    typer.Option(
        "--standard",
        metavar="TARGET",
        help=both(
            "正在起草的标准；不写则为 yiwu 的最新版",
            "the standard being drafted; the newest edition of yiwu if left out",
        ),
        autocompletion=complete.refs,
    ),
]

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help=both(
            "谁定的；不写则为 git 中的姓名（user.name），没有则为登录名",
            "who says so; the name that git knows if left out, else the login name",
        ),
    ),
]

TerminalOrJson = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=both("terminal 或 json", "terminal or json")
    ),
]

Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        metavar="N",
        min=40,
        help=both("每行的宽度（半角字符数）", "cells in a line"),
    ),
]
