"""Lines out of text files and Word files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from notes import FIXTURES

from yiwu_diff.note.source import lines_of, read_lines
from yiwu_diff.standard.problems import ReadError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "一、区别\n新增3项。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert [line.text for line in lines_of(TEXT.encode(encoding))] == ["一、区别", "新增3项。", ""]


def test_markdown_is_read_without_its_marks() -> None:
    text = "## （二）区别\n\n### 1\\.新增的4项\n#不是标题\n"
    lines = [line.text for line in lines_of(text.encode(), "note.md")]
    assert lines == ["（二）区别", "", "1.新增的4项", "#不是标题", ""]


def test_line_ends_and_invisible_characters() -> None:
    lines = lines_of("甲\r\n乙\r丙\u200b\x1b[31m\n丁\x00".encode("utf-8").replace(b"\x00", b""))
    assert [(line.number, line.text) for line in lines] == [
        (1, "甲"),
        (2, "乙"),
        (3, "丙[31m"),
        (4, "丁"),
    ]


def test_an_empty_file_is_a_note_without_anything() -> None:
    assert [line.text for line in lines_of(b"")] == [""]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "说明.txt", ".doc"),
        (b"text", "说明.doc", "另存为"),
        (b"text", "说明.docx", "不是有效的 .docx"),
        (b"PK\x03\x04rest", "说明.docx", "无法按 .docx 读取"),
        (b"%PDF-1.7", "说明.txt", "只能读取"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "说明.txt", "不是 UTF-8 或 GBK 文本"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_mend(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        lines_of(data, name)
    assert said in caught.value.text("zh")
    assert caught.value.text("en").isascii() or "说明" in caught.value.text("en")


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError):
            read_lines(path)


def word(*paragraphs: str, numbering: str = "") -> bytes:
    """A Word file with these paragraphs as XML."""
    document: Any = Document()
    body = document.element.body
    for n, xml in enumerate(paragraphs):
        body.insert(n, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    if numbering:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>"):
            root.append(child)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines_of(data, "note.docx")]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        f"<w:p>{run('新增')}"
        '<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="a">{run("4")}</w:ins>{run("项。")}</w:p>'
    )
    moved = (
        f'<w:p><w:moveFrom w:id="3" w:author="a">{run("旧处")}</w:moveFrom>'
        f'<w:moveTo w:id="4" w:author="a">{run("新处")}</w:moveTo></w:p>'
    )
    joined = f'<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>{run("前半")}</w:p>'
    assert texts(word(changed, moved, joined, f"<w:p>{run('后半')}</w:p>")) == [
        "新增4项。",
        "新处",
        "前半后半",
    ]


def test_field_codes_links_tables_and_line_breaks() -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "甲"
    table.cell(0, 1).text = "乙"
    paragraph = document.add_paragraph("丙")
    paragraph.add_run().add_break()
    paragraph.add_run("丁")
    packed = io.BytesIO()
    document.save(packed)
    code = (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:hyperlink>{run('链接')}</w:hyperlink></w:p>"
    )
    assert texts(packed.getvalue()) == ["甲", "乙", "丙 丁"]
    assert texts(word(code)) == ["链接"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def listed(level: int, text: str) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}{run(text)}</w:p>"


def test_automatic_numbers_are_those_that_word_shows() -> None:
    levels = [(0, "甲"), (1, "子"), (1, "丑"), (2, "点"), (0, "乙"), (1, "寅")]
    assert texts(word(*(listed(*one) for one in levels), numbering=NUMBERING)) == [
        "一、甲",
        "（1）子",
        "（2）丑",
        "点",
        "二、乙",
        "（1）寅",
    ]


def test_the_real_note_reads_alike_as_a_word_file() -> None:
    from yiwu_diff.note.parse import parse

    lines = read_lines(FIXTURES / "yiwu-2021.txt")
    document = Document()
    for line in lines:
        document.add_paragraph(line.text)
    packed = io.BytesIO()
    document.save(packed)
    assert parse(lines_of(packed.getvalue(), "note.docx")) == parse(lines)


def test_a_bomb_is_refused() -> None:
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            archive.writestr(f"word/{n}.xml", b"0" * (100 * 2**20))
    with pytest.raises(ReadError) as caught:
        lines_of(packed.getvalue(), "bomb.docx")
    assert "过大" in caught.value.text("zh")
