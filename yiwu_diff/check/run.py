"""Run the checks over a draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import blake2s
from typing import TYPE_CHECKING

from yiwu_diff.check import CHECKS
from yiwu_diff.check.base import Draft, Finding, Result, in_order
from yiwu_diff.check.checks import waiver_expired, waiver_unused
from yiwu_diff.check.settings import Settings, Waiver

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def run(
    draft: Draft, settings: Settings | None = None, *, today: str = "", known: Collection[str] = ()
) -> Result:
    """Every finding, in order of place.

    ``today`` (``2026-11-24``) is the day by which waivers end. ``known`` are the fingerprints
    that an earlier run found.
    """
    settings = settings or Settings()
    about = [one for one in settings.waivers if one.is_about(draft.target)]
    valid = [one for one in about if not one.expired(today)]
    found, ran = _found(draft, settings)
    used: set[Waiver] = set()
    done: list[Finding] = []
    for one in found:
        waiver = next((waiver for waiver in valid if waiver.covers(one)), None)
        if waiver is not None:
            used.add(waiver)
            one = replace(one, status="waived", reason=waiver.reason, until=waiver.until)
        elif one.fingerprint in known:
            one = replace(one, status="known")
        done.append(one)
    # About the settings themselves, and so never waived by them.
    for check, those in (
        (waiver_expired, [one for one in about if one.expired(today)]),
        (waiver_unused, [one for one in valid if one not in used]),
    ):
        severity = settings.severity(check.CHECK)
        if severity is not None:
            made = [
                replace(check.of(one), check=check.CHECK.id, severity=severity) for one in those
            ]
            done += [
                replace(one, status="known") if one.fingerprint in known else one
                for one in _named(made)
            ]
    return Result(
        target=draft.target,
        bases=tuple(one.base.ref for one in draft.comparisons),
        findings=tuple(in_order(done)),
        checks=ran,
        off=tuple(one.id for one in CHECKS.values() if settings.severity(one) is None),
    )


def fingerprints(draft: Draft) -> frozenset[str]:
    """The names of all that is found in a draft, whatever the settings say; without what a
    person accepted: where the acceptance is taken back or grows stale, it is found anew."""
    return frozenset(one.fingerprint for one in _found(draft, Settings())[0] if not one.accepted)


def _found(draft: Draft, settings: Settings) -> tuple[list[Finding], int]:
    found: list[Finding] = []
    ran = 0
    for check in CHECKS.values():
        severity = settings.severity(check)
        if severity is None:
            continue
        ran += 1
        own = check.id in settings.severities
        for one in check.find(draft):
            # A person's acceptance, and a finding's own grade, stand unless the settings say
            # otherwise of the whole check.
            graded = (check.graded and not own) or one.accepted
            found.append(
                replace(one, check=check.id, severity=one.severity if graded else severity)
            )
    return list(_named(in_order(found))), ran


def _named(findings: Iterable[Finding]) -> Iterator[Finding]:
    """With fingerprints that no two share: of the check, what it is about, and of equal ones
    the how-manieth it is."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in findings:
        key = (one.check, one.fingerprint)
        seen[key] += 1
        text = "\x1f".join((*key, *(str(seen[key]) for _ in range(seen[key] > 1))))
        yield replace(one, fingerprint=blake2s(text.encode(), digest_size=8).hexdigest())
