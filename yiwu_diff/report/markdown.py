"""The comparison for a pull request or a wiki: counts first, then a folded section per label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.compare.labels import HARMFUL, LABELS, LabelName
from yiwu_diff.report import decided
from yiwu_diff.report.by_lead import leads_of
from yiwu_diff.report.excerpt import Where, without_middle
from yiwu_diff.report.html_marks import Marks, find_marks, segments
from yiwu_diff.report.html_summary import COLUMNS, NOT_COMPARED, columns_of, label_name, looked_for
from yiwu_diff.report.html_tags import escape
from yiwu_diff.report.markdown_text import cell, deleted, inline, inserted, table
from yiwu_diff.report.names import short_names, what_happened
from yiwu_diff.report.sentences import bases, filtered, holding, outcome, pairing, reservations
from yiwu_diff.report.summary import basis_of_label, findings, summarise
from yiwu_diff.report.words import Say
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwu_diff.compare.model import Change, Comparison, ItemComparison
    from yiwu_diff.report.excerpt import Side
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Item

_AROUND = 40
"""Characters of unchanged text left on each side of a change."""
_LONGEST = 600
"""A longer stretch of changed or new text loses its middle: forges refuse long comments."""


def render(comparison: Comparison, options: Options) -> str:
    """The whole text, in the Markdown that forges share: tables, ``~~`` and ``<details>``."""
    report = _Report(comparison, options)
    blocks = report.head()
    if not options.summary:
        blocks += report.body()
    return "\n\n".join(block for block in blocks if block) + "\n"


class _Report:
    def __init__(self, comparison: Comparison, options: Options) -> None:
        self.comparison = comparison
        self.options = options
        self.say = Say(options.lang)
        self.names = short_names(comparison)

    # -- what comes first ------------------------------------------------------------------

    def head(self) -> list[str]:
        say, comparison = self.say, self.comparison
        summary = summarise(comparison)
        target, base = comparison.target, comparison.base
        title = say("page.title", target=target.title or target.ref, base=base.title or base.ref)
        note = filtered(comparison, self.options, say)
        sentences = outcome(self.options, summary, say)
        held = [
            f"- {say(f'page.role.{role}')}{say('list.colon')}{inline(holding(one, say))}"
            for role, one in (("target", target), ("base", base))
        ]
        counts: dict[str, int] = {NOT_COMPARED: summary.not_compared}
        counts.update(summary.labels.items())
        legend = table(
            (say("filter.label"), say("page.heat.items"), say("office.means")),
            (
                (label_name(name, say), str(counts[name]), self.means(name))
                for name in looked_for(self.options)
            ),
            right=(1,),
        )
        return [
            f"# {inline(title)}",
            "\n".join(held),
            f"> {inline(note)}" if note else "",
            f"## {say('summary')}",
            *(inserted(line) for line in sentences[:1]),
            *(inline(line) for line in (*sentences[1:], *reservations(summary, say))),
            legend,
            self.domains(),
            inline(bases(say)),
        ]

    def means(self, name: str) -> str:
        if name == NOT_COMPARED:
            return self.say("page.not_compared.means")
        return self.say.means(LABELS[name].name)  # type: ignore[index]

    def domains(self) -> str:
        """Domains and labels; of the labels those that occur."""
        say = self.say
        counts: dict[str, dict[str, int]] = {}
        for entry in self.comparison.items:
            row = counts.setdefault(entry.item.domain or "", {})
            for name in columns_of(entry):
                row[name] = row.get(name, 0) + 1
        if not counts:
            return ""
        order = (*self.comparison.target.domains, *self.comparison.base.domains, *counts)
        used = [name for name in COLUMNS if any(name in row for row in counts.values())]
        return table(
            (say("filter.domain"), *(label_name(name, say) for name in used)),
            (
                (
                    cell(domain or say("summary.no_domain")),
                    *(str(counts[domain].get(name, "")) for name in used),
                )
                for domain in dict.fromkeys(order)
                if domain in counts
            ),
            right=range(1, len(used) + 1),
        )

    # -- the sections ----------------------------------------------------------------------

    def body(self) -> list[str]:
        say, entries = self.say, self.comparison.items
        found = [entry for entry in entries if findings(entry)]
        blocks = [f"## {say('page.items')}", say("markdown.marks")] if found else []
        if self.options.group_by == "domain":
            domains = dict.fromkeys(entry.item.domain or "" for entry in found)
            for domain in domains:
                fitting = [entry for entry in found if (entry.item.domain or "") == domain]
                items = [self.item(n, entry, findings(entry)) for n, entry in enumerate(fitting, 1)]
                blocks += self.folded(domain or say("summary.no_domain"), len(fitting), items)
        else:
            for label in LABELS:
                fitting = [entry for entry in found if label in findings(entry)]
                items = [self.item(n, entry, (label,)) for n, entry in enumerate(fitting, 1)]
                blocks += self.folded(say.label(label), len(fitting), items, open_=label in HARMFUL)
        same = [entry for entry in entries if "unchanged" in entry.labels]
        blocks += self.folded(say("body.unchanged"), len(same), [self.by_domain(same)])
        unknown = self.comparison.not_compared
        blocks += self.folded(say("body.not_compared"), len(unknown), [self.by_domain(unknown)])
        return blocks + self.decisions()

    def decisions(self) -> list[str]:
        """What people decided; what of it does not count stands out."""
        found = decided.told(self.comparison, self.say)
        if not found:
            return []
        rows = (
            [cell(text) for text in one.cells[:-1]]
            + [cell(one.outcome) if one.counts else inserted(one.outcome)]
            for one in found
        )
        return [f"## {self.say('decided')}", table(decided.heads(self.say), rows)]

    def folded(
        self, heading: str, count: int, blocks: Iterable[str], *, open_: bool = False
    ) -> list[str]:
        """A section that opens on demand. The blank lines let Markdown work inside it."""
        if not count:
            return []
        note = self.say("list.open") + self.say("head.items", n=count) + self.say("list.close")
        opening = "<details open>" if open_ else "<details>"
        return [
            f"{opening}\n<summary><b>{escape(heading)}</b>{escape(note)}</summary>",
            *blocks,
            "</details>",
        ]

    def by_domain(self, entries: Sequence[ItemComparison]) -> str:
        say = self.say
        domains: dict[str, list[str]] = {}
        for entry in entries:
            domain = entry.item.domain or say("summary.no_domain")
            name = inline(entry.name)
            if notes := pairing(entry, say):
                name += say("list.open") + inline(say("list.comma").join(notes))
                name += say("list.close")
            domains.setdefault(domain, []).append(name)
        return "\n".join(
            f"- {inline(domain)}{say('list.colon')}{say.several(names)}"
            for domain, names in domains.items()
        )

    # -- one item --------------------------------------------------------------------------

    def item(self, number: int, entry: ItemComparison, labels: Sequence[LabelName]) -> str:
        changes = [change for change in entry.changes if change.label in labels]
        parts = [
            f"#### {number}. {inline(entry.name)}",
            " · ".join(map(inline, self.facts(entry, labels))),
            "\n".join(self.change(change) for change in changes),
            self.texts(entry, changes),
        ]
        return "\n\n".join(part for part in parts if part)

    def facts(self, entry: ItemComparison, labels: Sequence[LabelName]) -> Iterable[str]:
        say = self.say
        yield from (part for part in (entry.item.domain, entry.item.service) if part)
        if leads_of(entry):
            yield say.several(leads_of(entry))
        stands = dict.fromkeys(basis_of_label(entry, label) for label in labels)
        names = [say(f"basis.{basis}") for basis in stands if basis is not None]
        yield say("page.basis") + say("list.colon") + say.several(names)
        also = [say.label(label) for label in findings(entry) if label not in labels]
        if also:
            yield say("body.also", labels=say.several(also))
        if entry.renamed and entry.base:
            yield say("body.was", name=say.several([item.name for item in entry.base]))
        if entry.how in ("split", "merged"):
            old = " + ".join(item.name for item in entry.base)
            new = " + ".join(item.name for item in entry.target)
            yield f"{say(f'how.{entry.how}')}{say('list.colon')}{old} → {new}"
        if not entry.sure:
            yield say("body.pair_unsure")
        yield from (note for label in labels for note in decided.notes(entry, label, say))
        yield from decided.rejected(entry, say)

    def change(self, change: Change) -> str:
        say = self.say
        text = inline(what_happened(change, say))
        if change.detail:
            text += say("quote.open") + inline(change.detail) + say("quote.close")
        if change.field != "item":
            text += f" · {say.field(change.field)}"
        if not change.sure:
            text += f" · **{say('body.unsure')}**"
        return f"- {say.label(change.label)} · {text}" if change.label else f"- {text}"

    # -- its texts -------------------------------------------------------------------------

    def texts(self, entry: ItemComparison, changes: Sequence[Change]) -> str:
        say = self.say
        if not entry.base or not entry.target:
            side: Side = "target" if entry.target else "base"
            name = self.names[side == "target"]
            rows = [
                (say.field(field), self.side(entry, side, field, {}))
                for field in FIELDS
                if any(item.text(field) is not None for item in (*entry.base, *entry.target))
            ]
            return table((say("markdown.field"), cell(name)), rows) if rows else ""
        marks = find_marks(entry, changes)
        touched = {where.field for where in marks} | {change.field for change in changes}
        both = [
            (
                say.field(field),
                self.side(entry, "base", field, marks),
                self.side(entry, "target", field, marks),
            )
            for field in FIELDS
            if field in touched
        ]
        return table((say("markdown.field"), *map(cell, self.names)), both) if both else ""

    def side(self, entry: ItemComparison, side: Side, field: str, marks: Marks) -> str:
        """A field of all items of one side."""
        items = entry.base if side == "base" else entry.target
        parts = []
        for number, item in enumerate(items):
            text = self.field(entry, item, Where(side, number, field), marks)
            if len(items) > 1:
                text = f"{cell(item.name)}{self.say('list.colon')}{text}"
            parts.append(text)
        return "<br>".join(parts)

    def field(self, entry: ItemComparison, item: Item, where: Where, marks: Marks) -> str:
        text = item.text(where.field)
        if text is None:
            return cell(self.say("body.no_text"))
        if not entry.base or not entry.target:
            return cell(without_middle(text, _LONGEST, self.say))
        mark = deleted if where.side == "base" else inserted
        # Two marked stretches that touch are marked as one: "~~a~~~~b~~" is no Markdown.
        stretches: list[tuple[str, bool]] = []
        for part in segments(text, marks.get(where, ())):
            marked = bool(part.changes)
            if stretches and stretches[-1][1] == marked:
                stretches[-1] = (stretches[-1][0] + part.text, marked)
            elif part.text:
                stretches.append((part.text, marked))
        done = []
        for number, (stretch, marked) in enumerate(stretches):
            if marked:
                done.append(mark(without_middle(stretch, _LONGEST, self.say)))
                continue
            keep_start = _AROUND if number else 0
            keep_end = _AROUND if number < len(stretches) - 1 else 0
            if len(stretches) == 1:
                keep_start = keep_end = _AROUND
            done.append(cell(_around(stretch, keep_start, keep_end)))
        return "".join(done)


def _around(text: str, keep_start: int, keep_end: int) -> str:
    """The ends of a text that stand next to a change."""
    if len(text) <= keep_start + keep_end + 4:
        return text
    return text[:keep_start] + "…" + (text[-keep_end:] if keep_end else "")
