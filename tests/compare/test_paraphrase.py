"""The same said in other words, and what such a text leaves out all the same."""

import pytest

from yiwu_diff import Item, compare_items

S, F, N, X, A, U = (
    {label}
    for label in ("supplemented", "refined", "narrowed", "relaxed", "reassigned", "unchanged")
)

CASES = [
    # What the recipient may do is a freedom; that a may stands elsewhere says nothing.
    (
        "公共交通工具应当给予残疾人便利，免费携带辅助器具。",
        "公共交通工具应当给予残疾人便利，可以免费携带辅助器具。",
        U,
    ),
    (
        "市场应当每日公示检验结果，保存记录。购买者可以到检测点免费检测，检测点应当及时告知结果。",
        "市场每日公示检验结果，并保存记录。设检测点，购买者可以免费送检，及时得知结果。",
        U,
    ),
    ("余额依法继承。", "余额可以依法继承。", U),
    ("机关应当安排专人接待，应当公示结果。", "机关可以安排专人接待，应当公示结果。", X),
    # Steps, means and places of a granted service.
    (
        "对失能老人提供照料服务。",
        "由县民政部门委托具备资质的机构，通过签订协议的方式，对失能老人提供照料服务。",
        F,
    ),
    (
        "对危房改造给予补助。",
        "对危房改造给予补助。农户申请，经村评议、镇审核后，补助资金通过一卡通直接拨付。",
        F,
    ),
    # Somebody else is helped: no step.
    ("为妇女提供咨询。", "为妇女提供咨询，对遭受暴力的妇女协助申请保护令，免费提供住宿。", S),
    # Whoever acts, not where or when.
    ("开展水质监测。", "市水务局开展水质监测，监测结果在网站、公告栏公示。", F),
    # An open wording that moved to another sentence.
    (
        "村应当明确专人，建立档案，及时报告异常。",
        "村应当明确专人。专人建立档案，及时报告异常。",
        U,
    ),
    # What guides everything binds nobody.
    (
        "助残工作坚持以人为本，遵循公开、公平的原则。医院免费筛查听力。",
        "医院免费筛查听力。",
        U,
    ),
    # Clauses, bans and rules for a case that a text worded anew leaves out.
    (
        "管理单位应当建立突发事件应急预案，配备安全设备和人员。",
        "管理单位配备安全设备与人员。",
        N,
    ),
    (
        "工作人员不得泄露申请人信息，不得向申请人收取费用。",
        "工作人员不得向申请人收费。",
        N,
    ),
    (
        "机构评估老人的身心状况，并确定护理等级；身心状况变化、需要变更等级的，应当重新评估。",
        "机构对老人的身心状况进行评估，确定其护理等级。",
        N,
    ),
    ("学校应当建立档案，并说明理由。", "学校建立档案。", N),
    # A condition in a clause of its own.
    (
        "毕业两年内的学生均可申请补贴。",
        "毕业两年内的学生创办企业并正常经营一年以上的，可以申请补贴。",
        N,
    ),
    # 可以 before what was given.
    ("子女报考的，在同等条件下优先录取。", "子女报考的，在同等条件下可以优先录取。", X),
    ("单位应当为夜班工人提供通勤车，并发放津贴。", "单位发放夜班津贴，有条件的可以提供通勤车。", X),
    # Who pays, who runs it.
    ("差额由用人单位补足。", "差额由工伤保险基金补足。", A),
    ("疗养由市总工会组织实施。", "疗养由市教育局组织实施。", A),
    # Spelt another way in the clause that answers to it.
    (
        "退役士兵创办小微企业的，按照规定享受贷款贴息和税收优惠。",
        "退役士兵开办小型、微型企业，依照规定给予税收优惠、贷款贴息。",
        U,
    ),
    # A figure said in words.
    ("设施覆盖率100%。", "设施全覆盖。", U),
    ("凭证门票减半。", "凭证购门票，票价为50%。", U),
    (
        "卫生健康部门应当每学期检查学校食堂，公布检查结果。",
        "学校食堂每学期由市场监督管理部门检查，检查结果予以公布。",
        A,
    ),
    ("检查结果在教育、体育部门网站公布。", "检查结果公布于体育、教育部门网站。", U),
    # A single character on the other side takes the place of nothing.
    (
        "由养老组织上门提供生活照料、助浴、精神慰藉服务，服务前开展能力评估。",
        "养老组织先评估能力，再上门做精神慰藉、照料生活。",
        N,
    ),
    # A companion, named by one word.
    ("盲人凭证免费乘车。", "盲人以及其一名陪护人员凭证免费乘车。", S),
]


@pytest.mark.parametrize(("base", "target", "labels"), CASES, ids=[c[1][:12] for c in CASES])
def test_a_paraphrase(base, target, labels):
    found = compare_items(Item(content=base), Item(content=target))
    assert set(found.labels) == labels, [
        (c.rule, c.base.text if c.base else "", c.target.text if c.target else "")
        for c in found.changes
        if c.label
    ]


def test_what_nothing_answers_is_told_but_not_for_sure():
    here = Item(content="老人就医予以优先，并为行动不便的老人设立家庭病床。")
    there = Item(content="医院对就医的老人予以优先。")
    changes = [c for c in compare_items(here, there).changes if c.label == "narrowed"]
    assert changes
    assert not any(c.sure for c in changes)


def test_a_figure_of_something_new_belongs_to_it():
    here = Item(audience="低保对象", level="救助比例：低保对象不低于90%。")
    there = Item(
        audience="低保对象、低保边缘家庭成员",
        level="救助比例：低保对象不低于90%，低保边缘家庭成员不低于60%。",
    )
    found = compare_items(here, there)
    assert "supplemented" in found.labels
    assert "quantity-added" not in {change.rule for change in found.changes}


def test_a_clause_is_not_said_by_words_that_answer_for_others():
    here = Item(
        content="公布补偿方案和调查结果，调查结果有误的予以更正，听取被征收人对补偿方案的意见。"
    )
    there = Item(content="补偿方案应当听取被征收人意见；调查的结果如有错误，予以更正。")
    assert "narrowed" in compare_items(here, there).labels


def test_who_is_named_in_two_clauses_running_need_be_named_once():
    here = Item(
        content="受灾人员可以向乡镇申请临时住所，受灾人员可以向乡镇申请生活补助，由乡镇审核发放。"
    )
    there = Item(content="临时住所和生活补助由受灾人员向乡镇提出申请，乡镇审核后发放。")
    assert compare_items(here, there).labels == {"unchanged"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        (
            "建立健康档案，每年至少随访4次，每年开展1次健康体检，对病情不稳定者及时转诊。",
            "为患者建档；一年随访不少于四次，健康体检一次。",
        ),
        (
            "宠物主人应当按时为犬只接种，免费领取犬牌；走失的犬只由收容所代养并通知主人。",
            "犬牌无偿发给；主人须让犬只按期接种。",
        ),
    ],
)
def test_a_clause_that_goes_in_a_reworded_text_is_missed(base, target):
    assert "narrowed" in compare_items(Item(content=base), Item(content=target)).labels
