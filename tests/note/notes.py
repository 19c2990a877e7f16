"""Notes for the tests: the fixtures, and notes written into a test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.note.audit import audit_lines, names_of
from yiwu_diff.note.parse import parse
from yiwu_diff.note.source import lines_of, read_lines

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.note.findings import Finding
    from yiwu_diff.note.model import Note

FIXTURES = Path(__file__).parent / "fixtures"


def note_of(text: str, comparison: Comparison | None = None) -> Note:
    return parse(lines_of(text.encode()), names_of(comparison) if comparison else ())


def fixture(name: str, comparison: Comparison | None = None) -> Note:
    return parse(read_lines(FIXTURES / name), names_of(comparison) if comparison else ())


def findings(text: str, comparison: Comparison) -> list[Finding]:
    return list(audit_lines(lines_of(text.encode()), comparison))


def briefly(found: list[Finding] | tuple[Finding, ...]) -> list[tuple[int, str]]:
    return [(one.line, one.check) for one in found]
