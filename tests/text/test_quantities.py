"""Quantities of every usual form, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.text.normal import level
from yiwu_diff.text.quantities import quantities


def read(text):
    return quantities(level(text))


@pytest.mark.parametrize(
    ("text", "kind", "values", "bound"),
    [
        ("不低于60%", "ratio", (0.6,), "≥"),
        ("百分之八十", "ratio", (0.8,), "="),
        ("百分之五十至百分之七十", "ratio", (0.5, 0.7), "="),
        ("８０％以上", "ratio", (0.8,), "≥"),
        ("37.5‰", "ratio", (0.0375,), "="),
        ("八成", "ratio", (0.8,), "="),
        ("三分之二", "ratio", (2 / 3,), "="),
        ("实际缴费的2/3", "ratio", (2 / 3,), "="),
        ("低保标准的1.5倍以下", "ratio", (1.5,), "≤"),
        ("最低生活保障标准二倍", "ratio", (2,), "="),
        ("1,200元", "money", (1200,), "="),
        ("2万元", "money", (20000,), "="),
        ("三至五万元", "money", (30000, 50000), "="),
        ("最高不超过3000元", "money", (3000,), "≤"),
        ("三十日内", "days", (30,), "≤"),
        ("二十个工作日", "days", (28,), "="),
        ("半年", "days", (182.5,), "="),
        ("一年半", "days", (547.5,), "="),
        ("两个月", "days", (60,), "="),
        ("24小时内", "days", (1,), "≤"),
        ("一刻钟", "days", (15 / 1440,), "="),
        ("年满65周岁及以上", "age", (65,), "≥"),
        ("80周岁（含）以上", "age", (80,), "≥"),
        ("0—6岁", "age", (0, 6), "="),
        ("零至六岁", "age", (0, 6), "="),
        ("60～79周岁", "age", (60, 79), "="),
        ("年满60周岁不满65周岁", "age", (60, 64), "="),
        ("0-36个月婴幼儿", "age", (0, 3), "="),
        ("3、6、8、12月龄", "age", (0.25, 0.5, 2 / 3, 1), "="),
        ("500米以内", "length", (500,), "≤"),
        ("建筑面积13㎡以下", "area", (13,), "≤"),
        ("48学时", "lesson", (48,), "="),
        ("五折", "discount", (5,), "="),
        ("18℃以上", "temperature", (18,), "≥"),
    ],
)
def test_a_quantity(text, kind, values, bound):
    (found,) = read(text)
    assert found.kind == kind
    assert found.values == pytest.approx(values, rel=1e-3)
    assert found.bound == bound


@pytest.mark.parametrize(
    ("text", "per_year"),
    [
        ("每年4次", 4),
        ("每季度至少1次", 4),
        ("每半年2次", 4),
        ("每两年免费检查一次", 0.5),
        ("每2个月至少更换1次", 6),
        ("按月随访1次", 12),
        ("一年随访4次", 4),
        ("4次/年", 4),
        ("每人每月100元", 1200),
        ("100元/人·月", 1200),
        ("每生每学期1000元", 2000),
        ("1000元每人每年", 1000),
    ],
)
def test_a_period_is_converted(text, per_year):
    (found,) = [q for q in read(text) if not q.soft]
    assert found.comparable == pytest.approx((per_year,), rel=0.02)


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2021〕5号",
        "第十二条第二款",
        "《规范（第三版）》",
        "2021年版",
        "2021年10月28日",
        "拨打12333热线",
        "12345",
        "C级、D级危房",
        "一次性发放",
        "一律、一般、统一、进一步",
        "十四五期间",
        "三无人员、五保对象、两免一补",
        "第一、第二",
        "二级残疾",
    ],
)
def test_what_only_looks_like_a_quantity(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("每年1200元", "每月100元", True),
        ("每年1200元", "每月120元", False),
        ("12个月", "1年", True),
        ("7日", "5个工作日", True),
        ("7日", "7个工作日", False),
        ("90%", "88%", False),
        ("1个", "一处", True),
        ("五月底前", "5月31日前", True),
        ("每年三月底前", "每年4月底前", False),
        ("每十五日维护一次", "十五日一次", True),
        ("两年一次", "每年一次", False),
        ("一学年四个单程", "每学年4个单程", True),
        ("一年最多200元", "每年最多200元", True),
        ("100元", "100%", False),
    ],
)
def test_equal_after_conversion(one, other, same):
    (a,), (b,) = read(one), read(other)
    assert a.same_as(b) is same
    assert b.same_as(a) is same


def test_the_span_holds_the_number():
    text = level("家庭人均收入低于当地最低生活保障标准1.5倍的，每人每月补助300元")
    for q in quantities(text):
        assert any(char.isdigit() for char in text[q.start : q.end])


@given(st.text(max_size=120))
def test_any_text_is_read(text):
    found = read(text)
    for q in found:
        assert 0 <= q.start < q.end <= len(level(text))
        assert q.values
