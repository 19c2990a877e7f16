"""Commands that write, killed at any moment: what is on the disk is whole, before or after."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from yiwu_diff.standard.folders import DiskFolder
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.verdicts import decisions, justifications

ROOT = Path(__file__).parents[2]
ROUNDS = 14
# Many writes in one process: the start of a process, in which nothing is written, takes longest.
LOOP = """
import sys
from pathlib import Path
from yiwu_diff.cli.main import run
Path("begun").touch()
for number in range(1000):
    run([one.replace("NUMBER", str(number)) for one in sys.argv[1:]])
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.delenv("YIWU_DIFF_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def killed(seconds: float, *arguments: str) -> None:
    """Let the command run over and over, for a while."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOOP, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not Path("begun").exists() and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)
    Path("begun").unlink(missing_ok=True)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_no_half_file_is_ever_left(desk: Path) -> None:
    chance = random.Random(5)
    folder = DiskFolder(Path("data/yiwu/2021"))
    commands = (
        ("decide", "环境质量", "调高", "--accept", "--reason", "第NUMBER次", "--by", "甲"),
        (
            *("justify", "环境质量", "--necessity", "第NUMBER次", "--reasonableness", "可"),
            *("--risk", "无", "--by", "甲"),
        ),
        ("new-edition", "yiwu@2021", "yiwu@2026-NUMBER"),
    )
    written = [0, 0, 0]
    rounds = 0
    # On a slow machine a few rounds may end before anything is written.
    while rounds < ROUNDS or (not all(written) and rounds < 10 * ROUNDS):
        killed(chance.random() * 0.9, *commands[rounds % 3])
        rounds += 1
        written[0] += len(decisions(folder))
        written[1] += len(justifications(folder))
        for path in Path("data/yiwu").iterdir():
            if path.name.startswith("."):
                continue
            read_standard(path, expect=("yiwu", path.name))
            if path.name != "2021":
                written[2] += 1
                assert len(list(path.iterdir())) == 12
                shutil.rmtree(path)
    assert all(written), written
    # What was left beside is hidden, and no command minds it.
    for path in Path("data/yiwu").rglob("*"):
        assert path.name[0].isdecimal() or path.name.startswith(".") or path.suffix == ".yaml"
    read_standard(folder, expect=("yiwu", "2021"))
