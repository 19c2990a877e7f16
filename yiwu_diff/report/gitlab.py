"""The open findings of a check as GitLab's code quality report.

GitLab shows what a merge request adds by comparing fingerprints, and drops entries whose
fingerprint another entry has.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.forge_paths import relative
from yiwu_diff.report.ordinals import numbered
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.check.base import Result
    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.report.options import Options

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(result: Result, options: Options) -> str:
    """The report as a JSON text."""
    say = Say(options.lang)
    names = numbered(f"{one.check}-{one.fingerprint}" for one in result.open)
    entries = []
    for one, fingerprint in zip(result.open, names, strict=True):
        name = sentences.one_line(one.name)
        message = sentences.message(one, say)
        # A path is demanded: that of a file elsewhere stays as the user named it.
        path = relative(one.place.file, options.root, options.start) or one.place.file
        entries.append(
            {
                "description": f"{name}{say('list.colon')}{message}" if name else message,
                "check_name": one.check,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[one.severity],
                "location": {"path": path, "lines": {"begin": one.place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
