"""Order, fingerprints, and what an earlier run knew."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafts import check, item, of, write

from yiwu_diff.check import draft as drafts
from yiwu_diff.check.run import fingerprints, run


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    upper = [
        item("elderly", "老年人健康管理"),
        item("vaccine", "预防接种", level="接种率达到90%以上"),
        item("archive", "健康档案"),
    ]
    write(tmp_path, "upper@2021", *upper)
    lower = [
        item("elderly", "老年人健康管理", level="健康管理率达到60%以上", lead=None),
        item("vaccine", "预防接种", level="接种率达到80%以上"),
    ]
    write(tmp_path, "lower@2021", *lower, builds_on="[upper@2021]")
    return tmp_path


def test_findings_stand_in_order_of_place_and_are_the_same_again(cut: Path) -> None:
    first, second = check(cut, "lower@2021"), check(cut, "lower@2021")
    assert first == second
    places = [(one.place.file, one.place.line, one.place.column) for one in first.findings]
    assert places == sorted(places)
    assert len({one.fingerprint for one in first.findings}) == len(first.findings)


def test_a_fingerprint_outlives_lines_layout_and_other_findings(cut: Path) -> None:
    before = {(f.check, f.item): f.fingerprint for f in check(cut, "lower@2021").findings}
    file = cut / "lower/2021/01-health.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        "# 一行注释\n\n" + text.replace("达到60%以上", "达到 ６０％ 以上"), encoding="utf-8"
    )
    moved = check(cut, "lower@2021")
    assert {(f.check, f.item): f.fingerprint for f in moved.findings} == before


def test_another_figure_is_another_finding(cut: Path) -> None:
    (before,) = [f for f in of(check(cut, "lower@2021"), "lowered") if f.item == "vaccine"]
    file = cut / "lower/2021/01-health.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("80%", "70%"), encoding="utf-8")
    (after,) = [f for f in of(check(cut, "lower@2021"), "lowered") if f.item == "vaccine"]
    assert before.fingerprint != after.fingerprint


def test_what_is_known_does_not_fail(cut: Path) -> None:
    known = fingerprints(drafts.read("lower@2021", cut))
    result = run(drafts.read("lower@2021", cut), known=known)
    assert {one.status for one in result.findings} == {"known"}
    assert not result.fails("note")
    file = cut / "lower/2021/01-health.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("达到80%", "达到70%"), encoding="utf-8")
    worse = run(drafts.read("lower@2021", cut), known=known)
    assert [(one.check, one.item) for one in worse.open] == [("lowered", "vaccine")]


def test_of_two_equal_findings_the_second_is_new(cut: Path) -> None:
    one = item("x", "接种服务", content="（1）建档；（3）随访")
    write(cut, "a@1", one)
    known = fingerprints(drafts.read("a@1", cut))
    write(cut, "a@1", {**one, "content": "（1）建档；（3）随访。（1）体检；（3）评估"})
    found = of(run(drafts.read("a@1", cut), known=known), "point-numbering")
    assert sorted(one.status for one in found) == ["known", "open"]


@pytest.mark.parametrize("first", ["检查", "指导"])
def test_another_cut_in_the_same_words_is_not_known(tmp_path: Path, first: str) -> None:
    """Which figure was cut counts, not its digits alone; and two of them are two."""

    def draft(*cut: str) -> None:
        content = "；".join(f"提供{1 if one in cut else 2}次健康{one}" for one in ("检查", "指导"))
        write(tmp_path, "lower@2021", item("x", "健康", content=content), builds_on="[upper@2021]")

    write(tmp_path, "upper@2021", item("x", "健康", content="提供2次健康检查；提供2次健康指导"))
    draft(first)
    known = fingerprints(drafts.read("lower@2021", tmp_path))
    assert not run(drafts.read("lower@2021", tmp_path), known=known).open
    draft("检查", "指导")
    both = of(run(drafts.read("lower@2021", tmp_path), known=known), "lowered")
    assert sorted(one.status for one in both) == ["known", "open"]
    draft("检查" if first == "指导" else "指导")
    (other,) = of(run(drafts.read("lower@2021", tmp_path), known=known), "lowered")
    assert other.status == "open"
