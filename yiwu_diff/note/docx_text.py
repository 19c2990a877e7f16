"""The paragraphs of a Word file, as they read with all tracked changes accepted."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.numbering import Numbering
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.standard.problems import ReadError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_UNPACKED = 256 * 1024 * 1024
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"}


def paragraphs(data: bytes, shown: str) -> list[str]:
    """The text of every paragraph, in tables too, with the numbers that Word shows."""
    _check_size(data, shown)
    try:
        from docx import Document
    except ImportError:
        raise fail(
            shown,
            "读取 .docx 需要 python-docx；请安装 python-docx，或另存为 .txt",
            "reading .docx needs python-docx; install it, or save the note as .txt",
        ) from None
    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        numbering = Numbering(_lists(document), document.styles.element)
        return list(_paragraphs(body, numbering))
    except Exception as error:
        # python-docx and lxml raise whatever the broken part happens to provoke.
        raise _broken(shown, error) from None


def _lists(document: Any) -> Any:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None


def _check_size(data: bytes, shown: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _broken(shown, error) from None
    if size > _MOST_UNPACKED:
        raise fail(
            shown,
            "文件解压后过大；请去掉图片后重新保存",
            "far too large once unpacked; save it again without its pictures",
        )


def _broken(shown: str, error: Exception) -> ReadError:
    reason = " ".join(str(error).split())[:120] or type(error).__name__
    return fail(
        shown,
        f"无法按 .docx 读取（{reason}）；请在 Word 或 WPS 中重新保存",
        f"cannot be read as .docx ({reason}); save it again in Word or WPS",
    )


def _paragraphs(body: Any, numbering: Numbering) -> Iterator[str]:
    held = ""
    for paragraph in body.iter(f"{_W}p"):
        if any(parent.tag in _GONE for parent in paragraph.iterancestors()):
            continue
        text = held + "".join(_text(paragraph))
        held = ""
        properties = paragraph.find(f"{_W}pPr")
        mark = properties.find(f"{_W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{_W}del") is not None:
            # The paragraph's end was deleted: it runs on into the next one.
            held = text
            continue
        if text.strip():
            number = numbering.before(paragraph)
            text = text if number == "•" else number + text
        yield text
    if held:
        yield held


def _text(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag in (f"{_W}noBreakHyphen",):
            yield "-"
        elif child.tag not in (f"{_W}pPr", f"{_W}rPr", f"{_W}p", f"{_W}txbxContent"):
            yield from _text(child)
