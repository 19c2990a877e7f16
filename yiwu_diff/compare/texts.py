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
    _one_side(evidence, "dropped", dropped, gone, come, news, known, olds, added)
    _one_side(evidence, "added", added, come, gone, olds, known, news, dropped)
    wording.find(evidence, old, new)
    _threshold(evidence, dropped, added, was, now)
    _settle(evidence)
    _filled(evidence, old, new, dropped, added, gone, come)
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


_MEANS = re.compile(r"收入|财产|面积|支出|标准")
_NEED = re.compile(r"困难|低收入|贫困")


def _threshold(
    evidence: Evidence,
    dropped: Sequence[Statement],
    added: Sequence[Statement],
    was: Sequence[fg.Figure],
    now: Sequence[fg.Figure],
) -> None:
    """低于平均水平→困难: a threshold made vague (labels.md, case 20), and its reverse."""
    for kind, precise, vague in (
        ("made-vague", dropped, added),
        ("vague-filled", added, dropped),
    ):
        line = [s for s in precise if s.sentence.field == "audience" and _MEANS.search(s.text)]
        need = [s for s in vague if s.sentence.field == "audience" and _NEED.search(s.text)]
        if not line or not need:
            continue
        fields = {"condition", "member", ""}
        evidence.facts = [
            f for f in evidence.facts if not (f.field == "audience" and f.role in fields)
        ]
        a, b = (line[0], need[0]) if kind == "made-vague" else (need[0], line[0])
        evidence.both(kind, a.sentence, a.span, b.sentence, b.span)


def _settle(evidence: Evidence) -> None:
    """One fact, one finding: who makes the rules is no detail of them."""
    makers = [f for f in evidence.facts if f.kind == "maker"]
    if makers:
        spans = [s for f in makers for s in (f.base, f.target) if s]
        evidence.facts = [
            f
            for f in evidence.facts
            if f.kind == "maker"
            or f.role not in ("detail", "member")
            or not any(
                mine and mine.field == s.field and abs(mine.start - s.start) < 40
                for mine in (f.base, f.target)
                for s in spans
            )
        ]


def _filled(
    evidence: Evidence,
    old: Side,
    new: Side,
    dropped: Sequence[Statement],
    added: Sequence[Statement],
    gone: Sequence[fg.Figure],
    come: Sequence[fg.Figure],
) -> None:
    """An open wording of one side in whose sentence the other side is specific."""
    for b, a in _partner_sentences(new, old):
        open_a = {a.text[i:j] for i, j in a.vague} - {b.text[i:j] for i, j in b.vague}
        open_b = {b.text[i:j] for i, j in b.vague} - {a.text[i:j] for i, j in a.vague}
        if open_a and not open_b and _specific(b, added, come):
            kind, what = "vague-filled", open_a
        elif open_b and not open_a and _specific(a, dropped, gone):
            kind, what = "made-vague", open_b
        else:
            continue
        told = "refined" if kind == "vague-filled" else "relaxed"
        if any(_tells(fact, a, b, told) for fact in evidence.facts):
            continue
        evidence.both(
            kind, a, (0, len(a.text)), b, (0, len(b.text)), detail="、".join(sorted(what))
        )


_TELLS = {
    "refined": ("quantity-added", "text-added", "duty-strengthened", "quantity-moved"),
    "relaxed": ("quantity-dropped", "text-dropped", "duty-weakened", "quantity-moved"),
}


def _tells(fact: Fact, a: Sentence, b: Sentence, told: str) -> bool:
    """Whether a fact about these sentences says already what became of them."""
    if fact.kind not in _TELLS[told]:
        return False
    return any(
        span is not None
        and span.field == sentence.field
        and sentence.normal.starts
        and sentence.normal.starts[0] <= span.start < sentence.normal.ends[-1]
        for span, sentence in ((fact.base, a), (fact.target, b))
    )


