"""Makes small documents for the tests, and reads them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers import read

if TYPE_CHECKING:
    from pathlib import Path

    from yiwu_diff.importers import Row, Taken

HEADINGS = (
    "序号",
    "领域",
    "服务类别",
    "服务项目",
    "服务对象",
    "服务内容",
    "服务标准",
    "支出责任",
    "牵头单位",
)
ITEM = (
    "1",
    "幼有所育",
    "优孕优生服务",
    "孕产妇健康服务",
    "孕产妇",
    "建册",
    "5次",
    "市财政",
    "市卫健局",
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def taken(path: Path, content: str | bytes, **options: Any) -> Taken:
    """What is taken from a file of this content."""
    if isinstance(content, str):
        content = content.encode()
    path.write_bytes(content)
    return read(path, **options)


def fields(row: Row) -> tuple[str | None, ...]:
    return (row.audience, row.content, row.level, row.funding, row.lead)


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*found: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{one}" Type="{OFFICE}/{sort}" Target="{target}"/>'
        for one, sort, target in found
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word file of this body; ``numbering``, ``styles``, ``footnotes`` as further parts."""
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(
                *((f"r{n}", name, f"{name}.xml") for n, name in enumerate(parts, 1))
            ),
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": text for name, text in parts.items()},
        }
    )


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(r, runs))}</w:p>"


def r(text: str, properties: str = "") -> str:
    if text.startswith("<"):
        return text
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def tbl(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is no XML is one paragraph."""
    done = ""
    for row in rows:
        cells = "".join(
            cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>" for cell in row
        )
        done += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{done}</w:tbl>"


def html(*rows: tuple[str, ...]) -> str:
    """A web page's table; a cell may bring its own tag."""
    return (
        "<table>"
        + "".join(
            "<tr>"
            + "".join(one if one.startswith("<td") else f"<td>{one}</td>" for one in row)
            + "</tr>"
            for row in rows
        )
        + "</table>"
    )
