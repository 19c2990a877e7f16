"""What a document's blocks hold of a standard, whichever layout they are in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwu_diff.importers.blocks import Block, Document, Paragraph, Table, flat
from yiwu_diff.importers.clean import line
from yiwu_diff.importers.groups import Groups
from yiwu_diff.importers.headings import key_of, meanings, plain, plain_mapping, plain_text
from yiwu_diff.importers.model import Remark
from yiwu_diff.importers.prose import Piece, Prose, count_labels, pieces
from yiwu_diff.importers.tables import Reader, Result, header, seen_headings
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwu_diff.importers.headings import Columns
    from yiwu_diff.importers.model import Row, Unplaced

_TITLE = re.compile(r"(?:公共服务.{0,12}标准|标准.{0,4}（\d{4}年?版?）|实施标准)")
_MARKS = re.compile(r"(?:[*＊※†‡①-⑳⁰¹²³⁴-⁹]|[\[〔［][注\d]\d{0,2}[\]〕］]|[（(]注\d{0,2}[）)])+$")
_NOTE_HEAD = re.compile(r"^\s*(?:注|备注|说明)\s*[：:]\s*")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: rows, what is left, and the layout."""

    title: str
    layout: str
    rows: list[Row]
    unplaced: list[Unplaced]
    remarks: list[Remark]


def understand(document: Document, shown: str, mapping: Mapping[str, str]) -> Found:
    """The items of a document. Raises ReadError where it holds none."""
    return _Layout(document, shown, mapping).found()


