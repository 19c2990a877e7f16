"""The command line's shape: which commands there are, and how one comes to be.

A command's module is imported only when that command is called, or asked for help.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from yiwu_diff import __version__
from yiwu_diff.cli import streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import common_options, lang_of
from yiwu_diff.cli.words import both, message, nearest, translate

PROGRAM = "yiwu-diff"

COMMANDS: dict[str, tuple[str, str]] = {
    "diff": (
        "yiwu_diff.cli.diff",
        both("比对两份标准，列出每一处增减", "compare two standards: what was granted or taken"),
    ),
    "show": (
        "yiwu_diff.cli.show",
        both("一个项目在各级标准中的文本，并列显示", "one item in every standard, side by side"),
    ),
    "list": (
        "yiwu_diff.cli.list",
        both("有哪些数据集；或者一份标准有哪些项目", "the datasets, or the items of one"),
    ),
    "check": (
        "yiwu_diff.cli.check",
        both(
            "检查正在起草的标准，供 CI 使用", "every reason why a draft should not go out; for CI"
        ),
    ),
    "note": (
        "yiwu_diff.cli.note",
        both("起草说明：写出区别一节，或逐条核对", "the drafting note: write it, or check one"),
    ),
    "decide": (
        "yiwu_diff.cli.decide",
        both("认可、否定或补加一个标签，写明理由", "accept, reject or add a label, and say why"),
    ),
    "justify": (
        "yiwu_diff.cli.justify",
        both("论证一个超出上级标准的项目", "say why an item goes beyond the base"),
    ),
    "new-edition": (
        "yiwu_diff.cli.new_edition",
        both("从旧版复制，开始起草新版", "start the draft of a new edition from an old one"),
    ),
    "import": (
        "yiwu_diff.cli.import_",
        both("把正式发布的标准导入为数据集", "a published standard into a dataset"),
    ),
    "export": (
        "yiwu_diff.cli.export",
        both("把一份标准导出为 Word、Excel、网页等", "a standard as Word, Excel, web page …"),
    ),
    "rules": (
        "yiwu_diff.cli.rules",
        both("判断增减的全部规则", "every rule by which differences are labelled"),
    ),
    "explain": (
        "yiwu_diff.cli.explain",
        both("一条规则或一个标签是什么意思", "what a rule or a label means"),
    ),
    "git-diff-driver": (
        "yiwu_diff.cli.git_diff_driver",
        both("让 git diff 显示标签和依据", "have git diff show labels and evidence"),
    ),
    "schema": (
        "yiwu_diff.cli.schema",
        both("输出 JSON Schema", "print a JSON Schema"),
    ),
}
"""Every command: its module, which has ``run``, and what it does in a line."""


class _Helpful:
    """Help in cells and in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from yiwu_diff.cli import help as help_text

        command: Any = self
        lang = lang_of(ctx)
        arguments: list[tuple[str, str]] = []
        options: list[tuple[str, str]] = []
        for param in command.get_params(ctx):
            row = help_text.of_parameter(param, lang)
            if row is not None:
                (arguments if param.param_type_name == "argument" else options).append(row)
        commands = []
        pieces = [ctx.command_path, "[OPTIONS]" if lang == "en" else "[选项]"]
        if isinstance(command, TyperGroup):
            pieces.append("COMMAND …" if lang == "en" else "命令 …")
            known = getattr(command, "known", COMMANDS)
            commands = [(name, translate(short, lang)) for name, (_, short) in known.items()]
        for param in command.get_params(ctx):
            if param.param_type_name == "argument":
                name = str(param.metavar or param.human_readable_name)
                pieces.append(name if param.required else f"[{name}]")
        formatter.write(
            help_text.layout(
                " ".join(pieces),
                translate(command.help or "", lang),
                [("arguments", arguments), ("commands", commands), ("options", options)],
                lang=lang,
                cells=streams.width(),
            )
        )


class _Command(_Helpful, TyperCommand):
    pass


class _Group(_Helpful, TyperGroup):
    known = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.known)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.known:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _command(cmd_name, self.known)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name = args[0]
        if name not in self.known and not name.startswith("-") and not ctx.resilient_parsing:
            lang = lang_of(ctx)
            raise RefusedError(
                message("no_command", lang, name=name)
                + nearest(name, list(self.known), lang)
                + "\n"
                + message("see_help", lang, command=ctx.command_path)
            )
        return super().resolve_command(ctx, args)


def _command(name: str, known: dict[str, tuple[str, str]] = COMMANDS) -> Any:
    module, short = known[name]
    loaded = import_module(module)
    if hasattr(loaded, "COMMANDS"):
        return _subgroup(name, loaded)
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(name, cls=_Command, help=getattr(loaded, "HELP", short), short_help=short)(
        loaded.run
    )
    command: Any = typer.main.get_command(one)
    command.params += common_options()
    return command


def _subgroup(name: str, loaded: Any) -> Any:
    """A command that is a set of commands: its module has ``COMMANDS`` in place of ``run``."""
    group: Any = _Group(name=name, help=loaded.HELP, no_args_is_help=True)
    group.known = loaded.COMMANDS
    group.params += common_options()
    return group


def _version(ctx: typer.Context, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        streams.put(f"{PROGRAM} {__version__}\n")
        raise typer.Exit


def build() -> Any:
    """The whole command line."""
    app = typer.Typer(
        cls=_Group,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=both(
            "比对基本公共服务标准：下级对上级，新版对旧版，说明每一处差别是增是减，并附依据。",
            "Compare basic public service standards, level against level and edition against "
            "edition, and say what each difference grants or takes, with its evidence.",
        ),
    )

    @app.callback()
    def root(
        version: Annotated[
            bool,
            typer.Option(
                "--version",
                "-V",
                callback=_version,
                is_eager=True,
                help=both("显示版本", "show the version"),
            ),
        ] = False,
    ) -> None:
        pass

    command: Any = typer.main.get_command(app)
    command.params[1:1] = common_options()
    return command
