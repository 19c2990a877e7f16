"""The quick ways of reading must say what the plain ones say."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.text import lexicon, normal
from yiwu_diff.text.cues import Cues, cues
from yiwu_diff.text.lexicon import words

LEXICONS = sorted(path.stem for path in lexicon._FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", LEXICONS)
def test_a_lexicon_read_simply_says_what_it_says_as_yaml(name):
    text = (lexicon._FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert lexicon.read_simply(text) == lexicon.read_as_yaml(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "a: [b, c]\n",
        "a:\n  - b\n",
        "a: |\n    far\n  near\n",
        "a: |\n\n  b\na: |\n  c\n",
        "a: |\n\tb\n",
        "a: >\n  b\n",
        "a:\n  b: {c: 1}\n",
        "a: {b: 1,c: 2}\n",
        "a: 1\n",
        "  b\n",
        "---\na: |\n  b\n",
        "a:\n  b: 1\n  b: 2\n",
    ],
)
def test_what_is_not_simple_is_left_to_the_yaml_reader(text):
    simple = lexicon.read_simply(text)
    assert simple is None or simple == lexicon.read_as_yaml("x", text)


def test_what_counts_as_its_own_normal_form_is():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if not 0xD800 <= code <= 0xDFFF and normal._ODD.search(char) is None:
            assert normal._levelled(char) == char
    for mark, plain in (*normal._COMMON, *normal._ALONE.items()):
        assert normal._levelled(mark) == plain


@given(st.text(">~Aa—〔×≥ \n\u0338\u0301℃", max_size=8))
def test_a_mark_that_joins_its_neighbour_is_levelled_with_it(text):
    assert normal.level(text) == normal._levelled(text)


@given(st.text(max_size=40))
def test_both_ways_to_the_normal_form_agree(text):
    assert normal.level(text) == normal._levelled(text)
    assert normal.normalise(text).text == normal.level(text)


@given(st.text("℃㎡≥“”（），。 \n甲3Ａ", max_size=12))
def test_the_normal_form_keeps_the_way_back(text):
    """Each character came from where it says, however many were dropped and unfolded before."""
    found = normal.normalise(text)
    for n, char in enumerate(found.text):
        start, end = found.back(n, n + 1)
        assert char in normal.level(text[start:end])


LISTS = [("condition",), ("duty",), ("grant",), ("detail",), ("no_condition",), ("exception",)]
PIECES = sorted(
    {w for keys in LISTS for word in words("conditions", *keys) for w in word.split("…")}
)


@given(st.sampled_from(LISTS), st.lists(st.sampled_from([*PIECES, ",", "甲", "乙丙" * 12])))
def test_cues_answer_like_their_pattern(keys, pieces):
    text = "".join(pieces)
    found, pattern = cues(*keys), re.compile(cues(*keys).pattern)
    assert [one.span() for one in found.finditer(text)] == [
        one.span() for one in pattern.finditer(text)
    ]
    assert found.sub("-", text) == pattern.sub("-", text)
    assert bool(found.match(text)) == bool(pattern.match(text))


def test_cues_at_the_end():
    assert Cues(["补助", "金"]).ends("慰问金")
    assert not Cues(["补助", "金"]).ends("金额")
