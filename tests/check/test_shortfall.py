"""What a draft lacks of the standards above it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafts import check, item, of, write

from yiwu_diff.check import draft as drafts
from yiwu_diff.check.run import run


def test_nothing_is_found_in_a_draft_that_meets_its_base(tmp_path: Path) -> None:
    write(tmp_path, "upper@2021", item("elderly", "老年人健康管理"), level="prefecture")
    write(tmp_path, "lower@2021", item("elderly", "老年人健康管理"), builds_on="[upper@2021]")
    result = check(tmp_path, "lower@2021")
    assert result.findings == ()
    assert result.bases == ("upper@2021",)
    assert not result.fails("note")


@pytest.mark.parametrize(
    ("label", "field", "text", "severity"),
    [
        ("lowered", "level", "健康管理率达到60%以上", "error"),
        ("narrowed", "content", "每年提供1次健康管理服务，包括体格检查", "error"),
        ("narrowed", "audience", "具有本市户籍的65周岁及以上老年人", "error"),
        ("relaxed", "content", "按规定提供健康管理服务，包括体格检查、健康指导", "warning"),
        ("reassigned", "lead", "市民政局", "note"),
    ],
)
def test_each_cut_is_found_at_its_line(
    tmp_path: Path, label: str, field: str, text: str, severity: str
) -> None:
    write(tmp_path, "upper@2021", item("elderly", "老年人健康管理"))
    folder = write(
        tmp_path,
        "lower@2021",
        item("elderly", "老年人健康管理", **{field: text}),
        builds_on="[upper@2021]",
    )
    found = of(check(tmp_path, "lower@2021"), label)
    assert found, label
    lines = (folder / "01-health.yaml").read_text(encoding="utf-8").splitlines()
    for one in found:
        assert one.severity == severity
        assert one.item == "elderly"
        assert one.against == ("upper@2021",)
        assert lines[one.place.line - 1].lstrip("- ").startswith(f"{field}:")
        assert one.related
        assert one.related[0].place.file.endswith("upper/2021/01-health.yaml")


def test_a_missing_item_has_a_place_behind_the_one_before_it(tmp_path: Path) -> None:
    items = [item("a", "居民健康档案"), item("b", "健康教育"), item("c", "预防接种")]
    write(tmp_path, "upper@2021", *items)
    folder = write(tmp_path, "lower@2021", items[0], items[2], builds_on="[upper@2021]")
    (found,) = of(check(tmp_path, "lower@2021"), "missing")
    lines = (folder / "01-health.yaml").read_text(encoding="utf-8").splitlines()
    assert "a" in lines[found.place.line - 1]
    assert found.name == "健康教育"
    assert "健康教育" in found.zh
    assert "upper" in found.zh


def test_the_whole_chain_is_looked_at(tmp_path: Path) -> None:
    top = item("elderly", "老年人健康管理", level="健康管理率达到80%以上")
    write(tmp_path, "top@2021", top)
    write(tmp_path, "mid@2021", item("elderly", "老年人健康管理"), builds_on="[top@2021]")
    write(tmp_path, "low@2021", item("elderly", "老年人健康管理"), builds_on="[mid@2021]")
    result = check(tmp_path, "low@2021")
    assert result.bases == ("mid@2021", "top@2021")
    (found,) = of(result, "lowered")
    assert found.against == ("top@2021",)


def test_one_cut_against_several_standards_is_one_finding(tmp_path: Path) -> None:
    high = item("elderly", "老年人健康管理", level="健康管理率达到80%以上")
    write(tmp_path, "top@2021", high)
    write(tmp_path, "mid@2021", high, builds_on="[top@2021]")
    write(tmp_path, "low@2021", item("elderly", "老年人健康管理"), builds_on="[mid@2021, top@2021]")
    (found,) = of(check(tmp_path, "low@2021"), "lowered")
    assert found.against == ("mid@2021", "top@2021")
    assert len(found.related) == 2


def test_a_chain_that_bites_its_tail_ends(tmp_path: Path) -> None:
    write(tmp_path, "a@2021", item("x", "预防接种"), builds_on="[b@2021]")
    write(tmp_path, "b@2021", item("x", "预防接种"), builds_on="[a@2021]")
    assert check(tmp_path, "a@2021").bases == ("b@2021",)


def test_a_base_without_data_is_a_finding_and_no_silence(tmp_path: Path) -> None:
    write(tmp_path, "mid@2021", item("x", "预防接种"), builds_on="[top@2019]")
    write(tmp_path, "low@2021", item("x", "预防接种"), builds_on="[mid@2021]")
    (found,) = of(check(tmp_path, "low@2021"), "base-unknown")
    assert found.severity == "error"
    assert "top@2019" in found.zh
    assert "mid@2021" in found.zh


def test_a_standard_that_builds_on_nothing_was_compared_with_nothing(tmp_path: Path) -> None:
    write(tmp_path, "low@2021", item("x", "预防接种"))
    write(tmp_path, "top@2021", item("x", "预防接种"), level="national")
    assert of(check(tmp_path, "low@2021"), "base-unknown")
    assert not of(check(tmp_path, "top@2021"), "base-unknown")


def test_against_takes_the_place_of_builds_on(tmp_path: Path) -> None:
    write(tmp_path, "old@2016", item("x", "预防接种"), item("y", "健康教育"))
    write(tmp_path, "low@2021", item("x", "预防接种"), builds_on="[nowhere@2021]")
    result = check(tmp_path, "low@2021", against=["old@2016"])
    assert result.bases == ("old@2016",)
    assert of(result, "missing")
    assert not of(result, "base-unknown")


def test_a_text_that_is_gone_is_a_cut(tmp_path: Path) -> None:
    """The name alone says nothing: that is no text which nobody knew."""
    bare = {"id": "x", "name": "预防接种", "basis": "named"}
    write(tmp_path, "top@2021", item("x", "预防接种"), item("y", "健康教育"))
    write(
        tmp_path,
        "mid@2021",
        item("x", "预防接种"),
        bare | {"id": "y", "name": "健康教育"},
        builds_on="[top@2021]",
    )
    write(tmp_path, "low@2021", bare, item("y", "健康教育"), builds_on="[mid@2021]")
    result = check(tmp_path, "low@2021")
    (found,) = of(result, "text-missing")
    assert (found.severity, found.item) == ("error", "x")
    assert found.against == ("mid@2021", "top@2021")
    assert [one.place.file for one in found.related] == [
        str(tmp_path / ref / "01-health.yaml") for ref in ("mid/2021", "top/2021")
    ]
    (unknown,) = of(result, "not-compared")
    assert (unknown.item, unknown.against) == ("y", ("mid@2021",))


def test_what_could_not_be_compared_is_said(tmp_path: Path) -> None:
    bare = {"id": "x", "name": "预防接种", "basis": "named"}
    write(tmp_path, "top@2021", bare)
    write(tmp_path, "low@2021", item("x", "预防接种"), builds_on="[top@2021]")
    (found,) = of(check(tmp_path, "low@2021"), "not-compared")
    assert found.severity == "warning"


def test_a_doubtful_pair_is_said(tmp_path: Path) -> None:
    write(tmp_path, "top@2021", item("a", "老年人健康管理"))
    write(tmp_path, "low@2021", item("a", "居家养老服务"), builds_on="[top@2021]")
    draft = drafts.read("low@2021", tmp_path)
    (comparison,) = draft.comparisons
    doubtful = replace(comparison, items=(replace(comparison.items[0], sure=False),))
    (found,) = of(run(replace(draft, comparisons=(doubtful,))), "pairing-doubtful")
    assert not found.sure
    assert found.related[0].zh == "老年人健康管理"


def test_a_folder_is_not_the_edition_of_its_name(tmp_path: Path) -> None:
    """A folder elsewhere that builds on the edition that it was copied from is set against it."""
    write(tmp_path / "data", "low@2021", item("elderly", "老年人健康管理"))
    lower = item("elderly", "老年人健康管理", level="健康管理率达到60%以上")
    folder = write(tmp_path / "own", "low@2021", lower, builds_on="[low@2021]")
    result = run(drafts.read(str(folder), tmp_path / "data"))
    assert result.bases == ("low@2021",)
    assert of(result, "lowered")
