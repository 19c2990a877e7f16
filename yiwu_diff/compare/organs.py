"""Who decides, runs, receives or pays, where the prose itself names the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.compare.actors import acts, bodies
from yiwu_diff.compare.agents import ABOVE
from yiwu_diff.compare.offices import same_payers
from yiwu_diff.compare.sides import partner_sentences
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.actors import Act, Body
    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.sides import View
    from yiwu_diff.text.reading import Sentence


_Named = tuple["Sentence", "list[Body]"]
"""A sentence with the bodies that it names."""
_Pair = tuple["Sentence", "Sentence"]


def find(evidence: Evidence, old: Side, new: Side) -> None:
    """Add a fact where another body does what one did before."""
    olds, news = ([(one, bodies(one)) for one in side.sentences] for side in (old, new))
    if not any(named for _, named in olds) or not any(named for _, named in news):
        return
    pairs = _answering(old, new)
    did, does = ([act for one in side for act in acts(*one)] for side in (olds, news))
    if did and does:
        for a, b in pairs:
            was = [act for act in did if act.sentence is a]
            now = [act for act in does if act.sentence is b]
            # 负责检查监督 are three acts of one body.
            changed = {
                (one.span, other.span): (one, other) for one, other in _changed(was, now, did, does)
            }
            for first, then in changed.values():
                _tell(evidence, a, first.span, b, then.span)
    if not any(fact.kind == "maker" for fact in evidence.facts):
        _replaced(evidence, olds, news, pairs)


def among_people(evidence: Evidence, view: View) -> None:
    """近亲属、工会组织可以申请: add the bodies that one side alone names beside people, as one
    more of those entitled."""
    known: frozenset[str] | None = None
    for sentence in view.sentences:
        text = sentence.text
        for office in sentence.offices:
            joint = _JOINT.search(text, 0, office.start)
            end = office.end + 2 * text.startswith("组织", office.end)
            if joint is None or not _CLOSES.match(text, end):
                continue
            found = [one[0] for one in cues("people").finditer(text[: joint.start()])]
            if not found or not text.endswith(found[-1], 0, joint.start()):
                continue
            if known is None:
                known = frozenset(
                    field for one in view.across for o in one.offices for field in o.fields
                )
            name = text[office.start : office.end]
            if found[-1] in view.text_across and not (
                name in view.text_across or office.fields & known
            ):
                span, what = (office.start, end), view.what
                evidence.one(what, f"text-{what}", sentence, span, role="member")


_JOINT = lazy("(?:、|和|与|及|以及|或|或者)$")
_CLOSES = lazy("[、和与及或,;。]|可|有权|在|自|应|均|都|$")


def _tell(
    evidence: Evidence, a: Sentence, x: tuple[int, int], b: Sentence, y: tuple[int, int]
) -> None:
    evidence.both("maker", a, x, b, y)
    said = evidence.facts[-1]
    evidence.drop(lambda fact: fact is not said and _beside(fact, said, a.text, b.text))


def settle(evidence: Evidence) -> None:
    """Take back the members of a list of bodies whose place others took."""
    told = [fact for fact in evidence.facts if fact.kind == "maker"]
    evidence.drop(
        lambda fact: (
            fact.role == "member"
            and any(
                mine
                and theirs
                and mine.text
                and theirs.start <= mine.start
                and mine.end <= theirs.end
                for said in told
                if said.field == fact.field
                for mine, theirs in ((fact.base, said.base), (fact.target, said.target))
            )
        )
    )


def _answering(old: Side, new: Side) -> list[_Pair]:
    pairs = [(a, b) for b, a in partner_sentences(new, old)]
    pairs += [pair for pair in partner_sentences(old, new) if pair not in pairs]
    # 具体办法由省制定 holds hardly a word by which it could be found.
    known = {id(one) for pair in pairs for one in pair}
    rest = [
        [one for one in side.sentences if id(one) not in known and _RULES.search(one.text)]
        for side in (old, new)
    ]
    if len(rest[0]) == len(rest[1]) == 1:
        pairs.append((rest[0][0], rest[1][0]))
    return pairs


_RULES = lazy("(?:办法|标准|细则)[^,;。]{0,10}由")


def _changed(
    was: list[Act], now: list[Act], olds: list[Act], news: list[Act]
) -> list[tuple[Act, Act]]:
    """The acts of two sentences that other bodies do."""
    found: list[tuple[Act, Act]] = []
    known = {
        rank
        for act in olds
        for one in act.bodies
        if "政府" in one.kinds
        for rank in _ranks(one.tier)[0]
    }
    for kind in dict.fromkeys(act.does for act in was):
        first = [act for act in was if act.does == kind]
        then = [act for act in now if act.does == kind]
        if not then:
            continue
        others = [b for b in news if b.does == kind]
        before = [a for a in olds if a.does == kind]
        gone = [a for a in first if not any(_same(a, b, known) for b in others)]
        come = [b for b in then if not any(_same(a, b, known) for a in before)]
        # Who acts there, too, in a clause that leads to nobody, is read on the one side alone.
        gone = [a for a in gone if not _subject(a, now[0].sentence)]
        come = [b for b in come if not _subject(b, was[0].sentence)]
        if gone and not come:
            # 有单位的由单位承担,没有单位的由政府承担→均由政府承担
            come = [
                b for b in then if _ALL.search(b.sentence.text, max(0, b.span[0] - 12), b.span[0])
            ]
        elif come and not gone:
            # 诊断、鉴定费用由单位承担→鉴定费用由基金承担
            gone = [a for a in first if any(_part(a, b) for b in come)]
        if gone and come:
            found.append((gone[0], come[0]))
        elif len(first) == len(then) == 1 and _one_more(first[0], then[0]):
            found.append((first[0], then[0]))
    return found


def _subject(act: Act, there: Sentence) -> bool:
    """Whether a body that no list knows begins a clause of a sentence on the other side."""
    body = act.bodies[0]
    name = act.sentence.text[body.start : body.end]
    return bool(body.stem) and any(
        there.text.startswith(name, at + 1)
        for at in (-1, *(n for n, char in enumerate(there.text) if char in ",;。:、"))
    )


_ALL = lazy("(?:均|都|一律|统一|全部)由")


def _part(a: Act, b: Act) -> bool:
    """Whether what the one act is about is a part of what the other is about."""
    mine, theirs = _about(a), _about(b)
    return len(theirs) > 1 and theirs != mine and set(theirs) <= set(mine)


def _about(act: Act) -> str:
    """诊断费用, of 诊断的费用由单位承担."""
    sentence, (start, _) = act.sentence, act.span
    before = sentence.text[sentence.clause_of(start)[0] : start]
    return re.sub("[的、]|由$", "", before) if before.endswith("由") else ""


def _same(a: Act, b: Act, known: set[int]) -> bool:
    """Whether the bodies of two acts may be the same."""
    if all("预算" in one.kinds for one in (*a.bodies, *b.bodies)):
        # 省、市、县财政 are 省财政和市、县财政.
        was, now = ("、".join(one.tier for one in act.bodies) for act in (a, b))
        return same_payers(was + "财政", now + "财政")
    if a.everybody == b.everybody:
        # Which of them leads makes no difference (labels.md, case 28).
        every = (*b.bodies, *b.partners)
        return all(any(_alike(x, y, known) for y in every) for x in a.bodies)
    return any(_alike(x, y, known) for x in a.bodies for y in b.bodies)


def _alike(x: Body, y: Body, known: set[int]) -> bool:
    if "基金" in x.kinds | y.kinds and _is_fund(x) and _is_fund(y):
        # 统筹基金 may be any.
        return True
    if x.kinds.isdisjoint(y.kinds):
        if ABOVE in (x.stem, y.stem):
            # 上一级行政机关 may be any office.
            return not (x.stem and y.stem)
        # 救助管理机构 may be an office of 救助; a hospital is none.
        named, office = (x, y) if x.stem else (y, x)
        stem = "" if office.stem or "医" in named.stem else named.stem
        return any(stem[n : n + 2] in kind for kind in office.kinds for n in range(len(stem) - 1))
    if "预算" in x.kinds & y.kinds:
        return same_payers(x.tier + "财政", y.tier + "财政")
    return not _other_tier(x.tier, y.tier, known)


def _is_fund(body: Body) -> bool:
    return any(kind.endswith(("基金", "资金", "公益金", "收入")) for kind in body.kinds)


def _one_more(a: Act, b: Act) -> bool:
    """Whether one of several bodies was added or dropped. Whom they do it with is a detail."""
    was, now = (frozenset().union(*(one.kinds for one in act.bodies)) for act in (a, b))
    many = [sum(one.offices for one in act.bodies) for act in (a, b)]
    more, all_before = (now - was, a.everybody) if was < now else (was - now, b.everybody)
    return (
        a.whole
        and b.whole
        and not any(one.stem for one in (*a.bodies, *b.bodies))
        and many[0] != many[1]
        and (was < now or now < was)
        and not more <= all_before
    )


_STEP = (
    r"(?:国务院|国家|中央|设区的?市|统筹地区|省|自治区|市县|县市|县区|区县|县|区|市|旗|州)"
    r"(?:级|\(市、区\)|\(自治县\))?"
)
_TIER = lazy(rf"{_STEP}(?:[、和与]{_STEP})*(?:以上)?(?:地方)?(?:各?级)?(?:人民政府)?$")
_NAME = lazy(r"国|中|设区|统筹|省|自治区|市|县|区|旗")
_RANK = {"国": 0, "中": 0, "省": 1, "自": 1, "设": 2, "统": 2, "市": 2, "县": 3, "区": 3, "旗": 3}
_GENERAL = lazy(r"设区|统筹|级|\(|市县|县市|区县|县区|各|、")


def _ranks(tier: str) -> tuple[set[int], bool]:
    """The tiers that the words before a body name, and whether they name them in general."""
    match = _TIER.search(re.sub(r"直辖市|自治[县旗]|(?<=县)\(.{1,6}\)", "", tier))
    if not match:
        return set(), False
    return {_RANK[name[0]] for name in _NAME.findall(match[0])}, bool(_GENERAL.search(tier))


def _other_tier(old: str, new: str, known: set[int]) -> bool:
    """Another tier of the same standard, not the same office one tier down.

    ``known``: the tiers of which the base speaks."""
    (a, _), (b, named) = _ranks(old), _ranks(new)
    if not a or not b or a == b:
        return False
    if len(a) > 1 or len(b) > 1:
        # 市、县 seen from one of them is 市; but 省 comes in.
        return 1 in b - a
    here, there = min(a), min(b)
    if there < here and "以上" in old:
        return named
    if there < here:
        # Nobody's own tier lies further up; but a county may call itself 市.
        return there < 2 or named or there in known
    return named and here > 0


def _replaced(
    evidence: Evidence, olds: Sequence[_Named], news: Sequence[_Named], pairs: Sequence[_Pair]
) -> None:
    """Whatever they do: an office gives way to another, and neither stands on the other side."""
    before, after = (
        {kind for _, named in side for body in named for kind in body.kinds}
        for side in (olds, news)
    )
    named = {id(one): some for one, some in (*olds, *news)}
    for a, b in pairs:
        gone, come = _absent(named[id(a)], after), _absent(named[id(b)], before)
        if not gone:
            continue
        then = come[0] if come else _left_behind(gone[0], a, named[id(a)], named[id(b)])
        if then is not None:
            _tell(evidence, a, (gone[0].start, gone[0].end), b, (then.start, then.end))
            return


def _left_behind(
    gone: Body, sentence: Sentence, beside: Sequence[Body], there: Sequence[Body]
) -> Body | None:
    """The office next to which one stood in a list that lost it: 公安、民政等部门→公安等部门."""
    for one in beside:
        between = sentence.text[one.end : gone.start] or sentence.text[gone.end : one.start]
        if between in ("、", "和", "与", "及"):
            return next((other for other in there if other.kinds & one.kinds), None)
    return None


def _absent(named: Sequence[Body], there: set[str]) -> list[Body]:
    """The offices of a sentence that the other side does not name."""
    return [one for one in named if one.kinds.isdisjoint(there) and _office(one)]


def _office(body: Body) -> bool:
    return not body.stem and body.kinds.isdisjoint(_PAYERS) and not _is_fund(body)


_PAYERS = frozenset({"单位", "预算", "个人", "学校", "政府"})


def _beside(fact: Fact, said: Fact, old: str, new: str) -> bool:
    """Who does it is no detail of what is done."""
    for mine, theirs, other in ((fact.base, said.base, new), (fact.target, said.target, old)):
        if not mine or not theirs or not mine.text or mine.field != theirs.field:
            continue
        if fact.role in ("detail", "member", "condition"):
            if abs(mine.start - theirs.start) < _NEAR or theirs.start < mine.start < theirs.end:
                return True
        elif fact.role == "grant" and (
            _only_who(mine.text, theirs.text)
            or (mine.start < theirs.start < theirs.end < mine.end and _MERELY.fullmatch(mine.text))
            or (mine is fact.base and mine.text.endswith("的") and _ALL.search(new))
        ):
            # 离开市的,由区批准→均由区批准
            return True
        elif fact.role == "grant" and theirs.text in mine.text:
            # 津贴由基金支付: but for the body all of it stands.
            left = cues("light").sub("", level(mine.text.replace(theirs.text, "")))
            if sum(char in other for char in left) >= _SAID * len(left):
                return True
    return False


def _only_who(text: str, body: str) -> bool:
    """由物业服务企业从物业费中列支: whether it tells but who pays."""
    before, name, after = text.partition(body)
    pattern = _PAID if _WHO.fullmatch(before) else _IN_CHARGE
    return bool(name) and pattern.fullmatch(after) is not None


_WHO = lazy("[^,;。]{0,6}[由从][^,;。]{0,6}")
_PAID = lazy(
    "(?:从[^,;。]{1,16}中)?(?:予以|负责|先行|全额|统一|依法)?(?:承担|负担|支付|列支|解决|安排)"
)
# 由业主委员会拟定, where just this body took the place of another. Not 由其培训 in another clause.
_MERELY = lazy("由[^,;。]{2,16}[\u4e00-\u9fff]{2}")
_IN_CHARGE = lazy("负责[^,;。]{1,12}的(?:机构|部门|单位)")
_NEAR = 15
_SAID = 0.85
