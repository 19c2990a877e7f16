"""How often a harmful word or figure goes unnoticed in a text that else stayed word for word.

    python -m benchmarks.edits [FILE ...] [--each N] [--show]

edits.tsv holds edits that take something away: 免费→低价, 每月→每季度, 逐户→抽样. Each is made
in the first ``--each`` texts that it fits, and the text is compared with what became of it.
``harmful`` counts the answers that hold a harmful label, ``other`` those with another change,
``silent`` those that say ``unchanged``; ``--show`` prints all but the harmful. Not all of these are
wrong: what an edit takes away hangs on the sentence too.

Without a file: the pairs of tests/gold, both halves.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.quality import GOLD, item, lines
from yiwu_diff.compare.engine import compare_items
from yiwu_diff.compare.labels import HARMFUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIELDS = ("audience", "content", "level")
_TABLE = Path(__file__).parent / "edits.tsv"
_STEP = re.compile(r"\{n([-+*/])(\d+)\}")


class Edit(NamedTuple):
    """One way to take something away."""

    kind: str
    pattern: re.Pattern[str]
    put: str

    def __str__(self) -> str:
        return f"{self.pattern.pattern} → {self.put}"

    def made_in(self, text: str) -> str:
        """The text with the edit made where it first fits."""
        return self.pattern.sub(self._instead, text, count=1)

    def _instead(self, match: re.Match[str]) -> str:
        step = _STEP.fullmatch(self.put)
        if step is None:
            return self.put
        number, by = float(match["n"]), int(step[2])
        value = {
            "-": number - by if number > by else number / 2,
            "+": number + by,
            "*": number * by,
            "/": number / by,
        }[step[1]]
        return match[0].replace(match["n"], f"{value:.10g}", 1)


def edits() -> list[Edit]:
    """The table."""
    rows = _TABLE.read_text(encoding="utf-8").splitlines()
    found = (row.split("\t") for row in rows if not row.startswith("#"))
    return [Edit(kind, re.compile(pattern), put) for kind, pattern, put in found]


def texts(pairs: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The prose of the pairs, with its field, each text once."""
    seen: set[str] = set()
    for pair in pairs:
        if "labels" not in pair:
            continue
        for side in ("base", "target"):
            for field in FIELDS:
                text = pair[side].get(field)
                if text and text not in seen:
                    seen.add(text)
                    yield field, text


def measure(
    pairs: Iterable[dict[str, Any]], each: int
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """The answers by kind of edit, and those that are not harmful in words."""
    counts: Counter[tuple[str, str]] = Counter()
    quiet: list[str] = []
    left = dict.fromkeys(edits(), each)
    for field, text in texts(pairs):
        for edit, more in list(left.items()):
            if not more or not edit.pattern.search(text) or (less := edit.made_in(text)) == text:
                continue
            left[edit] -= 1
            here, there = (item({field: one}) for one in (text, less))
            labels = compare_items(here, there).labels
            answer = "silent" if labels == {"unchanged"} else "other"
            if labels & HARMFUL:
                answer = "harmful"
            else:
                quiet.append(f"{edit}: {', '.join(sorted(labels))}: {less}")
            counts[edit.kind, answer] += 1
    return counts, quiet


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--each", type=int, default=12, help="texts for each edit (12)")
    parser.add_argument("--show", action="store_true", help="print all but the harmful")
    options = parser.parse_args()
    files = options.files or sorted(GOLD.glob("*.jsonl"))
    counts, quiet = measure(lines(files), options.each)
    print(f"{'':12}{'edits':>8}{'harmful':>9}{'other':>8}{'silent':>8}")
    kinds = dict.fromkeys(kind for kind, _ in counts)
    for kind in [*kinds, "all"]:
        harmful, other, silent = (
            sum(n for (k, a), n in counts.items() if a == answer and kind in (k, "all"))
            for answer in ("harmful", "other", "silent")
        )
        total = harmful + other + silent
        print(f"{kind:12}{total:8}{harmful:9}{other:8}{silent:8}   {silent / max(total, 1):.1%}")
    if options.show:
        print("\n".join(sorted(quiet)))


if __name__ == "__main__":
    main()
