"""The head and the figures of a terminal report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.report import decided
from yiwu_diff.report.cells import Line, Run, columns, indent, line_width, pad, width, wrap
from yiwu_diff.report.names import label_style
from yiwu_diff.report.sentences import items_held, no_harm, outcome, whole_verdict
from yiwu_diff.report.summary import held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.cells import Style
    from yiwu_diff.report.terminal_sheet import Sheet
    from yiwu_diff.standard.model import Standard

_GAP = 4


def head(sheet: Sheet) -> None:
    """Which two standards, and what part of the comparison is shown."""
    say = sheet.say
    _standard(sheet, sheet.comparison.target, "")
    _standard(sheet, sheet.comparison.base, say("head.against") + " ")
    filters = sheet.options.filters
    if filters:
        parts = [
            f"{say(f'filter.{kind}')} = " + say.several([_called(sheet, value) for value in values])
            for kind, values in filters.chosen()
        ]
        before = sheet.options.items_before
        note = say(
            "head.filtered",
            n=len(sheet.comparison.items),
            total="?" if before is None else before,
        )
        sheet.add([(note + say("list.semi").join(parts), "warn")])


def _called(sheet: Sheet, value: str) -> str:
    """A filter's value as a person knows it: labels in words, items by name."""
    if value in LABELS:
        return sheet.say.label(value)
    both = (sheet.comparison.target, sheet.comparison.base)
    items = (item for standard in both for item in standard.items)
    return next((item.name for item in items if item.id == value), value)


def _standard(sheet: Sheet, standard: Standard, before: str) -> None:
    say, count = sheet.say, held(standard)
    items = items_held(standard, count, say)
    facts = f"{standard.ref}  {items}{say('list.comma')}{say('head.text', n=count.with_text)}"
    line: Line = [(before, ""), (standard.title or standard.ref, "bold")]
    if line_width(line) + 2 + width(facts) <= sheet.width:
        sheet.lines.append([*line, ("  " + facts, "dim")])
    else:
        sheet.add(line, hanging=2)
        sheet.add([(facts, "dim")], 2)


def nothing_compared(sheet: Sheet) -> None:
    """Why there are no figures."""
    sheet.blank()
    sheet.add([(text, "warn") for text in outcome(sheet.options, sheet.summary, sheet.say)])
    sheet.lines += [line for text in _decisions(sheet) for line in wrap(text, sheet.width)]


def figures(sheet: Sheet) -> None:
    """Counts per label and by domain, and on what they stand."""
    say, summary = sheet.say, sheet.summary
    sheet.heading(say("summary"), "bold")
    if verdict := whole_verdict(sheet.options, summary, say):
        sheet.add([(verdict, "bold")], 2)
    counted: list[LabelName] = [
        name for name, n in summary.labels.items() if n and name != "unchanged"
    ]
    labels, domains = _label_table(sheet, counted), _domain_table(sheet, counted)
    left = max(map(line_width, labels), default=0)
    right = max(map(line_width, domains), default=0)
    if domains and 2 + left + _GAP + right <= sheet.width:
        block = [*labels, [], *_totals(sheet, left)]
        sheet.lines += indent(columns([block, domains], [left, right], [(" " * _GAP, "")]), 2)
        return
    sheet.lines += indent(labels, 2)
    sheet.lines += indent(_totals(sheet, sheet.width - 2), 2)
    if domains:
        sheet.blank()
        sheet.lines += indent(domains, 2)


def _label_table(sheet: Sheet, counted: Sequence[LabelName]) -> list[Line]:
    say = sheet.say
    if not counted:
        return []
    wide = max(width(say.label(name)) for name in counted)
    table: list[Line] = []
    for name in counted:
        line: Line = [
            (pad(say.label(name), wide), label_style(name)),
            (f"{sheet.summary.labels[name]:>5}", "bold"),
        ]
        room = sheet.width - line_width(line) - 4
        note = wrap([(say.means(name), "dim")], room)
        table.append([*line, ("  ", ""), *note[0]])
        table += indent(note[1:], line_width(line) + 2)
    return table


def _totals(sheet: Sheet, cells: int) -> list[Line]:
    say, summary = sheet.say, sheet.summary
    paragraphs: list[list[Run]] = []
    if summary.items:
        total = say("summary.total", labels=summary.label_total, items=summary.items)
        paragraphs.append([(total, "bold"), (no_harm(sheet.options, summary, say), "")])
    if summary.labels["unchanged"]:
        text = say(
            "summary.unchanged",
            n=summary.labels["unchanged"],
            equal=summary.equal,
            harmless=summary.harmless,
        )
        paragraphs.append([(text, "")])
    if summary.not_compared:
        text = say("summary.not_compared", n=summary.not_compared)
        paragraphs.append([(text, "warn")])
    if summary.bases:
        parts = [
            say("summary.basis", n=n, basis=say(f"basis.short.{basis}"))
            for basis, n in summary.bases.items()
        ]
        style: Style = "" if set(summary.bases) == {"official"} else "warn"
        paragraphs.append([(say("summary.bases") + say("list.semi").join(parts), style)])
    if summary.unsure:
        paragraphs.append([(say("summary.unsure", n=summary.unsure), "warn")])
    paragraphs += _decisions(sheet)
    lines: list[Line] = []
    for paragraph in paragraphs:
        block = wrap(paragraph, cells, 2)
        lines += block[:1] + indent(block[1:], 2)
    return lines


def _decisions(sheet: Sheet) -> list[list[Run]]:
    """How many decisions there are; a warning where some do not count."""
    said = decided.sentence(sheet.summary, sheet.say)
    return [[(said, "" if decided.all_count(sheet.summary) else "warn")]] if said else []


def _domain_table(sheet: Sheet, counted: Sequence[LabelName]) -> list[Line]:
    """Labels by domain; as sentences where the table is wider than the screen."""
    say, domains = sheet.say, sheet.summary.domains
    if not domains:
        return []
    called = {name: name or say("summary.no_domain") for name in domains}
    first = max(map(width, called.values()))
    heads = [say.label(name) for name in counted]
    table_width = first + sum(width(head) + 2 for head in heads)
    if table_width + 2 > sheet.width:
        lines: list[Line] = []
        for name, row in domains.items():
            text = say.several([f"{say.label(label)} {n}" for label, n in row.items()])
            block = wrap([(text, "")], sheet.width - first - 4)
            lines.append([(pad(called[name], first) + "  ", ""), *block[0]])
            lines += indent(block[1:], first + 2)
        return lines
    lines = [
        [
            (pad("", first), ""),
            *(("  " + head, label_style(name)) for head, name in zip(heads, counted, strict=True)),
        ]
    ]
    for name, row in domains.items():
        line: Line = [(pad(called[name], first), "")]
        for head, label in zip(heads, counted, strict=True):
            n = row.get(label)
            figure = str(n) if n else "·"
            line.append((" " * (width(head) + 2 - width(figure)) + figure, "" if n else "dim"))
        lines.append(line)
    return lines
