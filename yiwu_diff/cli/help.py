"""The help text, laid out in cells: typer's plain form counts a Chinese character as one, and
its rich form doubles the time to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yiwu_diff.cli.words import message, translate
from yiwu_diff.report.cells import Line, columns, indent, pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.words import Lang

_WIDEST = 100
_NAMES = 30


def layout(
    usage: str,
    text: str,
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    *,
    lang: Lang,
    cells: int,
) -> str:
    """Usage, description, and lists of names with what they mean."""
    cells = max(40, min(cells, _WIDEST))
    lines: list[Line] = wrap([(message("usage", lang) + usage, "")], cells)
    for part in text.split("\n\n"):
        if part:
            lines += [[], *wrap([(part, "")], cells)]
    names = [name for _, rows in sections for name, _ in rows]
    first = min(max((width(name) for name in names), default=0), _NAMES)
    for title, rows in sections:
        if not rows:
            continue
        lines += [[], [(message(title, lang) + ("：" if lang == "zh" else ":"), "")]]
        for name, meaning in rows:
            block = wrap([(meaning, "")], cells - first - 4)
            if width(name) > first:
                lines += indent([[(name, "")]], 2)
                lines += indent(block, first + 4)
            else:
                row = columns(
                    [[[(pad(name, first), "")]], block], [first, cells - first - 4], [("  ", "")]
                )
                lines += indent(row, 2)
    return "\n".join("".join(part for part, _ in line).rstrip() for line in lines)


def of_parameter(param: Any, lang: Lang) -> tuple[str, str] | None:
    """The name and the meaning of an argument or option."""
    if getattr(param, "hidden", False):
        return None
    notes = []
    if param.param_type_name == "argument":
        name = str(param.metavar or param.human_readable_name)
        if param.required:
            notes.append(message("required", lang))
    else:
        name = ", ".join([*sorted(param.opts, key=len), *param.secondary_opts])
        if not param.is_flag:
            name += f" {param.metavar or (param.name or '').upper()}"
        if param.multiple:
            notes.append(message("repeatable", lang))
        if param.show_default and isinstance(param.default, (str, int)) and not param.is_flag:
            notes.append(message("default", lang, value=param.default))
    envvar = param.envvar
    if isinstance(envvar, str):
        notes.append(message("variable", lang, name=envvar))
    meaning = translate(param.help or "", lang)
    if notes:
        marks = ("（{}）", "；") if lang == "zh" else (" ({})", "; ")
        meaning += marks[0].format(marks[1].join(notes))
    return name, meaning
