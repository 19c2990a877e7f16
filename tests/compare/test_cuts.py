"""A cut out of a text that else stayed word for word is never silent."""

import pytest

from benchmarks.cuts import measure
from benchmarks.quality import GOLD, lines
from yiwu_diff import Item, compare_items
from yiwu_diff.compare.labels import HARMFUL

CUTS = {
    "clause": ("每月发放高龄津贴，", "每月发放高龄津贴，实行社会化发放，", "直接拨付到本人账户。"),
    "one rate of two": (
        "孕产妇系统管理率不低于90%，",
        "孕产妇系统管理率不低于90%，产后访视率不低于90%，",
        "高危孕产妇实行专案管理。",
    ),
    "one character of a list": ("为老、弱、病、", "为老、弱、病、残、", "孕等旅客提供引导服务。"),
    "ban": ("学校", "学校不得公布学生的排名，", "不得利用假期组织学生补课。"),
    "what the rest says in part": (
        "提供健康教育、健康检查。",
        "提供健康教育、健康检查。提供健康检查教育。",
        "服务人员应当具有资质。",
    ),
    "last clause": (
        "应当书面通知申请人",
        "应当书面通知申请人，并说明理由",
        "。证件不全的，可以补正。",
    ),
}


@pytest.mark.parametrize("field", ["content", "level"])
@pytest.mark.parametrize("name", CUTS)
def test_a_cut_is_harmful_and_its_reverse_is_a_change(name, field):
    shorter, longer, rest = CUTS[name]
    full, less = (Item(name="服务", **{field: text + rest}) for text in (longer, shorter))
    cut = compare_items(full, less)
    assert cut.labels & HARMFUL, cut.labels
    assert "unchanged" not in compare_items(less, full).labels
    # The evidence is what was cut, not what stayed.
    words = [change.base.text for change in cut.changes if change.base]
    assert all(text in longer and text not in shorter for text in words), words


def test_a_new_group_of_people_is_no_condition():
    here = Item(name="服务", audience="辖区内户籍居民。")
    there = Item(name="服务", audience="辖区内户籍居民，以及居住半年以上的非户籍居民。")
    assert compare_items(here, there).labels == {"supplemented"}
    assert compare_items(there, here).labels == {"narrowed"}


def test_what_was_moved_was_not_cut():
    here = Item(name="服务", content="免费提供体检，每年更新档案。为老人建立档案，上门随访。")
    there = Item(name="服务", content="免费提供体检。为老人建立档案，上门随访，每年更新档案。")
    assert compare_items(here, there).labels == {"unchanged"}


def test_hardly_a_cut_goes_unnoticed():
    counts, silent = measure(lines(sorted(GOLD.glob("*.dev.jsonl"))))
    total = sum(counts.values())
    assert total > 1200
    assert len(silent) <= 0.02 * total, silent


@pytest.mark.parametrize(
    ("field", "more", "less", "label"),
    [
        # Numbers that could be a hotline or a holiday.
        ("level", "给予补助120万元。", "给予补助110万元。", "lowered"),
        ("level", "每月发放112.5元。", "每月发放111.5元。", "lowered"),
        ("level", "设置床位120张。", "设置床位110张。", "lowered"),
        ("level", "在十一天内办结。", "在十一个月内办结。", "lowered"),
        # A count of kinds with no list to decide.
        ("content", "免费提供14项服务。", "免费提供12项服务。", "lowered"),
        # Groups, not anybody.
        ("content", "为学生和职工免费提供咨询。", "为学生免费提供咨询。", "narrowed"),
        ("content", "免除学费。", "减免学费。", "narrowed"),
        ("funding", "省财政和个人", "县财政和个人", "reassigned"),
    ],
)
def test_these_cuts_are_not_silent(field: str, more: str, less: str, label: str) -> None:
    here, there = (Item(name="服务", **{field: text}) for text in (more, less))
    assert compare_items(here, there).labels == {label}


def test_hotlines_are_no_quantities():
    here = Item(name="服务", content="拨打12345热线、120急救。")
    there = Item(name="服务", content="拨打12333热线、110急救。")
    assert compare_items(here, there).labels == {"unchanged"}


SCHEDULE = "在3、6、8、12、18、24、30、36月龄各检查1次"


