"""Find the quantities of a text: value or range, bound, unit, period.

Works on the normal form (`normal.level`). What looks like a number and sets nothing
(document numbers, editions, articles, dates, hotlines, grades) is no quantity.

A text is walked from one character that may begin a quantity to the next. Numbers and units are
read by hand, not by one pattern: the units would have to stand in it five times over, and
compiling that took longer than comparing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import any_of, lexicon, longest_first, words
from yiwu_diff.text.normal import level
from yiwu_diff.text.numerals import number, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

Bound = Literal["=", "≥", "≤", "≈"]
Form = Literal["one", "range", "list"]


class Quantity(NamedTuple):
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
    form: Form = "one"
    unit: str = ""
    soft: bool = False
    """Whether it only says how often or how soon without a number (按月, 当场)."""
    often: tuple[int, int] = (0, 0)
    """Where the words stand that say how often it recurs (每季度)."""

    @property
    def comparable(self) -> tuple[float, ...]:
        """The values per year where a period is named, so that 每月100 equals 每年1200."""
        if not self.period:
            return self.values
        # Twelve months, four quarters and two school terms make a year.
        yearly = 365 / self.period
        if 28 <= self.period <= 365:
            yearly = round(yearly * 4) / 4
        return tuple(value * yearly for value in self.values)

    def same_as(self, other: Quantity) -> bool:
        """Equal; where units or periods differ, up to 3 % (labels.md, case 17)."""
        if len(self.values) != len(other.values):
            return False
        if self.kind != other.kind and not counted_alike(self, other):
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


_COUNTS = frozenset(
    ("pieces", "places", "kinds", "teams", "sets", "persons", "periods", "runs", "times")
)
_RECURS = frozenset(("times", "cadence", "weekdays"))


def counted_alike(a: Quantity, b: Quantity) -> bool:
    """个 counts anything: 1个综合文化站 is 综合文化站一处; and 每周3次 is 每周一、三、五."""
    kinds = {a.kind, b.kind}
    if kinds == {"runs", "times"}:
        # 坐六十趟车
        return True
    if "pieces" in kinds:
        return kinds <= _COUNTS
    if not (a.period and b.period):
        return False
    return kinds <= _RECURS or (
        kinds == {"weekdays", "days"} and a.period == b.period and "小时" not in a.unit + b.unit
    )


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
# No numeral that people write is longer; a bound keeps endless ones from taking forever.
_NUM = r"(?:\d{1,18}(?:,\d{3}){1,6}(?:\.\d{1,18})?|\d{1,18}(?:\.\d{1,18})?)"
_HAN = r"[零一二三四五六七八九十百千万亿两半]{1,30}(?:点[零一二三四五六七八九]{1,18})?"
_N = rf"(?:{_NUM}[千万亿]?|{_HAN})"
_MEMBERS = 60
"""More than so many numbers are no list."""

_HAN_DAY = "[一二三四五六七八九十]{1,3}"
_DATE = (
    r"(?P<date>(?:每年|每月|当年|次年|次月|每学期|当月)?(?:\d{1,2}月\d{1,2}日(?:[之以]?前)"
    rf"|{_HAN_DAY}月(?:底|{_HAN_DAY}日)(?:[之以]?前)"
    r"|(?<=[每次当]月)\d{1,2}日(?:[之以]?前)|\d{1,2}月底(?:[之以]?前)|\d{1,2}月(?:[之以]?前)"
    r"|(?<=每月)\d{1,2}日))"
)
# 8:30-20:30, 上午9时至下午5时30分.
_NUMERAL = rf"(?:\d{{1,2}}|{_HAN_DAY})"
_HOUR = rf"(?:\d{{1,2}}:\d{{2}}|{_NUMERAL}[点时](?:{_NUMERAL}分|半)?)"
# 每年11月15日至次年3月15日, 每年6月至9月: from when to when in the year.
_ON = rf"{_NUMERAL}月(?:{_NUMERAL}日)?(?:\d{{1,2}}:00|{_NUMERAL}[点时])?"
_SEASON = (
    rf"(?P<season>(?:(?:每年的?){_ON}|{_NUMERAL}月{_NUMERAL}日)(?:-|~|起?至|起?到)"
    rf"(?:次年|翌年|第二年|当年)?的?{_ON}(?![之以]?[前后]))"
)
_CLOCK = (
    rf"(?P<clock>{_HOUR}(?:-|~|至|到){{1,2}}(?:次日|翌日|上午|中午|下午|傍晚|晚上?|凌晨)*{_HOUR})"
)
# 每周一、三、五, 周一至周五: so many days a week.
_DAY = "[一二三四五六日天]"
_WEEK = (
    rf"(?P<week>(?:每?个?周|每?个?星期){_DAY}"
    rf"(?:(?:-|~|至|到)(?:周|星期)?{_DAY}|(?:[、和及](?:周|星期)?{_DAY})+)(?![\u4e00-\u9fff]?期))"
)
# 7x24小时, 5x8小时.
_CROSS = r"(?P<cross>\d{1,2}(?:天|日)?x\d{1,2}(?:个?小时|h)(?:/周)?)"
# 不早于17:30, and 1:1.5 of 男女厕位比例不低于1:1.5.
_POINT = (
    r"(?P<point>\d{1,4}(?:\.\d{1,2})?[:比]\d{1,4}(?:\.\d{1,2})?(?![\d:.])"
    r"|[一二三四五六七八九十]{1,2}比[一二三四五六七八九十]{1,2}(?:点[一二三四五六七八九])?(?![分成]))"
)
_NO_SOONER = lazy("(?:(不[早先]于|延[长时迟后]至)|不[晚迟]于)$")
# No quantities, though they hold numerals.
_NOT = (
    r"\(\d{4}\)\d+号|\(?(?:19|20)\d{2}\)?(?=年)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:版|度)?"
    r"|第(?![零一二三四五六七八九十\d]{1,3}(?:-|~|至|到)\d{1,3}[天日])"
    r"[零一二三四五六七八九十百千\d]{1,30}(?:之[一二三四五六七八九十])?"
    r"(?:条|款|项|章|节|版|号|次|届|批|期|季度|类|个|年|阶段)?"
    r"|《[^》]{0,300}》|十[二三四五六]五|二十大|二十届"
    r"|\d{1,2}月\d{1,2}日(?:(?:[、至到-]|至?次月)\d{1,2}日){0,9}"
    r"|[零一二三四五六七八九十]{1,3}月[零一二三四五六七八九十]{1,3}日"
    # 人数x12平方米 multiplies.
    r"|(?!x\d)[a-z]{1,40}[-]?\d{1,40}(?:\.\d{1,40})?(?:[-]\d{1,40}){0,20}"
    r"|\d{1,40}号|一(?:次性|律|般|定|致|体化?|站式|卡通|网通办|件事|窗|流|视同仁|时|旦|些|直|切|道|起|对一|同|样|并)"
    r"|万一|三无|五保|两癌|四位一体|三老|四害|三定|两项"
    r"|[一二三四五六七八九十](?:等|甲|乙)|千方百计|百姓|半失能|半自理|半护理|半脱产|四级|三甲|二维码|三孩|二孩|一孩|两岸|四肢|五官|七一|八一|六一|五一"
    r"|[两二三四五六七八九\d]个?大?部[分门]"
    # 一次献血200毫升, 一次可借5册: each time.
    r"|(?<![^,;。:、)者证])[一1]次(?=[^,;。:、\d次]{0,10}(?:\d{1,5}|[一二三四五六七八九十两百]{1,4})"
    r"(?:册|本|毫升|升|元|小时|分钟|公斤|平方米|种|件|张|人(?!次)|天))"
    r"|[一二三四五六七八九十]是|二次(?=[^0-9,;。]{0,2}(?:报销|补偿|救助|供水|分配|污染|创业|就业|结算))"
    # 上一次, 下一年度, 2周为一期: which one, not how many; 一次告知: at one go.
    r"|(?=[一半])(?:(?:(?<=[上下])|(?<=(?<!学)前))"
    r"(?:一(?:次|年度?|学[年期]|个?季度|个?月|周|届|轮|批|期)|半年)"
    r"|(?<=为)一(?:期|批|轮|个?周期|个?阶段)"
    r"|(?<![年月周日天季度期生人户共限])一次(?=告知|说清|讲清|给付|支付|领取|提交|[办发付结补交缴还领拨][结完好给放清正齐足讫纳存付]))"
    # 请记住三条:…, 分12个月发: what is counted, or that it comes every month.
    r"|[两二三四五六七八九十\d]{1,2}(?:条|点|样|件事?|方面|步)(?=:)|(?<=分)(?:12|十二)个月"
    # 一年4次, 一周可用3次: how often, said before the count.
    r"|(?<![满过逾足起后])[一1](?:年|周|天|日|个?学期|学年|个(?:月|季度|星期))(?=[^,;。]{0,10}[\d一二三四五六七八九十两](?:次|场|回|期|趟|个?班(?!级|主))"
    r"|(?:按|共|累计|合计|总计|最[多高]|至多|不超过)[^,;。]{0,6}[\d一二三四五六七八九十两]"
    r"|[补发给奖领拿收付交缴免减][^,;。\d]{0,6}?[\d一二三四五六七八九十两百千万.]{1,8}(?:元|块|小时|[天日](?![内之以]))"
    r"|(?:起付[^,;。\d]{0,6})?[\d一二三四五六七八九十两百]{1,5}(?:个(?!月)|元))"
    # 一亩地补100元: on each.
    r"|(?<![满过逾足起后])[一1](?:亩地?|户人?家?|公?斤|[头只株棵套台辆张件床位名次顿吨])(?=(?:[一每]个?(?:年|月|天|日|季度?|学期))?"
    r"[补发给奖领付]?[贴助放给]?[\d一二三四五六七八九十两百千万.]{1,8}[元块])"
)
_NO_ONE = frozenset("统唯之同单逐不任专如合")
"""Before 一 these make a word that counts nothing: 统一, 不一, 逐一."""
_SEP = r"(?:-|~|起?至|起?到)"
_PERSON = (
    r"(?:人|生|户|家庭|对|例|处|村|名|床|班|校|件|孩|平方米|公里|万人|千人|百人|场|次|篇|亩|辆|个|所|车|位"
    r"|册|机构|单位|点|学生|儿童|座|台|套|间|社区)"
)
_PERIOD = r"(?:自然年度?|学年度?|学期|半年度?|年度|年|季度|季|旬|月份?|周(?!期)|星期|日|天|小时)"

_BEGINS = lazy(
    r"[0-9a-z(《第每当次即随立全减零一二三四五六七八九十百千万亿两半]|对(?=折)|马(?=上)|周(?=[一二三四五六日])|星(?=期)"
)
"""What a quantity, or something that only looks like one, begins with."""
_NUMBER = lazy(_N)
_EACH = lazy(_N)
_SHARE = lazy(rf"(百分之|千分之)({_N})(?:{_SEP}(?:百分之|千分之)?({_N}))?")
_PARTS = lazy(rf"({_HAN})分之({_HAN})|(\d{{1,18}})/(\d{{1,18}})(?!\d)")
_TO = lazy(_SEP)
_TO_SIGNS = frozenset("-~至到")
_HALF = lazy(r"个?半")


_SPECIAL = lazy(
    rf"{_SEASON}|{_DATE}|{_CLOCK}|{_WEEK}|{_CROSS}|{_POINT}|(?P<not>{_NOT}"
    # 12345 is a hotline and 十一 a holiday, unless they count something: 120万元, 十一个月.
    r"|(?P<name>(?<![\d.])1[12]\d{1,3}(?![\d.%‰千万亿余多至到~-])|十一))"
    r"|(?P<now>当场|即时|随到随办|随到随审|当日办结|当天办结|当日(?!起|内)|立即|马上|即刻)"
    r"|(?P<named>(?:全年|一年)365[天日]|全天候|全额|一半|半数|减半|半价|半票|对折)"
)
"""A day, what is no quantity, and the quantities that have names."""


@cache
def _per() -> re.Pattern[str]:
    return re.compile(
        rf"/(?:{_PERSON}|{_PERIOD})(?:[·/.*-]?(?:{_PERIOD}|{_PERSON}))?"
        rf"|每(?:{_PERSON})?每?{_PERIOD}"
    )


@cache
def _after() -> re.Pattern[str]:
    after = any_of(words("comparators", "at_least_after", "at_most_after", "about_after"))
    return re.compile(rf"(?:\([不]?含[^)]{{0,8}}\))?(?!起付)(?:{after})(?:\(含[^)]{{0,8}}\))?")


@cache
def _after_begins() -> frozenset[str]:
    after = words("comparators", "at_least_after", "at_most_after", "about_after")
    return frozenset([word[0] for word in after] + ["("])


class _Found(NamedTuple):
    """A number with its unit, as it stands in the text."""

    start: int
    core: int
    """Where the number begins: behind 每."""
    end: int
    form: Form
    numbers: tuple[str, ...]
    unit: str
    written: str
    """The numbers and what stands between them."""
    share: Literal["", "%", "‰", "/"] = ""
    """百分之…, 千分之…, and parts (三分之一, the second number is the whole)."""
    half: Literal["", "before", "after"] = ""
    """一个半小时 has it before the unit, 两年半 after it."""
    per: str = ""
    per_start: int = 0
    after: str = ""

    @property
    def every(self) -> bool:
        return self.core > self.start


@cache
def _unit_words() -> dict[str, list[str]]:
    """The units by first character, the longest first."""
    table: dict[str, list[str]] = {}
    for unit in longest_first(list(_units())):
        table.setdefault(unit[0], []).append(unit)
    return table


def _unit(text: str, at: int) -> str:
    """The unit that begins at a place; empty where none does."""
    for unit in _unit_words().get(text[at : at + 1], ()):
        if text.startswith(unit, at):
            return unit
    return ""


def _number_ends(text: str, at: int) -> tuple[int, ...]:
    """Where the number at a place may end: 3千 of 3千米, or 3 of 3千瓦时."""
    match = _NUMBER.match(text, at)
    if match is None:
        return ()
    end = match.end()
    if "点" in match[0]:
        return end, at + match[0].index("点")
    return (end, end - 1) if end - at > 1 and text[end - 1] in "千万亿" else (end,)


def _measured(text: str, at: int) -> tuple[int, str] | None:
    """Where the number at a place ends that a unit follows, and the unit."""
    return _with_unit(text, _number_ends(text, at))


def _with_unit(text: str, ends: Sequence[int]) -> tuple[int, str] | None:
    """At which of the ends that a number may have a unit follows, and the unit."""
    for end in ends:
        if unit := _unit(text, end):
            return end, unit
    return None


def _parsed(text: str, start: int) -> _Found | None:
    """The number with its unit that begins at a place."""
    core = start + 1 if text.startswith("每", start) else start
    found = _share(text, start, core)
    if found is None and (ends := _number_ends(text, core)):
        found = (
            _range(text, start, core, ends)
            or _list(text, start, core, ends)
            or _single(text, start, core, ends)
        )
    if found is None:
        return None
    per = after = ""
    end = per_start = found.end
    if text[end : end + 1] in ("/", "每") and (match := _per().match(text, end)):
        per, end = match[0], match.end()
    if text[end : end + 1] in _after_begins() and (match := _after().match(text, end)):
        after, end = match[0], match.end()
    return (
        found._replace(end=end, per=per, per_start=per_start, after=after)
        if end > found.end
        else found
    )


def _share(text: str, start: int, core: int) -> _Found | None:
    if text.startswith("分之", core + 1) and (match := _SHARE.match(text, core)):
        numbers = tuple(n for n in (match[2], match[3]) if n)
        form: Form = "range" if match[3] else "one"
        sign: Literal["%", "‰"] = "%" if match[1] == "百分之" else "‰"
        return _Found(start, core, match.end(), form, numbers, "", match[0], sign)
    if ("分之" in text or "/" in text) and (match := _PARTS.match(text, core)):
        numbers = (match[2], match[1]) if match[1] else (match[3], match[4])
        return _Found(start, core, match.end(), "one", numbers, "", match[0], "/")
    return None


def _range(text: str, start: int, core: int, ends: Sequence[int]) -> _Found | None:
    for first in ends:
        for to in {first + len(_unit(text, first)): None, first: None}:
            sep = _TO.match(text, to) if text[to : to + 1] in _TO_SIGNS else None
            if sep is None or (last := _measured(text, sep.end())) is None:
                continue
            end, unit = last
            numbers = text[core:first], text[sep.end() : end]
            if to > first:
                # 三个月至一年: each end has a unit of its own.
                numbers = _in_unit(numbers[0], text[first:to], unit), numbers[1]
            return _Found(start, core, end + len(unit), "range", numbers, unit, text[core:end])
    return None


def _in_unit(numeral: str, unit: str, other: str) -> str:
    """A numeral of one unit, in another of the same kind."""
    (kind, factor), (kind_, factor_) = _units()[unit], _units()[other]
    value = number(numeral)
    if kind_ == "age" and "月" in unit:
        kind, factor = "age", 1 / 12
    if kind != kind_ or factor == factor_ or value is None:
        return numeral
    return f"{value * factor / factor_:.10f}"


def _list(text: str, start: int, core: int, ends: Sequence[int]) -> _Found | None:
    last: tuple[int, str] | None = None
    """Of the last member that a unit follows: where its number ends, and the unit."""
    for members in range(_MEMBERS):
        if members and (measured := _with_unit(text, ends)):
            last = measured
        following = _next_member(text, ends, members > 0)
        if following is None:
            break
        ends = _number_ends(text, following)
    if last is None:
        return None
    end, unit = last
    written = text[core:end]
    numbers = tuple(_EACH.findall(written))
    return _Found(start, core, end + len(unit), "list", numbers, unit, written)


_JOINS = frozenset("、和及或")


def _next_member(text: str, ends: Sequence[int], listed: bool) -> int | None:
    """Where the number of a list begins that follows one with such ends."""
    for end in ends:
        for to in {end + len(_unit(text, end)): None, end: None}:
            if text[to : to + 1] not in _JOINS:
                continue
            for mark in ("、", "和", "及", "或者", "或") if listed else ("、", "和", "及"):
                if text.startswith(mark, to) and _NUMBER.match(text, to + len(mark)):
                    return to + len(mark)
    return None


def _single(text: str, start: int, core: int, ends: Sequence[int]) -> _Found | None:
    for end in ends:
        half = _HALF.match(text, end)
        for to in {half.end() if half else end: None, end: None}:
            behind = to + 1 if text[to : to + 1] in ("余", "多") else to
            for at in {behind: None, to: None}:
                if unit := _unit(text, at):
                    done = at + len(unit)
                    more = text.startswith("半", done) and text[done + 1 : done + 2] not in _NO_HALF
                    return _Found(
                        start,
                        core,
                        done + more,
                        "one",
                        (text[core:end],),
                        unit,
                        text[core:end],
                        half="before" if to > end else "after" if more else "",
                    )
    return None


_NO_HALF = frozenset("年天月数价径自失")


@cache
def _before() -> re.Pattern[str]:
    before = any_of(words("comparators", "at_least_before", "at_most_before", "about_before"))
    # 至少随访4次, 不少于(含)6次, 年满60周岁: a few words may stand between.
    # 最低生活保障标准1.5倍 and 最低工资的70% bound nothing.
    named = r"(?!(?:生活保障|工资|缴费|档|收入|学历|困难))"
    # 不低于上年度当地居民人均可支配收入的6倍: what it is a multiple of may be long.
    return re.compile(
        rf"({before}){named}(?:[为是:(]*[^\d,;。:、零一二三四五六七八九十两半百千万]{{0,6}}"
        r"|(?<=不[低高少超][于过])[^\d,;。:、零一二三四五六七八九十两半百千万]{7,16}的?)$"
    )


@cache
def _cadence() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:每隔(?![一1]?个?{_PERIOD})|每(?!隔)|按|逐|(?P<other>每?隔))(?:{_PERSON}|万人)?(?:[,/]?每)?(?P<n>{_HAN}|\d+)?个?(?P<p>{_PERIOD})(?:度)?"
        rf"|(?P<q>年度|上、?下(?:半年|学期)各|(?:春夏秋冬)?四个?季度?各|学年|[一1](?:年|周|天|日|个?学期|学年|个(?:月|季度|星期))|全年|年均|月均|月人均|年人均))(?P<gap>[^,;。:]{{0,30}})$"
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


def header_unit(text: str) -> str:
    """The unit that a table's head gives its rows: 元/人 of 补贴标准（元/人）:, and only how often
    where it names no more: /年 of 全年应发数如下."""
    if "元" in text:
        plain_ = level(text)
        if ("元/" in plain_ or "元)" in plain_) and (match := _HEADER.search(plain_)):
            return match[1]
    if "：" not in text and ":" not in text and "如下" not in text:
        return ""
    every = _HEADED.match(level(text))
    return f"/{every[1] or every[2]}" if every else ""


_HEADER = lazy(
    r"\((?:单位:)?((?:万|亿)?元(?:/[\u4e00-\u9fff]{1,3}(?:[·/./][\u4e00-\u9fff]{1,2})?)?)\):?"
)
_HEADED = lazy(
    rf"[^:;。\d]{{0,40}}(?:[每按一逐全]个?({_PERIOD})|({_PERIOD})度?总?额)[^,;。:\d]{{0,8}}(?::|如下。?$)"
)
_BARE = lazy(r"\d[\d,]{0,12}(?:\.\d{1,4})?(?=[,;。、)]|$)")


def _row(text: str, start: int, unit: str) -> _Found | None:
    """A bare number whose unit stands in the table's head."""
    match = _BARE.match(text, start)
    if match is None or not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
        return None
    name, slash, _ = unit.partition("/")
    per = unit[len(name) :] if slash else ""
    end = match.end()
    return _Found(start, start, end, "one", (match[0],), name, match[0], per=per, per_start=end)


