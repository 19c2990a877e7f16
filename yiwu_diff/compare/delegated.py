"""What an authority was left to fix, and the other side fixes itself (labels.md, case 18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.keeping import DELEGATES
from yiwu_diff.compare.sides import answering_sentences
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    import re

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.model import Span
    from yiwu_diff.text.reading import Sentence


def find(evidence: Evidence, old: Side, new: Side) -> None:
    """Take what fills in 享受优待,具体办法由省制定 for what it is: the same, more precisely."""
    if not any(_LEFT.search(one.text) for one in old.sentences):
        return
    if any(DELEGATES.search(one.text) for one in new.sentences):
        return
    for a, b in answering_sentences(old, new):
        if _LEFT.search(a.text):
            _fill(evidence, a, b)


_LEFT = lazy(
    "(?:优待|优惠|奖励|待遇|减免|照顾|补助|补贴|津贴|假)[^,;。]{0,10},?(?:其|优待|补助|补贴)?的?具体"
    "(?:的?(?:标准|办法|项目|内容)){0,3}[^,;。]{0,4},?由[^,;。]*(?:规定|制定|确定)"
    "|(?:优待|优惠|奖励|减免|照顾|补助|补贴|津贴|假)[^,;。]{0,6}的(?:具体)?(?:办法|标准),?由"
)


def _fill(evidence: Evidence, a: Sentence, b: Sentence) -> None:
    _missed(evidence, a, b)
    filled = [f for f in evidence.facts if _in(f.target, b) and _fills(f, a, b)]
    lost = [f for f in evidence.facts if _in(f.base, a) and _named(f, a, b)]
    if not filled and not lost:
        return
    evidence.drop(lambda f: f in filled or f in lost)
    if not any(_in(f.target, b) and f.role in ("", "detail") for f in evidence.facts):
        evidence.both("vague-filled", a, (0, len(a.text)), b, (0, len(b.text)))


def _in(span: Span | None, sentence: Sentence) -> bool:
    starts = sentence.normal.starts
    return (
        span is not None
        and bool(span.text and starts)
        and span.field == sentence.field
        and starts[0] <= span.start < sentence.normal.ends[-1]
    )


def _fills(fact: Fact, a: Sentence, b: Sentence) -> bool:
    """Whether a fact is of what was left open, not of somebody else, nor of one more member of a
    list that was closed."""
    text = level(fact.target.text if fact.target else "")
    if fact.kind == "loosened":
        return True
    if fact.kind != "text-added" or fact.role not in ("grant", "member"):
        return False
    if fact.role == "member":
        listed = [one.content for one in b.phrases if one.listed and one.content not in text]
        return not any(one and any(one in p.content for p in a.phrases) for one in listed)
    return all(who in a.text for who in cues("people").findall(text))


_LIST = lazy(r"(?P<of>[^,;。]+?)等?(?:方面)?的?(?:优待|优惠|照顾|待遇)")
_DOMAINS = (
    ("公共交通", lazy("乘|公交|车|轨道|地铁|轮渡")),
    ("交通", lazy("乘|公交|车|轨道|地铁|轮渡|船|机")),
    ("文化", lazy("博物|图书|纪念|文化|美术|展览|科技馆")),
    ("旅游", lazy("游览|景区|景点|公园|旅游")),
    ("参观", lazy("参观|博物|图书|纪念|美术|展览|公园|景")),
    ("医疗", lazy("医|诊|挂号|药|住院|体检")),
    ("住房", lazy("住房|租赁|房")),
    ("教育", lazy("学|教育|入园")),
    ("就业", lazy("就业|招聘|岗位|创业|录用|招录")),
    ("养老", lazy("养老|护理|照料")),
)


def _missed(evidence: Evidence, a: Sentence, b: Sentence) -> None:
    """公共交通、文化等优待: a field in which something was promised, and nothing is given."""
    for found in _LIST.finditer(a.text):
        for at in _WORD.finditer(found["of"]):
            known = _known(at[0])
            if known is not None and not known.search(b.text):
                start = found.start("of")
                span = start + at.start(), start + at.end()
                evidence.one("dropped", "text-dropped", a, span, role="member", sure=False)


def _known(word: str) -> re.Pattern[str] | None:
    return next((of for name, of in _DOMAINS if word.endswith(name)), None)


def _named(fact: Fact, a: Sentence, b: Sentence) -> bool:
    """文化和旅游等优待: whether in each field that is named something is given."""
    if fact.kind != "text-dropped" or fact.role not in ("grant", "member", "detail"):
        return False
    found = _LIST.match(level(fact.base.text if fact.base else ""))
    return found is not None and all(
        (of := _known(word)) is not None and of.search(b.text)
        for word in _WORD.findall(found["of"])
    )


_WORD = lazy("(?:(?!以及|或者)[^、和与及或])+")
