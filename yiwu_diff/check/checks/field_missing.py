"""An item lacks one of the five fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.keys import FIELD_KEYS
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """One finding for each item, whatever it lacks."""
    for item in draft.target.items:
        lacking = [name for name in FIELDS if item.text(name) is None]
        if lacking:
            zh = "、".join(FIELD_KEYS[name].zh for name in lacking)
            yield finding(
                draft.place_of(item, "name"),
                f"“{item.name}”缺少{zh}；请补上",
                f"“{item.name}” lacks {', '.join(lacking)}; add it",
                *lacking,
                item=item,
            )


CHECK = Check(
    id="field-missing",
    severity="error",
    title=Words("缺少必备的字段", "a field is missing"),
    means=Words(
        "每个项目都要写明服务对象、服务内容、服务标准、支出责任和牵头单位，缺一项就不完整。",
        "Every item states its audience, content, level, funding and lead; without one of them it "
        "is not complete.",
    ),
    mend=Words("补上所缺的字段。", "Add the field."),
    find=find,
)
