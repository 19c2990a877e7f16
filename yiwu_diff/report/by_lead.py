"""A comparison divided among the agencies that lead its items, for the consultation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.leads import agencies, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.standard.model import Item


class Part(NamedTuple):
    """What one agency gets."""

    agency: str | None
    """None: nobody is known to lead these items."""
    comparison: Comparison


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
    fields = fields_of(agency)
    same = [one for one in ours if fields and fields_of(one) == fields]
    return same[0] if len(same) == 1 else agency


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
