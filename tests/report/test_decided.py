"""What people decided, in every form of the report."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from yiwu_diff import compare, load
from yiwu_diff.compare.decided import entry_of, fingerprint
from yiwu_diff.note.draft import draft
from yiwu_diff.report import FORMATS
from yiwu_diff.report.by_lead import divide
from yiwu_diff.report.filters import Filters, narrow
from yiwu_diff.report.options import Options
from yiwu_diff.report.schema import comparison_schema
from yiwu_diff.standard.verdicts import Decision

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.verdicts import Verdict

DATA = Path(__file__).parents[2] / "data"
BASE, TARGET = load("jinhua@2021", DATA), load("yiwu@2021", DATA)
BARE = compare(BASE, TARGET)


def decision(item: str, label: str, verdict: Verdict, reason: str, **more: str) -> Decision:
    entry = entry_of(BARE, item)
    settings = {
        "fingerprint": fingerprint(entry) if entry else "0" * 16,
        "by": "张三",
        "date": "2026-11-24",
    } | more
    return Decision(item=item, label=label, verdict=verdict, reason=reason, **settings)


DECISIONS = (
    decision("environment-quality", "raised", "accept", "确为调高"),
    decision("preconception-checkup", "supplemented", "reject", "上级标准本已包括"),
    decision("internship", "supplemented", "add", "增加了见习补贴"),
    decision("public-rental-housing", "refined", "accept", "旧裁定", fingerprint="f" * 16),
    decision("no-such-item", "lowered", "accept", "写错了编号"),
)
DECIDED = compare(BASE, TARGET, DECISIONS)


def text_of(form: str, comparison: Comparison = DECIDED, lang: Lang = "zh", **more: object) -> str:
    """All that a form says, as text."""
    report = FORMATS[form].render(comparison, Options(lang=lang, width=160, **more))  # type: ignore[arg-type]
    if isinstance(report, str):
        return report
    with zipfile.ZipFile(io.BytesIO(report)) as packed:
        parts = [packed.read(name).decode("utf-8") for name in packed.namelist()]
    return html.unescape(re.sub(r"<[^>]+>", "", "".join(parts)))


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "json"])
def test_every_form_tells_every_decision(form: str) -> None:
    text = text_of(form)
    for one in DECISIONS:
        assert one.reason in text
    for word in ("认可", "否定", "补加", "张三", "2026-11-24", "已过期", "没有这个项目"):
        assert word in text
    assert "人的裁定" in text
    english = text_of(form, lang="en")
    assert "stale, not applied" in english
    assert "accepted by a person" in english


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "json"])
def test_the_label_has_a_mark_where_it_stands(form: str) -> None:
    for item, mark in (
        ("environment-quality", "人已认可"),
        ("preconception-checkup", "补充完善已由人否定"),
        ("internship", "由人补加"),
    ):
        assert mark in text_of(form, narrow(DECIDED, Filters(item=(item,))))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("more", [{"summary": True}, {"group_by": "domain"}])
def test_no_form_says_a_word_where_nobody_decided(form: str, more: dict[str, object]) -> None:
    text = text_of(form, BARE, **more)
    assert "裁定" not in text
    assert '"decisions"' not in text
    assert '"decided"' not in text
    assert '"rejected"' not in text


def test_the_summary_alone_still_counts_them() -> None:
    for form in ("terminal", "markdown", "html", "docx", "xlsx"):
        assert "人的裁定 5 条：已采用 3 条，已过期未采用 1 条" in text_of(form, summary=True)


def test_json_holds_them_and_fits_the_schema() -> None:
    report = json.loads(text_of("json"))
    jsonschema.validate(report, comparison_schema())
    assert [one["state"] for one in report["decisions"]] == [
        "applied",
        "applied",
        "applied",
        "stale",
        "unknown",
    ]
    items = {one["id"]: one for one in report["items"]}
    assert items["environment-quality"]["decided"][0]["verdict"] == "accept"
    assert items["preconception-checkup"]["labels"] == ["unchanged"]
    changes = items["preconception-checkup"]["changes"]
    assert {one["rejected"] for one in changes if one.get("rejected")} == {"supplemented"}
    assert items["internship"]["labels"] == ["supplemented", "refined"]
    assert "decided" not in items["public-rental-housing"]
    before = json.loads(text_of("json", BARE))["summary"]["labels"]
    assert report["summary"]["labels"] == {
        **before,
        "unchanged": before["unchanged"] + 1,
    }


@pytest.mark.parametrize(
    ("filters", "told", "items"),
    [
        (Filters(label=("supplemented",)), ["preconception-checkup", "internship"], 10),
        (Filters(label=("raised",)), ["environment-quality"], 1),
        (Filters(label=("lowered",)), ["no-such-item"], 0),
        (Filters(label=("unchanged",)), ["preconception-checkup"], 1),
        (Filters(item=("internship",)), ["internship"], 1),
        (Filters(domain=("幼有所育",)), ["preconception-checkup"], 10),
        (Filters(domain=("幼有所育",), label=("raised",)), [], 0),
    ],
)
def test_filters_keep_what_belongs_to_them(filters: Filters, told: list[str], items: int) -> None:
    found = narrow(DECIDED, filters)
    assert [one.decision.item for one in found.decisions] == told
    assert len(found.items) == items
    applied = {one for one in found.decisions if one.state == "applied"}
    assert {one for entry in found.items for one in entry.decided} <= applied
    for label in filters.label:
        assert found.counts[label] == items
    for entry in found.items:
        kept = {one.decision.label for one in entry.decided if one.decision.verdict == "reject"}
        assert {change.rejected for change in entry.changes} - {None} == kept


def test_each_agency_gets_what_was_decided_about_its_items() -> None:
    parts = divide(DECIDED)
    for part in parts:
        ids = {i.id for entry in part.comparison.items for i in (*entry.base, *entry.target)}
        assert {one.decision.item for one in part.comparison.decisions} <= ids
    everything = {one.decision.item for part in parts for one in part.comparison.decisions}
    assert everything == {one.item for one in DECISIONS} - {"no-such-item"}


def test_the_draft_of_a_note_follows_them() -> None:
    section = draft(DECIDED)
    assert "免费孕前优生健康检查" not in section.text
    assert "就业见习服务，在金华标准基础上有所补充" in section.text
    remarks = "\n".join(section.remarks)
    assert "免费孕前优生健康检查（补充完善，上级标准本已包括，张三，2026-11-24）" in remarks
    assert "另有2条裁定" in remarks
    assert "add" in "\n".join(draft(DECIDED, "en").remarks)
    assert "裁定" not in "\n".join(draft(BARE).remarks)
    lowered = compare(BASE, TARGET, [decision("internship", "lowered", "add", "少了")])
    assert "与金华标准相比调低，具体内容请补写" in draft(lowered).text
