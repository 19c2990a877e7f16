"""Changes in the YAML files of an edition, on ruamel's round-trip trees (`round_trip`).

ruamel hangs a comment on what stands before it; people write comments above what they are
about. So where something is put behind the last line of an item, or the item is taken out, the
comment lines that follow are kept in their place (`_take_tail`, `_put_tail`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from yiwu_diff.standard import round_trip
from yiwu_diff.standard.as_records import (
    bases,
    by_domain,
    head_record,
    in_order,
    item_record,
)
from yiwu_diff.standard.keys import DOMAIN, ITEM, STANDARD
from yiwu_diff.standard.yaml_writing import as_read, block

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwu_diff.standard.as_records import Record
    from yiwu_diff.standard.model import Item, Standard


def edit_head(data: bytes, before: Standard, after: Standard) -> bytes:
    """``standard.yaml``, changed from the one head to the other."""
    tree = round_trip.loads(data)
    _patch(tree, head_record(before), head_record(after), tuple(STANDARD.keys))
    return round_trip.dumps(tree, data)


def edit_domains(
    files: Mapping[str, bytes], before: Standard, after: Standard
) -> tuple[dict[str, bytes | None], list[str]]:
    """The domain files with the items of ``after`` (None for one that has none of them), and the
    domains that no file has."""
    if _same(before.items, after.items):
        return dict(files), []
    trees = {name: round_trip.loads(data) for name, data in files.items()}
    editor = _Editor(trees)
    old = {item.id: item for item in before.items}
    wanted = in_order(after.items)
    for id in old.keys() - {item.id for item in wanted}:
        editor.remove(id)
    fresh = [domain for domain in by_domain(wanted) if domain not in editor.domains]
    previous: Item | None = None
    for item in wanted:
        if item.domain in fresh:
            if item.id in old:
                editor.remove(item.id)
            continue
        known = old.get(item.id)
        if known is None:
            editor.insert(_node(item_record(item)), item, previous)
        else:
            if (known.domain, known.service or None) != (item.domain, item.service or None):
                editor.insert(editor.remove(item.id), item, previous)
            if item_record(known) != item_record(item):
                editor.unfold(item.id)
                _patch_item(editor.nodes[item.id], known, item)
        previous = item
    editor.drop_empty()
    empty = [name for name, tree in trees.items() if not ("services" in tree or "items" in tree)]
    return {
        name: None if name in empty else round_trip.dumps(tree, files[name])
        for name, tree in trees.items()
    }, fresh


def _same(before: Iterable[Item], after: Iterable[Item]) -> bool:
    return [(i.domain, i.service, item_record(i)) for i in before] == [
        (i.domain, i.service, item_record(i)) for i in after
    ]


class _Spot(NamedTuple):
    """The list that an item stands in."""

    items: Any
    domain: Any


class _Editor:
    """The trees of all domain files, and where each item stands in them."""

    def __init__(self, trees: Mapping[str, Any]) -> None:
        self.domains: dict[str, Any] = {}
        self.nodes: dict[str | None, Any] = {}
        self.spots: dict[str | None, _Spot] = {}
        for tree in trees.values():
            self.domains[as_read(str(tree["domain"]))] = tree
            for holder in (*(tree.get("services") or ()), tree):
                for node in holder.get("items") or ():
                    id = as_read(str(node["id"]))
                    self.nodes[id] = node
                    self.spots[id] = _Spot(holder["items"], tree)

    def unfold(self, id: str | None) -> None:
        """Write an item that stands on one line, in braces, as a block."""
        node, items = self.nodes[id], self.spots[id].items
        if node.fa.flow_style():
            place = next(n for n, one in enumerate(items) if one is node)
            tail = _take_tail(items, place)
            node.fa.set_block_style()
            _put_tail(items, place, tail)

    def remove(self, id: str | None) -> Any:
        """Take an item out, and return its node."""
        self.unfold(id)
        node, spot = self.nodes.pop(id), self.spots.pop(id)
        place = next(n for n, one in enumerate(spot.items) if one is node)
        tail = _take_tail(spot.items, place)
        del spot.items[place]
        if place:
            _put_tail(spot.items, place - 1, tail)
        else:
            # There is nothing before it that could hold the comment.
            _put_tail([node], 0, tail)
        return node

    def insert(self, node: Any, item: Item, previous: Item | None) -> None:
        """Put an item behind the one before it, or first in its service."""
        same = previous is not None and (previous.domain, previous.service or None) == (
            item.domain,
            item.service or None,
        )
        tree = self.domains[item.domain or ""]
        items = self._items(tree, item.service or None)
        if items is None:
            items = self._begin(tree, item.service or None, node, previous)
        else:
            place = 0
            if same and previous is not None:
                before = self.nodes[previous.id]
                place = 1 + next(n for n, one in enumerate(items) if one is before)
            _insert(items, place, node)
        self.nodes[item.id] = node
        self.spots[item.id] = _Spot(items, tree)

    def _items(self, tree: Any, service: str | None) -> Any:
        """The items of a service of a domain; None where it has none."""
        if service is None:
            return tree.get("items") or None
        services = tree.get("services") or ()
        found = (one["items"] for one in services if as_read(str(one["service"])) == service)
        return next(found, None)

    def _begin(self, tree: Any, service: str | None, node: Any, previous: Item | None) -> Any:
        """A list of one item: of a new service, behind that of the item before, or of what has
        no service. Put in its place when it is whole, so that comments find its end."""
        order = tuple(DOMAIN.keys)
        items = _seq(node)
        if service is None:
            _set(tree, "items", items, order)
            return items
        made = _node({"service": service})
        made["items"] = items
        if not (services := tree.get("services")):
            _set(tree, "services", _seq(made), order)
            return items
        place = 0
        if previous is not None and (spot := self.spots.get(previous.id)) is not None:
            homes = [n for n, one in enumerate(services) if one["items"] is spot.items]
            place = homes[0] + 1 if homes else len(services) if spot.domain is tree else 0
        _insert(services, place, made)
        return items

    def drop_empty(self) -> None:
        """No service without an item is left, nor a list of none."""
        for tree in self.domains.values():
            services = tree.get("services") or []
            for place in range(len(services) - 1, -1, -1):
                if not services[place]["items"]:
                    del services[place]
            for key in ("services", "items"):
                if key in tree and not tree[key]:
                    del tree[key]


def _patch_item(node: Any, before: Item, after: Item) -> None:
    old, new = item_record(before), item_record(after)
    if bases(before) == bases(after):
        new["basis"] = old["basis"]
    _patch(node, old, new, tuple(ITEM.keys))


def _patch(node: Any, old: Record, new: Record, order: Sequence[str]) -> None:
    """Bring a mapping from one record to the other, and leave alone what is the same."""
    for key in [key for key in old if key not in new]:
        if key in node:
            tail = _take_tail(node, key) if key == list(node)[-1] else ""
            del node[key]
            if tail and len(node):
                _put_tail(node, list(node)[-1], tail)
    for key, value in new.items():
        if old.get(key) != value:
            _set(node, key, _extended(node.get(key), old.get(key), value), order)


def _extended(node: Any, old: Any, new: Any) -> Any:
    """A list that only grew keeps the nodes of what it held."""
    if not (isinstance(new, list) and isinstance(old, list) and node and new[: len(old)] == old):
        return _node_of(new)
    for value in new[len(old) :]:
        _insert(node, len(node), _node_of(value))
    return node


def _node(record: Record) -> Any:
    return round_trip.loads(block(record).encode())


def _node_of(value: Any) -> Any:
    """A value as ruamel has it after reading, so that it is written the way new files are."""
    from ruamel.yaml.scalarstring import PlainScalarString

    node = _node({"x": value})["x"]
    # A bare str would take over the style of the text that it replaces.
    return PlainScalarString(node) if type(node) is str else node


def _seq(*nodes: Any) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    return CommentedSeq(nodes)


def _set(node: Any, key: str, value: Any, order: Sequence[str]) -> None:
    """Set a key of a mapping; a new one comes where the order has it."""
    if node.fa.flow_style():
        node.fa.set_block_style()
    if key in node:
        if node[key] is value:
            return
        # The comment of a list or mapping would go with it.
        tail = _take_tail(node, key)
        node[key] = value
        _put_tail(node, key, tail)
        return
    names = list(node)
    behind = set(order[: order.index(key)])
    place = max((n + 1 for n, name in enumerate(names) if name in behind), default=0)
    # A comment above the next key goes on standing above it.
    tail = _take_tail(node, names[place - 1]) if place else ""
    node.insert(place, key, value)
    _put_tail(node, key, tail)


def _insert(items: Any, place: int, node: Any) -> None:
    """Put a node into a list; the comment lines that stood there come behind it."""
    if items.fa.flow_style() and not isinstance(node, str):
        items.fa.set_block_style()
    tail = _take_tail(items, place - 1) if place else ""
    items.insert(place, node)
    _put_tail(items, place, tail)


def _leaf(holder: Any, key: Any) -> tuple[Any, Any]:
    """Where the comment behind a value hangs: on its last line."""
    value = holder[key]
    if hasattr(value, "fa") and len(value) and not value.fa.flow_style():
        return _leaf(value, len(value) - 1 if hasattr(value, "append") else list(value)[-1])
    return holder, key


def _slot(holder: Any) -> int:
    return 0 if hasattr(holder, "append") else 2


def _literal(holder: Any, key: Any) -> bool:
    from ruamel.yaml.scalarstring import LiteralScalarString

    return isinstance(holder[key], LiteralScalarString)


def _take_tail(holder: Any, key: Any) -> str:
    """Take off the comment lines behind a value; the one on its own line stays."""
    holder, key = _leaf(holder, key)
    comments = holder.ca.items.get(key)
    token = comments[_slot(holder)] if comments else None
    if token is None:
        return ""
    text = str(token.value)
    own, tail = "", " " * int(token.start_mark.column) + text
    if not _literal(holder, key):
        own, _, tail = text.partition("\n")
    if own:
        token.value = own + "\n"
    else:
        comments[_slot(holder)] = None
        if not any(comments):
            del holder.ca.items[key]
    return tail


def _put_tail(holder: Any, key: Any, tail: str) -> None:
    """Hang comment lines behind a value."""
    if not tail:
        return
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    holder, key = _leaf(holder, key)
    comments = holder.ca.items.setdefault(key, [None, None, None, None])
    token = comments[_slot(holder)]
    if token is not None:
        token.value = token.value.rstrip("\n") + "\n" + tail
    else:
        column = 0
        if _literal(holder, key):
            column, tail = len(tail) - len(tail.lstrip(" ")), tail.lstrip(" ")
        else:
            tail = "\n" + tail
        comments[_slot(holder)] = CommentToken(tail, CommentMark(column), None)
