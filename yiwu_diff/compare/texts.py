"""Find the facts of the prose fields (audience, content, level) of a pair of items."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from yiwu_diff.compare import numbers, openness, organs, schedule, wording
from yiwu_diff.compare.coverage import Side, uncovered
from yiwu_diff.compare.evidence import Evidence
from yiwu_diff.compare.figures import figures
from yiwu_diff.compare.sides import View
from yiwu_diff.compare.statements import answer, statements
from yiwu_diff.compare.weighing import weigh
from yiwu_diff.text.reading import key, numbered, read, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Sentence

PROSE = ("audience", "content", "level")


def find(base: Item, target: Item) -> list[Fact]:
    """The facts of the prose fields."""
    olds, news = _changed(base, target)
    if not olds and not news:
        return []
    old, new = Side(olds), Side(news)
    evidence = Evidence(base, target, old, new)
    dropped, added = statements(uncovered(old, new)), statements(uncovered(new, old))
    answer(dropped, added)
    was, now = schedule.find(evidence, figures(olds), figures(news))
    pairs, gone, come = numbers.matched(was, now)
    known = [figure for pair in pairs for figure in pair]
    before = View("dropped", olds, news, dropped, added, gone, come, known)
    after = View("added", news, olds, added, dropped, come, gone, known)
    numbers.moved(evidence, pairs, [*dropped, *added])
    for view in (before, after):
        _documents(evidence, view)
        numbers.alone(evidence, view, _statements(evidence, view))
    wording.find(evidence, old, new)
    organs.find(evidence, old, new)
    openness.thresholds(evidence, before, after)
    openness.sentences(evidence, old, new, before, after)
    return evidence.facts


def _changed(base: Item, target: Item) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of each side that the other side does not have, read."""
    sides = [
        [
            (name, key(sentence), offset, sentence)
            for name in PROSE
            for offset, sentence in sentences(item.text(name) or "")
        ]
        for item in (base, target)
    ]
    common = Counter(one[1] for one in sides[0]) & Counter(one[1] for one in sides[1])
    result: list[list[Sentence]] = []
    for side in sides:
        left = common.copy()
        rest: list[Sentence] = []
        head = ""
        for name, bare, offset, sentence in side:
            if left[bare] > 0:
                left[bare] -= 1
            elif bare:
                rest.append(read(name, sentence, offset))
                rest[-1].head = head
            # What leads into the numbered points that follow.
            lead, colon, _ = sentence.rpartition("：")
            if colon or not numbered(sentence):
                head = lead
        result.append(rest)
    return result[0], result[1]


def _statements(evidence: Evidence, view: View) -> set[int]:
    """Add the facts of one side's statements; returns the figures (by order) that belong to
    one of them."""
    held: set[int] = set()
    grant: Sentence | None = None
    for statement in view.statements:
        sentence = statement.sentence
        if grant is not None and not _follows(grant, sentence, view.sentences):
            grant = None
        inside = [n for n in view.figures if _inside(n, statement)]
        kind = weigh(
            statement,
            view,
            inside=inside,
            answers=any(_inside(n, statement) for n in view.known),
            granted=grant is not None and (grant is sentence or statement.whole),
        )
        if kind:
            what = view.what
            evidence.one(what, f"text-{what}", sentence, statement.span, role=kind)
        if kind in ("grant", "member") and statement.whole:
            grant = sentence
        if kind != "detail" and (kind or (statement.whole and grant is sentence)):
            held |= {n.order for n in inside}
    return held


def _follows(before: Sentence, sentence: Sentence, among: Sequence[Sentence]) -> bool:
    """Whether a sentence is the same as ``before`` or follows it at once in its field."""
    if before is sentence:
        return True
    index = next(i for i, one in enumerate(among) if one is before)
    return before.field == sentence.field and among[index + 1 : index + 2] == [sentence]


def _inside(number: Figure, statement: Statement) -> bool:
    if number.sentence is not statement.sentence:
        return False
    wide = statement.whole and not statement.listed
    start, end = statement.clause_span if wide else statement.span
    return start <= number.quantity.start and number.quantity.end <= end


_TITLE = re.compile(r"《[^》]{3,60}》")


def _documents(evidence: Evidence, view: View) -> None:
    """A document to follow is named where the other side names none. Which edition of it, or
    which one beside it, makes no difference (labels.md, case 25)."""
    if any(_TITLE.search(sentence.text) for sentence in view.across):
        return
    for sentence in view.sentences:
        match = _TITLE.search(sentence.text)
        if match and not any(s.sentence is sentence and s.whole for s in view.statements):
            what = view.what
            evidence.one(what, f"text-{what}", sentence, match.span(), role="detail")
            return
