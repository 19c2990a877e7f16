"""PDF files that have text: ruled tables, across pages, and running text."""

from __future__ import annotations

import io
import re
import zlib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.blocks import Block, Cell, Document, Paragraph, Table
from yiwu_diff.importers.clean import joined, line
from yiwu_diff.importers.files import broken, locked
from yiwu_diff.importers.groups import marked
from yiwu_diff.importers.html import lost
from yiwu_diff.importers.model import Remark
from yiwu_diff.importers.prose import begins_with_label
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from yiwu_diff.standard.problems import ReadError

MOST_PAGES = 3000
_MOST_STREAM = 128 * 1024 * 1024
_MOST_STREAMS = 512 * 1024 * 1024
_MOST_CHARS = 60_000
_MOST_LINES = 20_000
"""On one page; a page of text has some two thousand characters and two hundred lines."""
_MOST_UNKNOWN = 0.05
_TWICE = 1.0
_MOST_NEAR = 300
_NEAR = 3.0
"""Lines so near to each other, in points, are one."""
_PAGE_NUMBER = re.compile(
    r"^[\s—–\-·.|]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／共]\s*共?\s*\d{1,4}\s*页?)?|[ivxlc]{1,6})[\s—–\-·.|]*$",
    re.IGNORECASE,
)
_UNBROKEN = re.compile(
    r"[（(《〈“‘【〔\[]*(?:[A-Za-z0-9.,%/\-—–~]+|.)[）)》〉”’】〕\]，。；：、！？％%]*"
)
_PADDING = 6.0
_EDGE = 0.13
"""Headers and footers stand within this part of a page: the margin of GB/T 9704, on a page turned
to landscape, is an eighth of its height."""
_POINT = re.compile(
    r"[（(]\d{1,2}[）)]|[①-⑳]|\d{1,2}[.．、](?!\d)|[（(]?[一二三四五六七八九十]{1,2}[）)、]"
)
_ENDS = re.compile(r"[。；：;]")
_SENTENCE_END = ("。", "；", "！", "？", "：", "”", "）", ";", ":")


