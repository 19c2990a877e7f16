"""Which characters of one side's content stand on the other side, in whatever order.

Chinese paraphrase reorders, merges and splits phrases, so a left-to-right diff sees changes
everywhere. Content is compared by its bigrams instead: what a bigram of the other side covers
is said there too, what none covers is added or dropped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from operator import add
from typing import TYPE_CHECKING

from yiwu_diff.compare import edges
from yiwu_diff.compare.asides import asides, idle, within
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.alignment import Lost
    from yiwu_diff.compare.cuts import Cuts
    from yiwu_diff.compare.sides import What
    from yiwu_diff.text.reading import Phrase, Sentence


@dataclass(slots=True, eq=False, repr=False)
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
    cut: bool = False
    """Whether it was cut out of a text, or put into one, that else stayed word for word."""
    lost: Lost | None = None
    """What is known of the clauses that answer to its own."""

    around: bool = False
    """Whether it stands around a member that the other side has, in the same phrase."""

    @property
    def alone(self) -> bool:
        """Whether no clause of the other side answers to its own, nor to a good part of it."""
        return self.lost is not None and self.lost.alone(self.phrase)

    @property
    def spelt(self) -> bool:
        """Whether its characters stand in the clauses that answer to its own, and answer there
        for nothing else."""
        return self.lost is not None and self.lost.spelt(self.phrase, self.content)

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


_COMMON = 60
"""A bigram that stands in more phrases than this tells nothing about which of them is meant."""


class Side:
    """The phrases of one side, indexed by bigram."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.phrases = [p for s in sentences for p in s.phrases]
        self.index: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for bigram in phrase.grams:
                self.index.setdefault(bigram, []).append(number)
        self._chars: set[str] | None = None
        self._partners: dict[int, tuple[Phrase | None, float]] = {}
        self.answers: dict[int, list[tuple[Sentence, Sentence]]] = {}
        """By the id of another side what `partner_sentences` found there."""

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences that say anything."""
        return list({id(phrase.sentence): phrase.sentence for phrase in self.phrases}.values())

    @property
    def chars(self) -> set[str]:
        """All characters of content."""
        if self._chars is None:
            self._chars = set("".join([phrase.content for phrase in self.phrases]))
        return self._chars

    def partner(self, phrase: Phrase) -> tuple[Phrase | None, float]:
        """The phrase that shares most with ``phrase``, and how much (0 to 1, Dice)."""
        found = self._partners.get(id(phrase))
        if found is None:
            found = self._partners[id(phrase)] = self._partner(phrase)
        return found

    def _partner(self, phrase: Phrase) -> tuple[Phrase | None, float]:
        mine, index = phrase.grams, self.index
        places = [index[bigram] for bigram in mine if bigram in index]
        best, score, size = None, 0.0, len(mine)
        if not places:
            return best, score
        shared = Counter(chain.from_iterable([p for p in places if len(p) <= _COMMON]))
        field, phrases = phrase.sentence.field, self.phrases
        # In the order of the text, so that of two equals the first is taken, in every run.
        for number in sorted(shared):
            other = phrases[number]
            dice = 2 * shared[number] / (size + len(other.grams))
            dice += 0.05 * (other.sentence.field == field)
            if dice > score:
                best, score = other, dice
        return best, score

    def covers(self, phrase: Phrase, near: Phrase | None) -> list[bool]:
        """For each character of the content whether this side says it."""
        content, index = phrase.content, self.index
        if len(content) == 1:
            return [content in index or content in self.chars]
        said = [bigram in index for bigram in map(add, content, content[1:])]
        covered = [a or b for a, b in zip([*said, False], [False, *said], strict=True)]
        if near is not None and not all(covered):
            # In the phrase it answers to, a shared character is enough: 意愿 and 愿望.
            theirs = near.content
            covered = [
                known or char in theirs for known, char in zip(covered, content, strict=True)
            ]
        return covered


def _left_over(phrase: Phrase, partner: Phrase | None, score: float, side: Side) -> bool:
    """Whether a list member is left over: the phrase that it resembles answers to another."""
    if partner is None or not (phrase.listed or phrase.sentence.field == "audience"):
        return False
    if len(phrase.content) > 16:
        return False
    rival, better = side.partner(partner)
    return rival is not None and rival is not phrase and better > score + 0.05


def _mates(phrase: Phrase, partner: Phrase | None, score: float, side: Side) -> bool:
    """Whether two phrases say nearly the same and neither answers to a better one."""
    if partner is None or score < 0.75:
        return False
    rival, _ = side.partner(partner)
    if rival is phrase:
        return True
    # 多胞胎的,增加产假 goes with its case, though 难产的,增加产假 stayed.
    begin, _ = phrase.sentence.clause_of(phrase.start)
    case = phrase.sentence.text[:begin].endswith("的,")
    return rival is not None and rival.content == phrase.content and not case


def _is_cut(phrase: Phrase, cuts: Cuts) -> bool:
    """Whether a phrase lies in what was cut out of its sentence, but for a character or two."""
    runs = cuts.get(id(phrase.sentence))
    if not runs:
        return False
    lost = sum(any(a <= start and end <= b for a, b in runs) for start, end in phrase.at)
    return lost >= 0.8 * len(phrase.at)


def _went_elsewhere(phrase: Phrase, side: Side, other: Side) -> bool:
    """不收取任何费用, where 免费 was put in: whether what was cut out is said there as often as
    here, all but its open words."""
    content = phrase.content
    if len(content) < 2 or any(phrase.start <= at < phrase.end for at, _ in phrase.sentence.vague):
        return False
    here, there = (sum(content in p.content for p in one.phrases) for one in (side, other))
    return here <= there


def _figured(phrase: Phrase, what: What) -> bool:
    """Whether its clause has a figure: `numbers` tells what became of it. 半价 and its like are
    too easily said by something else for a loss to rest on that."""
    start, end = phrase.sentence.clause_of(phrase.start)
    return any(
        start <= q.start < end and not (q.soft and what == "dropped")
        for q in phrase.sentence.quantities
    )


def _leads_on(phrase: Phrase) -> bool:
    """Whether its clause does nothing but lead into the next one: 开办作坊,应当申请登记."""
    _, end = phrase.sentence.clause_of(phrase.start)
    return _LEADS_ON.match(phrase.sentence.text, end) is not None


_LEADS_ON = lazy(":|,应")


def uncovered(side: Side, other: Side, cuts: Cuts, lost: Lost, what: What) -> list[Segment]:
    """The segments of ``side`` that ``other`` does not say; among them all that was cut, and
    what it would say a second time only."""
    found: list[Segment] = []
    mine = {id(one): asides(one, purposes=what == "added") for one in side.sentences}
    theirs = {id(one): asides(one, purposes=False) for one in other.sentences}
    spoken = any(mine.values())
    across = "".join([f"{one.text}{one.content}" for one in other.phrases]) if spoken else ""
    asked = any(theirs.values())
    for phrase in side.phrases:
        if spoken and idle(phrase, mine[id(phrase.sentence)], across):
            continue
        partner, score = other.partner(phrase)
        if asked and partner is not None and within(partner, theirs[id(partner.sentence)]):
            # What is asked may say a word of this; it does not stand for it.
            partner, score = None, 0.0
        cut = _is_cut(phrase, cuts) and not _went_elsewhere(phrase, side, other)
        orphan = id(phrase.sentence) in lost.sentences
        if cut or (orphan and not _mates(phrase, partner, score, side)):
            last = len(phrase.content) - 1
            found.append(Segment(phrase, 0, last, 1.0, partner, score, orphan=True, cut=cut))
            continue
        flags = other.covers(phrase, partner if score >= 0.3 else None)
        missing = flags.count(False)
        last = len(flags) - 1
        gone = (
            last > 0
            and id(phrase) in lost.phrases
            and missing < 0.6 * len(flags)
            and not _figured(phrase, what)
            and (phrase.listed or not _leads_on(phrase))
        )
        if not (missing or gone):
            continue
        share = missing / len(flags)
        left_over = not gone and share < 0.6 and _left_over(phrase, partner, score, side)
        if left_over and missing == 1 and not flags[-1] and lost.kept(phrase):
            # 照料之责, but not 视力残疾 for 听力残疾.
            left_over = False
        first, around = 0, False
        if gone or left_over or share >= 0.6:
            kept = edges.kept(phrase, side, other)
            if kept:
                # 供应午餐→提供午餐: of what stands around the member nothing is one.
                gone, left_over, around = False, False, True
                first, last = kept
                missing = flags[first : last + 1].count(False)
                share = missing / (last - first + 1)
        if gone:
            if what == "dropped":
                # What it is most like answers to another. In doubt something is lost.
                score = 0.0
            found.append(Segment(phrase, 0, last, 1.0, partner, score, orphan=True))
            continue
        if share >= 0.6 or left_over:
            found.append(
                Segment(phrase, first, last, share, partner, score, left_over, around=around)
            )
            continue
        at = first
        while at <= last:
            if flags[at]:
                at += 1
                continue
            end = at
            while end < last and (not flags[end + 1] or (end + 1 < last and not flags[end + 2])):
                end += 1
            apart = around or edges.outside(phrase, at, end)
            found.append(Segment(phrase, at, end, share, partner, score, around=apart))
            at = end + 1
    for one in found:
        one.lost = lost
    return found
