"""How right the engine is on labelled pairs it was not tuned for.

    python -m benchmarks.quality [FILE ...] [--no-errors] [--json]

A file is JSONL. A line with ``labels`` is a pair of items::

    {"id": …, "base": {field: text}, "target": {field: text}, "labels": [...]}

a line with ``pairs`` is a pairing set (indexes into ``base`` and ``target``)::

    {"id": …, "base": [item, …], "target": [item, …], "pairs": [[i, j], …],
     "new": [j], "missing": [i], "split": [[i, [j, …]]], "merged": [[[i, …], j]]}

Without a file: the set-aside halves of tests/gold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yiwu_diff.compare.engine import compare_items
from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.compare.pairing import pair_items
from yiwu_diff.standard.model import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import ItemComparison

GOLD = Path(__file__).parent.parent / "tests" / "gold"


def item(fields: dict[str, Any]) -> Item:
    """An item from the fields of a gold line."""
    values: Any = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    return Item(**values)


def lines(files: Iterable[Path]) -> Iterable[dict[str, Any]]:
    """The gold lines of some files."""
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise SystemExit(f"{file}:{number}: not JSON: {error}") from None


def score_labels(gold: Sequence[dict[str, Any]]) -> tuple[dict[str, Any], list[str]]:
    """The figures for labelled pairs, and every error with its evidence."""
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    exact = 0
    errors: list[str] = []
    for pair in gold:
        result = compare_items(item(pair["base"]), item(pair["target"]))
        want, got = set(pair["labels"]), set(map(str, result.labels))
        true.update(want)
        said.update(got)
        hit.update(want & got)
        exact += want == got
        if want != got:
            errors.append(explain(pair, want, got, result))
    table = {}
    for name in LABELS:
        if true[name] or said[name]:
            precision = hit[name] / said[name] if said[name] else 0.0
            recall = hit[name] / true[name] if true[name] else 0.0
            total = precision + recall
            table[name] = {
                "gold": true[name],
                "precision": precision,
                "recall": recall,
                "f1": 2 * precision * recall / total if total else 0.0,
            }
    scored = [row["f1"] for name, row in table.items() if true[name]]
    harmful = sum(true[name] for name in HARMFUL)
    caught = sum(hit[name] for name in HARMFUL)
    figures = {
        "pairs": len(gold),
        "labels": table,
        "macro_f1": sum(scored) / len(scored) if scored else 0.0,
        "exact_set": exact / len(gold) if gold else 0.0,
        "harmful_recall": caught / harmful if harmful else 1.0,
    }
    return figures, errors


def explain(pair: dict[str, Any], want: set[str], got: set[str], result: ItemComparison) -> str:
    """One error, with the engine's evidence."""
    parts = [f"{pair['id']}: gold {sorted(want)}, engine {sorted(got)}  {pair.get('why', '')}"]
    for name in sorted({*pair["base"], *pair["target"]}):
        base, target = pair["base"].get(name), pair["target"].get(name)
        if base != target:
            parts += [f"    - {name}: {base}", f"    + {name}: {target}"]
    for change in result.changes:
        if change.label:
            old = change.base.text if change.base else ""
            new = change.target.text if change.target else ""
            sure = "" if change.sure else "?"
            parts.append(
                f"    {change.label}{sure} [{change.rule}] {change.detail} 「{old}」→「{new}」"
            )
    return "\n".join(parts)


def score_pairing(gold: Sequence[dict[str, Any]]) -> tuple[dict[str, Any], list[str]]:
    """Precision, recall and F1 over the links between base and target items.

    A split or merge counts as one link per part; an item without counterpart as a link to
    nothing.
    """
    hit = said = true = 0
    errors: list[str] = []
    for one in gold:
        base, target = [item(i) for i in one["base"]], [item(i) for i in one["target"]]
        want = {(i, j) for i, j in one["pairs"]}
        want |= {(None, j) for j in one.get("new", ())} | {
            (i, None) for i in one.get("missing", ())
        }
        want |= {(i, j) for i, many in one.get("split", ()) for j in many}
        want |= {(i, j) for many, j in one.get("merged", ()) for i in many}
        got = links(base, target)
        hit, said, true = hit + len(want & got), said + len(got), true + len(want)
        names = [
            f"  {sign} {base[i].name if i is not None else '∅'} → "
            f"{target[j].name if j is not None else '∅'}"
            for sign, some in (("missed", want - got), ("wrong", got - want))
            for i, j in sorted(some, key=str)
        ]
        if names:
            errors.append("\n".join([f"{one['id']}:", *names]))
    precision, recall = hit / said if said else 0.0, hit / true if true else 0.0
    total = precision + recall
    return {
        "sets": len(gold),
        "links": true,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / total if total else 0.0,
    }, errors


def links(base: list[Item], target: list[Item]) -> set[tuple[int | None, int | None]]:
    """The links that the engine finds, as indexes."""
    bases = {id(one): i for i, one in enumerate(base)}
    targets = {id(one): i for i, one in enumerate(target)}
    found = pair_items(base, target)
    got: set[tuple[int | None, int | None]] = set()
    got |= {(bases[id(p.base)], targets[id(p.target)]) for p in found.pairs}
    got |= {(None, targets[id(one)]) for one in found.new}
    got |= {(bases[id(one)], None) for one in found.missing}
    got |= {(bases[id(s.base)], targets[id(t)]) for s in found.split for t in s.targets}
    got |= {(bases[id(b)], targets[id(m.target)]) for m in found.merged for b in m.bases}
    return got


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--no-errors", action="store_true", help="the figures alone")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    options = parser.parse_args(argv)
    files = options.files or sorted(GOLD.glob("*.held.jsonl"))
    gold = list(lines(files))
    pairs = [one for one in gold if "labels" in one]
    sets = [one for one in gold if "pairs" in one]
    figures: dict[str, Any] = {}
    errors: list[str] = []
    if pairs:
        figures["labels"], found = score_labels(pairs)
        errors += found
    if sets:
        figures["pairing"], found = score_pairing(sets)
        errors += found
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    if not options.no_errors:
        print("\n\n".join(errors), end="\n\n" if errors else "")
    show(figures)
    return 0


def show(figures: dict[str, Any]) -> None:
    """Print the figures as a table."""
    if labels := figures.get("labels"):
        print(f"{'label':14}{'gold':>6}{'precision':>11}{'recall':>8}{'F1':>8}")
        for name, row in labels["labels"].items():
            print(
                f"{name:14}{row['gold']:6}{row['precision']:11.3f}{row['recall']:8.3f}{row['f1']:8.3f}"
            )
        print(
            f"pairs {labels['pairs']}  macro-F1 {labels['macro_f1']:.3f}  exact set "
            f"{labels['exact_set']:.3f}  harmful recall {labels['harmful_recall']:.3f}"
        )
    if pairing := figures.get("pairing"):
        print(
            f"pairing: {pairing['sets']} sets, {pairing['links']} links  precision "
            f"{pairing['precision']:.3f}  recall {pairing['recall']:.3f}  F1 {pairing['f1']:.3f}"
        )


if __name__ == "__main__":
    raise SystemExit(main())
