"""Two items have one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding
    from yiwu_diff.standard.model import Item


def find(draft: Draft) -> Iterator[Finding]:
    """Names that differ only in layout, and names that are another item's alias.

    Names equal to the last character are refused when the dataset is read.
    """
    names: dict[str, Item] = {}
    for item in draft.target.items:
        first = names.setdefault(level(item.name), item)
        if first is not item:
            yield _twice(draft, item, first, item.name)
    owners = {key: item.id for key, item in names.items()}
    taken: dict[str, Item] = {}
    for item in draft.target.items:
        for alias in item.aliases:
            key = level(alias)
            other = names.get(key) if owners.get(key) != item.id else None
            other = other or (first if (first := taken.setdefault(key, item)) is not item else None)
            if other is not None:
                yield _twice(draft, item, other, alias)


def _twice(draft: Draft, item: Item, other: Item, name: str) -> Finding:
    place = draft.place_of(other, "name")
    return finding(
        draft.place_of(item, "name"),
        f"“{name}”也是“{other.name}”（{place}）的名称；请改成不同的名称，或合并为一项",
        f"“{name}” is also a name of “{other.name}” ({place}); rename one, or join them",
        name,
        other.id or other.name,
        item=item,
    )


CHECK = Check(
    id="name-twice",
    severity="error",
    title=Words("两个项目同名", "two items have one name"),
    means=Words(
        "名称只差空格、标点或全半角，或者一个项目的别名就是另一个项目的名称，比对时会配错。",
        "Names that differ in layout only, or an alias that is another item's name, let items be "
        "paired wrongly.",
    ),
    mend=Words("改名、删去别名，或合并。", "Rename one, delete the alias, or join the items."),
    find=find,
)
