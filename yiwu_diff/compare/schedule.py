"""A total of visits or checks spread over exact ages (labels.md, case 30).

0—1岁4次、1—3岁每年2次 and 在3、6、8、12、18、24、30、36月龄各1次 both say eight checks: the second
only says when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.figures import MANY, likeness
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.figures import Figure


def find(
    evidence: Evidence, base: list[Figure], target: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Add the fact of a schedule; returns the figures without those that it settles."""
    if max(len(base), len(target)) > MANY:
        return base, target
    base, target = _dated(evidence, base, target)
    old, new = _listed(base), _listed(target)
    if bool(old) == bool(new):
        return base, target
    listed, other = (new, base) if new else (old, target)
    mark = listed[0]
    mine, others = (target, base) if new else (base, target)
    there_counts = _counts(mark, other)
    total = _total(there_counts, others)
    count = float(sum(len(one.quantity.values) for one in listed))
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
    r"\d{1,2}月|[上下](?=、?[上下]半年)|[上下]半年|第?[一二三四1-4]季度|[上下]学期|学期[初末]|[春夏秋冬]季"
)


def _dated(
    evidence: Evidence, base: list[Figure], target: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """每年2次 and 每年5月、10月各1次 say the same number."""
    for mine, other, new in ((target, base, True), (base, target, False)):
        for one in mine:
            if one.quantity.kind not in ("times", "weekdays"):
                continue
            total = _spread(one)
            if not total:
                continue
            match = next(
                (
                    a
                    for a in other
                    if a.quantity.kind == "times"
                    and a.field == one.field
                    and a.quantity.values[0] == total
                    and (one.quantity.kind == "times" or a.quantity.period == 7)
                    and not _DATES.findall(a.before)
                ),
                None,
            )
            if match is None:
                continue
            here, there = (match, one) if new else (one, match)
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


def _spread(one: Figure) -> float:
    """How often 5月、10月各1次 is in all; 0 where it is not spread over dates."""
    if one.quantity.kind == "weekdays":
        return one.quantity.values[0]
    text, at = one.sentence.text, one.quantity.end
    before = text[one.sentence.clause_of(one.quantity.start)[0] : at]
    dates = _DATES.findall(before)
    return one.quantity.values[0] * len(dates) if len(dates) > 1 and _EACH.search(before) else 0.0


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
