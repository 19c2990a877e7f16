"""Find the quantities of a text: value or range, bound, unit, period.

Works on the normal form (`normal.level`). What looks like a number and sets nothing
(document numbers, editions, articles, dates, hotlines, grades) is no quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from yiwu_diff.text.lexicon import any_of, lexicon, words
from yiwu_diff.text.numerals import number, plain

Bound = Literal["=", "≥", "≤", "≈"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. ``values`` holds one number, the two ends of a range, or a list, in the
    unit of ``kind`` (元, 日, 岁, 1 for ratios, 米, 平方米 …), a frequency per year."""

    start: int
    end: int
    values: tuple[float, ...]
    bound: Bound
    kind: str
    """What is measured: ``money``, ``days``, ``age``, ``ratio``, ``times`` …"""
    period: float
    """The period it recurs in, in days; 0 where it names none."""
    shown: str
    """As a reader writes it in short: ``≥97%``."""
    form: Literal["one", "range", "list"] = "one"
    unit: str = ""
    soft: bool = False
    """Whether it only says how often or how soon without a number (按月, 当场)."""

    @property
    def comparable(self) -> tuple[float, ...]:
        """The values per year where a period is named, so that 每月100 equals 每年1200."""
        if not self.period:
            return self.values
        # Twelve months, four quarters and two school terms make a year.
        yearly = round(365 / self.period * 4) / 4 if self.period >= 28 else 365 / self.period
        return tuple(value * yearly for value in self.values)

    def same_as(self, other: Quantity) -> bool:
        """Equal; where units or periods differ, up to 3 % (labels.md, case 17)."""
        if len(self.values) != len(other.values):
            return False
        if self.kind != other.kind and "pieces" not in (self.kind, other.kind):
            return False
        if self.kind == "date" and 0 in (int(self.values[0]) // 30, int(other.values[0]) // 30):
            return self.values[0] % 30 == other.values[0] % 30
        if bool(self.period) != bool(other.period) and self.period + other.period != 365:
            # 1次 and 每年1次 say the same of a yearly service; 1次 and 每月1次 do not.
            return False
        values = zip(self._yearly(other), other._yearly(self), strict=True)
        if self.unit == other.unit and self.period == other.period:
            return all(abs(a - b) < 1e-9 for a, b in values)
        return all(near(a, b) for a, b in values)

    def _yearly(self, other: Quantity) -> tuple[float, ...]:
        return self.comparable if self.period and other.period else self.values


def near(a: float, b: float) -> bool:
    """Equal up to 3 %."""
    return abs(a - b) <= 0.03 * max(abs(a), abs(b))


_DAYS = {
    "年": 365.0,
    "年度": 365.0,
    "自然年": 365.0,
    "学年": 365.0,
    "半年": 182.5,
    "学期": 182.5,
    "季": 91.25,
    "季度": 91.25,
    "月": 365 / 12,
    "旬": 365 / 36,
    "周": 7.0,
    "星期": 7.0,
    "日": 1.0,
    "天": 1.0,
    "小时": 1 / 24,
}
_NUM = r"(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_HAN = r"[零一二三四五六七八九十百千万亿两半]+(?:点[零一二三四五六七八九]+)?"
_N = rf"(?:{_NUM}[千万亿]?|{_HAN})"
# No quantities, though they hold numerals.
_NOT = (
    r"\(\d{4}\)\d+号|[\(\[]?(?:19|20)\d{2}[\)\]]?(?=年)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:版|度)?"
    r"|第[零一二三四五六七八九十百千\d]+(?:之[一二三四五六七八九十])?"
    r"(?:条|款|项|章|节|版|号|次|届|批|期|季度|类|个|年|阶段)?"
    r"|《[^》]*》|“?十[二三四五六]五”?|二十大|二十届"
    r"|\d{1,2}月\d{1,2}日|\d{1,2}[:]\d{2}"
    r"|[零一二三四五六七八九十]{1,3}月[零一二三四五六七八九十]{1,3}日"
    r"|(?<!\d)1[12]\d{1,3}(?!\d|[元%人次日天个年岁名户所家平公米小分课学])"
    r"|[a-z]+[-]?\d+(?:\.\d+)?(?:[-]\d+)*"
    r"|pm\d(?:\.\d)?|\d+号|一(?:次性|律|般|定|致|体化?|站式|卡通|网通办|件事|窗|流|视同仁|时|旦|些|直|切|道|起|对一|同|样|并)"
    r"|统一|唯一|之一|同一|单一|进一步|逐一|万一|不一|任一|专一|如一|合一|三无|五保|两免一补|两不愁三保障|两癌|四位一体|三老|四害|三定|一老一小|三社联动|两项|双一流"
    r"|[一二三四五六七八九十](?:等|甲|乙)|千方百计|百姓|半失能|半自理|半护理|半脱产|四级|三甲|二维码|三孩(?!.{0,4}\d)|二孩|一孩|多孩|独生|第三方|两岸|四肢|五官|七一|八一|六一|五一|十一"
    r"|[一二三四五六七八九十]是"
    # 一年4次, 一周可用3次: how often, said before the count.
    r"|[一1](?:年|周|个月|学期|学年|天|日)(?=[^,;。]{0,10}[\d一二三四五六七八九十两](?:次|场|回|期))"
)


_SEP = r"(?:-|~|至|到)"
_PERSON = (
    r"(?:人|生|户|家庭|对|例|处|村|名|床|班|校|件|孩|平方米|公里|万人|千人|百人|场|次|篇|亩|辆|个|所|车|位"
    r"|册|机构|单位|点|学生|儿童|座|台|套|间|社区)"
)
_PERIOD = r"(?:自然年度?|学年度?|学期|半年度?|年度|年|季度|季|旬|月份?|周|星期|日|天|小时)"


@cache
def _pattern() -> re.Pattern[str]:
    units = any_of([unit for kind in lexicon("units").values() for unit in kind])
    after = any_of(words("comparators", "at_least_after", "at_most_after", "about_after"))
    return re.compile(
        rf"(?P<date>(?:每年|每月|当年|次年|次月|每学期|当月)?(?:\d{{1,2}}月\d{{1,2}}日(?:之?前)|(?<=[每次当]月)\d{{1,2}}日(?:之?前)|\d{{1,2}}月底(?:之?前)|\d{{1,2}}月(?:之?前)|(?<=每月)\d{{1,2}}日))"
        rf"|(?P<not>{_NOT})"
        rf"|(?P<now>当场|即时|随到随办|随到随审|当日办结|当天办结|当日(?!起|内)|立即)"
        rf"|(?P<named>全天候|全额|一半|半数|减半|半价)"
        rf"|(?P<every>每)?"
        rf"(?:"
        rf"(?P<frac>百分之|千分之)(?P<fa>{_N})(?:{_SEP}(?:百分之|千分之)?(?P<fb>{_N}))?"
        rf"|(?P<den>{_HAN})分之(?P<nom>{_HAN})"
        rf"|(?P<na>\d+)/(?P<nb>\d+)(?!\d)"
        rf"|(?P<range>(?P<a>{_N})(?:{units})?{_SEP}(?P<b>{_N}))(?P<unit1>{units})"
        rf"|(?P<list>{_N}(?:{units})?(?:[、和及]{_N}(?:{units})?)*[、和及]{_N})(?P<unit2>{units})"
        rf"|(?P<one>{_N})(?P<andhalf>个?半)?(?:余|多)?(?P<unit3>{units})"
        rf"(?P<plushalf>半(?![年天月数价径自失]))?"
        rf")"
        rf"(?P<per>/(?:{_PERSON}|{_PERIOD})(?:[·/.*-]?(?:{_PERIOD}|{_PERSON}))?"
        rf"|每(?:{_PERSON})?每?{_PERIOD})?"
        rf"(?P<after>(?:\([不]?含[^)]{{0,8}}\))?(?:{after})(?:\(含[^)]{{0,8}}\))?)?"
    )


@cache
def _before() -> re.Pattern[str]:
    before = any_of(words("comparators", "at_least_before", "at_most_before", "about_before"))
    # 至少随访4次, 不少于(含)6次, 年满60周岁: a few words may stand between.
    # 最低生活保障标准1.5倍 and 最低工资的70% bound nothing.
    named = r"(?!(?:生活保障|工资|缴费|档|收入|学历))"
    return re.compile(
        rf"({before}){named}[为是:(]*[^\d,;。:、零一二三四五六七八九十两半百千万]{{0,6}}$"
    )


@cache
def _cadence() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:每|按|逐)(?:{_PERSON}|万人)?(?:[,/]?每)?(?P<n>{_HAN}|\d+)?个?(?P<p>{_PERIOD})(?:度)?"
        rf"|(?P<q>年度|学年|[一1](?:年|周|个月|学期|学年|天|日)|全年|年均|月均|月人均|年人均))(?P<gap>[^,;。:]{{0,18}})$"
    )


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {
        unit: (kind, float(factor))
        for kind, factors in lexicon("units").items()
        for unit, factor in factors.items()
    }


