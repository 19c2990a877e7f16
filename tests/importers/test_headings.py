"""What headings mean."""

from __future__ import annotations

import pytest

from yiwu_diff.importers.blocks import Cell
from yiwu_diff.importers.headings import INEXACT, columns, lexicon, meanings
from yiwu_diff.importers.model import KEYS


def test_names_are_listed_once_for_each_key() -> None:
    for key in KEYS:
        names = lexicon()[key]
        assert len(names) == len(set(names)), key


def test_no_name_means_two_fields() -> None:
    for key in KEYS[4:]:
        for name in lexicon()[key]:
            exact = {one for one, rank in meanings(name) if rank < INEXACT}
            assert exact == {key}, name


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("服 务\n对 象", "audience"),
        ("服务标准（元/月）", "level"),
        ("【支出责任】", "funding"),
        ("牵头负责单位", "lead"),
        ("责任单位", "lead"),
        ("支出责任单位", "funding"),
        ("本市服务标准", "level"),
        ("基本公共服务项目名称", "name"),
        ("服务对象范围", "audience"),
        ("NO.", "number"),
    ],
)
def test_meaning(heading: str, key: str) -> None:
    assert [one for one, _ in meanings(heading)] == [key]


@pytest.mark.parametrize(
    "text", ["备注", "服务标准依据", "", "配合单位", "为服务对象提供服务", "x" * 200]
)
def test_no_heading(text: str) -> None:
    assert meanings(text) == ()


def heads(*texts: str) -> dict[int, str]:
    found = columns([[Cell(text) for text in texts]], {})
    return found.keys if found else {}


def test_ambiguous_names_by_what_stands_beside_them() -> None:
    fields = ("服务对象", "服务内容")
    assert heads("服务项目", *fields, "服务标准")[0] == "name"
    assert heads("服务项目", "具体项目", *fields)[0] == "service"
    assert heads("类别", "服务类别", "服务项目", *fields)[0] == "domain"


def test_data_are_no_headings() -> None:
    assert heads("1", "孕产妇健康服务", "孕产妇", "建册") == {}
    assert heads("项目", "内容") == {}
