"""A standard that must be met is not there to be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each ref in ``builds_on`` that names no dataset, up the whole chain; each that was there
    at an earlier revision (``--since``) and whose place is left out now; and a standard that
    says nothing of what it builds on, unless none can be above it."""
    for ref, named_by in draft.unknown_bases:
        yield finding(
            draft.key_place("builds_on"),
            f"{named_by} 所依据的 {ref} 不在数据里，没有与它比对；请导入，或更正 builds_on",
            f"{ref}, which {named_by} builds on, is not among the datasets and was not compared "
            "with; import it, or correct `builds_on`",
            ref,
            named_by,
        )
    for ref in draft.dropped_bases:
        yield finding(
            draft.key_place("builds_on"),
            f"原来还与 {ref} 比对，现在没有了，缺项、调低都看不到；"
            "请恢复 builds_on（包括上级标准里的）",
            f"it was compared with {ref} and no longer is, so that no cut is seen; restore "
            "`builds_on`, also of the standards above",
            ref,
            "dropped",
        )
    top = draft.target.level == "national"
    if not draft.comparisons and not draft.unknown_bases and not top:
        yield finding(
            draft.key_place("builds_on"),
            "没有写明依据哪一份标准（builds_on），没有与任何标准比对；请补上，或用 --against 指明",
            "nothing is said of what it builds on (`builds_on`), so it was compared with nothing; "
            "add it, or name a standard with --against",
            "no base",
        )


CHECK = Check(
    id="base-unknown",
    severity="error",
    title=Words("上级标准不在数据里", "a standard above is not there"),
    means=Words(
        "应当达到的标准没有数据，有没有缺项、调低、缩减就无从知道。",
        "Without the data of a standard that must be met, nobody knows whether the draft falls "
        "short of it.",
    ),
    mend=Words(
        "导入上级标准，或者更正 builds_on。", "Import the standard, or correct `builds_on`."
    ),
    find=find,
)
