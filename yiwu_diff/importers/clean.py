"""Texts without their layout: what a page or a cell did to a sentence is undone, no more.

`clean` is for the text of a field, `line` for what is one line by its nature: a name, a heading.
Cleaning a clean text changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

_CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARK = r"、-〗〝-〞！-／：-＠［-｀｛-､“”‘’—…·"
_WIDE = _CHINESE + _MARK

_GONE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff]"
)
_LINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BULLET = re.compile(r"^[\uf000-\uf0ff•●◆■▪◦○◇□➢➤►▶‣∙⚫★☆§·][ ]?(?=\S)")
"""Bullets as Word and its fonts write them; a bullet alone is no bullet."""
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")

_POINT = re.compile(
    r"^(?:[（(〔\[]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\s*[）)〕\]]"
    r"|\d{1,2}\s*[．、）)](?!\d)|\d{1,2}\.(?![\d.])|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是"
    r"|第[一二三四五六七八九十]{1,3}[，,、：:]?|[\u2460-\u249b\u24eb-\u24ff\u2776-\u2793\u3220-\u3229]"
    r"|[a-zA-Z][．.、）)](?!\w)|[•●◆■▪◦○◇□➢➤►▶‣∙⚫★☆]|[-–—－]\s|注[：:\d]|备注[：:])"
)
"""How a point of a list begins."""
_SENTENCE_END = ("。", "；", "！", "？", "。”", "！”", "？”", "。）", ";", "：", ":")

_AGENCY_END = re.compile(r"(?:局|委|办|会|部|厅|院|中心|政府|集团|公司|站|所|行|社)$")
_AGENCY_START = re.compile(r"^(?:各|市|县|区|省|自治|国家|中央|乡|镇|街道|团|共青)")

_RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻌⺼",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟辶月",
)
"""Parts of characters that some PDFs have in place of the characters that look the same."""
_DOT = re.compile(r"(?<=\d)．(?=\d)")


_SYMBOL = str.maketrans("\xa3\xb3\xb4\xb1\xb0\xb9\xbb\xb8\xa5\xd7\xb7", "≤≥×±°≠≈÷∞·•")
"""Signs of the font Symbol by its codes: how the ≥ of Word's own dialog is stored."""


def symbols(text: str) -> str:
    """A text in the font Symbol, by what it looks like; a sign that is not known stays."""
    done = ""
    for char in text:
        code = ord(char) - 0xF000 if 0xF020 <= ord(char) <= 0xF0FF else ord(char)
        known = chr(code) if 0x20 < code < 0x40 else char
        done += chr(code).translate(_SYMBOL) if code in _SYMBOL else known
    return done


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A text set above the line: 10⁴ is not 104, and the mark of a note behind 300 does not make
    it 3001."""
    return text.translate(_RAISED)


@cache
def _same() -> dict[int, str | int]:
    """Characters that only look different from what is meant."""
    table: dict[int, str | int] = dict(_RADICALS)
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)):
        table[code] = unicodedata.normalize("NFKC", chr(code))
    # Digits, letters, ％ and ＋ mean the same in half width. Marks stay as printed.
    for first, last in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"), ("％", "％"), ("＋", "＋")):
        for code in range(ord(first), ord(last) + 1):
            table[code] = code - 0xFEE0
    return table


def _characters(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _GONE.sub("", text).translate(_same())


_INNER_SPACE = re.compile(rf"(?<=[{_WIDE}]) +| +(?=[{_WIDE}])|(?<=\d) +(?=[%‰℃])")


def _spaces(text: str) -> str:
    """One line without the spaces that only spread it out."""
    text = _SPACES.sub(" ", text).strip()
    if " " not in text:
        return text

    def keep(found: re.Match[str]) -> str:
        start, end = found.span()
        before, after = text[max(0, start - 3) : start], text[end : end + 4]
        if _AGENCY_END.search(before) and _AGENCY_START.match(after):
            # Offices one after the other, with nothing but the space between them.
            return " "
        return ""

    return _INNER_SPACE.sub(keep, text)


def _bullet(text: str) -> str:
    found = _BULLET.match(text)
    if found is None:
        return text
    shown = found[0].strip()
    shown = "•" if _PRIVATE.match(shown) or shown in "§·∙⚫‣" else shown
    return shown + text[found.end() :]


def _joint(before: str, after: str) -> str:
    """What stands between two lines that are one sentence."""
    left, right = before[-1], after[0]
    latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    return " " if latin and (left.isalpha() or right.isalpha()) else ""


def _breaks(done: list[list[str]], after: str, wrapped: bool) -> bool:
    """Whether a line break means something."""
    before = done[-1][-1]
    if _POINT.match(after):
        return not wrapped or before.endswith(_SENTENCE_END) or _is_next(done, after)
    if before.endswith(_SENTENCE_END):
        return not wrapped
    return breaks_between_offices(before, after)


_COUNTED = re.compile(
    r"^(?P<open>[（(〔\[]?)\s*(?P<number>\d{1,2}|[一二三四五六七八九十]|[\u2460-\u2473])\s*(?P<close>[）)〕\].．、]?)"
)
_HAN = "一二三四五六七八九十"


def _is_next(done: list[list[str]], after: str) -> bool:
    """Whether a line that seems to begin a point, behind one that came to no end, begins one
    indeed: it is the point that follows, or the first of a list that no sentence begins with."""
    found = _COUNTED.match(after)
    if found is None:
        return after[0] in "•●◆■▪◦○□➢➤►▶‣∙⚫★☆"
    number = _count(found["number"])
    if number == 1:
        return bool(found["open"]) or after[0] == "①"
    for above in reversed(done):
        other = _COUNTED.match(above[0])
        if other and (other["open"], other["close"]) == (found["open"], found["close"]):
            return _count(other["number"]) == number - 1
    return False


def _count(text: str) -> int:
    if text.isascii():
        return int(text)
    return _HAN.index(text) + 1 if text in _HAN else ord(text) - 0x245F


def breaks_between_offices(before: str, after: str) -> bool:
    """Whether two lines are the names of two offices."""
    return (
        len(before) < 30 and bool(_AGENCY_END.search(before)) and bool(_AGENCY_START.match(after))
    )


def clean(text: str, *, wrapped: bool = False) -> str:
    """The text of a field. ``wrapped``: its line breaks may be those of a page's layout."""
    done = _pass(text, wrapped)
    # Two lines put together may be read otherwise than each alone.
    while "\n" in text and (again := _pass(done, wrapped)) != done:
        done = again
    return done


def _pass(text: str, wrapped: bool) -> str:
    lines = [_bullet(_spaces(part)) for part in _LINE.split(_characters(text))]
    done: list[list[str]] = []
    for part in lines:
        if not part:
            continue
        if not done or _breaks(done, part, wrapped):
            done.append([part])
        else:
            done[-1] += [_joint(done[-1][-1], part), part]
    return _DOT.sub(".", "\n".join(_bullet("".join(parts)) for parts in done))


def joined(before: str, after: str) -> str:
    """Two lines that are known to be one."""
    return before + _joint(before, after) + after if before and after else before + after


def line(text: str) -> str:
    """A text that is one line by its nature."""
    parts = [part for raw in _LINE.split(_characters(text)) if (part := _spaces(raw))]
    done = parts[:1]
    for before, part in pairwise(parts):
        done += [_joint(before, part), part]
    return _DOT.sub(".", "".join(done))
