"""What was simply cut out of a text, or put into it, while the rest stayed word for word.

Everything else in the engine weighs whether different words say the same. Where the words did
not change there is nothing to weigh: what is gone is gone, and may not pass as paraphrase.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.text.reading import Sentence

Range = tuple[int, int]
Cuts = dict[int, list[Range]]
"""By the id of a sentence the stretches of its normal form that the other side lacks."""

_LONG = 1500
"""Longer sentences are not set against each other word for word."""
_MANY = 400
"""Of more pairs of sentences than this none are."""
_TOUCHED = 0.1
"""So much, as a share of what stayed, may have been worded otherwise besides."""
_KEPT = 0.6
"""So much of the shorter sentence must stand in the other unchanged."""


def cuts(olds: Sequence[Sentence], news: Sequence[Sentence]) -> tuple[Cuts, Cuts]:
    """What was cut out of ``olds``, and what was put into ``news``."""
    if not olds or not news:
        return _all(olds), _all(news)
    if len(olds) * len(news) > _MANY:
        return {}, {}
    edits: list[_Edit] = []
    left = list(news)
    lost: list[str] = []
    for old in olds:
        edit = _nearest(old, left)
        if edit is None:
            lost.append(old.text)
            continue
        edits.append(edit)
        left.remove(edit.new)
    # A cut leaves nothing in its place, there or anywhere else.
    out = "；".join([*lost, *(edit.out for edit in edits)])
    put = "；".join([*(one.text for one in left), *(edit.put for edit in edits)])
    gone: Cuts = {}
    come: Cuts = {}
    for edit in edits:
        if len(edit.put) <= max(_SLIGHT, 0.15 * len(edit.out)):
            gone[id(edit.old)] = [a for a in edit.gone if not _moved(edit.old.text[slice(*a)], put)]
        if len(edit.out) <= max(_SLIGHT, 0.15 * len(edit.put)):
            come[id(edit.new)] = [b for b in edit.come if not _moved(edit.new.text[slice(*b)], out)]
    return gone, come


_SLIGHT = 4


class _Edit:
    """How one sentence became another."""

    def __init__(self, old: Sentence, new: Sentence, codes: Sequence[_Code]) -> None:
        changed = [code for code in codes if code[0] != "equal"]
        a, b = old.text, new.text
        self.old, self.new = old, new
        self.out = "；".join(a[i1:i2] for _, i1, i2, _, _ in changed if i2 > i1)
        self.put = "；".join(b[j1:j2] for _, _, _, j1, j2 in changed if j2 > j1)
        self.gone = [_slid(a, i1, i2) for _, i1, i2, j1, j2 in changed if _bare(i2 - i1, j2 - j1)]
        self.come = [_slid(b, j1, j2) for _, i1, i2, j1, j2 in changed if _bare(j2 - j1, i2 - i1)]


_Code = tuple[str, int, int, int, int]


def _bare(size: int, instead: int) -> bool:
    """Whether nothing to speak of stands in the place of so many characters."""
    return size >= 2 and instead <= 0.2 * size


def _slid(text: str, start: int, end: int) -> Range:
    """The same cut moved to where a clause or a list member begins, if it can be: of 甲率不低于
    90%,乙率不低于90% the comparison may find 率不低于90%,乙 to be gone."""
    size = end - start
    first = start
    while first > 0 and text[first - 1] == text[first - 1 + size]:
        first -= 1
    for at in range(first, len(text) - size + 1):
        if at == 0 or text[at - 1] in _BREAKS:
            return at, at + size
        if at + size == len(text) or text[at] != text[at + size]:
            break
    return start, end


_BREAKS = frozenset(",;:、。")


def _all(sentences: Sequence[Sentence]) -> Cuts:
    return {id(one): [(0, len(one.text))] for one in sentences}


def _nearest(old: Sentence, news: Sequence[Sentence]) -> _Edit | None:
    """The edit of ``old`` into the sentence that shares its beginning and end with it; none
    where it was worded anew."""
    options = [one for one in news if one.field == old.field]
    new = max(options, key=lambda one: _ends(old.text, one.text), default=None)
    if new is None:
        return None
    a, b = old.text, new.text
    short = min(len(a), len(b))
    if max(len(a), len(b)) > _LONG or _ends(a, b) < 0.2 * short:
        return None
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    kept = sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal")
    edit = _Edit(old, new, codes)
    rest = len(edit.out) + len(edit.put)
    rest -= sum(end - start for start, end in [*edit.gone, *edit.come])
    return edit if kept >= _KEPT * short and rest <= _TOUCHED * kept else None


def _ends(a: str, b: str) -> int:
    """How many characters two texts share at their beginning and end."""
    short = min(len(a), len(b))
    front = next((i for i in range(short) if a[i] != b[i]), short)
    back = next((i for i in range(short - front) if a[-1 - i] != b[-1 - i]), short - front)
    return front + back


def _moved(text: str, elsewhere: str) -> bool:
    """Whether a good part of a text was put somewhere else."""
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    return sum(pair in elsewhere for pair in pairs) >= 0.3 * len(pairs)
