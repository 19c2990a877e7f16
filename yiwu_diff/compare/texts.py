"""Find the facts of the prose fields (audience, content, level) of a pair of items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yiwu_diff.compare import figures as fg
from yiwu_diff.compare import schedule, wording
from yiwu_diff.compare.coverage import Side, uncovered
from yiwu_diff.compare.evidence import Evidence
from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.roles import role
from yiwu_diff.compare.statements import Statement, answer, statements
from yiwu_diff.standard.model import Item
from yiwu_diff.text.reading import Sentence, cues, key, read, sentences

PROSE = ("audience", "content", "level")


def find(base: Item, target: Item) -> list[Fact]:
    """The facts of the prose fields."""
    olds, news = _changed(base, target)
    if not olds and not news:
        return []
    evidence = Evidence(base, target)
    old, new = Side(olds), Side(news)
    dropped = statements(uncovered(old, new))
    added = statements(uncovered(new, old))
    answer(dropped, added)
    was, now = fg.figures(olds), fg.figures(news)
    _documents(evidence, olds, news, dropped, added)
    was, now = schedule.find(evidence, was, now)
    pairs, gone, come = fg.pair(was, now)
    pairs, gone = _siblings(pairs, gone)
    for a, b in pairs:
        _moved(evidence, a, b, dropped + added)
    known = [b for a, b in pairs] + [a for a, b in pairs]
    gone, come = _repeated(gone, [a for a, _ in pairs]), _repeated(come, was)
    _one_side(evidence, "dropped", dropped, gone, come, news, known)
    _one_side(evidence, "added", added, come, gone, olds, known)
    wording.find(evidence, old, new)
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
        for name, bare, offset, sentence in side:
            if left[bare] > 0:
                left[bare] -= 1
            elif bare:
                rest.append(read(name, sentence, offset))
        result.append(rest)
    return result[0], result[1]


_TITLE = re.compile(r"《[^》]{3,60}》")


def _documents(
    evidence: Evidence,
    olds: Sequence[Sentence],
    news: Sequence[Sentence],
    dropped: Sequence[Statement],
    added: Sequence[Statement],
) -> None:
    """A document to follow is named where the other side names none. Which edition of it, or
    which one beside it, makes no difference (labels.md, case 25)."""
    for what, mine, others, changed in (
        ("added", news, olds, added),
        ("dropped", olds, news, dropped),
    ):
        if any(_TITLE.search(sentence.text) for sentence in others):
            continue
        for sentence in mine:
            match = _TITLE.search(sentence.text)
            if match and not any(s.sentence is sentence and s.whole for s in changed):
                evidence.one(what, f"text-{what}", sentence, match.span(), role="detail")
                break


def _siblings(
    pairs: list[tuple[fg.Figure, fg.Figure]], gone: list[fg.Figure]
) -> tuple[list[tuple[fg.Figure, fg.Figure]], list[fg.Figure]]:
    """男满60、女满55→满65: what is left of a base's thresholds answers to the one that its
    neighbour answers to."""
    left: list[fg.Figure] = []
    for one in gone:
        mate = next(
            (
                b
                for a, b in pairs
                if a.sentence is one.sentence
                and a.quantity.kind == one.quantity.kind == "age"
                and abs(a.quantity.start - one.quantity.end) <= 12
            ),
            None,
        )
        if mate is None:
            left.append(one)
        else:
            pairs = [*pairs, (one, mate)]
    return pairs, left


def _moved(evidence: Evidence, a: fg.Figure, b: fg.Figure, changed: Sequence[Statement]) -> None:
    favour = fg.favour(a, b)
    if favour == 0:
        return
    if a.quantity.kind == "kinds" and any(
        s.listed and s.sentence in (a.sentence, b.sentence) for s in changed
    ):
        # 五项→四项 with the list shortened: the list decides.
        return
    if a.quantity.kind == "kinds" and a.quantity.bound == "=" == b.quantity.bound:
        return
    evidence.moved(a, b, favour)


def _repeated(figures: list[fg.Figure], known: list[fg.Figure]) -> list[fg.Figure]:
    """The figures without those that only repeat one that is known."""
    return [
        one
        for one in figures
        if one.quantity.kind not in ("age", "ratio", "money")
        or not any(one.quantity.same_as(other.quantity) for other in known)
    ]


def _one_side(
    evidence: Evidence,
    what: str,
    found: Sequence[Statement],
    figures: Sequence[fg.Figure],
    others: Sequence[fg.Figure],
    across: Sequence[Sentence],
    known: Sequence[fg.Figure],
) -> None:
    """The facts of the statements of one side, and of the figures that stand outside them."""
    held: set[int] = set()
    granted: Sentence | None = None
    for statement in found:
        inside = [n for n in figures if _inside(n, statement)]
        answers = any(_inside(n, statement) for n in known)
        kind = _statement(evidence, what, statement, inside, answers, granted)
        if kind in ("grant", "member") and statement.whole:
            granted = statement.sentence
        if kind and kind != "detail":
            held |= {n.order for n in inside}
        elif kind == "" and statement.whole and granted is not None:
            held |= {n.order for n in inside if granted is statement.sentence}
    for number in figures:
        if number.order in held or number.quantity.kind == "kinds" and number.quantity.bound == "=":
            continue
        if number.quantity.soft and not _open(across, number.field):
            # 按月 or 当场 says something only where the other side leaves it open.
            continue
        if what == "dropped" and any(_instead(number, other) for other in others):
            # 300元→12小时: not convertible, but something precise stands in its place.
            continue
        threshold = fg.is_threshold(number) and not _open(across, number.field)
        evidence.one(
            what,
            f"quantity-{what}",
            number.sentence,
            (number.quantity.start, number.quantity.end),
            role="condition" if threshold else "",
            detail=number.quantity.shown,
        )


def _inside(number: fg.Figure, statement: Statement) -> bool:
    if number.sentence is not statement.sentence:
        return False
    start, end = statement.clause_span if statement.whole else statement.span
    return start <= number.quantity.start and number.quantity.end <= end


def _instead(number: fg.Figure, other: fg.Figure) -> bool:
    if number.field != other.field or number.quantity.kind == other.quantity.kind:
        return False
    shared = len(number.context & other.context)
    total = len(number.context) + len(other.context)
    return bool(total) and 2 * shared / total >= 0.3


def _open(across: Sequence[Sentence], field: str) -> bool:
    """Whether the other side leaves the matter open in this field: 规定年龄, 一定年限."""
    return any(
        sentence.vague or cues("delegation").search(sentence.text)
        for sentence in across
        if sentence.field == field
    )


def _statement(
    evidence: Evidence,
    what: str,
    statement: Statement,
    inside: Sequence[fg.Figure],
    answers: bool,
    granted: Sentence | None,
) -> str:
    """Add the fact of a statement; returns its role, empty where it says nothing."""
    size = len(statement.content)
    if size < 2:
        return ""
    kind = role(statement)
    if not kind:
        return ""
    if kind == "grant" and (answers or _fills(statement)):
        # A figure in it answers to one of the other side, or an open wording there: the same
        # benefit, said more precisely.
        kind = "detail"
    if _said_otherwise(statement, kind):
        return ""
    start, end = statement.span
    is_open = any(start <= a < end for a, _ in statement.sentence.vague) or cues(
        "delegation"
    ).search(statement.text)
    if kind in ("detail", "grant", "member", "condition") and is_open and not inside:
        # An open wording that comes or goes grants and takes nothing by itself.
        return ""
    if kind == "detail":
        if granted is not None and (granted is statement.sentence or statement.whole):
            return ""
        if size < 5 and not (inside and statement.whole):
            return ""
        if not statement.whole and statement.segments[0].share < 0.35:
            return ""
    evidence.one(what, f"text-{what}", statement.sentence, statement.span, role=kind)
    return kind


def _fills(statement: Statement) -> bool:
    """Whether the other side leaves open, in the sentence it answers to, what this fills in."""
    partners = [s.partner for s in statement.segments if s.partner is not None]
    return any(
        bool(p.sentence.vague) and not statement.sentence.vague
        for p in partners
        if p.sentence.field == statement.sentence.field
    )


def _said_otherwise(statement: Statement, kind: str) -> bool:
    """Whether the other side has other words for it in its place."""
    other = statement.counterpart
    if other is None:
        return False
    mine, theirs = set(statement.content), set(other.content)
    shared = len(mine & theirs)
    longer = len(statement.content) / len(other.content)
    if kind in ("member", "exception", "condition", "duty") :
        return shared >= 0.5 * min(len(mine), len(theirs)) and longer < 2.5
    if shared:
        return longer < 2.5
    return longer < 1.6 and not statement.listed
