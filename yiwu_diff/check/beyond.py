"""What goes beyond the direct base, and who has argued for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import finding
from yiwu_diff.compare.decided import fingerprint, is_about
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.rules import RULES
from yiwu_diff.note.findings import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.standard.verdicts import Justification


def unjustified(draft: Draft, label: LabelName) -> Iterator[Finding]:
    """Items with this label against the direct base that no justification is about. One that
    no longer fits its texts, or lacks an argument, is another check's finding."""
    if not draft.comparisons:
        return
    comparison = draft.comparisons[0]
    for entry in comparison.with_label(label):
        if justification_of(draft, comparison, entry) is not None:
            continue
        item = entry.target[0]
        changes = [one for one in entry.changes if one.label == label]
        span = changes[0].target if changes else None
        titles = dict.fromkeys(
            (RULES[one.rule].title.zh, RULES[one.rule].title.en)
            for one in changes
            if one.rule in RULES
        )
        details = [one.detail for one in changes if one.detail]
        zh = "、".join(title for title, _ in titles) or LABELS[label].zh
        en = ", ".join(title for _, title in titles) or LABELS[label].en
        if details:
            zh, en = f"{zh}（{'；'.join(details)}）", f"{en} ({'; '.join(details)})"
        base = comparison.base.name or comparison.base.ref
        command = draft.command("justify", item)
        yield finding(
            (span.place if span is not None else None) or draft.place_of(item),
            f"{LABELS[label].zh}：{zh}，超出{base}标准，没有论证；"
            f"请写明必要性、合理性和风险评估：{command}",
            f"{LABELS[label].en}: {en}; beyond {comparison.base.ref} and not argued for; write "
            f"necessity, reasonableness and risk: {command}",
            label,
            comparison.base.ref,
            *sorted(one.fingerprint for one in changes),
            item=item,
            label=label,
            against=(comparison.base.ref,),
            quote=shorten("；".join(one.target.text for one in changes if one.target)),
            sure=all(one.sure for one in changes) and entry.sure,
        )


def justification_of(
    draft: Draft, comparison: Comparison, entry: ItemComparison
) -> Justification | None:
    """The justification that is about an entry, if there is one."""
    ids = {item.id for item in (*entry.target, *entry.base)}
    return next(
        (one for one in draft.justifications if one.item in ids and is_about(one, comparison)),
        None,
    )


def fits(justification: Justification, entry: ItemComparison) -> bool:
    """Whether the texts are still those that it argues for."""
    return justification.fingerprint == fingerprint(entry)
