"""An item has no text, where a standard above has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, Related, finding
from yiwu_diff.compare.rules.base import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.compare.model import ItemComparison
    from yiwu_diff.standard.model import Item


def text_is_missing(entry: ItemComparison) -> bool:
    """Whether the draft has the item, and of what the base says of it nothing at all."""
    return (
        bool(entry.target)
        and not any(item.has_text for item in entry.target)
        and any(item.has_text for item in entry.base)
    )


def find(draft: Draft) -> Iterator[Finding]:
    """One finding for each item, with all standards that have its text."""
    above: dict[int, list[tuple[str, Item]]] = {}
    items: dict[int, Item] = {}
    for comparison in draft.comparisons:
        for entry in filter(text_is_missing, comparison.not_compared):
            items[id(entry.item)] = entry.item
            above.setdefault(id(entry.item), []).extend(
                (comparison.base.ref, item) for item in entry.base if item.has_text
            )
    for key, item in items.items():
        refs = tuple(dict.fromkeys(ref for ref, _ in above[key]))
        yield finding(
            draft.place_of(item, "name"),
            f"“{item.name}”只有名称，{'、'.join(refs)} 规定的内容都没有了；请补上文本",
            f"“{item.name}” is a name alone; nothing is left of what {', '.join(refs)} "
            f"{'says' if len(refs) == 1 else 'say'} of it; add the text",
            *refs,
            item=item,
            against=refs,
            related=tuple(
                Related(one.places["item"], f"{ref}：{one.name}", f"{ref}: {one.name}")
                for ref, one in above[key]
                if "item" in one.places
            ),
        )


CHECK = Check(
    id="text-missing",
    severity="error",
    title=Words("上级标准的规定全没有了", "nothing is left of what a standard above says"),
    means=Words(
        "上级标准写明了对象、内容或标准，本级标准只留下项目名称：名称还在，待遇都没有了。",
        "A standard above states audience, content or level; of the draft's item the name alone "
        "is left, and with it no entitlement.",
    ),
    mend=Words("补上各项文本。", "Add the texts."),
    find=find,
)
