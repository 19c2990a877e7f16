"""Word: what stands in a file without being its text, and text that stands in odd places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from office import HEADINGS, ITEM, TYPES, W, docx, fields, p, packed, r, taken, tbl

from yiwu_diff.importers import docx as reader
from yiwu_diff.importers.blocks import Paragraph, Table
from yiwu_diff.standard.problems import ReadError

if TYPE_CHECKING:
    from pathlib import Path


def texts(body: str, **parts: str) -> list[str]:
    blocks = reader.read(docx(body, **parts), "a.docx").blocks
    return [one.text for one in blocks if isinstance(one, Paragraph)]


def table(body: str) -> Table:
    (found,) = (one for one in reader.read(docx(body), "a.docx").blocks if isinstance(one, Table))
    return found


def test_inserted_counts_and_deleted_does_not() -> None:
    body = (
        f'<w:p>{r("甲")}<w:ins w:id="1">{r("乙")}</w:ins>'
        "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('丁')}</w:moveFrom><w:moveTo>{r('戊')}</w:moveTo></w:p>"
    )
    assert texts(body) == ["甲乙戊"]
    remarks = reader.read(docx(body), "a.docx").remarks
    assert len(remarks) == 1 and "修订" in remarks[0].zh


def test_paragraph_whose_end_was_deleted_runs_on() -> None:
    assert texts(p("甲", properties="<w:rPr><w:del/></w:rPr>") + p("乙") + p("丙")) == [
        "甲乙",
        "丙",
    ]


def test_deleted_row_and_inserted_row() -> None:
    row = "<w:tr><w:trPr><w:{0}/></w:trPr><w:tc>{1}</w:tc></w:tr>"
    body = f"<w:tbl>{row.format('del', p('甲'))}{row.format('ins', p('乙'))}</w:tbl>"
    assert [row[0].text for row in table(body).rows] == ["乙"]


def test_fields_show_their_result() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("5")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert texts(body) == ["5"]


def test_links_controls_and_tags_hold_text() -> None:
    body = (
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{r('甲')}</w:hyperlink>"
        f"<w:smartTag>{r('乙')}</w:smartTag></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["甲乙"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="F03C"/></w:r>', "<"),
        (f'<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>{chr(0xF0A3)}</w:t></w:r>', "≤"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>', chr(0xF06C)),
        ('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r>', "⁴"),
        (f"<m:oMath><m:f><m:num>{r('1')}</m:num><m:den>{r('2')}</m:den></m:f></m:oMath>", "1/2"),
        (f"<m:oMath><m:sSup><m:e>{r('10')}</m:e><m:sup>{r('4')}</m:sup></m:sSup></m:oMath>", "10⁴"),
    ],
)
def test_signs_fractions_and_powers_keep_their_meaning(inner: str, shown: str) -> None:
    assert texts(f'<w:p xmlns:m="m">{r("约")}{inner}{r("次")}</w:p>') == [f"约{shown}次"]


def test_hidden_text_is_told() -> None:
    body = f"<w:p>{r('甲')}{r('乙', '<w:vanish/>')}</w:p>"
    assert texts(body) == ["甲"]
    assert any("隐藏" in one.zh for one in reader.read(docx(body), "a.docx").remarks)


def test_merged_cells_are_one() -> None:
    restart = '<w:vMerge w:val="restart"/>'
    body = (
        f"<w:tbl><w:tr><w:tc><w:tcPr>{restart}</w:tcPr>{p('甲')}</w:tc><w:tc>{p('1')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('2')}</w:tc></w:tr>"
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("乙")}</w:tc></w:tr></w:tbl>'
    )
    rows = table(body).rows
    assert rows[0][0] is rows[1][0] and rows[0][0].text == "甲"
    assert rows[2][0] is rows[2][1] and rows[2][0].text == "乙"


def test_row_that_begins_further_in() -> None:
    body = (
        f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{p("c")}</w:tc></w:tr></w:tbl>'
    )
    assert [cell.text for cell in table(body).rows[1]] == ["", "c"]


def test_absurd_spans_are_bounded() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>{p("a")}</w:tc>'
    assert table(tbl((cell,))).width <= 256


def test_footnotes_are_told_with_their_place(tmp_path: Path) -> None:
    cell = f'<w:tc><w:p>{r("孕产妇")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:tc>'
    item = (*ITEM[:4], cell, *ITEM[5:])
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2">{p("指常住孕产妇。")}</w:footnote></w:footnotes>'
    )
    got = taken(tmp_path / "a.docx", docx(tbl(HEADINGS, item), footnotes=notes))
    assert got.rows[0].audience == "孕产妇"
    assert [(one.text, one.place) for one in got.unplaced] == [("指常住孕产妇。", "表1第2行的脚注")]


def test_text_box_in_a_cell_belongs_to_it(tmp_path: Path) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('每年1次。')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    item = (*ITEM[:6], f"<w:tc><w:p>{r('建册。')}{both}</w:p></w:tc>", *ITEM[7:])
    got = taken(tmp_path / "a.docx", docx(tbl(HEADINGS, item)))
    assert got.rows[0].level == "建册。\n每年1次。"


def test_table_inside_a_table_that_only_frames_it(tmp_path: Path) -> None:
    body = f"<w:tbl><w:tr><w:tc>{p('标题')}{tbl(HEADINGS, ITEM)}{p('')}</w:tc></w:tr></w:tbl>"
    got = taken(tmp_path / "a.docx", docx(body))
    assert [fields(row) for row in got.rows] == [ITEM[4:]]


def test_automatic_numbers_and_labels_in_pieces(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="{0}"><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="5">'
        + level.format(0, "chineseCounting", "%1、")
        + level.format(1, "chineseCounting", "（%2）")
        + level.format(2, "decimal", "%3.")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )

    def numbered(text: str, depth: int) -> str:
        return p(
            text,
            properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>',
        )

    bold = "<w:b/>"

    def item(name: str) -> str:
        return (
            numbered(name, 2)
            + f"<w:p>{r('服务', bold)}{r('对象', bold)}{r('孕产妇。')}</w:p>"
            + f"<w:p>{r('【服务', bold)}{r('内容】', bold)}{r('建册。')}</w:p>"
            + f"<w:p>{r('服务标准：', bold)}{r('5次。')}</w:p>"
        )

    body = (
        numbered("幼有所育", 0)
        + numbered("优孕优生服务", 1)
        + item("孕产妇健康服务")
        + item("基本避孕服务")
        + numbered("儿童健康服务", 1)
        + item("预防接种")
    )
    got = taken(tmp_path / "a.docx", docx(body, numbering=numbering))
    assert [(row.number, row.service, row.name) for row in got.rows] == [
        ("1", "优孕优生服务", "孕产妇健康服务"),
        ("2", "优孕优生服务", "基本避孕服务"),
        ("1", "儿童健康服务", "预防接种"),
    ]
    assert {fields(row)[:3] for row in got.rows} == {("孕产妇。", "建册。", "5次。")}
    assert {row.domain for row in got.rows} == {"幼有所育"}


def test_strict_files_are_read_too(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{tbl(HEADINGS, ITEM)}</w:body></w:document>'
    got = taken(
        tmp_path / "a.docx", packed({"[Content_Types].xml": TYPES, "word/document.xml": body})
    )
    assert fields(got.rows[0]) == ITEM[4:]


def test_file_of_another_kind_in_it_is_told() -> None:
    remarks = reader.read(docx(p("甲") + '<w:altChunk r:id="x" xmlns:r="r"/>'), "a.docx").remarks
    assert any("altChunk" in one.zh for one in remarks)


@pytest.mark.parametrize("body", ["<w:p>", "<w:tbl><w:tr></w:tbl>"])
def test_broken_xml(tmp_path: Path, body: str) -> None:
    with pytest.raises(ReadError, match="damaged"):
        taken(tmp_path / "a.docx", docx(body))
