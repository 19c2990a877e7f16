from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.refs import load
from yiwu_diff.standard.yaml_nodes import MAX_BYTES

Write = Callable[..., Path]
Git = Callable[..., str]

HEAD = "title: t\njurisdiction: yiwu\nname: 义乌市\nedition: '{}'\n"
ITEM = "domain: d\nitems:\n  - {{id: a, name: {}, basis: named}}\n"
ROOT = Path("data")


@pytest.fixture
def history(git: Git, write: Write) -> Git:
    """Three commits: 2021 with one name, then with another, then without it but with 2025."""
    write({"01-a.yaml": ITEM.format("甲")}, "data/yiwu/2021", head=HEAD.format("2021"))
    commit(git)
    git("tag", "v1")
    write({"01-a.yaml": ITEM.format("乙")}, "data/yiwu/2021", head=HEAD.format("2021"))
    commit(git)
    git("rm", "-rq", "data/yiwu/2021")
    write({"01-a.yaml": ITEM.format("丙")}, "data/yiwu/2025", head=HEAD.format("2025"))
    commit(git)
    return git


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "x")


def told(ref: str, root: Path = ROOT) -> str:
    with pytest.raises(ReadError) as error:
        load(ref, root)
    assert error.value.text("zh")
    return error.value.text("en")


@pytest.mark.parametrize(
    ("ref", "name", "file"),
    [
        ("git:v1:yiwu@2021", "甲", "v1:data/yiwu/2021/01-a.yaml"),
        ("git:HEAD~1:yiwu", "乙", "HEAD~1:data/yiwu/2021/01-a.yaml"),
        ("git:HEAD:yiwu", "丙", "HEAD:data/yiwu/2025/01-a.yaml"),
        ("git:main:义乌", "丙", "main:data/yiwu/2025/01-a.yaml"),
        ("git:v1:data/yiwu/2021", "甲", "v1:data/yiwu/2021/01-a.yaml"),
        ("git:v1:./data/yiwu/2021/standard.yaml", "甲", "v1:data/yiwu/2021/01-a.yaml"),
    ],
)
def test_a_standard_is_read_as_it_was_committed(
    history: Git, ref: str, name: str, file: str
) -> None:
    standard = load(ref, ROOT)
    assert standard.items[0].name == name
    assert standard.items[0].places["item"] == Place(file, 3, 5)


def test_paths_count_from_here_or_from_the_top(
    history: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "data")
    for path in (
        "yiwu/2021",
        "data/yiwu/2021",
        "../data/yiwu/2021",
        str(tmp_path / "data/yiwu/2021"),
    ):
        assert load(f"git:v1:{path}", Path()).items[0].name == "甲"
    # The data folder is named from here, too, and a folder may be gone by now.
    assert load("git:v1:yiwu@2021", Path()).items[0].name == "甲"
    assert load("git:v1:yiwu@2021", tmp_path / "data").items[0].name == "甲"


def test_the_data_may_be_the_repository_itself(git: Git, write: Write) -> None:
    write({"01-a.yaml": ITEM.format("甲")}, "yiwu/2021", head=HEAD.format("2021"))
    write({"01-a.yaml": ITEM.format("甲")}, ".", head=HEAD.format("2021"))
    commit(git)
    standard = load("git:HEAD:yiwu", Path())
    assert standard.place == Place("HEAD:yiwu/2021/standard.yaml", 1, 1)
    standard = load("git:HEAD:.", Path())
    assert standard.place == Place("HEAD:standard.yaml", 1, 1)


def test_a_revision_may_lie_outside_the_catalog(git: Git, write: Write) -> None:
    write({"01-a.yaml": ITEM.format("甲")}, "mine", head=HEAD.format("2021"))
    commit(git)
    assert load("git:HEAD:mine", ROOT).items[0].name == "甲"


def test_what_git_cannot_find_is_told(history: Git) -> None:
    for revision in ("nope", "-x", "--all", "HEAD~99", "a b", "HEAD^{tree}"):
        assert told(f"git:{revision}:yiwu").startswith(
            f".: the git repository has no revision “{revision}”; name a branch"
        )
    assert told("git:v1:yiwu@2025").startswith(
        "v1:data: yiwu has no edition “2025”; did you mean yiwu@2021? known: yiwu@2021;"
    )
    assert told("git:v1:jinhua").startswith("v1:data: there is no standard named “git:v1:jinhua”")
    assert told("git:HEAD:data/yiwu/2021").startswith(
        "HEAD:data/yiwu/2021: there is no such folder at this revision"
    )
    assert "holds no datasets" in told("git:v1:yiwu", Path("elsewhere"))
    assert told("git:v1:data/yiwu").startswith("v1:data/yiwu: ")


def test_pathspec_magic_is_only_a_name(history: Git) -> None:
    for path in (":(top)data/yiwu/2021", "data/yiwu/*", "data/yiwu/2021/../2021/../../.."):
        assert told(f"git:v1:{path}")


def test_outside_a_repository(write: Write) -> None:
    write({"01-a.yaml": ITEM.format("甲")}, "data/yiwu/2021", head=HEAD.format("2021"))
    assert told("git:HEAD:yiwu").startswith("data: this is not in a git repository; run inside")
    assert told("git:HEAD:data/yiwu/2021").startswith("data/yiwu/2021: this is not in a git")


def test_without_git(history: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told("git:HEAD:yiwu").startswith("git was not found; install it")


def test_a_repository_that_git_refuses(history: Git, tmp_path: Path) -> None:
    (tmp_path / ".git" / "HEAD").write_text("broken")
    assert "git cannot read the repository (" in told("git:v1:yiwu")


def test_git_is_only_read(history: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    run = subprocess.run

    def record(args: list[str], **options: object) -> object:
        if "-C" in args:
            ran.append(args[args.index("-C") + 2 :])
        return run(args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", record)
    load("git:v1:yiwu", ROOT)
    assert [args[0] for args in ran] == ["cat-file", "ls-tree", "cat-file"]
    assert not any("v1" in arg for args in ran for arg in args)
    assert history("status", "--porcelain") == ""
    assert history("branch", "--list").split() == ["*", "main"]


def test_large_files_and_links_are_not_read(git: Git, write: Write) -> None:
    folder = write({"01-a.yaml": ITEM.format("甲")}, "data/yiwu/2021", head=HEAD.format("2021"))
    with (folder / "02-b.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (folder / "03-c.yaml").symlink_to("/etc/passwd")
    commit(git)
    lines = told("git:HEAD:yiwu").splitlines()
    assert lines[0].startswith("HEAD:data/yiwu/2021/02-b.yaml: the file has 8.0 MiB")
    assert lines[1].startswith("HEAD:data/yiwu/2021/03-c.yaml: this is not a regular file")


def test_problems_name_the_revision(git: Git, write: Write) -> None:
    write({"01-a.yaml": "domain: 1\n"}, "data/yiwu/2021", head=HEAD.format("2021"))
    commit(git)
    assert "HEAD:data/yiwu/2021/01-a.yaml:1:9: domain has to be a text" in told("git:HEAD:yiwu")
