"""One item as each level has it, on a page: a column per level, and what each level adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.excerpt import Where
from yiwu_diff.report.html_evidence import evidence
from yiwu_diff.report.html_page import page, section, texts_lang, theme_button
from yiwu_diff.report.html_summary import label_class, scroller
from yiwu_diff.report.html_tags import Html, join, tag
from yiwu_diff.report.html_texts import MarkedTexts, legend
from yiwu_diff.report.names import place_name
from yiwu_diff.report.sentences import bases
from yiwu_diff.report.steps import bases_of, newest, steps
from yiwu_diff.report.summary import findings
from yiwu_diff.report.words import Say
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.steps import Version
    from yiwu_diff.standard.model import Item, Standard


@dataclass(frozen=True, slots=True)
class _Column:
    """A level, its item, and the comparison with the nearest level above that has the item."""

    standard: Standard
    item: Item | None
    above: Standard | None
    texts: MarkedTexts | None


def render_show(versions: Sequence[Version], options: Options) -> str:
    """The item in every standard, the highest level first. At least one must have it."""
    say = Say(options.lang)
    columns = _columns(versions, options, say)
    item = newest(versions)
    place = " · ".join(part for part in (item.domain, item.service, item.id) if part)
    header = join(
        tag(
            "div",
            tag("h1", tag("span", item.name, lang=texts_lang(say))),
            tag("p", place),
        ),
        theme_button(say),
    )
    main = join(
        section("texts", say("page.levels"), legend(say), _table(columns, item, say)),
        [
            section(
                f"step-{number}",
                f"{place_name(one.standard)}{say('list.colon')}"
                + say("show.against", name=place_name(one.above)),
                tag("p", _labels(one.texts.entry, say)),
                evidence(one.texts, (place_name(one.above), place_name(one.standard)), join()),
            )
            for number, one in enumerate(columns, 1)
            if one.above is not None and one.texts is not None
        ],
        tag("p", bases(say), class_="dim"),
    )
    return page(title=item.name, say=say, header=header, skip_to="texts", main=main)


def _columns(versions: Sequence[Version], options: Options, say: Say) -> list[_Column]:
    found = steps(versions, options.decisions)
    return [
        _Column(standard, item, None, None)
        if step is None
        else _Column(standard, item, step.standard, MarkedTexts(step.entry, f"step-{n}", say))
        for n, ((standard, item), step) in enumerate(zip(versions, found, strict=True), 1)
    ]


def _table(columns: Sequence[_Column], shown: Item, say: Say) -> Html:
    names = [place_name(one.standard) for one in columns]
    head = tag(
        "tr",
        tag("th", say("markdown.field"), scope="col"),
        (
            tag(
                "th",
                tag("span", name, lang=texts_lang(say)),
                tag("span", one.standard.ref, class_="dim block"),
                tag("span", one.item.name, class_="part", lang=texts_lang(say))
                if one.item is not None and one.item.name != shown.name
                else None,
                scope="col",
            )
            for one, name in zip(columns, names, strict=True)
        ),
    )
    labels = tag(
        "tr",
        tag("th", say("filter.label"), scope="row"),
        (
            tag("td", _step(one, say), data_who=name)
            for one, name in zip(columns, names, strict=True)
        ),
    )
    stands = tag(
        "tr",
        tag("th", say("page.basis"), scope="row"),
        (
            tag(
                "td",
                say.several([say(f"basis.{basis}") for basis in bases_of(one.item)]),
                data_who=name,
            )
            for one, name in zip(columns, names, strict=True)
        ),
    )
    fields = (
        tag(
            "tr",
            tag("th", say.field(field), scope="row"),
            (
                tag("td", _text(one, field, say), data_who=name)
                for one, name in zip(columns, names, strict=True)
            ),
        )
        for field in FIELDS
        if any(one.item is not None and one.item.text(field) is not None for one in columns)
    )
    table = tag(
        "table", tag("thead", head), tag("tbody", labels, stands, fields), class_="sides levels"
    )
    return scroller(table, shown.name)


def _step(one: _Column, say: Say) -> Html:
    if one.item is None:
        return tag("span", say("body.absent"), class_="dim")
    if one.above is None or one.texts is None:
        return tag("span", "—", class_="dim")
    against = say("show.against", name=place_name(one.above)) + say("list.colon")
    return join(tag("span", against, class_="dim"), _labels(one.texts.entry, say))


def _labels(entry: ItemComparison, say: Say) -> Html:
    found = [(decided.marked(entry, one, say), label_class(one)) for one in findings(entry)]
    rejected = [(note, "calm") for note in decided.rejected(entry, say)]
    badges = [
        [tag("span", name, class_=f"badge {look}"), " "] for name, look in (*found, *rejected)
    ]
    if found:
        return join(badges)
    if not entry.compared:
        return join(say("show.unknown"))
    said = say("show.equal" if entry.equal else "show.nothing")
    return join(said, " " if badges else None, badges)


def _text(one: _Column, field: str, say: Say) -> Html:
    if one.item is None:
        return join()
    if one.texts is not None:
        return one.texts.text(one.item, Where("target", 0, field), bases_of(one.item))
    text = one.item.text(field)
    if text is None:
        return tag("p", say("body.no_text"), class_="dim")
    return tag("p", text, class_="text", lang=texts_lang(say))
