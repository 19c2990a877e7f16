"""Less is granted than above: the label ``narrowed``."""

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
    yield from of_label(draft, "narrowed")


CHECK = Check(
    id="narrowed",
    severity="error",
    title=Words("对象、服务或待遇少于上级标准", "less is granted than above"),
    means=Words(
        "上级标准给的对象、服务、待遇和义务，本级标准不得减少，也不得加上限制条件。",
        "Recipients, services, benefits and duties of a standard above may not be dropped, nor "
        "conditions added.",
    ),
    mend=Words(
        "恢复删去的内容；判断有误时，用 yiwu-diff decide 否定这个标签并写明理由。",
        "Restore what was dropped. If the reading is wrong, reject the label with yiwu-diff "
        "decide and say why.",
    ),
    find=find,
)
