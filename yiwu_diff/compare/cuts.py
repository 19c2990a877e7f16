"""What was simply cut out of a text, or put into it, while the rest stayed word for word.

Everything else in the engine weighs whether different words say the same. Where the words did
not change there is nothing to weigh: what is gone is gone, and may not pass as paraphrase.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.text.reading import Sentence

Range = tuple[int, int]
Cuts = dict[int, list[Range]]
"""By the id of a sentence the stretches of its normal form that the other side lacks."""

_Code = tuple[str, int, int, int, int]
"""A step from one text to the other, as difflib gives it."""

_LONG = 1500
"""Longer sentences are not set against each other word for word."""
_MANY = 400
"""Of more pairs of sentences than this none are."""
_TOUCHED = 0.1
"""So much, as a share of what stayed, may have been worded otherwise besides."""
_NEAR = 0.25
"""The same where an insertion shall only be known for one."""
_SLIGHT, _SLIGHTLY = 4, 0.15
"""Characters, or a share of what is gone, that may be put in: a figure moved, a word joined."""
_KEPT = 0.6
"""So much of the shorter sentence must stand in the other unchanged."""


def edits(olds: Sequence[Sentence], news: Sequence[Sentence]) -> list[Edit]:
    """How the sentences that stayed mostly word for word became each other."""
    if len(olds) * len(news) > _MANY:
        return []
    return [edit for old, new in _partners(olds, news) if (edit := _edit(old, new))]


def cuts(
    olds: Sequence[Sentence], news: Sequence[Sentence], edited: Sequence[Edit]
) -> tuple[Cuts, Cuts]:
    """What was cut out of ``olds``, and what was put into ``news``."""
    if not olds or not news:
        return _all(olds), _all(news)
    if len(olds) * len(news) > _MANY:
        return {}, {}
    edits = [edit for edit in edited if edit.slight]
    answered = {id(one) for edit in edits for one in (edit.old, edit.new)}
    lost, fresh = ([x.text for x in side if id(x) not in answered] for side in (olds, news))
    # A cut leaves nothing in its place, there or anywhere else.
    out = "；".join([*lost, *(edit.out for edit in edits)])
    put = "；".join([*fresh, *(edit.put for edit in edits)])
    gone: Cuts = {}
    come: Cuts = {}
    for edit in edits:
        if len(edit.put) <= max(_SLIGHT, _SLIGHTLY * len(edit.out)):
            gone[id(edit.old)] = [a for a in edit.gone if not _moved(edit.old.text[slice(*a)], put)]
        if len(edit.out) <= max(_SLIGHT, _SLIGHTLY * len(edit.put)):
            come[id(edit.new)] = [b for b in edit.come if not _moved(edit.new.text[slice(*b)], out)]
    return gone, come


def insertions(edited: Sequence[Edit]) -> tuple[Cuts, Cuts]:
    """What was left out of the one side's sentences, and put into the other's, where most of
    them stayed word for word."""
    near = [edit for edit in edited if edit.rest <= _NEAR * edit.kept]
    return {id(one.old): one.gone for one in near}, {id(one.new): one.come for one in near}


class Edit:
    """How one sentence became another."""

    def __init__(self, old: Sentence, new: Sentence, codes: Sequence[_Code]) -> None:
        changed = [code for code in codes if code[0] != "equal"]
        self.changed = _joined([code[1:] for code in changed])
        """What stands where in the one and in its place in the other."""
        a, b = old.text, new.text
        self.old, self.new = old, new
        self.out = "；".join(a[i1:i2] for _, i1, i2, _, _ in changed if i2 > i1)
        self.put = "；".join(b[j1:j2] for _, _, _, j1, j2 in changed if j2 > j1)
        self.gone = [_slid(a, i1, i2) for _, i1, i2, j1, j2 in changed if _bare(i2 - i1, j2 - j1)]
        self.come = [_slid(b, j1, j2) for _, i1, i2, j1, j2 in changed if _bare(j2 - j1, i2 - i1)]
        self.kept = sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal")
        self.rest = len(self.out) + len(self.put)
        """The characters that were put otherwise, but for those in whose place nothing stands."""
        self.rest -= sum(end - start for start, end in [*self.gone, *self.come])
        self.slight = self.rest <= _TOUCHED * self.kept
        """Whether hardly a word of it was put otherwise."""


def _joined(changes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The changes, those as one that a single character parts: 全部→部分 is one word."""
    found: list[tuple[int, int, int, int]] = []
    for change in changes:
        last = found[-1] if found else None
        if last is not None and change[0] - last[1] <= 1:
            found[-1] = last[0], change[1], last[2], change[3]
        else:
            found.append(change)
    return found


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


def _partners(
    olds: Sequence[Sentence], news: Sequence[Sentence]
) -> list[tuple[Sentence, Sentence]]:
    """The sentences that share their beginning and end, those first that share most."""
    options = []
    for i, old in enumerate(olds):
        for j, new in enumerate(news):
            if old.field == new.field and max(len(old.text), len(new.text)) <= _LONG:
                short = min(len(old.text), len(new.text))
                shared = _ends(old.text, new.text)
                if shared >= 0.2 * short:
                    options.append((-shared, i + j, i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(options):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(olds[i], news[j]) for i, j in pairs.items()]


def _edit(old: Sentence, new: Sentence) -> Edit | None:
    """How one sentence became the other; none where it was worded anew."""
    a, b = old.text, new.text
    # The same way round whichever is the base: what is put in one way is left out the other.
    if a <= b:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    else:
        turned = SequenceMatcher(None, b, a, autojunk=False).get_opcodes()
        codes = [(tag, i1, i2, j1, j2) for tag, j1, j2, i1, i2 in turned]
    edit = Edit(old, new, codes)
    return edit if edit.kept >= _KEPT * min(len(a), len(b)) else None


def _ends(a: str, b: str) -> int:
    """How many characters two texts share at their beginning and end."""
    short = min(len(a), len(b))
    front = _same(a, b)
    return front + min(_same(reversed(a), reversed(b)), short - front)


def _same(a: Iterable[str], b: Iterable[str]) -> int:
    """How many characters two texts share at their beginning."""
    size = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        size += 1
    return size


def _moved(text: str, elsewhere: str) -> bool:
    """Whether a good part of a text was put somewhere else."""
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    return sum(pair in elsewhere for pair in pairs) >= 0.3 * len(pairs)
