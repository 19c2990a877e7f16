"""A comparison divided among the agencies that lead its items, for the consultation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.standard.model import Item

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


class Part(NamedTuple):
    """What one agency gets."""

    agency: str | None
    """None: nobody is known to lead these items."""
    comparison: Comparison


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
    from yiwu_diff.text.agencies import offices

    if not _ENDING.search(text):
        return False
    if _TIER.match(text) and len(text) >= 3:
        return True
    return any(one.start == 0 and one.end == len(text) for one in offices(text))


def divide(comparison: Comparison, chosen: Sequence[str] = ()) -> list[Part]:
    """A part for each agency, in the order in which the items name them; what nobody is known
    to lead comes last. Every item stands in at least one part, a joint one in several.

    ``chosen`` are parts of agencies' names: items go only to agencies so called, if they have
    one.
    """
    ours = _all(comparison.target.items)
    shared: dict[str | None, list[ItemComparison]] = {}
    for entry in comparison.items:
        leads = leads_of(entry, ours)
        called = [one for one in leads if any(part in one for part in chosen)]
        for agency in called or leads or (None,):
            shared.setdefault(agency, []).append(entry)
    order = sorted(shared, key=lambda agency: agency is None)
    return [Part(agency, _part(comparison, shared[agency])) for agency in order]


def _part(comparison: Comparison, entries: Sequence[ItemComparison]) -> Comparison:
    """These items, with what was decided about them."""
    ids = {item.id for entry in entries for item in (*entry.base, *entry.target)}
    decisions = tuple(one for one in comparison.decisions if one.decision.item in ids)
    return replace(comparison, items=tuple(entries), decisions=decisions)


def leads_of(entry: ItemComparison, ours: Sequence[str] = ()) -> tuple[str, ...]:
    """The agencies of an item: the target's, or where it has none the base's, each of these
    under the name that its counterpart among ``ours`` bears: 市卫生健康委 is 市卫生健康局."""
    found = _all(entry.target)
    if found:
        return found
    return tuple(dict.fromkeys(_counterpart(agency, ours) for agency in _all(entry.base)))


def _all(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(agency for item in items for agency in agencies(item.lead)))


def _counterpart(agency: str, ours: Sequence[str]) -> str:
    if agency in ours:
        return agency
    fields = _fields(agency)
    same = [one for one in ours if fields and _fields(one) == fields]
    return same[0] if len(same) == 1 else agency


def _fields(agency: str) -> frozenset[str]:
    from yiwu_diff.text.agencies import offices

    found = offices(agency)
    return found[0].fields if len(found) == 1 else frozenset()


_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE
)
_LONGEST_NAME = 60


def file_names(names: Sequence[str]) -> list[str]:
    """A name for a file for each, without suffix: fit for Windows too, and no two the same
    where capitals do not count."""
    taken: set[str] = set()
    done: list[str] = []
    for name in names:
        plain = _file_name(name)
        free, number = plain, 1
        while free.casefold() in taken:
            number += 1
            free = f"{plain}-{number}"
        taken.add(free.casefold())
        done.append(free)
    return done


def _file_name(name: str) -> str:
    text = unicodedata.normalize("NFC", name)
    text = "".join(char if char.isprintable() else "_" for char in text)
    text = _FORBIDDEN.sub("_", text)[:_LONGEST_NAME].strip(" .\u3000")
    if _RESERVED.match(text):
        text = "_" + text
    return text or "_"
