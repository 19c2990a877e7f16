"""Excel files: what the sheets show. Formulas are never evaluated, links never followed."""

from __future__ import annotations

import io
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.blocks import Cell, Document, Paragraph, Table
from yiwu_diff.importers.clean import raised
from yiwu_diff.importers.files import Package, attribute, broken, child, children, local
from yiwu_diff.importers.model import Remark, Unplaced
from yiwu_diff.importers.numbers import BUILT_IN, general, shown
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Callable

_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_CELLS = 2_000_000
_MOST_COLUMNS = 256
"""A standard has some ten; columns further out are somebody's notes."""


def read(data: bytes, shown: str, progress: Callable[[int, int], None] | None = None) -> Document:
    """The sheets of an Excel file, each a table. Raises ReadError where it cannot be read."""
    with Package(data, shown, "Excel") as package:
        return _Book(package, progress).document()


class _Book:
    def __init__(self, package: Package, progress: Callable[[int, int], None] | None) -> None:
        self.package = package
        self.progress = progress
        self.result = Document("xlsx")
        self.main = self._main()
        self.root = package.xml(self.main)
        self.targets = package.targets(self.main)
        properties = child(self.root, "workbookPr")
        self.since_1904 = properties is not None and attribute(properties, "date1904") in (
            "1",
            "true",
        )
        self.strings = self._strings()
        self.formats = self._formats()
        self.cells = 0

    def _main(self) -> str:
        for sort, name in self.package.targets("").values():
            if sort == "officeDocument":
                if name.endswith(".bin"):
                    raise fail(
                        self.package.shown,
                        "这是二进制工作簿（.xlsb）；请在 Excel 或 WPS 中另存为 .xlsx",
                        "this is a binary workbook (.xlsb); save it as .xlsx",
                    )
                return name
        if self.package.find("xl/workbook.xml") is None:
            raise broken(self.package.shown, "Excel", "xl/workbook.xml ?")
        return "xl/workbook.xml"

    def _part(self, sort: str) -> Any:
        for one, name in self.targets.values():
            if one == sort and self.package.find(name):
                return self.package.xml(name)
        return None

    def _strings(self) -> list[str]:
        root = self._part("sharedStrings")
        return [] if root is None else [_string(one) for one in children(root, "si")]

    def _formats(self) -> list[str]:
        """The number format of each cell style."""
        root = self._part("styles")
        own = dict(BUILT_IN)
        formats = child(root, "numFmts")
        for one in () if formats is None else children(formats, "numFmt"):
            number = attribute(one, "numFmtId") or ""
            if number.isdecimal():
                own[int(number)] = attribute(one, "formatCode") or "General"
        styles = child(root, "cellXfs")
        done = []
        for one in () if styles is None else children(styles, "xf"):
            number = attribute(one, "numFmtId") or "0"
            done.append(own.get(int(number), "General") if number.isdecimal() else "General")
        return done

    def document(self) -> Document:
        sheets = child(self.root, "sheets")
        shown_sheets = []
        for sheet in () if sheets is None else children(sheets, "sheet"):
            name = attribute(sheet, "name") or ""
            sort, part = self.targets.get(attribute(sheet, "id") or "", ("", ""))
            if sort != "worksheet":
                continue
            if attribute(sheet, "state") in ("hidden", "veryHidden"):
                self.remark(
                    f"工作表“{name}”",
                    "工作表是隐藏的，未读取；如需要请取消隐藏后再导入",
                    "the sheet is hidden and was not read; unhide it if it is needed",
                )
                continue
            shown_sheets.append((name, part))
        for number, (name, part) in enumerate(shown_sheets):
            table = _Sheet(self, name, number, len(shown_sheets)).table(part)
            if table.rows:
                self.result.blocks += [Paragraph(name, f"工作表“{name}”", aside=True), table]
        if len(shown_sheets) > 1:
            names = "、".join(f"“{name}”" for name, _ in shown_sheets)
            self.remark(
                "",
                f"有 {len(shown_sheets)} 个工作表，依次读取：{names}",
                f"{len(shown_sheets)} sheets were read, one after the other: {names}",
            )
        return self.result

    def remark(self, place: str, zh: str, en: str) -> None:
        self.result.remarks.append(Remark(place, zh, en))


