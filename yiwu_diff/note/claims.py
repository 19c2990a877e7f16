"""The numbers that sentences claim: items per label, and a standard's totals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from yiwu_diff.note.model import Total, TotalOf
from yiwu_diff.note.words import NUMBER, label_words, labels_in, narrow, not_items
from yiwu_diff.text.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.compare.labels import LabelName
    from yiwu_diff.note.names import Names

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_AGAINST = re.compile(
    r"在(?P<a>[^，。；：]{1,40}?)的?基础上"
    r"|(?:与|同|和|跟)(?P<b>[^，。；：]{1,40}?)(?:相比|比较|相较|的?主要区别|的?区别|的?差异|的?不同|的?对比|之间)"
    r"|(?:对照|对比|对标|相较于?|相对于?|比照?|较|高于|参照)(?P<c>[^，。；：]{0,30}?标准)"
)
_TITLE = re.compile(
    r"《(?P<title>[^》]*标准[^》]*)》"
    r"|(?P<plain>(?:国家|我?省|[我本][省市县区]|[\u4e00-\u9fff]{2,4}[省市县区])级?(?:基本公共服务)?标准)"
)
_DOMAIN = r"[\u4e00-\u9fff]有所[\u4e00-\u9fff]"


class Found(NamedTuple):
    """A claim in a text and where it stands."""

    labels: tuple[LabelName, ...]
    number: int
    start: int
    end: int
    names: tuple[int, int] | None = None
    """Where the items' names stand between the label and the number, if they do."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a line and where they begin."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match[0]


def against(text: str, before: int | None = None) -> str:
    """The standard that a text says something is compared with, in its words: the one named
    last before a place, or else the first."""
    found = list(_AGAINST.finditer(text))
    if not found:
        return ""
    earlier = [match for match in found if before is not None and match.start() < before]
    match = earlier[-1] if earlier else found[0]
    words = match["a"] or match["b"] or match["c"] or ""
    return words.strip().lstrip("与同和跟").removesuffix("的")


def subject(text: str) -> str:
    """The standard that a text speaks of, the one it compares with left aside."""
    rest = _AGAINST.sub("", text)
    found: str = ""
    for match in _TITLE.finditer(rest):
        found = match["title"] or match["plain"]
    return found


@cache
def _label_count() -> tuple[re.Pattern[str], ...]:
    word = label_words()
    several = rf"(?:{word}(?:[、和及与并]?{word}){{0,4}})"
    items = rf"(?:项(?!{not_items()})|个(?=[^，。；：、]{{0,8}}(?:项目|事项|标准)))"
    return (
        re.compile(
            rf"(?P<labels>{several})[^，。；：、,;:\d]{{0,8}}(?:项目|事项)\s*(?P<n>{NUMBER})\s*个"
        ),
        re.compile(
            rf"(?P<labels>{several})(?:的|了|后的)?[^，。；：、,;:\d一二两三四五六七八九十百]{{0,12}}?"
            rf"\s*(?P<n>{NUMBER})\s*{items}"
        ),
        re.compile(rf"(?P<labels>{several})[的了]?(?P<n>{NUMBER})个(?=[，。；：、（(\n]|$)"),
        re.compile(
            rf"(?<![每第任某这那同])(?P<n>{NUMBER})\s*{items}[^，。；：、,;:\d]{{0,12}}?(?P<labels>{several})"
        ),
    )


def label_counts(text: str, names: Names | None = None) -> list[Found]:
    """The numbers of items that a text claims for labels."""
    plain = narrow(text)
    found = _named_counts(plain, names) if names is not None else []
    for pattern in _label_count():
        for match in pattern.finditer(plain):
            count = number(match["n"])
            if count is None or any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            labels = labels_in(match[0].replace(match["n"], " "))
            found.append(Found(labels, int(count), match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


@cache
def _named_count() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<labels>{label_words()})了?(?P<names>[^。；：;:]{{2,200}}?)等?"
        rf"(?P<n>{NUMBER})\s*(?:项|个)(?!{not_items()})"
    )


def _named_counts(plain: str, names: Names) -> list[Found]:
    """Claims that name the items before their number: 新增甲服务、乙服务2项."""
    found: list[Found] = []
    at = 0
    while match := _named_count().search(plain, at):
        count = number(match["n"])
        if count is None or not names.at_start(match["names"]):
            at = match.end("labels")
            continue
        found.append(
            Found(
                labels_in(match["labels"]),
                int(count),
                match.start(),
                match.end(),
                match.span("names"),
            )
        )
        at = match.end()
    return found


_DISTINCT = re.compile(
    rf"(?:涉及|共涉及|实为|落在|合并计算为|去重后为?)\s*(?P<n>{NUMBER})\s*"
    r"(?:个|项)(?:不同|服务|具体|基本公共服务)*(?:项目|事项)"
)


def distinct_count(text: str) -> tuple[int, str] | None:
    """How many different items a text says are concerned: 涉及25个项目."""
    found = _DISTINCT.search(narrow(text))
    count = number(found["n"]) if found else None
    return (int(count), text[found.start() : found.end()]) if found and count else None


_DOMAINS = re.compile(rf"(?P<n>{NUMBER})\s*(?:个|大|项)?大?(?:服务)?(?:领域|板块)")
_SERVICES = re.compile(
    rf"(?P<n>{NUMBER})\s*(?:大类|类|个?服务类别|个类别|[项个](?:基本公共)?服务(?!项目|事项|标准|内容|清单|对象))"
)
_ITEMS = re.compile(
    rf"(?P<n>{NUMBER})\s*(?:个|项)(?:具体|基本公共|公共|服务)*(?:项目|事项|标准)"
    rf"|(?P<m>{NUMBER})\s*项(?=[^\d一-鿿]|$|组成|构成|，|。)"
)
_WHOLE = re.compile(r"由.{0,200}组成|共|包含|包括|涵盖|涉及|总计|合计|分为|构成|明确了?|规定了?")


def totals(line: int, text: str) -> list[Total]:
    """The totals of domains, services and items that a line states."""
    found: list[Total] = []
    for start, sentence in sentences(text):
        plain = narrow(sentence)
        if not _WHOLE.search(plain):
            continue
        domains = _DOMAINS.search(plain)
        if domains is None and (label_counts(sentence) or not _TITLE.search(sentence)):
            continue
        at = domains.end() if domains else 0
        services = _SERVICES.search(plain, at)
        items = _ITEMS.search(plain, services.end() if services else at)
        counted: tuple[tuple[TotalOf, re.Match[str] | None], ...] = (
            ("domains", domains),
            ("services", services),
            ("items", items),
        )
        if domains is None and (items is None or items["n"] is None):
            continue
        names: tuple[str, ...] = ()
        open_ended = False
        if domains:
            listed = re.search(
                rf"{_DOMAIN}(?:[、和及与]+{_DOMAIN})+(?P<etc>等)?(?=[^，。；]*$)",
                plain[: domains.start()],
            )
            if listed:
                names = tuple(re.findall(_DOMAIN, listed[0]))
                open_ended = listed["etc"] is not None
        for what, match in counted:
            raw = (match["n"] or match["m"] if what == "items" else match["n"]) if match else None
            count = number(raw) if raw else None
            if match is None or count is None:
                continue
            found.append(
                Total(
                    what=what,
                    count=int(count),
                    line=line,
                    quote=text[start + match.start() : start + match.end()],
                    subject=subject(sentence[: match.start()]),
                    names=names if what == "domains" else (),
                    open_ended=open_ended,
                )
            )
    return found
