"""The datasets there are, and the items of one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.report.cells import line_width, width
from yiwu_diff.report.page import Page
from yiwu_diff.report.summary import held
from yiwu_diff.report.words import Lang, Say
from yiwu_diff.standard.model import FIELDS, Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.cells import Run, Style
    from yiwu_diff.standard.model import Item, Standard


_IDS = 100
"""From this width on, the ids are shown."""


def table(standards: Sequence[Standard], lang: Lang, cells: int, color: bool) -> str:
    """One line a dataset."""
    say, page = Say(lang), Page(cells, color=color)
    rows: list[list[Run]] = []
    for one in standards:
        count, declared = held(one), one.declared
        rows.append(
            [
                (one.ref, "bold"),
                _figure(count.domains, declared.domains),
                _figure(count.services, declared.services),
                _figure(count.items, declared.items),
                (str(count.with_text), ""),
                (one.title, ""),
            ]
        )
    keys = ("ref", "domains", "services", "items", "texts", "title")
    page.table([say(f"list.head.{key}") for key in keys], rows, "lrrrrl")
    page.blank()
    page.add([(say("list.note"), "dim")])
    page.blank()
    page.add([(say("list.bases"), "dim")])
    for one in standards:
        bases = _bases(held(one).bases, say)
        page.add([(one.ref + say("list.colon"), ""), (bases, "")], 2, hanging=2)
    return page.text()


def _figure(count: int, declared: int | None) -> Run:
    style: Style = "warn" if declared is not None and declared != count else ""
    return f"{count}/{'-' if declared is None else declared}", style


def _bases(bases: dict[Basis, int], say: Say) -> str:
    parts = [f"{say(f'basis.{basis}')} {n}" for basis, n in bases.items()]
    return say.several(parts)


def items(standard: Standard, lang: Lang, cells: int, color: bool) -> str:
    """The items by domain and service, with the basis of each."""
    say, page = Say(lang), Page(cells, color=color)
    count, declared = held(standard), standard.declared
    page.add([(standard.title or standard.ref, "bold"), (f"  {standard.ref}", "dim")])
    facts = []
    for key, here, stated in (
        ("domains", count.domains, declared.domains),
        ("services", count.services, declared.services),
        ("items", count.items, declared.items),
    ):
        figure = str(here) if stated in (None, here) else f"{here}/{stated}"
        facts.append(f"{say(f'list.head.{key}')} {figure}")
    facts.append(f"{say('list.head.texts')} {count.with_text}")
    page.add([(say("list.joint").join(facts), "")])
    page.add([(say("list.bases") + _bases(count.bases, say), "")])
    number = 0
    for domain in dict.fromkeys(item.domain for item in standard.items):
        of_domain = [item for item in standard.items if item.domain == domain]
        page.heading(f"{domain or say('summary.no_domain')} {len(of_domain)}")
        service: str | None = ""
        for item in of_domain:
            number += 1
            if item.service != service:
                service = item.service
                page.add([(service or say("list.no_service"), "dim")], 4)
            _item_line(page, number, item, say)
    return page.text()


def _item_line(page: Page, number: int, item: Item, say: Say) -> None:
    bases = dict.fromkeys(
        basis for name in FIELDS if item.text(name) and (basis := item.basis_of(name))
    )
    words = say.several([say(f"basis.word.{basis}") for basis in bases or ("named",)])
    left: list[Run] = [(f"{number:>6}  ", "dim"), (item.name, "" if item.has_text else "dim")]
    if item.id and page.width >= _IDS:
        left.append((f"  {item.id}", "dim"))
    gap = page.width - line_width(left) - width(words)
    if gap < 2:
        page.add(left, hanging=8)
        left, gap = [], page.width - width(words)
    page.lines.append([*left, (" " * gap, ""), (words, "good" if item.has_text else "dim")])


def table_json(standards: Sequence[Standard]) -> str:
    """The same figures for a machine."""
    return _json({"schema_version": 1, "standards": [_head(one) for one in standards]})


def items_json(standard: Standard) -> str:
    """A standard's items for a machine."""
    records = [
        {
            "id": item.id,
            "name": item.name,
            "domain": item.domain,
            "service": item.service,
            "aliases": list(item.aliases),
            **{name: item.text(name) for name in FIELDS},
            "basis": dict(sorted(item.basis.items())),
            "origin": item.origin,
        }
        for item in standard.items
    ]
    return _json({"schema_version": 1, "standard": _head(standard), "items": records})


def _head(standard: Standard) -> dict[str, Any]:
    count, declared = held(standard), standard.declared
    return {
        "ref": standard.ref,
        "title": standard.title,
        "jurisdiction": standard.jurisdiction,
        "name": standard.name,
        "level": standard.level,
        "edition": standard.edition,
        "builds_on": list(standard.builds_on),
        "declared": {
            "domains": declared.domains,
            "services": declared.services,
            "items": declared.items,
        },
        "held": {"domains": count.domains, "services": count.services, "items": count.items},
        "with_text": count.with_text,
        "bases": count.bases,
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
