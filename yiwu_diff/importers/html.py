"""Web pages: those of government sites, and what is pasted into them out of Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.blocks import Block, Document, Grid, Paragraph, Table, cell_of
from yiwu_diff.importers.clean import raised, symbols
from yiwu_diff.importers.encoding import decode
from yiwu_diff.importers.files import broken, local
from yiwu_diff.importers.model import Remark, Unplaced
from yiwu_diff.importers.numbering import han, numeral

if TYPE_CHECKING:
    from collections.abc import Callable

_SKIPPED = re.compile(
    "script|style|head|noscript|template|rt|rp|object|applet|iframe|svg|math|select|textarea|button"
    "|del|map|audio|video|canvas|xml|nav"
)
_BLOCKS = re.compile(
    "p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|aside|blockquote|pre|center"
    "|address|figure|figcaption|form|fieldset|body|html|hr|tr|td|th|details|summary"
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE
)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_SIGNS = re.compile(r"font(?:-family)?\s*:[^;]*(?:wingdings|symbol)", re.IGNORECASE)
_SYMBOL = re.compile(r"font-family\s*:\s*[\"']?symbol[\"']?\s*(?:;|,|$)", re.IGNORECASE)
_NOTE_MARK = re.compile(r"mso-(?:foot|end)note-id", re.IGNORECASE)
_NOTE_LIST = re.compile(r"mso-element\s*:\s*(?:foot|end)note-list", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_MOST_SPAN = 2000
_DEEPEST = 16
"""Tables inside tables; what is nested deeper is text."""


def read(data: bytes, shown: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The blocks of a web page. Raises ReadError where it is none."""
    from lxml import etree
    from lxml.html import HTMLParser

    decoded = decode(data, shown, markup=True)
    result = Document("html")
    text = _PROLOG.sub("", decoded.text)
    # Fed as bytes: a page may still say in words that it is in an encoding it is no longer in.
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(shown, "HTML", error) from None
    if root is None:
        raise broken(shown, "HTML")
    title = next((one for one in root.iter("title") if one.text), None)
    result.title = (title.text or "").strip() if title is not None else ""
    if decoded.guessed:
        result.remarks.append(guessed(decoded.encoding))
    if decoded.lost:
        result.remarks.append(lost(decoded.lost))
    if re.search(r"<html[\s>]", text[:5000], re.I) and not re.search(
        r"</(?:html|body)\s*>", text, re.I
    ):
        result.remarks.append(
            Remark(
                "",
                "网页没有结尾，可能没有下载完整；请核对最后几项是否齐全",
                "the page has no end and may be cut short; check that the last items are there",
            )
        )
    reader = _Reader(result)
    reader.walk(root)
    reader.end()
    result.blocks = reader.blocks
    if reader.hidden:
        result.remarks.append(
            Remark(
                "",
                f"网页有 {reader.hidden} 处隐藏内容，未读取",
                f"{reader.hidden} hidden parts of the page were not read",
            )
        )
    return result


def guessed(encoding: str) -> Remark:
    """The remark that the encoding was guessed."""
    name = {"gb18030": "GBK/GB18030", "cp950": "Big5"}.get(encoding, encoding.upper())
    return Remark(
        "",
        f"文件没有注明编码，按 {name} 读取；如有乱码请另存为 UTF-8",
        f"the file does not say its encoding; it was read as {name}",
    )


def lost(count: int) -> Remark:
    """The remark that some bytes could not be read."""
    return Remark(
        "",
        f"有 {count} 处文字无法辨认，以“\ufffd”代替；请核对",
        f"{count} places could not be decoded and hold \ufffd; check them",
    )


