"""Offices and places of every tier, recognised by lexicon and form, in any province."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.cues import pairs_of, places_of
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups, longest_first, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Office(NamedTuple):
    """A named office: where it stands and what it is for, whatever its tier."""

    start: int
    end: int
    fields: frozenset[str]
    """``卫生健康``; several for an office merged of several."""
    tier: str
    """The words of place and tier before it: ``省``, ``金华市``, ``县级人民政府``."""


# Bodies whose short names need no ending.
_BARE = (
    *("残疾人联合会", "残联", "妇女联合会", "妇联", "总工会", "工会", "关工委", "经办机构"),
    *("共青团", "团委", "团中央", "团省委", "团市委", "团县委", "团区委", "团州委"),
)
_LEAGUE = lazy(
    "(?:中央|(?:[\u4e00-\u9fff]{2,3})?(?:省|市|县|区|州)?委(?:员会)?)(?![\u4e00-\u9fff])"
)
"""共青团浙江省委: what may follow the name of the league."""


@cache
def fields_by_name() -> dict[str, str]:
    """The field that each of its names stands for: 卫健 → 卫生健康."""
    return {name: group[0] for group in groups("agencies", "fields") for name in group}


_PLACE_ENDS = frozenset("省市县区州盟旗")
_SMALL_ENDS = frozenset("县区州盟旗")
_REACH = 40
"""The words of place and tier before an office are never longer."""

_Words = dict[str, list[str]]
"""Words by their first two characters (by the only one, where they have no more), the longest
first. Texts are walked with such tables: one pattern of all the words tries each of them at each
character, and takes long to compile."""


def _table(found: Iterable[str]) -> _Words:
    table: _Words = {}
    for word in longest_first(found):
        table.setdefault(word[:2], []).append(word)
    return table


def _by_first(found: Iterable[str]) -> _Words:
    table: _Words = {}
    for word in longest_first(found):
        table.setdefault(word[0], []).append(word)
    return table


def _begins(found: Iterable[str]) -> frozenset[str]:
    """What some words, of two characters or more, begin with."""
    return frozenset(word[:2] for word in found)


def _at(table: _Words, text: str, at: int) -> list[str]:
    """The words of a table that begin at a place, the longest first."""
    some = table.get(text[at : at + 2])
    found = [word for word in some if text.startswith(word, at)] if some else []
    if at + 1 < len(text):
        found += table.get(text[at], ())
    return found


@cache
def _field_names() -> _Words:
    return _table(list(fields_by_name()))


@cache
def _endings() -> _Words:
    return _by_first(words("agencies", "endings"))


@cache
def _tiers() -> _Words:
    return _table([*words("agencies", "tiers", "provinces"), "省", "市"])


@cache
def _cores() -> frozenset[str]:
    """What the name of an office may begin with."""
    return _begins((*_field_names(), *_BARE))


class _Core(NamedTuple):
    """An office without the words of place and tier before it."""

    start: int
    end: int
    named: str
    """The words for what it is for."""


def _core(text: str, at: int) -> _Core | None:
    """The office whose own name begins at a place."""
    if text[at : at + 2] not in _cores():
        return None
    endings = _endings()
    for end in _fields_end(text, at):
        ending = end + 2 if text.startswith("工作", end) else end
        for place in {ending: None, end: None}:
            for word in endings.get(text[place : place + 1], ()):
                done = place + len(word)
                if text.startswith(word, place) and text[done : done + 1] not in _NO_OFFICE:
                    return _Core(at, _with_branch(text, done), text[at:end])
    for word in _BARE:
        if text.startswith(word, at):
            done = at + len(word)
            if word == "共青团" and (more := _LEAGUE.match(text, done)):
                done = more.end()
            return _Core(at, _with_branch(text, done), word)
    return None


_NO_OFFICE = frozenset("队件品")
"""部队, 部件: no ending of an office's name."""


def _fields_end(text: str, at: int) -> Iterator[int]:
    """Where the names of fields that begin at a place may end: 教育和体育局, 民政、… ."""
    for name in _at(_field_names(), text, at):
        yield from _more_fields(text, at + len(name), _FIELDS)


_FIELDS = 6
"""No office has more fields in its name."""


def _more_fields(text: str, at: int, most: int) -> Iterator[int]:
    if most:
        for start in (at + 1, at) if text[at : at + 1] in ("和", "与") else (at,):
            for name in _at(_field_names(), text, start):
                yield from _more_fields(text, start + len(name), most - 1)
    yield at


def _with_branch(text: str, end: int) -> int:
    """义乌市公安局城西分局: the branch belongs to the name."""
    for length in (4, 3, 2):
        if text.startswith("分局", end + length) and _is_han(text[end : end + length]):
            return end + length + 2
    return end


def _is_han(text: str) -> bool:
    return not text or (min(text) >= "\u4e00" and max(text) <= "\u9fff")


