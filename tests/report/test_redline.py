from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.report.redline import Edit, redline


def shown(old: str, new: str) -> str:
    return "".join(
        edit.old
        if edit.stays
        else (f"[-{edit.old}-]" if edit.old else "") + (f"[+{edit.new}+]" if edit.new else "")
        for edit in redline(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("", "", ""),
        ("同", "同", "同"),
        ("", "新", "[+新+]"),
        ("旧", "", "[-旧-]"),
        # What is added stands between clauses, behind what was there.
        ("开展A服务。", "开展B服务。开展A服务。", "[+开展B服务。+]开展A服务。"),
        ("提供A服务。", "提供A服务。提供B服务。", "提供A服务。[+提供B服务。+]"),
        ("甲、丙", "甲、乙、丙", "甲、[+乙、+]丙"),
        ("达到80%以上。", "达到80%以上，且免费。", "达到80%以上[+，且免费+]。"),
        ("甲、乙、丙", "甲、丙", "甲、[-乙、-]丙"),
        # A figure and its unit are replaced as one.
        ("不超过20日", "不超过10日", "不超过[-20日-][+10日+]"),
        ("达到92%。", "达到97%以上。", "达到[-92%-][+97%以上+]。"),
        ("每年1200元", "每年1500元", "每年[-1200元-][+1500元+]"),
        (
            "管理率不低于60%，每年提供4次随访。",
            "管理率不低于50%。",
            "管理率不低于[-60%-][+50%+][-，每年提供4次随访-]。",
        ),
        # A single character that two replacements have in common is chance.
        ("按照有关规定执行", "依据标准执行", "[-按照有关规定-][+依据标准+]执行"),
        # Where words are only added, what stood between them is not taken for replaced.
        ("甲、乙", "新甲、老乙", "[+新+]甲、[+老+]乙"),
    ],
)
def test_reads_like_an_editor(old: str, new: str, result: str) -> None:
    assert shown(old, new) == result


_TEXT = st.text(alphabet="服务对象提供1203%元，。；（）A\n", max_size=60)


@given(_TEXT, _TEXT)
def test_loses_nothing(old: str, new: str) -> None:
    edits = redline(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new
    assert all(edit.old or edit.new for edit in edits)


def test_long_texts_keep_what_they_have_in_common() -> None:
    clauses = [f"第{number}条，对象{number}享受服务{number * 7 % 101}。" for number in range(1200)]
    old = "".join(clauses)
    new = "".join([*clauses[:100], "新增一条。", *clauses[101:900], *clauses[910:]])
    assert len(old) > 20_000
    edits = redline(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new
    assert sum(len(edit.new) for edit in edits if edit.stays) > 0.98 * len(new)


def test_hostile_long_texts_are_replaced_whole() -> None:
    old, new = "甲乙丙，" * 6000, "丁甲乙；" * 6000
    edits = redline(old, new)
    assert "".join(edit.old for edit in edits) == old
    assert "".join(edit.new for edit in edits) == new


def test_an_edit_knows_whether_it_stays() -> None:
    assert Edit("甲", "甲").stays
    assert not Edit("甲", "").stays
