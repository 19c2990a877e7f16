"""The facts about quantities: moved, added, dropped."""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING

from yiwu_diff.compare import direction, steps, terms
from yiwu_diff.compare import figures as fg
from yiwu_diff.compare.openness import is_open
from yiwu_diff.compare.restricting import figure_restricts
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.quantities import near
from yiwu_diff.text.reading import bigrams

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Sentence

    Pairs = list[tuple[Figure, Figure]]


_MANY = 100_000
"""Where more figures than this would have to be compared with each other, they are all told."""


def matched(
    was: list[Figure], now: list[Figure]
) -> tuple[Pairs, list[Figure], list[Figure], list[Figure]]:
    """The pairs, what is left of each side that does not only repeat something, and the rows of
    tables that caps were made."""
    pairs, gone, come = fg.pair(was, now)
    rows: list[Figure] = []
    if max(len(was), len(now)) <= fg.MANY:
        pairs, gone, come, rows = steps.topped(pairs, gone, come)
    pairs, gone = _siblings(pairs, gone)
    pairs, gone = _each(pairs, gone)
    turned, come = _siblings([(b, a) for a, b in pairs], come)
    turned, come = _each(turned, come)
    pairs = [(a, b) for b, a in turned]
    gone, come = _restated(gone, pairs), _restated(_shared(come, turned), turned)
    return pairs, _unrepeated(gone, [a for a, _ in pairs]), _unrepeated(come, was), rows


def _restated(figures: list[Figure], pairs: Pairs) -> list[Figure]:
    """Without those that only say again what the figure beside them says: 每年4次、每季度1次."""
    if not figures or len(figures) * len(pairs) > _MANY:
        return figures
    known = [pair[0] for pair in pairs]
    return [one for one in figures if not any(_again(one, other) for other in known)]


def _shared(come: list[Figure], pairs: Pairs) -> list[Figure]:
    """Without what 各 spreads over two members for which the base has one word: 寒假和暑假各两场,
    每个假期两场."""
    if not come:
        return come
    same = {(id(b.sentence), b.quantity) for b, a in pairs if a.quantity.same_as(b.quantity)}
    return [one for one in come if (id(one.sentence), one.quantity) not in same]


def _again(one: Figure, other: Figure) -> bool:
    if one.sentence is not other.sentence:
        return False
    a, b = one.quantity, other.quantity
    if a.start > b.start:
        a, b = b, a
    return (
        0 <= b.start - a.end <= 4
        and (a.kind != "money" or bool(a.period))
        and ("时" in a.unit or bool(a.period and b.period) or a.soft != b.soft)
        and a.same_as(b)
    )


def _siblings(pairs: Pairs, gone: list[Figure]) -> tuple[Pairs, list[Figure]]:
    """男满60、女满55→满65: what is left of a base's thresholds answers to the one that its
    neighbour answers to."""
    left: list[Figure] = []
    if len(gone) * len(pairs) > _MANY:
        return pairs, gone
    for one in gone:
        mate = next((b for a, b in pairs if _neighbours(a, one)), None)
        if mate is None:
            left.append(one)
        else:
            pairs = [*pairs, (one, mate)]
    return pairs, left


def _each(pairs: Pairs, left: list[Figure]) -> tuple[Pairs, list[Figure]]:
    """A、B每周48小时→A每周56小时,B每周48小时: what is left answers to the one figure that the other
    side has for it and its neighbour."""
    if not left or len(left) * len(pairs) > _MANY:
        return pairs, left
    rest: list[Figure] = []
    more: Pairs = []
    for one in left:
        for a, b in pairs:
            if a.field == one.field and _alike(a, one) and _names_both(b, a, one):
                more.append((one, b))
                break
        else:
            rest.append(one)
    return [*pairs, *more], rest


def _alike(a: Figure, b: Figure) -> bool:
    x, y = a.quantity, b.quantity
    return (
        (x.kind, x.form, x.bound, x.soft, x.unit) == (y.kind, y.form, y.bound, y.soft, y.unit)
        and near(x.period, y.period)
        and x.values[0] != 0
    )


