"""One dataset file in two versions: nothing that differs may be hidden."""

from __future__ import annotations

import pytest

from yiwu_diff.report.git_diff import Version, render
from yiwu_diff.report.options import Options

PATH = "data/yiwu/2021/01-childcare.yaml"
TEXT = """\
domain: 幼有所育
services:
  - service: 优孕优生服务
    items:
      - id: a
        name: 孕产妇健康服务
        content: 提供产前检查，由专业人员负责办理。每年至少开展4次指导。
        level: 管理率达到97%以上。
        lead: 市卫生健康局
        basis: quoted
      - id: b
        name: 基本避孕服务
        basis: named
      - id: c
        name: 预防接种
        content: 免费接种疫苗。
        basis: quoted
"""


def shown(new: str, old: str = TEXT, lang: str = "zh") -> str:
    options = Options(width=100, lang="zh" if lang == "zh" else "en")
    return render(
        Version(PATH, old.encode()), Version(PATH, new.encode()), options, lambda item: None
    )


@pytest.mark.parametrize(
    ("was", "is_", "wanted"),
    [
        # A reword beside a labelled change is shown as well.
        (
            "由专业人员负责办理。每年至少开展4次",
            "由专门人员负责办理。每年至少开展2次",
            "由专【-业】【+门】人员",
        ),
        ("市卫生健康局", "市卫健局", "市卫【-生健康】【+健】局"),
        ("免费接种疫苗。", "免费接种疫苗", "【-。】"),
        ("id: c", "id: d", "预防接种 (d)  新增"),
        ("name: 预防接种", "name: 预防接种服务", "原名 预防接种"),
        ("优孕优生服务", "优生服务", "服务类别  优孕优生服务 → 优生服务"),
        ("幼有所育", "幼有善育", "领域  幼有所育 → 幼有善育"),
        (
            "疫苗。\n        basis: quoted",
            "疫苗。\n        basis: official",
            "起草说明引述 → 官方文本",
        ),
        ("basis: named", "aliases: [避孕]\n        basis: named", "别名  （无） → 避孕"),
        (
            "basis: named",
            "content: 免费发放药具。\n        basis: quoted",
            "未比对（没有文本）",
        ),
        (
            "        content: 免费接种疫苗。\n        basis: quoted",
            "        basis: named",
            "【-免费接种疫苗。】",
        ),
        ("以上", "以上，并公开结果", "【+，并公开结果】"),
    ],
)
def test_every_difference_is_shown(was: str, is_: str, wanted: str) -> None:
    assert TEXT.count(was) == 1
    assert wanted in shown(TEXT.replace(was, is_))


def test_a_harmless_difference_is_called_so() -> None:
    out = shown(TEXT.replace("免费接种疫苗。", "免费接种疫苗"))
    assert "只有文字或其他差别 1" in out
    assert "预防接种 (c)  只有本地化或文字差别" in out


def test_items_in_another_order() -> None:
    start = TEXT.index("      - id: b")
    middle = TEXT.index("      - id: c")
    out = shown(TEXT[:start] + TEXT[middle:] + TEXT[start:middle])
    assert "项目的顺序有调整" in out


def test_items_that_come_and_go() -> None:
    out = shown(TEXT[: TEXT.index("      - id: c")])
    assert "缺项 1\n" in out
    assert "只就本文件而言" in out
    assert "- 免费接种疫苗。" in out
    out = shown(TEXT, TEXT[: TEXT.index("      - id: c")])
    assert "新增 1\n" in out
    assert "+ 免费接种疫苗。" in out


def test_a_text_that_moved_within_its_item() -> None:
    moved = TEXT.replace("每年至少开展4次指导。", "").replace(
        "97%以上。", "97%以上。每年至少开展4次指导。"
    )
    out = shown(moved)
    assert "【-每年至少开展4次指导。】" in out
    assert "【+每年至少开展4次指导。】" in out


def test_in_english() -> None:
    out = shown(TEXT.replace("97%", "90%"), lang="en")
    assert "lowered 1" in out
    assert "[-97%-][+90%+]" in out


def test_the_same_twice_gives_the_head_alone() -> None:
    assert shown(TEXT) == f"diff --yiwu-diff {PATH}\n\n"


def test_other_yaml_is_shown_as_it_is() -> None:
    sides = [Version("data/other.yaml", data) for data in (b"a: 1  # x\n", b"a: 1  # y\n")]
    out = render(*sides, Options(), lambda item: None)
    assert "-a: 1  # x\n+a: 1  # y\n" in out