def _tier_ends(text: str, at: int) -> list[int]:
    """Where a word of place or tier that begins at a place may end."""
    found = [at + len(word) for word in _at(_tiers(), text, at)]
    found += [
        end + 1
        for end in (at + 2, at + 3)
        if text[end : end + 1] in _PLACE_ENDS
        and _is_han(text[at:end])
        # 预警由市规划局, 政府或者县教育局, 审核后报县民政局, 会同市财政局: no place.
        and _NO_NAME.isdisjoint(text[at:end])
        and text[end - 1] not in "经向对为按从在"
        and "会同" not in text[at:end]
        # 核定和县民政局, but 太和县民政局.
        and (text[end - 1] not in "和与及" or text[at:end] in _ENDING_SO)
    ]
    first = text[at : at + 1]
    if first in _SMALL_ENDS:
        found.append(at + 1)
    if first in _LINKS:
        found += [at + len(word) for word in _LINKS[first] if text.startswith(word, at)]
    return found


_ENDING_SO = frozenset(["太和", "泰和", "西和", "政和"])
_NO_NAME = frozenset("由或报请")
"""No place has these in its name."""
_LINKS = _by_first(["人民政府", "中国", "的", "以上", "地方", "级"])
"""What may stand between the words of place and tier and the office."""


class _Search:
    """Looks for the beginning of the first office that stands at or after a place."""

    def __init__(self, text: str, core: _Core, since: int) -> None:
        self.text = text
        self.first = core
        self.since = max(since, core.start - _REACH)
        self.until = core.start + _REACH
        self.known: dict[int, _Core | None] = {}

    def run(self) -> tuple[int, _Core]:
        """Where it begins with its words of place and tier, and the office proper."""
        first = here = self.first.start
        longest = _longest_tier()
        for at in range(here - 1, self.since - 1, -1):
            if self.led(at):
                first = at
            elif at < first - longest:
                break
        return first, self.led(first) or self.first

    def led(self, at: int) -> _Core | None:
        """The office that words of place and tier from here on lead to, if they do."""
        if at in self.known:
            return self.known[at]
        found = None
        if at <= self.until:
            for end in _tier_ends(self.text, at):
                if found := self.led(end):
                    break
            else:
                found = _core(self.text, at)
        self.known[at] = found
        return found


@cache
def _longest_tier() -> int:
    return max(len(word) for found in _tiers().values() for word in found)


_STRETCH = lazy("[^,;。:、()]+")


def _begins_of_offices(text: str) -> Iterator[int]:
    """Where the name of an office may begin: no mark stands between there and its ending, and in
    most sentences there is none."""
    signs = _signs()
    if signs.isdisjoint(text):
        return
    pairs = pairs_of(text)
    for match in _STRETCH.finditer(text):
        if not signs.isdisjoint(match[0]):
            start, end = match.span()
            yield from (start + at for at in places_of(_cores(), pairs[start:end]))


@cache
def _signs() -> frozenset[str]:
    """Where none of these stands, no office is named."""
    endings = words("agencies", "endings")
    short = frozenset(word for word in endings if len(word) == 1)
    return short.union(word[-1] for word in (*endings, *_BARE) if short.isdisjoint(word))


def offices(text: str) -> tuple[Office, ...]:
    """The offices named in a text in normal form."""
    if "。" not in text[:-1]:
        return _offices(text)
    # Of a new edition most sentences are those of the old one.
    return tuple(
        one._replace(start=at + one.start, end=at + one.end)
        for at, sentence in apart(text)
        for one in _offices(sentence)
    )


