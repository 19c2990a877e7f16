"""Open wordings (按规定, 定期, 适当) and what fills them in, or takes their place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yiwu_diff.compare.sides import alike, answering_sentences
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.sides import View
    from yiwu_diff.compare.statements import Statement
    from yiwu_diff.text.reading import Phrase, Sentence


def is_open(sentences: Sequence[Sentence], field: str) -> bool:
    """Whether these sentences leave something of a field open: 规定年龄, 一定年限."""
    return any(
        sentence.vague or cues("delegation").search(sentence.text)
        for sentence in sentences
        if sentence.field == field
    )


def fills(statement: Statement, across: Sequence[Sentence]) -> bool:
    """Whether the other side leaves open, in the sentence it answers to, what this fills in."""
    if statement.sentence.vague:
        return False
    partners = {
        id(s.partner.sentence)
        for s in statement.segments
        if s.partner is not None and s.score >= 0.3 and _open_clause(s.partner, statement)
    }
    for sentence in across:
        if sentence.field != statement.sentence.field or not sentence.vague:
            continue
        # 按照国家有关规定执行 is nothing but open.
        bare = sentence.size < 4
        if bare or id(sentence) in partners:
            return True
    return False


def _open_clause(partner: Phrase, statement: Statement) -> bool:
    """Whether the clause of a partner is the open one; for a list member it must be."""
    if not statement.listed and not statement.orphan:
        return True
    start, end = partner.sentence.clause_of(partner.start)
    return any(start <= at < end for at, _ in partner.sentence.vague)


def thresholds(evidence: Evidence, base: View, target: View) -> None:
    """低于平均水平→困难: a threshold made vague (labels.md, case 20), and its reverse."""
    for kind, precise, vague in (("made-vague", base, target), ("vague-filled", target, base)):
        line = _of_audience(precise, "means", but="need")
        need = _of_audience(vague, "need")
        if not line or not need:
            continue
        evidence.drop(lambda f: f.field == "audience" and f.role in ("condition", "member", ""))
        a, b = (line, need) if kind == "made-vague" else (need, line)
        evidence.both(kind, a.sentence, a.span, b.sentence, b.span)
    _lines(evidence, base)


LINE = lazy("(?:低于|不足|不到|达不到|高于|超过)[^,;。]*(?:平均|水平|标准)")
_NEED = lazy("困难|较低|偏低|贫困")


def _lines(evidence: Evidence, base: View) -> None:
    """仍低于平均水平的→仍有困难的, in a text: the two stand in each other's place."""
    for old in base.statements:
        new = old.counterpart
        if new is None or "audience" in (old.sentence.field, new.sentence.field):
            continue
        if LINE.search(old.text) and _NEED.search(new.text):
            kind = "made-vague"
        elif _NEED.search(old.text) and LINE.search(new.text):
            kind = "vague-filled"
        else:
            continue
        evidence.both(kind, old.sentence, old.span, new.sentence, new.span)


def _of_audience(view: View, key: str, but: str = "") -> Statement | None:
    # 低收入 is a need, no line of 收入.
    return next(
        (
            s
            for s in view.statements
            if s.sentence.field == "audience"
            and cues(key).search(cues(but).sub("", s.text) if but else s.text)
        ),
        None,
    )


def sentences(evidence: Evidence, old: Side, new: Side, base: View, target: View) -> None:
    """An open wording in whose sentence the other side is specific, where no other fact says
    so already."""
    if not any(sentence.vague for view in (base, target) for sentence in view.sentences):
        return
    olds, news = _count(base.sentences), _count(target.sentences)
    gone, come = (
        {word for word in words if not _otherwise(word, view)}
        for words, view in ((olds - news, base), (news - olds, target))
    )
    for a, b in answering_sentences(old, new):
        # What only moved to another sentence is neither filled in nor made vague.
        open_a = (_open_words(a) - _open_words(b)) & gone
        open_b = (_open_words(b) - _open_words(a)) & come
        if open_a and not open_b and _fills(b, a, target) and not _AS_NEEDED.search(b.text):
            kind, what = "vague-filled", open_a
        elif open_b and not open_a and _fills(a, b, base):
            kind, what = "made-vague", open_b
        else:
            continue
        if not any(_told(fact, a, b, kind) for fact in evidence.facts):
            evidence.both(
                kind, a, (0, len(a.text)), b, (0, len(b.text)), detail="、".join(sorted(what))
            )


_OTHERWISE = {"就近": lazy("附近|家门口|周边|临近|最近的"), "分类": lazy("类")}


def _otherwise(word: str, view: View) -> bool:
    """就近领取→在附近领取: whether the other side says an open word in another way, and leaves as
    much open."""
    other = _OTHERWISE.get(word)
    return other is not None and other.search(view.text_across) is not None


def _open_words(sentence: Sentence) -> set[str]:
    return {_levelled(sentence.text[i:j]) for i, j in sentence.vague}


def _count(sentences: Sequence[Sentence]) -> Counter[str]:
    return Counter(_levelled(one.text[i:j]) for one in sentences for i, j in one.vague)


# 按病情需要安排随访 fills in no 定期.
_AS_NEEDED = lazy(r"(?:按照?|根据|视|结合)[^,;。\d]{0,8}(?:需要|需求|情况|病情)|按需|酌情")
_LIKE = lazy("有关|相关|国家|照|^依|的|时$")


def _levelled(word: str) -> str:
    """按照国家有关规定 leaves open what 按规定 leaves open."""
    return (
        _LIKE.sub("", word).replace("必需", "必要").replace("规定", "按规定").replace("按按", "按")
    )


# 《…条例》, 不低于最低工资, 免费, 每年第一季度, 低保家庭.
_NAMED = lazy(
    r"困难|下列|全部|低保|最低生活保障|低收入|《|不[得应]?[低少]于|不[得应]?[超高]过?|免[费收票]|[减半][价半收]|[每逐][年月季周日学]|第[一二三四]季度|\d"
)


def _fills(sentence: Sentence, other: Sentence, view: View) -> bool:
    return _specific(sentence, view) and (
        alike(sentence, other) >= _SAME or _names(sentence, other, view)
    )


_SAME = 0.75
"""From this likeness on a sentence stayed as it was, but for what stands in the word's place."""


def _names(sentence: Sentence, other: Sentence, view: View) -> bool:
    """Whether a sentence names what may fill in the open word of another: that the word is left
    out, and others are put for the rest, fills in nothing."""
    if any(f.sentence is sentence and not f.quantity.soft for f in view.figures):
        return True
    return any(found[0] not in other.text for found in _NAMED.finditer(sentence.text))


def _specific(sentence: Sentence, view: View) -> bool:
    if any(f.sentence is sentence and not f.quantity.soft for f in view.figures):
        return True
    return sum(len(s.content) for s in view.statements if s.sentence is sentence) >= 4


_TELLS = {
    "vague-filled": ("quantity-added", "text-added", "duty-strengthened", "quantity-moved"),
    "made-vague": ("quantity-dropped", "text-dropped", "duty-weakened", "quantity-moved"),
}


def _told(fact: Fact, a: Sentence, b: Sentence, kind: str) -> bool:
    """Whether a fact about these sentences says already what became of them."""
    if fact.kind not in _TELLS[kind]:
        return False
    return any(
        span is not None
        and bool(span.text)
        and span.field == sentence.field
        and bool(sentence.normal.starts)
        and sentence.normal.starts[0] <= span.start < sentence.normal.ends[-1]
        for span, sentence in ((fact.base, a), (fact.target, b))
    )
