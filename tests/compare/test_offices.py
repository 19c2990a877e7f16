"""Who answers and who pays: by level, in substance, and left open."""

import pytest

from yiwu_diff import Item, compare_items


@pytest.mark.parametrize(
    ("field", "base", "target", "label"),
    [
        ("lead", "省教育厅、省财政厅", "市财政局、市教育体育局", "unchanged"),
        ("lead", "省体育局", "县文化广电旅游体育局", "unchanged"),
        ("lead", "市体育局", "市教育和体育局", "unchanged"),
        ("lead", "民政部、中国残联", "省民政厅、省残联", "unchanged"),
        ("lead", "国务院退役军人事务部门", "省退役军人厅", "unchanged"),
        ("lead", "共青团浙江省委、省妇联", "市妇联、团市委", "unchanged"),
        ("lead", "街道办事处", "街道办", "unchanged"),
        ("lead", "市卫生局、市计生局", "市卫健委", "unchanged"),
        ("lead", "县社会医疗保险事业处", "县医疗保险事业中心", "unchanged"),
        ("lead", "市民政局", "县民政局、县卫生健康局", "reassigned"),
        ("lead", "市妇女儿童工作委员会", "市教育局、市妇联", "reassigned"),
        ("lead", "设区的市级人民政府民政部门", "县级人民政府民政部门", "reassigned"),
        ("lead", "市人力社保局", "各县（市、区）人力社保局", "reassigned"),
        ("funding", "中央财政和地方财政共同承担", "由中央和地方财政共同承担支出责任", "unchanged"),
        ("funding", "由各县（市、区）财政承担", "由本市财政承担", "unchanged"),
        ("funding", "省与市县财政按比例分担", "由省和市、县（市、区）财政按比例分担", "unchanged"),
        ("funding", "由省级财政承担", "由县级财政承担", "reassigned"),
        ("funding", "由职工所在单位负担", "从工伤保险基金支付", "reassigned"),
        ("funding", "失业保险基金支付", "医疗保险基金支付", "reassigned"),
        ("funding", "省、市按7∶3分担", "省、市按5∶5分担", "reassigned"),
        ("funding", "省、市按7∶3分担", "省级财政承担70%，市级财政承担30%", "unchanged"),
        ("funding", "中央与省级财政各半分担", "中央、省级财政各承担50%", "unchanged"),
        ("funding", "市、区两级按6:4分担", "由市级负担六成，其余由区级负担", "unchanged"),
        ("funding", "市、区两级按6:4分担", "由市级负担四成、区级负担六成", "reassigned"),
        ("funding", "市级财政承担。", "市、区财政各承担50%。", "reassigned"),
        ("funding", "由市、区财政共同承担", "市级财政承担60%，区级财政承担40%", "refined"),
        ("funding", "由中央、省和市、县财政负担", "由中央、省和市财政负担", "unchanged"),
        ("funding", "由县级财政负担", "由县级财政和村集体经济负担", "reassigned"),
        ("funding", "医疗保险统筹基金支付", "由职工医保统筹基金支付", "unchanged"),
        ("funding", "省级财政承担60%，市县财政承担40%", "由省与市县财政按规定分担", "relaxed"),
        ("funding", "由本级体育彩票公益金列支", "由本级财政予以保障", "relaxed"),
        ("funding", "经费占比不低于百分之五", "经费占比不低于百分之三", "lowered"),
        ("funding", "经费占比不低于百分之五", "经费占比不低于百分之八", "raised"),
    ],
)
def test_offices(field, base, target, label):
    found = compare_items(Item(**{field: base}), Item(**{field: target}))
    assert set(found.labels) == {label}, [(c.rule, c.detail) for c in found.changes]


@pytest.mark.parametrize("field", ["lead", "funding"])
def test_a_field_that_is_gone_is_told(field):
    whole = Item(content="发放补贴。", **{field: "市财政局"})
    found = compare_items(whole, Item(content="发放补贴。"))
    assert set(found.labels) == {"relaxed"}
    assert not any(change.sure for change in found.changes)
    assert set(compare_items(Item(content="发放补贴。"), whole).labels) == {"refined"}


def test_a_prose_field_that_is_gone_is_told():
    base = Item(content="发放补贴。", level="每人每月100元。")
    assert set(compare_items(base, Item(content="发放补贴。")).labels) & {"narrowed", "relaxed"}


def test_details_are_chinese():
    found = compare_items(Item(funding="由省级财政承担"), Item(funding="由县级财政承担"))
    assert [change.detail for change in found.changes] == ["省 → 县"]


@pytest.mark.parametrize("nobody", ["无", "暂无", "待定", "另行确定"])
def test_a_payer_that_is_gone_is_never_silent(nobody):
    payer = "由本市财政承担支出责任"
    there = compare_items(
        Item(content="提供服务", funding=payer), Item(content="提供服务", funding=nobody)
    )
    back = compare_items(
        Item(content="提供服务", funding=nobody), Item(content="提供服务", funding=payer)
    )
    assert there.labels == {"relaxed"}
    assert back.labels == {"refined"}
