"""What drafters reword without a change, and one real change in the middle of such rewording."""

import pytest

from yiwu_diff import Item, compare_items

S, F, N, X, U, L = (
    {label} for label in ("supplemented", "refined", "narrowed", "relaxed", "unchanged", "lowered")
)

CASES = [
    # Whoever is spoken of, and what is done it to, named once instead of twice.
    (
        "乡镇卫生院应当建立居民健康档案，乡镇卫生院应当及时更新居民健康档案。",
        "乡镇卫生院建立并及时更新居民健康档案。",
        U,
    ),
    (
        "乡镇卫生院应当建立居民健康档案，及时更新居民健康档案。",
        "乡镇卫生院建立居民健康档案。",
        N,
    ),
    (
        "消费者受到伤害的，可以向销售者要求赔偿，也可以向生产者要求赔偿。",
        "消费者受到伤害的，可以向生产者或者销售者要求赔偿。",
        U,
    ),
    # What was cut out went elsewhere.
    ("调解委员会调解民间纠纷，不收取任何费用。", "调解委员会免费调解民间纠纷。", U),
    ("调解委员会调解民间纠纷，不收取任何费用。", "调解委员会调解民间纠纷。", N),
    # A clause that only leads into the next, a heading.
    (
        "业主大会会议每年召开一次。召开业主大会会议，应当于会议召开十日以前通知业主。",
        "业主大会会议每年召开一次，应当在召开十日以前通知业主。",
        U,
    ),
    (
        "残疾预防：免费筛查新生儿听力、视力残疾，对疑似残疾儿童进行诊断并转介康复。",
        "免费开展新生儿听力残疾、视力残疾筛查；诊断疑似残疾儿童，将其转介至康复机构。",
        U,
    ),
    (
        "残疾预防：免费筛查新生儿听力、视力残疾，对疑似残疾儿童进行诊断并转介康复。",
        "免费开展新生儿听力残疾筛查；诊断疑似残疾儿童，将其转介至康复机构。",
        N,
    ),
    # What all the rest is for.
    ("经费列入预算，保障工作正常开展。", "所需经费列入预算。", U),
    # Tiers of whoever acts.
    ("省、市、县三级公共图书馆应当实行通借通还。", "全市公共图书馆实行通借通还。", U),
    (
        "幼儿园班额应当符合国家有关规定，招生简章向社会公布。",
        "幼儿园招生简章向社会公布，班额符合国家、省有关规定。",
        U,
    ),
    # A word that only tells more of the next one; a member is none.
    (
        "新生儿家庭访视、健康体检、生长发育监测和心理行为发育评估。",
        "开展新生儿访视，进行健康检查，监测生长发育，评估心理行为发育。",
        U,
    ),
    (
        "对低保对象、特困人员、重度残疾人参加医疗保险的个人缴费给予补贴。",
        "特困人员和低保对象参加医疗保险，个人缴费由政府补贴。",
        N,
    ),
    # An exception there, too.
    (
        "复核应当在三十日内完成。听证所需时间不计算在前款规定的期限内。",
        "复核应当在三十日内完成，但听证所需时间不计入该期限。",
        U,
    ),
    (
        "哺乳期内，用人单位不得安排夜班。女职工提出的，或者医疗机构认为适宜的，不在此限。",
        "哺乳期内，用人单位不得安排夜班；但是，女职工提出或者医疗机构认为适宜的除外。",
        U,
    ),
    (
        "骗取补助的，取消其资格，三年内不再受理其申请。",
        "对骗取补助的申请人，取消资格，且3年内不受理其申请。",
        U,
    ),
    # What a recipient may take is a freedom; a condition of a right is no duty.
    (
        "缴费满一年，非因本人意愿中断就业，并已办理失业登记的，可以领取失业保险金。",
        "领取失业保险金应当具备以下条件：（一）缴费满1年；（二）非因本人意愿中断就业；"
        "（三）已办理失业登记。",
        U,
    ),
    ("低收入家庭冬季取暖费减半。", "低收入家庭冬季取暖费减半收取。", U),
    # Another word for what is done is no other group.
    (
        "确需夜间作业的，应当取得证明，并公告附近居民。",
        "确需夜间作业的，须取得证明并告知附近居民。",
        U,
    ),
    (
        "法律援助机构应当指派律师或者安排本机构人员承办。",
        "由法律援助机构指派律师或安排本机构工作人员办理。",
        U,
    ),
    # One real change in the middle.
    (
        "老年人每年免费体检一次，建立健康档案，费用由县级财政承担。",
        "为老人提供的免费体检每两年一次，并建好健康档案，县级财政承担所需费用。",
        L,
    ),
    (
        "建立老年人能力评估制度。评估结果作为老年人享受补贴的依据。",
        "建立老年人能力评估制度，每年评估一次，并以评估结果作为享受补贴的依据。",
        F,
    ),
    (
        "学校应当组织学生每年进行一次健康检查，建立学生健康档案。",
        "学校每年要让学生体检一次，建好学生健康档案，并免费矫治龋齿。",
        S,
    ),
    (
        "供水企业应当保证水质、水压，因检修需要停水的，应当提前24小时通知用户。",
        "供水企业须保证供水的水质与水压；检修停水，提前告知用户。",
        X,
    ),
    (
        "供水企业应当每两个月抄表一次，并将水费告知用户。用户对水费有异议的，应当复核。",
        "抄表每两月一次；水费由供水企业告知用户。",
        N,
    ),
]


@pytest.mark.parametrize(("base", "target", "labels"), CASES, ids=[c[1][:12] for c in CASES])
def test_a_rewording(base, target, labels):
    found = compare_items(Item(content=base), Item(content=target))
    assert set(found.labels) == labels, [
        (c.rule, c.base.text if c.base else "", c.target.text if c.target else "")
        for c in found.changes
        if c.label
    ]


def test_a_clause_that_repeats_its_neighbour_is_lost_all_the_same():
    here = Item(
        content="机关、企业和社会团体等应当建立健全全民健身活动组织，有计划地组织和开展经常性的"
        "全民健身活动。为职工提供健身场地，并鼓励职工开展多种形式的全民健身活动。"
    )
    there = Item(
        content="机关、社会团体和企业等应当建立健全全民健身活动组织，有计划地组织、为职工健身提供"
        "场地，鼓励职工开展形式多样的全民健身活动。"
    )
    assert "narrowed" in compare_items(here, there).labels
