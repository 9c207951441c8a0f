"""Signs that a page is written for a machine rather than a reader. Each is a warning with its place; none changes a score."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from textwrap import shorten

from skillgap.documents.types import Document, ReadingWarning, WarningCode
from skillgap.evidence.cue_grammar import words_of
from skillgap.evidence.orders import OrderReader, order_reader
from skillgap.evidence.stuffing import LONGEST_QUOTE, stuffing_warnings
from skillgap.evidence.types import SkillProfile
from skillgap.evidence.use import EMPLOYMENT, WORK
from skillgap.resume.intervals import MAXIMUM_AHEAD, month_number, month_span
from skillgap.resume.types import Entry, LogicalLine, Resume
from skillgap.taxonomy.words import Cues

AT_ONCE = 4
"""Jobs held at one time, as directors of several boards may hold them …"""
MONTHS_AT_ONCE = 12
"""… for so long."""
LEAST_COPIED, MOST_COPIED = 6, 2
"""Words that nobody shares with a posting by chance; and how many such lines are no more than an echo."""


def integrity_warnings(  # noqa: PLR0913, PLR0917 - all that a page is held against
    document: Document, resume: Resume, profile: SkillProfile, cues: Cues, as_of: str, posting: Sequence[str] = ()
) -> list[ReadingWarning]:
    """`posting` are the lines of the one that the résumé is held against."""
    return [
        *order_warnings(document, resume, order_reader(cues)),
        *stuffing_warnings(profile),
        *copying_warnings(resume, posting),
        *date_warnings(resume, as_of),
    ]


def order_warnings(document: Document, resume: Resume, reader: OrderReader) -> Iterator[ReadingWarning]:
    """Text that tells a machine what to make of the page, whether people can see it or not."""
    seen = [(line.text, line.page, "") for line in resume.lines]
    unseen = [(hidden.text, hidden.page, " that people cannot see") for hidden in document.hidden]
    for text, page, how in (*seen, *unseen):
        if reader.is_order(text):
            message = (
                f"text{how} speaks to a machine rather than a reader: “{shortened(text)}”; it changes nothing here"
            )
            yield ReadingWarning(WarningCode.INSTRUCTION_TEXT, message, page)


def copying_warnings(resume: Resume, posting: Sequence[str]) -> Iterator[ReadingWarning]:
    copied = copied_from(posting, resume)
    if len(copied) > MOST_COPIED:
        message = (
            f"{len(copied)} lines stand word for word in the posting, such as “{shortened(copied[0].text)}”; "
            "say in your own words what you did"
        )
        yield ReadingWarning(WarningCode.KEYWORD_STUFFING, message, copied[0].page)


def copied_from(posting: Sequence[str], resume: Resume) -> list[LogicalLine]:
    """The lines of six words or more that stand word for word in one line of the posting, each once."""
    known = [f" {' '.join(words_of(line))} " for line in posting]
    lines = {words: line for line in resume.lines if len(words := words_of(line.text)) >= LEAST_COPIED}
    return [line for words, line in lines.items() if any(f" {' '.join(words)} " in text for text in known)]


def date_warnings(resume: Resume, as_of: str) -> Iterator[ReadingWarning]:
    """Jobs that end before they begin, more of them at one time than anybody holds, and what begins after the present."""
    jobs = [
        entry for entry in resume.entries if entry.work_kind in EMPLOYMENT and entry.dates and not entry.is_internship
    ]
    for job in jobs:
        dates = job.dates
        if dates and dates.start and dates.end and month_number(dates.end, is_end=True) < month_number(dates.start):
            message = f"{named(job)} ends ({dates.end}) before it begins ({dates.start})"
            yield ReadingWarning(WarningCode.OVERLAPPING_DATES, message, page_of(job, resume))
    if crowd := at_once(jobs, as_of):
        names = ", ".join(named(job) for job in crowd)
        message = f"{len(crowd)} jobs are held at the same time for more than {MONTHS_AT_ONCE} months: {names}"
        yield ReadingWarning(WarningCode.OVERLAPPING_DATES, message, page_of(crowd[0], resume))
    dated = [entry for entry in resume.entries if entry.kind in WORK and entry.dates and entry.dates.start]
    if ahead := [entry for entry in dated if begins_after(entry, as_of)]:
        count = f"{len(ahead)} of {len(dated)} dated jobs and projects begin{'s' * (len(ahead) == 1)}"
        message = (
            f"{count} after {as_of}, which is taken for the present: no month of them counts; see {named(ahead[0])}"
        )
        yield ReadingWarning(WarningCode.OVERLAPPING_DATES, message, page_of(ahead[0], resume))
    for entry in dated:
        if entry not in ahead and ends_far_ahead(entry, as_of):
            message = f"{named(entry)} ends long after {as_of}, which is taken for the present: it counts until then"
            yield ReadingWarning(WarningCode.OVERLAPPING_DATES, message, page_of(entry, resume))


def begins_after(entry: Entry, as_of: str) -> bool:
    dates = entry.dates
    return dates is not None and dates.start is not None and month_number(dates.start) > month_number(as_of)


def ends_far_ahead(entry: Entry, as_of: str) -> bool:
    """As a slip of the pen does, and what is planned for the years to come."""
    dates = entry.dates
    if dates is None or dates.end is None or dates.is_expected:
        return False
    return month_number(dates.end) > month_number(as_of) + MAXIMUM_AHEAD


def at_once(jobs: Sequence[Entry], as_of: str) -> list[Entry]:
    """The jobs of the month in which most are held, if that many are for long."""
    held: dict[int, list[Entry]] = defaultdict(list)
    for job in jobs:
        span = month_span(job.dates, as_of) if job.dates else None
        for month in range(*span) if span else ():
            held[month].append(job)
    crowded = [month for month, own in held.items() if len(own) > AT_ONCE]
    return max((held[month] for month in crowded), key=len) if len(crowded) > MONTHS_AT_ONCE else []


def named(job: Entry) -> str:
    return " at ".join(filter(None, (job.title, job.organization))) or "a job"


def page_of(job: Entry, resume: Resume) -> int:
    return resume.lines[job.line_numbers[0]].page


def shortened(text: str) -> str:
    return shorten(text, LONGEST_QUOTE, placeholder="…")
