"""Read a field into sentences, clauses and phrases, and each phrase into what it says.

A phrase is the unit of meaning here: a list member, or the stretch between two commas. Its
*content* is what is left when the words that grant nothing (function words, places, offices,
quantities, open wordings) are taken out and synonyms are levelled. Two phrases with one
content say the same, whatever their order and wording.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING

from yiwu_diff.text.agencies import Office, offices, places
from yiwu_diff.text.contractions import contract
from yiwu_diff.text.cues import pairs_of, places_of
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups, words
from yiwu_diff.text.normal import Normal, level, level_all, normalise
from yiwu_diff.text.quantities import Quantity, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE = lazy(r"[^。；;！!？?\n]*[。；;！!？?\n]|[^。；;！!？?\n]+")
_POINT = lazy(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)|\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}[、.]"
    r"|第[一二三四五六七八九十]+[,、]|[一二三四五六七八九]是(?=[^否]))+"
)
# 请记住三条:一、…; the first point stands in the sentence that leads into them.
_FIRST_POINT = lazy(r"(?<=:)(?:[一1][、.](?!\d)|一是)")
# 除…外 takes out what stands in it, unless 还 or 也 follows: then it only leads on.
_EXCEPT = lazy(
    r"除(?!外)(?P<a>[^;。]{1,60}?)(?:之外|以外|外)(?![^;。]{0,24}(?:还|也|另|再))"
    r"|(?:^|(?<=[,;(。:]))(?P<b>(?:[^,;(。:]{1,40}?的,(?=或))?[^,;(。:]{1,40}?(?:\([^()]{1,40}\))?)(?:的,?)?(?:除外|不计入|不计算|不在此列|不在此限|不享受|不予受理|不适用|不含在内)"
    r"|\(非(?P<d>[^)]{2,40})\)"
    r"|(?:不含|不包括|不包含|不适用于|剔除)(?P<c>[^,;)。]{1,40})"
)
_EXCEPT_WORDS = ("除", "不计", "不在此", "不享受", "不予受理", "不适用", "不含", "不包", "(非")

"""Where none of these stands, there is no exception: looking for them is quicker."""
_TITLE = lazy(
    r"(?:gb|db\d*|dz|ga|cj|jt|ws|mz|ty|ly|sl|qx|wh|iso|yy|sf|rb|jgj)(?:/[tz])?"
    r"\d+(?:\.\d+)?(?:-\d{4})?"
    r"|《[^》]{2,60}(?<!证)(?<!证明)(?<!证书)(?<!执照)》"
    r"|\(?[\u4e00-\u9fff]{2,10}[发办函字通规令]\(\d{4}\)\d+号\)?"
    r"|第[零一二三四五六七八九十百\d]+条(?:第[零一二三四五六七八九十\d]+[款项]、?)*"
    r"|(?:到|至|截至)?(?:19|20)\d{2}年(?:底|末|度)?"
)
_TITLE_SIGN = lazy(r"[a-z]/?[tz]?\d|《|第[零一二三四五六七八九十百\d]+条|\d号|(?:19|20)\d\d年")
"""Where nothing of this stands, there is no title of a document."""
# Marks of points and of notes, whose normal form would run into the figures: ①3次 is not 13次.
# Behind a digit it may be a power, behind m it is one.
_MARKED = lazy("[①-⑳❶-❿➀-➓]|(?<![0-9０-９mM⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+")
_POINT_BEGINS = frozenset("(第一二三四五六七八九十0123456789")
_WITH = lazy(
    "[^,;。、和与及]{1,12}?(?:签订|订立|签署|沟通|衔接|联系|协商|同步|相符|一致|挂钩|联网|共享|[有无相]关的)"
)
LINKS = ("、", "和", "及", "与", "以及", "或", "或者")
"""What joins the members of a list."""
_EDGES = "。,;:、.!?"
_MARK = lazy("[,;:。]")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences and numbered points of an original text with their offsets."""
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield match.start(), match[0]


def key(sentence: str) -> str:
    """What two sentences must share to say the same without any reading."""
    text = level(sentence)
    if text[:1] in _POINT_BEGINS and (point := _POINT.match(text)):
        text = text[point.end() :]
    return text.strip(_EDGES)


def numbered(sentence: str) -> bool:
    """Whether an original sentence is a numbered point."""
    if "\u4e00" <= sentence[:1] <= "\u9fff" and sentence[0] not in _POINT_BEGINS:
        return False
    head = level(sentence[:12])
    return head[:1] in _POINT_BEGINS and _POINT.match(head) is not None


