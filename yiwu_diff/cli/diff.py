"""``yiwu-diff diff``: the comparison.

Without postponed annotations, here and in the other commands: typer would evaluate each of
them several times.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, complete, streams, write
from yiwu_diff.cli.comparing import comparison_of, deliver, stdout_form
from yiwu_diff.cli.options import Base, Target, Width
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.report import Format

HELP = both(
    "比对两份标准，列出每一处增减及其依据。\n\n"
    "不写标准：金华对义乌，都取最新版。只写一份：它与自己所依据的上级标准"
    "（builds_on 的第一份）比对。"
    "标准可以写作 yiwu（最新版）、yiwu@2021、一个文件夹，或 git:版本:yiwu@2021。\n\n"
    "写了 -o 而没写 --format 时，报告只写到文件。-o 可以写几次，一次生成几种格式。\n\n"
    "征求各单位意见：yiwu-diff diff --by lead -o 征求意见",
    "Compare two standards: every difference, what it grants or takes, and the evidence.\n\n"
    "Without arguments: Jinhua against Yiwu, newest editions. With one: that standard against "
    "the first of those it builds on. A standard is named as yiwu (its newest edition), "
    "yiwu@2021, a folder, or git:REV:yiwu@2021.\n\n"
    "With -o and without --format, the report goes to files only. -o may be repeated: one run "
    "writes all forms.\n\n"
    "To consult the agencies: yiwu-diff diff --by lead -o consultation",
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
            help=both(
                "输出格式：terminal（默认）、json、html 或 markdown",
                "form on standard output: terminal (default), json, html or markdown",
            ),
            autocompletion=complete.formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "写到文件，后缀决定格式（.docx .xlsx .html .md .json .txt）",
                "write a file, in the form its suffix tells (.docx .xlsx .html .md .json .txt)",
            ),
        ),
    ] = None,
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label",
            metavar="LABEL",
            help=both("只看这种标签，如 调低 或 lowered", "only this label"),
            autocompletion=complete.labels,
        ),
    ] = None,
    domain: Annotated[
        list[str] | None,
        typer.Option(
            "--domain",
            metavar="DOMAIN",
            help=both("只看这个领域", "only this domain"),
            autocompletion=complete.domains,
        ),
    ] = None,
    service: Annotated[
        list[str] | None,
        typer.Option(
            "--service",
            metavar="SERVICE",
            help=both("只看这个服务类别", "only this service category"),
            autocompletion=complete.services,
        ),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead",
            metavar="AGENCY",
            help=both(
                "只看牵头单位名称含此字样的项目",
                "only items whose lead agency's name contains this",
            ),
            autocompletion=complete.leads,
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            metavar="ITEM",
            help=both(
                "只看这个项目：编号、名称或名称的一部分",
                "only this item: id, name or part of a name",
            ),
            autocompletion=complete.items,
        ),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help=both("只要概要", "the summary alone"))
    ] = False,
    side_by_side: Annotated[
        bool, typer.Option("--side-by-side", help=both("两份标准并列", "both standards abreast"))
    ] = False,
    group_by: Annotated[
        str,
        typer.Option(
            "--group-by",
            metavar="label|domain",
            help=both("按标签或领域分组", "group by label or by domain"),
        ),
    ] = "label",
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="lead",
            help=both(
                "每个牵头单位一个文件，只含它的项目，写到 -o 指定的文件夹，格式由 --format 决定"
                "（默认 docx）；几个单位牵头的，各写一份",
                "a file for each lead agency with only its items, in the folder of -o, in the form "
                "of --format (docx by default); joint items go to each of their agencies",
            ),
            autocompletion=complete.partitions,
        ),
    ] = None,
    no_track_changes: Annotated[
        bool,
        typer.Option(
            "--no-track-changes",
            help=both(
                "docx 中改动用颜色标出，不用修订",
                "in docx, colour the differences in place of tracked changes",
            ),
        ),
    ] = False,
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.cli.by_lead import PARTITIONS, Folder
    from yiwu_diff.report.filters import narrow
    from yiwu_diff.report.options import GROUPINGS, Options

    lang = lang_of(ctx)
    grouping = choose.one_of(group_by, GROUPINGS, "--group-by", lang)
    folder: Folder | None = None
    planned: list[tuple[Path, Format]] = []
    form = None
    if by is not None:
        choose.one_of(by, PARTITIONS, "--by", lang)
        folder = Folder.planned(output or [], format, lang)
    else:
        planned = write.plan(output or [], lang)
        form = stdout_form(format, bool(planned), lang)
    whole = comparison_of(ctx, first, second, lang)
    write.spare_inputs([path for path, _ in planned], (whole.base, whole.target), lang)
    asked = {
        "label": label or [],
        "domain": domain or [],
        "service": service or [],
        "lead": lead or [],
        "item": item or [],
    }
    filters = choose.filters(whole, asked, lang)
    comparison = narrow(whole, filters)
    options = Options(
        lang=lang,
        width=width or streams.width(),
        color=streams.color(),
        summary=summary,
        side_by_side=side_by_side,
        group_by="domain" if grouping == "domain" else "label",
        track_changes=not no_track_changes,
        filters=filters,
        items_before=len(whole.items),
    )
    if folder is not None:
        folder.deliver(comparison, options)
    else:
        deliver(comparison, options, planned, form)
