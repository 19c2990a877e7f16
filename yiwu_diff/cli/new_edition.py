"""``yiwu-diff new-edition``: the draft of a new edition, from an old one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from yiwu_diff.cli import complete, streams, writing
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import data_root, lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard
    from yiwu_diff.standard.new_edition import Above, Made
    from yiwu_diff.standard.refs import Found

HELP = both(
    "从旧版复制，开始起草新版：各领域文件原样复制；standard.yaml 改版本、标题中的年份，"
    "依据（builds_on）改为各上级标准在数据中的最新版，印发部门、自述总数和来源清空待写。"
    "裁定、论证和起草说明的数据（decisions.yaml、justifications.yaml、note.yaml）属于旧版，不复制。\n\n"
    "例：yiwu-diff new-edition yiwu@2021 yiwu@2026",
    "Start the draft of a new edition from an old one: the domain files are copied as they are; in "
    "standard.yaml the edition and the year in the title change, builds_on names the newest "
    "edition that the data hold of each standard above, and the issuing agencies, declared totals "
    "and sources are cleared. Decisions, justifications and the note's claims (decisions.yaml, "
    "justifications.yaml, note.yaml) are about the old edition and are not copied.\n\n"
    "For example: yiwu-diff new-edition yiwu@2021 yiwu@2026",
)


def run(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help=both(
                "旧版：yiwu@2021、文件夹或 git:版本:yiwu@2021",
                "the old edition: yiwu@2021, a folder or git:REV:yiwu@2021",
            ),
            autocompletion=complete.refs,
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="NEW",
            help=both(
                "新版：地区@版本，如 yiwu@2026 或 yiwu@2026-draft",
                "the new edition: PLACE@EDITION, such as yiwu@2026 or yiwu@2026-draft",
            ),
            autocompletion=complete.places,
        ),
    ],
) -> None:
    """See `HELP`."""
    from yiwu_diff.standard import atomic, new_edition, refs
    from yiwu_diff.standard.catalog import editions
    from yiwu_diff.standard.folders import STANDARD_FILE, as_named
    from yiwu_diff.standard.reader import domain_files, read_standard

    lang = lang_of(ctx)
    place, edition = _parts(target, lang)
    root = _root(ctx, target, lang)
    found = refs.resolve(source, root)
    old = read_standard(found.folder, expect=found.expect)
    if place not in (old.jurisdiction, old.name):
        raise RefusedError(
            message("edition_place", lang, ref=source, place=old.jurisdiction, other=target)
        )
    path = root / old.jurisdiction / edition
    shown = as_named(path)
    files = {name: found.folder.read(name) for name in domain_files(found.folder.names())}
    made = new_edition.make(found.folder.read(STANDARD_FILE), old, edition, editions(root))
    files[STANDARD_FILE] = made.data
    _check(files, old.jurisdiction, edition)
    try:
        atomic.new_folder(path, files)
    except FileExistsError as error:
        raise RefusedError(message("edition_exists", lang, folder=shown)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise RefusedError(message("cannot_write", lang, file=shown, why=why)) from error
    told = message("edition_made", lang, folder=shown, ref=source, n=len(files) - 1)
    streams.tell("\n".join([told, *_told(made, found, old, edition, shown, lang)]))


def _parts(target: str, lang: Lang) -> tuple[str, str]:
    """Place and edition of a ref that may be made."""
    from yiwu_diff.standard.new_edition import LONGEST_NAME, is_name
    from yiwu_diff.standard.refs import parse_ref

    ref = parse_ref(target)
    if ref.revision is not None:
        raise RefusedError(message("write_git", lang, ref=target))
    if ref.is_path or not ref.name or not ref.edition:
        raise RefusedError(message("edition_ref", lang, ref=target))
    if not is_name(ref.edition):
        raise RefusedError(message("edition_name", lang, edition=ref.edition, n=LONGEST_NAME))
    return ref.name, ref.edition


def _root(ctx: Any, target: str, lang: Lang) -> Path:
    """The data folder, if an edition may be put into it."""
    root = data_root(ctx)
    if writing.is_packaged(root):
        raise RefusedError(message("write_packaged", lang, ref=target, root=root))
    return root


def _check(files: dict[str, bytes], jurisdiction: str, edition: str) -> None:
    """Raise ReadError unless the new edition reads. What was copied is what is read: somebody
    may have saved a file of the old one meanwhile."""
    from yiwu_diff.standard.folders import MemoryFolder
    from yiwu_diff.standard.reader import read_standard

    read_standard(MemoryFolder(files, f"{jurisdiction}@{edition}"), expect=(jurisdiction, edition))


def _told(
    made: Made, found: Found, old: Standard, edition: str, shown: str, lang: Lang
) -> Sequence[str]:
    """What was done, what is left to do, and how to go on."""
    from yiwu_diff.standard.reader import OTHER_FILES

    key = "edition_title" if made.titled else "edition_title_same"
    lines = [message(key, lang, title=made.title)]
    lines += [_above(one, lang) for one in made.above]
    lines.append(message("edition_cleared", lang))
    left = sorted(OTHER_FILES & set(found.folder.names()))
    if left:
        joint = "、" if lang == "zh" else ", "
        lines.append(message("edition_left", lang, files=joint.join(left)))
    new = f"{old.jurisdiction}@{edition}"
    lines.append(message("edition_next", lang, folder=shown, old=old.ref, new=new))
    return [f"  {line}" for line in lines]


def _above(one: Above, lang: Lang) -> str:
    key = "edition_above" if one.new != one.old else "edition_above_same"
    if not one.known:
        key = "edition_above_unknown"
    return message(key, lang, old=one.old, new=one.new)
