"""What is written reads back the same; what a person wrote around it stays."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwu_diff.standard.as_records import in_order
from yiwu_diff.standard.atomic import ChangedError
from yiwu_diff.standard.folders import MemoryFolder
from yiwu_diff.standard.model import FIELDS, Declared, Item, Source, Standard
from yiwu_diff.standard.reader import read_standard
from yiwu_diff.standard.writer import files_of, new_files, updated_files, write
from yiwu_diff.standard.yaml_writing import as_read, is_plain, scalar

ROOT = Path(__file__).parents[2]

NASTY = (
    *("yes", "No", "on", "null", "~", "true", "2021", "2021-01-01", "1_000", "0x1F", ".5", "1e3"),
    *(
        "1:30",
        "-",
        "- 一",
        "? 何",
        ": 二",
        "#三",
        "一 # 二",
        "键: 值",
        "键:",
        "a:b",
        "'引'",
        '"引"',
    ),
    *("[甲, 乙]", "{a: b}", "&a", "*a", "!x", "|", ">", "%x", "@x", "`x", "<<", "=", "---", "..."),
    *(
        "一\t二",
        "一\n二",
        "一\n\n\n  二\n 三",
        "一  \n二",
        "一\n\t二",
        "\\n",
        "\\",
        "“十项”、（一）；",
    ),
    *(
        "👨‍👩‍👧‍👦",
        "𠮷野家",
        "一　二",
        "é",
        "0-3岁",
        "-5℃",
        "+86",
        "一:",
        "a\r\nb",
        "a\rb",
        "x\u00a0y",
        "null\n",
    ),
)
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("一二三，。：；:#-?!'\"[]{}&*|>%@`,= \n\t\\0aY~"), max_size=20),
    st.text(max_size=12),
).filter(as_read)
ONE_LINE = TEXTS.map(lambda text: " ".join(as_read(text).split())).filter(bool)


@st.composite
def standards(draw: Any) -> Standard:
    """Standards as the reader gives them, of texts that YAML likes to misread."""
    items = []
    names = draw(st.lists(ONE_LINE, min_size=1, max_size=5, unique=True))
    ids = draw(st.lists(ONE_LINE, min_size=len(names), max_size=len(names), unique=True))
    domains = draw(st.lists(ONE_LINE, min_size=1, max_size=2, unique=True))
    services = [None, *draw(st.lists(ONE_LINE, min_size=1, max_size=2, unique=True))]
    for name, id in zip(names, ids, strict=True):
        texts = {field: as_read(draw(TEXTS)) for field in FIELDS if draw(st.booleans())}
        of = st.sampled_from(["official", "quoted", "reconstructed"])
        items.append(
            Item(
                id=id,
                name=name,
                domain=draw(st.sampled_from(domains)),
                service=draw(st.sampled_from(services)),
                basis={"name": draw(of), **{field: draw(of) for field in texts}},
                aliases=tuple(draw(st.lists(ONE_LINE, max_size=2))),
                origin=draw(st.none() | ONE_LINE),
                **texts,
            )
        )
    return Standard(
        items=in_order(items),
        title=draw(ONE_LINE),
        jurisdiction="yiwu",
        name=draw(ONE_LINE),
        level=draw(st.sampled_from([None, "county"])),
        edition=draw(st.sampled_from(["2021", "2021-01-01", "草案"])),
        builds_on=tuple(draw(st.lists(ONE_LINE, max_size=2))),
        declared=Declared(items=draw(st.none() | st.integers(0, 999))),
        sources=tuple(
            Source(title=title, basis="official", sha256="0" * 64)
            for title in draw(st.lists(ONE_LINE, max_size=2))
        ),
    )


def origins(standard: Standard) -> list[str | None]:
    return [item.origin for item in standard.items]


@settings(max_examples=150, deadline=None)
@given(standards())
def test_what_is_written_reads_back_the_same(standard: Standard) -> None:
    read = read_standard(MemoryFolder(new_files(standard)))
    assert read == standard
    assert origins(read) == origins(standard)


@settings(max_examples=80, deadline=None)
@given(standards(), standards())
def test_any_standard_becomes_any_other(before: Standard, after: Standard) -> None:
    files = new_files(before)
    changed = updated_files(files, before, after)
    held = {name: data for name, data in {**files, **changed}.items() if data is not None}
    read = read_standard(MemoryFolder(held))
    key = lambda item: item.id or ""  # noqa: E731
    assert sorted(read.items, key=key) == sorted(after.items, key=key)
    assert replace(read, items=()) == replace(after, items=())


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_comes_back_and_ordinary_prose_stays_plain(text: str) -> None:
    from yiwu_diff.standard.problems import Problems
    from yiwu_diff.standard.yaml_nodes import MapNode, TextNode, parse

    node = parse(f"x: {scalar(text)}\n".encode(), "f", Problems())
    assert isinstance(node, MapNode)
    value = node.entries["x"][1]
    assert isinstance(value, TextNode)
    assert (value.value.strip(), value.meaning) == (as_read(text), "text")
    assert is_plain("每孩次提供1次“检查”，覆盖率达到80%以上：见〔2016〕36号。")


@pytest.mark.parametrize("place", ["yiwu", "jinhua", "zhejiang"])
def test_the_shipped_data_is_written_as_it_lies(place: str) -> None:
    folder = ROOT / "data" / place / "2021"
    files = files_of(folder)
    standard = read_standard(folder)
    names = {item.domain or "": Path(item.places["item"].file).stem[3:] for item in standard.items}
    written = new_files(standard, names)
    assert written.keys() == files.keys()
    comment = re.compile(rb"^ *#.*\n|^(agencies: \[\]|builds_on: \[\]|declared: \{\})\n", re.M)
    # One word is enough where a person wrote the same one for each field.
    basis = re.compile(rb"^ *basis:.*\n(?: +[a-z]+: (?:quoted|reconstructed)\n)*", re.M)
    for name, data in written.items():
        assert basis.sub(b"", data) == basis.sub(b"", comment.sub(b"", files[name])), name
    assert read_standard(MemoryFolder(written)) == standard
    assert updated_files(files, standard, standard) == {}


COMMENTED = """\
# 文件头
domain: 幼有所育
services:
  - service: 甲
    items:
      # 说明一
      - id: one   # 编号
        name: '一'
        # 内容的说明
        content: |
          第一行
          第二行
        # 标准的说明
        level: x # 行尾
        basis: reconstructed   # 依据
      # 说明二

      - id: two
        name: 二
        basis: named
        aliases:
          - a  # 别名
      # 说明三
      - {id: three, name: 三, basis: named}
      # 尾
