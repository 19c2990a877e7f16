"""Numbered points within a text do not follow each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.keys import FIELD_KEYS
from yiwu_diff.standard.model import FIELDS
from yiwu_diff.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding

# A point begins a line, or follows a mark that ends something: 第（2）项 is none.
_POINT = re.compile(
    r"(?:^|(?<=[。；;：:，,\n]))[ \t\u3000]*"
    r"(?P<mark>[（(](?P<a>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]"
    r"|(?P<b>[0-9]{1,2})[.．](?![0-9])"
    r"|(?P<c>[一二三四五六七八九十]{1,3})、)"
)


class _Wrong(NamedTuple):
    mark: str
    before: int
    number: int


def find(draft: Draft) -> Iterator[Finding]:
    """Every point whose number is not the one after that before it."""
    for item in draft.target.items:
        for name in FIELDS:
            text = item.text(name)
            for wrong in _wrong(text) if text else ():
                zh = FIELD_KEYS[name].zh
                expected = wrong.before + 1
                yield finding(
                    draft.place_of(item, name),
                    f"{zh}中的编号“{wrong.mark}”应为第{expected}点；请重新编号，或补上缺少的一点",
                    f"point “{wrong.mark}” of {name} should be number {expected}; renumber the "
                    "points, or add the missing one",
                    name,
                    wrong.mark,
                    str(wrong.before),
                    item=item,
                    quote=wrong.mark,
                )


def _wrong(text: str) -> Iterator[_Wrong]:
    last: dict[str, int] = {}
    for match in _POINT.finditer(text):
        digits = match["a"] or match["b"] or match["c"]
        value = number(digits)
        if value is None:
            continue
        form = ("(" if match["a"] else "." if match["b"] else "、") + (
            "1" if digits.isascii() else "一"
        )
        this = int(value)
        before = last.get(form, 0)
        # A one begins a new list.
        if this not in (before + 1, 1) and (before or form.startswith("(")):
            yield _Wrong(match["mark"], before, this)
        last[form] = this


CHECK = Check(
    id="point-numbering",
    severity="warning",
    title=Words("条目编号不连续", "numbered points do not follow each other"),
    means=Words(
        "一段文字里的（1）（2）（3）跳过或重复，往往是删去了一点，或者改动后没有重新编号。",
        "A gap or a repetition among the points of a text often means that one was deleted, or "
        "that they were not renumbered.",
    ),
    mend=Words("重新编号，或补上缺少的一点。", "Renumber the points, or add the missing one."),
    find=find,
)