def _names_both(one: Figure, a: Figure, b: Figure) -> bool:
    """Whether the clause of a figure names what each of two others is about."""
    own, other = a.context - b.context, b.context - a.context
    named: set[str] = set().union(*_clause_grams(one))
    if (not own or not other) and _ALL_OF.search(one.before[-8:]):
        # …申请、…申领,均在7日内办结: the clause before says what of.
        own, other = a.topic - b.topic, b.topic - a.topic
        named = set(one.topic)
    if not own or not other:
        return False
    return all(2 * len(some & named) >= len(some) for some in (own, other))


def _clause_grams(one: Figure) -> Iterator[set[str]]:
    """What stands before a figure in its clause; behind it, too, where it says who."""
    start, end = one.sentence.clause_of(one.quantity.start)
    if one.quantity.kind != "age":
        end = one.quantity.start
    else:
        # 80周岁以上的,提供…
        rest = _SEMICOLON.search(one.sentence.text, end)
        end = rest.start() if rest else len(one.sentence.text)
    for phrase in one.sentence.phrases_between(start, end):
        chars = [
            char
            for char, (first, last) in zip(phrase.content, phrase.at, strict=True)
            if start <= first and last <= end
        ]
        yield bigrams("".join(chars))


_SEMICOLON = lazy("[;。]")
_ALL_OF = lazy("均|都|一律|同样|统一")


def _neighbours(a: Figure, b: Figure) -> bool:
    return (
        a.sentence is b.sentence
        and a.quantity.kind == b.quantity.kind == "age"
        and abs(a.quantity.start - b.quantity.end) <= 12
    )


def _unrepeated(figures: Sequence[Figure], known: Sequence[Figure]) -> list[Figure]:
    if len(figures) * len(known) > _MANY:
        return list(figures)
    return [
        one
        for one in figures
        if not (one.quantity.soft or one.quantity.kind in ("age", "ratio", "money"))
        or not any(one.quantity.same_as(other.quantity) for other in known)
    ]


def moved(
    evidence: Evidence,
    pairs: Pairs,
    changed: Sequence[Statement],
    sides: tuple[Sequence[Sentence], Sequence[Sentence]],
) -> None:
    """Add the figures that moved; ``sides``: the sentences of base and target."""
    listed = {id(statement.sentence) for statement in changed if statement.listed}
    for a, b in pairs:
        if a.quantity.kind == "kinds":
            # 五项→四项 with the list shortened: the list decides (labels.md, case 29).
            if listed & {id(a.sentence), id(b.sentence)}:
                continue
            if a.quantity.bound == "=" == b.quantity.bound and changed:
                continue
        if _other_side(a, b, pairs):
            continue
        favour = direction.favour(a, b)
        if favour and len(pairs) <= fg.MANY and _same_density(a, b, pairs):
            continue
        exact = _exact(a, b) or (_placed(a, b) if favour == 0 else "")
        if favour != 0 and not exact:
            evidence.moved(a, b, favour)
        elif _flipped(a, b):
            evidence.moved(a, b, None)
        elif kind := exact or _floor(a, b) or _period(a, b, sides):
            evidence.both(
                kind,
                a.sentence,
                (a.quantity.start, a.quantity.end),
                b.sentence,
                (b.quantity.start, b.quantity.end),
                detail=f"{a.quantity.shown} → {b.quantity.shown}",
            )


def _exact(a: Figure, b: Figure) -> str:
    """每周开放→每周开放6天: it recurs as often, and only how many times is said, or no more."""
    x, y = a.quantity, b.quantity
    if x.kind == y.kind or "cadence" not in (x.kind, y.kind) or not near(x.period, y.period):
        return ""
    open_ = a if x.kind == "cadence" else b
    if x.values == y.values and not open_.quantity.shown.startswith("每"):
        # 按季 is once a quarter.
        return ""
    return "quantity-added" if open_ is a else "quantity-dropped"


