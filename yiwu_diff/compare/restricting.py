"""Whether a text says who, or in which case, of those whom the other side means all.

老年人免费体检→失能的老年人免费体检, 劳动者可以申请→劳动者经调解不成的,可以申请: what is given
stands on both sides, and one of them asks for something more.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.compare.clauses import all_residents
from yiwu_diff.compare.roles import DENIES
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import any_of, longest_first, words
from yiwu_diff.text.normal import level
from yiwu_diff.text.reading import LINKS

if TYPE_CHECKING:
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Sentence

_WHOLLY, _PARTLY = 0.7, 0.4
"""So much of it must have been put in; of what tells when, the words around it may be told too."""
_KNOWN = 0.6
"""From this share on of what it says a stretch stands on the other side, too."""


@cache
def people_words() -> str:
    """Whoever receives: not a body, and not the last character of a word only."""
    found = {*words("conditions", "people"), "老人", "幼儿", "未成年人"}
    found -= {"机构", "单位", "组织", "企业", "成员", "对象"}
    return any_of(longest_first([level(word) for word in found if len(word) > 1]))


@cache
def _head() -> re.Pattern[str]:
    """What follows a modifier of people: 的家庭经济困难的幼儿. Behind 和 only what is modified as
    a whole: 职业和住所的随迁子女, not 孤儿和困境儿童."""
    return re.compile(
        rf"(?:[^,;:。、为对向给]{{0,14}}?的|(?![和及与或]))[^,;:。、的和及与或为对向给]{{0,6}}?(?P<who>{people_words()})(?!总?数|平均)"
    )


@cache
def _group() -> re.Pattern[str]:
    """A group with what it must be: 已办理失业登记的失业人员."""
    return re.compile(rf"[^;。]{{2,}}的(?P<who>[^,;:。、的]{{0,5}}(?:{people_words()}))$")


def restricts(statement: Statement, view: View) -> bool:
    """Whether a statement of a service's text is a condition on what the other side grants too."""
    first = statement.phrases[0]
    if first.bracket or first.examples or statement.sentence.field == "audience":
        return False
    if _tells_apart(statement, view):
        return True
    if _alternative(statement):
        return False
    put_in = _put_in(statement, view)
    if put_in >= _PARTLY and _adverbial(statement):
        return True
    if put_in < _WHOLLY:
        return False
    if first.link in LINKS and first.before and cues("people").ends(first.before.text):
        # 被告人、服刑人员: one more group.
        return _only_case(statement, view)
    if _is_group(statement, view) or _modifiers(statement, view):
        return True
    if first.listed and first.link in LINKS:
        return _only_case(statement, view)
    return (
        _case(statement, view)
        or _modifies(statement, view)
        or _scope(statement.sentence, view, *statement.span)
    )


def _alternative(statement: Statement) -> bool:
    """立四等战功或者三等功的: whether it is one of several ways to be entitled."""
    last = statement.phrases[-1]
    return (
        statement.whole
        and last.after is not None
        and last.after.link in ("或", "或者")
        and last.after.clause == last.clause
    )


_MORE = ("、", "和", "及", "与", "或")


def _tells_apart(statement: Statement, view: View) -> bool:
    """老年人→失能老年人: whether it is a word for whom alone something is meant, before people whom
    the other side names, and that word stands nowhere there."""
    if statement.whole or statement.listed:
        return False
    text, across = statement.text, all_residents(view.text_across)
    if text in across:
        return False
    grouped = _grouped().fullmatch(text)
    following = grouped or _head().match(statement.sentence.text, statement.span[1])
    word = grouped["must"] if grouped else text
    return (
        following is not None
        and following["who"] in across
        and word not in across
        and cues("condition").sub("", word.replace("城市", "城镇")) in ("", "的", "对", "为", "向")
    )


@cache
def _grouped() -> re.Pattern[str]:
    """失能老年人, whom the other side names 老年人."""
    return re.compile(rf"(?P<must>[^,;:。]{{2,}}?)的?(?P<who>{people_words()})")


