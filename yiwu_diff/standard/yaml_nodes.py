"""YAML bytes to a small tree that knows the line and column of every part.

Plain words are not resolved to numbers or dates here: the reader says what belongs where. The
tree is built from the events of ruamel's C parser, which is what makes reading fast; where it
is missing (PyPy) ruamel's own parser gives the same events.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn

from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import Problems, ReadError, fail, shown
from yiwu_diff.standard.yaml_text import NOT_PRINTED, decode, unicode_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_BYTES: Final = 8 * 1024 * 1024
"""Larger files are refused; the shipped standards have some 100 KB altogether."""
MAX_NODES: Final = 100_000
"""So many parts a file may have once its aliases are written out (a standard: some 2000)."""
MAX_DEPTH: Final = 32
"""So deep may lists and mappings lie in each other (a domain file: 8)."""

Meaning = Literal["text", "null", "bool", "number", "date"]

_NOT_TEXT = re.compile(
    r"(?P<null>~|null|Null|NULL|)"
    r"|(?P<bool>true|True|TRUE|false|False|FALSE)"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9:.TtZz+ -]*)?)"
    r"|(?P<number>[-+]?(?:0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?"
    r"(?:[eE][-+]?[0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))"
    r"|\.(?:nan|NaN|NAN))"
)
_MAY_BE_NO_TEXT = frozenset("0123456789+-.~nNtTfF")
_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})
_COLLECTION_TAGS = frozenset({"!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})


class TextNode:
    """A scalar. ``plain`` when it stands without quotes, so that 2021 would be a number."""

    __slots__ = ("column", "line", "plain", "value")

    def __init__(self, value: str, line: int, column: int, plain: bool) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.plain = plain

    @property
    def meaning(self) -> Meaning:
        """What YAML takes it for."""
        if not self.plain or (self.value and self.value[0] not in _MAY_BE_NO_TEXT):
            return "text"
        match = _NOT_TEXT.fullmatch(self.value)
        meaning: Meaning = match.lastgroup if match else "text"  # type: ignore[assignment]
        return meaning


class ListNode:
    """A sequence."""

    __slots__ = ("children", "column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.children: list[Node] = []
        self.line = line
        self.column = column


class MapNode:
    """A mapping: for each key its own node and that of its value, in the order of the file."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        self.entries: dict[str, tuple[TextNode, Node]] = {}
        self.line = line
        self.column = column


Node = TextNode | ListNode | MapNode


def uses_c_parser() -> bool:
    """Whether the C parser is there. Without it parsing takes some fifty times longer."""
    try:
        import _ruamel_yaml  # type: ignore[import-not-found, unused-ignore] # noqa: F401
    except ImportError:
        return False
    return True


def parse(
    data: bytes, file: str, problems: Problems, *, c_parser: bool | None = None
) -> Node | None:
    """The tree of one file, named ``file`` in its problems.

    None if nothing could be read. A tree may come back although there were problems, so that
    the reader can tell the rest of them. ``c_parser`` forces one of the two parsers.
    """
    if len(data) > MAX_BYTES:
        problems.take(too_big(file, len(data)))
        return None
    text = decode(data, file, problems)
    if text is None:
        return None
    if c_parser is None:
        c_parser = uses_c_parser()
    next_event = _c_events(text) if c_parser else _pure_events(text)

    from ruamel.yaml.error import YAMLError

    composer = _Composer(next_event, file, problems)
    try:
        composer.run()
    except _RefusedError:
        return None
    except YAMLError as error:
        from yiwu_diff.standard.yaml_errors import explain

        problems.take(explain(error, text, file))
        return None
    root = composer.root
    if root is None or (isinstance(root, TextNode) and root.plain and not root.value):
        problems.add(
            file,
            "文件里没有内容；请写入内容，或删去此文件",
            "the file says nothing; write something into it, or delete it",
        )
        return None
    return root


def too_big(file: str, size: int) -> ReadError:
    """The error for a file of more than ``MAX_BYTES``."""
    mebibytes = f"{size / 1048576:.1f}"
    most = MAX_BYTES // 1048576
    return fail(
        file,
        f"文件有 {mebibytes} MiB，超过上限 {most} MiB；请核对是否放错了文件，每个领域写一个文件",
        f"the file has {mebibytes} MiB, the limit is {most} MiB; "
        "check that it is the right file, and write one file per domain",
    )


class _RefusedError(Exception):
    """Reading of a file stops; the problem has been noted."""


class _Frame:
    """A list or mapping that is still open."""

    __slots__ = ("anchor", "before", "key", "merged", "node")

    def __init__(self, node: ListNode | MapNode, anchor: str | None, before: int) -> None:
        self.node = node
        self.anchor = anchor
        self.before = before
        """The count of nodes before this one."""
        self.key: TextNode | bool | None = None
        """The key whose value comes next; False if that value is to be dropped."""
        self.merged: list[tuple[TextNode, Node]] = []


