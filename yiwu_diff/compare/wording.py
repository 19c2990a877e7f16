"""Changes of a word or two that change what a clause demands: should and must, and and or,
exceptions, narrower and wider words, who makes the detailed rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from yiwu_diff.compare.keeping import BUDGET
from yiwu_diff.compare.sides import answering_sentences
from yiwu_diff.text.cues import Cues, Found, cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups, words
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.compare.alignment import Lost
    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.sides import What
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Phrase, Sentence

Clause = tuple[int, int]


def find(evidence: Evidence, old: Side, new: Side, lost: Lost) -> None:
    """Add the facts about single words."""
    partners: list[tuple[Phrase, Phrase]] = []
    for phrase in new.phrases:
        partner, score = old.partner(phrase)
        if partner is not None and score >= 0.4:
            partners.append((partner, phrase))
    near = [(a, b) for a, b in [*partners, *_turned(old, new)] if a.content and _near(a, b)]
    near = [pair for pair in [*near, *_held_whole(old, new)] if lost.answers(*pair)]
    near += [(one.phrases[0], other.phrases[0]) for one, other in lost.mates]
    _modality(evidence, near)
    _exceptions(evidence, partners)
    _links(evidence, partners)
    _how_many(evidence, old, new, lost)
    _breadth(evidence, partners, (_all(old), _all(new)))
    _restrictions(evidence, old, new)
    _floors(evidence, old, new)
    _charges(evidence, partners)
    _alone(evidence, lost)


def _turned(old: Side, new: Side) -> list[tuple[Phrase, Phrase]]:
    """The pairs seen from the base: what answers to what must not hang on who asks."""
    found: list[tuple[Phrase, Phrase]] = []
    for phrase in old.phrases:
        partner, score = new.partner(phrase)
        if partner is not None and score >= 0.4:
            found.append((phrase, partner))
    return found


def _held_whole(old: Side, new: Side) -> list[tuple[Phrase, Phrase]]:
    """Phrases that stand whole in a longer one: 提供通勤车 in 为劳动者提供通勤车."""
    found = []
    for phrase in new.phrases:
        partner, score = old.partner(phrase)
        if partner is None or score >= 0.4 or len(phrase.grams) < 2:
            continue
        if phrase.grams <= partner.grams:
            found.append((partner, phrase))
    return found


@cache
def _weak() -> Cues:
    return Cues(words("modality", "weak"))


@cache
def _must() -> Cues:
    return Cues(words("modality", "must"))


def _clauses(partners: list[tuple[Phrase, Phrase]]) -> list[tuple[Phrase, Phrase]]:
    """The best partner clause of each base clause, as one phrase of each."""
    votes: dict[tuple[int, int], Counter[tuple[int, int]]] = defaultdict(Counter)
    one: dict[tuple[int, int], Phrase] = {}
    for a, b in partners:
        ka, kb = (id(a.sentence), a.clause), (id(b.sentence), b.clause)
        votes[ka][kb] += len(b.content)
        one.setdefault(ka, a)
        one.setdefault(kb, b)
    return [(one[ka], one[found.most_common(1)[0][0]]) for ka, found in votes.items()]


def _clause_pairs(partners: list[tuple[Phrase, Phrase]]) -> list[tuple[Phrase, Phrase]]:
    """Every two clauses that share a phrase, once."""
    pairs = {(id(a.sentence), a.clause, id(b.sentence), b.clause): (a, b) for a, b in partners}
    return list(pairs.values())


def _clause(phrase: Phrase) -> tuple[str, int]:
    start, end = phrase.sentence.clause_of(phrase.start)
    return phrase.sentence.text[start:end], start


def _near(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases are so alike that their clauses say the same."""
    x, y = a.grams, b.grams
    return 2 * len(x & y) >= 0.5 * (len(x) + len(y))


def _new(words: Cues, clause: str, other: str) -> Found | None:
    """The first word of a clause that the other side's sentence does not have."""
    return next(
        (
            m
            for m in words.finditer(clause)
            # 不可重复 is a ban, 即可扣除 and 均可享受 are rights, 许可 a thing.
            if m[0] not in other and not (m[0] == "可" and clause[: m.start()][-1:] in _NO_MAY)
        ),
        None,
    )


_NO_MAY = ("不", "即", "许", "认", "均", "都", "皆")


