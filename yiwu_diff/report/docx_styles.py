"""The looks of an official document: fonts, sizes and lines after GB/T 9704—2012."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.report.docx_xml import NAMESPACE

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TITLE_FONT = "方正小标宋简体"
HEADING_FONT = "黑体"
SUBHEADING_FONT = "楷体_GB2312"
BODY_FONT = "仿宋_GB2312"
NUMBER_FONT = "宋体"
LATIN_FONT = "Times New Roman"


class Font(NamedTuple):
    """A font, what to take where it is not installed, and its kind."""

    name: str
    instead: tuple[str, ...]
    charset: str
    family: str
    pitch: str
    panose: str


FONTS = (
    Font(
        TITLE_FONT,
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "Noto Serif CJK SC"),
        "86",
        "script",
        "fixed",
        "02010601030101010101",
    ),
    Font(
        HEADING_FONT,
        ("SimHei", "华文黑体", "Noto Sans CJK SC"),
        "86",
        "modern",
        "fixed",
        "02010609060101010101",
    ),
    Font(
        SUBHEADING_FONT,
        ("楷体", "KaiTi", "华文楷体", "AR PL UKai CN"),
        "86",
        "modern",
        "fixed",
        "02010609060101010101",
    ),
    Font(
        BODY_FONT,
        ("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"),
        "86",
        "modern",
        "fixed",
        "02010609060101010101",
    ),
    Font(
        NUMBER_FONT,
        ("SimSun", "Noto Serif CJK SC"),
        "86",
        "auto",
        "variable",
        "02010600030101010101",
    ),
    Font(LATIN_FONT, ("Liberation Serif",), "00", "roman", "variable", "02020603050405020304"),
)
"""Every font used. The standard's own fonts are not free, so most machines lack some."""


def font_table() -> str:
    """word/fontTable.xml."""
    fonts = "".join(
        f'<w:font w:name="{font.name}"><w:altName w:val="{",".join(font.instead)}"/>'
        f'<w:panose1 w:val="{font.panose}"/><w:charset w:val="{font.charset}"/>'
        f'<w:family w:val="{font.family}"/><w:pitch w:val="{font.pitch}"/></w:font>'
        for font in FONTS
    )
    return f"{HEAD}<w:fonts {NAMESPACE}>{fonts}</w:fonts>"


def fonts(east_asian: str) -> str:
    """Run properties for a Chinese font with the Latin one beside it."""
    return (
        f'<w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{east_asian}"'
        f' w:cs="{LATIN_FONT}"/>'
    )


def _style(
    style: str,
    name: str,
    font: str,
    half_points: int,
    line: int,
    *,
    more: str = "",
    indent: str = "",
    align: str = "both",
    level: int | None = None,
    before: int = 0,
    after: int = 0,
    default: bool = False,
) -> str:
    """A paragraph style; ``line`` in points, exact."""
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if default else ""}'
        f' w:styleId="{style}"><w:name w:val="{name}"/>'
        + ("" if default else '<w:basedOn w:val="Normal"/>')
        + f"<w:qFormat/><w:pPr>{more}"
        f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line * 20}"'
        f' w:lineRule="exact"/>{indent}<w:jc w:val="{align}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts(font)}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        "</w:style>"
    )


_TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_KEEP = "<w:keepNext/>"
_WIDOWS = '<w:widowControl w:val="1"/>'


def styles(lang: Lang) -> str:
    """word/styles.xml: 二号 for the title, 三号 on lines of 28 points for the text; smaller in
    notes and tables, which the standard leaves open."""
    language = "zh-CN" if lang == "zh" else "en-GB"
    return (
        f"{HEAD}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(BODY_FONT)}"
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        f'<w:lang w:val="{"en-US" if lang == "zh" else language}" w:eastAsia="zh-CN"'
        ' w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + _style("Normal", "Normal", BODY_FONT, 32, 28, more=_WIDOWS, default=True)
        + _style("BodyText", "Body Text", BODY_FONT, 32, 28, indent=_TWO_CHARACTERS)
        + _style(
            "Title",
            "Title",
            TITLE_FONT,
            44,
            33,
            more=_KEEP,
            indent=_NO_INDENT,
            align="center",
            after=6,
        )
        + _style(
            "Heading1",
            "heading 1",
            HEADING_FONT,
            32,
            28,
            more=_KEEP,
            indent=_TWO_CHARACTERS,
            level=0,
        )
        + _style(
            "Heading2",
            "heading 2",
            SUBHEADING_FONT,
            32,
            28,
            more=_KEEP,
            indent=_TWO_CHARACTERS,
            level=1,
        )
        + _style("Note", "Note", SUBHEADING_FONT, 24, 20, indent=_TWO_CHARACTERS)
        + _style("TableText", "Table Text", BODY_FONT, 21, 15, align="left")
        + _style("TableCentre", "Table Centre", BODY_FONT, 21, 15, align="center")
        + _style("TableHead", "Table Head", HEADING_FONT, 21, 18, more=_KEEP, align="center")
        + _style("TableGroup", "Table Group", HEADING_FONT, 21, 18, more=_KEEP, align="left")
        + _style("Footer", "footer", NUMBER_FONT, 28, 18)
        + "</w:styles>"
    )


def settings(lang: Lang) -> str:
    """word/settings.xml: as Word 2013 and later lay out, with two kinds of page."""
    return (
        f"{HEAD}<w:settings {NAMESPACE}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{"en-US" if lang == "zh" else "en-GB"}" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
