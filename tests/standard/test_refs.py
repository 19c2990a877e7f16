from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.refs import Ref, known_refs, load, parse_ref, resolve

Write = Callable[..., Path]

HEAD = "title: t\njurisdiction: {}\nname: {}\nedition: '{}'\n"
ITEMS = {"01-a.yaml": "domain: d\nitems: [{id: a, name: 甲, basis: named}]\n"}
ROOT = Path("data")


@pytest.fixture
def data(write: Write) -> Path:
    for code, name, edition in [
        ("yiwu", "义乌市", "2021"),
        ("yiwu", "义乌市", "2025"),
        ("jinhua", "金华市", "2021"),
    ]:
        write(ITEMS, f"data/{code}/{edition}", head=HEAD.format(code, name, edition))
    return ROOT


def told(ref: str, root: Path = ROOT) -> tuple[str, str]:
    with pytest.raises(ReadError) as error:
        load(ref, root)
    return error.value.text("en"), error.value.text("zh")


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("yiwu", Ref("yiwu")),
        (" yiwu@2021 ", Ref("yiwu", "2021")),
        ("yiwu@", Ref("yiwu", "")),
        ("git:HEAD~1:yiwu@2021", Ref("yiwu", "2021", "HEAD~1")),
        ("git:main:data/a@b/2021", Ref("data/a@b/2021", None, "main")),
        ("./yiwu", Ref("./yiwu")),
        ("..", Ref("..")),
        (r"data\yiwu", Ref(r"data\yiwu")),
    ],
)
def test_refs_are_taken_apart(text: str, ref: Ref) -> None:
    assert parse_ref(text) == ref


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("yiwu", "yiwu@2025"),
        ("yiwu@2021", "yiwu@2021"),
        ("jinhua", "jinhua@2021"),
        ("义乌", "yiwu@2025"),
        ("义乌市@2021", "yiwu@2021"),
        ("data/yiwu/2021", "yiwu@2021"),
        ("./data/yiwu/2021/", "yiwu@2021"),
        ("data/yiwu/2021/standard.yaml", "yiwu@2021"),
        ("mine", "draft@2025"),
        ("mine@home", "draft@2025"),
    ],
)
def test_a_ref_names_a_standard(data: Path, write: Write, ref: str, found: str) -> None:
    for folder in ("mine", "mine@home"):
        write(ITEMS, folder, head=HEAD.format("draft", "草案", "2025"))
    assert load(ref, data).ref == found


def test_a_jurisdiction_goes_before_a_folder_of_its_name(data: Path, write: Write) -> None:
    write(ITEMS, "yiwu", head=HEAD.format("other", "其他", "1"))
    assert load("yiwu", data).ref == "yiwu@2025"
    assert load("./yiwu", data).ref == "other@1"


def test_every_known_ref_is_listed(data: Path) -> None:
    assert known_refs(data) == ["jinhua@2021", "yiwu@2021", "yiwu@2025"]
    assert known_refs(Path("nowhere")) == []


def test_an_unknown_ref_is_answered_with_what_there_is(data: Path) -> None:
    known = "known: jinhua@2021, yiwu@2021, yiwu@2025; a folder may be named too"
    assert told("yiwv")[0] == f"there is no standard named “yiwv”; did you mean yiwu? {known}"
    assert told("Yiwu")[0] == f"there is no standard named “Yiwu”; did you mean yiwu? {known}"
    assert told("义务")[0] == f"there is no standard named “义务”; did you mean yiwu? {known}"
    assert told("beijing")[0] == f"there is no standard named “beijing”; {known}"
    assert told("yiwu@2026")[0].startswith("yiwu has no edition “2026”; did you mean yiwu@202")
    assert told("义乌@x")[0].startswith("yiwu has no edition “x”; did you mean yiwu@")
    assert told("yiwv")[1] == (
        "没有名为 “yiwv” 的标准；是否要写 yiwu？现有：jinhua@2021、yiwu@2021、yiwu@2025；"
        "也可以给出文件夹"
    )
    assert "holds no datasets" in told("yiwu", Path("nowhere"))[0]


def test_a_folder_without_a_standard_names_those_inside(data: Path) -> None:
    assert told("data/yiwu")[0] == (
        "data/yiwu: the folder holds no standard.yaml; did you mean data/yiwu/2021 or "
        "data/yiwu/2025?"
    )
    assert told("./data")[0].startswith("data: the folder holds no standard.yaml; name the folder")
    assert told("data/nowhere")[0] == "data/nowhere: there is no such folder; check the path"
    assert told("data/yiwu/2021/01-a.yaml")[0].startswith(
        "data/yiwu/2021/01-a.yaml: this is not a folder"
    )


def test_a_folder_of_the_catalog_must_hold_what_it_is_named_after(write: Write) -> None:
    write(ITEMS, "data/yiwu/2025", head=HEAD.format("yiwu", "义乌市", "2021"))
    assert told("yiwu")[0].startswith("data/yiwu/2025/standard.yaml:4:10: edition is “2021”")
    assert load("data/yiwu/2025", ROOT).edition == "2021"


def test_broken_files_do_not_hide_the_other_names(data: Path, write: Write) -> None:
    write(ITEMS, "data/broken/2021", head="name: [")
    write(ITEMS, "data/list/2021", head="name: [x]")
    write(ITEMS, "data/binary/2021", head=None)
    (data / "binary/2021/standard.yaml").write_bytes(b"\xff\xfe")
    assert load("义乌", data).ref == "yiwu@2025"


@pytest.mark.parametrize(
    "ref",
    ["", "  ", "-x", "--help", "@", "@2021", "..", "../..", "/", "//", "~", "*", "yiwu@../x",
     "a\0b", "a\nb", "\x1b[31m", "x" * 5000, "/" + "x" * 5000, "\ud800", "yiwu@2021@2021",
     "git:", "git::", "git:HEAD", "git:HEAD:", "git::yiwu", "git:-x:yiwu", "git:--all:yiwu",
     "git:HEAD\n:yiwu", "git:a b:yiwu", "git:HEAD:..", "git:HEAD:/", "C:\\x", "con"],
)  # fmt: skip
def test_odd_refs_are_harmless(data: Path, ref: str) -> None:
    english, chinese = told(ref)
    assert english.isprintable()
    assert chinese.isprintable()


@given(st.text(max_size=30) | st.text(st.sampled_from("git:@/.~-HEADyiwu2021 义乌"), max_size=20))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_ref_raises_anything_but_a_read_error(data: Path, ref: str) -> None:
    try:
        resolve(ref, data)
    except ReadError as error:
        assert error.text("zh").replace("\n", "").isprintable()


def test_what_is_seldom_needed_is_not_imported(data: Path) -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "from pathlib import Path; from yiwu_diff.standard.refs import load\n"
        "assert not any(name.startswith('ruamel') for name in sys.modules)\n"
        "load('yiwu', Path('data'))\n"
        "print(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    seldom = {"subprocess", "difflib", "importlib.resources", "pydantic", "msgspec", "json"}
    assert not seldom & set(done.stdout.split())
