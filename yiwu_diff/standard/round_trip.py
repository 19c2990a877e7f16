"""Changing a YAML file without touching what a person wrote around the change.

Comments, order, quoting and line ends stay. Reading for a comparison is `yaml_nodes`' work;
this module is slower and only for writing.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

_FLUSH_LIST = re.compile(
    rb"^( *)[^\s#-][^\n]*:[ \r]*\n(?:[ ]*(?:#[^\n]*)?\r?\n)*\1- ", re.MULTILINE
)
"""A list that stands no further in than its key."""


def loads(data: bytes) -> Any:
    """The document as ruamel's round-trip tree; None for an empty one.

    The file has been read by `reader` before, which told all that may be wrong with it.
    """
    return _yaml().load(data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))


def dumps(tree: Any, like: bytes = b"") -> bytes:
    """The tree as bytes, with the byte order mark, the line ends and the lists' indentation of
    ``like``."""
    stream = BytesIO()
    _yaml(offset=0 if _FLUSH_LIST.search(like) else 2).dump(tree, stream)
    data = stream.getvalue()
    if b"\r\n" in like:
        data = data.replace(b"\n", b"\r\n")
    return (b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b"") + data


def _yaml(offset: int = 2) -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    # A folded line would be a change that nobody made.
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=2 + offset, offset=offset)
    return yaml
