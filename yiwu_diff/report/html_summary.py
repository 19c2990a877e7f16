"""The first screen: what is compared, what came out, on which texts it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.report.html_page import section, texts_lang
from yiwu_diff.report.html_tags import Html, tag
from yiwu_diff.report.sentences import bases, filtered, items_held, outcome, reservations
from yiwu_diff.report.summary import Held, Summary, held
from yiwu_diff.standard.model import BASES

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Standard

NOT_COMPARED = "not-compared"
"""Stands among the labels wherever a reader chooses by them: it must not pass for one."""
COLUMNS: tuple[str, ...] = (*LABELS, NOT_COMPARED)


def looked_for(options: Options) -> tuple[str, ...]:
    """The columns of a report. A label that a filter left aside has no count: a nought would
    say that there is none of it."""
    chosen: tuple[str, ...] = options.filters.label
    return tuple(name for name in COLUMNS if not chosen or name in chosen)


def label_name(name: str, say: Say) -> str:
    """What a label, or the want of a comparison, is called."""
    return say("page.not_compared") if name == NOT_COMPARED else say.label(name)  # type: ignore[arg-type]


def label_class(name: str) -> str:
    """Who gains, who may lose, or neither."""
    if name in HARMFUL:
        return "loss"
    return "calm" if name in ("unchanged", "reassigned", NOT_COMPARED) else "gain"


def columns_of(entry: ItemComparison) -> tuple[str, ...]:
    """The columns that an item counts in."""
    return entry.ordered_labels or (NOT_COMPARED,)


def standards(comparison: Comparison, say: Say) -> Html:
    """What the two datasets hold and on what their texts stand."""
    sides = (("target", comparison.target), ("base", comparison.base))
    heads = (
        tag("th", say("page.standard"), scope="col"),
        tag("th", say("page.held"), scope="col"),
        (tag("th", say(f"basis.{basis}"), scope="col", class_="n") for basis in BASES),
    )
    rows = [_standard(role, standard, held(standard), say) for role, standard in sides]
    table = tag(
        "table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="plain standards"
    )
    return section(
        "texts",
        say("page.texts"),
        scroller(table, say("page.texts")),
        tag("p", bases(say), class_="dim"),
        tag("p", say("page.texts.note"), class_="dim"),
        [_sources(standard, say) for _, standard in sides if standard.sources],
    )


def _standard(role: str, standard: Standard, count: Held, say: Say) -> Html:
    facts = items_held(standard, count, say)
    facts += say("list.comma") + say("head.text", n=count.with_text)
    return tag(
        "tr",
        tag(
            "th",
            tag("span", standard.title or standard.ref, lang=texts_lang(say)),
            tag("span", say(f"page.role.{role}"), " · ", standard.ref, class_="dim block"),
            scope="row",
        ),
        tag("td", facts),
        (
            tag("td", count.bases.get(basis, 0), class_="n", data_who=say(f"basis.{basis}"))
            for basis in BASES
        ),
    )


def _sources(standard: Standard, say: Say) -> Html:
    rows = []
    for source in standard.sources:
        facts = [say(f"basis.{source.basis}")]
        facts += [source.file] if source.file else []
        facts += [say("page.source.sha", sha=source.sha256)] if source.sha256 else []
        facts += [source.note] if source.note else []
        rows.append(
            tag(
                "li",
                tag("cite", source.title, lang=texts_lang(say)),
                tag("span", " ", say("list.semi").join(facts), class_="dim"),
            )
        )
    name = standard.name or standard.ref
    return tag(
        "details",
        tag("summary", f"{say('page.sources')}{say('list.colon')}{name} ", len(rows)),
        tag("ul", rows),
        # Paper cannot unfold it.
        open=True,
    )


def overview(comparison: Comparison, summary: Summary, options: Options, say: Say) -> Html:
    """The counts, each label with its meaning, and what a reader must know to trust them."""
    note = filtered(comparison, options, say)
    sentences = outcome(options, summary, say)
    lines = (
        tag("p", note, class_="note") if note else None,
        [tag("p", line, class_="outcome") for line in sentences[:1]],
        [tag("p", line) for line in (*sentences[1:], *reservations(summary, say))],
    )
    counts: dict[str, int] = {NOT_COMPARED: summary.not_compared}
    counts.update(summary.labels.items())
    tiles = [_tile(name, counts[name], say) for name in looked_for(options)]
    return section(
        "summary",
        say("summary"),
        tag("div", lines, class_="lines"),
        tag("h3", say("page.labels")),
        tag("ul", tiles, class_="tiles"),
    )


def _tile(name: str, count: int, say: Say) -> Html:
    means = say("page.not_compared.means") if name == NOT_COMPARED else say.means(name)  # type: ignore[arg-type]
    content = (
        tag("b", count, class_="big"),
        tag("span", label_name(name, say), class_=f"badge {label_class(name)}"),
        tag("span", means, class_="dim"),
    )
    # A count of nothing leads nowhere.
    inner = (
        tag("a", content, href="#items", data_set_label=name)
        if count
        else tag("div", content, class_="zero")
    )
    return tag("li", inner)


def heat_map(comparison: Comparison, anchors: dict[str, str], options: Options, say: Say) -> Html:
    """How many items of each domain carry each label."""
    columns = looked_for(options)
    order = dict.fromkeys((*comparison.target.domains, *comparison.base.domains))
    cells: dict[str, dict[str, int]] = {domain: {} for domain in order}
    items: dict[str, int] = {}
    for entry in comparison.items:
        domain = entry.item.domain or ""
        row = cells.setdefault(domain, {})
        items[domain] = items.get(domain, 0) + 1
        for name in columns_of(entry):
            row[name] = row.get(name, 0) + 1
    cells = {domain: row for domain, row in cells.items() if row}
    head = tag(
        "tr",
        tag("th", say("field.domain"), scope="col"),
        (
            tag("th", tag("span", label_name(name, say)), scope="col", class_=label_class(name))
            for name in columns
        ),
        tag("th", tag("span", say("page.heat.items")), scope="col", class_="calm"),
    )
    rows = [
        tag(
            "tr",
            tag("th", tag("span", domain or say("summary.no_domain")), scope="row"),
            (_cell(domain, name, row.get(name, 0), anchors, say) for name in columns),
            tag("td", items[domain], class_="sum"),
        )
        for domain, row in cells.items()
    ]
    totals = tag(
        "tr",
        tag("th", say("page.heat.total"), scope="row"),
        (
            tag("td", sum(row.get(name, 0) for row in cells.values()), class_="sum")
            for name in columns
        ),
        tag("td", sum(items.values()), class_="sum"),
    )
    table = tag(
        "table",
        tag("caption", say("page.heat.caption")),
        tag("thead", head),
        tag("tbody", rows),
        tag("tfoot", totals),
        id="heat-map",
    )
    return section("heat", say("page.heat"), scroller(table, say("page.heat")))


def _cell(domain: str, name: str, count: int, anchors: dict[str, str], say: Say) -> Html:
    if not count:
        return tag("td", "·", class_="h0")
    shade = 1 + sum(count >= least for least in (2, 4, 8))
    shown = domain or say("summary.no_domain")
    return tag(
        "td",
        tag(
            "a",
            count,
            href=f"#{anchors.get(domain, 'items')}",
            data_set_domain=domain or "-",
            data_set_label=name,
            aria_label=say("page.heat.cell", domain=shown, label=label_name(name, say), n=count),
        ),
        class_=f"h{shade} {label_class(name)}",
    )


def scroller(table: Html, name: str) -> Html:
    """A table that scrolls within the page instead of widening it."""
    return tag("div", table, class_="scroll", tabindex=0, role="group", aria_label=name)
