"""JSON Schemas of the YAML files for editors, made from the table that the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from yiwu_diff.standard.keys import DECISIONS, DOMAIN, JUSTIFICATIONS, KEPT_NOTE, STANDARD

if TYPE_CHECKING:
    from yiwu_diff.standard.keys import Key, Shape

SchemaName = Literal["standard", "domain", "decisions", "justifications", "note"]
SCHEMAS: dict[SchemaName, Shape] = {
    "standard": STANDARD,
    "domain": DOMAIN,
    "decisions": DECISIONS,
    "justifications": JUSTIFICATIONS,
    "note": KEPT_NOTE,
}


def schema(name: SchemaName) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one of the YAML files of a dataset.

    Raises KeyError for another name. What one text means for another (a basis needs its text,
    an id stands once) is beyond a schema and told by the reader alone.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"yiwu-diff {name}",
        **_record(SCHEMAS[name]),
    }


def _record(shape: Shape) -> dict[str, Any]:
    result: dict[str, Any] = {
        "description": f"{shape.zh} / {shape.en}",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _value(key) for name, key in shape.keys.items()},
    }
    if required := [name for name, key in shape.keys.items() if key.required]:
        result["required"] = required
    if shape.one_of:
        result["anyOf"] = [{"required": [name]} for name in shape.one_of]
    return result


def _value(key: Key) -> dict[str, Any]:
    about = {"description": f"{key.zh} / {key.en}"}
    text = {"type": "string", "pattern": f"^(?:{key.pattern})$" if key.pattern else r"\S"}
    word = {
        "enum": list(key.words),
        # Editors such as VS Code show these beside the words.
        "enumDescriptions": list(key.words.values()),
    }
    shape = _record(key.shape) if key.shape is not None else {}
    match key.kind:
        case "text":
            return about | text
        case "texts":
            return about | {"type": "array", "items": text}
        case "count":
            return about | {"type": "integer", "minimum": 0, "maximum": 999_999}
        case "word":
            return about | word
        case "basis":
            return about | {"anyOf": [word, shape]}
        case "record":
            return shape | about
        case "records":
            least = {} if key.may_be_empty else {"minItems": 1}
            return about | {"type": "array", **least, "items": shape}
