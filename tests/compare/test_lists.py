"""Lists that lose, gain or exchange members while the text around is reworded, and lists that
only look so."""

import pytest

from yiwu_diff import Item, compare_items

S, N, U, NS = {"supplemented"}, {"narrowed"}, {"unchanged"}, {"narrowed", "supplemented"}

CASES = [
    # The lost member stands before what follows the list.
    (
        "老年人、残疾人、孕妇、现役军人在窗口办事可以优先。",
        "孕妇、老年人、残疾人到窗口办事优先办理。",
        N,
    ),
    ("业主、物业使用人可以查阅物业服务收支账目。", "物业服务收支账目，业主可以查阅。", N),
    (
        "申请人、利害关系人在被告知听证权利之日起五日内提出申请的，应当组织听证。",
        "申请人自被告知听证权利之日起五日内提出申请的，应当组织听证。",
        N,
    ),
    # … of two lists in one clause.
    ("本市公交、地铁、轮渡对残疾军人、盲人免费。", "残疾军人、盲人免费乘坐本市公交、地铁。", N),
    # … in a place, in a case, among those that a list ends in 等.
    (
        "各级人民政府应当在国家档案馆、公共图书馆、政务服务场所设置查阅场所，配备设施。",
        "各级人民政府在政务服务场所和国家档案馆设立查阅点，备齐设施。",
        N,
    ),
    (
        "可以提取住房公积金：（一）购买、建造、翻建、大修自住住房的；（二）出境定居的。",
        "可以提取住房公积金：（一）出境定居的；（二）购买、建造、大修自住住房的。",
        N,
    ),
    (
        "为夫妇免费提供健康教育、健康检查、风险评估和咨询指导等孕前优生服务。",
        "免费为夫妇开展孕前优生服务，提供健康检查、咨询指导及风险评估等。",
        N,
    ),
    # Its name stands elsewhere, too.
    (
        "公开空气质量、地表水水质、集中式饮用水水源水质等环境信息。",
        "公开集中式饮用水水源水质、空气质量等环境信息。",
        N,
    ),
    # One more.
    (
        "盲人持证免费乘坐公共汽车、电车等公共交通工具。残疾人搭乘公共交通工具，应当给予便利。",
        "盲人和其他重度残疾人持证免费乘坐公共汽车、电车等公共交通工具。残疾人搭乘公共交通工具应当得到便利。",
        S,
    ),
    (
        "生产经营者对结果有异议的，可以申请复检。",
        "对结果有异议的生产经营者、消费者可申请复检。",
        S,
    ),
    ("城市生活无着的人员可以向救助站求助。", "城乡生活无着的人员，可以到救助站求助。", S),
    # One for another.
    (
        "寒暑假期间，体育场馆应当对学生、老年人、残疾人免费或者低收费开放。",
        "学生、老年人、现役军人寒暑假期间到体育场馆健身，场馆应当免费或者低价开放。",
        NS,
    ),
    (
        "影剧院、体育馆应当对未成年人、老年人、教师优惠开放。",
        "未成年人、老年人和消防救援人员到影剧院、体育馆享受优惠。",
        NS,
    ),
    ("养老机构应当配备护理员、社会工作者、营养师。", "养老机构应配备护理员、康复师、营养师。", NS),
    # What members share is said but once.
    (
        "对无民事行为能力的患者、限制民事行为能力的患者提供康复服务。",
        "为无、限制民事行为能力的患者提供康复服务。",
        U,
    ),
    (
        "养老设施与住宅同步规划、同步建设、同步验收、同步交付使用。",
        "养老设施与住宅同步规划、建设、验收和交付使用。",
        U,
    ),
    # A longer name for what the list still names.
    ("汽车站、客运码头、民用机场应当设置坡道。", "汽车站、机场、码头应当设置坡道。", U),
    # Offices that act.
    (
        "教育、民政、卫生健康、残联等部门和单位免费提供辅助器具。",
        "民政、教育、卫生健康部门和残联免费提供辅助器具。",
        U,
    ),
    # Another order, another form.
    (
        "景区对六周岁以下儿童、现役军人、残疾人免收门票，对学生、教师实行半价。",
        "六周岁以下儿童、残疾人、现役军人免门票；学生和教师半价。",
        U,
    ),
]


@pytest.mark.parametrize(("base", "target", "labels"), CASES)
def test_list(base: str, target: str, labels: set[str]) -> None:
    found = compare_items(Item(content=base), Item(content=target))
    assert set(found.labels) == labels


@pytest.mark.parametrize(
    ("base", "target", "labels"),
    [
        ("无民事行为能力人、限制民事行为能力人", "无、限制民事行为能力人", U),
        ("低保、特困及低保边缘家庭", "低保家庭、低保边缘家庭、特困人员家庭", U),
        ("小学、初中阶段学生", "小学阶段学生、初中阶段学生", U),
        ("小学、初中、高中阶段学生", "初中、小学阶段学生", N),
        ("视力、听力、言语残疾儿童", "视力、听力、肢体残疾儿童", NS),
    ],
)
def test_list_of_people(base: str, target: str, labels: set[str]) -> None:
    found = compare_items(Item(audience=base), Item(audience=target))
    assert set(found.labels) == labels


def test_a_lost_member_is_quoted_alone() -> None:
    found = compare_items(
        Item(content="场馆对学生、老年人、残疾人免费开放。"),
        Item(content="学生、老年人到场馆，免费开放。"),
    )
    assert [one.base.text for one in found.changes if one.label and one.base] == ["残疾人"]
