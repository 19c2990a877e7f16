"""Does a statement say something, or is it only said otherwise on the other side?

Everything that a side has alone comes here with its role; most of it, in real texts, is
paraphrase.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwu_diff.compare.clauses import (
    amount_of_another,
    another_act,
    lapse,
    names_no_gift,
    of_it,
    said_there,
    stands_there,
    tells_how_much,
    unpaid,
)
from yiwu_diff.compare.edges import bounded, closes
from yiwu_diff.compare.keeping import aims, keeps
from yiwu_diff.compare.openness import fills
from yiwu_diff.compare.restricting import brings_more, restricts, takes
from yiwu_diff.compare.roles import Role, acts, banned, deeds, leaves, may_apply, role
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.reading import LINKS, bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement

# Words for whoever it may be: they come and go without a change of the entitlement.
_ANYBODY = frozenset(
    [
        "居民",
        "申请人",
        "乘客",
        "旅客",
        "用户",
        "读者",
        "参保",
        "服务对象",
        "当事人",
    ]
)
# 会同财政部门: what is left when the office is taken out.
_WITH = lazy("(?:会同|联合|共同|配合|协同)+")
_HOW = lazy("由|通过|采取|采用|按照|依照|根据|参照|经")
_SAYS_HOW = lazy(
    "^(?:并|应当)?[由以凭经按]|通过|采取|采用|依托|利用|依照|根据|参照|其中|(?<!出)具体|即|是指|率|水平|满意|费|资金|分工|实行|等|包括"
)
_RULES = lazy("办法|标准|细则|程序")
_OPEN_GIFT = lazy("优待|优惠|照顾|补助|补贴|享受|待遇")
_FREE_OF = lazy("免|不收|不得收|无需|无须")


def weigh(
    statement: Statement,
    view: View,
    *,
    inside: Sequence[Figure],
    answers: bool,
    granted: bool,
) -> tuple[Role, bool]:
    """The role that a statement really has, empty where it says nothing of its own, and whether
    that is sure.

    ``inside``: the figures in it that answer to none; ``answers``: whether one in it does
    answer; ``granted``: whether it belongs to a service that is new itself.
    """
    if not statement.cut and (
        TIERS.fullmatch(statement.content)
        or _LAWS.fullmatch(statement.text)
        # What is put in the place of a rule to come is told by itself.
        or ((view.opposite or view.opposite_figures) and leaves(statement))
    ):
        return "", True
    late = lapse(statement, view)
    if late is not None:
        return late, True
    if aims(statement, view):
        return "detail", True
    if _right(statement, view):
        return "member", True
    kind, sure = _judged(statement, view, inside=inside, answers=answers, granted=granted)
    if kind == "detail" and statement.sentence.text.endswith("?"):
        # A question explains nothing.
        return "", True
    if kind and said_there(statement, view):
        return "", True
    kept = keeps(statement, view, inside) if kind else None
    return (kind, sure) if kept is None else (kept, sure)


def _right(statement: Statement, view: View) -> bool:
    """有权查阅、复制会议记录→有权查阅会议记录: whether it is one of the acts that somebody has a
    right to, and stands nowhere on the other side. The thing that it is done to stands beside
    another act there."""
    found = _RIGHT.fullmatch(statement.text)
    if not (statement.listed and found):
        return False
    before = statement.sentence.head + statement.sentence.text[: statement.span[0]]
    if not _ENTITLED.search(before) and not any("权利:" in one.text for one in view.sentences):
        return False
    names = next((one for one in _SAME_RIGHT if found["act"] in one), (found["act"],))
    return not any(name in view.text_across for name in names)


_RIGHT = lazy(
    "(?:要求|依法|参加|进行|提出)?"
    "(?P<act>查阅|复制|复印|摘抄|抄录|封存|陈述|申辩|听证|申诉|控告|检举|批评|表决|监督|质询|罢免"
    "|[复审]议|起诉|上诉|回避|流转|处分|占有|收益|继承|转让|互换|出租|抵押|入股|退货|索赔|[查咨]询)权?"
)
_ENTITLED = lazy("有权|权利|可以|享有")
_SAME_RIGHT = (
    ("复制", "复印", "摘抄", "抄录"),
    ("检举", "举报", "控告"),
    ("申辩", "辩解"),
    ("查阅", "查询", "咨询"),
)


def _judged(
    statement: Statement,
    view: View,
    *,
    inside: Sequence[Figure],
    answers: bool,
    granted: bool,
) -> tuple[Role, bool]:
    if view.what == "dropped" and _case_known(statement, view):
        return "", True
    kind = _weigh(statement, view, inside=inside, answers=answers, granted=granted)
    if kind or view.what == "added":
        # That nothing answers to it is an inference, unless it was simply cut out.
        return kind, view.what == "added" or statement.cut or not statement.orphan
    if not answers and not inside and _unanswered(statement, view):
        if _opened(statement, view):
            return "detail", False
        return ("member" if statement.listed else "grant"), False
    if _case_lost(statement, view):
        return "grant", False
    if _lost(statement, view):
        return ("detail" if _opened(statement, view) else "grant"), False
    return kind, True


def _opened(statement: Statement, view: View) -> bool:
    """Whether 按国家有关规定优待 in its place is an open wording of it."""
    return view.opened and not amount_of_another(statement, view)


def _unanswered(statement: Statement, view: View) -> bool:
    """Whether a phrase is gone, and the other side says next to nothing that it does not."""
    if not statement.whole or _PURPOSE.match(statement.text) or _principle(statement):
        return False
    if _acting(statement, view):
        return False
    if _NUMERAL.search(statement.text) or any(p.excepted for p in statement.sentence.phrases):
        return False
    if _FLOOR.match(statement.text):
        # `wording` tells of floors.
        return False
    left = cues("light").sub("", statement.content)
    return (
        len(left) >= (2 if statement.listed or _unheard(statement, view) else 4)
        and all(s.share >= 0.6 for s in statement.segments)
        and min(s.score for s in statement.segments) < (0.65 if statement.orphan else 0.5)
        and _instead(statement, view) < 0.4 * len(statement.content)
    )


def _unheard(statement: Statement, view: View) -> bool:
    """建立健康档案: whether it is a clause that nothing answers to, and of which hardly a word
    stands there, though few of them are compared."""
    if len(statement.text) < _CLAUSE or not all(s.alone for s in statement.segments):
        return False
    here, there = (
        sum(len(_ENDS.findall(one.text)) for one in side) for side in (view.sentences, view.across)
    )
    if here <= there:
        # Another clause may stand in its place, of words that are not compared.
        return False
    grams = bigrams(statement.text)
    return sum(gram in view.text_across for gram in grams) <= 0.4 * len(grams)


_ENDS = lazy("[,;。]")
_CLAUSE = 5
"""No clause is shorter."""


def _instead(statement: Statement, view: View) -> int:
    """How much the other side says that may stand in the place of a statement."""
    told = cues("delegation").search(statement.text) or _TOLD.search(statement.text)
    place = statement.counterpart
    taken = place is None or not all(s.alone for s in place.segments)
    if taken and not told and all(s.alone for s in statement.segments):
        return min(view.free_words, view.opposite_words)
    if statement.listed:
        # No member of a list is said in another field.
        return sum(
            len(other.content)
            for other in view.opposite
            if not other.orphan
            and len(other.content) > 1
            and other.sentence.field == statement.sentence.field
        )
    return view.opposite_words


# Cases, floors and budget lines are told of elsewhere; a topic alone does nothing.
_TOLD = lazy("的$|不[得应]?低于|预算|^对[^,;]*的[^,;]{2,3}$")


def _acting(statement: Statement, view: View) -> bool:
    """Whether it is one more of the offices that act, or one that the other side names, too, if
    only by another name."""
    if not (statement.listed and acts(statement)):
        return False
    return (
        view.what == "added"
        or statement.text in view.text_across
        or any(other.listed and acts(other) for other in view.opposite)
    )


def _bounded_there(statement: Statement, view: View) -> bool:
    """村(社区) for 村、社区: whether a member stands on the other side as a word of its own, as
    often as here, if only where nothing is read as a member."""
    if statement.cut or statement.orphan or len(statement.phrases) > 1:
        return False
    names = {statement.content, statement.text}
    there = sum(bounded(name, one.text) for name in names for one in view.across)
    return 0 < sum(bounded(name, one.text) for name in names for one in view.sentences) <= there


def _same_body(statement: Statement, view: View) -> bool:
    """客运经营者→客运企业: whether it is a body with another word for what kind of body it is."""
    one = statement.segments[0]
    other = one.partner
    if statement.listed and _BODY.search(statement.text) and _shares_name(statement, view):
        return True
    if len(statement.segments) > 1 or other is None or one.phrase.content[:2] != other.content[:2]:
        return False
    return all(_BODY.search(phrase.text) is not None for phrase in (one.phrase, other))


def _shares_name(statement: Statement, view: View) -> bool:
    """婚姻登记机构和收养登记机构→登记机构: whether it is a body with the name that its list has in
    common, and that name stands alone on the other side."""
    first, last = statement.phrases[0], statement.phrases[-1]
    beside = [one for one in (first.before, last.after) if one is not None and one.listed]
    name = statement.text[-4:]
    return any(name in one.text for one in beside) and any(
        bounded(name, one.text) for one in view.across
    )


_BODY = lazy("(?:企业|单位|机构|经营者|公司|组织|部门|运营方)$")


def _kind_of(statement: Statement, view: View) -> bool:
    """低保家庭免费,其他困难家庭减半: whether it is of a kind that the other side grants something
    open as a whole."""
    if view.what == "dropped" or not _OPEN_SHARE.search(view.text_across):
        return False
    found = _OTHERS.search(statement.sentence.text, statement.span[0])
    if found is None:
        return False
    name = found["who"]
    return any(
        cues("people").ends(name[:n]) and name[:n] in view.text_across
        for n in range(len(name), 1, -1)
    )


_OPEN_SHARE = lazy("优惠|优待|照顾|减免|适当|按[^,;。]{0,6}规定")
_OTHERS = lazy("其[他余](?P<who>[^,;。、]{2,14})")
_FLOOR = lazy("不[得应]?低于")
_NUMERAL = lazy("[0-9二三四五六七八九十百千]")


def _lost(statement: Statement, view: View) -> bool:
    """Whether the words of a clause stand nowhere on the other side, which says nothing in their
    place. It may be paraphrase; somebody has to look."""
    if _PURPOSE.match(statement.text) or _principle(statement):
        return False
    if _edge_member(statement, view):
        return True
    if not statement.whole:
        last = statement.segments[-1]
        return (
            # 改造应当听取居民意见: the act itself.
            last.last == len(last.phrase.content) - 1
            and len(statement.content) >= 4
            and _nowhere(statement, view)
        )
    if statement.counterpart is None and (
        (_FREE_OF.search(statement.text) and not _FREE_OF.search(view.text_across))
        or unpaid(statement, view)
    ):
        return True
    if any(s.share < 0.6 for s in statement.segments):
        return False
    if min(s.score for s in statement.segments) >= 0.45:
        return False
    across = view.all_across
    absent = [char not in across for char in statement.content]
    if _banned(statement, view) and 2 * sum(absent) >= len(absent):
        return True
    pairs = sum(a and b for a, b in pairwise(absent))
    spared = 0.5 if all(s.share >= 0.9 for s in statement.segments) else 0.3
    return sum(absent) >= 5 and pairs >= 3 and _remainder(statement, view) < spared


def _nowhere(statement: Statement, view: View) -> bool:
    """Whether no word of some that are gone stands on the other side, nor anything in their
    place."""
    little = _remainder(statement, view) < 0.35
    if little and len(statement.content) >= 5 and not set(statement.content) & view.all_across:
        return True
    return (
        statement.counterpart is None
        and (little or not statement.segments[-1].phrase.listed)
        and not any(gram in view.text_across for gram in bigrams(statement.text))
    )


def _edge_member(statement: Statement, view: View) -> bool:
    """成年智力、精神残疾人→成年精神残疾人: whether it is, or holds, what a phrase of a list ends or
    begins with, and what stands around that closes up there with the member beside it."""
    segment = statement.segments[0]
    phrase, first, last = segment.phrase, segment.first, segment.last
    content, before, after = phrase.content, phrase.before, phrase.after
    if statement.counterpart or len(statement.segments) > 1 or not phrase.listed:
        return False
    said = "|".join(one.content for other in view.across for one in other.phrases)
    if first == 0 and last > 0 and closes(phrase) and before is not None:
        behind = content[last + 1 :][:2]
        return len(behind) == 2 and before.content[-2:] + behind in said
    if last < len(content) - 1 or after is None or after.link not in LINKS:
        return False
    return any(
        content[n - 2 : n] + after.content[:2] in said
        and all(gram not in said for gram in bigrams(content[n:]))
        for n in range(max(2, first), len(content) - 1)
    )


def _case_lost(statement: Statement, view: View) -> bool:
    """控制不满意的,再次随访: whether the other side does not speak of a case at all, nor says
    anything in its place, however common the words are."""
    start, end = statement.clause_span
    before = statement.sentence.text[:start]
    return (
        statement.whole
        and (statement.sentence.text[:end].endswith("的") or before.endswith("的,"))
        and all(s.alone for s in statement.segments)
        and (end - start >= _CASE_SIZE or _figured_next(statement, view))
        and _instead(statement, view) < 0.4 * len(statement.content)
    )


def _case_known(statement: Statement, view: View) -> bool:
    """Whether the other side knows a case, though by other words."""
    start, end = statement.clause_span
    if statement.cut or (start, end) != statement.span or not statement.text.endswith("的"):
        return False
    done = _DONE.match(statement.text)
    if done and f"未{done[1]}" in view.text_across:
        # 已经参加保险的: those are left over who have not.
        return True
    # 因企业原因造成的→责任在企业的
    return _CAUSE.search(statement.text) is not None and any(
        _CAUSE.search(one.text) for one in view.across
    )


def _figured_next(statement: Statement, view: View) -> bool:
    """难产的,补助标准提高到800元: whether what is done in a case has a figure that is gone."""
    sentence, end = statement.sentence, statement.clause_span[1]
    start, end = sentence.clause_of(end + 1)
    return any(f.sentence is sentence and start <= f.quantity.start < end for f in view.figures)


_CAUSE = lazy("因[^,;。]{2,12}(?:原因|责任|过错)|(?:责任|过错|原因)(?:在|属于?|归)")
_DONE = lazy("(?:已经?|依法)+([^,;。]{2})")
_CASE_SIZE = 7
"""A shorter case is too easily put in other words: 确有必要的."""
# What only leads into something: 失效前, 受理后.
_PURPOSE = lazy("为了|以便|从而|[^,;。]{2,14}(?:前|后|(?<!小)时|期间|之日起),?$")


def _banned(statement: Statement, view: View) -> bool:
    """Whether it forbids something, and the other side forbids less."""
    if not _BAN.search(statement.clause):
        return False
    theirs = sum(len(_BAN.findall(one.text)) for one in view.across)
    return sum(len(_BAN.findall(one.text)) for one in view.sentences) > theirs


_MORE_TIME = lazy("可以?(?:适当|再|依法)?(?:延长|延期)(?!假|护理|哺乳|缴)")
_BAN = lazy("不得(?!超过|低于|少于|高于|多于|迟于|晚于)|禁止|严禁|不准|不许")
# 不向劳动者收费 forbids what 不得向劳动者收取费用 does.
_CHARGES_NOT = lazy("不(?!得)(?:[向对][^,;。]{1,8})?(?:再|另行)?收")


def _weigh(
    statement: Statement,
    view: View,
    *,
    inside: Sequence[Figure],
    answers: bool,
    granted: bool,
) -> Role:
    size = len(statement.content)
    alone = not statement.cut and statement.text.count(",") <= 1
    if view.what == "dropped" and alone and _MORE_TIME.search(statement.text):
        # 情况复杂的,可以延长: time that an authority no longer takes.
        return ""
    if statement.cut or (statement.listed and len(statement.text) >= 3):
        # A character is enough where it makes another name: 现役军人 beside 残疾人.
        size = max(size, 2)
    anybody = statement.content in _ANYBODY and not (
        statement.cut and statement.sentence.field == "audience"
    )
    if (
        size < 2
        or anybody
        or _WITH.fullmatch(statement.content)
        or (statement.whole and _principle(statement))
    ):
        return ""
    kind = role(statement)
    if kind == "member" and view.what == "added" and may_apply(statement):
        kind = "detail"
    if kind in ("grant", "member", "detail", "") and restricts(statement, view):
        kind = "condition"
    elif kind in ("grant", "member", "detail", "") and takes(statement, view):
        kind = "exception"
    elif kind in ("condition", "exception") and statement.cut and brings_more(statement, view):
        kind = "grant"
    if kind == "member" and (
        _acting(statement, view) or _bounded_there(statement, view) or _same_body(statement, view)
    ):
        return ""
    if kind in ("member", "grant") and _kind_of(statement, view):
        kind = "detail"
    if statement.cut:
        # Nothing was put in other words: what is gone is gone.
        kind = kind or "detail"
    if not kind or (kind == "condition" and stands_there(statement, view)):
        return ""
    if answers and not statement.cut and kind in _ANSWERED:
        # A figure in it answers to one of the other side: the same thing in other words.
        if not inside:
            return ""
        if kind in ("grant", "member"):
            kind = "detail"
    if kind == "member" and statement.sentence.field != "audience" and _examples(statement, view):
        kind = "detail"
    if (
        kind in ("grant", "member", "condition")
        and not (statement.orphan and _new_gift(statement, view))
        and not (view.what == "dropped" and amount_of_another(statement, view))
        and fills(statement, view.open_across)
    ):
        # An open wording there, filled in here.
        kind = "detail"
    if kind in ("detail", "member") and another_act(statement, view, figured=bool(inside)):
        return "grant"
    # However much is gone with it, it is not the thing itself that is gone.
    says_how = kind in ("grant", "detail") and tells_how_much(statement, view, figured=bool(inside))
    if says_how or (kind == "grant" and _only_steps(statement, view, inside)):
        kind = "detail"
    if _slight(statement, kind, view):
        return ""
    if statement.cut:
        delegates = cues("delegation").search(statement.text) and _only_open(statement, kind)
        # 具体办法由省规定 may go, 按规定发放生活费 may not.
        given = cues("does", "benefit").search(statement.text)
        if delegates and not inside and (not given or _RULES.search(statement.text)):
            return ""
        gone = kind == "detail" and not says_how and _gone(statement, view, inside)
        return "grant" if gone else kind
    if _in_other_words(statement, kind, view) or (not inside and _only_open(statement, kind)):
        return ""
    if kind == "detail" and not _worth_saying(statement, view, inside, granted):
        return ""
    gone = kind == "detail" and not says_how and _gone(statement, view, inside)
    return "grant" if gone else kind


_ANSWERED = ("grant", "member", "duty", "condition", "detail")


def _gone(statement: Statement, view: View, inside: Sequence[Figure]) -> bool:
    """Whether a clause without a counterpart was dropped that does not say how: with it a duty
    is gone, not only the wording of one (labels.md, case 31)."""
    first = statement.phrases[0]
    alone = statement.counterpart is None and (
        all(s.share >= 0.9 and s.score < 0.2 for s in statement.segments)
        or (not inside and _act_gone(statement, view))
    )
    return (
        view.what == "dropped"
        and (statement.cut or statement.orphan or alone)
        and statement.whole
        and not (inside and not _act_gone(statement, view))
        and len(statement.content) >= 4
        and not (first.bracket or first.examples)
        and not _SAYS_HOW.search(statement.clause)
    )


def _act_gone(statement: Statement, view: View) -> bool:
    """每月放映1场公益电影: whether what it ends in stands nowhere on the other side, so that not
    only a figure is gone (labels.md, case 31)."""
    if _MEASURE.search(statement.text) and any(
        statement.span[1] - 2 <= q.end <= statement.clause_span[1]
        for q in statement.sentence.quantities
    ):
        # 标准为上年度收入的二十倍: how much, not what.
        return False
    return statement.sentence.field == "content" and not _stands(statement, view)


_MEASURE = lazy("标准|额度|金额|数额|比例|限额|^[^,;]{1,6}为")
_LAWS = lazy("(?:符合|依照|按照?|根据)?(?:宪法|法律|行政法规|地方性法规|法规|规章)(?:的?规定)?")
"""符合法律、法规规定→符合规定."""
TIERS = lazy("(?:省|自治区|直辖市|市|县|区|民族乡|乡|镇|建制村|村|街道)+(?:[一二三四两]级)?")
"""市、县人民政府→县人民政府, 国家和省有关规定: the tiers of whoever acts."""
_PRINCIPLE = lazy(
    "(?:坚持|遵循|贯彻|实行)[^。;]*(?:原则|方针|为本|为主|相结合)|的方针$|的原则$"
    # 保障工作正常开展: what all the rest is for.
    "|^(?:确保|保障|保证)[^,;。]*(?:正常|顺利|有序|畅通)[^,;。]{0,3}$"
)


def _principle(statement: Statement) -> bool:
    """坚持…的原则: what everything is guided by; nobody can claim it."""
    return bool(_PRINCIPLE.search(statement.text)) and not cues("strong", "papers").search(
        statement.text
    )


def _new_gift(statement: Statement, view: View) -> bool:
    """Whether it speaks of money or an exemption, and the other side does not, not even
    openly."""
    if any(one.size < 4 or _OPEN_GIFT.search(one.text) for one in view.open_across):
        return False
    return any(word not in view.text_across for word in cues("strong").findall(statement.text))


def _only_steps(statement: Statement, view: View, inside: Sequence[Figure]) -> bool:
    """Whether it tells the steps of what the other side grants too, or how often:
    照料由…签订协议提供.

    Every benefit that it names stands there, together with the word before it.
    """
    text, said = statement.text, view.text_across
    if _FOR.match(text) and all(s.share >= 0.8 for s in statement.segments):
        # 对遭受暴力的妇女协助申请: somebody else is helped.
        return False
    about = of_it(text, said)
    own = statement.orphan and "的," in text and statement.segments[0].share >= 0.9
    if own and cues("rights").search(text):
        return False
    if not (about or cues("steps").search(text)) and not (
        inside and not own and _stands(statement, view) and not _new_gift(statement, view)
    ):
        return False
    if _HIRED.search(text) or _EXEMPT.search(text):
        return False
    bare = _MEANS.sub("", cues("names").sub("", about or text))
    for found in cues("benefit").finditer(bare):
        if about and names_no_gift(bare, found.end()):
            continue
        first = found.start() if cues("acts").match(found[0]) else max(0, found.start() - 2)
        thing = re.split("[,;:、的]", bare[first : found.end()])[-1]
        if len(thing) > 1 and thing not in said:
            return False
    return True


_MEANS = lazy(
    "(?:通过|采取|采用|以|依托|利用)[^;。]{2,40}?(?:形式|方式|途径|渠道|手段|平台|机制)|依托[^,;]+"
)
# A contract is what an employee gets.
_HIRED = lazy("应当?[^,;]{0,6}签订[^,;]{0,20}(?:劳动|聘用)合同")
_EXEMPT = lazy("的,(?:可以?|应当?)?(?:免[予于]|无需|无须|不再)")
_FOR = lazy("[对为向][^,;]{2,}?(?:的|家庭|人员|者)")


def _stands(statement: Statement, view: View) -> bool:
    """Whether what a statement ends in stands on the other side, too."""
    act = statement.content[-2:]
    phrases = [phrase.content for one in view.across for phrase in one.phrases]
    if view.what == "dropped":
        # 供水 is not done where there is but a 供水企业.
        return any(content.endswith(act) for content in phrases)
    return any(act in content for content in phrases)


def _slight(statement: Statement, kind: Role, view: View) -> bool:
    """Whether its words shut nobody out, or protect from nothing more."""
    if statement.cut or statement.whole:
        return False
    if kind == "protection":
        free = any(_CHARGES_NOT.search(one.text) for one in view.across)
        return statement.segments[0].share < 0.6 and (free or not _banned(statement, view))
    if kind == "duty":
        # 减半→减半收取
        return cues("charge").sub("", statement.text) == ""
    if kind == "condition":
        return not cues("idle").sub("", statement.content)
    return False


def _examples(statement: Statement, view: View) -> bool:
    """生活救助→粮食、衣被等生活救助: examples of what the other side names without any."""
    phrases = statement.sentence.phrases
    last = next(n for n, one in enumerate(phrases) if one is statement.phrases[-1])
    for one in phrases[last + 1 :]:
        if one.link == "等":
            if one.text.startswith("方面"):
                # 在升学等方面保障妇女的权利: 妇女 is not what they are examples of.
                return False
            named = [
                other.link
                for sentence in view.across
                if sentence.field == statement.sentence.field
                for other in sentence.phrases
                if other.content.endswith(one.content)
            ]
            return bool(one.content and named) and "等" not in named
        if one.link not in LINKS:
            break
    return False


def _in_other_words(statement: Statement, kind: Role, view: View) -> bool:
    if statement.orphan:
        # Unless a single phrase says nearly the same, and what is done too.
        only = statement.segments[0]
        return (
            not statement.cut
            and kind in ("grant", "member")
            and statement.counterpart is None
            and len(statement.segments) == 1
            and only.score > 0.61
            and only.partner is not None
            and (view.what == "added" or not set(only.content[-2:]) - set(only.partner.content))
        )
    if (
        kind != "exception"
        and len(statement.content) > 1
        and all(segment.spelt for segment in statement.segments)
    ):
        return True
    lone = statement.segments[0].left_over
    if kind != "exception" and not lone and _spelt(statement, view) and _answered(statement, view):
        return True
    if _said_in_its_place(statement, kind) or (kind == "member" and _known(statement, view)):
        return True
    near = min(segment.score for segment in statement.segments)
    if statement.counterpart is not None and (
        (kind == "grant" and near > 0.26)
        or (
            kind == "member"
            and near >= 0.3
            and len(view.statements) == 1
            and len(statement.counterpart.content) >= 0.4 * len(statement.content)
        )
    ):
        # Both sides say one thing alone, of phrases that answer to each other.
        return True
    if kind != "member" or _people_gone(statement, view) or _end_gone(statement, view):
        return False
    return near > 0.4 and _remainder(statement, view) > 1.3


def _people_gone(statement: Statement, view: View) -> bool:
    """老年人和儿童→老年人: whether people are named of whom nothing stands there."""
    return (
        view.what == "dropped"
        and cues("people").ends(statement.text)
        and set(statement.content).isdisjoint(view.all_across)
    )


def _end_gone(statement: Statement, view: View) -> bool:
    """肺结核筛查→肺结核患者: whether nothing stands there of what the member ends in."""
    end = statement.content[-2:]
    return (
        view.what == "dropped" and len(statement.content) >= 4 and view.all_across.isdisjoint(end)
    )


def _known(statement: Statement, view: View) -> bool:
    """Whether a left-over member of the target is made of characters that all stand in the base,
    which says something alone, too. Of a dropped one it would be too bold to say so."""
    if view.what == "dropped" or not statement.segments[0].left_over:
        return False
    absent = [char not in view.all_across for char in statement.content]
    return sum(absent) <= 1 and 0.2 <= _remainder(statement, view) < 1.5


def _answered(statement: Statement, view: View) -> bool:
    """Whether the other side says anything alone: of what is only put in other words something
    is left over on both sides."""
    return view.what == "added" or _remainder(statement, view) >= 0.3


def _remainder(statement: Statement, view: View) -> float:
    """How much the other side says alone, as a multiple of the statement: what is only put in
    other words leaves a remainder on both sides."""
    return view.opposite_size / len(statement.content)


def _spelt(statement: Statement, view: View) -> bool:
    """Whether the other side has nearly all of its characters in the same field: 损毁严重 for
    严重损坏, 孕期保健 for 孕早期健康服务."""
    chars = view.chars_across(statement.sentence.field)
    content = statement.content
    alone = statement.whole and statement.listed and statement.counterpart is None
    if alone and len(content) <= 3:
        # 书本费 is not made of 证书 and 费用.
        some = (p.content for one in view.across for p in one.phrases)
        return any(set(content) <= set(other) for other in some)
    share = sum(char in chars for char in content) / len(content)
    return share >= (0.7 if len(content) <= 10 else 0.85)


def _said_in_its_place(statement: Statement, kind: Role) -> bool:
    """Whether the statement that stands in its place on the other side says the same."""
    other = statement.counterpart
    if other is None:
        return False
    free, paid = _FREE_OF.search(statement.text), _FREE_OF.search(other.text)
    if kind == "duty" and bool(free) != bool(paid):
        return False
    mine, theirs = set(statement.content), set(other.content)
    shared = len(mine & theirs)
    longer = len(statement.content) / len(other.content)
    if kind == "grant":
        if not shared and statement.whole and not other.whole:
            # A word of what stayed is no place for a whole clause.
            return False
        return longer < 4 and (bool(shared) or len(statement.content) <= 14)
    if kind in ("member", "exception", "condition", "duty"):
        return shared >= 0.6 * min(len(mine), len(theirs)) and longer < 2.5
    if shared:
        return longer < 2.5
    return longer < 1.6 and not statement.listed


def _more_examples(statement: Statement) -> bool:
    """Whether it gives examples that the other side has nothing of."""
    return (
        statement.listed
        and statement.whole
        and statement.counterpart is None
        and all(s.share >= 0.7 for s in statement.segments)
        and (statement.phrases[0].examples or banned(statement))
    )


_NEEDED = lazy("必[要需]的?..")


def _only_open(statement: Statement, kind: Role) -> bool:
    """An open wording that comes or goes grants and takes nothing by itself."""
    if kind not in ("detail", "grant", "member", "condition"):
        return False
    if kind == "member" and _NEEDED.match(statement.text):
        # 必要的生活物资 is a thing, however open.
        return False
    slight = len(statement.content) < 10 and not cues("strong").search(statement.text)
    alone = (
        statement.orphan
        and not statement.cut
        and cues("does").search(statement.text)
        and not cues("delegation").search(statement.text)
    )
    if statement.whole and (alone or not slight):
        return False
    start, end = statement.span
    return any(start <= at < end for at, _ in statement.sentence.vague) or bool(
        cues("delegation").search(statement.text)
    )


def _worth_saying(
    statement: Statement, view: View, inside: Sequence[Figure], granted: bool
) -> bool:
    """Whether a detail is more than the wording of what it belongs to."""
    size = len(statement.content)
    if view.what == "added" and _more_examples(statement):
        return True
    first = statement.phrases[0]
    if (
        (first.examples or (len(statement.phrases) > 1 and statement.listed and deeds(statement)))
        and statement.whole
        and not any(s.score for s in statement.segments)
    ):
        # One more example behind 包括, or of what is forbidden.
        return True
    how = first.bracket and _HOW.match(statement.text)
    if granted or (size < (3 if how else 5) and not (inside and statement.whole)):
        return False
    if not inside and _remainder(statement, view) > 0.25:
        return False
    near = min(segment.score for segment in statement.segments)
    if not inside and near > 0.21 and statement.segments[0].share > 0.53:
        # Half of it stands on the other side, in a phrase that it answers to.
        return False
    return statement.whole or (size >= 6 and statement.segments[0].share >= 0.35)
