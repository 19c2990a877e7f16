"""What every form says about the result of a check, and about one of its findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.check.base import SEVERITIES
from yiwu_diff.compare.labels import BEYOND, HARMFUL
from yiwu_diff.report.excerpt import without_middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from yiwu_diff.check.base import Check, Finding, Result
    from yiwu_diff.report.options import FailOn
    from yiwu_diff.report.words import Say

_BREAK = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")
"""A line break between Chinese characters, where there is no space in one line."""
_LONGEST = 300
"""Of a longer quote the middle is left out: forges cut or refuse long texts. JSON has it whole."""


class Waiver(NamedTuple):
    """Findings that are waived for one reason."""

    check: str
    reason: str
    until: str
    number: int


# -- the run -------------------------------------------------------------------------------


def title(result: Result, say: Say) -> str:
    """What was checked."""
    target = result.target
    return say("check.title", title=target.title or target.name or target.ref, ref=target.ref)


def looked_at(result: Result, say: Say) -> tuple[str, str]:
    """What it was compared with, and how many checks ran: a pass is worth no more than that."""
    bases = say.several(result.bases)
    return (
        say("check.bases", refs=bases) if bases else say("check.bases.none"),
        say("check.ran", n=result.checks) if result.checks else say("check.ran.none"),
    )


def totals(result: Result, say: Say) -> Iterator[str]:
    """Open findings by severity, then the known ones, and what nobody looked for."""
    if result.open:
        yield say("check.total", n=len(result.open), each=counts(result.open, say))
    else:
        yield say("check.nothing.open" if result.findings else "check.nothing")
    if known := result.with_status("known"):
        yield say("check.known", n=len(known), each=counts(known, say))
    if result.off:
        yield say("check.off", ids=say.several(result.off))


def verdict(result: Result, fail_on: FailOn, say: Say) -> str:
    """Whether it passes."""
    if fail_on == "never":
        return say("check.never")
    if result.fails(fail_on):
        bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return say(
            "check.fail", each=counts((one for one in result.open if one.severity in bad), say)
        )
    return say("check.pass.below", fail_on=fail_on) if result.open else say("check.pass")


def counts(findings: Iterable[Finding], say: Say) -> str:
    """How many of each severity, those that do not occur left out."""
    severities = [one.severity for one in findings]
    each = [(name, severities.count(name)) for name in SEVERITIES]
    return say("list.comma").join(say(f"check.count.{name}", n=n) for name, n in each if n)


def waivers(result: Result) -> list[Waiver]:
    """The waived findings, those of one check, reason and end counted together."""
    found: dict[tuple[str, str, str], int] = {}
    for one in result.with_status("waived"):
        key = (one.check, one.reason, one.until)
        found[key] = found.get(key, 0) + 1
    return [Waiver(*key, number) for key, number in sorted(found.items())]


def waived(waiver: Waiver, say: Say) -> str:
    """A group of waived findings, and why."""
    return say(
        "check.waived",
        n=waiver.number,
        check=waiver.check,
        reason=reason(waiver.reason, waiver.until, say),
    )


def reason(text: str, until: str, say: Say) -> str:
    """Why something is waived, and how long."""
    told = one_line(text).rstrip("。.") or say("check.waived.no_reason")
    return told + (say("check.waived.until", until=until) if until else "")


# -- one finding ---------------------------------------------------------------------------


def message(one: Finding, say: Say) -> str:
    """What is wrong and how to mend it."""
    return one_line(one.message(say.lang))


def quote(one: Finding, say: Say) -> str:
    """The draft's own words in quotes, "" where there are none."""
    text = one_line(one.quote)
    return say("quote.open").lstrip() + text + say("quote.close") if text else ""


def related(one: Finding, say: Say) -> list[str]:
    """The other places that it speaks of."""
    return [
        say("check.see", place=other.place, text=one_line(say.both(other))) for other in one.related
    ]


def against(one: Finding, say: Say) -> str:
    """The standards that the draft falls short of or goes beyond, "" where there are none."""
    if not one.against:
        return ""
    key = "short" if one.label in HARMFUL else "beyond" if one.label in BEYOND else "against"
    return say(f"check.{key}", refs=say.several(one.against))


def details(one: Finding, say: Say, longest: int = _LONGEST) -> list[str]:
    """What stands below the message, a line each; of longer ones the middle is left out."""
    lines = (quote(one, say), *related(one, say), against(one, say))
    return [without_middle(line, longest, say) for line in lines if line]


def doubt(one: Finding, say: Say) -> list[str]:
    """The line that says that a person should look, where one should."""
    return [] if one.sure else [say("check.unsure")]


def status(one: Finding, say: Say) -> str:
    """Why it does not count, "" for an open finding."""
    if one.status == "known":
        return say("check.known.one")
    if one.status == "waived":
        return say("check.waived.one", reason=reason(one.reason, one.until, say))
    return ""


def one_line(text: str) -> str:
    """The text without line breaks: a form decides where lines end."""
    return text if text.isprintable() else " ".join(_BREAK.sub("", text).split())


# -- the checks ----------------------------------------------------------------------------


def checks() -> Mapping[str, Check]:
    """Every check by id."""
    from yiwu_diff.check import CHECKS

    return CHECKS


def check_title(id: str, say: Say) -> str:
    """A check's title; the id of a check that this version does not know."""
    known = checks().get(id)
    return say.both(known.title) if known else id
