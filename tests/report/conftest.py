"""What the tests of the reports share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The tests' own helpers: `check_results`.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of checks that stays what it is, in which not every check is known."""
    from check_results import CHECKS

    monkeypatch.setattr("yiwu_diff.check.CHECKS", CHECKS, raising=False)
