from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from yiwu_diff.report.cells import width
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.options import Options
from yiwu_diff.report.terminal import render
from yiwu_diff.report.words import LANGS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.compare.model import Comparison

CASES = {
    "80": Options(),
    "160": Options(width=160),
    "80-en": Options(lang="en"),
    "80-color": Options(color=True),
    "80-side-by-side": Options(side_by_side=True),
    "120-side-by-side": Options(width=120, side_by_side=True),
    "80-by-domain": Options(group_by="domain"),
    "80-summary": Options(summary=True),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, comparison: Comparison, golden: Callable[[str, str], None]) -> None:
    golden(f"terminal/{name}.txt", render(comparison, CASES[name]))


@pytest.mark.parametrize("cells", [*range(40, 131, 3), 160, 200])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("abreast", [False, True])
def test_no_line_overflows(cells: int, lang: str, abreast: bool, comparison: Comparison) -> None:
    options = Options(width=cells, lang=lang, side_by_side=abreast)  # type: ignore[arg-type]
    for line in render(comparison, options).splitlines():
        assert width(line) <= cells, line
        assert line == line.rstrip()


def test_colour_changes_nothing_but_colour(comparison: Comparison) -> None:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", render(comparison, Options(color=True, width=160)))
    marked = render(comparison, Options(width=160))
    assert "92%97%以上" in plain
    assert "【-92%】【+97%以上】" in marked
    assert "\x1b" not in marked


def test_an_item_under_two_labels_shows_under_each_its_own_changes(
    comparison: Comparison,
) -> None:
    text = render(comparison, Options())
    supplemented = text.split("── 补充完善")[1].split("── ")[0]
    refined = text.split("── 细化")[1].split("── ")[0]
    assert "家庭教育指导" in supplemented
    assert "工作日" not in supplemented
    assert "工作日" in refined
    assert "家庭教育指导" not in refined


def test_doubt_is_shown(comparison: Comparison) -> None:
    text = render(comparison, Options())
    assert "deadline-added 待核" in text
    assert "配对待核 0.83" in text
    assert "2 处判断待核" in text


def test_every_word_is_in_both_languages() -> None:
    for key, (zh, en) in WORDS.items():
        names = [set(re.findall(r"\{(\w+)\}", text)) for text in (zh, en)]
        assert names[0] == names[1], key
        assert zh
        assert en


# -- empty results ---------------------------------------------------------------------------


def only(comparison: Comparison, *names: str) -> Comparison:
    return replace(comparison, items=tuple(e for e in comparison.items if e.name in names))


def test_equal(comparison: Comparison) -> None:
    text = render(only(comparison, "预防接种"), Options())
    assert "完全相同" in text
    assert "没有增减" not in text


def test_different_but_harmless(comparison: Comparison) -> None:
    text = render(only(comparison, "预防接种", "送戏曲下乡"), Options())
    assert "没有增减" in text


def test_nothing_compared_for_want_of_texts(comparison: Comparison) -> None:
    text = render(only(comparison, "生育保险"), Options())
    assert "没有比对任何项目" in text
    assert "双方都有文本" in text


def test_nothing_compared_for_want_of_items(comparison: Comparison) -> None:
    assert "都没有项目" in render(only(comparison), Options())


def test_nothing_left_by_the_filters(comparison: Comparison) -> None:
    filters = Filters(domain=("事有所便",), label=("missing",))
    text = render(
        narrow(comparison, filters), Options(filters=filters, items_before=len(comparison.items))
    )
    assert "没有符合筛选条件的项目" in text
    assert "标签 = 缺项；领域 = 事有所便" in text


def test_a_filter_by_label_does_not_vouch_for_what_was_not_compared(
    comparison: Comparison,
) -> None:
    raised = next(c for c in comparison.items if "raised" in c.labels)
    assert comparison.not_compared
    filters = Filters(label=("raised", "narrowed"), item=(raised.name,))
    text = render(narrow(comparison, filters), Options(filters=filters))
    assert "已比对的没有缩减" in text


def test_a_filter_does_not_vouch_for_whole_standards(comparison: Comparison) -> None:
    same = next(c for c in comparison.items if "unchanged" in c.labels)
    filters = Filters(item=(same.name,))
    assert "两份标准已比对的文本" not in render(
        narrow(comparison, filters), Options(filters=filters)
    )


# -- filters ---------------------------------------------------------------------------------


def test_a_label_filter_keeps_counts_and_content_together(comparison: Comparison) -> None:
    narrowed = narrow(comparison, Filters(label=("refined",)))
    assert narrowed.counts["refined"] == 2
    assert sum(narrowed.counts.values()) == 2
    assert {entry.name for entry in narrowed.items} == {
        "免费孕前优生健康检查",
        "慢性病患者健康管理",
    }


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(domain=("事有所便", "弱有所扶")), {"环境质量", "法律援助"}),
        (Filters(service=("公共卫生服务",)), {"慢性病患者健康管理"}),
        (Filters(lead=("卫生健康局",)), {"免费孕前优生健康检查"}),
        (Filters(item=("农村免费孕前优生健康检查",)), {"免费孕前优生健康检查"}),
        (Filters(item=("environment",), domain=("幼有所育",)), set()),
    ],
)
def test_filters(filters: Filters, names: set[str], comparison: Comparison) -> None:
    assert {entry.name for entry in narrow(comparison, filters).items} == names


def test_no_filter_changes_nothing(comparison: Comparison) -> None:
    assert narrow(comparison, Filters()) is comparison
