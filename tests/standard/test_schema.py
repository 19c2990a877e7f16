from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from yiwu_diff.standard.model import BASES, LEVELS
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.schema import SCHEMAS, SchemaName, schema

Write = Callable[..., Path]

HEAD: dict[str, Any] = {"title": "t", "jurisdiction": "yiwu", "name": "义乌市", "edition": "2021"}
ITEM: dict[str, Any] = {"id": "a", "name": "甲", "content": "内容", "basis": "quoted"}


def valid(name: SchemaName, value: object) -> bool:
    answer: bool = jsonschema.Draft202012Validator(schema(name)).is_valid(value)
    return answer


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_schema_is_one_and_closed_at_every_level(name: SchemaName) -> None:
    made = schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    def walk(part: object) -> None:
        if isinstance(part, dict):
            if part.get("type") == "object":
                assert part["additionalProperties"] is False
                for value in part["properties"].values():
                    zh, en = value["description"].split(" / ", 1)
                    assert any("\u4e00" <= char <= "\u9fff" for char in zh)
                    assert en
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(made)
    json.dumps(made)


def test_words_come_from_the_model() -> None:
    item = schema("domain")["properties"]["items"]["items"]["properties"]
    assert item["basis"]["anyOf"][0]["enum"] == list(BASES)
    assert schema("standard")["properties"]["level"]["enum"] == list(LEVELS)


def domain(**changes: object) -> dict[str, Any]:
    return {"domain": "d", "items": [{**ITEM, **changes}]}


@pytest.mark.parametrize(
    ("name", "value", "good"),
    [
        ("standard", HEAD, True),
        ("standard", {**HEAD, "declared": {"items": 99}, "builds_on": ["jinhua@2021"]}, True),
        ("standard", {**HEAD, "sources": [{"title": "t", "basis": "quoted"}]}, True),
        ("standard", {**HEAD, "edition": 2021}, False),
        ("standard", {**HEAD, "edition": "20 21"}, False),
        ("standard", {**HEAD, "level": "city"}, False),
        ("standard", {**HEAD, "declared": {"items": "99"}}, False),
        ("standard", {**HEAD, "builds_on": "jinhua@2021"}, False),
        ("standard", {**HEAD, "x": "y"}, False),
        ("standard", {"title": "t"}, False),
        ("standard", {**HEAD, "sources": [{"title": "t", "basis": "named", "sha256": "x"}]}, False),
        ("domain", domain(), True),
        ("domain", domain(basis={"content": "quoted"}, aliases=["乙"]), True),
        ("domain", {"domain": "d", "services": [{"service": "s", "items": [ITEM]}]}, True),
        ("domain", domain(basis="x"), False),
        ("domain", domain(basis={"content": "x"}), False),
        ("domain", domain(basis={"x": "quoted"}), False),
        ("domain", domain(content=1), False),
        ("domain", domain(content=" "), False),
        ("domain", domain(x="y"), False),
        ("domain", {"domain": "d"}, False),
        ("domain", {"domain": "d", "items": []}, False),
        ("domain", {"domain": "d", "services": [{"service": "s"}]}, False),
    ],
)
def test_schema_and_reader_agree(
    write: Write, name: SchemaName, value: dict[str, Any], good: bool
) -> None:
    assert valid(name, value) is good
    head, body = (value, domain()) if name == "standard" else (HEAD, value)
    folder = write({"01-a.yaml": json.dumps(body)}, head=json.dumps(head))
    try:
        read_standard(folder)
    except ReadError as error:
        assert not good, error
    else:
        assert good
