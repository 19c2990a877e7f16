"""What became of the decisions: what the checks of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import finding
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.standard.keys import VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.compare.model import State
    from yiwu_diff.standard.verdicts import Decision


def in_state(draft: Draft, state: State, zh: str, en: str) -> Iterator[Finding]:
    """A finding for each decision in this state, in any comparison."""
    for comparison in draft.comparisons:
        for one in comparison.decisions:
            if one.state == state:
                yield of_decision(draft, one.decision, zh, en, state)


def of_decision(draft: Draft, decision: Decision, zh: str, en: str, what: str) -> Finding:
    """A finding about a decision, named by its item, label and verdict."""
    item = draft.target.item(decision.item)
    label = LABELS.get(decision.label)  # type: ignore[call-overload]
    name = item.name if item is not None else decision.item
    verdict = VERDICT_WORDS[decision.verdict]
    return finding(
        decision.place or draft.place,
        f"对“{name}”{label.zh if label else decision.label}的裁定（{verdict}）：{zh}",
        f"the decision to {decision.verdict} {decision.label} of “{name}”: {en}",
        decision.item,
        decision.label,
        decision.verdict,
        decision.base,
        what,
        item=item,
        label=label.name if label else None,
    )
