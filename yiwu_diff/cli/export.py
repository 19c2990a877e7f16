"""``yiwu-diff export``: a standard in the official table layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, complete, streams, write
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import data_root, lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.report import Format
    from yiwu_diff.report.words import Lang

HELP = both(
    "把一份标准按正式标准的表格样式导出：序号、领域、服务类别、服务项目、服务对象、服务内容、服务标准、"
    "支出责任、牵头单位。\n\n"
    "例：yiwu-diff export yiwu@2021 -o 义乌标准.docx。导出的文件可以用 import 再导入，内容不变；"
    "文字不全是官方文本的，多一列“文本依据”。json 含数据集的全部内容。",
    "Export a standard in the layout of the published tables: number, domain, service, item, the "
    "five fields.\n\n"
    "For example: yiwu-diff export yiwu@2021 -o standard.docx. An exported file can be imported "
    "again and comes back the same; where not all texts are official, one more column tells what "
    "they rest on. json holds everything that the dataset holds.",
)


def run(
    ctx: typer.Context,
    standard: Annotated[
        str,
        typer.Argument(
            metavar="STANDARD",
            help=both("标准，如 yiwu@2021", "the standard, such as yiwu@2021"),
            autocompletion=complete.refs,
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=both("docx、xlsx、html、json 或 csv", "docx, xlsx, html, json or csv"),
            autocompletion=complete.export_formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "写到文件，格式由后缀决定；docx 和 xlsx 只能写到文件",
                "write a file, in the form its suffix tells; docx and xlsx need one",
            ),
        ),
    ] = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.report import EXPORT_FORMATS
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard import refs

    lang = lang_of(ctx)
    if format is not None:
        choose.one_of(format, EXPORT_FORMATS, "--format", lang)
    planned = [_planned(name, format, lang) for name in output or []]
    if len({path for path, _ in planned}) < len(planned):
        raise RefusedError(message("twice", lang, file=(output or [""])[-1]))
    form = None
    if not planned:
        if format is None:
            raise RefusedError(message("export_how", lang, known=", ".join(EXPORT_FORMATS)))
        form = EXPORT_FORMATS[format]
        if form.binary:
            raise RefusedError(message("binary", lang, format=form.name))
    one = refs.load(standard, data_root(ctx))
    options = Options(lang=lang)
    made = [(path, form_.render(one, options)) for path, form_ in planned]
    for path, content in made:
        write.write(path, content, lang)
        streams.tell(message("written", lang, file=path))
    if form is not None:
        streams.put(form.render(one, options))


def _planned(name: str, format: str | None, lang: Lang) -> tuple[Path, Format]:
    """The file to write and its form: told by the suffix, by ``--format`` where that tells
    nothing."""
    from yiwu_diff.report import EXPORT_FORMATS, by_suffix

    form = by_suffix(name, EXPORT_FORMATS)
    if form is None and format is not None:
        form = EXPORT_FORMATS[format]
    if form is None:
        suffixes = ", ".join(s for one in EXPORT_FORMATS.values() for s in one.suffixes)
        raise RefusedError(message("suffix", lang, file=name, known=suffixes))
    if format is not None and form.name != format:
        raise RefusedError(message("suffix_differs", lang, file=name, format=format))
    return write.destination(name, [], lang), form
