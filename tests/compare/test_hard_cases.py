"""The hard cases of labels.md, by number, each with texts of its own."""

import pytest

from yiwu_diff import Item, compare_items

S, R, F = {"supplemented"}, {"raised"}, {"refined"}
L, N, X, A, U = {"lowered"}, {"narrowed"}, {"relaxed"}, {"reassigned"}, {"unchanged"}

CASES = [
    # 1 a number appears
    (1, "level", "对高血压患者开展随访。", "对高血压患者每年至少开展4次随访。", F),
    (1, "level", "体育馆向社会开放。", "体育馆每周向社会开放不少于56小时。", F),
    # 2 a number changes, by what it means for the recipient
    (2, "audience", "年满70周岁的老年人", "年满65周岁的老年人", R),
    (2, "audience", "0—6岁残疾儿童", "0—14岁残疾儿童", R),
    (2, "audience", "家庭人均收入在低保标准1.5倍以下的", "家庭人均收入在低保标准2倍以下的", R),
    (2, "level", "覆盖率不低于60%", "覆盖率不低于80%", R),
    (2, "level", "自受理之日起不超过20日办结", "自受理之日起不超过10日办结", R),
    (2, "level", "公厕服务半径不超过500米", "公厕服务半径不超过800米", L),
    (2, "level", "个人自付比例不超过20%", "个人自付比例不超过30%", L),
    (2, "audience", "缴费满15年的参保人员", "缴费满20年的参保人员", L),
    (2, "level", "到馆读者等候时间不超过10分钟", "到馆读者等候时间不超过15分钟", L),
    # 3 both ways
    (
        3,
        "level",
        "住院报销比例70%，起付标准500元。",
        "住院报销比例75%，起付标准800元。",
        R | L,
    ),
    # 4 units and periods
    (4, "level", "每人每年补助1200元", "每人每月补助100元", U),
    (4, "level", "每人每年补助1200元", "每人每月补助120元", R),
    (4, "level", "每季度至少随访1次", "每年至少随访4次", U),
    (4, "level", "补助2万元", "补助20000元", U),
    # 5 how the same service is done
    (5, "content", "发放高龄津贴。", "发放高龄津贴（通过社会保障卡按月发放）。", F),
    # 6 lists
    (6, "content", "提供助餐、助浴服务。", "提供助餐、助浴、助医服务。", S),
    (6, "content", "提供助餐、助浴、助医服务。", "提供助餐、助浴服务。", N),
    (6, "audience", "孤儿、残疾儿童", "孤儿、残疾儿童、流浪儿童", S),
    # 7 conditions
    (7, "audience", "老年人", "具有本县户籍的老年人", N),
    (7, "audience", "具有本县户籍的老年人", "老年人", S),
    (7, "audience", "残疾人", "低保家庭残疾人", N),
    # 8 vague and specific
    (8, "level", "定期开展上门探访。", "每月开展2次上门探访。", F),
    (8, "level", "每月开展2次上门探访。", "定期开展上门探访。", X),
    # 9 should and must
    (9, "content", "鼓励博物馆设立少儿展区。", "博物馆应当设立少儿展区。", F),
    (9, "content", "博物馆应当设立少儿展区。", "鼓励博物馆设立少儿展区。", X),
    (9, "content", "对符合规定的机构给予补贴。", "对符合规定的机构可以给予补贴。", X),
    (9, "content", "对符合规定的机构可以给予补贴。", "对符合规定的机构给予补贴。", F),
    (9, "content", "同一补贴不得重复享受。", "同一补贴不可重复享受。", U),
    # 10 aims
    (10, "level", "开展宣教。", "开展宣教，力争覆盖率达到100%。", F),
    (10, "level", "力争覆盖率达到90%。", "力争覆盖率达到95%。", R),
    # 11 other words
    (
        11,
        "content",
        "为老年人免费提供健康检查、健康指导。",
        "免费为老年人提供健康指导和健康检查。",
        U,
    ),
    (11, "level", "每年三次，不少于百分之八十", "每年3次，80%以上", U),
    # 13 lead and funding by level
    (13, "lead", "省卫生健康委", "市卫生健康局", U),
    (13, "lead", "省民政厅", "市教育局", A),
    # 15 a case that the base does not speak of
    (
        15,
        "level",
        "按每生每年800元补助。",
        "按每生每年800元补助。收费标准低于补助标准的，按实际收费补助。",
        S,
    ),
    # 16 whose deadline
    (16, "level", "自受理之日起10个工作日内审核", "自受理之日起15个工作日内审核", L),
    (
        16,
        "content",
        "申请人应当自收到通知之日起10日内提出异议",
        "申请人应当自收到通知之日起15日内提出异议",
        R,
    ),
    (16, "content", "停水应当提前24小时通知用户", "停水应当提前48小时通知用户", R),
    (16, "level", "产假98天", "产假128天", R),
    # 17 working days
    (17, "level", "自受理之日起7日内办结", "自受理之日起7个工作日内办结", L),
    (17, "level", "自受理之日起7日内办结", "自受理之日起5个工作日内办结", U),
    (17, "level", "补贴期限12个月", "补贴期限1年", U),
    # 18 delegations and floors
    (
        18,
        "level",
        "失业保险金标准由省人民政府规定。",
        "失业保险金标准为最低工资标准的百分之九十。",
        F,
    ),
    (18, "level", "补贴标准为每人每月300元。", "按规定享受补贴。", X),
    (
        18,
        "level",
        "标准由市人民政府制定，不低于当地居民平均生活水平。",
        "标准由市人民政府制定。",
        X,
    ),
    # 19 charges
    (19, "content", "免费借书。办证收取押金100元。", "免费借书。", S),
    (19, "level", "办卡免收工本费。", "办卡收取工本费10元。", N),
    # 20 words that tighten
    (20, "audience", "困难家庭", "特殊困难家庭", N),
    (20, "audience", "特殊困难家庭", "困难家庭", S),
    (20, "audience", "人均月收入低于最低工资标准的家庭", "生活困难的家庭", X),
    # 21 offices renamed
    (21, "lead", "市劳动和社会保障局", "市人力资源和社会保障局", U),
    (21, "lead", "市规划局", "市自然资源和规划局", U),
    (21, "content", "具体办法由民政部门制定。", "具体办法由财政部门制定。", A),
    # 22 lists closed by 等
    (22, "audience", "独居、空巢等老年人", "独居、空巢、失能等老年人", S),
    (22, "audience", "独居、空巢、失能等老年人", "独居、空巢等老年人", N),
    (22, "content", "提供基本生活救助。", "提供粮食、衣被等基本生活救助。", F),
    (22, "content", "提供粮食等基本生活救助。", "提供粮食、衣被等基本生活救助。", S),
    # 24 a cap made a schedule
    (
        24,
        "level",
        "护理补贴每人每月最高600元。",
        "护理补贴轻度失能每人每月200元，中度400元，重度600元。",
        F,
    ),
    # 25 editions of documents
    (25, "level", "按照《健康管理规范（第二版）》执行", "按照《健康管理规范（第三版）》执行", U),
    # 26 exceptions
    (26, "audience", "年满16周岁的居民，在校学生除外", "年满16周岁的居民", S),
    (26, "content", "体育场全年开放。", "除法定节假日外，体育场全年开放。", N),
    # 27 details inside a new service
    (
        27,
        "content",
        "建立健康档案。",
        "建立健康档案。免费开展认知功能筛查，每两年1次，结果10个工作日内反馈。",
        S,
    ),
    # 28 several offices, splits
    (28, "lead", "市民政局、市财政局", "市财政局、市民政局", U),
    (28, "lead", "市民政局", "市民政局、市财政局", A),
    (28, "funding", "由省与市县财政按规定分担", "省级财政承担60%，市县财政承担40%", F),
    (28, "funding", "省、市按7:3分担", "省、市按5:5分担", A),
    # 29 counted lists
    (
        29,
        "content",
        "提供三项服务：（一）遗体接运；（二）遗体存放；（三）骨灰寄存。",
        "提供两项服务：（一）遗体接运；（二）遗体存放。",
        N,
    ),
    # 30 a total spread over dates
    (30, "level", "每年组织2次演练", "每年5月、10月各组织1次演练", F),
    (
        30,
        "level",
        "1岁以内检查4次，1—3岁每年2次。",
        "在3、6、8、12、18、24、30、36月龄各检查1次。",
        F,
    ),
    # 31 a figure disappears, an activity disappears
    (31, "level", "每月举办1次健康讲座", "举办健康讲座", X),
    (31, "content", "举办健康讲座，放映公益电影。", "举办健康讲座。", N),
]


@pytest.mark.parametrize(
    ("case", "field", "base", "target", "labels"),
    CASES,
    ids=[f"{n}-{i}" for i, (n, *_) in enumerate(CASES)],
)
def test_hard_case(case, field, base, target, labels):
    found = compare_items(Item(**{field: base}), Item(**{field: target}))
    assert set(found.labels) == labels, [(c.rule, c.detail) for c in found.changes if c.label]


def test_labels_add_up():
    """Case 14."""
    base = Item(content="提供助餐服务。", level="定期开展随访。", lead="市民政局")
    target = Item(content="提供助餐、助浴服务。", level="每月开展2次随访。", lead="市教育局")
    assert set(compare_items(base, target).labels) == {"supplemented", "refined", "reassigned"}


def test_a_category_renamed_with_its_definition():
    """Case 23."""
    base = Item(audience="低收入家庭，即家庭人均收入低于低保标准1.5倍的家庭")
    target = Item(audience="最低生活保障边缘家庭，是指家庭人均收入低于低保标准1.5倍的家庭")
    assert set(compare_items(base, target).labels) == {"unchanged"}
