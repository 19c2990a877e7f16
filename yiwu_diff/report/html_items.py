"""The items: both texts side by side, and under each the changes with their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report import decided
from yiwu_diff.report.by_lead import leads_of
from yiwu_diff.report.html_evidence import evidence, soft_changes
from yiwu_diff.report.html_page import texts_lang
from yiwu_diff.report.html_summary import NOT_COMPARED, columns_of, label_class, label_name
from yiwu_diff.report.html_tags import Html, join, slug, tag
from yiwu_diff.report.html_texts import MarkedTexts
from yiwu_diff.report.names import short_names
from yiwu_diff.report.summary import basis_of_label, findings
from yiwu_diff.standard.model import BASES, FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Basis


def bases_of(entry: ItemComparison) -> tuple[Basis, ...]:
    """What an item's labels rest on; where it has none, what its texts are."""
    found = {basis_of_label(entry, label) for label in findings(entry)} or {entry.basis}
    return tuple(basis for basis in BASES if basis in found)


def groups(comparison: Comparison) -> list[tuple[str, str, list[ItemComparison]]]:
    """What the items are listed under: a kind, a domain and its items. What grants or takes
    nothing comes after all domains, so that it hides nothing."""
    domains: dict[str, list[ItemComparison]] = {}
    same: list[ItemComparison] = []
    unknown: list[ItemComparison] = []
    for entry in comparison.items:
        if findings(entry):
            domains.setdefault(entry.item.domain or "", []).append(entry)
        elif entry.compared:
            same.append(entry)
        else:
            unknown.append(entry)
    order = dict.fromkeys((*comparison.target.domains, *comparison.base.domains, *domains))
    found = [("domain", domain, domains[domain]) for domain in order if domain in domains]
    found += [("unchanged", "", same)] if same else []
    return found + ([(NOT_COMPARED, "", unknown)] if unknown else [])


def anchors(comparison: Comparison) -> dict[str, str]:
    """Where each domain's items begin."""
    return {
        domain: f"d-{number}"
        for number, (kind, domain, _) in enumerate(groups(comparison), 1)
        if kind == "domain"
    }


def item_list(comparison: Comparison, say: Say) -> Html:
    """Every item once, in its group."""
    names = short_names(comparison)
    used: set[str] = set()
    number = 0
    sections = []
    for at, (kind, domain, entries) in enumerate(groups(comparison), 1):
        articles = []
        for entry in entries:
            number += 1
            anchor = f"i-{slug(entry.id, str(number))}"
            if anchor in used:
                anchor = f"i-{number}"
            used.add(anchor)
            articles.append(_Article(entry, anchor, names, say).html())
        if kind == "domain":
            heading = domain or say("summary.no_domain")
        else:
            heading = say("body.unchanged" if kind == "unchanged" else "body.not_compared")
        sections.append(
            tag(
                "section",
                tag(
                    "h3",
                    heading,
                    " ",
                    tag("small", say("page.section", n=len(entries)), class_="n"),
                    id=f"d-{at}-h",
                ),
                articles,
                id=f"d-{at}",
                class_=f"group {kind}",
                aria_labelledby=f"d-{at}-h",
                data_count=say("page.section", n="{n}"),
            )
        )
    return join(sections)


def is_unsure(entry: ItemComparison) -> bool:
    """Whether a person should look, at the pair or at a change."""
    return not entry.sure or any(not change.sure for change in entry.changes)


