"""The entries of a list: an item's name and domain out of what the note says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.note.marks import inline_run
from yiwu_diff.note.model import Entry, Figure
from yiwu_diff.note.names import NAME_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.note.names import Names

_HAVE = r"[\u4e00-\u9fff]有所[\u4e00-\u9fff]"
_DOMAIN = re.compile(
    rf"\s*(?:在)?(?:[（(【\[](?P<boxed>{_HAVE}|[^（()）】\]，。；：、]{{2,10}}领域)[）)】\]]"
    rf"|[“\"「]?(?P<named>[^，。；：、（(“”\s]{{2,12}}?)[”\"」]?领域(?:中的|内的|中|内|方面)?的?[：:，,—-]*"
    rf"|(?P<bare>{_HAVE})(?:方面|类)?(?:的|：|:|——|—|-|·|\s))"
)
_BEHIND = re.compile(rf"[（(](?P<domain>{_HAVE})(?:领域)?[）)]")
_NAMED = re.compile(r"\s*(?:将|对|把|是|为)?(?:服务)?(?:项目|事项)?(?:名称)?[：:]?\s*")
_OPEN, _CLOSE = '“《「"', '”》」"'

_SET_AGAINST = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{1,10}?标准)(?:中)?(?:规定|要求)?(?:为|是|：|:)(?P<base>[^；;。（(]{1,80}?)"
    r"[；;，,]\s*(?:而)?(?P<by>我[省市县区]|本[省市县区]|[\u4e00-\u9fff]{1,10}?标准)"
    r"(?:的)?(?:对应)?(?:标准)?(?:规定|要求)?"
    r"(?:分别)?(?:为|是|：|:|达到|提高到|提高至|调整为|调整到)(?P<target>[^；;。）)]{1,80})"
)
_MOVED = re.compile(
    r"(?:由|从)(?P<base>[^，。；由从]{1,40}?)(?:提高|调高|上调|提升|增加|调整|扩大|放宽|延长|缩短|降低|下调|调低|降|增|调|升)"
    r"(?:到|至|为)(?P<target>[^，。；）)]{1,40})"
)
_AFTER_QUOTED = re.compile(rf"$|[“《「、和及与等]|{NAME_END.pattern}")
_JOINT = re.compile(r"[、，,]|等(?=\s*(?:\d|[一二三四五六七八九十两]+[项个]|$))")


def figures(text: str) -> tuple[Figure, ...]:
    """The pairs of figures that an entry sets against each other."""
    found = [
        Figure(base=match["base"].strip(), target=match["target"].strip())
        for pattern in (_SET_AGAINST, _MOVED)
        for match in pattern.finditer(text)
    ]
    return tuple(dict.fromkeys(found))


def begins_with_known(text: str, names: Names) -> bool:
    """Whether a text begins with the name of an item, its domain perhaps before it."""
    return bool(names.at_start(_domain(text)[1]) or names.at_start(text))


def numbered(text: str, *, line: int, number: int, quote: str, names: Names) -> Entry:
    """The entry of a numbered line; ``text`` is what follows the number."""
    domain, rest = _domain(text)
    name, _ = _name(rest, names)
    if domain is None and (behind := _BEHIND.match(rest, rest.find(name) + len(name))):
        domain = behind["domain"]
    return Entry(
        name=name, line=line, quote=quote, domain=domain, number=number, figures=figures(text)
    )


class Bare(NamedTuple):
    """The entries of a list of bare names, and whether it ends in 等."""

    entries: list[Entry]
    open_ended: bool


def bare(text: str, *, line: int, names: Names) -> Bare:
    """The entries of a list of names joined by 、 and their like."""
    entries: list[Entry] = []
    open_ended = False
    for segment in re.split(r"[；;。\n]", text):
        domain: str | None = None
        at = 0
        while at < len(segment):
            before = at
            here, rest = _domain(segment[at:])
            if here is not None:
                domain = here
            start = len(segment) - len(rest)
            name, length = _name(rest, names, listed=True)
            end = start + length
            quote = segment[before:end].strip(" 、，,")
            behind = _BEHIND.match(segment, end)
            if behind:
                end = behind.end()
            if name:
                entries.append(
                    Entry(
                        name=name,
                        line=line,
                        quote=quote,
                        domain=behind["domain"] if behind else domain,
                    )
                )
            if segment[end : end + 1] == "等":
                open_ended = not _counted(segment[end:])
                break
            at = max(end + _joint(segment, end), before + 1)
    return Bare(entries, open_ended)


def _counted(text: str) -> bool:
    """Whether 等 closes a full list: 等4项."""
    return re.match(r"等\s*(?:\d+|[一二三四五六七八九十两]+)\s*(?:个|项)", text) is not None


def _joint(text: str, at: int) -> int:
    found = re.compile(r"[、，,\s]*(?:以及|和|及|与)?").match(text, at)
    return found.end() - at if found else 0


def _domain(text: str) -> tuple[str | None, str]:
    found = _DOMAIN.match(text)
    if not found:
        return None, text
    domain = found["boxed"] or found["named"] or found["bare"]
    return domain.removesuffix("领域"), text[found.end() :]


def _name(text: str, names: Names, *, listed: bool = False) -> tuple[str, int]:
    """The item's name at the beginning of a text, and where it ends there."""
    lead = _NAMED.match(text)
    for start in dict.fromkeys((0, lead.end() if lead else 0)):
        known = names.at_start(text[start:])
        if known:
            return _bare_name(text[start : start + known]), start + known
    start = lead.end() if lead else 0
    if text[start : start + 1] in tuple(_OPEN):
        close = text.find(_CLOSE[_OPEN.index(text[start])], start + 1)
        if close > 0 and _AFTER_QUOTED.match(text, close + 1):
            return _bare_name(text[start : close + 1]), close + 1
    end = len(text)
    if listed:
        joint = _JOINT.search(text, start)
        end = joint.start() if joint else end
        # Of the last two names, joined by a word, one must be known.
        for word in re.finditer(r"以及|和|及|与", text[start:end]):
            if names.at_start(text[start + word.end() : end]):
                end = start + word.start()
                break
    for stop in NAME_END.finditer(text, start, end):
        if stop.start() > start + 1:
            end = stop.start()
            break
    return _bare_name(text[start:end]), end


def _bare_name(text: str) -> str:
    name = text.strip().strip("、，。；")
    if len(name) > 2 and name[0] in _OPEN:
        close = _CLOSE[_OPEN.index(name[0])]
        if name.find(close, 1) == len(name) - 1:
            name = name[1:-1]
    return name.removesuffix("项目") or name


def inline_numbered(text: str) -> Iterator[tuple[int, int, int]]:
    """Entries numbered （1）（2）… within one line: number, start of the text, end."""
    run = inline_run(text)
    if len(run) > 1 or (run and run[0][1] == 0):
        for n, (number, _, end) in enumerate(run):
            yield number, end, run[n + 1][1] if n + 1 < len(run) else len(text)
