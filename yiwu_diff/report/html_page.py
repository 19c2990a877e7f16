"""The shell of a page: one file that loads nothing and runs nothing but its own script."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from yiwu_diff import __version__
from yiwu_diff.report.html_tags import Html, clean, tag

if TYPE_CHECKING:
    from yiwu_diff.report.words import Say

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("/",), "search"),
    (("j", "→"), "next"),
    (("k", "←"), "back"),
    (("o", "Enter"), "open"),
    (("←", "→", "↑", "↓"), "arrows"),
    (("Esc",), "escape"),
    (("?",), "help"),
)
"""What the keyboard does, as the page documents it."""


@cache
def asset(name: str) -> str:
    """A file that pages carry in them."""
    return files("yiwu_diff.report").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def page(*, title: str, say: Say, header: Html, main: Html, skip_to: str) -> str:
    """A whole page. The policy allows exactly this style and this script, by their hashes."""
    style, code = asset("report.css"), asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; "
        f"script-src {_hash(code)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    lang = "zh-CN" if say.lang == "zh" else "en"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"yiwu-diff {__version__}"),
        tag("title", title),
        # Without it a browser asks the server for a /favicon.ico.
        tag("link", rel="icon", href="data:,"),
        Html(f"<style>{style}</style>"),
    )
    body = tag(
        "body",
        tag("a", say("page.skip"), class_="skip", href=f"#{skip_to}"),
        tag("header", header, class_="top"),
        tag("main", main),
        tag("footer", _keys(say), tag("p", _made(say)), class_="foot"),
        Html(f"<script>{code}</script>"),
    )
    return f'<!DOCTYPE html>\n<html lang="{lang}">\n{head}\n{body}\n</html>\n'


def theme_button(say: Say) -> Html:
    """Light, dark or as the system has it. Only the script can do something with it."""
    return tag(
        "button",
        f"{say('page.theme')}{say('list.colon')}{say('page.theme.auto')}",
        type="button",
        id="theme",
        class_="scripted",
        data_text=f"{say('page.theme')}{say('list.colon')}",
        data_auto=say("page.theme.auto"),
        data_light=say("page.theme.light"),
        data_dark=say("page.theme.dark"),
    )


def texts_lang(say: Say) -> str | None:
    """The language attribute of quoted texts, which are Chinese in every page."""
    return None if say.lang == "zh" else "zh-CN"


def _keys(say: Say) -> Html:
    rows = (
        tag(
            "div",
            tag("dt", [[" " if n else None, tag("kbd", key)] for n, key in enumerate(keys)]),
            tag("dd", say(f"page.key.{what}")),
        )
        for keys, what in KEYS
    )
    return tag(
        "details",
        tag("summary", say("page.keys")),
        tag("dl", rows, class_="keys"),
        tag(
            "label",
            tag("input", type="checkbox", id="keys-on", checked=True),
            " ",
            say("page.keys.on"),
        ),
        id="help",
        class_="scripted",
    )


def _made(say: Say) -> str:
    return clean(say("page.made", version=__version__))


def section(name: str, heading: str, *content: object) -> Html:
    """A part of the page under its heading."""
    return tag(
        "section",
        tag("h2", heading, id=f"{name}-h"),
        *content,
        id=name,
        aria_labelledby=f"{name}-h",
    )
