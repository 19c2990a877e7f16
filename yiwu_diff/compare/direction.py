"""Which way is better for the recipient."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.text.cues import Cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import words
from yiwu_diff.text.quantities import near

if TYPE_CHECKING:
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.text.quantities import Quantity


def favour(base: Figure, target: Figure) -> int | None:
    """1 where the target's figure is better for the recipient, -1 where worse, 0 where equal,
    None where it cannot be told."""
    a, b = base.quantity, target.quantity
    if turned(base, target):
        return _covered(base, target)
    if a.same_as(b):
        return 0
    if a.form == "list" or b.form == "list":
        return None
    if {a.bound, b.bound} != {"≤", "≥"}:
        ends_a, ends_b = _admitted(base), _admitted(target)
        if ends_a is not None and ends_b is not None:
            return _wider(ends_a, ends_b)
    old, new = polarity(base), polarity(target)
    if old and new and old != new and sum(b.values) != sum(a.values):
        # Each side says otherwise what the figure means.
        return None
    # Where no word says so, a time that is limited is one that somebody must keep.
    limit = a.kind == "days" and "≤" in (a.bound, b.bound)
    sign = new or old or (-1 if limit else 1)
    low_a, low_b = _compared(a, b)
    converted = a.unit != b.unit or a.period != b.period
    if low_a == low_b or (converted and near(low_a, low_b)):
        return 0
    return sign if low_b > low_a else -sign


def turned(base: Figure, target: Figure) -> bool:
    """个人自付10% and 基金支付90%: the share of one side is what the other leaves."""
    a, b = base.quantity, target.quantity
    if a.kind != "ratio" or b.kind != "ratio" or len(a.values + b.values) > 2:
        return False
    own = [_cue("own_share").search(_said(one)) is not None for one in (base, target)]
    return (
        own[0] != own[1] and max(a.values + b.values) <= 1 and polarity(base) * polarity(target) < 0
    )


_OWN_PART = lazy(
    "(?:个人|本人|自行|患者|家庭)(?:缴费|缴纳|负担|承担|自付|支付|自负)的?(?:部分|(?:医疗|住院|门诊)?费用)"
)
_BORNE = lazy("资助|救助|补助|补贴|代缴|报销|减免|补偿|赔付|免除")


def _said(one: Figure) -> str:
    """What stands before a figure; 个人缴费部分全额资助 is no share of one's own."""
    if not _OWN_PART.search(one.before) or not _BORNE.search(one.before + one.after):
        return one.before
    return _OWN_PART.sub("", one.before)


def _covered(base: Figure, target: Figure) -> int:
    was, now = (
        1 - one.quantity.values[0] if polarity(one) < 0 else one.quantity.values[0]
        for one in (base, target)
    )
    return 0 if near(was, now) else 1 if now > was else -1


def _compared(a: Quantity, b: Quantity) -> tuple[float, float]:
    yearly = bool(a.period and b.period)
    first = a.comparable if yearly else a.values
    second = b.comparable if yearly else b.values
    return sum(first) / len(first), sum(second) / len(second)


def _admitted(figure: Figure) -> tuple[float, float] | None:
    """The range of people that an age or means threshold admits; None where it is none."""
    q = figure.quantity
    if q.kind not in ("age", "grade") and not is_threshold(figure):
        return None
    if len(q.values) == 2:
        return q.values[0], q.values[1]
    value = q.values[0]
    if q.kind == "grade" and q.bound == "=":
        return value, value
    if q.bound == "≤":
        return float("-inf"), value
    return value, float("inf")


def _wider(a: tuple[float, float], b: tuple[float, float]) -> int | None:
    lower = 0 if a[0] == b[0] else (1 if b[0] < a[0] else -1)
    upper = 0 if a[1] == b[1] else (1 if b[1] > a[1] else -1)
    if lower and upper and lower != upper:
        return None
    return lower or upper


