"""The command line: options become calls of the library, errors become exit codes, and nothing is decided here.

0 done · 1 a threshold was missed · 2 wrong usage · 3 the input can't be read · 4 some files of a batch could not · 130 interrupted
"""

import gc
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from skillgap import __version__
from skillgap.cli import (
    analyze,
    audit,
    compare,
    evaluate,
    extract,
    fit,
    interview,
    parse,
    plan,
    progress,
    rank,
    redact,
    roles,
    schema,
    show,
    taxonomy,
)
from skillgap.cli.outputs import lose_output, tell
from skillgap.errors import SkillgapError, UsageError
from skillgap.isolation.garbage import look_for_garbage_seldom
from skillgap.isolation.threads import with_one_thread

DONE, WRONG_USAGE, UNREADABLE, INTERRUPTED, SIGNALLED = 0, 2, 3, 130, 128

app = typer.Typer(
    name="skillgap",
    help="Read a résumé and show, with the line that proves it, what it is worth for a role and what to learn next.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("analyze")(analyze.analyze)
app.command("audit")(audit.audit)
app.command("plan")(plan.plan)
app.command("interview")(interview.interview)
app.command("progress")(progress.progress)
app.command("extract")(extract.extract)
app.command("fit")(fit.fit)
app.command("parse")(parse.parse)
app.command("rank")(rank.rank)
app.command("show")(show.show)
app.command("compare")(compare.compare)
app.command("redact")(redact.redact)
app.command("schema")(schema.schema)
app.add_typer(roles.app, name="roles")
app.add_typer(taxonomy.app, name="taxonomy")
app.add_typer(evaluate.app, name="evaluate")


def print_version(value: bool) -> None:
    if value:
        print(f"skillgap {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    del version  # its callback has done the work


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code. At the end nothing is gone through for garbage either."""
    with_one_thread()
    look_for_garbage_seldom()
    signal.signal(signal.SIGINT, interrupted)
    stand_somewhere()
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), ended)
    code = run(arguments)
    gc.freeze()
    sys.exit(code)


def stand_somewhere() -> None:
    """Leave a working folder that has been deleted: libraries ask for its name."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(Path(sys.executable).anchor)


def interrupted(signal_number: int, frame: FrameType | None) -> None:
    del signal_number, frame
    tell("skillgap: interrupted")
    sys.exit(INTERRUPTED)


def ended(signal_number: int, frame: FrameType | None) -> None:
    """Leave in order, so that no process goes on that was started to read."""
    del frame
    sys.exit(SIGNALLED + signal_number)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; every error is one line on stderr (the faults of a taxonomy are one line each)."""
    try:
        return code_of(arguments)
    except BrokenPipeError:
        lose_output()
        return DONE
    except OSError as error:
        lose_output()
        tell(f"skillgap: standard output can't be written: {error.strerror}")
        return WRONG_USAGE
    except SkillgapError as error:
        tell(f"skillgap: {error}")
        return WRONG_USAGE if isinstance(error, UsageError) else UNREADABLE


def code_of(arguments: list[str] | None) -> int:
    """The exit code that the command asks for, once what it has printed is written."""
    try:
        app(arguments)
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else DONE
    else:
        code = DONE
    if sys.stdout is not None:
        sys.stdout.flush()
    return code
