"""A dataset file as lines of text: everything it says, and nothing of how it is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiwu_diff.report.readable import readable, sentences
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import read_items

ROOT = Path(__file__).parents[2]

DOMAIN = """\
domain: 幼有所育
services:
  - service: 优孕优生服务
    items:
      - id: maternal-health
        name: 孕产妇健康服务
        content: 免费建册；提供产前检查。做“三查。”再访视。
        lead: 市卫生健康局
        basis:
          name: quoted
          content: official
          lead: reconstructed
        aliases: [孕产妇保健, 孕妇服务]
"""


def test_a_domain_file() -> None:
    assert readable(DOMAIN.encode(), "a.yaml") == [
        "领域  幼有所育",
        "",
        "■ 优孕优生服务",
        "",
        "  ■ 孕产妇健康服务 (maternal-health)",
        "    服务内容  免费建册；",
        "    服务内容  提供产前检查。",
        "    服务内容  做“三查。”再访视。",
        "    牵头单位  市卫生健康局",
        "    依据",
        "      名称的依据  起草说明引述",
        "      服务内容  官方文本",
        "      牵头单位  据公开资料重构",
        "    别名  孕产妇保健",
        "    别名  孕妇服务",
    ]


def test_in_english_the_keys_are_those_of_the_file() -> None:
    lines = readable(DOMAIN.encode(), "a.yaml", "en")
    assert "    lead  市卫生健康局" in lines
    assert "    aliases  孕妇服务" in lines
    assert not any("服务内容" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "decisions:\n  - item: a\n    label: lowered\n    verdict: reject\n    reason: 误报\n",
            ["裁定", "", "■ a", "  标签  调低", "  裁定  否定", "  理由  误报"],
        ),
        (
            "title: 某市标准\njurisdiction: x\ndeclared:\n  items: 3\nagencies: []\n",
            ["标准全称  某市标准", "地区代号  x", "标准自述的总数", "  项目数  3"],
        ),
        (
            "totals:\n  items: 3\nlists:\n  - [a, b]\n",
            ["totals", "  items  3", "lists", "", "a", "b"],
        ),
        ("- 1\n- 2\n", ["1", "2"]),
        ("a: |\n  一\n  二\n", ["a  一", "a  二"]),
        ("a:\n", ["a"]),
    ],
)
def test_other_files(text: str, lines: list[str]) -> None:
    assert readable(text.encode(), "x.yaml") == lines


def test_a_record_without_its_name_loses_nothing() -> None:
    text = DOMAIN.replace("        name: 孕产妇健康服务\n", "")
    assert "    编号  maternal-health" in readable(text.encode(), "a.yaml")


def test_comments_order_of_bytes_and_layout_are_left_out() -> None:
    other = "# x\n" + DOMAIN.replace("domain: 幼有所育", 'domain:   "幼有所育"  # y')
    assert readable(other.encode(), "a") == readable(DOMAIN.encode(), "a")


@pytest.mark.parametrize("data", [b"a: [", b"a: 1\na: 2\n", b"", b"\xff\xfe", b'a: "\\x07"\n'])
def test_what_is_no_dataset_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        readable(data, "a.yaml")


def test_every_shipped_text_is_in_its_lines() -> None:
    """Whoever reads the lines has read the file."""
    for file in sorted((ROOT / "data").rglob("[01]*.yaml")):
        shown = ["".join(line.split()) for line in readable(file.read_bytes(), file.name)]
        joined = "".join(line.removeprefix("服务标准") for line in shown)
        for item in read_items(file.read_bytes(), file.name):
            for text in (item.name, item.id, item.domain, item.service, *item.aliases):
                assert text is None or "".join(text.split()) in joined
            for name in FIELDS:
                for sentence in sentences(item.text(name) or ""):
                    assert "".join(sentence.split()) in joined, (file, sentence)