_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟萬圆")
_SMALL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬圆", "一二三四五六七八九十百千万元")
# 陆佰元整; not the last character of 退伍人员.
_CAPITAL = lazy(
    "[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{1,24}(?:元|圆|角|块)"
    "|[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{2,24}(?=[个名人户次年月天日周亩件%])"
)


def _small(match: re.Match[str]) -> str:
    """The numerals of vouchers as those of prose, character by character."""
    return match[0].translate(_SMALL)


def quantities(text: str, unit: str = "") -> list[Quantity]:
    """All quantities of a text in normal form, in order; ``unit`` is that of bare numbers."""
    found: list[Quantity] = []
    if not _CAPITALS.isdisjoint(text):
        text = _CAPITAL.sub(_small, text)
    special = _SPECIAL.match
    at = 0
    interval: _Found | None = None
    while begins := _BEGINS.search(text, at):
        start = begins.start()
        if text[start] == "一" and start > at and text[start - 1] in _NO_ONE:
            at = start + 1
            continue
        if text[start] == "一" and start > at and text[start - 1 : start + 2] == "进一步":
            at = start + 2
            continue
        match = special(text, start)
        if match and not (match["name"] and _unit(text, match.end())):
            if match["point"]:
                bound = _NO_SOONER.search(text, max(0, start - 4), start)
                if bound and _TIME.fullmatch(match[0]):
                    found.append(_point(match, bound))
                elif one := _proportion(match, text):
                    found.append(one)
            elif match["not"] is None:
                found.append(_named(match))
            at = match.end()
            continue
        number_ = _parsed(text, start) or (_row(text, start, unit) if "元" in unit else None)
        if number_ is None:
            at = start + 1
            continue
        at = number_.end
        if (
            number_.form == "one"
            and number_.unit.lstrip("个") in _DAYS
            and (
                number_.every
                or text[start - 1 : start] == "隔"
                or text[max(0, start - 3) : start].endswith(_CYCLE)
            )
        ):
            # 每2个月更换1次, 每隔6个月1次: the interval belongs to the count that follows; and
            # 周期为三年 says how often, not how long.
            continue
        if _leads_in(number_, text):
            interval = number_
            continue
        quantity = _read(number_, text, found[-1].end if found else 0)
        if quantity is not None:
            if interval is not None and interval.end == number_.start:
                quantity = quantity._replace(
                    start=interval.start,
                    period=_days(interval.unit, interval.written),
                    shown=f"每{interval.written}{interval.unit}{quantity.shown}",
                )
            found.append(quantity)
    found = _inherited(text, _summed(text, _recurring(text, found)))
    if unit.startswith("/"):
        found = [_each_period(q, unit) for q in found]
    return _cadences(text, _joined(text, found))


