"""What keeps a run quick and its findings the same, checked without a clock."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from yiwu_diff import Item, compare_items

ROOT = Path(__file__).parent.parent.parent
# Each of them costs more than reading and comparing the shipped data.
HEAVY = {
    *("rich", "openpyxl", "docx", "lxml", "deepdiff", "pydantic", "numpy", "jinja2", "asyncio"),
    "importlib.metadata",
}


def run(code: str, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | env,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def test_a_comparison_imports_nothing_heavy():
    code = (
        "import sys, io, json\n"
        "from yiwu_diff.cli.main import run\n"
        "out, sys.stdout = sys.stdout, io.StringIO()\n"
        f"code = run(['diff', 'jinhua@2021', 'yiwu@2021', '--data', {str(ROOT / 'data')!r}])\n"
        "assert code == 0, code\n"
        "json.dump(sorted(sys.modules), out)\n"
    )
    modules = set(json.loads(run(code)))
    assert "yiwu_diff.compare.engine" in modules
    assert not modules & HEAVY
    assert not {name for name in modules if name.startswith("yiwu_diff.note")}


PAIR = (
    "对孕产妇、儿童提供康复训练、健康检查和健康教育，每年4次；对老年人、儿童提供健康教育、训练指导。",
    "对儿童、老年人提供训练、检查指导，每年随访2次；对孕产妇提供健康检查和康复指导，定期随访。",
)


def test_every_run_finds_the_same():
    """Python orders sets of words differently in each run: nothing may hang on that."""
    code = (
        "from yiwu_diff import Item, compare_items\n"
        f"old, new = {PAIR!r}\n"
        "found = compare_items(Item(content=old, level=new), Item(content=new, level=old))\n"
        "print([(c.kind, c.base, c.target, c.fingerprint) for c in found.changes])\n"
    )
    assert len({run(code, PYTHONHASHSEED=str(seed)) for seed in range(4)}) == 1


def test_what_is_too_long_to_be_read_is_dropped_and_added_for_somebody_to_look_at():
    old, new = (
        "".join(f"每年为第{n}类老年人提供{n}次{word}。" for n in range(1500))
        for word in ("体检", "随访")
    )
    found = compare_items(Item(content=old), Item(content=new))
    assert found.labels == {"narrowed", "supplemented"}
    assert not any(change.sure for change in found.changes)
    back = compare_items(Item(content=new), Item(content=old))
    assert back.labels == {"narrowed", "supplemented"}
    assert compare_items(Item(content=old), Item(content=old)).labels == {"unchanged"}
    lead = compare_items(Item(lead="民政局、" * 2000), Item(lead="教育局、" * 2000))
    assert lead.labels == {"reassigned"}
    assert not any(change.sure for change in lead.changes)


@pytest.mark.parametrize("name", ["区" * 60 + "甲", "教育" * 400, "民政和" * 400, "一" * 4000])
def test_no_name_of_an_office_takes_for_ever(name):
    """Each of these took exponential time, or more calls than Python allows, once."""
    found = compare_items(Item(content=f"由{name}民政局负责"), Item(content=f"由{name}教育局负责"))
    assert found.labels
