"""When somebody studied, which tells about how old they are: on request, the years in the lines of their studies."""

import re
from collections.abc import Iterator

from skillgap.resume.redacted_text import Redaction
from skillgap.resume.types import LogicalLine, Resume, SectionKind

YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d{2}|['’]\d{2})(?!\d)")
REPLACEMENT = "[year]"
LETTER = re.compile(r"[^\W\d_]")


class StudyYears:
    """Finds them where the lines stand in the document, and in strings that quote such a line."""

    def __init__(self, resume: Resume) -> None:
        self.lines = tuple(line for line in resume.lines if is_of_studies(line, resume) and YEAR.search(line.text))
        quoted = {" ".join(line.text.split()) for line in self.lines if LETTER.search(line.text)}
        self._quoted = re.compile("|".join(flexible(each) for each in sorted(quoted, key=len, reverse=True)) or r"(?!)")

    def find_in_document(self) -> Iterator[Redaction]:
        for line in self.lines:
            for year in YEAR.finditer(line.text):
                yield Redaction(*line.span(*year.span()), REPLACEMENT)

    def find(self, text: str) -> Iterator[Redaction]:
        for line in self._quoted.finditer(text):
            for year in YEAR.finditer(text, *line.span()):
                yield Redaction(*year.span(), REPLACEMENT)


def is_of_studies(line: LogicalLine, resume: Resume) -> bool:
    entry = resume.entry_of(line)
    return (entry.kind if entry else resume.kind_of(line)) is SectionKind.EDUCATION


def flexible(line: str) -> str:
    return r"\s+".join(re.escape(word) for word in line.split())
