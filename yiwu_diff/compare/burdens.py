"""What the recipient has to bring, to pay or to do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import any_of, longest_first, words

if TYPE_CHECKING:
    from yiwu_diff.compare.statements import Statement


@cache
def _owes() -> re.Pattern[str]:
    """学生须…, 申请人应当…: the recipient has to do something."""
    who = cues("people").pattern
    return re.compile(
        rf"(?:{who}|申请人|本人)[^,;机构部门单位]{{0,8}}(?:须|应当?|需)(?!享受|获得|得到|当享受|当获得)"
    )


# 且须每年8月底前完成生存认证: what only the recipient can do.
_OWN_ACT = lazy(
    "(?P<who>[^,;。:]*?)(?:必须|须|应当?|需要?)(?!将|由)[^,;。]{0,16}?"
    "(?:(?:完成|办理|进行|通过|参加|接受|做)[^,;。]{0,8}(?:认证|年审|年检|验证|复核|复审|资格[审核]查)"
    "|申报[^,;。]*(?:收入|财产|变[动化更]|情况)|报告[^,;。]*(?:求职|收入|财产|变[动化更]|去向|行踪)"
    "|报到|签到|参加[^,;。]{0,8}(?:劳动|活动|培训|学习|求职|考试|考核)|(?:主动)?配合[^,;。]{2,}|接受[^,;。]{0,6}(?:培训|介绍|岗位|工作))"
)
_RECEIVES = lazy(
    "(?:(?:领取|申请|承租|参训|承借|受助|参保|受援|救助|补助|保障|扶助|享受|资助|奖励|配租|待遇)[^,;。]{0,4}"
    "(?:人|人员|家庭|对象|户|者)|本人|个人)(?:每[^,;。]{1,4})?$"
)


def _own_act(statement: Statement) -> bool:
    found = _OWN_ACT.search(statement.text) if statement.whole else None
    if found is None:
        return False
    who = _EVERY.sub("", found["who"].lstrip("且并同时还"))
    if who:
        return _RECEIVES.search(who) is not None or _own_people().search(who) is not None
    # Who has to is whoever the clause before speaks of.
    before = statement.sentence.text[: statement.span[0]].rpartition(";")[2]
    return not (_ACTING.search(before) or cues("bodies", "organs").search(before))


_EVERY = lazy("(?:在|于)?每(?:半年|季度?|[一二三四五六七八九十两]?个?[年月周日天])(?:度|内|至少)?$")
_ACTING = lazy("乡镇|街道|社区|村委|居委|中心|站|所|院|医师|医生|社工|工作人员|经办|由")


@cache
def _own_people() -> re.Pattern[str]:
    names = [
        word
        for word in words("conditions", "people")
        if len(word) > 1 and word not in ("组织", "机构", "单位", "人员", "企业", "教师")
    ]
    return re.compile(rf"(?<!工作)(?:{any_of(longest_first(names))})$")


# 个人自付费用超过1万元的: what is helped with, not what is to be paid.
_OWN_COSTS = lazy(
    "(?:自付|自负|自行承担|(?:个人|本人|家庭)(?:承担|负担))(?:的)?(?!费用由)"
    "[^,;。]{0,8}?(?:费用?|支出|部分|金额|额)"
)
_PAID_SINCE = lazy("款之日起?")
# 办证时收取押金,退证时全额返还: what is given back is a burden until then.
_PLEDGE = lazy("(?<![不未免减])(?:收取?|[交缴]纳?|预[交缴付])[^,;。不免]{0,4}(?:押金|保证金)(?!的)")


def charges(statement: Statement) -> bool:
    """Whether it says what the recipient has to pay or to do."""
    text, clause = _OWN_COSTS.sub("", statement.text), statement.clause
    if _PAID_SINCE.match(statement.sentence.text, statement.span[1]):
        # 消费者自|付款之日起: no 自付.
        return False
    if _PLEDGE.search(text) or _own_act(statement):
        return True
    return bool(
        cues("duty").search(text)
        and not gives(text)
        and (
            cues("charge").search(text)
            or _owes().search(clause)
            or not cues("bodies").search(clause)
        )
    )


def gives(text: str) -> bool:
    """Whether something is given, whatever else a text speaks of."""
    return bool(cues("gives").search(text) or _GIVES.search(text))


_GIVES = lazy("签订[^,;]{0,20}(?:劳动|聘用)合同|[为给]其?[^,;]{1,14}提供|不[^,;]{0,8}(?:收取|承担)")
_BRINGS = lazy(
    "(?:(?<!支)持(?!续)|凭|提交|提供|出示|出具|携带|交验|附[送具上]?)(?P<what>[^,;:。]*)$"
)
_HAS_TO = lazy("(?:须|应当?|需要?|还要|另行?)[^,;:。不]{0,6}$")
# 单位应当出具证明, 为申请人提供证明: bodies bring nothing.
_BODY_DOES = lazy("[为给][^,;。]{1,16}$")


def paper(statement: Statement) -> bool:
    """Whether it is one more paper that the recipient has to bring: 应出示身份证, 并提交户口簿."""
    if not (statement.whole and _is_paper(statement)):
        return False
    sentence, start = statement.sentence, statement.span[0]
    c0, c1 = sentence.clause_of(start)
    clause = sentence.text[c0:c1]
    found = _BRINGS.search(clause[: statement.span[1] - c0]) or _BRINGS.search(clause)
    if found is None or cues("any_papers").search(statement.text):
        return False
    before = clause[: found.start()]
    if _FREELY.search(before):
        return False
    # 并提供清单: who does it stands before.
    acting = before
    if not before.strip("并且同时还") and c0:
        acting = sentence.text[slice(*sentence.clause_of(c0 - 2))]
    if _BODY_DOES.search(before) or cues("bodies").search(_TO.sub("", acting)):
        return False
    # What is listed is listed with what has to be brought.
    return statement.listed or _HAS_TO.search(before) is not None


_FREELY = lazy("(?:可以?|要求[^,;。]{0,4}|免费|免[于予]|无[须需])$")


_TAIL = lazy("(?:等?材料)?(?:即可)?(?:办理|申领|领取|申请|享受|登记|免费)?,?$")
_TO = lazy("[向到在][^,;。]*")


def _is_paper(statement: Statement) -> bool:
    """Whether it names a paper, or a paper in brackets ends its clause."""
    if cues("papers").ends(_TAIL.sub("", statement.text)):
        return True
    following = statement.sentence.text[statement.span[1] : statement.clause_span[1]]
    return following.startswith("(") and cues("papers").ends(following)
