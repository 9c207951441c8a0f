"""What parsing gives: logical lines in sections and entries, each pointing back at the document's text."""

from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

from skillgap.documents.types import Box


class SectionKind(StrEnum):
    """`header` is what stands before the first heading: the name, contact details, sometimes a headline."""

    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    OPEN_SOURCE = "open_source"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    PUBLICATIONS = "publications"
    TALKS = "talks"
    VOLUNTEERING = "volunteering"
    AWARDS = "awards"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    MILITARY = "military"
    PATENTS = "patents"
    OTHER = "other"


class PageBox(Struct, frozen=True):
    page: int
    box: Box


class Piece(Struct, frozen=True):
    """A run of a logical line's text that stands in one visual line: `text[offset:]` begins at `start` in the document."""

    offset: int
    start: int
    end: int


class LogicalLine(Struct, frozen=True, kw_only=True):
    """A bullet, paragraph or heading put together again from the visual lines that it was wrapped over."""

    text: str
    pieces: tuple[Piece, ...]
    page: int
    boxes: tuple[PageBox, ...]
    is_item: bool
    is_bold: bool
    follows_gap: bool
    font_size: float | None = None
    section: int = 0
    entry: int | None = None

    def place(self, offset: int) -> int:
        """Return where a character of this line stands in the document's text."""
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda each: each.offset) - 1]
        return min(piece.start + offset - piece.offset, piece.end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the document's half-open span for a half-open span of this line."""
        return self.place(start), self.place(end - 1) + 1

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end


class Section(Struct, frozen=True):
    """`is_known` says that the heading's words name the kind; else what stands under it does, or nothing."""

    kind: SectionKind
    heading: str
    page: int
    start: int
    end: int
    is_known: bool = True


class DateRange(Struct, frozen=True):
    """Dates as far as the page says them: `YYYY` or `YYYY-MM`. An open end is `is_current`."""

    start: str | None
    end: str | None
    is_current: bool = False
    is_expected: bool = False


class Entry(Struct, frozen=True, kw_only=True):
    """A job, project, degree and so on; `line_numbers` are positions in `Resume.lines`, the first `head_count` its heading.

    `degree`, `study` (its field), `grade` and `courses` (lines that list them) are for education alone, where `title` is the
    degree with its field.
    `organization` may be printed elsewhere: above the several posts of one employer. `title_row` and `organization_row` are
    the heading's rows that say so, -1 where it is an earlier entry's; `full_title` is the title if `organization` should turn
    out to be a department. `has_employers_dates` says that the only ones stand in the employer's row above the title.
    `is_self_employed` says that the heading has no employer to name, `is_break` that it is a career break,
    parental leave and the like. `told_since` is when the first of several posts began whose lines all stand here, at the latest
    of them.
    """

    kind: SectionKind
    section: int
    title: str | None
    organization: str | None
    location: str | None
    dates: DateRange | None
    head_count: int
    line_numbers: tuple[int, ...]
    degree: str | None = None
    study: str | None = None
    grade: str | None = None
    courses: tuple[str, ...] = ()
    is_internship: bool = False
    title_row: int | None = None
    organization_row: int | None = None
    full_title: str | None = None
    has_employers_dates: bool = False
    is_self_employed: bool = False
    is_break: bool = False
    told_since: str | None = None

    @property
    def work_kind(self) -> SectionKind:
        """Its kind as work: what somebody does in a career break is a project of their own."""
        return SectionKind.PROJECTS if self.is_break else self.kind

    @property
    def told_dates(self) -> DateRange | None:
        """The time that the entry's lines tell of."""
        if self.dates is None or self.told_since is None:
            return self.dates
        return DateRange(self.told_since, self.dates.end, self.dates.is_current)


class Resume(Struct, frozen=True, kw_only=True):
    """No evidence is read where it says who somebody is: in the lines `identity`, by number, and at `names`, within others.

    `names` are the places that name the person: a line's number and a half-open span of its text.
    """

    lines: tuple[LogicalLine, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    identity: frozenset[int] = frozenset()
    names: tuple[tuple[int, int, int], ...] = ()

    def kind_of(self, line: LogicalLine) -> SectionKind:
        return self.sections[line.section].kind

    def entry_of(self, line: LogicalLine) -> Entry | None:
        return self.entries[line.entry] if line.entry is not None else None

    def is_head(self, number: int) -> bool:
        """Say whether the line of that number belongs to the heading of an entry."""
        entry = self.entry_of(self.lines[number])
        return entry is not None and number in entry.line_numbers[: entry.head_count]
