"""Answers to the questionnaire, as a file that people fill in: YAML, or JSON where its name says so. Untrusted like any input."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from skillgap.errors import UsageError, unknown
from skillgap.gap.fit_types import Answers
from skillgap.taxonomy.questionnaire import Questionnaire

LARGEST = 65_536
JSON = ".json"
SHOWN = 40
"""Letters of a wrong answer that an error repeats."""
PRINT = "`skillgap fit --questions` prints a file to fill in"


def read_answers(path: Path, questionnaire: Questionnaire) -> Answers:
    """Raises UsageError with one line where the file can't be read, lacks an answer, or has one that is not asked for."""
    name = "".join(letter if letter.isprintable() else "?" for letter in str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: can't be read: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > LARGEST:
        raise UsageError(f"{name}: is too long for a file of answers")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: is not UTF-8") from error
    given = from_json(text, name) if path.suffix.casefold() == JSON else from_yaml(text, name)
    return checked_answers(given, questionnaire, where=f"{name}: ")


def from_json(text: str, name: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"{name}: is not JSON: {error}") from error


def from_yaml(text: str, name: str) -> Any:
    from skillgap.taxonomy.authoring.yaml_files import Faults, composed_text, plain

    faults = Faults()
    root = composed_text(text, Path(name), faults)
    given = None if root is None else plain(root, Path(name), faults)
    if faults:
        raise UsageError(faults[0])
    return given


def checked_answers(given: Any, questionnaire: Questionnaire, *, where: str = "") -> Answers:
    """Answers by id; every statement and every circumstance needs one."""
    if not isinstance(given, Mapping):
        raise UsageError(f"{where}should have a line `id: answer` for each question", hint=PRINT)
    asked = allowed_answers(questionnaire)
    for key in given:
        if key not in asked:
            error = unknown("question", str(key), asked)
            raise UsageError(f"{where}there is no question {shown(key)}", hint=error.hint or PRINT)
    open_ones = [key for key in asked if given.get(key) in (None, "")]
    if open_ones:
        more = f" and to {len(open_ones) - 1} more" if len(open_ones) > 1 else ""
        raise UsageError(f"{where}there is no answer to {open_ones[0]!r}{more}", hint=PRINT)
    for key, allowed in asked.items():
        if word_of(given[key]) not in allowed:
            raise UsageError(f"{where}{key}: {shown(given[key])} is no answer; allowed: {', '.join(allowed)}")
    return Answers(
        statements={each.id: int(given[each.id]) for each in questionnaire.statements},
        circumstances={each.id: str(given[each.id]) for each in questionnaire.circumstances},
    )


def word_of(value: Any) -> str | None:
    """A word or a small number as written; None for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if type(value) is int and abs(value) < LARGEST else None


def shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def allowed_answers(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    scale = tuple(str(n) for n, _ in enumerate(questionnaire.scale, 1))
    choices = {each.id: tuple(option.id for option in each.options) for each in questionnaire.circumstances}
    return {each.id: scale for each in questionnaire.statements} | choices


def written_answers(questionnaire: Questionnaire, answers: Answers | None = None) -> str:
    """The answers as YAML, each under its question; without any, the file to fill in."""
    return "\n".join(answer_lines(questionnaire, answers)) + "\n"


def answer_lines(questionnaire: Questionnaire, answers: Answers | None) -> Iterator[str]:
    given: Mapping[str, object] = {**answers.statements, **answers.circumstances} if answers else {}
    scale = ", ".join(f"{n} {label}" for n, label in enumerate(questionnaire.scale, 1))
    yield f"# After each colon a number: {scale}."
    for statement in questionnaire.statements:
        yield from (f"# {statement.text}", f"{statement.id}: {given.get(statement.id, '')}".rstrip())
    yield "# After each colon one of the words in front of the brackets."
    for each in questionnaire.circumstances:
        options = ", ".join(f"{option.id} ({option.label})" for option in each.options)
        yield from (f"# {each.question} {options}", f"{each.id}: {given.get(each.id, '')}".rstrip())
