"""What an import makes of a standard: which texts are new, which replace others, which differ
from a text that only a person may give up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from yiwu_diff.importers.ids import make_id
from yiwu_diff.importers.model import Unplaced
from yiwu_diff.standard.as_records import bases, head_record, in_order, item_record
from yiwu_diff.standard.model import BASES, FIELDS, Item, Source, Standard, weakest
from yiwu_diff.standard.yaml_writing import as_read
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from yiwu_diff.importers.entries import Document, Entry
    from yiwu_diff.importers.matching import Match
    from yiwu_diff.standard.model import Basis

Verdict = Literal["filled", "confirmed", "replaced", "renamed", "differs", "layout"]
"""``filled``: there was no text. ``confirmed``: the same text, now on a better basis.
``replaced``: a reconstructed one gave way. ``renamed``: the old name stays as an alias.
``differs``: a text that a person vouched for; it stays until somebody says otherwise.
``layout``: as ``differs``, but only in punctuation and spaces."""

REPLACEABLE: frozenset[Basis] = frozenset(("reconstructed", "named"))
"""Texts that stand there to be replaced."""
_PLACING = ("domain", "service")


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one field of an item; ``field`` may be ``name``, ``domain``, ``service``."""

    field: str
    old: str | None
    new: str
    was: Basis | None
    basis: Basis
    verdict: Verdict
    taken: bool = True
    """Whether the new text goes into the standard."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one entry."""

    match: Match
    item: Item
    """As it stands in the standard afterwards."""
    changes: tuple[Change, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the standard did not have it."""
        return self.match.item is None

    @property
    def touched(self) -> bool:
        """Whether anything goes into the standard."""
        return self.is_new or any(change.taken for change in self.changes)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The fields that the standard has a text for and the document none; they stay."""
        old, new = self.match.item, self.match.entry.item
        if old is None:
            return ()
        return tuple(key for key in FIELDS if old.text(key) and not new.text(key))

    def of(self, *verdicts: Verdict) -> list[Change]:
        """The changes of these kinds."""
        return [change for change in self.changes if change.verdict in verdicts]


@dataclass(frozen=True, slots=True)
class Plan:
    """An import before it is written."""

    before: Standard | None
    after: Standard
    results: tuple[Result, ...]
    kept: tuple[Item, ...]
    """Items that the standard has and the documents lack; they stay."""
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before is None or _written(self.before) != _written(self.after)

    @property
    def open(self) -> list[tuple[Result, Change]]:
        """The differences that a person has to decide, as far as nobody did."""
        return [
            (result, change)
            for result in self.results
            for change in result.of("differs")
            if not change.taken
        ]


def merge(
    matches: Sequence[Match],
    head: Standard,
    before: Standard | None,
    *,
    taken_ids: Collection[str] = (),
    accepted: Collection[tuple[str, str]] | Literal["all"] = (),
) -> Plan:
    """Lay the entries over the standard.

    ``head`` is the standard without items; ``taken_ids`` are not given to new items;
    ``accepted`` names the differing texts (id, field) that are to be replaced.
    """
    ids = {*taken_ids, *(item.id or "" for item in (before.items if before is not None else ()))}
    ids |= {m.entry.item.id for m in matches if m.entry.item.id}
    results: list[Result] = []
    unplaced: list[Unplaced] = []
    for match in matches:
        if match.item is not None:
            results.append(_laid_over(match, match.item, accepted))
            continue
        new = _new(match, ids)
        if new.domain is None:
            unplaced.append(_without_domain(match.entry))
            continue
        results.append(Result(match, new))
    items = _placed(results, before)
    paired = {id(result.match.item) for result in results}
    kept = [item for item in (before.items if before else ()) if id(item) not in paired]
    sources = _sources(head, results)
    after = replace(head, items=items, sources=sources)
    return Plan(before, after, tuple(results), tuple(kept), tuple(unplaced))


def _written(standard: Standard) -> object:
    return head_record(standard), [
        (item.domain, item.service, item_record(item)) for item in standard.items
    ]


def _new(match: Match, ids: set[str]) -> Item:
    """An item that the standard lacks, with the id of its counterpart elsewhere, else its own."""
    item, model = match.entry.item, match.model
    id = item.id or (model.id if model is not None else None) or make_id(item.name, ids)
    ids.add(id)
    if model is not None and item.domain is None:
        item = replace(item, domain=model.domain)
    return replace(item, id=id)


def _laid_over(match: Match, before: Item, accepted: Collection[tuple[str, str]] | str) -> Result:
    entry = match.entry.item
    changes = []
    for key in ("name", *_PLACING, *FIELDS):
        change = _change(key, before, entry)
        if change is None:
            continue
        if change.verdict in ("differs", "layout"):
            wanted = accepted == "all" or (before.id, key) in accepted
            change = replace(change, taken=wanted)
        changes.append(change)
    taken = [change for change in changes if change.taken]
    if not taken:
        return Result(match, before, tuple(changes))
    held = bases(before)
    texts = {change.field: change.new for change in taken}
    held |= {change.field: change.basis for change in taken if change.field not in _PLACING}
    aliases = [name for name in before.aliases if name != texts.get("name")]
    if "name" in texts and texts["name"] != before.name and before.name not in aliases:
        aliases.append(before.name)
    item = replace(
        before,
        **texts,  # type: ignore[arg-type]
        basis=held,
        aliases=tuple(aliases),
        origin=match.entry.item.origin,
    )
    return Result(match, item, tuple(changes))


def _change(key: str, before: Item, entry: Item) -> Change | None:
    """What a field of an entry does to the item it belongs to; None for nothing."""
    new, old = getattr(entry, key), getattr(before, key)
    if new is None:
        return None
    held = bases(before)
    # Where an item stands is known as well as what it is called.
    was = held.get("name" if key in _PLACING else key)
    basis = entry.basis["name" if key in _PLACING else key]
    if old is None:
        return Change(key, None, new, None, basis, "filled")
    verdict: Verdict
    if as_read(old) == as_read(new):
        if key in _PLACING or was is None or BASES.index(basis) >= BASES.index(was):
            return None
        verdict = "confirmed"
    elif key == "name":
        verdict = "renamed"
    elif was in REPLACEABLE and BASES.index(basis) <= BASES.index(was):
        verdict = "replaced"
    else:
        verdict = "layout" if level(old) == level(new) else "differs"
    return Change(key, old, new, was, basis, verdict)


def _without_domain(entry: Entry) -> Unplaced:
    return Unplaced(
        entry.item.name,
        entry.place,
        "没有写明领域，数据集里也没有同名项目；请用 --map 列名=领域 指明领域一栏，或在文件中补上",
        "no domain is given, and no dataset has an item of this name; name the column with "
        "--map HEADING=domain, or add it to the file",
    )


def _placed(results: Iterable[Result], before: Standard | None) -> tuple[Item, ...]:
    """All items: the old ones in their order, each new one behind the one it follows in its
    document."""
    items = list(before.items) if before is not None else []
    at = {id(item): n for n, item in enumerate(items)}
    for result in results:
        if result.match.item is not None:
            items[at[id(result.match.item)]] = result.item
    previous: Item | None = None
    for result in results:
        item = result.item
        if result.is_new:
            home = (item.domain, item.service)
            place = len(items)
            if previous is not None and (previous.domain, previous.service) == home:
                place = 1 + next(n for n, one in enumerate(items) if one is previous)
            items.insert(place, item)
        previous = item
    return in_order(items)


def _sources(head: Standard, results: Iterable[Result]) -> tuple[Source, ...]:
    """The sources with the documents that something was taken from."""
    used: dict[int, tuple[Document, list[Basis]]] = {}
    for result in results:
        if result.touched:
            document = result.match.entry.document
            of = used.setdefault(id(document), (document, []))[1]
            of += result.match.entry.item.basis.values()
    known = {source.sha256 for source in head.sources}
    return (
        *head.sources,
        *(
            Source(
                title=" ".join(as_read(document.taken.title).split()) or document.name,
                basis=weakest(tuple(found)) or "official",
                file=document.name,
                sha256=document.taken.sha256 or None,
            )
            for document, found in used.values()
            if document.taken.sha256 not in known
        ),
    )