def _placed(a: Figure, b: Figure) -> str:
    """每日15小时→6:00至21:00: as long, and now it is said when (labels.md, case 30)."""
    if a.quantity.kind != "opening" or bool(a.quantity.unit) == bool(b.quantity.unit):
        return ""
    return "quantity-added" if a.quantity.unit else "quantity-dropped"


def _flipped(a: Figure, b: Figure) -> bool:
    """60周岁以上→60周岁以下: the figure stays, and means the opposite."""
    return {a.quantity.bound, b.quantity.bound} == {"≥", "≤"} and a.quantity.kind == "age"


def _period(a: Figure, b: Figure, sides: tuple[Sequence[Sentence], Sequence[Sentence]]) -> str:
    """每季度随访1次→随访1次: how often goes, or comes, while the count stays."""
    for mine, other, across, kind in (
        (a, b, sides[1], "quantity-dropped"),
        (b, a, sides[0], "quantity-added"),
    ):
        q = mine.quantity
        if (
            q.kind in ("times", "cadence", "weekdays")
            and q.period not in (0, 365)
            and not other.quantity.period
            and not any(re.search("[每按逐隔]|周期|期间", one.text) for one in across)
        ):
            return kind
    return ""


def _other_side(a: Figure, b: Figure, pairs: Pairs) -> bool:
    """不足600毫升的, beside 600毫升以上的: below a line that is told."""
    if (a.quantity.bound, b.quantity.bound) != ("≤", "≤") or a.quantity.kind == "age":
        return False
    return any(
        (c.quantity.bound, d.quantity.bound) == ("≥", "≥")
        and (c.quantity.kind, c.quantity.values) == (a.quantity.kind, a.quantity.values)
        and d.quantity.values == b.quantity.values
        and c.sentence.field == a.sentence.field
        for c, d in pairs
    )


def _floor(a: Figure, b: Figure) -> str:
    """不低于90%→约90%: the figure stays, that it is the least goes; and its reverse."""
    bounds = a.quantity.bound, b.quantity.bound
    if a.quantity.period and b.quantity.period and a.quantity.period != b.quantity.period:
        # 每月1场→全年不少于12场
        return ""
    if a.quantity.kind == "age" or not a.quantity.same_as(b.quantity):
        return ""
    if any("、" in one.sentence.text[one.quantity.start : one.quantity.end] for one in (a, b)):
        return ""
    if bounds in (("≥", "≈"), ("≥", "=")) and _least(a):
        return "floor-dropped"
    return "floor-added" if bounds in (("≈", "≥"), ("=", "≥")) and _least(b) else ""


_LEAST = lazy("不[得应]?[低少小短]于|至少|最[低少]|以上|≥")


def _least(figure: Figure) -> bool:
    """Whether it says that it is the least; 达到100% is 100%."""
    q, text = figure.quantity, figure.sentence.text
    return bool(_LEAST.search(text[max(0, q.start - 6) : q.end]))


def _same_density(a: Figure, b: Figure, pairs: Pairs) -> bool:
    """每千人2.5名 and 每万人25名 say the same."""
    ratio = b.quantity.values[0] / a.quantity.values[0] if a.quantity.values[0] else 0.0
    return any(
        c.sentence is a.sentence
        and c.quantity.kind.startswith("per-") != a.quantity.kind.startswith("per-")
        and c.quantity.kind.removeprefix("per-") == a.quantity.kind.removeprefix("per-")
        and c.quantity.values[0]
        and abs(d.quantity.values[0] / c.quantity.values[0] - ratio) < 1e-9
        for c, d in pairs
    )


