"""Which label an added or lost piece deserves: granted or only told more closely, taken away or
only left open."""

import pytest

from yiwu_diff import Item, compare_items

S, F, N, X, U = (
    {label} for label in ("supplemented", "refined", "narrowed", "relaxed", "unchanged")
)

CASES = [
    # An amount left to somebody is filled in.
    (
        "对孤儿发放基本生活费，具体标准由设区的市制定。",
        "对孤儿发放基本生活费：集中供养的每人每月2200元，散居的每人每月1600元。",
        F,
    ),
    (
        "对见义勇为人员发给奖励金，奖励标准由市人民政府制定。",
        "对见义勇为人员发给奖励金，牺牲的奖励三十万元，致残的奖励十万元。",
        F,
    ),
    (
        "对烈士遗属发放抚恤金，标准由国务院规定。",
        "对烈士遗属发放抚恤金，标准由国务院规定；另发放丧葬补助费5000元。",
        S,
    ),
    (
        "对高龄老人发放津贴，标准由县人民政府确定。",
        "对高龄老人发放津贴，每人每月100元；对独居的高龄老人配备呼叫器。",
        S | F,
    ),
    # How long, how often looked at again, in which way, about what.
    ("对困难儿童发放生活费。", "对困难儿童发放生活费，生活费发放至年满18周岁当月止。", F),
    (
        "最低工资标准由省人民政府规定，并适时调整。",
        "最低工资标准由省人民政府规定，每两年至少调整一次。",
        F,
    ),
    ("农村客运通达建制村。", "农村客运通达建制村，可以采用固定线路、预约响应等方式。", F),
    ("开展防灾减灾宣传。", "开展防灾减灾宣传，普及地震、火灾、洪涝自救互救常识。", F),
    (
        "小学生免费配发作业本。",
        "小学生免费配发作业本，作业本由学校统一采购、开学第一周发放到班。",
        F,
    ),
    ("为农户安装自来水。", "为农户安装自来水，2025年底前力争实现应通尽通。", F),
    # Another act, for each or again and again, is none of these.
    (
        "特殊教育学校为学生提供康复训练。",
        "特殊教育学校为学生提供康复训练，每名学生配备一名成长导师。",
        S,
    ),
    (
        "光荣院为集中供养对象提供生活照料。",
        "光荣院为集中供养对象提供生活照料，并每年组织一次外出疗养。",
        S,
    ),
    # The budget and the growth of what stands.
    ("街道设立老年食堂，运行经费纳入本级预算，并逐年增加。", "街道设立老年食堂。", X),
    ("体育经费列入本级预算，并随国民经济发展逐步增长。", "体育经费列入本级预算。", X),
    ("街道设立老年食堂，对就餐老人每餐补贴3元。", "街道设立老年食堂。", N),
    # An amount, a threshold left open.
    (
        "每户补贴不超过5000元，自签约之日起90日内完工。",
        "视实际情况给予适当补贴，尽快完工。",
        X,
    ),
    (
        "供养对象生活仍低于当地平均生活水平的，由县级人民政府给予补助。",
        "供养对象生活仍有困难的，由县级人民政府给予补助。",
        X,
    ),
    # Examples of what nobody may do; one more thing that a body may not do to people.
    (
        "旅行社不得有强迫购物等损害游客权益的行为。",
        "旅行社不得有强迫购物、擅自变更行程、甩团等损害游客权益的行为。",
        F,
    ),
    (
        "依法查处虚假宣传等侵害消费者权益的行为。",
        "依法查处虚假宣传、短斤缺两、价格欺诈等侵害消费者权益的行为。",
        F,
    ),
    (
        "用人单位不得因女职工怀孕降低其工资。",
        "用人单位不得因女职工怀孕降低其工资和福利，限制其晋升。",
        S,
    ),
    # More groups and cases.
    (
        "被拘留人员提出申诉的，拘留所24小时内转交。",
        "被拘留人员、被逮捕人员以及强制医疗人员提出申诉的，拘留所、强制医疗所24小时内转交。",
        S,
    ),
    (
        "公民因公致残的，可以申请评残。",
        "公民因公致残的，可以申请评残。因从事有毒作业患职业病的，可以申请评残。",
        S,
    ),
    (
        "单位应当给予独生子女每年累计不超过二十日的护理假。",
        "单位应当给予独生子女每年累计不超过二十日、非独生子女每年累计不超过十日的护理假。",
        S,
    ),
    # Not: days that are closed, papers to bring.
    ("长者食堂供应午餐。", "长者食堂供应午餐。双休日和法定节假日不供餐。", N),
    # It hung on means, and no longer does.
    ("学校根据条件每年组织一次学生研学。", "学校应当每年组织一次学生研学。", F),
]


@pytest.mark.parametrize(("base", "target", "labels"), CASES)
def test_a_grant_and_what_only_tells_of_one_are_kept_apart(base, target, labels):
    assert compare_items(Item(content=base), Item(content=target)).labels == labels