@cache
def _bounds() -> dict[str, Bound]:
    signs: dict[str, Bound] = {}
    for key in lexicon("comparators"):
        sign: Bound = "≥" if "least" in key else "≤" if "most" in key else "≈"
        for word in words("comparators", key):
            signs[f"{key.rsplit('_', 1)[1]}:{word}"] = sign
    return signs


def quantities(text: str) -> list[Quantity]:
    """All quantities of a text in normal form, in order."""
    found: list[Quantity] = []
    for match in _pattern().finditer(text):
        if match["not"] is not None:
            continue
        if match["date"] or match["now"] or match["named"]:
            found.append(_named(match))
            continue
        if match["every"] and match["one"] and match["unit3"].lstrip("个") in _DAYS:
            # 每2个月更换1次: the interval belongs to the count that follows.
            continue
        quantity = _read(match, text, found[-1].end if found else 0)
        if quantity is not None:
            found.append(quantity)
    return _cadences(text, _joined_ages(_inherited(text, found)))


def _inherited(text: str, found: list[Quantity]) -> list[Quantity]:
    """轻度每人每月300元，中度600元: the period stands for the whole row."""
    row: list[Quantity] = []
    for q in found:
        last = row[-1] if row else None
        if (
            last is not None
            and last.kind == q.kind == "money"
            and last.period
            and not q.period
            and not re.search("[;。]", text[last.end : q.start])
            and q.start - last.end <= 14
        ):
            q = replace(q, period=last.period)
        row.append(q)
    return row


