"""The texts of an item as a page shows them: whole, with every change marked in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.excerpt import Where
from yiwu_diff.report.html_marks import Segment, find_marks, segments
from yiwu_diff.report.html_page import texts_lang
from yiwu_diff.report.html_tags import Html, join, tag
from yiwu_diff.report.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Change, ItemComparison
    from yiwu_diff.report.excerpt import Side
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Basis, Item


def kind_name(change: Change, say: Say) -> str:
    """What happened to the text."""
    key = f"kind.{change.kind}"
    return say(key) if key in WORDS else change.kind


def legend(say: Say) -> Html:
    """How changed words are marked."""
    marks = (
        tag("ins", say("page.mark.add")),
        tag("del", say("page.mark.drop")),
        tag("span", say("page.mark.soft"), class_="soft"),
        tag("span", tag("span", "∧", class_="gap"), " ", say("page.mark.gap")),
    )
    return tag(
        "p", say("page.marks"), say("list.colon"), [[m, " "] for m in marks], class_="legend"
    )


def _moved(change: Change) -> bool:
    return bool(change.base and change.target and change.base.text == change.target.text != "")


class MarkedTexts:
    """The texts of one item. The changes with a label come first: the marks refer to them by
    number, and ``#ANCHOR-NUMBER`` is where their evidence stands."""

    def __init__(self, entry: ItemComparison, anchor: str, say: Say) -> None:
        self.entry = entry
        self.anchor = anchor
        self.say = say
        self.labelled = [change for change in entry.changes if change.label is not None]
        self.soft = [change for change in entry.changes if change.label is None]
        self.changes = [*self.labelled, *self.soft]
        self.marks = find_marks(entry, self.changes)

    def touched(self) -> frozenset[str]:
        """The fields that a change with a label is about or stands in."""
        fields = {change.field for change in self.labelled}
        for where, marks in self.marks.items():
            if any(mark.change < len(self.labelled) for mark in marks):
                fields.add(where.field)
        return frozenset(fields)

    def known(self, name: str) -> bool:
        """Whether any side has a text in a field."""
        return any(i.text(name) is not None for i in (*self.entry.base, *self.entry.target))

    def side(self, side: Side, name: str, usual: Sequence[Basis]) -> Html:
        """A field of all items of one side. Its basis is said where it is not the usual one."""
        items = self.entry.base if side == "base" else self.entry.target
        if not items:
            return tag("p", self.say("body.absent"), class_="dim")
        lang = texts_lang(self.say)
        return join(
            (
                tag("p", item.name, class_="part", lang=lang) if len(items) > 1 else None,
                self.text(item, Where(side, number, name), usual),
            )
            for number, item in enumerate(items)
        )

    def text(self, item: Item, where: Where, usual: Sequence[Basis]) -> Html:
        """One field of one item."""
        say = self.say
        text = item.text(where.field)
        if text is None:
            return tag("p", say("body.no_text"), class_="dim")
        if not (self.entry.target if where.side == "base" else self.entry.base):
            inner: object = tag("ins" if where.side == "target" else "del", text, class_="whole")
        else:
            parts = segments(text, self.marks.get(where, ()))
            inner = [self._segment(part, where.side) for part in parts]
        basis = item.basis_of(where.field)
        return join(
            tag("p", inner, class_="text", lang=texts_lang(say)),
            tag("p", say(f"basis.{basis}"), class_="dim basis")
            if basis is not None and [basis] != list(usual)
            else None,
        )

    def _segment(self, part: Segment, side: Side) -> Html:
        if not part.changes:
            return join(part.text)
        labelled = [number for number in part.changes if number < len(self.labelled)]
        refs = [self._reference(n + 1) for n in part.ends if n < len(self.labelled)]
        if not part.text:
            if not labelled:
                return join()
            note = self.say("page.mark.gap")
            return join(tag("span", "∧", class_="gap", role="img", aria_label=note), refs)
        if not labelled:
            kind = kind_name(self.changes[part.changes[0]], self.say)
            return tag("span", part.text, class_="soft", title=kind)
        if all(_moved(self.changes[number]) for number in labelled):
            return join(tag("span", part.text, class_="soft"), refs)
        return join(tag("ins" if side == "target" else "del", part.text), refs)

    def _reference(self, number: int) -> Html:
        return tag(
            "sup",
            tag(
                "a",
                number,
                href=f"#{self.anchor}-{number}",
                aria_label=self.say("page.change", n=number),
            ),
            class_="ref",
        )
