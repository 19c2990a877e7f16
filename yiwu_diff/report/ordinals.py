"""Names made unique: forges drop what has the name of something before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def numbered(names: Iterable[str], mark: str = "-") -> list[str]:
    """The names; those that have come before get a number: ``a``, ``b``, ``a-2``."""
    done: list[str] = []
    taken: set[str] = set()
    last: dict[str, int] = {}
    for name in names:
        unique, number = name, last.get(name, 1)
        while unique in taken:
            number += 1
            unique = f"{name}{mark}{number}"
        last[name] = number
        taken.add(unique)
        done.append(unique)
    return done
