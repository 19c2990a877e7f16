"""A repository in which a new edition is drafted, and ways to run what it adopts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]

STANDARD = """\
title: {name}基本公共服务标准（{edition}年版）
jurisdiction: {place}
name: {name}
level: {level}
edition: "{edition}"
builds_on: {builds_on}
agencies: [市卫生健康局]
declared:
  domains: 1
  services: 1
  items: 1
"""
DOMAIN = """\
domain: 病有所医
services:
  - service: 公共卫生服务
    items:
      - id: vaccine
        name: 预防接种
        audience: 0至6岁儿童。
        content: 免费接种国家免疫规划疫苗。
        level: 接种率达到90%以上。
        funding: 由财政承担支出责任。
        lead: 市卫生健康局
        basis: official
"""
FILE = "data/lower/2026-draft/01-health.yaml"
DRAFT = "lower@2026-draft"
LEVEL_LINE = DOMAIN[: DOMAIN.index("level:")].count("\n") + 1


def git(folder: Path, *arguments: str) -> str:
    """git in a repository, with nobody's own settings."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment() -> dict[str, str]:
    """The tests' environment without what would lead git and the program elsewhere."""
    away = ("GIT_", "GITHUB_", "YIWU_DIFF_", "CI_", "RUNNER_", "NO_COLOR", "FORCE_COLOR")
    mine = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    who = {
        f"GIT_{one}_{what}": "t@example.org"
        for one in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return mine | who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def offline() -> dict[str, str]:
    """What lets pip build and install this project from what the tests' own environment holds,
    so that a test needs no network."""
    return {
        "PYTHONPATH": os.pathsep.join(sysconfig.get_path(one) for one in ("purelib", "platlib")),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # Sets pip's build_isolation itself, in spite of its name (pypa/pip #5735).
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_CACHE_DIR": "1",
    }


def repository(folder: Path) -> Path:
    """A repository with a draft that passes its check, committed on main."""
    for place, name, edition, level, above in (
        ("upper", "某市", "2021", "prefecture", "[]"),
        ("lower", "某县", "2026-draft", "county", "[upper@2021]"),
    ):
        own = folder / "data" / place / edition
        own.mkdir(parents=True)
        head = STANDARD.format(
            place=place, name=name, edition=edition, level=level, builds_on=above
        )
        (own / "standard.yaml").write_text(head, encoding="utf-8")
        (own / "01-health.yaml").write_text(DOMAIN, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "draft")
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    """Change the draft's text."""
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def project(folder: Path) -> Path:
    """This project as somebody's checkout has it: without what the tests' run left in it."""
    folder.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("yiwu_diff", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "action.yml", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def read_yaml(text: str) -> dict[str, object]:
    found: dict[str, object] = YAML(typ="safe", pure=True).load(text)
    return found
