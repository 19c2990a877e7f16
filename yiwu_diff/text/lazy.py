"""Patterns that are compiled when they are first used.

Most runs need a part of them only, and compiling one takes longer than using it does.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Answers like the compiled pattern."""

    def __init__(self, source: str) -> None:
        self.pattern = source

    def __getattr__(self, name: str) -> Any:
        # Asked for once: from then on the instance has the compiled pattern's own methods.
        compiled = re.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazy(source))
