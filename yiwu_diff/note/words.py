"""The words in which drafting notes speak of labels."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

from yiwu_diff.compare.labels import LABELS, LabelName
from yiwu_diff.text.lexicon import any_of

NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
"""A count, in Arabic or Chinese numerals."""
PLACE_END = re.compile(r"(?:省|市|县|区|自治州|自治县|自治区|州|盟|旗)$")

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")


@cache
def lexicon() -> dict[str, Any]:
    """The lexicon beside this module."""
    from ruamel.yaml import YAML

    text = (Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8")
    return cast("dict[str, Any]", YAML(typ="safe").load(text))


@cache
def label_of() -> dict[str, LabelName]:
    """The label that each word stands for."""
    lists: dict[LabelName, list[str]] = lexicon()["labels"]
    return {word: label for label in LABELS for word in lists.get(label, ())}


@cache
def label_words() -> str:
    """A pattern that matches any word for a label."""
    return f"(?:{any_of(list(label_of()))})"


@cache
def not_items() -> str:
    """A pattern of what is counted in 项 and 个 and is no item."""
    return f"(?:{any_of(lexicon()['not_items'])})"


def labels_in(text: str) -> tuple[LabelName, ...]:
    """The labels that a text speaks of, each once."""
    found = (label_of()[word] for word in re.findall(label_words(), text))
    return tuple(dict.fromkeys(found))


def narrow(text: str) -> str:
    """The text with full-width digits as ASCII ones; as long as before."""
    return text.translate(_WIDE_DIGITS)


def stem(place: str) -> str:
    """A place as standards are called after it: 金华市 → 金华."""
    short = PLACE_END.sub("", place)
    return short if len(short) > 1 else place
