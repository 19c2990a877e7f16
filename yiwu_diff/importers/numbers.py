"""Numbers of a sheet as the sheet shows them: 0.97 under the format 0% is 97%."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;-"¥"#,##0',
    6: '"¥"#,##0;-"¥"#,##0',
    7: '"¥"#,##0.00;-"¥"#,##0.00',
    8: '"¥"#,##0.00;-"¥"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""The formats that files name by number alone, as a Chinese Excel shows them."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|(?P<since>\[[hms]+\])'
    r"|\[(?P<condition>[^\]]*)\]|_(?P<pad>.)|\*(?P<fill>.)|(?P<ampm>AM/PM|A/P|上午/下午)"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|(?P<general>General|G/通用格式)"
    r"|(?P<power>E[+-]?0+)|(?P<digits>[0#?,.]+)|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


class _Part(NamedTuple):
    sort: str
    text: str


@lru_cache(maxsize=512)
def _sections(pattern: str) -> tuple[tuple[_Part, ...], ...]:
    sections: list[list[_Part]] = [[]]
    for found in _TOKEN.finditer(pattern):
        sort = found.lastgroup or "other"
        text = found[sort] if found[sort] is not None else ""
        if sort == "other" and text == ";":
            sections.append([])
        elif sort in ("quoted", "escaped", "money", "other"):
            sections[-1].append(_Part("as-is", text))
        elif sort not in ("pad", "fill"):
            sections[-1].append(_Part(sort, text))
    return tuple(map(tuple, sections))


def shown(number: float, pattern: str, *, since_1904: bool = False) -> str | None:
    """A number as a format shows it; None where the format is beyond what is known here."""
    sections = _sections(pattern)
    if any(part.sort == "condition" and part.text[:1] in "<>=" for part in sections[0]):
        return None
    section, negative = sections[0], number < 0
    if number < 0 and len(sections) > 1:
        section, negative = sections[1], False
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    sorts = {part.sort for part in section}
    if sorts & {"date", "since", "ampm"}:
        return _moment(number, section, since_1904)
    if sorts & {"general", "text"} or not section:
        body = general(abs(number))
        whole = "".join(
            body if part.sort in ("general", "text") else part.text
            for part in section
            if part.sort != "condition"
        )
        return ("-" if negative else "") + (whole or body)
    text = _figure(abs(number), section)
    return None if text is None else ("-" if negative else "") + text


def general(number: float) -> str:
    """A number without a format: as many digits as a cell shows, at most eleven."""
    if number == int(number) and abs(number) < 1e11:
        return str(int(number))
    text = f"{number:.10g}"
    if "e" in text:
        mantissa, _, power = f"{number:.5e}".partition("e")
        return f"{mantissa.rstrip('0').rstrip('.')}E{power}"
    return text


def _figure(number: float, section: tuple[_Part, ...]) -> str | None:
    digits = "".join(part.text for part in section if part.sort == "digits")
    if "/" in [part.text for part in section]:
        return None
    worth = Decimal(repr(number)) * 100 ** sum(part.sort == "percent" for part in section)
    while digits.endswith(","):
        digits, worth = digits[:-1], worth / 1000
    whole, _, rest = digits.partition(".")
    places, least = len(rest.replace(",", "")), len(rest.rstrip("#?").replace(",", ""))
    power = next((part.text for part in section if part.sort == "power"), None)
    if power is not None:
        mantissa, _, exponent = f"{worth:.{places}E}".partition("E")
        sign = exponent[0] if exponent[0] == "-" or "+" in power else ""
        body = f"{mantissa}E{sign}{int(exponent[1:]):0{power.count('0')}d}"
    else:
        body = f"{worth.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
        left, _, right = body.partition(".")
        while len(right) > least and right.endswith("0"):
            right = right[:-1]
        left = left.lstrip("0").rjust(whole.replace(",", "").count("0"), "0")
        if "," in whole:
            left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", left)
        body = left + (f".{right}" if right else "")
    done, put = "", False
    for part in section:
        if part.sort == "digits":
            done += "" if put else body
            put = True
        elif part.sort == "percent":
            done += "%"
        elif part.sort == "as-is":
            done += part.text
    return done if put else (done or body)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = "一二三四五六日"


def _moment(number: float, section: tuple[_Part, ...], since_1904: bool) -> str | None:
    if not 0 <= number < 2_958_466:
        return None
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if number >= 61 else 31)
    # Excel counts in days; a millisecond less would be the second before.
    moment = start + timedelta(milliseconds=round(number * 86_400_000))
    dates = [part for part in section if part.sort in ("date", "since")]
    half = any(part.sort == "ampm" for part in section)
    done = ""
    seen = -1
    for part in section:
        if part.sort == "as-is":
            done += part.text
        elif part.sort == "ampm":
            night = moment.hour >= 12
            done += (
                ("下午" if night else "上午") if "上午" in part.text else "PM" if night else "AM"
            )
        elif part.sort in ("digits",):
            done += part.text
        elif part.sort in ("date", "since"):
            seen += 1
            text = part.text.lower()
            if part.sort == "since":
                hours = number * 24
                whole = {"h": hours, "m": hours * 60, "s": hours * 3600}[text[1]]
                done += str(int(whole + 1e-6))
                continue
            minute = text[0] == "m" and (
                (seen > 0 and dates[seen - 1].text.strip("[]").lower()[:1] == "h")
                or (seen + 1 < len(dates) and dates[seen + 1].text.lower()[:1] == "s")
            )
            done += _piece(moment, text, minute, half)
    return done


def _piece(moment: datetime, text: str, minute: bool, half: bool) -> str:
    first, wide = text[0], len(text) > 1
    if first == "y":
        return f"{moment.year:04d}" if len(text) > 2 else f"{moment.year % 100:02d}"
    if first == "m" and not minute:
        if len(text) > 2:
            return _MONTHS[moment.month - 1]
        return f"{moment.month:02d}" if wide else str(moment.month)
    if first == "a" or (first == "d" and len(text) > 2):
        return ("星期" if len(text) > 3 else "") + _DAYS[moment.weekday()]
    if first == "h":
        count = (moment.hour - 1) % 12 + 1 if half else moment.hour
    else:
        count = {"d": moment.day, "m": moment.minute, "s": moment.second}[first]
    return f"{count:02d}" if wide else str(count)
