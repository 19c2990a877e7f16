"""Which item answers to which."""

from __future__ import annotations

import json
import random
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwu_diff.compare.assignment import assign
from yiwu_diff.compare.model import Pair
from yiwu_diff.compare.pairing import pair_items
from yiwu_diff.compare.profile import conflict, gist
from yiwu_diff.standard.model import Item

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Pairing

GOLD = Path(__file__).parent.parent / "gold"


def named(*names: str) -> list[Item]:
    return [Item(name=name) for name in names]


def links(found: Pairing) -> set[tuple[str, str]]:
    """Every link by name; ∅ for no counterpart."""
    got = {(p.base.name, p.target.name) for p in found.pairs}
    got |= {("∅", one.name) for one in found.new} | {(one.name, "∅") for one in found.missing}
    got |= {(s.base.name, t.name) for s in found.split for t in s.targets}
    got |= {(b.name, m.target.name) for m in found.merged for b in m.bases}
    return got


def lines(pattern: str = "pairing*.dev.jsonl") -> list[dict[str, Any]]:
    files = sorted(GOLD.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def items(rows: list[dict[str, Any]]) -> list[Item]:
    return [Item(**row) for row in rows]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("义务教育免费提供教科书", "义务教育阶段教科书免费发放"),
        ("观看电视", "收看电视"),
        ("最低生活保障", "低保"),
        ("城镇棚户区住房改造", "棚户区改造"),
        ("儿童健康管理", "0—6岁儿童健康管理"),
        ("公租房保障", "公共租赁住房保障"),
    ],
)
def test_a_renamed_item_keeps_its_counterpart(base: str, target: str) -> None:
    assert links(pair_items(named(base), named(target))) == {(base, target)}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("职工基本养老保险", "城乡居民基本养老保险"),
        ("普通高中国家助学金", "中等职业教育国家助学金"),
        ("农村留守儿童关爱保护", "农村留守老年人关爱服务"),
        ("老年人健康管理", "老年人助餐服务"),
        ("贫困地区学生营养膳食补助", "贫困地区学生返乡交通补助"),
        ("少数民族文化服务", "少数民族语言翻译服务"),
        ("残疾人职业培训", "残疾人驾驶培训补贴"),
        ("老年人健康管理", "居家养老服务"),
        ("老年人健康管理", "女性更年期保健"),
        ("血吸虫病防治", "包虫病防治"),
        ("12345热线", "12348热线"),
    ],
)
def test_near_twins_stay_apart(base: str, target: str) -> None:
    assert links(pair_items(named(base), named(target))) == {(base, "∅"), ("∅", target)}


def test_ids_decide() -> None:
    base = [Item(id="a", name="法律援助"), Item(id="b", name="人民调解")]
    target = [Item(id="b", name="法律援助"), Item(id="c", name="人民调解")]
    found = pair_items(base, target)
    assert [(p.base.id, p.target.id, p.how) for p in found.pairs] == [("b", "b", "id")]
    assert [one.id for one in found.missing] == ["a"]
    assert [one.id for one in found.new] == ["c"]


def test_ids_on_one_side_do_not_hinder() -> None:
    found = pair_items([Item(id="a", name="法律援助")], [Item(name="法律援助")])
    assert [p.how for p in found.pairs] == ["name"]


def test_an_alias_is_a_name() -> None:
    found = pair_items([Item(name="尊老金")], [Item(name="高龄津贴", aliases=("尊老金",))])
    assert [(p.how, p.score, p.sure) for p in found.pairs] == [("alias", 1.0, True)]


def test_one_name_twice_is_told_apart_by_domain_then_by_text() -> None:
    base = [
        Item(name="补贴", domain="甲", content="发放高龄津贴。"),
        Item(name="补贴", domain="乙", content="发放租赁补贴。"),
    ]
    target = [
        Item(name="补贴", domain="丙", content="按月发放租赁补贴。"),
        Item(name="补贴", domain="甲", content="按月发放高龄津贴。"),
    ]
    found = pair_items(base, target)
    assert {(p.base.domain, p.target.domain) for p in found.pairs} == {("甲", "甲"), ("乙", "丙")}


def test_the_number_of_an_article_names_nothing() -> None:
    base = [
        Item(name="第九条", content="用人单位应当按时足额支付劳动报酬。"),
        Item(name="第十条", content="用人单位安排加班的，应当支付加班费。"),
    ]
    target = [
        Item(name="第十条", content="用人单位应当及时足额支付劳动报酬，不得拖欠。"),
        Item(name="第十一条", content="安排劳动者加班的，用人单位应当支付加班费。"),
    ]
    assert links(pair_items(base, target)) == {("第九条", "第十条"), ("第十条", "第十一条")}


def test_a_split_and_its_mirror() -> None:
    whole = named("困难残疾人生活补贴和重度残疾人护理补贴", "失业保险")
    parts = named("困难残疾人生活补贴", "重度残疾人护理补贴", "失业保险")
    split = pair_items(whole, parts)
    assert [(s.base.name, [t.name for t in s.targets]) for s in split.split] == [
        ("困难残疾人生活补贴和重度残疾人护理补贴", ["困难残疾人生活补贴", "重度残疾人护理补贴"])
    ]
    merged = pair_items(parts, whole)
    assert [(m.target, m.bases) for m in merged.merged] == [
        (s.base, s.targets) for s in split.split
    ]
    assert not (split.new or split.missing or merged.new or merged.missing)


