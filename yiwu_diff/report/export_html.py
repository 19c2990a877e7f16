"""The standard as a web page that needs nothing else: no script, no network, ready to print."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from yiwu_diff import __version__
from yiwu_diff.report.export_table import MERGED, table
from yiwu_diff.report.export_words import about
from yiwu_diff.report.html_tags import Html, join, tag

if TYPE_CHECKING:
    from yiwu_diff.report.export_table import Table
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Standard

_STYLE = """
@page { size: A4 landscape; margin: 15mm 12mm; }
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --line: #888; --head: #ececec; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #16181b; --line: #6b6f75; --head: #2a2e33; }
}
@media print { :root { --ink: #000; --paper: #fff; --line: #555; --head: #ececec; } }
body { margin: 1.5rem auto; padding: 0 1rem; max-width: 110rem; color: var(--ink);
  background: var(--paper); font: 15px/1.6 "FangSong", "STFangsong", "Songti SC", "SimSun",
  "Noto Serif CJK SC", serif; }
h1 { text-align: center; font-size: 1.7rem; line-height: 1.4; font-weight: 600; margin: .5rem 0; }
p { max-width: 60rem; margin: .25rem auto 1rem; font-size: .92rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 62rem; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .3rem .4rem; vertical-align: top;
  text-align: left; overflow-wrap: anywhere; }
thead th { background: var(--head); text-align: center; position: sticky; top: 0;
  font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-weight: 600; }
td.middle { text-align: center; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.45; }
  .wide { overflow: visible; } table { min-width: 0; } thead th { position: static; }
  thead { display: table-header-group; } tr { break-inside: avoid-page; }
}
"""
_WIDTHS = (4, 5, 7, 10, 13, 24, 18, 10, 8, 8)
"""Shares of the columns; the last one, for bases, need not be there."""
_STYLE += "".join(
    f"th:nth-child({n}) {{ width: {100 * share / sum(_WIDTHS):.1f}%; }}\n"
    for n, share in enumerate(_WIDTHS, 1)
)


def render(standard: Standard, options: Options) -> str:
    """The whole page."""
    found = table(standard)
    title = standard.title or standard.ref
    note = about(standard, options.lang)
    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Html(
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src 'sha256-{digest}'; img-src data:\">"
        ),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"yiwu-diff {__version__}"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        Html(f"<style>{_STYLE}</style>"),
    )
    body = tag(
        "body",
        tag("h1", title),
        tag("p", note, lang=None if options.lang == "zh" else "en") if note else None,
        tag("div", _table(found), class_="wide", tabindex=0),
    )
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n{head}\n{body}\n</html>\n'


def _table(found: Table) -> Html:
    heads = (tag("th", heading, scope="col") for heading in found.headings)
    return tag(
        "table",
        tag("thead", tag("tr", list(heads))),
        "\n",
        tag("tbody", [_row(found, number) for number in range(len(found.rows))]),
    )


def _row(found: Table, number: int) -> Html:
    cells = []
    for column, text in enumerate(found.rows[number]):
        span = found.span(number, column) if column in MERGED else 1
        if span:
            middle = "middle" if column == 0 or column in MERGED else None
            rowspan = span if span > 1 else None
            cells.append(tag("td", _lines(text), class_=middle, rowspan=rowspan))
    return Html(f"{tag('tr', cells)}\n")


def _lines(text: str) -> Html:
    parts = text.split("\n")
    return join([[Html("<br>") if n else None, part] for n, part in enumerate(parts)])
