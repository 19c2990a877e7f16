"""The drafting note claims what the comparison denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.note.audit import audit
from yiwu_diff.note.findings import CHECKS
from yiwu_diff.standard.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding

_LINE = re.compile(r"第[0-9]+行")


def find(draft: Draft) -> Iterator[Finding]:
    """What `note audit` finds in the claims of ``note.yaml``."""
    kept = draft.note
    if kept is None:
        return
    comparison = next((one for one in draft.comparisons if kept.base in ("", one.base.ref)), None)
    if comparison is None:
        if draft.comparisons:
            yield finding(
                kept.place,
                f"起草说明对照的是 {kept.base}，这次没有与它比对，没有核对；请改正 base",
                f"the note compares with {kept.base}, which was not compared with now, so nothing "
                "was checked; correct `base`",
                "base",
                kept.base,
                severity="warning",
            )
        return
    for one in audit(kept.note, comparison):
        about = CHECKS[one.check]
        yield finding(
            Place(kept.place.file, one.line, kept.columns.get(one.line, 1)),
            f"{about.zh}：{one.zh}",
            f"{about.en}: {one.en}",
            one.check,
            _LINE.sub("", one.zh),
            one.quote,
            severity=one.severity,
            quote=one.quote,
        )


CHECK = Check(
    id="note-claim",
    severity="error",
    title=Words("起草说明与比对结果不符", "the drafting note does not hold"),
    means=Words(
        "起草说明（note.yaml）里的数目、清单、名称和数值，要与比对结果一致。各条的轻重不同。",
        "The counts, lists, names and figures that the drafting note claims (note.yaml) have to be "
        "those of the comparison. How grave it is differs from finding to finding.",
    ),
    mend=Words("改正起草说明，或者改正标准。", "Correct the note, or the standard."),
    find=find,
    graded=True,
)
