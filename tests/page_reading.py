"""Reading a page back as a browser does, and rules whose words stay what they are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from samples import sample

from yiwu_diff.compare.rules.base import Rule, Words
from yiwu_diff.standard.model import FIELDS

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison
    from yiwu_diff.standard.model import Item

VOID = ("meta", "link", "input", "br")


def rules() -> dict[str, Rule]:
    return {
        "quantity-raised": Rule(
            id="quantity-raised",
            label="raised",
            title=Words("数量调高", "quantity raised"),
            means=Words("已定的数量更有利。", "A quantity is more favourable."),
            react=Words("说明理由。", "Say why."),
            examples=(),
            applies=lambda fact: True,
        )
    }


@dataclass
class Node:
    name: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    def all(self, name: str | None = None, **attributes: str) -> list[Node]:
        """The elements within it, in the order of the page."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, str):
                continue
            fits = name in (None, child.name) and all(
                value in (child.attributes.get(key.rstrip("_").replace("_", "-")) or "").split()
                for key, value in attributes.items()
            )
            found += [child] if fits else []
            found += child.all(name, **attributes)
        return found

    def text(self, *, without: tuple[str, ...] = ()) -> str:
        """What a reader reads of it."""
        return "".join(
            child
            if isinstance(child, str)
            else ""
            if set((child.attributes.get("class") or "").split()) & set(without)
            else child.text(without=without)
            for child in self.children
        )


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in <{tag}>"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    """The page as a tree; every element must be closed in its place."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert len(parser.open) == 1
    return parser.open[0]


HOSTILE = (
    "<script>alert(1)</script>\x00\x1b[31m=cmd|'/C calc'!A1 | `a` **b** ~~c~~ #1 @x "
    "\u202e👨‍👩‍👧 </details><img src=x onerror=alert(2)>\r\n# 标题\n- 列表 "
) + "很长" * 10_000


def hostile() -> Comparison:
    """The sample with the worst text in every place that takes one."""
    whole = sample()

    def worst(one: Item) -> Item:
        texts = {name: one.text(name) + HOSTILE for name in FIELDS if one.text(name) is not None}  # type: ignore[operator]
        name, domain = one.name + HOSTILE[:120], HOSTILE[:80]
        return replace(one, name=name, domain=domain, service=domain, places={}, **texts)  # type: ignore[arg-type]

    entries = [
        replace(
            entry,
            base=tuple(map(worst, entry.base)),
            target=tuple(map(worst, entry.target)),
            changes=tuple(
                replace(change, rule=HOSTILE[:60], detail=HOSTILE[:60], kind=HOSTILE[:60])
                for change in entry.changes
            ),
        )
        for entry in whole.items
    ]
    return replace(
        whole,
        items=tuple(entries),
        target=replace(whole.target, title=HOSTILE[:90], name=HOSTILE[:60]),
    )