_CYCLE = ("周期", "周期为", "周期是")


def _each_period(q: Quantity, unit: str) -> Quantity:
    """A sum as often as the head of its table says."""
    if q.kind != "money" or q.period:
        return q
    bare = q.shown.lstrip("≥≤≈")
    bound = q.shown[: len(q.shown) - len(bare)]
    return q._replace(period=_period(unit), shown=f"{bound}每{unit[1:]}{bare}")


def _recurring(text: str, found: list[Quantity]) -> list[Quantity]:
    """两年演出3场, 半年检修一回: how often, with no word for every."""
    result: list[Quantity] = []
    for q in found:
        last = result[-1] if result else None
        if (
            q.kind == "times"
            and last is not None
            and last.kind == "days"
            and (last.bound, last.form, last.period) == ("=", "one", 0.0)
            and last.unit.lstrip("个") in _DAYS
            and last.unit != "小时"
            and not q.period
            and _WITHIN.fullmatch(text, last.end, q.start)
            and not _REACHES.search(text, max(0, last.start - 4), last.start)
        ):
            bare = q.shown.lstrip("≥≤≈")
            bound = q.shown[: len(q.shown) - len(bare)]
            result[-1] = q._replace(
                period=last.values[0],
                shown=f"{bound}每{text[last.start : last.end]}{bare}",
                often=(last.start, last.end),
            )
        else:
            result.append(q)
    return result


