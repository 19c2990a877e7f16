"""What a check is, what it finds, and what it looks at."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.standard.model import Place
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from yiwu_diff.compare.labels import LabelName, Severity
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.compare.rules.base import Words
    from yiwu_diff.note.kept import Kept
    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.model import Item, Standard
    from yiwu_diff.standard.verdicts import Decision, Justification

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Worst first."""

Status = Literal["open", "known", "waived"]
"""``known``: an earlier run found it too (``--baseline``, ``--since``). ``waived``: the settings
say why it may be. Only open findings decide the exit code."""


class Related(NamedTuple):
    """Another place that a finding speaks of: where the base says what is cut."""

    place: Place
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason for which a draft should not go out as it is."""

    check: str
    """The id of the check."""
    severity: Severity
    place: Place
    """Where to mend it, always a place of the draft's own files."""
    zh: str
    en: str
    item: str | None = None
    """The id of the item it is about."""
    name: str = ""
    """The item's name."""
    label: LabelName | None = None
    against: tuple[str, ...] = ()
    """The refs of the standards that the draft falls short of, or goes beyond."""
    quote: str = ""
    """The draft's own words."""
    related: tuple[Related, ...] = ()
    sure: bool = True
    """False where the engine's reading is in doubt."""
    fingerprint: str = ""
    """Stable name of this finding: what it is about and the texts, no lines, no message."""
    status: Status = "open"
    reason: str = ""
    """Why it is waived, or why a person accepted it."""
    accepted: bool = False
    """Whether a person confirmed it in ``decisions.yaml`` (with ``reason``); it is a note then."""
    until: str = ""
    """The day on which the waiver ends, "" where it has no end."""

    def message(self, lang: str = "zh") -> str:
        """What is wrong and how to mend it, in one line."""
        return self.en if lang == "en" else self.zh


def finding(
    place: Place,
    zh: str,
    en: str,
    *key: str,
    item: Item | None = None,
    severity: Severity = "error",
    **more: object,
) -> Finding:
    """A finding as a check makes it; the runner puts in the check's id and severity.

    ``key`` names what it is about, beside the check and the item: texts, keys, labels, but no
    lines. Texts are normalised, so that layout does not make a finding a new one.
    """
    about = item.id or level(item.name) if item is not None else ""
    parts = (about, *(level(part) for part in key))
    return Finding(
        check="",
        severity=severity,
        place=place,
        zh=zh,
        en=en,
        item=item.id if item is not None else None,
        name=item.name if item is not None else "",
        fingerprint=blake2s("\x1f".join(parts).encode(), digest_size=8).hexdigest(),
        **more,  # type: ignore[arg-type]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that is looked at: the standard being drafted and what lies beside it."""

    target: Standard
    folder: Folder
    comparisons: tuple[Comparison, ...] = ()
    """With every standard above, nearest first, decisions laid over; the direct base is the
    first."""
    unknown_bases: tuple[tuple[str, str], ...] = ()
    """Refs that cannot be found, each with the ref of the standard that names it."""
    dropped_bases: tuple[str, ...] = ()
    """Refs that it was compared with at an earlier revision, of places that it is no longer
    compared with at all."""
    changed_bases: tuple[Comparison, ...] = ()
    """Each standard above as it was at that revision set against itself now, where it differs."""
    decisions: tuple[Decision, ...] = ()
    justifications: tuple[Justification, ...] = ()
    note: Kept | None = None
    """What ``note.yaml`` claims."""
    whole_chain: bool = True
    """Whether the comparisons are with all that the standard builds on, not with others that
    were asked for."""
    called: str = ""
    """How commands name the target: its ref, or the folder where the data do not hold it."""

    def command(self, name: str, item: Item, *more: str) -> str:
        """A command about an item, as a shell takes it."""
        words = (name, item.id or item.name, *more, "--standard", self.called or self.target.ref)
        return "yiwu-diff " + " ".join(map(shlex.quote, words))

    @property
    def place(self) -> Place:
        """Where to point when nothing better is known: the top of ``standard.yaml``."""
        return self.target.place or Place(self.folder.shown_file("standard.yaml"), 1, 1)

    def key_place(self, key: str) -> Place:
        """Where a key of ``standard.yaml`` stands, or where it would."""
        return self.target.places.get(key, self.place)

    def place_of(self, item: Item, *names: str) -> Place:
        """The place of the first of these keys that the item has, else of the item."""
        for name in (*names, "item"):
            if name in item.places:
                return item.places[name]
        return self.place


class Check(NamedTuple):
    """One check. ``find`` yields findings; their severity is the check's own, unless
    ``graded``, where each finding has its own."""

    id: str
    severity: Severity
    title: Words
    means: Words
    mend: Words
    """What a drafter should do about it."""
    find: Callable[[Draft], Iterable[Finding]]
    graded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The findings of a run, in order of place."""

    target: Standard
    bases: tuple[str, ...] = ()
    """The refs that it was compared with, nearest first."""
    findings: tuple[Finding, ...] = ()
    checks: int = field(default=0)
    """How many checks ran."""
    off: tuple[str, ...] = ()
    """The checks that the settings switched off."""

    def with_status(self, status: Status) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.status == status)

    @property
    def open(self) -> tuple[Finding, ...]:
        return self.with_status("open")

    def count(self, severity: Severity) -> int:
        """Open findings of this severity."""
        return sum(one.severity == severity for one in self.open)

    def fails(self, fail_on: str) -> bool:
        """Whether an open finding is at or above ``fail_on`` (a severity, or ``never``)."""
        if fail_on == "never":
            return False
        bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return any(one.severity in bad for one in self.open)


def in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    """By file, line and column, worst first at one place, then by check and texts: the same
    findings always stand in the same order."""
    yield from sorted(
        findings,
        key=lambda one: (
            one.place.file,
            one.place.line,
            one.place.column,
            SEVERITIES.index(one.severity),
            one.check,
            one.fingerprint,
            one.zh,
        ),
    )