def _specific(
    sentence: Sentence, changed: Sequence[Statement], figures: Sequence[fg.Figure]
) -> bool:
    if any(figure.sentence is sentence and not figure.quantity.soft for figure in figures):
        return True
    return sum(len(s.content) for s in changed if s.sentence is sentence) >= 4


def _partner_sentences(side: Side, other: Side) -> list[tuple[Sentence, Sentence]]:
    """For each sentence of a side the one of the other side that it answers to."""
    votes: dict[int, Counter[int]] = {}
    by_id: dict[int, Sentence] = {}
    for phrase in side.phrases:
        partner, score = other.partner(phrase)
        by_id[id(phrase.sentence)] = phrase.sentence
        if partner is not None and score >= 0.25:
            by_id[id(partner.sentence)] = partner.sentence
            votes.setdefault(id(phrase.sentence), Counter())[id(partner.sentence)] += len(
                phrase.content
            )
    return [(by_id[key], by_id[found.most_common(1)[0][0]]) for key, found in votes.items()]


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
    mine: Sequence[Sentence],
    opposite: Sequence[Statement],
) -> None:
    """The facts of the statements of one side, and of the figures that stand outside them."""
    held: set[int] = set()
    granted: Sentence | None = None
    for statement in found:
        inside = [n for n in figures if _inside(n, statement)]
        answers = any(_inside(n, statement) for n in known)
        kind = _statement(evidence, what, statement, inside, answers, across, granted, opposite)
        if kind in ("grant", "member") and statement.whole:
            granted = statement.sentence
        elif granted is not None and not _next(granted, statement.sentence, mine):
            granted = None
        if kind and kind != "detail":
            held |= {n.order for n in inside}
        elif kind == "" and statement.whole and granted is not None:
            held |= {n.order for n in inside if granted is statement.sentence}
    for number in figures:
        if number.order in held or _article(number):
            continue
        if number.quantity.soft and not _open(across, number.field):
            # 按月 or 当场 says something only where the other side leaves it open.
            continue
        if what == "dropped" and any(_instead(number, other) for other in others):
            # 300元→12小时: not convertible, but something precise stands in its place.
            continue
        threshold = (
            number.field == "audience" or fg.is_threshold(number)
        ) and not _open(across, number.field)
        evidence.one(
            what,
            f"quantity-{what}",
            number.sentence,
            (number.quantity.start, number.quantity.end),
            role="condition" if threshold else "",
            detail=number.quantity.shown,
        )


def _article(number: fg.Figure) -> bool:
    """一个, 一处, 四项: a count that says no more than an article would."""
    q = number.quantity
    return q.bound == "=" and (
        q.kind == "kinds" or (q.kind in ("pieces", "places", "persons") and q.values == (1.0,))
    )


def _next(before: Sentence, sentence: Sentence, among: Sequence[Sentence]) -> bool:
    """Whether a sentence is the same as ``before`` or follows it at once in its field."""
    if before is sentence:
        return True
    index = next(i for i, one in enumerate(among) if one is before)
    return (
        index + 1 < len(among)
        and among[index + 1] is sentence
        and before.field == sentence.field
    )


def _inside(number: fg.Figure, statement: Statement) -> bool:
    if number.sentence is not statement.sentence:
        return False
    wide = statement.whole and not statement.listed
    start, end = statement.clause_span if wide else statement.span
    return start <= number.quantity.start and number.quantity.end <= end


def _instead(number: fg.Figure, other: fg.Figure) -> bool:
    if other.quantity.soft or number.field != other.field or number.quantity.kind == other.quantity.kind:
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


# Words for whoever it may be: they come and go without a change of the entitlement.
_ANYBODY = frozenset(
    ("居民", "申请人", "乘客", "旅客", "用户", "读者", "患者", "参保", "服务对象", "当事人", "学生", "职工")
)