def _together(remarks: list[Remark]) -> list[Remark]:
    """What is to be said of several places, said once."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in remarks:
        places.setdefault((one.zh, one.en), []).append(one.place)
    done = []
    for (zh, en), found in places.items():
        shown = [place for place in dict.fromkeys(found) if place]
        done.append(Remark("、".join(shown[:6]) + ("等" if len(shown) > 6 else ""), zh, en))
    return done


class _Layout:
    def __init__(self, document: Document, shown: str, mapping: Mapping[str, str]) -> None:
        self.document = document
        self.shown = shown
        self.mapping = plain_mapping(mapping)
        self.given = mapping
        self.groups = Groups()
        self.result = Result(wrapped=document.wrapped)
        self.tables: dict[int, tuple[int, Columns]] = {}
        self.last: Columns | None = None
        self.width = 0
        self.used = 0
        """So many tables gave items."""

    def found(self) -> Found:
        blocks = self._lifted(self.document.blocks, 0)
        if self.given:
            self._check_mapping(blocks)
        labelled = pieces(
            [one for block in blocks for one in self._paragraphs(block)], self.mapping
        )
        first, usual = Prose.survey(labelled) if count_labels(labelled) >= 2 else ("", {})
        reader = Prose(self.groups, self.result, first, usual)
        for block in blocks:
            if isinstance(block, Paragraph) or self._is_card(block):
                reader.read(pieces(self._paragraphs(block), self.mapping))
                continue
            known = self.tables.get(id(block))
            if known is not None:
                start, columns = known
                reader.read(self._above(block, start))
                self._table(reader, block, columns, start + columns.depth)
            elif self.last is not None and block.width == self.width:
                # It goes on with the table before, without repeating its headings.
                self._table(reader, block, self.last, 0)
            else:
                reader.before_table(captions=False)
                self.result.leave(
                    flat(block),
                    block.place,
                    "这张表没有认得的表头；如是标准的一部分，请用 --map 说明各栏",
                    "the headings of this table are not known; say with --map what they mean",
                )
                self.last = None
        reader.end()
        if not self.result.rows:
            raise self._nothing(blocks, bool(labelled) and bool(usual))
        self._without_marks()
        title = self._title(blocks)
        left = [one for one in self.result.unplaced if one.text.strip("《》") != title]
        return Found(
            title,
            "tables" if self.used > 1 else "table" if self.used else "paragraphs",
            self.result.rows,
            [*self.document.unplaced, *left],
            _together([*self.document.remarks, *self.result.remarks]),
        )

    def _without_marks(self) -> None:
        """Take the marks of notes off the names: those that a note begins with, and not where
        they tell two names apart."""
        left = (one for leaf in self.result.unplaced for one in leaf.text.split("\n"))
        notes = tuple(_NOTE_HEAD.sub("", one) for one in left)
        names = Counter(_MARKS.sub("", row.name or "") for row in self.result.rows)
        for number, row in enumerate(self.result.rows):
            found = _MARKS.search(row.name or "")
            name = _MARKS.sub("", row.name or "")
            if not found or not name or names[name] > 1:
                continue
            if any(note.startswith(found[0]) for note in notes):
                self.result.rows[number] = replace(row, name=name)
                self.result.remark(
                    row.place,
                    "项目名称后面的注号已去掉；注文如影响待遇，请手工写入相应的栏",
                    "the mark of a note was taken off the item's name; write the note into a "
                    "field if it matters",
                )

    @staticmethod
    def _above(table: Table, start: int) -> list[Piece]:
        """What stands in a table above its headings: a title, a unit."""
        return [
            Piece(line(cell.text), table.place)
            for row in table.rows[:start]
            for cell in dict.fromkeys(row)
            if cell.text.strip()
        ]

    def _table(self, prose: Prose, table: Table, columns: Columns, start: int) -> None:
        prose.before_table(captions=len(self.tables) > 1)
        before = len(self.result.rows)
        reader = Reader(table, columns, self.groups, self.result, self.mapping)
        reader.read(start)
        self.used += len(self.result.rows) > before
        self.last, self.width = reader.columns, table.width

    def _lifted(self, blocks: list[Block], depth: int) -> list[Block]:
        """The blocks, with tables that only lay out a page replaced by what is in them."""
        done: list[Block] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                done.append(block)
                continue
            if not block.rows:
                continue
            found = header(block, self.mapping)
            inner = any(cell.tables for row in block.rows for cell in row)
            if found is not None and not (inner and self._holds_standard(block, depth)):
                self.tables[id(block)] = found
                done.append(block)
            elif (
                depth < _DEEPEST
                and not self._is_card(block)
                and (inner or block.width == 1 or self._holds_prose(block))
            ):
                for row, place in zip(block.rows, block.places, strict=True):
                    for cell in dict.fromkeys(row):
                        parts: list[Block] = list(cell.blocks)
                        if not parts and cell.text.strip():
                            parts = [Paragraph(cell.text, place)]
                        done += self._lifted(parts, depth + 1)
            else:
                done.append(block)
        return done

    def _holds_standard(self, table: Table, depth: int) -> bool:
        """Whether the standard's own table is inside this one."""
        if depth >= _DEEPEST:
            return False
        return any(
            header(inner, self.mapping) is not None or self._holds_standard(inner, depth + 1)
            for row in table.rows
            for cell in dict.fromkeys(row)
            for inner in cell.tables
        )

    def _holds_prose(self, table: Table) -> bool:
        """Whether items stand as running text in a table's cells."""
        return any(
            count_labels(pieces([Paragraph(cell.text, "")], self.mapping)) >= 2
            for row in table.rows
            for cell in dict.fromkeys(row)
        )

    def _is_card(self, table: Table) -> bool:
        """Whether a table is a card of one item or several: labels to the left, texts to the
        right of them."""
        if not 2 <= table.width <= 6:
            return False
        left = [line(row[0].text) for row in table.rows]
        known = {key for text in left for key, _ in meanings(text)} | {
            key for text in left if (key := key_of(text, self.mapping))
        }
        return len(known & set(FIELDS)) >= 3

    def _paragraphs(self, block: Block) -> list[Paragraph]:
        """A block as running text; a card with its labels before its texts."""
        if isinstance(block, Paragraph):
            return [block]
        if id(block) in self.tables or not self._is_card(block):
            return []
        done = []
        for row, place in zip(block.rows, block.places, strict=True):
            cells = [cell for cell in dict.fromkeys(row) if cell.text.strip()]
            at = 0
            while at < len(cells):
                text = line(cells[at].text)
                if at + 1 < len(cells) and (meanings(text) or key_of(text, self.mapping)):
                    done.append(Paragraph(f"【{self._label(text)}】{cells[at + 1].text}", place))
                    at += 2
                else:
                    done.append(Paragraph(cells[at].text, place))
                    at += 1
        return done

    def _label(self, text: str) -> str:
        """A label as running text has it: the usual one for what it means."""
        key = key_of(text, self.mapping) or meanings(text)[0][0]
        return {
            "name": "项目名称",
            "domain": "所属领域",
            "service": "服务类别",
            "audience": "服务对象",
            "content": "服务内容",
            "level": "服务标准",
            "funding": "支出责任",
            "lead": "牵头单位",
        }.get(key, text)

    def _title(self, blocks: list[Block]) -> str:
        texts: list[str] = []
        for block in blocks[:40]:
            if isinstance(block, Paragraph):
                texts += [line(one) for one in block.text.split("\n")]
            else:
                texts += [line(row[0].text) for row in block.rows[:3]]
        texts.append(line(self.document.title))
        named = [text for text in texts if 5 < len(text) <= 60 and _TITLE.search(text)]
        for text in named:
            if not text.endswith(("。", "通知", "：")) and not text.startswith(("关于", "附件")):
                return text.strip("《》")
        quoted = (
            re.search(r"《([^《》]*(?:〈[^〉]*〉)?[^《》]*标准[^《》]*)》", text) for text in texts
        )
        return next((found[1] for found in quoted if found), named[0] if named else "")

    def _check_mapping(self, blocks: list[Block]) -> None:
        """A heading that a person named has to be there: else it is misspelt."""
        tables = [block for block in blocks if isinstance(block, Table)]
        texts = [cell.text for table in tables for row in table.rows[:15] for cell in row]
        texts += [name for _, columns in self.tables.values() for name in columns.names.values()]
        seen = {plain(text) for text in texts if len(text) < 100}
        running = plain_text(
            "".join(block.text for block in blocks if isinstance(block, Paragraph))
        )
        missing = [
            heading
            for heading in self.given
            if plain(heading) not in seen and plain_text(heading) not in running
        ]
        if missing:
            there = "、".join(seen_headings(tables)) or "（没有表格）"
            names = "、".join(f"“{one}”" for one in missing)
            raise fail(
                self.shown,
                f"--map 写的 {names} 不在文件里；文件里有：{there}",
                f"--map names {names}, which is not in the file; it has: {there}",
            )

    def _nothing(self, blocks: list[Block], labelled: bool) -> Exception:
        if labelled:
            return fail(
                self.shown,
                "有“服务对象：”这样的段落，但前面没有项目名称；请在每一项前加一行名称，"
                "如“1.预防接种”",
                "there are paragraphs such as 服务对象：… but no item names before them; add a "
                "line with the name, such as 1.预防接种",
            )
        tables = [block for block in blocks if isinstance(block, Table)]
        if tables:
            there = "、".join(seen_headings(tables)) or "（空）"
            return fail(
                self.shown,
                f"有 {len(tables)} 张表，但没有认得的表头；表里有：{there}。请用 --map 说明，"
                "如 --map 项目=name --map 内容=content",
                f"{len(tables)} tables, but no headings that are known; there is: {there}. Say "
                "what they mean, such as --map 项目=name --map 内容=content",
            )
        if self.document.format == "pdf":
            return fail(
                self.shown,
                "没有找到有框线的表格，也没有“服务对象：”这样的段落；表格若没有框线，"
                "请改用 Word 或 Excel 文件",
                "there is neither a ruled table nor paragraphs such as 服务对象：…; if its tables "
                "have no lines, use the Word or Excel file",
            )
        return fail(
            self.shown,
            "没有找到标准的表格，也没有“服务对象：”“服务内容：”这样的段落；请核对是否选对了文件",
            "there is neither a table of a standard nor paragraphs such as 服务对象：…; check that "
            "this is the right file",
        )
