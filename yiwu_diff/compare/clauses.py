"""What some clauses say by their form alone, whatever their words are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from yiwu_diff.compare.wording import EITHER_WAY
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import any_of, longest_first, words
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Sentence

_LATE = lazy(
    "(?:[逾到过超]期|期满|届满|未[按在]|没有[按在]"
    "|(?:不予?|没有?)(?:答复|告知|决定|办理)|未(?:予|能)?(?:答复|告知|作出|办理))"
    "[^;。]{0,24}?(?:视为|即为|视同|视作|即视|默认|[就即]算)(?P<then>[^,;。]{0,6})"
)
_DEEMS = lazy("视为|即为|视同|视作|即视|默认|[就即]算(?!是|[在有])")
_WAIVED = lazy("放弃|撤回|弃权|退出|拒绝|无异议|不需要|认可")


def lapse(statement: Statement, view: View) -> Literal["grant", "duty", ""] | None:
    """逾期不答复的,视为同意: what holds where nobody acts in time. It protects whoever waits
    for an answer, and costs a right whoever should have acted himself.

    ``None``: nothing is known by it; empty: the other side has such a rule, too.
    """
    start, end = statement.clause_span
    text = statement.sentence.text
    if not statement.whole or not _DEEMS.search(text, start):
        return None
    found = next((one for one in _LATE.finditer(text) if one.start() < end), None)
    if not found or found.end() <= start:
        return None
    waived = bool(_WAIVED.search(found["then"]))
    if _lapses(view.across, waived) >= _lapses(view.sentences, waived):
        return None if statement.cut else ""
    deemed = sum(len(_DEEMS.findall(one.text)) for one in view.across)
    if deemed > _lapses(view.across, not waived):
        return None
    return "duty" if waived else "grant"


def _lapses(sentences: Sequence[Sentence], waived: bool) -> int:
    return sum(
        bool(_WAIVED.search(found["then"])) == waived
        for one in sentences
        for found in _LATE.finditer(one.text)
    )


def tells_how_much(statement: Statement, view: View, *, figured: bool) -> bool:
    """Whether it says how much, or until when, of what the other side gives as well."""
    return (
        _sets_amount(statement, view)
        or (view.what == "dropped" and _extends(statement))
        or (figured and _meets_need(statement, view))
    )


_SETS = lazy(
    "^(?P<of>[^,;:。]*?)(?:的?(?:标准|比例|额度|金额|数额|限额|幅度))?"
    "(?:为|是|按照?|以|参照|依据|根据|不低于|不超过|最高|达到?)"
)
_SHARE = lazy(r"\d倍|[一二三四五六七八九十]倍|%|百分之|[分半]之|水平")
_RATED = lazy(
    "标准|比例|额度|金额|数额|限额|幅度|(?:计|计发|计算|发给|发放|确定|执行|支付|给付)[,;。]?$"
)


def _sets_amount(statement: Statement, view: View) -> bool:
    """标准为上年度平均工资的十倍, 丧葬费按月工资的三倍发给: how much of a thing that the other
    side gives as well."""
    text = statement.text
    found = _SETS.search(text)
    if not found or not _RATED.search(text) or not _SHARE.search(text):
        return False
    named, said = found["of"], view.text_across
    if named and named[-3:] not in said:
        return False
    return all(gift in said for gift in cues("strong").findall(text))


def amount_of_another(statement: Statement, view: View) -> bool:
    """丧葬费标准为六个月抚恤金: how much of a thing that the other side does not name."""
    found = _SETS.search(statement.text)
    if not found or not found["of"] or not _RATED.search(statement.text):
        return False
    return not any(found["of"][-size:] in view.text_across for size in (2, 3))


_LEFT_OPEN = lazy(
    r"(?:标准|比例|额度|金额|数额|频次|次数)[^,;。《\d]*?(?:另行|合理|适当|视|当地|实际|情况)"
    r"[^,;。《\d]*(?:确定|规定|制定|公布|核定|开展)"
)


def _leaves_open(statement: Statement) -> bool:
    """补助标准结合实际合理确定: how much is left to somebody; nothing is given by it."""
    return _LEFT_OPEN.search(statement.text) is not None


_EXTENDS = lazy("(?:可以?|经[^,;。]*?)(?:适当|再)?(?:延长|延期|顺延)|延长(?:时间|期限)")
_HARD_CASE = lazy("复杂|疑难|特殊|批准|同意|重大|确需|因故|不能(?:按期|在)")
_OWN_TIME = lazy("领取|享受|假|借|租|缴|保护|补贴|津贴|服务期|治疗|待遇")


def _extends(statement: Statement) -> bool:
    """情况复杂的,经批准可以延长15日: the office may take longer. Nobody receives anything by it."""
    text = statement.clause
    if not (_EXTENDS.search(text) and _HARD_CASE.search(text)) or _OWN_TIME.search(text):
        return False
    besides = [part for part in _MARK.split(text) if not _EXTENDS.search(part)]
    return not any(cues("does", "strong").search(part) for part in besides)


_OF_IT = lazy(
    "(?:并|且|同时)?(?:(?=在|由|通过|依托|以)"
    "|(?P<of>[^,;:。的]{2,8}?)(?=由|在|后|(?<!小)时|前|期间))"
)
_GIVES = lazy("发放|发给|赠送|给予|享受|安排|提供|免")


def of_it(text: str, said: str) -> str:
    """由…送至, 护理由…完成, 接种后…: what a clause tells of by whom, where and when a thing is
    done that the other side gives as well; empty if it is no such clause."""
    found = _OF_IT.match(text)
    if not found:
        return ""
    of, rest = found["of"], text[found.end() :]
    if of and (_GIVES.search(rest) or not (of[:2] in said or of[-2:] in said)):
        return ""
    return rest


_AS_NEEDED = lazy(r"应(.)尽\1")


def _meets_need(statement: Statement, view: View) -> bool:
    """应救尽救,康复训练每人救助1.5万元: what is given of a help that is promised to all."""
    found = _AS_NEEDED.search(view.text_across)
    return found is not None and found[1] in statement.content


_NO_GIFT = lazy(
    "(?:管理|服务|工作)?(?:站|中心|机构|所|院|室|点|平台|人员|员|师|团队|登记|申请|档案|记录|协议"
    "|手续|台账|名册|系统|结果|时间|次数|情况|地点|方案|流程)"
)


def names_no_gift(text: str, end: int) -> bool:
    """救助站, 救助登记: whether the word of giving that ends here is but a part of a name."""
    return _NO_GIFT.match(text, end) is not None


def said_there(statement: Statement, view: View) -> bool:
    """Whether the other side says the same, or nothing is lost or won by it."""
    if statement.whole and _only_leads(statement):
        return True
    if not statement.whole:
        return _spared_too(statement, view)
    if _names_it(statement) or _decided_too(statement, view):
        return True
    told = (_moved, _free_too, _paid_too, _lifted, _either_way, _done_there)
    if any(one(statement, view) for one in told):
        return True
    if not statement.cut and _DECIDES.fullmatch(statement.text) and "决定" in view.text_across:
        # 作出是否批准的决定→作出决定: a decision is one or the other.
        return True
    if _SYSTEM.fullmatch(statement.text) and not statement.cut:
        # 建立护理补贴制度: where all of it is spoken of, there is one.
        return set(statement.content) - set("设立") <= view.all_across
    return _leaves_open(statement) if view.what == "added" else _leads_on(statement, view)


_DECIDES = lazy("并?(?:作出)?是否[^,;。]{0,10}的?决定|并?决定是否[^,;。]{0,10}")
_TOPIC = lazy("[^,;:。]{0,10}(?:内容|对象|项目|范围|人群)(?:主要)?(?P<is>[为是有]|包括|包含|$)")


def _only_leads(statement: Statement) -> bool:
    """救助内容为手术、康复训练: whether only what leads into a list is put in other words."""
    found = _TOPIC.match(statement.text)
    if found is None:
        return False
    if found["is"]:
        return statement.around
    end = statement.span[1]
    return statement.sentence.text.startswith(("包括", "包含", ":"), end)


_NAMES_IT = lazy(
    "(?:开展|实施|实行|提供|推行|建立)[^,;:。、]{2,20}(?:服务|制度|救助|工作|项目|计划|行动|补助|补贴|保障)"
)
_TOLD_NEXT = lazy(
    ",(?:主要)?(?:其|具体)?(?:服务|救助|保障|补助|补贴|发放|资助|享受|受助|覆盖|检查|培训)?"
    "(?:的)?(?:内容|对象|项目|范围|人群)(?:主要)?(?:为|是|包括|包含|有|:)"
)


def _names_it(statement: Statement) -> bool:
    """开展居家养老服务,服务内容为…: a service by its name, whose contents and recipients
    follow."""
    return (
        _NAMES_IT.fullmatch(statement.text) is not None
        and _TOLD_NEXT.match(statement.sentence.text, statement.span[1]) is not None
    )


_DECIDED = lazy("(?:经[^,;。]{0,4})?(?:决定|同意|批准|核准|准予|给予|予以)+[^,;。不]{0,6}的")
_DECIDED_THERE = lazy(
    "(?:^|[,;。])(?:经[^,;。]{0,4})?(?:决定|同意|批准|核准|准予|给予|予以)[^,;。不]{0,6}的,"
)


def _decided_too(statement: Statement, view: View) -> bool:
    """决定给予的,…→同意援助的,…: the case that what was asked for is granted."""
    return _DECIDED.fullmatch(statement.text.rstrip(",")) is not None and any(
        _DECIDED_THERE.search(one.text) for one in view.across
    )


_SYSTEM = lazy("(?:国家|政府)?(?:应当)?(?:建立|建立健全|健全|完善|实行)[^,;。、]*制度")
_PAYS = lazy(
    "(?P<who>财政|政府|国家|基金|单位|企业|机构|学校)[^,;。]{0,6}(?:承担|负担|支付|垫付|列支|全包|出(?=[,;。]|$))"
)
_COSTS = lazy("(?:费用|经费|资金|费|款)(?:均|都|全部|一律|应当)?由|^由[^,;。]*(?:费用|经费|费)$")


def unpaid(statement: Statement, view: View) -> bool:
    """护理费用由财政承担: whether somebody pays, and the other side has nobody pay."""
    return (
        _COSTS.search(statement.text) is not None
        and _PAYS.search(statement.text) is not None
        and not any(_PAYS.search(one.text) for one in view.across)
    )


def _paid_too(statement: Statement, view: View) -> bool:
    """费用由财政承担, where the other side says 费用财政出."""
    found = _PAYS.search(statement.text)
    if found is None or statement.cut or not _COSTS.search(statement.text):
        return False
    there = [m["who"] for one in view.across for m in _PAYS.finditer(one.text)]
    here = [m["who"] for one in view.sentences for m in _PAYS.finditer(one.text)]
    return there.count(found["who"]) >= here.count(found["who"])


_THEN = lazy(",(?:应当?|可以?|不得|须|必须|给予|予以|依法|有权)")


_MUST = lazy("应当|必须|不得|禁止")


def _leads_on(statement: Statement, view: View) -> bool:
    """召开业主大会会议,应当…: what or when the next clause is about. Where that is said on the
    other side, and every character of this stands there, nothing is lost with it."""
    sentence, end = statement.sentence, statement.clause_span[1]
    if statement.cut or statement.listed:
        return False
    if statement.text.endswith("的") or not _THEN.match(sentence.text, end):
        return False
    if _MUST.search(statement.text):
        # 不得殴打,不得辱骂: what has to be done itself leads to nothing.
        return False
    following = sentence.clause_of(end + 1)
    return set(statement.content) - set("设立") <= view.all_across and not any(
        other.sentence is sentence and other.whole and other.span[0] in range(*following)
        for other in view.statements
    )


_FREE = lazy("免(?!疫|检)|不[再得予应]?(?:另行)?[收缴交]|无[需须](?:缴|交|支?付)")
_NO_CHARGE = lazy(
    "(?P<of>[^,;:。]{0,8}?)(?:一律|均|全部|也)?"
    "(?:不[再得予应]?(?:另行)?(?:收取?|[缴交]纳?)|免[收交缴除]?|无[需须](?:[缴交]纳?|支?付))"
    "(?:任何|其他|额外)?(?P<fee>[^,;:。]{0,6}?)(?:费用?|钱)?$"
)


def _free_too(statement: Statement, view: View) -> bool:
    """不收取手续费, where the other side says 免手续费: as much is free there, and the same."""
    found = None if statement.cut else _NO_CHARGE.fullmatch(statement.text)
    if found is None or not set(found["of"] + found["fee"]) <= set(view.text_across):
        return False
    here = sum(len(_FREE.findall(one.text)) for one in view.sentences)
    return sum(len(_FREE.findall(one.text)) for one in view.across) >= here


_SPARES = lazy("不得|不受|不[予再应]?[收缴交]|不[向对][^,;:。]{1,14}收|禁止|严禁|免[收缴交除费]")
_SPARING = lazy("(?:不得?|一律|[收缴交取纳]|费用?)+")


def _spared_too(statement: Statement, view: View) -> bool:
    """不得一次性收取超过…的费用→一次性收取的费用不得超过…: whether only the words of a ban are
    left, and the other side bans as much."""
    if statement.cut or not _SPARING.fullmatch(statement.text):
        return False
    here, there = (
        sum(len(_SPARES.findall(one.text)) for one in side)
        for side in (view.sentences, view.across)
    )
    return bool(there >= here)


_DENIAL = lazy("不(?:予|准予?|同意)?[^,;:。不]{0,8}的?(?:书面)?(?:决定|答复|意见|结论)?")
_YES_OR_NO = lazy("能不能|行不行|可不可以|能否|可否|是否|与否|(.)不\\1")


def _either_way(statement: Statement, view: View) -> bool:
    """准予或者不准予提取的决定→能不能提取都会通知: whether it is the second of two answers, and
    the other side names both at once."""
    first = statement.phrases[0]
    before = first.before
    return (
        not statement.cut
        and first.link in ("或", "或者", "和", "、")
        and before is not None
        and _DENIAL.fullmatch(statement.text) is not None
        and "不" not in before.text
        and _YES_OR_NO.search(view.text_across) is not None
        and not any(_YES_OR_NO.search(one.text) for one in view.sentences)
    )


_GIVEN_BACK = lazy("[^,;:。]{0,10}(?:退还|返还|退回)[^,;:。]{0,4}")
_NO_PLEDGE = lazy("(?:免[收交缴除]?|不收取?|无[需须][^,;。]{0,4})(?:押金|保证金)")


def _lifted(statement: Statement, view: View) -> bool:
    """户籍和非户籍居民, 退证时退还押金: whether the other side has no such condition or burden."""
    text = statement.text.strip(",")
    return bool(
        (EITHER_WAY.search(text) and cues("no_condition").search(view.text_across))
        or (_GIVEN_BACK.fullmatch(text) and _NO_PLEDGE.search(view.text_across))
    )


def _moved(statement: Statement, view: View) -> bool:
    """按月发放: whether a clause stands word for word in another place, as often as here."""
    text = statement.text
    if statement.cut or statement.listed or len(text) < 4:
        return False
    there = _clauses(text, view.across)
    return there > 0 and there >= _clauses(text, view.sentences)


def _clauses(text: str, sentences: Sequence[Sentence]) -> int:
    """How many clauses there are of just this text, but for who does it."""
    return sum(
        part.endswith(text) and _WHO.fullmatch(part, 0, len(part) - len(text)) is not None
        for one in sentences
        if text in one.text
        for part in _MARK.split(one.text)
    )


_WHO = lazy("|[^不未非无经]{1,6}(?:人|者|位|构|门|户)")
_DOES = lazy(
    "(?P<who>[^,;:。]{2,14})(?:应当?|必须|须)(?:对[^,;:。]{2,12}(?:予以|进行|加以))?(?P<did>[^,;:。]{2,6})"
)


def _done_there(statement: Statement, view: View) -> bool:
    """机构应当对信息予以核实→机构接到请求后应当核实: whether a clause there ends in the same act
    of the same body, as often as here."""
    if statement.cut or statement.listed:
        return False
    text = statement.text.rstrip(",")
    # A case that the clause before it names already may lead into it: 请求更正的,….
    found = _DOES.fullmatch(text.rpartition("的,")[2])
    if found is None:
        return False
    who, did = found["who"][-2:], found["did"]
    there, here = (
        [part for one in side for part in _MARK.split(one.text) if part.endswith(did)]
        for side in (view.across, view.sentences)
    )
    return sum(who in part for part in there) >= sum(who in part for part in here)


_MARK = lazy("[,;:。]")


def all_residents(text: str) -> str:
    """A text with both kinds of residents as all of them: 城市居民 alone are fewer."""
    return _BOTH_KINDS.sub("居民", text)


_BOTH_KINDS = lazy("(?:城[市镇]|农村)(?:居民)?[和与、及](?:城[市镇]|农村)居民")


def stands_there(statement: Statement, view: View) -> bool:
    """登记后凭证享受→登记后,凭证享受: whether its text stands on the other side as often."""
    text = statement.text
    there = 0 if statement.cut else sum(all_residents(one.text).count(text) for one in view.across)
    return there > 0 and there >= sum(one.text.count(text) for one in view.sentences)


_AGAIN = lazy("每(?:[一二两三半]?年|半?个?月|季度?|周|日|天|学期|学年)|逐月|按月")
_HELD = lazy("组织|举办|召开|开展|公布|发布|走访|慰问|举行|播放|放映|邀请|评选")
_FOR_THEM = lazy("代[写书购办缴]|陪[同护伴]|接送|赠送|送[教医餐药]|购买[^,;。]{0,8}保险")
_BESIDES = lazy(
    # 另做中医体质辨识, 每超过1年,每月加发2元
    "(?:另(?:外)?|额外|还)(?:可以?)?(?:免费)?(?:[做享领开提赠增组安设举配补]|给予|发[给放])[^,;。]{2,}"
    "|(?:加发|增发|另发|多发|另加|另增|再加)(?=[^,;。]*[元%])"
)


@cache
def _to_each() -> re.Pattern[str]:
    """每名学生配备一名导师, not 每个站点配备一名社工."""
    return re.compile(
        rf"[每为][名位个]?[^,;]{{0,8}}?(?:{_persons()})(?:至少)?(?:配备|确定|指定|指派|安排|发放|赠送)"
    )


@cache
def _persons() -> str:
    found = set(words("conditions", "people"))
    found -= {"机构", "单位", "组织", "企业", "人才", "人", "对象", "者", "户"}
    return any_of(longest_first([level(word) for word in found]))


def another_act(statement: Statement, view: View, *, figured: bool) -> bool:
    """每季度组织市民参与…, 为其代写…: something done besides, not how the rest is done."""
    text = statement.text
    if statement.phrases[0].bracket or statement.phrases[0].examples:
        return False
    if view.what == "added" and (besides := _BESIDES.search(statement.clause)):
        before = cues("people").findall(statement.clause[: besides.start()])
        return besides[0][-4:] not in view.text_across or any(
            who not in view.text_across for who in before
        )
    if not statement.whole:
        return False
    own = _FOR_THEM.search(text)
    if own and own[0] not in view.text_across:
        return True
    if _to_each().match(text) and not _to_each().search(view.text_across):
        return True
    held = _HELD.search(text) if _AGAIN.search(text) else None
    return (
        held is not None
        and len(statement.content) >= (2 if figured else 6)
        and all(s.share >= 0.9 for s in statement.segments)
        and not of_it(text, view.text_across)
    )
