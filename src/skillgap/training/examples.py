"""What the models are trained on: the texts of `training/` and the annotated résumés that are developed on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.types import Document
from skillgap.errors import PersonaError
from skillgap.evaluation.gold_resumes import CONTACT, HEADING, plain_text, printed_from, read_gold_resume
from skillgap.resume.content import NO_HEADING
from skillgap.resume.features import features_of
from skillgap.resume.heading_words import bare_heading
from skillgap.resume.parsing import shipped_grammar
from skillgap.taxonomy.loading import shipped_words
from skillgap.training.entries import role_examples
from skillgap.training.heads import POSTS, PROJECTS, head_examples
from skillgap.training.linear import Example
from skillgap.training.schooling import schooling_examples
from skillgap.training.sequences import MarkedUnits

COMMON = 2
"""A heading that so many other résumés have is nobody's own words."""
ANNOTATED = Path("tests/resumes/developed")
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


def sections(folder: Path, without: Sequence[Path] = ()) -> Iterator[Example]:
    """Lines alone and those of whole résumés, each once; none that one of the résumés `without` has."""
    seen = {line for resume in map(read_gold_resume, without) for section in resume.sections for line in section.lines}
    for path in sorted((folder / "lines").glob("*.txt")):
        own = [line for line in lines(path) if line not in seen]
        seen.update(own)
        yield from (example(line, path.stem) for line in own)
    for resume in (read_gold_resume(path) for path in sources() if path not in without):
        for section in resume.sections:
            kind = section.kind or CONTACT
            yield from (example(line, kind) for line in section.lines if line not in seen)
            seen.update(section.lines)


def headings(folder: Path, without: Sequence[Path] = ()) -> Iterator[Example]:
    """People's own words, the phrases of the cues, and short lines that are no headings: fields of entries, lines of sections.

    None that only the résumés `without` and no two others have.
    """
    kept = [path for path in sources() if path not in without]
    used = Counter(heading.casefold() for path in kept for _, heading in printed_headings(path))
    own = {heading.casefold() for path in without for _, heading in printed_headings(path)}
    seen = {heading for heading in own if used[heading] < COMMON}
    written = [line.partition(": ") for line in lines(folder / "headings" / "headings.txt")]
    yield from (example(heading, kind) for kind, _, heading in written if heading.casefold() not in seen)
    seen.update(heading.casefold() for _, _, heading in written)
    for kind, phrases in shipped_words().cues.headings.items():
        yield from (example(phrase, kind) for phrase in phrases if phrase.casefold() not in seen)
        seen.update(phrase.casefold() for phrase in phrases)
    for kind, heading in (each for path in kept for each in printed_headings(path)):
        if heading.casefold() not in seen:
            seen.add(heading.casefold())
            yield example(heading, kind)
    others = [
        line
        for path in (*sorted((folder / "fields").glob("*.txt")), *sorted((folder / "lines").glob("*.txt")))
        for line in lines(path)
    ]
    others += [line for path in kept for section in read_gold_resume(path).sections for line in section.lines]
    for line in others:
        if bare_heading(line) and line.casefold() not in seen:
            yield example(line, NO_HEADING)


def heads(folder: Path) -> Iterator[MarkedUnits]:
    """Headings of posts alone, and those of whole résumés; needs the model of fields."""
    return head_examples(with_headings(folder), POSTS, shipped_grammar())


def projects(folder: Path) -> Iterator[MarkedUnits]:
    return head_examples(with_headings(folder), PROJECTS, shipped_grammar())


def with_headings(folder: Path) -> list[Path]:
    return [*sources(folder / "heads"), *sources(folder / "entries"), *sources()]


def entries(folder: Path) -> Iterator[MarkedUnits]:
    """Sections of whole résumés, sections alone, and headings alone; needs the models of sections and fields."""
    alone = [path for name in ("heads", "education", "entries") for path in sources(folder / name)]
    for source in (*alone, *sources()):
        yield from role_examples(document_of(source), source, shipped_grammar())


def degrees(folder: Path) -> Iterator[MarkedUnits]:
    """Education entries alone, and those of whole résumés; needs the model of fields."""
    return schooling_examples([*sources(folder / "education"), *sources()], shipped_grammar())


def sources(folder: Path = ANNOTATED) -> list[Path]:
    """The annotated résumés in a folder, without what is printed from them."""
    return [path for path in sorted(folder.glob("*.txt")) if not path.name.endswith(".printed.txt")]


def printed_headings(path: Path) -> Iterator[tuple[str, str]]:
    """The kind and the words of each heading."""
    for line in path.read_text("utf-8").splitlines():
        if (heading := HEADING.match(line)) and heading[3]:
            yield heading[1], heading[3].strip()


def document_of(source: Path) -> Document:
    """The file printed from it, or its text set plainly."""
    try:
        return read_document(printed_from(source))
    except PersonaError:
        return document_of_text(plain_text(source), name=source.name)


def lines(path: Path) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()))
