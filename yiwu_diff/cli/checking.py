"""The work of ``yiwu-diff check``: settings, earlier runs, and where the findings go."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.cli import choose, streams, write
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.progress import Progress
from yiwu_diff.cli.words import message
from yiwu_diff.report import CHECK_FORMATS, Format, by_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwu_diff.check import Draft, Result
    from yiwu_diff.check.settings import Settings
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Lang

_JSON = ("json", "gitlab", "sarif")
"""What a .json file may hold."""
SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"


@contextmanager
def working(lang: Lang) -> Iterator[None]:
    """A sign of life on standard error while the standards are read and compared."""
    with Progress() as progress:
        progress.step(message("comparing", lang))
        yield


def plan(
    formats: Sequence[str], files: Sequence[str], lang: Lang
) -> tuple[list[tuple[Path, Format]], Format]:
    """Which form goes into which file, and which one to standard output.

    A file takes the form that its suffix tells; where the suffix leaves it open (.json, or none
    that is known), the first of ``formats`` that fits and no other file took. What is left of
    ``formats`` goes to standard output: at most one, the terminal's where there is none.
    """
    waiting = [
        CHECK_FORMATS[choose.one_of(name, CHECK_FORMATS, "--format", lang)] for name in formats
    ]
    planned: list[tuple[Path, Format]] = []
    for name in files:
        form = _form_of(name, waiting)
        if form is None:
            suffixes = ", ".join(s for one in CHECK_FORMATS.values() for s in one.suffixes)
            raise RefusedError(message("suffix", lang, file=name, known=suffixes))
        if form in waiting:
            waiting.remove(form)
        planned.append((write.destination(name, [path for path, _ in planned], lang), form))
    if len(waiting) > 1:
        names = ", ".join(one.name for one in waiting)
        raise RefusedError(message("one_stdout", lang, formats=names))
    return planned, waiting[0] if waiting else CHECK_FORMATS["terminal"]


def _form_of(file: str, waiting: Sequence[Format]) -> Format | None:
    told = by_suffix(file, CHECK_FORMATS)
    if told is not None and told.name != "json":
        return told
    return next((one for one in waiting if told is None or one.name in _JSON), told)


def settings_for(draft: Draft, root: Path, named: str | None) -> Settings:
    """The settings that are named, or those beside the data. Raises ReadError."""
    from yiwu_diff.check import settings
    from yiwu_diff.standard.folders import DiskFolder

    if named is not None:
        path = Path(named)
        return settings.read(DiskFolder(path.parent).read(path.name), path.as_posix())
    # From the edition's folder up to the one that holds the data folder.
    places = [root, root.parent]
    if isinstance(draft.folder, DiskFolder):
        # Without "..": a sibling's settings are not the draft's.
        own = Path(os.path.normpath(draft.folder.path.absolute()))
        places = [own, *own.parents[:3]]
    for place in places:
        folder = DiskFolder(place)
        if (place / settings.SETTINGS_FILE).is_file():
            name = settings.SETTINGS_FILE
            return settings.read(folder.read(name), folder.shown_file(name))
    return settings.Settings()


def baseline(name: str, draft: Draft, lang: Lang) -> frozenset[str]:
    """The fingerprints in the JSON of an earlier run of the same place, without what was waived
    or accepted then: where that ends, it is found anew."""
    import json

    try:
        tree = json.loads(Path(name).read_bytes())
        place = tree["target"]["jurisdiction"]
        known = frozenset(
            one["fingerprint"]
            for one in tree["findings"]
            if one["status"] != "waived" and not one["accepted"]
        )
    except OSError as error:
        why = error.strerror or str(error)
        raise RefusedError(message("cannot_read", lang, file=name, why=why)) from None
    except (ValueError, KeyError, TypeError):
        raise RefusedError(message("no_baseline", lang, file=name)) from None
    # The names of findings do not hold whose they are: the same item can be cut alike elsewhere.
    if place != draft.target.jurisdiction:
        raise RefusedError(
            message("other_baseline", lang, file=name, place=place, ref=draft.target.ref)
        )
    return known


def deliver(
    result: Result,
    planned: Sequence[tuple[Path, Format]],
    stdout: Format,
    lang: Lang,
    width: int,
    fail_on: str,
) -> None:
    """Write every file, then standard output; the summary too, where GitHub asks for one."""
    from dataclasses import replace

    from yiwu_diff.report.options import Options

    start = Path.cwd().resolve()
    options = Options(
        lang=lang,
        width=width,
        fail_on=fail_on,  # type: ignore[arg-type]
        root=_top(start).as_posix(),
        start=start.as_posix(),
    )
    made = [(path, form.render(result, options)) for path, form in planned]
    for path, report in made:
        write.write(path, report, lang)
        streams.tell(message("written", lang, file=path))
    streams.put(stdout.render(result, replace(options, color=streams.color())))
    if any(form.name == "github" for form in (stdout, *(one for _, one in planned))):
        _summarise(result, options)


def _top(start: Path) -> Path:
    """The top of the repository, from which a forge counts paths; else where we are."""
    return next((one for one in (start, *start.parents) if (one / ".git").exists()), start)


def _summarise(result: Result, options: Options) -> None:
    """Add to the summary page of a GitHub step, where there is one."""
    name = os.environ.get(SUMMARY_VARIABLE)
    if not name:
        return
    from yiwu_diff.report import github

    try:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(github.summary(result, options))
    except OSError as error:
        why = error.strerror or str(error)
        streams.tell(message("cannot_write", options.lang, file=name, why=why))
