"""Which clause of one side answers to which of the other, and what is left of either.

That its words stand somewhere on the other side does not mean that a clause is said there: one
that was dropped mostly uses words that the rest of the text uses too. So the clauses of both sides
are set against each other, and each word of a side answers for one word of the other side only.
What a clause's own counterparts say is said; of everything else, what is still free.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log
from operator import add
from typing import TYPE_CHECKING

from yiwu_diff.compare.assignment import assign
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Phrase, Sentence

_MANY = 40_000
"""More pairs of clauses than this are not set against each other."""
_LEAST, _MATES = 0.12, 0.3
"""From this likeness on a clause may answer for another, and be its counterpart."""
_PART = 0.25
"""A clause that has this share of another's words is one of its counterparts."""
_UNSAID = 0.65
"""A phrase of which this share is not said is lost."""
_SHORT = 5
"""A case of no more characters is too easily put in other words."""
_FEW, _SPENT = 4, 0.5
"""A clause of so many words, of which this share answers for none, is not said."""
_SPELT = 0.3
"""So much of a stretch may lack in the clauses that spell it another way."""
_SHARED = 0.4
"""What two phrases leave says the same if they share this much of it."""


@dataclass(slots=True, eq=False, repr=False)
class Clause:
    """The phrases between two marks."""

    phrases: list[Phrase]
    grams: Counter[str]
    figures: frozenset[tuple[str, tuple[float, ...]]]
    free: dict[str, int]
    """The words that answer for none of the other side, and how often it has them."""
    answers: list[tuple[Clause, int]] = field(default_factory=list)
    """The clauses of the other side that answer for some of its words, and for how many."""
    short: dict[str, int] | None = None
    """The characters that its counterparts lack, once they are asked for."""
    known: list[Clause] | None = None
    """Its counterparts, once they are asked for."""
    mate: Clause | None = None
    """The clause of the other side that is its counterpart."""
    beside: list[Clause] = field(default_factory=list)
    """Its neighbours."""
    before: Clause | None = None
    """The one before it in its field."""
    replaced: bool = False
    """Whether a case of the other side with no counterpart of its own stands in its place."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in its sentence."""
        return self.sentence.clause_of(self.phrases[0].start)

    @property
    def sentence(self) -> Sentence:
        return self.phrases[0].sentence

    def counterparts(self) -> list[Clause]:
        """The clauses that have a good part of its words, but for what its neighbours say too."""
        if self.known is None:
            self.known = self._counterparts()
        return self.known

    def _counterparts(self) -> list[Clause]:
        if not self.answers:
            return []
        fresh = sum(self.grams[gram] for gram in self.grams.keys() - self.repeated())
        enough = _PART * self.grams.total()
        if fresh > 1:
            # A single word is not enough, unless it is half of what the clause says anew.
            enough = min(enough, max(_PART * fresh, min(2, fresh / 2)))
        return [other for other, count in self.answers if count >= enough]

    def repeated(self) -> set[str]:
        """What a neighbour says too, there as well: whoever is spoken of in two clauses running
        need be named but once."""
        found: set[str] = set()
        for one in self.beside:
            if one.mate is not None:
                found |= self.grams.keys() & one.grams.keys() & one.mate.grams.keys()
        return found

    def near(self) -> set[str]:
        """What its counterparts say, be it ever so often."""
        found = self.counterparts()
        return self.repeated().union(*(other.grams for other in found)) if found else set()

    @property
    def text(self) -> str:
        start, end = self.span
        return self.sentence.text[start:end]

    def about(self) -> set[str]:
        """What it is said of: whoever it names itself, or else the nearest clause before it
        that names anybody, and the cases of its sentence that lead up to it."""
        found = set(self.grams)
        one: Clause | None = self
        named = self.names()
        while one is not None and (one := one.before) is not None:
            if one.sentence is not self.sentence and named:
                break
            if _FRAME.search(one.text):
                found |= one.grams.keys()
            if not named and one.names():
                named = True
                found |= one.grams.keys()
        return found

    def leads_in(self) -> bool:
        """Whether it does nothing but tell of whom, or in which case, the next one is said."""
        text = self.text
        if self.figures:
            return False
        if _TOPIC.search(text):
            return True
        return not (_ACTS.search(text) or cues("does", "steps", "sets_up").search(text))

    def names(self) -> bool:
        """Whether it names anybody otherwise than by pointing back: 上述两类家庭."""
        text = self.text
        return cues("people").search(text) is not None and not _BACK.search(text)


