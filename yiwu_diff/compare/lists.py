"""Which members a list has that the other side's list lacks, however the text around was reworded.

The first member of a list carries what leads into it (对学生、老年人…), the last one what follows
(…和残疾人免费开放): as phrases they are like nothing on the other side, though as members they may
stand there word for word, in another place. So two lists are set against each other by the end of
each member that is certain.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.compare.coverage import Segment
from yiwu_diff.compare.facts import overlap
from yiwu_diff.compare.roles import role
from yiwu_diff.compare.statements import Statement
from yiwu_diff.compare.weighing import TIERS, weigh
from yiwu_diff.text.cues import cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import words
from yiwu_diff.text.reading import LINKS, bigrams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.compare.alignment import Lost
    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.evidence import Evidence
    from yiwu_diff.compare.roles import Role
    from yiwu_diff.compare.sides import View, What
    from yiwu_diff.text.reading import Phrase

_JOINTS = frozenset(("和", "及", "与", "以及", "或", "或者"))
"""What joins the last two members: a list ends behind it."""
_WORDY = 6
"""Of a member whose end nothing tells, no more characters than this."""
_ALIKE = 0.25
"""So like must a member be to one of a list that may answer to its own."""
_UNSAID = 0.5
"""So much of a member the other side does not say anywhere."""


@dataclass(slots=True, eq=False, repr=False)
class Member:
    """A member of a list, or a phrase that stands alone."""

    phrase: Phrase
    left: bool
    """Whether more than the member may stand in the phrase before it."""
    right: bool
    """Whether more may stand behind it."""

    @property
    def content(self) -> str:
        return self.phrase.content

    @property
    def closed(self) -> bool:
        """Whether nothing but the member stands in the phrase."""
        return not (self.left or self.right)


class Pairs(NamedTuple):
    """Two lists, and which members of theirs answer to which."""

    mine: list[Member]
    theirs: list[Member]
    pairs: dict[int, Member]
    rest: list[Member]
    """Those of the other side that answer to none."""
    shortened: list[Phrase]
    """Those that the other side says in short: 无、限制民事行为能力人."""
    size: float = 0.0


def find(evidence: Evidence, old: Side, new: Side, lost: Lost, before: View, after: View) -> None:
    """Add the members that one side's list lacks, where no other fact says so, and take back
    those that are only said in short."""
    for view, side, other in ((before, old, new), (after, new, old)):
        for found in _answered(side, other, lost):
            for phrase in found.shortened:
                _take_back(evidence, view.what, phrase)
            for n, one in enumerate(found.mine):
                if n not in found.pairs and (span := _unsaid(one, side, other, found)):
                    statement = _statement(one.phrase, *span, found)
                    kind, _ = weigh(statement, view, inside=(), answers=False, granted=False)
                    if kind == "detail" and (
                        _group(statement) or (role(statement) == "member" and not view.open_across)
                    ):
                        # No example of what the other side names whole: its list is there.
                        kind = "member"
                    if kind == "member" or (kind and view.what == "dropped"):
                        _tell(evidence, view.what, statement, kind)


def _group(statement: Statement) -> bool:
    """零就业家庭成员: a group of people by its name, for which no open word stands."""
    return (
        statement.whole
        and len(statement.content) >= 4
        and cues("people").ends(statement.text)
        and not cues("bodies", "organs").ends(statement.text)
    )


def _answered(side: Side, other: Side, lost: Lost) -> Iterator[Pairs]:
    """The lists of a side of which the other side has at least half."""
    theirs: _Theirs | None = None
    here, there = side.index, other.index
    for group in _lists(side.phrases):
        if id(group[0].sentence) in lost.sentences:
            # Nothing answers to it: all of it is told already.
            continue
        if all(len(here[g]) <= len(there.get(g, ())) for one in group for g in one.grams):
            continue
        answers = [other.partner(phrase) for phrase in group]
        alike = [phrase for phrase, score in answers if phrase and score >= _ALIKE]
        if 2 * len(alike) < len(group):
            continue
        theirs = theirs or _Theirs(other)
        found = theirs.counterpart(_members(group), alike)
        if found is not None and 2 * len(found.pairs) >= len(group):
            yield found


class _Theirs:
    """The lists of the other side; a phrase that is no member makes one of its own."""

    def __init__(self, side: Side) -> None:
        self._of: dict[int, list[list[Phrase]]] = {}
        for some in _lists(side.phrases):
            for phrase in some:
                self._of.setdefault(id(phrase), []).append(some)

    def counterpart(self, mine: list[Member], alike: Sequence[Phrase]) -> Pairs | None:
        """The list that shares most with one of the other side; one of its phrases is alike."""
        options: dict[tuple[int, ...], list[Member]] = {}
        count: Counter[tuple[int, ...]] = Counter()
        for phrase in alike:
            for some in self._of.get(id(phrase), ()):
                key = tuple(map(id, some))
                if key not in options:
                    options[key] = _members(some)
                count[key] += 1
            if phrase.link not in LINKS:
                # What stands before a list may answer to a list before it.
                options[id(phrase),] = [Member(phrase, True, True)]
                count[id(phrase),] += 1
        best: Pairs | None = None
        for key, theirs in options.items():
            found = _pairs(mine, theirs)
            size = found.size + 0.1 * count[key]
            if found.pairs and size > (best.size if best else 0):
                best = found._replace(size=size)
        return best


def _lists(phrases: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """The lists of a side."""
    group: list[Phrase] = []
    for phrase in phrases:
        if not phrase.listed:
            continue
        last = group[-1] if group else None
        if last is None or not _joins(last, phrase):
            if len(group) > 1:
                yield group
            group = []
        elif len(group) > 1 and (last.link in _JOINTS or _turns(last)):
            # 盲人和其他残疾人免费乘坐汽车、电车: its last member leads into the next list.
            yield group
            group = [last]
        group.append(phrase)
    if len(group) > 1:
        yield group


def _joins(last: Phrase, phrase: Phrase) -> bool:
    if last.after is not phrase or phrase.bracket != last.bracket:
        return False
    if phrase.clause != last.clause:
        # Not 并与住宅同步交付.
        return phrase.link in ("以及", "或者")
    return phrase.link in LINKS


def _turns(phrase: Phrase) -> list[tuple[int, int]]:
    """体育馆应当对学生: where a phrase goes over from one list to what follows, as the first
    character of its content behind each such word, and the first from it on."""
    text = phrase.sentence.text
    found = []
    for word in _TURN.finditer(text, phrase.start, phrase.end):
        first = next((n for n, (a, _) in enumerate(phrase.at) if a >= word.start()), None)
        behind = next((n for n, (a, _) in enumerate(phrase.at) if a >= word.end()), None)
        alone = len(word[0]) > 1 or all(not a <= word.start() < b for a, b in phrase.at)
        if first and behind and alone:
            found.append((first, behind))
    return found


_TURN = lazy(
    "应当?|可以?|免费|免收|免交|享受|提供|给予|乘坐|进入|领取|优先|[对向为给]|[持凭](?![证有])"
)


def _members(group: Sequence[Phrase]) -> list[Member]:
    after = group[-1].after
    closed = after is not None and after.link == "等"
    last = len(group) - 1
    found = [
        # 残疾人免费或者低价开放: the list of people ends before the word that joins two more.
        Member(phrase, n == 0, not closed if n == last else group[n + 1].link != "、")
        for n, phrase in enumerate(group)
    ]
    if last and found[0].right and len(found[0].content) <= _WORDY:
        found[0].left = False
    return found


def _pairs(mine: list[Member], theirs: list[Member]) -> Pairs:
    pairs: dict[int, Member] = {}
    taken: set[int] = set()
    shortened: list[Phrase] = []
    total = 0
    for of in (_shared, _wider):
        options = [
            (-size, n, m)
            for n, x in enumerate(mine)
            if n not in pairs
            for m, y in enumerate(theirs)
            if m not in taken and (size := of(x, y, mine, theirs))
        ]
        # Those first that share most: 交通事故 is 请求交通事故 before 请求医疗事故 is.
        for size, n, m in sorted(options):
            if n in pairs or m in taken:
                continue
            pairs[n] = theirs[m]
            taken.add(m)
            total -= size
            if of is _wider or _short(mine[n], theirs[m], theirs):
                shortened.append(mine[n].phrase)
    rest = [y for m, y in enumerate(theirs) if m not in taken]
    return Pairs(mine, theirs, pairs, rest, shortened, total)


def _wider(x: Member, y: Member, mine: list[Member], theirs: list[Member]) -> int:
    """客运码头、…→码头、…: how many characters of a member are the other, which says no less."""
    a, b = x.content, y.content
    if x.left or x.right or y.left or a[-2:] not in b:
        return 0
    if not y.right:
        return len(b) if len(b) > 1 and a.endswith(b) and b not in _kinds() else 0
    parts = (a[-n:] for n in range(len(a) - 1, 1, -1))
    return next((len(one) for one in parts if b.startswith(one) and one not in _kinds()), 0)


def _shared(x: Member, y: Member, mine: list[Member], theirs: list[Member]) -> int:
    """How many characters two members share where either must have them; 0: they are not the
    same."""
    if x.phrase.grams.isdisjoint(y.phrase.grams) and min(len(x.content), len(y.content)) > 1:
        return 0
    core = _core(x, y)
    if len(core) >= 2 and not (core in _kinds() and x.right == y.right):
        return len(core)
    if core and core == x.content == y.content:
        return 1
    if _short(x, y, theirs) or _short(y, x, mine):
        return min(len(x.content), len(y.content))
    return 0


@cache
def _kinds() -> frozenset[str]:
    """What many a member ends in."""
    return frozenset(words("conditions", "kinds"))


def _core(x: Member, y: Member) -> str:
    """The longest stretch that may be both members."""
    a, b = x.content, y.content
    if a == b:
        return a
    if x.left and x.right:
        return "" if y.left and y.right else _core(y, x)
    if not x.left and not x.right:
        if y.left and y.right:
            return a if a in b else ""
        inside = (y.left and b.endswith(a)) or (y.right and b.startswith(a))
        return a if inside else ""
    if not y.left and not y.right:
        return _core(y, x)
    mine = [a[:n] if x.right else a[-n:] for n in range(len(a), 1, -1)]
    if y.left and y.right:
        return next((part for part in mine if part in b), "")
    return next((part for part in mine if (b.startswith if y.right else b.endswith)(part)), "")


def _short(x: Member, y: Member, theirs: list[Member]) -> bool:
    """无、限制民事行为能力人: whether a member is another with what its list says but once, at its
    end or at its beginning."""
    if len(theirs) < 2:
        return False
    a, b = x.content, y.content
    if y.left and not y.right:
        b = next((b[n:] for n in range(len(b) - 1) if b[n:] in a), b)
    at = a.find(b)
    if at < 0 or a == b:
        return False
    head, tail = a[:at], a[at + len(b) :].removeprefix("人员")
    first, last = theirs[0].content, theirs[-1].content
    if x.left:
        # What leads into the list.
        head = ""
    if head and not (y is not theirs[0] and head in first[:-1]):
        return False
    if x.right:
        tail = tail[:2]
    return bool(tail or head) and (not tail or (y is not theirs[-1] and tail in last[1:]))


def _unsaid(one: Member, side: Side, other: Side, found: Pairs) -> tuple[int, int] | None:
    """The first and last character of what a member alone says; none where the other side says
    it, wherever, or may say it by another name."""
    content = one.content
    first, last = 0, len(content) - 1
    if sure := _taken_out(one, other, found):
        return sure
    if one.left and one.right:
        return None
    rest = ""
    if one.right:
        cut = _end(one, found)
        if cut is None and last >= _WORDY:
            return None
        if cut is not None:
            last, rest = cut - 1, content[cut:]
    elif one.left:
        cut = _begin(one, found, other)
        if cut is None:
            return None
        first = cut
    core = content[first : last + 1]
    if TIERS.fullmatch(core):
        return None
    unsaid = _unspoken(core, other)
    if one.right and rest:
        # 居家服务的托养对象 and 居家服务
        unsaid = unsaid and core[:2] not in other.index
    once_more = _once_more(one, core, side, other, found)
    if len(core) < 2 or not (unsaid or once_more):
        return None
    if len(cues("idle").sub("", core)) < 2 or _elsewhere(one.phrase, first, last):
        return None
    ends = {y.content[-2:] for y in found.mine if y is not one and len(y.content) > 1}
    if one.closed and once_more:
        # Whatever the others end in: nothing but this member is gone.
        return first, last
    if any(end in core for end in ends) and not (
        # 医疗事故 beside 交通事故
        core[-2:] in ends and len(core) >= 4 and core[:2] not in other.index
    ):
        return None
    named = _named(one.phrase, last)
    if not named and len(found.theirs) == 1:
        return None
    for y in found.rest:
        if _renamed(core, content, y):
            return None
        if not (named or (one.closed and y.closed) or (len(rest) > 1 and y.content.endswith(rest))):
            return None
    return first, last


def _taken_out(one: Member, other: Side, found: Pairs) -> tuple[int, int] | None:
    """春节、中秋节慰问→春节慰问: the member, where the other side has one phrase, of another member
    and of just what stands around this one."""
    if len(found.theirs) != 1 or one.closed:
        return None
    content, theirs = one.content, found.theirs[0].content
    for y in found.mine:
        if y is one:
            continue
        if one.right and not one.left and theirs.startswith(y.content):
            around = theirs[len(y.content) :]
            span = 0, len(content) - len(around) - 1
        elif one.left and theirs.endswith(y.content):
            around = theirs[: -len(y.content)]
            span = len(around), len(content) - 1
        else:
            continue
        fits = content.startswith(around) if one.left else content.endswith(around)
        core = content[span[0] : span[1] + 1]
        if (
            around
            and fits
            and len(cues("idle").sub("", core)) > 1
            and not any(core in p.content for p in other.phrases)
            and (not (one.left and one.right) or _unspoken(core, other))
            and not _elsewhere(one.phrase, *span)
        ):
            return span
    return None


def _unspoken(core: str, other: Side) -> bool:
    """Whether most of a member stands nowhere on the other side, in no order."""
    grams = bigrams(core)
    return sum(gram not in other.index for gram in grams) >= _UNSAID * len(grams)


def _once_more(one: Member, core: str, side: Side, other: Side, found: Pairs) -> bool:
    """Whether all other members stand there, and the words of this one less often than here."""
    if found.rest or len(found.pairs) < max(2, len(found.mine) - 1):
        return False
    here, there = (sum(p.content == one.content for p in x.phrases) for x in (side, other))
    if there >= max(here, 1) or _turns(one.phrase) or "的" in one.phrase.text:
        # In another list, or alone; and what is done is no member.
        return False
    if any(y is not one and core in y.content for y in found.mine):
        # 同步规划、同步建设: what they have in common.
        return False
    grams = bigrams(core)
    more = [len(side.index.get(gram, ())) > len(other.index.get(gram, ())) for gram in grams]
    return 2 * sum(more) > len(more)


def _end(one: Member, found: Pairs) -> int | None:
    """Where the last member of a list ends: before what follows in the other list, too, or
    where people are named."""
    phrase, content = one.phrase, one.content
    follows = [y.content[1:] for y in (found.theirs[-1], *found.pairs.values())]
    some = [*found.pairs.values(), *(found.mine[n] for n in found.pairs)]
    people = any(cues("people").ends(y.phrase.text) for y in some)
    before = True
    turn = next((first for first, _ in _turns(phrase) if first > 1), 0)
    for n in range(1, len(content)):
        if n > 1 and people and _named(phrase, n - 1):
            return n
        if n == turn:
            return n
        said = any(content[n : n + 2] in text for text in follows)
        if n > 1 and n + 1 < len(content) and said and not before:
            while n < len(content) and (word := _person(phrase, n)):
                # Not within 残疾人.
                n += word
            return n
        before = said
    return None


def _person(phrase: Phrase, n: int) -> int:
    """How many characters of a phrase from one on are a word for people."""
    start = phrase.at[n][0]
    found = cues("people").match(phrase.sentence.text[start : phrase.end])
    end = start + (found.end() if found else 0)
    return sum(start <= a and b <= end for a, b in phrase.at[n:])


def _begin(one: Member, found: Pairs, other: Side) -> int | None:
    """Where the first member of a list begins: behind what leads into the other list, too."""
    if turns := _turns(one.phrase):
        return turns[-1][1]
    content, leads = one.content, found.theirs[0].content[:-1]
    places = range(len(content) - 2, 1, -1)
    led = next((n for n in places if content[n - 2 : n] in leads), None)
    if led is None and len(found.pairs) > 1:
        led = next((n for n in places if content[n - 2 : n] in other.index), None)
    return led


def _named(phrase: Phrase, last: int) -> bool:
    """Whether what ends at a character of a phrase names people."""
    end = phrase.at[last][1]
    text, people = phrase.sentence.text, cues("people")
    if last + 1 < len(phrase.at):
        gap = text[end : phrase.at[last + 1][0]]
        following = text[end : end + 4]
        if people.match(following) and not people.match(gap):
            return False
        if gap[:1] in ("的", "之", "其"):
            return False
    else:
        gap = text[end : phrase.end]
    return people.ends(text[phrase.start : end]) or people.match(gap) is not None


def _elsewhere(phrase: Phrase, first: int, last: int) -> bool:
    """Whether figures or offices stand there, which are compared elsewhere."""
    start, end = phrase.at[first][0], phrase.at[last][1]
    sentence = phrase.sentence
    return (
        any(q.start <= end + 1 and q.end > phrase.start for q in sentence.quantities)
        or _DENIED.search(sentence.text, start, end) is not None
        or any(one.start < end and one.end > start for one in sentence.offices)
        or _ORGANS.match(sentence.text, end) is not None
    )


_DENIED = lazy("不|未(?!成年)|无法|没有")
_ORGANS = lazy("人民政府|政府|街道办|部门|机关|[局厅委]")


def _renamed(core: str, content: str, other: Member) -> bool:
    """Whether a member may stand on the other side under another name."""
    theirs = other.content
    end = theirs[:2] if other.right else theirs[-2:] if other.left else theirs
    chars = set(core) - _SUFFIXES
    return (
        end in content or core[-2:] in theirs or 2 * len(chars & set(theirs)) >= max(1, len(chars))
    )


_SUFFIXES = frozenset("人员者户生工")


def _statement(phrase: Phrase, first: int, last: int, found: Pairs) -> Statement:
    # It answers to nothing; but its list is there.
    sibling = next(iter(found.pairs.values())).phrase
    segment = Segment(phrase, first, last, 1.0, sibling, 0.0, cut=True)
    statement = Statement(phrase.sentence, [segment], whole=False)
    statement.finish()
    start, end = statement.span
    # Words that say nothing stand in no content: 利害关系人.
    until = phrase.at[last + 1][0] if last + 1 < len(phrase.at) else phrase.end
    if people := cues("people").match(statement.sentence.text[end:until]):
        statement.span = start, end + people.end()
        statement.text += people[0]
    statement.whole = True
    return statement


def _tell(evidence: Evidence, what: What, statement: Statement, kind: Role) -> None:
    evidence.one(what, f"text-{what}", statement.sentence, statement.span, role=kind)
    said = evidence.facts.pop()
    turned = "tightened" if what == "dropped" else "loosened"
    for n, fact in enumerate(evidence.facts):
        if fact.kind in (said.kind, turned) and overlap(fact, said, what):
            if fact.kind == said.kind and fact.role == "detail":
                evidence.facts[n] = said
            return
    evidence.facts.append(said)


def _take_back(evidence: Evidence, what: What, phrase: Phrase) -> None:
    evidence.one(what, "", phrase.sentence, (phrase.start, phrase.end))
    said = evidence.facts.pop()
    evidence.drop(
        lambda fact: (
            fact.kind == f"text-{what}" and fact.role == "member" and overlap(fact, said, what)
        )
    )