def _adverbial(statement: Statement) -> bool:
    """Whether it tells on which days, or for which cause: 在寒暑假期间, 因年老、残疾等原因."""
    start, end = statement.span
    c0, c1 = statement.clause_span
    return any(
        found.start() <= start + 12 and end <= found.end() and start < found.end()
        for found in _WHEN_WHY.finditer(statement.sentence.text, c0, c1)
    )


_WHEN_WHY = lazy(
    "在(?=[^,;。]{0,20}(?:节|假|周末|双休|周[一二三四五六日]|工作日|高峰|晚间|夜间))[^,;。]{2,30}?(?:期间|时段|时间|季节)内?"
    "|(?:非|平)高峰(?:期|时段)|因[^,;。]{1,24}?等?(?:原因|情形|情况)"
)


def _modifiers(statement: Statement, view: View) -> bool:
    """独居、空巢老年人→老年人: whether it is of a list of words that all stand before a group that
    the other side has without any."""
    if cues("people").ends(statement.text):
        # A group itself.
        return False
    one = statement.phrases[-1]
    while one.after is not None and one.after.link in LINKS:
        one = one.after
    last = next((s for o in view.statements for s in o.segments if s.phrase is one), None)
    if one.link not in LINKS or last is None or last.first or last.last == len(one.content) - 1:
        return False
    following = _head().match(statement.sentence.text, last.span[1])
    return (
        following is not None
        and following["who"] in view.text_across
        and not (last.partner is not None and last.partner.listed)
    )


def _only_case(statement: Statement, view: View) -> bool:
    """Whether it stands in a case, and the other side knows no cases at all."""
    return not any("的," in one.text for one in view.across) and _case(statement, view)


def _put_in(statement: Statement, view: View) -> float:
    """How much of it was put into a sentence that else stayed much as it was, 0 to 1."""
    ranges = view.put.get(id(statement.sentence))
    if not ranges:
        return 0.0
    places = [
        one.phrase.at[n] for one in statement.segments for n in range(one.first, one.last + 1)
    ]
    return sum(any(a <= x and y <= b for a, b in ranges) for x, y in places) / len(places)


def figure_restricts(figure: Figure, view: View) -> bool:
    """Whether a figure was put into a case, or before people, that the other side has without
    it: 退役一年内自谋职业的."""
    sentence, q = figure.sentence, figure.quantity
    if not any(a <= q.start and q.end <= b for a, b in view.put.get(id(sentence), ())):
        return False
    _, end = sentence.clause_of(q.start)
    if _ends_case(sentence, end):
        return _rest_known(sentence, view, end)
    following = _head().match(sentence.text, q.end)
    return _scope(sentence, view, q.start, q.end) or (
        following is not None
        and _OF.match(following[0]) is not None
        and following["who"] in view.text_across
        and not _GIVES.search(sentence.text[q.end : following.end()])
    )


def _scope(sentence: Sentence, view: View, start: int, end: int) -> bool:
    """面积超过1万平方米的公共场所应当…: whether it stands in what was put before the first thing
    that a clause is about. How a body must be says how."""
    text = sentence.text
    for a, b in view.put.get(id(sentence), ()):
        if not (a <= start and end <= b):
            continue
        first, _ = sentence.clause_of(a)
        if text[first:a].strip("对为向在凡于") or "的" not in text[b - 1 : b + 1]:
            continue
        if _OPEN.search(text, a, b):
            continue
        following = _VERB.split(text[b:].lstrip("的"), maxsplit=1)[0]
        thing = following[:4]
        return len(thing) > 1 and thing in view.text_across and not _BODY.search(following)
    return False


_OPEN = lazy("条件|需要|可能|允许|必要|相应|有关|相关")
_VERB = lazy("[,;:。、]|应当|可以|不得|由|免费|给予|享受")
_BODY = lazy("机构|单位|部门|组织|机关|政府|企业|医院|人员|服务站|中心")
_OF = lazy("[^,;的]{0,8}的")
_GIVES = lazy("补|贴|助|金|费|奖|比例|标准|安排|提供|给予|支持")


def _ends_case(sentence: Sentence, end: int) -> bool:
    """Whether the clause that ends there names a case."""
    return sentence.text[:end].endswith("的") and sentence.text[end : end + 1] == ","


