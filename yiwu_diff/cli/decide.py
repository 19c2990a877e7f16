"""``yiwu-diff decide``: a person accepts, rejects or adds a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import choose, complete, judging, streams, writing
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.options import Against, By, Drafted, ItemName
from yiwu_diff.cli.settings import lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.folders import DiskFolder
    from yiwu_diff.standard.verdicts import Decision, Verdict

HELP = both(
    "对一个项目的一个标签作出裁定：认可（--accept）、否定（--reject）或补加（--add），写明理由。"
    "先显示这个标签的依据，再写入标准旁的 decisions.yaml。\n\n"
    "裁定记下双方文本的指纹：文本改动后裁定失效，须重新裁定。报告照裁定计数，并列出每一条裁定。"
    "同一项目、同一标签的旧裁定由新裁定取代；--remove 收回裁定。\n\n"
    "例：yiwu-diff decide 环境质量 细化 --reject --reason 标准中已有此规定",
    "Decide about a label of an item: accept it, reject it or add one, and say why. The evidence "
    "is shown first; then decisions.yaml beside the standard is written.\n\n"
    "A decision keeps a fingerprint of both texts: once one of them changes it is stale, and to be "
    "made again. Reports count as decided, and list every decision. A decision about the same "
    "item and label replaces the older one; --remove takes it back.\n\n"
    'For example: yiwu-diff decide environment-quality refined --reject --reason "…"',
)


def run(
    ctx: typer.Context,
    item: ItemName,
    label: Annotated[
        str,
        typer.Argument(
            metavar="LABEL",
            help=both("标签，如 调低 或 lowered", "the label, such as lowered"),
            autocompletion=complete.labels,
        ),
    ],
    accept: Annotated[
        bool, typer.Option("--accept", help=both("认可这个标签", "the label is right"))
    ] = False,
    reject: Annotated[
        bool, typer.Option("--reject", help=both("否定这个标签", "the label is wrong"))
    ] = False,
    add: Annotated[
        bool, typer.Option("--add", help=both("补加这个标签", "the label is wanting"))
    ] = False,
    remove: Annotated[
        bool, typer.Option("--remove", help=both("收回以前的裁定", "take a decision back"))
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help=both("理由，必须写明", "why; required")),
    ] = None,
    by: By = None,
    against: Against = None,
    standard: Drafted = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.standard import verdicts

    lang = lang_of(ctx)
    verdict = _verdict(accept, reject, add, remove, lang)
    name = _label(label, lang)
    if verdict is None:
        named = judging.to_take_back(ctx, item, against, standard, verdicts.decisions, lang)
        _remove(named, name, lang)
        return
    case = judging.open_case(ctx, item, against, standard, lang)
    # Before anybody is asked anything.
    verdicts.decisions(case.folder)
    judging.show_evidence(case, () if verdict == "add" else (name,), lang)
    _fits(case, name, verdict, lang)
    why = judging.needed(reason, message("ask_reason", lang), "--reason", lang)
    record = {
        "item": case.id,
        "base": case.comparison.base.ref,
        "label": name,
        "verdict": verdict,
        "reason": why,
        "by": by if by is not None else writing.author(),
        "date": writing.today(),
    }
    _write(case, record, lang)


def _verdict(accept: bool, reject: bool, add: bool, remove: bool, lang: Lang) -> Verdict | None:
    """The one that was chosen; None for ``--remove``."""
    verdicts: tuple[tuple[Verdict, bool], ...] = (
        ("accept", accept),
        ("reject", reject),
        ("add", add),
    )
    chosen = [name for name, there in verdicts if there]
    if len(chosen) + remove != 1:
        raise RefusedError(message("one_verdict", lang))
    return chosen[0] if chosen else None


def _label(value: str, lang: Lang) -> LabelName:
    name = choose.label(value, lang, "LABEL")
    if name == "unchanged":
        raise RefusedError(message("no_verdict_on_unchanged", lang))
    return name


def _fits(case: judging.Case, label: LabelName, verdict: Verdict, lang: Lang) -> None:
    """Refuse what would have no effect."""
    from yiwu_diff.report.words import Say

    say = Say(lang)
    there = label in case.entry.labels
    if there == (verdict == "add"):
        given = [say.label(one) for one in case.entry.ordered_labels if one != "unchanged"]
        key = "label_there" if there else "label_not_there"
        raise RefusedError(
            message(
                key,
                lang,
                item=case.entry.name,
                label=say.label(label),
                labels=say.several(given) or message("no_label", lang),
            )
        )


def _write(case: judging.Case, record: dict[str, str], lang: Lang) -> None:
    from yiwu_diff.compare.decided import fingerprint
    from yiwu_diff.standard import verdict_files

    kind = verdict_files.DECISIONS
    own = {key: verdict_files.tidy(value) for key, value in record.items()}
    own["fingerprint"] = fingerprint(case.entry)
    replaced: list[Decision] = []

    def edit(before: bytes | None) -> bytes:
        held = _held(case.folder, before)
        numbers = [n for n in case.own(held) if held[n].label == own["label"]]
        replaced[:] = [held[n] for n in numbers]
        return verdict_files.put(before, kind, own, numbers)

    writing.change(case.folder, kind, edit, lang)
    for one in replaced:
        streams.tell(_told("replaced_decision", one, own["fingerprint"], lang))


def _remove(named: judging.Named, label: LabelName, lang: Lang) -> None:
    from yiwu_diff.standard import verdict_files

    removed: list[Decision] = []

    def edit(before: bytes | None) -> bytes | None:
        held = _held(named.folder, before)
        about = judging.about(held, named.ids, named.comparison)
        numbers = [n for n in about if held[n].label == label]
        removed[:] = [held[n] for n in numbers]
        if before is None or not numbers:
            return None
        return verdict_files.take(before, verdict_files.DECISIONS, numbers)

    if not writing.change(named.folder, verdict_files.DECISIONS, edit, lang):
        from yiwu_diff.report.words import Say

        called = Say(lang).label(label)
        raise RefusedError(message("no_decision", lang, item=named.name, label=called))
    for one in removed:
        streams.tell(_told("removed_decision", one, "", lang))


def _held(folder: DiskFolder, data: bytes | None) -> Sequence[Decision]:
    from yiwu_diff.standard import verdict_files, verdicts

    return verdicts.decisions(verdict_files.held(folder, verdict_files.DECISIONS, data))


def _told(key: str, one: Decision, fingerprint: str, lang: Lang) -> str:
    """What became of an older decision."""
    from yiwu_diff.report.words import Say

    say = Say(lang)
    parts = [say(f"decided.verdict.{one.verdict}"), one.reason, one.by, one.date]
    text = message(key, lang, what=say("list.comma").join(part for part in parts if part))
    if fingerprint and one.fingerprint != fingerprint:
        text += message("was_stale", lang)
    return text
