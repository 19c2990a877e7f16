"""Pair the quantities of both sides and say which way each one moved for the recipient."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from yiwu_diff.text.cues import Cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import words
from yiwu_diff.text.quantities import Quantity, near
from yiwu_diff.text.reading import bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Phrase, Sentence

MANY = 400
"""More figures than this on a side are paired in order only: no text of people has so many."""
_BACK = 400
"""Nothing further from a figure than so many characters says what it means."""
_MEMBERS = 60
"""No list that shares a figure is longer."""


@dataclass(slots=True, eq=False, repr=False)
class Figure:
    """A quantity where it stands."""

    quantity: Quantity
    sentence: Sentence
    context: frozenset[str]
    """Bigrams of the words of its clause: what it measures."""
    topic: frozenset[str]
    """Bigrams of the words before it in the sentence."""
    order: int

    @property
    def field(self) -> str:
        return self.sentence.field

    @property
    def before(self) -> str:
        """What stands before it in its clause."""
        start, _ = self.sentence.clause_of(self.quantity.start)
        return self.sentence.text[max(start, self.quantity.start - _BACK) : self.quantity.start]

    @property
    def after(self) -> str:
        """What stands after it in its clause."""
        _, end = self.sentence.clause_of(self.quantity.end)
        return self.sentence.text[self.quantity.end : min(end, self.quantity.end + _BACK)]


def figures(sentences: Sequence[Sentence]) -> list[Figure]:
    """All quantities of some sentences, with their contexts."""
    found: list[Figure] = []
    for sentence in sentences:
        ends = [quantity.end for quantity in sentence.quantities]
        for quantity, context in _spread(sentence):
            before = bisect_right(ends, quantity.start)
            since = ends[before - 1] if before else 0
            found.append(
                Figure(
                    quantity,
                    sentence,
                    frozenset(context or _around(sentence, quantity, since)),
                    _topic(sentence, quantity),
                    len(found),
                )
            )
    return found


def _around(sentence: Sentence, quantity: Quantity, since: int) -> set[str]:
    """The words of the clause, at most 24 characters before and 12 after the figure, and not
    past its neighbours; of the sentence so far where the clause has none."""
    first, last = sentence.clause_of(quantity.start)
    first = max(first, quantity.start - 24, since)
    last = min(max(last, quantity.end), quantity.end + 12)
    mark = sentence.text.find("、", quantity.end, last)
    if mark >= 0:
        last = mark
    found: set[str] = set()
    for phrase in sentence.phrases_between(first, last):
        chars = [
            char
            for char, (start, end) in zip(phrase.content, phrase.at, strict=True)
            if first <= start and end <= last
        ]
        if chars:
            found |= bigrams("".join(chars))
    return found or set(_topic(sentence, quantity))


def _topic(sentence: Sentence, quantity: Quantity) -> frozenset[str]:
    found: set[str] = set()
    for phrase in sentence.phrases_between(quantity.start - 60, quantity.end + 13):
        if quantity.start - 60 <= phrase.start:
            found |= phrase.grams
    return frozenset(found)


def _spread(sentence: Sentence) -> list[tuple[Quantity, set[str]]]:
    """The quantities of a sentence; 三级、二级、一级分别为800元、400元、200元 is three, each with
    the member that it belongs to."""
    found: list[tuple[Quantity, set[str]]] = []
    for q in sentence.quantities:
        head = sentence.text[max(0, q.start - 40) : q.start]
        if q.form == "one" and re.search("各[^,;。]{0,4}$", head):
            named = _members_before(sentence, q)
            if len(named) > 1:
                found += [(q, bigrams(one)) for one in named]
                continue
        if (
            q.form != "list"
            or q.kind == "age"
            or not re.search(r"分别|依次", head + sentence.text[q.start : q.end])
        ):
            found.append((q, set()))
            continue
        names = _members(sentence, q)
        for index, value in enumerate(q.values):
            context = bigrams(names[index].content) if len(names) == len(q.values) else set()
            shown = f"{value:.10g}"
            pieces = q.shown.lstrip("≥≤≈").replace("和", "、").replace("及", "、").split("、")
            if len(pieces) == len(q.values):
                shown = pieces[index]
            found.append((q._replace(values=(value,), form="one", shown=shown), context))
    return found


def _members(sentence: Sentence, quantity: Quantity) -> list[Phrase]:
    """The last members of lists before a list of numbers, as many as it has."""
    found: list[Phrase] = []
    for phrase in sentence.phrases_between(quantity.start - _BACK, quantity.start)[::-1]:
        after = phrase.after
        if phrase.start < quantity.start and (
            phrase.listed or (after is not None and after.listed)
        ):
            found.append(phrase)
            if len(found) == len(quantity.values):
                break
    return found[::-1]


def _members_before(sentence: Sentence, quantity: Quantity) -> list[str]:
    """The members of the list that 各 spreads a quantity over."""
    found: list[str] = []
    for phrase in sentence.phrases_before(quantity.start, _MEMBERS):
        found.append(phrase.content)
        if phrase.link not in ("、", "和", "及", "与", "以及"):
            break
    return found[::-1]


def pair(
    base: list[Figure], target: list[Figure]
) -> tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]:
    """Pairs, figures of the base alone, figures of the target alone."""
    if max(len(base), len(target)) > MANY:
        pairs = list(zip(base, target, strict=False))
        return pairs, base[len(pairs) :], target[len(pairs) :]
    candidates = []
    for a in base:
        for b in target:
            score = _answers(a, b)
            if score > 0:
                candidates.append((-score, abs(a.order - b.order), a.order, b.order, a, b))
    candidates.sort(key=lambda c: c[:4])
    pairs = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, _, i, j, a, b in candidates:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((a, b))
    gone = [a for a in base if a.order not in used_a]
    come = [b for b in target if b.order not in used_b]
    # What is left and alone of its kind in its field answers to what is left there.
    for a in list(gone):
        mates = [b for b in come if _slot(b) == _slot(a)]
        if len(mates) == 1 and sum(_slot(one) == _slot(a) for one in gone) == 1:
            pairs.append((a, mates[0]))
            gone.remove(a)
            come.remove(mates[0])
    return sorted(pairs, key=lambda p: p[1].order), gone, come


def _slot(figure: Figure) -> tuple[str, str, bool]:
    return figure.field, figure.quantity.kind, figure.quantity.bound == "≤"


def _answers(a: Figure, b: Figure) -> float:
    """How likely two figures measure the same thing; 0: they cannot."""
    if not _commensurable(a.quantity.kind, b.quantity.kind):
        return 0.0
    if a.quantity.period and b.quantity.period and _by_hours(a) != _by_hours(b):
        # 每周35小时 and 全年300天 are two measures of opening.
        return 0.0
    dice = 0.7 * likeness(a.context, b.context) + 0.3 * likeness(a.topic, b.topic)
    same = a.quantity.same_as(b.quantity)
    if dice < 0.12 and not same:
        return 0.0
    if dice == 0 and same and a.context and b.context:
        return 0.05
    bound = {a.quantity.bound, b.quantity.bound} != {"≤", "≥"}
    # A cap made a schedule keeps its cap as one of the steps.
    kept = same and a.quantity.bound == "≤" and b.quantity.bound != "≤"
    return dice + 0.3 * same + 0.4 * kept + 0.1 * (a.field == b.field) + 0.1 * bound


_COUNTS = frozenset(("pieces", "places", "kinds", "teams", "sets", "persons", "periods", "runs"))


def _commensurable(a: str, b: str) -> bool:
    """个 counts anything: 1个综合文化站 is 综合文化站一处."""
    return a == b or ("pieces" in (a, b) and {a, b} <= _COUNTS)


def _by_hours(figure: Figure) -> bool:
    return figure.quantity.kind == "days" and figure.quantity.unit in _HOURS


_HOURS = frozenset(("小时", "个小时", "分钟", "刻钟", "秒"))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two contexts share, 0 to 1 (Dice); 0.5 where neither says anything."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.5


def favour(base: Figure, target: Figure) -> int | None:
    """1 where the target's figure is better for the recipient, -1 where worse, 0 where equal,
    None where it cannot be told."""
    a, b = base.quantity, target.quantity
    if a.same_as(b):
        return 0
    if a.form == "list" or b.form == "list":
        return None
    if {a.bound, b.bound} != {"≤", "≥"}:
        ends_a, ends_b = _admitted(base), _admitted(target)
        if ends_a is not None and ends_b is not None:
            return _wider(ends_a, ends_b)
    old, new = polarity(base), polarity(target)
    if old and new and old != new and sum(b.values) != sum(a.values):
        # Each side says otherwise what the figure means.
        return None
    sign = new or old or 1
    low_a, low_b = _compared(a, b)
    converted = a.unit != b.unit or a.period != b.period
    if low_a == low_b or (converted and near(low_a, low_b)):
        return 0
    return sign if low_b > low_a else -sign


def _compared(a: Quantity, b: Quantity) -> tuple[float, float]:
    yearly = bool(a.period and b.period)
    first = a.comparable if yearly else a.values
    second = b.comparable if yearly else b.values
    return sum(first) / len(first), sum(second) / len(second)


def _admitted(figure: Figure) -> tuple[float, float] | None:
    """The range of people that an age or means threshold admits; None where it is none."""
    q = figure.quantity
    if q.kind != "age" and not is_threshold(figure):
        return None
    if len(q.values) == 2:
        return q.values[0], q.values[1]
    value = q.values[0]
    if q.bound == "≤":
        return float("-inf"), value
    return value, float("inf")


def _wider(a: tuple[float, float], b: tuple[float, float]) -> int | None:
    lower = 0 if a[0] == b[0] else (1 if b[0] < a[0] else -1)
    upper = 0 if a[1] == b[1] else (1 if b[1] > a[1] else -1)
    if lower and upper and lower != upper:
        return None
    return lower or upper


def is_threshold(figure: Figure) -> bool:
    """Whether the figure decides who is entitled: an age, or a limit on means."""
    before, after, q = figure.before, figure.after, figure.quantity
    if q.kind == "age":
        # 1—3岁每年2次 says when, not who.
        return figure.field == "audience" or not re.search(r"次", before + after)
    if q.kind in ("ratio", "money", "area") and q.bound == "≤":
        if _cue("means_threshold").search(before[-24:]):
            return True
        return q.kind == "ratio" and after[:3].endswith("的") and "标准" in before
    return False


@cache
def _cue(*keys: str) -> Cues:
    return Cues(words("polarity", *keys))


_FEE = lazy(r"(?:费|价|租金)[^补助报减]{0,8}$")
_NO_FEE = lazy(r"补|助|报销|奖|减|优待|发|支付|护理费|生活费|抚恤|安置费|搬迁费")


def polarity(figure: Figure) -> int:
    """1: more is better for the recipient, -1: less is, 0: no word says so."""
    q = figure.quantity
    before, after = figure.before, figure.after
    if q.kind.startswith("per-") or q.kind in ("length", "concentration", "sound", "discount"):
        return -1
    if q.kind in ("area", "opening"):
        return 1
    if q.kind == "days":
        return -1 if q.soft else _time(figure)
    if q.kind == "date":
        return -1
    if q.kind == "money" and q.bound == "≤" and _FEE.search(before) and not _NO_FEE.search(before):
        return -1
    sign = _nearest(before, after, "less_is_better", "more_is_better")
    if re.search(r"(?:降低|下降|减少|扣减|下浮|扣除)[^,;]{0,2}$", before):
        return -(sign or 1)
    return sign


def _nearest(before: str, after: str, less: str, more: str) -> int:
    """The polarity of the nearest cue; one behind the figure is a little farther."""
    best, sign = 10_000, 0
    for keys, value in ((less, -1), (more, 1)):
        for match in _cue(keys).finditer(before):
            if len(before) - match.end() < best:
                best, sign = len(before) - match.end(), value
        for match in _cue(keys).finditer(after):
            if match.start() + 2 < best:
                best, sign = match.start() + 2, value
    return sign


_AUTHORITY = lazy(
    r"(?:部门|机关|机构|法院|局|委员会|政府|中心|单位|窗口|热线|处|厅|办)[^,;。]{0,6}(?:应当|应|须|需|在收到|在接到|自收到|自受理|自接到)"
)


_SINCE = lazy("起|收到|接到|受理|后$")


def _time(figure: Figure) -> int:
    q, before = figure.quantity, figure.before
    if re.search(r"提前[^,;]{0,3}$", before + figure.sentence.text[q.start : q.end][:4]):
        # A notice before something is taken away.
        return 1
    if _AUTHORITY.search(before) and (q.bound != "=" or _SINCE.search(before)):
        return -1
    if _cue("own_time").search(before) or _cue("own_time").search(figure.after[:8]):
        return 1
    if _cue("qualifying").search(before[-6:]) and q.bound in ("≥", "="):
        return -1
    if re.search(r"免费|免收|免票", before[-12:] + figure.after[:12]) and q.bound == "≤":
        return 1
    if figure.field == "audience":
        # A time that decides who is entitled: 离校2年内, 居住满3年.
        return 1 if q.bound == "≤" else -1
    sign = _nearest(before, figure.after, "time_less", "time_more")
    if not sign:
        whole = figure.sentence.text
        head, tail = whole[max(0, q.start - _BACK) : q.start], whole[q.end : q.end + _BACK]
        sign = _nearest(head, tail, "time_less", "time_more")
    if sign:
        return sign
    return -1 if q.bound == "≤" else 1
