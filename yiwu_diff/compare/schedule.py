"""A total of visits or checks spread over exact ages (labels.md, case 30).

0—1岁4次、1—3岁每年2次 and 在3、6、8、12、18、24、30、36月龄各1次 both say eight checks: the second
only says when.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.figures import MANY, likeness
from yiwu_diff.compare.terms import stretch
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.quantities import near

if TYPE_CHECKING:
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.terms import Stretch


def find(
    evidence: Evidence, base: list[Figure], target: list[Figure], against: list[Stretch]
) -> tuple[list[Figure], list[Figure]]:
    """Add the fact of a schedule; returns the figures without those that it settles. Where a
    schedule stands is added to ``against``."""
    if max(len(base), len(target)) > MANY:
        return base, target
    base, target = _rowed(evidence, base, target, against)
    base, target = _dated(evidence, base, target, against)
    base, target = _series(base, target)
    target, base = _series(target, base)
    old, new = _listed(base), _listed(target)
    if bool(old) == bool(new):
        return base, target
    listed, other = (new, base) if new else (old, target)
    mark = listed[0]
    mine, others = (target, base) if new else (base, target)
    there_counts = _counts(mark, other)
    total = _total(there_counts, others)
    count = float(sum(len(one.quantity.values) for one in listed))
    alone = [
        one for one in there_counts if not one.quantity.period and one.quantity.values == (count,)
    ]
    if total != count and len(there_counts) > 1 and len(alone) == 1:
        # 访视至少2次,健康管理8次: those beside it are of other matters.
        there_counts, total = alone, count
    if not total:
        return base, target
    here_counts = [
        one
        for one in mine
        if one.quantity.kind == "times" and any(one.sentence is a.sentence for a in listed)
    ]
    if any(_SUM.search(one.before[-4:]) for one in here_counts):
        count = _total(here_counts, mine)
    counted = there_counts[0]
    spans = (mark.quantity.start, mark.quantity.end), (counted.quantity.start, counted.quantity.end)
    if new:
        here, there = (counted.sentence, spans[1]), (mark.sentence, spans[0])
        was, now = total, count
    else:
        here, there = (mark.sentence, spans[0]), (counted.sentence, spans[1])
        was, now = count, total
    detail = f"{was:.10g}次 → {now:.10g}次"
    if was != now:
        kind, favour = "quantity-moved", 1 if now > was else -1
    else:
        kind, favour = ("quantity-added" if new else "quantity-dropped"), 0
    evidence.both(kind, *here, *there, favour=favour, detail=detail)
    # Only what the schedule itself says is settled: a figure beside it answers for itself.
    ages = [age for one in there_counts for age in _ages(one, others)]
    settled = {id(one) for one in [*listed, *here_counts, *there_counts, *ages]}
    return [a for a in base if id(a) not in settled], [b for b in target if id(b) not in settled]


def _series(mine: list[Figure], others: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Without what says the same: 6、12、18月龄 is 6月龄起至18月龄每隔6个月."""
    for one in _listed(mine):
        points = one.quantity.values
        steps = {round(12 * (b - a)) for a, b in pairwise(points)}
        ends = points[0], points[-1]
        span = next(
            (
                o
                for o in others
                if o.quantity.kind == "age"
                and len(o.quantity.values) == 2
                and all(map(near, o.quantity.values, ends))
            ),
            None,
        )
        if len(steps) != 1 or span is None:
            continue
        step = steps.pop() * 365 / 12
        count = next(
            (
                o
                for o in others
                if o.sentence is span.sentence
                and o.quantity.kind == "times"
                and o.quantity.values == (1.0,)
                and near(o.quantity.period, step)
            ),
            None,
        )
        once = next(
            (
                o
                for o in mine
                if o.sentence is one.sentence
                and o.quantity.start >= one.quantity.end
                and o.quantity.kind == "times"
                and not o.quantity.period
                and o.quantity.values == (1.0,)
            ),
            None,
        )
        if count is not None:
            others = [o for o in others if o is not span and o is not count]
            return [o for o in mine if o is not one and o is not once], others
    return mine, others


_SUM = lazy("共|合计|总计")


