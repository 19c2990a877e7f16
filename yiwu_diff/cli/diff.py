"""``yiwu-diff diff``: the comparison.

Without postponed annotations, here and in the other commands: typer would evaluate each of
them several times.
"""

from typing import Annotated

import typer

from yiwu_diff.cli import choose, complete, streams, write
from yiwu_diff.cli.comparing import comparison_of, deliver, stdout_form
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

HELP = both(
    "比对两份标准，列出每一处增减及其依据。\n\n"
    "不写标准：金华对义乌，都取最新版。只写一份：它与自己所依据的上级标准"
    "（builds_on 的第一份）比对。"
    "标准可以写作 yiwu（最新版）、yiwu@2021、一个文件夹，或 git:版本:yiwu@2021。\n\n"
    "写了 -o 而没写 --format 时，报告只写到文件。",
    "Compare two standards: every difference, what it grants or takes, and the evidence.\n\n"
    "Without arguments: Jinhua against Yiwu, newest editions. With one: that standard against "
    "the first of those it builds on. A standard is named as yiwu (its newest edition), "
    "yiwu@2021, a folder, or git:REV:yiwu@2021.\n\n"
    "With -o and without --format, the report goes to files only.",
)


def run(
    ctx: typer.Context,
    first: Annotated[
        str | None,
        typer.Argument(
            metavar="BASE",
            help=both("应当达到的标准", "the standard to be met"),
            autocompletion=complete.refs,
        ),
    ] = None,
    second: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET",
            help=both("正在起草的标准", "the standard being drafted"),
            autocompletion=complete.refs,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=both("输出格式：terminal 或 json", "form on standard output: terminal or json"),
            autocompletion=complete.formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both("写到文件，格式由后缀决定", "write a file, in the form its suffix tells"),
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
            help=both("只看牵头单位名称含此字样的项目", "only items led by an agency so named"),
            autocompletion=complete.leads,
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            metavar="ITEM",
            help=both("只看这个项目：编号、名称或名称的一部分", "only this item: id or name"),
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
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            metavar="N",
            min=40,
            help=both("每行的宽度（半角字符数）", "cells in a line"),
        ),
    ] = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.report.filters import narrow
    from yiwu_diff.report.options import GROUPINGS, Options

    lang = lang_of(ctx)
    planned = write.plan(output or [], lang)
    form = stdout_form(format, bool(planned), lang)
    grouping = choose.one_of(group_by, GROUPINGS, "--group-by", lang)
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
        filters=filters,
        items_before=len(whole.items),
    )
    deliver(comparison, options, planned, form)
