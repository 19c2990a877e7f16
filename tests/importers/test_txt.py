"""Plain text and CSV, in the encodings of Chinese text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from office import HEADINGS, ITEM, fields, taken

from yiwu_diff.importers.encoding import decode
from yiwu_diff.standard.problems import ReadError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """义乌市基本公共服务标准（2021年版）

一、幼有所育
（一）优孕优生服务
1．孕产妇健康服务
　　服务对象：孕产妇
　　服务内容：建册
　　服务标准：5次
　　支出责任：市财政
　　牵头单位：市卫健局
"""


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    got = taken(tmp_path / "a.txt", TEXT.encode(encoding))
    assert fields(got.rows[0]) == ITEM[4:]
    assert (got.rows[0].domain, got.rows[0].service, got.rows[0].name) == ITEM[1:4]


def test_big5_is_told_from_gbk() -> None:
    text = "義烏市基本公共服務標準：由市財政承擔支出責任，牽頭單位為市衛生健康局。" * 3
    assert decode(text.encode("cp950"), "a.txt").text == text
    plain = "由本市财政承担支出责任，牵头单位为市卫生健康局。"
    found = decode(plain.encode("gbk"), "a.txt")
    assert (found.text, found.encoding, found.guessed) == (plain, "gb18030", True)


def test_cut_in_the_middle_of_a_character() -> None:
    data = "服务对象：孕产妇".encode()
    found = decode(data[:-1], "a.txt")
    assert found.text.startswith("服务对象：孕产") and found.lost == 1


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500])
def test_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="no readable text"):
        decode(data, "a.txt")


def test_tabs_with_quoted_line_breaks(tmp_path: Path) -> None:
    item = (*ITEM[:5], '"提供：\n（1）甲；\n（2）“乙”。"', *ITEM[6:])
    got = taken(tmp_path / "a.txt", "\t".join(HEADINGS) + "\r\n" + "\t".join(item) + "\r\n")
    assert got.rows[0].content == "提供：\n（1）甲；\n（2）“乙”。"


def test_bars(tmp_path: Path) -> None:
    rows = [f"| {' | '.join(row)} |" for row in (HEADINGS, ("---",) * 9, ITEM)]
    assert fields(taken(tmp_path / "a.md", "\n".join(rows)).rows[0]) == ITEM[4:]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv(tmp_path: Path, mark: str) -> None:
    item = (*ITEM[:5], f'"建册{mark}随访"', *ITEM[6:])
    got = taken(tmp_path / "a.csv", mark.join(HEADINGS) + "\n" + mark.join(item) + "\n")
    expected = "建册随访" if mark == "\t" else f"建册{mark}随访"
    assert (got.format, got.rows[0].content) == ("csv", expected)
    assert got.rows[0].place == "第2行"


def test_blank_means_the_same_as_above_for_groups_only(tmp_path: Path) -> None:
    second = ("2", "", "", "基本避孕服务", "夫妇", "", "", "", "")
    got = taken(tmp_path / "a.csv", "\n".join(",".join(row) for row in (HEADINGS, ITEM, second)))
    assert (got.rows[1].domain, got.rows[1].service) == ITEM[1:3]
    assert fields(got.rows[1]) == ("夫妇", None, None, None, None)


def test_lines_folded_at_a_width(tmp_path: Path) -> None:
    long = "为孕产妇提供孕期健康管理、产后访视和产后健康检查服务，" * 6
    text = TEXT.replace("建册", long)
    folded = "\n".join(
        line[at : at + 36] for line in text.split("\n") for at in range(0, max(len(line), 1), 36)
    )
    assert taken(tmp_path / "a.txt", folded).rows[0].content == long
