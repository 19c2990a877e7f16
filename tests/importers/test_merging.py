"""Rows laid over a dataset: what goes in, what only a person may decide."""

from __future__ import annotations

from typing import Any

import pytest

from yiwu_diff.importers import Row, Taken
from yiwu_diff.importers.entries import Document, entries
from yiwu_diff.importers.matching import match
from yiwu_diff.importers.merging import Plan, merge
from yiwu_diff.standard.model import Basis, Item, Standard

CARE = "为孕产妇提供产前检查和产后访视。"


def held(id: str, name: str, basis: Basis = "reconstructed", **more: Any) -> Item:
    texts = {key: more[key] for key in ("content", "level") if key in more}
    bases: dict[str, Basis] = dict.fromkeys(("name", *texts), basis)
    settings = {"domain": "幼有所育", "service": "优孕优生服务", **more}
    return Item(id=id, name=name, basis=bases, **settings)


def row(name: str, place: str = "表1第2行", **more: Any) -> Row:
    settings = {"domain": "幼有所育", "service": "优孕优生服务", **more}
    return Row(name=name, place=place, **settings)


def standard(*items: Item, place: str = "jinhua") -> Standard:
    return Standard(items=items, title="标准", jurisdiction=place, edition="2021", name="金华市")


def laid(rows: list[Row], *items: Item, library: tuple[Standard, ...] = (), **more: Any) -> Plan:
    document = Document("标准.docx", Taken(title="某市标准", rows=tuple(rows), sha256="a" * 64))
    before = standard(*items) if items else None
    found, unplaced = entries([document])
    assert unplaced == []
    ids = {item.id for one in library for item in one.items if item.id}
    matches = match(found, before, library)
    return merge(matches, before or standard(), before, taken_ids=ids, **more)


def verdicts(plan: Plan) -> dict[str, str]:
    return {f"{r.item.id}.{c.field}": c.verdict for r in plan.results for c in r.changes}


def test_a_reconstructed_text_gives_way_and_says_where_from() -> None:
    plan = laid([row("孕产妇健康服务", content=CARE)], held("mh", "孕产妇健康服务", content="旧"))
    (item,) = plan.after.items
    assert (item.id, item.content, item.origin) == ("mh", CARE, "标准.docx 表1第2行")
    assert item.basis == {"name": "official", "content": "official"}
    assert verdicts(plan) == {"mh.name": "confirmed", "mh.content": "replaced"}
    (source,) = plan.after.sources
    assert (source.title, source.file, source.sha256) == ("某市标准", "标准.docx", "a" * 64)


@pytest.mark.parametrize("basis", ["official", "quoted"])
def test_a_text_that_a_person_vouched_for_stays_until_somebody_says_otherwise(
    basis: Basis,
) -> None:
    old = held("mh", "孕产妇健康服务", basis, content="每年检查3次。")
    rows = [row("孕产妇健康服务", content="每年检查5次。")]
    plan = laid(rows, old)
    assert [change.verdict for _, change in plan.open] == ["differs"]
    assert plan.after.items[0].content == "每年检查3次。"
    for accepted in ("all", {("mh", "content")}):
        plan = laid(rows, old, accepted=accepted)
        assert (plan.open, plan.after.items[0].content) == ([], "每年检查5次。")
        assert plan.after.items[0].basis["content"] == "official"


def test_punctuation_alone_is_no_question() -> None:
    old = held("mh", "孕产妇健康服务", "official", content="检查，访视。")
    plan = laid([row("孕产妇健康服务", content="检查, 访视。")], old)
    assert verdicts(plan) == {"mh.content": "layout"}
    assert (plan.open, plan.changed) == ([], False)


def test_a_second_time_nothing_changes() -> None:
    rows = [row("孕产妇健康服务", content=CARE), row("生育保险", "表1第3行", level="一\n二")]
    first = laid(rows, held("mh", "孕产妇健康服务", content="旧"))
    again = laid(rows, *first.after.items)
    assert not again.changed
    assert again.after.sources == ()


def test_a_renamed_item_keeps_its_id_and_its_old_name() -> None:
    old = held("mh", "孕产妇健康服务", content=CARE, aliases=("孕产妇保健",))
    plan = laid([row("孕产妇健康管理服务", content=CARE + "免费。")], old)
    (item,) = plan.after.items
    assert (item.id, item.name) == ("mh", "孕产妇健康管理服务")
    assert item.aliases == ("孕产妇保健", "孕产妇健康服务")
    back = laid([row("孕产妇保健")], item)
    assert back.after.items[0].aliases == ("孕产妇健康服务", "孕产妇健康管理服务")


def test_what_the_documents_lack_is_kept_and_a_new_item_stands_behind_its_neighbour() -> None:
    a, b = held("a", "孕产妇健康服务"), held("b", "生育保险")
    rows = [
        row("孕产妇健康服务"),
        row("新生儿疾病筛查"),
        row("学前资助", domain="学有所教", service="资助"),
    ]
    plan = laid(rows, a, b)
    assert [item.name for item in plan.after.items] == [
        *("孕产妇健康服务", "新生儿疾病筛查", "生育保险", "学前资助"),
    ]
    assert [item.id for item in plan.kept] == ["b"]
    assert plan.after.items[1].id == "xinshenger-jibing-shaicha"


def test_an_item_of_the_same_name_elsewhere_gives_its_id() -> None:
    upper = standard(held("zj-1", "孕产妇健康服务"), held("zj-2", "生育保险"), place="zhejiang")
    plan = laid([row("生育保险"), row("孕产妇健康服务"), row("长者食堂")], library=(upper,))
    assert [item.id for item in plan.after.items] == ["zj-2", "zj-1", "zhangzhe-shitang"]


