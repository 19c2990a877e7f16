"""The checks as a person reads them, and as a machine does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.report.check_terminal import STYLES
from yiwu_diff.report.page import Page
from yiwu_diff.report.words import Lang, Say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.check import Check


def table(checks: Iterable[Check], lang: Lang, width: int, *, color: bool) -> str:
    """All checks, with what each makes of a finding by default."""
    say, page = Say(lang), Page(width, color=color)
    listed = list(checks)
    page.table(
        [say("check.head.id"), say("check.head.default"), say("rule.head.title")],
        [
            [
                (one.id, ""),
                (say(f"check.severity.{one.severity}"), STYLES[one.severity]),
                (say.both(one.title), ""),
            ]
            for one in listed
        ],
        "lll",
    )
    page.blank()
    page.add([(say("check.count", n=len(listed)), "dim")])
    return page.text()


def page(check: Check, lang: Lang, width: int, *, color: bool) -> str:
    """One check with everything it says about itself."""
    say, sheet = Say(lang), Page(width, color=color)
    severity = say(f"check.severity.{check.severity}")
    head = say("check.page", severity=severity)
    sheet.add([(check.id, "bold"), ("  ", ""), (head, STYLES[check.severity])])
    sheet.add([(say.both(check.title), "")])
    for key, text in (("rule.means", check.means), ("rule.react", check.mend)):
        sheet.heading(say(key))
        sheet.add([(say.both(text), "")], 3)
    sheet.heading(say("check.settings"))
    sheet.add([(say("check.settings.text", id=check.id), "")], 3)
    return sheet.text()


def as_json(checks: Iterable[Check]) -> str:
    """All checks with both languages."""
    records: list[dict[str, Any]] = [
        {
            "id": one.id,
            "severity": one.severity,
            "title": {"zh": one.title.zh, "en": one.title.en},
            "means": {"zh": one.means.zh, "en": one.means.en},
            "mend": {"zh": one.mend.zh, "en": one.mend.en},
        }
        for one in checks
    ]
    return json.dumps({"schema_version": 1, "checks": records}, ensure_ascii=False, indent=2) + "\n"
