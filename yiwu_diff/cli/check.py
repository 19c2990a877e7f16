"""``yiwu-diff check``: every reason for which a draft should not go out yet."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwu_diff.cli import checking, choose, complete, exit_codes, streams, writing
from yiwu_diff.cli.options import Width
from yiwu_diff.cli.settings import data_root, lang_of
from yiwu_diff.cli.words import both, message

if TYPE_CHECKING:
    from yiwu_diff.check import Draft
    from yiwu_diff.report.words import Lang

HELP = both(
    "检查正在起草的标准：数据本身是否完整，比上级标准（builds_on，一直到最上一级）少了什么，"
    "多出来的有没有论证，裁定和起草说明是否还成立。每一处都注明文件、行、列。\n\n"
    "不写标准：义乌，最新版。各项检查的轻重和豁免写在数据旁边的 yiwu-diff.toml 里。\n\n"
    "有问题（默认指错误）时退出码为 1，没有为 0，读不了为 2。\n\n"
    "一次写出几种格式：yiwu-diff check -f github -o 结果.sarif -f gitlab -o gl.json",
    "Check a standard that is being drafted: whether its data are whole, what it lacks of the "
    "standards above (builds_on, up the whole chain), whether what goes beyond is argued for, "
    "and whether decisions and the drafting note still hold. Each finding has file, line and "
    "column.\n\n"
    "Without a standard: Yiwu, newest edition. Severities and waivers stand in yiwu-diff.toml "
    "beside the data.\n\n"
    "Exits with 1 when there are findings (errors, unless --fail-on says otherwise), 0 when not, "
    "2 when it cannot read.\n\n"
    "Several forms at once: yiwu-diff check -f github -o results.sarif -f gitlab -o gl.json",
)


def run(
    ctx: typer.Context,
    standard: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET",
            help=both("正在起草的标准", "the standard being drafted"),
            autocompletion=complete.refs,
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="BASE",
            help=both(
                "与这份标准和它所依据的各份比，代替 builds_on",
                "compare with this standard and those it builds on, in place of builds_on",
            ),
            autocompletion=complete.refs,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help=both(
                "只看这个 git 版本（如 main）之后新出现的问题",
                "only what was not yet found at this git revision, such as main",
            ),
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help=both(
                "只看这份 JSON（以前的 check 结果）里没有的问题",
                "only what is not in this JSON of an earlier check",
            ),
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=both(
                "格式：terminal（默认）、json、github、gitlab、sarif、junit 或 markdown",
                "form: terminal (default), json, github, gitlab, sarif, junit or markdown",
            ),
            autocompletion=complete.check_formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "写到文件；格式看后缀（.json .sarif .xml .md .txt），否则依次取 --format",
                "write a file, in the form of its suffix (.json .sarif .xml .md .txt), or of "
                "--format in order",
            ),
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help=both(
                "到什么程度算不通过：error（默认）、warning、note 或 never",
                "what makes it fail: error (default), warning, note or never",
            ),
            autocompletion=complete.fail_on,
        ),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            metavar="FILE",
            help=both(
                "设置文件，默认取数据旁边的 yiwu-diff.toml",
                "the settings, by default yiwu-diff.toml beside the data",
            ),
        ),
    ] = None,
    width: Width = None,
) -> None:
    """See `HELP`."""
    from yiwu_diff.check import draft as drafts
    from yiwu_diff.check.run import fingerprints
    from yiwu_diff.check.run import run as run_checks
    from yiwu_diff.check.settings import FAIL_ON

    lang = lang_of(ctx)
    if fail_on is not None:
        choose.one_of(fail_on, FAIL_ON, "--fail-on", lang)
    planned, stdout = checking.plan(format or [], output or [], lang)
    root = data_root(ctx)
    ref = standard or complete.DEFAULT_REF
    with checking.working(lang):
        draft = drafts.read(ref, root, against or ())
        settings = checking.settings_for(draft, root, config)
        known = checking.baseline(baseline, draft, lang) if baseline is not None else frozenset()
        if since is not None:
            then = _at(since, draft, ref, root, against or [], lang)
            if then is not None:
                known |= fingerprints(then)
                draft = drafts.since(then, draft)
        result = run_checks(draft, settings, today=writing.today(), known=known)
    fails_on = fail_on or settings.fail_on
    checking.deliver(result, planned, stdout, lang, width or streams.width(), fails_on)
    if result.fails(fails_on):
        raise typer.Exit(exit_codes.FINDINGS)


def _at(
    revision: str, draft: "Draft", ref: str, root: Path, against: list[str], lang: "Lang"
) -> "Draft | None":
    """The draft at a revision; None where it was not there yet, or could not be read: then
    everything counts."""
    from yiwu_diff.check import draft as drafts
    from yiwu_diff.standard.problems import ReadError

    then = drafts.at_revision(draft, ref, root, revision, against)
    if isinstance(then, ReadError):
        streams.tell(then.text(lang))
        streams.tell(message("since_unreadable", lang, revision=revision))
        return None
    return then
