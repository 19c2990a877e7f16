"""What an import tells: what was read, what was not, what it changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.cli import streams
from yiwu_diff.cli.import_words import word
from yiwu_diff.report.cells import visible
from yiwu_diff.report.page import Page
from yiwu_diff.report.redline import redline
from yiwu_diff.report.words import Say
from yiwu_diff.standard.folders import as_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.cli.import_target import Target
    from yiwu_diff.importers import Remark, Unplaced
    from yiwu_diff.importers.entries import Document
    from yiwu_diff.importers.matching import Match
    from yiwu_diff.importers.merging import Change, Plan, Result
    from yiwu_diff.report.cells import Run
    from yiwu_diff.report.words import Lang

_MOST = 30
"""So many lines of a list are shown in a terminal."""
_STAYS = 24
"""Characters of an unchanged stretch that are shown on each side of a difference."""


class Told:
    """Tells one import, step by step or as JSON."""

    def __init__(
        self,
        documents: Sequence[Document],
        unplaced: Sequence[Unplaced],
        target: Target,
        *,
        dry_run: bool,
        lang: Lang,
    ) -> None:
        self.documents = documents
        self.unplaced = unplaced
        self.target = target
        self.dry_run = dry_run
        self.lang = lang

    def page(self) -> Page:
        return Page(streams.width(), color=streams.color())

    def say(self, key: str, **values: object) -> str:
        return word(key, self.lang, **values)

    # -- what was read -----------------------------------------------------------------------

    def taken(self) -> None:
        """The documents, and what was not taken out of them."""
        page = self.page()
        page.heading(self.say("taken"))
        for document in self.documents:
            taken = document.taken
            about = self.say(
                "document",
                format=taken.format,
                layout=self.say(f"layout.{taken.layout}"),
                n=len(taken.rows),
            )
            page.add([(document.name, "bold"), (f"  {about}", "")], 2, 4)
            if taken.title:
                page.add([(self.say("title", title=taken.title), "dim")], 4, 2)
        self._unplaced(page, self.unplaced)
        remarks = [one for document in self.documents for one in document.taken.remarks]
        if remarks:
            page.heading(f"{self.say('remarks')} {len(remarks)}")
            for one in remarks[:_MOST]:
                page.add([(_at(one), "dim"), (getattr(one, self.lang), "")], 2, 4)
            self._more(page, remarks)
        streams.put(page.text())

    def _unplaced(self, page: Page, unplaced: Sequence[Unplaced]) -> None:
        if not unplaced:
            return
        page.heading(f"{self.say('unplaced')} {len(unplaced)}", "warn")
        for one in unplaced[:_MOST]:
            text = _short(one.text)
            why = getattr(one, self.lang)
            joint = "：" if self.lang == "zh" else ": "
            page.add(
                [(_at(one), "dim"), (text, "bold"), (f"{joint if text else ''}{why}", "")], 2, 4
            )
        self._more(page, unplaced)

    def _more(self, page: Page, found: Sequence[object]) -> None:
        if len(found) > _MOST:
            page.add([(self.say("more", n=len(found) - _MOST), "dim")], 2)

    # -- what it changes ---------------------------------------------------------------------

    def planned(self, plan: Plan, doubtful: Sequence[tuple[Match, bool]]) -> None:
        """The standard, and what becomes of its items."""
        page = self.page()
        self._unplaced(page, plan.unplaced)
        after, say = plan.after, Say(self.lang)
        key = "new_standard" if plan.before is None else "old_standard"
        page.lines.append([])
        page.add([(self.say(key, ref=after.ref, title=after.title), "bold")])
        if plan.before is None:
            level = _level(after.level, self.lang) or self.say("no_level")
            head = self.say("head", name=after.name, level=level, edition=after.edition)
            page.add([(head, "")], 2, 2)
            refs = say("list.joint").join(after.builds_on)
            key = "builds_on" if refs else "no_builds_on"
            page.add([(self.say(key, refs=refs), "")], 2, 2)
        if self.target.seed:
            key = "will_seed" if self.dry_run else "seeded"
            refs = say("list.joint").join(self.target.seeded)
            folder = as_named(self.target.root) if self.target.root else ""
            page.add([(self.say(key, folder=folder, refs=refs), "")], 2, 2)
        for ref in self.target.unreadable:
            page.add([(self.say("unreadable", ref=ref), "warn")], 2, 2)
        page.heading(self.say("contents" if plan.before is None else "changes"))
        if plan.before is not None and not plan.changed and not plan.open:
            page.add([(self.say("no_change"), "good")], 2)
        counts = counts_of(plan)
        for key, n in counts.items():
            if n and not (key == "same" and not plan.changed):
                unit = "items" if key in ("new", "known", "renamed", "same", "kept") else "texts"
                style: Any = "warn" if key in ("differs", "overwritten", "kept") else ""
                page.add(
                    [(f"{self.say(f'count.{key}')}  ", ""), (self.say(unit, n=n), style)], 2, 4
                )
        self._lists(page, plan, doubtful)
        streams.put(page.text())

    def _lists(self, page: Page, plan: Plan, doubtful: Sequence[tuple[Match, bool]]) -> None:
        new = [result for result in plan.results if result.is_new]
        if plan.before is None:
            # All are new: only those are worth a look of which the id rests on a likeness.
            alike = [result for result in new if result.match.how == "similar"]
            self._list(page, "list.alike", [self._new(result) for result in alike])
        else:
            self._list(page, "list.new", [self._new(result) for result in new])
        renamed = [(r, c) for r in plan.results for c in r.of("renamed")]
        self._list(
            page,
            "list.renamed",
            [[(c.old or "", "gone"), (" → ", "dim"), (c.new, "new")] for _, c in renamed],
        )
        replaced = [r for r in plan.results if r.of("replaced")]
        self._list(
            page,
            "list.replaced",
            [
                [(r.item.name, ""), (self._fields([one.field for one in r.of("replaced")]), "dim")]
                for r in replaced
            ],
        )
        differing = [(r, c) for r in plan.results for c in r.of("differs")]
        if differing:
            page.heading(f"{self.say('list.differs')} {len(differing)}", "warn")
            for result, change in differing[:_MOST]:
                _difference(page, result, change, self.lang)
            self._more(page, differing)
            if plan.open:
                page.add([(self.say("how_overwrite"), "bold")], 2, 2)
        self._list(
            page,
            "list.unsaid",
            [
                [(r.item.name, ""), (self._fields(r.unsaid), "dim")]
                for r in plan.results
                if r.unsaid
            ],
        )
        self._list(page, "list.kept", [[(item.name, "")] for item in plan.kept])
        if doubtful:
            page.heading(f"{self.say('list.unsure')} {len(doubtful)}", "warn")
            for match, same in doubtful:
                old = match.item or match.model
                text = self.say(
                    "unsure.same" if same else "unsure.new",
                    name=match.entry.item.name,
                    ref=match.model_ref or self.say("this"),
                    old=old.name if old is not None else "",
                )
                page.add([(text, "")], 2, 2)

    def _list(self, page: Page, key: str, rows: Sequence[list[Run]]) -> None:
        if not rows:
            return
        page.heading(f"{self.say(key)} {len(rows)}")
        for row in rows[:_MOST]:
            page.add(row, 2, 4)
        self._more(page, rows)

    def _new(self, result: Result) -> list[Run]:
        runs: list[Run] = [(result.item.name, ""), (f"  {result.item.id}", "dim")]
        model = result.match.model
        if model is not None:
            note = self.say("id.other", ref=result.match.model_ref, name=model.name)
            if result.match.how == "similar":
                note += ("，" if self.lang == "zh" else ", ") + self.say("id.alike")
            runs.append((f"  {note}", "dim"))
        return runs

    def _fields(self, fields: Sequence[str]) -> str:
        say = Say(self.lang)
        return "  " + say("list.joint").join(say(f"field.{one}") for one in fields)

    # -- the end -----------------------------------------------------------------------------

    def written(self, plan: Plan, files: Sequence[str]) -> None:
        """Where the result is."""
        if self.dry_run:
            streams.tell(self.say("dry_run"))
        elif files:
            folder = self.target.folder
            shown = as_named(folder) if folder is not None else ""
            joint = Say(self.lang)("list.joint")
            streams.tell(self.say("wrote", folder=shown, files=joint.join(files)))
            streams.tell(self.say("next", ref=plan.after.ref))

    def json(self, plan: Plan, doubtful: Sequence[tuple[Match, bool]], files: Sequence[str]) -> str:
        """Everything, for a machine."""
        after = plan.after
        unplaced = (*self.unplaced, *plan.unplaced)
        results = [result for result in plan.results if result.changes or result.is_new]
        value = {
            "schema_version": 1,
            "standard": {
                "ref": after.ref,
                "title": after.title,
                "name": after.name,
                "level": after.level,
                "builds_on": list(after.builds_on),
                "new": plan.before is None,
            },
            "documents": [
                {
                    "file": document.name,
                    "format": document.taken.format,
                    "layout": document.taken.layout,
                    "title": document.taken.title,
                    "sha256": document.taken.sha256,
                    "rows": len(document.taken.rows),
                    "remarks": [_told(one) for one in document.taken.remarks],
                }
                for document in self.documents
            ],
            "unplaced": [{"text": one.text, **_told(one)} for one in unplaced],
            "counts": counts_of(plan),
            "items": [_result(result) for result in results],
            "kept": [{"id": item.id, "name": item.name} for item in plan.kept],
            "unsaid": [
                {"id": one.item.id, "name": one.item.name, "fields": list(one.unsaid)}
                for one in plan.results
                if one.unsaid
            ],
            "doubtful": [
                {
                    "name": match.entry.item.name,
                    "like": old.name if (old := match.item or match.model) is not None else None,
                    "id": old.id if old is not None else None,
                    "same": same,
                }
                for match, same in doubtful
            ],
            "changed": plan.changed,
            "written": list(files),
        }
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def counts_of(plan: Plan) -> dict[str, int]:
    """How many items and texts went which way."""
    changes = [change for result in plan.results for change in result.changes]
    differing = [one for one in changes if one.verdict in ("differs", "layout")]
    return {
        "new": sum(result.is_new for result in plan.results),
        "known": sum(result.is_new and result.match.model is not None for result in plan.results),
        "renamed": sum(one.verdict == "renamed" for one in changes),
        "filled": sum(one.verdict == "filled" for one in changes),
        "replaced": sum(one.verdict == "replaced" for one in changes),
        "confirmed": sum(one.verdict == "confirmed" for one in changes),
        "overwritten": sum(one.taken for one in differing),
        "differs": sum(one.verdict == "differs" and not one.taken for one in differing),
        "layout": sum(one.verdict == "layout" and not one.taken for one in differing),
        "same": sum(not result.is_new and not result.changes for result in plan.results),
        "kept": len(plan.kept),
    }


def difference(result: Result, change: Change, lang: Lang) -> str:
    """One differing text with the difference marked, for whoever is asked about it."""
    page = Page(streams.width(), color=streams.color())
    _difference(page, result, change, lang, open_=True)
    return page.text()


def _difference(
    page: Page, result: Result, change: Change, lang: Lang, *, open_: bool = False
) -> None:
    say = Say(lang)
    verdict = "" if open_ else word("taken.new" if change.taken else "kept.old", lang)
    head: list[Run] = [(result.item.name, "bold"), (f"  {say(f'field.{change.field}')}", "")]
    head.append((f"  {result.match.entry.place}  {verdict}", "dim"))
    page.add(head, 2, 2)
    runs: list[Run] = []
    edits = redline(change.old or "", change.new)
    for number, edit in enumerate(edits):
        if edit.stays:
            runs.append((_middle_out(edit.old, number == 0, number == len(edits) - 1), ""))
            continue
        for text, key, style in ((edit.old, "mark.drop", "drop"), (edit.new, "mark.add", "add")):
            if text:
                shown = visible(text) if page.color else say(key, text=visible(text))
                runs.append((shown, style))  # type: ignore[arg-type]
    page.add(runs, 4)


def _middle_out(text: str, first: bool, last: bool) -> str:
    if first and len(text) > _STAYS:
        return "…" + text[-_STAYS:]
    if last and len(text) > _STAYS:
        return text[:_STAYS] + "…"
    return text if len(text) <= 2 * _STAYS else text[:_STAYS] + "…" + text[-_STAYS:]


def _result(result: Result) -> dict[str, Any]:
    model = result.match.model
    return {
        "id": result.item.id,
        "name": result.item.name,
        "domain": result.item.domain,
        "service": result.item.service,
        "place": result.match.entry.place,
        "new": result.is_new,
        "how": result.match.how,
        "id_from": result.match.model_ref if model is not None else None,
        "changes": [
            {
                "field": one.field,
                "verdict": one.verdict,
                "taken": one.taken,
                "old": one.old,
                "new": one.new,
                "was": one.was,
                "basis": one.basis,
            }
            for one in result.changes
        ],
    }


def _told(one: Unplaced | Remark) -> dict[str, str]:
    return {"place": one.place, "zh": one.zh, "en": one.en}


def _at(one: Unplaced | Remark) -> str:
    return f"{one.place}  " if one.place else ""


def _short(text: str) -> str:
    flat = " ".join(visible(text).split())
    return flat if len(flat) <= 40 else flat[:39] + "…"


def _level(level: str | None, lang: Lang) -> str:
    from yiwu_diff.standard.keys import LEVEL_WORDS

    if level is None:
        return ""
    return LEVEL_WORDS[level] if lang == "zh" else level
