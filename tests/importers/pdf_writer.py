"""Writes PDF files with ruled tables and running text, as small as they can be."""

from __future__ import annotations

from typing import Any

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 "
    "/W [1 [207 270 342 467 462 797 710 239] 814 [500]] "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 "
    "/FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)
WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0


class Page:
    """Coordinates from the top left, in points."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        code = text.encode("utf-16-be").hex()
        self.parts.append(f"BT /F1 {size} Tf {x:.1f} {HEIGHT - y - size:.1f} Td <{code}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.parts.append(f"{x0:.1f} {HEIGHT - y0:.1f} m {x1:.1f} {HEIGHT - y1:.1f} l S")

    def box(self, x0: float, y0: float, x1: float, y1: float, lines: list[str]) -> None:
        """A cell and its lines."""
        for ends in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.line(*ends)
        for number, one in enumerate(lines):
            self.text(x0 + 4, y0 + 2 + number * SIZE * 1.3, one)

    def row(self, y: float, widths: list[float], cells: list[list[str]], left: float = 30) -> float:
        """A row of cells, each of lines; returns where the next one begins."""
        height = max(map(len, cells)) * SIZE * 1.3 + 6
        for width, lines in zip(widths, cells, strict=True):
            self.box(left, y, left + width, y + height, lines)
            left += width
        return y + height


def pdf(pages: list[Page], font: str = FONT) -> bytes:
    objects: list[str] = ["", "", font]
    kids = []
    for page in pages:
        stream = "\n".join(page.parts)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def folded(text: str, width: float) -> list[str]:
    """A text in lines of a cell."""
    most = int((width - 8) / SIZE)
    return [text[at : at + most] for at in range(0, len(text), most)] or [""]


def long_table(rows: list[dict[str, Any]], keys: list[str], widths: list[float]) -> bytes:
    """One table over as many pages as it takes, rows broken wherever a page ends."""
    pages: list[Page] = []
    page, y = Page(), 40.0
    for row in rows:
        cells = [
            folded(str(row[key] or ""), width) for key, width in zip(keys, widths, strict=True)
        ]
        while any(cells):
            room = int((HEIGHT - 60 - y - 6) / (SIZE * 1.3))
            if room < 1:
                pages.append(page)
                page, y = Page(), 40.0
                continue
            y = page.row(y, widths, [lines[:room] or [""] for lines in cells])
            cells = [lines[room:] for lines in cells]
    return pdf([*pages, page])
