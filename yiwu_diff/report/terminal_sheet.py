"""The paper that a terminal report is written on: how items, fields and texts are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.cells import Line, Run, Style, columns, indent, line_width, width, wrap
from yiwu_diff.report.excerpt import Excerpts
from yiwu_diff.report.names import short_names
from yiwu_diff.report.page import Page
from yiwu_diff.report.summary import findings, summarise
from yiwu_diff.report.words import Say
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.options import Options

TWO_COLUMNS = 110
"""From here on the field and the rule stand beside the text instead of above it."""
MARGIN = 4
_CAPTIONS = 30


class Sheet(Page):
    """A page about a comparison."""

    def __init__(self, comparison: Comparison, options: Options) -> None:
        super().__init__(options.width, color=options.color)
        self.comparison = comparison
        self.options = options
        self.say = Say(options.lang)
        self.summary = summarise(comparison)
        marks = None if self.color else (self.say("mark.add"), self.say("mark.drop"))
        self.excerpts = Excerpts(
            room=24 if self.width < TWO_COLUMNS else 60,
            marks=marks,
            omitted=self.say("body.omitted"),
        )

    def labels_of(self, entry: ItemComparison) -> str:
        """The names of an item's labels, and what people decided about them."""
        names = [decided.marked(entry, label, self.say) for label in findings(entry)]
        notes = [self.say.several(names), *decided.rejected(entry, self.say)]
        return self.say("list.semi").join(notes)

    def labelled_by_domain(self) -> list[tuple[str, list[ItemComparison]]]:
        """The items that carry a label."""
        groups: dict[str, list[ItemComparison]] = {}
        for entry in self.comparison.labelled:
            domain = entry.item.domain or self.say("summary.no_domain")
            groups.setdefault(domain, []).append(entry)
        return list(groups.items())

    def item_head(self, number: int, entry: ItemComparison, note: str) -> None:
        """An item's number, name and place, and what else is to be said of it."""
        say, item = self.say, entry.item
        self.blank()
        place = " · ".join(part for part in (item.domain, item.service) if part)
        left: Line = [(f"{number:>3} ", "dim"), (item.name or item.id or "?", "bold")]
        notes: list[Run] = [(note, "dim")] if note else []
        if entry.renamed and entry.base and entry.target:
            was = say("list.semi").join(one.name for one in entry.base)
            notes.append((say("body.was", name=was), "dim"))
        if not entry.sure:
            notes.append((f"{say('body.pair_unsure')} {entry.score:.2f}", "warn"))
        for position in range(len(notes) - 1, 0, -1):
            notes.insert(position, (say("list.semi"), "dim"))
        gap = self.width - line_width(left) - width(place)
        if gap - line_width(notes) >= 4:
            space = " " * (gap - line_width(notes) - 2)
            self.lines.append([*left, ("  ", ""), *notes, (space, ""), (place, "dim")])
            return
        if gap >= 2:
            self.lines.append([*left, (" " * gap, ""), (place, "dim")])
        else:
            self.add(left, hanging=MARGIN)
            self.add([(place, "dim")], MARGIN)
        if notes:
            self.add(notes, MARGIN)

    def whole(self, entry: ItemComparison) -> None:
        """A new or missing item, with everything it says."""
        style: Style = "new" if entry.target else "gone"
        sign = "+ " if entry.target else "- "
        for item in entry.target or entry.base:
            if not item.has_text:
                self.add([(self.say("body.name_only"), "dim")], MARGIN)
            for name in FIELDS:
                text = item.text(name)
                if text is not None:
                    runs: list[Run] = [(sign + self.excerpts.shorten(text), style)]
                    self.beside([[(self.say.field(name), "")]], runs)

    def texts(self, entry: ItemComparison) -> None:
        """Everything that both sides say, field by field."""
        for name in FIELDS:
            for place, items in zip(
                short_names(self.comparison), (entry.base, entry.target), strict=True
            ):
                known = [text for item in items if (text := item.text(name)) is not None]
                runs: list[Run] = [(self.excerpts.shorten("\n".join(known)), "")]
                if not known:
                    runs = [(self.say("body.no_text"), "dim")]
                self.beside([[(self.say.field(name), "")], [(place, "dim")]], runs)

    def beside(self, captions: Sequence[Line], runs: Iterable[Run]) -> None:
        """Captions and a text: side by side where there is room, else one above the other."""
        runs = list(runs)
        if self.width >= TWO_COLUMNS and runs:
            left_width = _CAPTIONS
            left = [line for caption in _packed(captions) for line in wrap(caption, left_width)]
            right_width = self.width - MARGIN - left_width - 2
            right = wrap(runs, right_width)
            rows = columns([left, right], [left_width, right_width], [("  ", "")])
            self.lines += indent(rows, MARGIN)
            return
        caption = [run for number, one in enumerate(captions) for run in _joined(number, one)]
        self.lines += indent(wrap(caption, self.width - MARGIN), MARGIN)
        if runs:
            self.lines += indent(wrap(runs, self.width - MARGIN - 2), MARGIN + 2)

    def item_names(self, entries: Iterable[ItemComparison]) -> str:
        """Their names, which contain 、 themselves; with a doubtful pair and with a label that a
        person rejected."""
        return self.say("list.semi").join(map(self._item_name, entries))

    def _item_name(self, entry: ItemComparison) -> str:
        notes = [] if entry.sure else [self.say("body.pair_unsure")]
        notes += decided.rejected(entry, self.say)
        if not notes:
            return entry.name
        brackets = (self.say("list.open"), self.say("list.close"))
        return entry.name + self.say("list.comma").join(notes).join(brackets)


def _packed(captions: Sequence[Line]) -> list[Line]:
    """Captions put on one line where they fit."""
    packed: list[Line] = []
    for caption in captions:
        if packed and line_width(packed[-1]) + 3 + line_width(caption) <= _CAPTIONS:
            packed[-1] = [*packed[-1], *_joined(1, caption)]
        else:
            packed.append(caption)
    return packed


def _joined(number: int, line: Line) -> Line:
    return [(" · ", "dim"), *line] if number else line
