"""What a person has to decide of an import: which items are one, which texts give way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.cli import asking, import_report, streams
from yiwu_diff.cli.import_words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.importers.matching import Match
    from yiwu_diff.importers.merging import Plan
    from yiwu_diff.report.words import Lang


def settled(
    matches: Sequence[Match], *, yes: bool, asks: bool, lang: Lang
) -> tuple[list[Match], list[tuple[Match, bool]]]:
    """The matches with each doubtful one decided, and those with how they were."""
    from yiwu_diff.importers.matching import Match

    done, doubtful = [], []
    for match in matches:
        old = match.item or match.model
        if match.sure or old is None:
            done.append(match)
            continue
        same = yes
        if asks:
            values = {
                "name": match.entry.item.name,
                "place": match.entry.place,
                "ref": match.model_ref or word("this", lang),
                "old": old.name,
            }
            same = asking.ask(word("ask.pair", lang, **values), "yn", "n") == "y"
        done.append(match if same else Match(match.entry))
        doubtful.append((match, same))
    return done, doubtful


def accepted(plan: Plan, lang: Lang) -> set[tuple[str, str]]:
    """The differing texts that the person at the terminal gives up."""
    taken: set[tuple[str, str]] = set()
    left = plan.open
    for number, (result, change) in enumerate(left):
        streams.tell(import_report.difference(result, change, lang).rstrip("\n"))
        answer = asking.ask(word("ask.text", lang), "ynaq", "n")
        if answer == "q":
            break
        if answer in "ya":
            taken.add((result.item.id or "", change.field))
        if answer == "a":
            taken |= {(r.item.id or "", c.field) for r, c in left[number:]}
            break
    return taken
