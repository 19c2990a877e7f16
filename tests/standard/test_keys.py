from __future__ import annotations

import dataclasses

import pytest

from yiwu_diff.standard.keys import BASIS, DECLARED, ITEM, SOURCE, STANDARD, nearest
from yiwu_diff.standard.model import FIELDS, Declared, Item, Source, Standard


def names(cls: type) -> set[str]:
    return {field.name for field in dataclasses.fields(cls)}


def test_the_keys_are_those_of_the_model() -> None:
    assert set(ITEM.keys) == names(Item) - {"domain", "service", "places"}
    assert set(STANDARD.keys) == names(Standard) - {"items", "place", "places"}
    assert set(DECLARED.keys) == names(Declared)
    assert set(SOURCE.keys) == names(Source)
    assert tuple(BASIS.keys) == ("name", *FIELDS)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("服务内容", "content"),
        ("服务标准", "level"),
        ("支出责任", "funding"),
        ("牵头单位", "lead"),
        ("服务对象", "audience"),
        ("Content", "content"),
        ("cotnent", "content"),
        ("alias", "aliases"),
        ("名称：", "name"),
        ("完全不同", None),
        ("x" * 1000, None),
    ],
)
def test_what_was_meant_is_found_by_name_and_by_spelling(written: str, meant: str | None) -> None:
    assert nearest(written, ITEM.keys) == meant