_FRAME = lazy("(?:的|时|后|前|中|期间|[日月年]起)$")
_TOPIC = lazy("^(?:凡|对|在|[因当经除])|(?:时|后|前|期间|之日起|原因|情况|情形)$|提出")
_ACTS = lazy("应当|必须|可以|不得|掌握|摸清|了解|动员|引导")
_BACK = lazy("上述|前述|前款|该(?!当)|[此这](?:[类些种])|(?<!尤)其(?![他它余])|双方")


def _clauses(phrases: Sequence[Phrase]) -> list[Clause]:
    found: dict[tuple[int, int], list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault((id(phrase.sentence), phrase.clause), []).append(phrase)
    clauses = [_clause(some) for some in found.values()]
    for one, other in pairwise(clauses):
        if one.sentence.field == other.sentence.field:
            one.beside.append(other)
            other.beside.append(one)
            other.before = one
    return clauses


def _clause(phrases: list[Phrase]) -> Clause:
    grams = Counter([gram for phrase in phrases for gram in _grams(phrase.content)])
    sentence = phrases[0].sentence
    start, end = sentence.clause_of(phrases[0].start)
    figures = frozenset(
        (q.kind, q.comparable) for q in sentence.quantities if start <= q.start < end
    )
    return Clause(phrases, grams, figures, dict(grams))


def _grams(content: str) -> list[str]:
    """The bigrams in their order; a single character stands for itself."""
    return [content] if len(content) == 1 else list(map(add, content, content[1:]))


class Lost:
    """What of either side nothing on the other side answers to."""

    def __init__(self, old: Sequence[Phrase], new: Sequence[Phrase]) -> None:
        self.phrases: set[int] = set()
        """The phrases, by id."""
        self.sentences: set[int] = set()
        """The sentences that are mostly made of it, by id."""
        self._home: dict[int, Clause] = {}
        self.mates: list[tuple[Clause, Clause]] = []
        """The clauses that are each other's counterpart."""
        if not old or not new:
            return
        olds, news = _clauses(old), _clauses(new)
        if len(olds) * len(news) > _MANY:
            return
        _align(olds, news)
        self._home = {id(phrase): clause for clause in (*olds, *news) for phrase in clause.phrases}
        self.mates = [(one, one.mate) for one in olds if one.mate is not None]
        left = _left(olds), _left(news)
        if len(left[0]) * len(left[1]) > _MANY:
            return
        answered = assign(
            {
                (i, j): int(1000 * score)
                for i, one in enumerate(left[0])
                for j, other in enumerate(left[1])
                if (score := _same(*one, *other))
            }
        )
        self._find(olds, left[0], {i for i, _ in answered})
        self._find(news, left[1], {j for _, j in answered})
        self._find_spent(olds, news)

    def spelt(self, phrase: Phrase, content: str) -> bool:
        """Whether the characters of a stretch stand in the clauses that answer to its own, and
        answer there for nothing else: 有就业意愿 and 愿意就业."""
        clause = self._home.get(id(phrase))
        if clause is None:
            return False
        if clause.short is None:
            clause.short = _short(clause)
        short = clause.short
        lacking = sum(min(content.count(c), short[c]) for c in set(content) if c in short)
        return lacking <= _SPELT * len(content)

    def kept(self, phrase: Phrase) -> bool:
        """Whether the clauses that answer to its own say most of a phrase, and that for nothing
        else: 照料 of 照料之责."""
        clause = self._home.get(id(phrase))
        if clause is None or len(phrase.content) < 2:
            return False
        there: Counter[str] = Counter()
        for other in clause.counterparts():
            there += other.grams
        grams = _grams(phrase.content)
        said = [gram in there and clause.grams[gram] <= there[gram] for gram in grams]
        ends = zip([*said, False], [False, *said], strict=True)
        return 2 * sum(a or b for a, b in ends) > len(phrase.content)

    def alone(self, phrase: Phrase) -> bool:
        """Whether no clause of the other side is the counterpart of a phrase's own, nor, where
        that is a case, of what is to be done in it."""
        clause = self._home.get(id(phrase))
        if clause is None or clause.mate is not None or clause.counterparts():
            return False
        start, end = clause.span
        if not clause.sentence.text[start:end].endswith("的"):
            return True
        then = (one for one in clause.beside if one.sentence is clause.sentence)
        return all(one.mate is None for one in then if one.span[0] > start)

    def answers(self, one: Phrase, other: Phrase) -> bool:
        """Whether the clauses of two phrases answer to each other, as far as is known."""
        a, b = self._home.get(id(one)), self._home.get(id(other))
        if a is None or b is None:
            return True
        return a.mate is b or a.mate is None or b.mate is None or b in a.counterparts()

    def _find_spent(self, side: list[Clause], other: list[Clause]) -> None:
        """The clauses that answer to none, and for whose words, though they stand there, the
        other side needs what it says to answer for something else."""
        for clause in side:
            if clause.mate is not None or clause.figures or clause.sentence.field != "content":
                continue
            # What a neighbour says too need be said but once.
            again = clause.repeated()
            free = sum(count for gram, count in clause.free.items() if gram not in again)
            total = sum(count for gram, count in clause.grams.items() if gram not in again)
            if total < _FEW or free < _SPENT * total:
                continue
            listed = any(phrase.listed for phrase in clause.phrases)
            if listed or _FRAME.search(clause.text) or clause.leads_in():
                continue
            # Of two clauses alike the other side may make one.
            twice = set().union(*(one.grams for one in clause.beside))
            if 2 * sum(clause.free[gram] for gram in clause.free.keys() - twice) < free:
                continue
            rest = (one for one in other if one.sentence.field == "content")
            if sum(sum(one.free.values()) for one in rest) < free:
                self.phrases.update(map(id, clause.phrases))

    def _find(
        self, side: list[Clause], rest: list[tuple[Clause, Phrase, str]], known: set[int]
    ) -> None:
        amiss: Counter[int] = Counter()
        for number, (clause, phrase, left) in enumerate(rest):
            if number not in known:
                amiss[id(phrase.sentence)] += len(left)
                size = len(phrase.content)
                # 因强制免疫死亡的: a case that nothing answers to is one of its own.
                case = clause.mate is None and size > _SHORT and clause.text.endswith("的")
                if len(left) >= (0.5 if case else _UNSAID) * size:
                    self.phrases.add(id(phrase))
        sentences = {id(clause.sentence): clause.sentence for clause in side}
        fields = Counter(one.field for one in sentences.values())
        for key, one in sentences.items():
            # Of the only sentence of a field, of figures and of people it is known otherwise
            # what became of them.
            known_so = fields[one.field] == 1 or one.quantities or one.field == "audience"
            if one.size > 4 and amiss[key] >= (_UNSAID if known_so else 0.5) * one.size:
                self.sentences.add(key)


def _align(olds: list[Clause], news: list[Clause]) -> None:
    """Let each clause answer for what it can of the other side, those first that are most
    alike."""
    places = _places(olds), _places(news)
    total = len(olds) + len(news) + 1
    masses = [0] * len(olds), [0] * len(news)
    shared: dict[tuple[int, int], int] = {}
    for gram in places[0].keys() | places[1].keys():
        here, there = places[0].get(gram, ()), places[1].get(gram, ())
        weight = _weight(total, len(here) + len(there))
        for i in here:
            masses[0][i] += weight
            for j in there:
                shared[i, j] = shared.get((i, j), 0) + weight
        for j in there:
            masses[1][j] += weight
    scores: dict[tuple[int, int], float] = {}
    # In order, so that of two equals the same is taken in every run.
    for i, j in sorted(shared):
        score = 2 * shared[i, j] / (masses[0][i] + masses[1][j])
        score += 0.1 * (not olds[i].figures.isdisjoint(news[j].figures))
        score += 0.05 * (1 - abs(i / len(olds) - j / len(news)))
        if score >= _LEAST:
            scores[i, j] = score
    mates = assign({pair: int(1000 * score) for pair, score in scores.items()})
    for i, j in mates:
        if scores[i, j] >= _MATES:
            olds[i].mate, news[j].mate = news[j], olds[i]
    for one in olds:
        _match_cases(one)
    first = set(mates)
    for i, j in sorted(scores, key=lambda pair: (pair not in first, -scores[pair], pair)):
        a, b = olds[i], news[j]
        if taken := _taken(a.free, b.free):
            a.answers.append((b, taken))
            b.answers.append((a, taken))


def _taken(a: dict[str, int], b: dict[str, int]) -> int:
    """Take from two clauses the words that both have still free; returns how many."""
    total = 0
    for gram in a.keys() & b.keys():
        count = min(a[gram], b[gram])
        total += count
        for free in (a, b):
            if free[gram] == count:
                del free[gram]
            else:
                free[gram] -= count
    return total


def _match_cases(then: Clause) -> None:
    """决定不给予援助的,说明理由→不予援助的,说明理由: a case in short, before what is done in it."""
    one, other = then.before, then.mate and then.mate.before
    if one is None or other is None or then.mate is None or one.mate or other.mate:
        return
    if one.sentence is not then.sentence or other.sentence is not then.mate.sentence:
        return
    if not (one.text.endswith("的") and other.text.endswith("的")):
        return
    a, b = (set().union(*clause.grams) for clause in (one, other))
    if (a <= b or b <= a) and ("不" in a) == ("不" in b):
        one.replaced = other.replaced = True


def _places(clauses: list[Clause]) -> dict[str, list[int]]:
    """By word the clauses that it stands in."""
    found: dict[str, list[int]] = {}
    for number, clause in enumerate(clauses):
        for gram in clause.grams:
            found.setdefault(gram, []).append(number)
    return found


@cache
def _weight(total: int, count: int) -> int:
    """How much a word tells that stands in so many of so many clauses. A whole number: the sum
    must not hang on the order."""
    return int(1000 * (log(total / count) + 0.1))


def _short(clause: Clause) -> dict[str, int]:
    """The characters that a clause, with those that share its counterparts, has and its
    counterparts lack, and how many of each."""
    mates = clause.counterparts()
    own = {id(clause): clause}
    for mate in mates:
        own.update((id(one), one) for one in mate.counterparts())
    theirs = Counter("".join([phrase.content for mate in mates for phrase in mate.phrases]))
    chars = Counter("".join([phrase.content for one in own.values() for phrase in one.phrases]))
    return {
        char: lack for char, count in chars.items() if (lack := count - theirs.get(char, 0)) > 0
    }


def _left(clauses: list[Clause]) -> list[tuple[Clause, Phrase, str]]:
    """The phrases of a side, each with the characters that the other side does not say."""
    found = []
    for clause in clauses:
        known = not clause.free or clause.replaced
        unsaid = set() if known else clause.free.keys() - clause.near()
        if unsaid:
            unsaid -= _restated(clause)
        if unsaid and clause.mate is None and clause.figures:
            unsaid -= _merged(clause, clauses)
        for phrase in clause.phrases if unsaid else ():
            if unsaid.isdisjoint(phrase.grams):
                continue
            content = phrase.content
            said = [gram not in unsaid for gram in _grams(content)]
            if len(content) == 1:
                left = "" if said[0] else content
            else:
                ends = zip(content, [False, *said], [*said, False], strict=True)
                left = "".join(char for char, before, after in ends if not before and not after)
            if left:
                found.append((clause, phrase, left))
    return found


def _restated(clause: Clause) -> set[str]:
    """What the other side has said already when it comes to the counterpart of a clause, or of
    the one that it leads into: 对这些老年人 need not be said of those of whom all is said."""
    if clause.text.endswith("的"):
        # A case is one of its own, however common its words.
        return set()
    if clause.mate is not None:
        return clause.mate.about()
    then = next((one for one in clause.beside if one.before is clause), None)
    if then is None or then.sentence is not clause.sentence or not clause.leads_in():
        return set()
    return then.mate.about() if then.mate is not None else set()


def _merged(clause: Clause, clauses: Sequence[Clause]) -> set[str]:
    """What the sentence says in which one of the same form has its counterpart: of 对甲每月探访一次
    and 对乙每月探访一次 may be made 甲、乙每月探访一次."""
    found: set[str] = set()
    for one in clauses:
        if one.mate is None or one.figures != clause.figures:
            continue
        shared = len(one.grams.keys() & clause.grams.keys())
        if 2 * shared >= 0.5 * (len(one.grams) + len(clause.grams)):
            said: set[str] = set()
            other: Clause | None = one.mate
            while other is not None and other.sentence is one.mate.sentence:
                said |= other.grams.keys()
                other = other.before
            if set().union(*(clause.grams.keys() - one.grams.keys())) <= set().union(*said):
                found |= clause.grams.keys()
    return found


def _same(one: Clause, a: Phrase, x: str, other: Clause, b: Phrase, y: str) -> float:
    """How likely what two phrases leave says the same in other words; 0: it does not."""
    if a.sentence.field != b.sentence.field or not 0.3 <= len(x) / len(y) <= 1 / 0.3:
        return 0.0
    shared = len(set(x) & set(y)) / min(len(x), len(y))
    mates = one.mate is other
    return 0.1 + shared + 0.5 * mates if mates or shared >= _SHARED else 0.0
