"""The guard around everything: whatever happens, one clear message and a known exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from yiwu_diff.cli import exit_codes, streams
from yiwu_diff.cli.errors import RefusedError
from yiwu_diff.cli.settings import Early
from yiwu_diff.cli.words import message

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPLETION = "_YIWU_DIFF_COMPLETE"


def main() -> NoReturn:
    """The console script."""
    # A run builds much and drops little: looking for cycles at every 700 new objects, which is
    # Python's habit, costs a tenth of it and finds nothing.
    gc.set_threshold(50_000, 20, 100)
    code = run(sys.argv[1:])
    # Everything goes with the process; without this, Python would search it all once more.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code."""
    early = Early.of(arguments)
    streams.prepare()
    code = exit_codes.DONE
    try:
        code = _invoke(list(arguments), early)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who stops reading does not change what was found.
        streams.discard()
        return code
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else exit_codes.DONE
    except Exception as error:
        _report(error, early)
        return exit_codes.TROUBLE
    return code


def _invoke(arguments: list[str], early: Early) -> int:
    from typer import Exit

    from yiwu_diff.cli.app import PROGRAM, build

    command: Any = build()
    if os.environ.get(_COMPLETION):
        _complete(command)
    try:
        # Not command.main(): that one takes a closed pipe for exit code 1.
        with command.make_context(PROGRAM, arguments, obj=early) as ctx:
            command.invoke(ctx)
    except Exit as exit_:
        return exit_.exit_code
    return exit_codes.DONE


def _complete(command: Any) -> NoReturn:
    """Answer the shell. Silently, whatever goes wrong: a message would land in the prompt."""
    from contextlib import suppress

    from yiwu_diff.cli.app import PROGRAM

    with suppress(Exception):
        command._main_shell_completion({}, PROGRAM, _COMPLETION)
    sys.exit(exit_codes.DONE)


def _report(error: Exception, early: Early) -> None:
    if early.debug:
        import traceback

        streams.tell("".join(traceback.format_exception(error)).rstrip())
    try:
        sys.stdout.flush()
    except OSError:
        streams.discard()
    lang = early.lang
    if isinstance(error, RefusedError):
        streams.tell(message("error", lang, message=error))
        return
    from yiwu_diff.standard.problems import ReadError

    if isinstance(error, ReadError):
        streams.tell(error.text(lang))
        if len(error.problems) > 1:
            streams.tell(message("problems", lang, n=len(error.problems)))
        return
    from typer._click import exceptions

    if isinstance(error, exceptions.NoArgsIsHelpError):
        streams.tell(error.format_message())
        return
    if isinstance(error, exceptions.ClickException):
        from yiwu_diff.cli.usage_errors import explain

        streams.tell(message("error", lang, message=explain(error, lang)))
        ctx = getattr(error, "ctx", None)
        if ctx is not None:
            streams.tell(message("see_help", lang, command=ctx.command_path))
        return
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    streams.tell(message("error", lang, message=message("crash", lang, error=what)))
