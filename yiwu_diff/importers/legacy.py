"""Old formats (.doc, .xls, .wps, .et, .rtf, OpenDocument): through LibreOffice, where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.importers.files import broken
from yiwu_diff.importers.model import Remark
from yiwu_diff.standard.problems import fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwu_diff.importers.blocks import Document

SECONDS = 120
"""LibreOffice takes some ten seconds when it starts for the first time."""
PROGRAMS = (
    "soffice",
    "libreoffice",
    "/usr/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SUFFIX = {
    "ole-doc": "doc",
    "ole-xls": "xls",
    "xml-doc": "xml",
    "xml-xls": "xml",
    "rtf": "rtf",
    "odt": "odt",
    "ods": "ods",
}
_TABLES = ("ole-xls", "xml-xls", "ods")


def read(
    data: bytes, sort: str, shown: str, progress: Callable[[int, int], None] | None = None
) -> Document:
    """The blocks of a file in an old format. Raises ReadError where there is no LibreOffice, or
    where it cannot read the file."""
    target = "xlsx" if sort in _TABLES else "docx"
    converted = convert(data, _SUFFIX[sort], target, shown)
    if target == "xlsx":
        from yiwu_diff.importers import xlsx

        document = xlsx.read(converted, shown, progress)
    else:
        from yiwu_diff.importers import docx

        document = docx.read(converted, shown, progress)
    document.format = _SUFFIX[sort]
    document.remarks.insert(
        0,
        Remark(
            "",
            f"{_SUFFIX[sort].upper()} 文件经 LibreOffice 转换后读取，请抽查几项",
            f"the {_SUFFIX[sort].upper()} file was read through LibreOffice; check some items",
        ),
    )
    return document


def convert(data: bytes, suffix: str, target: str, shown: str) -> bytes:
    """The file in another format, by LibreOffice with a profile of its own: no macros run, and
    a window that is open stays untouched."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        source = here / f"in.{suffix}"
        source.write_bytes(data)
        for program in PROGRAMS:
            try:
                done = subprocess.run(
                    [
                        program,
                        f"-env:UserInstallation={(here / 'profile').as_uri()}",
                        "--headless",
                        "--norestore",
                        "--nolockcheck",
                        "--convert-to",
                        target,
                        "--outdir",
                        str(here / "out"),
                        str(source),
                    ],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=SECONDS,
                    check=False,
                )
            except (FileNotFoundError, PermissionError, NotADirectoryError):
                continue
            except subprocess.TimeoutExpired:
                raise fail(
                    shown,
                    f"LibreOffice 转换超过 {SECONDS} 秒；请在 Word 或 WPS 中另存为 .{target}",
                    f"LibreOffice took more than {SECONDS} seconds; save the file as .{target}",
                ) from None
            result = here / "out" / f"in.{target}"
            if not result.is_file():
                reason = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
                raise broken(shown, suffix.upper(), reason[0] if reason else "LibreOffice")
            return result.read_bytes()
    raise fail(
        shown,
        f"读取 .{suffix} 一类的旧格式需要 LibreOffice，本机没有；请在 Word 或 WPS 中另存为 "
        f".{target}，或安装 LibreOffice 后再试",
        f"reading old formats such as .{suffix} needs LibreOffice, which is not here; save the "
        f"file as .{target} in Word or WPS, or install LibreOffice",
    )
