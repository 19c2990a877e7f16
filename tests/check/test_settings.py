"""``yiwu-diff.toml``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from drafts import check, item, of, write

from yiwu_diff.check.settings import Settings, read
from yiwu_diff.standard.problems import ReadError


def settings(text: str) -> Settings:
    return read(text.encode(), "yiwu-diff.toml")


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """A draft that lowers a figure and lacks a field."""
    write(tmp_path, "upper@2021", item("elderly", "老年人健康管理"))
    lower = item("elderly", "老年人健康管理", level="健康管理率达到60%以上", lead=None)
    write(tmp_path, "lower@2021", lower, builds_on="[upper@2021]")
    return tmp_path


def test_a_check_is_as_grave_as_the_settings_say(cut: Path) -> None:
    found = check(cut, "lower@2021", settings('[checks]\nlowered = "warning"\nrelaxed = "off"\n'))
    assert [one.severity for one in of(found, "lowered")] == ["warning"]
    assert found.fails("error")  # the missing field
    off = check(cut, "lower@2021", settings('[checks]\nfield-missing = "off"\nlowered = "off"\n'))
    assert not of(off, "field-missing")
    assert off.checks == found.checks - 1
    assert off.off == ("lowered", "field-missing")


def test_a_waiver_hides_nothing_but_lets_pass(cut: Path) -> None:
    waiver = """
        [[waivers]]
        check = ["lowered", "field-missing"]
        item = "elderly"
        reason = "省里已批准"
        until = 2027-06-30
        [checks]
        reassigned = "off"
        relaxed = "off"
    """
    result = check(cut, "lower@2021", settings(waiver), today="2027-06-30")
    waived = {(one.check, one.reason, one.until) for one in result.with_status("waived")}
    assert waived == {
        ("lowered", "省里已批准", "2027-06-30"),
        ("field-missing", "省里已批准", "2027-06-30"),
    }
    assert not result.fails("warning")
    after = check(cut, "lower@2021", settings(waiver), today="2027-07-01")
    assert after.fails("error")
    (expired,) = of(after, "waiver-expired")
    assert (expired.place.file, expired.place.line) == ("yiwu-diff.toml", 2)


@pytest.mark.parametrize("more", ['item = "other"', 'standard = "upper"', 'check = "missing"'])
def test_a_waiver_covers_what_it_names_alone(cut: Path, more: str) -> None:
    lines = ['check = "lowered"', 'item = "elderly"', "until = 2999-01-01", 'reason = "理由"', more]
    kept = {line.split(" =")[0]: line for line in lines}
    result = check(cut, "lower@2021", settings("[[waivers]]\n" + "\n".join(kept.values())))
    assert [one.status for one in of(result, "lowered")] == ["open"]
    unused = of(result, "waiver-unused")
    assert len(unused) == ("standard" not in more)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[checks]\nlowerd = "off"', 2, "是否要写 lowered"),
        ('[checks]\nlowered = "fatal"', 2, "error、warning、note、off"),
        ('[check]\nlowered = "off"', 1, "是否要写 checks"),
        ('checks = "off"', 1, "[checks]"),
        ('fail-on = "eror"', 1, "是否要写 error"),
        ("[checks]\nlowered = off", 2, "TOML"),
        ('[[waivers]]\ncheck = "lowered"', 1, "reason"),
        ('[[waivers]]\nreason = "x"', 1, "check"),
        ('[[waivers]]\ncheck = "relaxed"\nreason = " "', 3, "reason"),
        ('[[waivers]]\ncheck = "lowered"\nreason = "x"\nitem = "a"', 1, "until"),
        (
            '[[waivers]]\ncheck = ["relaxed", "narrowed"]\nreason = "x"',
            1,
            "narrowed 只能按项目豁免",
        ),
        ('[[waivers]]\ncheck = "relaxed"\nreason = "x"\nuntil = "2027-01-01"', 4, "日期"),
        ('[[waivers]]\ncheck = "relaxed"\nreason = "x"\nuntill = 2027-01-01', 4, "until"),
        ('\n[[waivers]]\ncheck = "lowerd"\nreason = "x"', 3, "lowered"),
        ('[[waivers]]\ncheck = []\nreason = "x"', 2, "列表"),
        ("[waivers]\ncheck = 1", 1, "[[waivers]]"),
    ],
)
def test_a_wrong_settings_file_says_where_and_how_to_mend_it(
    text: str, line: int, says: str
) -> None:
    with pytest.raises(ReadError) as error:
        settings(text)
    problem = error.value.problems[0]
    assert problem.text().startswith(f"yiwu-diff.toml:{line}:")
    assert says in problem.zh


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(ReadError) as error:
        settings('[checks]\na = "off"\nlowered = "x"\n[[waivers]]\nb = 1\n')
    assert len(error.value.problems) == 5


def test_what_is_no_utf_8() -> None:
    with pytest.raises(ReadError, match="UTF-8"):
        read("理由".encode("gbk"), "f")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        read(data, "f")
    except ReadError as error:
        assert error.problems


def test_the_fail_on_of_the_file() -> None:
    assert settings('fail-on = "warning"').fail_on == "warning"
    assert settings("").fail_on == "error"
