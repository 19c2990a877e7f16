"""One item at every level as a document for Word and WPS: a column per level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.docx_paper import BEFORE, TYPE_AREA, Paper
from yiwu_diff.report.docx_tracking import ADDED, BOLD, DROPPED, FAINT
from yiwu_diff.report.docx_xml import cell, header, paragraph, row, run, table
from yiwu_diff.report.names import place_name
from yiwu_diff.report.sentences import bases, reasons
from yiwu_diff.report.steps import bases_of, fields_of, marked, newest, steps
from yiwu_diff.report.summary import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.options import Options
    from yiwu_diff.report.steps import Version

_CAPTION = 1247
_LINES_KEPT_TOGETHER = 24
_CHARACTER = 215
"""The width of a character of the table's type, in twentieths of a point."""


def render(versions: Sequence[Version], options: Options) -> bytes:
    """The document's bytes. At least one level must have the item."""
    return _Show(versions, options).data()


class _Show(Paper):
    def __init__(self, versions: Sequence[Version], options: Options) -> None:
        super().__init__(options.lang)
        self.versions = versions
        self.steps = steps(versions, options.decisions)
        self.item = newest(versions)
        each = (TYPE_AREA - _CAPTION) // len(versions)
        self.widths = (_CAPTION, *[each] * len(versions))

    def data(self) -> bytes:
        say, item = self.say, self.item
        title = say("office.show.title", name=item.name)
        self.add("Title", run(title))
        place = " · ".join(part for part in (item.domain, item.service) if part)
        if place:
            self.add("TableCentre", run(place), properties='<w:spacing w:after="120"/>')
        self.blocks.append(self.table())
        self.add("Note", run(say("office.show.marks")), properties=BEFORE)
        self.note(bases(say))
        return self.packed(title)

    def table(self) -> str:
        say = self.say
        heads = [
            f"{place_name(standard)} {standard.edition}".strip() for standard, _ in self.versions
        ]
        numbers = range(len(self.versions))
        rows = [header(self.widths, (say("markdown.field"), *heads))]
        rows.append(self.row(say("office.change"), [self.change(n) for n in numbers]))
        rows.append(self.row(say("office.basis"), [self.basis(n) for n in numbers]))
        for name in fields_of(self.versions):
            texts = [item.text(name) or "" if item else "" for _, item in self.versions]
            lines = max(map(len, texts)) * _CHARACTER // self.widths[1]
            rows.append(
                self.row(
                    say.field(name),
                    [self.text_of(n, name) for n in numbers],
                    whole=lines <= _LINES_KEPT_TOGETHER,
                )
            )
        return table(say("page.levels"), self.widths, *rows)

    def row(self, caption: str, cells: Sequence[list[str]], *, whole: bool = True) -> str:
        head = cell(self.widths[0], paragraph("TableHead", run(caption)), middle=True)
        rest = (cell(w, *content) for w, content in zip(self.widths[1:], cells, strict=True))
        return row(head, *rest, whole=whole)

    def change(self, number: int) -> list[str]:
        """What the level makes of the one above it."""
        say, (_, item), step = self.say, self.versions[number], self.steps[number]
        if item is None:
            return [_plain(say("body.absent"), FAINT)]
        named = [_plain(item.name, BOLD)] if item.name != self.item.name else []
        if step is None:
            return [*named, _plain("—", FAINT)]
        against = say("show.against", name=place_name(step.standard)) + say("list.colon")
        labels = findings(step.entry)
        rejected = [_plain(note) for note in decided.rejected(step.entry, say)]
        if not labels:
            key = "equal" if step.entry.equal else "nothing"
            key = key if step.entry.compared else "unknown"
            return [*named, _plain(against + say(f"show.{key}")), *rejected]
        found = [*named, _plain(against)]
        for label in labels:
            why = say("list.semi").join(reasons(step.entry, label, say))
            found.append(
                paragraph("TableText", run(say.label(label), BOLD), run(say("list.colon") + why))
            )
        return found + rejected

    def basis(self, number: int) -> list[str]:
        found = bases_of(self.versions[number][1])
        return [_plain(self.say.several([self.say(f"basis.{basis}") for basis in found]))]

    def text_of(self, number: int, name: str) -> list[str]:
        """A level's text: what it adds, and what the level below drops of it."""
        item = self.versions[number][1]
        if item is None:
            return [_plain("")]
        text = item.text(name)
        if text is None:
            return [_plain(self.say("body.no_text"), FAINT)]
        runs, cursor = [], 0
        for start, end, style in sorted(marked(self.steps, number, name)):
            start = max(start, cursor)
            if start >= end:
                continue
            runs.append(run(text[cursor:start]))
            runs.append(run(text[start:end], ADDED if style == "add" else DROPPED))
            cursor = end
        return [paragraph("TableText", *runs, run(text[cursor:]))]


def _plain(text: str, properties: str = "") -> str:
    return paragraph("TableText", run(text, properties))
