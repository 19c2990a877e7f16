"""Fit the points of yiwu_diff/compare/likeness.py on the labelled pairing sets.

    python -m tools.fit_pairing [FILE ...]

Without a file: the pairing sets of tests/gold that are not set aside. Prints the two tables. They
are fitted by logistic regression: the first on whether two items that no equal id or name
joins are one, the second on whether an item beyond the pairs is a part of a whole.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality import item, lines
from yiwu_diff.compare import likeness
from yiwu_diff.compare.likeness import Profiles
from yiwu_diff.compare.pairing import FAR, equal_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwu_diff.standard.model import Item

GOLD = Path(__file__).parent.parent / "tests" / "gold"
Row = tuple["Mapping[str, float]", bool, float]
"""What speaks for and against, the truth, and the weight."""


class Gold:
    """One labelled set."""

    def __init__(self, line: dict[str, Any]) -> None:
        self.base = [item(fields) for fields in line["base"]]
        self.target = [item(fields) for fields in line["target"]]
        pairs = [([i], [j]) for i, j in line["pairs"]]
        pairs += [([i], some) for i, some in line.get("split", ())]
        pairs += [(some, [j]) for some, j in line.get("merged", ())]
        self.groups = [([self.base[i] for i in a], [self.target[j] for j in b]) for a, b in pairs]
        self.links = {(id(a), id(b)) for one, other in self.groups for a in one for b in other}
        self.whole = {id(i) for one, other in self.groups if len(one + other) == 2 for i in one}
        self.equal, self.left, self.right = equal_items(self.base, self.target)
        self.profiles = Profiles(self.base, self.target, self.left, self.right)


def pair_rows(one: Gold) -> Iterable[Row]:
    """Each two items that may be one. A part counts half: it is only partly the same."""
    for a in one.left:
        for b in one.right:
            if facts := one.profiles.facts(a, b):
                link = (id(a), id(b)) in one.links
                yield facts, link, 1.0 if not link or id(a) in one.whole else 0.5


def part_rows(one: Gold) -> Iterable[Row]:
    """Each item beyond the pairs with each whole: with its likeliest counterpart and, if it is
    truly a part, with none."""
    partner: dict[int, Item] = {}
    for pair in one.equal:
        partner |= {id(pair.base): pair.target, id(pair.target): pair.base}
    for some, others in one.groups:
        if not any(id(i) in partner for i in (*some, *others)):
            options = [(a, b) for a in some for b in others]
            a, b = max(options, key=lambda two: one.profiles.points(*two))
            partner |= {id(a): b, id(b): a}
    for side, wholes in ((one.target, one.base), (one.base, one.target)):
        for free in side:
            if id(free) in partner:
                continue
            for whole in wholes:
                if one.profiles.points(free, whole) < FAR:
                    continue
                link = bool({(id(whole), id(free)), (id(free), id(whole))} & one.links)
                counterpart = partner.get(id(whole))
                yield one.profiles.part_facts(free, whole, counterpart), link, 1.0
                if link and counterpart is not None:
                    yield one.profiles.part_facts(free, whole, None), link, 1.0


def fit(rows: Sequence[Row], rounds: int = 12) -> dict[str, float]:
    """Logistic regression by Newton's method, with small weights preferred."""
    names = ["start", *max((facts for facts, _, _ in rows), key=len)]
    table = [
        ([1.0, *(float(facts.get(name, 0)) for name in names[1:])], truth, weight)
        for facts, truth, weight in rows
    ]
    size = len(names)
    points = [0.0] * size
    for _ in range(rounds):
        slope = [points[i] if i else 0.0 for i in range(size)]
        bend = [[1.0 * (i == j) for j in range(size)] for i in range(size)]
        for values, truth, weight in table:
            known = [(i, value) for i, value in enumerate(values) if value]
            total = sum(points[i] * value for i, value in known)
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            off, heft = weight * (likely - truth), weight * likely * (1 - likely)
            for i, value in known:
                slope[i] += off * value
                for j, other in known:
                    bend[i][j] += heft * value * other
        steps = solve(bend, slope)
        points = [one - max(-3.0, min(3.0, step)) for one, step in zip(points, steps, strict=True)]
    return {name: round(one, 2) for name, one in zip(names, points, strict=True)}


def solve(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of linear equations, by Gauss."""
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for i in range(len(table)):
        best = max(range(i, len(table)), key=lambda k: abs(table[k][i]))
        table[i], table[best] = table[best], table[i]
        for k in range(len(table)):
            if k != i and table[k][i]:
                factor = table[k][i] / table[i][i]
                table[k] = [a - factor * b for a, b in zip(table[k], table[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(table)]


def main(files: Sequence[str]) -> int:
    """Print the tables."""
    paths = [Path(file) for file in files] or sorted(GOLD.glob("pairing*.dev.jsonl"))
    gold = [Gold(line) for line in lines(paths)]
    points = fit([row for one in gold for row in pair_rows(one)])
    likeness.POINTS = points
    for one in gold:
        one.profiles = Profiles(one.base, one.target, one.left, one.right)
    part = fit([row for one in gold for row in part_rows(one)])
    for name, table in (("POINTS", points), ("PART", part)):
        print(f"{name}: Mapping[str, float] = {{")
        print("".join(f'    "{key}": {value},\n' for key, value in table.items()), end="}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
