"""What a cold run costs: ``yiwu-diff diff`` against ``deep diff`` on the same pair.

    python -m benchmarks.cold_start [--rounds N] [--json] [BASE TARGET]

Every round starts each command once, in turn, each as a new process, so that whatever else
the machine is doing falls on all of them. ``deep`` is DeepDiff's command line; it gets the two
standards as one YAML file each. It comes with ``pip install -e ".[bench]"``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
PEER = "deep diff"
_IMPORT = re.compile(r"import time:\s*(\d+) \|\s*(\d+) \| (\s*)(\S+)")


def one_file(ref: str, folder: Path) -> Path:
    """A standard of the shipped data, all its files written into one."""
    source = DATA / ref.replace("@", "/")
    yaml = YAML(typ="safe")
    whole: dict[str, Any] = yaml.load(source / "standard.yaml")
    whole["domains"] = [yaml.load(file) for file in sorted(source.glob("[0-9]*.yaml"))]
    path = folder / f"{ref}.yaml"
    yaml.allow_unicode = True
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(whole, file)
    return path


def script(name: str) -> list[str]:
    """The command line of a console script, of this environment first."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed: pip install -e '.[bench]'")
    return [found]


def environment() -> dict[str, str]:
    """What the commands run in: bytecode is written and used, as after an installation."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return env | {"NO_COLOR": "1", "COLUMNS": "80"}


def once(command: Sequence[str], env: Mapping[str, str]) -> float:
    """The seconds that one run takes."""
    start = time.perf_counter()
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}")
    return taken


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, dict[str, float]]:
    """Median and minimum in milliseconds, all commands in turn."""
    env = environment()
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        once(command, env)  # Writes the bytecode and brings the files into memory.
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(once(command, env) * 1000)
    return {
        name: {"median_ms": statistics.median(some), "min_ms": min(some)}
        for name, some in times.items()
    }


def imports(command: Sequence[str], top: int = 15) -> dict[str, Any]:
    """Where the time to import goes: by module, and by package (milliseconds of their own)."""
    python = [sys.executable, "-X", "importtime", *command]
    done = subprocess.run(python, env=environment(), cwd=ROOT, capture_output=True, check=True)
    own: Counter[str] = Counter()
    for line in done.stderr.decode(errors="replace").splitlines():
        if found := _IMPORT.match(line):
            own[found[4]] += int(found[1])
    packages: Counter[str] = Counter()
    for name, cost in own.items():
        parts = name.split(".")
        kept = 2 if parts[0] == "yiwu_diff" else 1
        packages[".".join(parts[:kept])] += cost
    return {
        "total_ms": sum(own.values()) / 1000,
        "modules": {name: cost / 1000 for name, cost in own.most_common(top)},
        "packages": {name: cost / 1000 for name, cost in packages.most_common(top)},
    }


def run(base: str, target: str, rounds: int) -> dict[str, Any]:
    """All figures."""
    ours, deep = script("yiwu-diff"), script("deep")
    where = ["--data", str(DATA)]
    with tempfile.TemporaryDirectory() as folder:
        pair = [str(one_file(ref, Path(folder))) for ref in (base, target)]
        commands = {
            "yiwu-diff diff": [*ours, "diff", base, target, *where],
            PEER: [*deep, "diff", *pair],
            "yiwu-diff diff --format json": [*ours, "diff", base, target, "-f", "json", *where],
            "yiwu-diff --version": [*ours, "--version"],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
        figures = measure(commands, rounds)
    for one in figures.values():
        one["of_peer"] = one["median_ms"] / figures[PEER]["median_ms"]
        one["min_of_peer"] = one["min_ms"] / figures[PEER]["min_ms"]
    return {
        "base": base,
        "target": target,
        "rounds": rounds,
        "python": sys.version.split()[0],
        "runs": figures,
        "imports": imports(["-m", "yiwu_diff", "diff", base, target, *where]),
    }


def show(figures: Mapping[str, Any]) -> None:
    """Print the figures as a table."""
    print(
        f"{figures['base']} → {figures['target']}, {figures['rounds']} rounds, "
        f"Python {figures['python']}, {os.cpu_count()} CPUs\n"
    )
    print(f"{'':32}{'median':>9}{'of ' + PEER:>14}{'best':>9}{'of ' + PEER:>14}")
    for name, one in figures["runs"].items():
        print(
            f"{name:32}{one['median_ms']:6.0f} ms{one['of_peer']:14.2f}"
            f"{one['min_ms']:6.0f} ms{one['min_of_peer']:14.2f}"
        )
    found = figures["imports"]
    print(f"\nimports of yiwu-diff diff: {found['total_ms']:.0f} ms (measuring slows them down)")
    for title, kind in (("package", "packages"), ("module", "modules")):
        print(f"\n{title:44}{'own time':>10}")
        for name, cost in found[kind].items():
            print(f"{name:44}{cost:7.1f} ms")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cold_start", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("base", nargs="?", default="jinhua@2021")
    parser.add_argument("target", nargs="?", default="yiwu@2021")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each command")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    options = parser.parse_args(argv)
    figures = run(options.base, options.target, options.rounds)
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        show(figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
