"""What an item is about: its name and its text as characters and pairs of characters.

The words that say nothing are out and synonyms are levelled. Names have their own synonyms.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.cues import Cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups, words
from yiwu_diff.text.normal import level, level_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwu_diff.standard.model import Item

_ARTICLE = lazy(r"^第[零一二三四五六七八九十百\d]+条(?:之[一二三四五六七八九十])?")
_MARKS = lazy(r"[^\w]+|[0-9a-z_]{1,3}(?![0-9a-z])")
_BRACKETS = lazy(r"[()]")
_LISTED = lazy("[、,，;；。和与及]")
_CODE = lazy(r"\d{3,}")
_COUNT = lazy(r"[两二三四五六七八九十]项")
_PARTICLES = "的了和与及或等之为给向把将被以其对在从于由"
"""The single characters that carry nothing; others are parts of words."""
_LIGHT = 45
"""What a character of an audience or of an everyday word weighs in a name, of 100."""
_TOLD: tuple[str, ...] = ("audience", "content", "level")
_CORE = 80
"""From this weight on a pair of characters tells which service it is."""
_SINGLE = 0.5
"""What a single character weighs against a pair."""


@cache
def _levelling(name: bool) -> tuple[dict[str, str], dict[str, list[int]]]:
    """What to put for each known word, and by first character how long the words are."""
    silent = words("function", "function") + words("vague") + words("modality", "may", "must")
    table = {word: " " for word in silent if len(word) > 1 or word in _PARTICLES}
    if name:
        for word in words("twins", "keep"):
            table.pop(word, None)
        table |= dict.fromkeys(words("twins", "empty"), " ")
    table |= {word: word for word in words("words", "whole")}
    # Names have their own synonyms: what says the same in a text may tell two services apart.
    for first, *others in groups("twins", "same") if name else groups("synonyms", "groups"):
        table |= dict.fromkeys((first, *others), first)
    # A list may lead on to a word that another list levels too.
    levelled = level_all(table), level_all(table.get(to, to) for to in table.values())
    table = dict(zip(*levelled, strict=True))
    lengths: dict[str, set[int]] = {}
    for word in table:
        lengths.setdefault(word[0], set()).add(len(word))
    return table, {first: sorted(found, reverse=True) for first, found in lengths.items()}


def gist(text: str, *, name: bool = False) -> str:
    """What a text says: its known words levelled, a space for whatever says nothing."""
    text = level(text)
    if name:
        text = _COUNT.sub("", _BRACKETS.sub("", text))
    text = _MARKS.sub(" ", text)
    table, lengths = _levelling(name)
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in lengths.get(text[at], ()):
            word = table.get(text[at : at + length])
            if word is not None:
                found.append(word)
                at += length
                break
        else:
            found.append(text[at])
            at += 1
    return "".join(found)


def plain_name(item: Item) -> str:
    """The levelled name without the number of an article, which is its place, not its matter."""
    return _ARTICLE.sub("", level(item.name))


def telling_name(item: Item) -> str:
    """The name, unless it only repeats how the text begins."""
    name = plain_name(item)
    bare = name.rstrip("…。.,")
    return (
        ""
        if bare and item.content and level(item.content[: 2 * len(name) + 9]).startswith(bare)
        else name
    )


def _pairs(text: str) -> frozenset[str]:
    return frozenset(
        text[i : i + 2] for i in range(len(text) - 1) if text[i] != " " and text[i + 1] != " "
    )


@cache
def _known(*keys: str) -> Cues:
    """The words under some keys."""
    return Cues(level_all(words("twins", *keys)))


@cache
def _twins() -> list[list[tuple[str, ...]]]:
    return [
        [tuple(level(w) for w in word.split("/")) for word in line]
        for line in groups("twins", "sets")
    ]


@lru_cache(maxsize=4096)
def _twin_words(name: str) -> tuple[tuple[int, int], ...]:
    """The twin words that a name holds, by set and place in the set."""
    return tuple(
        (number, place)
        for number, twins in enumerate(_twins())
        for place, same in enumerate(twins)
        if any(word in name for word in same)
    )


@lru_cache(maxsize=4096)
def _codes(name: str) -> frozenset[str]:
    """The numbers that services are called by."""
    return frozenset(_CODE.findall(name))


def conflict(a: str, b: str) -> bool:
    """Whether two names differ in words that exclude each other."""
    one, other = _codes(a), _codes(b)
    if one and other and not one & other:
        return True
    x, y = _twin_words(a), _twin_words(b)
    shared = {number for number, _ in x} & {number for number, _ in y}
    return bool(shared - {number for number, _ in set(x) & set(y)})


def opposed(x: Profile, y: Profile) -> bool:
    """Whether two names share only what many services have, and each has more of its own; or
    name acts of different kinds."""
    for mine, theirs in ((x.core, y.core), (x.act, y.act)):
        if mine and theirs and not mine & theirs:
            return not (mine & y.implied or theirs & x.implied)
    one, other = _acts(x.plain), _acts(y.plain)
    return bool(one and other and not one & other)


@lru_cache(maxsize=4096)
def _acts(name: str) -> frozenset[int]:
    return frozenset(
        number
        for number, same in enumerate(groups("twins", "acts"))
        if any(word in name for word in same)
    )


class Profile(NamedTuple):
    """What an item is about."""

    plain: str
    """The levelled name, empty where it tells nothing."""
    name: Mapping[str, int]
    """The characters and pairs of characters of its name, with their weight of 100."""
    implied: frozenset[str]
    """Those of the more general words for what its name says."""
    core: frozenset[str]
    """Those pairs of its name that tell which service it is."""
    act: frozenset[str]
    """Those that are not of words for recipients and places."""
    text: frozenset[str]
    content: frozenset[str]
    """The pairs of characters of what is provided alone, where that is known."""
    label: frozenset[str]
    """The characters and pairs of its name, levelled as a name and as a text."""
    body: frozenset[str]
    """Those of what is provided, and how much of it."""
    who: frozenset[str]
    """Those of its recipients."""
    service: frozenset[str]
    """Those of the name of the service it stands under."""
    whole: frozenset[str]
    """Those of all these, but the service, and of the more general words for them."""
    listed: tuple[frozenset[str], ...]
    """The pairs of characters of each thing that its name lists."""
    people: str
    """Its name and its recipients, for words that exclude each other."""
    members: tuple[frozenset[str], ...]
    """Those of each member of the lists in its name and in what is provided."""


def _name_grams(name: str) -> dict[str, int]:
    text = gist(name, name=True)
    heft = [100] * len(text)
    for match in _known("who", "light").finditer(text):
        heft[match.start() : match.end()] = [_LIGHT] * (match.end() - match.start())
    found: dict[str, int] = {}
    for i, char in enumerate(text):
        if char == " ":
            continue
        found[char] = max(found.get(char, 0), int(heft[i] * _SINGLE))
        if i + 1 < len(text) and text[i + 1] != " ":
            pair = text[i : i + 2]
            found[pair] = max(found.get(pair, 0), (heft[i] + heft[i + 1]) // 2)
    return found


class Name(NamedTuple):
    """What a name tells."""

    grams: Mapping[str, int]
    implied: frozenset[str]
    core: frozenset[str]
    act: frozenset[str]


@lru_cache(maxsize=4096)
def name_of(plain: str) -> Name:
    """What a levelled name tells."""
    grams = _name_grams(plain)
    implied: set[str] = set()
    for general, *kinds in groups("twins", "kinds"):
        if any(kind in plain for kind in kinds):
            implied |= _name_grams(general).keys()
    core = frozenset(gram for gram, heft in grams.items() if len(gram) > 1 and heft > _CORE)
    bare = _known("who").sub(" ", gist(plain, name=True))
    act = _pairs(bare) | {part for part in bare.split() if len(part) == 1}
    return Name(grams, frozenset(implied - grams.keys()), core, act)


def _grams(text: str) -> frozenset[str]:
    """The characters and the pairs of characters of a levelled text."""
    return _pairs(text) | (frozenset(text) - {" "})


def _both(text: str | None, told: str) -> frozenset[str]:
    """A text as it reads, and as it would read as a name."""
    return _grams(told) | _grams(gist(text, name=True)) if text else frozenset()


def _members(text: str) -> tuple[frozenset[str], ...]:
    """What a text lists, each member as it would read as a name."""
    if not _LISTED.search(text):
        return ()
    parts = (gist(part, name=True) for part in _LISTED.split(level(text)))
    return tuple(filter(None, (_pairs(part) for part in parts)))


@cache
def everyday() -> frozenset[str]:
    """The pairs of characters of words that tell little of what a service is."""
    return frozenset().union(*(_pairs(word) for word in level_all(words("twins", "who", "light"))))


def profile(item: Item) -> Profile:
    """Read an item."""
    plain = telling_name(item)
    told = {key: gist(item.text(key) or "") for key in _TOLD}
    content = _pairs(told["content"])
    text = content.union(*map(_pairs, told.values()))
    body = [_both(item.text(key), told[key]) for key in ("content", "level")]
    label = _both(plain, gist(plain)) | _codes(plain)
    who = _both(item.audience, told["audience"])
    provided = body[0] | body[1]
    return Profile(
        plain,
        *name_of(plain),
        text=text,
        content=content or text,
        label=label,
        body=provided,
        who=who,
        service=_grams(gist(item.service, name=True)) if item.service else frozenset(),
        whole=label | provided | who | name_of(plain).implied,
        listed=_members(plain),
        people=plain_name(item) + level(item.audience or ""),
        members=_members(plain) + _members(item.content or ""),
    )
