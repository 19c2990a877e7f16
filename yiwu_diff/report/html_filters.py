"""The form by which a reader finds items. It stands in the page for the script alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.by_lead import leads_of
from yiwu_diff.report.html_items import bases_of, is_unsure
from yiwu_diff.report.html_summary import COLUMNS, columns_of, label_name
from yiwu_diff.report.html_tags import Html, tag
from yiwu_diff.standard.model import BASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.words import Say


def filter_form(comparison: Comparison, say: Say) -> Html:
    """Search, labels, domain, agency and basis, with what occurs and how often."""
    entries = comparison.items
    labels = _count(name for entry in entries for name in columns_of(entry))
    domains = _count(entry.item.domain or "-" for entry in entries)
    agencies = _count(name for entry in entries for name in (leads_of(entry) or ("-",)))
    bases = _count(name for entry in entries for name in (bases_of(entry) or ("-",)))
    boxes = (
        tag(
            "label",
            tag("input", type="checkbox", name="label", value=name),
            " ",
            tag("span", label_name(name, say)),
            " ",
            tag("small", labels[name]),
        )
        for name in COLUMNS
        if name in labels
    )
    search = tag(
        "label",
        tag("span", say("page.search"), " ", tag("kbd", "/")),
        tag(
            "input",
            type="search",
            name="q",
            placeholder=say("page.search.hint"),
            autocomplete="off",
            spellcheck="false",
        ),
        class_="wide",
    )
    order = {name: n for n, name in enumerate(BASES)}
    choices = (
        _choice("domain", say("filter.domain"), list(domains.items()), say),
        _choice("lead", say("filter.lead"), list(agencies.items()), say),
        _choice(
            "basis",
            say("page.filter.basis"),
            sorted(bases.items(), key=lambda one: order.get(one[0], len(order))),  # type: ignore[call-overload]
            say,
        ),
    )
    unsure = any(is_unsure(entry) for entry in entries)
    return tag(
        "details",
        tag("summary", say("page.find")),
        tag(
            "form",
            search,
            tag("fieldset", tag("legend", say("filter.label")), boxes),
            choices,
            tag(
                "label",
                tag("input", type="checkbox", name="unsure", value="1"),
                " ",
                say("page.filter.unsure"),
            )
            if unsure
            else None,
            tag("button", say("page.clear"), type="reset"),
            role="search",
            aria_label=say("page.find"),
        ),
        class_="finder scripted",
        open=True,
    )


def status(total: int, say: Say) -> Html:
    """How many items are shown, told to who cannot see it, and printed."""
    return tag(
        "p",
        say("page.count", n=total, total=total),
        id="count",
        role="status",
        aria_live="polite",
        data_text=say("page.count", n="{n}", total=total),
        data_nothing=say("page.nothing"),
    )


def _count(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return found


def _choice(name: str, title: str, values: list[tuple[str, int]], say: Say) -> Html:
    def shown(value: str) -> str:
        if value == "-":
            return say("page.unstated")
        return say(f"basis.{value}") if name == "basis" else value

    options = [tag("option", f"{shown(value)} ({n})", value=value) for value, n in values]
    return tag(
        "label",
        tag("span", title),
        tag("select", tag("option", say("page.all"), value=""), options, name=name),
    )
