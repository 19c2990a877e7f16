"""The registry of checks is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiwu_diff.check import CHECKS, Check
from yiwu_diff.check.base import SEVERITIES
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.rules import RULES

FOLDER = Path(__file__).parents[2] / "yiwu_diff" / "check" / "checks"

RELEASED = {
    "missing", "lowered", "narrowed", "relaxed", "reassigned", "unjustified-new",
    "unjustified-supplemented", "unjustified-raised", "base-unknown", "not-compared",
    "pairing-doubtful", "field-missing", "name-twice", "file-numbering", "point-numbering",
    "declared-total", "lead-not-issuing", "unofficial-text", "decision-stale",
    "decision-contradicted", "decision-needless", "decision-unreasoned", "justification-stale",
    "justification-incomplete", "justification-needless", "note-claim", "waiver-expired",
    "waiver-unused", "cut-rejected", "base-changed", "text-missing",
}  # fmt: skip
"""Settings files name them: an id that was ever released never goes."""


def test_one_file_for_each_check() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}
    assert files == set(CHECKS)


def test_no_id_ever_released_is_gone() -> None:
    assert set(CHECKS) >= RELEASED


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_a_check_explains_itself(check: Check) -> None:
    assert check.severity in SEVERITIES
    for words in (check.title, check.means, check.mend):
        assert words.zh
        assert words.en
        assert words.zh != words.en
    assert check.id not in RULES


def test_labels_that_are_checks_are_as_grave_as_the_labels_say() -> None:
    graded = {name: one.severity for name, one in LABELS.items() if one.severity is not None}
    assert {name: CHECKS[name].severity for name in graded} == graded
