"""The findings of a check as GitHub's workflow commands, and the summary of the step.

A command on standard output becomes an annotation beside its line in the pull request. GitHub
shows the first ten of each severity in a step; all of them stay in its log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import SEVERITIES
from yiwu_diff.report import check_markdown
from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.cells import visible
from yiwu_diff.report.forge_paths import relative
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Result
    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.report.options import Options

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
_SUMMARY_ROWS = 200
"""More are not read on that page."""
_SUMMARY_BYTES = 900_000
"""GitHub refuses a summary of more than 1 MiB, which other steps of the job share."""


def render(result: Result, options: Options) -> str:
    """The open findings, worst first, then whether it passes."""
    say = Say(options.lang)
    found = sorted(result.open, key=lambda one: SEVERITIES.index(one.severity))
    lines = [_command(one, options, say) for one in found]
    more = sum(max(result.count(severity) - _SHOWN, 0) for severity in SEVERITIES)
    if more:
        lines.append(say("check.annotations", n=more))
    lines += [*sentences.totals(result, say), sentences.verdict(result, options.fail_on, say)]
    return "\n".join(lines) + "\n"


def summary(result: Result, options: Options) -> str:
    """Markdown for the file that ``$GITHUB_STEP_SUMMARY`` names."""
    return check_markdown.document(result, options, rows=_SUMMARY_ROWS, room=_SUMMARY_BYTES)


def _command(one: Finding, options: Options, say: Say) -> str:
    file = relative(one.place.file, options.root, options.start)
    title = sentences.check_title(one.check, say)
    if one.name:
        title += say("list.colon") + sentences.one_line(one.name)
    lines = [sentences.message(one, say), *sentences.details(one, say), *sentences.doubt(one, say)]
    properties = [] if file is None else [f"file={_property(file)}"]
    if file is None:
        # No line of the pull request: the annotation stands alone and says where.
        lines[0] = f"{one.place}{say('list.colon')}{lines[0]}"
    else:
        properties += [f"line={one.place.line}", f"col={one.place.column}"]
    properties.append(f"title={_property(title)}")
    lines.append(f"[{one.check}]")
    text = _data("\n".join(lines))
    return f"::{_COMMANDS[one.severity]} {','.join(properties)}::{text}"


def _data(text: str) -> str:
    """A message as a command carries it: in one line."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
