"""Every reason for which a draft should not go out, as findings. `CHECKS` holds them by id."""

from __future__ import annotations

from yiwu_diff.check.base import Check, Draft, Finding, Related, Result
from yiwu_diff.check.checks import (
    base_changed,
    base_unknown,
    cut_rejected,
    decision_contradicted,
    decision_needless,
    decision_stale,
    decision_unreasoned,
    declared_total,
    field_missing,
    file_numbering,
    justification_incomplete,
    justification_needless,
    justification_stale,
    lead_not_issuing,
    lowered,
    missing,
    name_twice,
    narrowed,
    not_compared,
    note_claim,
    pairing_doubtful,
    point_numbering,
    reassigned,
    relaxed,
    text_missing,
    unjustified_new,
    unjustified_raised,
    unjustified_supplemented,
    unofficial_text,
    waiver_expired,
    waiver_unused,
)

CHECKS: dict[str, Check] = {
    one.CHECK.id: one.CHECK
    for one in (
        missing,
        text_missing,
        lowered,
        narrowed,
        relaxed,
        reassigned,
        unjustified_new,
        unjustified_supplemented,
        unjustified_raised,
        base_unknown,
        base_changed,
        not_compared,
        pairing_doubtful,
        field_missing,
        name_twice,
        file_numbering,
        point_numbering,
        declared_total,
        lead_not_issuing,
        unofficial_text,
        cut_rejected,
        decision_stale,
        decision_contradicted,
        decision_needless,
        decision_unreasoned,
        justification_stale,
        justification_incomplete,
        justification_needless,
        note_claim,
        waiver_expired,
        waiver_unused,
    )
}
"""Every check by its id, what a draft may not lose first. An id ever released never goes."""

__all__ = ["CHECKS", "Check", "Draft", "Finding", "Related", "Result"]
