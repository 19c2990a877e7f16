"""Every layout in every format against the gold: field for field, none swapped."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from yiwu_diff.importers import KEYS, read

FOLDER = Path(__file__).parents[1] / "documents"
GOLD = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
ROWS: dict[str, dict[str, str | None]] = {row["name"]: row for row in GOLD["rows"]}
OLD = (".doc", ".xls", ".wps", ".et", ".rtf", ".odt")
PLAIN = sorted(
    path.name
    for path in FOLDER.iterdir()
    if path.is_file()
    and (path.suffix not in OLD or path.name == "table-html.xls")
    and path.suffix not in (".py", ".json", ".md")
)
# LibreOffice takes seconds for each; the rest with YIWU_DIFF_TEST_OFFICE=all.
OFFICE = sorted(path.name for path in FOLDER.iterdir() if path.suffix in OLD)
OFFICE.remove("table-html.xls")
if os.environ.get("YIWU_DIFF_TEST_OFFICE") != "all":
    OFFICE = ["table.et", "table.wps"]


def compare(name: str) -> None:
    taken = read(FOLDER / name)
    assert [row.name for row in taken.rows] == list(ROWS)
    wrong = [
        (row.name, key, row.text(key), ROWS[row.name or ""][key])
        for row in taken.rows
        for key in KEYS
        if row.text(key) != ROWS[row.name or ""][key]
    ]
    total = len(KEYS) * len(ROWS)
    assert 1 - len(wrong) / total >= 0.995, wrong
    texts = {gold[key] for gold in ROWS.values() for key in KEYS if gold[key]}
    swapped = [one for one in wrong if one[2] in texts]
    assert not swapped
    assert all(row.place for row in taken.rows)
    assert len(taken.sha256) == 64


@pytest.mark.parametrize("name", PLAIN)
def test_document(name: str) -> None:
    compare(name)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("name", OFFICE)
def test_document_through_libreoffice(name: str) -> None:
    compare(name)


def test_every_layout_is_there_in_every_format_that_can_have_it() -> None:
    names = set(PLAIN)
    for layout in ("table", "domains", "rows", "two-lines"):
        for suffix in ("docx", "xlsx", "html", "pdf"):
            assert any(name.startswith(layout) and name.endswith(suffix) for name in names), (
                layout,
                suffix,
            )
    for suffix in ("docx", "html", "pdf", "txt"):
        assert any(name.startswith("paragraphs") and name.endswith(suffix) for name in names)


def test_layout_and_title_are_told() -> None:
    assert read(FOLDER / "table.docx").layout == "table"
    assert read(FOLDER / "domains.docx").layout == "tables"
    taken = read(FOLDER / "paragraphs.docx")
    assert (taken.layout, taken.title) == ("paragraphs", GOLD["title"])


def test_places_lead_back_to_the_document() -> None:
    row = read(FOLDER / "table.pdf").rows[-1]
    assert row.place.startswith("第") and "页表1第" in row.place
    assert read(FOLDER / "table.xlsx").rows[0].place == "工作表“标准”第3行"
    assert read(FOLDER / "domains.docx").rows[0].place == "表1第2行"
    typed = read(FOLDER / "paragraphs-gbk.txt").rows[0]
    assert (typed.place, typed.places["level"]) == ("第5行", "第8行")


def test_what_is_no_part_of_the_standard_is_told() -> None:
    taken = read(FOLDER / "tracked.docx")
    left = [one.text for one in taken.unplaced]
    assert any("文本框" in text for text in left)
    assert any("修订" in one.zh for one in taken.remarks)
    assert not any("删去" in (row.audience or "") for row in taken.rows)
    xlsx = read(FOLDER / "table.xlsx")
    said = " ".join(one.place + one.zh for one in xlsx.remarks)
    assert "旧稿" in said and "隐藏行" in said


def test_a_page_that_is_called_xls_is_read_as_a_page() -> None:
    taken = read(FOLDER / "table-html.xls")
    assert taken.format == "html"
    assert any("HTML" in one.zh for one in taken.remarks)


def test_unknown_columns_are_kept_under_their_heading() -> None:
    rows = {row.name: row for row in read(FOLDER / "domains.docx").rows}
    assert rows["文艺健身进家庭"].extra == {"备注": "2021年新增"}
