"""Where a résumé shows a skill in use, summed up for the estimate of a level."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from skillgap.evidence.types import Evidence, Part, Status, Via
from skillgap.resume.intervals import last_months, month_number, months_between
from skillgap.resume.types import DateRange, Resume, SectionKind

Dated = tuple[SectionKind, DateRange | None]
"""The kind of an entry and its dates."""
EMPLOYMENT = {SectionKind.EXPERIENCE, SectionKind.MILITARY}
WORK = EMPLOYMENT | {SectionKind.PROJECTS, SectionKind.OPEN_SOURCE, SectionKind.VOLUNTEERING}
OVERVIEW = {SectionKind.HEADER, SectionKind.SUMMARY}
SLIGHT = {Part.HELPED, Part.VAGUE, Part.NONE}
WORTH_OF_PART = {Part.LED: 1.0, Part.DID: 1.0, Part.HELPED: 0.8, Part.VAGUE: 0.7, Part.NONE: 0.7}
PUBLIC = {SectionKind.OPEN_SOURCE, SectionKind.PATENTS, SectionKind.PUBLICATIONS, SectionKind.TALKS}
WORD = re.compile(r"\w+")
FEWEST_TOLD = 12
"""Different words of a line that tells what was done, rather than names it."""
VOUCHED = 36
"""Months of a job for which one line of it vouches: one line of many jobs' lines is not all their months."""
MOST_VOUCHED, MOST_MONTHS = 96, 180
"""Longer use says no more."""
LONGEST_QUOTE = 600
"""Letters; of a longer line the part around the name is quoted."""
RECENT, NOT_LONG_AGO = 60, 120
"""Months."""
SERVED = EMPLOYMENT | {SectionKind.OPEN_SOURCE}
"""Where others rely on what one does."""
MOST_BESIDE = 12
"""Months of projects that count at all."""
UNDATED = 24
"""Months that jobs without dates count, as nobody knows better."""
WORTH_OF_LINK = 0.9
"""Of a line that proves a skill without naming it."""


class Judged(Struct, frozen=True):
    """One direct evidence with what the estimate needs to know beside it.

    Where it `is_unsaid`, the line only says that something else was done: no claim is made of it.
    """

    evidence: Evidence
    line_number: int
    confidence: float
    is_everyday_word: bool = False
    is_unsaid: bool = False


class Use(Struct, frozen=True):
    """The lines that show a skill in use, each with how surely (1 where they name it); whether it is also said in the summary.

    `own` are those of the lines that show this very skill rather than one that implies it, `depth` those that speak of one's own
    design or lead, `slight` those that tell of a small part or of nothing, `helped` of these the ones that tell of a small part.
    A talk, a paper, a patent or public code is `is_public`; `is_lone_word` says that nothing but one word, which has another
    meaning too, speaks of the skill or of any beside it.
    """

    lines: Mapping[int, float]
    own: frozenset[int] = frozenset()
    depth: frozenset[int] = frozenset()
    slight: frozenset[int] = frozenset()
    helped: frozenset[int] = frozenset()
    is_said: bool = False
    is_public: bool = False
    is_lone_word: bool = False


NO_USE = Use({})


def use_of(judged: Sequence[Judged]) -> Use:
    """A line that stands several times within one entry is one line: the first."""
    shown = [each for each in judged if is_shown(each.evidence)]
    first: dict[tuple[int | None, str], int] = {}
    numbers = [first.setdefault((each.evidence.entry, each.evidence.line), each.line_number) for each in shown]
    lines: dict[int, float] = {}
    for number, each in zip(numbers, shown, strict=True):
        sure = WORTH_OF_LINK if each.evidence.via is Via.PARAPHRASE else 1.0
        lines[number] = max(lines.get(number, 0.0), sure * WORTH_OF_PART[each.evidence.part or Part.DID])
    return Use(
        lines=lines,
        own=frozenset(lines),
        depth=frozenset(number for number, each in zip(numbers, shown, strict=True) if each.evidence.part is Part.LED),
        slight=frozenset(number for number, each in zip(numbers, shown, strict=True) if each.evidence.part in SLIGHT),
        helped=frozenset(
            number for number, each in zip(numbers, shown, strict=True) if each.evidence.part is Part.HELPED
        ),
        is_said=any(each.evidence.status is Status.USED and each.evidence.section in OVERVIEW for each in judged),
        is_public=any(each.evidence.status.is_claim and each.evidence.section in PUBLIC for each in judged),
    )