def read(data: bytes, shown: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The blocks of a PDF. Raises ReadError where it is encrypted, damaged or has no text."""
    if b"%%EOF" not in data[-65536:]:
        # What can be recovered of it would look whole.
        raise broken(shown, "PDF", "%%EOF ?")
    _refuse_bombs(data, shown)
    import logging

    import pdfplumber

    # It reports every oddity of a file; what cannot be read raises anyhow.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return _Reader(pdf, shown, progress).document()
    except Exception as error:
        raise _reason(error, shown) from None


def _reason(error: Exception, shown: str) -> Exception:
    from yiwu_diff.standard.problems import ReadError

    if isinstance(error, ReadError):
        return error
    chain: list[BaseException | None] = [error, error.__cause__, error.__context__, *error.args]
    names = {type(one).__name__ for one in chain}
    if names & {"PDFPasswordIncorrect", "PDFEncryptionError"}:
        return locked(shown)
    return broken(shown, "PDF", str(error) or type(error).__name__)


def _refuse_bombs(data: bytes, shown: str) -> None:
    """Unpack every stream, piece by piece, before anything is unpacked as a whole."""
    total = 0
    for found in re.finditer(rb"stream\r?\n", data):
        unpacker = zlib.decompressobj()
        rest, size = data[found.end() : found.end() + 65536], 0
        at = found.end() + 65536
        try:
            while rest:
                size += len(unpacker.decompress(rest, 1 << 20))
                rest = unpacker.unconsumed_tail
                if not rest and not unpacker.eof:
                    rest, at = data[at : at + 65536], at + 65536
                if size > _MOST_STREAM or total + size > _MOST_STREAMS:
                    raise _too_much(shown)
        except zlib.error:
            # Not packed this way, or cut short.
            pass
        total += size
    if re.search(rb"/FlateDecode\s*/FlateDecode", data):
        raise _too_much(shown)


def _too_much(shown: str) -> ReadError:
    return fail(
        shown,
        "PDF 的内容展开后异常巨大，已拒绝读取；请重新导出 PDF，或改用 .docx",
        "the PDF unpacks to an enormous size and was refused; export it anew, or use .docx",
    )


@dataclass(slots=True)
class _Line:
    """One printed line."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


@dataclass(slots=True)
class _Ruled:
    """A ruled table on one page."""

    page: int
    boxes: list[tuple[float, float, float, float]]
    texts: list[str]
    top: float
    bottom: float
    text_ends: list[float] = field(default_factory=list)


class _Reader:
    def __init__(self, pdf: Any, shown: str, progress: Callable[[int, int], None] | None) -> None:
        self.pdf = pdf
        self.shown = shown
        self.progress = progress
        self.result = Document("pdf", wrapped=True)
        self.pages: list[list[_Ruled | _Line]] = []
        self.sizes: list[tuple[float, float]] = []
        self.chars = 0
        self.unknown = 0
        self.blank: list[int] = []

    def document(self) -> Document:
        pages = self.pdf.pages
        total = len(pages)
        if total > MOST_PAGES:
            raise _too_much(self.shown)
        for number in range(total):
            page = pages[number]
            self._page(page, number + 1)
            page.close()
            # Closing keeps what the page was made of (jsvine/pdfplumber#1395).
            page.page_obj = None
            pages[number] = None
            if self.progress:
                self.progress(number + 1, total)
        pages.clear()
        if not self.chars:
            raise fail(
                self.shown,
                f"PDF 共 {total} 页，没有文字（是扫描件或图片）；请先用文字识别（OCR）软件转成 "
                ".docx，或向发文单位索取 Word 文件",
                f"the PDF has {total} pages and no text (it is a scan); run text recognition (OCR) "
                "on it first, or ask for the Word file",
            )
        if self.unknown > max(20, self.chars * _MOST_UNKNOWN):
            raise fail(
                self.shown,
                "PDF 的字体没有文字对照，提取出来是乱码；请用文字识别（OCR）软件转成 .docx，"
                "或向发文单位索取 Word 文件",
                "the PDF's fonts do not say which characters they show, so that its text cannot be "
                "read; run text recognition (OCR) on it, or ask for the Word file",
            )
        if self.unknown:
            self.result.remarks.append(lost(self.unknown))
        if self.blank:
            self._tell_blank()
        self.result.title = str((self.pdf.metadata or {}).get("Title") or "")
        self._drop_furniture()
        self.result.blocks = list(self._blocks())
        return self.result

    def _tell_blank(self) -> None:
        shown = "、".join(map(str, self.blank[:10]))
        self.result.remarks.append(
            Remark(
                f"第{shown}页",
                f"有 {len(self.blank)} 页只有图片没有文字，未读取",
                f"{len(self.blank)} pages hold only pictures and were not read",
            )
        )

    def _page(self, page: Any, number: int) -> None:
        _make_quick(page)
        chars = page.chars
        if turn := _turn(chars):
            page = _turned(page, turn)
            _make_quick(page)
            chars = page.chars
        if len(chars) > _MOST_CHARS or len(page.edges) > _MOST_LINES:
            raise _too_much(self.shown)
        chars = _once(chars)
        for char in chars:
            if char["text"].startswith("(cid:"):
                # A glyph of which the file does not say what character it is.
                char["text"] = "\ufffd"
                self.unknown += 1
        visible = sum(not char["text"].isspace() for char in chars)
        self.chars += visible
        if not visible and page.images:
            self.blank.append(number)
        self.sizes.append((float(page.width), float(page.height)))
        found: list[_Ruled | _Line] = []
        left = chars
        if visible and len(page.edges) >= 4:
            for table in page.find_tables():
                ruled, left = _ruled(table, left, number)
                if ruled is not None:
                    found.append(ruled)
        found += _lines(left)
        found.sort(key=lambda one: one.top)
        self.pages.append(found)

    def _drop_furniture(self) -> None:
        """Take page numbers, and what every page repeats at its top or bottom, away."""
        repeated: Counter[tuple[str, int]] = Counter()
        for number, found in enumerate(self.pages):
            for one in self._edges(number, found):
                repeated[_shape(one.text), round(one.top / 6)] += 1
        least = max(3, len(self.pages) // 3)
        for number, found in enumerate(self.pages):
            edges = self._edges(number, found)
            gone: set[int] = set()
            # From the edge inwards: behind the first line of the text there is only text.
            for inwards in (found, found[::-1]):
                for block in inwards:
                    edge = next((other for other in edges if other is block), None)
                    if edge is None:
                        break
                    if not _PAGE_NUMBER.match(edge.text) and (
                        repeated[_shape(edge.text), round(edge.top / 6)] < least
                        or begins_with_label(edge.text)
                    ):
                        break
                    gone.add(id(edge))
            self.pages[number] = [one for one in found if id(one) not in gone]

    def _edges(self, number: int, found: list[_Ruled | _Line]) -> list[_Line]:
        height = self.sizes[number][1]
        return [
            one
            for one in found
            if isinstance(one, _Line)
            and (one.bottom < height * _EDGE or one.top > height * (1 - _EDGE))
        ]

    # Blocks

    def _blocks(self) -> Iterator[Block]:
        group: list[_Ruled] = []
        tables = 0
        text: list[tuple[int, _Line]] = []
        paragraphs = _Paragraphs(self.sizes)
        for number, found in enumerate(self.pages, 1):
            for one in found:
                if isinstance(one, _Line):
                    if group:
                        tables += 1
                        yield _grid(group, tables)
                        group = []
                    text.append((number, one))
                    continue
                if text:
                    yield from paragraphs.of(text)
                    text = []
                if group and not (group[-1].page < one.page and _same_shape(group, one)):
                    tables += 1
                    yield _grid(group, tables)
                    group = []
                group.append(one)
        if group:
            yield _grid(group, tables + 1)
        yield from paragraphs.of(text)


def _make_quick(page: Any) -> None:
    """Take of each character only what is needed here: turning all its attributes into plain
    values takes pdfplumber half of the time."""
    from pdfminer.layout import LTChar

    usual = page.process_object
    height, left, top = page.height, page.mediabox[0], page.mediabox[1]

    def process(one: Any) -> dict[str, Any]:
        if not isinstance(one, LTChar):
            done: dict[str, Any] = usual(one)
            return done
        return {
            "object_type": "char",
            "text": one.get_text(),
            "x0": one.x0 + left,
            "x1": one.x1 + left,
            "top": height - one.y1 + top,
            "bottom": height - one.y0 + top,
            "size": one.size,
            "turn": _direction(one.matrix),
        }

    page.process_object = process


def _direction(matrix: tuple[float, ...]) -> int:
    """How far to turn a page for a character to stand upright."""
    right, up = matrix[0], matrix[1]
    if abs(up) > abs(right):
        return 90 if up > 0 else 270
    return 180 if right < 0 else 0


def _turn(chars: list[dict[str, Any]]) -> int:
    """How far to turn a page, most of whose text stands sideways."""
    turn, count = Counter(char["turn"] for char in chars).most_common(1)[0] if chars else (0, 0)
    return turn if count > len(chars) * 0.6 else 0


def _turned(page: Any, turn: int) -> Any:
    from pdfplumber.page import Page

    source = page.page_obj
    source.rotate = source.attrs["Rotate"] = (page.rotation + turn) % 360
    return Page(page.pdf, source, page_number=page.page_number)


def _shape(text: str) -> str:
    whole = line(text)
    return re.sub(r"\d+", "0", whole) if "页" in whole else whole


def _once(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Characters printed twice in one place, to look bold, once."""
    seen: dict[tuple[str, int], list[tuple[float, float]]] = {}
    done = []
    for char in chars:
        x, y = char["x0"], char["top"]
        places = seen.setdefault((char["text"], int(y)), [])
        near = (*places[-_MOST_NEAR:], *seen.get((char["text"], int(y) - 1), ())[-_MOST_NEAR:])
        if char["text"].isspace() or not any(
            abs(x - other) < _TWICE and abs(y - above) < _TWICE for other, above in near
        ):
            done.append(char)
            places.append((x, y))
    return done


def _ruled(
    table: Any, chars: list[dict[str, Any]], page: int
) -> tuple[_Ruled | None, list[dict[str, Any]]]:
    """A table with the texts of its cells, and the characters that stand outside it."""
    boxes: list[tuple[float, float, float, float]] = [
        (float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in table.cells
    ]
    if len(boxes) < 2:
        return None, chars
    xs, ys = _cuts(boxes, 0), _cuts(boxes, 1)
    slots: dict[tuple[int, int], int] = {}
    for number, box in enumerate(boxes):
        for row in range(_at(ys, box[1]), _at(ys, box[3])):
            for column in range(_at(xs, box[0]), _at(xs, box[2])):
                slots.setdefault((row, column), number)
    held: list[list[dict[str, Any]]] = [[] for _ in boxes]
    left = []
    for char in chars:
        x = (char["x0"] + char["x1"]) / 2
        y = (char["top"] + char["bottom"]) / 2
        number = slots.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1), -1)
        if number >= 0:
            held[number].append(char)
        else:
            left.append(char)
    texts = [_cell(_lines(own), box) for own, box in zip(held, boxes, strict=True)]
    if not any(text.strip() for text in texts):
        return None, chars
    return _Ruled(page, boxes, texts, ys[0], ys[-1]), left


def _cell(lines: list[_Line], box: tuple[float, float, float, float]) -> str:
    """The text of a cell. A line that had room for what follows was ended by its author; where
    a full line ends a point of a list, the list's other points tell."""
    if not lines:
        return ""
    edge = min(max(min(one.x0 for one in lines) - box[0], 0), _PADDING)
    wide = box[2] - box[0] - 2 * edge
    parts, before = [lines[0].text], lines[0]
    ended = False
    for one in lines[1:]:
        room = wide - (before.x1 - before.x0)
        # Two characters: a mark that may not begin a line takes the one before it along.
        needed = max(2.0, _unbroken(one.text) + 0.3) * one.size
        point = bool(_POINT.match(one.text))
        if room > needed:
            parts.append(one.text)
            ended = ended or point
        elif point and before.text.endswith(_SENTENCE_END):
            parts += ["", one.text]
        else:
            parts[-1] = joined(parts[-1], one.text)
        before = one
    inside = any(
        _POINT.match(part, found.end()) for part in parts for found in _ENDS.finditer(part)
    )
    text = "\n".join(parts)
    return text.replace("\n\n", "\n" if ended and not inside else "")


def _unbroken(text: str) -> float:
    """How wide, in characters, what may not be broken at a line's begin is."""
    found = _UNBROKEN.match(text)
    return sum(0.6 if char.isascii() else 1 for char in found[0]) if found else 1


def _cuts(boxes: Sequence[tuple[float, ...]], axis: int) -> list[float]:
    """Where the lines of one direction stand."""
    done: list[float] = []
    for place in sorted(value for box in boxes for value in (box[axis], box[axis + 2])):
        if not done or place - done[-1] > _NEAR:
            done.append(place)
    return done


def _at(cuts: list[float], place: float) -> int:
    return min(range(len(cuts)), key=lambda one: abs(cuts[one] - place))


def _same_shape(group: list[_Ruled], one: _Ruled) -> bool:
    """Whether a table at the top of a page has the columns of the one before it."""
    ours = _cuts([box for ruled in group for box in ruled.boxes], 0)
    theirs = _cuts(one.boxes, 0)
    near = sum(min(abs(place - other) for other in ours) <= _NEAR * 2 for place in theirs)
    return near == len(theirs) and (
        abs(ours[0] - theirs[0]) <= _NEAR * 2 and abs(ours[-1] - theirs[-1]) <= _NEAR * 2
    )


def _grid(group: list[_Ruled], number: int) -> Table:
    """The parts of one table on their pages, as one."""
    xs = _cuts([box for ruled in group for box in ruled.boxes], 0)
    rows: list[list[Cell]] = []
    places: list[str] = []
    pages: list[int] = []
    for ruled in group:
        ys = _cuts(ruled.boxes, 1)
        block: list[list[Cell | None]] = [[None] * (len(xs) - 1) for _ in ys[:-1]]
        for box, text in zip(ruled.boxes, ruled.texts, strict=True):
            cell = Cell(text)
            for row in range(_at(ys, box[1]), _at(ys, box[3])):
                for column in range(_at(xs, box[0]), _at(xs, box[2])):
                    if block[row][column] is None:
                        block[row][column] = cell
        for at, cells in enumerate(block, 1):
            rows.append([cell or Cell() for cell in cells])
            places.append(f"第{ruled.page}页表{number}第{at}行")
            pages.append(ruled.page)
    return Table(rows, f"第{group[0].page}页表{number}", places, pages)


def _lines(chars: list[dict[str, Any]]) -> list[_Line]:
    """Characters as printed lines, from the top down and from left to right."""
    if not chars:
        return []
    rows: list[list[dict[str, Any]]] = []
    middle = 0.0
    for char in sorted(chars, key=lambda one: (one["top"] + one["bottom"]) / 2):
        place = (char["top"] + char["bottom"]) / 2
        if rows and place - middle < max(char["size"], 4) * 0.4:
            rows[-1].append(char)
            middle += (place - middle) / len(rows[-1])
        else:
            rows.append([char])
            middle = place
    done = []
    for row in rows:
        row.sort(key=lambda one: one["x0"])
        text = ""
        before: dict[str, Any] | None = None
        for char in row:
            if before is not None:
                gap = char["x0"] - before["x1"]
                size = max(char["size"], 1)
                if gap > size * 0.9 or (
                    gap > size * 0.2
                    and before["text"][-1:].isascii()
                    and char["text"][:1].isascii()
                    and before["text"][-1:].isalpha()
                    and char["text"][:1].isalpha()
                ):
                    text += " "
            text += char["text"]
            before = char
        visible = [char for char in row if not char["text"].isspace()]
        if visible:
            done.append(
                _Line(
                    text.strip(),
                    visible[0]["x0"],
                    visible[-1]["x1"],
                    min(char["top"] for char in visible),
                    max(char["bottom"] for char in visible),
                    visible[0]["size"],
                )
            )
    return done


class _Paragraphs:
    """Puts printed lines together into paragraphs."""

    def __init__(self, sizes: list[tuple[float, float]]) -> None:
        self.sizes = sizes
        self.count: Counter[int] = Counter()

    def of(self, lines: list[tuple[int, _Line]]) -> list[Paragraph]:
        if not lines:
            return []
        left = min(one.x0 for _, one in lines)
        right = max(one.x1 for _, one in lines)
        full = sum(one.x1 > right - 1.5 * one.size for _, one in lines)
        page = self.sizes[lines[0][0] - 1][0]
        if full < max(3, len(lines) * 0.1) or right - left < page * 0.5:
            # All lines are short: the margin is where the other one is, mirrored.
            right = max(right, page - left)
        done: list[Paragraph] = []
        before: _Line | None = None
        for page, one in lines:
            if before is not None and done and self._goes_on(before, one, left, right):
                done[-1].text += "\n" + one.text
            else:
                self.count[page] += 1
                done.append(Paragraph(one.text, f"第{page}页第{self.count[page]}段"))
            before = one
        # A line break inside a paragraph is the page's.
        for paragraph in done:
            paragraph.text = line(paragraph.text)
        return done

    @staticmethod
    def _goes_on(before: _Line, one: _Line, left: float, right: float) -> bool:
        size = max(one.size, 1)
        if before.x1 < right - 2.5 * size:
            # The line before had room left.
            return False
        if one.x0 > left + 1.2 * size or abs(one.size - before.size) > 1.5:
            return False
        if begins_with_label(one.text):
            return False
        return not (before.text.endswith(_SENTENCE_END) and marked(line(one.text)).style)