def test_a_like_item_elsewhere_gives_its_id_too() -> None:
    upper = standard(held("zj-1", "农村免费孕前优生健康检查", content=CARE), place="zhejiang")
    plan = laid([row("免费孕前优生健康检查", content=CARE)], library=(upper,))
    (result,) = plan.results
    assert (result.item.id, result.match.how, result.match.model_ref) == (
        *("zj-1", "similar", "zhejiang@2021"),
    )


def test_a_likeness_of_names_alone_is_asked_about() -> None:
    before = standard(held("free", "公共文化设施免费开放", "named"), held("wf", "建立居民健康档案"))
    taken = Taken(title="某市标准", rows=(row("公共图书馆免费开放"), row("居民健康档案")))
    found, _ = entries([Document("标准.docx", taken)])
    assert [(one.item.id, one.sure) for one in match(found, before, ()) if one.item] == [
        *(("free", False), ("wf", True)),
    ]


def test_a_word_on_the_edition_behind_a_name_is_no_part_of_a_known_one() -> None:
    rows = [row("孕产妇健康服务（新增）"), row("长者食堂（新增）"), row("生育保险（调整）")]
    plan = laid(rows, held("a", "孕产妇健康服务"), held("b", "生育保险（调整）"))
    assert {item.name for item in plan.after.items} == {
        *("孕产妇健康服务", "生育保险（调整）", "长者食堂（新增）"),
    }
    both = laid([row("孕产妇健康服务"), row("孕产妇健康服务（新增）")], held("a", "孕产妇健康服务"))
    assert {item.name for item in both.after.items} == {"孕产妇健康服务", "孕产妇健康服务（新增）"}


def test_a_name_known_elsewhere_leads_to_the_item_that_is_called_otherwise_here() -> None:
    upper = standard(*(held("mf", "普通高中免学费"), held("la", "公共法律服务")), place="zhejiang")
    own = (held("mf", "学杂费减免"), held("aid", "法律援助服务", content=CARE))
    rows = [row("普通高中免学费"), row("公共法律服务", content=CARE)]
    plan = laid(rows, *own, library=(upper,))
    assert [(item.id, item.name) for item in plan.after.items] == [
        *(("mf", "普通高中免学费"), ("la", "公共法律服务"), ("aid", "法律援助服务")),
    ]
    assert plan.after.items[0].aliases == ("学杂费减免",)


def test_an_id_that_another_item_has_elsewhere_is_not_made() -> None:
    upper = standard(held("zhangzhe-shitang", "完全不同的项目"), place="zhejiang")
    plan = laid([row("长者食堂")], library=(upper,))
    assert plan.after.items[0].id == "zhangzhe-shitang-2"


def test_an_item_of_the_same_name_beside_one_that_looks_split_off() -> None:
    old = held(
        "fa", "法律援助", content="为经济困难公民提供法律咨询、代理、刑事辩护等无偿法律服务。"
    )
    rows = [
        row("法律援助", content="为经济困难公民提供代理、刑事辩护等无偿法律服务。"),
        row("公共法律服务热线", content="为经济困难公民提供法律咨询。"),
    ]
    plan = laid(rows, old)
    assert [item.id for item in plan.after.items] == ["fa", "gonggong-falv-fuwu-rexian"]


def test_a_place_learnt_moves_the_item_and_a_known_one_asks() -> None:
    rows = [row("环境质量", domain="事有所便", service="生态环境服务")]
    plan = laid(rows, held("eq", "环境质量", domain="事有所便", service=None))
    assert plan.after.items[0].service == "生态环境服务"
    known = held("eq", "环境质量", "official", domain="事有所便", service="其他服务")
    assert [change.field for _, change in laid(rows, known).open] == ["service"]


def test_a_text_that_says_itself_that_it_is_reconstructed_never_turns_official() -> None:
    said = {"文本依据": "据公开资料重构"}
    plan = laid([row("孕产妇健康服务", content=CARE, extra=said)])
    assert set(plan.after.items[0].basis.values()) == {"reconstructed"}
    official = held("mh", "孕产妇健康服务", "official", content="正式文本。")
    over = laid([row("孕产妇健康服务", content=CARE, extra=said)], official)
    assert [change.verdict for _, change in over.open] == ["differs"]


def test_without_a_domain_there_is_no_place_but_a_known_name_has_one() -> None:
    plan = laid([row("孕产妇健康服务", domain=None, service=None)])
    assert plan.after.items == ()
    assert "--map" in plan.unplaced[0].zh
    upper = standard(held("zj-1", "孕产妇健康服务"), place="zhejiang")
    plan = laid([row("孕产妇健康服务", domain=None)], library=(upper,))
    assert plan.after.items[0].domain == "幼有所育"


def test_rows_of_one_name() -> None:
    rows = [
        row("甲项", content=CARE),
        row("甲项", "表2第9行"),
        row("甲项", "表3第1行", content="另"),
    ]
    document = Document("标准.docx", Taken(title="", rows=tuple(rows)))
    found, unplaced = entries([document])
    assert len(found) == 1
    assert [(one.text, one.place) for one in unplaced] == [("甲项", "标准.docx 表3第1行")]
    assert "表1第2行" in unplaced[0].zh


def test_the_places_of_fields_are_told_too() -> None:
    rows = [row("甲项", "第3页表2第5行", content=CARE, places={"content": "第4页表2第1行"})]
    found, _ = entries([Document("标准.pdf", Taken(title="", rows=tuple(rows)))])
    assert found[0].item.origin == "标准.pdf 第3页表2第5行、第4页表2第1行"
