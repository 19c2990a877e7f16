"""A figure is less favourable than above: the label ``lowered``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.shortfall import of_label
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Against every standard above."""
    yield from of_label(draft, "lowered")


CHECK = Check(
    id="lowered",
    severity="error",
    title=Words("数量低于上级标准", "a figure is less favourable than above"),
    means=Words(
        "上级标准定了数量，本级标准不得对服务对象更不利：金额、次数、比例不得更低，期限、收费、门槛不得更高。",
        "What a standard above sets may not be less favourable: amounts, frequencies and "
        "shares not lower, deadlines, fees and thresholds not higher.",
    ),
    mend=Words(
        "恢复上级标准的数量；判断有误时，用 yiwu-diff decide 否定这个标签并写明理由。",
        "Restore the figure. If the reading is wrong, reject the label with yiwu-diff decide "
        "and say why.",
    ),
    find=find,
)
