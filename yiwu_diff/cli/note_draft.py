"""``yiwu-diff note draft``: the section on what differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, streams, write
from yiwu_diff.cli.comparing import comparison_of
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.options import Base, Target
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

HELP = both(
    "按比对结果写出起草说明中“与上级标准的区别”一节：开头一句报数，各类清单编号，新增项目写明"
    "服务对象和服务内容，补充完善的写明增加了什么，调高的写出两个数值，细化的列名称。\n\n"
    "正文一律为中文；节后附供核对的提示，定稿时删去。标准的写法同 diff。",
    "Write the section of a drafting note that says what differs: the counts, a numbered list for "
    "each label, each new item with its recipients and content, what each supplemented one adds, "
    "both figures of each raised one, the refined ones by name.\n\n"
    "The section is Chinese in any case; remarks for the drafters stand behind it. Standards are "
    "named as for diff.",
)


def run(
    ctx: typer.Context,
    first: Base = None,
    second: Target = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=both("输出格式：text 或 markdown", "form on standard output: text or markdown"),
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "写到文件，格式由后缀决定：.txt、.md 或 .docx",
                "write a file, in the form its suffix tells: .txt, .md or .docx",
            ),
        ),
    ] = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.note.draft import draft
    from yiwu_diff.note.forms import FORMS

    lang = lang_of(ctx)
    planned = _plan(output or [], lang)
    form = None
    if format is not None or not planned:
        form = choose.one_of(format or "text", FORMS, "--format", lang)
        if form == "docx":
            raise RefusedError(message("binary", lang, format=form))
    comparison = comparison_of(ctx, first, second, lang)
    write.spare_inputs([path for path, _ in planned], (comparison.base, comparison.target), lang)
    section = draft(comparison, lang)
    made = [(path, FORMS[name](section)) for path, name in planned]
    for path, content in made:
        write.write(path, content, lang)
        streams.tell(message("written", lang, file=path))
    if form is not None:
        streams.put(FORMS[form](section))


def _plan(files: list[str], lang: Lang) -> list[tuple[Path, str]]:
    """What is to be written where; refused before any work is done on it."""
    from yiwu_diff.note.forms import SUFFIXES

    planned: list[tuple[Path, str]] = []
    for name in files:
        form = SUFFIXES.get(Path(name).suffix.lower())
        if form is None:
            raise RefusedError(message("suffix", lang, file=name, known=", ".join(SUFFIXES)))
        planned.append((write.destination(name, [path for path, _ in planned], lang), form))
    return planned
