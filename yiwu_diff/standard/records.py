"""The records of a folder's YAML files, read by the table of keys (`keys`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yiwu_diff.standard.keys import nearest
from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import Problems, ReadError, shown
from yiwu_diff.standard.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

if TYPE_CHECKING:
    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.keys import Key, Shape

_COUNT = re.compile(r"[0-9]{1,6}")
_NOT_A_TEXT = {
    "number": ("数字", "a number"),
    "bool": ("真假值", "true or false"),
    "date": ("日期", "a date"),
}


class Records:
    """Reads records and collects every problem on the way."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.problems = Problems()
        self.file = ""

    def tree(self, name: str) -> Node | None:
        """The tree of a file, from which on places are in this file."""
        self.file = self.folder.shown_file(name)
        try:
            data = self.folder.read(name)
        except ReadError as error:
            self.problems.take(error)
            return None
        return parse(data, self.file, self.problems)

    def once(self, taken: dict[str, Place], value: str, key: str, node: Node) -> None:
        """Tell a value that is already taken by another record of the standard."""
        place = self.at(node)
        first = taken.setdefault(value, place)
        if first is not place:
            self.problems.add(
                place,
                f"{key} {shown(value)} 重复，前一个在 {first}；请改成不同的，或删去一个",
                f"{key} {shown(value)} is there twice, first at {first}; change or delete one",
            )

    def record(self, node: Node, shape: Shape) -> MapNode | None:
        if isinstance(node, MapNode):
            return node
        if isinstance(node, TextNode) and "：" in node.value:
            mend_zh, mend_en = "键后请用半角冒号加空格“: ”", 'after a key write ": ", not "："'
        else:
            mend_zh, mend_en = "请写成“键: 值”", 'write it as "key: value"'
        self.problems.add(
            self.at(node),
            f"这里应当是{shape.zh}，{mend_zh}",
            f"here belongs: {shape.en[0].lower()}{shape.en[1:]}; {mend_en}",
        )
        return None

    def child(self, record: MapNode, key: str, shape: Shape) -> MapNode | None:
        """The record under a key that may be absent."""
        if key not in record.entries:
            return None
        return self.record(self.or_key(record, key), shape)

    def children(
        self, record: MapNode, key: str, shape: Shape, *, may_be_empty: bool = False
    ) -> list[MapNode]:
        """The records of the list under a key that may be absent."""
        if key not in record.entries:
            return []
        node = self.or_key(record, key)
        if may_be_empty and isinstance(node, ListNode) and not node.children:
            return []
        if not isinstance(node, ListNode) or not node.children:
            self.problems.add(
                self.at(node),
                f"{key} 应当是列表，且不能为空；每一项请以“- ”开头，没有内容就删去这个键",
                f'{key} has to be a list of at least one; start each entry with "- ", or delete '
                "the key",
            )
            return []
        return [found for one in node.children if (found := self.record(one, shape)) is not None]

    def values(self, record: MapNode, shape: Shape) -> dict[str, Any]:
        """What the record holds of texts, lists of texts, numbers and words, without those that
        are wrong. Tells unknown and missing keys."""
        values: dict[str, Any] = {}
        known = shape.keys
        for name, (key, node) in record.entries.items():
            spec = known.get(name)
            if spec is None:
                self.unknown(key, shape)
                continue
            kind = spec.kind
            value: object = None
            if kind == "text":
                value = self.text(key, node, spec)
            elif kind == "texts":
                value = self.texts(key, node)
            elif kind == "count":
                value = self.count(key, node)
            elif kind == "word":
                value = self.word(key, node, spec)
            if value is not None:
                values[name] = value
        for name, spec in known.items():
            if spec.required and name not in record.entries:
                self.problems.add(
                    self.at(record),
                    f"缺少 {name}（{spec.zh}）；请补上",
                    f"{name} is missing ({spec.en[0].lower()}{spec.en[1:]}); add it",
                )
        if shape.one_of and not any(name in record.entries for name in shape.one_of):
            self.problems.add(
                self.at(record),
                f"缺少 {' 或 '.join(shape.one_of)}；请补上其中之一",
                f"{' or '.join(shape.one_of)} is missing; add one of them",
            )
        return values

    def unknown(self, key: TextNode, shape: Shape) -> None:
        # Looking for what was meant takes time; in a file of thousands nobody would be told.
        meant = None if self.problems.full(self.file) else nearest(key.value, shape.keys)
        expected = ", ".join(shape.keys)
        self.problems.add(
            self.at(key),
            f"不认识的键 {shown(key.value)}；"
            + (f"是否要写 {meant}？" if meant else "")
            + f"此处可用：{expected.replace(', ', '、')}",
            f"unknown key {shown(key.value)}; "
            + (f"did you mean {meant}? " if meant else "")
            + f"known here: {expected}",
        )

    def text(self, key: TextNode, node: Node, spec: Key | None = None) -> str | None:
        name = key.value
        if not isinstance(node, TextNode):
            is_list = isinstance(node, ListNode)
            self.problems.add(
                self.at(node),
                f"{name} 应当是文字，这里是{'列表' if is_list else '映射'}；请写成一段文字，"
                "文字里若有冒号或括号请加引号",
                f"{name} has to be a text, here is a {'list' if is_list else 'mapping'}; write "
                "one text, in quotes if it holds colons or brackets",
            )
            return None
        value = node.value.strip()
        if not value or (meaning := node.meaning) == "null":
            self.problems.add(
                self.at(node if value else key),
                f"{name} 是空的；请写入文字，没有就删去这个键",
                f"{name} is empty; write a text, or delete the key",
            )
            return None
        if meaning != "text":
            zh, en = _NOT_A_TEXT[meaning]
            self.problems.add(
                self.at(node),
                f'{name} 应当是文字，这里是{zh}；请加引号："{value}"',
                f'{name} has to be a text, here is {en}; put it in quotes: "{value}"',
            )
            return None
        if spec is not None and spec.pattern and not re.fullmatch(spec.pattern, value):
            self.problems.add(
                self.at(node),
                f"{name} {shown(value)} 的写法不对；应为：{spec.zh}",
                f"{name} {shown(value)} is not well formed; expected: {spec.en}",
            )
            return None
        return value

    def texts(self, key: TextNode, node: Node) -> tuple[str, ...] | None:
        if not isinstance(node, ListNode):
            self.problems.add(
                self.at(node if getattr(node, "value", True) else key),
                f"{key.value} 应当是列表；请写成 [甲, 乙]，只有一个也要加方括号",
                f"{key.value} has to be a list; write [a, b], with brackets even for one",
            )
            return None
        texts = [self.text(key, child) for child in node.children]
        return tuple(text for text in texts if text is not None)

    def count(self, key: TextNode, node: Node) -> int | None:
        if isinstance(node, TextNode) and node.plain and _COUNT.fullmatch(node.value):
            return int(node.value)
        self.problems.add(
            self.at(node if getattr(node, "value", True) else key),
            f"{key.value} 应当是不带引号的整数，如 99；不知道就删去这个键",
            f"{key.value} has to be a whole number without quotes, such as 99; delete the key "
            "if it is not known",
        )
        return None

    def word(self, key: TextNode, node: Node, spec: Key) -> Any:
        value = self.text(key, node)
        if value is None or value in spec.words:
            return value
        meant = None if self.problems.full(self.file) else nearest(value, spec.words)
        self.problems.add(
            self.at(node),
            f"{key.value} 不能是 {shown(value)}；"
            + (f"是否要写 {meant}？" if meant else "")
            + f"可用：{'、'.join(f'{word}（{zh}）' for word, zh in spec.words.items())}",
            f"{key.value} cannot be {shown(value)}; "
            + (f"did you mean {meant}? " if meant else "")
            + f"write one of {', '.join(spec.words)}",
        )
        return None

    def or_key(self, record: MapNode, name: str) -> Node:
        """The value, or its key where the value is left blank and stands nowhere."""
        key, node = record.entries[name]
        return key if isinstance(node, TextNode) and not node.value else node

    def at(self, node: Node) -> Place:
        return Place(self.file, node.line, node.column)
