"""Lists that lose, gain or exchange members while the text around is reworded, and lists that
only look so."""

import pytest

from yiwu_diff import Item, compare_items

S, N, U, NS = {"supplemented"}, {"narrowed"}, {"unchanged"}, {"narrowed", "supplemented"}
R = {"refined"}

CASES = [
    # What leads into a list, and what follows it, is put in other words.
    (
        "社区食堂供应早餐、午餐和晚餐。",
        "居民可在社区食堂用早餐、午餐、晚餐。",
        U,
    ),
    ("社区食堂供应早餐、午餐和晚餐。", "居民可在社区食堂用午餐、晚餐。", N),
    (
        "个人账户可用于支付本人、配偶、子女的医疗费用。",
        "个人账户的钱，本人、子女、配偶看病都能用。",
        U,
    ),
    ("个人账户可用于支付本人、配偶、子女的医疗费用。", "个人账户的钱，本人、配偶看病都能用。", N),
    # Just one member was taken out.
    ("春节、中秋节期间走访慰问困难家庭。", "春节期间走访慰问困难家庭。", N),
    (
        "请求医疗事故、交通事故、工伤事故赔偿的，可以申请法律援助。",
        "下列事项可以申请法律援助：请求交通事故、工伤事故赔偿。",
        N,
    ),
    (
        "机构提供生活照料、医疗护理、精神慰藉和临终关怀服务。",
        "由机构提供生活照料、精神慰藉和医疗护理。",
        N,
    ),
    # A short word for two, and what is left of the two.
    ("为孕妇、产妇免费建档，上门访视。", "孕产妇免费建档并上门访视。", U),
    ("离休、退休人员免费使用活动室。", "离退休人员可以免费使用活动室。", U),
    ("离休、退休人员免费乘车。", "离休人员免费乘车。", N),
    ("小学和中学免费供餐。", "小学免费供餐。", N),
    ("为城镇居民和农村居民免费建立健康档案。", "为城乡居民免费建立健康档案。", U),
    # Who acts and who makes a rule is no member; nor is a name that is read as a place.
    ("乡、民族乡、镇人民政府应当每年走访一次困难老人。", "乡镇人民政府每年走访困难老人一次。", U),
    ("村、社区配备法律顾问。", "村（社区）都有法律顾问。", U),
    # One more of those who are named, whatever is said behind the list.
    (
        "被拘留的犯罪嫌疑人提出申请的，由看守所在24小时内转交。",
        "被拘留的犯罪嫌疑人、被告人、服刑人员提出申请的，看守所应当在24小时内转交。",
        S,
    ),
    # Only one more example (labels.md, cases 6 and 22).
    (
        "依法查处拖欠工资、克扣工资等违法行为。",
        "依法查处拖欠工资、克扣工资、强迫劳动等违法行为。",
        R,
    ),
    (
        "大厅免费提供便民服务，包括饮水、老花镜等。",
        "大厅免费提供便民服务，包括饮水、老花镜、轮椅、充电宝等。",
        R,
    ),
    (
        "保障妇女在就业、晋升等方面享有平等权利。",
        "在就业、晋升、培训等方面保障妇女的平等权利。",
        S,
    ),
    # Days on which there is nothing, and papers to bring.
    ("游泳馆对学生免费开放。", "游泳馆对学生免费开放，周末和法定节假日不开放。", N),
    ("申请人应当提交申请书。", "申请人应当提交申请书，并提交户口簿和收入证明。", N),
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