def apart(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text: no name goes past a full stop."""
    at = 0
    while at < len(text):
        end = text.find("。", at) + 1 or len(text)
        yield at, text[at:end]
        at = end


@lru_cache(maxsize=1024)
def _offices(text: str) -> tuple[Office, ...]:
    found: list[Office] = []
    fields = fields_by_name()
    done = 0
    for at in _begins_of_offices(text):
        core = _core(text, at) if at >= done else None
        if core is None:
            continue
        start, core = _Search(text, core, done).run()
        parts = frozenset(fields[name] for name in _names_in(core.named))
        # 由义乌市: the preposition is no part of the place.
        while start < core.end and text[start] in "由在向对为与和及经按":
            start += 1
        found.append(Office(start, core.end, parts, text[start : core.start]))
        done = core.end
    if "、" in text or "等" in text:
        found += _listed(text, found)
        found.sort()
    return tuple(found)


_SUCH = lazy("等(?:有关|相关|政府|行政|主管)*(?:部门|单位|机关)")


def _listed(text: str, known: Sequence[Office]) -> Iterator[Office]:
    """公安、民政、卫生等部门: the offices of a list whose last member alone has the ending."""
    fields = fields_by_name()
    taken = {one.end for one in known}
    for start in [*(one.start for one in known), *(m.start() for m in _SUCH.finditer(text))]:
        at = start
        while at > 1:
            end = at - 1 if text[at - 1] in "、和与及" else at
            if end == at and text[at] != "等":
                break
            options = (text[max(0, end - n) : end] for n in _LENGTHS)
            name = next((one for one in options if one in fields), "")
            if not name or end in taken:
                break
            at = end - len(name)
            taken.add(end)
            yield Office(at, end, frozenset({fields[name]}), "")


_LENGTHS = range(11, 1, -1)
"""How long the name of a field may be."""


def _names_in(named: str) -> list[str]:
    """The names of fields in 教育和体育."""
    found: list[str] = []
    at = 0
    while at < len(named):
        if names := _at(_field_names(), named, at):
            found.append(names[0])
            at += len(names[0])
        else:
            at += 1
    return found


@cache
def _place_words() -> tuple[_Words, frozenset[str]]:
    """The words that only say where, and those that look like it and are not."""
    none = words("words", "no_place")
    tiers = [word for word in words("agencies", "tiers") if len(word) > 1]
    provinces = [
        name + end for name in words("agencies", "provinces") for end in ("省", "市", "自治区", "")
    ]
    return _table([*none, *tiers, *provinces]), frozenset(none)


_ALL_BELOW = lazy(
    r"各?市?、?(?:县|区)(?:\((?:市|区|县|旗)(?:[、,](?:市|区|县|旗)){0,9}\)|、(?:市|区|旗)){1,9}"
    r"(?:人民政府|政府)?"
)
_BELOW_BEGINS = frozenset(
    (
        *("各市", "各、", "各县", "各区", "市、", "市县", "市区"),
        *("、县", "、区", "县(", "县、", "区(", "区、"),
    )
)
_GOVERNMENT = lazy(r"(?:[县市区]级)?(?:人民政府|政府)?")
_EACH = lazy(r"各(?:乡镇|镇街|镇|县|区|市)(?:\(街道\)|街道)?")
_BODIES = (
    *("人民政府", "各级政府", "乡镇人民政府", "乡镇政府", "乡镇(街道)", "镇(街道)", "镇街"),
    *("街道办事处", "街道办"),
)


@cache
def _place_begins() -> frozenset[str]:
    table, _ = _place_words()
    return _begins([*table, *_BELOW_BEGINS, "各乡", "各镇", *_BODIES])


def _place(text: str, at: int) -> tuple[int, bool]:
    """Where the place that begins here ends (0: there is none), and whether it is one."""
    table, none = _place_words()
    found = _at(table, text, at)
    for word in found:
        if word in none:
            return at + len(word), False
    if text[at : at + 2] in _BELOW_BEGINS and (match := _ALL_BELOW.match(text, at)):
        return match.end(), True
    if found:
        match = _GOVERNMENT.match(text, at + len(found[0]))
        return match.end() if match else at + len(found[0]), True
    if text[at] == "各" and (match := _EACH.match(text, at)):
        return match.end(), True
    if not text.startswith(_BODIES, at):
        return 0, True
    ends = (at + len(word) for word in _BODIES if text.startswith(word, at))
    # 到街道办理 names the street, not its office.
    return next((end for end in ends if text[end : end + 1] != "理"), 0), True


_MARKED = frozenset(",;。:、(由在向对为是与和及或经全至到按照据被的有")
"""The name of a place begins behind one of these, or with the text."""
_NO_NAME_BEGINS = frozenset("照在")
"""按照金华市: the preposition is no part of the name."""
_PREPOSITIONS = frozenset("由向对")
"""可向市民政局 names no 可向市."""
_NAME_ENDS = lazy(r"[市县区州盟旗省](?!级|民|场|政|外|内|域)")


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Names of two or three characters with what they are: 义乌市."""
    since = 0
    for match in _NAME_ENDS.finditer(text):
        end = match.start()
        for start in (end - 3, end - 2):
            if (
                start >= since
                and (start == 0 or text[start - 1] in _MARKED)
                and text[start] not in _NO_NAME_BEGINS
                and _is_han(text[start:end])
                and _PREPOSITIONS.isdisjoint(text[start:end])
            ):
                yield start, end + 1
                since = end + 1
                break


def places(text: str) -> tuple[tuple[int, int], ...]:
    """Spans that only say where: 全省, 本市, 义乌市, 各县(市、区)人民政府."""
    if "。" not in text[:-1]:
        return _places(text)
    return tuple(
        (at + start, at + end) for at, sentence in apart(text) for start, end in _places(sentence)
    )


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    skip: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for at in places_of(_place_begins(), pairs_of(text)):
        if at < done:
            continue
        end, real = _place(text, at)
        if end:
            (spans if real else skip).append((at, end))
            done = end
    ends = [end for _, end in skip]
    for start, end in _names(text):
        next_ = bisect_right(ends, start)
        if next_ == len(skip) or skip[next_][0] >= end:
            spans.append((start, end))
    return tuple(sorted(spans))
