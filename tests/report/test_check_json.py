from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

import jsonschema
from check_results import EMPTY, RESULT

from yiwu_diff.check.base import Finding
from yiwu_diff.report.check_json import FindingRecord, record, render
from yiwu_diff.report.options import Options
from yiwu_diff.report.schema import check_schema

if TYPE_CHECKING:
    from collections.abc import Callable


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("check/result.json", render(RESULT, Options()))


def test_it_fits_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(check_schema())
    validator.check_schema(check_schema())
    for result in (RESULT, EMPTY):
        assert not list(validator.iter_errors(json.loads(render(result, Options()))))
    report = json.loads(render(RESULT, Options()))
    report["findings"][0]["status"] = "gone"
    assert list(validator.iter_errors(report))


def test_it_holds_every_attribute_of_every_finding() -> None:
    names = {field.name for field in fields(Finding)}
    shared = names & set(FindingRecord.__annotations__)
    assert names - shared == {"place", "zh", "en"}
    found = record(RESULT, Options())["findings"]
    for one, told in zip(RESULT.findings, found, strict=True):
        for name in shared - {"related", "against"}:
            assert told[name] == getattr(one, name)  # type: ignore[literal-required]
        assert (told["file"], told["line"], told["column"]) == (
            one.place.file,
            one.place.line,
            one.place.column,
        )
        assert told["message"] == {"zh": one.zh, "en": one.en}
        assert tuple(told["against"]) == one.against
        assert [(other["file"], other["message"]["zh"]) for other in told["related"]] == [
            (other.place.file, other.zh) for other in one.related
        ]


def test_counts_and_verdict() -> None:
    report = record(RESULT, Options(fail_on="warning"))
    assert report["counts"] == {
        "open": {"error": 3, "warning": 2, "note": 2},
        "known": {"error": 1, "warning": 0, "note": 0},
        "waived": {"error": 2, "warning": 1, "note": 0},
    }
    assert report["fail_on"] == "warning"
    assert not report["passed"]
    assert record(RESULT, Options(fail_on="never"))["passed"]
    assert record(EMPTY, Options())["passed"]


def test_the_language_changes_nothing() -> None:
    assert render(RESULT, Options(lang="en", width=40)) == render(RESULT, Options())
