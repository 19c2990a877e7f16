"""What the checks of justifications share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import finding

if TYPE_CHECKING:
    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.standard.verdicts import Justification


def of_justification(draft: Draft, one: Justification, zh: str, en: str, what: str) -> Finding:
    """A finding about a justification."""
    item = draft.target.item(one.item)
    name = item.name if item is not None else one.item
    return finding(
        one.place or draft.place,
        f"“{name}”的论证：{zh}",
        f"the justification of “{name}”: {en}",
        one.item,
        one.base,
        what,
        item=item,
    )