_NAMED = {
    "全天候": (1.0, "days"),
    "全额": (1.0, "ratio"),
    "一半": (0.5, "ratio"),
    "半数": (0.5, "ratio"),
    "减半": (5.0, "discount"),
    "半价": (5.0, "discount"),
}


def _named(match: re.Match[str]) -> Quantity:
    """A day of the year or month, 当场 and the like, and the quantities that have names."""
    start, end = match.span()
    if match["date"]:
        month = re.search(r"(\d+)月", match[0])
        day = re.search(r"(\d+)日", match[0])
        when = (int(month[1]) * 30 if month else 0) + (int(day[1]) if day else 30)
        return Quantity(start, end, (float(when),), "≤", "date", 0.0, match[0])
    if match["named"]:
        value, kind = _NAMED[match["named"]]
        return Quantity(start, end, (value,), "=", kind, 0.0, match[0], soft=True)
    soon = 0.5 if "当日" in match[0] or "当天" in match[0] else 0.01
    return Quantity(start, end, (soon,), "≤", "days", 0.0, match[0], soft=True)


def _joined_ages(found: list[Quantity]) -> list[Quantity]:
    """年满60周岁不满65周岁 is one range."""
    joined: list[Quantity] = []
    for q in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == q.kind == "age"
            and last.form == q.form == "one"
            and (last.bound, q.bound) == ("≥", "≤")
            and q.start - last.end <= 3
        ):
            values = (last.values[0], q.values[0])
            shown = f"{last.shown.lstrip('≥')}—{q.shown.lstrip('≤')}"
            joined[-1] = replace(
                last, end=q.end, values=values, bound="=", shown=shown, form="range"
            )
        else:
            joined.append(q)
    return joined


