"""Words put in, left out or put in another's place in a sentence that else stayed word for word.

`cuts` knows what was cut out. A cut may also hide in a single word: 免费 becomes 低价, 老年人
独居老年人, 逐户 抽样. Where all around it stayed, another word is no paraphrase: it is looked up
which way it leads, and what no list knows is left to a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.compare import turns
from yiwu_diff.compare.labels import HARMFUL, LabelName
from yiwu_diff.compare.rules import rule_for
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.cuts import Edit, Range
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.model import Span
    from yiwu_diff.text.reading import Sentence

_WIDE = 24
"""A stretch of more characters is no word."""


def find(
    evidence: Evidence,
    edits: Sequence[Edit],
    olds: Sequence[Sentence],
    news: Sequence[Sentence],
    pairs: Sequence[tuple[Figure, Figure]],
) -> None:
    """Add what single words say, where no other fact does. ``pairs``: the figures that answer to
    each other."""
    if not edits:
        return
    was = "。".join(one.text for one in olds)
    now = "。".join(one.text for one in news)
    often = [one for pair in pairs if all(f.quantity.period for f in pair) for one in pair]
    changes = [
        (edit, one)
        for edit in edits
        for one in edit.changed
        if _telling(edit, one)
        and not _filled(edit, one)
        and not (often and (_says(often, edit.old, one[:2]) or _says(often, edit.new, one[2:])))
    ]
    alone = len(changes) <= 2 and len(edits) == len(olds) == len(news)
    for edit, change in changes:
        x, y = change[:2], change[2:]
        if max(x[1] - x[0], y[1] - y[0]) > _WIDE:
            continue
        turn = turns.known(edit, x, y, was, now)
        if turn is None and alone:
            turn = turns.doubtful(edit, x, y, was, now)
        if turn is not None:
            _tell(evidence, edit, change, turn)


def _telling(edit: Edit, change: tuple[int, int, int, int]) -> bool:
    """Whether more than marks, digits and the last word of a body's name changed."""
    i1, i2, j1, j2 = change
    was, now = edit.old.text[i1:i2], edit.new.text[j1:j2]
    if _SORTS.fullmatch(was) and _SORTS.fullmatch(now):
        return False
    return _MARKS.fullmatch(was + now) is None


def _filled(edit: Edit, change: tuple[int, int, int, int]) -> bool:
    """适时→每两年至少一次: a figure in the place of an open word; `numbers` tells of it."""
    i1, i2, j1, j2 = change
    return any(a < i2 and i1 < b for a, b in edit.old.vague) and any(
        (q.start < j2 and j1 < q.end) or j1 <= q.often[0] < j2 for q in edit.new.quantities
    )


_SELF = lazy("个人|本人")


def _says(often: Sequence[Figure], sentence: Sentence, place: Range) -> bool:
    """Whether a change is in the words that say how often a figure recurs, of a figure that is
    compared with another. For whom it is (每人) is no matter of figures."""
    return _OFTEN.fullmatch(sentence.text[slice(*place)]) is not None and any(
        one.sentence is sentence
        and place[0] < one.quantity.often[1]
        and one.quantity.often[0] < place[1]
        for one in often
    )


_OFTEN = lazy(r"(?:[每按逐隔上下各半\d一二两三四五六年度季月周日天旬个次]|学[年期]|小时|至少)+")
_SORTS = lazy("机构|中心|部门|机关|单位|[站所局处]")
_MARKS = lazy(r"[\d.%,;:、。()]*")


def _tell(
    evidence: Evidence, edit: Edit, change: tuple[int, int, int, int], turn: turns.Turn
) -> None:
    i1, i2, j1, j2 = _quoted(edit, change)
    kind = turn.kind
    taken = kind in (turns.NARROWER[0], turns.LOOSER[0])
    count = len(evidence.facts)
    evidence.both(kind, edit.old, (i1, i2), edit.new, (j1, j2), sure=turn.sure, detail=turn.detail)
    said = evidence.facts[-1]
    if kind in ("made-vague", "vague-filled"):
        # Whoever is meant is meant on both sides.
        evidence.drop(
            lambda f: (
                f is not said and f.role in ("condition", "grant", "member") and _over(f, said)
            )
        )
        count = evidence.facts.index(said)
    label = _label(said)
    clause = edit.old.clause_of(change[0]), edit.new.clause_of(change[2])
    wide = said._replace(
        base=_wider(said.base, edit.old, clause[0]), target=_wider(said.target, edit.new, clause[1])
    )
    for fact in evidence.facts[:count]:
        other = _label(fact)
        if other is None or fact.field != said.field:
            continue
        body = fact.kind == "maker"
        same = _by_others(fact) if body else turn.weak or (other in HARMFUL) == taken
        act = body and _ACT.search(turn.detail) is not None
        if (
            (same and _over(fact, wide if act else said))
            or (body and same and _again(fact, said))
            or (other == label and _over(fact, wide))
        ):
            # It is told already.
            evidence.facts.pop()
            return


_ACT = lazy("审批|审核|审查|批准|核准|备案|登记|受理|确认|认定|负责|组织|管理|监督")


def _by_others(fact: Fact) -> bool:
    """Another body in the place of one is neither less nor more, unless the recipient paid or
    has to pay."""
    return not any(one and _SELF.search(one.text) for one in (fact.base, fact.target))


def _again(fact: Fact, said: Fact) -> bool:
    """Whether the bodies that a fact tells of are named again: 主管部门→该委员会, behind
    向供水主管部门投诉→向消费者权益保护委员会投诉."""
    return all(
        one and two and len(two.text) > 1 and one.text.endswith(_IT.sub("", two.text))
        for one, two in ((fact.base, said.base), (fact.target, said.target))
    )


_IT = lazy("^[该其原]")


def _label(fact: Fact) -> LabelName | None:
    rule = rule_for(fact)
    return rule.label if rule else None


def _wider(span: Span | None, sentence: Sentence, clause: Range) -> Span | None:
    """A span widened to its clause."""
    start, end = sentence.normal.back(*clause)
    return span and replace(span, start=min(start, span.start), end=max(end, span.end))


def _over(fact: Fact, said: Fact) -> bool:
    """Whether one of the texts of a fact overlaps that of another."""
    return any(
        one is not None and other is not None and one.start < other.end and other.start < one.end
        for one, other in ((fact.base, said.base), (fact.target, said.target))
    )


def _quoted(edit: Edit, change: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The change with the characters around it that stayed, at most two on either side, so that
    each side has something to quote."""
    i1, i2, j1, j2 = change
    a, b = edit.old.text, edit.new.text
    if i1 < i2 and j1 < j2:
        return change
    before = after = 0
    while before < 2 and i1 > before and j1 > before and a[i1 - before - 1] not in ",;:、。":
        before += 1
    while (
        after < 3 and i2 + after < len(a) and j2 + after < len(b) and a[i2 + after] not in ",;:、。"
    ):
        after += 1
    return i1 - before, i2 + after, j1 - before, j2 + after
