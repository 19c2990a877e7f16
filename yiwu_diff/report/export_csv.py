"""The standard as CSV, as Excel opens it: UTF-8 with a mark, every cell quoted where needed."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from yiwu_diff.report.export_table import table
from yiwu_diff.report.xml_text import clean
from yiwu_diff.standard.columns import guarded

if TYPE_CHECKING:
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Standard


def render(standard: Standard, options: Options) -> str:
    """The whole file. A cell that a spreadsheet would run as a formula gets a ``'`` in front,
    which `importers` takes off again."""
    found = table(standard)
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in (found.headings, *found.rows):
        writer.writerow([guarded(clean(cell)) for cell in row])
    return "\ufeff" + stream.getvalue()
