"""The comparison as an official document for Word and WPS: the counts, then the table."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Mm

from yiwu_diff.compare.labels import HARMFUL
from yiwu_diff.report import docx_styles
from yiwu_diff.report.docx_table import Table
from yiwu_diff.report.docx_tracking import BOLD, FAINT
from yiwu_diff.report.docx_xml import NAMESPACE, cell, header, paragraph, row, run, table
from yiwu_diff.report.office_properties import parts
from yiwu_diff.report.sentences import (
    bases,
    columns,
    filtered,
    holding,
    outcome,
    pairing,
    reservations,
    title,
    together,
)
from yiwu_diff.report.summary import summarise
from yiwu_diff.report.words import Say
from yiwu_diff.report.zip_bytes import repack

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer

    from yiwu_diff.compare.model import Comparison, ItemComparison
    from yiwu_diff.report.options import Options

_TYPE_AREA = 12757
"""225 mm in twentieths of a point: the type area of GB/T 9704, turned to landscape."""
_LABEL_WIDTHS = (1985, 1134, 9638)
_AFTER, _BEFORE = '<w:spacing w:after="120"/>', '<w:spacing w:before="120"/>'
"""Room between a text and a table."""
_NUMERALS = "一二三四五六七八九十"


def render(comparison: Comparison, options: Options) -> bytes:
    """The document's bytes."""
    return _Paper(comparison, options).data()


class _Paper:
    def __init__(self, comparison: Comparison, options: Options) -> None:
        self.comparison = comparison
        self.options = options
        self.say = Say(options.lang)
        self.summary = summarise(comparison)
        self.columns = columns(comparison, self.say)
        self.blocks: list[str] = []
        self.headings = 0

    def data(self) -> bytes:
        self.first_page()
        if not self.options.summary:
            self.comparison_table()
            self.rest()
        document = docx.Document()
        _bare(document)
        self.page(document)
        body = document.element.body
        for number, block in enumerate(self.blocks):
            body.insert(number, parse_xml(block))
        buffer = BytesIO()
        document.save(buffer)
        lang = self.options.lang
        return repack(
            buffer.getvalue(),
            {
                "word/styles.xml": docx_styles.styles(lang),
                "word/fontTable.xml": docx_styles.font_table(),
                "word/settings.xml": docx_styles.settings(lang),
            }
            | parts(title(self.comparison, self.say), lang),
        )

    # -- building blocks -------------------------------------------------------------------

    def add(self, style: str, *runs: str, properties: str = "") -> None:
        text = paragraph(style, *runs, properties=properties)
        self.blocks.append(text.replace("<w:p>", f"<w:p {NAMESPACE}>", 1))

    def heading(self, text: str, *, new_page: bool = False) -> None:
        self.headings += 1
        number = str(self.headings)
        if self.options.lang == "zh":
            number = _NUMERALS[self.headings - 1]
        title = self.say("office.heading", n=number, text=text)
        self.add("Heading1", run(title), properties="<w:pageBreakBefore/>" if new_page else "")

    def text(self, sentence: str, *, space: str = "") -> None:
        if sentence:
            self.add("BodyText", run(sentence), properties=space)

    def note(self, *sentences: str) -> None:
        """A paragraph each, in smaller type."""
        for sentence in sentences:
            self.add("Note", run(sentence))

    # -- the parts of the paper --------------------------------------------------------------

    def first_page(self) -> None:
        say, comparison, summary = self.say, self.comparison, self.summary
        self.add("Title", run(title(comparison, say)))
        self.heading(say("summary"))
        self.text(together(outcome(self.options, summary, say), say), space=_AFTER)
        self.blocks.append(self.label_table())
        notes = [*reservations(summary, say), filtered(comparison, self.options, say)]
        self.text(together(notes, say), space=_BEFORE)
        if summary.domains:
            self.heading(say("summary.domains"))
            self.blocks.append(self.domain_table())
        self.heading(say("office.notes"))
        self.note(holding(comparison.target, say), holding(comparison.base, say))
        base, target = self.columns
        if not self.options.summary and summary.items:
            key = "office.tracked" if self.options.track_changes else "office.coloured"
            self.note(say(key, base=base, target=target))
            if self.options.group_by == "label":
                self.note(say("office.twice"))
        if summary.unsure:
            self.note(say("office.unsure"))
        self.note(bases(say))

    def label_table(self) -> str:
        """The counts, which are the legend of the labels too."""
        say = self.say
        heads = (say("office.change"), say("office.count"), say("office.means"))
        rows = [header(_LABEL_WIDTHS, heads)]
        for name, n in self.summary.labels.items():
            alarming = BOLD if n and name in HARMFUL else ""
            texts = (say.label(name), str(n), say.means(name))
            rows.append(
                row(
                    *(
                        cell(width, paragraph(style, run(text, alarming)), middle=True)
                        for width, style, text in zip(
                            _LABEL_WIDTHS,
                            ("TableCentre", "TableCentre", "TableText"),
                            texts,
                            strict=True,
                        )
                    )
                )
            )
        return table(say("summary"), _LABEL_WIDTHS, *rows)

    def domain_table(self) -> str:
        say, domains = self.say, self.summary.domains
        labels = [name for name, n in self.summary.labels.items() if n and name != "unchanged"]
        each = min(1701, (_TYPE_AREA - 2268) // (len(labels) + 1))
        widths = (2268, *[each] * (len(labels) + 1))
        heads = (say("field.domain"), *map(say.label, labels), say("office.total"))
        rows = [header(widths, heads)]
        for domain, counts in domains.items():
            figures = [counts.get(label, 0) for label in labels]
            texts = [domain or say("summary.no_domain"), *map(str, (*figures, sum(figures)))]
            rows.append(
                row(
                    *(
                        cell(
                            width,
                            paragraph("TableCentre", run(text, FAINT if text == "0" else "")),
                        )
                        for width, text in zip(widths, texts, strict=True)
                    )
                )
            )
        return table(say("summary.domains"), widths, *rows)

    def comparison_table(self) -> None:
        found = Table(self.comparison, self.options, self.say).xml()
        if found:
            self.heading(self.say("office.table"), new_page=True)
            self.blocks.append(found)

    def rest(self) -> None:
        """The items that the table leaves out, so that every item is accounted for."""
        say, items = self.say, self.comparison.items
        unchanged = [entry for entry in items if "unchanged" in entry.labels]
        groups = (
            ("body.equal", [entry for entry in unchanged if entry.equal]),
            ("body.harmless", [entry for entry in unchanged if not entry.equal]),
            ("body.not_compared", [entry for entry in items if not entry.labels]),
        )
        if not any(entries for _, entries in groups):
            return
        self.heading(say("office.rest"))
        for key, entries in groups:
            if not entries:
                continue
            self.add("Heading2", run(say("office.group", name=say(key), n=len(entries))))
            domains: dict[str, list[str]] = {}
            for entry in entries:
                domain = entry.item.domain or say("summary.no_domain")
                domains.setdefault(domain, []).append(_called(entry, say))
            for domain, names in domains.items():
                head = run(f"{domain}{say('list.colon')}", BOLD)
                self.add("BodyText", head, run(say.several(names) + say("office.end")))

    # -- the page ------------------------------------------------------------------------------

    def page(self, document: Document) -> None:
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


def _called(entry: ItemComparison, say: Say) -> str:
    notes = pairing(entry, say)
    if not notes:
        return entry.name
    return entry.name + say("list.open") + say("list.comma").join(notes) + say("list.close")


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
