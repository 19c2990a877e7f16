"""The forms of a comparison: one module each, found by name or by a file's suffix.

A form's module has ``render(comparison, options) -> str | bytes`` and is imported only when
that form is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.options import Options


@dataclass(frozen=True, slots=True)
class Format:
    """One form: where it is made and which files it is written to."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    """Whether it is fit for files only."""

    def render(self, comparison: Comparison, options: Options) -> str | bytes:
        """The whole report; bytes where the form is binary."""
        from importlib import import_module

        report: str | bytes = import_module(self.module).render(comparison, options)
        return report


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("terminal", "yiwu_diff.report.terminal", (".txt",)),
        Format("json", "yiwu_diff.report.json", (".json",)),
        Format("html", "yiwu_diff.report.html", (".html", ".htm")),
        Format("markdown", "yiwu_diff.report.markdown", (".md", ".markdown")),
        Format("docx", "yiwu_diff.report.docx", (".docx",), binary=True),
        Format("xlsx", "yiwu_diff.report.xlsx", (".xlsx",), binary=True),
    )
}
"""Every form by name."""


def by_suffix(file_name: str) -> Format | None:
    """The form that a file's name asks for."""
    lowered = file_name.lower()
    return next(
        (one for one in FORMATS.values() if any(lowered.endswith(s) for s in one.suffixes)), None
    )
