from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from samples import change, item, span

from yiwu_diff.compare.model import ItemComparison
from yiwu_diff.report.excerpt import Where
from yiwu_diff.report.html_marks import Mark, find_marks, segments

OLD = item("甲", id="a", file="b.yaml", content="每年随访2次，费用减半。", level="按有关规定执行。")
NEW = item("甲", id="a", file="t.yaml", content="每年随访4次。", level="按《规范》执行。")


def entry(*changes: object) -> ItemComparison:
    return ItemComparison(base=(OLD,), target=(NEW,), how="id", changes=changes)  # type: ignore[arg-type]


def test_a_replaced_text_is_marked_on_both_sides() -> None:
    moved = change(
        "raised", "r", "k", span(OLD, "content", "随访2次"), span(NEW, "content", "随访4次")
    )
    marks = find_marks(entry(moved), [moved])
    base = segments(OLD.content or "", marks[Where("base", 0, "content")])
    assert [(one.text, one.changes, one.ends) for one in base] == [
        ("每年随访", (), ()),
        ("2次", (0,), (0,)),
        ("，费用减半。", (), ()),
    ]
    target = segments(NEW.content or "", marks[Where("target", 0, "content")])
    assert [one.text for one in target if one.changes] == ["4次"]


def test_something_absent_has_a_place_on_the_other_side() -> None:
    gone = change(
        "narrowed",
        "r",
        "k",
        span(OLD, "content", "，费用减半"),
        span(NEW, "content", "", after="4次"),
    )
    marks = find_marks(entry(gone), [gone])
    target = segments(NEW.content or "", marks[Where("target", 0, "content")])
    assert [(one.text, one.changes) for one in target] == [
        ("每年随访4次", ()),
        ("", (0,)),
        ("。", ()),
    ]


def test_two_changes_about_the_same_words_share_them() -> None:
    one = change(
        "refined", "r", "k", span(OLD, "level", "有关规定"), span(NEW, "level", "《规范》")
    )
    two = change("refined", "s", "k", None, span(NEW, "level", "《规范》执行"))
    marks = find_marks(entry(one, two), [one, two])
    parts = segments(NEW.level or "", marks[Where("target", 0, "level")])
    assert [(part.text, part.changes) for part in parts] == [
        ("按", ()),
        ("《规范》", (0, 1)),
        ("执行", (1,)),
        ("。", ()),
    ]


def test_a_span_that_does_not_fit_its_text_marks_nothing() -> None:
    from yiwu_diff.compare.model import Span

    wrong = change("refined", "r", "k", None, Span("level", 0, 2, "乙丙"))
    assert find_marks(entry(wrong), [wrong]) == {}


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_marking_loses_no_character(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(*sorted((min(a, len(text)), min(b, len(text)))), change=n, last=True)
        for n, (a, b) in enumerate(spans)
    ]
    parts = segments(text, marks)
    assert "".join(part.text for part in parts) == text
    assert {n for part in parts for n in part.changes} == set(range(len(marks)))
