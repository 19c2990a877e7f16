"""One item as each level has it, side by side, with what each adds to the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.cells import Line, columns, indent, pad, width, wrap
from yiwu_diff.report.excerpt import Excerpts, Where, highlights, styled
from yiwu_diff.report.names import label_style, place_name
from yiwu_diff.report.page import Page
from yiwu_diff.report.summary import findings
from yiwu_diff.report.words import Lang, Say
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.report.cells import Run, Style
    from yiwu_diff.standard.model import Item, Standard

_NARROWEST_COLUMN = 30
"""Where a column would be narrower, the levels stand below each other."""
_MARGIN = 2

Version = tuple["Standard", "Item | None"]


def render(versions: Sequence[Version], lang: Lang, cells: int, *, color: bool) -> str:
    """The item in every standard, the highest level first."""
    return _Levels(versions, lang, cells, color=color).text()


class _Levels:
    def __init__(self, versions: Sequence[Version], lang: Lang, cells: int, *, color: bool) -> None:
        self.versions = versions
        self.say = Say(lang)
        self.page = Page(cells, color=color)
        marks = None if color else (self.say("mark.add"), self.say("mark.drop"))
        self.excerpts = Excerpts(room=60, marks=marks, omitted=self.say("body.omitted"))
        self.steps = [self._step(number) for number in range(len(versions))]

    def _step(self, number: int) -> tuple[Standard, ItemComparison] | None:
        """The comparison with the nearest level above that has the item."""
        from yiwu_diff.compare.engine import compare_items

        item = self.versions[number][1]
        if item is None:
            return None
        for standard, above in reversed(self.versions[:number]):
            if above is not None:
                return standard, compare_items(above, item)
        return None

    def text(self) -> str:
        page, say = self.page, self.say
        newest = next(item for _, item in reversed(self.versions) if item is not None)
        place = " · ".join(part for part in (newest.domain, newest.service) if part)
        page.add([(newest.name, "bold"), (f"  {newest.id or ''}", "dim"), (f"  {place}", "dim")])
        if not page.color:
            page.add(
                [
                    (
                        say(
                            "body.legend",
                            add=say("mark.add", text="…"),
                            drop=say("mark.drop", text="…"),
                        ),
                        "dim",
                    )
                ]
            )
        page.blank()
        count = len(self.versions)
        column = (page.width - _MARGIN - 3 * (count - 1)) // count
        if column >= _NARROWEST_COLUMN:
            self._abreast(column)
        else:
            self._stacked()
        return page.text()

    def _abreast(self, column: int) -> None:
        heads = [self._head(number, column) for number in range(len(self.versions))]
        self._row(heads, column)
        for name in FIELDS:
            if any(item is not None and item.text(name) for _, item in self.versions):
                self.page.blank()
                self.page.lines.append([(self.say.field(name), "bold")])
                self._row(
                    [wrap(self._field(n, name), column) for n in range(len(self.versions))],
                    column,
                )

    def _row(self, blocks: Sequence[Sequence[Line]], column: int) -> None:
        rows = columns(blocks, [column] * len(blocks), [(" │ ", "dim")])
        self.page.lines += indent(rows, _MARGIN)

    def _stacked(self) -> None:
        names = [place_name(standard) for standard, _ in self.versions]
        wide = max(map(width, names))
        for number in range(len(self.versions)):
            self.page.lines += self._head(number, self.page.width)
        for name in FIELDS:
            if not any(item is not None and item.text(name) for _, item in self.versions):
                continue
            self.page.blank()
            self.page.lines.append([(self.say.field(name), "bold")])
            for number, place in enumerate(names):
                rest = self.page.width - _MARGIN - wide - 2
                block = wrap(self._field(number, name), rest)
                head: list[Line] = [[(pad(place, wide), "dim")]]
                rows = columns([head, block], [wide, rest], [("  ", "")])
                self.page.lines += indent(rows, _MARGIN)

    def _head(self, number: int, column: int) -> list[Line]:
        standard, item = self.versions[number]
        runs: list[Run] = [(place_name(standard), "bold"), (f" {standard.ref}", "dim")]
        lines = wrap(runs, column)
        newest = next(one for _, one in reversed(self.versions) if one is not None)
        if item is None:
            return [*lines, *wrap([(self.say("body.absent"), "dim")], column)]
        if item.name != newest.name:
            lines += wrap([(item.name, "warn")], column)
        step = self.steps[number]
        if step is not None:
            above, found = step
            lead = self.say("show.against", name=place_name(above)) + self.say("list.colon")
            notes: list[Run] = [(lead, "dim")]
            labels = findings(found)
            for position, label in enumerate(labels):
                joint = self.say("list.joint") if position else ""
                notes += [(joint, ""), (self.say.label(label), label_style(label))]
            if not labels:
                equal = "show.equal" if found.equal else "show.nothing"
                notes.append((self.say(equal if found.compared else "show.unknown"), "dim"))
            lines += wrap(notes, column)
        return lines

    def _field(self, number: int, name: str) -> list[Run]:
        item = self.versions[number][1]
        if item is None:
            return []
        text = item.text(name)
        if text is None:
            return [(self.say("body.no_text"), "dim")]
        step = self.steps[number]
        marks: list[tuple[int, int, Style]] = []
        if step is not None:
            labelled = [change for change in step[1].changes if change.label is not None]
            marks = highlights(step[1], labelled).get(Where("target", 0, name), [])
        return styled(text, marks, self.excerpts)