def _string(element: Any) -> str:
    """The text of a string; what only says how to pronounce it left out."""
    parts: list[str] = []
    for one in element:
        name = local(one)
        if name == "t":
            parts.append(one.text or "")
        elif name == "r":
            align = child(child(one, "rPr"), "vertAlign")
            up = align is not None and attribute(align, "val") == "superscript"
            texts = (text.text or "" for text in children(one, "t"))
            parts += map(raised, texts) if up else texts
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(parts))


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    done = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        done = chr(65 + rest) + done
    return done


def _area(ref: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column; rows from 1, columns from 0."""
    ends = [_REF.fullmatch(end) for end in ref.split(":")]
    if None in ends or len(ends) not in (1, 2):
        return None
    first, last = ends[0], ends[-1]
    assert first is not None and last is not None
    return int(first[2]), _column(first[1]), int(last[2]), _column(last[1])


class _Sheet:
    def __init__(self, book: _Book, name: str, number: int, count: int) -> None:
        self.book = book
        self.name = name
        self.done = number
        self.count = count
        self.rows: dict[int, dict[int, str]] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.last = 0
        self.formulas: list[str] = []
        self.strange: list[str] = []
        self.far = False

    def place(self, row: int) -> str:
        return f"工作表“{self.name}”第{row}行"

    def table(self, part: str) -> Table:
        self.read(part)
        self.tell()
        columns = {column for row in self.rows.values() for column in row}
        width = max(columns, default=-1) + 1
        # A merged cell that begins in a row without text below it is still one cell.
        numbers = sorted(self.rows)
        grid = {row: [Cell(self.rows[row].get(at, "")) for at in range(width)] for row in numbers}
        for top, left, bottom, right in self.merged:
            if top not in grid or left >= width:
                continue
            cell = grid[top][left]
            for row in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
                for column in range(left, min(right + 1, width)):
                    grid[row][column] = cell
        return Table(
            [grid[row] for row in numbers],
            f"工作表“{self.name}”",
            [self.place(row) for row in numbers],
        )

    def read(self, part: str) -> None:
        from lxml import etree

        data = self.book.package.read(part)
        if b"<!" in data[:2000].replace(b"\x00", b""):
            self.book.package.xml(part)
        parser = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=("{*}row", "{*}dimension", "{*}col", "{*}mergeCell"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
        )
        count, seen = 0, False
        try:
            for _, element in parser:
                name = local(element)
                if not seen and element.getroottree().docinfo.doctype:
                    # Refused there, with its reason.
                    self.book.package.xml(part)
                seen = True
                if name == "row":
                    count = self.row(element, count)
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
                elif name == "dimension":
                    area = _area(attribute(element, "ref") or "")
                    self.last = area[2] if area else 0
                elif name == "col":
                    self.column(element)
                elif name == "mergeCell":
                    area = _area(attribute(element, "ref") or "")
                    if area:
                        self.merged.append(area)
        except etree.XMLSyntaxError as error:
            raise broken(self.book.package.shown, "Excel", error) from None

    def column(self, element: Any) -> None:
        if attribute(element, "hidden") in ("1", "true"):
            first, last = attribute(element, "min") or "", attribute(element, "max") or ""
            if first.isdecimal() and last.isdecimal():
                self.hidden_columns.update(range(int(first) - 1, min(int(last), _MOST_COLUMNS)))

    def row(self, element: Any, before: int) -> int:
        """Take a row; returns its number."""
        given = attribute(element, "r") or ""
        number = int(given) if given.isdecimal() and len(given) < 9 else before + 1
        held: dict[int, str] = {}
        column = -1
        for cell in children(element, "c"):
            found = _REF.fullmatch(attribute(cell, "r") or "")
            column = _column(found[1]) if found else column + 1
            text = self.text(cell, f"{_letters(column)}{number}")
            if not text.strip():
                continue
            if column >= _MOST_COLUMNS:
                self.far = True
                continue
            held[column] = text
            self.book.cells += 1
        if self.book.cells > _MOST_CELLS:
            raise self.book.package.too_large()
        if held:
            self.rows[number] = held
            if attribute(element, "hidden") in ("1", "true"):
                self.hidden_rows.append(number)
        if self.book.progress and number % 200 == 0:
            share = min(number / self.last, 1) if self.last else 0.5
            self.book.progress(int((self.done + share) * 1000), self.count * 1000)
        return number

    def text(self, cell: Any, ref: str) -> str:
        sort = attribute(cell, "t") or "n"
        held = child(cell, "v")
        raw = "" if held is None else held.text or ""
        formula = child(cell, "f")
        if formula is not None:
            if held is None or (sort != "str" and not raw):
                self.book.result.unplaced.append(
                    Unplaced(
                        f"={formula.text or ''}",
                        f"工作表“{self.name}”{ref}",
                        "公式没有保存计算结果；请在 Excel 或 WPS 中打开并保存一次后再导入",
                        "the formula's result is not stored; open and save the file, then import",
                    )
                )
                return ""
            self.formulas.append(ref)
        if sort == "s":
            number = int(raw) if raw.strip().isdecimal() and len(raw) < 9 else -1
            return self.book.strings[number] if 0 <= number < len(self.book.strings) else ""
        if sort == "inlineStr":
            inner = child(cell, "is")
            return "" if inner is None else _string(inner)
        if sort == "b":
            return "TRUE" if raw == "1" else "FALSE"
        if sort == "e":
            self.book.result.unplaced.append(
                Unplaced(
                    raw,
                    f"工作表“{self.name}”{ref}",
                    "单元格显示为错误值；请在表格中改正",
                    "the cell shows an error; mend it in the sheet",
                )
            )
            return ""
        if sort in ("str", "d"):
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw)
        return self.number(raw, attribute(cell, "s") or "0", ref)

    def number(self, raw: str, style: str, ref: str) -> str:
        if not raw.strip():
            return ""
        try:
            worth = float(raw)
            if worth != worth or abs(worth) > 1e300:
                return raw
        except ValueError:
            return raw
        formats = self.book.formats
        number = int(style) if style.isdecimal() and len(style) < 9 else 0
        pattern = formats[number] if number < len(formats) else "General"
        text = shown(worth, pattern, since_1904=self.book.since_1904)
        if text is None:
            self.strange.append(ref)
            return general(worth)
        return text

    def tell(self) -> None:
        def some(found: list[str]) -> str:
            return "、".join(found[:8]) + ("等" if len(found) > 8 else "")

        place = f"工作表“{self.name}”"
        if self.hidden_rows:
            rows = some([f"第{row}行" for row in self.hidden_rows])
            self.book.remark(
                place,
                f"有 {len(self.hidden_rows)} 个隐藏行，已照常读取：{rows}",
                f"{len(self.hidden_rows)} hidden rows were read as well: {rows}",
            )
        columns = sorted(
            column
            for column in self.hidden_columns
            if any(column in row for row in self.rows.values())
        )
        if columns:
            names = some([f"{_letters(column)}列" for column in columns])
            self.book.remark(
                place,
                f"有 {len(columns)} 个隐藏列，已照常读取：{names}",
                f"{len(columns)} hidden columns were read as well: {names}",
            )
        if self.formulas:
            self.book.remark(
                place,
                f"有 {len(self.formulas)} 个公式，取保存时的结果，未重新计算："
                f"{some(self.formulas)}",
                f"{len(self.formulas)} formulas: their stored results were taken, nothing was "
                f"evaluated: {some(self.formulas)}",
            )
        if self.strange:
            self.book.remark(
                place,
                f"有 {len(self.strange)} 个单元格的数字格式不认识，取原数：{some(self.strange)}",
                f"{len(self.strange)} cells have a number format that is not known; the plain "
                f"numbers were taken: {some(self.strange)}",
            )
        if self.far:
            self.book.remark(
                place,
                f"第 {_MOST_COLUMNS} 列以后的内容未读取",
                f"what stands beyond column {_MOST_COLUMNS} was not read",
            )
