""".pre-commit-hooks.yaml, used by pre-commit itself on a real commit.

The hook is installed as its users install it (``language: python``), by pip, but from what the
tests' environment holds: no network is needed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafting import DRAFT, FILE, edit, environment, git, offline, project, repository


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose commits run the hook."""
    hooks = project(tmp_path / "yiwu-diff")
    git(hooks, "init", "-q")
    git(hooks, "add", ".")
    git(hooks, "commit", "-q", "-m", "the hook's repository")
    folder = repository(tmp_path / "work")
    (folder / ".pre-commit-config.yaml").write_text(
        f"""\
repos:
  - repo: {hooks.as_posix()}
    rev: {git(hooks, "rev-parse", "HEAD").strip()}
    hooks:
      - id: yiwu-diff-check
        args: [{DRAFT}]
""",
        encoding="utf-8",
    )
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "hooks")
    pre_commit(folder, "install")
    return folder


def pre_commit(folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=around(folder),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def around(folder: Path) -> dict[str, str]:
    """Its own store, so that nothing is left of an earlier run."""
    return environment() | offline() | {"PRE_COMMIT_HOME": str(folder.parent / "store")}


def commit(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        ["git", "commit", "-am", "draft"],
        cwd=folder,
        env=around(folder),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_manifest_is_what_pre_commit_reads(folder: Path) -> None:
    pre_commit(folder, "validate-manifest", str(folder.parent / "yiwu-diff/.pre-commit-hooks.yaml"))


def test_a_commit_that_lowers_a_figure_is_refused(folder: Path) -> None:
    edit(folder, "90%", "85%")
    code, said = commit(folder)
    assert code == 1, said
    assert "yiwu-diff check" in said
    assert FILE in said
    assert "85%" in said
    assert "draft" not in git(folder, "log", "-1", "--format=%s")

    edit(folder, "85%", "90%")
    edit(folder, "国家免疫规划疫苗", "国家免疫规划的疫苗")
    code, said = commit(folder)
    assert code == 0, said
    assert "Passed" in said


def test_a_commit_that_deletes_a_file_is_looked_at(folder: Path) -> None:
    """pre-commit passes no deleted files on, and skips a hook that none is left for."""
    git(folder, "rm", "-q", FILE)
    code, said = commit(folder)
    assert code == 1, said
    assert "Skipped" not in said
