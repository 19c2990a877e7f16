"""A picture of coloured terminal output, as SVG.

    python -m tools.picture [--width N] COMMAND ... > picture.svg

Every run of characters is placed at its cell and stretched to it, so that Chinese and Latin stand
in columns whatever fonts the reader has.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from yiwu_diff.report.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
WIDTH = 80
SHOWN = (
    ["diff", "--summary"],
    ["diff", "--item", "环境质量", "--item", "孕产妇健康服务"],
)
"""The commands in the picture of the README: all labels, then some evidence."""

_CELL, _LINE, _SIZE, _EDGE = 8.4, 20, 15, 16
_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_CLASS = {"1": "b", "2": "d", "9": "s", "31": "r", "32": "g", "33": "y"}
_CSS = (
    f"text{{font:{_SIZE}px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',"
    "'PingFang SC','Microsoft YaHei',monospace;fill:#d7dae0;white-space:pre}"
    ".b{font-weight:700}.d{fill:#8f96a3}.s{text-decoration:line-through}"
    ".r{fill:#ff7b72}.g{fill:#56d364}.y{fill:#e3b341}"
)

Run = tuple[str, str]
"""Some text and its classes."""


def of_the_tool() -> str:
    """The picture of the README, from the tool and the shipped data as they are."""
    summary, evidence = (
        output([sys.executable, "-m", "yiwu_diff", *arguments, "--data", "data"])
        for arguments in SHOWN
    )
    screens = (summary, _from_second_heading(evidence))
    return svg(
        "\n".join(
            f"\x1b[32m$\x1b[0m yiwu-diff {' '.join(arguments)}\n{screen}"
            for arguments, screen in zip(SHOWN, screens, strict=True)
        ),
        WIDTH,
        "yiwu-diff diff",
    )


def _from_second_heading(report: str) -> str:
    """A report without its summary, which the first screen has shown already."""
    lines = report.splitlines(keepends=True)
    headings = [n for n, line in enumerate(lines) if _STYLE.sub("", line).startswith("── ")]
    return "\x1b[2m⋮\x1b[0m\n" + "".join(lines[headings[1] :])


def output(command: Sequence[str], cells: int = WIDTH) -> str:
    """What a command prints on a terminal with colours."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("YIWU_DIFF_")}
    env.pop("NO_COLOR", None)
    env |= {"FORCE_COLOR": "1", "COLUMNS": str(cells), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return done.stdout


def runs(line: str) -> Iterator[Run]:
    """A line with escape sequences, as runs of one style."""
    style = ""
    for number, piece in enumerate(_STYLE.split(line)):
        if number % 2:
            codes = [code for code in piece.split(";") if code not in ("", "0")]
            style = " ".join(_CLASS[code] for code in codes)
        elif piece:
            yield piece, style


def svg(text: str, cells: int, title: str) -> str:
    """The picture of a text with escape sequences."""
    lines = text.rstrip("\n").split("\n")
    across, down = cells * _CELL + 2 * _EDGE, len(lines) * _LINE + 2 * _EDGE
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down}" '
        f'width="{across:g}" height="{down}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title><style>{_CSS}</style>",
        '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
    ]
    for number, line in enumerate(lines):
        y = _EDGE + number * _LINE + _SIZE
        at = 0
        for part, style in runs(line):
            # Narrow and wide characters are stretched by different amounts.
            for _, same in groupby(part, key=lambda char: width(char) == 2):
                piece = "".join(same)
                drawn += _text(piece, at, y, style)
                at += width(piece)
    return "\n".join([*drawn, "</svg>"]) + "\n"


def _text(piece: str, cell: int, y: int, style: str) -> list[str]:
    kept = piece.strip(" ")
    if not kept:
        return []
    x = _EDGE + (cell + len(piece) - len(piece.lstrip(" "))) * _CELL
    long = width(kept) * _CELL
    classes = f' class="{style}"' if style else ""
    return [f'<text x="{x:g}" y="{y}" textLength="{long:g}"{classes}>{escape(kept)}</text>']


def main(argv: Sequence[str] | None = None) -> int:
    """Print the picture of a command's output."""
    parser = argparse.ArgumentParser(prog="python -m tools.picture", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--width", type=int, default=WIDTH, help="cells in a line")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args(argv)
    title = " ".join(options.command)
    sys.stdout.write(svg(output(options.command, options.width), options.width, title))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
