"""What a new standard is called, of which place and level it is, and what it builds on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwu_diff.standard.model import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.standard.model import Level, Standard

_PLACE = re.compile(
    r"^[《〈“\"\s]*(?P<place>[\u4e00-\u9fff]{1,20}?(?:自治区|自治州|自治县|自治旗|特别行政区|[省市县区州盟旗]))"
    r"(?=(?:级|本级)?基本公共服务)"
)
_NATION = re.compile(r"^[《〈“\"\s]*(?:国家|中华人民共和国)基本公共服务")
_PROVINCES = ("省", "自治区", "特别行政区", "北京市", "天津市", "上海市", "重庆市")
_PREFECTURES = ("自治州", "盟", "地区")
_COUNTIES = ("自治县", "自治旗", "县", "区", "旗")


@dataclass(frozen=True, slots=True)
class Guess:
    """Place and level as a title tells them; "" and None where it does not."""

    name: str = ""
    level: Level | None = None


def guess(title: str) -> Guess:
    """金华市婺城区基本公共服务标准 is a county's. Of a bare 市 nobody can tell whether it is a
    prefecture or a county."""
    if _NATION.match(title):
        return Guess("国家", "national")
    found = _PLACE.match(title)
    if found is None:
        return Guess()
    name = found["place"]
    for level, endings in (
        ("province", _PROVINCES),
        ("prefecture", _PREFECTURES),
        ("county", _COUNTIES),
    ):
        if name.endswith(endings):
            return Guess(name, level)  # type: ignore[arg-type]
    # 金华市义乌市, 浙江省义乌市: of two places the second is the lower one.
    return Guess(name, "county" if "市" in name[:-1] else None)


def upper_refs(level: Level | None, edition: str, library: Sequence[Standard]) -> list[str]:
    """The standards of the levels above, nearest first: of each place the newest edition that is
    not newer than ``edition``, else its newest. A level with several places is left out: which
    of them is the one above is not known."""
    if level is None:
        return []
    found: list[str] = []
    for above in reversed(LEVELS[: LEVELS.index(level)]):
        places: dict[str, list[Standard]] = {}
        for standard in library:
            if standard.level == above:
                places.setdefault(standard.jurisdiction, []).append(standard)
        if len(places) == 1:
            (editions,) = places.values()
            older = [one for one in editions if one.edition <= edition]
            found.append(max(older or editions, key=lambda one: one.edition).ref)
    return found
