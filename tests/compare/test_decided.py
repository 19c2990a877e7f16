"""What people decided, laid over what the engine found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.compare.decided import apply, entry_of, fingerprint
from yiwu_diff.compare.engine import compare
from yiwu_diff.report.summary import summarise
from yiwu_diff.standard.keys import LABEL_WORDS
from yiwu_diff.standard.model import Item, Standard
from yiwu_diff.standard.verdicts import Decision, Verdict

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison, State

BASE = Standard(
    jurisdiction="jinhua",
    edition="2021",
    items=(
        Item(id="air", name="环境质量", level="空气质量优良天数比率达到92%。"),
        Item(id="gone", name="法律援助", content="为困难群众提供法律援助。"),
        Item(id="same", name="生育保险", level="按规定执行。"),
    ),
)
TARGET = Standard(
    jurisdiction="yiwu",
    edition="2021",
    builds_on=("jinhua@2021",),
    items=(
        Item(id="air", name="环境质量", level="空气质量优良天数比率达到90%。"),
        Item(id="same", name="生育保险", level="按规定执行。"),
        Item(id="fresh", name="文艺健身进家庭", content="每年举办活动。"),
    ),
)
BARE = compare(BASE, TARGET)


def decision(item: str, label: str, verdict: Verdict, **more: str) -> Decision:
    entry = entry_of(BARE, item)
    settings = {"fingerprint": fingerprint(entry) if entry else "0" * 16, "reason": "有据"} | more
    return Decision(item=item, label=label, verdict=verdict, **settings)  # type: ignore[arg-type]


def states(comparison: Comparison) -> list[State]:
    return [one.state for one in comparison.decisions]


def test_no_decision_changes_nothing() -> None:
    assert compare(BASE, TARGET, ()) == BARE
    assert BARE.counts["lowered"] == BARE.counts["missing"] == BARE.counts["new"] == 1


def test_a_rejected_label_is_gone_and_told() -> None:
    found = compare(BASE, TARGET, [decision("air", "lowered", "reject")])
    entry = entry_of(found, "air")
    assert entry is not None
    assert entry.labels == {"unchanged"}
    assert not entry.equal
    (change,) = [one for one in entry.changes if one.rejected]
    assert (change.label, change.rejected, change.sure) == (None, "lowered", True)
    assert [one.state for one in entry.decided] == ["applied"]
    assert found.counts["lowered"] == 0


def test_an_accepted_label_stays_and_needs_no_second_look() -> None:
    doubtful = replace(
        BARE,
        items=tuple(
            replace(one, changes=tuple(replace(c, sure=False) for c in one.changes))
            for one in BARE.items
        ),
    )
    before = summarise(doubtful).unsure
    found = apply(doubtful, [decision("air", "lowered", "accept")])
    assert found.counts == BARE.counts
    assert summarise(found).unsure == before - 1


def test_an_added_label_counts_and_carries_the_reason() -> None:
    found = compare(BASE, TARGET, [decision("same", "refined", "add")])
    (entry,) = found.with_label("refined")
    (change,) = entry.changes
    assert (change.kind, change.rule, change.detail) == ("decided", None, "有据")
    assert change.fingerprint == fingerprint(entry_of(BARE, "same"))  # type: ignore[arg-type]


@pytest.mark.parametrize(("item", "label"), [("fresh", "new"), ("gone", "missing")])
def test_an_item_without_counterpart_is_never_unchanged(item: str, label: str) -> None:
    found = compare(BASE, TARGET, [decision(item, label, "reject")])
    entry = entry_of(found, item)
    assert entry in found.not_compared
    assert entry is not None
    assert entry.labels == frozenset()
    assert summarise(found).not_compared == len(found.not_compared)


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (decision("air", "lowered", "accept", fingerprint="f" * 16), "stale"),
        (decision("air", "raised", "reject"), "needless"),
        (decision("air", "lowered", "add"), "needless"),
        (decision("nowhere", "lowered", "accept"), "unknown"),
    ],
)
def test_what_does_not_count_is_told_and_changes_nothing(one: Decision, state: State) -> None:
    found = compare(BASE, TARGET, [one])
    assert states(found) == [state]
    assert found.items == BARE.items


def test_two_about_one_label_contradict_each_other() -> None:
    both = [decision("air", "lowered", "accept"), decision("air", "lowered", "reject")]
    found = compare(BASE, TARGET, both)
    assert states(found) == ["contradicted", "contradicted"]
    assert found.items == BARE.items


def test_another_base_is_left_aside() -> None:
    assert compare(BASE, TARGET, [decision("air", "lowered", "reject", base="zhejiang@2021")]) == (
        BARE
    )
    named = compare(BASE, TARGET, [decision("air", "lowered", "reject", base="jinhua@2021")])
    assert states(named) == ["applied"]


@pytest.mark.parametrize("side", ["base", "target"])
def test_a_changed_text_makes_it_stale_but_layout_does_not(side: str) -> None:
    one = decision("air", "lowered", "reject")

    def changed(standard: Standard, text: str) -> Standard:
        first = replace(standard.items[0], level=text)
        return replace(standard, items=(first, *standard.items[1:]))

    def run(text: str) -> list[State]:
        if side == "base":
            return states(compare(changed(BASE, text), TARGET, [one]))
        return states(compare(BASE, changed(TARGET, text), [one]))

    figure = "92" if side == "base" else "90"
    assert run(f"空气质量优良天数比率达到{figure}% 。") == ["applied"]
    assert run("空气质量优良天数比率达到91%。") == ["stale"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["air", "gone", "same", "fresh", "nowhere"]),
            st.sampled_from([*LABEL_WORDS]),
            st.sampled_from(["accept", "reject", "add"]),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_every_decision_is_told_and_counts_agree(
    made: list[tuple[str, str, Verdict, bool]],
) -> None:
    decisions = [
        decision(item, label, verdict, **({} if fits else {"fingerprint": "f" * 16}))
        for item, label, verdict, fits in made
    ]
    found = compare(BASE, TARGET, decisions)
    assert [one.decision for one in found.decisions] == decisions
    for before, entry in zip(BARE.items, found.items, strict=True):
        applied = {one.decision.label: one.decision.verdict for one in entry.decided}
        for label in LABEL_WORDS:
            was = label in before.labels
            expected = {"add": True, "reject": False}.get(applied.get(label, ""), was)
            assert (label in entry.labels) == expected
    told = [one for entry in found.items for one in entry.decided]
    assert sorted(told) == sorted(one for one in found.decisions if one.state == "applied")
    summary = summarise(found)
    assert sum(summary.decisions.values()) == len(decisions)