def alone(evidence: Evidence, view: View, held: Collection[int]) -> list[terms.Stretch]:
    """Add the figures of one side that answer to none and that no statement holds; returns the
    clauses of the other side that say in words what one of them is set against."""
    set_against: list[terms.Stretch] = []
    few = len(view.figures) * len(view.opposite_figures) <= _MANY
    opened: dict[str, bool] = {}
    for number in view.figures:
        q = number.quantity
        if number.order in held or _article(number):
            continue
        if number.field not in opened:
            opened[number.field] = is_open(view.across, number.field)
        left_open = opened[number.field]
        if (bare := terms.unlimited(number, view) or terms.freed(number, view)) is not None:
            terms.against(evidence, view.what, number, *bare, better=1)
            sentence, place = bare
            set_against.append(terms.stretch(sentence, sentence.clause_of(place[0])))
            continue
        if (based := terms.based(number, view)) is not None:
            if based[-1]:
                terms.against(evidence, view.what, number, *based)
            continue
        if (once := terms.once(number, view)) is not None:
            set_against.append(once)
            continue
        if not left_open and _said(number, view):
            # 按月 or 当场 says something only where the other side leaves it open.
            continue
        if (
            few
            and view.what == "dropped"
            and any(_instead(number, o) for o in view.opposite_figures)
        ):
            # 300元→12小时: not convertible, but something precise stands in its place.
            continue
        decides = (
            number.field == "audience"
            or (direction.is_threshold(number) and not _band(number, view))
            or direction.qualifies(number)
            or terms.charged(number, view)
        )
        decides = decides and not (_of_examples(number) or _until(number))
        put_before = figure_restricts(number, view)
        others = _of_others(number, view) or _row_of_others(number, view) or _event(number, view)
        evidence.one(
            view.what,
            f"quantity-{view.what}",
            number.sentence,
            (q.start, q.end),
            role="member"
            if others
            else _way_in(number)
            if put_before or (decides and not left_open)
            else "",
            detail=q.shown,
        )
    return set_against


_HALF = "半价|减半|一半|半数|半票|半费|对半|各半|五折|5折|50%|百分之五十|1/2|二分之一"
_IN_WORDS = {
    "半价": f"{_HALF}|免",
    "减半": f"{_HALF}|免",
    "一半": _HALF,
    "半数": _HALF,
    "50%": "减半|半价|半数|一半|对半|各半",
    "100%": "全覆盖|全部覆盖",
    "1倍": "加倍|翻倍|双倍|两倍|成倍",
    "24小时": "昼夜",
    "每周7天": "每[日天]|天天|全年|全天候|昼夜",
}
"""Figures that may as well be said without a number."""


def _said(number: Figure, view: View) -> bool:
    """Whether the other side says in words what a figure says; what names no number, as 按月, is
    said where a number is."""
    other = _IN_WORDS.get(number.quantity.shown.lstrip("≥≤≈"))
    if other is None:
        return number.quantity.soft and not _unsaid(number, view)
    return any(re.search(other, sentence.text) for sentence in view.across)


def _of_examples(number: Figure) -> bool:
    """特困人员（包括未满16周岁的未成年人）: whether it only tells of whom is spoken."""
    text, start = number.sentence.text, number.quantity.start
    opens = text.rfind("(", 0, start)
    return opens > text.rfind(")", 0, start) and _SPELLS.match(text, opens + 1) is not None


_HELD = lazy("组织|举办|举行|召开|播放|放映|慰问")


def _event(number: Figure, view: View) -> bool:
    """每学期为学生举办一次生日会: whether it says how often something is held that the other side
    does not know at all."""
    sentence, q = number.sentence, number.quantity
    if not q.period:
        return False
    start, end = sentence.clause_of(q.start)
    held = _HELD.search(sentence.text, start, end)
    if held is None or held[0] in view.text_across:
        return False
    return any(
        held.end() <= one.span[0] < end
        and len(one.content) > 1
        and not any(pair in view.text_across for pair in map(add, one.content, one.content[1:]))
        for one in view.statements
        if one.sentence is sentence
    )


_OTHERS = lazy("[非未](?P<who>[^,;。、的每]{2,8}?)(?:的|,|每|享受|给予|累计|按)")


def _of_others(number: Figure, view: View) -> bool:
    """非独生子女每年十日: whether it is of those whom the other side leaves out, naming only the
    rest."""
    text, said, start = number.sentence.text, view.text_across, number.quantity.start
    return any(
        found["who"] in said and found[0][: len(found["who"]) + 1] not in said
        for found in _OTHERS.finditer(text, max(0, start - 24), start + 4)
    )


