"""decisions.yaml and justifications.yaml as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from yiwu_diff.standard.folders import DiskFolder
from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.schema import schema
from yiwu_diff.standard.verdicts import (
    DECISIONS_FILE,
    JUSTIFICATIONS_FILE,
    Decision,
    decisions,
    justifications,
)

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
decisions:
  - item: a
    base: jinhua@2021
    label: lowered
    verdict: reject
    reason: 有据
    by: 张三
    date: "2026-11-24"
    fingerprint: "0123456789abcdef"
"""


def test_without_the_files_there_are_none(tmp_path: Path) -> None:
    assert decisions(DiskFolder(tmp_path)) == justifications(DiskFolder(tmp_path)) == ()


def test_everything_is_read_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / DECISIONS_FILE).write_text(GOOD, encoding="utf-8")
    (one,) = decisions(DiskFolder(tmp_path))
    assert one == Decision(
        "a",
        "lowered",
        "reject",
        "0123456789abcdef",
        "jinhua@2021",
        "有据",
        "张三",
        "2026-11-24",
        Place("decisions.yaml", 2, 5),
    )


def test_all_problems_are_told_with_their_places(tmp_path: Path) -> None:
    text = GOOD.replace("lowered", "调底").replace("reject", "否定").replace("date", "when")
    text = text.replace('"0123456789abcdef"', "xyz")
    (tmp_path / DECISIONS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        decisions(DiskFolder(tmp_path))
    told = caught.value.text("zh")
    assert [problem.place.line for problem in caught.value.problems] == [4, 5, 8, 9]  # type: ignore[union-attr]
    assert "是否要写 reject" in told
    assert "是否要写 date" in told


@pytest.mark.parametrize("name", [DECISIONS_FILE, JUSTIFICATIONS_FILE])
@pytest.mark.parametrize("text", ["", "decisions: 1", "- a", "{", "other: []"])
def test_broken_files_are_told(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    read = decisions if name == DECISIONS_FILE else justifications
    with pytest.raises(ReadError):
        read(DiskFolder(tmp_path))


def test_an_empty_list_is_none(tmp_path: Path) -> None:
    (tmp_path / DECISIONS_FILE).write_text("decisions: []\n", encoding="utf-8")
    assert decisions(DiskFolder(tmp_path)) == ()
    jsonschema.validate({"decisions": []}, schema("decisions"))


def test_what_lacks(tmp_path: Path) -> None:
    text = 'justifications: [{item: a, risk: 无, fingerprint: "0123456789abcdef"}]'
    (tmp_path / JUSTIFICATIONS_FILE).write_text(text, encoding="utf-8")
    (one,) = justifications(DiskFolder(tmp_path))
    assert one.lacking == ("necessity", "reasonableness")
