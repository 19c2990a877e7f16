"""Lines compared as ``diff -u`` does."""

from __future__ import annotations

from yiwu_diff.report.text_diff import decoded, text_diff


def shown(old: list[str], new: list[str]) -> list[str]:
    found = text_diff(old, new)
    assert found is not None
    return ["".join(text for text, _ in line) for line in found]


def test_hunks_with_three_lines_around() -> None:
    lines = [str(n) for n in range(9)]
    assert shown(lines, [*lines[:4], "x", *lines[5:]]) == [
        "@@ -2,7 +2,7 @@",
        *(" 1", " 2", " 3", "-4", "+x", " 5", " 6", " 7"),
    ]
    assert shown([], ["a"]) == ["@@ -0,0 +1 @@", "+a"]
    assert shown(lines, lines) == []


def test_nothing_steers_the_terminal() -> None:
    assert shown(["a"], ["\x1b[2Jb"])[-1] == "+\ufffd[2Jb"


def test_long_texts_are_not_compared() -> None:
    many = ["x"] * 30_000
    assert text_diff(many, [*many, "y"]) is None
    assert text_diff(many, list(many)) == []


def test_the_encodings_of_offices() -> None:
    assert decoded("\ufeff义乌\r\n市".encode()) == ["义乌", "市"]
    assert decoded("义乌".encode("gb18030")) == ["义乌"]
    assert decoded(b"a\0") is None
    assert decoded(b"\xff") == ["\ufffd"]