def _cadences(text: str, found: list[Quantity]) -> list[Quantity]:
    """Add how often something is done where no number says how many times (按月, 每日)."""
    extra: list[Quantity] = []
    for match in _every().finditer(text):
        start, end = match.span()
        following = re.split("[,;。:、]", text[end : end + 22])[0]
        reach = end + len(following)
        if any(start - 4 <= q.end and q.start <= reach for q in found):
            continue
        period = _days(match["p"], match["n"])
        extra.append(Quantity(start, end, (1.0,), "=", "cadence", period, match[0], soft=True))
    return sorted([*found, *extra], key=lambda q: q.start) if extra else found


@cache
def _every() -> re.Pattern[str]:
    return re.compile(rf"(?:每|按|逐)(?P<n>{_HAN}|\d+)?个?(?P<p>{_PERIOD})(?:度)?(?!龄)")


def _read(match: re.Match[str], text: str, since: int) -> Quantity | None:
    """The quantity of a match; ``since`` is where the one before it ended."""
    values, unit, form = _values(match)
    if values is None:
        return None
    kind, factor = _units()[unit] if unit else ("ratio", 1.0)
    unit_name = unit or "%"
    core = match.end("every") if match["every"] else match.start()
    bound, start = _bound(match, text, core, since)
    if kind == "days" and form == "one" and not _is_span(match, text, core):
        return None
    if kind == "days" and unit in ("个月", "月") and _is_age(match, text):
        kind, factor = "age", 1 / 12
    if kind == "points" and bound == "=":
        return None
    if kind == "discount" and values[0] > 10:
        factor = 0.1
    values = tuple(value * factor for value in values)
    period = _period(match["per"])
    every = None
    if kind not in ("age", "ratio") and not match["per"]:
        every = _cadence().search(text[max(since, match.start() - 40) : match.start()])
    shown = _shown(match, unit)
    if every:
        period = _days(every["p"] or every["q"], every["n"])
        shown = every[0][: len(every[0]) - len(every["gap"])] + shown
        if not every["gap"]:
            start = min(start, max(since, match.start() - 40) + every.start())
    if match["every"] and kind != "days":
        kind = f"per-{kind}"
    shown = ("" if bound == "=" else bound) + shown
    end = match.end()
    if kind == "age" and match["per"]:
        # 1—3岁每年2次: the period is the count's.
        end, period, shown = match.start("per"), 0.0, shown.removesuffix(match["per"])
    return Quantity(start, end, values, bound, kind, period, shown, form, unit_name)


