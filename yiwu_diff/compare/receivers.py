"""For whom a clause is, where the clause that answers to it is for more people, or for fewer.

对贫困妇女免费检查→妇女接受免费检查: `restricting` reads what was put into a sentence that else
stayed; here the words around it may be others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.facts import overlap
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
_OTHERS = "(?![自民为或])[\u4e00-\u9fff][户主者]"


@cache
def _receives() -> re.Pattern[str]:
    """向已登记的养殖户免费发放, 残疾人凭证免费乘坐."""
    then = (
        "[凭持免应须每按可]|享受|优先|半价|提供|发[放给送]|播发|赠送|给予|予以|开展|进行|实施|办理"
        "|乘坐|进入|参观|申[请领]|领取|获得|接受|安排|补[助贴]|救助"
    )
    who = f"{people_words()}|{_OTHERS}"
    return re.compile(
        rf"(?:^|(?P<led>[为向给]|对(?!象)))(?P<must>(?:[^,;:。为对向给]|对象){{0,36}}?)(?P<who>{who})"
        rf"(?(led)(?![的、和及与或等中])|(?=$|{then}))"
    )


@cache
def _named() -> re.Pattern[str]:
    """A clause that is nothing but a group: 持有二级以上残疾证的残疾人,凭证免费乘坐."""
    return re.compile(rf"(?P<must>(?:[^,;:。为对向给]|对象){{0,36}}?)(?P<who>{people_words()})")


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
        if not (a.free or b.free):
            # Every word of theirs is said on the other side, too.
            continue
        old = _group(a)
        new = old and _group(b)
        if not (old and new) or (old.must, old.who) == (new.must, new.who):
            continue
        if (old.last == new.must != old.must) or (new.last == old.must != new.must):
            # 三级、四级残疾人→四级残疾人: a member of a list, of which `lists` tells.
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


@cache
def _outsiders() -> re.Pattern[str]:
    """持有居住证的外来人口: those who have their home elsewhere."""
    return re.compile(
        rf"(?:持有?[^,;。]{{0,8}}(?:居住证|暂住证)|非(?:本[省市县区地]|当地|户籍)|外地|外来|流动)"
        rf"[^,;。、和及与或]{{0,16}}?(?:{people_words()}|人口)"
    )


_LOCAL = lazy(
    "(?<!非)(?:本[省市县区地]|当地|具有)[^,;。非]{0,3}户(?:籍|口)|户籍(?:居民|人口|老年人|儿童)"
)


def outsiders(evidence: Evidence, old: Side, new: Side) -> None:
    """居民,包括非本地户籍人员→本地户籍居民: people who were named and are shut out, or let in."""
    olds, news = ([one for one in side.sentences if one.field == "audience"] for side in (old, new))
    if not olds or not news:
        return
    for kind, what, here, there in (
        ("tightened", "dropped", olds, news),
        ("loosened", "added", news, olds),
    ):
        named = next(((s, m) for s in here if (m := _outsiders().search(s.text))), None)
        local = next(((s, m) for s in there if (m := _LOCAL.search(s.text))), None)
        if named is None or local is None:
            continue
        if any(_outsiders().search(s.text) or cues("no_condition").search(s.text) for s in there):
            continue
        pairs = [(one, match.span()) for one, match in (named, local)]
        (a, x), (b, y) = pairs if kind == "tightened" else pairs[::-1]
        evidence.both(kind, a, x, b, y)
        said = evidence.facts.pop()
        evidence.drop(
            lambda fact, said=said, what=what: (  # type: ignore[misc]
                fact.kind == f"text-{what}" and fact.role in _TOLD and overlap(fact, said, what)
            )
        )
        evidence.facts.append(said)
        return


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
        lambda fact: (
            fact.kind == f"text-{what}" and fact.role in _TOLD and overlap(fact, said, what)
        )
    )
    evidence.facts.append(said)


def _says(fact: Fact, said: Fact) -> bool:
    """Whether a fact says of these words which way they lead."""
    return fact.kind in ("tightened", "loosened") and (
        overlap(fact, said, "dropped") or overlap(fact, said, "added")
    )
