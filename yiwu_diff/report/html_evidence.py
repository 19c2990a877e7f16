"""The evidence of an item's changes: folded, each with its rule and its words on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.html_page import texts_lang
from yiwu_diff.report.html_summary import label_class, label_name
from yiwu_diff.report.html_tags import Html, join, tag
from yiwu_diff.report.html_texts import kind_name
from yiwu_diff.report.names import what_happened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.compare.model import Change, Span
    from yiwu_diff.compare.rules.base import Rule
    from yiwu_diff.report.html_texts import MarkedTexts
    from yiwu_diff.report.words import Say


def evidence(texts: MarkedTexts, names: tuple[str, str], heading: Html) -> Html:
    """All changes of an item."""
    rows = [
        tag("li", _change(change, number, names, texts.say), id=f"{texts.anchor}-{number}")
        for number, change in enumerate(texts.labelled, 1)
    ]
    return tag(
        "div",
        heading,
        tag("ol", rows, class_="changes") if rows else None,
        soft_changes(texts),
        class_="evidence",
    )


def soft_changes(texts: MarkedTexts) -> Html | None:
    """The differences that grant and take nothing."""
    if not texts.soft:
        return None
    return tag(
        "details",
        tag("summary", texts.say("page.soft", n=len(texts.soft))),
        tag("ul", (tag("li", _soft(change, texts.say)) for change in texts.soft)),
        class_="softs",
    )


def _soft(change: Change, say: Say) -> Html:
    old = change.base.text if change.base else ""
    new = change.target.text if change.target else ""
    quote = f"{old} → {new}" if old or new else change.detail
    rejected = None
    if change.rejected is not None:
        rejected = [" · ", say("decided.mark.reject", label=say.label(change.rejected))]
    if old and change.kind == "moved" and change.base is not None:
        origin = say("body.moved", field=say.field(change.base.field))
        quote = old + say("list.open") + origin + say("list.close")
    words = [say("list.colon"), tag("q", quote, lang=texts_lang(say))] if quote else None
    name = what_happened(change, say) if change.rejected else kind_name(change, say)
    return join(name, " · ", say.field(change.field), rejected, words)


def _change(change: Change, number: int, names: tuple[str, str], say: Say) -> Html:
    label = change.label or ""
    return tag(
        "details",
        tag(
            "summary",
            tag("span", number, class_="number"),
            " ",
            tag("span", label_name(label, say), class_=f"badge {label_class(label)}"),
            " ",
            tag("span", what_happened(change, say)),
            [" ", tag("span", change.detail, class_="detail")] if change.detail else None,
            None
            if change.field == "item"
            else [" ", tag("span", say.field(change.field), class_="dim")],
            None if change.sure else [" ", tag("span", say("body.unsure"), class_="badge unsure")],
        ),
        tag("dl", _facts(change, names, say), class_="facts"),
    )


def _facts(change: Change, names: tuple[str, str], say: Say) -> Iterable[Html]:
    """The words on both sides, the rule, and what it all rests on."""

    def row(term: str, *what: object) -> Html:
        return tag("div", tag("dt", term), tag("dd", *what))

    # What a person added is about the item as a whole: its name would be no quote.
    if change.kind != "decided" and (change.base is not None or change.target is not None):
        for name, span in zip(names, (change.base, change.target), strict=True):
            yield row(say("page.quote", name=name), _quote(span, say))
    rule = _rule(change.rule)
    if change.rule:
        means = [" ", say.both(rule.means)] if rule else None
        yield row(say("page.rule"), tag("code", change.rule), means)
    if rule and say.both(rule.react):
        yield row(say("rule.react"), say.both(rule.react))
    if change.basis:
        yield row(say("page.basis"), say(f"basis.{change.basis}"))
    if change.fingerprint:
        yield row(say("page.fingerprint"), tag("code", change.fingerprint))


def _quote(span: Span | None, say: Say) -> Html:
    place = (
        [" ", tag("code", str(span.place), class_="dim")]
        if span is not None and span.place
        else None
    )
    if span is None or not span.text:
        return join(tag("span", say("page.quote.absent"), class_="dim"), place)
    return join(tag("q", span.text, lang=texts_lang(say)), place)


def _rule(name: str | None) -> Rule | None:
    from yiwu_diff.compare.rules import RULES

    return RULES.get(name) if name else None
