"""Another body does what one did before, or only the same one under another name."""

import pytest

from yiwu_diff import Item, compare_items

CASES = [
    # Who is asked, who decides.
    (
        "再生育的夫妻应当向县级卫生健康部门办理登记。",
        "再生育夫妻应当到乡镇人民政府、街道办事处办理登记。",
        True,
    ),
    (
        "困境儿童的认定，由村民委员会报乡镇人民政府审核，县级民政部门确认。",
        "困境儿童的认定，由村民委员会上报，乡镇人民政府审核并确认。",
        True,
    ),
    (
        "就业见习补贴由县人社局审核，财政局拨付。",
        "就业见习补贴由县人社局审核并拨付。",
        True,
    ),
    ("经县级教育部门批准，可以延缓入学。", "可以延缓入学，经乡镇人民政府批准。", True),
    ("食品摊贩应当向街道办事处备案。", "食品摊贩应当向市场监督管理部门备案。", True),
    # No list knows the body.
    (
        "献血后，由采血的血站当场发给无偿献血证书。",
        "献血后，由县红十字会当场颁发无偿献血证书。",
        True,
    ),
    (
        "可以自收到决定之日起三十日内请求上一级行政机关复查。",
        "可以自收到决定之日起三十日内向信访事项复查复核委员会请求复查。",
        True,
    ),
    ("债务人的行为由破产事务管理部门负责检查监督。", "债务人的行为由管理人负责检查监督。", True),
    (
        "家庭教育由负责妇女儿童工作的机构组织、协调。",
        "家庭教育由教育行政部门组织、协调。",
        True,
    ),
    (
        "损耗的灭火剂，由火灾发生地的人民政府给予补偿。",
        "损耗的灭火剂，由起火单位给予补偿。",
        True,
    ),
    (
        "村医每年由卫生健康主管部门或者其委托的行业组织考核一次。",
        "村医每年由所在乡镇卫生院考核一次。",
        True,
    ),
    (
        "用户可以向供水主管部门投诉，主管部门应当在五日内答复。",
        "用户可以向消费者权益保护委员会投诉，该委员会应当在五日内答复。",
        True,
    ),
    ("土地承包纠纷由乡镇人民政府调解。", "土地承包纠纷由土地承包仲裁委员会调解。", True),
    ("退役士兵的档案由退役军人事务部门保管。", "退役士兵的档案由公证机构保管。", True),
    ("养老金由社会保险经办机构按月发放。", "养老金由县社会保险事业中心按月发放。", False),
    (
        "驾驶员的培训由道路运输管理机构组织实施。",
        "驾驶员的培训，由交通运输部门所属的道路运输机构组织实施。",
        False,
    ),
    ("可以向不动产登记机构申请查询。", "可以到不动产登记中心申请查询。", False),
    ("补偿资金由省、市、县财政共同承担。", "补偿资金由省财政和市、县财政共同承担。", False),
    (
        "由县疾病预防控制中心组织，各乡镇卫生院实施。",
        "县疾控中心负责组织，具体由各乡镇卫生院实施。",
        False,
    ),
    # Whatever it does.
    (
        "流浪乞讨人员由公安机关护送到救助管理站。",
        "流浪乞讨人员由城市管理部门护送到救助管理站。",
        True,
    ),
    ("幼儿园建成后，无偿移交教育行政部门。", "幼儿园建成后，无偿移交给街道办事处。", True),
    # One of several comes in or goes.
    (
        "维修资金由财政部门和住房城乡建设部门共同监管。",
        "维修资金由住房城乡建设部门监管。",
        True,
    ),
    (
        "各级公安、民政、人力资源社会保障、卫生健康等部门按职责解救。",
        "各级公安、民政、卫生健康等部门按职责解救。",
        True,
    ),
    ("由民政部门会同残联每年核查。", "由民政部门与残联共同每年核查。", False),
    (
        "市教育局会同市财政局每年核定一次标准。",
        "标准每年由市财政局会同市教育局核定一次。",
        False,
    ),
    # Who pays.
    ("伤残津贴由工伤保险基金支付。", "伤残津贴，由用人单位支付。", True),
    ("补贴从失业保险基金中列支。", "补贴从就业补助资金中列支。", True),
    ("保障资金由县级财政安排。", "保障资金由省级财政安排。", True),
    ("从工伤保险基金按等级支付补助金。", "由工伤保险基金按等级支付补助金。", False),
    ("医疗费用由基本医疗保险基金支付。", "医疗费用从医保统筹基金中支付。", False),
    # Another tier of one text, or one office seen from further down.
    ("救助标准由省人民政府确定。", "救助标准由县级人民政府确定。", True),
    ("市人民政府制定救助标准。", "救助标准由各县（市、区）人民政府制定。", True),
    ("由县级人民政府向其颁发抚慰金。", "由市人民政府向其颁发抚慰金。", False),
    ("具体办法由国务院教育部门规定。", "具体办法由省教育厅规定。", False),
    # Other names of one office, and whoever works for it.
    (
        "公安、民政、劳动和社会保障、卫生等部门应当做好救助工作。",
        "民政、公安、卫生健康、人力资源社会保障等部门应当做好救助工作。",
        False,
    ),
    ("经办机构应当在30日内支付。", "市医保经办机构应当在30日内支付。", False),
    ("省卫生健康委组织孕前检查。", "市卫健局组织孕前检查。", False),
    ("老年人到社区居民委员会办理。", "老年人到居委会办理。", False),
    (
        "孤儿生活费由民政部门核定、财政部门拨付。",
        "孤儿生活费由财政部门拨付，由民政部门核定。",
        False,
    ),
    (
        "乡镇人民政府审核后报县级人民政府民政部门审批。",
        "由镇（街道）审核后，报市民政局审批。",
        False,
    ),
    ("县级人民政府体育行政部门管理设施。", "县文化广电旅游体育局管理设施。", False),
]


@pytest.mark.parametrize(("base", "target", "other"), CASES, ids=[c[1][:12] for c in CASES])
def test_who_does_it(base, target, other):
    found = compare_items(Item(content=base), Item(content=target))
    assert set(found.labels) == {"reassigned" if other else "unchanged"}, [
        (c.rule, c.base.text if c.base else "", c.target.text if c.target else "")
        for c in found.changes
        if c.label
    ]


def test_a_recipient_who_has_to_pay_is_told_as_a_cut_too():
    here = Item(content="政策范围内的门诊费用由统筹基金支付。")
    found = compare_items(here, Item(content="政策范围内门诊费用由个人承担。"))
    assert {"reassigned", "narrowed"} <= found.labels


def test_what_is_cut_beside_another_body_is_told():
    here = Item(content="由民政部门为老年人免费体检，每年发放补贴，提供康复训练。")
    found = compare_items(here, Item(content="由残联为老年人免费体检，每年发放补贴。"))
    assert {"reassigned", "narrowed"} <= found.labels