def is_threshold(figure: Figure) -> bool:
    """Whether the figure decides who is entitled: an age, or a limit on means."""
    before, after, q = figure.before, figure.after, figure.quantity
    if q.kind == "age":
        # 1—3岁每年2次 says when, not who; so does 6、12、18月龄时.
        when = len(q.values) > 2 or after.startswith("时")
        return figure.field == "audience" or not (when or "次" in before + after)
    if q.kind == "length" and _HEIGHT.search(before[-8:]):
        return True
    if q.kind in ("ratio", "money", "area") and q.bound == "≤":
        if _cue("means_threshold").search(before[-24:]):
            return True
        return q.kind == "ratio" and after[:3].endswith("的") and "标准" in before
    return False


_HEIGHT = lazy("身高|身长")


def qualifies(figure: Figure) -> bool:
    """连续缴费满12个月的, 结婚满2年的: a time that admits people, or shuts them out."""
    q = figure.quantity
    return (
        q.kind == "days"
        and q.bound == "≥"
        and q.form == "one"
        and figure.after.endswith("的")
        and _cue("qualifying").search(
            figure.before[-8:] + figure.sentence.text[q.start : q.end][:2]
        )
        is not None
        and _case(figure) < 0
    )


@cache
def _cue(*keys: str) -> Cues:
    return Cues(words("polarity", *keys))


_WAGES = lazy("缴费(?:工资|基数|年限)")
_FEE = lazy(r"(?:费|价|租金)[^补助报减]{0,8}$")
_GRANTED = lazy(
    "的?(?:比例|标准)?(?:给予|予以)[^,;。]{0,6}(?:补贴|补助|资助|报销|补偿|奖励|贴息|救助)"
)
_SHUT = lazy("[停禁闭封]|检修|限行|限制")
_DEMANDED = lazy("的?[^,;。]{0,12}(?:提议|联名|附议|请求|要求|提出|提请)")
_WHOLE = lazy(
    "(?:实际(?:支付|缴纳|支出|发生)?的?)?[^,;。、]{0,2}(?:费用?|租金?|价格?|基数|基准)(?:水平)?的$"
)
_NO_FEE = lazy(r"补|助|报销|奖|减|优待|发|支付|护理费|生活费|抚恤|安置费|搬迁费")


def polarity(figure: Figure) -> int:
    """1: more is better for the recipient, -1: less is, 0: no word says so."""
    q = figure.quantity
    before, after = figure.before, figure.after
    if _RECKONED.search(before + figure.sentence.text[q.start : q.end][:1]):
        # 每满两年增发100元.
        return -1
    if q.kind.startswith("per-") or q.kind in ("length", "concentration", "sound", "discount"):
        return -1
    if q.kind == "season":
        return -1 if _SHUT.search(before + after) else 1
    if q.kind in ("area", "opening", "cadence", "weekdays"):
        return 1
    if q.kind == "proportion":
        return _served(figure)
    if q.kind == "days":
        return -1 if q.soft else _time(figure)
    if q.kind in ("times", "volume") and (case := _case(figure)):
        return case
    if q.kind == "date":
        return -1
    if q.kind == "clock":
        return -1 if q.bound == "≤" else 1
    if q.kind == "money" and q.bound == "≤" and _FEE.search(before) and not _NO_FEE.search(before):
        return -1
    # 缴费工资的15% is no charge.
    if q.kind == "ratio" and _DEMANDED.match(after):
        # 十分之一以上的村民提议: how many must join before something is done.
        return -1
    if q.kind == "ratio" and _GRANTED.match(after):
        # 按缴纳社会保险费的三分之二给予补贴.
        return 1
    before = _WAGES.sub("工资", _said(figure) if q.kind == "ratio" else before)
    if q.kind == "ratio" and not _cue("own_share").search(before):
        # 补贴实际缴纳物业费的五成: what it is a share of is no charge here.
        before = _WHOLE.sub("", before)
    sign = _nearest(before, after, _LESS, _MORE)
    if re.search(r"(?:降低|下降|减少|扣减|下浮|扣除)[^,;]{0,2}$", before):
        return -(sign or 1)
    return sign


