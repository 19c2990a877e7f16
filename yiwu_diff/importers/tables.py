"""Items out of a table: one row each, however its cells are merged, broken or left blank."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.importers.clean import clean, line
from yiwu_diff.importers.groups import LONGEST, Groups, is_domain, is_note, marked, named
from yiwu_diff.importers.headings import INEXACT, Columns, columns, key_of, meanings, plain
from yiwu_diff.importers.headings import LONGEST as LONGEST_HEADING
from yiwu_diff.importers.model import KEYS, Remark, Row, Unplaced
from yiwu_diff.standard.columns import ALIASES, BASIS, ID
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwu_diff.importers.blocks import Cell, Table

_HEADER_WITHIN = 12
"""The headings stand within so many first rows."""
_NOTHING = frozenset(("", "/", "-", "—", "——", "－", "\\", "--"))
_SAME = re.compile(r"^[（(]?同上[）)]?[。.]?$")
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计)(?![\u4e00-\u9fff]{3})")
_UNIT = re.compile(r"[（(]([^（()）]*(?:元|％|%|万|次|单位)[^（()）]*)[）)]")
_END = ("。", "；", "！", "？", "”", "）", ".", ";", ")")


class Result:
    """What has been taken so far, of all tables and paragraphs."""

    def __init__(self, *, wrapped: bool) -> None:
        self.wrapped = wrapped
        self.rows: list[Row] = []
        self.unplaced: list[Unplaced] = []
        self.remarks: list[Remark] = []

    def leave(self, text: str, place: str, zh: str, en: str) -> None:
        """Tell a text that could not be taken."""
        short = "\n".join(one for part in text.split("\n") if (one := line(part)))
        if short:
            self.unplaced.append(Unplaced(short, place, zh, en))

    def remark(self, place: str, zh: str, en: str) -> None:
        """Tell how something was read, once."""
        one = Remark(place, zh, en)
        if one not in self.remarks:
            self.remarks.append(one)


def header(table: Table, mapping: Mapping[str, str]) -> tuple[int, Columns] | None:
    """Where the headings of a standard's table stand, and what they mean; None for another
    table."""
    for at in range(min(_HEADER_WITHIN, len(table.rows))):
        row = table.rows[at]
        if sum(bool(cell.text.strip()) for cell in dict.fromkeys(row)) < 2:
            continue
        found = columns(table.rows[at : at + 3], mapping)
        if found is not None:
            return at, found
    return None


class _Item:
    """An item while its rows are read."""

    def __init__(self, at: int, place: str) -> None:
        self.at = at
        self.place = place
        self.cells: dict[int, list[Cell]] = {}
        self.places: dict[int, str] = {}
        self.group: tuple[str | None, str | None] = (None, None)
        self.broken: set[int] = set()
        """Cells that only go on with the cell above, across the end of a page."""

    def add(self, column: int, cell: Cell, place: str) -> None:
        held = self.cells.setdefault(column, [])
        if not any(cell is one for one in held):
            held.append(cell)
            self.places.setdefault(column, place)

    def text(self, column: int) -> str:
        return "\n".join(one.text for one in self.cells.get(column, ()) if one.text.strip())

    def texts(self, column: int) -> list[str]:
        """The parts of a text: those of one row, each with what goes on on the next page."""
        done: list[str] = []
        for cell in self.cells.get(column, ()):
            if not cell.text.strip():
                continue
            if done and id(cell) in self.broken:
                done[-1] += "\n" + cell.text
            else:
                done.append(cell.text)
        return done


class Reader:
    """Reads the rows of one table."""

    def __init__(
        self,
        table: Table,
        found: Columns,
        groups: Groups,
        result: Result,
        mapping: Mapping[str, str],
    ) -> None:
        self.table = table
        self.columns = found
        self.groups = groups
        self.result = result
        self.mapping = mapping
        self.item: _Item | None = None
        self.first: dict[int, str] = {}
        """The place where each cell begins."""
        self.held: dict[str, str] = {}
        """The domain and the service of the row before."""
        self.name_row: tuple[str, str] | None = None
        """A full-width row that names the item below it, and its place."""
        self.name_style = ""
        self.previous: dict[str, str] = {}
        self.waiting: list[int] = []
        """Rows at the end of a page that belong to the first one of the next."""
        self.taken_at = -1
        self.carried: dict[int, Cell] = {}
        """By blank cell at the top of a page: the merged cell of which it is the lower part."""
        self.left: dict[int, list[str]] = {}
        """By column that means nothing known: its texts, each with its place."""
        self.parts: set[int] = set()
        """Cells that hold the rest of a name which begins on the page before."""

    def read(self, start: int) -> None:
        """Take the rows from this one on."""
        self._settle(start)
        self._tell_headings()
        rows = self.table.rows
        for number, row in enumerate(rows):
            for cell in row:
                self.first.setdefault(id(cell), self.table.places[number])
        at = start
        while at < len(rows):
            at += self._row(at)
        self._finish()
        for column, texts in self.left.items():
            heading = self.columns.names.get(column) or f"第{column + 1}栏"
            self.result.leave(
                "\n".join(texts),
                f"{self.table.place}“{heading}”栏",
                f"这一栏没有采用（{len(texts)} 格）；如属于某一栏，请用 --map 说明",
                f"this column was not taken ({len(texts)} cells); say with --map what it holds",
            )
        for number in self.waiting:
            cells = dict.fromkeys(rows[number])
            self._nameless(number, rows[number], [one for one in cells if one.text.strip()])

    def _settle(self, start: int) -> None:
        """类别 may be that of domains: the first name in its column tells."""
        keys = self.columns.keys
        if "domain" in keys.values() or "service" not in keys.values():
            return
        for row in self.table.rows[start:]:
            cells = [row[one] for one in self.columns.of("service") if one < len(row)]
            text = line("".join(cell.text for cell in dict.fromkeys(cells)))
            if text and not meanings(text):
                if is_domain(text):
                    for column in self.columns.of("service"):
                        keys[column] = "domain"
                return

    # Rows

    def _row(self, at: int) -> int:
        """Take a row; returns how many were used up."""
        row = self.table.rows[at]
        filled = [cell for cell in dict.fromkeys(row) if cell.text.strip()]
        if not filled:
            return 1
        if (again := self._repeated(at, row)) is not None:
            return again
        if self._is_group(at, row, filled):
            self._group(at, line(filled[0].text))
            return 1
        place = self.table.places[at]
        if self._continues(at, row):
            assert self.item is not None
            self._complete_groups(at, row)
            broken = self._page(at) != self._page(self.taken_at)
            for column, cell in enumerate(row):
                if broken:
                    self.item.broken.add(id(cell))
                if cell.text.strip():
                    self.item.add(column, cell, place)
            self.taken_at = at
            return 1
        if self._waits(at, row):
            self.waiting.append(at)
            return 1
        self._carry(at, row)
        self._finish()
        names = self.columns.of("name")
        named_above = self.name_row is not None and not names
        if not named_above and not any(row[one].text.strip() for one in names):
            self._nameless(at, row, filled)
            return 1
        self.item = _Item(at, place)
        for number in [*self.waiting, at]:
            for column, own in enumerate(self.table.rows[number]):
                cell = self.carried.get(id(own), own)
                self.item.broken.add(id(cell))
                if cell.text.strip() or number == at:
                    self.item.add(column, cell, self.first[id(cell)])
        self.waiting = []
        self._groups_of(at, row)
        self.taken_at = at
        return 1

    def _carry(self, at: int, row: list[Cell]) -> None:
        """A cell merged over several items is printed blank where it goes on on the next page."""
        last = self.taken_at
        if last < 0 or self._page(at) == self._page(last):
            return
        rows = self.table.rows
        for key in FIELDS:
            for column in self.columns.of(key):
                cell, above = row[column], rows[last][column]
                above = self.carried.get(id(above), above)
                merged = (at + 1 < len(rows) and rows[at + 1][column] is cell) or (
                    last > 0 and rows[last - 1][column] is rows[last][column]
                )
                if merged and above.text.strip() and not cell.text.strip():
                    self.carried[id(cell)] = above
                    name = self.columns.names[column]
                    self.result.remark(
                        self.table.places[at],
                        f"“{name}”一栏的合并单元格跨页，取了上一页的文字；请核对",
                        f"a merged cell of {name} goes on from the page before, whose text was "
                        "taken; check it",
                    )

    def _repeated(self, at: int, row: list[Cell]) -> int | None:
        """How many rows headings take that stand here again; None where there are none."""
        texts = [cell.text for cell in dict.fromkeys(row) if cell.text.strip()]
        if len(texts) < 2 or any(len(text) > LONGEST_HEADING * 2 for text in texts):
            return None
        known = sum(bool(meanings(text) or key_of(text, self.mapping)) for text in texts)
        if known < max(2, len(texts) * 0.6):
            return None
        found = columns(self.table.rows[at : at + 3], self.mapping)
        if found is None:
            return None
        if found.keys != self.columns.keys:
            self._finish()
            self.columns = found
            self._settle(at + found.depth)
            self._tell_headings()
        return found.depth

    def _is_group(self, at: int, row: list[Cell], filled: list[Cell]) -> bool:
        if len(filled) != 1:
            return False
        cell = filled[0]
        spans = [column for column, one in enumerate(row) if one is cell]
        if len(spans) > 1 and len(spans) >= len(row) * 0.6:
            return len(cell.text) <= 200
        text = line(cell.text)
        if len(text) > LONGEST:
            return is_note(text)
        key = self.columns.keys.get(spans[0])
        if key in ("domain", "service"):
            return False
        if key == "name":
            return is_domain(text) or (
                marked(text).style in ("han", "(han)", "chapter") and spans[0] == 0
            )
        if key == "number" or (key is None and spans[0] == 0):
            return not text.isdecimal()
        return spans[0] == 0 and at != self.taken_at + 1

    def _group(self, at: int, text: str) -> None:
        self._finish()
        place = self.table.places[at]
        if _TOTAL.match(text):
            self.result.leave(text, place, "合计行不是服务项目", "a row of totals is no item")
            return
        if is_note(text):
            self.result.leave(
                text,
                place,
                "表内的注释不属于任何一栏；如影响待遇，请手工写入相应的栏",
                "a remark in the table belongs to no field; write it into one if it matters",
            )
            return
        known = self.columns.known
        if "name" not in known:
            style = marked(text).style
            if self._names_next(at):
                self.name_row, self.name_style = (text, place), style
                return
            if style and style == self.name_style:
                # Numbered as the items are: one of which there is no more than the name.
                self.name_row = (text, place)
                self.item = _Item(at, place)
                self._groups_of(at, [])
                self._finish()
                return
        level = self.groups.level(text, domain="domain" in known, service="service" in known)
        if level is None:
            if not is_domain(text):
                self.result.leave(
                    text,
                    place,
                    "整行的文字既不是领域也不是服务类别",
                    "a full-width row that is neither a domain nor a service",
                )
            return
        self.groups.enter(text, level)
        self.held = {}

    def _names_next(self, at: int) -> bool:
        """Whether the next row holds an item's fields."""
        for row in self.table.rows[at + 1 : at + 2]:
            return sum(bool(cell.text.strip()) for cell in dict.fromkeys(row)) > 1
        return False

    def _continues(self, at: int, row: list[Cell]) -> bool:
        """Whether a row goes on with the item above it."""
        if self.item is None or self.waiting:
            return False
        names, numbers = self.columns.of("name"), self.columns.of("number")
        if names and any(
            row[one].text.strip() and row[one] is self.table.rows[self.taken_at][one]
            for one in names
        ):
            return True
        number = any(row[one].text.strip() for one in numbers)
        name = any(row[one].text.strip() for one in names)
        if not names:
            return self.name_row is None and not number
        top = self._page(at) != self._page(self.taken_at)
        if not name:
            return (not number or not numbers) and (top or not self._bottom(at, row))
        if not top or number:
            return False
        if numbers:
            return bool(self.item.text(numbers[0]).strip())
        # No numbers to go by: the sentences above stand open, and cells are blank that others fill.
        fields = [one for key in FIELDS for one in self.columns.of(key)]
        open_ = [
            one
            for one in fields
            if (text := self.item.text(one).rstrip())
            and not text.endswith(_END)
            and self.columns.keys[one] in ("audience", "content", "level")
        ]
        blank = [one for one in fields if not row[one].text.strip()]
        return bool(open_) and bool(blank) and all(row[one].text.strip() for one in open_[:1])

    def _page(self, at: int) -> int:
        return self.table.pages[at] if self.table.pages else 0

    def _bottom(self, at: int, row: list[Cell]) -> bool:
        """Whether this is the last row of a page, and the next page begins with a row that has
        its name: then this is the upper part of that one."""
        if not self.table.pages or self._page(at) == self._page(self.taken_at) + 1:
            return False
        below = self._below(at)
        return below is not None and self._page(below) != self._page(at)

    def _below(self, at: int) -> int | None:
        """The next row that is no repeated heading."""
        for number in range(at + 1, min(at + 5, len(self.table.rows))):
            texts = [c.text for c in dict.fromkeys(self.table.rows[number]) if c.text.strip()]
            if texts and sum(bool(meanings(text)) for text in texts) < max(2, len(texts) * 0.6):
                return number
        return None

    def _waits(self, at: int, row: list[Cell]) -> bool:
        if not self.table.pages or any(row[one].text.strip() for one in self.columns.of("name")):
            return False
        below = self._below(at)
        return (
            below is not None
            and self._page(below) != self._page(at)
            and any(self.table.rows[below][one].text.strip() for one in self.columns.of("name"))
        )

    def _nameless(self, at: int, row: list[Cell], filled: list[Cell]) -> None:
        keys = {self.columns.keys.get(column) for column, cell in enumerate(row) if cell in filled}
        if keys and keys <= {"domain", "service", "number"}:
            self._groups_of(at, row)
            return
        self.result.leave(
            "；".join(line(cell.text) for cell in filled),
            self.table.places[at],
            "这一行没有项目名称；请在文件中补上名称",
            "the row has no item name; add it in the file",
        )

    def _complete_groups(self, at: int, row: list[Cell]) -> None:
        """The name of a domain or a service may be broken across pages too."""
        if self.item is None or self._page(at) == self._page(self.taken_at):
            return
        for key in ("domain", "service"):
            rest = line("".join(dict.fromkeys(row[one].text for one in self.columns.of(key))))
            held = self.held.get(key)
            if not rest or held is None or named(rest) == held:
                continue
            self._complete(key, held, line(f"{held}\n{rest}"))
            self.parts.update(id(row[one]) for one in self.columns.of(key))
            self.groups.domain = self.held.get("domain", self.groups.domain)
            self.item.group = (
                self.held.get("domain", self.groups.domain),
                self.held.get("service", self.groups.service),
            )

    def _complete(self, key: str, part: str, whole: str) -> None:
        """What was taken for a name was its first part: mend it where it stands already."""
        self.held[key] = whole
        for number, one in enumerate(self.result.rows):
            if one.text(key) == part:
                self.result.rows[number] = (
                    replace(one, domain=whole) if key == "domain" else replace(one, service=whole)
                )

    def _groups_of(self, at: int, row: list[Cell]) -> None:
        """Take the domain and the service of a row; blank means the same as above."""
        for key in ("domain", "service"):
            found = [
                line(row[one].text)
                for one in self.columns.of(key)
                if one < len(row) and id(row[one]) not in self.parts
            ]
            text = named("".join(dict.fromkeys(found)))
            held = self.held.get(key)
            if text and held and self._page(at) != self._page(at - 1):
                whole = line(f"{held}\n{text}")
                if _is_whole(key, whole) and not _is_whole(key, held):
                    self._complete(key, held, whole)
                    self.parts.update(id(row[one]) for one in self.columns.of(key))
                    continue
            if text and text not in _NOTHING and not _SAME.match(text):
                if key == "domain" and self.held.get("domain") not in (None, text):
                    self.held.pop("service", None)
                self.held[key] = text
            elif text and text in _NOTHING and key == "service":
                # A dash is no blank: it says that there is none.
                self.held[key] = ""
        if "domain" in self.held and "domain" in self.columns.known:
            self.groups.domain = self.held["domain"]
        if self.item is not None:
            self.item.group = (
                self.held.get("domain", self.groups.domain),
                self.held.get("service", self.groups.service),
            )

    # Items

    def _finish(self) -> None:
        item, self.item = self.item, None
        if item is None:
            return
        texts: dict[str, str] = {}
        places: dict[str, str] = {}
        for key in KEYS:
            if key in ("domain", "service"):
                # They hold for the rows below too: ``_groups_of`` took them.
                continue
            text = self._text(item, key)
            if _SAME.match(text) and key in self.previous:
                self.result.remark(
                    item.place,
                    "“同上”已换成上一行的文字",
                    "同上 (the same as above) was replaced by the text of the row above",
                )
                text = self.previous[key]
            if text in _NOTHING:
                continue
            texts[key] = text
            place = min(
                (item.places[one] for one in self.columns.of(key) if one in item.places),
                key=len,
                default=item.place,
            )
            if place != item.place and key in FIELDS:
                places[key] = place
        if self.name_row is not None and "name" not in self.columns.known:
            texts["name"] = self.name_row[0]
            places["name"] = self.name_row[1]
            self.name_row = None
        name = texts.pop("name", "")
        if not name or _TOTAL.match(name):
            self.result.leave(
                "；".join([name, *texts.values()]),
                item.place,
                "合计行不是服务项目" if name else "这一行没有项目名称；请在文件中补上名称",
                "a row of totals is no item" if name else "the row has no item name; add it",
            )
            return
        mark = marked(name)
        if mark.style in ("1.", "(1)", "1)", "1 ", "①", "1.1", "•", "(han)", "han", "entry"):
            name = mark.text
            if "number" not in texts and mark.number:
                texts["number"] = mark.number
        self.previous = {key: texts[key] for key in FIELDS if key in texts}
        extra: dict[str, str] = {}
        for column, heading in self.columns.names.items():
            if column in self.columns.keys:
                continue
            text = self._joined(item, column)
            if text and text not in _NOTHING:
                extra[self._unique(heading or f"第{column + 1}栏", extra)] = text
                if heading not in (ID, ALIASES, BASIS):
                    place = item.places.get(column, item.place).removeprefix(self.table.place)
                    self.left.setdefault(column, []).append(f"{place}：{text}")
        self.result.rows.append(
            Row(
                number=texts.pop("number", None),
                domain=item.group[0],
                service=item.group[1] or None,
                name=name.rstrip("。：: "),
                audience=texts.get("audience"),
                content=texts.get("content"),
                level=texts.get("level"),
                funding=texts.get("funding"),
                lead=texts.get("lead"),
                place=item.place,
                places=places,
                extra=extra,
            )
        )
        self.groups.item()

    @staticmethod
    def _unique(heading: str, taken: Mapping[str, str]) -> str:
        name, count = heading, 1
        while name in taken:
            count += 1
            name = f"{heading}（{count}）"
        return name

    def _text(self, item: _Item, key: str) -> str:
        found = self.columns.of(key)
        if key == "number":
            return line("".join(item.text(one) for one in found)).strip(".．、。()（）")
        if key == "name":
            return line("\n".join(dict.fromkeys(item.text(one) for one in found)))
        if len(found) == 1:
            return self._joined(item, found[0])
        parts: list[str] = []
        seen: list[list[Cell]] = []
        for one in found:
            cells = item.cells.get(one, [])
            text = self._joined(item, one)
            if not text or text in _NOTHING or any(cells == other for other in seen):
                continue
            seen.append(cells)
            parts.append(text)
        if len(parts) > 1:
            labels = [self._part_name(one) for one in found]
            if len(set(labels)) == len(labels) == len(parts):
                parts = [f"{label}：{text}" for label, text in zip(labels, parts, strict=True)]
        return "\n".join(parts)

    def _joined(self, item: _Item, column: int) -> str:
        """The text of an item in one column; what stands in rows of its own stays apart."""
        parts = [clean(text, wrapped=self.result.wrapped) for text in item.texts(column)]
        text = parts[0] if parts else ""
        if any(one.width > 1 for cell in item.cells.get(column, ()) for one in cell.tables):
            self.result.remark(
                item.place,
                "单元格里还有表格，已按行接成文字，行间加了分号；请核对",
                "a cell holds a table of its own, whose rows were put together with semicolons",
            )
        for one in parts[1:]:
            if one in _NOTHING:
                continue
            text += ("\n" if text.endswith(_END) else "；") + one
            self.result.remark(
                item.place,
                "一个项目占几行，各行的文字已合在一起，中间加了分号；请核对",
                "an item takes several rows; their texts were put together with semicolons",
            )
        return text

    def _part_name(self, column: int) -> str:
        """The lower heading of a column whose upper one says what it holds."""
        name = self.columns.names[column]
        for at in range(len(name) - 1, 1, -1):
            key = self.columns.keys[column]
            if any(one == key and rank < INEXACT for one, rank in meanings(name[:at])):
                return name[at:]
        return name

    def _tell_headings(self) -> None:
        place = self.table.place
        for column, key in self.columns.keys.items():
            name = self.columns.names[column]
            if key == "content" and "内容" in plain(name) and "标准" in plain(name):
                self.result.remark(
                    place,
                    f"“{name}”一栏兼写内容和标准，全部放入服务内容",
                    f"the column {name} holds content and level in one; all went into content",
                )
            if key in FIELDS and (unit := _UNIT.search(name)):
                self.result.remark(
                    place,
                    f"“{name}”的表头带有“{unit[1]}”，没有写入各格；请核对单位",
                    f"the heading {name} states {unit[1]}, which was not put into the cells",
                )
        for column, name in self.columns.names.items():
            if column in self.columns.keys:
                continue
            for key, _ in meanings(name):
                taken = [self.columns.names[one] for one in self.columns.of(key)]
                if taken:
                    self.result.remark(
                        place,
                        f"“{taken[0]}”和“{name}”两栏意思相近，取了前者；如应取后者，请用 --map "
                        f"{name}={key}",
                        f"{taken[0]} and {name} mean much the same; the former was taken. For the "
                        f"latter say --map {name}={key}",
                    )
                    break
        unknown = [
            name
            for column, name in self.columns.names.items()
            if column not in self.columns.keys and name and name != BASIS and not meanings(name)
        ]
        if unknown:
            shown = "、".join(f"“{name}”" for name in dict.fromkeys(unknown))
            self.result.remark(
                place,
                f"不认识的栏：{shown}；如属于某一栏，请用 --map 说明",
                f"columns not known: {shown}; say with --map what they hold if they matter",
            )


def _is_whole(key: str, name: str) -> bool:
    """Whether a name looks complete, as those of domains and services usually do."""
    return is_domain(name) if key == "domain" else name.endswith("服务")


def seen_headings(tables: Sequence[Table]) -> list[str]:
    """What stands in the first rows of tables, to be shown where no headings were known."""
    found: dict[str, None] = {}
    for table in tables:
        for row in table.rows[:3]:
            for cell in row:
                text = line(cell.text)
                if 0 < len(text) <= 15:
                    found[text] = None
    return list(found)[:12]
