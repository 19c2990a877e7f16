"""The language to speak, found before anything else is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.words import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VARIABLE = "YIWU_DIFF_LANG"
DEFAULT: Lang = "zh"


def parse(value: str) -> Lang | None:
    """``zh``, ``en``, and whatever begins like them: ``zh_CN.UTF-8``."""
    start = value.strip().lower().replace("_", "-").split(".")[0].split("-")[0]
    return next((lang for lang in LANGS if lang == start), None)


def find(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language asked for. Nonsense counts as nothing here: whoever parses the arguments
    complains about it, and must do so in some language."""
    asked = [environment.get(VARIABLE, "")]
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            asked += arguments[position + 1 : position + 2]
        elif argument.startswith("--lang="):
            asked.append(argument.removeprefix("--lang="))
    found = [lang for value in asked if (lang := parse(value))]
    return found[-1] if found else DEFAULT
