"""Which domain and which service an item stands under, by the headings above it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from yiwu_diff.importers.clean import line
from yiwu_diff.importers.headings import domain_names

Level = Literal["domain", "service"]

_HAN = "一二三四五六七八九十百零〇"
_AGES = r"\d{1,2}\s*[-—–~～至]\s*\d{1,2}\s*(?:周?岁|个?月)"
_MARKERS = (
    ("chapter", re.compile(rf"第[{_HAN}\d]{{1,4}}(?:章|部分|篇|编|类|大类)[、：:.\s]*")),
    ("section", re.compile(rf"第[{_HAN}\d]{{1,4}}节[、：:.\s]*")),
    ("entry", re.compile(rf"第[{_HAN}\d]{{1,4}}[项条][、：:.\s]*")),
    ("table", re.compile(rf"(?:附?表|附件)\s*[{_HAN}\d]{{1,3}}(?:[-—.]\d+)?[、：:.\s]*")),
    # 一、二级残疾人: two grades, and no number.
    ("han", re.compile(rf"[{_HAN}]{{1,4}}(?:、(?![{_HAN}]{{1,2}}[级类等档])|[．.：:])\s*")),
    ("(han)", re.compile(rf"[（(〔【\[][{_HAN}]{{1,4}}[）)〕】\]][、．.]?\s*")),
    (
        "1.1",
        re.compile(
            r"\d{1,3}(?:[.．]\d{1,3})+[.．、]?(?:\s+|(?=[\u4e00-\u9fff“《])(?!倍|万|元|岁|米|公[里斤顷]))"
        ),
    ),
    # 6.0-3岁儿童: the number may be followed by a figure, where that is one of ages.
    ("1.", re.compile(rf"\d{{1,3}}\s*(?:[.．](?!\d)|[.．](?={_AGES})|、(?!\d+[、月天次]))\s*")),
    ("(1)", re.compile(r"[（(〔\[]\s*\d{1,3}\s*[）)〕\]][、．.]?\s*|[\u2474-\u2487]")),
    ("1)", re.compile(r"\d{1,3}[）)]\s*")),
    ("①", re.compile(r"[\u2460-\u2473\u2776-\u277f]\s*")),
    ("1 ", re.compile(r"\d{1,3}\s+(?=[^\d\s])")),
    ("•", re.compile(r"[•●◆■▪◦○◇□★☆▲△※]\s*")),
)
_COUNT = re.compile(
    rf"\s*[（(〔]\s*(?:共|计|共计)?\s*(?:\d{{1,3}}|[{_HAN}]{{1,4}})\s*(?:大?类|个?大?[项个条]|个?服务项目|项服务)?"
    rf"(?:服务|项目|[、，,]\s*\d{{1,3}}\s*[项个条][^）)]{{0,4}})?\s*[）)〕]$"
)
_NOTE = re.compile(
    r"^(?:注|备注|说明|附注|填表说明|编制说明|资料来源|数据来源)\s*(?:\d{0,2}\s*[：:.、]|$)"
)
LONGEST = 45
HEADINGS = ("chapter", "section", "han", "(han)", "table")
"""How domains and services are numbered where they are headings."""


class Marked(NamedTuple):
    """A heading or a name without the number before it."""

    style: str
    number: str
    """As a whole number where it is one, "" where there is none."""
    text: str
    written: str = ""
    """The number as it is written."""


def marked(text: str) -> Marked:
    """Take the number off a heading."""
    for style, pattern in _MARKERS:
        found = pattern.match(text)
        if found and text[found.end() :].strip():
            return Marked(style, _number(found[0]), text[found.end() :].strip(), found[0].strip())
    return Marked("", "", text)


def _number(text: str) -> str:
    digits = re.findall(r"\d+", text)
    if digits:
        return ".".join(str(int(one)) for one in digits)
    if text and 0x2460 <= ord(text[0]) <= 0x2473:
        return str(ord(text[0]) - 0x245F)
    if text and 0x2474 <= ord(text[0]) <= 0x2487:
        return str(ord(text[0]) - 0x2473)
    han = "".join(char for char in text if char in _HAN)
    if not han or not all(char in "一二三四五六七八九十" for char in han):
        return ""
    tens, ten, ones = han.partition("十")
    if not ten:
        return str("一二三四五六七八九".index(han) + 1) if len(han) == 1 else ""
    value = (
        "一二三四五六七八九".index(tens) + 1 if tens in "一二三四五六七八九" and tens else 1
    ) * 10
    if ones and ones in "一二三四五六七八九":
        value += "一二三四五六七八九".index(ones) + 1
    return str(value)


def named(text: str) -> str:
    """The name in a heading: no number before it, no count of its items after it."""
    name = marked(line(text)).text
    return _COUNT.sub("", name).rstrip("：:。 ").strip("【】《》") or name


def is_note(text: str) -> bool:
    """Whether a line only remarks on the table."""
    return bool(_NOTE.match(text))


def is_domain(text: str) -> bool:
    """Whether this is the name of a domain, whatever stands around."""
    return named(text) in domain_names()


class Groups:
    """The domain and the service that hold now."""

    def __init__(self) -> None:
        self.domain: str | None = None
        self.service: str | None = None
        self._domain_style: str | None = None
        self._service_style: str | None = None
        self._fresh: Level | None = None
        """The level of the heading before, with no item since."""

    def item(self) -> None:
        """An item stood here."""
        self._fresh = None

    def level(self, text: str, *, domain: bool = False, service: bool = False) -> Level | None:
        """Whether a heading names a domain or a service; ``domain`` and ``service`` say which of
        them have a column of their own. None where it can be neither."""
        if is_domain(text):
            return None if domain else "domain"
        if domain:
            return None if service else "service"
        if service:
            return "domain"
        style = marked(line(text)).style
        if self._domain_style is None:
            if style in ("(han)", "1.", "(1)", "section") or (
                style == "" and named(text).endswith("服务")
            ):
                return "service"
            return "domain"
        if style != self._domain_style:
            return "service"
        if style:
            return "domain"
        return (
            "service"
            if self._fresh == "domain" or self._service_style == "" or named(text).endswith("服务")
            else "domain"
        )

    def enter(self, text: str, level: Level) -> None:
        """From here on this heading holds."""
        style = marked(line(text)).style
        if level == "domain":
            self.domain, self.service = named(text), None
            self._domain_style = style
        else:
            self.service = named(text)
            self._service_style = style
        self._fresh = level
