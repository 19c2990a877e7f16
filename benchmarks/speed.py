"""Whether comparing is quicker than parsing: 100 changed items of 400 characters a field.

    python -m benchmarks.speed [--items N] [--characters N] [--rounds N] [--unique] [--json]

Each round is a new process, so that no cache of the one before helps: it reads both standards
from YAML and compares them once. Texts are made of the sentences of the shipped data, with
figures moved, clauses added and clauses dropped in every field of every item. There are not many
of them, so that the same ones stand in many items; with ``--unique`` each begins with the name of
another village, and nothing is gained by remembering what was read in another item.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from yiwu_diff.api import load
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
_SENTENCE = re.compile(r"[^。；]+[。；]?")
_FIGURE = re.compile(r"\d+")


def sentences() -> list[str]:
    """The sentences of the shipped texts, each once."""
    found: dict[str, None] = {}
    for ref in ("jinhua@2021", "yiwu@2021"):
        for item in load(ref, ROOT / "data").items:
            for field in FIELDS:
                for sentence in _SENTENCE.findall(item.text(field) or ""):
                    found[sentence.rstrip("。；") + "。"] = None
    return list(found)


class Stock:
    """Sentences to draw from; where each is to be unique, none is ever drawn again."""

    def __init__(self, chance: random.Random, unique: bool) -> None:
        self._sentences = sentences()
        self._chance = chance
        self._villages = permutations(_NAMES, 3) if unique else None

    def draw(self) -> str:
        sentence = self._chance.choice(self._sentences)
        return "".join([*next(self._villages), "村", sentence]) if self._villages else sentence


_NAMES = "安昌长春德丰福光海和华江金景康兰临龙梅南宁平清荣瑞石双泰天通文武西仙祥新兴永玉云"


def text(stock: Stock, characters: int) -> list[str]:
    """Sentences of together about so many characters."""
    chosen: list[str] = []
    while sum(map(len, chosen)) < characters:
        chosen.append(stock.draw())
    return chosen


def changed(old: Sequence[str], stock: Stock, chance: random.Random) -> list[str]:
    """The same text in a new edition: one figure moved, one sentence gone, one come."""
    new = list(old)
    figures = [n for n, one in enumerate(new) if _FIGURE.search(one)]
    if figures:
        place = chance.choice(figures)
        new[place] = _FIGURE.sub(lambda m: str(int(m[0]) + 1 + chance.randrange(9)), new[place], 1)
    del new[chance.randrange(len(new))]
    new.insert(chance.randrange(len(new) + 1), stock.draw())
    return new


def write(folder: Path, items: int, characters: int, unique: bool = False) -> None:
    """Two standards of so many items, as datasets."""
    chance = random.Random(2021)
    stock = Stock(chance, unique)
    yaml = YAML(typ="safe")
    yaml.allow_unicode = True
    yaml.default_flow_style = False
    base: list[dict[str, str]] = []
    target: list[dict[str, str]] = []
    for number in range(items):
        head = {"id": f"item-{number}", "name": f"第{number}项服务", "basis": "reconstructed"}
        old = {field: text(stock, characters) for field in FIELDS}
        base.append(head | {field: "".join(one) for field, one in old.items()})
        target.append(
            head | {field: "".join(changed(one, stock, chance)) for field, one in old.items()}
        )
    for name, records in (("base", base), ("target", target)):
        place = folder / name
        place.mkdir()
        head = {"title": name, "jurisdiction": name, "name": name, "level": "county"}
        source = {"title": "sentences of the shipped data", "basis": "reconstructed"}
        with (place / "standard.yaml").open("w", encoding="utf-8") as file:
            yaml.dump({**head, "edition": "2021", "sources": [source]}, file)
        with (place / "01-domain.yaml").open("w", encoding="utf-8") as file:
            yaml.dump({"domain": "幼有所育", "items": records}, file)


def one_round(folder: Path) -> dict[str, float]:
    """What reading and comparing take in this process, in milliseconds."""
    from yiwu_diff.compare.engine import compare

    start = time.perf_counter()
    base, target = load(str(folder / "base")), load(str(folder / "target"))
    read = time.perf_counter()
    found = compare(base, target)
    done = time.perf_counter()
    for file in sorted(folder.glob("*/*.yaml")):
        YAML(typ="safe", pure=True).load(file)
    pure = time.perf_counter()
    assert len(found.labelled) == len(target.items), "every item was changed"
    return {
        "parsing_ms": (read - start) * 1000,
        "comparing_ms": (done - read) * 1000,
        "pure_parsing_ms": (pure - done) * 1000,
    }


def run(items: int, characters: int, rounds: int, unique: bool) -> dict[str, Any]:
    """All figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, items, characters, unique)
        size = sum(file.stat().st_size for file in folder.glob("*/*.yaml"))
        command = [sys.executable, "-m", "benchmarks.speed", "--in", name]
        times = [
            json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
            for _ in range(rounds)
        ]
    medians = {key: statistics.median(one[key] for one in times) for key in times[0]}
    return {
        "items": items,
        "characters": characters,
        "unique": unique,
        "yaml_bytes": size,
        "rounds": rounds,
        "python": sys.version.split()[0],
        **medians,
        "comparing_of_parsing": medians["comparing_ms"] / medians["parsing_ms"],
        "comparing_of_pure_parsing": medians["comparing_ms"] / medians["pure_parsing_ms"],
    }


def show(figures: dict[str, Any]) -> None:
    """Print the figures as a table."""
    print(
        f"{figures['items']} changed items, {figures['characters']} characters a field, "
        f"{'no sentence twice, ' if figures['unique'] else ''}"
        f"{figures['yaml_bytes'] / 1e6:.1f} MB of YAML on both sides together; "
        f"{figures['rounds']} rounds, Python {figures['python']}\n"
    )
    print(f"{'comparing both standards':38}{figures['comparing_ms']:6.0f} ms")
    for name, kind in (
        ("reading them with yiwu-diff", "parsing"),
        ("parsing them with ruamel.yaml, no C", "pure_parsing"),
    ):
        taken, ratio = figures[f"{kind}_ms"], figures[f"comparing_of_{kind}"]
        print(f"{name:38}{taken:6.0f} ms   comparing takes {ratio:.2f} of it")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--characters", type=int, default=400, help="in a field")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--unique", action="store_true", help="no sentence in two items")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--in", dest="folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.folder:
        json.dump(one_round(options.folder), sys.stdout)
        return 0
    figures = run(options.items, options.characters, options.rounds, options.unique)
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        show(figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
