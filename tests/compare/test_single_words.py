"""A single word that takes something away is never silent, nor its reverse."""

from itertools import combinations

import pytest

from benchmarks.edits import measure
from benchmarks.quality import GOLD, lines
from yiwu_diff import Item, compare_items
from yiwu_diff.compare.labels import HARMFUL
from yiwu_diff.text.lexicon import groups

FRAME = "乡镇服务站的门口立着木牌，{}，院内种了两排柳树。"


def labels(base: str, target: str, field: str = "content") -> frozenset[str]:
    return compare_items(
        Item(name="服务", **{field: base}), Item(name="服务", **{field: target})
    ).labels


def steps(key: str) -> list[tuple[str, str]]:
    return [pair for ladder in groups("breadth", key) for pair in combinations(ladder, 2)]


@pytest.mark.parametrize(("wide", "narrow"), steps("ladders"))
def test_a_step_down_a_ladder_narrows_and_a_step_up_supplements(wide: str, narrow: str) -> None:
    here, there = FRAME.format(wide), FRAME.format(narrow)
    assert labels(here, there) & {"narrowed", "lowered"}
    assert labels(there, here) & {"supplemented", "raised"}


def test_so_does_a_word_known_only_where_all_around_it_stays() -> None:
    for wide, narrow in steps("swaps"):
        here, there = FRAME.format(wide), FRAME.format(narrow)
        assert labels(here, there) & {"narrowed", "lowered"}, (wide, narrow)
        assert labels(there, here) & {"supplemented", "raised"}, (wide, narrow)


@pytest.mark.parametrize(("firm", "loose"), steps("grades"))
def test_a_looser_word_relaxes_and_a_firmer_refines(firm: str, loose: str) -> None:
    here, there = FRAME.format(f"{firm}来看"), FRAME.format(f"{loose}来看")
    assert labels(here, there) & {"relaxed", "lowered"}
    assert labels(there, here) & {"refined", "raised"}


@pytest.mark.parametrize(
    ("key", "put", "left"),
    [
        ("narrows", "narrowed", "supplemented"),
        ("loosens", "relaxed", "refined"),
        ("gives", "supplemented", "narrowed"),
        ("firms", "refined", "relaxed"),
    ],
)
def test_a_listed_word_put_in_or_left_out_tells(key: str, put: str, left: str) -> None:
    # A figure that comes or goes is as precise as any other.
    more, less = ({one, "refined", "relaxed"} - {two} for one, two in ((put, left), (left, put)))
    for word in (word for line in groups("breadth", key) for word in line if len(word) > 1):
        here, there = FRAME.format("来看门房"), FRAME.format(f"{word}来看门房")
        figure = word.endswith("四小时") or word == "24小时"
        assert labels(here, there) & (more if figure else {put}), word
        assert labels(there, here) & (less if figure else {left}), word


def test_hardly_a_harmful_edit_goes_unnoticed() -> None:
    counts, _ = measure(lines(sorted(GOLD.glob("*.dev.jsonl"))), each=2)
    total = sum(counts.values())
    assert total > 600
    answers = {a: sum(n for (_, x), n in counts.items() if x == a) for a in ("other", "silent")}
    assert answers["silent"] <= 0.04 * total
    assert answers["silent"] + answers["other"] <= 0.05 * total


@pytest.mark.parametrize(
    ("more", "less"),
    [
        # None of these words stands in a list.
        ("为老年人提供优待。", "为退休老年人提供优待。"),
        ("残疾人可以申请补贴。", "肢体残疾人可以申请补贴。"),
        ("公民有权查阅档案。", "守法公民有权查阅档案。"),
        ("为患者免费做一次手术。", "为患者免费做一次按摩。"),
        ("场馆免费开放。", "场馆自费开放。"),
        ("学校必须执行锻炼标准。", "学校最好执行锻炼标准。"),
        ("每年组织一次体检。", "隔年组织一次体检。"),
        ("每日播放新闻。", "逢集日播放新闻。"),
        ("为老年人理发。", "为老年人（限女性）理发。"),
        ("发放慰问品。", "发放慰问品，先到先得。"),
        ("为学员发放教材。", "为学员抽签发放教材。"),
        ("发放慰问品。", "发放慰问品，每年限五十个名额。"),
        ("按差旅费标准报销。", "按差旅费标准报销，由本人承担三成。"),
        ("提供接送服务。", "提供接送服务，费用自理。"),
    ],
)
def test_nor_is_a_word_that_no_list_knows(more: str, less: str) -> None:
    assert labels(more, less) & HARMFUL
    assert labels(less, more) != {"unchanged"}


def test_several_benefits_that_become_one_of_them_are_fewer() -> None:
    assert labels("发放生活补贴和护理补贴。", "发放生活补贴或护理补贴。") == {"narrowed"}
    assert labels("提供助餐、助浴服务。", "提供助餐或者助浴服务。") == {"narrowed"}
    # 、 says neither all nor one of them.
    assert labels("提供助餐或者助浴服务。", "提供助餐、助浴服务。") == {"unchanged"}
