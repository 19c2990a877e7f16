"""The forms of a report: one module each, found by name or by a file's suffix.

A form's module has ``render(subject, options) -> str | bytes`` and is imported only when that
form is asked for. The subject is a comparison, an item at every level, a check's result, or a
standard.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.check.base import Result
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.steps import Version
    from yiwu_diff.standard.model import Standard

    Subject = Comparison | Sequence[Version] | Result | Standard


@dataclass(frozen=True, slots=True)
class Format:
    """One form: where it is made and which files it is written to."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    """Whether it is fit for files only."""
    function: str = "render"

    def render(self, subject: Subject, options: Options) -> str | bytes:
        """The whole report; bytes where the form is binary."""
        from importlib import import_module

        function = getattr(import_module(self.module), self.function)
        report: str | bytes = function(subject, options)
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
"""Every form of a comparison by name."""

SHOW_FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("terminal", "yiwu_diff.report.levels", (".txt",)),
        Format("json", "yiwu_diff.report.show_json", (".json",)),
        Format("html", "yiwu_diff.report.html", (".html", ".htm"), function="render_show"),
        Format("docx", "yiwu_diff.report.docx_show", (".docx",), binary=True),
    )
}
"""Every form of one item at every level."""

CHECK_FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("terminal", "yiwu_diff.report.check_terminal", (".txt",)),
        Format("json", "yiwu_diff.report.check_json", (".json",)),
        # Both are named by their users: workflow commands belong on standard output, and a code
        # quality report is one more ``.json``.
        Format("github", "yiwu_diff.report.github", ()),
        Format("gitlab", "yiwu_diff.report.gitlab", ()),
        Format("sarif", "yiwu_diff.report.sarif", (".sarif", ".sarif.json")),
        Format("junit", "yiwu_diff.report.junit", (".xml",)),
        Format("markdown", "yiwu_diff.report.check_markdown", (".md", ".markdown")),
    )
}
"""Every form of the result of a check."""
EXPORT_FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("docx", "yiwu_diff.report.export_docx", (".docx",), binary=True),
        Format("xlsx", "yiwu_diff.report.export_xlsx", (".xlsx",), binary=True),
        Format("html", "yiwu_diff.report.export_html", (".html", ".htm")),
        Format("json", "yiwu_diff.report.export_json", (".json",)),
        Format("csv", "yiwu_diff.report.export_csv", (".csv",)),
    )
}
"""Every form of a standard itself."""


def by_suffix(file_name: str, forms: Mapping[str, Format] = FORMATS) -> Format | None:
    """The form that a file's name asks for: ``a.sarif.json`` is no ``.json``."""
    lowered = file_name.lower()
    fitting = [
        (len(suffix), one)
        for one in forms.values()
        for suffix in one.suffixes
        if lowered.endswith(suffix)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
