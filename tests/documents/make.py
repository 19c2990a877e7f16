"""Makes the documents of this folder out of gold.json. Run by hand.

Needs LibreOffice for the files that it is to have made (.doc, .xls, .pdf, *-lo.docx, *-lo.xlsx).
The texts are examples, no official standard.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment

HERE = Path(__file__).parent
GOLD = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = GOLD["rows"]
TITLE: str = GOLD["title"]
FIELDS = ("audience", "content", "level", "funding", "lead")
HAN = "一二三四五六七八九十"
USUAL = {
    "number": "序号",
    "domain": "领域",
    "service": "服务类别",
    "name": "服务项目",
    "audience": "服务对象",
    "content": "服务内容",
    "level": "服务标准",
    "funding": "支出责任",
    "lead": "牵头单位",
}
OTHER = {
    **USUAL,
    "number": "编号",
    "service": "服务\n类别",
    "name": "具体项目",
    "audience": "保障对象",
    "level": "服务指导标准",
    "funding": "财政支出责任",
    "lead": "牵头负责单位",
}


def by(key: str, rows: list[dict[str, Any]] = ROWS) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(name, list(found)) for name, found in groupby(rows, key=lambda row: row[key])]


class Span(str):
    """A cell that reaches over others."""

    across: int
    down: int

    def __new__(cls, text: str, across: int = 1, down: int = 1) -> Span:
        one = super().__new__(cls, text)
        one.across, one.down = across, down
        return one


# Tables as rows of cells: a text, a Span, or None where a span of another cell reaches.


def one_table() -> list[list[Any]]:
    keys = list(USUAL)
    table: list[list[Any]] = [[USUAL[key] for key in keys]]
    for _, domain in by("domain"):
        for _, service in by("service", domain):
            for row in service:
                cells: list[Any] = [row[key] or "" for key in keys]
                cells[1] = Span(row["domain"], down=len(domain)) if row is domain[0] else None
                cells[2] = Span(row["service"], down=len(service)) if row is service[0] else None
                table.append(cells)
    return table


def per_domain() -> list[tuple[str, list[list[Any]]]]:
    keys = ["service", "number", "name", "content", "audience", "level", "lead", "funding"]
    done = []
    for at, (name, domain) in enumerate(by("domain")):
        table: list[list[Any]] = [[*(OTHER[key] for key in keys), "备注"]]
        for _, service in by("service", domain):
            for row in service:
                cells: list[Any] = [*(row[key] or "" for key in keys), ""]
                cells[0] = Span(row["service"], down=len(service)) if row is service[0] else None
                cells[-1] = "2021年新增" if row["name"].startswith("文艺") else ""
                table.append(cells)
        done.append((f"{HAN[at]}、{name}（{len(domain)}项）", table))
    return done


def full_rows() -> list[list[Any]]:
    keys = ["number", "name", *FIELDS]
    heads = [USUAL[key] for key in keys]
    table: list[list[Any]] = [heads]
    for at, (name, domain) in enumerate(by("domain")):
        table.append([Span(f"{HAN[at]}、{name}", across=7), *[None] * 6])
        if at == 3:
            table.append(list(heads))
        for number, (service, rows) in enumerate(by("service", domain)):
            table.append([Span(f"（{HAN[number]}）{service}", across=7), *[None] * 6])
            table += [[row[key] or "" for key in keys] for row in rows]
    return table


def two_lines() -> list[list[Any]]:
    top: list[Any] = [
        Span("序号", down=2),
        Span("领域", down=2),
        Span("服务类别", down=2),
        Span("项目名称", down=2),
        Span("服务要素", across=3),
        None,
        None,
        Span("责任分工", across=2),
        None,
    ]
    low: list[Any] = [None] * 4 + ["服务对象", "服务内容", "服务标准", "支出责任", "牵头单位"]
    return [top, low, *one_table()[1:]]


def paragraphs() -> list[tuple[str, str, str]]:
    """What each is, its number and its text."""
    done: list[tuple[str, str, str]] = []
    for at, (domain, rows) in enumerate(by("domain")):
        done.append(("domain", f"{HAN[at]}、", domain))
        for number, (service, items) in enumerate(by("service", rows)):
            done.append(("service", f"（{HAN[number]}）", service))
            for row in items:
                done.append(("name", f"{row['number']}.", row["name"]))
                for key in FIELDS:
                    if row[key]:
                        first, *more = row[key].split("\n")
                        done.append((key, f"{USUAL[key]}：", first))
                        done += [("more", "", one) for one in more]
    return done


# Word


def word(landscape: bool = True) -> Any:
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Noto Serif CJK SC"
    style.font.size = Pt(9)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    if landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.5)
    document.core_properties.title = ""
    document.add_paragraph(TITLE, style="Title")
    return document


def fill(cell: Any, text: str) -> None:
    first, *more = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for one in more:
        cell.add_paragraph(one)


def word_table(document: Any, rows: list[list[Any]]) -> Any:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    cells = [list(row.cells) for row in table.rows]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text is None:
                continue
            cell = cells[at][column]
            if isinstance(text, Span) and (text.across > 1 or text.down > 1):
                cell = cell.merge(cells[at + text.down - 1][column + text.across - 1])
            fill(cell, text)
    return table


def save(document: Any, name: str) -> None:
    # Word always has a paragraph after a table at the end, and LibreOffice counts on it.
    document.add_paragraph()
    document.save(HERE / name)


def docx_one() -> None:
    document = word()
    table = word_table(document, one_table())
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    save(document, "table.docx")


def docx_domains() -> None:
    document = word()
    for heading, rows in per_domain():
        document.add_heading(heading, 1)
        word_table(document, rows)
    save(document, "domains.docx")


def docx_services() -> None:
    """A table for each service, its name above it, the domain further up."""
    document = word()
    keys = ["number", "name", *FIELDS]
    for domain, rows in by("domain"):
        document.add_heading(domain, 1)
        for service, items in by("service", rows):
            document.add_paragraph(service)
            word_table(
                document,
                [[OTHER[key] for key in keys], *([r[key] or "" for key in keys] for r in items)],
            )
    save(document, "services.docx")


def docx_rows() -> None:
    document = word()
    word_table(document, full_rows())
    save(document, "rows.docx")


def docx_two() -> None:
    document = word()
    word_table(document, two_lines())
    save(document, "two-lines.docx")


def docx_typed() -> None:
    document = word(landscape=False)
    document.add_paragraph("为深入推进基本公共服务均等化，制定本标准。")
    for _, number, text in paragraphs():
        document.add_paragraph(number + text)
    save(document, "paragraphs.docx")


def numbering(document: Any) -> dict[str, int]:
    """Lists that number as the typed ones do."""
    root = document.part.numbering_part.element
    levels = (
        ("domain", "chineseCounting", "%1、"),
        ("service", "chineseCounting", "（%1）"),
        ("name", "decimal", "%1."),
    )
    done = {}
    for at, (what, style, shown) in enumerate(levels):
        root.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{900 + at}">'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
                f'<w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'
            ),
        )
        done[what] = 900 + at
    return done


def docx_auto() -> None:
    """Numbers by Word, and bold labels in several runs."""
    document = word(landscape=False)
    ids = numbering(document)
    root = document.part.numbering_part.element
    count = 950

    def new_list(what: str) -> int:
        nonlocal count
        count += 1
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{count}"><w:abstractNumId w:val="{ids[what]}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return count

    lists = {"domain": new_list("domain"), "name": new_list("name")}
    for what, number, text in paragraphs():
        paragraph = document.add_paragraph()
        if what in ("domain", "service", "name"):
            if what == "domain":
                lists["service"] = new_list("service")
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/>'
                    f'<w:numId w:val="{lists[what]}"/></w:numPr>'
                )
            )
            paragraph.add_run(text)
        elif number:
            # 【服务对象】 with its letters in runs of their own.
            label = number[:-1]
            for part in ("【" + label[:1], label[1:3], label[3:], "】"):
                paragraph.add_run(part).bold = True
            paragraph.add_run(text)
        else:
            paragraph.add_run(text)
    save(document, "automatic.docx")


def docx_tracked() -> None:
    """One table with what Word files carry besides: changes, text boxes, notes, nested tables."""
    document = word()
    table = word_table(document, one_table())
    w = nsdecls("w")

    def cell(row: int, key: str) -> Any:
        return table.cell(row, list(USUAL).index(key))

    def run(text: str, tag: str = "t") -> str:
        return f'<w:r><w:{tag} xml:space="preserve">{html.escape(text)}</w:{tag}></w:r>'

    # The first item's audience: a part was inserted, another deleted.
    paragraph = cell(1, "audience").paragraphs[0]
    text = paragraph.text
    for one in list(paragraph._p):
        paragraph._p.remove(one)
    for part in (
        f"<w:r {w}><w:t>{text[:5]}</w:t></w:r>",
        f'<w:ins {w} w:id="1" w:author="甲">{run(text[5:9])}</w:ins>',
        f'<w:del {w} w:id="2" w:author="甲">{run("删去的文字", "delText")}</w:del>',
        f"<w:r {w}><w:t>{text[9:]}</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(part))
    # The second one's content: broken by a deleted paragraph mark, with a soft hyphen and spaces.
    target = cell(2, "content")
    text = target.text
    target.paragraphs[0].runs[0].text = text[:20]
    target.paragraphs[0]._p.get_or_add_pPr().append(
        parse_xml(f'<w:rPr {w}><w:del w:id="3" w:author="甲"/></w:rPr>')
    )
    target.add_paragraph(text[20:30] + "\xad\u200b " + text[30:40] + "\u3000\u3000" + text[40:])
    # A row that was deleted as a whole.
    row = table.add_row()
    for one in row.cells:
        one.text = "已删除的行"
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:del {w} w:id="4" w:author="甲"/>'))
    # A nested table that only holds the text of one cell.
    at = next(number for number, one in enumerate(ROWS, 1) if one["name"] == "公租房保障")
    target = cell(at, "level")
    lines = target.text.split("\n")
    for extra in target.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    target.paragraphs[0].runs[0].text = ""
    inner = target.add_table(len(lines), 1)
    for number, one in enumerate(lines):
        inner.cell(number, 0).text = one
    target.add_paragraph()
    # A text box, in both of the forms that Word writes.
    box = (
        "<w:txbxContent><w:p><w:r><w:t>（文本框：本表由市发展改革局编制）</w:t></w:r></w:p>"
        "</w:txbxContent>"
    )
    anchor = document.add_paragraph("正文之后的段落。")
    anchor._p.append(
        parse_xml(
            f'<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:v="urn:schemas-microsoft-com:vml" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
            "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    save(document, "tracked.docx")


# Excel


def sheet_table(sheet: Any, rows: list[list[Any]], start: int = 1, *, merge: bool = True) -> None:
    for at, row in enumerate(rows, start):
        for column, text in enumerate(row, 1):
            if text is None or text == "":
                continue
            cell = sheet.cell(at, column, str(text))
            cell.alignment = Alignment(wrap_text=True)
            if text.isdecimal():
                cell.value = int(text)
            if merge and isinstance(text, Span) and (text.across > 1 or text.down > 1):
                sheet.merge_cells(
                    start_row=at,
                    start_column=column,
                    end_row=at + text.down - 1,
                    end_column=column + text.across - 1,
                )


def xlsx_all() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "标准"
    sheet["A1"] = TITLE
    sheet.merge_cells("A1:I1")
    sheet_table(sheet, one_table(), 2)
    sheet.row_dimensions[5].hidden = True
    old = book.create_sheet("旧稿")
    old["A1"] = "作废"
    old.sheet_state = "hidden"
    book.save(HERE / "table.xlsx")

    book = Workbook()
    book.remove(book.active)
    for heading, rows in per_domain():
        sheet = book.create_sheet(re.sub(r"（.*", "", heading))
        sheet_table(sheet, rows)
    book.save(HERE / "domains.xlsx")

    book = Workbook()
    sheet_table(book.active, full_rows())
    book.save(HERE / "rows.xlsx")

    book = Workbook()
    sheet_table(book.active, two_lines())
    book.save(HERE / "two-lines.xlsx")

    # Nothing merged: what is the same as above is left blank.
    book = Workbook()
    sheet_table(book.active, one_table(), merge=False)
    book.save(HERE / "blank.xlsx")


# Web pages

MSO = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<title>%s</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View>
</w:WordDocument></xml><![endif]--><style><!-- table.MsoNormalTable {mso-style-name:普通表格;}
p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN><div class=WordSection1>
"""


