"""The standard declares other totals than it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each total that is declared and differs."""
    target = draft.target
    held = {
        "domains": (len(target.domains), "个领域"),
        "services": (len(target.services), "类服务"),
        "items": (len(target.items), "个项目"),
    }
    for name, (count, zh) in held.items():
        declared = getattr(target.declared, name)
        if declared is not None and declared != count:
            yield finding(
                draft.key_place("declared"),
                f"自述有{declared}{zh}，实有{count}；请核对，改正 declared 或补齐",
                f"{declared} {name} declared, {count} held; correct `declared`, or add what is "
                "missing",
                name,
                str(declared),
                str(count),
            )


CHECK = Check(
    id="declared-total",
    severity="error",
    title=Words("自述的总数与实有不符", "declared totals differ from what is held"),
    means=Words(
        "标准自述的领域、服务和项目总数，要与数据中实有的一致。",
        "The totals of domains, services and items that the standard states must be those that it "
        "holds.",
    ),
    mend=Words("改正总数，或补齐缺少的项目。", "Correct the total, or add the missing items."),
    find=find,
)
