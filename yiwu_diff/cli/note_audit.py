"""``yiwu-diff note audit``: what in a drafting note does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, exit_codes, streams
from yiwu_diff.cli.comparing import comparison_of
from yiwu_diff.cli.options import Base, Target, TerminalOrJson
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.note.findings import Finding
    from yiwu_diff.report.cells import Line, Style
    from yiwu_diff.report.words import Lang

HELP = both(
    "逐条核对起草说明：数目、清单、项目名称、领域、数值、编号，凡与比对结果或自身不符的都列出，"
    "并注明所在行（.docx 为段落）。\n\n"
    "可以读取 .txt、.md（UTF-8 或 GBK）和 .docx（修订按全部接受读取）。有问题时退出码为 1，"
    "没有为 0，读不了为 2。标准的写法同 diff。",
    "Check a drafting note: counts, lists, names, domains, figures and numbering, against the "
    "comparison and against itself, each finding with its line (of a .docx: its paragraph).\n\n"
    "Reads .txt and .md (UTF-8 or GBK) and .docx (as with all tracked changes accepted). Exits "
    "with 1 when it finds something, 0 when not, 2 when it cannot read. Standards are named as "
    "for diff.",
)

_SEVERITIES: dict[Severity, tuple[str, str, Style]] = {
    "error": ("错误", "error", "bad"),
    "warning": ("警告", "warning", "warn"),
    "note": ("提示", "note", "dim"),
}


def run(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=both("起草说明", "the drafting note"))
    ],
    first: Base = None,
    second: Target = None,
    format: TerminalOrJson = "terminal",
) -> None:
    """See `HELP`."""
    from yiwu_diff.note.audit import audit, names_of, not_verified
    from yiwu_diff.note.parse import parse
    from yiwu_diff.note.source import read_lines

    lang = lang_of(ctx)
    form = choose.one_of(format, ("terminal", "json"), "--format", lang)
    lines = read_lines(Path(file))
    comparison = comparison_of(ctx, first, second, lang)
    note = parse(lines, names_of(comparison))
    findings = audit(note, comparison)
    unverified = not_verified(note, comparison)
    if form == "json":
        from yiwu_diff.note import findings_json

        streams.put(findings_json.render(findings, unverified, lang))
    else:
        streams.put(
            terminal(
                findings,
                file,
                comparison,
                unverified,
                lang=lang,
                width=streams.width(),
                color=streams.color(),
            )
        )
    if findings:
        raise typer.Exit(exit_codes.FINDINGS)


def terminal(
    findings: Sequence[Finding],
    file: str,
    comparison: Comparison,
    unverified: Sequence[str] = (),
    *,
    lang: Lang = "zh",
    width: int = 80,
    color: bool = False,
) -> str:
    """The findings as text, in the order of the note."""
    from yiwu_diff.report.cells import wrap
    from yiwu_diff.report.ink import paint
    from yiwu_diff.report.names import short_names

    zh = lang == "zh"
    base, target = short_names(comparison)
    head = f"起草说明核对：{file}" if zh else f"Drafting note: {file}"
    against = f"对照：{base} → {target}" if zh else f"Against: {base} → {target}"
    lines: list[Line] = [*wrap([(head, "bold")], width), *wrap([(against, "dim")], width), []]
    for one in findings:
        severity_zh, severity_en, style = _SEVERITIES[one.severity]
        place = f"第{one.line}行" if zh else f"line {one.line}"
        severity = severity_zh if zh else severity_en
        lines += wrap([(f"{place}  ", "bold"), (severity, style), (f"  {one.check}", "dim")], width)
        lines += _indented(one.message(lang), width)
        if one.quote:
            quote = f"「{one.quote}」" if zh else f"“{one.quote}”"
            lines += _indented(quote, width, "dim")
        lines.append([])
    lines += wrap([(_counts(findings, zh), "bold" if findings else "good")], width)
    if unverified:
        joined = ("、" if zh else ", ").join(unverified)
        told = (
            f"另有{len(unverified)}个项目没有文本，未能核对：{joined}"
            if zh
            else f"{len(unverified)} items have no text and could not be verified: {joined}"
        )
        lines += wrap([(told, "warn")], width)
    return paint(lines, color)


def _indented(text: str, width: int, style: Style = "") -> list[Line]:
    from yiwu_diff.report.cells import wrap

    return [[("  ", ""), *line] for line in wrap([(text, style)], max(width - 2, 8))]


def _counts(findings: Sequence[Finding], zh: bool) -> str:
    if not findings:
        return "没有发现问题" if zh else "Nothing found"
    each = [
        (f"{shown_zh} {n}" if zh else f"{n} {shown_en}{'s' if n > 1 else ''}")
        for severity, (shown_zh, shown_en, _) in _SEVERITIES.items()
        if (n := sum(one.severity == severity for one in findings))
    ]
    total = len(findings)
    if zh:
        return f"共 {total} 处：{'，'.join(each)}"
    return f"{total} finding{'s' if total > 1 else ''}: {', '.join(each)}"