_WITHIN = lazy("[^,;。:、内后期前起满的各时]{0,10}")
_REACHES = lazy(
    "(?:[满过逾足第后前续期起近达产孕限龄为隔每生]|缴费|居住|工作|服务|参保|累计|提前|延长)$"
)


def _summed(text: str, found: list[Quantity]) -> list[Quantity]:
    """一年零六个月 is one time, and 一周不少于60小时 one every week."""
    sums: list[Quantity] = []
    for q in found:
        last = sums[-1] if sums else None
        if (
            last is not None
            and last.kind == q.kind == "days"
            and text[last.end : q.start] in ("", "零", "又")
            and last.unit == "年"
            and q.unit in ("个月", "月", "日", "天")
            and len(last.values) == len(q.values) == 1
            and not (q.period or q.soft or last.soft)
        ):
            sums[-1] = last._replace(
                end=q.end,
                values=(last.values[0] + q.values[0],),
                bound=q.bound if last.bound == "=" else last.bound,
                shown=last.shown + q.shown.lstrip("≥≤≈"),
            )
        elif (
            last is not None
            and last.kind == q.kind == "days"
            and last.bound == "="
            and text[last.start : last.end] in _ONCE_EACH
            and not q.period
            and (_HOW_LONG if q.unit in ("小时", "个小时", "分钟") else _PAID).fullmatch(
                text[last.end : q.start]
            )
        ):
            shown = f"每{text[last.start + 1 : last.end]}{q.shown.lstrip('≥≤≈')}"
            bound = "" if q.bound == "=" else q.bound
            sums[-1] = q._replace(period=last.values[0], shown=bound + shown)
        else:
            sums.append(q)
    return sums


