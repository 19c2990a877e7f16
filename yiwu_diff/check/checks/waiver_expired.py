"""A waiver has ended."""

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
    """The finding for a waiver that has ended."""
    named = "、".join(waiver.checks)
    return finding(
        waiver.place,
        f"对 {named} 的豁免到 {waiver.until} 为止，已不再适用；请解决问题，或说明理由后延期",
        f"the waiver of {', '.join(waiver.checks)} ended on {waiver.until}; mend what it was for, "
        "or prolong it with a reason",
        *waiver.checks,
        *waiver.items,
        *waiver.standards,
        waiver.until,
        reason=waiver.reason,
        until=waiver.until,
    )


CHECK = Check(
    id="waiver-expired",
    severity="warning",
    title=Words("豁免已到期", "a waiver has ended"),
    means=Words(
        "yiwu-diff.toml 里的一条豁免过了期限，它所豁免的问题重新列出。",
        "A waiver in yiwu-diff.toml is past its end; what it waived is found again.",
    ),
    mend=Words(
        "解决所豁免的问题后删去，或说明理由后延期。",
        "Mend what it was for and delete it, or prolong it with a reason.",
    ),
    find=find,
)
