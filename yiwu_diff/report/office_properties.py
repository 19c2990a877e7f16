"""What a docx or xlsx says about itself: always the same tool, never a machine or a time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from yiwu_diff.report.xml_text import clean
from yiwu_diff.report.zip_bytes import FIXED_TIME_TEXT

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

AUTHOR = "yiwu-diff"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def parts(title: str, lang: Lang) -> dict[str, str]:
    """The members of the zip file that hold the properties."""
    text = escape(clean(title).replace("\n", " "), quote=False)
    language = "zh-CN" if lang == "zh" else "en-GB"
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
        f"<cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_TIME_TEXT}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_TIME_TEXT}</dcterms:modified>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )
    app = f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>{AUTHOR}</Application></Properties>'
    return {"docProps/core.xml": core, "docProps/app.xml": app}
