"""Which of the encodings of Chinese text a file is in."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from yiwu_diff.standard.problems import fail

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "服务标准项目内容对象单位责任支出财政保障基本公共市县省社会区卫生健康教育部门办"
    "務標準項內對單責財業級縣鄉應規劃員關個這為國產發學會動實現問題醫療"
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_NAMES = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16",
    "unicode": "utf-16",
    "hz-gb-2312": "hz",
}
_META = re.compile(
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)"""
)
_MOST_LOST = 0.002


class Decoded(NamedTuple):
    """A text, the encoding it was read in, and whether that was only guessed."""

    text: str
    encoding: str
    guessed: bool
    lost: int
    """So many places could not be read and hold U+FFFD."""


def decode(data: bytes, shown: str, *, markup: bool = False) -> Decoded:
    """The text of a file's bytes; ``markup``: it may say its encoding itself.

    Raises ReadError where the bytes are no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            found = _try(data[len(mark) :] if name != "utf-16" else data, name, lenient=True)
            if found is not None:
                return Decoded(found[0].lstrip("\ufeff"), name, False, found[1])
    if markup and (said := _META.search(data[:8192])) is not None:
        name = _NAMES.get((said[1] or said[2]).decode("ascii").lower(), "")
        if name and name != "utf-16" and (found := _try(data, name)) is not None:
            return Decoded(found[0], name, False, found[1])
    if (found := _try(data, "utf-8")) is not None:
        return Decoded(found[0], "utf-8", False, found[1])
    if (name := _wide(data)) and (found := _try(data, name)) is not None:
        return Decoded(found[0], name, True, found[1])
    tried = [
        (*found, name) for name in ("gb18030", "cp950") if (found := _try(data, name)) is not None
    ]
    if tried:
        text, count, name = max(tried, key=lambda one: _likeness(one[0]))
        return Decoded(text, name, True, count)
    for name in ("utf-8", "gb18030"):
        # A page with a few bytes cut off is common; which ones is told.
        if (found := _try(data, name, lenient=True)) is not None:
            return Decoded(found[0], name, True, found[1])
    raise fail(
        shown,
        "不是可读的文本（UTF-8、GBK、GB18030、Big5 都不对）；请另存为 UTF-8 编码的 .txt，或 .docx",
        "no readable text in UTF-8, GBK, GB18030 or Big5; save it as .txt in UTF-8, or as .docx",
    )


def _try(data: bytes, name: str, *, lenient: bool = False) -> tuple[str, int] | None:
    try:
        text, lost = data.decode(name), 0
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4 and error.start > 8:
            # Cut off in the middle of the last character.
            text, lost = data[: error.start].decode(name, "replace"), 1
        elif lenient:
            text = data.decode(name, "replace")
            lost = text.count("\ufffd")
        else:
            return None
    strange = text.count("\x00") + sum(text.count(char) for char in "\x01\x02\x03\x04\x05\x06\x0e")
    if strange > 2 or lost > max(1, len(text) * _MOST_LOST):
        return None
    return text.replace("\x00", ""), lost


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte is that of a common block of characters."""
    sample = data[:4000]
    for name, halves in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        high = sum(0x4E <= byte <= 0x9F or byte in (0x00, 0x20, 0x30, 0xFF) for byte in halves)
        if len(halves) > 8 and high > len(halves) * 0.95:
            return name
    return ""


def _likeness(text: str) -> float:
    han = [char for char in text[:20000] if ord(char) > 0x7F]
    return sum(char in _COMMON for char in han) / len(han) if han else 0
