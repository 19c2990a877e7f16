"""Decisions contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.deciding import in_state
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each decision of which the comparison says so."""
    yield from in_state(
        draft,
        "contradicted",
        "同一标签有不止一条裁定，都没有采用；请只留一条",
        "the same label is decided more than once and none was applied; keep one",
    )


CHECK = Check(
    id="decision-contradicted",
    severity="error",
    title=Words("裁定互相矛盾", "decisions contradict each other"),
    means=Words(
        "对同一项目的同一标签裁定了不止一次，都没有采用。",
        "One label of one item was decided more than once; none of these decisions was applied.",
    ),
    mend=Words(
        "只留一条。",
        "Keep one of them.",
    ),
    find=find,
)
