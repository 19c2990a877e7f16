"""A small edition to write, break and read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = """\
title: 义乌市基本公共服务标准（2021年版）
jurisdiction: yiwu
name: 义乌市
level: county
edition: "2021"
"""
DOMAIN = """\
domain: 幼有所育
services:
  - service: 优孕优生服务
    items:
      - id: maternal-health
        name: 孕产妇健康服务
        content: 提供产前检查。
        basis: quoted
"""

Write = Callable[..., Path]
Git = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write files (by path relative to the working directory, "d" by default) and go there.

    ``write({"01-a.yaml": text})`` adds a good standard.yaml; returns the folder ``d``.
    """
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str | bytes], folder: str = "d", *, head: str | None = HEAD) -> Path:
        where = Path(folder)
        (tmp_path / where).mkdir(parents=True, exist_ok=True)
        if head is not None:
            files = {"standard.yaml": head, **files}
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (tmp_path / where / name).write_bytes(data)
        return where

    return write


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A fresh repository in the working directory, and git to run in it."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def git(*args: str) -> str:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = subprocess.run(
            ["git", *who, *args], cwd=tmp_path, capture_output=True, check=True, text=True
        )
        return done.stdout

    git("init", "-q", "-b", "main")
    return git
