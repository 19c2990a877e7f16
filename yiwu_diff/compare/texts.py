"""Find the facts of the prose fields (audience, content, level) of a pair of items."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from yiwu_diff.compare import (
    delegated,
    lists,
    numbers,
    openness,
    organs,
    receivers,
    replaced,
    schedule,
    terms,
    wording,
    written,
)
from yiwu_diff.compare.alignment import Lost
from yiwu_diff.compare.coverage import Side, uncovered
from yiwu_diff.compare.cuts import cuts, edits, insertions
from yiwu_diff.compare.evidence import Evidence
from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.figures import figures
from yiwu_diff.compare.model import Span
from yiwu_diff.compare.sides import View
from yiwu_diff.compare.statements import answer, statements
from yiwu_diff.compare.weighing import TIERS, weigh
from yiwu_diff.text.contractions import short_words
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.quantities import header_unit
from yiwu_diff.text.reading import key, numbered, read, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.cuts import Cuts
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Sentence

PROSE = ("audience", "content", "level")
_READABLE = 20_000
"""Of more characters that differ than this, in one item, it is only said that they do. No item
of people has so many; a whole book in one field must not keep anybody waiting."""
_Piece = tuple[str, int, str, str, str]
"""A sentence as it stands: the field, where it begins there, its text, what leads into it, and
the unit of its bare numbers."""


def find(base: Item, target: Item) -> list[Fact]:
    """The facts of the prose fields."""
    pieces = _changed(base, target)
    if not any(pieces):
        return []
    if sum(len(text) for side in pieces for _, _, text, *_ in side) > _READABLE:
        return _unread(base, target, *pieces)
    texts = [[text for _, _, text, *_ in side] for side in pieces]
    shorts = short_words(*texts), short_words(*texts[::-1])
    olds, news = (
        [_read(*piece, short) for piece in side] for side, short in zip(pieces, shorts, strict=True)
    )
    old, new = Side(olds), Side(news)
    evidence = Evidence(base, target, old, new)
    edited = edits(olds, news)
    gone_from, put_into = cuts(olds, news, edited)
    lost = Lost(old.phrases, new.phrases)
    dropped = statements(uncovered(old, new, gone_from, lost, "dropped"))
    added = statements(uncovered(new, old, put_into, lost, "added"))
    answer(dropped, added)
    was, now = written.alike(figures(olds), figures(news))
    against: list[terms.Stretch] = []
    every = [*was, *now]
    was, now = schedule.find(evidence, was, now, against)
    left = {id(figure) for figure in (*was, *now)}
    settled = [figure for figure in every if id(figure) not in left]
    pairs, gone, come, rows = numbers.matched(was, now)
    known = [*settled, *rows, *(figure for pair in pairs for figure in pair)]
    bare = insertions(edited)
    before = View("dropped", olds, news, dropped, added, gone, come, known, target, bare[0])
    after = View("added", news, olds, added, dropped, come, gone, known, base, bare[1])
    _bare_members(evidence, olds, gone_from)
    numbers.moved(evidence, pairs, [*dropped, *added], (olds, news))
    for view in (before, after):
        _documents(evidence, view)
        organs.among_people(evidence, view)
        against += numbers.alone(evidence, view, _statements(evidence, view))
    terms.told(evidence, against)
    wording.find(evidence, old, new, lost)
    organs.find(evidence, old, new)
    openness.thresholds(evidence, before, after)
    openness.sentences(evidence, old, new, before, after)
    replaced.find(evidence, edited, olds, news, pairs)
    terms.shares(evidence, pairs)
    lists.find(evidence, old, new, lost, before, after)
    delegated.find(evidence, old, new)
    receivers.find(evidence, lost, (old, new))
    receivers.outsiders(evidence, old, new)
    organs.settle(evidence)
    return evidence.facts


def _changed(base: Item, target: Item) -> tuple[list[_Piece], list[_Piece]]:
    """The sentences of each side that the other side does not have."""
    if all(base.text(name) == target.text(name) for name in PROSE):
        return [], []
    # Most sentences stand on both sides, so that their keys are asked for twice.
    keys: dict[str, str] = {}
    sides = []
    for item in (base, target):
        side: list[tuple[str, _Piece]] = []
        for name in PROSE:
            for offset, sentence in sentences(item.text(name) or ""):
                bare = keys.get(sentence)
                if bare is None:
                    bare = keys[sentence] = key(sentence)
                side.append((bare, (name, offset, sentence, "", "")))
        sides.append(side)
    counts, others = (Counter([bare for bare, _ in side]) for side in sides)
    common = {bare: min(counts[bare], others[bare]) for bare in counts.keys() & others.keys()}
    result: list[list[_Piece]] = []
    for side in sides:
        left = common.copy()
        rest: list[_Piece] = []
        head = unit = ""
        closed = True
        for bare, (name, offset, sentence, *_) in side:
            # A unit in brackets holds for the rows that follow.
            unit = header_unit(sentence) or ("" if closed else unit)
            closed = sentence[-1:] not in "；;\n" and not sentence.endswith("如下。")
            if left.get(bare):
                left[bare] -= 1
            elif bare:
                rest.append((name, offset, sentence, head, unit))
            # What leads into the numbered points that follow.
            lead, colon, _ = sentence.rpartition("：")
            if colon or not numbered(sentence):
                head = lead
        result.append(rest)
    return result[0], result[1]


def _read(
    name: str, offset: int, text: str, head: str, unit: str, short: tuple[str, ...]
) -> Sentence:
    sentence = read(name, text, offset, unit, short)
    sentence.head = head
    return sentence


def _unread(base: Item, target: Item, olds: Sequence[_Piece], news: Sequence[_Piece]) -> list[Fact]:
    """What is too long to be read: in each field what differs is dropped and added as a whole,
    and somebody has to look."""
    facts: list[Fact] = []
    for name in PROSE:
        for what, pieces, here, there in (
            ("dropped", olds, base, target),
            ("added", news, target, base),
        ):
            mine = [
                (offset, offset + len(text)) for field, offset, text, *_ in pieces if field == name
            ]
            if mine:
                stands, belongs = _stretch(here, name, mine), _end(there, name)
                facts.append(
                    Fact(
                        kind=f"text-{what}",
                        field=name,
                        base=stands if what == "dropped" else belongs,
                        target=belongs if what == "dropped" else stands,
                        role="grant",
                        sure=False,
                    )
                )
    return facts


def _stretch(item: Item, name: str, spans: Sequence[tuple[int, int]]) -> Span:
    start, end = spans[0][0], spans[-1][1]
    return Span(name, start, end, (item.text(name) or "")[start:end], item.places.get(name))


def _end(item: Item, name: str) -> Span:
    end = len(item.text(name) or "")
    return Span(name, end, end, "", item.places.get(name))


def _statements(evidence: Evidence, view: View) -> set[int]:
    """Add the facts of one side's statements; returns the figures (by order) that belong to
    one of them."""
    held: set[int] = set()
    grant: Sentence | None = None
    places = {id(sentence): n for n, sentence in enumerate(view.sentences)}
    alone, known = _Placed(view.figures), _Placed(view.known)
    given: list[Statement] = []
    for statement in view.statements:
        sentence = statement.sentence
        if grant is not None and not (
            grant is sentence
            or (grant.field == sentence.field and places[id(sentence)] == places[id(grant)] + 1)
        ):
            # Only the same sentence, or the next one of the field, belongs to it.
            grant = None
        inside = alone.inside(statement)
        if _heading(statement, known, alone):
            continue
        kind, sure = weigh(
            statement,
            view,
            inside=inside,
            answers=bool(known.inside(statement)),
            granted=grant is not None and (grant is sentence or statement.whole),
        )
        if kind in ("grant", "member") and any(terms.charged(one, view) for one in inside):
            kind = "condition"
        if kind:
            what = view.what
            evidence.one(what, f"text-{what}", sentence, statement.span, role=kind, sure=sure)
            if statement.whole and kind in ("condition", "exception"):
                evidence.drop_inside(what, sentence, statement.clause_span, "detail")
        if kind in ("grant", "member") and statement.whole:
            grant = sentence
        if kind in ("grant", "member"):
            given.append(statement)
        if kind == "exception":
            # 早晚高峰时段(7:00-9:00)除外: what is taken out has its figures with it.
            held |= alone.excepted(statement)
        if kind != "detail" and (kind or (statement.whole and grant is sentence)):
            held |= {n.order for n in inside}
    return held | {figure.order for figure in view.figures if _belongs(figure, given)}


def _belongs(figure: Figure, given: Sequence[Statement]) -> bool:
    """Whether a figure is that of something given or taken as a whole: 低保边缘家庭成员60%,
    where the other side knows no such members (labels.md, case 27)."""
    sentence, q = figure.sentence, figure.quantity
    since = max((other.end for other in sentence.quantities if other.end <= q.start), default=0)
    since = max(since, *(sentence.text.rfind(mark, 0, q.start) + 1 for mark in ";。"))
    named = "".join(phrase.content for phrase in sentence.phrases_between(since, q.start))
    begin, _ = sentence.clause_of(q.start)
    if any(
        one.sentence is sentence
        and one.whole
        and one.clause_span[1] + 1 == begin
        and _CASE.search(one.text)
        for one in given
    ):
        # 生育多胞胎的,增加产假15天: what the case before it brings.
        return True
    _, end = sentence.clause_of(q.start)
    if sentence.text[:end].endswith("的") and any(
        one.sentence is sentence and one.whole and one.clause_span[0] == end + 1 for one in given
    ):
        # 年满80周岁的,每月加发10元: the case in which it is given.
        return True
    if any(
        one.sentence is sentence and _BESIDES.fullmatch(sentence.text[q.end : one.span[0]])
        for one in given
    ):
        # 产后42天另做健康检查
        return True
    if any(_counts(one, q.start, q.end) for one in given if one.sentence is sentence):
        return True
    return any(
        since <= statement.span[0] < q.start
        and not re.search("[、等]", sentence.text[statement.span[1] : q.start])
        if statement.sentence is sentence
        else len(statement.content) >= 4 and statement.content in named
        for statement in given
    )


def _counts(one: Statement, start: int, end: int) -> bool:
    """按照每人每天20元、不超过3个月发救助金: whether a figure opens the clause of what is given."""
    first, _ = one.clause_span
    text = one.sentence.text
    return (
        one.whole
        and one.listed
        and first <= start
        and end <= one.span[0]
        and _OPENS.fullmatch(text[first:start]) is not None
        and text[end : one.span[0]] in ("、", "和", "及", ",")
    )


_BESIDES = lazy("[时内后前]?,?(?:另外?|还|再)[做享领给]?")
_OPENS = lazy("(?:[^,;。]{0,8}?期间)?(?:按照?|以)?(?:每[人户名月日天年]+)?")
_CASE = lazy("的(?:,|$)")
_OF_FIGURES = lazy("(?:标准|金额|额度|比例|限额)$")


def _heading(statement: Statement, known: _Placed, alone: _Placed) -> bool:
    """高龄补贴标准:80周岁…: what only says of what the figures behind it are, that are known."""
    text, end = statement.sentence.text, statement.span[1]
    if text[end : end + 1] == "(":
        return _said_by_age(statement, known)
    if text[end : end + 1] != ":":
        return False
    if not _OF_FIGURES.search(text[statement.span[0] : end]) and (
        statement.sentence.field != "level" or text.count(":") > 1 or alone.of(statement.sentence)
    ):
        # Where there are more headings, or figures without a counterpart, it tells things apart.
        return False
    return any(0 <= one.quantity.start - end <= _NEXT for one in known.of(statement.sentence))


_OF_AGE = lazy("(?:年龄|高龄|大龄|低龄|年纪|偏大|较大|年老)+")


def _said_by_age(statement: Statement, known: _Placed) -> bool:
    """年龄偏大(女45周岁以上)的: a word for the ages behind it, that are known."""
    text, (start, end) = statement.sentence.text, statement.span
    closes = text.find(")", end)
    ages = [f for f in known.of(statement.sentence) if end < f.quantity.start < closes]
    return (
        _OF_AGE.fullmatch(text[start:end]) is not None
        and bool(ages)
        and all(one.quantity.kind == "age" for one in ages)
    )


_NEXT = 24
"""The first figure of a row stands no farther behind its heading than so many characters."""


class _Placed:
    """Figures by where they stand."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._of: dict[int, list[Figure]] = {}
        for figure in figures:
            self._of.setdefault(id(figure.sentence), []).append(figure)
        for some in self._of.values():
            some.sort(key=_start)

    def excepted(self, statement: Statement) -> set[int]:
        """Those, by their order, that stand in brackets right behind a statement."""
        text, end = statement.sentence.text, statement.span[1]
        if text[end : end + 1] != "(":
            return set()
        closes = text.find(")", end)
        some = self._of.get(id(statement.sentence), ())
        return {one.order for one in some if end < one.quantity.start < closes}

    def of(self, sentence: Sentence) -> Sequence[Figure]:
        return self._of.get(id(sentence), ())

    def inside(self, statement: Statement) -> list[Figure]:
        """Those inside a statement, or in its clause where it is one of its own."""
        some = self._of.get(id(statement.sentence))
        if not some:
            return []
        wide = statement.whole and not statement.listed
        start, end = statement.clause_span if wide else statement.span
        first = bisect_left(some, start, key=_start)
        last = bisect_right(some, end, lo=first, key=_start)
        return [figure for figure in some[first:last] if figure.quantity.end <= end]