def bigrams(content: str) -> set[str]:
    """The pairs of neighbouring characters; a single character stands for itself."""
    return {content} if len(content) == 1 else set(map(add, content, content[1:]))


# Compared by identity: whether two of them say the same is what everything else finds out.
@dataclass(slots=True, eq=False, repr=False)
class Phrase:
    """A list member, or the stretch between two marks."""

    sentence: Sentence
    clause: int
    start: int
    end: int
    """Offsets in the sentence's normal form."""
    content: str = ""
    at: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    """For each character of ``content`` where it stands in the normal form."""
    link: str = ""
    """The mark before it: ``、``, ``和``, ``且``, ``,`` … or nothing."""
    listed: bool = False
    """Whether it is a member of a list."""
    examples: bool = False
    """Whether that list only gives examples of something named before (包括…等)."""
    bracket: bool = False
    """Whether it stands in brackets."""
    excepted: bool = False
    """Whether an exception takes it out (除…外, …除外, 不含…)."""
    number: int = 0
    """Its place among the phrases of the sentence."""
    grams: set[str] = dataclasses.field(default_factory=set)
    """The bigrams of ``content``."""

    @property
    def text(self) -> str:
        return self.sentence.text[self.start : self.end]

    @property
    def before(self) -> Phrase | None:
        """The phrase before it."""
        return self.sentence.phrases[self.number - 1] if self.number else None

    @property
    def after(self) -> Phrase | None:
        """The phrase after it."""
        phrases = self.sentence.phrases
        return phrases[self.number + 1] if self.number + 1 < len(phrases) else None

    def of(self, sentence: Sentence) -> Phrase:
        """The same phrase of a sentence that reads the same."""
        return Phrase(
            *(sentence, self.clause, self.start, self.end, self.content, self.at, self.link),
            *(self.listed, self.examples, self.bracket, self.excepted, self.number, self.grams),
        )

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the characters first..last of the content stand in the normal form."""
        return self.at[first][0], self.at[last][1]


@dataclass(slots=True, eq=False, repr=False)
class Sentence:
    """One sentence of a field, read."""

    field: str
    normal: Normal
    text: str = dataclasses.field(init=False)
    phrases: list[Phrase] = dataclasses.field(default_factory=list)
    quantities: list[Quantity] = dataclasses.field(default_factory=list)
    offices: Sequence[Office] = ()
    vague: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    may: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    must: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    point: bool = False
    """Whether it is a numbered point."""
    head: str = ""
    """For a numbered point: the words that lead into the points."""
    size: int = 0
    """The characters of content of all its phrases."""
    marks: list[int] = dataclasses.field(default_factory=list)
    """Where its clauses end."""
    grams: set[str] = dataclasses.field(default_factory=set)
    """The bigrams of all its phrases."""
    _starts: list[int] = dataclasses.field(default_factory=list)
    _ends: list[int] = dataclasses.field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.normal.text

    def standing(self, field_name: str, offset: int) -> Sentence:
        """The same sentence where it stands, with phrases of its own."""
        found = Sentence(
            field_name,
            self.normal.moved(offset),
            quantities=self.quantities,
            offices=self.offices,
            vague=self.vague,
            may=self.may,
            must=self.must,
            point=self.point,
            size=self.size,
            marks=self.marks,
            grams=self.grams,
            _starts=self._starts,
            _ends=self._ends,
        )
        found.phrases = [phrase.of(found) for phrase in self.phrases]
        return found

    def clause_of(self, position: int) -> tuple[int, int]:
        """The clause (between commas) around a position, as offsets."""
        marks = self.marks
        following = bisect_left(marks, position)
        start = marks[following - 1] + 1 if following else 0
        return start, marks[following] if following < len(marks) else len(self.text)

    def phrases_between(self, start: int, end: int) -> list[Phrase]:
        """The phrases that end after ``start`` and begin before ``end``."""
        first = bisect_right(self._ends, start)
        return self.phrases[first : max(first, bisect_left(self._starts, end))]

    def finish(self) -> None:
        """Number the phrases, when all have been read."""
        for number, phrase in enumerate(self.phrases):
            phrase.number = number
            phrase.grams = bigrams(phrase.content)
        self.grams = set().union(*[phrase.grams for phrase in self.phrases])
        self.size = sum(len(phrase.content) for phrase in self.phrases)
        self._starts = [phrase.start for phrase in self.phrases]
        self._ends = [phrase.end for phrase in self.phrases]


_Entry = tuple[str, str, str]
"""A word, its kind and its canonical form."""


@cache
def _vocabulary() -> tuple[dict[str, list[_Entry]], dict[str, _Entry]]:
    """The longer words by their first two characters, the longest first, and single characters.

    Kinds: ``c`` content, ``f`` function, ``v`` vague, ``m`` must, ``y`` may, ``l`` list mark.
    """
    table: dict[str, tuple[str, str]] = {}
    for word in words("words", "whole"):
        table[word] = ("c", word)
    for word in words("function", "function"):
        table[word] = ("f", "")
    for group in groups("synonyms", "groups"):
        for word in group:
            table[word] = ("c", group[0])
    for word in words("modality", "may"):
        table[word] = ("y", "")
    for word in words("modality", "must"):
        table[word] = ("m", "")
    for word in words("vague", "loose"):
        table[word] = ("f", "")
    for word in words("vague", "vague"):
        table[word] = ("v", "")
    for word in ("、", "和", "与", "及", "以及", "或", "或者", "/", "并", "且", "并且"):
        table[word] = ("l", word)
    for word in (",", ":", "。", ";", "!", "?"):
        table[word] = ("x", word)
    for word in ("(", ")", "等", "包括", "包含", "例如", "如下", "含", "涵盖", "分为", "划分为"):
        table[word] = (word if word in "()等" else "e", word)
    for word in ("·", "-", "《", "》", "."):
        table[word] = ("f", "")
    longer: dict[str, list[_Entry]] = {}
    single: dict[str, _Entry] = {}
    # The full stop is a word itself, and its own normal form.
    table.pop("。")
    single["。"] = ("。", "x", "。")
    for plain, (kind, canon) in zip(level_all(table), table.values(), strict=True):
        entry = plain, kind, canon
        if len(plain) > 1:
            longer.setdefault(plain[:2], []).append(entry)
        else:
            single.setdefault(plain, entry)
    for entries in longer.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return longer, single


def read(
    field_name: str, text: str, offset: int, unit: str = "", short: tuple[str, ...] = ()
) -> Sentence:
    """Read one sentence that stands at ``offset`` of the field's text; ``unit`` is that of its
    bare numbers, ``short`` are the short words that the other side may have for two of its own."""
    return _read(text, unit, short).standing(field_name, offset)


@lru_cache(maxsize=256)
def _read(text: str, unit: str, short: tuple[str, ...]) -> Sentence:
    """A sentence, wherever it stands: many a one stands in several items."""
    normal = normalise(_MARKED.sub(_blank, text))
    if short:
        normal = contract(normal, short)
    sentence = Sentence("", normal)
    whole = sentence.text
    sentence.quantities = quantities(whole, unit)
    sentence.offices = offices(whole)
    jumps: dict[int, int] = {}
    for begin, end in places(whole):
        jumps[begin] = max(end, jumps.get(begin, 0))
    for office in sentence.offices:
        jumps[office.start] = max(office.end, jumps.get(office.start, 0))
    if _TITLE_SIGN.search(whole):
        for title in _TITLE.finditer(whole):
            jumps[title.start()] = title.end()
    if ":" in whole:
        for inner in _FIRST_POINT.finditer(whole):
            jumps[inner.start()] = inner.end()
    for quantity in sentence.quantities:
        jumps[quantity.start] = max(quantity.end, jumps.get(quantity.start, 0))
    point = _POINT.match(whole) if whole[:1] in _POINT_BEGINS else None
    sentence.point = point is not None
    sentence.marks = [mark.start() for mark in _MARK.finditer(whole)]
    excepted = list(_exceptions(whole)) if any(word in whole for word in _EXCEPT_WORDS) else []
    # 文化站除节假日外每日开放: what an exception takes out is a phrase of its own.
    breaks = {place for match in excepted if match["a"] for place in match.span()} - {len(whole)}
    _Reader(sentence, jumps, breaks).run(point.end() if point else 0)
    sentence.finish()
    if point and sentence.phrases and len(whole) - point.end() <= 24:
        # A short numbered point is a member of the list that the points make.
        sentence.phrases[0].listed = True
    for match in excepted:
        _except(sentence, *match.span(match.lastgroup or 0))
    return sentence


def _blank(mark: re.Match[str]) -> str:
    # As long as it was, so that offsets stay.
    return " " * len(mark[0])


# 除领取养老金外,每月发给津贴: what one gets besides.
_GIFT = (
    "领取|享受|获得|给予|予以|发给|发放|提供|支付|补助|补贴|减免|报销|奖励|免费|开展|安排|执行|落实"
)
BESIDES = lazy(f"(?:{_GIFT})[^的者人员户]*$")
_THEN_GIVES = lazy(f"[,，]?[^;。]{{0,30}}?(?:{_GIFT}|增加|加发|另行|应当)")


def _exceptions(text: str) -> Iterator[re.Match[str]]:
    """What is taken out, but not what one gets besides."""
    for match in _EXCEPT.finditer(text):
        besides = match["a"] and BESIDES.search(match["a"])
        if not besides or not _THEN_GIVES.match(text, match.end()):
            yield match


def _except(sentence: Sentence, start: int, end: int) -> None:
    for phrase in sentence.phrases_between(start, end):
        inside = sum(start <= first < end for first, _ in phrase.at)
        if start <= phrase.start < end or inside >= 0.6 * len(phrase.at):
            phrase.excepted = True


_PLACES: list[tuple[int, int]] = []


def _places(until: int) -> list[tuple[int, int]]:
    """For each character where it stands, at least up to a place."""
    while len(_PLACES) < until:
        _PLACES.append((len(_PLACES), len(_PLACES) + 1))
    return _PLACES


class _Reader:
    """Walks a sentence once and cuts it into phrases."""

    def __init__(self, sentence: Sentence, jumps: dict[int, int], breaks: set[int]) -> None:
        self.sentence = sentence
        self.jumps = jumps
        self.breaks = breaks
        self.clause = 0
        self.depth = 0
        self.examples = False
        self.listed = False
        self.link = ""
        self.phrase = Phrase(sentence, 0, 0, 0)
        self.parts: list[str] = []

    def run(self, since: int) -> None:
        text, jumps = self.sentence.text, self.jumps
        longer, single = _vocabulary()
        self.phrase.start = plain = since
        """Where the characters that are no known word begin: they are added together."""
        stops = {*jumps, *places_of(single, text), *places_of(longer, pairs_of(text))}
        breaks = self.breaks
        for at in sorted(stops | breaks):
            if at < plain:
                continue
            if at in breaks:
                if plain < at:
                    self.plain(plain, at)
                    plain = at
                self.cut(at, at, False)
            if at in jumps:
                if plain < at:
                    self.plain(plain, at)
                plain = jumps[at]
                continue
            for entry in longer.get(text[at : at + 2], ()):
                if text.startswith(entry[0], at):
                    break
            else:
                known = single.get(text[at])
                if known is None:
                    continue
                entry = known
            word, kind, canon = entry
            if plain < at:
                self.plain(plain, at)
            plain = at + len(word)
            if kind != "f":
                self.take(kind, canon, at, plain)
        if plain < len(text):
            self.plain(plain, len(text))
        self.cut(len(text), len(text), False)

    def take(self, kind: str, canon: str, start: int, end: int) -> None:
        if kind == "c":
            self.add(canon, start, end)
        elif kind == "v":
            self.sentence.vague.append((start, end))
        elif kind == "m":
            self.sentence.must.append((start, end))
        elif kind == "y":
            self.sentence.may.append((start, end))
        elif kind == "l":
            if canon in ("与", "和") and _WITH.match(self.sentence.text, end):
                # 与家长沟通 joins no list.
                return
            self.cut(start, end, True, canon)
        elif kind == "e":
            self.cut(start, end, False)
            # 包括 A、B 等 gives examples; 包括 A、B is the whole of it.
            rest = re.split("[;。]", self.sentence.text[end : end + 200])[0]
            self.examples = "等" in rest or canon in ("例如", "如下")
        elif kind == "x":
            self.cut(start, end, False, canon)
            self.clause += 1
            if canon != ":":
                self.examples = False
        elif kind == "等":
            self.cut(start, end, False, canon)
        elif kind in "()":
            self.cut(start, end, False)
            self.depth = max(0, self.depth + (1 if kind == "(" else -1))
            if kind == ")":
                self.examples = False

    def add(self, canon: str, start: int, end: int) -> None:
        self.parts.append(canon)
        # A synonym may be longer or shorter than its canonical form: share the stretch.
        self.phrase.at.extend([(start, end)] * len(canon))

    def plain(self, start: int, end: int) -> None:
        self.parts.append(self.sentence.text[start:end])
        self.phrase.at.extend(_places(end)[start:end])

    def cut(self, start: int, resume: int, in_list: bool, mark: str = "") -> None:
        phrase = self.phrase
        phrase.content = "".join(self.parts)
        self.parts = []
        phrase.end = start
        phrase.clause = self.clause
        phrase.listed = in_list or self.listed
        phrase.examples = self.examples
        phrase.bracket = self.depth > 0
        phrase.link = self.link
        self.listed = in_list
        if phrase.content:
            self.sentence.phrases.append(phrase)
            self.link = mark
            self.phrase = Phrase(self.sentence, self.clause, resume, resume)
        else:
            self.link = mark or self.link
            phrase.start = resume
