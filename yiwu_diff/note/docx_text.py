"""The paragraphs of a Word file, as they read with all tracked changes accepted."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.standard.problems import ReadError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST_UNPACKED = 256 * 1024 * 1024
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"}
_HAN = "一二三四五六七八九十"


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
        numbering = _Numbering(document)
        return list(_paragraphs(body, numbering))
    except Exception as error:
        # python-docx and lxml raise whatever the broken part happens to provoke.
        raise _broken(shown, error) from None


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


def _paragraphs(body: Any, numbering: _Numbering) -> Iterator[str]:
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
            text = numbering.number(paragraph) + text
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


class _Numbering:
    """Counts automatic list numbers as Word does."""

    def __init__(self, document: Any) -> None:
        self.counts: dict[tuple[str, int], int] = {}
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.lists: dict[str, str] = {}
        self.styles = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
        }
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.iter(f"{_W}abstractNum"):
            self.levels[abstract.get(f"{_W}abstractNumId")] = {
                int(level.get(f"{_W}ilvl")): (
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                    int(_value(level, "start") or 1),
                )
                for level in abstract.iter(f"{_W}lvl")
            }
        for one in root.iter(f"{_W}num"):
            self.lists[one.get(f"{_W}numId")] = _value(one, "abstractNumId") or ""

    def number(self, paragraph: Any) -> str:
        """The number that Word shows before a paragraph; "" where it shows none."""
        found = self._properties(paragraph)
        if found is None:
            return ""
        list_id, depth = found
        abstract = self.lists.get(list_id, "")
        levels = self.levels.get(abstract, {})
        if depth not in levels:
            return ""
        style, pattern, start = levels[depth]
        if style in ("bullet", "none"):
            return ""
        for deeper in [key for key in self.counts if key[0] == abstract and key[1] > depth]:
            del self.counts[deeper]
        self.counts[abstract, depth] = self.counts.get((abstract, depth), start - 1) + 1
        for level in range(depth + 1):
            if f"%{level + 1}" in pattern and level in levels:
                count = self.counts.get((abstract, level), levels[level][2])
                pattern = pattern.replace(f"%{level + 1}", _shown(count, levels[level][0]))
        return pattern

    def _properties(self, paragraph: Any) -> tuple[str, int] | None:
        holder = paragraph
        seen = 0
        while holder is not None and seen < 12:
            seen += 1
            properties = holder.find(f"{_W}pPr")
            numbers = properties.find(f"{_W}numPr") if properties is not None else None
            if numbers is not None:
                list_id = _value(numbers, "numId")
                if list_id in (None, "0"):
                    return None
                return list_id, int(_value(numbers, "ilvl") or 0)
            name = _value(properties, "pStyle") if properties is not None else None
            holder = self.styles.get(name or _value(holder, "basedOn"))
        return None


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    value: str | None = child.get(f"{_W}val") if child is not None else None
    return value


def _shown(count: int, style: str) -> str:
    if style.startswith(("chinese", "japanese", "ideograph", "taiwanese")) and 0 < count < 100:
        tens, ones = divmod(count, 10)
        lead = ("" if tens == 1 else _HAN[tens - 1]) + "十" if tens else ""
        return lead + (_HAN[ones - 1] if ones else "")
    if style == "decimalEnclosedCircle" and 0 < count <= 20:
        return chr(0x2460 + count - 1)
    return str(count)
