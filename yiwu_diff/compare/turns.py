"""Which way a change of a word or two leads: what is narrower, looser, given or taken.

Each reading takes an edit, the change in the old and in the new sentence, and all that each side
says; it answers with a `Turn`, or with nothing where it cannot tell.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.openness import LINE
from yiwu_diff.compare.wording import FREE
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups
from yiwu_diff.text.normal import level, level_all
from yiwu_diff.text.reading import BESIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.compare.cuts import Edit, Range
    from yiwu_diff.text.reading import Phrase, Sentence


class _Word(NamedTuple):
    """A word of a list where it stands."""

    start: int
    end: int
    text: str


class Turn(NamedTuple):
    """Which way a change leads."""

    kind: str
    mirror: str
    detail: str
    sure: bool = True
    weak: bool = False
    """Whether any other fact about the same words says more."""


_Found = list[tuple[str, str]]
"""Words, each with the list that it is in."""
NARROWER = "tightened", "loosened"
LOOSER = "duty-weakened", "duty-strengthened"
_LISTS = {"narrows": NARROWER, "loosens": LOOSER, "gives": NARROWER, "firms": LOOSER}


def _ladder(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """Which way a word of a ladder leads that stands in another's place."""
    for key, (kind, mirror) in (("ladders", NARROWER), ("grades", LOOSER), ("swaps", NARROWER)):
        step = _step(key, edit.old.text, x, edit.new.text, y)
        if step is None:
            continue
        first, then, down = step
        if _counted(first, edit.old, x) and _counted(then, edit.new, y):
            continue
        if kind == LOOSER[0] and any(
            map(FREE.search, (_clause(edit.old, x), _clause(edit.new, y)))
        ):
            # What applicants may do is their freedom.
            continue
        narrow, wide, here, there = (then, first, now, was) if down else (first, then, was, now)
        more = narrow.replace(wide, "") or narrow
        if narrow not in wide and here.count(more) <= there.count(more):
            # It only stands elsewhere: 失能且经济困难的老年人.
            continue
        detail = f"{first} → {then}"
        return Turn(kind, mirror, detail) if down else Turn(mirror, kind, detail)
    return None