def _statement(
    evidence: Evidence,
    what: str,
    statement: Statement,
    inside: Sequence[fg.Figure],
    answers: bool,
    across: Sequence[Sentence],
    granted: Sentence | None,
    others: Sequence[Statement],
) -> str:
    """Add the fact of a statement; returns its role, empty where it says nothing."""
    size = len(statement.content)
    if size < 2 or statement.content in _ANYBODY:
        return ""
    kind = role(statement)
    if not kind:
        return ""
    if kind in ("grant", "member", "duty", "condition") and answers:
        # A figure in it answers to one of the other side: the same thing in other words.
        if not inside:
            return ""
        if kind in ("grant", "member"):
            kind = "detail"
    if kind in ("grant", "member", "condition") and _fills(statement, across):
        # An open wording there, filled in here.
        kind = "detail"
    lone = statement.orphan or statement.segments[0].left_over
    if kind != "exception" and not lone and _spelt(statement, across):
        return ""
    if not statement.orphan and _said_otherwise(statement, kind):
        return ""
    start, end = statement.span
    is_open = any(start <= a < end for a, _ in statement.sentence.vague) or cues(
        "delegation"
    ).search(statement.text)
    if kind == "member" and not statement.orphan:
        near = min(s.score for s in statement.segments)
        if near > 0.4 and _instead_said(statement, others) > 1.3:
            return ""
    slight = not statement.whole or (size < 10 and not cues("strong").search(statement.text))
    if kind in ("detail", "grant", "member", "condition") and is_open and not inside and slight:
        # An open wording that comes or goes grants and takes nothing by itself.
        return ""
    if kind == "detail":
        if granted is not None and (granted is statement.sentence or statement.whole):
            return ""
        if size < 5 and not (inside and statement.whole):
            return ""
        if not inside and _instead_said(statement, others) > 0.25:
            return ""
        if not statement.whole and (size < 6 or statement.segments[0].share < 0.35):
            return ""
    evidence.one(what, f"text-{what}", statement.sentence, statement.span, role=kind)
    return kind


def _fills(statement: Statement, across: Sequence[Sentence]) -> bool:
    """Whether the other side leaves open, in the sentence it answers to, what this fills in."""
    if statement.sentence.vague:
        return False
    partners = {
        id(s.partner.sentence)
        for s in statement.segments
        if s.partner is not None and s.score >= 0.2
    }
    for sentence in across:
        if sentence.field != statement.sentence.field or not sentence.vague:
            continue
        # 按照国家有关规定执行 is nothing but open.
        bare = sum(len(p.content) for p in sentence.phrases) < 4
        if bare or id(sentence) in partners:
            return True
    return False


def _instead_said(statement: Statement, others: Sequence[Statement]) -> float:
    """How much the other side says that this side does not, as a multiple of the statement:
    what is only put in other words leaves a remainder on both sides."""
    return sum(len(o.content) for o in others if not o.orphan) / len(statement.content)


def _spelt(statement: Statement, across: Sequence[Sentence]) -> bool:
    """Whether the other side has nearly all of its characters in the same field: 损毁严重 for
    严重损坏, 孕期保健 for 孕早期健康服务."""
    chars = {
        char
        for sentence in across
        if sentence.field == statement.sentence.field
        for phrase in sentence.phrases
        for char in phrase.content
    }
    content = statement.content
    share = sum(char in chars for char in content) / len(content)
    return share >= (0.7 if len(content) <= 10 else 0.85)


_FREE_OF = re.compile("免|不收|不得收|无需|无须")


def _said_otherwise(statement: Statement, kind: str) -> bool:
    """Whether the other side has other words for it in its place."""
    other = statement.counterpart
    if other is None:
        return False
    if kind == "duty" and bool(_FREE_OF.search(statement.text)) != bool(
        _FREE_OF.search(other.text)
    ):
        return False
    mine, theirs = set(statement.content), set(other.content)
    shared = len(mine & theirs)
    longer = len(statement.content) / len(other.content)
    if kind == "grant":
        return bool(shared) or len(statement.content) <= 14
    if kind in ("member", "exception", "condition", "duty"):
        return shared >= 0.6 * min(len(mine), len(theirs)) and longer < 2.5
    if shared:
        return longer < 2.5
    return longer < 1.6 and not statement.listed