_STAFF = lazy("[师护][生幼患]|[生幼患床][师护]|教师|教职|医护|护理|护士|保育|社工|人员|师资|[员师]")


# 充电桩与停车位配建比例: how many share one of what is provided.
_TO_SERVED = lazy("(?<![男女户民众者人童生位])(?:与|和|对)(?!女)[^,;。]{1,10}比")


def _served(figure: Figure) -> int:
    """师生比1:18 counts whom one of the staff serves; of anything else more is better."""
    before = figure.before[-24:]
    served = _STAFF.search(before + figure.after[:14]) or _TO_SERVED.search(before)
    return -1 if served else 1


_RECKONED = lazy("每(?:再|多|满|增|加|服役|工作|缴费|参保|居住|捐|献|超)[^,;。\\d]{0,4}$")
_LESS, _MORE = ("less_is_better", "own_share"), ("more_is_better",)
_SOONER, _LONGER = ("time_less",), ("time_more",)


def _nearest(before: str, after: str, less: tuple[str, ...], more: tuple[str, ...]) -> int:
    """The polarity of the nearest cue; one behind the figure is a little farther."""
    best, sign = 10_000, 0
    for keys, value in ((less, -1), (more, 1)):
        for match in _cue(*keys).finditer(before):
            if len(before) - match.end() < best:
                best, sign = len(before) - match.end(), value
        for match in _cue(*keys).finditer(after):
            if match.start() + 2 < best:
                best, sign = match.start() + 2, value
    return sign


_AUTHORITY = lazy(
    r"(?:部门|机关|机构|法院|局|委员会|政府|中心|单位|窗口|热线|处|厅|办|馆|站|医院|学校|银行|公司|企业)[^,;。]{0,6}(?:应当|应|须|需|在收到|在接到|自收到|自受理|自接到)"
)
# 复查机关在15日内
_OFFICE = lazy("(?:部门|机关|机构|法院|局|委员会|政府|中心|站|窗口)(?:应当?|必?须|要)?[在于]?$")
_SINCE = lazy("起|收到|接到|受理|后$")
_NOTICE = lazy("[^,;]{0,4}(?:通知|告知|公告|公示|预告|公布)")
_GIVES = lazy("(?:给予|提供|安排|享受|发给|准予)[^,;。]{0,6}$")
_FREE = lazy("免费|免收|免票|免除|免租|减免|不收费")
# 五日以内的存放费用予以免除
_COST = lazy("的[^,;。、]{1,10}(?:费|、|$)")
_SPARED = lazy("免收|免除|全免|减免|费[^,;。]{0,4}免")
_LEAVE = lazy("(?<![虚作造])假(?![冒借造肢])")
_MORE_TIME = lazy("延长[^,;。]{0,6}$")
_HARD = lazy("复杂|批准|特殊|疑难|确需|确有")
# 出生后90日内办理登记: what happens to people begins their own time.
_LIFE = lazy(
    "(?:出生|毕业|退役|离校|失业|出院|死亡|亡故|结婚|迁入|变更|生育|分娩)(?:之日)?[起后][^,;。]{0,2}$"
)
_APPLIES = lazy("(?:未|可|可以|应当?|到[^,;。]{1,12})?(?:办理|申请|申报|申领|提出|登记|报名)")
_OWN_ACT = lazy(
    "(?:可以?|应当?|须)?(?:提出|提交|提起|向[^,;。]{2,14}?提出)?(?:申请|申报|申领|异议|申诉|诉讼|上诉|起诉|报名)(?!材料|表|人)"
)
# ,由户主、亲属向户口登记机关申报
_BY_PEOPLE = lazy("[内前]?,(?:由|其)?[^。;]{0,30}(?:申报|申请|登记|报告)")
# 向当事人出具: what they are given takes no time of theirs.
_TO_WHOM = lazy("[向对给为][^,;。]{2,4}")
_TERM = lazy(
    "(?<![工周预试考整定学等])(?<!试用|考察|整改|建设|施工|过渡|等待)期(?:间|限)?"
    "(?:一般|原则上|最长|最多|合计|累计|总计|为|是|不少于|不低于|不超过|不得超过|至少){0,3}$"
)
_UNTIL = lazy("(?<![送接运转收得])[至到](?!收|接|受)[^,;。]{1,8}后$")
_BY_STAFF = lazy("(?:指派|配备|选派|聘请|聘用|安排|由)[^,;。]*$")
_SKILL = lazy("[^,;。]{0,10}(?:经历|经验|资历|工龄)")


