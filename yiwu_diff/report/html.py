"""The comparison as one page that needs nothing else: no network, no server, no reader but a
browser. Without its script it is still whole; the script only finds and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.html_decided import decisions
from yiwu_diff.report.html_filters import filter_form, status
from yiwu_diff.report.html_items import anchors, item_list
from yiwu_diff.report.html_page import page, section, texts_lang, theme_button
from yiwu_diff.report.html_show import render_show
from yiwu_diff.report.html_summary import heat_map, overview, standards
from yiwu_diff.report.html_tags import join, tag
from yiwu_diff.report.html_texts import legend
from yiwu_diff.report.names import short_names
from yiwu_diff.report.summary import summarise
from yiwu_diff.report.words import Say

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.options import Options


__all__ = ["render", "render_show"]


def render(comparison: Comparison, options: Options) -> str:
    """The whole page."""
    say = Say(options.lang)
    summary = summarise(comparison)
    base, target = comparison.base, comparison.target
    header = join(
        tag(
            "div",
            tag("h1", tag("span", target.title or target.ref, lang=texts_lang(say))),
            tag(
                "p",
                say("head.against"),
                " ",
                tag("span", base.title or base.ref, lang=texts_lang(say)),
            ),
        ),
        theme_button(say),
    )
    parts = [overview(comparison, summary, options, say)]
    if comparison.items:
        parts.append(
            heat_map(comparison, {} if options.summary else anchors(comparison), options, say)
        )
    parts.append(standards(comparison, say))
    if comparison.items and not options.summary:
        parts.append(
            section(
                "items",
                say("page.items"),
                tag(
                    "div",
                    filter_form(comparison, say),
                    tag(
                        "div",
                        status(len(comparison.items), say),
                        legend(say),
                        item_list(comparison, say),
                        class_="list",
                    ),
                    class_="desk",
                ),
            )
        )
    parts += [] if options.summary else decisions(comparison, say)
    names = short_names(comparison)
    return page(
        title=say("page.title", target=names[1], base=names[0]),
        say=say,
        header=header,
        skip_to="summary" if options.summary or not comparison.items else "items",
        main=join(parts),
    )
