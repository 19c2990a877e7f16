"""The terminal report with base and target beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.cells import Line, Run, Style, columns, indent, pad, width, wrap
from yiwu_diff.report.excerpt import Where, highlights, styled
from yiwu_diff.report.names import short_names, what_happened
from yiwu_diff.report.terminal_sheet import MARGIN, Sheet
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Change, ItemComparison
    from yiwu_diff.standard.model import Item

_SIDE_BY_SIDE = 100
"""In a narrower terminal the two stand one above the other."""


def side_by_side(sheet: Sheet) -> None:
    """Every labelled item, by domain."""
    for domain, entries in sheet.labelled_by_domain():
        sheet.heading(f"{domain} {len(entries)}", "bold")
        for number, entry in enumerate(entries, 1):
            sheet.item_head(number, entry, sheet.labels_of(entry))
            _item(sheet, entry)


def _item(sheet: Sheet, entry: ItemComparison) -> None:
    changes = [change for change in entry.changes if change.label is not None]
    marks = highlights(entry, changes)
    touched = {change.field for change in changes} | {where.field for where in marks}
    one_sided = not entry.base or not entry.target
    heads = short_names(sheet.comparison)
    if one_sided and sheet.width < _SIDE_BY_SIDE:
        sheet.whole(entry)
        return
    if not one_sided:
        _captions(sheet, changes)
    if sheet.width >= _SIDE_BY_SIDE:
        half = (sheet.width - MARGIN - 3) // 2
        blocks: list[list[Line]] = [[[(head, "dim")]] for head in heads]
        for block, items in zip(blocks, (entry.base, entry.target), strict=True):
            if not items:
                block[0].append((" " + sheet.say("body.absent"), "dim"))
        _two_columns(sheet, blocks, half)
    for name in FIELDS:
        if not one_sided and name not in touched:
            continue
        left = _full_text(sheet, "base", entry.base, name, marks, not entry.target)
        right = _full_text(sheet, "target", entry.target, name, marks, not entry.base)
        if one_sided and not any(i.text(name) for i in (*entry.base, *entry.target)):
            continue
        sheet.lines.append([(" " * MARGIN, ""), (sheet.say.field(name), "bold")])
        if sheet.width >= _SIDE_BY_SIDE:
            _two_columns(sheet, [wrap(left, half), wrap(right, half)], half)
            continue
        wide = max(map(width, heads))
        for head, runs in zip(heads, (left, right), strict=True):
            block = wrap(runs, sheet.width - MARGIN - 4 - wide)
            caption: list[Line] = [[(pad(head, wide), "dim")]]
            rows = columns([caption, block], [wide, sheet.width - MARGIN - 4 - wide], [("  ", "")])
            sheet.lines += indent(rows, MARGIN + 2)


def _captions(sheet: Sheet, changes: Sequence[Change]) -> None:
    seen: dict[str, None] = {}
    for change in changes:
        text = what_happened(change, sheet.say)
        if change.detail:
            text += sheet.say("quote.open") + change.detail + sheet.say("quote.close")
        if not change.sure:
            text += " " + sheet.say("body.unsure")
        seen.setdefault(text)
    if seen:
        sheet.add([(sheet.say("list.semi").join(seen), "dim")], MARGIN)


def _two_columns(sheet: Sheet, blocks: Sequence[Sequence[Line]], half: int) -> None:
    sheet.lines += indent(columns(blocks, [half, half], [(" │ ", "dim")]), MARGIN)


def _full_text(
    sheet: Sheet,
    side: str,
    items: Sequence[Item],
    name: str,
    marks: dict[Where, list[tuple[int, int, Style]]],
    alone: bool,
) -> list[Run]:
    """A field of all items of a side, with its highlighted words."""
    if not items:
        return []
    runs: list[Run] = []
    for number, item in enumerate(items):
        text = item.text(name)
        if len(items) > 1:
            runs.append((("\n" if runs else "") + item.name + sheet.say("list.colon"), "dim"))
        if text is None:
            runs.append((sheet.say("body.no_text"), "dim"))
        elif alone:
            runs.append((text, "new" if side == "target" else "gone"))
        else:
            where = Where("base" if side == "base" else "target", number, name)
            runs += styled(text, marks.get(where, ()), sheet.excerpts)
    return runs
