"""Another agency answers, or another budget pays: the label ``reassigned``."""

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
    yield from of_label(draft, "reassigned")


CHECK = Check(
    id="reassigned",
    severity="note",
    title=Words("责任与上级标准不同", "another agency answers, or another budget pays"),
    means=Words(
        "支出责任或者牵头单位有实质变化，不只是层级不同。",
        "Funding or lead changed in substance, beyond the usual change of level.",
    ),
    mend=Words(
        "与有关部门核对；无误即可。",
        "Make sure with the agencies; nothing else is to be done.",
    ),
    find=find,
)
