"""Word files: paragraphs and tables as they read with all tracked changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.blocks import Block, Cell, Document, Paragraph, Table, cell_of, flat
from yiwu_diff.importers.clean import raised, symbols
from yiwu_diff.importers.files import Package, attribute, broken, child, children, local
from yiwu_diff.importers.model import Remark, Unplaced
from yiwu_diff.importers.numbering import Numbering, is_on, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_GONE = {"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt", "pPr", "rPr"}
_MOST_COLUMNS = 256


def read(data: bytes, shown: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The blocks of a Word file. Raises ReadError where it cannot be read."""
    with Package(data, shown, "Word") as package:
        return _Reader(package, progress).document()


class _Reader:
    def __init__(self, package: Package, progress: Callable[[int, int], None] | None) -> None:
        self.package = package
        self.progress = progress
        self.main = self._main()
        parts = dict(package.targets(self.main).values())
        self.notes: dict[tuple[str, str], str] = {}
        self.numbering = Numbering(self._part(parts, "numbering"), self._part(parts, "styles"))
        self.result = Document("docx")
        self.paragraphs = 0
        self.tables = 0
        self.where = ""
        """The place that footnotes met now belong to."""
        self.changes = False
        self.hidden: list[str] = []
        self.chunks = False
        self._read_notes(parts)

    def _main(self) -> str:
        for sort, name in self.package.targets("").values():
            if sort == "officeDocument":
                return name
        if self.package.find("word/document.xml") is None:
            raise broken(self.package.shown, "Word", "word/document.xml ?")
        return "word/document.xml"

    def _part(self, parts: dict[str, str], sort: str) -> Any:
        name = parts.get(sort)
        return self.package.xml(name) if name and self.package.find(name) else None

    def _read_notes(self, parts: dict[str, str]) -> None:
        for part, one in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self._part(parts, part)
            if root is None:
                continue
            for note in children(root, one):
                if attribute(note, "type") in (None, "normal"):
                    text = "\n".join(p.text for p in self._texts(note)).strip()
                    self.notes[part, attribute(note, "id") or ""] = text

    def document(self) -> Document:
        body = child(self.package.xml(self.main), "body")
        if body is None:
            raise broken(self.package.shown, "Word", "body ?")
        total = len(body)
        for done, block in enumerate(self._blocks(body, top=True)):
            self.result.blocks.append(block)
            if self.progress and done % 50 == 0:
                self.progress(min(done, total), total)
        self._remark()
        if (name := self.package.find("docProps/core.xml")) is not None:
            # A broken property says nothing about the text.
            title = child(self.package.xml(name), "title")
            self.result.title = (title.text or "") if title is not None else ""
        return self.result

    def _remark(self) -> None:
        remarks = self.result.remarks
        if self.changes:
            remarks.append(
                Remark(
                    "",
                    "文档有修订痕迹，按全部接受读取：插入的算数，删除的不算",
                    "the document has tracked changes and was read with all of them accepted",
                )
            )
        if self.hidden:
            text = "、".join(dict.fromkeys(one for one in self.hidden if one))[:200]
            remarks.append(
                Remark(
                    text,
                    "有隐藏文字，未读取",
                    "there is hidden text, which was not taken",
                )
            )
        if self.chunks:
            remarks.append(
                Remark(
                    "",
                    "文档嵌有另一个文件（altChunk），其内容未读取；请在 Word 中打开后重新保存",
                    "another file is embedded and was not read; open and save it in Word",
                )
            )

    # Blocks

    def _blocks(self, holder: Any, *, top: bool = False) -> Iterator[Block]:
        held: Paragraph | None = None
        for element in self._content(holder):
            if local(element) == "tbl":
                if held is not None:
                    yield held
                    held = None
                yield self._table(element, top=top)
                continue
            if top:
                self.where = f"第{self.paragraphs + 1}段"
            paragraph, boxes, ends = self._paragraph(element)
            if held is not None:
                paragraph = Paragraph(held.text + paragraph.text, held.place, held.strong)
                held = None
            if not ends:
                held = paragraph
            elif paragraph.text.strip():
                if top:
                    self.paragraphs += 1
                    paragraph.place = f"第{self.paragraphs}段"
                yield paragraph
            for box in boxes:
                if top and isinstance(box, Paragraph):
                    self.paragraphs += 1
                    box.place = f"第{self.paragraphs}段（文本框）"
                yield box
        if held is not None and held.text.strip():
            yield held

    def _content(self, holder: Any) -> Iterator[Any]:
        """Paragraphs and tables, out of whatever wraps them."""
        for element in holder:
            name = local(element)
            if name in ("p", "tbl"):
                yield element
            elif name == "AlternateContent":
                yield from self._content(self._choice(element))
            elif name == "altChunk":
                self.chunks = True
            elif name in ("del", "moveFrom"):
                self.changes = True
            elif name not in _GONE and name not in ("tcPr", "sectPr", "tblPr"):
                yield from self._content(element)

    @staticmethod
    def _choice(element: Any) -> Any:
        found = child(element, "Choice")
        if found is None:
            found = child(element, "Fallback")
        return found if found is not None else ()

    def _texts(self, holder: Any) -> Iterator[Paragraph]:
        for block in self._blocks(holder):
            if isinstance(block, Paragraph):
                yield block
            else:
                yield Paragraph(flat(block), "")

    # Paragraphs

    def _paragraph(self, element: Any) -> tuple[Paragraph, list[Block], bool]:
        """A paragraph, the blocks of the text boxes anchored in it, and whether it ends: with
        its mark deleted it runs on into the next."""
        run = _Run(self, self.numbering.bold(element))
        run.walk(element)
        text = "".join(run.parts)
        mark = child(child(element, "pPr"), "rPr")
        ends = child(mark, "del") is None and child(mark, "moveFrom") is None
        if not ends or child(mark, "ins") is not None:
            self.changes = True
        strong = len(run.strong)
        if text.strip():
            number = self.numbering.before(element)
            if number:
                strong = strong + len(number) if strong else 0
                text = number + text
        boxes = [block for box in run.boxes for block in self._blocks(box)]
        return Paragraph(text, self.where, strong), boxes, ends

    def note(self, sort: str, element: Any) -> None:
        text = self.notes.get((sort, attribute(element, "id") or ""), "")
        if text:
            self.result.unplaced.append(
                Unplaced(
                    text,
                    f"{self.where}的脚注" if sort == "footnotes" else f"{self.where}的尾注",
                    "脚注不属于任何一栏；如影响待遇，请手工写入相应的栏",
                    "a footnote belongs to no field; write it into one if it matters",
                )
            )

    # Tables

    def _table(self, element: Any, *, top: bool) -> Table:
        if top:
            self.tables += 1
        name = f"表{self.tables}"
        rows: list[list[Cell]] = []
        places: list[str] = []
        above: dict[int, Cell] = {}
        for number, row in enumerate(self._rows(element), 1):
            if top:
                self.where = f"{name}第{number}行"
            if child(child(row, "trPr"), "del") is not None:
                self.changes = True
                continue
            cells, above = self._row(row, above)
            rows.append(cells)
            places.append(self.where)
        width = max(map(len, rows), default=0)
        for cells in rows:
            cells.extend(Cell() for _ in range(width - len(cells)))
        return Table(rows, name if top else self.where, places)

    def _rows(self, table: Any) -> Iterator[Any]:
        for element in table:
            name = local(element)
            if name == "tr":
                yield element
            elif name not in ("tblPr", "tblGrid", "del", "moveFrom"):
                yield from self._rows(element)

    def _cells(self, row: Any) -> Iterator[Any]:
        for element in row:
            name = local(element)
            if name == "tc":
                yield element
            elif name not in ("trPr", "tblPrEx"):
                yield from self._cells(element)

    def _row(self, row: Any, above: dict[int, Cell]) -> tuple[list[Cell], dict[int, Cell]]:
        properties = child(row, "trPr")
        before = min(_count(value(properties, "gridBefore"), 0), _MOST_COLUMNS)
        cells = [Cell() for _ in range(before)]
        below: dict[int, Cell] = {}
        for element in self._cells(row):
            own = child(element, "tcPr")
            if child(own, "cellDel") is not None:
                self.changes = True
                continue
            span = min(_count(value(own, "gridSpan"), 1), max(1, _MOST_COLUMNS - len(cells)))
            down = child(own, "vMerge")
            sideways = child(own, "hMerge")
            column = len(cells)
            cell: Cell | None = None
            if down is not None and attribute(down, "val") in (None, "continue"):
                cell = above.get(column)
            if sideways is not None and attribute(sideways, "val") in (None, "continue") and cells:
                cell = cells[-1]
            if cell is None:
                cell = self._cell(element)
            for _ in range(span):
                if down is not None:
                    below[len(cells)] = cell
                cells.append(cell)
        return cells, below

    def _cell(self, element: Any) -> Cell:
        where = self.where
        blocks = list(self._blocks(element))
        self.where = where
        return cell_of(blocks)


