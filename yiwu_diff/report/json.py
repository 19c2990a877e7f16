"""The comparison as JSON: everything that any report shows, in a form that is a promise.

The types are the description: `yiwu_diff.report.schema` makes the JSON Schema from them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

from yiwu_diff import __version__

# Read when the schema is made: the types must be there while the program runs.
from yiwu_diff.compare.labels import LabelName  # noqa: TC001
from yiwu_diff.compare.model import How, State  # noqa: TC001
from yiwu_diff.report.decided import item_name
from yiwu_diff.report.summary import Outcome, basis_of_label, held, summarise
from yiwu_diff.standard.model import FIELDS, Basis, Level
from yiwu_diff.standard.verdicts import Verdict  # noqa: TC001

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Change, Comparison, Decided, ItemComparison, Span
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Item, Standard

SCHEMA_VERSION: Literal[1] = 1
"""Grows when a key is taken away or changes its meaning; a new key is no reason."""


class Tool(TypedDict):
    """What made the file."""

    name: Literal["yiwu-diff"]
    version: str


class Totals(TypedDict):
    """Counts of a standard."""

    domains: int | None
    services: int | None
    items: int | None


class SourceDocument(TypedDict):
    """A document that a dataset was made from."""

    title: str
    basis: Basis
    file: str | None
    sha256: str | None
    note: str | None


class StandardHead(TypedDict):
    """One of the two standards."""

    ref: Annotated[str, "Jurisdiction and edition, as commands take them: yiwu@2021"]
    title: str
    jurisdiction: str
    name: Annotated[str, "What readers call the place"]
    level: Level | None
    edition: str
    builds_on: Annotated[list[str], "Refs of the standards it must not fall short of"]
    agencies: list[str]
    declared: Annotated[Totals, "What the standard states about itself; null where it does not"]
    held: Annotated[Totals, "What the dataset holds"]
    with_text: Annotated[int, "Items of which any field is known"]
    bases: Annotated[dict[Basis, int], "Field texts by basis; items with a name alone as named"]
    sources: list[SourceDocument]
    file: Annotated[str | None, "Where it was read from"]


class SummaryRecord(TypedDict):
    """The figures of the comparison."""

    outcome: Annotated[
        Outcome,
        "harmless: different only in localised or editorial ways; nothing-compared: no pair has a "
        "text on both sides; no-items: the filters, or the standards, leave nothing",
    ]
    labels: Annotated[dict[LabelName, int], "Items per label, every label listed"]
    items: Annotated[int, "Distinct items with a label other than unchanged"]
    pairs: Annotated[int, "Entries with an item on both sides"]
    compared: Annotated[int, "Pairs of which both sides have a text"]
    not_compared: Annotated[int, "Pairs without a text on some side: not unchanged, unknown"]
    equal: Annotated[int, "Items in which nothing at all differs"]
    domains: Annotated[dict[str, dict[LabelName, int]], "Labels other than unchanged by domain"]
    bases: Annotated[dict[Basis, int], "Labels by the weakest basis of the texts under them"]
    unsure: Annotated[int, "Changes that a person should look at"]


class Evidence(TypedDict):
    """A piece of a field's text, and where it stands."""

    field: str
    start: Annotated[int, "Offset into the field's text, in characters"]
    end: Annotated[int, "Equal to start where the other side's text is absent here"]
    text: str
    file: str | None
    line: Annotated[int | None, "Counts from 1"]
    column: Annotated[int | None, "Counts from 1"]


class ChangeRecord(TypedDict):
    """One difference between two items, with its evidence on both sides."""

    kind: Annotated[str, "What happened to the text"]
    rule: Annotated[str | None, "The rule that labelled it; null for a change without a label"]
    label: LabelName | None
    field: Annotated[str, "One of the five fields, name, or item: the item as a whole"]
    sure: Annotated[bool, "false: a person should look"]
    detail: Annotated[str, "The fact in symbols: 92% → ≥97%"]
    basis: Annotated[Basis | None, "The weakest basis of the texts it rests on"]
    fingerprint: Annotated[str, "Stable name of this fact, independent of its position"]
    base: Evidence | None
    target: Evidence | None
    rejected: NotRequired[
        Annotated[LabelName, "The label that the rule gave and a person rejected; label is null"]
    ]