def is_shown(evidence: Evidence) -> bool:
    """Used in a job, a project and the like, rather than said of oneself in the summary."""
    return evidence.status is Status.USED and evidence.section not in OVERVIEW


def joined(own: Use, others: Iterable[tuple[float, Use]]) -> Use:
    """One's own use of a skill, and that of skills that show it, each with its strength."""
    lines = dict(own.lines)
    depth, slight, helped = set(own.depth), set(own.slight), set(own.helped)
    for strength, use in others:
        for number, sure in use.lines.items():
            lines[number] = max(lines.get(number, 0.0), strength * sure)
        depth |= use.depth
        slight |= use.slight
        helped |= use.helped
    return Use(lines, own.own, frozenset(depth), frozenset(slight), frozenset(helped), own.is_said, own.is_public)


class Career:
    """The entries of a résumé as the estimates ask for them; the months of a set of jobs are worked out once.

    Of a job of `other_trades` no more months count than its lines vouch for.
    """

    def __init__(self, resume: Resume, as_of: str, other_trades: frozenset[int] = frozenset()) -> None:
        self.as_of = as_of
        self._other_trades = other_trades
        self._entries = resume.entries
        self._entry_of = [line.entry for line in resume.lines]
        self._lines = resume.lines
        self._months: dict[frozenset[int], int] = {}
        self._practised: dict[tuple[Dated, ...], int] = {}
        self._since: dict[frozenset[int | None], int] = {}
        self._telling: dict[int, bool] = {}

    def places(self, use: Use) -> dict[int, float]:
        """The entries whose lines show it, each with how surely."""
        found: dict[int, float] = {}
        for number, sure in use.lines.items():
            entry = self._entry_of[number]
            if entry is not None:
                found[entry] = max(found.get(entry, 0.0), sure)
        return found

    def months(self, places: Iterable[int]) -> int:
        """Months of employment in these entries, as a union."""
        jobs = frozenset(place for place in places if self._entries[place].work_kind in EMPLOYMENT)
        if jobs not in self._months:
            dates = [self._entries[job].told_dates for job in sorted(jobs)]
            self._months[jobs] = months_between([each for each in dates if each], self.as_of)
        return self._months[jobs]

    def jobs(self, use: Use) -> int:
        """In how many jobs that have dates it was used."""
        return sum(
            self._entries[place].work_kind in EMPLOYMENT and self._entries[place].dates is not None
            for place in self.places(use)
        )

    def months_of(self, use: Use) -> int:
        """Months of employment in which it was used."""
        places = self.places(use).keys()
        if self._other_trades.isdisjoint(places):
            return self.months(places)
        jobs = [place for place in sorted(places) if self._entries[place].work_kind in EMPLOYMENT]
        return months_between([dates for job in jobs if (dates := self._counted(job, use))], self.as_of)

    def _counted(self, place: int, use: Use) -> DateRange | None:
        """The dates of an entry; of another trade's job the last of its months, as many as the lines vouch for."""
        dates = self._entries[place].told_dates
        if dates is None or place not in self._other_trades:
            return dates
        return last_months(dates, VOUCHED * sum(self._entry_of[number] == place for number in use.lines), self.as_of)

    def months_practised(self, use: Use) -> int:
        """Months in which others relied on it, in jobs and public code; none of a small part alone.

        Those of more than ten years ago count for nothing; those of projects, which may be jobs by another name, for a half, up to a limit.
        """
        numbers = use.lines.keys() - use.slight
        places = {entry for number in numbers if (entry := self._entry_of[number]) is not None}
        dated = tuple((self._entries[place].work_kind, self._counted(place, use)) for place in sorted(places))
        if dated not in self._practised:
            self._practised[dated] = self._months_practised(dated)
        return self._practised[dated]

    def _months_practised(self, kinds: Sequence[Dated]) -> int:
        jobs = [dates for kind, dates in kinds if kind in SERVED and dates]
        projects = [dates for kind, dates in kinds if kind is SectionKind.PROJECTS and dates]
        served, in_all = (months_between(each, self.as_of, within=NOT_LONG_AGO) for each in (jobs, jobs + projects))
        is_undated = any(kind in SERVED and not dates for kind, dates in kinds)
        return served + min(MOST_BESIDE, in_all - served) // 2 + UNDATED * is_undated

    def last_used(self, use: Use) -> str | None:
        """The last month that shows it; none where that is long ago and another line has no dates, as it may be of today."""
        last = latest([self._entries[place].told_dates for place in self.places(use)], self.as_of)
        if last and months_from(last, self.as_of) > RECENT and not self.months_since(use):
            return None
        return last

    def months_since(self, use: Use) -> int:
        """Months since the last use; none where any line has no dates, as it may be of today."""
        entries = frozenset([self._entry_of[number] for number in use.lines])
        if entries not in self._since:
            dates = [self._entries[entry].told_dates if entry is not None else None for entry in entries]
            last = latest(dates, self.as_of) if all(dates) else None
            self._since[entries] = months_from(last, self.as_of) if last else 0
        return self._since[entries]

    def vouched(self, use: Use, months: int) -> int:
        """Of the months of employment those for which the lines vouch."""
        lines = Counter(entry for number in use.lines if (entry := self._entry_of[number]) is not None)
        return min(months, sum(min(self.months([entry]), VOUCHED * count) for entry, count in lines.items()))

    def is_told(self, use: Use) -> bool:
        """Say whether a line tells it in a sentence, and not in a few words."""
        return any(self._tells(number) for number in use.lines)

    def _tells(self, number: int) -> bool:
        if number not in self._telling:
            self._telling[number] = tells(self._lines[number].text)
        return self._telling[number]

    def features(self, use: Use) -> dict[str, float]:
        """What a level is estimated from, each between 0 and 1; more evidence lowers none."""
        months, gone = self.months_of(use), self.months_since(use)
        return {
            "months": min(1.0, months / MOST_MONTHS),
            "vouched": min(1.0, self.vouched(use, months) / MOST_VOUCHED),
            "lines 5": step(sum(use.lines.values()), 3, 5),
            "own 2": step(len(use.own), 1, 2),
            "depth 1": float(len(use.depth) > 0),
            "depth 2": float(len(use.depth) > 1),
            "told": float(self.is_told(use)),
            "said": float(use.is_said),
            "public": float(use.is_public),
            "recent": float(gone <= RECENT),
            "not long ago": float(gone <= NOT_LONG_AGO),
        }


def tells_of_work(number: int, resume: Resume) -> bool:
    """Say whether a line is one of the body of a job, a project or the like."""
    is_work = resume.kind_of(resume.lines[number]) in WORK
    return is_work and number not in resume.identity and not resume.is_head(number)


def tells(line: str) -> bool:
    """Say whether it tells in a sentence, and not in a few words."""
    return len(set(WORD.findall(line.casefold()))) >= FEWEST_TOLD


def months_from(last: str, as_of: str) -> int:
    return month_number(as_of) - month_number(last, is_end=True)


def step(amount: float, low: float, high: float) -> float:
    return max(0.0, min(1.0, (amount - low) / (high - low)))


def latest(ranges: Sequence[DateRange | None], as_of: str) -> str | None:
    """The last month of use, as far as the dates say; never later than `as_of`."""
    ends = [end for dates in ranges if dates and (end := as_of if dates.is_current else dates.end)]
    return min(max(ends, key=lambda date: month_number(date, is_end=True)), as_of) if ends else None


def later_of(*months: str | None) -> str | None:
    """The last of the months that are known."""
    return max(filter(None, months), default=None)
