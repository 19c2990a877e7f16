"""A new item without justification."""

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
    yield from unjustified(draft, "new")


CHECK = Check(
    id="unjustified-new",
    severity="error",
    title=Words("新增的项目没有论证", "a new item without justification"),
    means=Words(
        "上级标准没有的项目，要论证必要性和合理性，并作风险评估。",
        "An item that no standard above has has to be argued for: why it is needed, why it is "
        "reasonable, what the risk is.",
    ),
    mend=Words(
        "用 yiwu-diff justify 写明必要性、合理性和风险评估。",
        "Argue for it with yiwu-diff justify: necessity, reasonableness, risk.",
    ),
    find=find,
)
