"""Write the parts of docs/ that follow from the code: rules, checks, JSON fields, the picture.

python -m tools.generate_docs            write them anew
python -m tools.generate_docs --check    exit 1 where a file is not what would be written
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tools import check_page, json_page, picture, rule_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

DOCS = Path(__file__).parent.parent / "docs"


def pages() -> dict[str, str]:
    """Every generated file under docs/, by its path there."""
    return {
        **{f"rules/{name}": text for name, text in rule_pages.pages().items()},
        "checks.md": check_page.page(),
        "json.md": json_page.page(),
        "images/terminal.svg": picture.of_the_tool(),
    }


def stale(wanted: dict[str, str]) -> list[str]:
    """The files that are not what they should be, or should not be there."""
    wrong = [name for name, text in wanted.items() if _held(name) != text]
    rules = (f"rules/{file.name}" for file in sorted((DOCS / "rules").glob("*.md")))
    return wrong + [name for name in rules if name not in wanted]


def _held(name: str) -> str | None:
    path = DOCS / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(argv: Sequence[str] | None = None) -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(prog="python -m tools.generate_docs", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(argv)
    wanted = pages()
    wrong = stale(wanted)
    for name in wrong:
        path = DOCS / name
        if options.check:
            print(f"docs/{name}: run python -m tools.generate_docs")
        elif name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    if wrong and not options.check:
        print(f"written: {', '.join(wrong)}")
    return 1 if wrong and options.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
