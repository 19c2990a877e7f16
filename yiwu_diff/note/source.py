"""The lines of a drafting note, out of a text file or a Word file."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from yiwu_diff.note.model import Line
from yiwu_diff.standard.problems import fail, no_file, unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.standard.problems import ReadError

MAX_BYTES: Final = 16 * 1024 * 1024
"""A note has some ten pages; larger files are something else."""

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a note. Raises ReadError where the file cannot be read."""
    shown = path.as_posix()
    try:
        if path.is_dir():
            raise fail(shown, "这是文件夹；请给出起草说明文件", "this is a folder; name a file")
        if path.stat().st_size > MAX_BYTES:
            raise fail(
                shown,
                f"文件超过 {MAX_BYTES // 2**20} MB，不像起草说明；请核对文件",
                f"larger than {MAX_BYTES // 2**20} MB, hardly a drafting note; check the file",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise no_file(shown) from None
    except (OSError, ValueError) as error:
        raise unreadable(shown, error) from None
    return lines_of(data, shown)


def lines_of(data: bytes, shown: str = "note") -> tuple[Line, ...]:
    """The lines of a note's bytes; ``shown`` is the file's name in errors."""
    if data.startswith(_OLE) or shown.lower().endswith((".doc", ".wps")):
        raise fail(
            shown,
            "不能读取 .doc、.wps 格式；请在 Word 或 WPS 中另存为 .docx 或 .txt",
            ".doc and .wps files cannot be read; save it as .docx or .txt in Word or WPS",
        )
    if data.startswith(_ZIP):
        from yiwu_diff.note.docx_text import paragraphs

        texts = paragraphs(data, shown)
    elif shown.lower().endswith(".docx"):
        raise fail(
            shown,
            "不是有效的 .docx 文件；请在 Word 或 WPS 中重新保存",
            "this is no valid .docx file; save it again in Word or WPS",
        )
    elif data.startswith((b"%PDF", b"{\\rtf")):
        raise fail(
            shown,
            "只能读取 .txt 和 .docx；请另存为其中一种",
            "only .txt and .docx can be read; save it as one of them",
        )
    else:
        texts = _LINE_END.split(_decode(data, shown))
        if shown.lower().endswith((".md", ".markdown")):
            texts = [_plain(text) for text in texts]
    return tuple(
        Line(number, _INVISIBLE.sub("", text).rstrip()) for number, text in enumerate(texts, 1)
    )


def _plain(text: str) -> str:
    """A line of Markdown without its marks: a heading's, and the escapes."""
    return _ESCAPED.sub(r"\1", _HEADING.sub("", text))


def _decode(data: bytes, shown: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _not_a_text(shown)


def _not_a_text(shown: str) -> ReadError:
    return fail(
        shown,
        "不是 UTF-8 或 GBK 文本；请另存为 UTF-8 编码的 .txt，或者 .docx",
        "neither UTF-8 nor GBK text; save it as .txt in UTF-8, or as .docx",
    )
