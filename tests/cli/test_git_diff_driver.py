"""git itself calls the driver: what `git diff`, `git log` and `git show` print of a dataset."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from yiwu_diff.cli import exit_codes, git_install
from yiwu_diff.cli.main import run

FILE = "data/yiwu/2021/01-childcare.yaml"
HEAD = """\
title: 义乌市基本公共服务标准（2021年版）
jurisdiction: yiwu
name: 义乌市
level: county
edition: "2021"
"""
DOMAIN = """\
# 据公开资料
domain: 幼有所育
services:
  - service: 优孕优生服务
    items:
      - id: maternal-health
        name: 孕产妇健康服务
        content: 提供产前检查和产后访视。
        level: 孕产妇系统管理率达到97%以上。
        lead: 市卫生健康局
        basis: quoted
      - id: contraception
        name: 基本避孕服务
        content: 免费提供基本避孕药具。
        basis: quoted
"""
LOWERED = DOMAIN.replace("97%", "90%")

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with one committed standard, in the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("GIT_", "YIWU_DIFF_"))]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "global.gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def git(*args: str) -> str:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = subprocess.run(
            ["git", *who, *args], cwd=tmp_path, capture_output=True, check=False, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
        return done.stdout

    git("init", "-q", "-b", "main")
    write(DOMAIN)
    write(HEAD, "data/yiwu/2021/standard.yaml")
    git("add", ".")
    git("commit", "-q", "-m", "data")
    return git


@pytest.fixture
def installed(git: Git) -> Git:
    assert run(["git-diff-driver", "--install", "--attributes"]) == exit_codes.DONE
    return git


def write(text: str | bytes, file: str = FILE) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_bytes(text if isinstance(text, bytes) else text.encode())


# -- what git shows --------------------------------------------------------------------------


def test_git_diff_shows_labels_and_both_figures_and_no_yaml(installed: Git) -> None:
    write(LOWERED)
    shown = installed("diff", "--", "data")
    assert shown.startswith(f"diff --yiwu-diff {FILE}\n调低 1\n")
    assert "孕产妇健康服务 (maternal-health)  调低  第 6 行" in shown
    assert "【-97%】【+90%】" in shown
    assert "level:" not in shown
    assert "基本避孕服务" not in shown


def test_git_log_shows_labels_when_asked_and_plain_text_when_not(installed: Git) -> None:
    write(LOWERED)
    installed("commit", "-q", "-m", "lower", "data")
    for command in (["log", "-p", "-1"], ["show"]):
        labels = installed(*command, "--ext-diff")
        assert "调低" in labels
        assert "【-97%】【+90%】" in labels
        assert "level:" not in labels
        text = installed(*command)
        assert "\n-    服务标准  孕产妇系统管理率达到97%以上。\n" in text
        assert "\n+    服务标准  孕产妇系统管理率达到90%以上。\n" in text
        assert "level:" not in text


def test_a_patch_stays_a_patch(installed: Git) -> None:
    """What machines read is not touched, and what else docs/ci.md says of git's commands."""
    yaml = "-        level: 孕"
    write(LOWERED)
    assert yaml in installed("diff", "--no-ext-diff", "--no-textconv")
    installed("stash", "-q")
    assert yaml in installed("stash", "show", "-p")
    assert "调低" in installed("stash", "show", "-p", "--ext-diff")
    installed("stash", "pop", "-q")
    adding = subprocess.run(
        ["git", "add", "-p"], input=b"y\n", capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert yaml in adding
    assert "调低" in installed("diff", "--cached", "--", "data")
    installed("commit", "-q", "-m", "lower")
    assert yaml in installed("format-patch", "-1", "--stdout")
    assert "1 file changed" in installed("diff", "--stat", "HEAD~1", "HEAD")
    assert "服务标准  孕产妇系统" in installed("blame", FILE)
    assert "level: 孕产妇系统" in installed("blame", "--no-textconv", FILE)


def test_an_alias_makes_the_labels_the_habit(installed: Git) -> None:
    write(LOWERED)
    installed("commit", "-q", "-m", "lower", "data")
    installed("config", "alias.lp", "log -p --ext-diff")
    assert "调低" in installed("lp", "-1")


@pytest.mark.parametrize("staged", [False, True])
def test_files_that_come_go_and_move(installed: Git, staged: bool) -> None:
    how = ["diff", "--cached"] if staged else ["diff"]
    other = "data/yiwu/2021/02-education.yaml"
    write(DOMAIN.replace("maternal-health", "x").replace("contraception", "y"), other)
    installed("add", "-N" if not staged else "-v", other)
    shown = installed(*how, "--", other)
    assert "新文件\n新增 2\n" in shown
    assert "+ 免费提供基本避孕药具。" in shown
    installed("add", ".")
    installed("commit", "-q", "-m", "more")

    Path(other).unlink()
    if staged:
        installed("add", "-A")
    assert "删去的文件\n缺项 2\n" in installed(*how)
    installed("reset", "-q", "--hard")

    installed("mv", FILE, "data/yiwu/2021/03-care.yaml")
    write(LOWERED, "data/yiwu/2021/03-care.yaml")
    installed("add", ".")
    shown = installed("diff", "-M", "--cached")
    assert f"文件更名：{FILE} → data/yiwu/2021/03-care.yaml" in shown
    assert "调低" in shown


def test_an_item_that_moved_to_another_domain_is_found_there(installed: Git) -> None:
    other = "data/yiwu/2021/02-education.yaml"
    start = DOMAIN.index("      - id: contraception")
    write(
        "domain: 学有所教\nservices:\n  - service: 其他\n    items:\n"
        + DOMAIN[start:].replace("免费", ""),
        other,
    )
    write(DOMAIN[:start])
    shown = installed("diff", "--", FILE)
    assert "基本避孕服务 (contraception)" in shown
    assert "已移到 02-education.yaml" in shown
    assert "【-免费】" in shown
    assert "缺项" not in shown.splitlines()[1]


def test_only_layout_or_comments(installed: Git) -> None:
    write(DOMAIN.replace("# 据公开资料", "# 据公开资料，待核\n"))
    shown = installed("diff", "--", "data")
    assert shown == f"diff --yiwu-diff {FILE}\n文字没有变化，只有排版或注释\n\n"


def test_comments_that_changed_besides_are_mentioned(installed: Git) -> None:
    write(LOWERED.replace("# 据公开资料", "# 据公开资料，待核"))
    assert "注释也有改动" in installed("diff")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (DOMAIN.replace("domain: 幼有所育", "domain: [幼"), "domain: [幼"),
        (DOMAIN.replace("        name: 基本避孕服务\n", ""), "        name: 基本避孕服务"),
        (b"\x00\x01\x02", "不是文本，内容不同"),
        (b"\xff\xfe\x00", "不是文本，内容不同"),
        (LOWERED.encode("gb18030"), "        level: 孕产妇系统管理率达到90%以上。"),
        ("", "        level: 孕产妇系统管理率达到97%以上。"),
        ("- 1\n", "- 1"),
    ],
)
@pytest.mark.parametrize("way", [["diff"], ["diff", "-R"]])
def test_what_cannot_be_read_is_shown_line_by_line(
    installed: Git, text: str | bytes, shown: str, way: list[str]
) -> None:
    write(text)
    out = installed(*way)
    assert "不能作为数据集读取" in out
    assert any(line.lstrip("+-") == shown or line[1:] == shown for line in out.splitlines())


