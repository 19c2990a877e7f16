"""A fact: one difference found in the texts, before any rule has named it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Span


class Fact(NamedTuple):
    """What was found. Kind, role and favour are all that rules look at."""

    kind: str
    """``quantity-moved``, ``quantity-added``, ``quantity-dropped``, ``text-added``,
    ``text-dropped``, ``text-replaced``, ``vague-filled``, ``made-vague``, ``bound``,
    ``unbound``, ``office``, ``payer``, ``share`` … and the harmless ``localised``,
    ``editorial``, ``moved``, ``renamed``."""
    field: str
    base: Span | None
    target: Span | None
    role: str = ""
    """What an added or dropped text does: ``grant``, ``member``, ``condition``, ``exception``,
    ``duty``, ``detail`` …"""
    favour: int = 0
    """1: better for the recipient in the target, -1: worse, 0: neither."""
    sure: bool = True
    detail: str = ""


def overlap(one: Fact, other: Fact, what: str) -> bool:
    """Whether the texts of two facts overlap, in the base for what was dropped, else in the
    target."""
    a, b = (one.base, other.base) if what == "dropped" else (one.target, other.target)
    return (
        a is not None
        and b is not None
        and a.field == b.field
        and a.start < b.end
        and b.start < a.end
    )
