"""Examples for the model of sequences of sections: the lines of annotated résumés, as they stand and without their headings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from skillgap.documents.reading import read_document
from skillgap.evaluation.gold_resumes import printed_from, read_gold_resume
from skillgap.evaluation.printed_places import placed
from skillgap.resume.classifier import Classifier
from skillgap.resume.content import heading_shares, line_shares
from skillgap.resume.parsing import ResumeGrammar, headed_lines
from skillgap.resume.section_steps import KINDS, Place, Seen, Step, seen, steps_of
from skillgap.resume.sections import parts_of
from skillgap.resume.types import SectionKind
from skillgap.training.examples import headings, sections, sources
from skillgap.training.linear import Recipe, train

FOLDS = 4
"""What a line says is asked of models that have not seen its résumé, as in use; so many are trained for that."""
FEWEST_LINES = 4
HEADER, OTHER = KINDS.index(SectionKind.HEADER), KINDS.index(SectionKind.OTHER)


class Lines(Struct, frozen=True):
    """What is seen of each line of a résumé, and the number of its kind."""

    origin: str
    seen: Sequence[Seen]
    kinds: Sequence[int]


def sequences(folder: Path, lines: Recipe, headed: Recipe, grammar: ResumeGrammar) -> Iterator[Lines]:
    """Two of each résumé, with and without its headings; `lines` and `headed` are how the models asked are fitted."""
    for fold in range(FOLDS):
        own = [path for path in sources() if fold_of(path) == fold]
        of_lines = Classifier(train(list(sections(folder, own)), lines))
        of_headings = Classifier(train(list(headings(folder, own)), headed))
        for path in own:
            steps, kinds = labelled_steps(path, grammar)
            for some in (steps, [bare(step) for step in steps]) if len(steps) >= FEWEST_LINES else ():
                looks = seen(
                    some,
                    lambda text: line_shares(text, of_lines),  # noqa: B023 - used within the turn
                    lambda text: heading_shares(text, of_headings),  # noqa: B023
                )
                yield Lines(path.stem, looks, [kind_in_place(*each) for each in zip(some, kinds, strict=True)])


def fold_of(path: Path) -> int:
    return int(sha256(path.stem.encode()).hexdigest(), 16) % FOLDS


def bare(step: Step) -> Step:
    return msgspec.structs.replace(step, heading=None, place=Place.BARE, depth=0)


def kind_in_place(step: Step, kind: int) -> int:
    """Contact details under a heading are a section of the other kind."""
    return OTHER if kind == HEADER and step.place is Place.HEADED else kind


def labelled_steps(path: Path, grammar: ResumeGrammar) -> tuple[list[Step], list[int]]:
    """The lines as read, and the kind of the section that most letters of each stand in; what is in none is as the line above."""
    document = read_document(printed_from(path))
    found, lines = headed_lines(document, grammar)
    columns = [part.start for part in parts_of(document, found) if not part.heading]
    steps = steps_of(lines, columns, found)
    text, used = placed(document), set[int]()
    gold = {
        place: KINDS.index(section.kind or SectionKind.HEADER)
        for section in read_gold_resume(path).sections
        for line in section.lines
        for place in text.find_line(line, used)
    }
    kinds: list[int] = []
    for step in steps:
        own = Counter(
            gold[place] for piece in step.line.pieces for place in range(piece.start, piece.end) if place in gold
        )
        kinds.append(own.most_common(1)[0][0] if own else kinds[-1] if kinds else HEADER)
    return steps, kinds
