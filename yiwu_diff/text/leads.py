"""The agencies that the text of ``lead`` names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.text.agencies import offices

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTED = re.compile(r"[、，,；;/\n]+")
_AND = re.compile(r"[和与及]")
_OPEN, _CLOSE = "（(〔[", "）)〕]"
_TIER = re.compile(r"(?:国家|中央|中共|[\u4e00-\u9fff]{0,3}[省市县区州盟旗])(?=[\u4e00-\u9fff])")
"""How the name of an office of some place begins: 市, 义乌市."""
_ENDING = re.compile(
    r"(?:局|厅|委|委员会|办公室|办|部门|部|署|总署|院|法院|检察院|政府|中心|联合会|残联|妇联|文联|社科联"
    r"|科协|侨联|工商联|总工会|工会|共青团|团委|公司|银行|大队|支队|站|所|队)$"
)
_ROLE = re.compile(
    r"^(?:由|牵头单位[:：]|责任单位[:：])|(?:共同|联合)?(?:牵头|负责|配合)?(?:实施|落实)?等?$"
)


def agencies(lead: str | None) -> tuple[str, ...]:
    """The agencies that a lead names.

    和 and 与 divide only where both sides are whole names: 市教育局和市残联, but not
    市人力资源和社会保障局.
    """
    named: list[str] = []
    for piece in _outside_brackets(lead or ""):
        named += _at_and(_ROLE.sub("", piece.strip()))
    return tuple(dict.fromkeys(one for one in map(str.strip, named) if one))


def _outside_brackets(text: str) -> Iterable[str]:
    """The members of the list, with what stands in brackets left where it is."""
    depth, start = 0, 0
    for position, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth and _LISTED.match(char):
            yield text[start:position]
            start = position + 1
    yield text[start:]


def _at_and(text: str) -> list[str]:
    for found in _AND.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        if _is_office(left) and any(_is_office(end) for end in _ends(right)):
            return [left, *_at_and(right)]
    return [text]


def _ends(text: str) -> Iterable[str]:
    """A text, and its beginnings up to each 和: any of them may be the next name."""
    yield from (text[: found.start()] for found in _AND.finditer(text))
    yield text


def _is_office(text: str) -> bool:
    """Whether a text is the whole name of an office: one that is known, or one that begins
    with its place and ends as offices do."""
    if not _ENDING.search(text):
        return False
    if _TIER.match(text) and len(text) >= 3:
        return True
    return any(one.start == 0 and one.end == len(text) for one in offices(text))


def fields_of(agency: str) -> frozenset[str]:
    """What an agency is for, whatever its tier and ending: 市卫生健康局 and 省卫生健康委 have
    the same. Empty where it is not known."""
    found = offices(agency)
    return found[0].fields if len(found) == 1 else frozenset()
