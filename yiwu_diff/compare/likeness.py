"""How much two items resemble each other, and how much of one stands in another.

Names and texts are compared by their pairs of neighbouring characters, after the words that
say nothing are out and synonyms are levelled. A pair of characters weighs the more the fewer
items hold it. All weights are whole numbers, so that no order of adding can change a score.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.text.cues import Cues
from yiwu_diff.text.lazy import lazy
from yiwu_diff.text.lexicon import groups, words
from yiwu_diff.text.normal import level, level_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwu_diff.standard.model import Item

_ARTICLE = lazy(r"^第[零一二三四五六七八九十百\d]+条(?:之[一二三四五六七八九十])?")
_MARKS = lazy(r"[^\w]+|[0-9a-z_]{1,3}(?![0-9a-z])")
_BRACKETS = lazy(r"[()]")
_LISTED = lazy("[、和与及]")
_COUNT = lazy(r"[两二三四五六七八九十]项")
_PARTICLES = "的了和与及或等之为给向把将被以其对在从于由"
"""The single characters that carry nothing; others are parts of words."""
_LIGHT = 45
"""What a character of an audience or of an everyday word weighs in a name, of 100."""
_CORE = 80
"""From this weight on a pair of characters tells which service it is."""
_SINGLE = 0.5
"""What a single character weighs against a pair."""
_LESS, _MORE = 0.9, 0.3
"""How much it counts what each of two names has of its own: of the one that has less, and of
the one that has more."""
_FLOOR = 1.0
"""What is added to each weight: the rarity of a pair counts the less, the more this is."""
_TWIN = 0.35
"""What is left of a likeness where the names exclude each other."""
_OPPOSED = 0.5
"""What is left of a name's likeness where both tell, and tell different things."""
_UNLIKE = 0.1
"""What is no more like than this is no part."""
_SIBLING, _AS_LIKE, _POOR = 0.36, 0.7, 0.8
"""So like its whole is a part, so near to the likeness of the counterpart so far, and so like
at most is that: else it is the whole's only counterpart."""


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


def conflict(a: str, b: str) -> bool:
    """Whether two names differ in words that exclude each other."""
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


class _Name(NamedTuple):
    grams: Mapping[str, int]
    implied: frozenset[str]
    core: frozenset[str]
    act: frozenset[str]


@lru_cache(maxsize=4096)
def _name(plain: str) -> _Name:
    grams = _name_grams(plain)
    implied: set[str] = set()
    for general, *kinds in groups("twins", "kinds"):
        if any(kind in plain for kind in kinds):
            implied |= _name_grams(general).keys()
    core = frozenset(gram for gram, heft in grams.items() if len(gram) > 1 and heft > _CORE)
    bare = _known("who").sub(" ", gist(plain, name=True))
    act = _pairs(bare) | {part for part in bare.split() if len(part) == 1}
    return _Name(grams, frozenset(implied - grams.keys()), core, act)


def profile(item: Item) -> Profile:
    """Read an item."""
    plain = telling_name(item)
    content = _pairs(gist(item.content)) if item.content else frozenset()
    around = " ".join(gist(text) for text in (item.audience, item.level) if text)
    text = content | _pairs(around)
    return Profile(plain, *_name(plain), text, content or text)


