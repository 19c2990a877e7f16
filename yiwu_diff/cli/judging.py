"""What ``decide`` and ``justify`` have in common: the item that is meant, and its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from yiwu_diff.cli import choose, comparing, streams, writing
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.words import message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.folders import DiskFolder
    from yiwu_diff.standard.verdicts import Decision, Justification


class Case(NamedTuple):
    """One item of one comparison, and the folder where what is said about it goes."""

    folder: DiskFolder
    comparison: Comparison
    """As the engine has it, without decisions."""
    entry: ItemComparison

    @property
    def id(self) -> str:
        """The id under which records name the item."""
        return next(iter(self.ids), self.entry.name)

    @property
    def ids(self) -> list[str]:
        """Every id that the item has on either side, the target's first."""
        return [one.id for one in (*self.entry.target, *self.entry.base) if one.id]

    def own(self, records: Sequence[Decision | Justification]) -> list[int]:
        """The numbers of the records about this item and this base."""
        return about(records, self.ids, self.comparison)


class Named(NamedTuple):
    """What is to be taken back, and from where."""

    folder: DiskFolder
    comparison: Comparison
    ids: list[str]
    name: str


def open_case(ctx: Any, item: str, against: str | None, standard: str | None, lang: Lang) -> Case:
    """The item that was named. Refused where nothing could be written about it, or where
    several items or none may be meant."""
    folder, comparison = _opened(ctx, against, standard, lang)
    return Case(folder, comparison, _entry(comparison, item, lang))


def to_take_back(
    ctx: Any,
    item: str,
    against: str | None,
    standard: str | None,
    records: Callable[[DiskFolder], Sequence[Decision | Justification]],
    lang: Lang,
) -> Named:
    """As `open_case`, where records are to be taken back: they may name an item that is in
    neither standard any more, or never was."""
    folder, comparison = _opened(ctx, against, standard, lang)
    known = (*comparison.target.items, *comparison.base.items)
    if not any(one.id == item for one in known) and any(
        one.item == item for one in records(folder)
    ):
        return Named(folder, comparison, [item], item)
    case = Case(folder, comparison, _entry(comparison, item, lang))
    return Named(folder, comparison, case.ids, case.entry.name)


def about(
    records: Sequence[Decision | Justification], ids: Collection[str], comparison: Comparison
) -> list[int]:
    """The numbers of the records about one of these items and the comparison's base."""
    from yiwu_diff.compare.decided import is_about

    return [
        number
        for number, one in enumerate(records)
        if one.item in ids and is_about(one, comparison)
    ]


def _opened(
    ctx: Any, against: str | None, standard: str | None, lang: Lang
) -> tuple[DiskFolder, Comparison]:
    target = standard or comparing.TARGET
    folder = writing.folder_to_write(ctx, target, lang)
    first, second = (against, target) if against else (target, None)
    return folder, comparing.bare_comparison(ctx, first, second, lang)


def _entry(comparison: Comparison, item: str, lang: Lang) -> ItemComparison:
    from yiwu_diff.compare.decided import entry_of

    key = choose.one_item(item, (*comparison.target.items, *comparison.base.items), lang)
    entry = entry_of(comparison, key)
    assert entry is not None, "every item of both sides has an entry"
    return entry


def show_evidence(case: Case, labels: Collection[LabelName], lang: Lang) -> None:
    """Print what these labels stand on, so that nobody decides unseen."""
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.terminal import evidence

    options = Options(lang=lang, width=streams.width(), color=streams.color())
    streams.put(evidence(case.comparison, case.entry, labels, options))


def needed(value: str | None, question: str, option: str, lang: Lang) -> str:
    """A text that was given, or is asked for at a terminal; refused where it is wanting."""
    from yiwu_diff.standard.verdict_files import tidy

    found = tidy(value or "") or tidy(writing.ask(question))
    if not found:
        raise RefusedError(message("needs_text", lang, option=option))
    return found