@pytest.mark.parametrize(
    ("more", "less", "label"),
    [
        ("为儿童提供8次健康检查。每年举办4次讲座。", f"{SCHEDULE}。每年举办2次讲座。", "lowered"),
        (
            "0—1岁4次、1—3岁每年2次健康检查，为满60周岁的家长提供咨询。",
            f"{SCHEDULE}，为满65周岁的家长提供咨询。",
            "lowered",
        ),
        ("为儿童检查4次。每年上门随访4次。", f"{SCHEDULE}。", "narrowed"),
    ],
)
def test_a_loss_beside_a_schedule_is_not_hidden_by_it(more: str, less: str, label: str) -> None:
    mirror = {"lowered": "raised", "narrowed": "supplemented"}[label]
    here, there = Item(name="服务", level=more), Item(name="服务", level=less)
    assert label in compare_items(here, there).labels
    assert mirror in compare_items(there, here).labels


@pytest.mark.parametrize(
    ("more", "less", "label"),
    [
        ("每日8:30—20:30开放。", "每日9:00—17:00开放。", "lowered"),
        ("开放时间为8时至20时。", "开放时间为8时30分至17时。", "lowered"),
        ("上午8:30至下午5:30开放。", "上午9:00至下午5:00开放。", "lowered"),
        ("晚上8:00至次日6:00安排值班。", "晚上8:00至次日2:00安排值班。", "lowered"),
        ("每周开放56小时。", "每周开放48小时。", "lowered"),
        ("周一至周日开放。", "周一至周五开放。", "lowered"),
        ("每日8:30—20:30开放。", "每日开放。", "relaxed"),
        ("每周开放56小时。", "每周开放。", "relaxed"),
        ("服务热线24小时有人接听。", "服务热线有人接听。", "relaxed"),
        ("对家庭困难的学生全额资助。", "对家庭困难的学生给予资助。", "relaxed"),
        ("车票一律半价。", "车票一律八折。", "lowered"),
        ("门票减半收取。", "门票照常收取。", "relaxed"),
    ],
)
def test_hours_and_named_figures_do_not_vanish(more: str, less: str, label: str) -> None:
    mirror = {"lowered": "raised", "narrowed": "supplemented", "relaxed": "refined"}[label]
    here, there = Item(name="服务", level=more), Item(name="服务", level=less)
    assert label in compare_items(here, there).labels
    assert mirror in compare_items(there, here).labels


def test_the_same_hours_shifted_or_written_otherwise_are_no_change() -> None:
    for one, other in (
        ("每日8:30—20:30开放。", "每日8时30分至20时30分开放。"),
        ("上午9:00至下午5:00开放。", "9:00—17:00开放。"),
    ):
        here, there = Item(name="服务", level=one), Item(name="服务", level=other)
        assert compare_items(here, there).labels == {"unchanged"}


@pytest.mark.parametrize(
    ("more", "less", "label", "mirror"),
    [
        (
            "住院费用按照不低于70%的比例报销。",
            "住院费用按照约70%的比例报销。",
            "relaxed",
            "refined",
        ),
        ("服务次数不少于4次。", "服务次数4次。", "relaxed", "refined"),
        (
            "用人单位应当给予每年五日的护理假。",
            "用人单位应当给予每两年五日的护理假。",
            "lowered",
            "raised",
        ),
        ("提供取暖补贴和交通补贴。", "提供取暖补贴或者交通补贴。", "narrowed", "supplemented"),
        ("参观一律免票。", "除节假日外参观一律免票。", "narrowed", "supplemented"),
        ("免费提供接送服务。", "经批准后免费提供接送服务。", "narrowed", "supplemented"),
        ("免费提供接送服务。", "免费提供接送服务，名额用完为止。", "narrowed", "supplemented"),
    ],
)
def test_a_weaker_bound_a_choice_or_a_new_condition_is_not_silent(
    more: str, less: str, label: str, mirror: str
) -> None:
    here, there = Item(name="服务", content=more), Item(name="服务", content=less)
    assert label in compare_items(here, there).labels
    assert mirror in compare_items(there, here).labels


def test_an_unknown_word_in_anothers_place_is_left_to_a_person() -> None:
    here = Item(name="服务", content="对困难群众上门开展诊疗，并做好登记。")
    there = Item(name="服务", content="对困难群众上门开展座谈，并做好登记。")
    for one, other in ((here, there), (there, here)):
        (change,) = compare_items(one, other).changes
        assert change.label == "narrowed"
        assert not change.sure
        assert (change.base.text, change.target.text) in (("诊疗", "座谈"), ("座谈", "诊疗"))


