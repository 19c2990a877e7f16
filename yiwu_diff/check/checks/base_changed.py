"""A standard above was itself cut since an earlier revision, so that the draft seems to meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, Related, finding
from yiwu_diff.check.checks.text_missing import text_is_missing
from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each item of a base of which it says less than at the revision of ``--since``."""
    for comparison in draft.changed_bases:
        ref = comparison.base.ref
        for entry in comparison.items:
            labels = [LABELS[name] for name in entry.ordered_labels if name in HARMFUL]
            if not labels and not text_is_missing(entry):
                continue
            own = draft.target.item(entry.id) if entry.id else None
            zh = "、".join(one.zh for one in labels) or "没有了文本"
            en = ", ".join(one.en for one in labels) or "without its text"
            yield finding(
                draft.place_of(own, "name") if own else draft.key_place("builds_on"),
                f"所依据的 {ref} 在这次修改中改了“{entry.name}”（{zh}），"
                "与它比对看不出本级少了什么；改错了文件请恢复，改得对请说明",
                f"{ref}, which this builds on, was itself changed (“{entry.name}”: {en}), so that "
                "what the draft lacks is not seen; restore it, or say why it is right",
                ref,
                entry.item.id or entry.name,
                *sorted(one.fingerprint for one in entry.changes if one.label in HARMFUL),
                item=own,
                against=(ref,),
                related=tuple(
                    Related(one.places["item"], f"{ref}：{one.name}", f"{ref}: {one.name}")
                    for one in entry.target
                    if "item" in one.places
                ),
            )


CHECK = Check(
    id="base-changed",
    severity="warning",
    title=Words("所依据的标准也改了", "a standard above was changed too"),
    means=Words(
        "用 --since 时：上级标准自己在这次修改中少了内容。"
        "与改过的上级标准比对，本级同样少的就看不出来。",
        "With --since: a standard above says less than it did. Compared with it as it is now, the "
        "draft may lack the same and nobody sees it.",
    ),
    mend=Words(
        "上级标准已经印发，一般不应改动；改错了文件请恢复，导入正式文本的请逐项核对。",
        "What was issued does not change: restore it if it was the wrong file; where its official "
        "text came in, look at each item.",
    ),
    find=find,
)
