"""The questionnaire in the terminal: questions on stderr, a line of stdin for each answer, so that the result alone is on stdout."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from skillgap.cli.outputs import tell
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.gap.fit_types import Answers
    from skillgap.taxonomy.questionnaire import Questionnaire

LONGEST = 1000
BACK = "b"


def ask_all(questionnaire: "Questionnaire") -> "Answers":
    """Ask one question after the other; `b` goes back to the one before. Raises UsageError where the answers end too soon."""
    from skillgap.gap.fit_types import Answers

    questions = [(each.id, each.text, questionnaire.scale) for each in questionnaire.statements]
    choices = [(each.id, each.question, tuple(o.label for o in each.options)) for each in questionnaire.circumstances]
    asked = [*questions, *choices]
    tell(f"{len(asked)} short questions. There is no right answer; a number and Enter for each, {BACK} to go back.")
    given: list[int] = []
    while len(given) < len(asked):
        _, text, options = asked[len(given)]
        answer = ask(f"{len(given) + 1} of {len(asked)}: {text}", options, place=len(given) + 1)
        given = given[:-1] if answer is None else [*given, answer]
    statements = dict(zip((key for key, _, _ in questions), given, strict=False))
    picked = zip(questionnaire.circumstances, given[len(questions) :], strict=True)
    return Answers(statements, {each.id: each.options[number - 1].id for each, number in picked})


def ask(question: str, options: Sequence[str], *, place: int) -> int | None:
    """The number of the option chosen, from 1; None to go back. Asks again until it is one."""
    tell(f"\n{question}\n" + "   ".join(f"{number} {label}" for number, label in enumerate(options, 1)))
    allowed = {str(number): number for number, _ in enumerate(options, 1)}
    while True:
        said = next_line(place)
        if said in allowed:
            return allowed[said]
        if said.casefold() == BACK:
            return None
        tell(f"Please type a number from 1 to {len(options)}, or {BACK} to go back.")


def next_line(place: int) -> str:
    if sys.stdin is None:
        raise UsageError("standard input is closed", hint="--answers takes a file")
    line = sys.stdin.buffer.readline(LONGEST)
    if not line:
        raise UsageError(
            f"the answers end before question {place}", hint="`skillgap fit --questions` prints a file for --answers"
        )
    return line.decode("utf-8", errors="replace").strip()