_ONCE_EACH = ("一周", "1周", "一天", "1天", "一日", "1日", "一年", "1年")
_PAID = lazy("(?:按|共|只|计发|发放?|拨付|支付){1,3}")
_HOW_LONG = lazy("(?:累计|共|总计|开放|服务|营业|锻炼|活动|时间|为|达到?|应当?){0,4}")


def _leads_in(found: _Found, text: str) -> bool:
    """Whether a time is the interval of the count right behind it: 十五日一次."""
    if found.form != "one" or found.after or found.per or found.unit.lstrip("个") not in _DAYS:
        return False
    measured = _measured(text, found.end)
    if text[found.start - 1 : found.start] in ("后", "前", "孕", "产"):
        # 产后28天1次: then, not again and again.
        return False
    return measured is not None and measured[1] in ("次", "场", "回", "期")


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
            and q.start - last.end <= 14
            and not re.search("[;。]", text[last.end : q.start])
        ):
            q = q._replace(period=last.period)
        row.append(q)
    return row


_NAMED = {
    "全天候": (1.0, "days"),
    "全额": (1.0, "ratio"),
    "一半": (0.5, "ratio"),
    "半数": (0.5, "ratio"),
    "减半": (5.0, "discount"),
    "半价": (5.0, "discount"),
    "半票": (5.0, "discount"),
    "对折": (5.0, "discount"),
}


