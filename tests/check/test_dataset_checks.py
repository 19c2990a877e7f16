"""What is wrong with a dataset by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafts import check, item, of, write


def test_a_missing_field(tmp_path: Path) -> None:
    write(tmp_path, "a@1", item("x", "预防接种", funding=None, lead=None))
    (found,) = of(check(tmp_path, "a@1"), "field-missing")
    assert "支出责任、牵头单位" in found.zh
    assert (found.place.line, found.place.column) == (7, 15)


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (item("y", "预 防接种"), True),
        ({**item("y", "接种服务"), "aliases": ["预防接种"]}, True),
        ({**item("y", "接种服务"), "aliases": ["免疫规划"]}, False),
        (item("y", "健康教育"), False),
    ],
)
def test_one_name_for_two_items(tmp_path: Path, second: dict[str, object], found: bool) -> None:
    write(tmp_path, "a@1", item("x", "预防接种"), second)
    assert len(of(check(tmp_path, "a@1"), "name-twice")) == found


def test_an_alias_of_two_items(tmp_path: Path) -> None:
    first = {**item("x", "预防接种"), "aliases": ["免疫"]}
    second = {**item("y", "接种服务"), "aliases": ["免疫"]}
    write(tmp_path, "a@1", first, second)
    assert len(of(check(tmp_path, "a@1"), "name-twice")) == 1


@pytest.mark.parametrize(
    ("files", "wrong"),
    [(("01-a.yaml", "02-b.yaml"), 0), (("01-a.yaml", "03-b.yaml"), 1), (("02-a.yaml",), 1)],
)
def test_numbers_of_files(tmp_path: Path, files: tuple[str, ...], wrong: int) -> None:
    for number, file in enumerate(files):
        one = item(f"x{number}", f"服务{number}")
        write(tmp_path, "a@1", one, file=file, domain=f"领域{number}")
    assert len(of(check(tmp_path, "a@1"), "file-numbering")) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("（1）建档；（2）随访；（3）体检", []),
        ("（1）建档；（3）体检", ["（3）"]),
        ("包括：（1）建档，（2）随访，（2）体检", ["（2）"]),
        ("1.建档。2.随访。4.体检", ["4."]),
        ("一、建档。二、随访。", []),
        ("每年1.5次。按第（三）项执行", []),
        ("（一）建档：1.城镇；2.农村。（二）随访：1.城镇；2.农村", []),
        ("3、6、8、12月龄各1次", []),
        ("（2）随访", ["（2）"]),
    ],
)
def test_numbers_of_points(tmp_path: Path, text: str, wrong: list[str]) -> None:
    write(tmp_path, "a@1", item("x", "预防接种", content=text))
    assert [one.quote for one in of(check(tmp_path, "a@1"), "point-numbering")] == wrong


def test_declared_totals(tmp_path: Path) -> None:
    totals = "{domains: 1, services: 2, items: 1}"
    folder = write(tmp_path, "a@1", item("x", "预防接种"), declared=totals)
    (found,) = of(check(tmp_path, "a@1"), "declared-total")
    assert "自述有2类服务，实有1" in found.zh
    lines = (folder / "standard.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[found.place.line - 1].startswith("declared")


@pytest.mark.parametrize(
    ("lead", "wrong"),
    [
        ("市卫生健康局", []),
        ("市卫生健康委", []),
        ("市民政局、市卫生健康局", []),
        ("某某市民政局", []),
        ("市民政局、市教育局", ["市教育局"]),
    ],
)
def test_who_leads_should_issue(tmp_path: Path, lead: str, wrong: list[str]) -> None:
    write(tmp_path, "a@1", item("x", "预防接种", lead=lead))
    assert [one.quote for one in of(check(tmp_path, "a@1"), "lead-not-issuing")] == wrong


def test_nobody_is_said_to_issue(tmp_path: Path) -> None:
    write(tmp_path, "a@1", item("x", "预防接种"), item("y", "健康教育"), agencies="[]")
    assert len(of(check(tmp_path, "a@1"), "lead-not-issuing")) == 1


def test_texts_that_are_not_official(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a@1",
        {**item("x", "预防接种"), "basis": "reconstructed"},
        {"id": "y", "name": "健康教育", "basis": "named"},
        {**item("z", "健康档案"), "basis": "quoted"},
    )
    assert [one.item for one in of(check(tmp_path, "a@1"), "unofficial-text")] == ["x", "y"]