def test_a_split_of_an_item_that_kept_its_name_shows_in_the_content() -> None:
    base = [Item(name="观赏电影", content="为农村群众放映数字电影；每学期为中小学生放映两部影片。")]
    target = [
        Item(name="观赏电影", content="为农村群众每月放映一场数字电影。"),
        Item(name="影片进校园", content="每学期组织中小学生观看两部影片。"),
    ]
    found = pair_items(base, target)
    assert links(found) == {("观赏电影", "观赏电影"), ("观赏电影", "影片进校园")}
    assert len(found.split) == 1


def test_a_name_that_stands_in_the_text_of_the_whole_is_a_part() -> None:
    base = [
        Item(name="公共法律服务", content="提供法律咨询、公证、人民调解。"),
        Item(name="公园开放", content="免费开放公园。"),
    ]
    target = [
        Item(name="人民调解", content="免费化解民间纠纷。"),
        Item(name="公证", content="为老年人减免费用。"),
        Item(name="公园免费游览", content="公园免票开放。"),
    ]
    assert links(pair_items(base, target)) == {
        ("公共法律服务", "人民调解"),
        ("公共法律服务", "公证"),
        ("公园开放", "公园免费游览"),
    }


def test_conflict_wants_words_that_exclude_each_other() -> None:
    assert conflict("职工基本医疗保险", "居民基本医疗保险")
    assert not conflict("基本医疗保险", "居民基本医疗保险")


def test_gist_levels_wordings() -> None:
    assert gist("提供低保。").split() == gist("最低生活保障").split()


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 50), max_size=14
    )
)
def test_assign_gains_most(gain: dict[tuple[int, int], int]) -> None:
    found = assign(gain)
    assert all(option in gain for option in found)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    best = max(
        sum(gain.get((i, j), 0) for i, j in enumerate(order)) for order in permutations(range(5))
    )
    assert sum(gain[option] for option in found) == best


WORDS = ("老年人", "残疾人", "健康管理", "护理", "补贴", "和", "培训", "开放", "保险", "居民")
ITEMS = st.lists(
    st.builds(
        Item,
        name=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join),
        content=st.none() | st.lists(st.sampled_from(WORDS), max_size=8).map("，".join),
        id=st.none() | st.sampled_from(("a", "b", "c", "d")),
        domain=st.none() | st.sampled_from(("甲", "乙")),
    ),
    max_size=6,
    unique_by=(lambda one: one.id or one, lambda one: one),
)


def facts(found: Pairing) -> tuple[set[Any], ...]:
    """A pairing without its order."""
    return (
        set(found.pairs),
        set(found.new),
        set(found.missing),
        {(s.base, frozenset(s.targets), s.score, s.sure) for s in found.split},
        {(frozenset(m.bases), m.target, m.score, m.sure) for m in found.merged},
    )


def check_laws(base: list[Item], target: list[Item], seed: int) -> None:
    found = pair_items(base, target)
    once = [*found.missing, *(p.base for p in found.pairs), *(s.base for s in found.split)]
    once += [b for m in found.merged for b in m.bases]
    assert sorted(map(id, once)) == sorted(map(id, base))
    once = [*found.new, *(p.target for p in found.pairs), *(m.target for m in found.merged)]
    once += [t for s in found.split for t in s.targets]
    assert sorted(map(id, once)) == sorted(map(id, target))
    for score in (one[-2] for some in (found.pairs, found.split, found.merged) for one in some):
        assert 0 <= score <= 1

    back = pair_items(target, base)
    assert facts(back) == (
        {Pair(p.target, p.base, p.how, p.score, p.sure) for p in found.pairs},
        set(found.missing),
        set(found.new),
        {(m.target, frozenset(m.bases), m.score, m.sure) for m in found.merged},
        {(frozenset(s.targets), s.base, s.score, s.sure) for s in found.split},
    )
    shuffle = random.Random(seed)
    mixed = pair_items(shuffle.sample(base, len(base)), shuffle.sample(target, len(target)))
    assert facts(mixed) == facts(found)


@settings(deadline=None, max_examples=150)
@given(ITEMS, ITEMS, st.integers(0, 9))
def test_neither_side_nor_order_matters(base: list[Item], target: list[Item], seed: int) -> None:
    check_laws(base, target, seed)


@pytest.mark.parametrize("one", lines(), ids=lambda one: one["id"])
def test_neither_side_nor_order_matters_in_real_sets(one: dict[str, Any]) -> None:
    check_laws(items(one["base"]), items(one["target"]), 1)


@settings(deadline=None, max_examples=60)
@given(ITEMS)
def test_a_list_against_itself_pairs_each_with_itself(some: list[Item]) -> None:
    found = pair_items(some, some)
    assert all(p.base == p.target or p.base.name == p.target.name for p in found.pairs)
    assert not (found.split or found.merged)


@pytest.mark.parametrize(
    ("files", "least"),
    [
        ("pairing.dev.jsonl", 0.97),
        ("pairing-more.dev.jsonl", 0.97),
        ("pairing-fourth.dev.jsonl", 0.95),
        ("pairing-fifth.dev.jsonl", 0.93),
    ],
)
def test_the_gold_sets_are_paired_well(files: str, least: float) -> None:
    hit = said = true = 0
    for one in lines(files):
        base, target = items(one["base"]), items(one["target"])
        want = {(base[i].name, target[j].name) for i, j in one["pairs"]}
        want |= {("∅", target[j].name) for j in one.get("new", ())}
        want |= {(base[i].name, "∅") for i in one.get("missing", ())}
        want |= {(base[i].name, target[j].name) for i, some in one.get("split", ()) for j in some}
        want |= {(base[i].name, target[j].name) for some, j in one.get("merged", ()) for i in some}
        got = links(pair_items(base, target))
        hit, said, true = hit + len(got & want), said + len(got), true + len(want)
    assert 2 * hit / (said + true) >= least