class _Reader:
    """Collects blocks; one for the page, and one for each cell."""

    def __init__(self, result: Document, above: _Reader | None = None, place: str = "") -> None:
        self.result = result
        self.top: _Reader = above.top if above is not None else self
        self.inside = above is not None
        self.depth: int = above.depth + 1 if above is not None else 0
        self.place = place
        self.blocks: list[Block] = []
        self.text = ""
        self.strong = 0
        self._strong = True
        self.paragraphs = 0
        self.tables = 0
        self.hidden = 0
        self.lists: list[list[Any]] = []

    def add(self, text: str, bold: bool) -> None:
        if not text:
            return
        if self.text.endswith((" ", "\n")) or not self.text:
            text = text.lstrip(" ")
        if self._strong and (bold or not text.strip(" \xa0\u3000")):
            self.strong = len(self.text) + len(text)
        elif text.strip(" \xa0\u3000"):
            self._strong = False
        self.text += text

    def end(self) -> None:
        """The paragraph ends here."""
        text = self.text.strip(" \n")
        if text.strip():
            place = self.place
            if not self.inside:
                self.paragraphs += 1
                place = f"第{self.paragraphs}段"
            self.blocks.append(Paragraph(text, place, self.strong))
        self.text, self.strong, self._strong = "", 0, True

    def walk(self, element: Any, bold: bool = False, keep: bool = False) -> None:
        name = local(element).lower()
        style = element.get("style") or ""
        if _SKIPPED.fullmatch(name) or not name or "msodel" in (element.get("class") or "").lower():
            return
        if _HIDDEN.search(style) or element.get("hidden") is not None:
            if "".join(element.itertext()).strip():
                self.top.hidden += 1
            return
        if _NOTE_MARK.search(style):
            return
        if _NOTE_LIST.search(style):
            self.notes(element)
            return
        if _IGNORED.search(style):
            marker = "".join(element.itertext()).strip(" \xa0\r\n\t")
            signs = _SIGNS.search(style) or any(
                _SIGNS.search(one.get("style") or "") for one in element.iter() if local(one)
            )
            bullet = signs or marker in ("·", "o", "§", "Ø", "l", "n", "u", "ü", "v", "q")
            self.add("•" if bullet else marker, bold)
            return
        if name == "br":
            self.text = self.text.rstrip(" ") + "\n"
            return
        if name == "table" and self.depth < _DEEPEST:
            self.end()
            self.table(element)
            return
        bold = self.weight(name, style, bold)
        block = _BLOCKS.fullmatch(name) is not None
        if block:
            self.end()
        if name in ("ol", "ul"):
            self.lists.append([name, _number(element.get("start"), 1), element.get("type") or "1"])
        elif name == "li" and self.lists:
            self.item(element, bold)
        if not len(element) and element.text:
            if name == "sup":
                self.piece(raised(element.text), bold, keep)
                return
            if _SYMBOL.search(style) or (element.get("face") or "").lower() == "symbol":
                self.piece(symbols(element.text), bold, keep)
                return
        keep = keep or name == "pre"
        self.piece(element.text, bold, keep)
        for one in element:
            self.walk(one, bold, keep)
            self.piece(one.tail, bold, keep)
        if name in ("ol", "ul"):
            self.lists.pop()
        if block:
            self.end()

    @staticmethod
    def weight(name: str, style: str, bold: bool) -> bool:
        if _NOT_BOLD.search(style):
            return False
        return (
            bold
            or name in ("b", "strong", "h1", "h2", "h3", "h4", "th")
            or bool(_BOLD.search(style))
        )

    def piece(self, text: str | None, bold: bool, keep: bool) -> None:
        if text:
            self.add(text if keep else _SPACE.sub(" ", text), bold)

    def item(self, element: Any, bold: bool) -> None:
        held = self.lists[-1]
        if held[0] == "ul" or "none" in (element.get("style") or ""):
            if held[0] == "ul" and self.inside:
                self.add("•", bold)
            return
        count = _number(element.get("value"), held[1])
        held[1] = count + 1
        style = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
        own = (element.getparent().get("style") or "") + (element.get("style") or "")
        shown = (
            f"{han(count)}、"
            if "cjk" in own or "chinese" in own
            else f"{numeral(count, style.get(held[2], 'decimal'))}."
        )
        self.add(shown, bold)

    def notes(self, element: Any) -> None:
        reader = _Reader(self.result, self, "脚注")
        for one in element:
            reader.walk(one)
        reader.end()
        self.result.unplaced += [
            Unplaced(
                block.text,
                "脚注",
                "脚注不属于任何一栏；如影响待遇，请手工写入相应的栏",
                "a footnote belongs to no field; write it into one if it matters",
            )
            for block in reader.blocks
            if isinstance(block, Paragraph)
        ]

    def table(self, element: Any) -> None:
        if self.inside:
            number, where = 0, self.place
        else:
            self.tables += 1
            number, where = self.tables, f"表{self.tables}"
        grid, places = Grid(), []
        caption = ""
        rows = list(self.rows(element))
        for at, row in enumerate(rows, 1):
            if local(row).lower() == "caption":
                caption = "".join(row.itertext()).strip()
                continue
            place = where if self.inside else f"表{number}第{at}行"
            if _HIDDEN.search(row.get("style") or ""):
                self.top.hidden += 1
                continue
            grid.start_row()
            places.append(place)
            for cell in row:
                if local(cell).lower() not in ("td", "th"):
                    continue
                reader = _Reader(self.result, self, place)
                if not _HIDDEN.search(cell.get("style") or ""):
                    reader.piece(cell.text, False, False)
                    for one in cell:
                        reader.walk(one, local(cell).lower() == "th")
                        reader.piece(one.tail, False, False)
                    reader.end()
                down = _number(cell.get("rowspan"), 1)
                grid.add(
                    cell_of(reader.blocks),
                    _number(cell.get("colspan"), 1),
                    down if down else _MOST_SPAN,
                )
        if caption:
            self.blocks.append(Paragraph(caption, where, aside=True))
        self.blocks.append(Table(grid.done(), where, places))

    def rows(self, element: Any) -> list[Any]:
        found = []
        for one in element:
            name = local(one).lower()
            if name in ("tr", "caption"):
                found.append(one)
            elif name in ("thead", "tbody", "tfoot", "form", "div"):
                found += self.rows(one)
        return found


def _number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else default
