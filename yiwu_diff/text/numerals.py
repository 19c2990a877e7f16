"""Chinese and Arabic numerals to numbers.

The libraries for this (cn2an and its kin) take 100 ms to import and refuse what standards
write (两, 半, 1.5万); the grammar is small.
"""

from __future__ import annotations

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}


def number(text: str) -> float | None:
    """The value of a numeral in normal form: ``1,200``, ``三十``, ``1.5万``, ``半``, ``二点五``.

    None where it is not a numeral.
    """
    text = text.replace(",", "")
    factor = 1.0
    while text and text[-1] in _LARGE and text[0].isascii():
        factor *= _LARGE[text[-1]]
        text = text[:-1]
    try:
        return float(text) * factor
    except ValueError:
        pass
    if text == "半":
        return 0.5
    half = 0.0
    if text.endswith("半"):
        text, half = text[:-1], 0.5
    whole, _, fraction = text.partition("点")
    value = _whole(whole)
    if value is None:
        return None
    if fraction:
        digits = [_DIGITS.get(char) for char in fraction]
        if None in digits:
            return None
        value += float("0." + "".join(str(d) for d in digits))
    return (value + half) * factor


def _whole(text: str) -> float | None:
    if not text:
        return None
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return float("".join(str(_DIGITS[char]) for char in text))
    total = section = 0.0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            # 万人 alone is one ten-thousand.
            total = (total + section + (digit or 0) or 1) * _LARGE[char]
            section, digit = 0.0, None
        else:
            return None
    return total + section + (digit or 0)


def plain(value: float) -> str:
    """A number as a person writes it: ``3``, ``0.5``, ``12000``."""
    return f"{value:.10g}"
