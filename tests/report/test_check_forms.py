"""What holds of every form of a check."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from check_results import EMPTY, RESULT

from yiwu_diff.report import CHECK_FORMATS
from yiwu_diff.report.options import Options
from yiwu_diff.report.words import LANGS

_ALL = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from check_results import RESULT
from yiwu_diff.report import CHECK_FORMATS
from yiwu_diff.report.options import Options
for form in CHECK_FORMATS.values():
    print(hashlib.sha256(form.render(RESULT, Options()).encode()).hexdigest())
"""


@pytest.mark.parametrize("name", CHECK_FORMATS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("registry", [True, False])
def test_it_renders_whatever_checks_are_known(
    name: str, lang: str, registry: bool, request: pytest.FixtureRequest
) -> None:
    if registry:
        request.getfixturevalue("checks")
    for result in (RESULT, EMPTY):
        text = CHECK_FORMATS[name].render(result, Options(lang=lang))  # type: ignore[arg-type]
        assert isinstance(text, str)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        # Chinese is readable in every form.
        assert "\\u" not in text
        assert ("学前教育" in text) == (result is RESULT)


def test_the_same_result_gives_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _ALL, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == len(CHECK_FORMATS)