def mso_text(text: str) -> str:
    """As Word writes a paragraph: spans everywhere, lines broken wherever it likes."""
    body = html.escape(text, quote=False)
    body = re.sub(r"([A-Za-z0-9.%]+)", r"<span lang=EN-US>\1</span>", body)
    # A break becomes a space: Word makes one only where the text can be broken.
    body = re.sub(r"(.{30}[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", r"\1\r\n", body)
    return (
        "<p class=MsoNormal style='text-align:justify;mso-layout-grid-align:none'><span\r\n"
        f"style='font-family:仿宋_GB2312'>{body}<span lang=EN-US><o:p></o:p></span></span></p>"
    )


def mso_table(rows: list[list[Any]]) -> str:
    done = ["<table class=MsoNormalTable border=1 cellspacing=0 style='border-collapse:collapse'>"]
    for row in rows:
        done.append(" <tr style='mso-yfti-irow:0'>")
        for text in row:
            if text is None:
                continue
            span = ""
            if isinstance(text, Span):
                span = f" colspan={text.across}" * (text.across > 1)
                span += f" rowspan={text.down}" * (text.down > 1)
            inner = "".join(map(mso_text, text.split("\n"))) if text else "<p>&nbsp;</p>"
            done.append(f"  <td width=64{span} valign=top style='width:48.0pt'>{inner}</td>")
        done.append(" </tr>")
    return "\r\n".join([*done, "</table>"])