class DecisionRecord(TypedDict):
    """What a person decided about a label of an item, and what became of it."""

    item: Annotated[str, "The item's id"]
    name: Annotated[str, "The item's name; its id where there is no such item"]
    label: LabelName
    verdict: Verdict
    reason: str
    by: str
    date: Annotated[str, "Such as 2026-11-24"]
    base: Annotated[str, "The ref of the base; empty for the first that the target builds on"]
    fingerprint: Annotated[str, "Of the texts of both sides when it was decided"]
    state: Annotated[
        State,
        "applied: the labels follow it; the others do not count. stale: a text changed since; "
        "contradicted: several are about this label; needless: it judges a label that is not "
        "there, or adds one that is; unknown: there is no such item",
    ]
    file: str | None
    line: Annotated[int | None, "Counts from 1"]
    column: Annotated[int | None, "Counts from 1"]


class PairingRecord(TypedDict):
    """How an item was matched with its counterpart."""

    how: How
    score: Annotated[float, "Similarity from 0 to 1"]
    sure: bool


class Texts(TypedDict):
    """An item as its standard has it."""

    id: str | None
    name: str
    domain: str | None
    service: str | None
    aliases: list[str]
    audience: str | None
    content: str | None
    level: str | None
    funding: str | None
    lead: str | None
    basis: Annotated[dict[str, Basis], "By field; under name where there is no text"]
    file: str | None
    line: int | None
    column: int | None


class ItemRecord(TypedDict):
    """What became of one item."""

    id: str | None
    name: Annotated[str, "The target's name, or the base's where the target has none"]
    base_name: Annotated[str | None, "The base's name"]
    renamed: bool
    domain: str | None
    service: str | None
    labels: Annotated[list[LabelName], "Empty only where nothing could be compared"]
    label_bases: Annotated[dict[LabelName, Basis], "The weakest basis under each label"]
    changes: list[ChangeRecord]
    pairing: PairingRecord
    compared: Annotated[bool, "false: a side has no text"]
    equal: Annotated[bool, "Nothing at all differs"]
    basis: Annotated[Basis | None, "The weakest basis of all texts of the item"]
    base: Annotated[list[Texts], "Several where items were merged, none for a new item"]
    target: Annotated[list[Texts], "Several where an item was split, none for a missing one"]
    decided: NotRequired[
        Annotated[list[DecisionRecord], "The decisions that its labels follow; absent without any"]
    ]


class ComparisonRecord(TypedDict):
    """A comparison of two public service standards, as ``yiwu-diff diff --format json``
    prints it."""

    schema_version: Literal[1]
    tool: Tool
    base: Annotated[StandardHead, "What must be met"]
    target: Annotated[StandardHead, "What is being drafted"]
    filters: Annotated[dict[str, list[str]], "What the comparison was narrowed to"]
    items_before_filters: int
    summary: SummaryRecord
    items: Annotated[list[ItemRecord], "In the target's order; a missing item where it belongs"]
    decisions: NotRequired[
        Annotated[
            list[DecisionRecord],
            "What people decided about labels of this comparison; absent where nobody did",
        ]
    ]


def render(comparison: Comparison, options: Options) -> str:
    """The comparison as a JSON text."""
    return json.dumps(record(comparison, options), ensure_ascii=False, indent=2) + "\n"


