from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from check_results import EMPTY, LOWERED, RESULT, many

from yiwu_diff.report.gitlab import render
from yiwu_diff.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("check/gitlab.json", render(RESULT, Options()))


def test_only_what_counts_is_listed() -> None:
    assert len(json.loads(render(RESULT, Options()))) == len(RESULT.open)
    assert render(EMPTY, Options()) == "[]\n"


def test_no_two_entries_have_one_fingerprint() -> None:
    same = replace(RESULT, findings=(LOWERED,) * 3)
    prints = [one["fingerprint"] for one in json.loads(render(same, Options()))]
    first = "falls-short-0a1b2c3d4e5f6071"
    assert prints == [first, f"{first}-2", f"{first}-3"]
    assert len(json.loads(render(many(10_000), Options()))) == 10_000


def test_paths_begin_at_the_top() -> None:
    options = Options(root="/srv", start="/srv/repo")
    paths = {one["location"]["path"] for one in json.loads(render(RESULT, options))}
    assert "repo/data/yiwu/2026-draft/standard.yaml" in paths
    assert "标准 库/note.yaml" in paths
