"""What people decided, as a table of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.html_page import section, texts_lang
from yiwu_diff.report.html_summary import scroller
from yiwu_diff.report.html_tags import Html, tag

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.decided import Told
    from yiwu_diff.report.words import Say


def decisions(comparison: Comparison, say: Say) -> list[Html]:
    """The part of the page; none where nobody decided anything."""
    found = decided.told(comparison, say)
    if not found:
        return []
    table = tag(
        "table",
        tag("thead", tag("tr", (tag("th", head, scope="col") for head in decided.heads(say)))),
        tag("tbody", (_row(one, say) for one in found)),
        class_="plain",
    )
    return [section("decisions", say("decided"), scroller(table, say("decided")))]


def _row(one: Told, say: Say) -> Html:
    """What does not count stands out."""
    outcome = one.outcome if one.counts else tag("p", one.outcome, class_="note")
    return tag(
        "tr",
        tag("th", tag("span", one.name, lang=texts_lang(say)), scope="row"),
        tag("td", one.label),
        tag("td", one.verdict),
        tag("td", one.reason),
        tag("td", one.who),
        tag("td", outcome),
    )
