"""`skillgap fit`: would you like the work? Asked in the terminal, or answered in a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.asking import ask_all
from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import check_output, format_of, write_output
from skillgap.cli.reading import AS_OF, DEFAULT_MEMORY, DEFAULT_TIMEOUT, MEMORY, TIMEOUT, started_reading
from skillgap.cli.showing import BY_SUFFIX, FORMAT, OUTPUT, width_and_color
from skillgap.errors import UsageError
from skillgap.report.pages import PageFormat

if TYPE_CHECKING:
    from skillgap.gap.fit_types import Answers
    from skillgap.taxonomy.questionnaire import Questionnaire

ANSWERS = Annotated[
    Path | None,
    typer.Option(
        "--answers", metavar="FILE", help="Answers in YAML or JSON, as --questions prints them; asks nothing."
    ),
]


def fit(  # noqa: PLR0913, PLR0917 - a parameter is an option
    role: Annotated[
        str, typer.Option(help="The role to think about; `skillgap roles` lists them.")
    ] = "software-systems-engineer",
    level: Annotated[str, typer.Option(help="The level that --resume is compared with.")] = "mid",
    answers: ANSWERS = None,
    questions: Annotated[
        bool, typer.Option("--questions", help="Print a file of answers to fill in, and stop.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Keep your answers in a YAML file.")
    ] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", metavar="RESUME", help="Also say what this résumé shows of it.")
    ] = None,
    output_format: FORMAT = None,
    output: OUTPUT = None,
    own: OVERLAY = None,
    as_of: AS_OF = None,
    timeout: TIMEOUT = DEFAULT_TIMEOUT,
    memory: MEMORY = DEFAULT_MEMORY,
) -> None:
    """Ask what you like and value, and hold it against what a role is like; no part of any score."""
    refuse_contradictions(answers, save, resume, questions=questions)
    check_output(output, source=resume or "")
    check_output(save, source=resume or "")
    taxonomy = chosen_taxonomy(own)
    if questions:
        from skillgap.gap.answering import written_answers

        write_output(written_answers(taxonomy.fit), output)
        return
    chosen = output_format or format_of(output, BY_SUFFIX, PageFormat.TEXT)
    from skillgap.pipeline import check_fit, find_level, find_role
    from skillgap.report.fit_page import FitPage
    from skillgap.report.fit_rendering import render_fit
    from skillgap.resume.parsing import checked_as_of

    target, at, when = find_role(role, taxonomy), find_level(level), checked_as_of(as_of)
    document = started_reading(resume, resume, timeout, memory).result() if resume is not None else None
    given = taken_answers(answers, save, taxonomy.fit)
    found = check_fit(target, given, taxonomy, document=document, level=at, as_of=when)
    page = FitPage(role=target.id, label=target.label, fit=found)
    width, color = width_and_color(output)
    write_output(render_fit(page, chosen, width=width, color=color), output)


def refuse_contradictions(answers: Path | None, save: Path | None, resume: str | None, *, questions: bool) -> None:
    if questions and (answers or save or resume):
        raise UsageError("--questions only prints the questions", hint="leave out --answers, --save and --resume")
    if answers and save:
        raise UsageError("--answers reads answers and --save keeps new ones", hint="name one of them")
    if resume == "-":
        raise UsageError("the résumé can't come from standard input, where the answers do", hint="name a file")


def taken_answers(answers: Path | None, save: Path | None, questionnaire: "Questionnaire") -> "Answers":
    from skillgap.gap.answering import read_answers, written_answers

    if answers is not None:
        return read_answers(answers, questionnaire)
    given = ask_all(questionnaire)
    if save is not None:
        write_output(written_answers(questionnaire, given), save)
    return given