def plain_table(rows: list[list[Any]]) -> str:
    done = ["<table>"]
    for at, row in enumerate(rows):
        tag = "th" if at == 0 else "td"
        done.append("<tr>")
        for text in row:
            if text is None:
                continue
            span = ""
            if isinstance(text, Span):
                span = f' colspan="{text.across}" rowspan="{text.down}"'
            inner = html.escape(text, quote=False).replace("\n", "<br>\n      ")
            done.append(f"  <{tag}{span}>&nbsp;{inner}</{tag}>")
        done.append("</tr>")
    return "\n".join([*done, "</table>"])


def page(body: str) -> str:
    """As a content system sets it: the table inside tables that lay out the page."""
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8">'
        f"<title>{TITLE}-义乌市人民政府</title><script>var a='<table>';</script></head><body>"
        '<table width="1000"><tr><td colspan="2">首页 &gt; 政务公开</td></tr><tr><td>'
        f'<div id="zoom"><h1>{TITLE}</h1>{body}</div></td><td style="display:none">'
        "<p>隐藏的内容</p></td></tr></table></body></html>"
    )


def html_all() -> None:
    (HERE / "table.html").write_text(page(plain_table(one_table())), encoding="utf-8")
    body = "".join(mso_text(h) + mso_table(rows) for h, rows in per_domain())
    text = MSO % TITLE + mso_text(TITLE) + body + "</div></body></html>"
    (HERE / "domains-gb2312.html").write_bytes(text.encode("gb18030"))
    text = MSO % TITLE + mso_text(TITLE) + mso_table(full_rows()) + "</div></body></html>"
    (HERE / "rows-gbk.html").write_bytes(text.replace("gb2312", "gbk").encode("gb18030"))
    (HERE / "two-lines.html").write_text(
        "\ufeff" + page(mso_table(two_lines())), encoding="utf-8", newline=""
    )
    lines = []
    for what, number, text in paragraphs():
        label = number if what in ("domain", "service", "name", "more") else ""
        bold = label or f"<strong>{number[:2]}</strong><b>{number[2:]}</b>"
        lines.append(f"<p>&nbsp;&nbsp;&nbsp; {bold}{html.escape(text, quote=False)}</p>")
    (HERE / "paragraphs.html").write_text(page("\n".join(lines)), encoding="utf-8")
    # An .xls that is a web page, as government sites hand them out.
    body = mso_table(one_table())
    text = MSO % TITLE + body + "</div></body></html>"
    (HERE / "table-html.xls").write_bytes(text.encode("gb18030"))


