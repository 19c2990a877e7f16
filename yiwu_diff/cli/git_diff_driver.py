"""``yiwu-diff git-diff-driver``: what git calls to show how a dataset file changed."""

from pathlib import Path
from typing import Annotated

import typer

from yiwu_diff.cli import streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import data_root, lang_of
from yiwu_diff.cli.words import both, message

HELP = both(
    "由 git 调用：git diff 显示数据文件时，用标签、依据和改动的文字代替 YAML 的行。\n\n"
    "先在仓库中运行一次 yiwu-diff git-diff-driver --install --attributes。"
    "git log -p 和 git show 要加 --ext-diff，不加时显示为一句一行的文字。",
    "Called by git: where git diff shows a dataset file, labels, evidence and the words that "
    "changed in place of lines of YAML.\n\n"
    "First run yiwu-diff git-diff-driver --install --attributes in the repository. git log -p and "
    "git show need --ext-diff; without it they show plain text, a sentence a line.",
)


def run(
    ctx: typer.Context,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARGS",
            help=both("git 给出的参数", "the arguments that git gives"),
        ),
    ] = None,
    textconv: Annotated[
        bool,
        typer.Option(
            "--textconv",
            help=both(
                "把一个数据文件显示为一句一行的文字", "print a file as text, a sentence a line"
            ),
        ),
    ] = False,
    install: Annotated[
        bool,
        typer.Option(
            "--install",
            help=both(
                "写入 git 的设置（只写本仓库的）", "write git's settings, of this repository"
            ),
        ),
    ] = False,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--global",
            help=both("与 --install 同用：写本人的设置", "with --install: the user's settings"),
        ),
    ] = False,
    attributes: Annotated[
        bool,
        typer.Option(
            "--attributes",
            help=both(
                "与 --install 同用：也写 .gitattributes", "with --install: .gitattributes as well"
            ),
        ),
    ] = False,
) -> None:
    """See `HELP`."""
    lang = lang_of(ctx)
    given = arguments or []
    if install:
        from yiwu_diff.cli import git_install

        if given or textconv:
            raise RefusedError(message("driver_no_arguments", lang))
        git_install.install(data_root(ctx), lang, everywhere=everywhere, attributes=attributes)
        return
    for wanted, option in ((everywhere, "--global"), (attributes, "--attributes")):
        if wanted:
            raise RefusedError(message("driver_alone", lang, option=option))
    if textconv:
        from yiwu_diff.cli import git_text

        if len(given) != 1:
            raise RefusedError(message("driver_one_file", lang))
        streams.put(git_text.text(Path(given[0]), lang))
        return
    from yiwu_diff.cli import git_file

    if len(given) not in git_file.ARGUMENTS:
        raise RefusedError(message("driver_arguments", lang))
    streams.put(git_file.difference(given, lang))
