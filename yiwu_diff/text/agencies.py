"""Offices and places of every tier, recognised by lexicon and form, in any province."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from yiwu_diff.text.lexicon import any_of, groups, words


class Office(NamedTuple):
    """A named office: where it stands and what it is for, whatever its tier."""

    start: int
    end: int
    fields: frozenset[str]
    """``卫生健康``; several for an office merged of several."""
    tier: str
    """The words of place and tier before it: ``省``, ``金华市``, ``县级人民政府``."""


# Bodies whose short names need no ending.
_BARE = ("残疾人联合会", "残联", "妇女联合会", "妇联", "总工会", "工会", "共青团", "团委", "关工委")


@cache
def fields_by_name() -> dict[str, str]:
    """The field that each of its names stands for: 卫健 → 卫生健康."""
    return {name: group[0] for group in groups("agencies", "fields") for name in group}


@cache
def _office() -> re.Pattern[str]:
    fields = any_of(list(fields_by_name()))
    endings = any_of(words("agencies", "endings"))
    tiers = any_of([*words("agencies", "tiers", "provinces"), "省", "市"])
    return re.compile(
        rf"(?P<tier>(?:{tiers}|[\u4e00-\u9fff]{{2,3}}?[省市县区州盟旗]|[县区州盟旗]|人民政府|中国|的|以上|地方|级)*)"
        rf"(?:(?P<fields>(?:{fields})(?:(?:[和与])?(?:{fields}))*)(?:工作)?(?:{endings})(?!队|[件品])"
        rf"|(?P<bare>{'|'.join(_BARE)}))"
        rf"(?:[\u4e00-\u9fff]{{2,4}}分局)?"
    )


@cache
def _each() -> re.Pattern[str]:
    return re.compile(any_of(list(fields_by_name())))


@cache
def _place() -> re.Pattern[str]:
    tiers = any_of(
        [t for t in words("agencies", "tiers") if len(t) > 1]
        + [p + s for p in words("agencies", "provinces") for s in ("省", "市", "自治区", "")]
    )
    no_place = any_of(words("words", "no_place"))
    return re.compile(
        rf"(?P<no>{no_place})"
        rf"|各?市?、?(?:县|区)(?:\((?:市|区|县|旗)(?:[、,](?:市|区|县|旗))*\)|、(?:市|区|旗))+(?:人民政府|政府)?"
        rf"|(?:{tiers})(?:[县市区]级)?(?:人民政府|政府)?"
        rf"|各(?:乡镇|镇街|镇|县|区|市)(?:\(街道\)|街道)?"
        rf"|(?:人民政府|各级政府|乡镇人民政府|乡镇\(街道\)|镇\(街道\)|街道办事处)"
    )


_NAMED = re.compile(
    r"(?:^|(?<=[,;。:、(由在向对为是与和及或经全至到按据被的有]))([\u4e00-\u9fff]{2,3}?)[市县区州盟旗省](?!级|民|场|政|外|内|域)"
)


def offices(text: str) -> list[Office]:
    """The offices named in a text in normal form."""
    fields = fields_by_name()
    found = []
    for match in _office().finditer(text):
        named = match["bare"] or match["fields"]
        parts = frozenset(fields[name] for name in _each().findall(named))
        start = match.start()
        # 由义乌市: the preposition is no part of the place.
        while start < match.end() and text[start] in "由在向对为与和及经按":
            start += 1
        found.append(Office(start, match.end(), parts, text[start : match.end("tier")]))
    return found


def places(text: str) -> list[tuple[int, int]]:
    """Spans that only say where: 全省, 本市, 义乌市, 各县(市、区)人民政府."""
    skip: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    for match in _place().finditer(text):
        (skip if match["no"] else spans).append(match.span())
    spans += (
        match.span()
        for match in _NAMED.finditer(text)
        if not any(a < match.end() and match.start() < b for a, b in skip)
    )
    return sorted(spans)
