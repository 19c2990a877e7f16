"""JSON Schema from the types that describe a report."""

from __future__ import annotations

import types
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

Schema = dict[str, Any]

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def comparison_schema() -> Schema:
    """The schema of ``yiwu-diff diff --format json``."""
    from yiwu_diff.report.json import SCHEMA_VERSION, ComparisonRecord

    return document(ComparisonRecord, f"yiwu-diff comparison, schema_version {SCHEMA_VERSION}")


def show_schema() -> Schema:
    """The schema of ``yiwu-diff show --format json``."""
    from yiwu_diff.report.show_json import SCHEMA_VERSION, ShowRecord

    return document(ShowRecord, f"yiwu-diff show, schema_version {SCHEMA_VERSION}")


def check_schema() -> Schema:
    """The schema of ``yiwu-diff check --format json``."""
    from yiwu_diff.report.check_json import SCHEMA_VERSION, CheckRecord

    return document(CheckRecord, f"yiwu-diff check, schema_version {SCHEMA_VERSION}")


def document(record: type, title: str) -> Schema:
    """The schema of a TypedDict, with those it refers to under ``$defs``.

    Unknown keys are allowed: a later version may say more.
    """
    definitions: dict[str, Schema] = {}
    schema = _record(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record, include_extras=True)
    schema: Schema = {"type": "object"}
    if record.__doc__:
        schema["description"] = " ".join(record.__doc__.split())
    schema["properties"] = {name: _schema(hint, definitions) for name, hint in hints.items()}
    # Not `__required_keys__`: where annotations are postponed, it knows of no NotRequired.
    schema["required"] = [name for name, hint in hints.items() if get_origin(hint) != NotRequired]
    return schema


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return {**_schema(arguments[0], definitions), "description": arguments[1]}
    if origin in (Required, NotRequired):
        return _schema(arguments[0], definitions)
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if origin is Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return _union([_schema(one, definitions) for one in arguments])
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is dict:
        schema: Schema = {
            "type": "object",
            "additionalProperties": _schema(arguments[1], definitions),
        }
        if arguments[0] is not str:
            schema["propertyNames"] = _schema(arguments[0], definitions)
        return schema
    if is_typeddict(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _record(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


def _union(schemas: list[Schema]) -> Schema:
    """Alternatives; plain ones are merged, which editors show better."""
    if all(set(one) == {"type"} for one in schemas):
        return {"type": [one["type"] for one in schemas]}
    values = [
        value
        for one in schemas
        for value in one.get("enum", [one["const"]] if "const" in one else [])
    ]
    if values and all(set(one) <= {"enum", "const"} or one == {"type": "null"} for one in schemas):
        nullable = {"type": "null"} in schemas
        return {"enum": [*values, None] if nullable else values}
    return {"anyOf": schemas}