def _named(match: re.Match[str]) -> Quantity:
    """A day of the year or month, 当场 and the like, and the quantities that have names."""
    start, end = match.span()
    if match["season"]:
        return _season(match)
    if match["date"]:
        month, day = (re.search(rf"(\d+|{_HAN_DAY}){one}", match[0]) for one in "月日")
        # The last day of a month is its end, however many it has.
        last = min(int(number(day[1]) or 0), 30) if day else 30
        when = (int(number(month[1]) or 0) * 30 if month else 0) + last
        return Quantity(start, end, (float(when),), "≤", "date", 0.0, match[0])
    if match["clock"]:
        return _opening(match)
    if match["week"]:
        days = re.findall(rf"(?<=[周期、和及至到~-]){_DAY}", match[0].replace("天", "日"))
        first, last = ("一二三四五六日".index(day) for day in (days[0], days[-1]))
        count = (last - first) % 7 + 1 if re.search("[至到~-]", match[0]) else len(days)
        return Quantity(start, end, (float(count),), "=", "weekdays", 7.0, match[0])
    if match["cross"]:
        days_, hours = (float(one) for one in re.findall(r"\d+", match[0])[:2])
        # Around the clock, every day; else so many hours a week.
        span = hours * _units()["小时"][1]
        value, period = (1.0, 0.0) if days_ == 7 else (days_ * span, 7.0)
        return Quantity(start, end, (value,), "=", "days", period, match[0], unit="小时")
    if match["named"]:
        if match["named"] not in _NAMED:
            # All the year round.
            return Quantity(start, end, (1.0,), "=", "cadence", 1.0, match[0], soft=True)
        value, kind = _NAMED[match["named"]]
        return Quantity(start, end, (value,), "=", kind, 0.0, match[0], soft=True)
    soon = 0.5 if "当日" in match[0] or "当天" in match[0] else 0.01
    return Quantity(start, end, (soon,), "≤", "days", 0.0, match[0], soft=True)


def _point(match: re.Match[str], bound: re.Match[str]) -> Quantity:
    """A time of the day that something is not to end before, or not to begin after."""
    hour, minute = match[0].split(":")
    value = int(hour) + int(minute) / 60
    sign: Bound = "≥" if bound[1] else "≤"
    return Quantity(bound.start(), match.end(), (value,), sign, "clock", 0.0, bound[0] + match[0])


_TIME = lazy(r"\d{1,2}:\d{2}")
_COMPARED = lazy("(?:比例?|配比|配备|配置)[^,;。:]{0,10}$")
_STAFF_LAST = lazy(
    "[生幼患床][师护医教](?:的?比例?)?[^,;。]{0,6}$"
    "|(?:人|生|者|童|幼|床|位)(?:与|和|、|对)[^,;。与和]{0,6}(?:员|师|护士|医生|职工|民警|社工)[^,;。]{0,10}$"
)
_SET = lazy("的?(?:比例)?(?:配备|配置|设置|配建)")
_SPLIT = lazy("财政|中央|省|市县|分担|负担|承担|出资|配套|筹")
"""Who pays how much of something is no measure of it."""


def _proportion(match: re.Match[str], text: str) -> Quantity | None:
    """1:9 of 师幼比不低于1:9: how many of the second there are to one of the first; but how many
    people to one of the staff, in whichever order."""
    start, end = match.span()
    before = text[max(0, start - 24) : start]
    compared = _COMPARED.search(before) or _SET.match(text, end)
    if not compared or _SPLIT.search(before + text[end : end + 8]):
        return None
    one, other = (number(part) or 0.0 for part in re.split("[:比]", match[0]))
    found = _Found(start, start, end, "one", (match[0],), "", match[0])
    bound, start = _bound(found, text, 0)
    if _STAFF_LAST.search(before) or _WOMEN_FIRST.search(before):
        one, other = other, one
    elif bound == "≤" and "男" in before:
        # Men to women at most 2:3 is women to men at least 3:2.
        bound = "≥"
    if not one:
        return None
    return Quantity(start, end, (other / one,), bound, "proportion", 0.0, match[0])


