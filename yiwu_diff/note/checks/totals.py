"""Totals of domains, services and items against what the standards declare.

What a dataset holds is no measure: some items are not known yet. Only a declared total can
contradict a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.note.context import place
from yiwu_diff.note.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.note.context import Context
    from yiwu_diff.note.model import TotalOf

_WORDS: dict[TotalOf, tuple[str, str]] = {
    "domains": ("个领域", "domains"),
    "services": ("类服务", "services"),
    "items": ("个项目", "items"),
}


def check(context: Context) -> Iterator[Finding]:
    """Look at every total that the note states."""
    for total in context.note.totals:
        speaks = context.speaks_of(total.subject)
        if speaks == "other":
            continue
        standard = context.comparison.base if speaks == "base" else context.comparison.target
        declared = getattr(standard.declared, total.what)
        zh, en = _WORDS[total.what]
        if declared is not None and declared != total.count:
            yield Finding(
                "total",
                "error",
                total.line,
                f"称{place(standard)}标准有{total.count}{zh}，标准自定为{declared}{zh}",
                f"{total.count} {en} said, the standard itself declares {declared}",
                total.quote,
            )
        named = len(set(total.names))
        short = named < total.count and not total.open_ended
        if total.names and (named > total.count or short):
            yield Finding(
                "domain-names",
                "error",
                total.line,
                f"列出{named}个领域，却称有{total.count}个",
                f"{named} domains named, {total.count} counted",
                "、".join(total.names),
            )
        strange = [
            name
            for name in dict.fromkeys(total.names)
            if standard.domains and name not in standard.domains
        ]
        if strange and len(standard.domains) >= (standard.declared.domains or 0):
            yield Finding(
                "domain-names",
                "error",
                total.line,
                f"标准中没有这些领域：{'、'.join(strange)}",
                f"the standard has no such domains: {', '.join(strange)}",
                "、".join(total.names),
            )
