"""What a user typed, as one of the values there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.words import message, nearest
from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.report.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Item


def one_of(value: str, known: Iterable[str], option: str, lang: Lang) -> str:
    """The value, if it is known; else refused, with the nearest and the list."""
    names = list(known)
    if value in names:
        return value
    raise unknown(value, names, option, lang)


def unknown(value: str, known: Sequence[str], option: str, lang: Lang) -> RefusedError:
    """The refusal of a value that is not known."""
    hint = nearest(value, list(known), lang)
    listed = message("known", lang, known=", ".join(known))
    text = message("unknown_value", lang, option=option, value=value, nearest=hint)
    return RefusedError(f"{text}\n{listed}")


def label(value: str, lang: Lang, option: str = "--label") -> LabelName:
    """A label by its name in either language."""
    for name, one in LABELS.items():
        if value.strip().lower() in (name, one.zh, one.en):
            return name
    raise unknown(value, [f"{one.zh} {name}" for name, one in LABELS.items()], option, lang)


def filters(comparison: Comparison, asked: Mapping[str, Sequence[str]], lang: Lang) -> Filters:
    """The filters that were asked for, each value checked against what the two standards
    hold: a misspelt filter must not look like an empty result."""
    items = (*comparison.base.items, *comparison.target.items)
    return Filters(
        label=tuple(dict.fromkeys(label(value, lang) for value in asked.get("label", ()))),
        domain=_known(asked, "domain", [i.domain for i in items], lang),
        service=_known(asked, "service", [i.service for i in items], lang),
        lead=_leads(asked.get("lead", ()), items, lang),
        item=_items(asked.get("item", ()), items, lang),
    )


def _known(
    asked: Mapping[str, Sequence[str]], kind: str, values: list[str | None], lang: Lang
) -> tuple[str, ...]:
    known = list(dict.fromkeys(value for value in values if value))
    chosen = [one_of(value, known, f"--{kind}", lang) for value in asked.get(kind, ())]
    return tuple(dict.fromkeys(chosen))


def _leads(asked: Sequence[str], items: Sequence[Item], lang: Lang) -> tuple[str, ...]:
    known = list(dict.fromkeys(item.lead for item in items if item.lead))
    for value in asked:
        if not value or not any(value in lead for lead in known):
            raise unknown(value, known, "--lead", lang)
    return tuple(dict.fromkeys(asked))


def _items(asked: Sequence[str], items: Sequence[Item], lang: Lang) -> tuple[str, ...]:
    chosen: list[str] = []
    for value in asked:
        found = find_items(value, items)
        if not found:
            near = nearest(value, list(dict.fromkeys(item.name for item in items)), lang)
            raise RefusedError(message("no_item", lang, name=value, nearest=near))
        chosen += found
    return tuple(dict.fromkeys(chosen))


def one_item(value: str, items: Sequence[Item], lang: Lang) -> str:
    """The key of the one item that a user means, as `find_items`; refused where there is none
    or where several fit."""
    found = find_items(value, items)
    if not found:
        names = list(dict.fromkeys(item.name for item in items))
        raise RefusedError(
            message("no_item", lang, name=value, nearest=nearest(value, names, lang))
        )
    if len(found) > 1:
        lines = [message("ambiguous", lang, name=value)]
        for key in found:
            one = next(i for i in reversed(items) if key in (i.id, i.name))
            lines.append(f"  {one.name}  {one.id or ''}".rstrip())
        raise RefusedError("\n".join(lines))
    return found[0]


def find_items(value: str, items: Iterable[Item]) -> list[str]:
    """The keys (ids, or names where there is none) of the items that a user may mean: by id,
    name or alias, else by a part of the name."""
    items = list(items)
    exact = [item for item in items if value in (item.id, item.name, *item.aliases)]
    found = exact or [
        item
        for item in items
        if value and any(value in name for name in (item.name, *item.aliases))
    ]
    return list(dict.fromkeys(item.id or item.name for item in found))
