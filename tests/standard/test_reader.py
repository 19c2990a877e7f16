from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yiwu_diff.standard.model import BASES, FIELDS, Declared, Place, Source
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import read_items, read_standard
from yiwu_diff.standard.yaml_nodes import MAX_BYTES

Write = Callable[..., Path]

HEAD = """\
title: 标准
jurisdiction: yiwu
name: 义乌市
edition: "2021"
"""
ITEM = """\
domain: 幼有所育
items:
  - id: a
    name: 甲
    content: 内容
    basis: quoted
"""


def problems_of(folder: Path) -> tuple[list[str], list[str]]:
    """All problems, in English and Chinese."""
    with pytest.raises(ReadError) as error:
        read_standard(folder)
    return error.value.text("en").splitlines(), error.value.text("zh").splitlines()


def test_everything_that_a_file_says_is_in_the_standard(write: Write) -> None:
    folder = write(
        {
            "01-childcare.yaml": """\
domain: 幼有所育
services:
  - service: 优孕优生服务
    items:
      - id: maternal-health
        name: 孕产妇健康服务
        audience: 孕产妇。
        content: |
          产前检查。
          产后访视。
        level: '5 次'
        funding: 市财政
        lead: 市卫健局
        basis:
          audience: official
          content: quoted
          level: reconstructed
          funding: quoted
          lead: quoted
        aliases: [孕产妇保健, "12333"]
items:
  - id: other
    name: 其他
    basis: named
""",
            "11-convenience.yaml": "domain: 事有所便\nservices: [{service: 服务, items: "
            "[{id: air, name: 环境质量, level: 97%以上, basis: quoted}]}]\n",
            "note.yaml": "anything: [",
            "decisions.yaml": "",
            "justifications.yaml": "",
            ".hidden.yaml": "x",
            "README.md": "x",
        },
        head=HEAD
        + """\
level: county
builds_on: [jinhua@2021, zhejiang@2021]
agencies: []
declared: {domains: 11, items: 099}
sources:
  - title: 起草说明
    basis: quoted
    file: seed/note.txt
    sha256: """
        + "aB" * 32
        + "\n",
    )
    standard = read_standard(folder)
    assert standard.ref == "yiwu@2021"
    assert (standard.title, standard.name, standard.level) == ("标准", "义乌市", "county")
    assert standard.builds_on == ("jinhua@2021", "zhejiang@2021")
    assert standard.agencies == ()
    assert standard.declared == Declared(domains=11, items=99)
    assert standard.sources == (
        Source(title="起草说明", basis="quoted", file="seed/note.txt", sha256="aB" * 32),
    )
    assert standard.place == Place("d/standard.yaml", 1, 1)
    assert standard.domains == ("幼有所育", "事有所便")

    first, other, air = standard.items
    assert (first.id, first.name) == ("maternal-health", "孕产妇健康服务")
    assert (first.domain, first.service) == ("幼有所育", "优孕优生服务")
    assert first.content == "产前检查。\n产后访视。"
    assert first.level == "5 次"
    assert first.aliases == ("孕产妇保健", "12333")
    assert first.basis == {
        "name": "reconstructed",
        "audience": "official",
        "content": "quoted",
        "level": "reconstructed",
        "funding": "quoted",
        "lead": "quoted",
    }
    file = "d/01-childcare.yaml"
    assert first.places["item"] == Place(file, 5, 9)
    assert first.places["name"] == Place(file, 6, 15)
    assert first.places["content"] == Place(file, 8, 18)
    assert first.places["lead"] == Place(file, 13, 15)
    assert set(first.places) == {"item", "name", *FIELDS}
    assert (other.domain, other.service, other.has_text) == ("幼有所育", None, False)
    assert other.basis == {"name": "named"}
    assert air.basis == {"name": "quoted", "level": "quoted"}


def test_the_basis_of_a_name_may_be_told_apart(write: Write) -> None:
    text = ITEM.replace("basis: quoted", "basis: {name: official, content: reconstructed}")
    item = read_standard(write({"01-a.yaml": text})).items[0]
    assert item.basis == {"name": "official", "content": "reconstructed"}


