"""Which characters of one side's content stand on the other side, in whatever order.

Chinese paraphrase reorders, merges and splits phrases, so a left-to-right diff sees changes
everywhere. Content is compared by its bigrams instead: what a bigram of the other side covers
is said there too, what none covers is added or dropped.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Phrase, Sentence


@dataclass(slots=True)
class Segment:
    """A stretch of a phrase that the other side does not say."""

    phrase: Phrase
    first: int
    last: int
    """First and last character of the phrase's content."""
    share: float
    """How much of the whole phrase is uncovered, 0 to 1."""
    partner: Phrase | None
    """The phrase of the other side that it stands nearest to."""
    score: float = 0.0
    """How near, 0 to 1."""
    left_over: bool = False
    """Whether it is a list member for which the other side's list has no member left."""
    orphan: bool = False
    """Whether its whole clause has no counterpart: its words stand on the other side only in
    other clauses."""

    @property
    def content(self) -> str:
        return self.phrase.content[self.first : self.last + 1]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the sentence's normal form."""
        return self.phrase.span(self.first, self.last)

    @property
    def text(self) -> str:
        start, end = self.span
        return self.phrase.sentence.text[start:end]


def bigrams(content: str) -> set[str]:
    """The pairs of neighbouring characters; a single character stands for itself."""
    if len(content) == 1:
        return {content}
    return {content[i : i + 2] for i in range(len(content) - 1)}


class Side:
    """The phrases of one side, indexed by bigram."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.phrases = [p for s in sentences for p in s.phrases]
        self.index: dict[str, list[int]] = defaultdict(list)
        self.sizes: list[int] = []
        for number, phrase in enumerate(self.phrases):
            found = bigrams(phrase.content)
            self.sizes.append(len(found))
            for bigram in found:
                self.index[bigram].append(number)

    def partner(self, phrase: Phrase) -> tuple[Phrase | None, float]:
        """The phrase that shares most with ``phrase``, and how much (0 to 1, Dice)."""
        mine = bigrams(phrase.content)
        shared: dict[int, float] = defaultdict(float)
        for bigram in mine:
            places = self.index.get(bigram, ())
            if len(places) <= 60:
                for number in places:
                    shared[number] += 1
        best, score = None, 0.0
        for number, count in shared.items():
            other = self.phrases[number]
            dice = 2 * count / (len(mine) + self.sizes[number])
            dice += 0.05 * (other.sentence.field == phrase.sentence.field)
            if dice > score:
                best, score = other, dice
        return best, score

    def covers(self, phrase: Phrase, near: Phrase | None) -> list[bool]:
        """For each character of the content whether this side says it."""
        content = phrase.content
        covered = [False] * len(content)
        if len(content) == 1:
            return [content in self.index or any(content in p.content for p in self.phrases)]
        for i in range(len(content) - 1):
            if content[i : i + 2] in self.index:
                covered[i] = covered[i + 1] = True
        if near is not None:
            # In the phrase it answers to, a shared character is enough: 意愿 and 愿望.
            for i, char in enumerate(content):
                if not covered[i] and char in near.content:
                    covered[i] = True
        return covered


def orphan_clauses(side: Side, other: Side) -> set[tuple[int, int]]:
    """The clauses whose words stand on the other side only scattered over other clauses.

    A dropped sentence mostly uses words that the rest of the text uses too; bigrams alone
    would take it for said.
    """
    if not side.phrases or not other.phrases:
        return set()
    mine, theirs = _grams_of(side), _grams_of(other)
    if len(mine) * len(theirs) > 40_000:
        return set()
    found: set[tuple[int, int]] = set()
    best: dict[int, int] = {}
    for key, grams in mine.items():
        best[key] = max(theirs, key=lambda k: len(grams & theirs[k]))
    rivals: dict[int, int] = {}
    for key, grams in theirs.items():
        rivals[key] = max(mine, key=lambda k: _dice(mine[k], grams))
    for key, grams in mine.items():
        home = theirs[best[key]]
        rival = rivals[best[key]]
        if rival == key or len(grams) < 4:
            continue
        held = max(len(grams & t) for t in theirs.values()) / len(grams)
        left = len(grams & (home - mine[rival])) / len(grams)
        if held < 0.65 and left < 0.25 and _dice(mine[rival], home) > _dice(grams, home) + 0.1:
            for phrase in side.phrases:
                if id(phrase.sentence) == key:
                    found.add((key, phrase.clause))
    return found


def _grams_of(side: Side) -> dict[int, set[str]]:
    grams: dict[int, set[str]] = {}
    for phrase in side.phrases:
        grams.setdefault(id(phrase.sentence), set()).update(bigrams(phrase.content))
    return grams


def _dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _left_over(phrase: Phrase, partner: Phrase | None, score: float, side: Side) -> bool:
    """Whether a list member is left over: the phrase that it resembles answers to another."""
    if partner is None or not (phrase.listed or phrase.sentence.field == "audience"):
        return False
    if len(phrase.content) > 16:
        return False
    rival, better = side.partner(partner)
    return rival is not None and rival is not phrase and better > score + 0.05


def uncovered(side: Side, other: Side) -> list[Segment]:
    """The segments of ``side`` that ``other`` does not say."""
    found: list[Segment] = []
    orphans = orphan_clauses(side, other)
    for phrase in side.phrases:
        partner, score = other.partner(phrase)
        if (id(phrase.sentence), phrase.clause) in orphans:
            found.append(
                Segment(phrase, 0, len(phrase.content) - 1, 1.0, partner, score, orphan=True)
            )
            continue
        flags = other.covers(phrase, partner if score >= 0.3 else None)
        missing = flags.count(False)
        if not missing:
            continue
        share = missing / len(flags)
        left_over = share < 0.6 and _left_over(phrase, partner, score, side)
        if share >= 0.6 or left_over:
            found.append(Segment(phrase, 0, len(flags) - 1, share, partner, score, left_over))
            continue
        at = 0
        while at < len(flags):
            if flags[at]:
                at += 1
                continue
            end = at
            while end + 1 < len(flags) and (
                not flags[end + 1] or (end + 2 < len(flags) and not flags[end + 2])
            ):
                end += 1
            found.append(Segment(phrase, at, end, share, partner, score))
            at = end + 1
    return found
