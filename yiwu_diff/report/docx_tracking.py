"""An item's texts as cells of the table: the base's as they are, the target's as tracked
changes to them, or both with their differences coloured."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Literal

from yiwu_diff.report.docx_xml import paragraph, run
from yiwu_diff.report.office_properties import AUTHOR
from yiwu_diff.report.zip_bytes import FIXED_TIME_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.field_lines import Line, Mark
    from yiwu_diff.report.words import Say

BOLD = "<w:b/>"
ADDED = '<w:color w:val="00662B"/><w:u w:val="single"/>'
DROPPED = '<w:strike/><w:color w:val="B00020"/>'
"""Underlined and struck through as well as coloured: papers are printed in black."""
FAINT = '<w:color w:val="595959"/>'


class Tracking:
    """Writes tracked changes, each with a number of its own in the document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def _attributes(self) -> str:
        return f'w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{FIXED_TIME_TEXT}"'

    def run(self, text: str, mark: Mark, properties: str = "") -> str:
        """A run that was inserted or deleted, or neither."""
        if not text or not mark:
            return run(text, properties)
        inner = run(text, properties, deleted=mark == "del")
        return f"<w:{mark} {self._attributes()}>{inner}</w:{mark}>"

    def cell(self, found: Sequence[Line]) -> list[str]:
        """The target's cell: the base's text with its changes tracked."""
        ends = _paragraph_ends([line.mark for line in found])
        done = []
        for line, end in zip(found, ends, strict=True):
            tracked = "".join(f"<w:{mark} {self._attributes()}/>" for mark in end)
            tracked = f"<w:rPr>{tracked}</w:rPr>" if tracked else ""
            runs = [self.run(line.caption, line.mark, BOLD)]
            for edit in line.edits:
                if edit.stays:
                    runs.append(run(edit.old))
                else:
                    runs += [self.run(edit.old, "del"), self.run(edit.new, "ins")]
            done.append(paragraph("TableText", *runs, properties=tracked))
        return done


def _paragraph_ends(marks: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    """How each paragraph's end is tracked, so that a paragraph that is rejected goes whole.

    The last end of a cell can be neither inserted nor deleted; where the last paragraphs
    were, it is the end before them that came or goes with them.
    """
    ends: list[set[Mark]] = [{mark} if mark else set() for mark in marks]
    if marks and marks[-1]:
        first = len(marks) - 1
        while first and marks[first - 1] == marks[-1]:
            first -= 1
        if first:
            ends[first - 1].add(marks[-1])
    if ends:
        ends[-1] = set()
    order: tuple[Mark, ...] = ("ins", "del")
    return [tuple(mark for mark in order if mark in end) for end in ends]


def plain_cell(
    found: Sequence[Line], side: Literal["base", "target"], say: Say, *, coloured: bool
) -> list[str]:
    """A side's texts; with ``coloured``, its words that the other side lacks stand out."""
    done = []
    foreign: Mark = "ins" if side == "base" else "del"
    style = DROPPED if side == "base" else ADDED
    for line in found:
        if line.mark == foreign:
            if line.unknown:
                absent = run(say("body.no_text"), FAINT)
                done.append(paragraph("TableText", run(line.caption, BOLD), absent))
            continue
        runs = [run(line.caption, BOLD)]
        for edit in line.edits:
            text = edit.old if side == "base" else edit.new
            runs.append(run(text, style if coloured and not edit.stays else ""))
        done.append(paragraph("TableText", *runs))
    return done
