"""Options that several commands have."""

from typing import Annotated

import typer

from yiwu_diff.cli.words import both

Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        metavar="N",
        min=40,
        help=both("每行的宽度（半角字符数）", "cells in a line"),
    ),
]
