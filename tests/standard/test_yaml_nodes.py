from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yiwu_diff.standard import yaml_nodes
from yiwu_diff.standard.problems import Problems
from yiwu_diff.standard.yaml_nodes import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    ListNode,
    MapNode,
    Node,
    TextNode,
    parse,
    uses_c_parser,
)

PARSERS = [pytest.param(True, id="c"), pytest.param(False, id="pure")]
C_ONLY = pytest.mark.skipif(
    sys.implementation.name != "cpython", reason="ruamel has a C part for CPython alone"
)


def read(text: str | bytes, *, c: bool = True) -> tuple[Node | None, list[str], list[str]]:
    """The tree, and the problems in English and in Chinese."""
    problems = Problems()
    data = text if isinstance(text, bytes) else text.encode()
    node = parse(data, "f.yaml", problems, c_parser=c)
    found = problems.error()
    return node, found.text("en").splitlines(), found.text("zh").splitlines()


def plain(node: Node | None) -> object:
    """The tree as lists and dicts."""
    if isinstance(node, MapNode):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(child) for child in node.children]
    return node.value if node is not None else None


@C_ONLY
def test_a_plain_install_has_the_c_parser_and_uses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert uses_c_parser()

    def refuse(text: str) -> None:
        raise AssertionError("the slow parser was used")

    monkeypatch.setattr(yaml_nodes, "_pure_events", refuse)
    assert plain(parse(b"a: 1", "f", Problems())) == {"a": "1"}


def test_without_the_c_part_the_pure_parser_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert not uses_c_parser()
    assert plain(parse(b"a: 1", "f", Problems())) == {"a": "1"}


@pytest.mark.parametrize("c", PARSERS)
def test_places_count_from_one_in_characters(c: bool) -> None:
    node, problems, _ = read("名称: x\nb:\n  - y\n  - 内: 'z'\n", c=c)
    assert not problems
    assert isinstance(node, MapNode)
    assert (node.line, node.column) == (1, 1)
    key, value = node.entries["名称"]
    assert (key.line, key.column, value.line, value.column) == (1, 1, 1, 5)
    listed = node.entries["b"][1]
    assert isinstance(listed, ListNode)
    assert [(one.line, one.column) for one in listed.children] == [(3, 5), (4, 5)]


@pytest.mark.parametrize("c", PARSERS)
def test_a_byte_order_mark_and_windows_line_ends_are_fine(c: bool) -> None:
    node, problems, _ = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", c=c)
    assert not problems
    assert isinstance(node, MapNode)
    assert (node.entries["a"][0].column, node.entries["b"][0].line) == (1, 2)


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        *(
            (text, "number")
            for text in ("2021", "-1", "+1.5", "1e3", ".5", "0x1F", "1_000", ".inf")
        ),
        *((text, "bool") for text in ("true", "False")),
        *((text, "null") for text in ("null", "~", "")),
        *((text, "date") for text in ("2021-05-16", "2021-05-16T08:00:00Z")),
        *((text, "text") for text in ("yes", "2021年", "97%以上", "12:30", "nein", "１２")),
        *((text, "text") for text in ("'2021'", '"true"', "!!str 2021", "! ~")),
    ],
)
@pytest.mark.parametrize("c", PARSERS)
def test_what_yaml_takes_a_word_for(written: str, meaning: str, c: bool) -> None:
    node, problems, _ = read(f"- {written}\n", c=c)
    assert not problems
    assert isinstance(node, ListNode)
    assert isinstance(part := node.children[0], TextNode)
    assert part.meaning == meaning


@pytest.mark.parametrize("c", PARSERS)
def test_aliases_and_merge_keys_are_written_out(c: bool) -> None:
    text = """\
base: &base {lead: 卫健局, level: 甲}
word: &word 市财政
one: {<<: *base, level: 乙, funding: *word}
two: {<<: [*base, {extra: 丙, lead: 丁}]}
"""
    node, problems, _ = read(text, c=c)
    assert not problems
    assert plain(node) == {
        "base": {"lead": "卫健局", "level": "甲"},
        "word": "市财政",
        "one": {"level": "乙", "funding": "市财政", "lead": "卫健局"},
        "two": {"lead": "卫健局", "level": "甲", "extra": "丙"},
    }
    assert isinstance(node, MapNode)
    one = node.entries["one"][1]
    assert isinstance(one, MapNode)
    # A text by alias stands where the alias stands.
    assert (one.entries["funding"][1].line, one.entries["funding"][1].column) == (3, 37)


