"""One candidate of a finished run, as a user names it: by file, by the beginning of an id, or by rank."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from msgspec import Struct
from rapidfuzz import process

from skillgap.batch.journal import Journal
from skillgap.batch.known import known_analysis, known_document
from skillgap.batch.naming import file_name
from skillgap.batch.ranking import bands_of, places
from skillgap.documents.sources import printable
from skillgap.documents.types import Document
from skillgap.errors import UsageError
from skillgap.pipeline.analyzing import NAME_LENGTH
from skillgap.report.types import Analysis
from skillgap.report.wording import clean_text

FEWEST_LETTERS = 4
MOST_LISTED = 3
WORD = re.compile(r"[^\W_]+")
LIKENESS = 60.0
"""Of 100, from which a name may be what was meant."""


class Place(Struct, frozen=True, kw_only=True):
    """As in `Ranked`; `of` counts the candidates, each content once."""

    rank: int
    best: int
    worst: int
    of: int

    @property
    def sentence(self) -> str:
        fair = f"; any from {self.best} to {self.worst} would be fair" if self.best < self.worst else ""
        return f"rank {self.rank:,} of {self.of:,}{fair}"


class Found(Struct, frozen=True, kw_only=True):
    """`name` is the input's, as the ranking has it. The analysis goes by the file's name without its folders."""

    name: str
    place: Place
    analysis: Analysis

    @property
    def called(self) -> str:
        return called(self.analysis.document.sha256, self.name)


def find(journal: Journal, wanted: str) -> Found:
    """Find the candidate whose file's name (or a word of it), id (or its first four letters and more), or rank (`3`, `#3`) that is.

    Raises UsageError where nobody is meant, or more than one, and says who comes near.
    """
    wanted = printable(wanted)
    with of_this_version():
        contents = contents_meant(journal, wanted)
        if not contents:
            raise nobody(journal, wanted)
        if len(contents) > 1:
            raise several(journal, wanted, contents)
        return found_in(journal, contents[0], wanted)


@contextmanager
def of_this_version() -> Iterator[None]:
    try:
        yield
    except (msgspec.MsgspecError, zlib.error) as error:
        raise UsageError(
            "the results were written by another version of skillgap", hint="give the same skillgap rank command again"
        ) from error


def contents_meant(journal: Journal, wanted: str) -> list[str]:
    named = journal.contents_named(wanted)
    if named:
        return named
    if wanted.startswith("#"):
        return of_rank(journal, wanted[1:])
    like = journal.contents_like(wanted.casefold()) if len(wanted) >= FEWEST_LETTERS else []
    return like + of_rank(journal, wanted) or in_any_folder(journal, wanted) or with_word(journal, wanted)


def of_rank(journal: Journal, wanted: str) -> list[str]:
    if not is_number(wanted):
        return []
    found = []
    for rank, sha256 in ranked_contents(journal):
        if rank == int(wanted):
            found.append(sha256)
        elif rank > int(wanted):
            break
    return found


def is_number(wanted: str) -> bool:
    return wanted.isascii() and wanted.isdecimal() and len(wanted) < NAME_LENGTH


def ranked_contents(journal: Journal) -> Iterator[tuple[int, str]]:
    number, rank, previous = 0, 0, ("", -1.0)
    for _, row in journal.rows():
        if row.sha256 != previous[0]:
            number += 1
            rank = rank if row.score == previous[1] else number
            previous = row.sha256, row.score
            yield rank, row.sha256


def in_any_folder(journal: Journal, wanted: str) -> list[str]:
    found = [each.sha256 for each in journal.inputs() if each.code is None and file_name(each.name) == wanted]
    return list(dict.fromkeys(sha256 for sha256 in found if sha256 is not None))


def with_word(journal: Journal, wanted: str) -> list[str]:
    """Files in whose name that is a word: `ruiz` for `03_dba_ana_ruiz.pdf`."""
    if len(wanted) < FEWEST_LETTERS:
        return []
    named = [
        each
        for each in journal.inputs()
        if each.code is None and wanted.casefold() in WORD.findall(unfoldered(each.name))
    ]
    return list(dict.fromkeys(each.sha256 for each in named if each.sha256 is not None))


def found_in(journal: Journal, sha256: str, wanted: str) -> Found:
    names = [each.name for each in journal.inputs() if each.sha256 == sha256]
    name = next((each for each in names if wanted in {each, file_name(each)}), names[0])
    analysis = known_analysis(journal, sha256, clean_text(name))
    return Found(name=name, place=place_of(journal, analysis), analysis=analysis)


def place_of(journal: Journal, analysis: Analysis) -> Place:
    bands = bands_of(journal)
    best, worst = places(*analysis.score.band, bands)
    rank = 1 + bisect_left(bands.scores, -analysis.score.overall)
    return Place(rank=rank, best=best, worst=worst, of=len(bands.scores))


def kept_document(journal: Journal, found: Found) -> Document | None:
    """What was read of the file; None in a blind folder, which keeps none."""
    with of_this_version():
        summary = found.analysis.document
        return known_document(journal, summary.sha256, summary.name)


def several(journal: Journal, wanted: str, contents: list[str]) -> UsageError:
    firsts = [(sha256, journal.first_of(sha256)) for sha256 in contents[:MOST_LISTED]]
    listed = [called(sha256, first.name if first else "") for sha256, first in firsts]
    more = f" and {len(contents) - MOST_LISTED} more" if len(contents) > MOST_LISTED else ""
    return UsageError(f"{wanted!r} may be any of {', '.join(listed)}{more}", hint="say the whole id")


def called(sha256: str, name: str) -> str:
    identifier = sha256[:NAME_LENGTH]
    return identifier if name == identifier else f"{identifier} ({clean_text(name)})"


def unfoldered(name: str) -> str:
    return file_name(name).casefold()


def nobody(journal: Journal, wanted: str) -> UsageError:
    for each in journal.skipped():
        if wanted in {each.name, file_name(each.name)}:
            return UsageError(f"{clean_text(each.name)}: was skipped: {clean_text(each.reason or '')}")
    if is_number(wanted.removeprefix("#")):
        return no_rank(journal, int(wanted.removeprefix("#")))
    known = [each.name for each in journal.inputs() if each.code is None]
    known += [sha256[:NAME_LENGTH] for sha256 in journal.contents_like("")]
    near = process.extract(
        wanted, list(dict.fromkeys(known)), processor=unfoldered, limit=MOST_LISTED, score_cutoff=LIKENESS
    )
    hint = f"did you mean {' or '.join(clean_text(name) for name, *_ in near)}?" if near else ""
    return UsageError(
        f"no candidate {wanted!r}: that is no file of the ranking, no id or four letters of one, no rank", hint=hint
    )


def no_rank(journal: Journal, wanted: int) -> UsageError:
    ranks = [rank for rank, _ in ranked_contents(journal)]
    near = {
        max((rank for rank in ranks if rank < wanted), default=0),
        min((rank for rank in ranks if rank > wanted), default=0),
    }
    said = " and ".join(str(rank) for rank in sorted(near) if rank)
    return UsageError(f"no candidate has the rank {wanted}", hint=f"the nearest: {said}" if said else "")