class _Composer:
    def __init__(self, next_event: Callable[[], Any], file: str, problems: Problems) -> None:
        self.next_event = next_event
        self.file = file
        self.problems = problems
        self.root: Node | None = None
        self.count = 0
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Node, int] | None] = {}
        """Each anchor's node and its size written out; None while it is still open."""

    def run(self) -> None:
        from ruamel.yaml.events import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
            StreamEndEvent,
        )

        documents = 0
        while True:
            event = self.next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self.put(self.text(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self.open(event, MapNode if kind is MappingStartEvent else ListNode)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.close()
            elif kind is AliasEvent:
                self.put(self.alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.problem(
                        event,
                        "一个文件只能有一份 YAML 文档；请删去“---”，或把这一部分另存为一个文件",
                        'a file holds one YAML document; delete the "---" or move this part '
                        "to a file of its own",
                    )
                    return
            elif kind is StreamEndEvent:
                return

    def text(self, event: Any) -> TextNode:
        mark = event.start_mark
        style = event.style
        node = TextNode(event.value, mark.line + 1, mark.column + 1, not style)
        if event.tag is not None:
            self.check_tag(event, _TEXT_TAGS)
            node.plain = False
        # Raw ones were found when the bytes were decoded; these come from escapes such as "\0".
        if style == '"' and (match := NOT_PRINTED.search(node.value)):
            name = unicode_name(match.group())
            self.problem(
                event,
                f"文字里有控制字符 {name}；请删去对应的反斜线转义",
                f"the text holds the control character {name}; delete its backslash escape",
            )
        self.grow(1, event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)
        return node

    def open(self, event: Any, make: type[ListNode] | type[MapNode]) -> None:
        if event.tag is not None:
            self.check_tag(event, _COLLECTION_TAGS)
        if len(self.frames) >= MAX_DEPTH:
            self.refuse(
                event,
                f"嵌套超过 {MAX_DEPTH} 层；请检查括号与缩进",
                f"nested more than {MAX_DEPTH} levels deep; check brackets and indentation",
            )
        mark = event.start_mark
        self.frames.append(_Frame(make(mark.line + 1, mark.column + 1), event.anchor, self.count))
        self.grow(1, event)
        if event.anchor is not None:
            self.anchors[event.anchor] = None

    def close(self) -> None:
        frame = self.frames.pop()
        node = frame.node
        if frame.anchor is not None:
            self.anchors[frame.anchor] = (node, self.count - frame.before)
        if isinstance(node, MapNode):
            # A key of the mapping itself goes before a merged one; of merged ones, the first.
            for key, value in frame.merged:
                node.entries.setdefault(key.value, (key, value))
        self.put(node)

    def alias(self, event: Any) -> Node:
        name = event.anchor
        if name not in self.anchors:
            self.refuse(
                event,
                f"引用 *{name} 没有对应的锚点；请在前面写 &{name}，或给以 * 开头的文字加引号",
                f"the alias *{name} has no anchor; write &{name} further up, or put a text that "
                "starts with * in quotes",
            )
        target = self.anchors[name]
        if target is None:
            self.refuse(
                event,
                f"引用 *{name} 指向包含它自己的部分；请写出内容，不要循环引用",
                f"the alias *{name} stands inside what it refers to; write the content out",
            )
        node, size = target
        self.grow(size, event)
        if isinstance(node, TextNode):
            mark = event.start_mark
            return TextNode(node.value, mark.line + 1, mark.column + 1, node.plain)
        return node

    def put(self, node: Node) -> None:
        if not self.frames:
            if self.root is None:
                self.root = node
            return
        frame = self.frames[-1]
        owner = frame.node
        if isinstance(owner, ListNode):
            owner.children.append(node)
        elif frame.key is None:
            frame.key = self.as_key(owner, node)
        else:
            key, frame.key = frame.key, None
            if isinstance(key, TextNode):
                if key.plain and key.value == "<<":
                    self.merge(frame, node)
                else:
                    owner.entries[key.value] = (key, node)

    def as_key(self, owner: MapNode, node: Node) -> TextNode | bool:
        """The node as the next key of ``owner``; False if it cannot be one."""
        if not isinstance(node, TextNode):
            self.problems.add(
                Place(self.file, node.line, node.column),
                "键必须是一个词，这里是列表或映射；请检查括号、“?” 与缩进",
                'a key has to be one word, here is a list or mapping; check brackets, "?" and '
                "indentation",
            )
            return False
        if (first := owner.entries.get(node.value)) is not None:
            line, column = first[0].line, first[0].column
            self.problems.add(
                Place(self.file, node.line, node.column),
                f"键 {shown(node.value)} 重复，前一个在第 {line} 行第 {column} 列；请只留一个",
                f"the key {shown(node.value)} is there twice, first at line {line} column "
                f"{column}; keep one of them",
            )
            return False
        return node

    def merge(self, frame: _Frame, node: Node) -> None:
        parts = node.children if isinstance(node, ListNode) else [node]
        for part in parts:
            if isinstance(part, MapNode):
                frame.merged.extend(part.entries.values())
            else:
                self.problems.add(
                    Place(self.file, part.line, part.column),
                    "“<<” 只能并入映射；请写成 <<: *锚点",
                    '"<<" merges mappings only; write it as <<: *anchor',
                )

    def check_tag(self, event: Any, allowed: frozenset[str]) -> None:
        if (tag := str(event.tag)) not in allowed:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self.problem(
                event,
                f"这里不用 YAML 标签 {shown(short)}；请删去它，以 ! 开头的文字请加引号",
                f"YAML tags such as {shown(short)} are not used here; delete it, or put a text "
                "that starts with ! in quotes",
            )

    def grow(self, by: int, event: Any) -> None:
        self.count += by
        if self.count > MAX_NODES:
            self.refuse(
                event,
                f"展开引用后超过 {MAX_NODES} 个节点；请写出内容，不要层层引用，或拆成几个文件",
                f"more than {MAX_NODES} nodes once aliases are written out; write the content "
                "out instead of stacking aliases, or split the file",
            )

    def problem(self, event: Any, zh: str, en: str) -> None:
        mark = event.start_mark
        self.problems.add(Place(self.file, mark.line + 1, mark.column + 1), zh, en)

    def refuse(self, event: Any, zh: str, en: str) -> NoReturn:
        self.problem(event, zh, en)
        raise _RefusedError


def _c_events(text: str) -> Callable[[], Any]:
    from _ruamel_yaml import CParser

    next_event: Callable[[], Any] = CParser(text).get_event
    return next_event


def _pure_events(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML

    events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
    return events.__next__