# 15分钟健身圈: how near something is.
_TOIL = lazy("工作|劳动|上班|加班|作业|上课|训练")
_NEARNESS = lazy("[^,;。、]{0,8}圈")
_WAITED = lazy(r"满[\d一二三四五六七八九十两百半]")
_ENDS = lazy(
    "[^,;。]{0,8}(?:停|终止|失效|解除|届满|取消|注销|销毁|到期)|[^,;。]{0,4}(?:休|假|公示|异议|活动|锻炼|培训|服务)"
)


def _time(figure: Figure) -> int:
    q, before, after = figure.quantity, figure.before, figure.after
    written = figure.sentence.text[q.start : q.end]
    if re.search(r"提前[^,;]{0,3}$", before + written[:4]) or (
        written.endswith("前") and _NOTICE.match(after)
    ):
        # A notice before something is taken away.
        return 1
    if case := _case(figure):
        return case
    if _NEARNESS.match(after):
        return -1
    if q.period == 7 and q.unit in ("天", "日") and not _TOIL.search(before + after):
        return 1
    if _WAITED.search(before[-4:] + written) and q.bound == "≥" and not _ENDS.match(after):
        # 满三十年向社会开放: what must pass first.
        return -1
    if _UNTIL.search(before):
        # 至放学后两小时.
        return 1
    if _LEAVE.search(before[-12:]) or _LEAVE.search(after[:8]):
        return 1
    if _OWN_ACT.match(after):
        return 1
    if _OFFICE.search(before) and q.bound == "≤":
        return -1
    office = _AUTHORITY.search(before)
    if (
        office is not None
        and (q.bound != "=" or _SINCE.search(before))
        and not _GIVES.search(before)
    ):
        return -1
    behind = figure.sentence.text[q.end : q.end + 50]
    if (
        q.bound == "≤"
        and _LIFE.search(before)
        and (_APPLIES.match(after) or _BY_PEOPLE.match(behind))
    ):
        return 1
    if _cue("own_time").search(before) or _cue("own_time").search(_TO_WHOM.sub("", after[:8])):
        return 1
    if _BY_STAFF.search(before) and _SKILL.match(after):
        return 1
    long = q.unit not in ("小时", "个小时", "分钟")
    if long and _cue("qualifying").search(before[-6:]) and q.bound in ("≥", "="):
        return -1
    if q.bound == "≤" and (
        _FREE.search(before[-12:] + after[:12])
        or (_COST.match(after) and _SPARED.search(_row(figure)))
    ):
        return 1
    if figure.field == "audience":
        # A time that decides who is entitled: 离校2年内, 居住满3年.
        return 1 if q.bound == "≤" else -1
    if _MORE_TIME.search(before) and (extended := _extended(figure)):
        return extended
    sign = _nearest(before, after, _SOONER, _LONGER)
    if sign:
        return sign
    if q.bound == "≤" and (
        _FREE.search(before) or q.period or written.startswith("最长") or _GIVES.search(before)
    ):
        # How much of it somebody gets.
        return 1
    if _TERM.search(before):
        # 停工留薪期不超过12个月: how long something lasts for somebody.
        return 1
    whole = figure.sentence.text
    head, tail = whole[max(0, q.start - _BACK) : q.start], whole[q.end : q.end + _BACK]
    return _nearest(head, tail, _SOONER, _LONGER)


def _row(figure: Figure) -> str:
    """What stands before and behind a figure, between two semicolons or full stops."""
    text, q = figure.sentence.text, figure.quantity
    head, tail = text[max(0, q.start - 60) : q.start], text[q.end : q.end + 60]
    return re.split("[;。]", head)[-1] + re.split("[;。]", tail)[0]


