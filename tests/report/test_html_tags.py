from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.report.html_tags import Html, clean, escape, join, slug, tag


def test_text_is_never_markup() -> None:
    assert tag("p", "<script>alert('1')</script> & \"") == (
        "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;</p>"
    )
    assert tag("a", title='" onclick="x') == '<a title="&quot; onclick=&quot;x"></a>'
    assert tag("p", tag("b", "a")) == "<p><b>a</b></p>"
    assert escape(Html("<b>")) == "<b>"


def test_attributes_and_children() -> None:
    assert tag("label", for_="x", aria_live="polite", hidden=True, open=False, id=None) == (
        '<label for="x" aria-live="polite" hidden></label>'
    )
    assert tag("input", name="q", value=0) == '<input name="q" value="0">'
    assert join("a", None, False, 0, ["b", (tag("i", n) for n in (1, 2))]) == (
        "a0b<i>1</i><i>2</i>"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("一\x00二\x1b[31m", "一\ufffd二\ufffd[31m"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("\u202eabc\u2066", "\ufffdabc\ufffd"),
        ("\ud800", "\ufffd"),
        ("👨‍👩‍👧 ok", "👨‍👩‍👧 ok"),
    ],
)
def test_control_characters_are_seen(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_written(text: str) -> None:
    escape(text).encode()
    assert "<" not in escape(text)


def test_an_id_needs_no_escape() -> None:
    assert slug("maternal-health", "3") == "maternal-health"
    assert slug("孕产妇", "3") == slug("a b", "3") == slug(None, "3") == "3"
