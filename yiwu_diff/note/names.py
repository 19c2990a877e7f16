"""Item names as a note writes them: found in running text, and matched to the data."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from yiwu_diff.text.normal import level, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.compare.model import Comparison, ItemComparison

HowNamed = Literal["name", "alias", "similar"]

_SIMILAR = 0.6
_QUOTES = "\"'"
_DROP = str.maketrans("", "", _QUOTES)
NAME_END = re.compile(
    r"[，,。；;：:（(）)\n]|——|\s|(?:项目)?的?(?:服务对象|服务内容|服务标准|支出责任|牵头单位)"
    r"|(?:项目)?在[^，。；]{0,16}?基础上|(?:项目)?(?:新?增加|新增|增设|扩大|扩展|拓展|提高|调高|上调"
    r"|明确|细化|补充|取消|降低|下调)"
    r"|(?:项目)?(?:由|从)(?=[^，。；]{1,40}(?:提高|调|增|扩|降|缩|延|放宽)[^，。；]{0,2}(?:到|至|为))|(?:项目)?将"
)
"""What ends a name in running text."""
_JOINT = re.compile(r"[、和及与等“《「]|以及|$")


@lru_cache(4096)
def key(name: str) -> str:
    """The form in which names are compared: no quotes, no trailing 项目."""
    return level(name).translate(_DROP).removesuffix("项目")


class Names:
    """Known names, to be found at the beginning of a text."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._keys: dict[str, list[str]] = {}
        for one in sorted({key(name) for name in names if key(name)}, key=lambda k: (-len(k), k)):
            self._keys.setdefault(one[0], []).append(one)

    def at_start(self, text: str) -> int:
        """Where the longest known name that begins the text ends; 0 where there is none."""
        normal = normalise(text[:200])
        kept = [n for n, char in enumerate(normal.text) if char not in _QUOTES]
        if not kept:
            return 0
        plain = "".join(normal.text[n] for n in kept)
        for one in self._keys.get(plain[0], ()):
            if plain.startswith(one):
                end = normal.ends[kept[len(one) - 1]]
                while text[end - 1] in "“‘「《":
                    # What the normal form leaves out counts as the end of the one before.
                    end -= 1
                while end < len(text) and text[end] in '”’"」':
                    end += 1
                rest = text[end:].removeprefix("项目")
                if _JOINT.match(rest) or NAME_END.match(rest):
                    return end
        return 0


class Match(NamedTuple):
    """The entry of a comparison that a name means."""

    entry: ItemComparison
    how: HowNamed
    known_as: str
    """Its name in the data."""


class NameBook:
    """Every name of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._names: dict[str, Match] = {}
        self._aliases: dict[str, Match] = {}
        self.names: list[str] = []
        for entry in comparison.items:
            shown = entry.name
            for item in entry.target or entry.base:
                self._names.setdefault(key(item.name), Match(entry, "name", item.name))
            for item in (*entry.target, *entry.base):
                for name in (item.name, *item.aliases):
                    self._aliases.setdefault(key(name), Match(entry, "alias", shown))
                    self.names.append(name)

    def find(self, name: str) -> Match | None:
        """The entry with this name, else with this alias, else with the most similar name."""
        wanted = key(name)
        if not wanted:
            return None
        if wanted in self._names:
            return self._names[wanted]
        if wanted in self._aliases:
            return self._aliases[wanted]
        best, score = None, _SIMILAR
        for known, match in (*self._names.items(), *self._aliases.items()):
            alike = _likeness(wanted, known)
            if alike > score:
                best, score = match, alike
        return best._replace(how="similar") if best else None


def _likeness(a: str, b: str) -> float:
    """How alike two names are, from 0 to 1."""
    shorter, longer = sorted((len(a), len(b)))
    if shorter * 2.5 < longer:
        return 0.0
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() <= _SIMILAR:
        return 0.0
    return matcher.ratio()
