"""It is not sure which item of a standard above an item answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, Related, finding
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each pair that the engine itself doubts."""
    for comparison in draft.comparisons:
        for entry in comparison.items:
            if entry.sure or not entry.base or not entry.target:
                continue
            old = " + ".join(item.name for item in entry.base)
            item = entry.target[0]
            yield finding(
                draft.place_of(item, "name"),
                f"“{item.name}”对应{comparison.base.name or comparison.base.ref}的“{old}”，"
                "配对没有把握；请核对，对应的项目用同一个编号",
                f"“{item.name}” is taken for “{old}” of {comparison.base.ref}, without being sure; "
                "if so, give both the same id",
                old,
                comparison.base.ref,
                item=item,
                against=(comparison.base.ref,),
                sure=False,
                related=tuple(
                    Related(one.places["item"], one.name, one.name)
                    for one in entry.base
                    if "item" in one.places
                ),
            )


CHECK = Check(
    id="pairing-doubtful",
    severity="warning",
    title=Words("项目的对应关系没有把握", "a pairing is in doubt"),
    means=Words(
        "没有相同的编号或名称，是按文字相近配成一对的；配错了，后面的比对就都不对。",
        "Without an equal id or name the pair was made by likeness; if it is wrong, so is all that "
        "follows from it.",
    ),
    mend=Words(
        "给对应的项目同一个编号，或在 aliases 里写上另一个名称。",
        "Give both items the same id, or list the other name under `aliases`.",
    ),
    find=find,
)
