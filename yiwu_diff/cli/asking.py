"""Questions to the person at the terminal."""

from __future__ import annotations

import sys


def possible() -> bool:
    """Whether somebody is there to answer."""
    try:
        return sys.stdin.isatty() and sys.stderr.isatty()
    except (AttributeError, ValueError):
        return False


def ask(question: str, answers: str, otherwise: str) -> str:
    """One of the letters of ``answers``; asked again until it is one, ``otherwise`` for an empty
    line or the end of input."""
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        answer = line.strip().lower()[:1]
        if not answer:
            return otherwise
        if answer in answers:
            return answer
        if answer in "是":
            return "y"
        if answer in "不否":
            return "n"