def _values(
    match: re.Match[str],
) -> tuple[tuple[float, ...] | None, str, Literal["one", "range", "list"]]:
    if match["frac"]:
        base = 0.01 if match["frac"] == "百分之" else 0.001
        ends = [number(n) for n in (match["fa"], match["fb"]) if n]
        if any(end is None for end in ends):
            return None, "", "one"
        values = tuple(end * base for end in ends if end is not None)
        return values, "", "range" if len(values) > 1 else "one"
    if match["den"] or match["na"]:
        top, bottom = (match["nom"], match["den"]) if match["den"] else (match["na"], match["nb"])
        a, b = number(top), number(bottom)
        return ((a / b,) if a is not None and b else None), "", "one"
    if match["range"]:
        first, second = match["a"], match["b"]
        if second[-1] in "千万亿" and first[-1] not in "十百千万亿":
            # 三至五万元: the order of magnitude stands for both ends.
            first += second[-1]
        a, b = number(first), number(second)
        if a is None or b is None:
            return None, "", "range"
        unit = match["unit1"]
        # 三至五万元: the factor of the unit stands for both ends already.
        return (a, b), match["unit1"], "range"
    if match["list"]:
        unit = match["unit2"]
        numbers = [number(n) for n in re.findall(_N, match["list"])]
        if any(n is None for n in numbers):
            return None, unit, "list"
        return tuple(n for n in numbers if n is not None), unit, "list"
    value = number(match["one"])
    if value is None:
        return None, "", "one"
    if match["andhalf"] or match["plushalf"]:
        value += 0.5
    return (value,), match["unit3"], "one"


def _period(text: str | None) -> float:
    """The period in days that 元/人·月 or 每人每月 behind a number names."""
    found = re.findall(_PERIOD, text or "")
    return _days(found[-1], None) if found else 0.0


def _days(name: str, count: str | None) -> float:
    name = name.lstrip("一1个")
    days = _DAYS.get(name) or (365.0 if "年" in name else 365 / 12)
    return days * ((number(count) or 1) if count else 1)


def _bound(match: re.Match[str], text: str, core: int, since: int) -> tuple[Bound, int]:
    """The bound and where it begins."""
    signs = _bounds()
    window = max(since, core - 20)
    before = _before().search(text[window:core])
    start = core
    sign: Bound = "="
    if before:
        sign = signs[f"before:{before[1]}"]
        if before.end(1) == before.end() or before[0].endswith(("(", ":", "为", "是")):
            start = window + before.start()
    if match["after"]:
        bare = re.sub(r"\([^)]*\)", "", match["after"])
        sign = signs.get(f"after:{bare}", sign) if sign in ("=", "≈") else sign
    return sign, start


def _is_span(match: re.Match[str], text: str, core: int) -> bool:
    """Whether 3月, 10日 or 2年 is a length of time, not a date or the name of a year."""
    unit, head = match["unit3"], text[max(0, core - 4) : core]
    if unit == "年":
        return (number(match["one"]) or 0) < 100
    if unit == "月":
        return bool(match["andhalf"]) or not match["one"].isdigit()
    # A day of the month (每月10日前) is no length.
    return not (unit == "日" and re.search(r"月(?:的)?$", head))


def _is_age(match: re.Match[str], text: str) -> bool:
    tail = text[match.end() : match.end() + 8]
    if re.match(r"(?:龄|的?(?:婴|幼|儿童|宝宝))", tail):
        return True
    return bool(match["range"]) and bool(re.match(r".{0,4}(?:婴|幼|儿)", tail))


def _shown(match: re.Match[str], unit: str) -> str:
    per = match["per"] or ""
    if match["frac"]:
        sign = "%" if match["frac"] == "百分之" else "‰"
        ends = [plain(number(n) or 0) for n in (match["fa"], match["fb"]) if n]
        return "—".join(ends) + sign
    if match["den"]:
        return f"{match['den']}分之{match['nom']}"
    if match["na"]:
        return f"{match['na']}/{match['nb']}"
    if match["range"]:
        a, b = number(match["a"]) or 0, number(match["b"]) or 0
        return f"{plain(a)}—{plain(b)}{unit}{per}"
    if match["list"]:
        return f"{match['list']}{unit}"
    value = (_values(match)[0] or (0.0,))[0]
    if value >= 10_000 and value % 1000 == 0:
        return f"{plain(value / 10_000)}万{unit}{per}"
    return f"{plain(value)}{unit}{per}"
