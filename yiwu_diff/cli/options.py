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
