from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest
from check_results import EMPTY, LOWERED, RESULT, many

from yiwu_diff.report.junit import render
from yiwu_diff.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.options import FailOn


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("check/junit.xml", render(RESULT, Options()))


def test_every_finding_is_a_case_of_its_own() -> None:
    suite = fromstring(render(RESULT, Options()))[0]
    names = [(case.get("classname"), case.get("name")) for case in suite]
    assert len(set(names)) == len(RESULT.findings)
    suite = fromstring(render(many(2000), Options()))[0]
    assert len({(case.get("classname"), case.get("name")) for case in suite}) == 2000


def test_a_case_keeps_its_name_when_lines_move() -> None:
    moved = replace(LOWERED, place=replace(LOWERED.place, line=99))
    names = [
        fromstring(render(replace(RESULT, findings=(one,)), Options()))[0][0].get("name")
        for one in (LOWERED, moved)
    ]
    assert names == ["孕产妇健康服务"] * 2


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("error", 3), ("warning", 5), ("note", 7), ("never", 3)]
)
def test_what_fails(fail_on: FailOn, failures: int) -> None:
    root = fromstring(render(RESULT, Options(fail_on=fail_on)))
    assert len(root.findall(".//failure")) == failures
    assert root.get("failures") == root[0].get("failures") == str(failures)
    assert root.get("skipped") == str(len(root.findall(".//skipped"))) == "4"
    assert root.get("tests") == str(len(root.findall(".//testcase"))) == "11"


def test_nothing_found_is_one_case_that_passes() -> None:
    assert render(EMPTY, Options()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="yiwu-diff" tests="1" failures="0" errors="0" skipped="0">\n'
        '  <testsuite name="yiwu@2026-draft" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase classname="yiwu-diff" name="yiwu@2026-draft">\n'
        "      <system-out>对照：jinhua@2021、zhejiang@2021\n运行检查 23 项</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_xml_forbids_is_made_visible() -> None:
    bad = replace(LOWERED, zh="a\x00b\x1bc\ud800\ufffe", name="\x08", quote="]]><&")
    text = render(replace(RESULT, findings=(bad,)), Options())
    case = fromstring(text)[0][0]
    assert case[0].get("message") == "a\ufffdb\ufffdc\ufffd\ufffd"
    assert "]]><&" in (case[0].text or "")