_WOMEN_FIRST = lazy("女[^,;。:男女]{0,6}[与和比对、:]?男[^,;。:男女]*$")


_HOURS = lazy(
    rf"(?P<part>\D*?)(?P<hour>{_NUMERAL})"
    rf"(?::(?P<minute>\d{{2}})|[点时](?:(?P<m>{_NUMERAL})分|(?P<half>半))?)"
)


def _season(match: re.Match[str]) -> Quantity:
    """From when to when in the year: how many days it lasts."""
    first, last = (
        (int(number(one[1]) or 0), int(number(one[2]) or 0) if one[2] else 0)
        for one in _DAY_OF.finditer(match[0])
    )
    begins = 30 * first[0] + (first[1] or 1)
    ends = 30 * last[0] + min(last[1] or 30, 30)
    return Quantity(
        *match.span(), (float((ends - begins) % 360 + 1),), "=", "season", 0.0, match[0]
    )


_DAY_OF = lazy(rf"({_NUMERAL})月(?:({_NUMERAL})日)?")


def _opening(match: re.Match[str]) -> Quantity:
    """From when to when: as long as it lasts."""
    start, end = match.span()
    begins, ends = (
        (one["part"], (number(one["hour"]) or 0) + _minutes(one) / 60)
        for one in _HOURS.finditer(match[0])
    )
    first, last = begins[1], ends[1]
    if match.string[max(0, start - 2) : start].endswith(_LATE) and first < 12:
        first += 12
    if ends[0].endswith(_LATE) and last < 12:
        last += 12
    while last <= first:
        # 8:00至6:00 ends on the next day; 2:00至5:00 behind 下午 does not.
        last += 24
    return Quantity(start, end, (round(last - first, 4),), "=", "opening", 0.0, match[0])


def _minutes(one: re.Match[str]) -> int:
    return 30 if one["half"] else int(number(one["minute"] or one["m"] or "0") or 0)


_LATE = ("下午", "傍晚", "晚", "晚上")


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """年满60周岁不满65周岁 is one range, and so is 1倍以上、1.5倍以下."""
    joined: list[Quantity] = []
    for q in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == q.kind
            and last.form == q.form == "one"
            and (last.bound, q.bound) == ("≥", "≤")
            and q.start - last.end <= (3 if q.kind == "age" else 1)
            and (q.kind == "age" or (q.kind == "ratio" and last.unit == q.unit))
        ):
            # Whoever is under 65 is at most 64: ages are counted in whole years.
            under = q.kind == "age" and re.search("不满|未满|不足", text[last.end : q.end])
            values = (last.values[0], q.values[0] - (1 if under else 0))
            shown = f"{last.shown.lstrip('≥')}—{q.shown.lstrip('≤')}"
            joined[-1] = last._replace(
                end=q.end, values=values, bound="=", shown=shown, form="range"
            )
        else:
            joined.append(q)
    return joined


_RECURRING = lazy("[每按逐隔]|以[年月季周学自]|分(?:12|十二)个月|周期")


def _cadences(text: str, found: list[Quantity]) -> list[Quantity]:
    """Add how often something is done where no number says how many times (按月, 每日)."""
    extra: list[Quantity] = []
    if not _RECURRING.search(text):
        return found
    ends = [q.end for q in found]
    for match in _every().finditer(text):
        start, end = match.span()
        following = re.split("[,;。:、]", text[end : end + 22])[0]
        reach = end + len(following)
        # They stand in order and apart: the first that ends late enough begins first, too.
        next_ = bisect_left(ends, start - 4)
        if next_ < len(found) and re.search("[,;。:]", text[ends[next_] : start]):
            # 100元,按月发放: that of another clause.
            next_ += 1
        if next_ < len(found) and found[next_].start <= reach:
            continue
        name = match["p"] or match["as"] or match["in"] or match["cp"]
        period = _days(name, match["n"] or match["c"]) * (2 if match["other"] else 1)
        if next_ < len(found) and found[next_].shown.lstrip("≥≤≈").startswith(match[0]):
            # The period of a count farther on.
            continue
        extra.append(
            Quantity(
                start, end, (1.0,), "=", "cadence", period, match[0], soft=True, often=(start, end)
            )
        )
    return sorted([*found, *extra], key=lambda q: q.start) if extra else found


@cache
def _every() -> re.Pattern[str]:
    return re.compile(
        rf"(?:每|按|逐|(?P<other>隔))(?P<n>{_HAN}|\d+)?个?(?P<p>{_PERIOD})(?:度)?(?!龄)"
        rf"|以(?P<as>{_PERIOD})[为计]|分(?:12|十二)个(?P<in>月)|周期[为是]?(?P<c>{_HAN}|\d+)个?(?P<cp>{_PERIOD})"
    )


