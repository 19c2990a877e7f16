"""The files of one edition to a ``Standard``, or to every problem that is in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from yiwu_diff.standard.folders import STANDARD_FILE, DiskFolder, Folder
from yiwu_diff.standard.keys import (
    BASIS,
    DECLARED,
    DOMAIN,
    ITEM,
    SERVICE,
    SOURCE,
    STANDARD,
    Key,
    Shape,
    nearest,
)
from yiwu_diff.standard.model import (
    FIELDS,
    Basis,
    Declared,
    Item,
    Place,
    Source,
    Standard,
    weakest,
)
from yiwu_diff.standard.problems import Problems, ReadError, shown
from yiwu_diff.standard.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

OTHER_FILES = frozenset({"note.yaml", "decisions.yaml", "justifications.yaml"})
"""What may lie beside a standard; the reader leaves it alone."""

DOMAIN_FILE = re.compile(r"[0-9]{2}-.+\.yaml")
"""How a domain's file is named."""

_COUNT = re.compile(r"[0-9]{1,6}")
_NOT_A_TEXT = {
    "number": ("数字", "a number"),
    "bool": ("真假值", "true or false"),
    "date": ("日期", "a date"),
}


def read_standard(folder: Path | Folder, *, expect: tuple[str, str] | None = None) -> Standard:
    """Read the edition that lies in ``folder``.

    ``expect`` is the jurisdiction and edition that the folder's place in a catalog promises.
    Raises ReadError with all problems of all files.
    """
    return _Reader(DiskFolder(folder) if isinstance(folder, Path) else folder).read(expect)


