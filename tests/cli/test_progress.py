"""Progress shows itself to a person at a terminal, and to nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from yiwu_diff.cli import progress
from yiwu_diff.cli.progress import Progress

ROOT = Path(__file__).parents[2]


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    one = Terminal()
    # Not sys.stderr itself, which pytest sets anew after the fixtures.
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=one))
    monkeypatch.setattr(progress, "_DELAY", 0.01)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return one


def wait(terminal: Terminal, text: str) -> None:
    end = time.monotonic() + 10
    while text not in terminal.getvalue():
        assert time.monotonic() < end, terminal.getvalue()
        time.sleep(0.005)


def test_it_shows_where_the_work_is_and_goes_away(terminal: Terminal) -> None:
    with Progress(2) as line:
        line.step("市民政局.docx")
        wait(terminal, "[1/2] 市民政局.docx")
        line.step("a")
        wait(terminal, "\r[2/2] a")
    written = terminal.getvalue()
    # The longer text is covered, and in the end all of it.
    assert "\r[2/2] a" + " " * 12 in written
    assert written.endswith("\r" + " " * 7 + "\r")
    assert "\x1b" not in written and "\n" not in written


def test_what_is_done_at_once_needs_no_word(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_DELAY", 60)
    with Progress(2) as line:
        line.step("a")
        line.step("b")
    assert terminal.getvalue() == ""


def test_an_error_leaves_no_line_behind(terminal: Terminal) -> None:
    with pytest.raises(ValueError, match="x"), Progress() as line:
        line.step("正在比对")
        wait(terminal, "正在比对")
        raise ValueError("x")
    assert terminal.getvalue().endswith("\r")


def test_names_steer_no_terminal(terminal: Terminal) -> None:
    with Progress() as line:
        line.step("a\x1b[2Jb" + "长" * 200)
        wait(terminal, "b长")
    assert "\x1b" not in terminal.getvalue()
    assert "\n" not in terminal.getvalue()


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("CI", "1"), ("TERM", "dumb")])
def test_nothing_in_ci(
    name: str, value: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with Progress() as line:
        line.step("a")
        time.sleep(0.05)
    assert terminal.getvalue() == ""


def test_nothing_on_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=pipe))
    monkeypatch.setattr(progress, "_DELAY", 0.001)
    monkeypatch.delenv("CI", raising=False)
    with Progress() as line:
        line.step("a")
        time.sleep(0.05)
    assert pipe.getvalue() == ""


SLOW = (
    "import sys, time; import yiwu_diff.cli.progress as p; p._DELAY = 0.01;"
    "import yiwu_diff.compare.engine as e; old = e.compare;"
    "e.compare = lambda *a: (time.sleep(0.3), old(*a))[1];"
    "from yiwu_diff.cli.main import run; sys.exit(run(sys.argv[1:]))"
)


def environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "YIWU_DIFF_LANG")}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm"}


def test_a_slow_comparison_on_pipes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW, "diff", "--by", "lead", "-o", str(tmp_path)],
        capture_output=True,
        env=environment(),
        cwd=ROOT,
        check=True,
    )
    assert done.stdout == b""
    assert b"\r" not in done.stderr
    assert "正在".encode() not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
def test_a_slow_comparison_at_a_terminal() -> None:
    import pty

    reader, writer = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "diff", "--summary"],
        stdout=subprocess.DEVNULL,
        stderr=writer,
        env=environment(),
        cwd=ROOT,
    )
    os.close(writer)
    said = b""
    while True:
        try:
            part = os.read(reader, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(reader)
    assert process.wait() == 0
    text = said.decode("utf-8")
    assert "\r正在比对" in text
    assert text.endswith("\r")


def test_how_far_a_piece_of_work_has_come(terminal: Terminal) -> None:
    with Progress() as progress:
        progress.step("reading a.pdf")
        wait(terminal, "reading a.pdf")
        progress.part("a.pdf", 30, 120)
        progress.part("a.pdf", 0, 0)
        wait(terminal, "[#####...............]  25% a.pdf")
    assert terminal.getvalue().endswith("\r")
