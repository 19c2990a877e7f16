"""What an imported standard says of itself: as it is, as it was told, or guessed and said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.import_words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.cli.import_target import Target
    from yiwu_diff.importers.entries import Document
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard


def head(
    target: Target,
    documents: Sequence[Document],
    title: str | None,
    name: str | None,
    level: str | None,
    builds_on: Sequence[str] | None,
    lang: Lang,
) -> Standard:
    """The standard without items: as it is, or made from the title and what is at hand."""
    from yiwu_diff.importers.heads import guess, upper_refs
    from yiwu_diff.standard.model import Standard
    from yiwu_diff.standard.yaml_writing import as_read

    given = {
        key: value
        for key, value in (("title", title), ("name", name), ("level", level))
        if value is not None
    }
    if builds_on:
        given["builds_on"] = tuple(builds_on)  # type: ignore[assignment]
    if target.before is not None:
        return replace(target.before, items=(), **given)  # type: ignore[arg-type]
    if (told := next((one.head for one in documents if one.head), None)) is not None:
        own = {"jurisdiction": target.jurisdiction, "edition": target.edition}
        return replace(told, **own, **given)  # type: ignore[arg-type]
    titles = (" ".join(as_read(one.taken.title).split()) for one in documents)
    title = title or next(filter(None, titles), "")
    if not title:
        raise RefusedError(word("needs_title", lang))
    same = next((one for one in target.library if one.jurisdiction == target.jurisdiction), None)
    guessed = guess(title)
    name = name or (same.name if same is not None else "") or guessed.name
    if not name:
        raise RefusedError(word("needs_name", lang))
    known = level or (same.level if same is not None else None) or guessed.level
    here = [one for one in target.library if one.ref in target.here]
    return Standard(
        items=(),
        title=title,
        jurisdiction=target.jurisdiction,
        name=name,
        level=known,  # type: ignore[arg-type]
        edition=target.edition,
        builds_on=tuple(builds_on or ()) or tuple(upper_refs(known, target.edition, here)),  # type: ignore[arg-type]
    )
