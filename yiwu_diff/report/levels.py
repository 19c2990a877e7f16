"""One item as each level has it, side by side, with what each adds to the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.cells import Line, columns, indent, pad, width, wrap
from yiwu_diff.report.excerpt import Excerpts, styled
from yiwu_diff.report.names import label_style, place_name
from yiwu_diff.report.page import Page
from yiwu_diff.report.steps import fields_of, marked, newest, steps
from yiwu_diff.report.summary import findings
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.cells import Run
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.steps import Version

_NARROWEST_COLUMN = 30
"""Where a column would be narrower, the levels stand below each other."""
_MARGIN = 2


def render(versions: Sequence[Version], options: Options) -> str:
    """The item in every standard, the highest level first."""
    return _Levels(versions, options).text()


class _Levels:
    def __init__(self, versions: Sequence[Version], options: Options) -> None:
        self.versions = versions
        self.say = Say(options.lang)
        self.page = Page(options.width, color=options.color)
        marks = None if options.color else (self.say("mark.add"), self.say("mark.drop"))
        self.excerpts = Excerpts(room=60, marks=marks, omitted=self.say("body.omitted"))
        self.newest = newest(versions)
        self.steps = steps(versions, options.decisions)

    def text(self) -> str:
        page, say, item = self.page, self.say, self.newest
        place = " · ".join(part for part in (item.domain, item.service) if part)
        page.add([(item.name, "bold"), (f"  {item.id or ''}", "dim"), (f"  {place}", "dim")])
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
        for name in fields_of(self.versions):
            self.page.blank()
            self.page.lines.append([(self.say.field(name), "bold")])
            blocks = [wrap(self._field(n, name), column) for n in range(len(self.versions))]
            self._row(blocks, column)

    def _row(self, blocks: Sequence[Sequence[Line]], column: int) -> None:
        rows = columns(blocks, [column] * len(blocks), [(" │ ", "dim")])
        self.page.lines += indent(rows, _MARGIN)

    def _stacked(self) -> None:
        names = [place_name(standard) for standard, _ in self.versions]
        wide = max(map(width, names))
        for number in range(len(self.versions)):
            self.page.lines += self._head(number, self.page.width)
        for name in fields_of(self.versions):
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
        if item is None:
            return [*lines, *wrap([(self.say("body.absent"), "dim")], column)]
        if item.name != self.newest.name:
            lines += wrap([(item.name, "warn")], column)
        step = self.steps[number]
        if step is not None:
            found = step.entry
            lead = self.say("show.against", name=place_name(step.standard))
            lead += self.say("list.colon")
            notes: list[Run] = [(lead, "dim")]
            labels = findings(found)
            for position, label in enumerate(labels):
                joint = self.say("list.joint") if position else ""
                called = decided.marked(found, label, self.say)
                notes += [(joint, ""), (called, label_style(label))]
            if not labels:
                equal = "show.equal" if found.equal else "show.nothing"
                notes.append((self.say(equal if found.compared else "show.unknown"), "dim"))
            semi = self.say("list.semi")
            notes += [(semi + one, "") for one in decided.rejected(found, self.say)]
            lines += wrap(notes, column)
        return lines

    def _field(self, number: int, name: str) -> list[Run]:
        item = self.versions[number][1]
        if item is None:
            return []
        text = item.text(name)
        if text is None:
            return [(self.say("body.no_text"), "dim")]
        return styled(text, marked(self.steps, number, name), self.excerpts)
