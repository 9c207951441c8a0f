"""What the models are trained on: the texts of `training/` and the annotated résumés that are developed on."""

from collections.abc import Iterator
from pathlib import Path

from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.types import Document
from skillgap.errors import PersonaError
from skillgap.evaluation.gold_resumes import plain_text, printed_from
from skillgap.resume.content import NO_HEADING
from skillgap.resume.features import features_of
from skillgap.resume.heading_words import bare_heading
from skillgap.resume.parsing import shipped_grammar
from skillgap.taxonomy.loading import shipped_words
from skillgap.training.entries import role_examples
from skillgap.training.heads import head_examples
from skillgap.training.linear import Example
from skillgap.training.schooling import schooling_examples
from skillgap.training.sequences import MarkedUnits

JOINED = {
    "organizations": "organization",
    "schools": "organization",
    "titles": "title",
    "degrees": "degree",
    "studies": "study",
    "projects": "project",
    "others": "other",
}
"""Files of `training/fields` and the kind of field that their lines are."""


def example(text: str, kind: str) -> Example:
    return Example(text, features_of(text), kind)


def fields(folder: Path) -> Iterator[Example]:
    for path in sorted((folder / "fields").glob("*.txt")):
        yield from (example(line, JOINED[path.stem]) for line in lines(path))


def sections(folder: Path) -> Iterator[Example]:
    for path in sorted((folder / "lines").glob("*.txt")):
        yield from (example(line, path.stem) for line in lines(path))


def headings(folder: Path) -> Iterator[Example]:
    """People's own words, the phrases of the cues, and short lines that are no headings: fields of entries, lines of sections."""
    seen = set()
    for line in lines(folder / "headings" / "headings.txt"):
        kind, _, heading = line.partition(": ")
        seen.add(heading.casefold())
        yield example(heading, kind)
    for kind, phrases in shipped_words().cues.headings.items():
        yield from (example(phrase, kind) for phrase in phrases if phrase.casefold() not in seen)
        seen.update(phrase.casefold() for phrase in phrases)
    for path in (*sorted((folder / "fields").glob("*.txt")), *sorted((folder / "lines").glob("*.txt"))):
        yield from (
            example(line, NO_HEADING) for line in lines(path) if bare_heading(line) and line.casefold() not in seen
        )


def heads(folder: Path) -> Iterator[MarkedUnits]:
    """Headings of entries alone, and those of whole résumés; needs the model of fields."""
    return head_examples([*sorted((folder / "heads").glob("*.txt")), *developed()], shipped_grammar())


def entries(folder: Path) -> Iterator[MarkedUnits]:
    """Sections of whole résumés, and those that are nothing but headings; needs the models of sections and fields."""
    for source in (*sorted((folder / "heads").glob("*.txt")), *developed()):
        yield from role_examples(document_of(source), source, shipped_grammar())


def degrees(folder: Path) -> Iterator[MarkedUnits]:
    """Education entries alone, and those of whole résumés; needs the model of fields."""
    return schooling_examples([*sorted((folder / "education").glob("*.txt")), *developed()], shipped_grammar())


def developed() -> list[Path]:
    annotated = sorted(Path("tests/resumes/developed").glob("*.txt"))
    return [path for path in annotated if not path.name.endswith(".printed.txt")]


def document_of(source: Path) -> Document:
    """The file printed from it, or its text set plainly."""
    try:
        return read_document(printed_from(source))
    except PersonaError:
        return document_of_text(plain_text(source), name=source.name)


def lines(path: Path) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()))
