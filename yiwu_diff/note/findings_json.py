"""The findings of an audit as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.note.findings import Finding


def render(findings: Iterable[Finding], lang: str = "zh") -> str:
    """``{"findings": [{check, severity, line, message, quote}]}``."""
    records = [
        {
            "check": one.check,
            "severity": one.severity,
            "line": one.line,
            "message": one.message(lang),
            "quote": one.quote,
        }
        for one in findings
    ]
    return json.dumps({"findings": records}, ensure_ascii=False, indent=2) + "\n"
