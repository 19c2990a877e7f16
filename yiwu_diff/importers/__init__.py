"""Reading a published standard out of an office document."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from yiwu_diff.importers.model import KEYS, Remark, Row, Taken, Unplaced
from yiwu_diff.standard.problems import ReadError, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from yiwu_diff.importers.blocks import Document

__all__ = ["KEYS", "Remark", "Row", "Taken", "Unplaced", "read"]


def read(
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """What a document holds of a standard, whatever its format and layout.

    ``mapping`` says what headings of this document mean: heading to one of ``KEYS``; it goes
    before what is known of headings. ``progress`` is called with what is done and how much
    there is, on formats that take long. Raises ReadError, of one problem that says the mend,
    for everything that cannot be read; nothing else is raised for what is in a file.
    """
    from yiwu_diff.importers.files import broken, kind, load

    shown = path.as_posix()
    mapping = mapping or {}
    for heading, key in mapping.items():
        if key not in KEYS:
            raise fail(
                "",
                f"--map {heading}={key}：没有 {key} 这一栏；可用：{'、'.join(KEYS)}",
                f"--map {heading}={key}: there is no {key}; write one of {', '.join(KEYS)}",
            )
    data = load(path)
    what = shown.rpartition(".")[2].lower() if "." in shown else ""
    if what == "json":
        from yiwu_diff.importers.dataset_json import read_json

        return read_json(data, shown)
    try:
        sort = kind(data, shown)
        document = _document(data, sort, shown, progress)
        from yiwu_diff.importers.layout import understand

        found = understand(document, shown, mapping)
    except ReadError:
        raise
    except MemoryError:
        raise broken(shown, what, "MemoryError") from None
    except Exception as error:
        # The parsers of four formats raise whatever a damaged file happens to provoke.
        raise broken(shown, what, f"{type(error).__name__}: {error}") from None
    remarks = list(found.remarks)
    if (strange := _wrong_suffix(what, document.format)) is not None:
        remarks.insert(0, strange)
    return Taken(
        title=found.title,
        rows=tuple(found.rows),
        unplaced=tuple(found.unplaced),
        remarks=tuple(remarks),
        layout=found.layout,
        format=document.format,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _document(
    data: bytes, sort: str, shown: str, progress: Callable[[int, int], None] | None
) -> Document:
    if sort == "docx":
        from yiwu_diff.importers import docx

        return docx.read(data, shown, progress)
    if sort == "xlsx":
        from yiwu_diff.importers import xlsx

        return xlsx.read(data, shown, progress)
    if sort == "pdf":
        from yiwu_diff.importers import pdf

        return pdf.read(data, shown, progress)
    if sort == "html":
        from yiwu_diff.importers import html

        return html.read(data, shown, progress)
    if sort in ("txt", "csv"):
        from yiwu_diff.importers import txt

        return (txt.read_csv if sort == "csv" else txt.read)(data, shown, progress)
    from yiwu_diff.importers import legacy

    return legacy.read(data, sort, shown, progress)


_SUFFIXES = {
    "docx": {"docx", "docm", "dotx", "dotm", "wps"},
    "xlsx": {"xlsx", "xlsm", "xltx", "xltm", "et"},
    "html": {"html", "htm", "shtml", "xhtml"},
    "pdf": {"pdf"},
    "txt": {"txt", "text", "md", "markdown"},
    "csv": {"csv", "tsv"},
    "doc": {"doc", "wps", "dot", "wpt"},
    "xls": {"xls", "et", "xlt", "ett"},
    "rtf": {"rtf"},
    "odt": {"odt"},
    "ods": {"ods"},
}


def _wrong_suffix(suffix: str, sort: str) -> Remark | None:
    known = {one for group in _SUFFIXES.values() for one in group}
    if suffix in _SUFFIXES.get(sort, known) or suffix not in known:
        return None
    return Remark(
        "",
        f"文件名以 .{suffix} 结尾，内容其实是 {sort.upper()}，已按 {sort.upper()} 读取",
        f"the file's name ends in .{suffix}, but it is {sort.upper()} and was read as that",
    )
