"""Old formats: with LibreOffice, and without."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from office import HEADINGS, ITEM, docx, fields, tbl

from yiwu_diff.importers import legacy, read
from yiwu_diff.standard.problems import ReadError

DOC = Path(__file__).parents[1] / "documents" / "table.wps"


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "PROGRAMS", ("no-such-program",))
    with pytest.raises(ReadError) as raised:
        read(DOC)
    assert "另存为 .docx" in raised.value.text("zh")


def run(made: bytes | None, error: type[Exception] | None = None) -> Any:
    def fake(command: list[str], **_: Any) -> Any:
        if error is subprocess.TimeoutExpired:
            raise subprocess.TimeoutExpired(command, 1)
        folder = Path(command[command.index("--outdir") + 1])
        if made is not None:
            folder.mkdir()
            (folder / "in.docx").write_bytes(made)
        return subprocess.CompletedProcess(command, 0, b"", b"Error: password\n")

    return fake


def test_what_it_makes_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", run(docx(tbl(HEADINGS, ITEM))))
    got = read(DOC)
    assert (got.format, fields(got.rows[0])) == ("doc", ITEM[4:])
    assert "LibreOffice" in got.remarks[0].zh


@pytest.mark.parametrize(
    ("space", "target"),
    [
        ("urn:schemas-microsoft-com:office:spreadsheet", "xlsx"),
        ("http://schemas.microsoft.com/office/word/2003/wordml", "docx"),
    ],
)
def test_xml_of_old_goes_the_same_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, space: str, target: str
) -> None:
    told: list[str] = []

    def convert(data: bytes, suffix: str, wanted: str, shown: str) -> bytes:
        told.append(wanted)
        return data

    monkeypatch.setattr(legacy, "convert", convert)
    (tmp_path / "a.xls").write_text(f'<?xml version="1.0"?><x xmlns="{space}"/>')
    with pytest.raises(ReadError):
        read(tmp_path / "a.xls")
    assert told == [target]


def test_what_it_cannot_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", run(None))
    with pytest.raises(ReadError, match="password"):
        read(DOC)
    monkeypatch.setattr(subprocess, "run", run(None, subprocess.TimeoutExpired))
    with pytest.raises(ReadError, match="seconds"):
        read(DOC)
