"""An import's files: which change, and putting them in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.cli import write
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.import_words import word
from yiwu_diff.cli.words import message

if TYPE_CHECKING:
    from yiwu_diff.cli.import_target import Target
    from yiwu_diff.importers.merging import Plan
    from yiwu_diff.report.words import Lang


def changes(target: Target, plan: Plan, lang: Lang) -> dict[str, bytes | None]:
    """The new bytes of each file that changes."""
    from yiwu_diff.importers.ids import make_name
    from yiwu_diff.standard.writer import new_files, updated_files

    names: dict[str, str] = {}
    for standard in target.library:
        for item in standard.items:
            if item.domain and (place := item.places.get("item")) is not None:
                names.setdefault(item.domain, Path(place.file).stem.partition("-")[2])
    for domain in plan.after.domains:
        names.setdefault(domain, "")
        names[domain] = names[domain] or make_name(domain)
    if plan.before is None:
        made = new_files(plan.after, names)
        # What a run that was cut short has left is written over; the rest nobody may lose.
        if left := sorted(target.files.keys() - made.keys()):
            raise RefusedError(word("leftover", lang, folder=target.folder, files="、".join(left)))
        return dict(made)
    return updated_files(target.files, plan.before, plan.after, names)


def put(target: Target, changed: dict[str, bytes | None], lang: Lang) -> None:
    """Write the shipped datasets that go first, then the files that change."""
    from yiwu_diff.standard import writer
    from yiwu_diff.standard.atomic import ChangedError

    folder = target.folder
    assert folder is not None
    try:
        for path, data in target.seed.items():
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                write.write(path, data, lang)
        if changed:
            writer.write(folder, changed, target.files)
    except ChangedError as error:
        raise RefusedError(word("changed_meanwhile", lang, file=error.path)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise RefusedError(message("cannot_write", lang, file=folder, why=why)) from error
