"""Join uncovered segments into statements, and pair what one side drops with what the other
says in its place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.coverage import Segment
    from yiwu_diff.text.reading import Phrase, Sentence

WHOLE = 0.6
"""From this share on a phrase counts as added or dropped as a whole."""


@dataclass(slots=True, eq=False, repr=False)
class Statement:
    """Neighbouring segments of one sentence that are added or dropped together."""

    sentence: Sentence
    segments: list[Segment]
    whole: bool
    """Whether it is made of whole phrases, not of a few words inside one."""
    counterpart: Statement | None = None
    phrases: list[Phrase] = field(default_factory=list)
    content: str = ""
    span: tuple[int, int] = (0, 0)
    """Where it stands in the sentence's normal form."""
    text: str = ""
    clause_span: tuple[int, int] = (0, 0)
    """The clauses it stands in."""
    clause: str = ""
    listed: bool = False

    @property
    def orphan(self) -> bool:
        """Whether its whole clause has no counterpart on the other side."""
        return self.segments[0].orphan

    @property
    def cut(self) -> bool:
        """Whether it was cut out of, or put into, a text that else stayed word for word."""
        return self.segments[0].cut

    @property
    def around(self) -> bool:
        """Whether it stands around a member of a list that the other side has."""
        return any(segment.around for segment in self.segments)

    def finish(self) -> None:
        """Find out what it says, when all segments have been joined."""
        sentence, first, last = self.sentence, self.segments[0], self.segments[-1]
        self.phrases = [segment.phrase for segment in self.segments]
        self.content = "".join([segment.content for segment in self.segments])
        self.listed = not self.around and all(phrase.listed for phrase in self.phrases)
        if self.whole:
            start, end = first.phrase.start, last.phrase.end
        else:
            start, end = first.span[0], last.span[1]
        c0, _ = sentence.clause_of(start)
        _, c1 = sentence.clause_of(max(start, end - 1))
        self.span, self.clause_span = (start, end), (c0, c1)
        self.text, self.clause = sentence.text[start:end], sentence.text[c0:c1]


def statements(segments: Sequence[Segment]) -> list[Statement]:
    """The segments joined: whole phrases that follow each other make one statement, and so
    does all that is new in a sentence that is new almost throughout."""
    uncovered: dict[int, int] = defaultdict(int)
    for segment in segments:
        uncovered[id(segment.phrase.sentence)] += len(segment.content)
    found: list[Statement] = []
    for segment in segments:
        sentence = segment.phrase.sentence
        total = sentence.size
        fresh = uncovered[id(sentence)] >= 0.75 * total and total >= 6
        whole = segment.share >= WHOLE or segment.left_over or fresh
        last = found[-1] if found else None
        if last is not None and last.whole and last.sentence is sentence:
            before = last.segments[-1].phrase
            joins = before.after is segment.phrase and _alike(before, segment.phrase)
            if fresh or (whole and joins):
                last.segments.append(segment)
                continue
        found.append(Statement(sentence, [segment], whole))
    for statement in found:
        statement.finish()
    return found


def _alike(before: Phrase, after: Phrase) -> bool:
    """Whether two phrases belong to one thought: members of one list, or clauses in a row."""
    if before.bracket != after.bracket:
        return False
    # …批准的学费标准免收学费、代收费: the short member is no part of the long phrase.
    return not (
        after.link in ("、", "和", "及", "与", "以及")
        and len(after.content) <= 6
        and len(before.content) >= len(after.content) + 3
    )


def answer(dropped: Sequence[Statement], added: Sequence[Statement]) -> None:
    """Pair each dropped statement with the added one that stands in its place."""
    if len(dropped) * len(added) > 40_000:
        return
    options = []
    for i, old in enumerate(dropped):
        for j, new in enumerate(added):
            score = _place(old, new)
            if score > 0:
                options.append((-score, i, j))
    for _, i, j in sorted(options):
        if dropped[i].counterpart is None and added[j].counterpart is None:
            dropped[i].counterpart = added[j]
            added[j].counterpart = dropped[i]


def _place(old: Statement, new: Statement) -> float:
    """How surely two statements stand in each other's place; 0: they do not."""
    if min(len(old.content), len(new.content)) == 1 < max(len(old.content), len(new.content)) - 4:
        # A single character takes the place of no clause.
        return 0.0
    a, b = set(old.content), set(new.content)
    shared = len(a & b) / min(len(a), len(b))
    score = 0.5 * _answering(old, new)
    if score == 0 and (old.sentence.field != new.sentence.field or shared < 0.3):
        return 0.0
    return score + shared


def _answering(old: Statement, new: Statement) -> int:
    """How many pairs of their segments answer to each other; no more than two are counted."""
    found = 0
    phrases = {id(y.phrase) for y in new.segments}
    partners = {id(y.partner) for y in new.segments}
    for x in old.segments:
        if id(x.partner) not in phrases and id(x.phrase) not in partners:
            continue
        found += sum(x.partner is y.phrase or y.partner is x.phrase for y in new.segments)
        if found >= 2:
            return 2
    return found
