"""Decisions, justifications, and what becomes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafts import check, item, of, write

from yiwu_diff.check import draft as drafts
from yiwu_diff.check.run import fingerprints
from yiwu_diff.compare.decided import entry_of, fingerprint

ITEM = "elderly"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A draft that lowers one figure, raises another and adds an item."""
    write(
        tmp_path,
        "upper@2021",
        item(ITEM, "老年人健康管理"),
        item("vaccine", "预防接种", level="接种率达到90%以上"),
    )
    write(
        tmp_path,
        "lower@2021",
        item(ITEM, "老年人健康管理", level="健康管理率达到60%以上"),
        item("vaccine", "预防接种", level="接种率达到95%以上"),
        item("archive", "家庭教育指导", content="为家庭提供教育指导", audience="全市家庭"),
        builds_on="[upper@2021]",
    )
    return tmp_path


def of_texts(root: Path, id: str) -> str:
    (comparison,) = drafts.read("lower@2021", root).comparisons
    entry = entry_of(comparison, id)
    assert entry is not None
    return fingerprint(entry)


def decide(root: Path, *records: dict[str, str]) -> None:
    lines = ["decisions:"]
    for record in records:
        keys = {"reason": "核对过", "by": "张三", "date": '"2026-11-24"', **record}
        lines += [
            f"  {'- ' if not n else '  '}{key}: {value}"
            for n, (key, value) in enumerate((k, v) for k, v in keys.items() if v)
        ]
    (root / "lower/2021/decisions.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def lowered(root: Path, **more: str) -> dict[str, str]:
    mark = f'"{of_texts(root, ITEM)}"'
    return {"item": ITEM, "label": "lowered", "verdict": "reject", "fingerprint": mark, **more}


def test_a_rejected_label_is_no_finding(root: Path) -> None:
    assert of(check(root, "lower@2021"), "lowered")
    decide(root, lowered(root))
    result = check(root, "lower@2021")
    assert not of(result, "lowered")
    assert not [one for one in result.findings if one.check.startswith("decision")]


def test_a_rejected_cut_is_told_with_its_reason(root: Path) -> None:
    assert not of(check(root, "lower@2021"), "cut-rejected")
    decide(root, lowered(root, reason="口径不同"))
    (found,) = of(check(root, "lower@2021"), "cut-rejected")
    assert (found.severity, found.item, found.label) == ("note", ITEM, "lowered")
    assert found.place.file.endswith("decisions.yaml")
    assert "口径不同" in found.zh


def test_a_rejected_label_that_takes_nothing_is_not_told(root: Path) -> None:
    mark = f'"{of_texts(root, "vaccine")}"'
    decide(root, lowered(root, item="vaccine", label="raised", fingerprint=mark))
    assert not of(check(root, "lower@2021"), "cut-rejected")


def test_an_accepted_cut_is_a_note_with_its_reason(root: Path) -> None:
    decide(root, lowered(root, verdict="accept", reason="省里调整了口径"))
    (found,) = of(check(root, "lower@2021"), "lowered")
    assert (found.severity, found.accepted, found.reason) == ("note", True, "省里调整了口径")
    assert "省里调整了口径" in found.zh


def test_an_added_cut_is_found(root: Path) -> None:
    mark = f'"{of_texts(root, "vaccine")}"'
    decide(root, lowered(root, item="vaccine", label="narrowed", verdict="add", fingerprint=mark))
    (found,) = of(check(root, "lower@2021"), "narrowed")
    assert found.item == "vaccine"


def test_a_decision_is_stale_when_a_text_changes(root: Path) -> None:
    decide(root, lowered(root))
    file = root / "lower/2021/01-health.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("60%", "50%"), encoding="utf-8")
    result = check(root, "lower@2021")
    assert of(result, "lowered")
    (stale,) = of(result, "decision-stale")
    assert (stale.place.file[-14:], stale.place.line) == ("decisions.yaml", 2)


def test_decisions_that_contradict_each_other(root: Path) -> None:
    decide(root, lowered(root), lowered(root, verdict="accept"))
    result = check(root, "lower@2021")
    assert len(of(result, "decision-contradicted")) == 2
    assert [one.severity for one in of(result, "lowered")] == ["error"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"item": "nobody"},
        {"label": "narrowed"},
        {"verdict": "add"},
        {"base": "elsewhere@2021"},
    ],
)
def test_a_decision_that_names_nothing(root: Path, wrong: dict[str, str]) -> None:
    decide(root, lowered(root, **wrong))
    result = check(root, "lower@2021")
    assert len(of(result, "decision-needless")) == 1
    assert of(result, "lowered")


@pytest.mark.parametrize("key", ["reason", "by", "date"])
def test_a_decision_without_reason_or_name(root: Path, key: str) -> None:
    decide(root, lowered(root, **{key: ""}))
    assert len(of(check(root, "lower@2021"), "decision-unreasoned")) == 1


