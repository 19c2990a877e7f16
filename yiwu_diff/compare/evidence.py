"""Collect facts with their spans in the original texts."""

from __future__ import annotations

from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.figures import Figure
from yiwu_diff.compare.model import Span
from yiwu_diff.standard.model import Item
from yiwu_diff.text.reading import Sentence

Range = tuple[int, int]


class Evidence:
    """The facts found so far about a pair of items."""

    def __init__(self, base: Item, target: Item) -> None:
        self.base, self.target = base, target
        self.facts: list[Fact] = []

    def moved(self, a: Figure, b: Figure, favour: int | None) -> None:
        """A quantity that moved; ``favour`` None where it cannot be told which way."""
        self.both(
            "quantity-moved",
            a.sentence,
            (a.quantity.start, a.quantity.end),
            b.sentence,
            (b.quantity.start, b.quantity.end),
            favour=favour or -1,
            sure=favour is not None,
            detail=f"{a.quantity.shown} → {b.quantity.shown}",
        )

    def one(
        self, what: str, kind: str, sentence: Sentence, span: Range, *, role: str = "", detail: str = ""
    ) -> None:
        """Something that stands on one side only: ``what`` is ``added`` or ``dropped``."""
        if what == "added":
            self.both(kind, None, None, sentence, span, role=role, detail=detail)
        else:
            self.both(kind, sentence, span, None, None, role=role, detail=detail)

    def both(
        self,
        kind: str,
        old: Sentence | None,
        old_span: Range | None,
        new: Sentence | None,
        new_span: Range | None,
        *,
        role: str = "",
        favour: int = 0,
        sure: bool = True,
        detail: str = "",
    ) -> None:
        """A fact with a span on each side that has one."""
        some = new or old
        assert some is not None
        self.facts.append(
            Fact(
                kind=kind,
                field=some.field,
                base=_span(self.base, old, old_span),
                target=_span(self.target, new, new_span),
                role=role,
                favour=favour,
                sure=sure,
                detail=detail,
            )
        )


def _span(item: Item, sentence: Sentence | None, span: Range | None) -> Span | None:
    if sentence is None or span is None:
        return None
    start, end = sentence.normal.back(*span)
    text = item.text(sentence.field) or ""
    return Span(sentence.field, start, end, text[start:end], item.places.get(sentence.field))
