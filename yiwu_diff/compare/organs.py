"""Who makes the detailed rules, runs or pays, where the prose itself names the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.compare.sides import partner_sentences
from yiwu_diff.text.agencies import Office, offices
from yiwu_diff.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.alignment import Clause
    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence, Range
    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.model import Span
    from yiwu_diff.text.reading import Sentence

# 由…规定, 由…负责: the body and what it does.
_BY = lazy(
    r"由(?P<who>[^,;。]{2,50}?)(?:另行|统一|予以|直接|按月|按照规定|按规定|根据[^,;。]{2,40})?"
    r"(?P<does>规定|制定|确定|公布|会同|负责|管理|承担|负担|补贴|给予补|支付|补足|落实|调整|发放|拨付|受理|审批|组织实施|实施|牵头)"
)
_MAKES = ("规定", "制定", "确定", "公布", "会同", "调整")
_PAYS = ("承担", "负担", "补贴", "给予补", "支付", "补足", "落实")
_TIER = lazy("国务院|省|自治区|设区的市|市|县|区|乡|镇")
_FUND = lazy("基金|单位|个人|财政|公益金")


def find(evidence: Evidence, old: Side, new: Side, mates: Sequence[tuple[Clause, Clause]]) -> None:
    """Add a fact where another body does what one did before."""
    pairs = partner_sentences(new, old)
    olds, news = (_delegating(side, pairs) for side in (old, new))
    if len(olds) == len(news) == 1:
        # 具体办法由省制定 holds hardly a word by which it could be found.
        pairs = [*pairs, (news[0], olds[0])]
    for b, a in pairs:
        for was, now in _same_act(a.text, b.text):
            if not _other(was["who"], now["who"]):
                continue
            evidence.both("maker", a, was.span("who"), b, now.span("who"))
            said = evidence.facts[-1]
            evidence.drop(lambda f, said=said: f is not said and _beside(f, said))  # type: ignore[misc]
    if not any(fact.kind == "maker" for fact in evidence.facts):
        _acting(evidence, old, new, mates)


def _acting(
    evidence: Evidence, old: Side, new: Side, mates: Sequence[tuple[Clause, Clause]]
) -> None:
    """民政部门应当建立…→…由应急管理部门建立: another office in the clause that answers to it, and
    neither office anywhere on the other side."""
    olds, news = (
        {field for one in side.sentences for body in _bodies(one) for field in body.fields}
        for side in (old, new)
    )
    for a, b in mates:
        first, then = _bodies(a.sentence, a.span), _bodies(b.sentence, b.span)
        if len(first) != 1 or len(then) != 1:
            continue
        was, now = first[0], then[0]
        if was.fields.isdisjoint(news) and now.fields.isdisjoint(olds):
            spans = (was.start, was.end), (now.start, now.end)
            evidence.both("maker", a.sentence, spans[0], b.sentence, spans[1])
            return


# One of a list, as 教育 is in 体育、教育部门, is not the one that acts.
_LISTED = lazy("[、和与及或]$")
_POLICE = lazy("公安机关(?!交通)")


def _bodies(sentence: Sentence, span: Range | None = None) -> list[Office]:
    """The offices that a sentence, or a stretch of it, names by their field."""
    start, end = span or (0, len(sentence.text))
    police = [
        Office(*match.span(), frozenset({"公安"}), "") for match in _POLICE.finditer(sentence.text)
    ]
    return [
        one
        for one in (*sentence.offices, *police)
        if one.fields
        and start <= one.start < end
        and not (span and _LISTED.search(sentence.text[: one.start]))
    ]


_RULES = lazy("(?:办法|标准|细则)[^,;。]{0,10}由")


def _delegating(side: Side, pairs: list[tuple[Sentence, Sentence]]) -> list[Sentence]:
    """The sentences that leave the detailed rules to somebody and answer to none."""
    known = {id(one) for pair in pairs for one in pair}
    return [one for one in side.sentences if id(one) not in known and _RULES.search(one.text)]


def _same_act(a: str, b: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Who does one act on each side: by the same verb, else the first of the same kind."""
    olds, news = list(_BY.finditer(a)), list(_BY.finditer(b))
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])] if _kind(olds[0]) == _kind(news[0]) else []
    pairs = [
        (was, now)
        for was, now in zip(olds, news, strict=False)
        if was["does"] == now["does"] and len(olds) == len(news)
    ]
    if pairs or not olds or not news:
        return pairs
    return [(olds[0], news[0])] if _kind(olds[0]) == _kind(news[0]) else []


def _kind(match: re.Match[str]) -> str:
    if match["does"] in _MAKES:
        return "makes"
    return "pays" if match["does"] in _PAYS else "runs"


def _other(was: str, now: str) -> bool:
    """Whether two names are those of different bodies, and not one body by another name."""
    if re.search("[该其]|上述|前款", was + now):
        return False
    a = frozenset(field for office in offices(was) for field in office.fields)
    b = frozenset(field for office in offices(now) for field in office.fields)
    if a and b:
        return not a & b
    if bool(a) != bool(b):
        return True
    funds = set(_FUND.findall(was)), set(_FUND.findall(now))
    if funds[0] != funds[1]:
        return bool(funds[0]) and bool(funds[1])
    # Two tiers in general (县级人民政府 → 设区的市人民政府), not one's own seen from below.
    general = all(re.search("人民政府|级", name) for name in (was, now))
    return general and _TIER.findall(was)[:1] != _TIER.findall(now)[:1]


def _beside(fact: Fact, said: Fact) -> bool:
    """Who does it is no detail of what is done."""
    return fact.role in ("detail", "member", "condition") and any(
        _close(mine, theirs)
        for mine, theirs in ((fact.base, said.base), (fact.target, said.target))
    )


def _close(mine: Span | None, theirs: Span | None) -> bool:
    return (
        mine is not None
        and theirs is not None
        and bool(mine.text)
        and mine.field == theirs.field
        and abs(mine.start - theirs.start) < 40
    )
