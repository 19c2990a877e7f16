"""The findings of an audit as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.note.findings import Finding


def render(findings: Iterable[Finding], unverified: Sequence[str] = (), lang: str = "zh") -> str:
    """``{"findings": [{check, severity, line, message, quote}], "not_verified": [name]}``."""
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
    told = {"findings": records, "not_verified": list(unverified)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
