"""Clauses that give nothing by themselves: they tell the amount, the time or the budget of what
is given anyway, or who is to fix them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.roles import Role
    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Sentence


def keeps(statement: Statement, view: View, inside: Sequence[Figure]) -> Role | None:
    """``detail`` for a clause that only tells more of what the other side gives as well, empty
    where nothing is lost or won by it, ``None`` where nothing is known by its form."""
    text = statement.text.strip(",")
    if _of_budget(statement) or (
        statement.whole and (_GROWS.fullmatch(text) or _FLOOR.fullmatch(text))
    ):
        return "detail"
    if delegates(statement):
        return "" if view.what == "added" or view.opposite_figures else "detail"
    if _HOW_WELL.fullmatch(text) or (
        statement.whole and (_revised(statement) or _AIM.fullmatch(text))
    ):
        return "detail"
    if view.what == "added" and _defines(statement, view):
        return "detail"
    if statement.whole and (_OF_WHICH.match(text) or _BY_OTHERS.fullmatch(text)):
        return "detail"
    if statement.whole and _OPEN_RULE.fullmatch(text):
        return ""
    if statement.whole and _TO_FOLLOW.fullmatch(text):
        return "" if view.opposite_figures or _TO_FOLLOW.search(view.text_across) else "detail"
    if not statement.whole or not _given_there(statement, view):
        return None
    if (
        (_LASTS.search(text) and "的," not in text)
        or _passive(text, view)
        or _by_means(statement)
        or _of_lessons(text, view)
    ):
        return "detail"
    if view.what == "added" and (inside or _PEGGED.search(statement.text)):
        return "detail" if _left_open(statement, view) else None
    if view.opened and inside and _opened(statement, view):
        return "detail"
    return "" if view.what == "added" and _was_figured(statement, view) else None


_GROWN = (
    "(?:并|且|并且)?(?:[随根按参依][^,;。]{2,24}?)?(?:逐年|逐步|适时|稳步|相应|动态|同步|合理|及时)*"
    "(?:(?:增长|增加|提高|调整|上调)(?:机制)?|(?:建立|健全|完善)[^,;。]{0,20}(?:增长|调整)机制)"
)
BUDGET = lazy(
    "(?:经费|资金|费用|补助|补贴|支出|投入)[^,;。]{0,12}?,?[^,;。]{0,8}(?:列入|纳入)[^,;。]{0,12}预算"
    f"(?:,?{_GROWN})?"
)
_GROWS = lazy(_GROWN)
_FLOOR = lazy(
    f"[^,;。]{{0,12}}(?:标准|水平)?不[得应]?低于[^,;。0-9]{{2,24}}(?:水平|标准|平均[^,;。]{{0,6}})(?:,?{_GROWN})?"
)
"""供养标准不得低于当地平均生活水平,并适时调整."""
DELEGATES = lazy(
    "(?:标准|办法|比例|额度|数额|金额|细则|程序|事项|范围|条件)(?:和[^,;。]{2,6})?,?"
    "(?:可以)?(?:由[^;。]{1,90}(?:规定|确定|制定|公布|核定|执行)|另行(?:规定|制定|公布|确定))"
)
"""补助标准由省人民政府规定, 具体办法另行制定."""


def _of_budget(statement: Statement) -> bool:
    """经费列入本级预算: whether it is of a clause that tells who finds the money, and no more."""
    start, end = statement.span
    return any(
        found.start() - 8 <= start and end <= found.end() + 2
        for found in BUDGET.finditer(statement.sentence.text)
    )


def delegates(statement: Statement) -> bool:
    """Whether it is of a clause that leaves an amount or the rules to somebody."""
    start, end = statement.span
    return any(
        found.start() - 10 <= start and end <= found.end() + 6
        for found in DELEGATES.finditer(statement.sentence.text)
    )


_LEFT = lazy("(?P<of>[^,;。的]{2,8})的?(?:标准|条件|范围|认定办法)[^,;。]{0,6},?由")
_DEEMED = lazy("(?:认定|视|界定|确定)为(?P<of>[^,;。的]{2,12})|(?P<that>[^,;。的]{2,12})是指")


def _defines(statement: Statement, view: View) -> bool:
    """收入低于低保标准2倍的,认定为经济困难: whom the other side leaves to somebody to tell."""
    start, end = statement.clause_span
    text = statement.sentence.text
    _, after = statement.sentence.clause_of(min(end + 1, len(text)))
    found = _DEEMED.search(text, start, after)
    left = _LEFT.search(view.text_across) if found else None
    if not (found and left):
        return False
    return (found["of"] or found["that"])[-2:] in left["of"]


_OPEN_RULE = lazy(
    "[^,;。]{0,10}(?:按照?|依照?|根据)(?:国家|省|市|有关|相关|的|规定|政策|标准|要求)+(?:申领|办理|执行|申请|落实)?"
)
"""补贴按规定申领: an open word, and no more."""
_TO_FOLLOW = lazy("[^,;。]{0,24}(?:应当?)?(?:符合|达到|执行)[^,;。]{2,20}(?:标准|要求|规定|规范)")
"""开放时间应当符合国家标准: what is to be followed, and not said."""
_EACH = lazy("每(?:一)?[户人名生位]|一次性|基本|生活|适当|相应|必要|[各同]级|财政|统一|全额")
_MORE = lazy("^(?:并|且|同时)?(?:另|还|再|也|额外|增发|加发)|,(?:另|还|额外|增发|加发)")


def _given_there(statement: Statement, view: View) -> bool:
    """Whether every gift that it names, and everybody, stand on the other side, too."""
    text = statement.text
    if _MORE.search(text):
        return False
    bare, said = _EACH.sub("", text), view.text_across
    for found in cues("strong", "benefit").finditer(bare):
        first = found.start()
        named = bare[max(0, first - 2) : found.end()]
        for mark in "给予发放享受领取至到起为在,;:、的和及对按":
            named = named.rpartition(mark)[2]
        if named not in said and not ("免" in named and _FREE.search(said)):
            return False
    return all(who in said for who in cues("people").findall(bare))


_FREE = lazy("免|不[收交缴]|不得收|无偿")
_LASTS = lazy(
    "(?:发放|发给|享受|计发|支付|领取|计算|保留|执行|供养|救助)(?:期限)?(?:至|到)[^,;。]{2,}"
    "|[自从][^,;。]{2,16}?(?:起|开始)(?:计发|发放|发给|享受|执行|计算|支付)|至[^,;。]{2,16}?(?:停发|为止|止)$"
)
_REVISED = lazy(
    "(?:并|原则上)?(?:至少)?(?:每[^,;。]{1,4}?(?:至少)?|定期|适时)(?:进行)?(?:评估|调整|核定|修订|更新|复核|测算|重新|公布|和|并)+"
    "(?:[一1]次)?"
)
_FIXED = lazy("标准|目录|名单|办法|清单|方案|规划|比例|价格")


def _revised(statement: Statement) -> bool:
    """每两年评估调整一次: how often what was fixed before is looked at again."""
    before = statement.sentence.text[: statement.span[0]]
    return _REVISED.fullmatch(statement.text.strip(",")) is not None and bool(
        _FIXED.search(before[-60:])
    )


_HOW_WELL = lazy(
    "(?:给予|予以|提供|做到)?(?:公平|公正|公开|合理|及时|足额|优质|高效|便捷|规范|文明|平等|持续|[、和及])+(?:的)?"
)
"""给予公平、合理的补偿: nobody can tell what it adds."""
_AIM = lazy(
    "(?:力争|争取|确保|努力)?(?:到|在|于)?(?:20)?[0-9]{0,4}年?(?:底|末)?前?,?(?:力争|争取|基本|全面|确保)?(?:实现|做到|达到)"
    "[^,;。]{0,6}(?:应.尽.|全覆盖|动态清零|覆盖[^,;。]{0,10}|全部.{2,6}|.{0,8}率[^,;。]{0,12})"
)


_BY_YEAR = lazy(
    "(?:力争|争取|确保)?(?:到|至|在)?20[0-9]{2}年(?:底|末)?(?:之?前)?,?"
    "[^,;。]{2,24}(?:覆盖|达到|实现|普及)[^,;。]{0,16}"
)
_AIMED = lazy("应(.)尽\\1|全覆盖|动态清零|率")


def aims(statement: Statement, view: View) -> bool:
    """到2025年力争实现应改尽改: an aim for what is done anyway, which has none there (labels.md,
    case 10)."""
    text = statement.clause.strip(",")
    aim = _AIM.fullmatch(text) or _BY_YEAR.fullmatch(text)
    return aim is not None and not _AIMED.search(view.text_across)


_OF_WHICH = lazy(
    "[^,;。]{0,6}(?:地点|时间|场所|渠道|方式|网点|窗口|流程|途径|形式|路线|时段)"
    "(?:统一)?(?:为|是|设在|设于|由|按|采取|采用|包括|安排在)"
)
"""办理地点为分娩医院."""
_PASSIVE = lazy("(?:所需)?(?P<of>[^,;。、的]{2,8})(?:统一)?由[^,;。]{2,}")


def _passive(text: str, view: View) -> bool:
    """作业本由学校统一采购、发放到班: how a thing is done, or reaches people, that stands there."""
    found = _PASSIVE.match(text)
    return found is not None and found["of"] in view.text_across


_MEANS = lazy("(?:采取|采用|通过|利用|依托|运用)[^;。]{2,}")
_BY_OTHERS = lazy(
    "(?:并|也|还)?(?:可以?|应当)?(?:委托|通过?购买服务|引入|聘请)[^,;。]{2,}?"
    "(?:提供|开展|承担|实施|办理|组织|完成|承办|运营)[^,;。]*"
)
_WAYS = lazy("等?(?:多种|灵活)?(?:形式|方式|途径|渠道|手段|方法|模式)")


def _by_means(statement: Statement) -> bool:
    """可采取公交、预约响应等方式: in which way it is done."""
    start, end = statement.span
    text = statement.sentence.text
    found = _MEANS.search(text, start, end)
    return found is not None and bool(
        _WAYS.match(text, end) or _WAYS.search(text, found.start(), end)
    )


_LESSON = lazy(
    "(?:主要|重点|系统)?(?:讲授|讲解|宣讲|介绍|解读|普及|传授|涵盖)|[^,;。]{0,6}内容(?:主要)?[为是涉包涵]"
)
_LESSONS = lazy("培训|讲座|课程|宣传|教育|课堂|辅导|授课")


def _of_lessons(text: str, view: View) -> bool:
    """讲授典型案例: what a training is about."""
    return _LESSON.match(text) is not None and _LESSONS.search(view.text_across) is not None


def _known(statement: Statement, view: View) -> bool:
    """Whether most of its words stand on the other side."""
    content = statement.content
    return sum(char in view.text_across for char in content) >= 0.6 * len(content)


def _left_open(statement: Statement, view: View) -> bool:
    """Whether the other side leaves the amount or the rules of the same to somebody."""
    return DELEGATES.search(view.text_across) is not None or (
        _known(statement, view)
        and any(_BY_RULE.search(one.text[a:b]) for one in view.open_across for a, b in one.vague)
    )


_BY_RULE = lazy("规定|标准|比例|政策")
_PEGGED = lazy("(?:参照|按照?|依照)[^,;。]{2,24}?(?:执行|发放|发给|计发|确定|享受)|计发|基数")


def _opened(statement: Statement, view: View) -> bool:
    """每户补助3000元→给予适当补助: whether what had a figure is left open there."""
    if not _known(statement, view):
        return False
    mine = {word for one in view.sentences for word in _vague(one)}
    open_there = [one for one in view.open_across if _vague(one) - mine]
    gifts = cues("strong", "benefit").findall(statement.text)
    return bool(gifts) and all(any(gift in one.text for one in open_there) for gift in gifts)


def _vague(sentence: Sentence) -> set[str]:
    return {sentence.text[i:j] for i, j in sentence.vague}


def _was_figured(statement: Statement, view: View) -> bool:
    """Whether it leaves open what had a figure on the other side."""
    start, end = statement.span
    if not any(start <= at < end for at, _ in statement.sentence.vague):
        return False
    gifts = cues("strong", "benefit").findall(statement.text)
    clauses = [
        figure.sentence.text[slice(*figure.sentence.clause_of(figure.quantity.start))]
        for figure in view.opposite_figures
    ]
    return bool(gifts) and all(any(gift in one for one in clauses) for gift in gifts)