def _read(match: _Found, text: str, since: int) -> Quantity | None:
    """The quantity of a number; ``since`` is where the one before it ended."""
    values = _values(match)
    if values is None:
        return None
    unit = match.unit
    form: Form = match.form
    kind, factor = _units()[unit] if unit else ("ratio", 1.0)
    unit_name = unit or "%"
    bound, start = _bound(match, text, since)
    if kind == "days" and form == "one" and not _is_span(match, text):
        return None
    if kind == "days" and unit in ("个月", "月") and _is_age(match, text):
        kind, factor = "age", 1 / 12
    if kind == "points" and bound == "=":
        return None
    if unit == "度" and (
        _POWER.search(text, max(since, match.start - 12), match.start)
        or _POWERED.match(text, match.end)
    ):
        kind, factor = _units()["千瓦时"]
    if kind == "discount" and values[0] > 10:
        factor = 0.1
    if (
        kind == "grade"
        and form == "list"
        and values == tuple(values[0] + n for n in range(len(values)))
    ):
        form, values = "range", (values[0], values[-1])
    values = tuple(value * factor for value in values)
    period = _period(match.per)
    every = None
    if kind not in ("age", "ratio", "grade") and not period:
        every = _cadence().search(text[max(since, match.start - 40) : match.start])
    shown = _shown(match)
    often = (0, 0)
    if every and every["q"] == "全年" and "小时" in unit:
        # 全年24小时 is every day of it.
        every = None
    if every:
        period = _days(every["p"] or every["q"], every["n"]) * (2 if every["other"] else 1)
        shown = every[0][: len(every[0]) - len(every["gap"])] + shown
        begins = max(since, match.start - 40) + every.start()
        often = begins, match.start - len(every["gap"])
        if not every["gap"]:
            start = min(start, begins)
    if match.every and kind != "days":
        kind = f"per-{kind}"
    shown = ("" if bound == "=" else bound) + shown
    end = match.end
    if kind == "age" and form == "range":
        bound = "="
    if kind == "age" and match.per:
        # 1—3岁每年2次: the period is the count's.
        end, period, shown = match.per_start, 0.0, shown.removesuffix(match.per)
    return Quantity(start, end, values, bound, kind, period, shown, form, unit_name, often=often)


_POWER = lazy("电[^温热,;。]*$")
_POWERED = lazy("[^温热,;。]{0,3}电")


def _values(match: _Found) -> tuple[float, ...] | None:
    numbers = match.numbers
    if match.form == "range" and not match.share:
        first, second = numbers
        if second[-1] in "千万亿" and first[-1] not in "十百千万亿":
            # 三至五万元: the order of magnitude stands for both ends.
            numbers = first + second[-1], second
    values: list[float] = []
    for one in numbers:
        value = number(one)
        if value is None:
            return None
        values.append(value)
    if match.share == "/":
        return (values[0] / values[1],) if values[1] else None
    if match.share:
        base = 0.01 if match.share == "%" else 0.001
        return tuple(value * base for value in values)
    return (values[0] + 0.5,) if match.half else tuple(values)


def _period(text: str | None) -> float:
    """The period in days that 元/人·月 or 每人每月 behind a number names."""
    found = re.findall(_PERIOD, text) if text else ()
    return _days(found[-1], None) if found else 0.0


def _days(name: str, count: str | None) -> float:
    if name.endswith("各"):
        return _DAYS[next((one for one in ("半年", "学期") if one in name), "季")]
    name = name.lstrip("一1个")
    days = _DAYS.get(name) or (365.0 if "年" in name else 365 / 12)
    return days * ((number(count) or 1) if count else 1)


def _bound(match: _Found, text: str, since: int) -> tuple[Bound, int]:
    """The bound and where it begins."""
    signs, core = _bounds(), match.core
    window = max(since, core - 20)
    before = _before().search(text[window:core])
    start = core
    sign: Bound = "="
    if before:
        sign = signs[f"before:{before[1]}"]
        if before.end(1) == before.end() or before[0].endswith(("(", ":", "为", "是")):
            start = window + before.start()
    if match.after:
        bare = re.sub(r"\([^)]*\)", "", match.after)
        sign = signs.get(f"after:{bare}", sign) if sign in ("=", "≈") else sign
    return sign, start


def _is_span(match: _Found, text: str) -> bool:
    """Whether 3月, 10日 or 2年 is a length of time, not a date or the name of a year."""
    if match.unit == "年":
        return (number(match.written) or 0) < 100
    if match.unit == "月":
        if re.search("[每当次今]年$", text[max(0, match.core - 2) : match.core]):
            # 每年六月 is a month.
            return False
        return match.half == "before" or not match.written.isdigit()
    # A day of the month (每月10日前) is no length.
    head = text[max(0, match.core - 4) : match.core]
    return not (match.unit == "日" and re.search(r"月(?:的)?$", head))


def _is_age(match: _Found, text: str) -> bool:
    tail = text[match.end : match.end + 8]
    if re.match(r"(?:龄|的?(?:婴|幼|儿童|宝宝))", tail):
        return True
    return match.form == "range" and bool(re.match(r".{0,4}(?:婴|幼|儿)", tail))


def _shown(match: _Found) -> str:
    unit, per = match.unit, match.per
    if match.share == "/":
        return match.written if "/" in match.written else "分之".join(match.numbers[::-1])
    if match.share:
        return "—".join(plain(number(n) or 0) for n in match.numbers) + match.share
    if match.form == "range":
        if re.search(r"\d\.\d{10}$", match.numbers[0]):
            return f"{match.written}{unit}{per}"
        a, b = (number(n) or 0 for n in match.numbers)
        return f"{plain(a)}—{plain(b)}{unit}{per}"
    if match.form == "list":
        return f"{match.written}{unit}"
    value = (_values(match) or (0.0,))[0]
    if value >= 10_000 and value % 1000 == 0:
        return f"{plain(value / 10_000)}万{unit}{per}"
    return f"{plain(value)}{unit}{per}"
