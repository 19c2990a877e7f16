"""``yiwu-diff note``: exit codes, forms, files."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from yiwu_diff.cli import exit_codes
from yiwu_diff.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "note"))
from comparisons import other_city, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    Said = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "note" / "fixtures"


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.compare.engine.compare", lambda *_: shipped())


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.compare.engine.compare", lambda *_: other_city())


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


REAL = "tests/note/fixtures/yiwu-2021.txt"


def test_the_audit_of_the_real_note(say: Said, golden) -> None:  # type: ignore[no-untyped-def]
    code, out, err = say("note", "audit", REAL)
    assert (code, err) == (exit_codes.FINDINGS, "")
    golden("note/audit.txt", out)
    golden("note/audit-en.txt", say("--lang", "en", "note", "audit", REAL)[1])


def test_the_audit_as_json(say: Said) -> None:
    code, out, _ = say("note", "audit", REAL, "--format", "json")
    assert code == exit_codes.FINDINGS
    found = json.loads(out)["findings"]
    assert json.loads(out)["not_verified"] == []
    assert all(set(f) == {"check", "severity", "line", "message", "quote"} for f in found)
    assert len(found) == 10
    assert "\\u" not in out


def test_a_clean_note_exits_with_0(say: Said, other: None) -> None:
    code, out, _ = say("note", "audit", str(FIXTURES / "headings-inline-clean.txt"))
    assert code == exit_codes.DONE
    assert "没有发现问题" in out
    code, out, _ = say("note", "audit", str(FIXTURES / "headings-inline-clean.txt"), "-f", "json")
    assert (code, json.loads(out)) == (exit_codes.DONE, {"findings": [], "not_verified": []})


@pytest.mark.parametrize("name", ["none.txt", "old.doc"])
def test_what_cannot_be_read_exits_with_2(name: str, say: Said, tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    code, out, err = say("note", "audit", str(tmp_path / name))
    assert (code, out) == (exit_codes.TROUBLE, "")
    assert len(err.splitlines()) == 1


def test_the_width_is_kept(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    from yiwu_diff.report.cells import width

    monkeypatch.setenv("COLUMNS", "50")
    _, out, _ = say("note", "audit", REAL)
    assert max(map(width, out.splitlines())) <= 50


def test_the_draft(say: Said, tmp_path: Path) -> None:
    code, out, err = say("note", "draft")
    assert (code, err) == (exit_codes.DONE, "")
    assert out.startswith("（二）与金华市标准的区别\n")
    files = [tmp_path / name for name in ("a.txt", "a.md", "a.docx")]
    code, nothing, err = say("note", "draft", *(part for f in files for part in ("-o", str(f))))
    assert (code, nothing) == (exit_codes.DONE, "")
    assert err.count("已写入") == 3
    assert files[0].read_text(encoding="utf-8") == out
    assert files[2].read_bytes().startswith(b"PK")
    # What the tool writes, it finds nothing wrong with.
    for file in files:
        assert say("note", "audit", str(file))[0] == exit_codes.DONE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "docx"], "只能写到文件"),
        (["-f", "html"], "不认识"),
        (["-o", "x.pdf"], "不知道"),
        (["-o", "nowhere/x.docx"], "没有文件夹"),
        (["-o", "data"], "不知道"),
    ],
)
def test_wrong_usage_of_draft(arguments: list[str], message: str, say: Said) -> None:
    code, out, err = say("note", "draft", *arguments)
    assert (code, out) == (exit_codes.TROUBLE, "")
    assert message in err


def test_the_group(say: Said) -> None:
    code, out, _ = say("note", "--help")
    assert code == exit_codes.DONE
    assert "draft" in out
    assert "audit" in out
    assert "diff" not in out.replace("yiwu-diff", "")
    code, _, err = say("note", "adit")
    assert code == exit_codes.TROUBLE
    assert "是不是「audit」" in err


@pytest.mark.parametrize("command", ["draft", "audit"])
def test_help_speaks_one_language(command: str, say: Said) -> None:
    _, out, _ = say("--lang", "en", "note", command, "--help")
    assert not [char for char in out if "\u4e00" <= char <= "\u9fff"]
    assert "用法：" in say("note", command, "--help")[1]