FREE = lazy(
    r"(?:申请人|本人|公民|职工|劳动者|人员|家庭|[^用]者|学生|儿童|老年人|残疾人|当事人|受援人|群众|居民|妇女|亲属|遗属|军人|孕妇|产妇|[业车住]主|家长|病人|夫妻|夫妇|双方)"
    r"[^,;]{0,6}可以?|(?<!应)均可|可以?(?:依法|自行|自主|持[^,;]{2,12}|凭[^,;]{2,12}|免费|优先|向[^,;]{2,20}|[在自于][^,;]{2,24}?[内前后起]|(?:采取|采用|以|通过)?(?:口头|书面|网上|线上|电话)[^,;]{0,8}?)?"
    r"(?:享受|获得|领到|申请|申领|领取|选择|查询|投诉|举报|提出|起诉|继承|提取|转移|携带|乘坐|参观|游览|进入|使用|借阅|停放|送检|查阅|复制|拒绝|拒付|被?选举)|享有被?(?:选举|表决)权"
)


def _modality(evidence: Evidence, partners: list[tuple[Phrase, Phrase]]) -> None:
    olds, news = ("。".join({p.sentence.text: None for p in side}) for side in _sides(partners))
    for a, b in _clause_pairs(partners):
        if weaker := _weaker(a, b, olds, news):
            kind, (was, now) = "duty-weakened", weaker
        elif stronger := _weaker(b, a, news, olds):
            kind, (now, was) = "duty-strengthened", stronger
        else:
            continue
        before, after = (p.sentence.text[start:end] for p, (start, end) in ((a, was), (b, now)))
        evidence.both(kind, a.sentence, was, b.sentence, now, detail=f"{before} → {after}")


def _sides(partners: list[tuple[Phrase, Phrase]]) -> tuple[list[Phrase], list[Phrase]]:
    return [a for a, _ in partners], [b for _, b in partners]