def _row_of_others(number: Figure, view: View) -> bool:
    """低保家庭学生:1500元;低保边缘家庭学生:750元: whether its row is that of more people, beside a
    row that both sides have."""
    name, said = _row_of(number), view.text_across
    if len(name) < 3 or name in said:
        return False
    for one in view.known:
        other = _row_of(one) if one.field == number.field else ""
        if (
            len(other) > 2
            and other[-1] == name[-1]
            and other in said
            and (name[0] in "非未" or other not in name)
            and name not in other
            and name in number.sentence.text
        ):
            return True
    return False


def _row_of(figure: Figure) -> str:
    """The people whose row of a table a figure stands in; empty where it stands in none."""
    text, start = figure.sentence.text, figure.quantity.start
    begins = max(text.rfind(mark, 0, start) for mark in ";。") + 1
    found = _NAMED_ROW.match(text, begins, start) or _NAMED_ROW.match(
        text, figure.sentence.clause_of(start)[0], start + 2
    )
    return found[1] if found else ""


_NAMED_ROW = lazy(
    "([^,;。:、每\\d]{1,16}(?:[生员工户者]|学生|家庭|儿童|老人|老年人|对象|残疾人|人口))(?::|(?:按照?|为)?每)"
)


def _until(number: Figure) -> bool:
    """发放至年满18周岁当月止: whether it only tells how long something is given."""
    if number.quantity.kind != "age":
        return False
    return _ENDS.search(f"{number.before[-8:]}|{number.after[:8]}") is not None


_ENDS = lazy(
    r"[至到][^,;。\d|]{0,4}\|.{0,5}(?:止|停发)|(?:发放|享受|保障|计发|供养)[至到][^,;。\d|]{0,4}\|"
)
_SPELLS = lazy("包括|含|如|即|是?指|其中")


def _band(number: Figure, view: View) -> bool:
    """60至69周岁60元、70至79周岁90元: whether an age is one of several that each have a figure of
    their own, so that it says who gets how much, not who gets any."""
    if number.quantity.kind != "age":
        return False
    rows = [
        one
        for one in view.figures
        if one.quantity.kind == "age"
        and one.sentence.field == number.field
        and any(
            0 <= q.start - one.quantity.end <= 8 and q.kind in ("money", "ratio")
            for q in one.sentence.quantities
        )
    ]
    return number in rows and len(rows) > 1


def _unsaid(number: Figure, view: View) -> bool:
    """按月发放, where the other side gives the same and names no time at all."""
    return number.quantity.kind == "cadence" and not any(
        _TIMES.search(sentence.text) for sentence in view.across
    )


_TIMES = lazy("[年月季周日天旬]|学期|一次")


def _way_in(number: Figure) -> str:
    """A threshold shuts out; behind 或者 it is one more way to be entitled."""
    return "member" if re.search("或者?[^,;。]{0,3}$", number.before) else "condition"


def _article(number: Figure) -> bool:
    """一个, 一处, 四项: a count that says no more than an article would."""
    q = number.quantity
    reckons = q.bound == "=" and not q.period and _FOR_EACH.search(number.before)
    if reckons and _ONE.match(number.sentence.text, q.start):
        # 每服役一年, 每增加1人: what a rate is reckoned by.
        return True
    one = q.kind in _ONES and q.values == (1.0,)
    if one and q.kind == "runs" and q.bound == "≥":
        # 每40分钟至少一班.
        return True
    return q.bound == "=" and (q.kind == "kinds" or one)


_FOR_EACH = lazy("每[^,;。\\d]{1,4}$")
_ONE = lazy("[一1]个?[年月日天周人名户件孩]")
_ONES = ("pieces", "places", "persons", "households", "runs")


def _instead(number: Figure, other: Figure) -> bool:
    if other.quantity.soft or number.field != other.field:
        return False
    a, b = number.quantity, other.quantity
    if a.kind == b.kind:
        return False
    if a.period and a.period == b.period and number.before[:4] == other.before[:4]:
        # 每人每月…300元, 每人每月…12小时.
        return True
    return fg.likeness(number.context, other.context) >= 0.3
