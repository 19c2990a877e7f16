"""typer's usage errors, in the user's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer._click import exceptions

from yiwu_diff.cli.words import message

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang

_OPTION = re.compile(r"^Option '(?P<name>[^']+)'")
_EXTRA = re.compile(r"^Got unexpected extra arguments?(?:\(s\))? \((?P<names>.*)\)$", re.DOTALL)
_INTEGER = re.compile(r"^'(?P<value>.*)' is not a valid int", re.DOTALL)
_RANGE = re.compile(r"^(?P<value>.*) is not in the range (?P<range>.*)\.$", re.DOTALL)


def explain(error: exceptions.ClickException, lang: Lang) -> str:
    """What is wrong. A message that is not known here is passed on as it is: better in English
    than not at all."""
    text = error.message
    if isinstance(error, exceptions.NoSuchOption):
        near = _near_option(error, lang)
        return message("no_option", lang, name=error.option_name) + near
    if isinstance(error, exceptions.MissingParameter) and error.param is not None:
        kind = message(f"kind.{error.param.param_type_name}", lang)
        return message("missing", lang, kind=kind, name=_name(error.param))
    if isinstance(error, exceptions.BadParameter):
        why = _why(text, lang)
        name = _name(error.param) if error.param is not None else ""
        return message("bad_value", lang, name=name, why=why) if name else why
    if isinstance(error, exceptions.BadOptionUsage):
        key = "takes_no_value" if "does not take" in text else "needs_value"
        found = _OPTION.match(text)
        return message(key, lang, name=found["name"] if found else error.option_name)
    if found := _EXTRA.match(text):
        return message("extra", lang, names=found["names"])
    if text == "Missing command.":
        return message("missing_command", lang)
    return text


def _near_option(error: exceptions.NoSuchOption, lang: Lang) -> str:
    # Without the dashes, which all options have in common.
    from difflib import get_close_matches

    bare = {one.lstrip("-"): one for one in sorted(error.possibilities or ())}
    found = get_close_matches(error.option_name.lstrip("-"), bare, n=1)
    return message("nearest", lang, nearest=bare[found[0]]) if found else ""


def _why(text: str, lang: Lang) -> str:
    if found := _INTEGER.match(text):
        return message("not_integer", lang, value=found["value"])
    if found := _RANGE.match(text):
        return message("not_in_range", lang, value=found["value"], range=found["range"])
    return text


def _name(param: Any) -> str:
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.human_readable_name)
