"""A paper for Word and WPS, whatever it says: A4 turned, page numbers, paragraphs, headings."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Mm

from yiwu_diff.report import docx_styles
from yiwu_diff.report.docx_xml import NAMESPACE, paragraph, run
from yiwu_diff.report.office_properties import parts
from yiwu_diff.report.words import Lang, Say
from yiwu_diff.report.zip_bytes import repack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer

TYPE_AREA = 12757
"""225 mm in twentieths of a point: the type area of GB/T 9704, turned to landscape."""
AFTER, BEFORE = '<w:spacing w:after="120"/>', '<w:spacing w:before="120"/>'
"""Room between a text and a table."""
_NUMERALS = "一二三四五六七八九十"


class Paper:
    """Collects paragraphs and tables, and makes one file of them."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.say = Say(lang)
        self.blocks: list[str] = []
        self.headings = 0

    def packed(self, title: str) -> bytes:
        """The file's bytes."""
        document = docx.Document()
        _bare(document)
        _page(document)
        body = document.element.body
        for number, block in enumerate(self.blocks):
            body.insert(number, parse_xml(block))
        buffer = BytesIO()
        document.save(buffer)
        return repack(
            buffer.getvalue(),
            {
                "word/styles.xml": docx_styles.styles(self.lang),
                "word/fontTable.xml": docx_styles.font_table(),
                "word/settings.xml": docx_styles.settings(self.lang),
            }
            | parts(title, self.lang),
        )

    def add(self, style: str, *runs: str, properties: str = "") -> None:
        """A paragraph."""
        text = paragraph(style, *runs, properties=properties)
        self.blocks.append(text.replace("<w:p>", f"<w:p {NAMESPACE}>", 1))

    def heading(self, text: str, *, new_page: bool = False) -> None:
        """A numbered heading."""
        self.headings += 1
        number = str(self.headings)
        if self.lang == "zh":
            number = _NUMERALS[self.headings - 1]
        title = self.say("office.heading", n=number, text=text)
        self.add("Heading1", run(title), properties="<w:pageBreakBefore/>" if new_page else "")

    def text(self, sentence: str, *, space: str = "") -> None:
        """A paragraph of the text."""
        if sentence:
            self.add("BodyText", run(sentence), properties=space)

    def note(self, *sentences: str) -> None:
        """A paragraph each, in smaller type."""
        for sentence in sentences:
            self.add("Note", run(sentence))


def _page(document: Document) -> None:
    """A4, turned; page numbers outside, as GB/T 9704 has them."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(36), Mm(36)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(14)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")


def _number(footer: _Footer, side: str) -> None:
    """“— 1 —” with a character's space outside of it."""
    footer.is_linked_to_previous = False
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    number = paragraph("Footer", run("— "), field, run(" —"), properties=indent)
    element = footer.paragraphs[0]._p
    element.getparent().replace(
        element, parse_xml(number.replace("<w:p>", f"<w:p {NAMESPACE}>", 1))
    )


def _bare(document: Document) -> None:
    """Take out what the library's template brings along and nothing here uses."""
    package = document.part.package
    for rels in (document.part.rels, package.rels):
        for key, rel in list(rels.items()):
            kind = rel.reltype.rsplit("/", 1)[-1]
            if kind in ("stylesWithEffects", "customXml", "numbering", "thumbnail"):
                del rels[key]
