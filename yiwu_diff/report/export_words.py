"""What an exported standard says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.report.words import Say
from yiwu_diff.standard.as_records import bases
from yiwu_diff.standard.columns import all_official
from yiwu_diff.standard.model import BASES

if TYPE_CHECKING:
    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard


def about(standard: Standard, lang: Lang) -> str:
    """On what the texts stand, unless all of them are official: such a table is not the
    published standard, and must not be taken for it."""
    if all_official(standard.items):
        return ""
    say = Say(lang)
    held = {basis for item in standard.items for basis in bases(item).values()}
    words = [say(f"basis.{basis}") for basis in BASES if basis in held]
    return say("export.about", bases=say.several(words))
