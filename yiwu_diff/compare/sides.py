"""What one side says and the other does not, seen from that side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yiwu_diff.compare.coverage import bigrams

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
    """For each sentence of a side the one of the other side that it answers to: among those
    that a phrase of it answers to the one that is most like it."""
    options: dict[int, dict[int, Sentence]] = {}
    by_id: dict[int, Sentence] = {}
    for phrase in side.phrases:
        partner, score = other.partner(phrase)
        by_id[id(phrase.sentence)] = phrase.sentence
        if partner is not None and score >= 0.25:
            found = options.setdefault(id(phrase.sentence), {})
            found[id(partner.sentence)] = partner.sentence
    return [
        (by_id[key], max(found.values(), key=lambda one: _alike(by_id[key], one)))
        for key, found in options.items()
    ]


def _alike(one: Sentence, other: Sentence) -> float:
    a, b = _grams(one), _grams(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _grams(sentence: Sentence) -> set[str]:
    return {gram for phrase in sentence.phrases for gram in bigrams(phrase.content)}
