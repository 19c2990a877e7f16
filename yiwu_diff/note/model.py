"""What a drafting note says, as a value: the numbers it claims and the lists it gives.

Nothing here is known to be true. `audit` sets it against a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName


class Line(NamedTuple):
    """A line of a text, or a paragraph of a Word file. Numbers count from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that begins with a number of its own: a chapter, a section, an entry of a list."""

    line: int
    form: str
    """How the number is written: ``一、``, ``（一）``, ``1.``, ``1、``, ``（1）`` …"""
    number: int
    shown: str
    """The number as it stands there."""
    title: str
    """The rest of the line."""
    depth: int
    group: int
    """Headings of one sequence have one group."""
    odd: bool = False
    """Whether it continues its sequence in another form than its siblings."""
    upto: int = 0
    """The last number of the line, where the next ones of the sequence stand in it too."""
    first: int = 1
    """The number that its sequence should begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number of items that the note claims for a label, or for several together."""

    labels: tuple[LabelName, ...]
    count: int
    line: int
    quote: str
    against: str = ""
    """The standard it is set against, in the note's words; "" where it does not say."""
    subject: str = ""
    """The standard it is a claim about; "" where it does not say."""
    domain: str | None = None
    """The one domain that it counts in; None where it counts in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Two figures that the note sets against each other, in its words."""

    base: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a list."""

    name: str
    line: int
    quote: str
    """All that the note says about it."""
    domain: str | None = None
    number: int | None = None
    """Its number in the list; None in a list of bare names."""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteList:
    """The items that the note puts under one label (or under several at once)."""

    labels: tuple[LabelName, ...]
    line: int
    heading: str
    claimed: int | None
    """How many its heading announces."""
    entries: tuple[Entry, ...]
    against: str = ""
    subject: str = ""
    open_ended: bool = False
    """Whether it ends in 等, so that it need not be complete."""


TotalOf = Literal["domains", "services", "items"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many domains, services or items the note says a standard has."""

    what: TotalOf
    count: int
    line: int
    quote: str
    subject: str = ""
    """The standard it speaks of, in the note's words; "" where it does not say."""
    names: tuple[str, ...] = ()
    """The domains that it names beside their number."""
    open_ended: bool = False
    """Whether 等 stands behind the names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A drafting note."""

    lines: tuple[Line, ...]
    headings: tuple[Heading, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Numbers claimed outside the lists' headings: the opening sentence."""
    lists: tuple[NoteList, ...] = ()
    totals: tuple[Total, ...] = ()
    distinct: tuple[Claim, ...] = ()
    """How many different items the note says are concerned altogether."""

    def text(self, line: int) -> str:
        """The text of a line."""
        return next((one.text for one in self.lines if one.number == line), "")
