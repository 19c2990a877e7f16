"""What a figure is set against where the other side has words: no limit, no charge, the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.compare import direction
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.model import Span
    from yiwu_diff.compare.sides import View, What
    from yiwu_diff.text.reading import Sentence

    Pairs = list[tuple[Figure, Figure]]
    Stretch = tuple[str, int, int]
    """A field and where something begins and ends in its text."""


def told(evidence: Evidence, against: Sequence[Stretch]) -> None:
    """Take back that a clause came or went that a figure is set against."""
    if against:
        evidence.drop(
            lambda fact: (
                (fact.kind.startswith("text-") or fact.kind in _BY_WHOM)
                and any(
                    span is not None and span.text and _lies(span, against)
                    for span in (fact.base, fact.target)
                )
            )
        )


def _lies(span: Span, places: Sequence[Stretch]) -> bool:
    return any(
        span.field == field and first <= span.start and span.end <= last
        for field, first, last in places
    )


_NO_LIMIT = {
    "起付": "(?:不设|取消|无|免)(?:置)?起付",
    "": "(?:不设|取消|无)(?:置|定)?[^,;。]{0,4}(?:封顶|上限|限额)|不封顶|不限(?:额|量|次|时)",
}


def unlimited(number: Figure, view: View) -> tuple[Sentence, tuple[int, int]] | None:
    """Where the other side says that there is no such limit: 不设封顶线."""
    q = number.quantity
    start = "起付" in number.before
    if q.soft or not (start or (q.bound == "≤" and q.kind != "age")):
        return None
    for sentence in view.across:
        if match := re.search(_NO_LIMIT["起付" if start else ""], sentence.text):
            return sentence, match.span()
    return None


def freed(number: Figure, view: View) -> tuple[Sentence, tuple[int, int]] | None:
    """Where the other side takes nothing at all: 半票→免票."""
    if number.quantity.kind != "discount":
        return None
    here = sum(len(_NOTHING.findall(sentence.text)) for sentence in view.sentences)
    there = [(one, match) for one in view.across for match in _NOTHING.finditer(one.text)]
    if len(there) <= here:
        # 集体免票、个人半票→集体和个人一律免票 says it once, of more.
        there = [(one, match) for one, match in there if _ALL.search(one.text[: match.start()])]
    return next(((one, match.span()) for one, match in there), None)


_NOTHING = lazy("免费|免票|免收")
_ALL = lazy("(?:一律|均|都|全部)$")


def based(number: Figure, view: View) -> tuple[Sentence, tuple[int, int], int] | None:
    """Where the other side has the whole of what a figure is a share or a multiple of: 不超过低保
    标准→不超过低保标准的80%; and whether that whole is more (1) or less (-1)."""
    q = number.quantity
    all_of_it = q.soft and q.values[0] == 1
    if q.kind != "ratio" or q.form != "one" or (not all_of_it and (q.soft or q.values[0] == 1)):
        return None
    noun = _BASE.search(number.before[-24:])
    if noun is None:
        return None
    better = (1 if q.values[0] < 1 else -1) * (direction.polarity(number) or 1)
    tail = noun[1][-5:]
    if all_of_it:
        # 按低保标准全额发放 is 按低保标准发放.
        better, tail = 0, noun[1][-2:]
    whole = re.compile(rf"{_BY}[^,;。]{{0,14}}{re.escape(tail)}{_ITSELF}")
    for sentence in view.across:
        if match := whole.search(sentence.text) or (
            noun[1][:2] in sentence.text and _EQUAL.search(sentence.text)
        ):
            return sentence, match.span(), better
    return None


_BASE = lazy(r"([^,;。、:\d]{2,14}(?:标准|工资|收入|水平|价格?|[额量费]|租金|支出))的?$")
_BY = "(?:按照?|依照|超过|高于|低于|[为以与同]|参照|相当于|等于|达到)"
_ITSELF = (
    "(?=(?:的标准|的水平)?(?:$|[,;。)]|[发给执计支确予补享免相领]|的(?:$|[,;。)]|家庭|人员|居民)))"
)
_EQUAL = lazy("等量|相等|等额|同等(?:数量|额度)|相同(?:数量|额度)")


def once(number: Figure, view: View) -> Stretch | None:
    """The clause of the other side that says 不重复享受 where this one says 只享受一次."""
    q = number.quantity
    if q.kind != "times" or q.values != (1.0,) or q.period or not _ONLY.search(number.before):
        return None
    for sentence in view.across:
        if match := _AGAIN.search(sentence.text):
            return stretch(sentence, sentence.clause_of(match.start()))
    return None


_ONLY = lazy("(?:[只仅限]|最多|至多|不超过|以)[^,;。]{0,8}$")
_AGAIN = lazy("不[得能可予再应]{0,2}(?:重复|再次)")


def against(
    evidence: Evidence,
    what: What,
    number: Figure,
    sentence: Sentence,
    place: tuple[int, int],
    better: int,
) -> None:
    """A figure, against words that give more than it (``better`` 1), or less (-1)."""
    here = number.sentence, (number.quantity.start, number.quantity.end)
    there = sentence, place
    old, new = (there, here) if what == "added" else (here, there)
    words = sentence.text[slice(*place)]
    parts = (words, number.quantity.shown)[:: 1 if what == "added" else -1]
    favour = -better if what == "added" else better
    evidence.both("quantity-moved", *old, *new, favour=favour, detail=" → ".join(parts))


def stretch(sentence: Sentence, place: tuple[int, int]) -> Stretch:
    """Where a stretch of a sentence stands in its field's text."""
    return sentence.field, *sentence.normal.back(*place)


_FEE = lazy("(押金|保证金|工本费|票价|租金|[\u4e00-\u9fff]{1,2}费)[^,;。]{0,4}$")


def charged(number: Figure, view: View) -> bool:
    """缴纳押金100元, where the other side takes none: one more charge, or one less."""
    if number.quantity.kind != "money":
        return False
    fee = _FEE.search(number.before)
    if fee is None or direction.polarity(number) >= 0:
        return False
    free = re.compile(rf"(?:不收|不得收|免|不缴|不交|无需|无须|取消)[^,;。]{{0,6}}{fee[1]}")
    return any(free.search(sentence.text) for sentence in view.across)


_REST = lazy("(?:其余|余下|剩余|剩下|其他)[^,;。]{0,4}由[^,;。]*")
_BY_WHOM = ("maker", "tightened", "loosened", "payer")


def shares(evidence: Evidence, pairs: Pairs) -> None:
    """Take back what only says who pays the rest, where 个人自付10% is set against 基金支付85%."""
    for a, b in pairs:
        priced = a.quantity.kind == b.quantity.kind == "discount"
        if not priced and not direction.turned(a, b):
            continue
        said: list[Stretch] = []
        rest: list[Stretch] = []
        for one in (a, b):
            sentence = one.sentence
            said.append(stretch(sentence, sentence.clause_of(one.quantity.start)))
            rest += [stretch(sentence, match.span()) for match in _REST.finditer(sentence.text)]
        evidence.drop(lambda fact, said=said, rest=rest: _of_shares(fact, said, rest))  # type: ignore[misc]


def _of_shares(fact: Fact, said: Sequence[Stretch], rest: Sequence[Stretch]) -> bool:
    if fact.kind.startswith("quantity"):
        return False
    places = [*rest, *(said if fact.role == "duty" or fact.kind in _BY_WHOM else ())]
    spans = [span for span in (fact.base, fact.target) if span is not None and span.text]
    return bool(spans) and all(
        any(span.field == field and start <= span.start < end for field, start, end in places)
        for span in spans
    )
