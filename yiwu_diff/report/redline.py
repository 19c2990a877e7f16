"""How one text becomes another: what an editor would strike out and write in.

Unlike `excerpt.align`, which shows the words of one change, this works on whole fields and
loses nothing: the old parts joined are the old text, the new parts joined the new one.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN = re.compile(
    r"[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*(?:个?工作日|个月|周岁|[%％‰万亿元次岁年月日天])?|.",
    re.DOTALL,
)
"""A figure and its unit are one word: 20日 becomes 10日, not 2 becomes 1."""
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?:个?工作日|个月|周岁|[%％‰万亿元次岁年月日天])?")
_CLAUSE = re.compile(r"[^，、；：。！？\n,;]*(?:[，、；：。！？\n,;]|$)")
_SENTENCE_END = frozenset("。！？；\n")
_CLAUSE_END = frozenset("，、：,;")

_TOKENS_AT_ONCE = 4_000_000
"""Product of the token counts up to which two texts are aligned in one go; that takes up to
about a second. Longer ones are aligned clause by clause first."""
_CLAUSES_AT_ONCE = 16_000_000
"""The same for clauses, which seldom repeat: enough for 20,000 characters of prose."""
_LONGEST_ISLAND = 4
"""Characters left standing between two replacements that are replaced along with them."""


class Edit(NamedTuple):
    """A stretch of both texts. Where ``old == new`` it stays."""

    old: str
    new: str

    @property
    def stays(self) -> bool:
        """Whether the stretch is the same in both."""
        return self.old == self.new


def redline(old: str, new: str) -> list[Edit]:
    """The edits that turn ``old`` into ``new``, as few and as readable as can be."""
    if old == new:
        return [Edit(old, new)] if old else []
    if not old or not new:
        return [Edit(old, new)]
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    edits = _slid(_tidy(_aligned(a, b)))
    return [part for edit in edits for part in _figures(edit) if part.old or part.new]


def _aligned(a: Sequence[str], b: Sequence[str]) -> list[Edit]:
    # The matcher is quadratic, and drafts mostly agree at both ends.
    limit = min(len(a), len(b))
    head = 0
    while head < limit and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < limit - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    edits = [Edit("".join(a[:head]), "".join(a[:head]))]
    if not middle_a or not middle_b:
        edits.append(Edit("".join(middle_a), "".join(middle_b)))
    elif len(middle_a) * len(middle_b) <= _TOKENS_AT_ONCE:
        edits += _matched(middle_a, middle_b)
    else:
        edits += _by_clause("".join(middle_a), "".join(middle_b))
    rest = "".join(a[len(a) - tail :])
    edits.append(Edit(rest, rest))
    return edits


def _matched(a: Sequence[str], b: Sequence[str]) -> Iterable[Edit]:
    for _, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield Edit("".join(a[i1:i2]), "".join(b[j1:j2]))


def _by_clause(old: str, new: str) -> Iterable[Edit]:
    a = [clause for clause in _CLAUSE.findall(old) if clause]
    b = [clause for clause in _CLAUSE.findall(new) if clause]
    if len(a) * len(b) > _CLAUSES_AT_ONCE:
        yield Edit(old, new)
        return
    for edit in _matched(a, b):
        tokens = _TOKEN.findall(edit.old), _TOKEN.findall(edit.new)
        small = len(tokens[0]) * len(tokens[1]) <= _TOKENS_AT_ONCE // 10
        if edit.stays or not edit.old or not edit.new or not small:
            yield edit
        else:
            yield from _matched(*tokens)


def _tidy(edits: Iterable[Edit]) -> list[Edit]:
    """Join neighbours, and give up what little stands between two replacements."""
    joined = _joined(edits)
    done: list[Edit] = []
    for number, edit in enumerate(joined):
        after = joined[number + 1] if number + 1 < len(joined) else None
        island = edit.stays and done and after is not None and _is_island(done[-1], edit, after)
        if done and (island or (not edit.stays and not done[-1].stays)):
            done[-1] = Edit(done[-1].old + edit.old, done[-1].new + edit.new)
        else:
            done.append(edit)
    return done


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    done: list[Edit] = []
    for edit in edits:
        if not edit.old and not edit.new:
            continue
        if done and done[-1].stays == edit.stays:
            done[-1] = Edit(done[-1].old + edit.old, done[-1].new + edit.new)
        else:
            done.append(edit)
    return done


def _is_island(before: Edit, stays: Edit, after: Edit) -> bool:
    if not (before.old or after.old) or not (before.new or after.new):
        # Words that are only added, or only dropped, never make others look replaced.
        return False
    size = len(stays.old)
    if size < 2:
        return stays.old not in _SENTENCE_END
    return size <= _LONGEST_ISLAND and all(
        size <= max(len(edit.old), len(edit.new)) for edit in (before, after)
    )


def _slid(edits: Sequence[Edit]) -> list[Edit]:
    """Move what is only added or only dropped so that it begins and ends between clauses.

    ``提供A服务。提供B服务。`` may be seen as adding ``B服务。提供`` or ``提供B服务。``; people see
    the second.
    """
    done = list(edits)
    for at in range(1, len(done) - 1):
        before, edit, after = done[at - 1], done[at], done[at + 1]
        if bool(edit.old) == bool(edit.new) or not before.stays or not after.stays:
            continue
        left, words, right = _best_place(before.old, edit.old or edit.new, after.old)
        done[at - 1] = Edit(left, left)
        done[at] = Edit(words, "") if edit.old else Edit("", words)
        done[at + 1] = Edit(right, right)
    return done


def _figures(edit: Edit) -> tuple[Edit, ...]:
    """A figure replaced by a figure is shown as that, apart from the clauses behind it."""
    if edit.stays:
        return (edit,)
    a, b = _FIGURE.match(edit.old), _FIGURE.match(edit.new)
    if a is None or b is None:
        return (edit,)
    rest = Edit(edit.old[a.end() :], edit.new[b.end() :])
    if all(not words or words[0] in _CLAUSE_END | _SENTENCE_END for words in rest):
        return Edit(a.group(), b.group()), rest
    return (edit,)


def _best_place(left: str, words: str, right: str) -> tuple[str, str, str]:
    while left and left[-1] == words[-1]:
        left, words, right = left[:-1], left[-1] + words[:-1], left[-1] + right
    best = left, words, right
    score = _seams(*best)
    while right and right[0] == words[0]:
        left, words, right = left + words[0], words[1:] + right[0], right[1:]
        now = _seams(left, words, right)
        # Of equals the later: what is added stands behind what was there.
        if now >= score:
            best, score = (left, words, right), now
    return best


def _seams(left: str, words: str, right: str) -> int:
    return _seam(left[-1:], words[:1]) + _seam(words[-1:], right[:1])


def _seam(before: str, after: str) -> int:
    """How natural it is to cut here."""
    if not before or not after or before in _SENTENCE_END:
        return 4
    if before in _CLAUSE_END or after in "（《“":
        return 3
    if after in _SENTENCE_END or after in _CLAUSE_END or before in "）》”":
        return 2
    return 0 if before.isascii() and after.isascii() else 1
