"""The findings of a check as a JUnit report: a case for each finding, a class for each check.

GitLab takes a case's class for its suite, and drops a case whose class and name another case
has. Names hold no line, so that a finding that only moved is the same case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yiwu_diff.report import check_sentences as sentences
from yiwu_diff.report.forge_paths import relative
from yiwu_diff.report.ordinals import numbered
from yiwu_diff.report.words import Say
from yiwu_diff.report.xml_text import clean

if TYPE_CHECKING:
    from yiwu_diff.check.base import Finding, Result
    from yiwu_diff.report.options import Options


def render(result: Result, options: Options) -> str:
    """The report as an XML text."""
    say = Say(options.lang)
    names = numbered((f"{one.check}\n{_name(one, options)}" for one in result.findings), " #")
    suite = Element("testsuite", name=clean(result.target.ref))
    for one, name in zip(result.findings, names, strict=True):
        _case(suite, one, name.partition("\n")[2], options, say)
    if not result.findings:
        # Jenkins takes a report without a case for a broken one.
        case = SubElement(suite, "testcase", classname="yiwu-diff", name=suite.get("name", ""))
        SubElement(case, "system-out").text = "\n".join(sentences.looked_at(result, say))
    root = Element("testsuites", name="yiwu-diff")
    for element in (root, suite):
        element.set("tests", str(len(suite)))
        element.set("failures", str(len(suite.findall("testcase/failure"))))
        element.set("errors", "0")
        element.set("skipped", str(len(suite.findall("testcase/skipped"))))
    root.append(suite)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _name(one: Finding, options: Options) -> str:
    """The item, or else the file."""
    name = sentences.one_line(one.name) or one.item
    file = relative(one.place.file, options.root, options.start) or one.place.file
    return clean(name or file)


def _case(suite: Element, one: Finding, name: str, options: Options, say: Say) -> None:
    case = SubElement(suite, "testcase", classname=clean(one.check), name=name)
    if file := relative(one.place.file, options.root, options.start):
        case.set("file", clean(file))
    message = clean(sentences.message(one, say))
    lines = [f"{one.place}", message, *sentences.details(one, say), *sentences.doubt(one, say)]
    text = clean("\n".join(lines))
    if one.status != "open":
        skipped = SubElement(case, "skipped", message=clean(sentences.status(one, say)))
        skipped.text = text
    elif one.severity == "error" or _fails(one, options):
        SubElement(case, "failure", message=message, type=one.severity).text = text
    else:
        severity = say(f"check.severity.{one.severity}")
        SubElement(case, "system-out").text = f"{severity} {text}"


def _fails(one: Finding, options: Options) -> bool:
    """Whether it fails the check below the severity of an error: then it fails here too."""
    from yiwu_diff.check.base import SEVERITIES

    limit = options.fail_on
    return limit != "never" and SEVERITIES.index(one.severity) <= SEVERITIES.index(limit)