def justify(root: Path, *records: dict[str, str]) -> None:
    lines = ["justifications:"]
    for record in records:
        keys = {
            "necessity": "群众需要",
            "reasonableness": "财力可承受",
            "risk": "风险低",
            **record,
            "fingerprint": record.get("fingerprint") or f'"{of_texts(root, record["item"])}"',
        }
        lines += [
            f"  {'- ' if not n else '  '}{key}: {value}"
            for n, (key, value) in enumerate((k, v) for k, v in keys.items() if v)
        ]
    (root / "lower/2021/justifications.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_goes_beyond_has_to_be_argued_for(root: Path) -> None:
    result = check(root, "lower@2021")
    assert [one.item for one in of(result, "unjustified-new")] == ["archive"]
    assert [one.item for one in of(result, "unjustified-raised")] == ["vaccine"]
    justify(root, {"item": "archive"}, {"item": "vaccine"})
    after = check(root, "lower@2021")
    assert not [one for one in after.findings if "justif" in one.check]


def test_a_justification_of_other_texts_is_stale(root: Path) -> None:
    justify(root, {"item": "vaccine"}, {"item": "archive"})
    file = root / "lower/2021/01-health.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("95%", "98%"), encoding="utf-8")
    result = check(root, "lower@2021")
    assert [one.item for one in of(result, "justification-stale")] == ["vaccine"]


@pytest.mark.parametrize("key", ["necessity", "reasonableness", "risk"])
def test_a_justification_that_lacks_an_argument(root: Path, key: str) -> None:
    justify(root, {"item": "vaccine", key: ""})
    assert len(of(check(root, "lower@2021"), "justification-incomplete")) == 1


def test_a_justification_of_nothing(root: Path) -> None:
    mark = '"0123456789abcdef"'
    justify(
        root,
        {"item": "nobody", "fingerprint": mark},
        {"item": ITEM, "fingerprint": mark},
        {"item": "vaccine"},
        {"item": "vaccine"},
    )
    found = of(check(root, "lower@2021"), "justification-needless")
    assert [one.place.line for one in found] == [2, 7, 17]


def test_the_claims_of_the_note(root: Path) -> None:
    (root / "lower/2021/note.yaml").write_text(
        "title: 起草说明\nbase: upper@2021\ntotals: {items: 9}\nlists:\n"
        "  - label: new\n    claimed: 2\n    items:\n      - name: 家庭教育指导\n"
        "      - name: 预防接种\n",
        encoding="utf-8",
    )
    found = of(check(root, "lower@2021"), "note-claim")
    lines = {one.place.line for one in found}
    assert 9 in lines  # in the wrong list
    assert any(one.severity == "error" for one in found)
    assert all(one.place.file.endswith("note.yaml") for one in found)
    edited = (root / "lower/2021/note.yaml").read_text(encoding="utf-8")
    before = {one.fingerprint for one in found}
    (root / "lower/2021/note.yaml").write_text("# 注\n" + edited, encoding="utf-8")
    assert {one.fingerprint for one in of(check(root, "lower@2021"), "note-claim")} == before


def test_a_note_about_another_base_is_not_passed_over(root: Path) -> None:
    (root / "lower/2021/note.yaml").write_text("base: other@2021\n", encoding="utf-8")
    (found,) = of(check(root, "lower@2021"), "note-claim")
    assert "other@2021" in found.zh


def test_a_cut_accepted_of_one_base_is_open_of_the_other(root: Path) -> None:
    """A decision is about one base: what is above it accepted nothing."""
    write(root, "top@2021", item(ITEM, "老年人健康管理"))
    file = root / "upper/2021/standard.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("builds_on: []", "builds_on: [top@2021]"), encoding="utf-8")
    (comparison, _) = drafts.read("lower@2021", root).comparisons
    entry = entry_of(comparison, ITEM)
    assert entry is not None
    mark = f'"{fingerprint(entry)}"'
    accepted = {"item": ITEM, "label": "lowered", "verdict": "accept", "fingerprint": mark}
    decide(root, accepted)
    found = of(check(root, "lower@2021"), "lowered")
    assert [(one.severity, one.against) for one in found] == [
        ("error", ("top@2021",)),
        ("note", ("upper@2021",)),
    ]
    decide(root, accepted, {**accepted, "base": "top@2021"})
    (both,) = of(check(root, "lower@2021"), "lowered")
    assert (both.severity, both.against) == ("note", ("upper@2021", "top@2021"))


def test_an_accepted_cut_is_not_known_once_nobody_accepts_it(root: Path) -> None:
    decide(root, lowered(root, verdict="accept"))
    known = fingerprints(drafts.read("lower@2021", root))
    (root / "lower/2021/decisions.yaml").unlink()
    (found,) = of(check(root, "lower@2021", known=known), "lowered")
    assert (found.severity, found.status) == ("error", "open")


def test_an_item_decided_not_to_be_missing_answers_to_nothing(root: Path) -> None:
    """Not silent, and at a place of the draft: nobody knows what stands in its stead."""
    file = root / "lower/2021/01-health.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("vaccine", "shot", 1), "utf-8")
    text = file.read_text(encoding="utf-8").replace("name: 预防接种", "name: 计划免疫")
    file.write_text(text, encoding="utf-8")
    mark = f'"{of_texts(root, "vaccine")}"'
    record = {"item": "vaccine", "label": "missing", "verdict": "reject", "fingerprint": mark}
    assert of(check(root, "lower@2021"), "missing")
    decide(root, record)
    (found,) = of(check(root, "lower@2021"), "not-compared")
    assert "不算缺项" in found.zh
    assert "/lower/2021/" in found.place.file


def test_the_command_that_is_told_names_what_was_checked(root: Path) -> None:
    folder = root / "lower/2021"
    elsewhere = root / "一个 目录"
    folder.rename(elsewhere)
    found = check(root, str(elsewhere), against=["upper"])
    (cut,) = of(found, "lowered")
    assert cut.zh.endswith(
        f"yiwu-diff decide elderly lowered --against upper@2021 --standard '{elsewhere}'"
    )
    (new,) = of(found, "unjustified-new")
    assert new.zh.endswith(f"yiwu-diff justify archive --standard '{elsewhere}'")
