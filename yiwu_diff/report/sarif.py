"""The findings of a check as SARIF 2.1.0, for code scanning and for editors.

Nothing in it depends on when or where it was made.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from yiwu_diff import __version__
from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.forge_paths import in_git, relative
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Result
    from yiwu_diff.compare.labels import Severity
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Place

Node = dict[str, Any]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
"""What GitHub calls the severities of rules."""


def render(result: Result, options: Options) -> str:
    """The log as a JSON text."""
    return json.dumps(log(result, options), ensure_ascii=False, indent=2) + "\n"


def log(result: Result, options: Options) -> Node:
    """The log as plain values."""
    say = Say(options.lang)
    ids = sorted({one.check for one in result.findings})
    with_baseline = bool(result.with_status("known"))
    results = []
    for one in result.findings:
        node = _result(one, ids.index(one.check), options, say)
        if with_baseline:
            # All results have one or none has. Of a waived one nobody knows; "new" would alarm.
            node["baselineState"] = "new" if one.status == "open" else "unchanged"
        results.append(node)
    run = {
        "tool": {
            "driver": {
                "name": "yiwu-diff",
                "version": __version__,
                "rules": [_rule(id, say) for id in ids],
            }
        },
        # Apart from the runs for other standards of the same repository.
        "automationDetails": {"id": f"yiwu-diff/{result.target.ref}/"},
        "language": "zh-CN" if say.lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": say("check.repository")}}},
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(id: str, say: Say) -> Node:
    name = "".join(part.capitalize() for part in id.split("-"))
    check = sentences.checks().get(id)
    if check is None:
        texts = ("shortDescription", "fullDescription", "help")
        return {"id": id, "name": name, **{key: {"text": id} for key in texts}}
    title, means, mend = say.both(check.title), say.both(check.means), say.both(check.mend)
    means_head, mend_head = say("check.means"), say("check.mend")
    colon = say("list.colon")
    return {
        "id": id,
        "name": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": means},
        "help": {
            "text": f"{means_head}{colon}{means}\n{mend_head}{colon}{mend}",
            "markdown": f"**{means_head}**{colon}{means}\n\n**{mend_head}**{colon}{mend}",
        },
        "defaultConfiguration": {"level": check.severity},
        "properties": {"problem.severity": _PROBLEMS[check.severity]},
    }


def _result(one: Finding, index: int, options: Options, say: Say) -> Node:
    name = sentences.one_line(one.name)
    message = sentences.message(one, say)
    lines = [f"{name}{say('list.colon')}{message}" if name else message]
    lines += [*sentences.details(one, say), *sentences.doubt(one, say)]
    node: Node = {
        "ruleId": one.check,
        "ruleIndex": index,
        # GitHub knows no suppressions: as errors, waived findings would stop a pull request.
        "level": "note" if one.status == "waived" else one.severity,
        "message": {"text": "\n".join(lines)},
        "locations": [_location(one.place, options)],
    }
    if one.related:
        node["relatedLocations"] = [
            {
                "id": number,
                **_location(other.place, options),
                "message": {"text": sentences.one_line(say.both(other))},
            }
            for number, other in enumerate(one.related, 1)
        ]
    node["partialFingerprints"] = {"yiwuDiff/v1": one.fingerprint}
    # An empty list says that it is not suppressed; none at all says that nobody knows.
    node["suppressions"] = []
    if one.status == "waived":
        why = sentences.reason(one.reason, one.until, say)
        node["suppressions"] = [{"kind": "external", "justification": why}]
    node["properties"] = _properties(one)
    return node


def _properties(one: Finding) -> Node:
    """What SARIF has no place for."""
    return {
        "severity": one.severity,
        "status": one.status,
        "item": one.item,
        "name": one.name,
        "label": one.label,
        "against": list(one.against),
        "quote": one.quote,
        "sure": one.sure,
        "reason": one.reason,
        "until": one.until,
    }


def _location(place: Place, options: Options) -> Node:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file, options),
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _artifact(file: str, options: Options) -> Node:
    """A file of the repository by its path there; any other by an address of its own."""
    path = relative(file, options.root, options.start)
    if path is not None:
        return {"uri": quote(path), "uriBaseId": _ROOT}
    slashed = file.replace("\\", "/")
    if in_git(file):
        return {"uri": f"git:{quote(slashed)}"}
    # The colon of a Windows drive stays.
    return {"uri": f"file:///{quote(slashed.lstrip('/'), safe='/:')}"}
