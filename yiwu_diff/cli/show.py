"""``yiwu-diff show``: one item in every standard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yiwu_diff.cli import choose, complete, streams, write
from yiwu_diff.cli.comparing import deliver, opened, stdout_form
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.options import ItemName, Width
from yiwu_diff.cli.settings import by_level, data_root, lang_of
from yiwu_diff.cli.words import both, message
from yiwu_diff.report import SHOW_FORMATS

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Item, Standard
    from yiwu_diff.standard.verdicts import Decision

HELP = both(
    "一个项目在各级标准最新版中的文本，并列显示；每一级比上一级增加的文字、"
    "上一级有而下一级没有的文字突出显示。\n\n"
    "写了 -o 而没写 --format 时，只写到文件。",
    "One item in the newest edition of every standard, side by side; what each level adds to "
    "the one above, and what it drops, is highlighted.\n\n"
    "With -o and without --format, it goes to files only.",
)


def run(
    ctx: typer.Context,
    item: ItemName,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=both(
                "输出格式：terminal（默认）、json 或 html",
                "form on standard output: terminal (default), json or html",
            ),
            autocompletion=complete.show_formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "写到文件，后缀决定格式（.txt .json .html .docx）",
                "write a file, in the form its suffix tells (.txt .json .html .docx)",
            ),
        ),
    ] = None,
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.report.options import Options

    lang = lang_of(ctx)
    planned = write.plan(output or [], lang, SHOW_FORMATS)
    form = stdout_form(format, bool(planned), lang, SHOW_FORMATS)
    standards, decisions = _newest(ctx, lang)
    shown = _versions(item, standards, lang)
    write.spare_inputs([path for path, _ in planned], standards, lang)
    options = Options(
        lang=lang,
        width=width or streams.width(),
        color=streams.color(),
        decisions=decisions,
    )
    deliver(shown, options, planned, form)


def _newest(ctx: Any, lang: Lang) -> tuple[list[Standard], dict[str, tuple[Decision, ...]]]:
    """The newest edition of each jurisdiction, the highest level first; and what people decided
    beside each."""
    from yiwu_diff.standard import catalog, verdicts

    root = data_root(ctx)
    found = [opened(jurisdiction, root) for jurisdiction in catalog.editions(root)]
    if not found:
        raise RefusedError(message("no_data", lang, root=root))
    decisions = {standard.ref: verdicts.decisions(folder) for standard, folder in found}
    return by_level([standard for standard, _ in found]), decisions


def _versions(
    value: str, standards: list[Standard], lang: Lang
) -> list[tuple[Standard, Item | None]]:
    """The item in each standard, where it has it."""
    everything = [item for standard in standards for item in standard.items]
    found = choose.one_item(value, everything, lang)
    return [(standard, standard.item(found)) for standard in standards]
