"""What people decided about labels, in the words of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.labels import LABELS, LabelName

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, Decided, ItemComparison, State
    from yiwu_diff.report.summary import Summary
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.verdicts import Decision


class Told(NamedTuple):
    """A decision as a row of a table."""

    name: str
    """The item's name; its id where there is no such item."""
    label: str
    verdict: str
    reason: str
    who: str
    """Who decided, and when."""
    outcome: str
    """What became of it."""
    state: State

    @property
    def counts(self) -> bool:
        """Whether it is applied. One that is not has to be looked at."""
        return self.state == "applied"

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the row, under `heads`."""
        return (self.name, self.label, self.verdict, self.reason, self.who, self.outcome)


def heads(say: Say) -> tuple[str, ...]:
    """The heads of the table."""
    names = ("item", "label", "verdict", "reason", "who", "state")
    return tuple(say(f"decided.head.{name}") for name in names)


def told(comparison: Comparison, say: Say) -> list[Told]:
    """Every decision, in the order in which they were written down."""
    return [_told(comparison, one, say) for one in comparison.decisions]


def _told(comparison: Comparison, decided: Decided, say: Say) -> Told:
    decision, state = decided
    key = f"{state}.add" if state == "needless" and decision.verdict == "add" else state
    return Told(
        name=item_name(comparison, decision.item),
        label=label_name(decision.label, say),
        verdict=say(f"decided.verdict.{decision.verdict}"),
        reason=decision.reason,
        who=who(decision, say),
        outcome=say(f"decided.state.{key}"),
        state=state,
    )


def item_name(comparison: Comparison, item: str) -> str:
    """What an item is called, in the target or else in the base; its id where it is in neither."""
    for standard in (comparison.target, comparison.base):
        for one in standard.items:
            if one.id == item:
                return one.name
    return item


def label_name(label: str, say: Say) -> str:
    """A label's name; a decision of a library user may name any."""
    return say.label(LABELS[label].name) if label in LABELS else label


def who(decision: Decision, say: Say) -> str:
    """Who decided, and when, as far as it is known."""
    return say("list.comma").join(part for part in (decision.by, decision.date) if part)


def mark(entry: ItemComparison, label: LabelName, say: Say) -> str:
    """That a person accepted or added a label, in a word or two; "" where nobody did."""
    return next(
        (
            say(f"decided.mark.{one.decision.verdict}")
            for one in entry.decided
            if one.decision.label == label and one.decision.verdict != "reject"
        ),
        "",
    )


def marked(entry: ItemComparison, label: LabelName, say: Say) -> str:
    """A label's name, with what a person made of it."""
    note = mark(entry, label, say)
    brackets = say("list.open") + note + say("list.close") if note else ""
    return say.label(label) + brackets


def rejected(entry: ItemComparison, say: Say) -> list[str]:
    """Which labels a person took from an item."""
    return [
        say("decided.mark.reject", label=label_name(one.decision.label, say))
        for one in entry.decided
        if one.decision.verdict == "reject"
    ]


def notes(entry: ItemComparison, label: LabelName, say: Say) -> list[str]:
    """What a person decided about a label that stands: the mark, the reason, who and when."""
    found = []
    for one in entry.decided:
        decision = one.decision
        if decision.label != label or decision.verdict == "reject":
            continue
        text = say(f"decided.mark.{decision.verdict}")
        text += say("list.colon") + decision.reason if decision.reason else ""
        if name := who(decision, say):
            text += say("list.open") + name + say("list.close")
        found.append(text)
    return found


def sentence(summary: Summary, say: Say) -> str:
    """How many decisions there are and how many do not count; "" where nobody decided."""
    if not summary.decisions:
        return ""
    parts = [say(f"decided.count.{state}", n=n) for state, n in summary.decisions.items()]
    total = say("decided.count", n=sum(summary.decisions.values()))
    return total + say("list.colon") + say("list.comma").join(parts)


def all_count(summary: Summary) -> bool:
    """Whether every decision is applied."""
    return set(summary.decisions) <= {"applied"}
