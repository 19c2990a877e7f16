from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from page_reading import hostile, parse, rules
from samples import sample

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.html import render, render_show
from yiwu_diff.report.html_tags import clean
from yiwu_diff.report.options import Options
from yiwu_diff.report.words import WORDS, Lang
from yiwu_diff.standard.model import FIELDS, Standard

if TYPE_CHECKING:
    from collections.abc import Callable

    from page_reading import Node

    from yiwu_diff.compare.model import Comparison, ItemComparison


@pytest.fixture(autouse=True)
def known_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.compare.rules.RULES", rules())


def tree(comparison: Comparison, lang: Lang = "zh") -> Node:
    return parse(render(comparison, Options(lang=lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: Lang, golden: Callable[[str, str], None]) -> None:
    page = render(sample(), Options(lang=lang))
    page = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1>…</\1>", page)
    page = re.sub(r"sha256-[^']+", "sha256-…", page)
    golden(f"html/page.{lang}.html", page.replace("><", ">\n<"))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render(sample(), Options()) == render(sample(), Options())


@pytest.mark.parametrize("comparison", [sample(), hostile()], ids=["sample", "hostile"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_sound(comparison: Comparison, lang: Lang) -> None:
    root = tree(comparison, lang)
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for node in root.all():
        href = node.attributes.get("href")
        if node.name == "a":
            assert href
            assert href.startswith("#")
            assert href[1:] in ids
        for name in ("aria-labelledby", "for"):
            if name in node.attributes:
                assert node.attributes[name] in ids
    levels = [int(n.name[1]) for n in root.all() if re.fullmatch("h[1-6]", n.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for landmark in ("header", "main", "footer"):
        assert root.all(landmark)


def test_it_loads_nothing_and_runs_nothing_but_its_own_script() -> None:
    page = render(hostile(), Options())
    root = parse(page)
    assert [n for n in root.all() if "src" in n.attributes or "style" in n.attributes] == []
    assert [n.attributes["href"] for n in root.all("link")] == ["data:,"]
    assert not [key for n in root.all() for key in n.attributes if key.startswith("on")]
    assert "http://" not in page
    assert "https://" not in page
    (policy,) = (n.attributes["content"] for n in root.all("meta") if "http-equiv" in n.attributes)
    assert policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        (node,) = root.all(name)
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("comparison", [sample(), hostile()], ids=["sample", "hostile"])
def test_marks_change_no_text(comparison: Comparison) -> None:
    """Every known field of every item is in the page, whole."""
    root = tree(comparison)
    for article, entry in zip(root.all("article"), _in_page_order(comparison), strict=True):
        shown = [n.text(without=("ref", "gap")) for n in article.all("p", class_="text")]
        items = (*entry.base, *entry.target)
        known = [text for i in items for f in FIELDS if (text := i.text(f)) is not None]
        assert sorted(shown) == sorted(map(clean, known))


def _in_page_order(comparison: Comparison) -> list[ItemComparison]:
    from yiwu_diff.report.html_items import groups

    return [entry for _, _, entries in groups(comparison) for entry in entries]


def article_of(root: Node, name: str) -> Node:
    (found,) = (n for n in root.all("article") if n.all("span", class_="name")[0].text() == name)
    return found


def test_what_changed_is_marked_by_more_than_colour() -> None:
    article = article_of(tree(sample()), "免费孕前优生健康检查")
    assert [n.text() for n in article.all("del")] == ["农村"]
    assert [n.text() for n in article.all("ins")] == [
        "；开设新婚夫妇课堂、孕妇课堂等，开展公益性早期家庭教育指导",
        "，自受理之日起10个工作日内出具结果",
    ]
    # What only one side says has a place on the other.
    assert len(article.all("span", class_="gap")) == 3
    assert {n.text() for n in article.all("span", class_="soft")} == {"委", "局"}


def test_evidence_and_rule_are_folded_under_the_item() -> None:
    article = article_of(tree(sample()), "环境质量")
    (change,) = article.all("ol", class_="changes")[0].all("details")
    assert "open" not in change.attributes
    text = change.text()
    for words in ("数量调高", "92% → ≥97%", "97%以上", "已定的数量更有利。", "说明理由。"):
        assert words in text
    assert "quantity-raised" in text
    assert "data/jinhua/2021/01-childcare.yaml:41:18" in text


def test_doubt_pairing_and_former_names_are_said() -> None:
    root = tree(sample())
    chronic = article_of(root, "慢性病患者健康管理")
    assert "配对待核" in chronic.text()
    assert "data-unsure" in chronic.attributes
    assert "原名 农村免费孕前优生健康检查" in article_of(root, "免费孕前优生健康检查").text()


def test_what_was_not_compared_never_passes_for_unchanged() -> None:
    root = tree(sample())
    article = article_of(root, "生育保险")
    assert article.attributes["data-label"] == "not-compared"
    assert "一致" not in article.text()
    assert "未比对 2 项" in root.text()
    assert "仅有名称" in article.text()


def test_the_legend_names_every_label_and_the_bases() -> None:
    text = tree(sample()).text()
    for label in LABELS.values():
        assert label.zh in text
        assert label.means_zh in text
    for basis in ("official", "quoted", "reconstructed", "named"):
        assert WORDS[f"basis.{basis}"][0] in text


def test_the_heat_map_counts_items_by_domain_and_label() -> None:
    (table,) = tree(sample()).all("table", id="heat-map")
    row = next(r for r in table.all("tr") if r.all("th")[0].text() == "病有所医")
    cells = {n.attributes["data-set-label"]: n.text() for n in row.all("a")}
    assert cells == {"refined": "1", "lowered": "1", "narrowed": "1"}
    foot = [n.text() for n in table.all("tfoot")[0].all("td")]
    assert foot == ["1", "1", "1", "2", "1", "1", "1", "0", "0", "2", "2", "9"]


def test_english_says_no_chinese_of_its_own() -> None:
    (body,) = tree(sample(), "en").all("body")
    for node in [body, *body.all()]:
        chinese = [n for n in node.children if not isinstance(n, str) and _is_chinese(n)]
        node.children = [child for child in node.children if child not in chinese]
    text = body.text()
    for key, (chinese_words, english) in WORDS.items():
        if key.startswith(("page.", "field.", "body.", "summary.")) and chinese_words != english:
            plain = re.split(r"[{（]", chinese_words)[0]
            assert len(plain) < 3 or plain not in text


def _is_chinese(node: Node) -> bool:
    return node.attributes.get("lang") == "zh-CN" or node.name == "script"


def test_the_summary_alone() -> None:
    root = parse(render(sample(), Options(summary=True)))
    assert not root.all("article")
    assert not root.all("form")
    assert root.all("table", id="heat-map")


def test_filters_are_said() -> None:
    filters = Filters(domain=("病有所医",))
    whole = sample()
    options = Options(filters=filters, items_before=len(whole.items))
    text = parse(render(narrow(whole, filters), options)).text()
    assert "只含筛选后的 1 项（共 9 项）：领域 = 病有所医" in text


@pytest.mark.parametrize(
    ("items", "reason"),
    [((), "没有可比对的项目"), (sample().items[-2:], "没有比对任何项目")],
    ids=["none", "no text"],
)
def test_nothing_compared(items: tuple[ItemComparison, ...], reason: str) -> None:
    assert reason in tree(replace(sample(), items=items)).text()


def test_ids_that_no_address_can_hold_get_a_number() -> None:
    whole = sample()
    odd = [replace(e, target=tuple(replace(i, id="孕 产") for i in e.target)) for e in whole.items]
    root = tree(replace(whole, items=tuple(odd)))
    assert root.all("article")[0].attributes["id"] == "i-1"


def test_show_sets_all_levels_side_by_side() -> None:
    whole = sample()
    old, now = whole.items[2].base[0], whole.items[2].target[0]
    province = Standard(items=(), name="浙江省", jurisdiction="zhejiang", edition="2021")
    page = render_show([(province, None), (whole.base, old), (whole.target, now)], Options())
    root = parse(page)
    (table,) = root.all("table", class_="levels")
    heads = [n.text() for n in table.all("thead")[0].all("th")]
    assert heads == ["栏目", "浙江省zhejiang@2021", "金华市jinhua@2021", "义乌市yiwu@2021"]
    assert "（没有这一项）" in table.text()
    assert "比金华市：调高" in table.text()
    assert [n.text() for n in table.all("ins")] == ["97%以上"]
    assert not root.all("form")