def test_no_text_stops_git_log(installed: Git) -> None:
    for text in (b"\x00\x01", LOWERED.encode("gb18030"), b"domain: [", b""):
        write(text)
        installed("commit", "-q", "-m", "broken", "data")
    assert "90%以上" in installed("log", "-p")


def test_other_files_of_an_edition(installed: Git) -> None:
    write(HEAD.replace("2021", "2026"), "data/yiwu/2021/standard.yaml")
    shown = installed("diff", "--", "data")
    assert "-版本  2021\n+版本  2026" in shown
    assert "edition" not in shown


def test_a_link_and_a_changed_mode(installed: Git) -> None:
    Path(FILE).chmod(0o755)
    assert "文件属性：100644 → 100755" in installed("diff")
    Path(FILE).unlink()
    Path(FILE).symlink_to("standard.yaml")
    assert "+standard.yaml" in installed("diff")


def test_an_unmerged_file_is_named(installed: Git) -> None:
    installed("checkout", "-q", "-b", "other")
    write(LOWERED)
    installed("commit", "-q", "-m", "90", "data")
    installed("checkout", "-q", "main")
    write(DOMAIN.replace("97%", "95%"))
    installed("commit", "-q", "-m", "95", "data")
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    done = subprocess.run(["git", *who, "merge", "other"], capture_output=True, check=False)
    assert done.returncode == 1
    assert f"尚未合并：{FILE}" in installed("diff", "--base", "--", FILE) + installed(
        "diff", "HEAD", "--", FILE
    )


