"""The words that changes stand on, as phrases that a sentence can quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Change, ItemComparison, Span
    from yiwu_diff.standard.model import Item

Side = Literal["base", "target"]

_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[^，,；;：:]+")
_MOST = 0.8
"""From this share of a sentence on, the whole sentence is quoted."""
_KEEP = re.compile(
    r"(?:[\d.,０-９一二三四五六七八九十百千万]+|不低于|不少于|不高于|不超过|不超|至少|至多|最高|最低|最迟|年满|每\w{0,3}|近|约)$"
)


class Both(NamedTuple):
    """What base and target say in one place."""

    base: str
    target: str


def text_of(entry: ItemComparison, span: Span, side: Side) -> str | None:
    """The text of the field that a span is a piece of."""
    items: Sequence[Item] = entry.base if side == "base" else entry.target
    for item in items:
        text = item.text(span.field) if span.field not in ("item", "name") else None
        if text is not None and text[span.start : span.end] == span.text:
            return text
    return None


def phrases(entry: ItemComparison, changes: Iterable[Change], side: Side) -> list[str]:
    """What the changes added (``target``) or took away (``base``): the clauses that their
    spans touch, each once, in the order of the text."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    loose: list[str] = []
    for change in changes:
        span = change.target if side == "target" else change.base
        if span is None or not span.text.strip():
            continue
        text = text_of(entry, span, side)
        if text is None:
            loose.append(span.text.strip())
        else:
            spans.setdefault((span.field, text), []).append((span.start, span.end))
    found: list[str] = []
    for (_, text), places in spans.items():
        found += _touched(text, places)
    return list(dict.fromkeys(tidy(one) for one in (*found, *loose) if tidy(one)))


def _touched(text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    found: list[str] = []
    for sentence in _SENTENCE.finditer(text):
        inside = [
            (max(start, sentence.start()), min(end, sentence.end()))
            for start, end in places
            if start < sentence.end() and end > sentence.start()
        ]
        if not inside:
            continue
        covered = len({at for start, end in inside for at in range(start, end)})
        if covered >= _MOST * len(sentence[0].strip()):
            found.append(sentence[0])
            continue
        clauses = [
            (m.start() + sentence.start(), m.end() + sentence.start())
            for m in _CLAUSE.finditer(sentence[0])
        ]
        run: list[tuple[int, int]] = []
        for clause in clauses:
            hit = any(start < clause[1] and end > clause[0] for start, end in inside)
            if hit and run and run[-1][1] + 1 == clause[0]:
                run[-1] = (run[-1][0], clause[1])
            elif hit:
                run.append(clause)
        found += [text[start:end] for start, end in _balanced(text, run, sentence.span())]
    return found


def _balanced(
    text: str, runs: Iterable[tuple[int, int]], bounds: tuple[int, int]
) -> list[tuple[int, int]]:
    """Stretches that do not begin or end within a parenthesis."""
    done: list[tuple[int, int]] = []
    for start, end in runs:
        while _depth(text[start:end], "（(", "）)") > 0 and end < bounds[1]:
            end += 1
        while _depth(text[start:end], "（(", "）)") < 0 and start > bounds[0]:
            start -= 1
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return done


def _depth(text: str, opening: str, closing: str) -> int:
    return sum(text.count(one) for one in opening) - sum(text.count(one) for one in closing)


def set_against(entry: ItemComparison, change: Change) -> Both | None:
    """The clauses of a change on both sides; what they begin with alike is said once."""
    if change.base is None or change.target is None:
        return None
    base = _clause(entry, change.base, "base")
    target = _clause(entry, change.target, "target")
    if not base or not target:
        return None
    alike = 0
    while alike < min(len(base), len(target)) and base[alike] == target[alike]:
        alike += 1
    kept = _KEEP.search(base[:alike])
    while kept and kept.start() < alike:
        alike = kept.start()
        kept = _KEEP.search(base[:alike])
    shorter = target[alike:]
    return Both(base, shorter if alike > 3 and re.match(r"\d|不|至少|年满|每", shorter) else target)


def _clause(entry: ItemComparison, span: Span, side: Side) -> str:
    """The clause that a span stands in."""
    text = text_of(entry, span, side)
    if text is None:
        return tidy(span.text)
    start = max(text.rfind(end, 0, span.start) for end in "。！？\n；;，,") + 1
    ends = [at for end in "。！？\n；;，," if (at := text.find(end, max(span.end, start))) >= 0]
    return tidy(text[start : min(ends, default=len(text))])


def tidy(text: str) -> str:
    """A phrase without the punctuation at its ends."""
    return " ".join(text.split()).strip(" ，,。；;、：:")
