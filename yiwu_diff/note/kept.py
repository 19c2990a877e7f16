"""``note.yaml``: the claims of a drafting note, kept beside the dataset to be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.note.model import Entry, Figure, Note, NoteList, Total
from yiwu_diff.standard.keys import KEPT_FIGURE, KEPT_ITEM, KEPT_LIST, KEPT_NOTE, KEPT_TOTALS
from yiwu_diff.standard.records import Records

if TYPE_CHECKING:
    from yiwu_diff.note.model import TotalOf
    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.model import Place
    from yiwu_diff.standard.yaml_nodes import MapNode

NOTE_FILE = "note.yaml"
_TOTALS: tuple[TotalOf, ...] = ("domains", "services", "items")


class Kept(NamedTuple):
    """The claims, with the lines of ``note.yaml``."""

    note: Note
    place: Place
    columns: dict[int, int]
    """The column at which what stands on a line begins."""
    base: str = ""
    """The ref that the note compares with; "" where it does not say."""


def read(folder: Folder) -> Kept | None:
    """The claims kept in a folder; None where there is no such file. Raises ReadError."""
    if NOTE_FILE not in folder.names():
        return None
    reader = _Reader(folder)
    node = reader.tree(NOTE_FILE)
    record = reader.record(node, KEPT_NOTE) if node is not None else None
    kept = reader.kept(record) if record is not None else None
    if reader.problems:
        raise reader.problems.error()
    return kept


class _Reader(Records):
    def __init__(self, folder: Folder) -> None:
        super().__init__(folder)
        self.columns: dict[int, int] = {}

    def kept(self, record: MapNode) -> Kept:
        values = self.values(record, KEPT_NOTE)
        totals: list[Total] = []
        if (found := self.child(record, "totals", KEPT_TOTALS)) is not None:
            counts = self.values(found, KEPT_TOTALS)
            totals = [
                Total(what=what, count=counts[what], line=self.line(found, what), quote="")
                for what in _TOTALS
                if what in counts
            ]
        figures: dict[str, list[Figure]] = {}
        for one in self.children(record, "figures", KEPT_FIGURE):
            figure = self.values(one, KEPT_FIGURE)
            if {"item", "base", "target"} <= figure.keys():
                pair = Figure(base=figure["base"], target=figure["target"])
                figures.setdefault(figure["item"], []).append(pair)
        lists = [self.list(one, figures) for one in self.children(record, "lists", KEPT_LIST)]
        note = Note(lines=(), lists=tuple(lists), totals=tuple(totals))
        return Kept(note, self.at(record), self.columns, values.get("base", ""))

    def list(self, record: MapNode, figures: dict[str, list[Figure]]) -> NoteList:
        values = self.values(record, KEPT_LIST)
        entries = []
        for one in self.children(record, "items", KEPT_ITEM):
            item = self.values(one, KEPT_ITEM)
            name = item.get("name", "")
            entries.append(
                Entry(
                    name=name,
                    line=self.line(one, "name"),
                    quote=item.get("quote", ""),
                    domain=item.get("domain"),
                    figures=tuple(figures.get(name, ())),
                )
            )
        label = values.get("label")
        return NoteList(
            labels=(label,) if label else (),
            line=self.line(record, "claimed"),
            heading=values.get("heading", ""),
            claimed=values.get("claimed"),
            entries=tuple(entries),
        )

    def line(self, record: MapNode, key: str) -> int:
        """The line of a key, or of the record where it has none; its column is kept."""
        node = record.entries[key][1] if key in record.entries else record
        self.columns[node.line] = node.column
        return node.line
