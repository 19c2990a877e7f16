"""The git settings by which ``git diff`` calls this program: written only when asked for."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.cli import streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.words import message
from yiwu_diff.cli.write import write
from yiwu_diff.report.readable import HEADING

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

DRIVER = "yiwu-diff"
_ATTRIBUTES = ".gitattributes"


def settings() -> dict[str, str]:
    """What git has to know, without the driver's name.

    ``cachetextconv`` is not among them: its cache would outlive a change of the language or of
    the program.
    """
    # This very installation, wherever git is run from. -P: git runs the command in the top of
    # the repository, and nothing that lies there may be taken for a module.
    program = f"{shlex.quote(Path(sys.executable).as_posix())} -P -m yiwu_diff git-diff-driver"
    return {
        "command": f"{program} --",
        "textconv": f"{program} --textconv --",
        "xfuncname": f"^ *({HEADING}.*)$",
    }


def install(root: Path, lang: Lang, *, everywhere: bool, attributes: bool) -> None:
    """Write the settings, and tell the line of ``.gitattributes`` or write it too."""
    where = "--global" if everywhere else "--local"
    top = _top(lang) if attributes or not everywhere else None
    for key, value in settings().items():
        _git(lang, "config", where, "--replace-all", f"diff.{DRIVER}.{key}", value)
    told = message("driver_global" if everywhere else "driver_local", lang)
    streams.tell(message("driver_installed", lang, where=told))
    line = attributes_line(root, top)
    if not attributes or top is None:
        streams.tell(message("driver_attributes_missing", lang, line=line))
        return
    file = top / _ATTRIBUTES
    before = file.read_bytes() if file.exists() else b""
    if line.encode() in before.splitlines():
        streams.tell(message("driver_attributes_there", lang, file=_ATTRIBUTES, line=line))
        return
    joint = b"" if not before or before.endswith(b"\n") else b"\n"
    write(file, before + joint + line.encode() + b"\n", lang)
    streams.tell(message("driver_attributes_written", lang, file=_ATTRIBUTES, line=line))


def attributes_line(root: Path, top: Path | None) -> str:
    """The line that names the dataset files, wherever in the repository they lie."""
    folder = "data"
    if top is not None and root.resolve().is_relative_to(top.resolve()):
        folder = root.resolve().relative_to(top.resolve()).as_posix()
    folder = "" if folder == "." else folder + "/"
    pattern = "".join(f"\\{char}" if char in "*?[\\" else char for char in folder) + "**/*.yaml"
    if any(char in pattern for char in ' "\t'):
        pattern = '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{pattern} diff={DRIVER}"


def _top(lang: Lang) -> Path:
    return Path(_git(lang, "rev-parse", "--show-toplevel").removesuffix("\n"))


def _git(lang: Lang, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        raise RefusedError(message("no_git", lang)) from None
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip() or f"exit {done.returncode}"
        raise RefusedError(message("git_failed", lang, why=why))
    return done.stdout.decode("utf-8", "surrogateescape")
