"""The numbers and bullets that Word shows before paragraphs and that stand in no text."""

from __future__ import annotations

from typing import Any, NamedTuple

from yiwu_diff.importers.files import attribute, child, children

_HAN = "一二三四五六七八九十"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_DEEPEST = 20


class _Level(NamedTuple):
    style: str
    pattern: str
    start: int
    plain: bool
    """All numbers in Arabic, whatever the levels above say."""


class Numbering:
    """Counts as Word does. Ask for every paragraph, in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._styles: dict[str, Any] = {}
        if styles is not None:
            for style in children(styles, "style"):
                self._styles[attribute(style, "styleId") or ""] = style
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        for abstract in children(numbering, "abstractNum"):
            name = attribute(abstract, "abstractNumId") or ""
            levels = self._levels.setdefault(name, {})
            for level in children(abstract, "lvl"):
                depth = _whole(attribute(level, "ilvl"), 0)
                levels[depth] = _Level(
                    value(level, "numFmt") or "decimal",
                    value(level, "lvlText") or "",
                    _whole(value(level, "start"), 1),
                    child(level, "isLgl") is not None,
                )
        for one in children(numbering, "num"):
            name = attribute(one, "numId") or ""
            self._lists[name] = value(one, "abstractNumId") or ""
            for override in children(one, "lvlOverride"):
                start = value(override, "startOverride")
                if start is not None:
                    depth = _whole(attribute(override, "ilvl"), 0)
                    self._overrides[name, depth] = _whole(start, 1)

    def before(self, paragraph: Any) -> str:
        """What Word shows before a paragraph; "" where that is nothing."""
        found = self._of(paragraph)
        if found is None:
            return ""
        list_id, depth = found
        abstract = self._lists.get(list_id, "")
        levels = self._levels.get(abstract, {})
        if depth not in levels:
            return ""
        level = levels[depth]
        if level.style == "none":
            return ""
        if level.style == "bullet":
            return "•"
        for deeper in [key for key in self._counts if key[0] == abstract and key[1] > depth]:
            del self._counts[deeper]
        start = self._overrides.pop((list_id, depth), None)
        if start is not None:
            self._counts[abstract, depth] = start
        else:
            held = self._counts.get((abstract, depth), level.start - 1)
            self._counts[abstract, depth] = held + 1
        shown = level.pattern
        for above in range(depth + 1):
            if f"%{above + 1}" in shown and above in levels:
                count = self._counts.get((abstract, above), levels[above].start)
                style = "decimal" if level.plain else levels[above].style
                shown = shown.replace(f"%{above + 1}", numeral(count, style))
        return shown

    def _of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph, by itself or by its style."""
        holder, depth, seen = paragraph, None, 0
        while holder is not None and seen < _DEEPEST:
            seen += 1
            properties = child(holder, "pPr")
            numbers = child(properties, "numPr")
            if numbers is not None:
                if depth is None and (given := value(numbers, "ilvl")) is not None:
                    depth = _whole(given, 0)
                list_id = value(numbers, "numId")
                if list_id == "0":
                    return None
                if list_id is not None:
                    return list_id, depth or 0
            name = value(properties, "pStyle") if properties is not None else None
            holder = self._styles.get(name or value(holder, "basedOn") or "")
        return None

    def bold(self, paragraph: Any) -> bool:
        """Whether a paragraph's style sets its text in bold."""
        name = value(child(paragraph, "pPr"), "pStyle")
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return False
            properties = child(style, "rPr")
            if child(properties, "b") is not None:
                return is_on(child(properties, "b"))
            name = value(style, "basedOn")
        return False


def value(element: Any, name: str) -> str | None:
    """The ``val`` of a child."""
    found = child(element, name)
    return None if found is None else attribute(found, "val")


def is_on(element: Any) -> bool:
    """Whether a switch is there and not switched off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def _whole(text: str | None, default: int) -> int:
    if text is not None and text.lstrip("-").isdecimal() and len(text) < 9:
        return int(text)
    return default


def han(count: int) -> str:
    """A number below a hundred in Chinese numerals."""
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    lead = ("" if tens == 1 else _HAN[tens - 1]) + "十" if tens else ""
    return lead + (_HAN[ones - 1] if ones else "")


def numeral(count: int, style: str) -> str:
    """A number as a list's style shows it."""
    if style == "chineseLegalSimplified" and 0 < count <= 10:
        return _FORMAL[count - 1]
    if style.startswith(("chinese", "japanese", "ideograph", "taiwanese", "korean")):
        if "Enclosed" in style and 0 < count <= 10:
            return chr(0x3220 + count - 1)
        return han(count)
    if style == "decimalEnclosedCircle" and 0 < count <= 20:
        return chr(0x2460 + count - 1)
    if style == "decimalEnclosedParen" and 0 < count <= 20:
        return chr(0x2474 + count - 1)
    if style == "decimalEnclosedFullstop" and 0 < count <= 20:
        return chr(0x2488 + count - 1)
    if style == "decimalZero":
        return f"{count:02d}"
    if style in ("upperLetter", "lowerLetter") and 0 < count <= 26:
        return chr((0x40 if style == "upperLetter" else 0x60) + count)
    if style in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        shown = _roman(count)
        return shown if style == "upperRoman" else shown.lower()
    return str(count)


def _roman(count: int) -> str:
    done = ""
    for worth, sign in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while count >= worth:
            done += sign
            count -= worth
    return done