class Profiles:
    """The profiles of two lists of items, and what each pair of characters weighs among them.

    The names of all items count, but only the texts of those that are ``open``: the others are
    seldom asked for, and reading texts is what costs.
    """

    def __init__(
        self,
        base: Sequence[Item],
        target: Sequence[Item],
        open_base: Sequence[Item],
        open_target: Sequence[Item],
    ) -> None:
        self._of: dict[int, Profile] = {}
        self._masses: dict[int, tuple[int, int]] = {}
        self._found: dict[tuple[int, int], float] = {}
        self._items = base, target
        self._open = open_base, open_target

    # Found out when first asked for: where few items are left over, mostly nobody asks.
    @cached_property
    def _name_weight(self) -> dict[str, int]:
        return _weights(
            [[_name(telling_name(item)).grams for item in side] for side in self._items]
        )

    @cached_property
    def _text_weight(self) -> dict[str, int]:
        return _weights([[self.of(item).text for item in side] for side in self._open])

    @cached_property
    def _unseen(self) -> int:
        return max(self._text_weight.values(), default=100)

    def of(self, item: Item) -> Profile:
        """The profile of an item."""
        found = self._of.get(id(item))
        if found is None:
            found = self._of[id(item)] = profile(item)
        return found

    def _mass(self, item: Item) -> tuple[int, int]:
        """What the name and the text of an item weigh in all."""
        found = self._masses.get(id(item))
        if found is None:
            own = self.of(item)
            found = self.name_mass(own, own.name), self.text_mass(own.text)
            self._masses[id(item)] = found
        return found

    def name_mass(self, of: Profile, grams: Iterable[str]) -> int:
        """What some characters of a name weigh."""
        weight = self._name_weight
        return sum(of.name[gram] * weight[gram] for gram in grams)

    def text_mass(self, grams: Iterable[str]) -> int:
        """What some pairs of characters of a text weigh."""
        weight, unseen = self._text_weight.get, self._unseen
        return sum(weight(gram, unseen) for gram in grams)

    def comparable(self, a: Item, b: Item) -> bool:
        """Whether both items have a text, or share a telling part of their names."""
        x, y = self.of(a), self.of(b)
        return bool(x.text and y.text) or bool(x.act & y.act)

    def name_likeness(self, a: Item, b: Item) -> float:
        """How alike two names are. A name that only says more than the other is nearly the
        same; two that each say something of their own are not."""
        x, y = self.of(a), self.of(b)
        of_x = self.name_mass(x, (g for g in x.name if g in y.name or g in y.implied))
        of_y = self.name_mass(y, (g for g in y.name if g in x.name or g in x.implied))
        rest = sorted((self._mass(a)[0] - of_x, self._mass(b)[0] - of_y))
        shared = max(of_x, of_y)
        if not shared:
            return 0.0
        score = shared / (shared + _LESS * rest[0] + _MORE * rest[1])
        if opposed(x, y):
            score *= _OPPOSED
        return score

    def text_likeness(self, a: Item, b: Item) -> float:
        """How alike two texts are."""
        x, y = self.of(a), self.of(b)
        one, other = self._mass(a)[1], self._mass(b)[1]
        shared = self.text_mass(x.text & y.text)
        if not shared:
            return 0.0
        return 0.6 * 2 * shared / (one + other) + 0.4 * shared / min(one, other)

    def likeness(self, a: Item, b: Item) -> float:
        """From 0 to 1, by whatever of name and text both sides have."""
        key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._likeness(a, b)
        return found

    def _likeness(self, a: Item, b: Item) -> float:
        x, y = self.of(a), self.of(b)
        named, told = bool(x.name and y.name), bool(x.text and y.text)
        name = self.name_likeness(a, b) if named else 0.0
        text = min(1.0, 1.4 * self.text_likeness(a, b)) if told else 0.0
        twins = named and conflict(x.plain, y.plain)
        if twins and not told:
            return 0.0
        if twins:
            name *= _TWIN
        if named and told:
            score = 0.5 * name + 0.5 * text
            if twins and text < 0.6:
                score *= _TWIN
        else:
            score = name if named else text
        score += 0.03 * bool(a.domain and a.domain == b.domain)
        score += 0.03 * bool(a.service and a.service == b.service)
        return min(score, 1.0)

    def part(self, item: Item, whole: Item, partner: Item | None) -> float:
        """How surely ``item`` is a part of ``whole`` that its counterpart so far does not hold."""
        if self.likeness(item, whole) < _UNLIKE:
            return 0.0
        x, y = self.of(item), self.of(whole)
        z = self.of(partner) if partner is not None else None
        told = bool(x.text and y.text)
        if conflict(x.plain, y.plain) and not told:
            return 0.0
        score = self._name_part(x, y, z)
        if told:
            score = 0.35 * score + 0.75 * self._text_part(x, y, z)
        if partner is not None:
            score = max(score, self._sibling(item, whole, partner))
        return min(score, 1.0)

    def _sibling(self, item: Item, whole: Item, partner: Item) -> float:
        """Whether an item resembles a whole as much as the counterpart that it has so far, when
        that one is no very good one either."""
        mine, other = self.likeness(item, whole), self.likeness(partner, whole)
        if mine < _SIBLING or other > _POOR or mine < _AS_LIKE * other:
            return 0.0
        return 0.5 + 0.5 * (mine - _SIBLING)

    def _name_part(self, x: Profile, y: Profile, z: Profile | None) -> float:
        common = {g for g in x.name if g in y.name or g in y.implied}
        mass = self.name_mass(x, x.name)
        if not mass or not common:
            return 0.0
        held = self.name_mass(x, common) / mass
        if z is None:
            return held
        rest = [g for g in y.name if g not in z.name and g not in z.implied]
        left_out = self.name_mass(y, rest)
        filled = self.name_mass(y, (g for g in rest if g in x.name or g in x.implied))
        frame = self.name_mass(y, (g for g in y.name if g in x.name or g in x.implied))
        size = self.name_mass(y, y.name)
        telling = _LISTED.search(y.plain) or any(g in y.core for g in rest)
        if left_out < 0.1 * size or not telling:
            # The counterpart says the whole name already, and more: so does each part of a kind.
            more = self.name_mass(z, (g for g in z.name if g not in y.name)) > 0.2 * size
            return 0.6 * frame / size if more else 0.0
        whole = min(1.0, left_out / (0.12 * size)) * min(1.0, held / 0.4)
        return (0.5 * held + 0.5 * filled / left_out) * whole

    def _text_part(self, x: Profile, y: Profile, z: Profile | None) -> float:
        common = x.content & y.content
        mass = self.text_mass(x.content)
        held = self.text_mass(common) / mass if mass else 0.0
        if z is None or not z.content:
            return held
        rest = y.content - z.content
        left_out = self.text_mass(rest)
        filled = self.text_mass(rest & x.content) / left_out if left_out else 0.0
        own = self.text_mass(common - z.content) / mass if mass else 0.0
        return 0.4 * held + 0.4 * filled + 0.6 * own


def _weights(sides: Sequence[Sequence[Iterable[str]]]) -> dict[str, int]:
    """The rarer on the side where it is more frequent, the heavier."""
    most: Counter[str] = Counter()
    for side in sides:
        counts: Counter[str] = Counter()
        for grams in side:
            counts.update(set(grams))
        most |= counts
    total = max(map(len, sides)) + 1
    heft = {n: int(100 * (math.log(total / (n + 0.5)) + _FLOOR)) for n in set(most.values())}
    return {gram: max(heft[n], 5) for gram, n in most.items()}
