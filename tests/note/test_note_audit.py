"""What the audit finds, and what it rightly leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparisons import change, other_city, shipped, whole
from notes import FIXTURES, briefly, findings, fixture

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.model import Comparison, ItemComparison
from yiwu_diff.note.audit import audit, not_verified
from yiwu_diff.note.findings import CHECKS
from yiwu_diff.standard.model import Declared, Item

CLEAN = (FIXTURES / "headings-inline-clean.txt").read_text(encoding="utf-8")


def test_the_real_note_has_its_real_flaws_and_no_others() -> None:
    comparison = shipped()
    found = audit(fixture("yiwu-2021.txt", comparison), comparison)
    assert briefly(found) == [
        (10, "heading-form"),
        (27, "name-two-ways"),
        (29, "sibling-phrase"),
        (30, "sibling-phrase"),
        (31, "heading-order"),
        (31, "respectively-one"),
        (32, "respectively-one"),
        (34, "item-twice"),
        (34, "item-twice"),
        (34, "item-twice"),
    ]
    by_check = {one.check: one for one in found}
    assert "1、2、2、3，应为1、2、3、4" in by_check["heading-order"].zh
    assert "“3、”" in by_check["heading-form"].zh
    assert "合计28项，实为25个项目" in by_check["item-twice"].zh
    assert all(one.severity == "note" for one in found if one.check == "item-twice")
    assert "普通高中免学费" in by_check["name-two-ways"].zh


def test_the_engine_reads_the_shipped_data_as_the_real_note_does() -> None:
    from yiwu_diff.compare.engine import compare

    by_hand = shipped()
    comparison = compare(by_hand.base, by_hand.target)
    found = audit(fixture("yiwu-2021.txt", comparison), comparison)
    assert briefly(found) == briefly(audit(fixture("yiwu-2021.txt", by_hand), by_hand))


def test_a_note_of_another_shape_without_flaws() -> None:
    comparison = other_city()
    assert audit(fixture("headings-inline-clean.txt", comparison), comparison) == ()


def test_a_note_in_prose_with_flaws() -> None:
    comparison = other_city()
    found = audit(fixture("prose-flawed.txt", comparison), comparison)
    assert briefly(found) == [
        (5, "total"),
        (5, "total"),
        (7, "count-list"),
        (7, "count-label"),
        (7, "name-differs"),
        (7, "wrong-domain"),
        (7, "wrong-domain"),
        (7, "wrong-list"),
        (7, "wrong-list"),
        (7, "list-missing"),
        (7, "item-missing"),
    ]
    said = "\n".join(one.zh for one in found)
    for words in (
        "称临江市标准有3个领域，标准自定为9个领域",
        "称临江市标准有89个项目，标准自定为88个项目",
        "报新增3项，清单列了2项",
        "“老年助餐”在标准中名为“老年助餐服务”",
        "“观赏电影”列在补充完善中，比对结果为一致",
        "“高龄津贴”没有列在调高",
        "“读书看报”各清单都没有列出",
    ):
        assert words in said


def test_a_numbered_note_with_flaws() -> None:
    comparison = other_city()
    found = audit(fixture("numbered-flawed.txt", comparison), comparison)
    assert briefly(found) == [
        (3, "count-heading"),
        (3, "count-label"),
        (6, "name-differs"),
        (6, "figure"),
        (7, "list-missing"),
        (7, "item-missing"),
        (9, "item-repeated"),
        (10, "heading-order"),
        (10, "item-unknown"),
        (12, "wrong-domain"),
        (12, "figure"),
        (12, "figure"),
        (13, "respectively-one"),
        (14, "heading-order"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("新增了2项", "新增了3项", "count-heading", "此处为3项"),
        ("（一）新增2项", "（一）新增1项", "count-list", "报新增1项，清单列了2项"),
        ("扩展3项服务内容，", "扩展3项服务内容，缩减1项，", "count-list", "文中没有列出"),
        ("共涉及7个项目", "共涉及8个项目", "count-distinct", "实为7个"),
        ("88个服务项目", "87个服务项目", "total", "标准自定为88个项目"),
        ("三、与省", "四、与省", "heading-order", "1、2、4、4"),
        ("三、与省", "3.与省", "heading-form", "“3.”"),
        ("2.高龄津贴：增加", "2.高龄补贴：增加", "name-differs", "名为“高龄津贴”"),
        ("社区托育服务（幼有所育）", "社区托育服务（老有所养）", "wrong-domain", "幼有所育"),
        ("每月150元", "每月160元", "figure", "每人每月160元"),
        ("由每年1次提高", "由每年3次提高", "figure", "青山标准相应数值为每年1次"),
        ("就业援助。\n", "观赏电影。\n", "wrong-list", "比对结果为一致"),
        ("就业援助。\n", "观赏电影。\n", "item-missing", "就业援助"),
        ("3.读书看报：", "3.家电补贴：", "item-unknown", "家电补贴"),
        ("3.读书看报：增加免费借阅电子书", "3.高龄津贴：增加护理补贴", "item-repeated", "第14行"),
    ],
)
def test_each_flaw_is_found(old: str, new: str, check: str, words: str) -> None:
    assert old in CLEAN
    found = findings(CLEAN.replace(old, new, 1), other_city())
    assert [one for one in found if one.check == check and words in one.zh], briefly(found)


def test_every_finding_is_a_known_check_with_a_line_and_both_languages() -> None:
    comparison = other_city()
    for name in ("prose-flawed.txt", "numbered-flawed.txt"):
        note = fixture(name, comparison)
        for one in audit(note, comparison):
            assert one.check in CHECKS
            assert note.text(one.line)
            assert one.zh
            assert one.en


def test_an_item_counted_twice_is_told_unless_the_note_says_how_many_there_are() -> None:
    text = CLEAN.replace("，共涉及7个项目", "")
    (one,) = findings(text, other_city())
    assert (one.check, one.severity, one.line) == ("item-twice", "note", 18)


def test_an_item_in_two_lists_of_which_the_comparison_has_one_is_a_warning() -> None:
    text = CLEAN.replace("3.读书看报：增加免费借阅电子书", "3.就业援助：增加服务")
    found = [one for one in findings(text, other_city()) if one.check == "item-twice"]
    assert ("warning", "就业援助") in [(one.severity, one.zh[1:5]) for one in found]


def test_a_dataset_that_holds_less_than_declared_contradicts_nothing() -> None:
    comparison = other_city()
    assert len(comparison.target.items) < 88
    undeclared = replace(comparison, target=replace(comparison.target, declared=Declared()))
    for one in (comparison, undeclared):
        assert findings(CLEAN, one) == []


def test_numbers_about_other_standards_are_left_alone() -> None:
    text = CLEAN.replace(
        "二、主要内容\n",
        "二、主要内容\n《国家基本公共服务标准》共9个领域22类80个服务项目，与国家标准相比，我市新增19项。\n",
    )
    assert findings(text, other_city()) == []


def with_item(comparison: Comparison, one: ItemComparison) -> Comparison:
    return replace(comparison, items=(*comparison.items, one))


def test_what_the_note_passes_over_in_silence() -> None:
    gone = Item(id="x", name="法律援助", domain="弱有所扶", content="提供法律援助。")
    comparison = with_item(
        other_city(),
        ItemComparison(base=(gone,), target=(), how="none", changes=(whole("missing"),)),
    )
    (one,) = findings(CLEAN.replace("，共涉及7个项目", "，共涉及8个项目"), comparison)[:1]
    found = [f for f in findings(CLEAN, comparison) if f.check == "item-missing"]
    assert [(f.severity, "法律援助" in f.zh, "缺项" in f.zh) for f in found] == [
        ("error", True, True)
    ]
    assert one.line


def test_a_note_that_only_counts_does_not_hide_a_loss() -> None:
    gone = Item(id="x", name="法律援助", domain="弱有所扶", content="提供法律援助。")
    lost = ItemComparison(base=(gone,), target=(), how="none", changes=(whole("missing"),))
    whole_city = other_city()
    counts = "".join(f"，{LABELS[name].zh}{n}项" for name, n in whole_city.counts.items() if n)
    text = f"与上级标准相比{counts}。"
    assert [f.check for f in findings(text, whole_city) if f.check == "item-missing"] == []
    found = [f for f in findings(text, with_item(whole_city, lost)) if f.check == "item-missing"]
    assert [("法律援助" in f.zh, f.severity) for f in found] == [(True, "error")]


def test_a_reading_in_doubt_makes_no_error() -> None:
    base = Item(id="x", name="法律援助", content="提供3次服务。", basis={"content": "official"})
    target = replace(base, content="提供2次服务。")
    doubtful = change("lowered", base, target, "content", sure=False)
    comparison = with_item(
        other_city(),
        ItemComparison(base=(base,), target=(target,), how="id", changes=(doubtful,)),
    )
    (one,) = (f for f in findings(CLEAN, comparison) if f.check == "item-missing")
    assert one.severity == "warning"
    assert "待核" in one.zh


def test_items_without_text_are_told_as_not_verified() -> None:
    comparison = other_city()
    named = Item(id="x", name="法律援助", domain="弱有所扶", basis={"name": "named"})
    comparison = with_item(
        comparison, ItemComparison(base=(named,), target=(named,), how="id", compared=False)
    )
    text = CLEAN.replace("（四）明确1项\n就业援助。", "（四）明确2项\n就业援助、法律援助。")
    text = text.replace("，明确1项，共涉及7个", "，明确2项，共涉及8个")
    assert findings(text, comparison) == []
    from notes import note_of

    assert not_verified(note_of(text, comparison), comparison) == ("法律援助",)


def test_a_split_item_may_stand_in_a_list_under_each_of_its_names() -> None:
    base = Item(id="x", name="两项补贴", content="发放补贴。")
    parts = (
        Item(id="x1", name="生活补贴", content="发放生活补贴。"),
        Item(id="x2", name="护理补贴", content="发放护理补贴。"),
    )
    comparison = with_item(
        other_city(),
        ItemComparison(
            base=(base,),
            target=parts,
            how="split",
            changes=(change("refined", base, parts[0], "content"),),
        ),
    )
    text = CLEAN.replace("就业援助。\n", "就业援助、生活补贴、护理补贴。\n")
    assert not {"item-repeated", "name-two-ways", "item-unknown"} & {
        one.check for one in findings(text, comparison)
    }


def test_a_file_that_compares_nothing_is_no_clean_note() -> None:
    (one,) = findings("一、背景\n没有数字。", other_city())
    assert one.check == "no-comparison"


def test_numbers_by_domain_are_set_against_their_domain() -> None:
    text = "与省标准相比，幼有所育领域新增2项，老有所养领域补充3项，文有所化领域补充1项。"
    (one,) = findings(text, other_city())
    assert (one.check, one.zh) == ("count-label", "报老有所养领域补充完善3项，比对结果为2项")


def test_an_excerpt_may_begin_with_any_number() -> None:
    start = CLEAN.index("三、")
    assert findings(CLEAN[start:], other_city()) == []


@pytest.mark.parametrize(
    "text",
    [
        "新增" * 10_000,
        "（1）" * 6_000,
        "3项" * 10_000,
        "幼有所育、" * 4_000 + "等11大领域",
        "1.新增的2项分别是：\n" + "标准为" * 6_000,
        "1.新增的2项分别是：\n（1）😀<script>alert(1)</script>=cmd|'/C calc'!A1\x1b[31m\x07",
        "\ud800".encode("utf-8", "replace").decode(),
        "",
    ],
)
def test_odd_texts_harm_nothing(text: str) -> None:
    for one in findings(text, other_city()):
        assert len(one.quote) <= 80
        assert one.zh.isprintable()
