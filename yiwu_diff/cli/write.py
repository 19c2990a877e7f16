"""Reports to files: whole or not at all, and never over what is being compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.words import message
from yiwu_diff.report import FORMATS, Format, by_suffix
from yiwu_diff.standard.atomic import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard


def plan(
    files: Sequence[str], lang: Lang, forms: Mapping[str, Format] = FORMATS
) -> list[tuple[Path, Format]]:
    """What is to be written where. Refused before any work is done on it."""
    planned: list[tuple[Path, Format]] = []
    for name in files:
        form = by_suffix(name, forms)
        if form is None:
            suffixes = ", ".join(s for one in forms.values() for s in one.suffixes)
            raise RefusedError(message("suffix", lang, file=name, known=suffixes))
        planned.append((destination(name, [path for path, _ in planned], lang), form))
    return planned


def destination(name: str, taken: Collection[Path], lang: Lang) -> Path:
    """The resolved path of a file to write; refused where no file can go."""
    path = Path(name)
    if path.is_dir():
        raise RefusedError(message("is_folder", lang, file=name))
    if not path.absolute().parent.is_dir():
        raise RefusedError(message("no_folder", lang, folder=path.parent))
    real = path.resolve()
    if real in taken:
        raise RefusedError(message("twice", lang, file=name))
    return real


def spare_inputs(paths: Iterable[Path], standards: Iterable[Standard], lang: Lang) -> None:
    """Refuse to overwrite a file that a standard was read from."""
    paths = list(paths)
    if not paths:
        # Without a file to write, resolving the inputs would only cost time.
        return
    inputs = {
        Path(place.file).resolve()
        for standard in standards
        for place in (
            standard.place,
            *(place for item in standard.items for place in item.places.values()),
        )
        if place is not None
    }
    for path in paths:
        same = path in inputs or (
            path.exists() and any(one.exists() and path.samefile(one) for one in inputs)
        )
        if same:
            raise RefusedError(message("is_input", lang, file=path))


def write(path: Path, report: str | bytes, lang: Lang) -> None:
    """A new file beside the old one, flushed, then put in its place."""
    content = report.encode("utf-8") if isinstance(report, str) else report
    try:
        replace(path, content)
    except OSError as error:
        why = error.strerror or str(error)
        raise RefusedError(message("cannot_write", lang, file=path, why=why)) from error
