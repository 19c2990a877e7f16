"""WordprocessingML as text: runs, paragraphs and cells, escaped and free of what XML forbids."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Literal

from yiwu_diff.report.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

FILL = "EDEDED"
"""The grey behind heads."""

_BREAK = re.compile(r"([\n\t])")


def attribute(text: str) -> str:
    """The text as the value of an attribute."""
    return escape(clean(text))


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """A run; its newlines and tabs become Word's."""
    if not text:
        return ""
    tag = "w:delText" if deleted else "w:t"
    content = "".join(
        "<w:br/>"
        if part == "\n"
        else "<w:tab/>"
        if part == "\t"
        else f'<{tag} xml:space="preserve">{escape(part, quote=False)}</{tag}>'
        for part in _BREAK.split(clean(text))
        if part
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """A paragraph of a style; ``properties`` in the order that the schema demands."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def cell(
    width: int,
    *paragraphs: str,
    span: int = 1,
    fill: str = "",
    middle: bool = False,
    merge: Literal["", "restart", "continue"] = "",
) -> str:
    """A cell of so many twentieths of a point. Word wants a paragraph in every cell.

    ``merge`` joins it with those below (``restart``), or with the one above (``continue``).
    """
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
        + ('<w:vAlign w:val="center"/>' if middle else "")
        + f"</w:tcPr>{''.join(paragraphs) or paragraph('TableText')}</w:tc>"
    )


def row(*cells: str, header: bool = False, whole: bool = True, least: int = 0) -> str:
    """A row. ``header`` repeats it on every page, ``whole`` keeps it on one; ``least`` is how
    tall it is at least, in twentieths of a point."""
    return (
        "<w:tr><w:trPr>"
        + ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else "")
        + ("<w:tblHeader/>" if header else "")
        + f"</w:trPr>{''.join(cells)}</w:tr>"
    )


def table(title: str, widths: tuple[int, ...], *rows: str) -> str:
    """A table with thin lines and fixed columns; the title is for screen readers."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def header(widths: Sequence[int], heads: Sequence[str]) -> str:
    """The first row of a table, which is repeated on every page."""
    return row(
        *(
            cell(width, paragraph("TableHead", run(head)), fill=FILL, middle=True)
            for width, head in zip(widths, heads, strict=True)
        ),
        header=True,
    )