def _extended(figure: Figure) -> int:
    """不超过12个月,…延长不得超过6个月: an extension is as welcome as what it extends."""
    sentence = figure.sentence
    if figure.ahead is not None:
        return _time(figure.ahead)
    return -1 if _HARD.search(sentence.text) else 0


_BACK = 400
"""Nothing further from a figure than so many characters says what it means."""
_REACHED = lazy("[超已]过|满|达到?|逾|以上|累计|连续")
_PEOPLE = lazy("的[^,;。]{0,8}(?:人|者|户|人员|家庭|职工|学生|对象)$")
_THEN = lazy(",(?:可以?|均可?|由[^,;。]{1,12})?(?:免|不收|给予|享受|发|补|奖)")
_WHOEVER = lazy(
    "[^,;。]{0,10}的[^,;。]{0,8}(?:毕业生|人员|家庭|职工|学生|儿童|军人|对象)(?:可|均|给予|享受|免)"
)
_FAULT = lazy("欠|逾期|未|停[水电气暖]|停供|延误|晚点|中断|闲置|空置|超时")
_SANCTION = lazy(
    "停止|停发|停供|停水|停电|停气|终止|中止|暂停|取消|收回|腾退|退出|退回|解除|撤销|注销|清退|追缴|催缴"
    "|罚|处分|不予|不再|不得(?:再|申请|享受|领取|参加)|失信|视为放弃|视为自动放弃|扣[减除发]"
)


_BEFALLS = lazy(
    "毕业|离校|退役|退伍|失业|死亡|亡故|抢救|出生|生育|分娩|结婚|发病|发生事故|刑满|释放|迁入|回国|入职|就业|创业|登记注册|成立"
)
_ADMITS = lazy(
    "视同|认定为|视为|给予|享受|纳入|优先|安排|发放|提供|免|可以?(?:享受|申请|领取|参加|减免)|补贴|补助"
)


def _befallen(figure: Figure) -> bool:
    """在48小时之内抢救无效死亡的, 毕业两年内未就业的毕业生: within how long of what befell them
    somebody is still admitted."""
    start, end = figure.sentence.clause_of(figure.quantity.end)
    text = figure.sentence.text
    whose = figure.after
    if "的" not in whose or not (
        _BEFALLS.search(figure.before[-14:]) or _BEFALLS.search(whose.partition("的")[0])
    ):
        return False
    then = re.split("[;。]", text[end : end + 60])[0]
    rest = whose.partition("的")[2]
    if _SANCTION.search(then) or _ACTS.search(whose.partition("的")[0]):
        return False
    return bool(
        _ADMITS.search(rest + then)
        or _ADMITS.search(figure.sentence.head[-30:] + text[max(0, start - 60) : start])
    )


_ACTS = lazy(
    "办理|办结|申请|申报|登记|提出|受理|审核|答复|作出|告知|送达|报告|通知|上报|到达|赶到|处理"
)


def _case(figure: Figure) -> int:
    """累计6个月拖欠租金的, 停水超过24小时的: from when on a rule holds. The sooner the better,
    unless it takes something away; 0 where it is no such case."""
    q, before, after = figure.quantity, figure.before, figure.after
    text = figure.sentence.text
    if q.form != "one":
        return 0
    if q.bound == "≤":
        # 暂住不超过3日的,免收住宿费.
        _, end = figure.sentence.clause_of(q.end)
        given = after.endswith("的") and _THEN.match(text, end)
        return 1 if given or _WHOEVER.match(after) or _befallen(figure) else 0
    if not _REACHED.search(before[-8:] + text[q.start : q.end]):
        return 0
    if not (after.endswith("的") or _PEOPLE.match(after) or (not after and _FAULT.search(before))):
        return 0
    _, end = figure.sentence.clause_of(q.end)
    then = re.split("[;。]", text[end : end + 60])[0]
    return 1 if _SANCTION.search(then or figure.sentence.head) else -1
