"""The bytes of a YAML file to text: encodings told apart, control characters found."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from yiwu_diff.standard.model import Place

if TYPE_CHECKING:
    from yiwu_diff.standard.problems import Problems

NOT_PRINTED = re.compile(
    # What YAML forbids, and what no reader of a standard sees: line separators and byte order
    # marks from word processors, marks that turn the direction of writing.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
MOST_TOLD = 20
"""So many control characters of one file are told; more of them mean a file of another kind."""


def decode(data: bytes, file: str, problems: Problems) -> str | None:
    """The text of a UTF-8 file, without a byte order mark.

    Control characters are noted and replaced by spaces, so that the rest can still be read.
    None if it is another encoding or holds nothing but such characters; that is noted too.
    """
    if (other := _marked_as(data)) is not None:
        _tell_encoding(Place(file, 1, 1), other, problems)
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        # With Chinese read well up to here it is UTF-8 that was damaged.
        if max(before, default="") < "\u2e80" and _is_gbk(data):
            _tell_encoding(place, "GBK", problems)
        else:
            problems.add(
                place,
                f"此处的字节 0x{data[error.start]:02x} 不是 UTF-8；请用 UTF-8 重新保存文件",
                f"the byte 0x{data[error.start]:02x} here is not UTF-8; save the file as UTF-8",
            )
        return None
    if NOT_PRINTED.search(text) is None:
        return text
    _tell_control_characters(text, file, problems)
    if problems.of(file) >= MOST_TOLD:
        return None
    return NOT_PRINTED.sub(" ", text)


def unicode_name(char: str) -> str:
    """``U+0007``."""
    return f"U+{ord(char):04X}"


def _marked_as(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    # Without a mark: every other byte of the ASCII parts (keys, spaces, line ends) is zero.
    if len(data) >= 4 and (data[0] == data[2] == 0 or data[1] == data[3] == 0):
        return "UTF-16"
    return None


def _is_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _tell_encoding(place: Place, name: str, problems: Problems) -> None:
    problems.add(
        place,
        f"文件是 {name} 编码，请另存为 UTF-8",
        f"the file is encoded as {name}; save it as UTF-8",
    )


def _tell_control_characters(text: str, file: str, problems: Problems) -> None:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for count, match in enumerate(NOT_PRINTED.finditer(text)):
        if count == MOST_TOLD:
            break
        line = bisect_right(starts, match.start())
        place = Place(file, line, match.start() - starts[line - 1] + 1)
        name = unicode_name(match.group())
        problems.add(
            place,
            f"此处有看不见的控制字符 {name}；请删去它",
            f"an invisible control character {name} stands here; delete it",
        )
