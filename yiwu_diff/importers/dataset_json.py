"""A dataset that was exported as JSON (``yiwu-diff export --format json``), read back."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.importers.model import Row, Taken
from yiwu_diff.standard.columns import ALIASES, BASIS, ID, basis_cell
from yiwu_diff.standard.model import BASES, FIELDS, LEVELS, Declared, Item, Source, Standard
from yiwu_diff.standard.problems import ReadError, fail

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_json(data: bytes, shown: str) -> Taken:
    """The items of such a file. Raises ReadError for any other JSON."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
        rows = tuple(_rows(value["domains"]))
        title = str(value.get("title", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _other(shown) from None
    if not rows:
        raise _other(shown)
    return Taken(
        title=title,
        rows=rows,
        layout="table",
        format="json",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def read_head(data: bytes) -> Standard | None:
    """What such a file says of the standard itself; None for any other file."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
        sources = tuple(Source(**one) for one in value.get("sources", ()))
        return Standard(
            items=(),
            title=str(value["title"]),
            jurisdiction=str(value["jurisdiction"]),
            name=str(value["name"]),
            level=value.get("level") if value.get("level") in LEVELS else None,
            edition=str(value["edition"]),
            builds_on=tuple(map(str, value.get("builds_on", ()))),
            agencies=tuple(map(str, value.get("agencies", ()))),
            declared=Declared(**value.get("declared", {})),
            sources=sources,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _other(shown: str) -> ReadError:
    return fail(
        shown,
        "不是 yiwu-diff 导出的 JSON；请用 yiwu-diff export 导出为 .json，或导入原来的文件",
        "not a JSON file that yiwu-diff exported; make one with yiwu-diff export STANDARD "
        "--format json, or import the original document",
    )


def _rows(domains: Any) -> Iterator[Row]:
    number = 0
    for domain in domains:
        groups = [(one["service"], one["items"]) for one in domain.get("services", ())]
        for service, items in (*groups, (None, domain.get("items", ()))):
            for item in items:
                number += 1
                yield _row(number, str(domain["domain"]), service, item)


def _row(number: int, domain: str, service: str | None, record: dict[str, Any]) -> Row:
    texts: dict[str, Any] = {key: str(record[key]) for key in FIELDS if key in record}
    basis = record["basis"]
    if isinstance(basis, str):
        basis = dict.fromkeys(("name", *texts), basis)
    if not set(basis.values()) <= set(BASES):
        raise ValueError("basis")
    item = Item(name=str(record["name"]), basis=basis, **texts)
    extra = {ID: str(record["id"]), BASIS: basis_cell(item)}
    if record.get("aliases"):
        extra[ALIASES] = "；".join(map(str, record["aliases"]))
    return Row(
        number=str(number),
        domain=domain,
        service=service,
        name=item.name,
        place=f"第{number}项",
        extra=extra,
        **texts,
    )
