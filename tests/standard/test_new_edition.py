"""standard.yaml of a new edition, out of that of an old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.standard.folders import MemoryFolder
from yiwu_diff.standard.new_edition import is_name, make
from yiwu_diff.standard.reader import read_standard

ITEMS = "domain: 甲\nitems:\n  - {id: a, name: 子, level: 丑, basis: quoted}\n"
HEAD = """\
# 头
title: 义乌市标准（2021年版）
jurisdiction: yiwu
name: 义乌市
edition: "2021"   # 版本
builds_on:
  - jinhua@2021   # 近
  - zhejiang@2021
"""
REST = """\
# 旧版的部门
agencies: [甲局, 乙局]

# 旧版的总数
declared:
  domains: 1
# 旧版的来源
sources:
  - title: 旧
    basis: quoted
"""
KNOWN = {"jinhua": ["2021", "2026-draft"], "yiwu": ["2021"]}


def read(text: str) -> object:
    folder = MemoryFolder({"standard.yaml": text.encode(), "01-a.yaml": ITEMS.encode()})
    return read_standard(folder)


def made(text: str, edition: str = "2026", known: dict[str, list[str]] = KNOWN) -> str:
    found = make(text.encode(), read(text), edition, known)  # type: ignore[arg-type]
    again = read(found.data.decode())
    assert again.edition == edition  # type: ignore[attr-defined]
    assert again.declared.items is None  # type: ignore[attr-defined]
    assert again.agencies == ()  # type: ignore[attr-defined]
    return found.data.decode()


def test_what_holds_stays_and_what_does_not_is_cleared() -> None:
    text = made(HEAD + REST)
    head = HEAD.replace("（2021年版）", "（2026年版）").replace('"2021"', '"2026"')
    head = head.replace("jinhua@2021", "jinhua@2026-draft")
    assert text.replace(" ", "").startswith(head.replace(" ", ""))
    assert "旧版的" not in text
    assert text.endswith(
        "# 联合印发的部门：新版印发前重写。\n"
        "agencies: []\n"
        "\n"
        "# declared（标准自述的总数）：新版定稿时重写，"
        "如 {domains: 11, services: 25, items: 99}。\n"
        "# 来源：新版的来源逐份列出；文字全部改定后删去旧版这一份。\n"
        "sources:\n"
        "  - title: 义乌市标准（2021年版）\n"
        "    basis: quoted\n"
        "    note: 新版由 yiwu@2021 复制而来，未改的文字出自此版。\n"
    )


def test_a_file_without_these_keys_gets_its_source() -> None:
    text = made(HEAD)
    assert text.count("sources:") == 1
    assert "agencies" not in text


def test_written_in_brackets_and_windows_line_ends() -> None:
    flow = (
        "{title: \"标准：2021年版\", jurisdiction: yiwu, name: 义乌, edition: '2021', "
        "builds_on: [jinhua@2021], agencies: [甲], declared: {items: 3}, "
        "sources: [{title: 旧, basis: quoted}]}\n"
    )
    text = made(flow)
    assert "2026年版" in text
    assert "jinhua@2026-draft" in text
    windows = make(
        (HEAD + REST).replace("\n", "\r\n").encode(),
        read(HEAD + REST),
        "2026",
        KNOWN,  # type: ignore[arg-type]
    ).data
    assert windows.replace(b"\r\n", b"\n").decode() == made(HEAD + REST)
    assert b"\n" not in windows.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("title", "edition", "new", "expected"),
    [
        ("标准（2021年版）", "2021", "2026-draft", "标准（2026年版）"),
        ("标准（2021年版）", "2021", "草案", "标准（草案）"),
        ("标准 2021 年版", "2021", "2026", "标准 2026 年版"),
        ("标准", "2021", "2026", "标准"),
        ("试行标准", "试行", "2026", "2026标准"),
    ],
)
def test_the_title_names_the_new_edition(title: str, edition: str, new: str, expected: str) -> None:
    text = HEAD.replace("义乌市标准（2021年版）", title).replace('"2021"', f'"{edition}"')
    found = make(text.encode(), read(text), new, {})  # type: ignore[arg-type]
    assert found.title == expected
    assert found.titled == (expected != title)
    assert read(found.data.decode()).title == expected  # type: ignore[attr-defined]


def test_what_it_builds_on_is_told() -> None:
    found = make(HEAD.encode(), read(HEAD), "2026", KNOWN)  # type: ignore[arg-type]
    assert [tuple(one) for one in found.above] == [
        ("jinhua@2021", "jinhua@2026-draft", True),
        ("zhejiang@2021", "zhejiang@2021", False),
    ]


def test_two_of_one_place_become_one() -> None:
    text = HEAD.replace("zhejiang@2021", "jinhua@2015")
    found = make(text.encode(), read(text), "2026", KNOWN)  # type: ignore[arg-type]
    assert read(found.data.decode()).builds_on == ("jinhua@2026-draft",)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["2026", "2026-draft", "2026.1", "征求意见稿", "v2"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".x", "-x", "~x", "a b", "a/b", "a\\b", "a:b", "a@b", "a.", "x" * 61]
)
def test_no_names(name: str) -> None:
    assert not is_name(name)


@given(st.text(min_size=1, max_size=12).filter(is_name))
def test_any_name_makes_an_edition_that_reads(name: str) -> None:
    assert Path(name).name == name
    made(HEAD + REST, name)
