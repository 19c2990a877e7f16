"""A raised figure without justification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.beyond import unjustified
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Against the direct base."""
    yield from unjustified(draft, "raised")


CHECK = Check(
    id="unjustified-raised",
    severity="error",
    title=Words("调高的数量没有论证", "a raised figure without justification"),
    means=Words(
        "比上级标准更高的数量，要论证必要性和合理性，并作风险评估。",
        "A figure more favourable than the standard above has to be argued for: why it is "
        "needed, why it is reasonable, what the risk is.",
    ),
    mend=Words(
        "用 yiwu-diff justify 写明必要性、合理性和风险评估。",
        "Argue for it with yiwu-diff justify: necessity, reasonableness, risk.",
    ),
    find=find,
)
