"""How often a cut goes unnoticed: the one error that must not happen.

    python -m benchmarks.cuts [FILE ...] [--show] [--reworded]

Out of each prose field of the base of each labelled pair one sentence and one inner clause or
list member are deleted, and the text is compared with what is left. ``harmful`` counts the answers
that hold a harmful label, ``other`` those with another change, ``silent`` those that say
``unchanged``; ``--show`` prints the silent ones. Not all of these are wrong: 具体办法由省规定 may
go without taking anything away.

With ``--reworded`` the part is deleted from the target of pairs that say the same in other words,
and what is left is compared with their base: a cut behind paraphrase, as a draft has it.

Without a file: the pairs of tests/gold, both halves.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality import GOLD, item, lines
from yiwu_diff.compare.engine import compare_items
from yiwu_diff.compare.labels import HARMFUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIELDS = ("audience", "content", "level")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?")
_PART = re.compile(r"[^，。；;、\n]+[，。；;、\n]?")


def cut(text: str, draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """What kind of part was deleted, the part, and the text that is left."""
    whole = _SENTENCE.findall(text)
    if len(whole) > 1:
        at = draw.randrange(len(whole))
        yield "sentence", whole[at], "".join(whole[:at] + whole[at + 1 :])
    parts = _PART.findall(text)
    if len(parts) > 2:
        at = draw.randrange(1, len(parts) - 1)
        part = parts[at]
        left = parts[:at] + parts[at + 1 :]
        if part[-1] in "。；;\n":
            # The sentence still ends, one clause earlier.
            left[at - 1] = left[at - 1].rstrip("，、") + part[-1]
        yield ("member" if part.endswith("、") else "clause"), part, "".join(left)


def measure(
    pairs: Iterable[dict[str, Any]], *, reworded: bool = False
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """The answers by kind of cut, and the silent ones in words."""
    side = "target" if reworded else "base"
    draw = random.Random(1)
    counts: Counter[tuple[str, str]] = Counter()
    silent: list[str] = []
    for pair in pairs:
        if "labels" not in pair or (reworded and pair["labels"] != ["unchanged"]):
            continue
        base = item(pair["base"])
        for field in FIELDS:
            for kind, part, left in cut(pair[side].get(field) or "", draw):
                labels = compare_items(base, item(pair[side] | {field: left})).labels
                if labels & HARMFUL:
                    answer = "harmful"
                else:
                    answer = "silent" if labels == {"unchanged"} else "other"
                counts[kind, answer] += 1
                if answer == "silent":
                    silent.append(f"{pair['id']} {field}: {part.strip()}")
    return counts, silent


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--show", action="store_true", help="print the silent ones")
    parser.add_argument("--reworded", action="store_true", help="cut the reworded side")
    options = parser.parse_args()
    counts, silent = measure(
        lines(options.files or sorted(GOLD.glob("*.jsonl"))), reworded=options.reworded
    )
    print(f"{'':10}{'cuts':>8}{'harmful':>9}{'other':>8}{'silent':>8}")
    for kind in ("sentence", "clause", "member"):
        harmful, other, none = (counts[kind, answer] for answer in ("harmful", "other", "silent"))
        total = harmful + other + none
        print(f"{kind:10}{total:8}{harmful:9}{other:8}{none:8}   {none / max(total, 1):.1%}")
    if options.show:
        print("\n".join(silent))


if __name__ == "__main__":
    main()