def _start(figure: Figure) -> int:
    return figure.quantity.start


_BARE = lazy(
    "(?P<of>[、和及与])(?P<one>(?!其[他它]|有关|相关|必要)[\u4e00-\u9fff]{2,4})"
    "|(?P<two>[\u4e00-\u9fff]{2,4})[、和及与]"
)


def _bare_members(evidence: Evidence, olds: Sequence[Sentence], cuts: Cuts) -> None:
    """疫苗的品种、作用、禁忌→品种、禁忌: members of a list that were cut out, of words so common
    that they are not compared."""
    for sentence in olds:
        for start, end in cuts.get(id(sentence), ()):
            found = _BARE.fullmatch(sentence.text, start, end)
            if found is None or sentence.phrases_between(start, end):
                continue
            if TIERS.fullmatch(found["one"] or found["two"]):
                continue
            if not any(one.start < end and start < one.end for one in sentence.offices):
                span = found.span("one" if found["one"] else "two")
                evidence.one("dropped", "text-dropped", sentence, span, role="member", sure=False)


# A card that people hold is no document to follow.
_TITLE = lazy(r"(?<!持有)(?<![凭持])《(?P<of>[^》]{3,60}(?<!证)(?<!证明)(?<!证书)(?<!执照))》")


def _documents(evidence: Evidence, view: View) -> None:
    """A document to follow is named where the other side names none. Which edition of it, or
    which one beside it, makes no difference (labels.md, case 25)."""
    if not any("《" in sentence.text for sentence in view.sentences):
        return
    if any(_TITLE.search(sentence.text) for sentence in view.across):
        return
    whole = {id(statement.sentence) for statement in view.statements if statement.whole}
    for sentence in view.sentences:
        match = _TITLE.search(sentence.text)
        if match and id(sentence) not in whole and match["of"] not in view.text_across:
            what = view.what
            evidence.one(what, f"text-{what}", sentence, match.span(), role="detail")
            return
