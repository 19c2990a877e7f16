"""What holds for every command: the options that may stand before and after its name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.core import TyperOption

from yiwu_diff.cli import language
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwu_diff.report.words import Lang
    from yiwu_diff.standard.model import Standard

_KEY = "yiwu_diff.data"
DATA_VARIABLE = "YIWU_DIFF_DATA"


@dataclass(frozen=True, slots=True)
class Early:
    """What is known before the arguments are parsed."""

    lang: Lang = "zh"
    debug: bool = False

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Early:
        """Looked for in the arguments and the environment."""
        own = arguments[: arguments.index("--")] if "--" in arguments else arguments
        return cls(language.find(arguments, os.environ), "--debug" in own)


def lang_of(ctx: Any) -> Lang:
    """The language of a run."""
    early = ctx.find_root().obj
    return early.lang if isinstance(early, Early) else Early.of(()).lang


def data_root(ctx: Any) -> Path:
    """The folder of the datasets."""
    from yiwu_diff.standard import catalog

    return catalog.data_root(ctx.meta.get(_KEY), os.environ.get(DATA_VARIABLE), Path.cwd())


def given_data(ctx: Any) -> Path | None:
    """The folder that ``--data`` names."""
    found: Path | None = ctx.meta.get(_KEY)
    return found


def by_level(standards: list[Standard]) -> list[Standard]:
    """The highest level first; a standard without one last."""
    from yiwu_diff.standard.model import LEVELS

    order = {level: number for number, level in enumerate(LEVELS)}
    return sorted(standards, key=lambda one: order[one.level] if one.level else len(order))


def common_options() -> list[Any]:
    """The options of every command, made anew for each."""
    return [
        TyperOption(
            param_decls=["--data"],
            metavar="DIR",
            help=both("数据集所在的文件夹", "the folder of the datasets"),
            envvar=DATA_VARIABLE,
            expose_value=False,
            callback=_keep_data,
            default=None,
        ),
        TyperOption(
            param_decls=["--lang"],
            metavar="zh|en",
            help=both("语言", "language"),
            envvar=language.VARIABLE,
            expose_value=False,
            callback=_check_lang,
            default=None,
        ),
        TyperOption(
            param_decls=["--debug"],
            is_flag=True,
            default=False,
            help=both("出错时显示完整的经过", "show the traceback of a crash"),
            expose_value=False,
        ),
    ]


def _keep_data(ctx: Any, param: Any, value: str | None) -> None:
    # All contexts of a run share their meta: a command sees what stood before its name. The
    # environment's value is left to `catalog.data_root`, so that it never displaces that.
    if value is not None and _from_command_line(ctx, param):
        ctx.meta[_KEY] = Path(value)


def _from_command_line(ctx: Any, param: Any) -> bool:
    source = ctx.get_parameter_source(param.name)
    return source is not None and source.name == "COMMANDLINE"


def _check_lang(ctx: Any, param: Any, value: str | None) -> None:
    if value and not ctx.resilient_parsing and language.parse(value) is None:
        name = "--lang" if _from_command_line(ctx, param) else f"${language.VARIABLE}"
        lang = lang_of(ctx)
        raise RefusedError(
            message("unknown_value", lang, option=name, value=value, nearest="")
            + "\n"
            + message("known", lang, known="zh, en")
        )
