"""A text in a draft is reconstructed, or only a name is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.keys import BASIS_WORDS, FIELD_KEYS
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """One finding for each item with such a text."""
    for item in draft.target.items:
        if not item.has_text:
            if item.basis_of("name") == "named":
                yield finding(
                    draft.place_of(item, "name"),
                    f"“{item.name}”{BASIS_WORDS['named']}；请写入正式文本",
                    f"of “{item.name}” only the name is known; write its official text",
                    "named",
                    item=item,
                )
            continue
        weak = [
            name
            for name in FIELDS
            if item.text(name) is not None and item.basis_of(name) in ("reconstructed", "named")
        ]
        if weak:
            zh = "、".join(FIELD_KEYS[name].zh for name in weak)
            yield finding(
                draft.place_of(item, *weak),
                f"“{item.name}”的{zh}{BASIS_WORDS['reconstructed']}，不是正式文本；"
                "请替换后改写 basis",
                f"{', '.join(weak)} of “{item.name}” reconstructed, not official; replace the "
                f"text, "
                "then its basis",
                *weak,
                item=item,
            )


CHECK = Check(
    id="unofficial-text",
    severity="error",
    title=Words("文本不是正式文本", "a text is not official"),
    means=Words(
        "送出去的稿子里不应当有据公开资料重构的文本，也不应当有只知道名称的项目。",
        "A draft that goes out holds no text that was reconstructed from public facts, and no item "
        "of which only the name is known.",
    ),
    mend=Words(
        "用正式文本替换，并把 basis 改为 official。",
        "Put the official text in its place and write `basis: official`.",
    ),
    find=find,
)
