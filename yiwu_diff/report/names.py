"""How reports call standards, rules and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL, LabelName

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Change, Comparison
    from yiwu_diff.report.cells import Style
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Standard


def rule_title(rule: str | None, say: Say) -> str:
    """A rule's title; the id of a rule that this version does not know."""
    from yiwu_diff.compare.rules import RULES

    if rule is None:
        return ""
    return say.both(RULES[rule].title) if rule in RULES else rule


def what_happened(change: Change, say: Say) -> str:
    """What a rule, or a person, found in a change; its kind where nothing better is known."""
    from yiwu_diff.report.words import WORDS

    key = f"kind.{change.kind}"
    return rule_title(change.rule, say) or (say(key) if key in WORDS else change.kind)


def label_style(label: LabelName) -> Style:
    """The colour of a label: who may lose something stands out."""
    if label == "relaxed":
        return "warn"
    if label in HARMFUL:
        return "bad"
    return "warn" if label == "reassigned" else "good"


def short_names(comparison: Comparison) -> tuple[str, str]:
    """What to call base and target in a column's head: the places, or the editions of one."""
    base, target = comparison.base, comparison.target
    names = (place_name(base), place_name(target))
    if names[0] != names[1]:
        return names
    return (f"{names[0]} {base.edition}".strip(), f"{names[1]} {target.edition}".strip())


def place_name(standard: Standard) -> str:
    """What readers call the place of a standard."""
    return standard.name or standard.jurisdiction or standard.title