# Text


def unspanned(rows: list[list[Any]]) -> list[list[str]]:
    """What is the same as above repeated."""
    done: list[list[str]] = []
    for row in rows:
        cells = []
        for column, text in enumerate(row):
            cells.append(str(text) if text is not None else done[-1][column])
        done.append(cells)
    return done


def wide(text: str) -> int:
    return sum(2 if ord(char) > 0x2000 else 1 for char in text)


def wrapped(text: str, width: int) -> list[str]:
    done = [""]
    for char in text:
        if wide(done[-1] + char) > width:
            done.append("")
        done[-1] += char
    return done


def text_all() -> None:
    lines = [TITLE, ""]
    for what, number, text in paragraphs():
        lines.append(("" if what in ("domain", "service") else "　　") + number + text)
    body = "\r\n".join(lines) + "\r\n"
    (HERE / "paragraphs-gbk.txt").write_bytes(body.encode("gb18030"))
    (HERE / "paragraphs-utf16.txt").write_bytes(body.encode("utf-16"))
    folded: list[str] = []
    for one in lines:
        folded += wrapped(one, 76)
    (HERE / "paragraphs-folded.txt").write_text("\n".join(folded), encoding="utf-8")
    rows = unspanned(one_table())
    # As Excel saves "text, separated by tabs": what has line breaks is quoted.
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows(rows)
    (HERE / "table-tabs.txt").write_text(out.getvalue(), encoding="utf-16", newline="")
    widths = [4, 10, 12, 16, 20, 30, 24, 16, 14]
    rule = "+" + "+".join("-" * (one + 2) for one in widths) + "+"
    drawn = [TITLE, rule]
    for row in rows:
        cells = [
            [part for text in one.split("\n") for part in wrapped(text, widths[at])]
            for at, one in enumerate(row)
        ]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            drawn.append(
                "|"
                + "|".join(
                    f" {part}{' ' * (widths[at] - wide(part))} " for at, part in enumerate(parts)
                )
                + "|"
            )
        drawn.append(rule)
    (HERE / "table-drawn.txt").write_text("\n".join(drawn), encoding="utf-8")
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (HERE / "table-gbk.csv").write_bytes(out.getvalue().encode("gb18030"))
    (HERE / "table.csv").write_text(out.getvalue(), encoding="utf-8-sig", newline="")


