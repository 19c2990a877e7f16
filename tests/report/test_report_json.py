from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report import CHECK_FORMATS, FORMATS, by_suffix
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.json import record, render
from yiwu_diff.report.options import Options
from yiwu_diff.report.schema import check_schema, comparison_schema, show_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.compare.model import Comparison

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def test_golden(comparison: Comparison, golden: Callable[[str, str], None]) -> None:
    golden("comparison.json", render(comparison, Options()))


@pytest.mark.parametrize(
    ("name", "schema"),
    [("comparison", comparison_schema), ("show", show_schema), ("check", check_schema)],
)
def test_the_schema_in_the_docs_is_the_schema(
    name: str, schema: Callable[[], object], request: pytest.FixtureRequest
) -> None:
    file = SCHEMAS / f"{name}.schema.json"
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


def test_the_report_fits_the_schema(comparison: Comparison) -> None:
    validator = jsonschema.Draft202012Validator(comparison_schema())
    validator.check_schema(comparison_schema())
    report = json.loads(render(comparison, Options()))
    assert not list(validator.iter_errors(report))
    report["items"][0]["changes"][0]["sure"] = "yes"
    assert list(validator.iter_errors(report))


def test_every_key_is_described_and_no_other_is_there(comparison: Comparison) -> None:
    schema = comparison_schema()

    def check(value: object, node: dict[str, object]) -> None:
        while "$ref" in node:
            node = schema["$defs"][str(node["$ref"]).rsplit("/", 1)[1]]
        for one in node.get("anyOf", ()):  # type: ignore[attr-defined]
            if ("type" in one and one["type"] == "null") == (value is None):
                check(value, one)
        if isinstance(value, dict) and "properties" in node:
            assert set(value) <= set(node["properties"])  # type: ignore[call-overload]
            assert set(value) >= set(node["required"])  # type: ignore[call-overload]
            optional = set(node["properties"]) - set(node["required"])  # type: ignore[call-overload]
            assert optional <= {"decisions", "decided", "rejected"}
            for key, inner in value.items():
                check(inner, node["properties"][key])  # type: ignore[index]
        if isinstance(value, list) and "items" in node:
            for inner in value:
                check(inner, node["items"])  # type: ignore[arg-type]

    check(record(comparison, Options()), schema)


def test_summary(comparison: Comparison) -> None:
    summary = record(comparison, Options())["summary"]
    assert list(summary["labels"]) == list(LABELS)
    assert sum(n for name, n in summary["labels"].items() if name != "unchanged") == 8
    assert summary["items"] == 5
    assert summary["pairs"] == 7
    assert summary["compared"] == 5
    assert summary["not_compared"] == 2
    assert summary["outcome"] == "different"
    assert sum(summary["bases"].values()) == 8
    assert sum(n for row in summary["domains"].values() for n in row.values()) == 8


def test_absent_text_is_not_unchanged(comparison: Comparison) -> None:
    (entry,) = [e for e in record(comparison, Options())["items"] if e["name"] == "生育保险"]
    assert entry["labels"] == []
    assert entry["compared"] is False


def test_filters_are_told(comparison: Comparison) -> None:
    filters = Filters(label=("raised",))
    options = Options(filters=filters, items_before=len(comparison.items))
    report = record(narrow(comparison, filters), options)
    assert report["filters"] == {"label": ["raised"]}
    assert report["items_before_filters"] == 9
    assert len(report["items"]) == 1


def test_chinese_is_readable(comparison: Comparison) -> None:
    assert "\\u" not in render(comparison, Options())


def test_forms_are_found_by_suffix() -> None:
    assert by_suffix("对照表.JSON") is FORMATS["json"]
    assert by_suffix("a.json.bak") is None
    suffixes = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_the_longest_suffix_tells_the_form() -> None:
    assert by_suffix("a.sarif.json", CHECK_FORMATS) is CHECK_FORMATS["sarif"]
    assert by_suffix("a.json", CHECK_FORMATS) is CHECK_FORMATS["json"]
    assert by_suffix("a.SARIF", CHECK_FORMATS) is CHECK_FORMATS["sarif"]
    assert by_suffix("junit.xml", CHECK_FORMATS) is CHECK_FORMATS["junit"]
    assert by_suffix("a.html", CHECK_FORMATS) is None
