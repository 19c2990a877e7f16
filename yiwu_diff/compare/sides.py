"""What one side says and the other does not, seen from that side."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from yiwu_diff.standard.model import FIELDS
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.cuts import Cuts
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Sentence

What = Literal["added", "dropped"]
"""``added``: seen from the target, ``dropped``: seen from the base."""


class View:
    """One side of a pair of items, with the other side across.

    What is asked for again and again, once for each statement, is found out once.
    """

    def __init__(
        self,
        what: What,
        sentences: Sequence[Sentence],
        across: Sequence[Sentence],
        statements: Sequence[Statement],
        opposite: Sequence[Statement],
        figures: Sequence[Figure],
        opposite_figures: Sequence[Figure],
        known: Sequence[Figure],
        other: Item,
        put: Cuts,
    ) -> None:
        self.what = what
        self.sentences = sentences
        self.across = across
        """The sentences of the other side."""
        self.open_across = [sentence for sentence in across if sentence.vague]
        """Those that leave something open."""
        self.statements = statements
        """What this side says alone."""
        self.opposite = opposite
        """What the other side says alone."""
        self.opposite_size = sum(len(other.content) for other in opposite if not other.orphan)
        """How much that is, but for what has no counterpart at all."""
        self.opposite_words = sum(
            len(other.content) for other in opposite if not other.orphan and len(other.content) > 1
        )
        """The same but for single characters, which take the place of nothing."""
        self.free_words = sum(
            len(other.content)
            for other in opposite
            if len(other.content) > 1 and all(one.alone for one in other.segments)
        )
        """The same of clauses that answer to no other: nothing else can stand in the place of a
        clause to which none answers."""
        self.figures = figures
        """The figures that answer to none of the other side."""
        self.opposite_figures = opposite_figures
        self.known = known
        """The figures, of both sides, that answer to each other."""
        self.put = put
        """By sentence what was put into it, or cut out, where the rest stayed much as it was."""
        self._other = other
        self._chars: dict[str, set[str]] = {}

    @cached_property
    def text_across(self) -> str:
        """All that the other side says, its unchanged sentences too."""
        return level("\n".join(self._other.text(name) or "" for name in FIELDS))

    @cached_property
    def opened(self) -> bool:
        """Whether the other side leaves more open than this one: its 定期 may have been here."""
        mine = Counter(one.text[i:j] for one in self.sentences for i, j in one.vague)
        return any(Counter(one.text[i:j] for i, j in one.vague) - mine for one in self.open_across)

    @cached_property
    def all_across(self) -> set[str]:
        """All characters of content on the other side."""
        return set().union(*(self.chars_across(name) for name in FIELDS))

    def chars_across(self, field: str) -> set[str]:
        """All characters of content in a field of the other side."""
        if field not in self._chars:
            self._chars[field] = {
                char
                for sentence in self.across
                if sentence.field == field
                for phrase in sentence.phrases
                for char in phrase.content
            }
        return self._chars[field]


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
        (by_id[key], max(found.values(), key=lambda one: alike(by_id[key], one)))
        for key, found in options.items()
    ]


def answering_sentences(old: Side, new: Side) -> list[tuple[Sentence, Sentence]]:
    """The sentences of both sides that answer to each other, each once, those first that are
    most alike. It does not hang on which side asks."""
    pairs = partner_sentences(old, new) + [(a, b) for b, a in partner_sentences(new, old)]
    places = {id(p.sentence): n for side in (old, new) for n, p in enumerate(side.phrases)}
    pairs.sort(key=lambda one: (-alike(*one), sum(places[id(sentence)] for sentence in one)))
    found: list[tuple[Sentence, Sentence]] = []
    used: set[int] = set()
    for a, b in pairs:
        if id(a) not in used and id(b) not in used:
            used |= {id(a), id(b)}
            found.append((a, b))
    return found


def alike(one: Sentence, other: Sentence) -> float:
    """How much two sentences share, 0 to 1."""
    a, b = one.grams, other.grams
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
