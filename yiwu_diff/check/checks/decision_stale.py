"""A decision is stale."""

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
        "stale",
        "文本在裁定之后有改动，没有采用；请重新裁定或删去",
        "the texts changed after it and it was not applied; decide anew, or remove it",
    )


CHECK = Check(
    id="decision-stale",
    severity="error",
    title=Words("裁定已过期", "a decision is stale"),
    means=Words(
        "裁定之后文本有改动，裁定不再适用，没有采用。",
        "A text changed since the decision, which no longer fits and was not applied.",
    ),
    mend=Words(
        "重新核对后，用 yiwu-diff decide 再裁定一次，或用 --remove 删去。",
        "Look again and decide anew with yiwu-diff decide, or take it back with --remove.",
    ),
    find=find,
)
