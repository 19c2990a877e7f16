"""The result of a check as JSON: every finding with everything that is known of it.

A later run reads it back as its baseline.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from yiwu_diff import __version__

# Read when the schema is made: the types must be there while the program runs.
from yiwu_diff.check.base import SEVERITIES, Status
from yiwu_diff.compare.labels import LabelName, Severity  # noqa: TC001
from yiwu_diff.report.json import StandardHead, Tool, standard_record
from yiwu_diff.report.options import FailOn  # noqa: TC001

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Related, Result
    from yiwu_diff.report.options import Options

SCHEMA_VERSION: Literal[1] = 1
"""Grows when a key is taken away or changes its meaning; a new key is no reason."""


class Message(TypedDict):
    """A text in both languages."""

    zh: str
    en: str


class RelatedRecord(TypedDict):
    """Another place that a finding speaks of."""

    file: str
    line: Annotated[int, "Counts from 1"]
    column: Annotated[int, "Counts from 1"]
    message: Message


class FindingRecord(TypedDict):
    """One reason for which the draft should not go out as it is."""

    check: Annotated[str, "The id of the check"]
    severity: Severity
    status: Annotated[
        Status,
        "Only open findings count; known: an earlier run had it too; waived: the settings say why",
    ]
    file: Annotated[str, "Always a file of the draft"]
    line: Annotated[int, "Counts from 1"]
    column: Annotated[int, "Counts from 1"]
    message: Annotated[Message, "What is wrong and how to mend it"]
    item: Annotated[str | None, "The id of the item that it is about"]
    name: Annotated[str, "The item's name, empty where it is about none"]
    label: Annotated[LabelName | None, "The label of the comparison that it rests on"]
    against: Annotated[list[str], "Refs of the standards that the draft falls short of or exceeds"]
    quote: Annotated[str, "The draft's own words"]
    related: list[RelatedRecord]
    sure: Annotated[bool, "false: a person should look"]
    fingerprint: Annotated[str, "Stable name of this finding, independent of lines and wording"]
    reason: Annotated[str, "Why it is waived, or why a person accepted it"]
    accepted: Annotated[bool, "Whether a person confirmed it in decisions.yaml; it is a note then"]
    until: Annotated[str, "The day on which the waiver ends; empty where it has no end"]


class Counts(TypedDict):
    """Findings by status, every severity listed."""

    open: dict[Severity, int]
    known: dict[Severity, int]
    waived: dict[Severity, int]


class CheckRecord(TypedDict):
    """The result of a check, as ``yiwu-diff check --format json`` prints it."""

    schema_version: Literal[1]
    tool: Tool
    target: Annotated[StandardHead, "What is being drafted"]
    bases: Annotated[list[str], "Refs of the standards that it was compared with, nearest first"]
    checks: Annotated[int, "How many checks ran"]
    off: Annotated[list[str], "The checks that the settings switched off"]
    fail_on: Annotated[FailOn, "The severity from which on an open finding fails the check"]
    passed: Annotated[bool, "No open finding is at or above fail_on"]
    counts: Counts
    findings: Annotated[list[FindingRecord], "By file, line and column"]


def render(result: Result, options: Options) -> str:
    """The result as a JSON text."""
    return json.dumps(record(result, options), ensure_ascii=False, indent=2) + "\n"


def record(result: Result, options: Options) -> CheckRecord:
    """The result as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "yiwu-diff", "version": __version__},
        "target": standard_record(result.target),
        "bases": list(result.bases),
        "checks": result.checks,
        "off": list(result.off),
        "fail_on": options.fail_on,
        "passed": not result.fails(options.fail_on),
        "counts": {
            "open": _counts(result, "open"),
            "known": _counts(result, "known"),
            "waived": _counts(result, "waived"),
        },
        "findings": [_finding(one) for one in result.findings],
    }


def _counts(result: Result, status: Status) -> dict[Severity, int]:
    found = [one.severity for one in result.with_status(status)]
    return {severity: found.count(severity) for severity in SEVERITIES}


def _finding(one: Finding) -> FindingRecord:
    return {
        "check": one.check,
        "severity": one.severity,
        "status": one.status,
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "message": {"zh": one.zh, "en": one.en},
        "item": one.item,
        "name": one.name,
        "label": one.label,
        "against": list(one.against),
        "quote": one.quote,
        "related": [_related(other) for other in one.related],
        "sure": one.sure,
        "fingerprint": one.fingerprint,
        "reason": one.reason,
        "accepted": one.accepted,
        "until": one.until,
    }


def _related(other: Related) -> RelatedRecord:
    return {
        "file": other.place.file,
        "line": other.place.line,
        "column": other.place.column,
        "message": {"zh": other.zh, "en": other.en},
    }