# Each case is a change to the good files: (file, replaced, by), then what is told of this file.
A, S = "01-a.yaml", "standard.yaml"
ITEMS = ITEM[ITEM.index("items") :]
CASES = [
    # Keys
    (A, "content:", "服务内容:", ["5:5 unknown key “服务内容”; did you mean content?"]),
    (A, "content:", "contents:", ["5:5 unknown key “contents”; did you mean content?"]),
    (A, "content:", "zzz:", ["5:5 unknown key “zzz”; known here: id, name,"]),
    (
        A,
        "domain:",
        "领域:",
        ["1:1 unknown key “领域”; did you mean domain?", "1:1 domain is missing"],
    ),
    (A, "id: a\n    ", "", ["3:5 id is missing"]),
    (A, "    name: 甲\n", "", ["3:5 name is missing"]),
    (A, "    basis: quoted\n", "", ["3:5 basis is missing"]),
    (A, ITEMS, "", ["1:1 services or items is missing"]),
    (
        A,
        "    name: 甲\n",
        "    name: 甲\n    name: 乙\n",
        ["5:5 the key “name” is there twice, first at line 4 column 5"],
    ),
    (S, "title:", "标题:", ["1:1 unknown key “标题”; did you mean title?", "1:1 title is missing"]),
    (S, "name: 义乌市\n", "", ["1:1 name is missing"]),
    # Texts
    (
        S,
        '"2021"',
        "2021",
        ['4:10 edition has to be a text, here is a number; put it in quotes: "2021"'],
    ),
    (A, "id: a", "id: 01", ['3:9 id has to be a text, here is a number; put it in quotes: "01"']),
    (A, "name: 甲", "name: true", ["4:11 name has to be a text, here is true or false"]),
    (A, "内容", "2021-05-16", ["5:14 content has to be a text, here is a date"]),
    (A, "content: 内容", "content:", ["5:5 content is empty"]),
    (A, "content: 内容", "content: ~", ["5:14 content is empty"]),
    (A, "content: 内容", "content: '　 '", ["5:5 content is empty"]),
    (A, "content: 内容", "content: [甲, 乙]", ["5:14 content has to be a text, here is a list"]),
    (A, "content: 内容", "content: {甲: 乙}", ["5:14 content has to be a text, here is a mapping"]),
    (A, "内容", '"a\\u0007"', ["5:14 the text holds the control character U+0007"]),
    (A, "内容", "内\x1b容", ["5:15 an invisible control character U+001B"]),
    # Lists and records
    (A, "    basis", "    aliases: 乙\n    basis", ["6:14 aliases has to be a list; write [a, b]"]),
    (A, "    basis", "    aliases:\n    basis", ["6:5 aliases has to be a list; write [a, b]"]),
    (
        A,
        "    basis",
        "    aliases: [1, 乙]\n    basis",
        ["6:15 aliases has to be a text, here is a number"],
    ),
    (A, ITEMS, "items:", ["2:1 items has to be a list of at least one"]),
    (A, ITEMS, "items: []", ["2:8 items has to be a list of at least one"]),
    (A, ITEMS, "items: {a: b}", ["2:8 items has to be a list of at least one"]),
    (A, ITEMS, "items: [甲]", ['2:9 here belongs: one service item; write it as "key: value"']),
    (
        A,
        ITEMS,
        "items:\n  - name：甲",
        ['3:5 here belongs: one service item; after a key write ": "'],
    ),
    (A, ITEMS, "services:\n  - service: 服务", ["3:5 items is missing"]),
    (A, ITEM, "- a\n", ["1:1 here belongs: one domain"]),
    # Words, numbers, forms
    (
        A,
        "quoted",
        "quote",
        ["6:12 basis cannot be “quote”; did you mean quoted? write one of official"],
    ),
    (A, "quoted", "官方文本", ["6:12 basis cannot be “官方文本”; did you mean official?"]),
    (A, "quoted", "[quoted]", ["6:12 basis has to be a text, here is a list"]),
    (S, "edition", "level: 县\nedition", ["4:8 level cannot be “县”; did you mean county?"]),
    (S, "edition", "declared: 99\nedition", ["4:11 here belongs: the totals"]),
    (S, "edition", "declared:\nedition", ["4:1 here belongs: the totals"]),
    (
        S,
        "edition",
        "declared: {items: '99'}\nedition",
        ["4:19 items has to be a whole number without quotes"],
    ),
    (S, "edition", "declared: {items: -1}\nedition", ["4:19 items has to be a whole number"]),
    (
        S,
        "edition",
        "declared: {items: 1.5, domains: [1]}\nedition",
        ["4:19 items has to be", "4:33 domains has to be"],
    ),
    (
        S,
        "edition",
        "sources: [{title: x, basis: quoted, sha256: abc}]\nedition",
        ["4:45 sha256 “abc” is not well formed"],
    ),
    (
        S,
        "edition",
        "sources: [{file: x}]\nedition",
        ["4:11 title is missing", "4:11 basis is missing"],
    ),
    (S, "yiwu", "yi wu", ["2:15 jurisdiction “yi wu” is not well formed"]),
    # The basis and its texts
    (A, "quoted", "named", ["6:12 the basis is named, yet there is content"]),
    (A, "quoted", "{content: named}", ["6:22 content has a text, so its basis cannot be named"]),
    (
        A,
        "quoted",
        "{content: quoted, level: quoted}",
        ["6:30 there is a basis for level but no text"],
    ),
    (A, "quoted", "{name: quoted}", ["5:5 content has no basis"]),
    (A, "quoted", "{content: x}", ["6:22 content cannot be “x”; write one of official"]),
    (
        A,
        "quoted",
        "{服务内容: quoted}",
        ["5:5 content has no basis", "6:13 unknown key “服务内容”; did you mean content?"],
    ),
    # Twice
    (
        A,
        "    basis: quoted\n",
        "    basis: quoted\n  - {id: a, name: 乙, basis: named}\n",
        ["7:10 id “a” is there twice, first at d/01-a.yaml:3:9"],
    ),
    (
        A,
        "    basis: quoted\n",
        "    basis: quoted\n  - {id: b, name: 甲, basis: named}\n",
        ["7:19 name “甲” is there twice, first at d/01-a.yaml:4:11"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), CASES)
def test_what_is_wrong_is_told_with_its_place_and_mend(
    write: Write, file: str, old: str, new: str, told: list[str]
) -> None:
    files = {"standard.yaml": HEAD, "01-a.yaml": ITEM}
    assert old in files[file]
    files[file] = files[file].replace(old, new, 1)
    english, chinese = problems_of(write(files, head=None))
    assert len(english) == len(told), english
    for line, wanted in zip(english, told, strict=True):
        place, _, message = wanted.partition(" ")
        assert line.startswith(f"d/{file}:{place}: {message}")
    for line, wanted in zip(chinese, told, strict=True):
        assert line.startswith(f"d/{file}:{wanted.partition(' ')[0]}: ")
        assert any("\u4e00" <= char <= "\u9fff" for char in line)
        assert "；" in line or "请" in line


def test_ids_names_and_domains_are_looked_for_in_all_files(write: Write) -> None:
    english, chinese = problems_of(write({"01-a.yaml": ITEM, "02-b.yaml": ITEM}))
    assert [line.split(";")[0] for line in english] == [
        "d/02-b.yaml:1:9: domain “幼有所育” is there twice, first at d/01-a.yaml:1:9",
        "d/02-b.yaml:3:9: id “a” is there twice, first at d/01-a.yaml:3:9",
        "d/02-b.yaml:4:11: name “甲” is there twice, first at d/01-a.yaml:4:11",
    ]
    assert "前一个在 d/01-a.yaml:1:9" in chinese[0]


def test_all_problems_of_all_files_are_told_at_once(write: Write) -> None:
    folder = write(
        {
            "01-a.yaml": "domain: [",
            "02-b.yaml": ITEM.replace("name", "nam"),
            "03-c.yaml": "领域".encode("gbk"),
            "notes.yaml": "x",
            "4-d.yaml": ITEM,
            "05-e.yml": ITEM,
        },
        head=HEAD.replace('"2021"', "2021"),
    )
    english, chinese = problems_of(folder)
    assert [line.split(": ")[0] for line in english] == [
        "d/01-a.yaml:1:10",
        "d/02-b.yaml:3:5",
        "d/02-b.yaml:4:5",
        "d/03-c.yaml:1:1",
        "d/05-e.yml",
        "d/4-d.yaml",
        "d/notes.yaml",
        "d/standard.yaml:4:10",
    ]
    assert "name a domain file like 01-childcare.yaml" in english[4]
    assert "decisions.yaml" in english[6]
    assert "两位数字-名称.yaml" in chinese[4]


def test_a_hopeless_file_is_cut_short(write: Write) -> None:
    lines = "".join(f"zzz{n}: x\n" for n in range(20_000))
    english, _ = problems_of(write({"01-a.yaml": ITEM + lines}))
    assert len(english) == 201
    assert "19800 more problems are not listed" in english[0]


def test_a_standard_without_items_is_an_error(write: Write) -> None:
    english, chinese = problems_of(write({}))
    assert english == [
        "d: there is no item at all; write items into a domain file such as 01-childcare.yaml"
    ]
    assert chinese[0].startswith("d: 没有任何项目；")


def test_a_folder_that_is_none(write: Write) -> None:
    folder = write({"01-a.yaml": ITEM, "settings.yaml": "x"}, head=None)
    english, chinese = problems_of(folder)
    assert english[0].startswith("d: the folder holds no standard.yaml; name the folder")
    assert len(english) == 1
    assert "没有 standard.yaml" in chinese[0]
    english, _ = problems_of(Path("nowhere"))
    assert english == ["nowhere: there is no such folder; check the path"]
    english, _ = problems_of(folder / "01-a.yaml")
    assert english[0].startswith("d/01-a.yaml: this is not a folder")


def test_a_huge_file_is_refused_by_its_size_alone(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"01-a.yaml": ITEM, "02-b.yaml": ""})
    with (folder / "02-b.yaml").open("r+b") as file:
        file.truncate(50 * 1024 * 1024)
    read_bytes = Path.read_bytes

    def read_small(path: Path) -> bytes:
        assert path.stat().st_size <= MAX_BYTES
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read_small)
    english, chinese = problems_of(folder)
    assert english == [
        "d/02-b.yaml: the file has 50.0 MiB, the limit is 8 MiB; check that it is the right "
        "file, and write one file per domain"
    ]
    assert "50.0 MiB" in chinese[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_or_folder_in_place_of_a_file_does_not_block(write: Write) -> None:
    folder = write({"01-a.yaml": ITEM})
    os.mkfifo(folder / "02-b.yaml")
    (folder / "03-c.yaml").mkdir()
    (folder / "04-d.yaml").symlink_to("nowhere")
    english, chinese = problems_of(folder)
    assert [line.split(";")[0] for line in english[:2]] == [
        "d/02-b.yaml: this is not a regular file",
        "d/03-c.yaml: this is not a regular file",
    ]
    assert english[2].startswith("d/04-d.yaml: cannot be read (")
    assert "无法读取" in chinese[2]


def test_a_folder_must_hold_what_its_place_says(write: Write) -> None:
    folder = write({"01-a.yaml": ITEM})
    assert read_standard(folder, expect=("yiwu", "2021")).ref == "yiwu@2021"
    with pytest.raises(ReadError) as error:
        read_standard(folder, expect=("yiwu", "2025"))
    assert error.value.text("en") == (
        "d/standard.yaml:5:10: edition is “2021”, but the folder is named “2025”; "
        "make them the same"
    )


def test_files_are_named_as_the_user_would(write: Write, tmp_path: Path) -> None:
    write({"01-a.yaml": ITEM}, "data/yiwu/2021")
    inner = tmp_path / "inner"
    inner.mkdir()
    for folder, named in [
        (Path("data/yiwu/2021"), "data/yiwu/2021/01-a.yaml"),
        (Path("./data/../data/yiwu/2021"), "data/../data/yiwu/2021/01-a.yaml"),
        (tmp_path / "data/yiwu/2021", "data/yiwu/2021/01-a.yaml"),
    ]:
        assert read_standard(folder).items[0].places["item"].file == named
    os.chdir(tmp_path / "data/yiwu/2021")
    assert read_standard(Path()).items[0].places["item"].file == "01-a.yaml"
    os.chdir(inner)
    named = (tmp_path / "data/yiwu/2021/01-a.yaml").as_posix()
    assert read_standard(tmp_path / "data/yiwu/2021").items[0].places["item"].file == named


class Memory:
    """A folder in memory; hands its names out in an order of its own."""

    shown = "mem"

    def __init__(self, files: dict[str, bytes], order: list[str] | None = None) -> None:
        self.files = files
        self.order = order or list(files)

    def names(self) -> list[str]:
        return self.order

    def shown_file(self, name: str) -> str:
        return f"mem/{name}"

    def read(self, name: str) -> bytes:
        return self.files[name]


def test_the_order_of_the_files_on_disk_does_not_matter() -> None:
    files = {"standard.yaml": HEAD.encode()}
    for n in range(1, 12):
        item = {"id": f"i{n}", "name": f"n{n}", "basis": "named"}
        files[f"{n:02}-x.yaml"] = json.dumps({"domain": f"d{n}", "items": [item]}).encode()
    expected = read_standard(Memory(files))
    assert [item.id for item in expected.items] == [f"i{n}" for n in range(1, 12)]
    for seed in range(5):
        order = list(files)
        random.Random(seed).shuffle(order)
        assert read_standard(Memory(files, order)) == expected


PRINTED = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
TEXT = st.text(PRINTED, min_size=1).filter(lambda text: text.strip() == text and bool(text))


@given(
    name=TEXT,
    fields=st.dictionaries(st.sampled_from(FIELDS), st.tuples(TEXT, st.sampled_from(BASES[:3]))),
    aliases=st.lists(TEXT, max_size=3),
)
def test_values_come_back_as_they_were_written(
    name: str, fields: dict[str, tuple[str, str]], aliases: list[str]
) -> None:
    basis: dict[str, str] = {"name": "named", **{key: word for key, (_, word) in fields.items()}}
    written = {key: text for key, (text, _) in fields.items()}
    record = {"id": "i", "name": name, **written, "aliases": aliases, "basis": basis}
    text = json.dumps({"domain": name, "items": [record]}, ensure_ascii=False)
    files = {"standard.yaml": HEAD.encode(), "01-a.yaml": text.encode()}
    item = read_standard(Memory(files)).items[0]
    assert (item.name, item.domain, item.aliases) == (name, name, tuple(aliases))
    assert {key: item.text(key) for key in FIELDS if item.text(key) is not None} == written
    assert item.basis == basis


SCALARS = st.sampled_from(
    ["", "~", "1", "甲", "quoted", "named", "[]", "{}", "[甲]", "{a: b}", "'"]
)
KEYS = st.sampled_from(
    ["domain", "services", "service", "items", "id", "name", "basis", "aliases", "content", "x"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=15,
)
FILES = st.lists(st.tuples(KEYS, VALUES), max_size=5).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)


@given(head=FILES | st.just(HEAD) | st.text(), domain=FILES | st.text())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_raises_anything_but_a_read_error(head: str, domain: str) -> None:
    files = {"standard.yaml": head.encode(), "01-a.yaml": domain.encode()}
    try:
        read_standard(Memory(files))
    except ReadError as error:
        assert error.problems
        assert error.text("zh")
        assert error.text("en")


DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    "folder", sorted(file.parent for file in DATA.glob("*/*/standard.yaml")), ids=str
)
def test_the_shipped_data_can_be_read(folder: Path) -> None:
    standard = read_standard(folder, expect=(folder.parent.name, folder.name))
    assert standard.items


def test_the_items_of_a_single_file() -> None:
    text = (
        "domain: 幼有所育\nitems:\n  - id: maternal-health\n    name: 孕产妇健康服务\n"
        "    basis: named\n"
    )
    found = read_items(text.encode(), "x/01-a.yaml")
    assert [item.id for item in found] == ["maternal-health"]
    assert str(found[0].places["item"]).startswith("x/01-a.yaml:3:")
    with pytest.raises(ReadError) as told:
        read_items(text.replace("name:", "nmae:").encode(), "01-a.yaml")
    assert len(told.value.problems) == 2
