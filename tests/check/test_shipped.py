"""The shipped data under the settings that are committed with them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from yiwu_diff.cli import exit_codes
from yiwu_diff.cli.main import run
from yiwu_diff.standard.refs import known_refs

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("ref", known_refs(DATA))
def test_each_standard_passes_and_needs_every_waiver(
    ref: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--data", str(DATA), "check", ref, "-f", "json"]) == exit_codes.DONE
    found = json.loads(capsys.readouterr().out)["findings"]
    assert not [one for one in found if one["check"] == "waiver-unused"]


def test_nothing_is_waived_for_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    data = ["--data", str(tmp_path / "data")]
    assert run([*data, "new-edition", "yiwu@2021", "yiwu@2026-draft"]) == exit_codes.DONE
    capsys.readouterr()
    assert run([*data, "check", "yiwu@2026-draft", "-f", "json"]) == exit_codes.FINDINGS
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["status"] for one in found} == {"open"}
    assert "unofficial-text" in {one["check"] for one in found}
