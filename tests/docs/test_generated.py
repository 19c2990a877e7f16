"""The generated pages are what the generator gives."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools import check_page, generate_docs, json_page, picture, rule_pages

AGAIN = "run python -m tools.generate_docs and read the diff"


def test_rules() -> None:
    wanted = {f"rules/{name}": text for name, text in rule_pages.pages().items()}
    assert generate_docs.stale(wanted) == [], AGAIN


def test_checks() -> None:
    assert "checks.md" not in generate_docs.stale({"checks.md": check_page.page()}), AGAIN


def test_json_fields() -> None:
    assert "json.md" not in generate_docs.stale({"json.md": json_page.page()}), AGAIN


def test_the_picture_shows_what_the_tool_prints() -> None:
    held = (generate_docs.DOCS / "images" / "terminal.svg").read_text(encoding="utf-8")
    assert held == picture.of_the_tool(), AGAIN


@pytest.mark.parametrize(
    "text", ["", "a\x1b[1;32m加 & <b>\x1b[0m  c\n\n  d", "一二\x1b[31m三\x1b[0m"]
)
def test_a_picture_is_well_formed_and_holds_the_text(text: str) -> None:
    tree = ElementTree.fromstring(picture.svg(text, 20, "a < b"))
    drawn = "".join(node.text or "" for node in tree.iter("{http://www.w3.org/2000/svg}text"))
    plain = re.sub(r"\x1b\[[\d;]*m|\s", "", text)
    assert re.sub(r"\s", "", drawn) == plain
