"""What speaks to the reader says nothing; what is cut behind it is found all the same."""

from __future__ import annotations

import pytest

from yiwu_diff import Item, compare_items

_FITTING = (
    "用水户对水费有异议的，可以向供水企业申请核查，供水企业应当在五个工作日内答复，"
    "并退还多收的水费。"
)
_RECORD = (
    "个人发现档案有错误的，有权请求管理机构更正。个人请求更正的，管理机构应当核实，并及时更正。"
)
_CARD = "失业人员可以到常住地街道申领就业创业证，街道应当当场办结。"
_DRUGS = "为严重精神障碍患者建立健康档案，每年随访四次，患者可以就近领取免费药物。"
_LOAN = (
    "管理中心应当自受理贷款申请之日起十个工作日内作出准予贷款或者不准予贷款的决定，"
    "并书面告知申请人。"
)
_MEALS = "学校应当为寄宿学生提供热水、热饭，并安排教职工值夜。"


@pytest.mark.parametrize(
    ("base", "target", "labels"),
    [
        (
            _FITTING,
            "水费好像算多了，能查吗？能。对水费有异议，可找供水企业申请核查，5个工作日内给您答复，多收的水费退给您。",
            set(),
        ),
        (
            _FITTING,
            "水费好像算多了，能查吗？能。对水费有异议，可找供水企业申请核查，5个工作日内给您答复。",
            {"narrowed"},
        ),
        (
            "65周岁以上老年人免费乘坐公交车。",
            "老人坐车要花钱吗？不要。65周岁以上老年人坐公交车免费。",
            set(),
        ),
        (
            "65周岁以上老年人免费乘坐公交车。",
            "您是本市户籍的65周岁以上老年人吗？坐公交车免费。",
            {"narrowed"},
        ),
        (
            "残疾人乘坐公交车免费。",
            "军人怎么坐车？军人、残疾人乘坐公交车都免费。",
            {"supplemented"},
        ),
        (
            _RECORD,
            "发现与本人有关的档案有误，个人有权要求管理机构更正；机构接到请求后应当核实，并及时更正。",
            set(),
        ),
        (_RECORD, "发现与本人有关的档案有误，个人有权要求管理机构更正。", {"narrowed"}),
        (_CARD, "没有工作的居民可到常住地街道申领《就业创业证》，街道当场办结。", set()),
        (
            "新生儿出生后，由助产机构签发出生医学证明。",
            "宝宝出生后，助产机构按照《出生医学证明管理办法》为其签发出生医学证明。",
            {"refined"},
        ),
        (_DRUGS, "严重精神障碍病人由基层机构建健康档案，一年随访4次，免费药品可在附近领。", set()),
        (
            _LOAN,
            "您提交贷款申请后，10个工作日内就有结果。能不能贷，管理中心都会书面告诉您。",
            set(),
        ),
        (
            _LOAN,
            "管理中心应当自受理贷款申请之日起十个工作日内作出准予贷款的决定，并书面告知申请人。",
            {"narrowed"},
        ),
        (
            _MEALS,
            "为使寄宿学生住得安心、吃得放心，学校要供应热水、热饭，并派教职工夜间值班。",
            set(),
        ),
        (_MEALS, "为使寄宿学生住得安心、吃得放心，学校要供应热水、热饭。", {"narrowed"}),
        (
            "窗口每周六上午提供预约办理服务，法定节假日除外。",
            "每周六上午，窗口都接受预约办理，碰上法定节假日也不打烊。",
            {"supplemented"},
        ),
    ],
)
def test_asides(base: str, target: str, labels: set[str]) -> None:
    found = compare_items(Item(content=base), Item(content=target)).labels
    assert set(found) == (labels or {"unchanged"})
