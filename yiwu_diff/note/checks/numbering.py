"""Numbers of headings: one after the other, and in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.note.findings import Finding, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.note.context import Context
    from yiwu_diff.note.model import Heading


def check(context: Context) -> Iterator[Finding]:
    """Look at every sequence of headings."""
    groups: dict[int, list[Heading]] = {}
    for heading in context.note.headings:
        groups.setdefault(heading.group, []).append(heading)
    for headings in groups.values():
        first = headings[0].first
        numbers = [n for h in headings for n in range(h.number, max(h.upto, h.number) + 1)]
        wanted = list(range(first, first + len(numbers)))
        if numbers != wanted:
            wrong = _first_wrong(headings, first)
            is_list = headings[0].line in {e.entry.line for e in context.listed}
            yield Finding(
                "heading-order",
                "warning",
                wrong.line,
                f"{'各条' if is_list else '标题'}编号为{_series(numbers)}，"
                f"应为{_series(wanted)}；自此处起有误",
                f"the numbers are {_series(numbers, ', ')} and should be "
                f"{_series(wanted, ', ')}; wrong from here on",
                shorten(f"{wrong.shown}{wrong.title}", 60),
            )
        for heading in headings:
            if heading.odd:
                like = next(h for h in headings if not h.odd)
                yield Finding(
                    "heading-form",
                    "warning",
                    heading.line,
                    f"编号写作“{heading.shown}”，同级标题写作“{like.shown}”的形式",
                    f"numbered “{heading.shown}”, its siblings are numbered like “{like.shown}”",
                    shorten(f"{heading.shown}{heading.title}", 60),
                )


def _first_wrong(headings: list[Heading], first: int) -> Heading:
    """The heading from which on the numbers are wrong."""
    wanted = first
    for heading in headings:
        if heading.number != wanted:
            return heading
        wanted = max(heading.upto, heading.number) + 1
    return headings[-1]


def _series(numbers: list[int], joint: str = "、") -> str:
    if len(numbers) > 30:
        return joint.join(map(str, numbers[:30])) + "…"
    return joint.join(map(str, numbers))