class _Run:
    """The text of one paragraph, with what is anchored in it."""

    def __init__(self, reader: _Reader, bold: bool) -> None:
        self.reader = reader
        self.bold = bold
        self.parts: list[str] = []
        self.strong = ""
        self._strong = True
        self.boxes: list[Any] = []
        self.raised = False
        self.signs = False
        """The run is set in the font Symbol."""

    def add(self, text: str, bold: bool) -> None:
        self.parts.append(text)
        if self._strong and (bold or not text.strip()):
            self.strong += text
        elif text.strip():
            self._strong = False

    def walk(self, element: Any, bold: bool | None = None) -> None:
        bold = self.bold if bold is None else bold
        for one in element:
            name = local(one)
            if name == "r":
                self.run(one)
            elif name == "txbxContent":
                self.boxes.append(one)
            elif name == "AlternateContent":
                self.walk(self.reader._choice(one), bold)
            elif name == "t":
                text = one.text or ""
                text = symbols(text) if self.signs else text
                self.add(raised(text) if self.raised else text, bold)
            elif name == "f" and child(one, "den") is not None:
                for part, joint in (("num", "/"), ("den", "")):
                    self.walk(child(one, part) if child(one, part) is not None else (), bold)
                    self.add(joint, bold)
            elif name == "sup":
                before, self.raised = self.raised, True
                self.walk(one, bold)
                self.raised = before
            elif name in ("tab", "ptab"):
                self.add("\t", bold)
            elif name in ("br", "cr"):
                if attribute(one, "type") not in ("page", "column"):
                    self.add("\n", bold)
            elif name == "noBreakHyphen":
                self.add("-", bold)
            elif name == "sym":
                self.symbol(one, bold)
            elif name in ("footnoteReference", "endnoteReference"):
                self.reader.note(name.replace("Reference", "s"), one)
            elif name in ("del", "moveFrom"):
                self.reader.changes = True
            elif name not in _GONE:
                if name in ("ins", "moveTo"):
                    self.reader.changes = True
                self.walk(one, bold)

    def run(self, run: Any) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            if any(local(one) == "t" and (one.text or "").strip() for one in run):
                self.reader.hidden.append(self.reader.where)
            return
        mark = child(properties, "b")
        before = self.raised, self.signs
        self.raised |= value(properties, "vertAlign") == "superscript"
        fonts = child(properties, "rFonts")
        self.signs = fonts is not None and attribute(fonts, "ascii") == "Symbol"
        self.walk(run, self.bold if mark is None else is_on(mark))
        self.raised, self.signs = before

    def symbol(self, element: Any, bold: bool) -> None:
        code = attribute(element, "char") or ""
        try:
            number = int(code, 16)
        except ValueError:
            return
        font = (attribute(element, "font") or "").lower()
        if font == "symbol":
            self.add(symbols(chr(number)), bold)
            return
        if 0xF000 <= number <= 0xF0FF and not font.startswith(("wingdings", "webdings", "symbol")):
            number -= 0xF000
        if 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD:
            self.add(chr(number), bold)


def _count(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else default
