"""What one side says and the other does not, seen from that side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Sentence

What = Literal["added", "dropped"]
"""``added``: seen from the target, ``dropped``: seen from the base."""


@dataclass(frozen=True, slots=True)
class View:
    """One side of a pair of items, with the other side across."""

    what: What
    sentences: Sequence[Sentence]
    across: Sequence[Sentence]
    """The sentences of the other side."""
    statements: Sequence[Statement]
    """What this side says alone."""
    opposite: Sequence[Statement]
    """What the other side says alone."""
    figures: Sequence[Figure]
    """The figures that answer to none of the other side."""
    opposite_figures: Sequence[Figure]
    known: Sequence[Figure]
    """The figures, of both sides, that answer to each other."""


def partner_sentences(side: Side, other: Side) -> list[tuple[Sentence, Sentence]]:
    """For each sentence of a side the one of the other side that it answers to."""
    votes: dict[int, Counter[int]] = {}
    by_id: dict[int, Sentence] = {}
    for phrase in side.phrases:
        partner, score = other.partner(phrase)
        by_id[id(phrase.sentence)] = phrase.sentence
        if partner is not None and score >= 0.25:
            by_id[id(partner.sentence)] = partner.sentence
            counts = votes.setdefault(id(phrase.sentence), Counter())
            counts[id(partner.sentence)] += len(phrase.content)
    return [(by_id[key], by_id[found.most_common(1)[0][0]]) for key, found in votes.items()]
