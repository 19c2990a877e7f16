"""The sentences that every paper opens with: what was compared, what came out, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL, LABELS
from yiwu_diff.report import decided
from yiwu_diff.report.names import short_names, what_happened
from yiwu_diff.report.summary import held
from yiwu_diff.standard.model import BASES, FIELDS

if TYPE_CHECKING:
    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.options import Options
    from yiwu_diff.report.summary import Held, Summary
    from yiwu_diff.report.words import Say
    from yiwu_diff.standard.model import Standard


def title(comparison: Comparison, say: Say) -> str:
    """The paper's title."""
    base, target = (
        one.title or one.name or one.ref for one in (comparison.base, comparison.target)
    )
    return say("office.title", base=base, target=target)


def columns(comparison: Comparison, say: Say) -> tuple[str, str]:
    """The heads of the columns for base and target: 金华标准, 义乌标准."""
    heads = []
    for name in short_names(comparison):
        short = name
        if say.lang == "zh" and len(name) > 2 and name[-1] in "省市县区":
            short = name[:-1]
        heads.append(say("office.column", name=short))
    return heads[0], heads[1]


def holding(standard: Standard, say: Say) -> str:
    """What a standard's dataset holds."""
    count = held(standard)
    return say(
        "office.held",
        title=standard.title or standard.name or standard.ref,
        ref=standard.ref,
        items=items_held(standard, count, say),
        text=say("head.text", n=count.with_text),
    )


def items_held(standard: Standard, count: Held, say: Say) -> str:
    """How many items there are, and how many the standard says that it has: 86 项（声明 99 项）."""
    items = say("head.items", n=count.items)
    declared = standard.declared.items
    if declared is not None and declared != count.items:
        items += say("list.open") + say("head.declared", n=declared) + say("list.close")
    return items


def filtered(comparison: Comparison, options: Options, say: Say) -> str:
    """What the comparison was narrowed to; empty where it was not."""
    if not options.filters:
        return ""
    parts = [
        f"{say(f'filter.{kind}')} = "
        + say.several([say.label(LABELS[v].name) if v in LABELS else v for v in values])
        for kind, values in options.filters.chosen()
    ]
    total: object = "?" if options.items_before is None else options.items_before
    note = say("head.filtered", n=len(comparison.items), total=total)
    return note + say("list.semi").join(parts) + say("office.end")


def no_harm(options: Options, summary: Summary, say: Say) -> str:
    """Which harmful labels there are none of: the first thing that a drafter wants to know.

    Nothing is said of a label that was not looked for, of one that a person rejected, and of
    texts that were not compared.
    """
    looked_for = options.filters.label or tuple(LABELS)
    absent = [
        say.label(name)
        for name in LABELS
        if name in HARMFUL
        and name in looked_for
        and not summary.labels[name]
        and name not in summary.rejected
    ]
    if not absent:
        return ""
    # A filter by label leaves out what was not compared, which may hold any of them.
    reserved = summary.not_compared or options.filters.label
    key = "summary.none_compared" if reserved else "summary.none"
    return say("list.semi") + say(key, names=say.several(absent))


def whole_verdict(options: Options, summary: Summary, say: Say) -> str:
    """That nothing differs, or nothing of substance. It is said of two whole standards, never
    of what a filter left of them."""
    if options.filters or summary.outcome not in ("equal", "harmless"):
        return ""
    return say(f"empty.{summary.outcome}")


def outcome(options: Options, summary: Summary, say: Say) -> list[str]:
    """The result in a few sentences, the most important first."""
    if summary.outcome == "no-items":
        return [say("empty.filtered" if options.filters else "empty.no_items")]
    if summary.outcome == "nothing-compared":
        return [say("empty.no_text")]
    found: list[str] = []
    if verdict := whole_verdict(options, summary, say):
        found.append(verdict)
    if summary.items:
        total = say("summary.total", labels=summary.label_total, items=summary.items)
        found.append(total + no_harm(options, summary, say) + say("office.end"))
    if summary.labels["unchanged"]:
        found.append(
            say(
                "summary.unchanged",
                n=summary.labels["unchanged"],
                equal=summary.equal,
                harmless=summary.harmless,
            )
            + say("office.end")
        )
    return found


def reservations(summary: Summary, say: Say) -> list[str]:
    """What a reader must know before relying on the result."""
    found: list[str] = []
    if summary.not_compared:
        found.append(say("summary.not_compared", n=summary.not_compared) + say("office.end"))
    if summary.bases:
        parts = [
            say("summary.basis", n=n, basis=say(f"basis.short.{basis}"))
            for basis, n in summary.bases.items()
        ]
        found.append(say("summary.bases") + say("list.semi").join(parts) + say("office.end"))
    if summary.unsure:
        found.append(say("summary.unsure", n=summary.unsure) + say("office.end"))
    if said := decided.sentence(summary, say):
        found.append(said + say("office.end"))
    return found


def bases(say: Say) -> str:
    """What the names of the bases mean."""
    parts = [say(f"office.basis.{basis}") for basis in BASES]
    return say("office.bases") + say("list.semi").join(parts) + say("office.end")


def reasons(entry: ItemComparison, label: LabelName, say: Say) -> list[str]:
    """Why an item carries a label: the field, the rule and the figures of its changes."""
    found: dict[tuple[str, bool], dict[str, None]] = {}
    for change in entry.changes:
        if change.label != label or change.kind == "decided":
            continue
        text = what_happened(change, say)
        if change.field in FIELDS:
            text = say.field(change.field) + say("list.colon") + text
        details = found.setdefault((text, change.sure), {})
        if change.detail:
            details[change.detail] = None
    done = []
    for (text, sure), details in found.items():
        notes = [say("list.semi").join(details)] if details else []
        if not sure:
            notes.append(say("body.unsure"))
        if notes:
            text += say("list.open") + say("list.comma").join(notes) + say("list.close")
        done.append(text)
    return done + decided.notes(entry, label, say)


def together(sentences: list[str], say: Say) -> str:
    """Sentences as one paragraph."""
    return ("" if say.lang == "zh" else " ").join(sentence for sentence in sentences if sentence)


def pairing(entry: ItemComparison, say: Say) -> list[str]:
    """What is unusual about an item's pairing or name, and which labels a person took from it."""
    found: list[str] = []
    if entry.renamed and entry.base and entry.target:
        old = say.several([item.name for item in entry.base])
        found.append(say("body.was", name=old))
    if entry.how in ("split", "merged"):
        found.append(say(f"how.{entry.how}"))
    if not entry.sure:
        found.append(say("body.pair_unsure"))
    return found + decided.rejected(entry, say)
