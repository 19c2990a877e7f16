"""A waiver waives nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.check.settings import Waiver


def find(draft: Draft) -> Iterator[Finding]:
    """Nothing in the draft itself: the runner, which knows the settings, calls `of`."""
    yield from ()


def of(waiver: Waiver) -> Finding:
    """The finding for a waiver that nothing needs."""
    items = f"（{'、'.join(waiver.items)}）" if waiver.items else ""
    items_en = f" ({', '.join(waiver.items)})" if waiver.items else ""
    return finding(
        waiver.place,
        f"对 {'、'.join(waiver.checks)}{items} 的豁免没有用到；请删去",
        f"the waiver of {', '.join(waiver.checks)}{items_en} is not needed; delete it",
        *waiver.checks,
        *waiver.items,
        *waiver.standards,
        reason=waiver.reason,
        until=waiver.until,
    )


CHECK = Check(
    id="waiver-unused",
    severity="warning",
    title=Words("豁免没有用到", "a waiver is not needed"),
    means=Words(
        "yiwu-diff.toml 里的一条豁免没有对应的问题；留着它，以后真有问题就看不见了。",
        "A waiver in yiwu-diff.toml waives nothing; left there, it would hide what comes later.",
    ),
    mend=Words("删去这条豁免。", "Delete it."),
    find=find,
)
