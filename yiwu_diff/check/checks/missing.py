"""An item of a standard above is not there: the label ``missing``."""

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
    yield from of_label(draft, "missing")


CHECK = Check(
    id="missing",
    severity="error",
    title=Words("上级标准的项目没有了", "an item of a standard above is not there"),
    means=Words(
        "上级标准有的项目，本级标准必须有；名称不同而编号相同的算有。",
        "Every item of a standard above has to be in the draft; it may have another name under "
        "the same id.",
    ),
    mend=Words(
        "补上项目；如果只是改了名称，给它同样的编号，或写入 aliases。",
        "Add the item. If it was only renamed, give it the same id, or list the old name under "
        "`aliases`.",
    ),
    find=find,
)
