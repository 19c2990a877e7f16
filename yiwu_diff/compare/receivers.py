"""For whom a clause is, where the clause that answers to it is for more people, or for fewer.

对贫困妇女免费检查→妇女接受免费检查: `restricting` reads what was put into a sentence that else
stayed; here the words around it may be others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.restricting import people_words
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.normal import level
from yiwu_diff.text.reading import bigrams

if TYPE_CHECKING:
    from yiwu_diff.compare.alignment import Clause, Lost
    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.model import Span
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Sentence

_TOLD = ("member", "condition", "detail", "")


class _Group(NamedTuple):
    """The people whom a clause is for."""

    sentence: Sentence
    start: int
    head: int
    """Where the word for them begins, behind all that tells who of them."""
    end: int
    must: str
    """The content of what tells who of them."""
    last: str
    """The same of the last member, where it is a list."""

    @property
    def who(self) -> str:
        return self.sentence.text[self.head : self.end]

    @property
    def everybody(self) -> bool:
        return _EVERYBODY.search(self.sentence.text, self.start, self.head) is not None


_EVERYBODY = lazy("全体|所有|全部|任何|凡是?")


# 养殖户, 船主
_OTHERS = "[\u4e00-\u9fff](?:户|者|(?<![自民为])主)"


@cache
def _receives() -> re.Pattern[str]:
    """向已登记的养殖户免费发放, 残疾人凭证免费乘坐."""
    then = (
        "[凭持免应须每按可]|享受|优先|半价|提供|发[放给送]|播发|赠送|给予|予以|开展|进行|实施|办理"
        "|乘坐|进入|参观|申[请领]|领取|获得|接受|安排|补[助贴]|救助"
    )
    return re.compile(
        rf"(?:^|[为对向给])(?P<must>[^,;:。为对向给]{{0,36}}?)(?P<who>{people_words()}|{_OTHERS})(?=$|{then})"
    )


@cache
def _named() -> re.Pattern[str]:
    """A clause that is nothing but a group: 持有二级以上残疾证的残疾人,凭证免费乘坐."""
    return re.compile(rf"(?P<must>[^,;:。为对向给]{{0,36}}?)(?P<who>{people_words()})")


def _group(clause: Clause) -> _Group | None:
    sentence = clause.sentence
    start, end = clause.span
    text = sentence.text
    found = _receives().search(text[start:end])
    if found is None and start:
        start, end = sentence.clause_of(start - 2)
        found = _named().fullmatch(text[start:end])
    if found is None or _ACTS.search(found["must"]):
        return None
    first, head = start + found.start("must"), start + found.start("who")
    *_, last = _LIST.split(found["must"])
    parts = [_content(sentence, place, head) for place in (first, head - len(last))]
    return _Group(sentence, first, head, start + found.end("who"), *parts)


_LIST = lazy("[、和及与]")


def _content(sentence: Sentence, start: int, end: int) -> str:
    """What a stretch says of whom is meant."""
    content = "".join(
        char
        for phrase in sentence.phrases_between(start, end)
        for char, (a, b) in zip(phrase.content, phrase.at, strict=True)
        if start <= a and b <= end
    )
    return cues("idle").sub("", _EVERYBODY.sub("", content))


# 应当通知用户, 招收幼儿: what is done, not who they are.
_ACTS = lazy("[应须得或是]|通知|告知|招收|帮助|协助|配备|送|设|保障|组织")


def find(evidence: Evidence, lost: Lost, sides: tuple[Side, Side]) -> None:
    """Add a fact where a clause is for more people than the one it answers to, or for fewer."""
    texts: list[str] = []
    for a, b in lost.mates:
        if a.sentence.field == "audience" or b.sentence.field == "audience":
            # `roles` knows who is admitted.
            continue
        old, new = _group(a), _group(b)
        if old is None or new is None or (old.must, old.who) == (new.must, new.who):
            continue
        if not texts:
            texts = [_all(evidence.base, sides[0]), _all(evidence.target, sides[1])]
        if _asks_more(old, new, texts[1]):
            kind, here = "loosened", old
        elif _asks_more(new, old, texts[0]):
            kind, here = "tightened", new
        else:
            continue
        _tell(evidence, kind, old, new, here)


def _all(item: Item, side: Side) -> str:
    """All that a side says, as it is written and as it is read."""
    written = [item.text(name) or "" for name in ("audience", "content", "level")]
    return level("。".join(written)) + "。".join([phrase.content for phrase in side.phrases])


def _asks_more(one: _Group, other: _Group, across: str) -> bool:
    """Whether a group must be what the other need not be."""
    # 困境儿童和孤儿 without 困境儿童 is a list that lost a member.
    same = one.who.endswith(other.who) and set(other.must) <= set(one.last)
    same = same and bool(one.last or not one.must)
    if not same and (one.everybody or not other.everybody):
        return False
    # 中小学生 are 学生, but not all of them.
    must = one.must + one.who.removesuffix(other.who) if same else one.must
    return _asks(must, across)


def _asks(must: str, across: str) -> bool:
    """Whether the other side does not say what a group must be."""
    if len(must) < 2:
        return False
    pairs = bigrams(must)
    return sum(pair not in across for pair in pairs) >= _UNSAID * len(pairs)


_UNSAID = 0.6


def _tell(evidence: Evidence, kind: str, old: _Group, new: _Group, here: _Group) -> None:
    spans = [(one.start, one.end) for one in (old, new)]
    evidence.both(kind, old.sentence, spans[0], new.sentence, spans[1], sure=False)
    said = evidence.facts.pop()
    if any(_says(fact, said) and fact.role in ("", "condition") for fact in evidence.facts):
        return
    what = "dropped" if here is old else "added"
    evidence.drop(
        lambda fact: fact.kind == f"text-{what}" and fact.role in _TOLD and _over(fact, said, what)
    )
    evidence.facts.append(said)


def _says(fact: Fact, said: Fact) -> bool:
    """Whether a fact says of these words which way they lead."""
    return fact.kind in ("tightened", "loosened") and (
        _over(fact, said, "dropped") or _over(fact, said, "added")
    )


def _over(fact: Fact, said: Fact, what: str) -> bool:
    one, other = (fact.base, said.base) if what == "dropped" else (fact.target, said.target)
    return one is not None and other is not None and _overlap(one, other)


def _overlap(one: Span, other: Span) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end
