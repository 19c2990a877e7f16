"""Where a draft falls short of a standard above it: what the checks by label share."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.check.base import Related, finding
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.rules import RULES
from yiwu_diff.note.findings import shorten
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Change, Comparison, ItemComparison, Span
    from yiwu_diff.standard.model import Item, Place, Standard
    from yiwu_diff.standard.verdicts import Decision

_LONGEST = 60
_SENTENCE = re.compile(r"[。；;\n]")


def of_label(draft: Draft, label: LabelName) -> Iterator[Finding]:
    """A finding for each change with this label, in any comparison.

    What falls short of several standards in the same words is one finding, unless a person
    accepted it of one of them alone: a decision is about one base. Two cuts of one item in the
    same words (2次 → 1次, twice) stay two.
    """
    merged: dict[tuple[str, int, bool], list[_Cut]] = {}
    for comparison in draft.comparisons:
        seen: Counter[str] = Counter()
        for entry in comparison.with_label(label):
            accepted = _acceptance(entry, label)
            for change in entry.changes:
                if change.label == label:
                    key = (change.fingerprint, seen[change.fingerprint], accepted is not None)
                    seen[change.fingerprint] += 1
                    merged.setdefault(key, []).append(_Cut(comparison, entry, change, accepted))
    for found in merged.values():
        yield _finding(draft, label, found)


class _Cut(NamedTuple):
    """One change for the worse, where it was found, and the decision that accepts it."""

    comparison: Comparison
    entry: ItemComparison
    change: Change
    accepted: Decision | None


def _acceptance(entry: ItemComparison, label: LabelName) -> Decision | None:
    return next(
        (
            one.decision
            for one in entry.decided
            if one.decision.label == label and one.decision.verdict == "accept"
        ),
        None,
    )


def _finding(draft: Draft, label: LabelName, found: list[_Cut]) -> Finding:
    comparison, entry, change, accepted = found[0]
    item = entry.item
    against = tuple(dict.fromkeys(one.comparison.base.ref for one in found))
    rule = RULES.get(change.rule or "")
    title_zh = rule.title.zh if rule else "人工认定"
    title_en = rule.title.en if rule else "added by a person"
    detail = f"（{change.detail}）" if change.detail else ""
    detail_en = f" ({change.detail})" if change.detail else ""
    words = shorten(change.base.text, _LONGEST) if change.base else ""
    zh = f"{LABELS[label].zh}：{title_zh}{detail}"
    en = f"{LABELS[label].en}: {title_en}{detail_en}"
    if words and words != item.name:
        zh += f"，{_places(found, '、')}标准为“{words}”"
        en += f"; {', '.join(against)} says “{words}”"
    elif not entry.target:
        zh += f"：{_places(found, '、')}标准有“{words}”"
        en += f": {', '.join(against)} has “{words}”"
    if accepted is not None:
        zh += f"；已认可：{accepted.reason}"
        en += f"; accepted: {accepted.reason}"
    elif label == "missing":
        zh += "；请补上这个项目"
        en += "; add the item"
    else:
        command = _decide(draft, item, label, against)
        zh += f"；请恢复，或说明理由后裁定：{command}"
        en += f"; restore it, or decide with a reason: {command}"
    return finding(
        _place(draft, comparison, entry, change),
        zh,
        en,
        change.fingerprint,
        *_around_it(entry, change),
        item=item,
        label=label,
        severity="note" if accepted is not None else LABELS[label].severity or "note",
        against=against,
        quote=shorten(change.target.text, _LONGEST) if change.target else "",
        related=tuple(_related(found)),
        sure=change.sure and entry.sure,
        reason=accepted.reason if accepted is not None else "",
        accepted=accepted is not None,
    )


def _decide(draft: Draft, item: Item, label: LabelName, against: tuple[str, ...]) -> str:
    """The command that decides about it; a decision is about one base, and without a name the
    first that the draft builds on."""
    first = draft.whole_chain and against[0] == draft.comparisons[0].base.ref
    return draft.command("decide", item, label, *(() if first else ("--against", against[0])))


def _around_it(entry: ItemComparison, change: Change) -> tuple[str, str]:
    """What the base says before and after it in the same sentence: that tells 2次 from another
    2次, whatever else becomes of the draft."""
    span = change.base
    if span is None or span.field not in FIELDS or len(entry.base) != 1:
        return "", ""
    text = entry.base[0].text(span.field) or ""
    return _SENTENCE.split(text[: span.start])[-1], _SENTENCE.split(text[span.end :])[0]


def _related(found: list[_Cut]) -> Iterator[Related]:
    for comparison, entry, change, _ in found:
        place = change.base.place if change.base else None
        if place is not None and change.base is not None:
            words = shorten(change.base.text, _LONGEST) or _around(entry, change.base)
            name = comparison.base.name or comparison.base.ref
            yield Related(place, f"{name}：{words}", f"{comparison.base.ref}: {words}")


def _around(entry: ItemComparison, span: Span) -> str:
    """The text in which something belongs that is not there."""
    text = entry.base[0].text(span.field) if len(entry.base) == 1 else None
    if text is None:
        return ""
    start = max(span.start - _LONGEST // 2, 0)
    end = start + _LONGEST
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _place(draft: Draft, comparison: Comparison, entry: ItemComparison, change: Change) -> Place:
    if change.target is not None and change.target.place is not None:
        return change.target.place
    if entry.target:
        return draft.place_of(entry.target[0], change.field)
    return home_of(draft, comparison, entry)


def home_of(draft: Draft, comparison: Comparison, entry: ItemComparison) -> Place:
    """Where a missing item belongs: at the item before it, rather one of its own domain; at
    the top of the standard where there is none."""
    before: Item | None = None
    same: Item | None = None
    for one in comparison.items:
        if one is entry:
            break
        if one.target:
            before = one.target[-1]
            if before.domain == entry.item.domain:
                same = before
    home = same or next(
        (item for item in draft.target.items if item.domain == entry.item.domain), before
    )
    return draft.place_of(home) if home is not None else draft.place


def _places(found: list[_Cut], between: str) -> str:
    return between.join(dict.fromkeys(_named(one.comparison.base) for one in found))


def _named(standard: Standard) -> str:
    return standard.name or standard.ref
