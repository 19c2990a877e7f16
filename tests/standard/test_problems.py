from __future__ import annotations

from yiwu_diff.standard.model import Place
from yiwu_diff.standard.problems import MOST_PER_FILE, Problem, Problems, ReadError, shown


def test_a_problem_is_one_line_that_begins_with_its_place() -> None:
    problem = Problem(Place("d/01-a.yaml", 3, 5), "缺少 id", "id is missing")
    assert problem.text("zh") == "d/01-a.yaml:3:5: 缺少 id"
    assert problem.text("en") == "d/01-a.yaml:3:5: id is missing"
    assert Problem("d", "空", "empty").text() == "d: 空"
    assert Problem("", "空", "empty").text("en") == "empty"


def test_nothing_in_a_message_moves_the_cursor() -> None:
    problem = Problem(Place("a\x1b[2J.yaml", 1, 1), "x\ny", "x\ny")
    assert problem.text() == "a\\x1b[2J.yaml:1:1: x\\ny"


def test_an_error_tells_its_problems_in_order_of_place() -> None:
    error = ReadError(
        [
            Problem(Place("b", 1, 1), "四", "4"),
            Problem(Place("a", 10, 1), "三", "3"),
            Problem(Place("a", 2, 7), "二", "2"),
            Problem("a", "一", "1"),
        ]
    )
    assert error.text("en") == "a: 1\na:2:7: 2\na:10:1: 3\nb:1:1: 4"
    assert str(error) == error.text("en")
    assert error.text("zh").startswith("a: 一\n")


def test_a_hopeless_file_is_cut_short_and_says_so() -> None:
    problems = Problems()
    for line in range(MOST_PER_FILE + 7):
        problems.add(Place("a", line + 1, 1), "坏", "bad")
    problems.add(Place("b", 1, 1), "坏", "bad")
    assert problems.full("a")
    assert not problems.full("b")
    error = problems.error()
    assert len(error.problems) == MOST_PER_FILE + 2
    assert "7 more problems" in error.problems[0].en
    assert "另有 7 处" in error.problems[0].zh


def test_what_a_user_wrote_is_quoted_and_shortened() -> None:
    assert shown("服务") == "“服务”"
    assert shown("a\nb\x00") == "“a b\\x00”"
    assert shown("长" * 100) == f"“{'长' * 30}…”"
