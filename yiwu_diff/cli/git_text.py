"""One file as text, for git to compare by lines.

Apart from `git_file`: git asks for each side of each file, and the engine need not be loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.readable import readable
from yiwu_diff.report.text_diff import decoded
from yiwu_diff.standard.problems import ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.report.words import Lang


def text(path: Path, lang: Lang) -> str | bytes:
    """The file as text; what cannot be read as it is: git must get something."""
    data = path.read_bytes()
    try:
        lines = readable(data, path.name, lang)
    except ReadError:
        decoded_lines = decoded(data)
        if decoded_lines is None:
            return data
        lines = decoded_lines
    return "".join(line + "\n" for line in lines)
