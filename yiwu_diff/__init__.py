"""Compare public service standards and say what each difference means.

The public library API. Its names are imported on first use, so that the command line pays
only for what it needs.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwu_diff.api import load, load_decisions
    from yiwu_diff.compare.engine import compare, compare_items
    from yiwu_diff.compare.model import (
        Change,
        Comparison,
        Decided,
        ItemComparison,
        Pairing,
        Span,
    )
    from yiwu_diff.compare.pairing import pair_items
    from yiwu_diff.standard.model import Item, Standard
    from yiwu_diff.standard.problems import ReadError
    from yiwu_diff.standard.verdicts import Decision

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Comparison",
    "Decided",
    "Decision",
    "Item",
    "ItemComparison",
    "Pairing",
    "ReadError",
    "Span",
    "Standard",
    "__version__",
    "compare",
    "compare_items",
    "load",
    "load_decisions",
    "pair_items",
]

_HOMES = {
    "Change": "yiwu_diff.compare.model",
    "Comparison": "yiwu_diff.compare.model",
    "Decided": "yiwu_diff.compare.model",
    "Decision": "yiwu_diff.standard.verdicts",
    "Item": "yiwu_diff.standard.model",
    "ItemComparison": "yiwu_diff.compare.model",
    "Pairing": "yiwu_diff.compare.model",
    "ReadError": "yiwu_diff.standard.problems",
    "Span": "yiwu_diff.compare.model",
    "Standard": "yiwu_diff.standard.model",
    "compare_items": "yiwu_diff.compare.engine",
    "load": "yiwu_diff.api",
    "load_decisions": "yiwu_diff.api",
    "pair_items": "yiwu_diff.compare.pairing",
}
"""Where each public name lives. ``compare`` is not here: see `_Package`."""


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "compare":
        return import_module("yiwu_diff.compare")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "compare"})


class _CallablePackage(ModuleType):
    """``yiwu_diff.compare``, which may be called like the engine's function."""

    def __call__(self, *args: object, **options: object) -> object:
        from yiwu_diff.compare import engine

        function: object = engine.compare
        assert callable(function)
        return function(*args, **options)


class _Package(ModuleType):
    """Lets ``compare`` be a function and a package.

    The import system binds the package ``yiwu_diff.compare`` to that name here, whenever
    anybody first imports something from it. Whichever comes first, a library user's
    ``from yiwu_diff import compare`` must yield something to call.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name == "compare" and isinstance(value, ModuleType):
            value.__class__ = _CallablePackage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