def _counts(mark: Figure, figures: list[Figure]) -> list[Figure]:
    """The counts of the other side that a schedule answers to: those of ages, and those of the
    sentence that is most like it."""
    counts = [one for one in figures if one.quantity.kind == "times" and one.field == mark.field]
    if not counts:
        return []
    best = max(counts, key=lambda one: likeness(one.topic, mark.topic)).sentence
    return [one for one in counts if one.sentence is best or _ages(one, figures)]


_DATES = lazy(
    r"\d{1,2}月|[上下](?=、?[上下]半年)|[上下]半年|第?[一二三四1-4]季度|[上下]学期|学期[初末]|[春夏秋冬](?:季|(?=、[春夏秋冬]))"
)


class _Row(NamedTuple):
    """Counts that stand in a row, each behind the time that it is set for: 孕13周前1次,孕16—20周、
    21—24周各1次."""

    figures: list[Figure]
    total: float


def _rows(figures: list[Figure]) -> list[_Row]:
    rows: list[_Row] = []
    times: list[Figure] = []
    row: list[Figure] = []
    total = 0.0
    last: Figure | None = None

    def end() -> None:
        if sum(one.quantity.kind != "times" for one in row) > 1:
            rows.append(_Row(row, total))

    for one in figures:
        q = one.quantity
        between = ""
        if last is not None and last.sentence is one.sentence:
            between = one.sentence.text[last.quantity.end : q.start]
        if last is None or last.sentence is not one.sentence or _APART.search(between):
            end()
            times, row, total = [], [], 0.0
        last = one
        if q.kind in ("days", "date", "age") and q.form != "list" and not (q.period or q.soft):
            times = [*times, one]
        elif (
            q.kind == "times"
            and q.bound == "="
            and not q.period
            and times
            and (len(times) == 1 or _EACH.search(between))
        ):
            row, total = [*row, *times, one], total + q.values[0] * len(times)
            times = []
        else:
            end()
            times, row, total = [], [], 0.0
    end()
    return rows


_APART = lazy("[();:。]|共|总|另|每")


def _rowed(
    evidence: Evidence, base: list[Figure], target: list[Figure], against: list[Stretch]
) -> tuple[list[Figure], list[Figure]]:
    """5次 and 5次(孕13周前1次…) say the same number."""
    if not all(any(one.quantity.kind == "times" for one in side) for side in (base, target)):
        return base, target
    rows = _rows(base), _rows(target)
    if bool(rows[0]) == bool(rows[1]):
        return base, target
    new = bool(rows[1])
    mine, others = (target, base) if new else (base, target)
    for row in rows[new]:
        first, last = row.figures[0], row.figures[-1]
        sentence, at = first.sentence, first.quantity.start
        counts = [
            one for one in others if one.quantity.kind == "times" and one.field == first.field
        ]
        named = frozenset().union(*(one.topic for one in row.figures))
        whole = max(
            counts,
            key=lambda one: (
                len(one.context & named) / (len(one.context) or 1)
                + 0.3 * (one.quantity.values[0] == row.total)
            ),
            default=None,
        )
        if whole is None or not whole.context & named:
            continue
        # Where the count itself stands before them, they only spell it out.
        spelt = any(
            one.sentence is sentence
            and one.quantity.kind == "times"
            and 0 <= at - one.quantity.end <= 12
            and one.quantity.values[0] == row.total
            for one in mine
        )
        was, now = (whole.quantity.values[0], row.total)[:: 1 if new else -1]
        if spelt:
            was = now
        there = whole.sentence, (whole.quantity.start, whole.quantity.end)
        here = sentence, (at, last.quantity.end)
        old_, new_ = (there, here) if new else (here, there)
        kind = "quantity-moved" if was != now else "quantity-added" if new else "quantity-dropped"
        favour = (now > was) - (now < was)
        evidence.both(kind, *old_, *new_, favour=favour, detail=f"{was:.10g}次 → {now:.10g}次")
        against.append(stretch(sentence, (sentence.clause_of(at)[0], last.quantity.end)))
        gone = {id(one) for one in row.figures}
        mine = [one for one in mine if id(one) not in gone]
        if not spelt:
            others = [one for one in others if one is not whole]
    return (others, mine) if new else (mine, others)