BEHIND_PARAPHRASE = [
    # A member that alone parts its list from the other, whatever its words.
    (
        "可以向疾病救助基金、交通事故救助基金、医疗救助基金申请补助。",
        "可以向交通事故救助基金和疾病救助基金申请补助。",
    ),
    (
        "抚恤金发给烈士的父母、配偶、子女；没有父母、配偶、子女的，发给兄弟姐妹。",
        "抚恤金发给烈士的父母和子女；没有父母、配偶、子女的，由兄弟姐妹领取。",
    ),
    (
        "对生活困难的老年人、未成年人、重度残疾人给予生活保障。",
        "生活困难的重度残疾人、老年人，保障其生活。",
    ),
    ("残疾学生免交住宿费和书本费。", "残疾学生免交书本费。"),
    # What stands around it closes up.
    (
        "成年智力、精神残疾人没有固定收入的，按月发给生活补贴。",
        "没有固定收入的成年精神残疾人，生活补贴按月发给。",
    ),
    # A body among people.
    (
        "职工本人或者其近亲属、工会组织可以提出申请。",
        "申请可以由职工本人或者其近亲属提出。",
    ),
    # Words that are not compared.
    ("告知接种者疫苗的品种、作用、禁忌。", "告知接种者疫苗的品种、禁忌。"),
    # A case of its own.
    (
        "对强制扑杀的动物给予补偿；因依法强制免疫造成动物应激死亡的，给予补偿。",
        "动物被强制扑杀的，予以补偿。",
    ),
    # An act whose object stays, or whose words all stand elsewhere.
    (
        "学校应当为实习学生购买责任保险，安排专门教师指导，实习单位不得向学生收取押金。",
        "学生实习期间，由学校安排专门教师指导；实习单位不得收取学生押金。",
    ),
    (
        "发放扶助金，提供家庭医生签约服务，住院期间提供护理补贴保险；护理补贴保险每人每年1200元。",
        "家庭医生与其签约；发给扶助金；护理补贴保险每人每年1200元。",
    ),
    (
        "幼儿园不得采用小学化的教育方式，不得教授小学阶段的课程，防止教育活动小学化。"
        "小学坚持零起点教学。",
        "防止教育活动小学化。幼儿园不得教授小学阶段课程；小学坚持从零起点开展教学。",
    ),
]


@pytest.mark.parametrize(("base", "target"), BEHIND_PARAPHRASE)
def test_a_cut_behind_paraphrase_is_told(base: str, target: str) -> None:
    labels = compare_items(Item(content=base), Item(content=target)).labels
    assert labels & {"narrowed", "relaxed"}, labels


NOTHING_GONE = [
    ("职工本人或者其近亲属、工会可以申请。", "申请可以由工会、职工本人或者其近亲属提出。"),
    ("应急救护知识普及和技能培训。", "向公众普及应急救护知识，开展应急救护技能培训。"),
    (
        "住院期间提供护理补贴保险，发放扶助金；护理补贴保险每人每年1200元。",
        "发给扶助金；住院期间护理补贴保险由政府提供；护理补贴保险每人每年1200元。",
    ),
    (
        "为学生建立心理档案，每学期开展心理测评，对有问题的学生及时干预。",
        "每学期对学生开展心理测评，学生心理档案由学校建立，发现有问题的学生及时干预。",
    ),
]


@pytest.mark.parametrize(("base", "target"), NOTHING_GONE)
def test_what_is_only_said_otherwise_is_not_cut(base: str, target: str) -> None:
    assert compare_items(Item(content=base), Item(content=target)).labels == {"unchanged"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # Another act of a body that gives way to another where it acts for both.
        ("申请由县民政局审核，由县民政局培训。", "申请由县医保局审核。"),
        ("仲裁由甲委员会调解，由甲委员会培训。", "仲裁由乙协会调解。"),
        # A short word for two that stands elsewhere on both sides.
        ("保障运行、维护经费，建立运维台账。", "保障运行经费，建立运维台账。"),
        # People who may apply for others.
        ("由本人或者其近亲属代为办理。", "由本人办理。"),
        # No list says the same as one of its members.
        ("为艾滋病病毒感染者和艾滋病病人提供随访服务。", "为艾滋病病毒感染者提供随访服务。"),
        ("村、社区设立服务站。", "社区设立服务站。"),
        ("在村和社区设立服务站。", "在村设立服务站。"),
    ],
)
def test_what_goes_beside_what_stays_is_told(base, target):
    assert "narrowed" in compare_items(Item(content=base), Item(content=target)).labels
