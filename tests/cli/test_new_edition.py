"""``yiwu-diff new-edition``: what is copied, what is changed, what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from yiwu_diff.cli.main import run

ROOT = Path(__file__).parents[2]
OLD, NEW = Path("data/yiwu/2021"), Path("data/yiwu/2026")

Said = "Callable[..., tuple[int, str, str]]"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_the_domains_are_copied_byte_for_byte(say: Said) -> None:
    (OLD / "decisions.yaml").write_text("decisions: []\n", encoding="utf-8")
    code, _, err = say("new-edition", "yiwu@2021", "yiwu@2026")
    assert code == 0, err
    old = {path.name: path.read_bytes() for path in OLD.iterdir()}
    new = {path.name: path.read_bytes() for path in NEW.iterdir()}
    assert set(old) - set(new) == {"note.yaml", "decisions.yaml"}
    for name in set(new) - {"standard.yaml"}:
        assert new[name] == old[name]
    assert "decisions.yaml、note.yaml" in err
    assert "jinhua@2021（数据中没有更新的版本）" in err
    assert "yiwu-diff diff yiwu@2021 yiwu@2026" in err
    assert NEW.stat().st_mode == OLD.stat().st_mode
    assert sorted(path.name for path in NEW.parent.iterdir()) == ["2021", "2026"]


def test_the_new_edition_works(say: Said) -> None:
    say("new-edition", "yiwu", "义乌市@2026-draft")
    assert say("list", "yiwu@2026-draft")[0] == 0
    code, out, _ = say("diff", "yiwu@2021", "yiwu@2026-draft", "--format", "json")
    assert code == 0
    assert json.loads(out)["summary"]["outcome"] == "equal"
    _, out, _ = say("diff", "yiwu@2026-draft", "--format", "json")
    assert json.loads(out)["base"]["ref"] == "jinhua@2021"
    assert json.loads(out)["summary"]["labels"]["new"] == 4


def test_it_builds_on_the_newest_edition_above(say: Said) -> None:
    say("new-edition", "jinhua@2021", "jinhua@2025")
    code, _, err = say("new-edition", "yiwu@2021", "yiwu@2026")
    assert code == 0
    assert "jinhua@2021 → jinhua@2025" in err
    _, out, _ = say("diff", "yiwu@2026", "--format", "json")
    assert json.loads(out)["target"]["builds_on"] == ["jinhua@2025", "zhejiang@2021"]


def test_from_a_commit_and_from_a_folder(say: Said, desk: Path) -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "data"],
    ):
        subprocess.run(["git", *arguments], cwd=desk, check=True)
    committed = (OLD / "01-childcare.yaml").read_bytes()
    (OLD / "01-childcare.yaml").write_bytes(committed + b"# later\n")
    assert say("new-edition", "git:HEAD:yiwu@2021", "yiwu@2026")[0] == 0
    assert (NEW / "01-childcare.yaml").read_bytes() == committed
    assert say("new-edition", "./data/yiwu/2021", "yiwu@2027")[0] == 0
    assert (NEW.parent / "2027/01-childcare.yaml").read_bytes() == committed + b"# later\n"


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("yiwu@2021", "yiwu@2021", "已经存在"),
        ("yiwu@2021", "yiwu@taken", "已经存在"),
        ("yiwu@2021", "yiwu", "地区@版本"),
        ("yiwu@2021", "yiwu@", "地区@版本"),
        ("yiwu@2021", "data/yiwu/2026", "地区@版本"),
        ("yiwu@2021", "git:HEAD:yiwu@2026", "已提交的版本"),
        ("yiwu@2021", "yiwu@a b", "不能作为版本名"),
        ("yiwu@2021", "yiwu@..", "不能作为版本名"),
        ("yiwu@2021", "jinhua@2026", "应当是 yiwu@"),
        ("yiwu@1999", "yiwu@2026", "没有版本"),
        ("yiwu@2021", "", "不能作为标准的名称"),
    ],
)
def test_what_is_refused_makes_nothing(source: str, target: str, told: str, say: Said) -> None:
    (OLD.parent / "taken").mkdir()
    before = sorted(Path("data").rglob("*"))
    code, _, err = say("new-edition", source, target)
    assert code == 2
    assert told in err
    assert sorted(Path("data").rglob("*")) == before


def test_a_broken_old_edition_is_told(say: Said) -> None:
    (OLD / "01-childcare.yaml").write_text("domain: [", encoding="utf-8")
    code, _, err = say("new-edition", "yiwu@2021", "yiwu@2026")
    assert code == 2
    assert "data/yiwu/2021/01-childcare.yaml" in err
    assert not NEW.exists()


def test_the_programs_own_data_get_no_edition(
    say: Said, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "elsewhere").mkdir()
    monkeypatch.chdir(desk / "elsewhere")
    code, _, err = say("new-edition", "yiwu@2021", "yiwu@2026")
    assert code == 2
    assert "--data" in err
    assert not (ROOT / NEW).exists()
    assert say("new-edition", "yiwu@2021", "yiwu@2026", "--data", "../data")[0] == 0


def test_a_full_disk_leaves_nothing(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    done = []

    def full(_: int) -> None:
        done.append(1)
        if len(done) > 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = say("new-edition", "yiwu@2021", "yiwu@2026")
    assert code == 2
    assert "No space left" in err
    assert [path.name for path in NEW.parent.iterdir()] == ["2021"]