BAD: list[tuple[str | bytes, str, str, str]] = [
    # text, place, a part of the English, a part of the Chinese message
    ("", "f.yaml", "says nothing", "没有内容"),
    ("---\n", "f.yaml", "says nothing", "没有内容"),
    ("# 只有注释\n", "f.yaml", "says nothing", "没有内容"),
    ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1", "first at line 1 column 1", "第 1 行第 1 列"),
    ("a: {b: 1, b: 2}\n", "f.yaml:1:11", "is there twice", "重复"),
    ("a: 1\n---\nb: 1\n", "f.yaml:2:1", "one YAML document", "一份 YAML 文档"),
    ("a:\n\tb: 1\n", "f.yaml:2:1", "use spaces", "制表符"),
    ("a:\n  - b\n\t- c\n", "f.yaml:3:1", "use spaces", "制表符"),
    ("a: *b\n", "f.yaml:1:4", "no anchor", "没有对应的锚点"),
    ("a: &a [*a]\n", "f.yaml:1:8", "inside what it refers to", "循环引用"),
    ("a: !secret x\n", "f.yaml:1:4", "tags", "标签"),
    ("? [a]\n: b\n", "f.yaml:1:3", "one word", "键必须是一个词"),
    ("a: {<<: b}\n", "f.yaml:1:9", "merges mappings only", "只能并入映射"),
    ('a: "x\\0"\n', "f.yaml:1:4", "U+0000", "U+0000"),
    ("a: x\nb: 文\x00字\n", "f.yaml:2:5", "U+0000", "控制字符"),
    ("a: 文\u202e字\n", "f.yaml:1:5", "U+202E", "控制字符"),
    ("a: 文\u2028字\nb: \x7f\n", "f.yaml:1:5", "U+2028", "控制字符"),
    ("a: b: c\n", "f.yaml:1:5", "mapping values are not allowed", "加引号"),
    ("a: 'x\n", "f.yaml:1:4", "quote is not closed", "引号没有闭合"),
    ("a: [1,\nb: 2\n", "f.yaml:1:4", "bracket", "方括号"),
    ("a: {b: 1\n", "f.yaml:1:4", "brace", "花括号"),
    ("- a\nb: 1\n", "f.yaml:2:1", "list breaks off", "列表在此中断"),
    ("a: 1\n  b: 2\n", "f.yaml:2:4", "indentation", "缩进"),
    ("a: |\n  x\n y\n", "f.yaml:3:2", "indentation", "缩进"),
    ("a: @x\n", "f.yaml:1:4", "cannot start with “@”", "不能以 “@” 开头"),
    ('a: "\\q"\n', "f.yaml:1:5", "use single quotes", "单引号"),
    ("a: *\n", "f.yaml:1:5", "& or *", "& 或 *"),
    ("%YAML 3.0\n---\na: 1\n", "f.yaml:1:1", "of no use", "没有用处"),
    ("domain：幼有所育\nservices:\n", "f.yaml:1:7", 'write "domain: "', "“domain: ”"),
    ("id: x\nname:健康\nlevel: y\n", "f.yaml:2:5", 'write "name: "', "“name: ”"),
    ("a: 服务\nb: 对象\n".encode("gb18030"), "f.yaml:1:4", "encoded as GBK", "请另存为 UTF-8"),
    (b"a: ok\nb: \xe6\x9c\xff\n", "f.yaml:2:4", "not UTF-8", "不是 UTF-8"),
    ("a: 1\n".encode("utf-16"), "f.yaml:1:1", "UTF-16", "UTF-16"),
    ("a: 1\n".encode("utf-16-le"), "f.yaml:1:1", "UTF-16", "UTF-16"),
    ("a: 1\n".encode("utf-32"), "f.yaml:1:1", "UTF-32", "UTF-32"),
]


@pytest.mark.parametrize(("text", "place", "en", "zh"), BAD)
@C_ONLY
def test_what_is_wrong_is_told_with_its_place(
    text: str | bytes, place: str, en: str, zh: str
) -> None:
    _, english, chinese = read(text)
    assert english[0].startswith(f"{place}: ")
    assert en in english[0]
    assert chinese[0].startswith(f"{place}: ")
    assert zh in chinese[0]


