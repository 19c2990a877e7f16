"""What people decided, as remarks behind a draft: none of it may go by silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.decided import entry_of
from yiwu_diff.compare.labels import LABELS

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, Decided
    from yiwu_diff.standard.verdicts import Verdict

_SAID: dict[Verdict, tuple[str, str]] = {
    "add": ("由人补加、已列入", "added by a person and listed"),
    "reject": ("由人否定、未列入", "rejected by a person and not listed"),
    "accept": ("由人认可", "accepted by a person"),
}


def remarks(comparison: Comparison, lang: str) -> list[str]:
    """A sentence for each verdict, and one about the decisions that do not count."""
    zh = lang == "zh"
    found: list[str] = []
    for verdict, (said_zh, said_en) in _SAID.items():
        those = [
            _said(comparison, one, zh)
            for one in comparison.decisions
            if one.state == "applied" and one.decision.verdict == verdict
        ]
        if those:
            joined = "；".join(those) if zh else "; ".join(those)
            found.append(f"{said_zh}的：{joined}。" if zh else f"{said_en}: {joined}.")
    idle = [one for one in comparison.decisions if one.state != "applied"]
    if idle:
        joined = "；".join(_said(comparison, one, zh) for one in idle)
        found.append(
            f"另有{len(idle)}条裁定已过期或者不起作用，没有采用，须重新裁定：{joined}。"
            if zh
            else f"{len(idle)} decisions are stale or without effect and were not applied; decide "
            f"again: {joined}."
        )
    return found


def _said(comparison: Comparison, decided: Decided, zh: bool) -> str:
    decision = decided.decision
    entry = entry_of(comparison, decision.item)
    label = next((one for one in LABELS.values() if one.name == decision.label), None)
    name = entry.name if entry is not None else decision.item
    called = decision.label if label is None else label.zh if zh else label.en
    more = [part for part in (decision.reason, decision.by, decision.date) if part]
    if zh:
        return f"{name}（{'，'.join([called, *more])}）"
    return f"{name} ({', '.join([called, *more])})"