def test_a_bug_of_ours_does_not_stop_git(
    git: Git, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("no")

    monkeypatch.setattr("yiwu_diff.cli.git_file.render", broken)
    write(DOMAIN, "old.yaml")
    write(LOWERED, "new.yaml")
    call = [FILE, "old.yaml", "1" * 40, "100644", "new.yaml", "2" * 40, "100644"]
    assert run(["git-diff-driver", "--", *call]) == exit_codes.DONE
    shown = capsys.readouterr().out
    assert "ZeroDivisionError" in shown
    assert "+        level: 孕产妇系统管理率达到90%以上。" in shown


def test_a_module_of_the_repository_is_never_run(installed: Git) -> None:
    for name in ("yiwu_diff.py", "typer.py", "json.py"):
        Path(name).write_text("raise SystemExit('taken')\n", encoding="utf-8")
    write(LOWERED)
    assert "调低" in installed("diff")


# -- colour ----------------------------------------------------------------------------------


def test_coloured_as_git_itself_would(installed: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write(LOWERED)
    assert "\x1b[" not in installed("diff")
    assert "\x1b[" in installed("-c", "color.diff=always", "diff")
    monkeypatch.setenv("GIT_PAGER_IN_USE", "1")
    assert "\x1b[" in installed("diff")
    assert "\x1b[" not in installed("-c", "color.ui=never", "diff")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in installed("-c", "color.diff=always", "diff")


def test_as_wide_as_the_terminal_and_in_the_language_asked_for(
    installed: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(LOWERED)
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.setenv("YIWU_DIFF_LANG", "en")
    shown = installed("diff")
    assert "  lowered  " in shown
    assert "[-97%-][+90%+]" in shown
    assert any("level" in line and "97%" in line for line in shown.splitlines())


# -- settings --------------------------------------------------------------------------------


def test_install_tells_the_line_and_writes_it_when_asked(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    line = "data/**/*.yaml diff=yiwu-diff"
    assert run(["git-diff-driver", "--install"]) == exit_codes.DONE
    out, err = capsys.readouterr()
    assert out == ""
    assert line in err
    assert not Path(".gitattributes").exists()
    for key, value in git_install.settings().items():
        assert git("config", "--local", f"diff.yiwu-diff.{key}") == value + "\n"

    Path(".gitattributes").write_bytes(b"*.sh text")
    for _ in range(2):
        assert run(["git-diff-driver", "--install", "--attributes"]) == exit_codes.DONE
    assert Path(".gitattributes").read_bytes() == f"*.sh text\n{line}\n".encode()
    assert git("config", "--local", "--get-all", "diff.yiwu-diff.command").count("\n") == 1


def test_install_for_all_repositories(git: Git, tmp_path: Path) -> None:
    assert run(["git-diff-driver", "--install", "--global"]) == exit_codes.DONE
    assert "yiwu-diff" in (tmp_path / "global.gitconfig").read_text(encoding="utf-8")
    assert "yiwu-diff" not in git("config", "--local", "--list")


def test_the_line_names_the_folder_where_the_data_lies(git: Git, tmp_path: Path) -> None:
    for folder, wanted in (
        ("standards", "standards/**/*.yaml"),
        ("标准", "标准/**/*.yaml"),
        ("a b", '"a b/**/*.yaml"'),
        ("a[1] b", '"a\\\\[1] b/**/*.yaml"'),
        ("x[1]", "x\\[1]/**/*.yaml"),
    ):
        root = tmp_path / folder
        line = git_install.attributes_line(root, tmp_path)
        assert line == f"{wanted} diff=yiwu-diff"
        Path(".gitattributes").write_text(line + "\n", encoding="utf-8")
        told = git("-c", "core.quotePath=false", "check-attr", "diff", f"{folder}/y/2021/a.yaml")
        assert told.endswith(": diff: yiwu-diff\n")
    assert git_install.attributes_line(tmp_path.parent / "z", tmp_path).startswith("data/**/")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--install"),
        (["a", "b"], "7 个"),
        (["--textconv"], "--textconv 要一个文件"),
        (["--textconv", "no.yaml"], "no.yaml"),
        (["--global"], "--global 要与 --install 同用"),
        (["--attributes"], "--attributes 要与 --install 同用"),
        (["--install", "a"], "--install 不带参数"),
    ],
)
def test_called_wrongly(
    git: Git, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["git-diff-driver", *arguments]) == exit_codes.TROUBLE
    assert said in capsys.readouterr().err


def test_install_outside_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["git-diff-driver", "--install"]) == exit_codes.TROUBLE
    assert "git 没有照办" in capsys.readouterr().err


def test_textconv_prints_one_file(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git-diff-driver", "--textconv", FILE]) == exit_codes.DONE
    assert "    服务内容  提供产前检查和产后访视。\n" in capsys.readouterr().out
    write(b"domain: [\xff")
    done = subprocess.run(
        [sys.executable, "-m", "yiwu_diff", "git-diff-driver", "--textconv", "--", FILE],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8").startswith("domain: [")