def record(comparison: Comparison, options: Options) -> ComparisonRecord:
    """The comparison as plain values."""
    summary = summarise(comparison)
    before = options.items_before
    found: ComparisonRecord = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "yiwu-diff", "version": __version__},
        "base": standard_record(comparison.base),
        "target": standard_record(comparison.target),
        "filters": {kind: list(values) for kind, values in options.filters.chosen()},
        "items_before_filters": len(comparison.items) if before is None else before,
        "summary": {
            "outcome": summary.outcome,
            "labels": summary.labels,
            "items": summary.items,
            "pairs": summary.pairs,
            "compared": summary.compared,
            "not_compared": summary.not_compared,
            "equal": summary.equal,
            "domains": summary.domains,
            "bases": summary.bases,
            "unsure": summary.unsure,
        },
        "items": [_entry(entry) for entry in comparison.items],
    }
    if comparison.decisions:
        found["decisions"] = [
            decision_record(one, item_name(comparison, one.decision.item))
            for one in comparison.decisions
        ]
    return found


def standard_record(standard: Standard) -> StandardHead:
    """A standard as plain values."""
    count = held(standard)
    return {
        "ref": standard.ref,
        "title": standard.title,
        "jurisdiction": standard.jurisdiction,
        "name": standard.name,
        "level": standard.level,
        "edition": standard.edition,
        "builds_on": list(standard.builds_on),
        "agencies": list(standard.agencies),
        "declared": {
            "domains": standard.declared.domains,
            "services": standard.declared.services,
            "items": standard.declared.items,
        },
        "held": {"domains": count.domains, "services": count.services, "items": count.items},
        "with_text": count.with_text,
        "bases": count.bases,
        "sources": [
            {
                "title": source.title,
                "basis": source.basis,
                "file": source.file,
                "sha256": source.sha256,
                "note": source.note,
            }
            for source in standard.sources
        ],
        "file": standard.place.file if standard.place else None,
    }


def _entry(entry: ItemComparison) -> ItemRecord:
    bases = {label: basis_of_label(entry, label) for label in entry.ordered_labels}
    found: ItemRecord = {
        "id": entry.id,
        "name": entry.name,
        "base_name": entry.base[0].name if entry.base else None,
        "renamed": entry.renamed,
        "domain": entry.item.domain,
        "service": entry.item.service,
        "labels": list(entry.ordered_labels),
        "label_bases": {label: basis for label, basis in bases.items() if basis is not None},
        "changes": [change_record(change) for change in entry.changes],
        "pairing": {"how": entry.how, "score": round(entry.score, 4), "sure": entry.sure},
        "compared": entry.compared,
        "equal": entry.equal,
        "basis": entry.basis,
        "base": [texts_record(item) for item in entry.base],
        "target": [texts_record(item) for item in entry.target],
    }
    if entry.decided:
        found["decided"] = [decision_record(one, entry.name) for one in entry.decided]
    return found


def decision_record(decided: Decided, name: str) -> DecisionRecord:
    """A decision about an item of this name as plain values."""
    decision, state = decided
    place = decision.place
    return {
        "item": decision.item,
        "name": name,
        "label": decision.label,  # type: ignore[typeddict-item]
        "verdict": decision.verdict,
        "reason": decision.reason,
        "by": decision.by,
        "date": decision.date,
        "base": decision.base,
        "fingerprint": decision.fingerprint,
        "state": state,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def change_record(change: Change) -> ChangeRecord:
    """A change as plain values."""
    found: ChangeRecord = {
        "kind": change.kind,
        "rule": change.rule,
        "label": change.label,
        "field": change.field,
        "sure": change.sure,
        "detail": change.detail,
        "basis": change.basis,
        "fingerprint": change.fingerprint,
        "base": _evidence(change.base),
        "target": _evidence(change.target),
    }
    if change.rejected is not None:
        found["rejected"] = change.rejected
    return found


def _evidence(span: Span | None) -> Evidence | None:
    if span is None:
        return None
    place = span.place
    return {
        "field": span.field,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def texts_record(item: Item) -> Texts:
    """An item as plain values."""
    place = item.places.get("item")
    return {
        "id": item.id,
        "name": item.name,
        "domain": item.domain,
        "service": item.service,
        "aliases": list(item.aliases),
        "audience": item.audience,
        "content": item.content,
        "level": item.level,
        "funding": item.funding,
        "lead": item.lead,
        "basis": {name: item.basis[name] for name in ("name", *FIELDS) if name in item.basis},
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