def _modifies(statement: Statement, view: View) -> bool:
    """Whether it stands before people whom the other side names without it."""
    if statement.whole and statement.segments[0].share >= 0.9:
        return False
    if cues("people").ends(statement.text) or _IDLE.fullmatch(statement.text):
        return False
    text = statement.sentence.text
    following = _head().match(text, statement.span[1])
    if following is None or text[following.end() : following.end() + 1] in _MORE:
        # One of several groups is a member.
        return False
    return following["who"] in view.text_across


_IDLE = lazy(
    "(?:对|向|为)?(?:各|全|本|其他|广大|有关|相关|办理|给予|提供|建立|健全|开展|设立|实行|组织|完善|加强|做好|支持|帮助)*"
)


def _is_group(statement: Statement, view: View) -> bool:
    """Whether it is a group of people whom the other side names without what they must be here,
    and whatever is said of them is said there, too."""
    text, end = statement.sentence.text, statement.span[1]
    if not statement.whole or text[end : end + 1] in _MORE or statement.phrases[0].link in LINKS:
        return False
    group = _group().match(statement.text.rstrip(","))
    return (
        group is not None
        and group["who"] in view.text_across
        and _rest_known(statement.sentence, view, statement.span[1])
    )


def _case(statement: Statement, view: View) -> bool:
    """Whether it stands in a clause that names a case, and what follows from it is known."""
    sentence, (_, end) = statement.sentence, statement.clause_span
    if not _ends_case(sentence, end) or (not statement.whole and statement.span[1] < end - 1):
        return False
    return _rest_known(sentence, view, end)


def _rest_known(sentence: Sentence, view: View, since: int) -> bool:
    """Whether the other side says, too, what follows in a sentence."""
    until = sentence.text.find(";", since)
    until = len(sentence.text) if until < 0 else until
    rest = sentence.phrases_between(since, until)
    size = sum(len(phrase.content) for phrase in rest)
    if size < 2:
        return False
    numbers = {phrase.number for phrase in rest}
    alone = sum(
        len(segment.content)
        for other in view.statements
        if other.sentence is sentence
        for segment in other.segments
        if segment.phrase.number in numbers
    )
    return alone <= (1 - _KNOWN) * size


def brings_more(statement: Statement, view: View) -> bool:
    """Whether a case comes, or goes, together with what follows from it: a rule of its own."""
    if not statement.whole or statement.sentence.field == "audience":
        return False
    if DENIES.search(statement.text):
        return False
    sentence, (_, end) = statement.sentence, statement.clause_span
    if "的," in statement.text.rstrip(",") or (view.what == "dropped" and _main_clause(statement)):
        return True
    return _ends_case(sentence, end) and not _rest_known(sentence, view, end)


def _main_clause(statement: Statement) -> bool:
    """除维修外,应当全年开放: whether an exception stands with what it is taken from."""
    rest = sum(len(phrase.content) for phrase in statement.phrases if not phrase.excepted)
    return "外," in statement.text and rest >= _MAIN


_MAIN = 4
"""So many characters besides an exception are a rule."""


def takes(statement: Statement, view: View) -> bool:
    """Whether it tells of a case in which less is given, or of a limit to what is given, and of
    nothing else, and the other side knows no such case."""
    text = statement.text
    if not statement.whole or text.count(",") > 2 or _TAKES.search(text) is None:
        return False
    besides = [part for part in text.split(",") if not (_TAKES.search(part) or part.endswith("的"))]
    return _TAKES.search(view.text_across) is None and not any(
        cues("does", "strong").search(part) for part in besides
    )


# 未转诊的,支付比例下降20个百分点: a case in which less is given.
_TAKES = lazy(
    "(?:支付|报销|补助|补贴|待遇|救助)(?:比例|标准|金额|水平)?(?:相应|再|各)?(?:下降|降低|减少|扣减|下调|减半)"
    "|取消[^,;]{0,4}(?:资格|奖励|待遇|补助|补贴)|(?:只能|仅能|只可|仅可|限)(?:享受|申请|领取|申领)|不(?:得|可|予)?重复(?:享受|发放|领取|申领|申请)"
    "|(?<!不得)(?:减发|停发|扣发|扣减|少发)|(?<!不得)(?:停止|终止|中止|暂停)(?:享受|发放|支付|领取|救助|供养)"
)
