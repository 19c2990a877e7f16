"""The comparison as a person reads it in a terminal: counts, then evidence.

Laid out here rather than by rich: its wrapping knows no Chinese punctuation, and without it
the commonest command starts a third faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report import decided
from yiwu_diff.report.names import label_style, what_happened
from yiwu_diff.report.summary import findings
from yiwu_diff.report.terminal_abreast import side_by_side
from yiwu_diff.report.terminal_figures import figures, head, nothing_compared
from yiwu_diff.report.terminal_sheet import MARGIN, TWO_COLUMNS, Sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Change, Comparison, ItemComparison
    from yiwu_diff.report.cells import Line, Style
    from yiwu_diff.report.excerpt import Paragraph
    from yiwu_diff.report.options import Options


def render(comparison: Comparison, options: Options) -> str:
    """The report as text, with ANSI colours where they are asked for."""
    sheet = Sheet(comparison, options)
    head(sheet)
    if sheet.summary.outcome in ("nothing-compared", "no-items"):
        nothing_compared(sheet)
    else:
        figures(sheet)
    if not options.summary:
        _body(sheet)
    return sheet.text()


def evidence(
    comparison: Comparison, entry: ItemComparison, labels: Collection[LabelName], options: Options
) -> str:
    """One item with the changes that carry these labels, each in its words; with all its changes
    and its texts where no label is named."""
    sheet = Sheet(comparison, options)
    if not sheet.color:
        marks = {kind: sheet.say(f"mark.{kind}", text="…") for kind in ("add", "drop")}
        sheet.add([(sheet.say("body.legend", **marks), "dim")])
    wanted = labels or entry.labels
    changes = [change for change in entry.changes if change.label in wanted]
    _item(sheet, 1, entry, changes, sheet.labels_of(entry))
    if not labels and entry.base and entry.target:
        sheet.texts(entry)
    return sheet.text()


def _body(sheet: Sheet) -> None:
    if sheet.summary.items and not sheet.color:
        sheet.blank()
        marks = {kind: sheet.say(f"mark.{kind}", text="…") for kind in ("add", "drop")}
        sheet.add([(sheet.say("body.legend", **marks), "dim")])
    if sheet.options.side_by_side:
        side_by_side(sheet)
    elif sheet.options.group_by == "domain":
        _by_domain(sheet)
    else:
        _by_label(sheet)
    _renamed(sheet)
    _restructured(sheet)
    _unchanged(sheet)
    _not_compared(sheet)
    _decided(sheet)


def _by_label(sheet: Sheet) -> None:
    for label in LABELS:
        found = sheet.comparison.with_label(label)
        if label == "unchanged" or not found:
            continue
        title = f"{sheet.say.label(label)} {len(found)}"
        sheet.heading(title, label_style(label), sheet.say.means(label))
        for number, entry in enumerate(found, 1):
            changes = [change for change in entry.changes if change.label == label]
            also = [sheet.say.label(one) for one in findings(entry) if one != label]
            notes = [decided.mark(entry, label, sheet.say)]
            notes += [sheet.say("body.also", labels=sheet.say.several(also))] if also else []
            notes += decided.rejected(entry, sheet.say)
            note = sheet.say("list.semi").join(filter(None, notes))
            _item(sheet, number, entry, changes, note)


def _by_domain(sheet: Sheet) -> None:
    for domain, entries in sheet.labelled_by_domain():
        sheet.heading(f"{domain} {len(entries)}", "bold")
        for number, entry in enumerate(entries, 1):
            changes = [change for change in entry.changes if change.label is not None]
            _item(sheet, number, entry, changes, sheet.labels_of(entry))


def _item(
    sheet: Sheet, number: int, entry: ItemComparison, changes: Sequence[Change], note: str
) -> None:
    sheet.item_head(number, entry, note)
    if not entry.base or not entry.target:
        sheet.whole(entry)
        return
    for paragraph in sheet.excerpts.paragraphs(entry, changes):
        where = paragraph.where
        _paragraph(sheet, where.field if where else paragraph.changes[0].field, paragraph)


def _paragraph(sheet: Sheet, field: str, paragraph: Paragraph) -> None:
    captions = captions_of(sheet, paragraph.changes)
    sheet.beside([[(sheet.say.field(field), "")], *captions], paragraph.runs)


def captions_of(sheet: Sheet, changes: Sequence[Change]) -> list[Line]:
    """What the rules say of changes that are shown in one text, each rule once."""
    captions: list[Line] = []
    by_rule: dict[tuple[str, str, bool], dict[str, None]] = {}
    for change in changes:
        title = what_happened(change, sheet.say)
        key = (title, _origin(sheet, change), change.sure)
        by_rule.setdefault(key, {})[change.detail] = None
    for (title, origin, sure), details in by_rule.items():
        caption: Line = [(title, "dim")]
        quoted = "".join(
            sheet.say("quote.open") + detail + sheet.say("quote.close")
            for detail in details
            if detail
        )
        if quoted and sheet.width >= TWO_COLUMNS:
            # In its own column a line break would tear the figures apart.
            captions.append(caption)
            caption, quoted = [], quoted.strip()
        if quoted:
            caption.append((quoted, "bold"))
        if origin:
            caption.append((f" {origin}", "dim"))
        if not sure:
            caption.append((" " + sheet.say("body.unsure"), "warn"))
        captions.append(caption)
    return captions


def _origin(sheet: Sheet, change: Change) -> str:
    """From where a text was moved, where it was."""
    if change.base and change.target and change.base.field != change.target.field:
        return sheet.say("body.moved", field=sheet.say.field(change.base.field))
    return ""


def _renamed(sheet: Sheet) -> None:
    found = [one for one in sheet.comparison.items if one.renamed and one.base and one.target]
    if not found:
        return
    sheet.heading(f"{sheet.say('body.renamed')} {len(found)}", "bold")
    for entry in found:
        old = sheet.say("list.semi").join(item.name for item in entry.base)
        new = sheet.say("list.semi").join(item.name for item in entry.target)
        sheet.add([(f"{old} → {new}", "")], MARGIN, hanging=2)


def _restructured(sheet: Sheet) -> None:
    found = [one for one in sheet.comparison.items if len(one.base) > 1 or len(one.target) > 1]
    if not found:
        return
    sheet.heading(f"{sheet.say('body.restructured')} {len(found)}", "bold")
    for entry in found:
        old = " + ".join(item.name for item in entry.base)
        new = " + ".join(item.name for item in entry.target)
        sheet.add(
            [(f"{sheet.say(f'how.{entry.how}')}  ", "dim"), (f"{old} → {new}", "")],
            MARGIN,
            hanging=2,
        )


def _unchanged(sheet: Sheet) -> None:
    found = [one for one in sheet.comparison.items if "unchanged" in one.labels]
    if not found:
        return
    sheet.heading(f"{sheet.say('body.unchanged')} {len(found)}", "bold")
    for key, group in (
        ("body.equal", [one for one in found if one.equal]),
        ("body.harmless", [one for one in found if not one.equal]),
    ):
        if group:
            names = sheet.item_names(group)
            head = f"{sheet.say(key)} {len(group)}{sheet.say('list.colon')}"
            sheet.add([(head, "dim"), (names, "")], MARGIN, hanging=2)


def _not_compared(sheet: Sheet) -> None:
    found = sheet.comparison.not_compared
    if not found:
        return
    sheet.heading(f"{sheet.say('body.not_compared')} {len(found)}", "warn")
    domains: dict[str, list[ItemComparison]] = {}
    for entry in found:
        domain = entry.item.domain or sheet.say("summary.no_domain")
        domains.setdefault(domain, []).append(entry)
    for domain, those in domains.items():
        head = f"{domain} {len(those)}{sheet.say('list.colon')}"
        sheet.add([(head, "dim"), (sheet.item_names(those), "")], MARGIN, hanging=2)


def _decided(sheet: Sheet) -> None:
    """What people decided, and what of it does not count."""
    found = decided.told(sheet.comparison, sheet.say)
    if not found:
        return
    sheet.heading(f"{sheet.say('decided')} {len(found)}", "bold")
    for number, one in enumerate(found, 1):
        say = sheet.say
        style: Style = "dim" if one.counts else "warn"
        head: Line = [(f"{number:>3} ", "dim"), (one.name, "bold")]
        head += [("  ", ""), (f"{one.verdict}{say('quote.open')}{one.label}", "")]
        head += [(say("quote.close"), ""), ("  ", ""), (one.outcome, style)]
        sheet.add(head, hanging=MARGIN)
        if one.reason:
            sheet.add([(one.reason, "")], MARGIN)
        if one.who:
            sheet.add([(one.who, "dim")], MARGIN)
