"""The items of one domain file in two versions: labels, and every word that differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.engine import compare, compare_items
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report.names import label_style
from yiwu_diff.report.summary import findings
from yiwu_diff.report.terminal import captions_of
from yiwu_diff.report.terminal_sheet import MARGIN, Sheet
from yiwu_diff.standard.model import FIELDS, Item, Standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Change, ItemComparison
    from yiwu_diff.report.cells import Line, Run
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Basis


class Moved(NamedTuple):
    """Where an item stands that is no longer in the file, and what it says there."""

    file: str
    item: Item


Elsewhere = Callable[[Item], Moved | None]
"""Looks for an item in other files; None if it is not known whether it is in one."""


class _Entry(NamedTuple):
    comparison: ItemComparison
    moved_to: str = ""


def items_diff(
    old: Sequence[Item], new: Sequence[Item], options: Options, elsewhere: Elsewhere
) -> list[Line]:
    """What became of the items, in the order of the new file."""
    comparison = compare(Standard(items=tuple(old)), Standard(items=tuple(new)))
    sheet = Sheet(comparison, options)
    entries = [_found(one, elsewhere) for one in comparison.items if _differs(one)]
    _counts(sheet, entries)
    _file(sheet, old, new)
    for entry in entries:
        _entry(sheet, entry)
    return sheet.lines


def _found(entry: ItemComparison, elsewhere: Elsewhere) -> _Entry:
    """A missing item set against what another file says of it, if one does."""
    if not entry.target and (moved := elsewhere(entry.base[0])) is not None:
        return _Entry(compare_items(entry.base[0], moved.item), moved.file)
    return _Entry(entry)


def _counts(sheet: Sheet, entries: Sequence[_Entry]) -> None:
    """How many items carry which label, in a line."""
    say = sheet.say
    found = [entry.comparison for entry in entries]
    runs: list[Run] = []
    for label in LABELS:
        if label != "unchanged" and (n := sum(label in one.labels for one in found)):
            runs += [(f"{say.label(label)} {n}", label_style(label)), ("  ", "")]
    for key, n in (
        ("harmless", sum("unchanged" in one.labels for one in found)),
        ("not_compared", sum(not one.compared for one in found)),
        ("moved", sum(bool(entry.moved_to) for entry in entries)),
    ):
        if n:
            runs += [(say(f"diff.{key}", n=n), "dim"), ("  ", "")]
    if runs:
        sheet.add(runs[:-1])
    if any(not (one.base and one.target) for one in found):
        sheet.add([(say("diff.this_file"), "dim")])


def _differs(entry: ItemComparison) -> bool:
    """Whether anything is to be said of it; the domain is said of the file."""
    base, target = ([replace(item, domain=None) for item in s] for s in (entry.base, entry.target))
    return base != target


def _file(sheet: Sheet, old: Sequence[Item], new: Sequence[Item]) -> None:
    """What changed for the file as a whole."""
    if old and new and old[0].domain != new[0].domain:
        _value(sheet, sheet.say.field("domain"), old[0].domain, new[0].domain, 0)
    place = {id(item): number for number, item in enumerate(old)}
    order = [place[id(one.base[0])] for one in sheet.comparison.items if one.base and one.target]
    if order != sorted(order):
        sheet.add([(sheet.say("diff.order"), "dim")])


def _entry(sheet: Sheet, entry: _Entry) -> None:
    found = entry.comparison
    _head(sheet, found, entry.moved_to)
    if found.base and found.target:
        _record(sheet, found)
        _fields(sheet, found)
    else:
        sheet.whole(found)


def _head(sheet: Sheet, entry: ItemComparison, moved_to: str) -> None:
    """Name, id, labels, and where it stands."""
    say, item = sheet.say, entry.item
    sheet.blank()
    runs: list[Run] = [(item.name or item.id or "?", "bold")]
    if item.name and item.id:
        runs.append((f" ({item.id})", "dim"))
    labels = findings(entry)
    for label in labels:
        runs += [("  ", ""), (say.label(label), label_style(label))]
    if not labels:
        key = "body.harmless" if entry.compared else "body.not_compared"
        if any(_text(entry.base, name) != _text(entry.target, name) for name in FIELDS):
            runs += [("  ", ""), (say(key), "dim" if entry.compared else "warn")]
    if moved_to:
        runs += [("  ", ""), (say("diff.moved_to", file=moved_to), "warn")]
    if entry.renamed and entry.base and entry.target:
        was = say("list.semi").join(one.name for one in entry.base)
        runs += [("  ", ""), (say("body.was", name=was), "dim")]
    if entry.how in ("split", "merged"):
        names = [" + ".join(one.name for one in side) for side in (entry.base, entry.target)]
        runs += [("  ", ""), (f"{say(f'how.{entry.how}')} {names[0]} → {names[1]}", "dim")]
    if not entry.sure:
        runs += [("  ", ""), (f"{say('body.pair_unsure')} {entry.score:.2f}", "warn")]
    if not moved_to and (place := item.places.get("item")):
        runs += [("  ", ""), (say("diff.line", n=place.line), "dim")]
    sheet.add(runs, hanging=MARGIN)


def _record(sheet: Sheet, entry: ItemComparison) -> None:
    """What is kept about an item beside its texts."""
    if len(entry.base) != 1 or len(entry.target) != 1:
        return
    say = sheet.say
    old, new = entry.base[0], entry.target[0]
    if old.name != new.name and not entry.renamed:
        _value(sheet, say.field("name"), old.name, new.name, MARGIN)
    _value(sheet, say.field("service"), old.service, new.service, MARGIN)
    joint = say("list.joint")
    _value(sheet, say("diff.aliases"), joint.join(old.aliases), joint.join(new.aliases), MARGIN)
    _bases(sheet, old, new)


def _bases(sheet: Sheet, old: Item, new: Item) -> None:
    say = sheet.say
    moved: dict[tuple[Basis, Basis], list[str]] = {}
    for name in ("name", *FIELDS):
        was, is_ = old.basis_of(name), new.basis_of(name)
        if was and is_ and was != is_:
            moved.setdefault((was, is_), []).append(say.field(name))
    for bases, names in moved.items():
        first, second = (say(f"basis.{basis}") for basis in bases)
        about = say("list.open") + say.several(names) + say("list.close")
        _value(sheet, say("diff.basis"), first, second, MARGIN, about)


def _value(
    sheet: Sheet, name: str, old: str | None, new: str | None, margin: int, about: str = ""
) -> None:
    if (old or "") == (new or ""):
        return
    nothing = sheet.say("diff.nothing")
    sheet.add([(f"{name}{about}  ", ""), (f"{old or nothing} → {new or nothing}", "bold")], margin)


def _fields(sheet: Sheet, entry: ItemComparison) -> None:
    """Every field whose text differs. The words are those that differ, not those of the rules:
    what no rule speaks of is shown too."""
    left = [change for change in entry.changes if change.label is not None]
    for name in FIELDS:
        old, new = _text(entry.base, name), _text(entry.target, name)
        if old == new:
            continue
        changes = [change for change in left if change.field == name]
        left = [change for change in left if change.field != name]
        _paragraph(sheet, name, changes, sheet.excerpts.versions(old, new))
    for paragraph in sheet.excerpts.paragraphs(entry, left):
        field = paragraph.where.field if paragraph.where else paragraph.changes[0].field
        _paragraph(sheet, field, paragraph.changes, paragraph.runs)


def _paragraph(sheet: Sheet, field: str, changes: Sequence[Change], runs: Iterable[Run]) -> None:
    sheet.beside([[(sheet.say.field(field), "")], *captions_of(sheet, changes)], runs)


def _text(items: Sequence[Item], name: str) -> str:
    """A field of one item; of several, as the comparison reads them."""
    return "\n".join(dict.fromkeys(text for item in items if (text := item.text(name))))
