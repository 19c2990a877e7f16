"""Read everything that the checks look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.check.base import Draft
from yiwu_diff.compare.engine import compare
from yiwu_diff.note import kept
from yiwu_diff.standard import refs, verdicts
from yiwu_diff.standard.problems import ReadError
from yiwu_diff.standard.reader import read_standard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from yiwu_diff.standard.model import Standard


def read(ref: str, root: Path, against: Sequence[str] = ()) -> Draft:
    """The standard that ``ref`` names, set against every standard above it.

    These are all that it builds on and what they build on, up the whole chain; with ``against``
    those standards and what they build on. A ref in ``builds_on`` that names nothing is kept
    for a finding; what cannot be read, or ``against`` that names nothing, raises ReadError.
    """
    found = refs.resolve(ref, root)
    target = read_standard(found.folder, expect=found.expect)
    decisions = verdicts.decisions(found.folder)
    # A folder elsewhere is not the edition of that name that the data hold.
    own = target.ref if found.expect else ""
    bases, unknown = _above(target, own, ref, root, against)
    return Draft(
        target=target,
        folder=found.folder,
        comparisons=tuple(compare(base, target, decisions) for base in bases),
        unknown_bases=tuple(unknown),
        decisions=decisions,
        justifications=verdicts.justifications(found.folder),
        note=kept.read(found.folder),
        whole_chain=not against,
        called=own or found.folder.shown,
    )


def _above(
    target: Standard, own: str, ref: str, root: Path, against: Sequence[str]
) -> tuple[list[Standard], list[tuple[str, str]]]:
    """The standards above, nearest first, each once; and the refs that name nothing. ``own`` is
    the target's ref where the data hold it, else ""."""
    revision = refs.parse_ref(ref).revision
    # Two of these may have one ref: an edition as it is now and as it was.
    named = [refs.load(refs.at(one, revision), root) for one in dict.fromkeys(against)]
    bases = {base.ref: base for base in named}
    above: list[Standard] = []
    unknown: dict[str, str] = {}
    waiting = [(up, one.ref) for one in named or (target,) for up in one.builds_on]
    seen = {own}
    while waiting:
        # Breadth first: what the draft itself names comes before what its base names.
        up, named_by = waiting.pop(0)
        if up in seen or up in bases or up in unknown:
            continue
        seen.add(up)
        if not refs.exists(refs.at(up, revision), root):
            unknown[up] = named_by
            continue
        base = refs.load(refs.at(up, revision), root)
        if base.ref == own or base.ref in bases:
            continue
        bases[base.ref] = base
        above.append(base)
        waiting += [(higher, base.ref) for higher in base.builds_on]
    return [*named, *above], list(unknown.items())


def since(before: Draft, now: Draft) -> Draft:
    """The draft with what became of the standards above since it was as ``before``.

    A newer edition in place of an older one is neither left out nor changed.
    """
    places = {one.base.jurisdiction for one in now.comparisons}
    bases = {one.base.ref: one.base for one in now.comparisons}
    refs_now = Counter(one.base.ref for one in now.comparisons)
    then = [one.base for one in before.comparisons]
    return replace(
        now,
        dropped_bases=tuple(one.ref for one in then if one.jurisdiction not in places),
        changed_bases=tuple(
            compare(one, bases[one.ref])
            for one in then
            # Two states of one edition are not one that changed.
            if refs_now[one.ref] == 1 and one.items != bases[one.ref].items
        ),
    )


def at_revision(
    draft: Draft, ref: str, root: Path, revision: str, against: Sequence[str]
) -> Draft | ReadError | None:
    """The same standard as it was at a revision of git; None where it was not there yet, and the
    error where it could not be read there.

    Raises ReadError where there is no such revision.
    """
    from yiwu_diff.standard.git_folders import shelf_at

    own = draft.target.ref if refs.resolve(ref, root).expect else refs.here(ref)
    shelf_at(revision, root)
    then = refs.at(own, revision)
    if not refs.exists(then, root):
        return None
    try:
        return read(then, root, [refs.at(one, revision) for one in against])
    except ReadError as error:
        # A branch that mends it must be able to pass.
        return error
