"""docs/json.md: the fields of the JSON report, from its schema."""

from __future__ import annotations

from typing import Any

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report.schema import comparison_schema

_HEAD = """\
# The JSON report

`yiwu-diff diff --format json` prints one object, `yiwu-diff diff -o report.json` writes it. It
holds everything that the other forms show. Its schema is printed by `yiwu-diff schema comparison`
and kept in [schema/comparison.schema.json](schema/comparison.schema.json); this page is written
from it by `python -m tools.generate_docs`.

The same input gives the same bytes. Keys, ids and labels are English in every language. A later
version may add fields and, for a field of words, further words; it removes or redefines none
without a new `schema_version` ([compatibility](compatibility.md)). A reader should therefore ignore
fields that it does not know.

The result of a check is another object, whose schema `yiwu-diff schema check` prints
([schema/check.schema.json](schema/check.schema.json)).
"""
_TAIL = """\

## For example

How many labels of each kind there are, and which items carry a harmful one:

```sh
yiwu-diff diff -o report.json
```

```python
import json
from pathlib import Path

report = json.loads(Path("report.json").read_text(encoding="utf-8"))
print(report["summary"]["labels"])
harmful = {"missing", "lowered", "narrowed", "relaxed"}
print([item["name"] for item in report["items"] if harmful & set(item["labels"])])
```
"""


def page() -> str:
    """The whole page."""
    schema = comparison_schema()
    lines = [_HEAD, "## The report", "", *_table(schema)]
    for name, one in schema["$defs"].items():
        lines += ["", f"## {name}", ""]
        if one.get("description"):
            lines += [one["description"], ""]
        lines += _table(one)
    return "\n".join(lines) + "\n" + _TAIL


def _table(record: dict[str, Any]) -> list[str]:
    required = record.get("required", [])
    lines = ["| field | holds | meaning |", "| --- | --- | --- |"]
    for name, one in record["properties"].items():
        optional = "" if name in required else " (may be absent)"
        lines.append(f"| `{name}` | {_type(one)}{optional} | {one.get('description', '')} |")
    return lines


def _type(schema: dict[str, Any]) -> str:
    """What a value is, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return _words(schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    kind = schema.get("type")
    if kind == "array":
        return f"list of {_type(schema['items'])}"
    if kind == "object":
        key = _words(schema["propertyNames"]["enum"]) if "propertyNames" in schema else "string"
        return f"object: {key} → {_type(schema['additionalProperties'])}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _words(words: list[str | None]) -> str:
    named = [word for word in words if word is not None]
    shown = "a label" if named == list(LABELS) else ", ".join(f"`{word}`" for word in named)
    return f"{shown} or null" if None in words else shown
