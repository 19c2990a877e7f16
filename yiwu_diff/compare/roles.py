"""What a stretch of text does: grants, conditions, excepts, charges, or explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from yiwu_diff.text.reading import cues

if TYPE_CHECKING:
    from yiwu_diff.compare.statements import Statement

Role = Literal["grant", "member", "protection", "condition", "exception", "duty", "detail", ""]

# Who or what carries it out: 由…, 通过…, 按照… lead into the how of a thing.
_HOW = re.compile(
    r"由|通过|采取|采用|依托|利用|按照|依照|根据|参照|配备|设置|设有|配置|明确|载明|标明|其中|具体|(?:^|[,:])(?:以|凭|经|按)"
)
_OWES = re.compile(
    r"(?:学生|申请人|本人|毕业生|职工|家庭|参保人|对象|人员|[^用]者|居民)[^,;]{0,8}(?:须|应当|应|需)(?!享受|获得|得到)"
)
# 覆盖率达到90%: an aim says how well, it grants nothing by itself.
_RATE = re.compile(r"率[^,;。]{0,8}\d|覆盖面|满意度")
_PAPERS = re.compile(r"(?:证|证明|证件|户口簿|户口本|材料|申请表|复印件|承诺书|原件|照片|合同)$")
_GIVES = re.compile(
    r"免收|不收|免交|救助|补助|补贴|报销|全额|减免|免除|[为给]其?[^,;]{1,14}提供|分期|缓缴"
)
_BRINGS = re.compile(r"凭|持|提交|提供|出示|出具|携带|须|需")
_GATE = re.compile(r"户籍|户口|居住证|学籍|连续缴|连续居住")
_DOES = re.compile(
    r"[为对向给][^,;]{1,14}?(?:提供|开展|给予|发放|放映|配送|播放|举办|安排|配备)|^(?:并|同时|还)?(?:应当)?(?:免费)?(?:[为对向给][^,;]{1,16}?)?(?:提供|办理|开展|给予|保障|发放|开设|开通|免除|减免|实施|举办|组织|安排|帮助|增设|增加|放映|配送|播放|派送|赠送|代|送)"
)
_NAMES = re.compile(
    r"服务(?:项目|对象|标准|内容|机构|中心|站|单位|窗口|平台|网)|检查站|培训机构|教育部门|医疗机构|管理服务|服务管理"
)
_CASE = re.compile(r"的[,:]|的$")
_AFTER = re.compile(r"(?:后|时|前|的|之日起)[,]?$")
_LEADS_IN = re.compile(r"下列|如下|之一|以下(?!简称)")
_OTHERS = re.compile(r"机构|单位|部门|公司|财政|基金|学校|企业|法院|机关|顾问|医疗")
_CHARGE = re.compile(r"收取|缴纳|交纳|押金|工本费|自付|自负|自行承担|退还|违约")


def role(statement: Statement) -> Role:
    """The role of a statement; empty where it is too slight to have one."""
    text, clause = statement.text, statement.clause
    if cues("no_condition").search(clause):
        # `wording` says it, once for the clause.
        return ""
    if cues("protection").search(clause):
        return "protection"
    excepted = [p for p in statement.phrases if p.excepted]
    # An exception inside a longer new rule belongs to that rule.
    if (excepted or cues("exception").search(text)) and not (
        statement.whole
        and len(statement.content) > 16
        and len(excepted) < len(statement.phrases)
        and re.search("[,;]", text.rstrip(",;"))
    ):
        return "exception"
    if _LEADS_IN.search(text) and len(statement.content) < 16:
        return ""
    if statement.sentence.field == "audience":
        return _of_audience(statement)
    return _of_service(statement)


def _of_audience(statement: Statement) -> Role:
    text, size = statement.text, len(statement.content)
    first = statement.phrases[0]
    condition = cues("condition").search(text)
    if first.examples or first.bracket:
        return "condition" if condition else "detail"
    end = statement.span[1]
    if first.link in ("且", "并且", "并") or statement.sentence.text[end : end + 1] == "中":
        # 低保家庭中因灾害陷入困境的家庭: a group within which the others are looked for.
        return "condition"
    if _qualifies(statement):
        return "condition"
    if statement.listed and statement.whole and size <= 4 and first.link in ("、", "和", "及"):
        # 独居、空巢、失能等老年人: one more kind of person, though it is an adjective.
        return "member"
    people = _people(statement)
    if people and statement.listed and not statement.whole:
        return "member"
    if statement.whole and not re.match(r"具有|持有|须|应", text):
        # What is left over of a list and names nobody is only a modifier: 居家生活的.
        names = people or not any(s.left_over for s in statement.segments)
        if people or (statement.listed and not condition and names):
            return "member"
    if condition or size >= 7:
        return "condition"
    return ""


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
    bare = _bare(text)
    detail = len(cues("detail").findall(bare))
    grant = len(cues("grant").findall(bare))
    benefit = re.search(f"(?:{cues('benefit').pattern})$", statement.content)
    if (
        cues("duty").search(text)
        and not _GIVES.search(text)
        and (_CHARGE.search(text) or _OWES.search(clause) or not _OTHERS.search(clause))
    ):
        return "duty"
    if statement.listed and _PAPERS.search(text) and _BRINGS.search(clause) and size <= 8:
        return "" if _BRINGS.search(text) or re.search("有效|相关|有关", text) else "duty"
    if re.search("不得|禁止|严禁", statement.sentence.text[: statement.span[0]][-40:]):
        # One more example of what is forbidden (labels.md, case 22).
        return "detail"
    if (
        (first.bracket and not _DOES.search(text))
        or first.examples
        or ("," not in text and _RATE.search(text))
    ):
        return "detail"
    case = _CASE.search(clause)
    if statement.sentence.point and statement.whole and _fresh(statement):
        return "member"
    if (
        text.endswith("的")
        and statement.whole
        and (first.link in ("或", "或者") or statement.sentence.point)
    ):
        return "member"
    people = _people(statement)
    if statement.listed and (statement.whole or people) and not detail and not _led(statement):
        return "detail" if _AFTER.search(clause) else "member"
    if re.search("确有困难|特殊需要|符合[^,;。]*条件", text) and (case or not statement.whole):
        return "condition"
    if not statement.whole:
        if _GATE.search(text):
            return "condition"
        return "member" if benefit and size >= 3 and not detail else "detail"
    if cues("condition").search(text) and _AFTER.search(clause) and not grant:
        return "condition"
    if size < 4:
        return ""
    if re.match("其中|具体|即|分为|分别|是指", text):
        return "detail"
    rule = case and not clause.rstrip(",").endswith("的")
    procedure = re.search("延长|审核|告知|受理|期限|报告", text)
    if rule and (grant or (_fresh(statement) and not procedure)):
        # A rule for a case that the other side does not speak of (labels.md, case 15).
        return "grant"
    if _fresh(statement) and re.search("有权|可以依法|可以申请", text):
        return "grant"
    if _fresh(statement) and (_opens_with_grant(text) or cues("strong").search(text)):
        return "grant"
    if _fresh(statement) and _DOES.search(text) and not detail:
        return "grant"
    if _new_sentence(statement) and size >= 14 and not _HOW.search(re.split("[,;]", text)[0]):
        return "grant"
    if grant > detail or (benefit and grant >= detail):
        return "grant"
    return "detail"


def _people(statement: Statement) -> bool:
    """Whether it names a group of people."""
    ends = re.compile(f"(?:{cues('people').pattern})$")
    return bool(ends.search(statement.content) or ends.search(statement.text))


def _fresh(statement: Statement) -> bool:
    """Whether nothing on the other side resembles it."""
    return all(s.share >= 0.9 for s in statement.segments[:2])


def _new_sentence(statement: Statement) -> bool:
    """Whether it is a sentence of its own, of which the other side has nothing: whatever it
    obliges to, it obliges to something more."""
    sentence = statement.sentence
    if sentence.field != "content":
        return False
    total = sum(len(p.content) for p in sentence.phrases)
    return len(statement.content) >= 0.85 * total and all(
        s.orphan or (s.share >= 0.6 and s.score < 0.45) for s in statement.segments
    )


def _opens_with_grant(text: str) -> bool:
    head = re.split("[,;:]", text)[0]
    return bool(cues("grant").search(_bare(head))) and not _HOW.search(head)


def _bare(text: str) -> str:
    """A text without the names of providers and set terms that hold a cue word."""
    return cues("provider").sub("", _NAMES.sub("", text))


def _led(statement: Statement) -> bool:
    """Whether the list that a statement belongs to says how, not what."""
    start, _ = statement.span
    c0, _ = statement.clause_span
    return bool(_HOW.search(statement.sentence.text[c0:start]) or _HOW.search(statement.text))
