"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.compare.model import Comparison

# The tests' own helpers: `samples`.
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent / "importers"))

# How long one example takes is for the benchmarks to say; here it would fail on a busy machine.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; then read the diff",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden("name.txt", text)``: the text is what the file says."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            return
        assert path.is_file(), f"{path} is not there: run pytest --update-golden"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return check


@pytest.fixture
def comparison(monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """The comparison of `samples`, with a rule whose title stays what it is."""
    from samples import sample

    title = SimpleNamespace(zh="数量调高", en="quantity raised")
    rules = {"quantity-raised": SimpleNamespace(title=title)}
    monkeypatch.setattr("yiwu_diff.compare.rules.RULES", rules, raising=False)
    return sample()
