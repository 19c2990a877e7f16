"""The files of one edition to a ``Standard``, or to every problem that is in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from yiwu_diff.standard.folders import STANDARD_FILE, DiskFolder, Folder, MemoryFolder
from yiwu_diff.standard.keys import (
    BASIS,
    DECLARED,
    DOMAIN,
    ITEM,
    SERVICE,
    SOURCE,
    STANDARD,
)
from yiwu_diff.standard.model import (
    FIELDS,
    Basis,
    Declared,
    Item,
    Place,
    Source,
    Standard,
    weakest,
)
from yiwu_diff.standard.problems import shown
from yiwu_diff.standard.records import Records
from yiwu_diff.standard.yaml_nodes import MapNode, Node

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER_FILES = frozenset({"note.yaml", "decisions.yaml", "justifications.yaml"})
"""What may lie beside a standard; the reader leaves it alone."""

_DOMAIN_FILE = re.compile(r"[0-9]{2}-.+\.yaml")


def is_domain_file(name: str) -> bool:
    """Whether a file of this name, without its folder, holds a domain."""
    return _DOMAIN_FILE.fullmatch(name) is not None


def read_standard(folder: Path | Folder, *, expect: tuple[str, str] | None = None) -> Standard:
    """Read the edition that lies in ``folder``.

    ``expect`` is the jurisdiction and edition that the folder's place in a catalog promises.
    Raises ReadError with all problems of all files.
    """
    return _Reader(DiskFolder(folder) if isinstance(folder, Path) else folder).read(expect)


def domain_files(names: Iterable[str]) -> list[str]:
    """Which of the files of a folder hold domains, in the order in which they are read."""
    return sorted(filter(is_domain_file, names))


def read_items(data: bytes, shown: str) -> tuple[Item, ...]:
    """The items of a single domain file, which is named ``shown`` in places and problems.

    Raises ReadError with all its problems. That ids and names stand once in the whole standard
    is not looked at.
    """
    reader = _Reader(MemoryFolder({shown: data}))
    if (node := reader.tree(shown)) is not None:
        reader.read_domain(node)
    if reader.problems:
        raise reader.problems.error()
    return tuple(reader.items)


class _Reader(Records):
    def __init__(self, folder: Folder) -> None:
        super().__init__(folder)
        self.items: list[Item] = []
        self.ids: dict[str, Place] = {}
        self.names: dict[str, Place] = {}
        self.domains: dict[str, Place] = {}

    def read(self, expect: tuple[str, str] | None) -> Standard:
        names = sorted(self.folder.names())
        if STANDARD_FILE not in names:
            self.problems.add(
                self.folder.shown,
                f"文件夹里没有 {STANDARD_FILE}；请给出标准数据所在的文件夹，如 data/yiwu/2021",
                f"the folder holds no {STANDARD_FILE}; name the folder of an edition, such as "
                "data/yiwu/2021",
            )
        for name in domain_files(names):
            if (node := self.tree(name)) is not None:
                self.read_domain(node)
        if not self.items and not self.problems:
            self.problems.add(
                self.folder.shown,
                "没有任何项目；请在领域文件（如 01-childcare.yaml）中写入项目",
                "there is no item at all; write items into a domain file such as 01-childcare.yaml",
            )
        standard = None
        if STANDARD_FILE in names:
            self.tell_strays(names)
            if (node := self.tree(STANDARD_FILE)) is not None:
                standard = self.read_standard(node, expect)
        if self.problems or standard is None:
            raise self.problems.error()
        return standard

    def tell_strays(self, names: list[str]) -> None:
        for name in names:
            if (
                name.lower().endswith((".yaml", ".yml"))
                and not name.startswith(".")
                and name != STANDARD_FILE
                and name not in OTHER_FILES
                and not is_domain_file(name)
            ):
                others = ", ".join(sorted(OTHER_FILES))
                self.problems.add(
                    self.folder.shown_file(name),
                    "不知道这是什么文件；领域文件请命名为“两位数字-名称.yaml”（如 "
                    f"01-childcare.yaml），此外只能有 {STANDARD_FILE}、"
                    f"{others.replace(', ', '、')}",
                    "it is not known what this file is; name a domain file like "
                    f"01-childcare.yaml; besides there may be {STANDARD_FILE}, {others}",
                )

    # The files

    def read_standard(self, node: Node, expect: tuple[str, str] | None) -> Standard | None:
        record = self.record(node, STANDARD)
        if record is None:
            return None
        values = self.values(record, STANDARD)
        for key, promised in zip(("jurisdiction", "edition"), expect or (), strict=False):
            if (value := values.get(key)) is not None and value != promised:
                self.problems.add(
                    self.at(record.entries[key][1]),
                    f"{key} 是 {shown(value)}，文件夹名却是 {shown(promised)}；请改成一致",
                    f"{key} is {shown(value)}, but the folder is named {shown(promised)}; "
                    "make them the same",
                )
        declared = Declared()
        if (found := self.child(record, "declared", DECLARED)) is not None:
            declared = Declared(**self.values(found, DECLARED))
        sources = [
            Source(**{"title": "", "basis": "named", **self.values(source, SOURCE)})
            for source in self.children(record, "sources", SOURCE)
        ]
        return Standard(
            **values,
            declared=declared,
            sources=tuple(sources),
            items=tuple(self.items),
            place=self.at(record),
            places={key: self.at(own) for key, (own, _) in record.entries.items()},
        )

    def read_domain(self, node: Node) -> None:
        record = self.record(node, DOMAIN)
        if record is None:
            return
        domain = self.values(record, DOMAIN).get("domain")
        if domain is not None:
            self.once(self.domains, domain, "domain", record.entries["domain"][1])
        for service in self.children(record, "services", SERVICE):
            name = self.values(service, SERVICE).get("service")
            for item in self.children(service, "items", ITEM):
                self.read_item(item, domain, name)
        for item in self.children(record, "items", ITEM):
            self.read_item(item, domain, None)

    def read_item(self, record: MapNode, domain: str | None, service: str | None) -> None:
        values = self.values(record, ITEM)
        entries = record.entries
        places = {"item": self.at(record)}
        for key in ("name", *FIELDS):
            if key in entries:
                places[key] = self.at(entries[key][1])
        for key, taken in (("id", self.ids), ("name", self.names)):
            if key in values:
                self.once(taken, values[key], key, entries[key][1])
        self.items.append(
            Item(**values, domain=domain, service=service, basis=self.basis(record), places=places)
        )

    def basis(self, record: MapNode) -> dict[str, Basis]:
        """The basis of each field that has a text, and of the name."""
        entries = record.entries
        fields = [name for name in FIELDS if name in entries]
        if "basis" not in entries:
            return {}
        key, node = entries["basis"]
        if not isinstance(node, MapNode):
            word = self.word(key, node, ITEM.keys["basis"])
            if word == "named" and fields:
                self.problems.add(
                    self.at(node),
                    f"依据为 named（仅有名称），却写有 {'、'.join(fields)}；请改为其他依据，"
                    "或删去这些文字",
                    f"the basis is named, yet there is {', '.join(fields)}; write another basis, "
                    "or delete the texts",
                )
            return dict.fromkeys(("name", *fields), word) if word is not None else {}
        words: dict[str, Basis] = self.values(node, BASIS)
        for name, (own_key, value) in node.entries.items():
            if name in FIELDS and name not in fields:
                self.problems.add(
                    self.at(own_key),
                    f"写了 {name} 的依据，却没有 {name} 的文字；请补上文字，或删去这一行",
                    f"there is a basis for {name} but no text; add the text, or delete this line",
                )
            elif name in FIELDS and words.get(name) == "named":
                self.problems.add(
                    self.at(value),
                    f"{name} 有文字，依据不能是 named（仅有名称）；请改为其他依据，或删去文字",
                    f"{name} has a text, so its basis cannot be named; write another basis, or "
                    "delete the text",
                )
        for name in fields:
            if name not in node.entries:
                self.problems.add(
                    self.at(entries[name][0]),
                    f"{name} 没有依据；请在 basis 里写明 {name} 的依据",
                    f"{name} has no basis; add {name} to the item's basis",
                )
        held: dict[str, Basis] = {name: words[name] for name in fields if name in words}
        name_basis = words.get("name") or weakest(tuple(held.values())) or "named"
        return {"name": name_basis, **held}
