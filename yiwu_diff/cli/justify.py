"""``yiwu-diff justify``: why an item goes beyond the base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import judging, streams, writing
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.options import Against, By, Drafted, ItemName
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.folders import DiskFolder
    from yiwu_diff.standard.verdicts import Justification

HELP = both(
    "为超出上级标准的项目（新增、补充完善、调高）写论证：必要性、合理性和风险评估。"
    "先显示超出的内容，再写入标准旁的 justifications.yaml。\n\n"
    "三项都要写明；以前写过的保留，只写要改的即可。文本改动后论证失效，须再论证一次。"
    "--remove 收回论证。",
    "Justify an item that goes beyond the base (new, supplemented, raised): why it is needed, why "
    "it is reasonable and can be paid for, what may go wrong. What goes beyond is shown first; "
    "then justifications.yaml beside the standard is written.\n\n"
    "All three are required; what was written before stays, so only what changes need be given. "
    "Once a text changes a justification is stale, and to be made again. --remove takes it back.",
)


def run(
    ctx: typer.Context,
    item: ItemName,
    necessity: Annotated[
        str | None,
        typer.Option("--necessity", metavar="TEXT", help=both("必要性", "why it is needed")),
    ] = None,
    reasonableness: Annotated[
        str | None,
        typer.Option(
            "--reasonableness",
            metavar="TEXT",
            help=both("合理性（含财力）", "why it is reasonable and can be paid for"),
        ),
    ] = None,
    risk: Annotated[
        str | None,
        typer.Option(
            "--risk",
            metavar="TEXT",
            help=both("风险评估", "what may go wrong, and how that is met"),
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=both("收回论证", "take the justification back"))
    ] = False,
    by: By = None,
    against: Against = None,
    standard: Drafted = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.compare.labels import BEYOND
    from yiwu_diff.standard import verdicts
    from yiwu_diff.standard.verdict_files import tidy

    lang = lang_of(ctx)
    given = {"necessity": necessity, "reasonableness": reasonableness, "risk": risk}
    if remove and any(given.values()):
        raise RefusedError(message("remove_alone", lang))
    if remove:
        named = judging.to_take_back(ctx, item, against, standard, verdicts.justifications, lang)
        _remove(named, lang)
        return
    case = judging.open_case(ctx, item, against, standard, lang)
    labels = [label for label in BEYOND if label in case.entry.labels]
    judging.show_evidence(case, labels, lang)
    if not labels:
        streams.tell(message("not_beyond", lang, item=case.entry.name))
    arguments = {name: tidy(text or "") for name, text in given.items()}
    _ask(case, arguments, lang)
    record = {
        "item": case.id,
        "base": case.comparison.base.ref,
        **arguments,
        "by": by if by is not None else writing.author(),
        "date": writing.today(),
    }
    _write(case, record, lang)


def _ask(case: judging.Case, arguments: dict[str, str], lang: Lang) -> None:
    """Fill in what was neither given nor written before; at a terminal it is asked for."""
    from yiwu_diff.standard import verdicts
    from yiwu_diff.standard.verdict_files import tidy

    held = verdicts.justifications(case.folder)
    older = [held[number] for number in case.own(held)]
    for name, text in arguments.items():
        if not text and not any(getattr(one, name) for one in older):
            arguments[name] = tidy(writing.ask(message(f"ask_{name}", lang)))
    _complete(arguments, older, lang)


def _complete(arguments: dict[str, str], older: Sequence[Justification], lang: Lang) -> None:
    """Take over what was written before. Refused where an argument is still wanting."""
    for one in older:
        for name in arguments:
            arguments[name] = arguments[name] or getattr(one, name)
    lacking = [f"--{name}" for name, text in arguments.items() if not text]
    if lacking:
        raise RefusedError(message("needs_text", lang, option=", ".join(lacking)))


def _write(case: judging.Case, record: dict[str, str], lang: Lang) -> None:
    from yiwu_diff.compare.decided import fingerprint
    from yiwu_diff.standard import verdict_files

    kind = verdict_files.JUSTIFICATIONS
    own = {key: verdict_files.tidy(value) for key, value in record.items()}
    own["fingerprint"] = fingerprint(case.entry)
    replaced: list[Justification] = []

    def edit(before: bytes | None) -> bytes:
        held = _held(case.folder, before)
        numbers = case.own(held)
        replaced[:] = [held[number] for number in numbers]
        return verdict_files.put(before, kind, own, numbers)

    writing.change(case.folder, kind, edit, lang)
    for one in replaced:
        told = message("replaced_justification", lang, what=_who(one))
        if one.fingerprint != own["fingerprint"]:
            told += message("was_stale", lang)
        streams.tell(told)


def _remove(named: judging.Named, lang: Lang) -> None:
    from yiwu_diff.standard import verdict_files

    removed: list[Justification] = []

    def edit(before: bytes | None) -> bytes | None:
        held = _held(named.folder, before)
        numbers = judging.about(held, named.ids, named.comparison)
        removed[:] = [held[number] for number in numbers]
        if before is None or not numbers:
            return None
        return verdict_files.take(before, verdict_files.JUSTIFICATIONS, numbers)

    if not writing.change(named.folder, verdict_files.JUSTIFICATIONS, edit, lang):
        raise RefusedError(message("no_justification", lang, item=named.name))
    for one in removed:
        streams.tell(message("removed_justification", lang, what=_who(one)))


def _held(folder: DiskFolder, data: bytes | None) -> Sequence[Justification]:
    from yiwu_diff.standard import verdict_files, verdicts

    return verdicts.justifications(verdict_files.held(folder, verdict_files.JUSTIFICATIONS, data))


def _who(one: Justification) -> str:
    return " ".join(part for part in (one.by, one.date) if part) or "?"
