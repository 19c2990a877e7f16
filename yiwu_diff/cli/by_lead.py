"""``yiwu-diff diff --by lead``: a file for each lead agency."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from yiwu_diff.cli import choose, streams, write
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.progress import Progress
from yiwu_diff.cli.words import message
from yiwu_diff.report import FORMATS, Format, by_suffix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.words import Lang

LEAD = "lead"
PARTITIONS = (LEAD,)
"""By what a report may be divided."""
_DEFAULT = "docx"
_OTHERS_NAMED = 5


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the files go, and their form."""

    path: Path
    form: Format

    @classmethod
    def planned(cls, output: Sequence[str], format: str | None, lang: Lang) -> Self:
        """What was asked for. Refused before any work is done on it."""
        if len(output) != 1:
            raise RefusedError(message("by_needs_folder", lang, by=LEAD))
        path = Path(output[0])
        form = FORMATS[choose.one_of(format or _DEFAULT, FORMATS, "--format", lang)]
        looks_like = by_suffix(path.name)
        if path.exists() and not path.is_dir():
            raise RefusedError(message("not_folder", lang, file=path))
        if looks_like is not None and not path.is_dir():
            raise RefusedError(
                message("by_is_file", lang, by=LEAD, file=path, form=looks_like.name)
            )
        return cls(path, form)

    def deliver(self, comparison: Comparison, options: Options) -> None:
        """Write a file for each agency, and tell which. Files of other names are left alone."""
        from yiwu_diff.report.by_lead import divide, file_names
        from yiwu_diff.report.words import Say

        lang, suffix = options.lang, self.form.suffixes[0]
        filters = options.filters
        parts = divide(comparison, filters.lead)
        if not parts:
            streams.tell(message("by_nothing", lang))
            return
        nobody = Say(lang)("lead.unknown")
        called = [part.agency or nobody for part in parts]
        paths = [self.path / (name + suffix) for name in file_names(called)]
        write.spare_inputs(paths, (comparison.base, comparison.target), lang)
        made: list[str | bytes] = []
        with Progress(len(parts)) as progress:
            for part, name, path in zip(parts, called, paths, strict=True):
                progress.step(message("making", lang, file=path.name))
                own = replace(options, color=False, filters=replace(filters, lead=(name,)))
                made.append(self.form.render(part.comparison, own))
        self._make(lang)
        for path, report, part in zip(paths, made, parts, strict=True):
            if path.is_dir():
                raise RefusedError(message("is_folder", lang, file=path))
            write.write(path, report, lang)
            n = len(part.comparison.items)
            streams.tell(message("by_file", lang, file=path.name, n=n))
        joint = sum(len(part.comparison.items) for part in parts) - len(comparison.items)
        total = message(
            "by_total", lang, folder=self.path, files=len(parts), items=len(comparison.items)
        )
        if joint:
            several = _in_several([part.comparison for part in parts])
            total += message("by_joint", lang, n=several)
        streams.tell(total)
        self._others({path.name for path in paths}, suffix, lang)

    def _make(self, lang: Lang) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise RefusedError(message("cannot_write", lang, file=self.path, why=why)) from error

    def _others(self, written: set[str], suffix: str, lang: Lang) -> None:
        """An agency that leads nothing any more may still have its file of an earlier run."""
        others = sorted(
            one.name
            for one in self.path.iterdir()
            if one.suffix == suffix
            and one.name not in written
            and not one.name.startswith((".", "~"))
        )
        if others:
            more = ["…"] if len(others) > _OTHERS_NAMED else []
            files = "、".join([*others[:_OTHERS_NAMED], *more])
            streams.tell(message("by_others", lang, folder=self.path, files=files))


def _in_several(parts: Sequence[Comparison]) -> int:
    """How many items stand in more than one part."""
    counts: dict[int, int] = {}
    for part in parts:
        for entry in part.items:
            counts[id(entry)] = counts.get(id(entry), 0) + 1
    return sum(n > 1 for n in counts.values())