items:
  - id: four
    name: 四
    basis: named
    # 文件尾
"""
HEAD = """\
title: t
jurisdiction: j
name: n
edition: '1'
# 依据的说明
builds_on: [a@1]  # 行尾
# 尾
"""


def edited(change: Any) -> tuple[str, Standard]:
    files = {"01-a.yaml": COMMENTED.encode(), "standard.yaml": HEAD.encode()}
    before = read_standard(MemoryFolder(files))
    after = replace(before, items=tuple(change(list(before.items))))
    changed = {**files, **{k: v for k, v in updated_files(files, before, after).items() if v}}
    assert changed["standard.yaml"] == files["standard.yaml"]
    return changed["01-a.yaml"].decode(), read_standard(MemoryFolder(changed))


def test_comments_stay_where_they_were() -> None:
    def change(items: list[Item]) -> list[Item]:
        one, two, three, four = items
        official = {"name": "official", "content": "official"}
        one = replace(one, content="新", origin="f", basis={**official, "level": "quoted"})
        two = replace(two, content="x\ny", aliases=("a", "b"), basis=official)
        three = replace(three, content="三三", basis=official)
        added = Item(id="q", name="新增", domain="幼有所育", service="甲", basis={"name": "named"})
        return [one, added, two, three, replace(four, service="乙")]

    text, _ = edited(change)
    assert sorted(re.findall("#.*", text)) == sorted(re.findall("#.*", COMMENTED))
    lines = text.splitlines()
    for comment, about in (
        ("# 说明一", "- id: one"),
        ("# 内容的说明", "content: 新"),
        ("# 标准的说明", "level: x"),
        ("# 说明三", "- id: three"),
    ):
        place = next(n for n, line in enumerate(lines) if comment in line)
        assert about in lines[place + 1]
        assert lines[place].index("#") == len(lines[place + 1]) - len(lines[place + 1].lstrip())
    assert text.index("# 说明二") < text.index("- id: two")
    assert "name: '一'" in text


def test_a_file_without_a_change_keeps_its_bytes() -> None:
    text, _ = edited(lambda items: items)
    assert text == COMMENTED


def test_line_ends_and_byte_order_mark_stay() -> None:
    files = {
        "01-a.yaml": b"\xef\xbb\xbf" + COMMENTED.replace("\n", "\r\n").encode(),
        "standard.yaml": HEAD.encode(),
    }
    before = read_standard(MemoryFolder(files))
    items = (replace(before.items[0], level="z"), *before.items[1:])
    changed = updated_files(files, before, replace(before, items=items))["01-a.yaml"]
    assert changed == files["01-a.yaml"].replace(b"level: x ", b"level: z ")


def test_an_item_without_a_domain_is_refused() -> None:
    with pytest.raises(ValueError, match="no domain"):
        new_files(Standard(items=(Item(id="a", name="b"),), title="t", jurisdiction="j"))


def test_a_file_changed_meanwhile_stops_the_writing(tmp_path: Path) -> None:
    standard = read_standard(ROOT / "data" / "yiwu" / "2021")
    write(tmp_path / "new", new_files(standard), {})
    before = files_of(tmp_path / "new")
    (tmp_path / "new" / "standard.yaml").write_text("title: 别人\n", encoding="utf-8")
    with pytest.raises(ChangedError):
        write(tmp_path / "new", {"standard.yaml": b"title: mine\n"}, before)
    assert (tmp_path / "new" / "standard.yaml").read_text(encoding="utf-8") == "title: 别人\n"


KILLED = """
import sys
from pathlib import Path
from yiwu_diff.standard.writer import write
folder, size = Path(sys.argv[1]), int(sys.argv[2])
names = [f"{n:02}-d.yaml" for n in range(1, 12)] + ["standard.yaml"]
old = {name: path.read_bytes() for name in names if (path := folder / name).exists()}
print("ready", flush=True)
turn = 0
while True:
    turn += 1
    new = {name: (b"%d\\n" % turn) * size for name in names}
    write(folder, new, old)
    old = new
"""


def test_killed_at_any_moment_no_half_file_is_left(tmp_path: Path) -> None:
    chance, size = random.Random(6), 20_000
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(tmp_path), str(size)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0.0, 0.08))
        process.kill()
        assert process.wait() == -signal.SIGKILL
        process.stdout.close()
        files = [path for path in tmp_path.iterdir() if not path.name.startswith(".")]
        for path in files:
            lines = path.read_bytes().split(b"\n")
            assert len(lines) == size + 1
            assert len(set(lines[:-1])) == 1
