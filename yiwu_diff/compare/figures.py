"""The quantities of a text where they stand, and which of them answer to each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwu_diff.compare import direction
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.quantities import Quantity, counted_alike, near
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
    label: Quantity | None = None
    """The age or grade right before it that says whose it is: 80—89周岁每人每月50元."""
    ahead: Figure | None = None
    """The time before it in the field that an extension extends."""

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
    time: Figure | None = None
    for sentence in sentences:
        extends = "延长" in sentence.text
        ends = [quantity.end for quantity in sentence.quantities]
        for quantity, context in _spread(sentence):
            before = bisect_right(ends, quantity.start)
            since = ends[before - 1] if before else 0
            one = Figure(
                quantity,
                sentence,
                frozenset(context or _around(sentence, quantity, since)),
                _topic(sentence, quantity),
                len(found),
                _label(sentence, quantity, before),
            )
            if quantity.kind == "days" and not quantity.soft:
                if extends and time is not None and time.field == one.field:
                    one.ahead = time
                time = one
            found.append(one)
    return found


def _label(sentence: Sentence, quantity: Quantity, before: int) -> Quantity | None:
    if not before or quantity.kind not in ("money", "ratio", "times"):
        return None
    label = sentence.quantities[before - 1]
    near_ = 0 <= quantity.start - label.end <= 8
    if label.kind not in ("age", "grade") or not near_:
        return None
    return None if re.search("[,;。]", sentence.text[label.end : quantity.start]) else label


def _around(sentence: Sentence, quantity: Quantity, since: int) -> set[str]:
    """The words of the clause, at most 24 characters before and 12 after the figure, and not
    past its neighbours; of the sentence so far where the clause has none."""
    first, last = sentence.clause_of(quantity.start)
    first = max(first, quantity.start - 24, since)
    last = min(max(last, quantity.end), quantity.end + 12)
    mark = sentence.text.find("、", quantity.end, last)
    if mark >= 0:
        last = mark
    if 0 < since == first:
        # 3次岗位推荐、1次职业指导: each member of a list has its own.
        first = max(first, sentence.text.rfind("、", since, quantity.start) + 1)
    found: set[str] = set()
    # 每两年 says how often, not what.
    often, until = quantity.often
    for phrase in sentence.phrases_between(first, last):
        chars = [
            char
            for char, (start, end) in zip(phrase.content, phrase.at, strict=True)
            if first <= start and end <= last and not often <= start < until
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
            or not re.search(
                r"分别|依次|[分按][^,;。]{0,4}档", head + sentence.text[q.start : q.end]
            )
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
    each = sentence.text.rfind("各", 0, quantity.start)
    found: list[str] = []
    # The last member may go on behind the figure: 中秋节各放假1天.
    for phrase in sentence.phrases_between(0, each)[: -_MEMBERS - 1 : -1]:
        chars = zip(phrase.content, phrase.at, strict=True)
        name = "".join(char for char, (_, end) in chars if end <= each)
        if not name:
            continue
        found.append(name)
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
    # Whose time it is matters only where there are several.
    several = all(sum(one.quantity.kind == "days" for one in side) > 1 for side in (base, target))
    candidates = []
    for a in base:
        for b in target:
            score = _answers(a, b, several)
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
            if (a.quantity.soft or mates[0].quantity.soft) and not _share_words(a, mates[0]):
                # 每日更新 and 每年补充 are two matters.
                continue
            if a.quantity.kind == "times" and _apart(a, mates[0]):
                continue
            pairs.append((a, mates[0]))
            gone.remove(a)
            come.remove(mates[0])
    for a in list(gone):
        mates = [b for b in come if _measure(b) == _measure(a)]
        if len(mates) == 1 and sum(_measure(one) == _measure(a) for one in gone) == 1:
            b = mates[0]
            if a.quantity.kind == "times" and _apart(a, b):
                continue
            if not a.quantity.soft and direction.polarity(a) == direction.polarity(b) != 0:
                # 借期20天 and 可在30天内归还.
                pairs.append((a, b))
                gone.remove(a)
                come.remove(b)
    return sorted(pairs, key=lambda p: p[1].order), gone, come


def _apart(a: Figure, b: Figure) -> bool:
    """理发4次 and 安全检查1次: whether two counts are of matters that share no character."""
    return bool(a.context and b.context) and set().union(*a.context).isdisjoint(
        set().union(*b.context)
    )


def _share_words(a: Figure, b: Figure) -> bool:
    return not a.context.isdisjoint(b.context) or not a.context or not b.context


def _measure(figure: Figure) -> tuple[str, str]:
    return figure.field, figure.quantity.kind


def _slot(figure: Figure) -> tuple[str, str, bool]:
    q = figure.quantity
    # 可借10册 is at most so many, too.
    most = q.bound == "≤" or (q.bound == "=" and _MAY.search(figure.before) is not None)
    return figure.field, q.kind, most


_MAY = lazy("[可限](?!靠)[^,;。]{0,6}$")


def _answers(a: Figure, b: Figure, several: bool) -> float:
    """How likely two figures measure the same thing; 0: they cannot."""
    alike = a.quantity.kind == b.quantity.kind
    if not alike and not counted_alike(a.quantity, b.quantity):
        return 0.0
    if a.quantity.period and b.quantity.period and _by_hours(a) != _by_hours(b):
        # 每周35小时 and 全年300天 are two measures of opening.
        return 0.0
    labels = a.label is not None and b.label is not None
    labelled = labels and a.label.same_as(b.label)  # type: ignore[union-attr, arg-type]
    dice = 0.7 * likeness(a.context, b.context) + 0.3 * likeness(a.topic, b.topic)
    same = a.quantity.same_as(b.quantity)
    if labelled:
        dice = max(dice, 0.5) + 0.5
    if dice < 0.12 and not (same and (alike or "pieces" in (a.quantity.kind, b.quantity.kind))):
        return 0.0
    if a.quantity.kind == "times" and not same and _apart(a, b):
        return 0.0
    bounds = {a.quantity.bound, b.quantity.bound}
    if a.quantity.kind == "age" and not same and bounds == {"≥", "≤"}:
        # 年满60周岁 and 未满16周岁 are other people.
        return 0.0
    if dice == 0 and same and a.context and b.context:
        return 0.05
    bound = bounds != {"≤", "≥"}
    if several and a.quantity.kind == b.quantity.kind == "days" and not same:
        # 可以在15日内请求复查 is the people's time, 15日内提出意见 the office's.
        bound = bound and direction.polarity(a) * direction.polarity(b) >= 0
    recurs = int(bool(a.quantity.period) == bool(b.quantity.period))
    recurs += bool(a.quantity.period) and near(a.quantity.period, b.quantity.period)
    # A cap made a schedule keeps its cap as one of the steps.
    kept = same and a.quantity.bound == "≤" and b.quantity.bound != "≤"
    return dice + 0.3 * same + 0.4 * kept + 0.1 * (a.field == b.field) + 0.1 * bound + 0.05 * recurs


def _by_hours(figure: Figure) -> bool:
    return figure.quantity.kind == "days" and figure.quantity.unit in _HOURS


_HOURS = frozenset(("小时", "个小时", "分钟", "刻钟", "秒"))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two contexts share, 0 to 1 (Dice); 0.5 where neither says anything."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.5
