"""The bytes of ``decisions.yaml`` and ``justifications.yaml`` with a record put in or taken out.

Bytes in, bytes out: reading and replacing the file is the caller's work (`atomic`). Only files
that `verdicts` has read without a problem come here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from yiwu_diff.standard import round_trip, verdicts
from yiwu_diff.standard.folders import MemoryFolder
from yiwu_diff.standard.keys import DECISION, JUSTIFICATION
from yiwu_diff.standard.yaml_text import NOT_PRINTED

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from yiwu_diff.standard.folders import Folder
    from yiwu_diff.standard.keys import Shape


class Kind(NamedTuple):
    """One of the two files."""

    file: str
    key: str
    """The key under which its records stand."""
    shape: Shape
    header: str
    """What a new file says about itself."""


DECISIONS = Kind(
    verdicts.DECISIONS_FILE,
    "decisions",
    DECISION,
    """\
# 人对标签的裁定，由 yiwu-diff decide 写入：accept 认可，reject 否定，add 补加。
# 可以手工修改或删去，指纹（fingerprint）除外；文本改动后指纹不再相符，裁定失效，须重新裁定。
""",
)
JUSTIFICATIONS = Kind(
    verdicts.JUSTIFICATIONS_FILE,
    "justifications",
    JUSTIFICATION,
    """\
# 超出上级标准部分的论证，由 yiwu-diff justify 写入：necessity 必要性，reasonableness 合理性，
# risk 风险评估。可以手工修改，指纹（fingerprint）除外；文本改动后指纹不再相符，须重新论证。
""",
)

_QUOTED = ("date", "fingerprint")
"""Digits alone would be read as a number or a date."""
_MEANS_ELSE = re.compile(r"(?:true|false|yes|no|on|off|null|y|n)", re.IGNORECASE)
_WORDY = re.compile(r"[A-Za-z\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def held(folder: Folder, kind: Kind, data: bytes | None) -> MemoryFolder:
    """A folder of which one file is held as bytes: what was read is what is validated."""
    return MemoryFolder({} if data is None else {kind.file: data}, folder.shown)


def tidy(text: str) -> str:
    """A text as a person types or pastes it, without what no YAML file may hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return NOT_PRINTED.sub("", text).strip()


def put(
    data: bytes | None, kind: Kind, record: Mapping[str, str], instead_of: Collection[int]
) -> bytes:
    """The file with a record in the place of the records with these numbers (from 0), or at its
    end where there are none. Empty values are left out."""
    before = kind.header.encode() + f"{kind.key}: []\n".encode() if data is None else data
    tree = round_trip.loads(before)
    records = tree[kind.key]
    values = {
        key: _scalar(key, record[key]) for key in kind.shape.keys if record.get(key, "") != ""
    }
    first = min(instead_of, default=None)
    if first is None:
        if not records:
            records.fa.set_block_style()
        records.append(_map(values))
    else:
        _overwrite(records[first], values)
    return take(round_trip.dumps(tree, before), kind, set(instead_of) - {first})


def take(data: bytes, kind: Kind, numbers: Collection[int]) -> bytes:
    """The file without the records with these numbers. Comments stay where they are."""
    for number in sorted(numbers, reverse=True):
        data = _without(data, kind, number)
    return data


def _without(data: bytes, kind: Kind, number: int) -> bytes:
    tree = round_trip.loads(data)
    records = tree[kind.key]
    left = [dict(one) for n, one in enumerate(records) if n != number]
    # ruamel hangs the comment before a record on the record above it, and would take it along.
    cut = _cut_lines(data, kind, records, number)
    if cut is not None and [dict(one) for one in round_trip.loads(cut)[kind.key]] == left:
        return cut
    del records[number]
    return round_trip.dumps(tree, data)


def _cut_lines(data: bytes, kind: Kind, records: Any, number: int) -> bytes | None:
    """The file without a record's own lines; None where it does not stand on lines of its own."""
    if records.fa.flow_style():
        return None
    lines = data.splitlines(keepends=True)
    start = records.lc.item(number)[0]
    end = len(lines)
    if number + 1 < len(records):
        end = records.lc.item(number + 1)[0]
    else:
        indent = len(lines[start]) - len(lines[start].lstrip())
        for at in range(start + 1, len(lines)):
            body = lines[at].strip()
            deeper = len(lines[at]) - len(lines[at].lstrip()) > indent
            if body and not body.startswith(b"#") and not deeper:
                end = at
                break
    while end > start + 1 and (not (body := lines[end - 1].strip()) or body.startswith(b"#")):
        end -= 1
    kept = lines[:start] + lines[end:]
    if len(records) == 1:
        key = re.compile(rb"^(\s*" + kind.key.encode() + rb"\s*:)")
        kept = [key.sub(rb"\1 []", line, count=1) if key.match(line) else line for line in kept]
    return b"".join(kept)


def _map(values: Mapping[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap(values)


def _overwrite(record: Any, values: Mapping[str, Any]) -> None:
    """Put the values into a record that stays where it is, with its comments."""
    for key in [key for key in record if key not in values]:
        del record[key]
    for place, (key, value) in enumerate(values.items()):
        if key not in record:
            record.insert(min(place, len(record)), key, value)
        elif record[key] != value:
            record[key] = value


def _scalar(key: str, text: str) -> Any:
    """A text as YAML should write it: readable, and never taken for a number or a word like
    ``no``."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if "\n" in text and all(line == line.strip() for line in text.split("\n")):
        return LiteralScalarString(text + "\n")
    if key in _QUOTED or not _WORDY.match(text) or _MEANS_ELSE.fullmatch(text) or "\n" in text:
        return DoubleQuotedScalarString(text)
    return text