def _dated(
    evidence: Evidence, base: list[Figure], target: list[Figure], against: list[Stretch]
) -> tuple[list[Figure], list[Figure]]:
    """每年2次 and 每年5月、10月各1次 say the same number."""
    for mine, other, new in ((target, base, True), (base, target, False)):
        for one in mine:
            if one.quantity.kind not in ("times", "weekdays", "ratio", "money"):
                continue
            total = _spread(one, mine)
            if not total:
                continue
            match = next(
                (
                    a
                    for a in other
                    if a.quantity.kind == "times"
                    and a.field == one.field
                    and a.quantity.values[0] == total
                    and (one.quantity.kind != "weekdays" or a.quantity.period == 7)
                    and not _DATES.findall(a.before)
                    and (one.quantity.kind in ("times", "weekdays") or _part(one, a, total, other))
                ),
                None,
            )
            if match is None:
                continue
            here, there = (match, one) if new else (one, match)
            start, _ = one.sentence.clause_of(one.quantity.start)
            if one.quantity.kind != "weekdays" and (date := _DATES.search(one.before)):
                # 每年 before the first date belongs to it.
                start += date.start() if date.start() > 4 else 0
                against.append(stretch(one.sentence, (start, one.quantity.end)))
            evidence.both(
                "quantity-added" if new else "quantity-dropped",
                here.sentence,
                (here.quantity.start, here.quantity.end),
                there.sentence,
                (there.quantity.start, there.quantity.end),
                detail=f"{total:.10g}次",
            )
            return (
                [a for a in base if a is not match and a is not one],
                [b for b in target if b is not match and b is not one],
            )
    return base, target


def _spread(one: Figure, figures: list[Figure]) -> float:
    """How often 5月、10月各1次 is in all; 0 where it is not spread over dates."""
    q = one.quantity
    if q.kind == "weekdays":
        return q.values[0]
    text = one.sentence.text
    start, _ = one.sentence.clause_of(q.start)
    before = text[start : q.end]
    if not _EACH.search(before):
        return 0.0
    dates = len(_DATES.findall(before))
    if q.kind != "times":
        dates = max(
            dates,
            sum(
                o.sentence is one.sentence
                and o.quantity.kind == "date"
                and start <= o.quantity.start < q.start
                for o in figures
            ),
        )
    each = q.values[0] if q.kind == "times" else 1.0
    return each * dates if dates > 1 else 0.0


def _part(one: Figure, count: Figure, parts: float, others: list[Figure]) -> bool:
    """Whether 各发放一半, or 各发放1000元, is what 分两次 says of the same whole."""
    if not re.search("分[^,;。]{0,3}$", count.before):
        return False
    if one.quantity.kind == "ratio":
        return near(one.quantity.values[0] * parts, 1.0)
    whole = one.quantity.values[0] * parts
    return any(o.quantity.kind == "money" and near(o.quantity.values[0], whole) for o in others)


_EACH = lazy("[各别]")


def _listed(figures: list[Figure]) -> list[Figure]:
    return [f for f in figures if f.quantity.kind == "age" and len(f.quantity.values) >= 3]


def _total(counts: list[Figure], figures: list[Figure]) -> float:
    """How many times in all; 0 where it cannot be told."""
    for one in counts:
        if _SUM.search(one.before[-4:]):
            return one.quantity.values[0]
    total = 0.0
    for one in counts:
        times = one.quantity.values[0]
        if one.quantity.period:
            years = _years(_ages(one, figures))
            if not years:
                return 0.0
            times *= 365 / one.quantity.period * years
        total += times
    return round(total, 2)


def _ages(count: Figure, figures: list[Figure]) -> list[Figure]:
    """The ages named before a count in its clause."""
    return [
        f
        for f in figures
        if f.quantity.kind == "age"
        and f.sentence is count.sentence
        and f.quantity.end <= count.quantity.start
        and "," not in f.sentence.text[f.quantity.end : count.quantity.start]
    ]


def _years(ages: list[Figure]) -> float:
    """How many years the last of some ages runs over."""
    if not ages:
        return 0.0
    values = ages[-1].quantity.values
    return values[1] - values[0] if len(values) == 2 else values[0]
