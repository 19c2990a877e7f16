"""What the audit of a note finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import Severity

_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a note that does not hold."""

    check: str
    """The id of the check, one of `CHECKS`."""
    severity: Severity
    line: int
    zh: str
    en: str
    quote: str = ""

    def message(self, lang: str = "zh") -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Check:
    """What a check looks for."""

    id: str
    zh: str
    en: str


CHECKS: dict[str, Check] = {
    one.id: one
    for one in (
        Check("heading-order", "标题编号不连续", "heading numbers out of order"),
        Check("heading-form", "编号形式与同级不一致", "a heading numbered in another form"),
        Check("count-list", "清单条数与所报数目不符", "a list is not as long as announced"),
        Check("count-heading", "同一数目前后不一致", "two numbers for one label"),
        Check("count-label", "所报数目与比对结果不符", "a number that the comparison denies"),
        Check("count-distinct", "所报项目总数不符", "the number of different items is wrong"),
        Check("total", "总数与标准所定不符", "a total that the standard contradicts"),
        Check("domain-names", "领域名称与数目不符", "domains named and counted differ"),
        Check("wrong-list", "列错清单", "in the wrong list"),
        Check("list-missing", "漏列", "left out of a list"),
        Check("item-missing", "所有清单均未列出", "in none of the lists"),
        Check("item-twice", "列入两项清单", "in two lists"),
        Check("item-repeated", "同一清单重复列出", "twice in one list"),
        Check("item-unknown", "标准中没有该项目", "no such item"),
        Check("name-differs", "名称与标准不一致", "named differently from the standard"),
        Check("name-two-ways", "同一项目两种名称", "one item, two names"),
        Check("wrong-domain", "领域有误", "wrong domain"),
        Check("figure", "数值与标准不符", "a figure that differs from the standard"),
        Check("respectively-one", "“分别”之后只有一个", "“respectively” before a single thing"),
        Check("sibling-phrase", "漏写同类各条都有的表述", "lacks what its siblings say"),
        Check("no-comparison", "没有可核对的内容", "nothing to check"),
    )
}
"""Every check by id."""


def shorten(text: str, most: int = _LONGEST_QUOTE) -> str:
    """A quote that fits on a line or two."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
