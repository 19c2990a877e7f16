"""What a library user may rely on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import yiwu_diff

ROOT = Path(__file__).parents[2]


def test_every_public_name_is_there() -> None:
    assert set(yiwu_diff.__all__) <= set(dir(yiwu_diff))
    for name in yiwu_diff.__all__:
        assert getattr(yiwu_diff, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        yiwu_diff.nonsense  # noqa: B018


def test_load_decisions(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert yiwu_diff.load_decisions("yiwu", data=tmp_path / "data") == ()
    (tmp_path / "data/yiwu/2021/decisions.yaml").write_text(
        "decisions: [{item: internship, label: refined, verdict: reject, "
        'fingerprint: "0123456789abcdef"}]\n',
        encoding="utf-8",
    )
    (one,) = yiwu_diff.load_decisions("yiwu", data=tmp_path / "data")
    assert isinstance(one, yiwu_diff.Decision)
    base, target = (yiwu_diff.load(ref, data=ROOT / "data") for ref in ("jinhua", "yiwu"))
    (decided,) = yiwu_diff.compare(base, target, [one]).decisions
    assert isinstance(decided, yiwu_diff.Decided)
    assert decided.state == "stale"
    with pytest.raises(yiwu_diff.ReadError):
        yiwu_diff.load_decisions("nowhere", data=tmp_path / "data")


def test_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("YIWU_DIFF_DATA", raising=False)
    assert yiwu_diff.load("yiwu").ref == "yiwu@2021"
    assert yiwu_diff.load("jinhua", data=ROOT / "data").name == "金华市"
    with pytest.raises(yiwu_diff.ReadError):
        yiwu_diff.load("nowhere")


@pytest.mark.parametrize(
    "imports",
    [
        "from yiwu_diff import compare",
        "from yiwu_diff.compare.model import Span; from yiwu_diff import compare",
        "from yiwu_diff import compare; import yiwu_diff.compare.labels; "
        "from yiwu_diff import compare",
        "import yiwu_diff.compare.engine as engine; from yiwu_diff import compare; engine.compare",
    ],
)
def test_compare_is_callable_however_it_is_come_by(imports: str) -> None:
    code = f"{imports}; assert callable(compare); import yiwu_diff.compare.labels as l; l.LABELS"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_importing_the_package_imports_nothing_else() -> None:
    code = (
        "import sys, yiwu_diff;"
        "assert [m for m in sys.modules if m.startswith('yiwu_diff')] == ['yiwu_diff']"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