def _weaker(
    a: Phrase, b: Phrase, everything: str, others: str
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the clause of ``a`` says must, or plainly that it is done, and that of ``b`` may.

    ``everything``: all that the side of ``a`` says, ``others``: all that of ``b`` says.
    """
    (was, s), (now, t) = _clause(a), _clause(b)
    if place := _inserted(was, now):
        return (s, s), (t + place[0], t + place[1])
    weak = _new(_weak(), now, a.sentence.text)
    if not weak or _new(_weak(), was, b.sentence.text) or _must().search(now):
        return None
    if FREE.search(was) or FREE.search(now) or "率" in now or _ALLOWED.search(was):
        # What applicants may do is their freedom, not a weak duty of an authority; a new aim
        # stands beside the duty (labels.md, case 10).
        return None
    if _shared(was, now) < 0.3 and _often(weak[0], others) <= _often(weak[0], everything):
        # In other words; it may only stand elsewhere.
        return None
    must = _must().search(was)
    if not must:
        plain = weak[0] not in ("鼓励", "提倡", "倡导", "力争", "争取", "探索")
        if weak[0] in everything or (plain and not _authority(was, a)):
            return None
    start, end = must.span() if must else (0, 0)
    return (s + start, s + end), (t + weak.start(), t + weak.end())


def _often(word: str, text: str) -> int:
    """How often a text has a weak word, but for what the recipient may do."""
    return FREE.sub("", text).count(word)


_ALLOWED = lazy("允许|准许|准予")
_GIVES = lazy("优先|给予|予以|享受|免费|免收|减免|发放|发给|补助|补贴|支付|提供")


def _inserted(was: str, now: str) -> tuple[int, int] | None:
    """同等条件下优先录用→可以优先录用: where 可以 was put into a clause that stayed and gives."""
    place = now.find("可以")
    if place < 0 or "可" in was or not _GIVES.search(was) or _must().search(now):
        return None
    rest = now[:place] + now[place + 2 :]
    if _ASKS.match(now, place + 2):
        # 享受补助→可以申请补助
        asked = bool(re.search("享受|获得|给予|发放", was)) and now[place + 4 :][:2] in was
        return (place, place + 4) if asked else None
    before = now[:place]
    if before.endswith(("者", "人", "人员", "职工", "学生", "家庭")) or FREE.match(now, place):
        # What the recipient may do.
        return None
    return (place, place + 2) if _shared(was, rest) >= 0.85 else None


_ASKS = lazy("申请|申领")


def _shared(a: str, b: str) -> float:
    x, y = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    return 2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0


def _authority(clause: str, phrase: Phrase) -> bool:
    """Whether a clause without a must has an authority do something all the same: 给予补助."""
    start, _ = phrase.sentence.clause_of(phrase.start)
    so_far = phrase.sentence.text[: start + len(clause)]
    acts = cues("does", "strong").search(clause) or re.search("设立|建立|实行|优先|给予", clause)
    return bool(acts and re.search("政府|部门|机关|机构|单位|学校|场所|国家", so_far))


# 节假日不打烊 excepts nothing.
_NOT = lazy(r"非|不(?!打烊|休|停|闭|关|间断|断)|未|无")
_SAVE = lazy(rf"除|外|不在此|{_NOT.pattern}")


def _exceptions(evidence: Evidence, partners: list[tuple[Phrase, Phrase]]) -> None:
    for a, b in partners:
        other = a if b.excepted else b
        if any(p.excepted for p in other.sentence.phrases):
            continue
        if a.excepted != b.excepted and not (
            _NOT.search(a.text) or _NOT.search(b.text) or _SAVE.search(_clause(other)[0])
        ):
            evidence.both(
                "exception-lifted" if a.excepted else "exception-set",
                a.sentence,
                (a.start, a.end),
                b.sentence,
                (b.start, b.end),
            )


def _links(evidence: Evidence, partners: list[tuple[Phrase, Phrase]]) -> None:
    """或者→并且 between two conditions."""
    links = {id(b): (a, b) for a, b in partners}
    for a, b in partners:
        before = b.before
        if before is None or id(before) not in links:
            continue
        other, _ = links[id(before)]
        later = a if a.before is other else other if other.before is a else None
        if later is None or not (_beside(b) and _beside(later)):
            continue
        more = _choices(b) - _choices(a)
        if later.link in _EITHER and _all_linked(b) and more < 0:
            kind = "joined"
        elif (_all_linked(later) and b.link in _EITHER and more > 0) or (
            later.link in _EITHER and _besides(b, later)
        ):
            kind = "freed"
        elif b.link in _EITHER and _besides(later, b):
            kind = "joined"
        else:
            continue
        evidence.both(
            kind,
            later.sentence,
            (later.start, later.end),
            b.sentence,
            (b.start, b.end),
            detail=f"{later.link} → {b.link}",
        )


def _beside(phrase: Phrase) -> bool:
    """Whether no figure stands between a phrase and the one before it: 年满60周岁 is none."""
    since = phrase.before.end if phrase.before is not None else 0
    return not any(since <= q.start < phrase.start for q in phrase.sentence.quantities)


_EITHER = ("或", "或者")
_BESIDES = lazy("(?:同时|并|另|还)(?:按照?[^,;。]{0,6})?(?:给予|予以|发放|发给|享受|提供)")
_GIVEN = lazy("(?:给予|予以|发放|发给|享受|提供)")


def _besides(one: Phrase, other: Phrase) -> bool:
    """发给优待金或者给予其他优待→发给优待金,同时给予其他优待: whether it is given besides, and
    not instead."""
    before = other.before
    return (
        one.link not in _EITHER
        and _BESIDES.match(one.sentence.text, one.start) is not None
        and before is not None
        and _GIVEN.search(_clause(other)[0]) is not None
    )


def _choices(phrase: Phrase) -> int:
    """How many choices its sentence leaves."""
    return sum(one.link in _EITHER for one in phrase.sentence.phrases)


def _all_linked(phrase: Phrase) -> bool:
    """Whether a phrase is asked for besides the one before it. 持残疾证及低保证 asks for both;
    elsewhere 及 only ends a list."""
    if phrase.link in ("且", "并且"):
        return True
    before = phrase.before
    return phrase.link in ("及", "和", "与", "以及") and (
        _asks_for_all(_clause(phrase)[0])
        or (before is not None and _HOLDS.search(_clause(before)[0]) is not None)
    )


_HOLDS = lazy("^(?:持|凭|具有|具备|符合|同时)")
# 夫妻双方均须缴费 asks for both, 老年人和残疾人均可享受 does not.
_OF_ALL = lazy(
    "(?:均|都|皆|同时|共同|双方)(?:应|须|需|必须|要|已|具有|具备|符合|满足|无|没有|未|不|缴|参|在|是|为|达|持|取得|办理)"
)


def _asks_for_all(clause: str) -> bool:
    """Whether a clause asks for all that it lists, and not for one of it."""
    return bool(_HOLDS.search(clause) or _OF_ALL.search(clause))


_ONE_OF = lazy(
    "之一|任[一意][项个方种]?|任何一[项个方种]|其中[一1][项个方]|一方|女方|男方|(?<!均应)由?本人(?=[年户具符参缴未无])"
)
_ALL_OF = lazy("同时(?:符合|具备|满足|具有)|(?:全部|所有)(?:条件|情形|要求)|各项条件")
_BOTH = lazy("双方(?!协|约|同意|可)|夫妻(?:二|两)人")
_HELD = lazy(
    "(?:一方|女方|男方|本人|双方|[二两]人)(?:均|都|中)?(?:为|是|具|户|属|有|持|符|参|缴|已|未|没|无|年满|满|连续|在本|取得|经)"
)


def _how_many(evidence: Evidence, old: Side, new: Side, lost: Lost) -> None:
    """符合条件之一→同时符合条件, 夫妻一方为户籍人口→双方均为户籍人口: of several conditions or
    persons all are asked for where one was enough, or the other way round."""
    pairs = [
        (a.sentence, a.sentence.clause_of(a.phrases[0].start), b.sentence, b.span)
        for a, b in lost.mates
    ]
    if any(_ANY.search(one.text) for side in (old, new) for one in side.sentences):
        # 符合下列条件之一的 says nothing else by which its clause could be found.
        whole = [
            (a, (0, len(a.text)), b, (0, len(b.text))) for a, b in answering_sentences(old, new)
        ]
        pairs += [pair for pair in whole if _ANY.search(pair[0].text) or _ANY.search(pair[2].text)]
    for a, x, b, y in pairs:
        was, now = a.text[slice(*x)], b.text[slice(*y)]
        if was == now:
            continue
        one_was, one_now = _one_of(was), _one_of(now)
        if not (one_was or one_now):
            continue
        all_was, all_now = _all_of(was), _all_of(now)
        if one_was and all_now and not (all_was or one_now):
            kind, here, there = "joined", one_was, all_now
        elif all_was and one_now and not (one_was or all_now):
            kind, here, there = "freed", all_was, one_now
        else:
            continue
        if any(fact.kind == kind for fact in evidence.facts):
            continue
        evidence.both(
            kind,
            a,
            (x[0] + here.start(), x[0] + here.end()),
            b,
            (y[0] + there.start(), y[0] + there.end()),
            detail=f"{here[0]} → {there[0]}",
        )
        said = evidence.facts[-1]
        evidence.drop(_told_by(said, ("condition", "member")))


_ANY = lazy("(?:条件|情形|情况|要求)之一")


def _one_of(clause: str) -> re.Match[str] | None:
    found = _ONE_OF.search(clause)
    return found if found and (found[0][-1] not in "方人" or _HELD.search(clause)) else None


def _all_of(clause: str) -> re.Match[str] | None:
    return (
        _ALL_OF.search(clause)
        or (_BOTH.search(clause) if _HELD.search(clause) else None)
        or (_OF_ALL.search(clause) if "均可" not in clause else None)
    )


def _breadth(
    evidence: Evidence, partners: list[tuple[Phrase, Phrase]], everything: tuple[str, str]
) -> None:
    for a, b in partners:
        if a.content == b.content:
            continue
        befores, afters = _steps(a.content), _steps(b.content)
        for number, was in befores.items():
            now = afters.get(number, was)
            if was == now:
                continue
            ladder = groups("breadth", "ladders")[number]
            narrow, other = (ladder[now], a) if now > was else (ladder[was], b)
            if _held(narrow, everything[0] if other is a else everything[1]):
                # It only stands elsewhere: 失能且经济困难的老年人.
                continue
            kept, more, there = (a, b, everything[1]) if now > was else (b, a, everything[0])
            if more.listed and f"|{kept.content}|" in f"|{there}|":
                # 失能老人→失能老人、独居老人: one more beside it.
                continue
            evidence.both(
                "tightened" if now > was else "loosened",
                a.sentence,
                (a.start, a.end),
                b.sentence,
                (b.start, b.end),
                detail=f"{ladder[was]} → {ladder[now]}",
            )
            said = evidence.facts[-1]
            evidence.drop(_told_by(said, ("condition",)))
            break


def _all(side: Side) -> str:
    return "|".join(phrase.content for phrase in side.phrases)


def _restrictions(evidence: Evidence, old: Side, new: Side) -> None:
    """A restriction that is said not to hold any longer, or again."""
    for mine, other, kind in ((new, old, "restriction-lifted"), (old, new, "restriction-back")):
        texts = "".join({s.text: None for p in other.phrases for s in (p.sentence,)})
        for sentence in mine.sentences:
            match = cues("no_condition").search(sentence.text)
            if match and not _lifted_too(match, texts) and not _no_restriction(sentence, match):
                what: What = "added" if kind == "restriction-lifted" else "dropped"
                evidence.one(what, kind, sentence, match.span())
                evidence.drop(_told_by(evidence.facts[-1], ("detail",)))


def _no_restriction(sentence: Sentence, match: Found) -> bool:
    """不再提供物业服务: whether what is not asked for any longer is no paper."""
    return match[0].endswith("提供") and _SERVICE.match(sentence.text, match.end()) is not None


_SERVICE = lazy("[^,;。]{0,8}(?:服务|的,|的$)")
_FEE = lazy("押金|保证金|工本费")


# 户籍和非户籍居民, 与户籍无关
EITHER_WAY = lazy(
    "(?P<kind>[\u4e00-\u9fff]{2,4})(?:[、和与及或]|以及|或者)非(?:本[省市县区地])?(?P=kind)"
    "|城乡|城[镇市](?:[、和与及或]|以及|或者)农村|无关|不受[^;。]{1,60}限制"
)
_WITH_OR_WITHOUT = lazy("有无(?P<what>[\u4e00-\u9fff]{2})")


def _lifted_too(match: Found, texts: str) -> bool:
    """Whether the other side lifts a restriction, too: 免收工本费 for 不收取工本费; or names
    those who fulfil a condition, and those who do not."""
    fee = _FEE.search(match[0])
    same = fee is not None and re.search(f"免[收交缴除]?{fee[0]}", texts)
    either = _WITH_OR_WITHOUT.match(match.text, match.end())
    both = either is not None and re.search(f"(?:没有|无|未|非){either['what']}", texts)
    return bool(
        same
        or both
        or "不影响" in texts
        or EITHER_WAY.search(texts)
        or cues("no_condition").search(texts)
    )


# Words that give, and words that bind, which the whole of a text has or has not.
_TELLING = (
    (
        lazy(
            "免费|免收|免除|免交|免缴|无偿|全免|免门?票|不收|不得收|零收费|分文不|不用(?:交|付|掏)"
            "|不(?:要|花|用(?:交|付|掏)?)(?:一分)?钱|不(?:再)?缴|由(?:财政|政府|国家)"
        ),
        "免费",
        "tightened",
        "loosened",
    ),
    (lazy("书面|文书|通知书|决定书|凭证|函"), "书面", "duty-weakened", "duty-strengthened"),
    (lazy("足额|全额|全部"), "足额", "duty-weakened", "duty-strengthened"),
)


def _alone(evidence: Evidence, lost: Lost) -> None:
    """学校免费提供午餐→午餐由学校提供: a word that nothing on the other side stands for, in a
    clause that else is said there."""
    if not lost.mates:
        return
    texts = [_whole(item) for item in (evidence.base, evidence.target)]
    for pattern, word, less, more in _TELLING:
        here, there = (pattern.search(text) is not None for text in texts)
        if here == there:
            continue
        for a, b in lost.mates:
            one = a if here else b
            start, end = one.span
            at = one.sentence.text.find(word, start, end)
            if at < 0:
                continue
            x, y = a.span, b.span
            if here:
                x = at, at + len(word)
            else:
                y = at, at + len(word)
            kind = less if here else more
            detail = f"{word} → " if here else f" → {word}"
            evidence.both(kind, a.sentence, x, b.sentence, y, sure=False, detail=detail.strip())
            break


def _whole(item: Item) -> str:
    return level("。".join(item.text(name) or "" for name in ("audience", "content", "level")))


_FREE_OF = lazy(r"免(?:押金|保证金|工本费)|免收|免费|免除|免交|免缴|不收|不得收")
_CHARGED = lazy(
    r"收取|缴纳|交纳|支付费用|收费\d|按[^,;]{1,8}收费|(?:工本费|手续费|押金|保证金)[^,;。]{0,4}\d"
)


def _charges(evidence: Evidence, partners: list[tuple[Phrase, Phrase]]) -> None:
    """What was free is charged for, or the other way round."""
    sentences = {id(one.sentence): one.sentence for pair in partners for one in pair}
    if not any(_FREE_OF.search(sentence.text) for sentence in sentences.values()):
        return
    for a, b in _clauses(partners):
        (was, s), (now, t) = _clause(a), _clause(b)
        free_was, free_now = _FREE_OF.search(was), _FREE_OF.search(now)
        if bool(free_was) == bool(free_now):
            continue
        paid_was, paid_now = _CHARGED.search(was), _CHARGED.search(now)
        if free_was and paid_now and not paid_was:
            kind, x, y = "charge-set", free_was, paid_now
        elif free_now and paid_was and not paid_now:
            kind, x, y = "charge-lifted", paid_was, free_now
        else:
            continue
        evidence.both(
            kind,
            a.sentence,
            (s + x.start(), s + x.end()),
            b.sentence,
            (t + y.start(), t + y.end()),
            detail=f"{x[0]} → {y[0]}",
        )
        said = evidence.facts[-1]
        evidence.drop(_told_by(said, ("duty", "")))


def _told_by(said: Fact, roles: tuple[str, ...]) -> Callable[[Fact], bool]:
    """One fact, one finding: the facts of these roles that stand where ``said`` stands."""
    return lambda f: f is not said and f.role in roles and _same_place(f, said)


def _same_place(fact: Fact, other: Fact) -> bool:
    """Whether a figure or burden stands beside the charge that is said already."""
    return any(
        a is not None
        and b is not None
        and bool(a.text)
        and a.field == b.field
        and abs(a.start - b.start) <= 12
        for a, b in ((fact.base, other.base), (fact.target, other.target))
    )


_FLOOR = lazy(
    r"不[得应]?低于[^,;。\d]{2,24}(?:水平|平均|(?:工资|保障|低保|生活)标准(?!的))[^,;。]{0,4}|达到[^,;。\d]{2,16}(?:水平|标准)以上"
)
_NOT_LESS = lazy(r"不[得应]?低于[^,;。\d]{2,}")
_FLOORS = (
    ("", _FLOOR),
    ("预算", BUDGET),
)
"""Each with a word without which it cannot match."""


def _floors(evidence: Evidence, old: Side, new: Side) -> None:
    """A floor without a figure (不低于当地平均生活水平) or a budget line that comes or goes."""
    for sign, pattern in _FLOORS:
        was = _first(sign, pattern, old)
        now = _first(sign, pattern, new)
        if pattern is _FLOOR and was and now is None:
            # 其规模不得低于原有规模 in other words.
            now = _first("低于", _NOT_LESS, new)
        elif pattern is _FLOOR and now and was is None:
            was = _first("低于", _NOT_LESS, old)
        if was and not now:
            evidence.one("dropped", "floor-dropped", was[0], was[1])
        elif now and not was:
            evidence.one("added", "floor-added", now[0], now[1])


def _first(
    sign: str, pattern: re.Pattern[str], side: Side
) -> tuple[Sentence, tuple[int, int]] | None:
    for sentence in side.sentences:
        if sign in sentence.text and (match := pattern.search(sentence.text)):
            return sentence, match.span()
    return None


def _held(word: str, text: str) -> bool:
    """Whether a text holds the parts of a word, together or apart."""
    text = level(text)
    return word in text or all(word[i : i + 2] in text for i in range(0, len(word) - 1, 2))


@lru_cache(maxsize=1024)
def _steps(text: str) -> dict[int, int]:
    """By number of a ladder the step of the longest of its words that a text holds."""
    found: dict[int, int] = {}
    for number, ladder in enumerate(groups("breadth", "ladders")):
        if held := [(len(word), step) for step, word in enumerate(ladder) if word in text]:
            found[number] = max(held)[1]
    return found
