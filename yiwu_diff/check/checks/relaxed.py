"""Vaguer than above: the label ``relaxed``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check
from yiwu_diff.check.shortfall import of_label
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Against every standard above."""
    yield from of_label(draft, "relaxed")


CHECK = Check(
    id="relaxed",
    severity="warning",
    title=Words("规定比上级标准笼统", "vaguer than above"),
    means=Words(
        "上级标准写得具体的，本级标准改成了笼统的说法；待遇还在，但没有了尺度。",
        "What a standard above says precisely became general; the entitlement stays without "
        "its measure.",
    ),
    mend=Words(
        "写回具体的数量、期限或办法。",
        "Write the figure, deadline or way again.",
    ),
    find=find,
)
