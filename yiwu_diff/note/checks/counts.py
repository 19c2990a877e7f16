"""Numbers of items per label: the sentence, the headings, the lists and the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.note.context import labels_of, on_weak_text
from yiwu_diff.note.findings import Finding, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.note.context import Context
    from yiwu_diff.note.model import Claim

Labels = tuple["LabelName", ...]


def check(context: Context) -> Iterator[Finding]:
    """Set every number against the others that speak of the same."""
    yield from _against_lists(context)
    yield from _against_comparison(context)
    yield from _in_domains(context)
    yield from _distinct(context)


def said(labels: Labels, lang: str = "zh") -> str:
    """Labels in words."""
    if lang == "en":
        return " and ".join(LABELS[label].en for label in labels)
    return "、".join(LABELS[label].zh for label in labels)


def _against_lists(context: Context) -> Iterator[Finding]:
    held: dict[Labels, int] = {}
    headings: dict[Labels, int] = {}
    for one in context.lists:
        size = len(one.entries)
        held[one.labels] = held.get(one.labels, 0) + size
        if one.claimed is not None:
            headings[one.labels] = headings.get(one.labels, 0) + one.claimed
        complete = not one.open_ended or size > (one.claimed or 0)
        if one.claimed is not None and size != one.claimed and complete:
            yield Finding(
                "count-list",
                "error",
                one.line,
                f"报{said(one.labels)}{one.claimed}项，清单列了{size}项",
                f"{one.claimed} {said(one.labels, 'en')} announced, {size} listed",
                shorten(one.heading, 60),
            )
    open_ended = {one.labels for one in context.lists if one.open_ended}
    first: dict[Labels, Claim] = {}
    for claim in _overall(context):
        earlier = first.setdefault(claim.labels, claim)
        if earlier.count != claim.count:
            yield Finding(
                "count-heading",
                "error",
                claim.line,
                f"{said(claim.labels)}此处为{claim.count}项，第{earlier.line}行为{earlier.count}项",
                f"{claim.count} {said(claim.labels, 'en')} here, {earlier.count} on line "
                f"{earlier.line}",
                claim.quote,
            )
    for labels, claim in first.items():
        if labels in headings and headings[labels] != claim.count:
            line = next(
                one.line
                for one in context.lists
                if one.labels == labels and one.claimed is not None
            )
            yield Finding(
                "count-heading",
                "error",
                claim.line,
                f"{said(labels)}此处为{claim.count}项，清单标题（第{line}行）为{headings[labels]}项",
                f"{claim.count} {said(labels, 'en')} here, {headings[labels]} in the heading on "
                f"line {line}",
                claim.quote,
            )
        elif labels not in headings and labels not in open_ended and context.lists:
            size = held.get(labels, 0)
            if size != claim.count and len(labels) == 1:
                yield Finding(
                    "count-list",
                    "error",
                    claim.line,
                    f"报{said(labels)}{claim.count}项，"
                    + (f"清单列了{size}项" if size else "文中没有列出"),
                    f"{claim.count} {said(labels, 'en')} announced, "
                    + (f"{size} listed" if size else "none listed"),
                    claim.quote,
                )


def _against_comparison(context: Context) -> Iterator[Finding]:
    claims: dict[Labels, tuple[int, int, str]] = {}
    for claim in _overall(context):
        claims.setdefault(claim.labels, (claim.count, claim.line, claim.quote))
    for one in context.lists:
        if one.claimed is not None and one.labels not in claims:
            whole = sum(o.claimed or 0 for o in context.lists if o.labels == one.labels)
            claims[one.labels] = (whole, one.line, shorten(one.heading, 60))
    unknown = _unknown(context)
    for labels, (count, line, quote) in claims.items():
        found = sum(len(context.comparison.with_label(label)) for label in labels)
        more = sum(unknown.get(label, 0) for label in labels)
        if found <= count <= found + more:
            continue
        without = f"（另有{more}项没有文本，未比对）" if more else ""
        rests_on = [one for label in labels for one in context.comparison.with_label(label)]
        weak = any(on_weak_text(one) for one in rests_on)
        yield Finding(
            "count-label",
            "warning" if weak else "error",
            line,
            f"报{said(labels)}{count}项，比对结果为{found}项{without}"
            + ("（所据文本有公开资料重构的）" if weak else ""),
            f"{count} {said(labels, 'en')} claimed, the comparison finds {found}"
            + (f" ({more} more have no text and were not compared)" if more else "")
            + (" (some of the texts are reconstructed from public sources)" if weak else ""),
            quote,
        )


def _overall(context: Context) -> list[Claim]:
    """The claims that count in all domains."""
    return [claim for claim in context.claims if claim.domain is None]


def _in_domains(context: Context) -> Iterator[Finding]:
    for claim in context.claims:
        if claim.domain is None:
            continue
        of_domain = [
            entry
            for label in claim.labels
            for entry in context.comparison.with_label(label)
            if entry.item.domain == claim.domain
        ]
        known = any(i.domain == claim.domain for i in context.comparison.target.items)
        unread = any(entry.item.domain == claim.domain for entry in context.comparison.not_compared)
        if known and not unread and len(of_domain) != claim.count:
            yield Finding(
                "count-label",
                "warning" if any(map(on_weak_text, of_domain)) else "error",
                claim.line,
                f"报{claim.domain}领域{said(claim.labels)}{claim.count}项，"
                f"比对结果为{len(of_domain)}项",
                f"{claim.count} {said(claim.labels, 'en')} claimed in {claim.domain}, the "
                f"comparison finds {len(of_domain)}",
                claim.quote,
            )


def _unknown(context: Context) -> dict[LabelName, int]:
    """How many items the note puts under each label that could not be compared."""
    found: dict[LabelName, int] = {}
    for listed in context.listed:
        if listed.match is not None and not listed.match.entry.compared:
            for label in listed.list.labels:
                found[label] = found.get(label, 0) + 1
    return found


def _distinct(context: Context) -> Iterator[Finding]:
    entries = [listed.match.entry for listed in context.listed if listed.match]
    in_lists = {id(entry) for entry in entries if labels_of(entry) or not entry.compared}
    found = len(in_lists) if in_lists else len(context.comparison.labelled)
    for claim in context.distinct:
        if claim.count not in (found, len(context.comparison.labelled)):
            yield Finding(
                "count-distinct",
                "error",
                claim.line,
                f"称涉及{claim.count}个项目，实为{found}个",
                f"{claim.count} items said to be concerned, there are {found}",
                claim.quote,
            )