def _condition(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """A condition or an exception put in, or left out."""
    old, new = edit.old.text[slice(*x)], edit.new.text[slice(*y)]
    # 可以免费→持证免费: what one may is in the place of what one has to do.
    put, left = old in _SLIGHT_MAY, new in _SLIGHT_MAY
    if put == left:
        return None
    text = (new if put else old).strip(",、;")
    sentence, place = (edit.new, y) if put else (edit.old, x)
    if _EXCEPT.fullmatch(text) and not BESIDES.search(text.rstrip("外")):
        turn = "exception-set", "exception-lifted"
    elif _CONDITION.fullmatch(text) or _unlike(sentence, place):
        turn = NARROWER
    else:
        return None
    after = (edit.new.text if put else edit.old.text)[(y if put else x)[1] :]
    there = was if put else now
    if text in there or after[:1] in ("不", "未"):
        return None
    told = _TOLD.fullmatch(text)
    if told and told["did"] in there:
        # 告知理由,仍要求的→经告知后仍要求的
        return None
    if _BRINGS.match(text) and text[1:] in there:
        # 凭残疾证申领→除残疾证外,还应…
        return None
    detail = f" → {text}" if put else f"{text} → "
    return Turn(*(turn if put else turn[::-1]), detail.strip(), sure=False)


def _unlike(sentence: Sentence, place: Range) -> bool:
    """受到非本人主要责任的事故伤害: whether what was put in says what must not be the case."""
    text = sentence.text
    return any(
        _NEGATED.fullmatch(text[start:end] + ("的" if text[end : end + 1] == "的" else ""))
        for start, end in _shifts(text, place)
    )


_TOLD = lazy(
    "经(?P<did>告知|说明|解释|提醒|劝告|通知|询问|协商|调解|检查|核实|查证)[^,;。]{0,2}后?"
)
_NEGATED = lazy(
    r"(?:因|属于|系|且|并|尚|确)*(?:非|未(?!成年)|无(?!障碍|偿|理由)|没有|不(?!断|得|予|收|限|低|少|超|高|多|同|足|满|服))[^,;。\d]{2,14}的"
    r"|(?:和|及|以及|与|、)[^,;。、和及与]{2,8}(?:均|都)"
    r"|在[^,;。]{2,12}(?:发生|就读|就医|参保|居住|工作|就业|缴费|服役|务工)的"
)


def _choice(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """All of some benefits became one of them: 补贴和补助→补贴或补助."""
    old, new = edit.old.text[slice(*x)], edit.new.text[slice(*y)]
    # 、 says neither all nor one: only what it gives way to may take something away.
    less = old in (*_ALL, "、") and new in _ONE
    if not less and not (old in _ONE and new in _ALL):
        return None
    sentence, end = (edit.old, x[1]) if less else (edit.new, y[1])
    following = sentence.phrases_between(end, end + 2)
    if sentence.field == "audience" or not following or not _gives(following[0]):
        return None
    return Turn(*(NARROWER if less else NARROWER[::-1]), f"{old} → {new}", sure=False)


_ALL = ("和", "及", "以及", "与", "并", "同时", "并且")
_ONE = ("或", "或者")


def _gives(member: Phrase) -> bool:
    """Whether a list's member is a benefit, in a clause that forbids nothing."""
    start, end = member.sentence.clause_of(member.start)
    return cues("benefit").ends(re.sub("等.*$", "", member.text)) and not cues("bans").search(
        member.sentence.text[start:end]
    )


_SLIGHT_MAY = ("", "可", "可以", "均", "均可")
_BRINGS = lazy("[凭持](?!续)")
_EXCEPT = lazy(r"除[^,;。]{1,20}外|\(?(?:不含|不包括|不包含)[^,;。)]{1,20}\)?")
_CONDITION = lazy(
    r"(?:经(?![费济常营过])|须|凭|持(?!续))[^,;。]{2,10}"
    r"|[^,;。和及或]{0,6}(?:缴|交|付|审|批|核|预约|登记|认定|同意|备案|报名|取得)[^,;。]{0,4}后"
    r"|(?:同时)?(?:符合|具备|满足)[^,;。]{0,6}条件的?"
)


def _list(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """Which way the words lead that are all that was left out or put in."""
    content = _content(edit.old, x)
    if content and content == _content(edit.new, y):
        return None
    old, new = _clause(edit.old, x), _clause(edit.new, y)
    gone = _moved(_listed(edit.old, x, alone=y[0] == y[1]), was, now, old, new)
    come = _moved(_listed(edit.new, y, alone=x[0] == x[1]), now, was, new, old)
    taken = [one for one in gone if one[1] in ("gives", "firms")]
    taken += [one for one in come if one[1] in ("narrows", "loosens")]
    given = [one for one in come if one[1] in ("gives", "firms")]
    given += [one for one in gone if one[1] in ("narrows", "loosens")]
    if bool(taken) == bool(given):
        return None
    if given and x[0] < x[1] and any(a < y[1] and y[0] < b for a, b in edit.new.vague):
        # 一次性→一定: what stands in its place says nothing.
        return None
    word, key = (taken or given)[0]
    kind, mirror = _LISTS[key]
    detail = f"{word} → " if (word, key) in gone else f" → {word}"
    return Turn(kind, mirror, detail.strip()) if taken else Turn(mirror, kind, detail.strip())


def _moved(found: _Found, here: str, there: str, mine: str, clause: str) -> _Found:
    """Those that the other side does not say as often: what stands elsewhere is not gone."""
    return [
        one
        for one in found
        if _count(*one, here) > _count(*one, there)
        # 全天24小时 says no more than 24小时.
        and not (one[1] in ("gives", "firms") and _count(*one, clause))
        # An aim stands beside the duty (labels.md, case 10), and what applicants may do is
        # their freedom.
        and not (one[1] == "loosens" and ("率" in clause or any(map(FREE.search, (clause, mine)))))
    ]


def _clause(sentence: Sentence, place: Range) -> str:
    start, _ = sentence.clause_of(place[0])
    _, end = sentence.clause_of(max(place[0], place[1] - 1))
    return sentence.text[start:end]


def _count(word: str, key: str, text: str) -> int:
    """How often a text has a word or another of its line."""
    return sum(text.count(one) for one in _table()[0][word, key])


@cache
def _table() -> tuple[dict[tuple[str, str], list[str]], dict[str, str], int]:
    """The line of each listed word, its list, and the length of the longest word."""
    lines: dict[tuple[str, str], list[str]] = {}
    lists: dict[str, str] = {}
    for key in _LISTS:
        for group in groups("breadth", key):
            levelled = [level(word) for word in group]
            # 免收 is counted already where 免 is.
            counted = [a for a in levelled if not any(b != a and b in a for b in levelled)]
            for word in levelled:
                lines[word, key] = counted
                if len(word) > 1:
                    lists[word] = key
    return lines, lists, max(map(len, lists))


def _listed(sentence: Sentence, place: Range, *, alone: bool) -> _Found:
    """The listed words that make up what a change leaves out or puts in.

    ``alone``: whether nothing stands in its place on the other side; then where it begins may
    be read in more ways than one.
    """
    start, end = place
    if start == end or _elsewhere(sentence, place):
        return []
    text = sentence.text
    if not alone:
        return _made_of(text, place) or _part_of(text, place)
    return next((found for one in _shifts(text, place) if (found := _made_of(text, one))), [])


def _shifts(text: str, place: Range) -> list[Range]:
    """Every place where what was left out or put in may be read to begin."""
    start, end = place
    places = [place]
    while start > 0 and text[start - 1] == text[end - 1]:
        start, end = start - 1, end - 1
        places.append((start, end))
    start, end = place
    while end < len(text) and text[start] == text[end]:
        start, end = start + 1, end + 1
        places.append((start, end))
    return places


def _part_of(text: str, place: Range) -> _Found:
    """The listed word that a change leaves a part of: 免费→自费."""
    _, lists, longest = _table()
    for word in _words(text, place, longest):
        key = lists.get(word.text)
        if key == "gives" and word.text[0] != "不":
            return [] if _denied(text, word.start, word.end, key) else [(word.text, key)]
    return []


_CADENCE = lazy("[每按逐][一二两三四半\\d]*(?:个?[年月季周日天旬]|学[年期])")


def _counted(word: str, sentence: Sentence, place: Range) -> bool:
    """Whether a word says how often a figure of its clause recurs: figures are compared
    elsewhere."""
    first, last = sentence.clause_of(place[0])
    return _CADENCE.match(word) is not None and any(
        first <= q.start < last and q.period and not q.soft for q in sentence.quantities
    )


def _made_of(text: str, place: Range) -> _Found:
    """The listed words that a stretch is made of, but for words that say nothing."""
    _, lists, longest = _table()
    at, end = place
    found: _Found = []
    while at < end:
        for last in range(min(end, at + longest), at, -1):
            word = text[at:last]
            if word in lists:
                if not _denied(text, at, last, lists[word]):
                    found.append((word, lists[word]))
                at = last
                break
        else:
            if text[at] not in _SLIGHT:
                return []
            at += 1
    return found


def _denied(text: str, start: int, end: int, key: str) -> bool:
    """不收费 is no charge, and 经审核不符合 no condition."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in ("不", "非", "无", "未", "免") or (key == "narrows" and after in ("不", "未"))


_SLIGHT = frozenset("的地得后时在以为对由将被予并性地,及进行")


@cache
def _rungs(key: str) -> tuple[dict[str, dict[int, int]], int]:
    """For every word of the ladders the ladders and its step on each, and the longest word."""
    ladders = groups("breadth", key)
    levelled = iter(level_all(word for ladder in ladders for word in ladder))
    table: dict[str, dict[int, int]] = {}
    for number, ladder in enumerate(ladders):
        for step, word in enumerate(islice(levelled, len(ladder))):
            table.setdefault(word, {})[number] = step
    return table, max(map(len, table))


def _step(key: str, a: str, x: Range, b: str, y: Range) -> tuple[str, str, bool] | None:
    """The words of one ladder that stand in each other's place, and whether it leads down."""
    table, longest = _rungs(key)
    firsts = [one for one in _words(a, x, longest) if one.text in table]
    if not firsts:
        return None
    thens = [one for one in _words(b, y, longest) if one.text in table]
    best: tuple[int, str, str, bool] | None = None
    for one in firsts:
        for other in thens:
            if one.text == other.text or not _instead(one, x, other, y):
                continue
            for number, step in table[one.text].items():
                then = table[other.text].get(number)
                if then is None or then == step:
                    continue
                size = len(one.text) + len(other.text)
                if best is None or size > best[0]:
                    best = size, one.text, other.text, then > step
    return best[1:] if best else None


def _words(text: str, place: Range, longest: int) -> Iterator[_Word]:
    """Every stretch of up to so many characters that holds a place."""
    start, end = place
    for first in range(max(0, end - longest), start + 1):
        for last in range(max(first + 1, end), min(len(text), first + longest) + 1):
            yield _Word(first, last, text[first:last])


def _instead(one: _Word, x: Range, other: _Word, y: Range) -> bool:
    """Whether two words, and nothing else, are what a change puts in each other's place: as
    much of what stayed stands before the change in both, and behind it."""
    return x[0] - one.start == y[0] - other.start and one.end - x[1] == other.end - y[1]


def _doubt(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """A word that no list knows in another's place: it may be less, a person has to look."""
    old, new = edit.old.text[slice(*x)], edit.new.text[slice(*y)]
    if not _WORDS.fullmatch(old + new) or set(old) & set(new):
        return None
    if _elsewhere(edit.old, x) or _elsewhere(edit.new, y):
        return None
    if "可" in old + new and any(map(FREE.search, (_clause(edit.old, x), _clause(edit.new, y)))):
        return None
    if _recurs(edit.old, x) and not _recurs(edit.new, y):
        return Turn(*LOOSER, f"{old} → {new}", sure=False, weak=True)
    if _recurs(edit.new, y) and not _recurs(edit.old, x):
        return Turn(*LOOSER[::-1], f"{old} → {new}", sure=False, weak=True)
    if old in _MUST and new not in _MUST:
        return Turn(*LOOSER, f"{old} → {new}", sure=False, weak=True)
    if new in _MUST and old not in _MUST:
        return Turn(*LOOSER[::-1], f"{old} → {new}", sure=False, weak=True)
    if min(len(old), len(new)) < 2 or (_DECIDES.fullmatch(old) and _DECIDES.fullmatch(new)):
        return None
    who, other = _actor(edit.old, x), _actor(edit.new, y)
    if who and other:
        # 由医疗机构支付→由责任方支付
        return Turn("maker", "maker", f"{who} → {other}", sure=False, weak=True)
    if was.count(old) <= now.count(old) or now.count(new) <= was.count(new):
        # One of them stands elsewhere: only the order changed.
        return None
    if _content(edit.old, x) == _content(edit.new, y):
        return None
    return Turn(*NARROWER, f"{old} → {new}", sure=False, weak=True)


def _actor(sentence: Sentence, place: Range) -> str:
    """Whoever does it, where a change lies in the name behind 由; those whom it is done for are
    told of as such."""
    found = _BY.search(sentence.text, 0, place[0])
    if found is None:
        return ""
    name = sentence.text[found.end("by") : place[1] + 4]
    return "" if _SELF.search(name) else name


_BY = lazy("(?P<by>由)[^,;。:、的应可负承支提组给予进行]{0,8}$")
_SELF = lazy(
    "个人|本人|家[长属庭]|监护|(?:申请|受益|患者?|[读乘旅使消劳]..?|用户|业主|居民|职工|学生|对象)"
)


_DECIDES = lazy("(?:决定|同意|批准|核准|准予|给予|予以)+")
# Not 应当: a standard that says 提供 binds as much as one that says 应当提供.
_MUST = ("必须", "一律", "务必")


def _recurs(sentence: Sentence, place: Range) -> bool:
    """Whether 每 of 每年 stands there."""
    start, end = place
    text = sentence.text
    return text[start:end] in ("每", "每一") and text[end : end + 1] in _TIMES


_TIMES = frozenset("年月季周日天")


def _qualified(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """A word put before a group of people, or before what gives: whatever it says, fewer are
    meant, or less is given."""
    put = x[0] == x[1]
    if not put and y[0] != y[1]:
        return None
    sentence, place = (edit.new, y) if put else (edit.old, x)
    here, there = (now, was) if put else (was, now)
    for start, end in _shifts(sentence.text, place):
        text = sentence.text[start:end]
        if not 2 <= len(text) <= 10 or not _MODIFIER.fullmatch(text):
            continue
        following = sentence.text[end : end + 6]
        # 择优给予 narrows as 退休老年人 does.
        people = _PEOPLE.match(following) or cues("people").match(following)
        people = people or (_GIVEN.match(following) if len(text) <= 4 else None)
        if people is None or cues("bodies").match(people[0]):
            continue
        # 特困人员 and 特困供养人员 are one group under two names.
        other, at = (edit.old, x[0]) if put else (edit.new, y[0])
        size, shift = people.end(), start - place[0]
        named = _content(sentence, (start, end + size))
        if named == _content(other, (at + shift, at + shift + size)):
            return None
        if here.count(text) <= there.count(text) or _elsewhere(sentence, (start, end)):
            return None
        detail = f" → {text}" if put else f"{text} → "
        return Turn(*(NARROWER if put else NARROWER[::-1]), detail.strip(), sure=False)
    return None


_GIVEN = lazy("提供|给予|发放|享受|免费|补助|补贴|救助|减免|免除|报销|办理|赠送")
_PEOPLE = lazy("公民|公众|申请人|当事人|受援人|参保人员?|消费者|志愿者|献血者|经营者")
_MODIFIER = lazy(
    r"(?!其他|各|广大|全体|所有|相关|有关|任何|全|本|城乡|参加|办理|提供|开展|组织|实施|建立|做好|[的和及与或且并在向为对给由])"
    r"(?:(?![和及与或])[\u4e00-\u9fff])+(?<![且并等为对向给由在])"
)


_WORDS = lazy(r"[\u4e00-\u9fff]+")


def _elsewhere(sentence: Sentence, place: Range) -> bool:
    """Whether figures or offices stand there, which are compared elsewhere."""
    start, end = place
    return any(
        q.start < end and q.end > start
        for some in ([q for q in sentence.quantities if not q.soft], sentence.offices)
        for q in some
    )


def _content(sentence: Sentence, place: Range) -> str:
    """The content that stands in a place."""
    start, end = place
    return "".join(
        char
        for phrase in sentence.phrases_between(start, end)
        for char, (first, last) in zip(phrase.content, phrase.at, strict=True)
        if first < end and last > start
    )


def _manner(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """A way that is named, or no longer: 以短信方式告知→告知."""
    put = x[0] == x[1]
    if not put and y[0] != y[1]:
        return None
    sentence, place = (edit.new, y) if put else (edit.old, x)
    for start, end in _shifts(sentence.text, place):
        text = sentence.text[start:end]
        if _BY_WAY.fullmatch(text) and text not in (was if put else now):
            detail = f" → {text}" if put else f"{text} → "
            return Turn(*(LOOSER[::-1] if put else LOOSER), detail.strip(), sure=False)
    return None


_BY_WAY = lazy(
    "(?:以|通过|采取|采用|用)(?!多种|各种|适当)[^,;。]{2,14}?(?:等)?(?:的)?(?:方式|形式|途径|渠道|手段)"
)


def _threshold(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """低于当地平均生活水平→有困难: a threshold made vague (labels.md, case 20), or its reverse."""
    old, new = edit.old.text[slice(*x)], edit.new.text[slice(*y)]
    if LINE.search(old) and _VAGUE_NEED.search(new):
        return Turn("made-vague", "vague-filled", f"{old} → {new}")
    if _VAGUE_NEED.search(old) and LINE.search(new):
        return Turn("vague-filled", "made-vague", f"{old} → {new}")
    return None


_VAGUE_NEED = lazy("困难|较低|偏低|贫困|拥挤")
_READINGS = (_threshold, _ladder, _list, _condition, _choice, _manner)


def known(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """Which way the lists say that a change leads."""
    return next((turn for of in _READINGS if (turn := of(edit, x, y, was, now))), None)


def doubtful(edit: Edit, x: Range, y: Range, was: str, now: str) -> Turn | None:
    """Which way a change may lead that no list knows."""
    return _qualified(edit, x, y, was, now) or _doubt(edit, x, y, was, now)