# What LibreOffice makes of them


def office(target: str, *names: str, out: str = "{stem}.{suffix}") -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                target,
                "--outdir",
                folder,
                *(str(HERE / name) for name in names),
            ],
            check=True,
            capture_output=True,
        )
        suffix = target.partition(":")[0]
        for name in names:
            stem = name.rpartition(".")[0]
            made = Path(folder) / f"{stem}.{suffix}"
            (HERE / out.format(stem=stem, suffix=suffix)).write_bytes(made.read_bytes())


def locked() -> None:
    """PDFs that need a password: to be opened, and to be changed."""
    document = word(landscape=False)
    for text in ("1.预防接种", "服务对象：儿童。", "服务内容：接种疫苗。"):
        document.add_paragraph(text)
    document.save(HERE / "small.docx")
    (HERE / "locked").mkdir(exist_ok=True)
    for name, options in (
        ("locked", {"EncryptFile": True, "DocumentOpenPassword": "abc"}),
        ("no-copying", {"RestrictPermissions": True, "PermissionPassword": "abc"}),
    ):
        given = {
            key: {"type": "boolean" if value is True else "string", "value": value}
            for key, value in options.items()
        }
        target = f"pdf:writer_pdf_Export:{json.dumps(given)}"
        office(target, "small.docx", out=f"locked/{name}.pdf")
    (HERE / "small.docx").unlink()


def office_all() -> None:
    office(
        "pdf",
        *(f"{name}.docx" for name in ("table", "domains", "rows", "two-lines", "paragraphs")),
    )
    office("doc", "table.docx", "paragraphs.docx")
    office("odt", "automatic.docx")
    office("rtf", "rows.docx")
    office("docx", "table.doc", "automatic.odt", out="{stem}-lo.docx")
    office("xls", "table.xlsx")
    office("xlsx", "table.xls", out="{stem}-lo.xlsx")
    locked()
    # WPS Writer and Spreadsheets write what Word and Excel wrote in 1997.
    (HERE / "table.doc").replace(HERE / "table.wps")
    (HERE / "table.et").write_bytes((HERE / "table.xls").read_bytes())


def main() -> None:
    docx_one()
    docx_domains()
    docx_services()
    docx_rows()
    docx_two()
    docx_typed()
    docx_auto()
    docx_tracked()
    xlsx_all()
    html_all()
    text_all()
    office_all()


if __name__ == "__main__":
    main()
