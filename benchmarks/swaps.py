"""Whether the labels turn round when base and target do.

    python -m benchmarks.swaps [FILE ...] [--show]

What is raised one way is lowered the other, what is supplemented is narrowed, what is refined is
relaxed. A pair whose labels are no mirror of each other was read wrong one of the two ways, but
for what has a direction by nature (a payer one tier further down) and what is in doubt both ways.

Without a file: the pairs of tests/gold, both halves.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality import GOLD, item, lines
from yiwu_diff.compare.engine import compare_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import ItemComparison

MIRRORS: dict[LabelName, frozenset[LabelName]] = {
    "raised": frozenset({"lowered"}),
    "lowered": frozenset({"raised"}),
    "supplemented": frozenset({"narrowed"}),
    # A duty that comes grants nobody anything: refined. One that goes is a loss: narrowed.
    "narrowed": frozenset({"supplemented", "refined"}),
    "refined": frozenset({"relaxed", "narrowed"}),
    "relaxed": frozenset({"refined"}),
    "reassigned": frozenset({"reassigned"}),
}


def measure(pairs: Iterable[dict[str, Any]]) -> tuple[int, list[str]]:
    """How many pairs there are, and those that do not turn round, in words."""
    count = 0
    broken: list[str] = []
    for pair in pairs:
        if "labels" not in pair:
            continue
        count += 1
        base, target = item(pair["base"]), item(pair["target"])
        there, back = compare_items(base, target), compare_items(target, base)
        if not (_turns(there, back) and _turns(back, there)):
            names = " | ".join(", ".join(one.ordered_labels) for one in (there, back))
            broken.append(f"{pair['id']}: {names}")
    return count, broken


def _turns(there: ItemComparison, back: ItemComparison) -> bool:
    """Whether each label that the engine is sure of has its mirror on the way back. In doubt it
    says the harmful one, whichever side asks: that has none."""
    sure = {change.label for change in there.changes if change.label and change.sure}
    return all(not MIRRORS[label].isdisjoint(back.labels) for label in sure if label in MIRRORS)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--show", action="store_true", help="print the pairs")
    options = parser.parse_args()
    count, broken = measure(lines(options.files or sorted(GOLD.glob("*.jsonl"))))
    print(f"{count} pairs, {len(broken)} do not turn round ({len(broken) / max(count, 1):.1%})")
    if options.show:
        print("\n".join(broken))


if __name__ == "__main__":
    main()
