"""Records put into decisions.yaml and taken out, with everything around them left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.standard.folders import DiskFolder
from yiwu_diff.standard.verdict_files import DECISIONS, JUSTIFICATIONS, Kind, held, put, take, tidy
from yiwu_diff.standard.verdicts import Decision, Justification, decisions, justifications

FOLDER = DiskFolder(Path())
PRINT = "0123456789abcdef"
FULL = (
    b"# \xe5\xa4\xb4\r\ndecisions:\r\n"
    b"  - item: a   # one\r\n    label: 'new'\r\n    verdict: accept\r\n"
    b'    fingerprint: "0123456789abcdef"\r\n'
    b"\r\n  # about b\r\n"
    b"  - item: b\r\n    label: raised\r\n    verdict: reject\r\n    reason: |\r\n"
    b"      # no comment\r\n      two\r\n"
    b'    fingerprint: "0123456789abcdef"\r\n'
    b"# end\r\n"
)


def read(data: bytes) -> list[Decision]:
    return [one._replace(place=None) for one in decisions(held(FOLDER, DECISIONS, data))]


def record(item: str, **more: str) -> dict[str, str]:
    return {"item": item, "label": "raised", "verdict": "accept", "fingerprint": PRINT} | more


def test_a_new_file_says_what_it_is() -> None:
    data = put(None, DECISIONS, record("a", reason="理由", date="2026-11-24"), ())
    assert data.decode() == DECISIONS.header + (
        "decisions:\n  - item: a\n    label: raised\n    verdict: accept\n    reason: 理由\n"
        f'    date: "2026-11-24"\n    fingerprint: "{PRINT}"\n'
    )


def test_one_more_leaves_every_byte_of_the_others() -> None:
    data = put(FULL, DECISIONS, record("c"), ())
    assert data.startswith(FULL.removesuffix(b"# end\r\n"))
    assert b"# end\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert [one.item for one in read(data)] == ["a", "b", "c"]


def test_one_in_the_place_of_another_keeps_its_comments() -> None:
    data = put(FULL, DECISIONS, record("a", label="lowered", reason="改"), [0])
    assert b"item: a   # one\r\n" in data
    assert b"# about b\r\n" in data
    assert [(one.item, one.label, one.reason) for one in read(data)] == [
        ("a", "lowered", "改"),
        ("b", "raised", "# no comment\ntwo"),
    ]


def test_the_others_that_said_the_same_go() -> None:
    data = put(FULL, DECISIONS, record("a"), [0, 1])
    assert [one.item for one in read(data)] == ["a"]
    assert b"# about b" in data
    assert b"# end" in data


@pytest.mark.parametrize("number", [0, 1])
def test_taken_out_with_its_lines_alone(number: int) -> None:
    data = take(FULL, DECISIONS, [number])
    assert [one.item for one in read(data)] == [["b"], ["a"]][number]
    for comment in (b"\xe5\xa4\xb4", b"# about b", b"# end"):
        assert comment in data
    lines = FULL.splitlines(keepends=True)
    assert [line for line in data.splitlines(keepends=True) if line not in lines] == []


def test_the_last_one_leaves_an_empty_list_that_can_be_read_and_filled() -> None:
    data = take(FULL, DECISIONS, [0, 1])
    assert read(data) == []
    assert b"# about b" in data
    again = put(data, DECISIONS, record("z"), ())
    assert [one.item for one in read(again)] == ["z"]
    assert b"[" not in again


def test_a_list_flush_with_its_key_stays_so() -> None:
    flush = FULL.replace(b"\r\n    ", b"\r\n  ").replace(b"\r\n  - ", b"\r\n- ")
    data = put(flush, DECISIONS, record("c"), ())
    assert data.startswith(flush.removesuffix(b"# end\r\n"))
    assert len(read(data)) == 3


def test_written_in_brackets() -> None:
    data = (
        b'decisions: [{item: a, label: new, verdict: add, fingerprint: "0123456789abcdef"}, '
        b'{item: b, label: new, verdict: add, fingerprint: "0123456789abcdef"}]\n'
    )
    assert [one.item for one in read(put(data, DECISIONS, record("c"), ()))] == ["a", "b", "c"]
    assert [one.item for one in read(take(data, DECISIONS, [0]))] == ["b"]


TEXTS = st.text(max_size=40).map(tidy).filter(bool)


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), TEXTS, st.one_of(st.just(""), TEXTS)), max_size=5),
    st.sampled_from([None, FULL]),
    st.data(),
)
def test_whatever_is_written_is_read(
    made: list[tuple[str, str, str]], data: bytes | None, more: st.DataObject
) -> None:
    there = [] if data is None else read(data)
    for item, reason, by in made:
        numbers = [n for n, one in enumerate(there) if one.item == item]
        data = put(data, DECISIONS, record(item, reason=reason, by=by), numbers)
        new = Decision(item, "raised", "accept", PRINT, reason=reason, by=by)
        if numbers:
            there[numbers[0]] = new
            there = [one for n, one in enumerate(there) if n not in numbers[1:]]
        else:
            there.append(new)
        assert read(data) == there
    if data is not None and there:
        number = more.draw(st.integers(0, len(there) - 1))
        data = take(data, DECISIONS, [number])
        assert read(data) == there[:number] + there[number + 1 :]


@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_justifications_too(texts: list[str]) -> None:
    values = dict(zip(("necessity", "reasonableness", "risk"), texts, strict=True))
    kind: Kind = JUSTIFICATIONS
    data = put(None, kind, {"item": "a", "fingerprint": PRINT, **values}, ())
    (found,) = justifications(held(FOLDER, kind, data))
    assert found._replace(place=None) == Justification("a", PRINT, **values)
    assert found.lacking == ()
