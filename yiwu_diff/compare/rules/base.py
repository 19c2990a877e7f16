"""What a rule is. A rule turns one kind of change into a label, and explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yiwu_diff.compare.facts import Fact
    from yiwu_diff.compare.labels import LabelName


class Words(NamedTuple):
    """A text in Chinese and in English."""

    zh: str
    en: str


class Example(NamedTuple):
    """A pair of items (fields by name) on which the rule must fire. Run as a test."""

    base: Mapping[str, str]
    target: Mapping[str, str]


class Rule(NamedTuple):
    """One rule. ``applies`` sees a `Fact` and says whether the rule is about it; over any
    fact exactly one rule applies."""

    id: str
    label: LabelName
    title: Words
    means: Words
    react: Words
    """What a drafter should do about it."""
    examples: tuple[Example, ...]
    applies: Callable[[Fact], bool]
    mirror: str | None = None
    """The rule that fires when base and target are exchanged."""
    no_mirror: str = ""
    """Why there is none, where there is none."""