@pytest.mark.parametrize(("text", "place", "en", "zh"), BAD)
def test_the_pure_parser_tells_the_same_files_bad(
    text: str | bytes, place: str, en: str, zh: str
) -> None:
    _, english, chinese = read(text, c=False)
    # The two parsers stumble at slightly different places.
    assert english[0].startswith("f.yaml")
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese[0])


@C_ONLY
def test_a_colon_in_brackets_stops_the_c_parser_alone() -> None:
    _, english, chinese = read("a: [8:30]\n")
    assert english[0].startswith("f.yaml:1:6: a colon cannot stand here")
    assert "加引号" in chinese[0]


def test_the_line_of_a_gbk_file_is_that_of_its_first_bad_byte() -> None:
    _, english, chinese = read(b"a: 1\nb: 2\n" + "c: 服务".encode("gbk"))
    assert english == ["f.yaml:3:4: the file is encoded as GBK; save it as UTF-8"]
    assert chinese == ["f.yaml:3:4: 文件是 GBK 编码，请另存为 UTF-8"]


def test_damaged_utf8_is_not_taken_for_gbk_and_a_mark_does_not_shift_the_place() -> None:
    good = "域: 幼有所育\n项: 服务".encode()
    for mark in (b"", b"\xef\xbb\xbf"):
        _, english, _ = read(mark + good[:-1])
        assert english[0].startswith("f.yaml:2:5: the byte 0xe5 here is not UTF-8")


def test_after_control_characters_and_duplicates_reading_goes_on() -> None:
    node, english, _ = read("a: x\x07y\nb: 1\nb: 2\nc: \x01\n")
    assert [line.split(": ")[0] for line in english] == [
        "f.yaml:1:5",
        "f.yaml:3:1",
        "f.yaml:4:4",
    ]
    assert plain(node) == {"a": "x y", "b": "1", "c": ""}


def test_a_binary_file_is_told_once_and_left() -> None:
    node, english, _ = read(bytes(range(1, 9)) * 1000)
    assert node is None
    assert len(english) == 20


@pytest.mark.parametrize("c", PARSERS)
def test_a_yaml_bomb_is_refused_by_its_size_written_out(c: bool) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    node, english, chinese = read("\n".join(lines), c=c)
    assert node is None
    # 10 ** 5 parts are reached in the fifth line, so no more than that was even looked at.
    assert english[0].startswith("f.yaml:5:")
    assert f"more than {MAX_NODES} nodes" in english[0]
    assert "不要层层引用" in chinese[0]


@pytest.mark.parametrize("c", PARSERS)
def test_a_bomb_of_merge_keys_is_refused_too(c: bool) -> None:
    lines = ["a0: &a0 {" + ", ".join(f"k{n}: x" for n in range(10)) + "}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 30)]
    _, english, _ = read("\n".join(lines), c=c)
    assert f"more than {MAX_NODES} nodes" in english[0]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_where_it_gets_too_deep(opening: str) -> None:
    _, english, chinese = read(opening * 100_000)
    column = MAX_DEPTH * len(opening) + 1
    assert english[0].startswith(f"f.yaml:1:{column}: nested more than {MAX_DEPTH} levels")
    assert "嵌套超过" in chinese[0]


def test_a_file_above_the_limit_is_not_even_decoded() -> None:
    _, english, chinese = read(b"\xff" * (MAX_BYTES + 1))
    assert english == [
        "f.yaml: the file has 8.0 MiB, the limit is 8 MiB; check that it is the right file, "
        "and write one file per domain"
    ]
    assert "超过上限 8 MiB" in chinese[0]


YAML_LIKE = st.text(
    st.sampled_from("ab:-[]{},&*!|>'\"%@`#?\\ \t\n\r~<0.：“义\x00\x85\u2028\ufeff😀"), max_size=60
)


@given(st.one_of(st.text(), YAML_LIKE).map(str.encode) | st.binary())
@example(b"[")
@example(b"- \xef\xbb\xbf")
@example(b"? ")
@settings(max_examples=400, deadline=None)
def test_no_bytes_raise_anything(data: bytes) -> None:
    for c in (True, False):
        problems = Problems()
        node = parse(data, "f.yaml", problems, c_parser=c)
        assert node is not None or problems
        for problem in problems.error().problems:
            assert problem.file == "f.yaml"
            assert "\n" not in problem.text("zh") + problem.text("en")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")))


@given(TEXTS)
def test_a_quoted_text_comes_back_as_it_was(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    for c in (True, False):
        node, problems, _ = read(f"a: {quoted}", c=c)
        assert not problems
        assert plain(node) == {"a": text}
