"""Files that are broken, hostile, or not what they are called: one message, nothing else."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from office import HEADINGS, ITEM, W, docx, fields, html, p, packed, relations, taken, tbl

from yiwu_diff.importers import read
from yiwu_diff.standard.problems import ReadError

FOLDER = Path(__file__).parents[1] / "documents"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def refused(path: Path, content: bytes, *words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(ReadError) as raised:
        read(path)
    (problem,) = raised.value.problems
    assert problem.file == path.as_posix()
    for word in words:
        assert word in problem.zh or word in problem.en
    # Each says the mend.
    assert "请" in problem.zh


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.docx", b"", "空"),
        ("a.docx", b"\x00" * 100, "空"),
        ("a.docx", OLE + wide("EncryptedPackage"), "密码"),
        ("a.xlsx", OLE + wide("EncryptedPackage"), "密码"),
        ("a.msg", OLE, "旧格式"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "图片"),
        ("a.docx", b"Rar!\x1a\x07\x00", "解压"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 40, "damaged"),
        ("a.docx", b"MZ\x90\x00" + b"x" * 80, "程序"),
        ("a.docx", packed({"x.txt": "x"}), "解压"),
        ("a.docx", packed({"ppt/presentation.xml": "x"}), "演示"),
        ("a.docx", packed({"word/x.xml": "x"}), "word/document.xml"),
        ("a.xlsx", packed({"xl/x.xml": "x"}), "xl/workbook.xml"),
        (
            "a.xlsx",
            packed(
                {
                    "_rels/.rels": relations(("r", "officeDocument", "xl/workbook.bin")),
                    "xl/workbook.bin": "x",
                }
            ),
            ".xlsx",
        ),
        ("a.pdf", b"%PDF-1.4\n1 0 obj", "PDF"),
        ("a.pdf", b"%PDF-1.4\n%%EOF", "PDF"),
        ("a.mht", b"Content-Type: multipart/related;\n\n<html>", "mht"),
        ("a.txt", b"\x01\x02\x03\x04" * 99, "UTF-8"),
    ],
)
def test_refused(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    refused(tmp_path / name, content, word)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path, word in ((tmp_path / "没有.docx", "没有这个文件"), (tmp_path, "文件夹")):
        with pytest.raises(ReadError) as raised:
            read(path)
        assert word in raised.value.text("zh")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.importers.files.MOST_BYTES", 10)
    refused(tmp_path / "a.txt", b"x" * 11, "MB")


LAUGHS = (
    "<!DOCTYPE x ["
    + '<!ENTITY a0 "哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, doctype: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = f"{head}{doctype}<w:document {W}><w:body>{p('&a11;')}</w:body></w:document>"
    refused(tmp_path / "a.docx", packed({"word/document.xml": body.encode(encoding)}), "实体")
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "<sheetData><row><c><v>&a11;</v></c></row></sheetData>"
    sheet = f'{head}{doctype}<worksheet xmlns="{space}">{cells}</worksheet>'
    sheets = '<sheets><sheet name="a" r:id="r1"/></sheets>'
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="r">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "s.xml")),
        "xl/s.xml": sheet.encode(encoding),
    }
    refused(tmp_path / "a.xlsx", packed(parts), "实体")


def test_bombs_are_refused(tmp_path: Path) -> None:
    refused(tmp_path / "a.docx", packed({"word/document.xml": b" " * 30_000_000}), "巨大")
    many = packed({f"word/{number}": b"" for number in range(10_001)})
    refused(tmp_path / "a.docx", many, "巨大")


def test_sizes_that_lie_are_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yiwu_diff.importers.files.MOST_PART", 1000)
    data = packed({"word/document.xml": random.Random(1).randbytes(5000)})
    # The directory's size, made small; it is read before anything is unpacked.
    lied = data.replace((5000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    refused(tmp_path / "a.docx", lied)


def test_locked_zip(tmp_path: Path) -> None:
    data = bytearray(packed({"word/document.xml": "x"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(tmp_path / "a.docx", bytes(data), "密码")


def test_macros_and_links_are_left_alone(tmp_path: Path) -> None:
    data = docx(tbl(HEADINGS, ITEM))
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\x00" * 100)
    got = taken(tmp_path / "a.docm", out.getvalue())
    assert fields(got.rows[0]) == ITEM[4:]


@pytest.mark.parametrize(
    ("name", "content", "sort"),
    [
        ("a.xls", html(HEADINGS, ITEM).encode(), "html"),
        ("a.doc", docx(tbl(HEADINGS, ITEM)), "docx"),
        ("a.docx", html(HEADINGS, ITEM).encode("gbk"), "html"),
        ("a.txt", docx(tbl(HEADINGS, ITEM)), "docx"),
        ("a.pdf", "\t".join(HEADINGS).encode() + b"\n" + "\t".join(ITEM).encode(), "txt"),
    ],
)
def test_wrong_names_are_told(tmp_path: Path, name: str, content: bytes, sort: str) -> None:
    got = taken(tmp_path / name, content)
    assert (got.format, fields(got.rows[0])) == (sort, ITEM[4:])
    assert sort.upper() in got.remarks[0].zh


def test_right_names_are_not(tmp_path: Path) -> None:
    assert not taken(tmp_path / "a.DOCX", docx(tbl(HEADINGS, ITEM))).remarks


SMALL = ["rows.docx", "blank.xlsx", "rows-gbk.html", "paragraphs-utf16.txt", "table-gbk.csv"]


@pytest.mark.parametrize("name", [*SMALL, "two-lines.pdf"])
def test_damage_anywhere_gives_a_message_or_rows(tmp_path: Path, name: str) -> None:
    data = (FOLDER / name).read_bytes()
    chance = random.Random(name)
    for number in range(6 if name.endswith("pdf") else 16):
        broken = bytearray(data)
        if number % 2:
            del broken[chance.randrange(len(broken)) :]
        else:
            for _ in range(chance.choice((1, 20, 200))):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        (tmp_path / name).write_bytes(bytes(broken))
        try:
            read(tmp_path / name)
        except ReadError as error:
            assert len(error.problems) == 1
