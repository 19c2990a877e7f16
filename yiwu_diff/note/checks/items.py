"""The items of the lists: the right ones, once each, under their names and domains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.note.checks.counts import said
from yiwu_diff.note.context import labels_of, on_weak_text, short_title
from yiwu_diff.note.findings import Finding, shorten
from yiwu_diff.note.names import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.compare.labels import LabelName, Severity
    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.note.context import Context, Listed


def check(context: Context) -> Iterator[Finding]:
    """Look at every entry, then at what no entry names."""
    yield from _names(context)
    yield from _domains(context)
    yield from _lists(context)
    yield from _repeated(context)
    if context.lists or context.claims:
        yield from _left_out(context)


def _names(context: Context) -> Iterator[Finding]:
    first: dict[int, Listed] = {}
    for listed in context.listed:
        entry, match = listed.entry, listed.match
        if match is None:
            yield Finding(
                "item-unknown",
                "error",
                entry.line,
                f"两份标准中都没有“{shorten(entry.name, 60)}”",
                f"neither standard has “{shorten(entry.name, 60)}”",
                shorten(entry.quote),
            )
            continue
        if match.how == "similar":
            yield Finding(
                "name-differs",
                "error",
                entry.line,
                f"“{shorten(entry.name, 60)}”在标准中名为“{match.known_as}”",
                f"“{shorten(entry.name, 60)}” is called “{match.known_as}” in the standard",
                shorten(entry.quote),
            )
        earlier = first.setdefault(id(match.entry), listed)
        if key(earlier.entry.name) != key(entry.name) and not _parts(match.entry):
            known = match.known_as
            odd = listed if key(entry.name) != key(known) else earlier
            other = earlier if odd is listed else listed
            yield Finding(
                "name-two-ways",
                "warning",
                odd.entry.line,
                f"同一项目，此处称“{odd.entry.name}”，第{other.entry.line}行称"
                f"“{other.entry.name}”；标准中名为“{known}”",
                f"called “{odd.entry.name}” here and “{other.entry.name}” on line "
                f"{other.entry.line}; the standard calls it “{known}”",
                shorten(odd.entry.quote),
            )


def _parts(entry: ItemComparison) -> bool:
    """Whether it is made of several items, which rightly have several names."""
    return len(entry.base) > 1 or len(entry.target) > 1


def _domains(context: Context) -> Iterator[Finding]:
    for listed in context.listed:
        entry, match = listed.entry, listed.match
        if match is None or entry.domain is None:
            continue
        known = [item.domain for item in match.entry.target or match.entry.base if item.domain]
        if known and entry.domain not in known:
            yield Finding(
                "wrong-domain",
                "error",
                entry.line,
                f"“{match.known_as}”写在{entry.domain}领域，标准中属于{known[0]}领域",
                f"“{match.known_as}” is put in {entry.domain}, the standard has it in {known[0]}",
                shorten(entry.quote),
            )


def _lists(context: Context) -> Iterator[Finding]:
    for listed in context.listed:
        match = listed.match
        if match is None or not match.entry.compared:
            continue
        labels = labels_of(match.entry)
        if set(labels) & set(listed.list.labels):
            continue
        found = said(labels) if labels else LABELS["unchanged"].zh
        found_en = said(labels, "en") if labels else LABELS["unchanged"].en
        yield Finding(
            "wrong-list",
            _severity(match.entry, "error"),
            listed.entry.line,
            f"“{match.known_as}”列在{said(listed.list.labels)}中，比对结果为{found}"
            + _doubt(match.entry),
            f"“{match.known_as}” is listed as {said(listed.list.labels, 'en')}, the comparison "
            f"finds it {found_en}" + _doubt(match.entry, "en"),
            shorten(listed.entry.quote),
        )


def _repeated(context: Context) -> Iterator[Finding]:
    by_item: dict[int, list[Listed]] = {}
    for listed in context.listed:
        if listed.match is not None:
            by_item.setdefault(id(listed.match.entry), []).append(listed)
    matched = [listed for listed in context.listed if listed.match is not None]
    told = any(claim.count == len(by_item) for claim in context.distinct)
    for places in by_item.values():
        for n, listed in enumerate(places[1:], 1):
            assert listed.match is not None
            name = listed.match.known_as
            same = next((p for p in places[:n] if p.list.labels == listed.list.labels), None)
            if same is not None:
                if _parts(listed.match.entry):
                    continue
                yield Finding(
                    "item-repeated",
                    "error",
                    listed.entry.line,
                    f"“{name}”在{said(listed.list.labels)}中已列（第{same.entry.line}行）",
                    f"“{name}” is already listed as {said(listed.list.labels, 'en')} on line "
                    f"{same.entry.line}",
                    shorten(listed.entry.quote),
                )
                continue
            earlier = places[0]
            both = {*earlier.list.labels, *listed.list.labels} <= listed.match.entry.labels
            if both and told:
                continue
            zh, en = (
                ("比对结果确有这两个标签", "the comparison does find both")
                if both
                else ("比对结果并非二者都有", "the comparison does not find both")
            )
            yield Finding(
                "item-twice",
                "note" if both else "warning",
                listed.entry.line,
                f"“{name}”同时列在{said(earlier.list.labels)}（第{earlier.entry.line}行）和"
                f"{said(listed.list.labels)}中，计了两次：各清单合计{len(matched)}项，"
                f"实为{len(by_item)}个项目（{zh}）",
                f"“{name}” is listed as {said(earlier.list.labels, 'en')} (line "
                f"{earlier.entry.line}) and as {said(listed.list.labels, 'en')}, so counted "
                f"twice: {len(matched)} entries are {len(by_item)} items ({en})",
                shorten(listed.entry.quote),
            )


def _left_out(context: Context) -> Iterator[Finding]:
    """What no list names. A note that only counts cannot name its items: of these, what may be
    a loss and is not even counted."""
    where: dict[int, list[Listed]] = {}
    for listed in context.listed:
        if listed.match is not None:
            where.setdefault(id(listed.match.entry), []).append(listed)
    open_ended = {label for one in context.lists if one.open_ended for label in one.labels}
    counted = {label for claim in context.claims for label in claim.labels}
    for entry in context.comparison.labelled:
        places = where.get(id(entry), [])
        listed_as = {label for place in places for label in place.list.labels}
        absent = [
            label
            for label in labels_of(entry)
            if label not in listed_as
            and label not in open_ended
            and (context.lists or (label in HARMFUL and label not in counted))
        ]
        # An entry in a wrong list has been told with the labels that it should have.
        if not absent or (places and not listed_as & entry.labels):
            continue
        labels = tuple(absent)
        line, heading = _place_of(context, labels)
        base = short_title(context.comparison.base)
        absent_here = f"（{base}有、本标准没有）" if "missing" in labels else ""
        check_id, zh, en = (
            ("list-missing", "没有列在", "is not listed as")
            if places
            else (
                "item-missing",
                "各清单都没有列出，比对结果为",
                "is in no list, the comparison finds it",
            )
        )
        yield Finding(
            check_id,
            _severity(entry, _gravity(labels), labels),
            line,
            f"“{entry.name}”{zh}{said(labels)}{absent_here}" + _doubt(entry, labels=labels),
            f"“{entry.name}” {en} {said(labels, 'en')}" + _doubt(entry, "en", labels),
            heading,
        )


def _place_of(context: Context, labels: tuple[LabelName, ...]) -> tuple[int, str]:
    """Where an item with these labels should have been listed."""
    for one in context.lists:
        if set(one.labels) & set(labels):
            return one.line, shorten(one.heading, 60)
    for claim in context.claims:
        return claim.line, shorten(context.note.text(claim.line), 60)
    return context.lists[0].line, shorten(context.lists[0].heading, 60)


def _gravity(labels: tuple[LabelName, ...]) -> Severity:
    if HARMFUL & set(labels) or set(labels) - {"reassigned"}:
        return "error"
    return "note"


def _unsure(entry: ItemComparison, labels: tuple[LabelName, ...] = ()) -> bool:
    changes = [c for c in entry.changes if c.label and (not labels or c.label in labels)]
    return not entry.sure or (bool(changes) and not any(change.sure for change in changes))


def _severity(
    entry: ItemComparison, severity: Severity, labels: tuple[LabelName, ...] = ()
) -> Severity:
    """A finding is no error where the comparison itself stands on weak ground."""
    if severity == "error" and (on_weak_text(entry) or _unsure(entry, labels)):
        return "warning"
    return severity


def _doubt(entry: ItemComparison, lang: str = "zh", labels: tuple[LabelName, ...] = ()) -> str:
    parts: list[tuple[str, str]] = []
    if _unsure(entry, labels):
        parts.append(("待核", "to be verified"))
    if on_weak_text(entry):
        parts.append(("所据文本为公开资料重构", "the texts are reconstructed from public sources"))
    if not parts:
        return ""
    if lang == "en":
        return f" ({'; '.join(en for _, en in parts)})"
    return f"（{'；'.join(zh for zh, _ in parts)}）"
