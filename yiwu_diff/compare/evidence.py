"""Collect facts with their spans in the original texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.facts import Fact
from yiwu_diff.compare.model import Span
from yiwu_diff.compare.sides import partner_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.compare.coverage import Side
    from yiwu_diff.compare.figures import Figure
    from yiwu_diff.compare.sides import What
    from yiwu_diff.standard.model import Item
    from yiwu_diff.text.reading import Sentence

Range = tuple[int, int]


class Evidence:
    """The facts found so far about a pair of items."""

    def __init__(self, base: Item, target: Item, old: Side, new: Side) -> None:
        self.base, self.target = base, target
        self.facts: list[Fact] = []
        self._sides = old, new
        self._homes: dict[int, Sentence] | None = None

    def drop(self, of: Callable[[Fact], bool]) -> None:
        """Take back the facts that a better one says."""
        self.facts = [fact for fact in self.facts if not of(fact)]

    def drop_inside(self, what: What, sentence: Sentence, place: Range, role: str) -> None:
        """Take back what was said of one side in this role inside a clause."""
        start, end = sentence.normal.back(*place)

        def inside(fact: Fact) -> bool:
            span = fact.target if what == "added" else fact.base
            return (
                fact.role == role
                and fact.kind == f"text-{what}"
                and span is not None
                and span.field == sentence.field
                and start <= span.start
                and span.end <= end
            )

        self.drop(inside)

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
        self,
        what: What,
        kind: str,
        sentence: Sentence,
        span: Range,
        *,
        role: str = "",
        detail: str = "",
        sure: bool = True,
    ) -> None:
        """Something that stands on one side only; on the other it has a place where it would
        belong."""
        if what == "added":
            here, there = self.target, self.base
        else:
            here, there = self.base, self.target
        stands = _span(here, sentence, span)
        belongs = self._place(there, sentence)
        self.facts.append(
            Fact(
                kind=kind,
                field=sentence.field,
                base=belongs if what == "added" else stands,
                target=stands if what == "added" else belongs,
                role=role,
                sure=sure,
                detail=detail,
            )
        )

    def both(
        self,
        kind: str,
        old: Sentence,
        old_span: Range,
        new: Sentence,
        new_span: Range,
        *,
        favour: int = 0,
        sure: bool = True,
        detail: str = "",
    ) -> None:
        """A fact that has a text on each side."""
        self.facts.append(
            Fact(
                kind=kind,
                field=new.field,
                base=_span(self.base, old, old_span),
                target=_span(self.target, new, new_span),
                favour=favour,
                sure=sure,
                detail=detail,
            )
        )

    def _place(self, item: Item, sentence: Sentence) -> Span:
        """Where something of a sentence belongs in the other item: behind the sentence that
        it answers to, else at the end of the field."""
        if self._homes is None:
            old, new = self._sides
            pairs = partner_sentences(old, new) + partner_sentences(new, old)
            self._homes = {id(one): home for one, home in pairs}
        home = self._homes.get(id(sentence))
        if home is not None and home.normal.ends:
            field, at = home.field, home.normal.ends[-1]
            text = item.text(field) or ""
            while at > 0 and text[at - 1 : at] in "。；;.\n":
                at -= 1
        else:
            field = sentence.field
            at = len(item.text(field) or "")
        return Span(field, at, at, "", item.places.get(field))


def _span(item: Item, sentence: Sentence, span: Range) -> Span:
    start, end = sentence.normal.back(*span)
    text = item.text(sentence.field) or ""
    return Span(sentence.field, start, end, text[start:end], item.places.get(sentence.field))
