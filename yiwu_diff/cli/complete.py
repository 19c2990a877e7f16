"""What the shell may complete. `main` keeps every error in here silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yiwu_diff.cli.settings import data_root, lang_of
from yiwu_diff.compare.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwu_diff.standard.model import Item, Standard

Completions = list[tuple[str, str]]
"""Values, each with a word about it."""

DEFAULT_REF = "yiwu"


def refs(ctx: Any, incomplete: str) -> Completions:
    """Standards, with and without their editions."""
    from yiwu_diff.standard import catalog

    found: Completions = []
    for jurisdiction, editions in catalog.editions(data_root(ctx)).items():
        found.append((jurisdiction, editions[-1]))
        found += [(f"{jurisdiction}@{edition}", "") for edition in editions]
    return _fitting(found, incomplete)


def places(ctx: Any, incomplete: str) -> Completions:
    """Places, ready for the name of a new edition."""
    from yiwu_diff.standard import catalog

    found = catalog.editions(data_root(ctx))
    return _fitting([(f"{place}@", those[-1]) for place, those in found.items()], incomplete)


def labels(ctx: Any, incomplete: str) -> Completions:
    """Labels by their English names, and by the Chinese ones once one is begun."""
    found: Completions = [(name, one.zh) for name, one in LABELS.items()]
    if incomplete and not incomplete.isascii():
        found = [(one.zh, name) for name, one in LABELS.items()]
    return _fitting(found, incomplete)


def rules(ctx: Any, incomplete: str) -> Completions:
    """Rules by id."""
    from yiwu_diff.compare.rules import RULES

    lang = lang_of(ctx)
    return _fitting([(id, getattr(rule.title, lang)) for id, rule in RULES.items()], incomplete)


def checks(ctx: Any, incomplete: str) -> Completions:
    """Checks by id."""
    from yiwu_diff.check import CHECKS

    lang = lang_of(ctx)
    return _fitting([(id, getattr(one.title, lang)) for id, one in CHECKS.items()], incomplete)


def explainable(ctx: Any, incomplete: str) -> Completions:
    """Rules, checks and labels."""
    found = rules(ctx, incomplete) + checks(ctx, incomplete) + labels(ctx, incomplete)
    return list({name: (name, about) for name, about in reversed(found)}.values())[::-1]


def items(ctx: Any, incomplete: str) -> Completions:
    """Items by name; by id once one is begun."""
    found: dict[str, str] = {}
    for item in _items(ctx):
        if incomplete and incomplete.isascii() and item.id:
            found.setdefault(item.id, item.name)
        found.setdefault(item.name, item.domain or "")
    return _fitting(found.items(), incomplete)


def domains(ctx: Any, incomplete: str) -> Completions:
    """Domains of the standard being drafted."""
    return _fitting([(item.domain or "", "") for item in _items(ctx)], incomplete)


def services(ctx: Any, incomplete: str) -> Completions:
    """Services of the standard being drafted."""
    return _fitting([(item.service or "", item.domain or "") for item in _items(ctx)], incomplete)


def leads(ctx: Any, incomplete: str) -> Completions:
    """Leading agencies of the standard being drafted."""
    return _fitting([(item.lead or "", "") for item in _items(ctx)], incomplete)


def formats(ctx: Any, incomplete: str) -> Completions:
    """Forms of a report."""
    from yiwu_diff.report import FORMATS

    return _fitting([(name, " ".join(one.suffixes)) for name, one in FORMATS.items()], incomplete)


def check_formats(ctx: Any, incomplete: str) -> Completions:
    """Forms of the findings."""
    from yiwu_diff.report import CHECK_FORMATS

    found = [(name, " ".join(one.suffixes)) for name, one in CHECK_FORMATS.items()]
    return _fitting(found, incomplete)


def fail_on(ctx: Any, incomplete: str) -> Completions:
    """What may make a check fail."""
    return _fitting([(one, "") for one in ("error", "warning", "note", "never")], incomplete)


def partitions(ctx: Any, incomplete: str) -> Completions:
    """By what a report may be divided into files."""
    return _fitting([("lead", "")], incomplete)


def show_formats(ctx: Any, incomplete: str) -> Completions:
    """Forms of one item at every level."""
    from yiwu_diff.report import SHOW_FORMATS

    return _fitting(
        [(name, " ".join(one.suffixes)) for name, one in SHOW_FORMATS.items()], incomplete
    )


def map_fields(ctx: Any, incomplete: str) -> Completions:
    """What a heading can mean, once the heading is written."""
    from yiwu_diff.standard.columns import HEADINGS

    heading, equals, _ = incomplete.rpartition("=")
    found = [(f"{heading}={zh}", key) for key, zh in HEADINGS.items()] if equals else []
    return _fitting(found, incomplete)


def export_formats(ctx: Any, incomplete: str) -> Completions:
    """Forms of a standard itself."""
    from yiwu_diff.report import EXPORT_FORMATS

    return _fitting([(name, "") for name in EXPORT_FORMATS], incomplete)


def schemas(ctx: Any, incomplete: str) -> Completions:
    """Schemas by name."""
    from yiwu_diff.cli.schema import names

    return _fitting([(name, "") for name in names()], incomplete)


def _items(ctx: Any) -> tuple[Item, ...]:
    """The items of the standards named so far; of the usual one if there are none."""
    from yiwu_diff.standard import refs as refs_

    root = data_root(ctx)
    named = [ctx.params.get(key) for key in ("first", "second", "standard", "against")]
    standards: list[Standard] = [refs_.load(ref, root) for ref in named if ref]
    if not standards:
        standards = [refs_.load(DEFAULT_REF, root)]
    return tuple(item for standard in standards for item in standard.items)


def _fitting(found: Iterable[tuple[str, str]], incomplete: str) -> Completions:
    unique = dict.fromkeys(one for one in found if one[0])
    return [one for one in unique if one[0].startswith(incomplete)]