class _Reader:
    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.problems = Problems()
        self.file = ""
        self.items: list[Item] = []
        self.ids: dict[str, Place] = {}
        self.names: dict[str, Place] = {}
        self.domains: dict[str, Place] = {}

    def read(self, expect: tuple[str, str] | None) -> Standard:
        names = sorted(self.folder.names())
        if STANDARD_FILE not in names:
            self.problems.add(
                self.folder.shown,
                f"文件夹里没有 {STANDARD_FILE}；请给出标准数据所在的文件夹，如 data/yiwu/2021",
                f"the folder holds no {STANDARD_FILE}; name the folder of an edition, such as "
                "data/yiwu/2021",
            )
        domain_files = [name for name in names if DOMAIN_FILE.fullmatch(name)]
        for name in domain_files:
            if (node := self.tree(name)) is not None:
                self.read_domain(node)
        if not self.items and not self.problems:
            self.problems.add(
                self.folder.shown,
                "没有任何项目；请在领域文件（如 01-childcare.yaml）中写入项目",
                "there is no item at all; write items into a domain file such as 01-childcare.yaml",
            )
        standard = None
        if STANDARD_FILE in names:
            self.tell_strays(names)
            if (node := self.tree(STANDARD_FILE)) is not None:
                standard = self.read_standard(node, expect)
        if self.problems or standard is None:
            raise self.problems.error()
        return standard

    def tree(self, name: str) -> Node | None:
        """The tree of a file, from which on places are in this file."""
        self.file = self.folder.shown_file(name)
        try:
            data = self.folder.read(name)
        except ReadError as error:
            self.problems.take(error)
            return None
        return parse(data, self.file, self.problems)

    def tell_strays(self, names: list[str]) -> None:
        for name in names:
            if (
                name.lower().endswith((".yaml", ".yml"))
                and not name.startswith(".")
                and name != STANDARD_FILE
                and name not in OTHER_FILES
                and not DOMAIN_FILE.fullmatch(name)
            ):
                others = ", ".join(sorted(OTHER_FILES))
                self.problems.add(
                    self.folder.shown_file(name),
                    "不知道这是什么文件；领域文件请命名为“两位数字-名称.yaml”（如 "
                    f"01-childcare.yaml），此外只能有 {STANDARD_FILE}、"
                    f"{others.replace(', ', '、')}",
                    "it is not known what this file is; name a domain file like "
                    f"01-childcare.yaml; besides there may be {STANDARD_FILE}, {others}",
                )

    # The files

    def read_standard(self, node: Node, expect: tuple[str, str] | None) -> Standard | None:
        record = self.record(node, STANDARD)
        if record is None:
            return None
        values = self.values(record, STANDARD)
        for key, promised in zip(("jurisdiction", "edition"), expect or (), strict=False):
            if (value := values.get(key)) is not None and value != promised:
                self.problems.add(
                    self.at(record.entries[key][1]),
                    f"{key} 是 {shown(value)}，文件夹名却是 {shown(promised)}；请改成一致",
                    f"{key} is {shown(value)}, but the folder is named {shown(promised)}; "
                    "make them the same",
                )
        declared = Declared()
        if (found := self.child(record, "declared", DECLARED)) is not None:
            declared = Declared(**self.values(found, DECLARED))
        sources = [
            Source(**{"title": "", "basis": "named", **self.values(source, SOURCE)})
            for source in self.children(record, "sources", SOURCE)
        ]
        return Standard(
            **values,
            declared=declared,
            sources=tuple(sources),
            items=tuple(self.items),
            place=self.at(record),
        )

    def read_domain(self, node: Node) -> None:
        record = self.record(node, DOMAIN)
        if record is None:
            return
        domain = self.values(record, DOMAIN).get("domain")
        if domain is not None:
            self.once(self.domains, domain, "domain", record.entries["domain"][1])
        for service in self.children(record, "services", SERVICE):
            name = self.values(service, SERVICE).get("service")
            for item in self.children(service, "items", ITEM):
                self.read_item(item, domain, name)
        for item in self.children(record, "items", ITEM):
            self.read_item(item, domain, None)

    def read_item(self, record: MapNode, domain: str | None, service: str | None) -> None:
        values = self.values(record, ITEM)
        entries = record.entries
        places = {"item": self.at(record)}
        for key in ("name", *FIELDS):
            if key in entries:
                places[key] = self.at(entries[key][1])
        for key, taken in (("id", self.ids), ("name", self.names)):
            if key in values:
                self.once(taken, values[key], key, entries[key][1])
        self.items.append(
            Item(**values, domain=domain, service=service, basis=self.basis(record), places=places)
        )

    def basis(self, record: MapNode) -> dict[str, Basis]:
        """The basis of each field that has a text, and of the name."""
        entries = record.entries
        fields = [name for name in FIELDS if name in entries]
        if "basis" not in entries:
            return {}
        key, node = entries["basis"]
        if not isinstance(node, MapNode):
            word = self.word(key, node, ITEM.keys["basis"])
            if word == "named" and fields:
                self.problems.add(
                    self.at(node),
                    f"依据为 named（仅有名称），却写有 {'、'.join(fields)}；请改为其他依据，"
                    "或删去这些文字",
                    f"the basis is named, yet there is {', '.join(fields)}; write another basis, "
                    "or delete the texts",
                )
            return dict.fromkeys(("name", *fields), word) if word is not None else {}
        words: dict[str, Basis] = self.values(node, BASIS)
        for name, (own_key, value) in node.entries.items():
            if name in FIELDS and name not in fields:
                self.problems.add(
                    self.at(own_key),
                    f"写了 {name} 的依据，却没有 {name} 的文字；请补上文字，或删去这一行",
                    f"there is a basis for {name} but no text; add the text, or delete this line",
                )
            elif name in FIELDS and words.get(name) == "named":
                self.problems.add(
                    self.at(value),
                    f"{name} 有文字，依据不能是 named（仅有名称）；请改为其他依据，或删去文字",
                    f"{name} has a text, so its basis cannot be named; write another basis, or "
                    "delete the text",
                )
        for name in fields:
            if name not in node.entries:
                self.problems.add(
                    self.at(entries[name][0]),
                    f"{name} 没有依据；请在 basis 里写明 {name} 的依据",
                    f"{name} has no basis; add {name} to the item's basis",
                )
        held: dict[str, Basis] = {name: words[name] for name in fields if name in words}
        name_basis = words.get("name") or weakest(tuple(held.values())) or "named"
        return {"name": name_basis, **held}

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

    # Records and values, by the table of keys

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

    def children(self, record: MapNode, key: str, shape: Shape) -> list[MapNode]:
        """The records of the list under a key that may be absent."""
        if key not in record.entries:
            return []
        node = self.or_key(record, key)
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
