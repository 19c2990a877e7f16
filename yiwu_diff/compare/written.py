"""Figures that one side writes in another form: two bounds for a range, a surplus for a multiple,
so much a day for so many days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.compare.figures import MANY
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.quantities import near

if TYPE_CHECKING:
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.text.quantities import Quantity

_Figures = list["Figure"]


def alike(base: _Figures, target: _Figures) -> tuple[_Figures, _Figures]:
    """The figures of both sides, in one form where they are written in two."""
    if not base or not target or max(len(base), len(target)) > MANY:
        return base, target
    for form in (_ranges, _multiples, _discounts, _hours, _openings):
        base, target = form(base, target), form(target, base)
    # That an hour is given in two halves is more than the base says, and nothing less.
    return _products(base, target, kept=False), _products(target, base, kept=True)


def _ranges(mine: _Figures, others: _Figures) -> _Figures:
    """超过216、不超过300立方米 is 216—300立方米, where the other side has a range."""
    ranges = [other.quantity for other in others if other.quantity.form == "range"]
    kinds = {q.kind for q in ranges}
    if not kinds or any(
        one.quantity.form == "range" and one.quantity.kind in kinds for one in mine
    ):
        return mine
    result: _Figures = []
    for one in mine:
        last = result[-1] if result else None
        if last is not None and one.quantity.kind in kinds and _bounds(last, one):
            a, b = last.quantity, one.quantity
            whole = a._replace(
                end=b.end,
                values=(a.values[0], b.values[0]),
                bound="=",
                form="range",
                shown=f"{a.shown.lstrip('≥')}—{b.shown.lstrip('≤')}",
                unit=b.unit,
                period=a.period or b.period,
            )
            result[-1] = replace(last, quantity=whole)
        else:
            result.append(one)
    return result


def _bounds(one: Figure, other: Figure) -> bool:
    """Whether two figures are the least and the most of one thing."""
    a, b = one.quantity, other.quantity
    return (
        one.sentence is other.sentence
        and a.kind == b.kind
        and a.form == b.form == "one"
        and (a.bound, b.bound) == ("≥", "≤")
        and a.values[0] < b.values[0]
        and _JOINS.fullmatch(one.sentence.text[a.end : b.start]) is not None
    )


_JOINS = lazy("[、,]?(?:且|并且|并|但|但是|至|到)?(?:每人|最高)?")


def _multiples(mine: _Figures, others: _Figures) -> _Figures:
    """高出低保标准30% is 1.3 times it, where the other side counts so."""
    if not any(o.quantity.unit == "倍" for o in (*mine, *others)):
        return mine
    return [replace(one, quantity=_whole(one.quantity)) if _surplus(one) else one for one in mine]


def _surplus(one: Figure) -> bool:
    q = one.quantity
    return (
        q.kind == "ratio"
        and (q.unit != "倍" or _DOUBLED.search(one.before) is not None)
        and len(q.values) == 1
        and _MORE.search(one.before) is not None
    )


_MORE = lazy("高出|高于|超出|提高(?!到|至)|上浮(?!到|至)|上调(?!到|至)|增加(?!到|至)|增发")
_DOUBLED = lazy("(?:高出|增加)$")


def _whole(q: Quantity) -> Quantity:
    return q._replace(values=(1 + q.values[0],), unit="倍")


def _discounts(mine: _Figures, others: _Figures) -> _Figures:
    """按50%收取 is 半价, where the other side has such a price."""
    if not any(other.quantity.kind == "discount" for other in others):
        return mine
    return [
        replace(one, quantity=_price(one.quantity))
        if one.quantity.unit == "%" and _CHARGED.match(one.after)
        else one
        for one in mine
    ]


_CHARGED = lazy("的?(?:比例|标准|价格)?(?:收费|收取|计收|计费|购票|缴费|缴纳|付费|支付)")


def _price(q: Quantity) -> Quantity:
    return q._replace(values=tuple(10 * value for value in q.values), kind="discount")


def _hours(mine: _Figures, others: _Figures) -> _Figures:
    """7×24小时 a week, where the other side counts the hours of a week."""
    if not any(o.quantity.period == 7 and o.quantity.unit in _SHORT for o in others):
        return mine
    return [
        replace(one, quantity=one.quantity._replace(values=(7.0,), period=7.0))
        if one.quantity.kind == "days"
        and near(one.quantity.values[0], 1.0)
        and one.quantity.period in (0, 1)
        and one.quantity.unit not in _DAYS
        else one
        for one in mine
    ]


def _openings(mine: _Figures, others: _Figures) -> _Figures:
    """每天8小时 lasts as long as 9:00至17:00, where the other side says from when to when."""
    if not any(other.quantity.kind == "opening" for other in others):
        return mine
    if any(one.quantity.kind == "opening" for one in mine):
        return mine
    weekly = next(
        (o for o in others if o.quantity.kind == "opening" and _DAILY.search(o.before)), None
    )
    return [
        replace(one, quantity=_opening(one.quantity))
        if _open(one) and (one.quantity.period != 7 or weekly is not None)
        else one
        for one in mine
    ]


_DAILY = lazy("每[天日]|全年|全天|周一至周日")
_OPEN = lazy("开放|服务|接听|受理|营业|运行|运营|值班|值守|接待|接诊|开通|咨询|开门|热线|窗口|借阅")


def _open(one: Figure) -> bool:
    """Whether it is said of how many hours a day, or a week, something is open."""
    q = one.quantity
    if q.kind != "days" or q.form != "one" or q.unit not in _SHORT or q.soft:
        return False
    if q.period == 0:
        return near(q.values[0], 1.0) and _OPEN.search(one.before + one.after) is not None
    return q.period in (1, 7) and _OPEN.search(one.before + one.after) is not None


def _opening(q: Quantity) -> Quantity:
    hours = 24 * q.values[0] / (q.period or 1.0)
    return q._replace(values=(round(hours, 4),), kind="opening", period=0.0)


def _products(mine: _Figures, others: _Figures, *, kept: bool) -> _Figures:
    """每天4元，每年按250天计算 is 1000元 a year, where the other side has no such days; and
    每天两次、每次30分钟 is one hour a day."""
    result = mine
    for count in mine:
        rates = [one for one in result if _rate(one, count)]
        if not rates or any(_is_count(other, count) for other in others):
            continue
        if count.quantity.kind == "times" and sum(_is_count(one, count) for one in mine) > 1:
            continue
        kinds = {one.quantity.kind for one in rates}
        if not any(o.quantity.kind in kinds and not _rate(o, count) for o in others):
            continue
        done = {id(one): replace(one, quantity=_product(one, count)) for one in rates}
        stays = kept and count.quantity.kind == "times"
        result = [done.get(id(one), one) for one in result if stays or one is not count]
    return result


def _is_count(other: Figure, count: Figure) -> bool:
    a, b = other.quantity, count.quantity
    same = a.period == b.period or (a.kind == "days" and a.values == b.values)
    return a.kind == b.kind and same and ("时" in a.unit) == ("时" in b.unit)


def _rate(one: Figure, count: Figure) -> bool:
    """Whether a figure is so much each time, and another says how many times."""
    a, b = one.quantity, count.quantity
    if one is count or one.field != count.field or a.form != "one" or b.form != "one":
        return False
    if b.kind == "times":
        # 两次,每次30分钟.
        return a.unit in _SHORT and not a.period and _each_time(one)
    if b.kind != "days" or b.unit in _SHORT or b.period <= a.period or not a.period:
        return False
    if a.kind == "money":
        return a.period < b.period and _counted(count)
    # 每周5天,每天8小时.
    return a.kind == "days" and a.unit in _SHORT and a.period == 1 and b.unit in _DAYS


_SHORT = ("小时", "个小时", "分钟", "刻钟")
_DAYS = ("天", "日")
_RECKONED = lazy("计|发|拨")
_PAID = lazy("(?:发放?|拨付?|支付)$")


def _counted(count: Figure) -> bool:
    """按10个月发放, 全年发10个月."""
    return bool(_RECKONED.match(count.after) or _PAID.search(count.before))


def _each_time(one: Figure) -> bool:
    return re.search("每次[^,;。]{0,6}$", one.before) is not None


def _product(one: Figure, count: Figure) -> Quantity:
    a, b = one.quantity, count.quantity
    number = b.values[0]
    if b.kind != "times":
        # A month has thirty days here, and a twelfth of a year there.
        number /= 30 if "月" in b.unit and a.period > 28 else a.period
        if near(number, round(number)):
            number = round(number)
    return a._replace(values=(a.values[0] * number,), period=b.period, shown=f"{a.shown}x{b.shown}")
