"""One item at every level as JSON, each level with what it makes of the one above it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired, TypedDict

from yiwu_diff import __version__

# Read when the schema is made: the types must be there while the program runs.
from yiwu_diff.compare.labels import LabelName  # noqa: TC001
from yiwu_diff.report.json import (
    ChangeRecord,
    DecisionRecord,
    StandardHead,
    Texts,
    Tool,
    change_record,
    decision_record,
    standard_record,
    texts_record,
)
from yiwu_diff.report.steps import newest, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.options import Options
    from yiwu_diff.report.steps import Step, Version

SCHEMA_VERSION: Literal[1] = 1
"""Grows when a key is taken away or changes its meaning; a new key is no reason."""


class StepRecord(TypedDict):
    """The comparison of a level with the nearest level above that has the item."""

    against: Annotated[str, "The ref of that level's standard"]
    labels: Annotated[list[LabelName], "Empty only where nothing could be compared"]
    changes: list[ChangeRecord]
    compared: Annotated[bool, "false: a side has no text"]
    equal: Annotated[bool, "Nothing at all differs"]
    decided: NotRequired[
        Annotated[list[DecisionRecord], "The decisions that the labels follow; absent without any"]
    ]


class LevelRecord(TypedDict):
    """The item in one standard."""

    standard: StandardHead
    item: Annotated[Texts | None, "null: the standard has no such item"]
    step: Annotated[StepRecord | None, "null where no level above has the item"]


class ShowRecord(TypedDict):
    """One item in the newest edition of every standard, as ``yiwu-diff show --format json``
    prints it."""

    schema_version: Literal[1]
    tool: Tool
    id: str | None
    name: Annotated[str, "As the lowest level that has the item calls it"]
    domain: str | None
    service: str | None
    levels: Annotated[list[LevelRecord], "The highest level first"]


def render(versions: Sequence[Version], options: Options) -> str:
    """The item as a JSON text."""
    return json.dumps(record(versions, options), ensure_ascii=False, indent=2) + "\n"


def record(versions: Sequence[Version], options: Options) -> ShowRecord:
    """The item as plain values."""
    shown = newest(versions)
    found = steps(versions, options.decisions)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "yiwu-diff", "version": __version__},
        "id": shown.id,
        "name": shown.name,
        "domain": shown.domain,
        "service": shown.service,
        "levels": [
            {
                "standard": standard_record(standard),
                "item": None if item is None else texts_record(item),
                "step": None if step is None else _step(step),
            }
            for (standard, item), step in zip(versions, found, strict=True)
        ],
    }


def _step(step: Step) -> StepRecord:
    entry = step.entry
    found: StepRecord = {
        "against": step.standard.ref,
        "labels": list(entry.ordered_labels),
        "changes": [change_record(change) for change in entry.changes],
        "compared": entry.compared,
        "equal": entry.equal,
    }
    if entry.decided:
        found["decided"] = [decision_record(one, entry.name) for one in entry.decided]
    return found
