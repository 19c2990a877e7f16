"""Standard output and what it is: UTF-8 always, colour and width only of a terminal."""

from __future__ import annotations

import os
import sys

DEFAULT_WIDTH = 80


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
        # A file name that is no valid Unicode must not stop a message about it.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def put(text: str | bytes) -> None:
    """Write to standard output. That nobody reads on does not keep a command from its end, nor
    from telling by its exit code what it found."""
    try:
        if isinstance(text, bytes):
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text)
    except BrokenPipeError:
        discard()


def tell(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def color() -> bool:
    """Whether to colour standard output (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or _windows_colors()


def width() -> int:
    """The cells of a line: of the terminal, or what ``$COLUMNS`` says."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def discard() -> None:
    """Throw away what is still to be written: nobody reads it any more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _windows_colors() -> bool:
    """Switch on the escape sequences of a Windows console; older ones have none."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.GetStdHandle(-11)
    mode = ctypes.c_uint32()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 0x0004))