class _Article:
    """One item of the list."""

    def __init__(
        self, entry: ItemComparison, anchor: str, names: tuple[str, str], say: Say
    ) -> None:
        self.entry = entry
        self.anchor = anchor
        self.names = names
        self.say = say
        self.texts = MarkedTexts(entry, anchor, say)

    def html(self) -> Html:
        entry = self.entry
        return tag(
            "article",
            self.head(),
            self.labelled_body() if findings(entry) else self.quiet_body(),
            id=self.anchor,
            class_="item",
            tabindex=-1,
            aria_labelledby=f"{self.anchor}-h",
            data_label=" ".join(columns_of(entry)),
            data_domain=entry.item.domain or "-",
            data_lead="\n".join(leads_of(entry)) or "-",
            data_basis=" ".join(bases_of(entry)) or "-",
            data_unsure=is_unsure(entry),
        )

    def head(self) -> Html:
        say, entry = self.say, self.entry
        badges = [
            (label_name(n, say), label_class(n)) for n in findings(entry) or columns_of(entry)
        ]
        badges += [
            (f"{say.label(n)}{say('list.colon')}{note}", "calm")
            for n in findings(entry)
            if (note := decided.mark(entry, n, say))
        ]
        badges += [(note, "calm") for note in decided.rejected(entry, say)]
        if not entry.sure:
            badges.append((say("body.pair_unsure"), "unsure"))
        if any(not change.sure for change in entry.changes):
            badges.append((say("body.unsure"), "unsure"))
        return tag(
            "header",
            tag(
                "h4",
                tag("span", entry.name, class_="name", lang=texts_lang(say)),
                " ",
                tag(
                    "a",
                    "#",
                    href=f"#{self.anchor}",
                    class_="link",
                    aria_label=say("page.link", name=entry.name),
                ),
                id=f"{self.anchor}-h",
            ),
            tag(
                "ul",
                (tag("li", tag("span", name, class_=f"badge {look}")) for name, look in badges),
                class_="badges",
            ),
            tag("p", " · ".join(self.facts()), class_="dim"),
        )

    def facts(self) -> list[str]:
        """What a reader places an item by."""
        say, entry = self.say, self.entry
        facts = [entry.item.domain] if entry.item.domain and not findings(entry) else []
        facts += [entry.item.service] if entry.item.service else []
        facts += [say.several(leads_of(entry))] if leads_of(entry) else []
        facts.append(
            say("page.basis")
            + say("list.colon")
            + say.several([say(f"basis.{basis}") for basis in bases_of(entry)])
        )
        if entry.renamed and entry.base:
            facts.append(say("body.was", name=say.several([i.name for i in entry.base])))
        if entry.how in ("split", "merged"):
            old = " + ".join(item.name for item in entry.base)
            new = " + ".join(item.name for item in entry.target)
            facts.append(f"{say(f'how.{entry.how}')}{say('list.colon')}{old} → {new}")
        elif entry.how in ("alias", "similar"):
            facts.append(say(f"how.{entry.how}"))
        return facts

    def labelled_body(self) -> Html:
        say, texts = self.say, self.texts
        alone = not self.entry.base or not self.entry.target
        known = [name for name in FIELDS if texts.known(name)]
        shown = [name for name in known if alone or name in texts.touched()]
        rest = [name for name in known if name not in shown]
        return join(
            self.table(shown),
            evidence(texts, self.names, tag("h5", say("page.changes"))),
            self.folded(say("page.rest"), rest),
        )

    def quiet_body(self) -> Html:
        known = [name for name in FIELDS if self.texts.known(name)]
        return join(self.folded(self.say("page.text"), known), soft_changes(self.texts))

    def folded(self, summary: str, names: Sequence[str]) -> Html | None:
        if not names:
            return None
        return tag("details", tag("summary", summary), self.table(names), class_="rest")

    def table(self, names: Sequence[str]) -> Html | None:
        """Fields, with the base on the left and the target on the right."""
        if not names:
            return None
        say, texts, usual = self.say, self.texts, bases_of(self.entry)
        head = (
            tag("th", say("markdown.field"), scope="col"),
            (tag("th", name, scope="col", lang=texts_lang(say)) for name in self.names),
        )
        rows = (
            tag(
                "tr",
                tag("th", say.field(name), scope="row"),
                tag("td", texts.side("base", name, usual), data_who=self.names[0]),
                tag("td", texts.side("target", name, usual), data_who=self.names[1]),
            )
            for name in names
        )
        return tag("table", tag("thead", tag("tr", head)), tag("tbody", rows), class_="sides")
