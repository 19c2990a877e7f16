"""What a stretch of text does: grants, conditions, excepts, charges, or explains."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from yiwu_diff.compare.burdens import charges, paper
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.reading import LINKS

if TYPE_CHECKING:
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Phrase

Role = Literal["grant", "member", "protection", "condition", "exception", "duty", "detail", ""]

_CASE = lazy(r"的[,:]|的$")
_AFTER = lazy(r"(?:后|时|前|的|之日起)[,]?$")
# 但是不得低于上年的百分之五十: a bound on what is given.
_FLOOR = lazy(r"但?是?不(?:得|应)?(?:低|少|高|多|超)[于过]")
# 覆盖率达到90%: an aim says how well, it grants nothing by itself.
_ONLY = lazy("[仅只]?限(?![额期])|仅(?!含)")
_RATE = lazy(r"率[^,;。]{0,8}\d")


@cache
def _how() -> re.Pattern[str]:
    return re.compile(rf"{cues('how').pattern}|(?:^|[,:])(?:以|凭|经|按)")


@cache
def _does() -> re.Pattern[str]:
    """为老年人提供…, 免费开展…: something is done for somebody."""
    verbs = cues("does").pattern
    return re.compile(
        rf"[为对向给][^,;]{{1,14}}?(?:{verbs})"
        rf"|^(?:并|同时|还)?(?:应当)?(?:免费)?(?:[为对向给][^,;]{{1,16}}?)?(?:{verbs}|代|送)"
    )


_BY = "(?:^|[,;。])(?:应当?)?由[^,;。]{0,12}"
_BY_BODY = lazy(f"{_BY}(?:机构|部门|单位|委员会|医院|学校)$")
_BY_PEOPLE = lazy(f"{_BY}[人者]$")
_TELLS = lazy("通知|告知|提醒|反馈")


def _who_acts(statement: Statement) -> bool:
    """由社区机构或者医院提供, 以电话或者短信通知家长: one more body that acts, one more way."""
    return _acts_with(statement, _BY_BODY) or _TELLS.search(statement.text) is not None


def may_apply(statement: Statement) -> bool:
    """由本人或者村民委员会申请: one more who may act for people, beside themselves."""
    return _acts_with(statement, _BY_PEOPLE)


def _acts_with(statement: Statement, one: re.Pattern[str]) -> bool:
    if statement.phrases[0].link not in ("或", "或者"):
        return False
    before = statement.sentence.text[: statement.span[0]].removesuffix("者").removesuffix("或")
    return one.search(before[-24:]) is not None


@cache
def _fitted() -> re.Pattern[str]:
    """为失能老年人安装呼叫器, not 为站点配备人员."""
    return re.compile(
        rf"^(?:并)?[为对给][^,;]{{0,12}}?(?:{cues('people').pattern})(?:免费)?(?:配备|安装|配发|指派)"
    )


_FOR_CASE = lazy(
    "^(?:并)?[对为给][^,;]{2,}的,?(?:给予|予以|发放|发给|奖励)[^,;]*(?:[金补奖]|[补救资]助|补贴|减免)$"
)
# 周末不供餐: the days on which there is nothing.
_CLOSED = lazy(
    "(?:节假?日|双休日|周末|周[一二三四五六日天]|星期[一二三四五六日天]|寒暑?假|暑假|春节|汛期|[春夏秋冬]季)[^,;。]{0,10}"
    "(?:不(?!收|限|受(?!理)|间断|打烊|休|停|得|少|低|超)|闭[馆园]|休(?:息(?!日)|馆)|停[诊业]|停止|暂停|除外)"
)
# 拒绝就业的,不予救助: the case in which there is nothing.
DENIES = lazy(
    "的,(?:一律|均|也)?(?:不予(?!处罚|追究|公开|收|扣|核查|审查|提交)"
    "|(?:不再|不得|不能|不)(?:给予|享受|救助|发放|支付|受理|报销|补助|补贴|办理|纳入|安排))"
)


def role(statement: Statement) -> Role:
    """The role of a statement; empty where it is too slight to have one."""
    text, clause = statement.text, statement.clause
    if cues("no_condition").search(clause):
        # `wording` says it, once for the clause.
        return ""
    if statement.listed and deeds(statement):
        return "detail"
    if cues("protection").search(clause):
        return "protection"
    sentence, first = statement.sentence, statement.phrases[0]
    if statement.whole and sentence.point and cues("excludes").search(sentence.head):
        # A case of a list of those who get nothing.
        return "exception"
    if (
        statement.whole
        and first.link in ("或", "或者")
        and not (first.bracket or statement.around)
        and not _NEED.search(text)
        and not banned(statement)
        and not _who_acts(statement)
    ):
        # 行动不便或者年满八十周岁的: one more way to be entitled.
        return "member"
    if statement.whole and (_CLOSED.search(text) or DENIES.search(text)):
        return "exception"
    excepted = [
        s.phrase
        for s in statement.segments
        # 不计入→不计算在内: an exception there too, of which only some words differ.
        if s.phrase.excepted
        and not (not statement.whole and s.partner is not None and s.partner.excepted)
    ]
    # An exception inside a longer new rule belongs to that rule.
    if (excepted or cues("exception").search(text)) and not (
        statement.whole
        and len(statement.content) > 16
        and len(excepted) < len(statement.phrases)
        and re.search("[,;]", text.rstrip(",;"))
    ):
        return "exception"
    if first.bracket and statement.whole and _ONLY.match(text):
        # 老年人（限女性）
        return "condition"
    if cues("leads_in").search(text) and len(statement.content) < 16:
        return ""
    if statement.sentence.field == "audience":
        return _of_audience(statement)
    return _of_service(statement)


_LEFT = lazy(
    "(?:标准|办法|细则|范围|额度|比例|数额|条件)[^,;。]{0,4}由[^;。]{2,60}?(?:制定|规定|确定|公布)"
)


def _of_audience(statement: Statement) -> Role:
    text, size = statement.text, len(statement.content)
    first = statement.phrases[0]
    condition = cues("condition").search(text)
    if statement.whole and _EXEMPTS.search(text):
        return "grant"
    if _LIKEWISE.search(text):
        return "member"
    people = _people(statement)
    if first.examples or first.bracket:
        return "condition" if condition else "detail"
    end = statement.span[1]
    # 低保家庭和低保边缘家庭中的残疾人: the second is one more group.
    more = first.link in ("、", "和", "及", "与") and _has_sibling(statement)
    within = statement.sentence.text[end : end + 1] == "中" and not more
    if first.link in ("且", "并且", "并") or within:
        # 低保家庭中因灾害陷入困境的家庭: a group within which the others are looked for.
        return "condition"
    if _included(first) or (first.link == "以及" and people and statement.whole):
        # 包括持有居住证的人员, 以及持有居住证的人员
        return "member"
    if first.link in ("和", "及", "以及", "或", "或者") and _holds(statement):
        # 本市户籍和持居住证的儿童: one more group.
        return "member"
    if not statement.cut and _qualifies(statement):
        return "condition"
    if _spells_out(statement):
        return "detail"
    if statement.listed and statement.whole and size <= 4 and first.link in ("、", "和", "及"):
        # 独居、空巢、失能等老年人: one more kind of person, though it is an adjective.
        return "member"
    if people and statement.listed and not statement.whole:
        return "member"
    if statement.whole and not re.match(r"具有|持有|须|应", text):
        # What is left over of a list and names nobody is only a modifier: 居家生活的.
        names = people or not any(s.left_over for s in statement.segments)
        if not people and _modifies_all(statement):
            return "condition"
        if people or (statement.listed and not condition and names):
            return "member"
    if condition or size >= 7:
        return "condition"
    return ""


_PREDICATE = lazy("符合|满足|具[有备]|[已未经]|办理|参加|取得|领取|领有|享受|居住|有")


def _modifies_all(statement: Statement) -> bool:
    """符合生育政策、计划怀孕的夫妇: what those have to be that the last member names."""
    first, last = statement.phrases[0], statement.phrases[-1].after
    if first.link in ("或", "或者") or not _PREDICATE.match(statement.text):
        return False
    return (
        last is not None
        and last.link == "、"
        and "的" in last.text
        and cues("people").ends(last.text)
        and not _PREDICATE.match(last.text.rpartition("的")[2])
    )


# 追索劳动报酬的,免予核查经济状况
_EXEMPTS = lazy("的,(?:可以?|应当)?(?:免[予于收交除]|不再|无需|无须)")


def _included(phrase: Phrase) -> bool:
    """包括非本地户籍人员: a group that is said to belong to those who are meant."""
    return phrase.sentence.text.endswith(("包括", "包含", ",含"), 0, phrase.start) and cues(
        "people"
    ).ends(phrase.content)


_LIKEWISE = lazy(
    "(?:参照|比照)(?:本|上述|前款|该)?(?:标准|规定|办法|政策)?(?:执行|享受|保障|办理)|同等(?:享受|对待|保障)"
)


def _spells_out(statement: Statement) -> bool:
    """高危人群→吸毒者、…等高危人群: the members of a category that the other side names whole."""
    phrases = statement.sentence.phrases
    last = next(i for i, one in enumerate(phrases) if one is statement.phrases[-1])
    rest = phrases[last + 1 :]
    closing = next((one for one in rest if one.link == "等"), None)
    partner = statement.segments[-1].partner
    return (
        closing is not None
        and partner is not None
        and partner.content.endswith(closing.content)
        and not any(one.link == "等" for one in partner.sentence.phrases)
    )


def _qualifies(statement: Statement) -> bool:
    """残疾人→低保家庭残疾人: the group of the other side with something before it."""
    segment = statement.segments[0]
    if len(statement.segments) > 1 or segment.left_over or segment.partner is None:
        return False
    whole, part = segment.phrase.content, segment.partner.content
    return 2 <= len(part) < len(whole) and whole.endswith(part)


def _of_service(statement: Statement) -> Role:
    text, clause, size = statement.text, statement.clause, len(statement.content)
    first = statement.phrases[0]
    if charges(statement) or paper(statement):
        return "duty"
    if banned(statement):
        # What a body may not do to people; else one more example of what is forbidden.
        return "protection" if _forbidden_to_bodies(statement) else "detail"
    if (
        (first.bracket and not _does().search(text))
        or first.examples
        or ("," not in text and _is_rate(text))
    ):
        return "detail"
    bare = _bare(text)
    detail = len(cues("detail").findall(bare))
    grant = len(cues("grant").findall(bare))
    benefit = cues("benefit").ends(statement.content)
    case = _CASE.search(clause)
    if statement.whole and (case or _AFTER.search(clause)) and _steps_done(text):
        return "detail"
    if statement.listed and _spells_out(statement):
        return "detail"
    if statement.sentence.point and statement.whole and _fresh(statement):
        return "member"
    if (
        text.endswith("的")
        and statement.whole
        and (first.link in ("或", "或者") or statement.sentence.point)
    ):
        return "member"
    people = _people(statement) and not _inside(statement)
    if _one_more_condition(statement) or (people and _within(statement)):
        return "condition"
    if statement.listed and statement.whole and _names_group(statement):
        return "member"
    member = statement.listed and (statement.whole or people) and not _same_head(statement)
    if member and not detail and not _led(statement):
        if cues("organs").ends(text):
            # Who acts, not who receives.
            return ""
        if _WHEN.search(text):
            return "detail"
        if cues("steps").search(text) and not people and first.link not in ("或", "或者"):
            return "detail"
        # 购买、翻建自住住房的: a case that the list names is one of those entitled.
        named = clause.endswith("的") and first.link in ("、", "或", "或者", "和")
        if _AFTER.search(clause) and not people and (text.endswith("的") or not named):
            return "detail"
        return "member"
    if (
        (_gate(statement) or re.search("符合[^,;。]*条件", text))
        and (case or not statement.whole or _NEED.search(text))
        and not (statement.orphan and _OUTCOME.search(text))
        and not _own_case(statement)
    ):
        return "condition"
    if statement.whole and _same_head(statement):
        return "detail"
    if not statement.whole:
        if _gate(statement):
            return "condition"
        if statement.listed and _kind_of_people(statement):
            return "member"
        return "member" if benefit and size >= 3 and not detail else "detail"
    if cues("condition").search(text) and _AFTER.search(clause) and not grant:
        return "condition"
    if size <= 6 and benefit and _fresh(statement) and not detail and not _how().search(text):
        # However short: 发放慰问金 is a benefit.
        return "grant"
    if size < 4:
        return ""
    if cues("opens_detail").match(text) or _FLOOR.match(text):
        return "detail"
    rule = case and not clause.rstrip(",").endswith("的")
    procedure = cues("procedure").search(text)
    if rule and (grant or (_fresh(statement) and not procedure) or _fresh_outcome(statement)):
        # A rule for a case that the other side does not speak of (labels.md, case 15).
        return "grant"
    if _fresh(statement) and cues("rights").search(text):
        return "grant"
    if _fresh(statement) and (_opens_with_grant(text) or cues("strong").search(text)):
        return "grant"
    if _fresh(statement) and ((_does().search(text) and not detail) or _fitted().search(text)):
        return "grant"
    if _FOR_CASE.search(text) and statement.segments[-1].share >= 0.8:
        # 对采取海葬方式的给予一次性奖补
        return "grant"
    if (
        _new_sentence(statement)
        and size >= 14
        and detail <= grant + 1
        and not _how().search(re.split("[,;]", text)[0])
    ):
        return "grant"
    if grant > detail or (benefit and grant >= detail):
        return "grant"
    return "detail"


def acts(statement: Statement) -> bool:
    """Whether it is one of those who act, not of those who receive."""
    return _ACT.match(statement.sentence.text, statement.span[1]) is not None


# 教育、民政等部门
_ACT = lazy("[^,;。]{0,24}等(?:有关|相关)?(?:部门|单位|机关|组织|团体)(?!的(?!工作人员))")


def leaves(statement: Statement) -> bool:
    """标准由省、自治区、直辖市人民政府规定: whether a list only tells who makes a rule."""
    text, (start, end) = statement.sentence.text, statement.clause_span
    found = _LEFT.search(text, start, end)
    return (
        found is not None
        and any(mark in found[0] for mark in LINKS)
        and statement.span[0] < found.end()
        and (
            statement.span[1] <= found.end() + 2
            or cues("steps").search(text[found.end() : statement.span[1]]) is not None
        )
    )


def banned(statement: Statement) -> bool:
    """Whether it is one of the things that are forbidden, or of the wrongs that are dealt with."""
    text, start = statement.sentence.text, statement.span[0]
    if cues("bans").search(text[:start][-40:]) is not None:
        return True
    return statement.listed and deeds(statement)


_DEEDS = lazy(
    "[^,;。]{0,14}?等[^,;。]{0,24}?(?:行为|情形|现象|问题|活动|做法|手段|为由|理由|不同|因素)"
)
_BANS = lazy("不得|禁止|严禁|不准")
_ANY = lazy("[^,;。]{0,14}?等")
_AGAINST = lazy(
    "不得|禁止|严禁|不准|查处|查办|打击|制止|整治|防范|惩[处治]|取缔|纠正|治理|处[理罚]"
)


def deeds(statement: Statement) -> bool:
    """不得有拒载、甩客等行为, 依法查处拖欠工资等行为: examples of what nobody may do (labels.md,
    case 22)."""
    text = statement.sentence.text
    if (found := _ANY.match(text, statement.span[1])) and _BANS.search(
        text, statement.clause_span[0], statement.span[0]
    ):
        return True
    found = _DEEDS.match(text, statement.span[1])
    if not found:
        return False
    start, _ = statement.clause_span
    end = text.find(";", found.end())
    return _AGAINST.search(text, start, end if end >= 0 else len(text)) is not None


_BODIES = lazy(
    "(?:单位|机构|学校|部门|企业|经营者|公司|医院|机关|组织|任何[^,;。]{0,6})[^;。]{0,30}不得"
)
_HARM = lazy(
    "降低|辞退|解除|拒绝|歧视|克扣|限制|减少|取消|剥夺|开除|解雇|收取|工资|福利|待遇|强迫|侮辱|体罚"
)


def _forbidden_to_bodies(statement: Statement) -> bool:
    """单位不得降低其工资、限制其晋升: one more thing that nobody may do to them."""
    text, (start, end) = statement.sentence.text, statement.span
    return _BODIES.search(text[:start]) is not None and _HARM.search(text, start, end) is not None


_NEED = lazy("根据[^,;]*需要")
# 确有困难的,再给予补助: a condition with what follows from it is a rule of its own.
_OUTCOME = lazy("的,[^;。]*(?:可以申请|可以补办|有权|给予|予以|发放|补助|补贴|免|享受|提供)")
# 由其户籍地民政部门发给: where the office is.
_HOME_OFFICE = lazy(
    "(?:户籍|户口)(?:所在)?地的?(?=[^,;。]{0,12}(?:政府|部门|机关|机构|街道|乡镇|单位|残联|局|站|所|中心|委员会|[居村]委会|社区|窗口|法院))"
)


def _home_there(statement: Statement) -> bool:
    return any(
        one.partner is not None and _HOME_OFFICE.search(one.partner.sentence.text)
        for one in statement.segments
    )


def _gate(statement: Statement) -> bool:
    """Whether it says who may come."""
    if cues("gate").search(_HOME_OFFICE.sub("", statement.text)) is None:
        return False
    text, (start, end) = statement.sentence.text, statement.span
    for found in _HOME_OFFICE.finditer(text):
        # The office may stand behind it: 户籍地|残联, where the other side names one of the home.
        if found.start() < end and start < found.end() and _home_there(statement):
            text = text.replace(found[0], "地" * len(found[0]))
    return cues("gate").search(text[start:end]) is not None


_GAIN = lazy("的,(?:也|均|并)?(?:可以?|给予|予以|享受|发给|发放|由)(?!不)")
_ONLY_THEN = lazy("方可|才[可能]|方能|仅|只")


def _own_case(statement: Statement) -> bool:
    """被鉴定为职业病,符合条件的,可以评定: a sentence of its own on one more case."""
    return (
        statement.whole
        and len(statement.content) >= 0.85 * statement.sentence.size
        and _GAIN.search(statement.text) is not None
        and _ONLY_THEN.search(statement.text) is None
    )


_WHO = lazy("人员|家庭|对象|学生|儿童|老年人|残疾人|职工|居民|毕业生")


def _steps_done(text: str) -> bool:
    """费用经审核符合规定的,由基金支付: a condition on papers, not on people."""
    return bool(re.search("经[^,;]{0,8}审|审核|审批|评议", text)) and not _WHO.search(text)


_THEN = lazy(r",?(?:其[^,;]{1,4}?)?(?:可以?|给予|予以|享受|发给|发放|按|一次性|每|由)")


def _one_more_condition(statement: Statement) -> bool:
    """毕业生正常经营一年以上的,可以申请: a clause of a sentence that the other side has, which
    admits fewer."""
    sentence, end = statement.sentence, statement.span[1]
    size = sum(len(phrase.content) for phrase in statement.phrases)
    return (
        statement.text.endswith("的")
        and any(phrase.link in ("并", "并且", "且") for phrase in statement.phrases)
        and not sentence.point
        and not statement.orphan
        and size <= 0.75 * sentence.size
        and bool(_THEN.match(sentence.text, end))
    )


def _people(statement: Statement) -> bool:
    """Whether it names a group of people."""
    people = cues("people")
    if statement.listed and statement.whole and len(statement.segments) > 1:
        # 在校生和研究生家庭经济困难的
        return any(people.ends(phrase.content) for phrase in statement.phrases)
    return people.ends(statement.content) or people.ends(statement.text)


def _names_group(statement: Statement) -> bool:
    """被告人、服刑人员提出申请的: whether one that stands inside the list names people, whatever is
    said behind the list."""
    return any(
        s.share >= 0.9
        and s.phrase.link in LINKS
        and s.phrase.after is not None
        and s.phrase.after.link in LINKS
        and len(s.content) <= _NAME
        and cues("people").ends(s.phrase.text)
        and not cues("bodies", "organs", "papers").ends(s.phrase.text)
        for s in statement.segments
    )


_NAME = 8
"""The name of a group is no longer."""


def _same_head(statement: Statement) -> bool:
    """工资、福利→单位给予其的工资、福利: the first member, with the clause that leads into it."""
    first = statement.phrases[0]
    partner = statement.segments[0].partner
    return (
        len(statement.phrases) == 1
        and not (statement.cut or statement.orphan)
        and first.link not in LINKS
        and partner is not None
        and first.content.endswith(partner.content)
    )


def _inside(statement: Statement) -> bool:
    """新生儿访视→新生儿家庭访视: whether it only tells more of the word that follows at once."""
    segment = statement.segments[0]
    at = segment.phrase.at
    return (
        not statement.whole
        # 低保对象、残疾人参保: the last member, with what goes for all of them.
        and segment.phrase.link not in LINKS
        and segment.last + 1 < len(at)
        and at[segment.last][1] == at[segment.last + 1][0]
    )


def _within(statement: Statement) -> bool:
    """低保家庭→低保家庭中的重度残疾人: some of a group that the other side has whole."""
    start, _ = statement.span
    return not statement.whole and statement.sentence.text[:start].endswith(("中的", "中"))


_WHEN = lazy("(?:[^假孕产老时]期|时段|季节|时间)$")


def _kind_of_people(statement: Statement) -> bool:
    """失能、独居老年人→失能老年人: a word that tells one group of a list from the others."""
    segment = statement.segments[0]
    return (
        segment.first == 0
        # 并送达职工: what is done, too.
        and segment.phrase.link not in ("并", "并且", "且")
        # 景区对儿童、学生免费: who gives it.
        and statement.sentence.text[statement.span[1] :][:1] not in ("对", "为", "向", "应")
        and len(segment.content) >= 2
        and segment.partner is not None
        and not set(segment.content) & set(segment.partner.content)
        and (
            cues("people").ends(segment.phrase.content)
            or (
                segment.phrase.link in LINKS
                and _PERSONS.match(statement.sentence.text, statement.span[1]) is not None
            )
        )
        and not cues("people").ends(segment.content)
        # 公告附近居民: what is done.
        and not cues("steps").match(statement.text)
    )


def _holds(statement: Statement) -> bool:
    start, _ = statement.phrases[0].start, 0
    return statement.sentence.text.startswith(("持", "在"), start) and _has_sibling(statement)


_PERSONS = lazy("人员|家庭|者|老年人|儿童|学生|居民|群众|职工|妇女|残疾人")


def _has_sibling(statement: Statement) -> bool:
    """Whether the list that it is a member of stands on the other side too."""
    mine = {id(phrase) for phrase in statement.phrases}
    clause = statement.phrases[0].clause
    return any(
        phrase.listed and phrase.clause == clause and id(phrase) not in mine
        for phrase in statement.sentence.phrases
    ) and any(s.partner is not None for s in statement.segments)


def _is_rate(text: str) -> bool:
    return bool(_RATE.search(text) or cues("rates").search(text))


def _fresh(statement: Statement) -> bool:
    """Whether nothing on the other side resembles it."""
    return all(s.share >= 0.9 for s in statement.segments[:2])


_OF_CASE = lazy("的,?(?=[^,;。]*$)")
_STEPS = lazy("通过|凭|持|向|可以?(?:查询|咨询|申请)|按照?|依照")


def _fresh_outcome(statement: Statement) -> bool:
    """无处居住的,安排临时住所: whether nothing on the other side resembles what is done in a case
    of its own, and it is more than the way to it."""
    found = _OF_CASE.search(statement.text)
    if not found or _STEPS.search(statement.text, found.end()):
        return False
    since = statement.span[0] + found.end()
    done = [s for s in statement.segments if s.phrase.start >= since]
    return (
        bool(done)
        and all(s.share >= 0.9 for s in done)
        and sum(len(s.content) for s in done) >= 4
        and not cues("procedure").search(statement.text)
    )


def _new_sentence(statement: Statement) -> bool:
    """Whether it is a sentence of its own, of which the other side has nothing: whatever it
    obliges to, it obliges to something more."""
    sentence = statement.sentence
    if sentence.field != "content":
        return False
    return len(statement.content) >= 0.85 * sentence.size and all(
        s.orphan or (s.share >= 0.6 and s.score < 0.45) for s in statement.segments
    )


def _opens_with_grant(text: str) -> bool:
    head = re.split("[,;:]", text)[0]
    return bool(cues("grant").search(_bare(head))) and not _how().search(head)


def _bare(text: str) -> str:
    """A text without the names of providers and set terms that hold a cue word."""
    return cues("provider").sub("", cues("names").sub("", text))


_WHERE = lazy("(?<!所)在[^,;的]*$")


def _led(statement: Statement) -> bool:
    """Whether the list that a statement belongs to says how, not what."""
    start, _ = statement.span
    c0, c1 = statement.clause_span
    if cues("sets_up").search(statement.sentence.text[c0:start]) and not _has_sibling(statement):
        return True
    before = statement.sentence.text[c0:start]
    if _WHERE.search(before) and cues("steps").search(statement.sentence.text[start:c1]):
        # 在入口、网站公示: where it is told.
        return True
    return bool(_how().search(before) or _how().search(statement.text))
