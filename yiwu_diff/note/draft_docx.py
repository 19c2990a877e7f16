"""A draft as a Word file, laid out as an official document (GB/T 9704—2012)."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yiwu_diff.note.draft import Draft, Kind

_BODY, _TITLE, _LATIN = "仿宋_GB2312", "楷体_GB2312", "Times New Roman"
_INSTEAD = {
    _BODY: "仿宋,FangSong,华文仿宋,Noto Serif CJK SC",
    _TITLE: "楷体,KaiTi,华文楷体,Noto Serif CJK SC",
}
"""What to take where a font is not installed."""
_SIZE, _SMALL = 16, 12
_LINE = 28
_BOLD: frozenset[Kind] = frozenset({"heading"})
# A file says when it was made; the same draft must be the same bytes.
_TIME = datetime(2021, 1, 1, tzinfo=UTC)


def render(draft: Draft) -> bytes:
    """The file's bytes."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    _normal(document)
    _page_number(section)
    for block in draft.blocks:
        _paragraph(
            document,
            block.text,
            font=_TITLE if block.kind == "section" else _BODY,
            bold=block.kind in _BOLD,
            keep=block.kind in ("section", "heading", "argue"),
            outline={"section": 1, "heading": 2}.get(block.kind),
        )
    if draft.remarks:
        _paragraph(document, draft.remarks_title, size=_SMALL, rule=True, keep=True)
        for remark in draft.remarks:
            _paragraph(document, remark, size=_SMALL)
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title = draft.blocks[0].text if draft.blocks else ""
    properties.created = properties.modified = _TIME
    properties.revision = 1
    _name_fallbacks(document)
    packed = io.BytesIO()
    document.save(packed)
    return _dateless(packed.getvalue())


def _normal(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.size = Pt(_SIZE)
    _fonts(style.element.get_or_add_rPr(), _BODY)
    # Without it punctuation is set as in Taiwan or Japan where fonts know several ways.
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)


def _fonts(properties: Any, east_asian: str) -> None:
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), _LATIN)
    fonts.set(qn("w:eastAsia"), east_asian)
    # Curly quotes are Chinese punctuation here, not Latin.
    fonts.set(qn("w:hint"), "eastAsia")


def _paragraph(
    document: Any,
    text: str,
    *,
    font: str = _BODY,
    size: int = _SIZE,
    bold: bool = False,
    keep: bool = False,
    rule: bool = False,
    outline: int | None = None,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.first_line_indent = Pt(2 * size)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(_LINE if size == _SIZE else 20)
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout.keep_with_next = keep
    run = paragraph.add_run("".join(char for char in text if char.isprintable()))
    run.font.size = Pt(size)
    run.bold = bold or None
    _fonts(run._element.get_or_add_rPr(), font)
    properties = paragraph._p.get_or_add_pPr()
    if rule:
        layout.space_before = Pt(14)
        border = OxmlElement("w:pBdr")
        line = OxmlElement("w:top")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "8"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
        properties.insert_element_before(
            border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
        )
    if outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(outline))
        properties.append(level)


def _page_number(section: Any) -> None:
    """— 1 — at the foot of the page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section.footer_distance = Mm(28)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("", "— "), ("field", "PAGE"), ("", " —")):
        run = paragraph.add_run(text if not kind else "")
        run.font.size = Pt(14)
        _fonts(run._element.get_or_add_rPr(), "宋体")
        if kind:
            for step in ("begin", "instruction", "end"):
                if step == "instruction":
                    element = OxmlElement("w:instrText")
                    element.text = text
                else:
                    element = OxmlElement("w:fldChar")
                    element.set(qn("w:fldCharType"), step)
                run._element.append(element)


def _name_fallbacks(document: Any) -> None:
    """Tell Word which fonts to take instead."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            part = relation.target_part
            entries = "".join(
                f'<w:font w:name="{font}"><w:altName w:val="{instead}"/>'
                '<w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>'
                for font, instead in _INSTEAD.items()
            )
            table = part.blob.decode("utf-8").replace("</w:fonts>", f"{entries}</w:fonts>")
            part._blob = table.encode("utf-8")


def _dateless(data: bytes) -> bytes:
    """The zip file with the same date on every member."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _TIME.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name))
    return packed.getvalue()
