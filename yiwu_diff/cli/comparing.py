"""The work of ``yiwu-diff diff`` and others: which standards, and where the report goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yiwu_diff.cli import choose, streams, write
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.progress import Progress
from yiwu_diff.cli.settings import data_root
from yiwu_diff.cli.words import message
from yiwu_diff.report import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report import Subject
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.model import Standard

BASE, TARGET = "jinhua", "yiwu"
"""What is compared when nothing is named: the newest editions of both."""


def stdout_form(
    name: str | None, has_files: bool, lang: Lang, forms: Mapping[str, Format] = FORMATS
) -> Format | None:
    """The form for standard output; None where the report goes to files only."""
    if name is None:
        return None if has_files else forms["terminal"]
    form = forms[choose.one_of(name, forms, "--format", lang)]
    if form.binary:
        raise RefusedError(message("binary", lang, format=form.name))
    return form


def comparison_of(ctx: Any, first: str | None, second: str | None, lang: Lang) -> Comparison:
    """The comparison of the two standards that were named, with what people decided about it."""
    from yiwu_diff.standard import verdicts

    base, target, folder = _standards(ctx, first, second, lang)
    decisions = verdicts.decisions(folder)

    from yiwu_diff.compare.engine import compare

    with Progress() as progress:
        progress.step(message("comparing", lang))
        return compare(base, target, decisions)


def bare_comparison(ctx: Any, first: str | None, second: str | None, lang: Lang) -> Comparison:
    """The comparison as the engine makes it, whatever people decided."""
    base, target, _ = _standards(ctx, first, second, lang)

    from yiwu_diff.compare.engine import compare

    return compare(base, target)


def _standards(
    ctx: Any, first: str | None, second: str | None, lang: Lang
) -> tuple[Standard, Standard, Folder]:
    """Base and target, and the folder of the target: beside it lies what people decided."""
    from yiwu_diff.standard import refs

    root = data_root(ctx)
    if first is None:
        first, second = BASE, TARGET
    if second is not None:
        base = refs.load(first, root)
        return base, *opened(second, root)
    target, folder = opened(first, root)
    if not target.builds_on:
        raise RefusedError(message("no_builds_on", lang, ref=first))
    return refs.load(target.builds_on[0], root), target, folder


def opened(ref: str, root: Path) -> tuple[Standard, Folder]:
    """The standard that a ref names, and its folder."""
    from yiwu_diff.standard import refs
    from yiwu_diff.standard.reader import read_standard

    found = refs.resolve(ref, root)
    return read_standard(found.folder, expect=found.expect), found.folder


def deliver(
    subject: Subject,
    options: Options,
    planned: list[tuple[Path, Format]],
    form: Format | None,
) -> None:
    """Write the report to every file, and to standard output."""
    from dataclasses import replace

    plain = replace(options, color=False)
    # All are made before any is written: a form that fails leaves no half set of files.
    made: list[tuple[Path, str | bytes]] = []
    with Progress(len(planned)) as progress:
        for path, one in planned:
            progress.step(message("making", options.lang, file=path.name))
            made.append((path, one.render(subject, plain)))
    for path, report in made:
        write.write(path, report, options.lang)
        streams.tell(message("written", options.lang, file=path))
    if form is not None:
        streams.put(form.render(subject, options))
