from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from page_reading import hostile, parse, rules
from samples import sample

from yiwu_diff.report.html_tags import clean
from yiwu_diff.report.markdown import render
from yiwu_diff.report.markdown_text import cell, deleted, inline, inserted, table
from yiwu_diff.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.report.options import GroupBy
    from yiwu_diff.report.words import Lang

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\u2060"), max_size=30)
# Characters that mean something in Markdown, and those around which its marks fail.
TRICKY = st.text(st.sampled_from("字a1 ，。（）《》*_~`|\\[]<>&#-+!@=.)：\n"), max_size=20)


@pytest.fixture(autouse=True)
def known_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.compare.rules.RULES", rules())


@pytest.mark.parametrize(
    ("name", "lang", "group_by"),
    [("label.zh", "zh", "label"), ("label.en", "en", "label"), ("domain.zh", "zh", "domain")],
)
def test_golden(
    name: str, lang: Lang, group_by: GroupBy, golden: Callable[[str, str], None]
) -> None:
    golden(f"markdown/{name}.md", render(sample(), Options(lang=lang, group_by=group_by)))


def test_an_item_stands_in_the_section_of_each_of_its_labels() -> None:
    text = render(sample(), Options())
    sections = re.findall(r"(?s)<summary><b>([^<（]+).*?</details>", text)
    labels = "新增 补充完善 调高 细化 缺项 调低 缩减 一致 未比对"
    assert " ".join(sections) == labels
    assert text.count(". 免费孕前优生健康检查\n") == 2
    # What takes something away is open, what gives is folded.
    assert "<details open>\n<summary><b>缺项" in text
    assert "<details>\n<summary><b>新增" in text


def test_the_summary_alone() -> None:
    text = render(sample(), Options(summary=True))
    assert "<details" not in text
    assert "| 未比对 | 2 |" in text


def test_hostile_texts_stay_texts() -> None:
    text = render(hostile(), Options())
    root = parse(GFM.render(text))
    allowed = "h1 h2 h4 p ul li blockquote table thead tbody tr th td strong s br details summary b"
    assert {node.name for node in root.all()} <= set(allowed.split())
    assert len(root.all("h1")) == 1
    assert len(root.all("details")) == text.count("<details")
    # Forges cut or refuse what is much longer.
    assert len(text) < 65_536
    assert "\x1b" not in text
    assert "\u202e" not in text


def plain(text: str) -> str:
    return " ".join(clean(text).split())


@given(WORDS | TRICKY)
def test_any_text_reads_the_same_in_a_line(text: str) -> None:
    shown = parse(GFM.render(f"- {inline(text)}\n")).text().replace("\u2060", "")
    assert plain(shown) == plain(text)


@given(WORDS | TRICKY, WORDS | TRICKY)
def test_any_text_reads_the_same_in_a_table(one: str, two: str) -> None:
    root = parse(GFM.render(table(["甲", "乙"], [[cell(one), cell(two)]])))
    shown = [_lines(node) for node in root.all("td")]
    assert shown == [plain(one), plain(two)]


@given(TRICKY, TRICKY, TRICKY)
def test_marks_work_beside_any_text(before: str, changed: str, after: str) -> None:
    for mark, name in ((inserted, "strong"), (deleted, "s")):
        row = "字" + cell(before) + mark(changed) + cell(after) + "字"
        root = parse(GFM.render(table(["甲"], [[row]])))
        if changed.strip():
            assert [plain(_lines(n)) for n in root.all(name)] == [plain(changed)]
        (found,) = root.all("td")
        assert "".join(_lines(found).split()) == "".join(f"字{before}{changed}{after}字".split())


def _lines(node: object) -> str:
    from page_reading import Node

    assert isinstance(node, Node)
    for one in node.all("br"):
        one.children.append(" ")
    return plain(node.text().replace("\u2060", ""))


def test_nobody_is_notified() -> None:
    assert "@\u2060zhang" in inline("联系 @zhang")
    assert inline("yiwu@2021") == "yiwu@2021"


def test_line_starts_mean_nothing() -> None:
    assert [inline(t) for t in ("# 一", "- 二", "3. 三", "=四", "> 五")] == [
        "\\# 一",
        "\\- 二",
        "3\\. 三",
        "\\=四",
        "&gt; 五",
    ]


def test_empty() -> None:
    empty = replace(sample(), items=())
    assert "没有可比对的项目" in render(empty, Options())
