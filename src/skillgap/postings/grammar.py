"""The words by which a posting is read, compiled once; the words themselves are data (`postings` in the cues)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from skillgap.resume.heading_words import normal
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.types import CareerLevel
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import ConditionKind, PostingCue, PostingCues, PostingPart

FEW = 4
"""Words between "one of" and the first: "at least one of the following languages: C, …"."""
SHORT = 12
"""Letters beside the number of a span: "several years (at least 5)"."""
FIGURE = r"\d{1,2}(?:\.5)?"


class PostingGrammar(Struct, frozen=True):
    """Phrases in small letters with plain apostrophes; patterns ignore case."""

    headings: Mapping[str, PostingPart]
    alone: Mapping[str, PostingPart]
    topics: frozenset[str]
    heading_leads: frozenset[str]
    conditions: Mapping[ConditionKind, re.Pattern[str]]
    cues: Mapping[str, PostingCue]
    cue: re.Pattern[str]
    degree: re.Pattern[str]
    title_label: re.Pattern[str]
    titles: Lexicon
    employer: re.Pattern[str]
    employer_works: re.Pattern[str]
    levels: tuple[tuple[CareerLevel, re.Pattern[str]], ...]
    duty_levels: tuple[tuple[CareerLevel, re.Pattern[str]], ...]
    level_headings: tuple[tuple[CareerLevel, re.Pattern[str]], ...]
    level_number: re.Pattern[str]
    from_years: Mapping[CareerLevel, int]
    grades: Mapping[str, Mapping[CareerLevel, int]]
    grade: re.Pattern[str]
    pay: re.Pattern[str]
    years: re.Pattern[str]
    numbers: Mapping[str, int]
    spans: Mapping[str, int]
    other_years: re.Pattern[str]
    abbreviation: re.Pattern[str]
    plain_words: frozenset[str]
    field: re.Pattern[str]
    capital_nouns: re.Pattern[str]
    term_lead: re.Pattern[str]
    place: Lexicon
    codes: frozenset[str]
    term_end: re.Pattern[str]
    vague_words: frozenset[str]
    or_joint: re.Pattern[str]
    or_aside: re.Pattern[str]
    any_of: re.Pattern[str]
    or_similar: re.Pattern[str]
    answer: re.Pattern[str]
    others: re.Pattern[str]
    anybody: re.Pattern[str]
    such_as: re.Pattern[str]
    example_lead: re.Pattern[str]
    other_such: re.Pattern[str]
    platforms: frozenset[str]
    applicants: re.Pattern[str]

    def cues_in(self, text: str) -> list[tuple[PostingCue, int, int]]:
        """Each cue with its half-open span; "would also be a big plus" has "would be a plus", where no other one stands."""
        told = text.replace("’", "'")
        found = list(self.cue.finditer(told))
        bare = self.degree.sub(lambda word: " " * len(word[0]), told)
        if bare != told:
            longer = [each for each in self.cue.finditer(bare) if outdoes(each.span(), [own.span() for own in found])]
            within = [own for own in found if any(holds(each.span(), own.span()) for each in longer)]
            found = sorted([*longer, *(own for own in found if own not in within)], key=lambda each: each.start())
        return [(self.cues[plain(each[0])], *each.span()) for each in found]

    def without_degrees(self, words: Sequence[str]) -> list[str]:
        return [word for word in words if not self.degree.fullmatch(word)]


def compile_postings(taxonomy: Taxonomy) -> PostingGrammar:
    words, cues, places = taxonomy.cues.postings, taxonomy.cues, taxonomy.places
    by_phrase = {plain(phrase): kind for kind, phrases in words.cues.items() for phrase in phrases}
    headings = {normal(phrase): part for part, phrases in words.headings.items() for phrase in phrases}
    return PostingGrammar(
        headings=headings,
        alone={normal(phrase): part for part, phrases in words.alone.items() for phrase in phrases},
        topics=frozenset(map(normal, words.topics)),
        heading_leads=frozenset(words.heading_leads),
        conditions=condition_words(words),
        cues=by_phrase,
        cue=whole(by_phrase),
        degree=whole(words.degrees),
        title_label=re.compile(rf"^(?:{alternatives(words.title_labels)})\s*:\s*", re.IGNORECASE),
        titles=Lexicon(cues.titles),
        employer=re.compile(rf"\s+(?:{alternatives(words.employer_links)})\s+(?=[A-Z])"),
        employer_works=employer_pattern(words),
        levels=tuple((level, whole(phrases)) for level, phrases in words.levels.items()),
        duty_levels=tuple((level, whole(phrases)) for level, phrases in words.duty_levels.items()),
        level_headings=tuple((level, whole(phrases)) for level, phrases in words.level_headings.items()),
        level_number=re.compile(rf"\b(?:{alternatives(words.level_labels)})\s*(?P<number>\d)(?!\w)", re.IGNORECASE),
        from_years=words.from_years,
        grades=words.grades,
        grade=grade_pattern(words),
        pay=re.compile(rf"\b(?:{alternatives(words.pay)})\b", re.IGNORECASE),
        years=years_pattern(words),
        numbers=words.numbers,
        spans=words.spans,
        other_years=whole(words.other_years),
        abbreviation=re.compile(rf"(?<!\w)(?:{alternatives(words.abbreviations)})\.$", re.IGNORECASE),
        plain_words=frozenset(words_of([*words.plain_words, *by_phrase, *headings, *words.year_units])),
        field=re.compile(rf"(?<![\w-])(?:{alternatives(words.field_nouns)})$", re.IGNORECASE),
        capital_nouns=whole(words.capital_nouns),
        place=Lexicon(
            [*places.towns, *places.regions, *places.modes, *(n for each in places.countries.values() for n in each)]
        ),
        codes=frozenset(places.codes),
        term_lead=re.compile(rf"\b(?:{alternatives(words.term_leads)})\s+", re.IGNORECASE),
        term_end=re.compile(
            rf"[,;:.!?()/]\s*|\s[–—-]\s|\s+(?:{alternatives(words.term_ends)})(?:\s+|$)", re.IGNORECASE
        ),
        vague_words=frozenset(words.vague_words),
        or_joint=re.compile(
            rf"[\s,]*\b(?:{alternatives(words.or_links)})\s+(?:(?:{alternatives(words.term_leads)})\s+){{0,2}}",
            re.IGNORECASE,
        ),
        or_aside=re.compile(rf"\((?=\s*(?:{alternatives(words.or_links)})\s)", re.IGNORECASE),
        any_of=re.compile(rf"\b(?:{alternatives(words.any_of)})\W+(?:[\w-]+\W+){{0,{FEW}}}$", re.IGNORECASE),
        or_similar=re.compile(rf"[\s,]*(?:{alternatives(words.or_similar)})(?!\w)", re.IGNORECASE),
        answer=re.compile(rf"\s*(?:{alternatives(words.answers)})(?!\w)", re.IGNORECASE),
        others=others_pattern(words),
        anybody=whole(words.anybody),
        such_as=re.compile(rf"[\s,(:]*(?:{alternatives(words.such_as)})?[\s,(:]*", re.IGNORECASE),
        example_lead=re.compile(
            rf"(?:\s+\w+)?[\s,]*\b(?:{alternatives(words.example_leads)})[\s,:]*(?:(?:{alternatives(words.term_leads)})\s+)?",
            re.IGNORECASE,
        ),
        other_such=re.compile(rf"(?<!\w)(?:{alternatives(words.other_such)})\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE),
        platforms=frozenset(map(plain, words.platforms)),
        applicants=whole(words.applicants),
    )


def outdoes(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Say whether it overlaps none but those that it holds and is longer than."""
    touching = [other for other in others if other[0] < span[1] and span[0] < other[1]]
    return all(holds(span, other) and span != other for other in touching)


def holds(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] <= other[0] and other[1] <= span[1]


def condition_words(words: PostingCues) -> dict[ConditionKind, re.Pattern[str]]:
    return {kind: whole(phrases) for kind, phrases in words.conditions.items()}


def plain(text: str) -> str:
    """Small letters, plain apostrophes, single spaces; as long as the text where that has single spaces."""
    return " ".join(text.replace("’", "'").casefold().split())


def words_of(phrases: Iterable[str]) -> Iterator[str]:
    """Every phrase, and every word of it."""
    for phrase in phrases:
        yield from (plain(phrase), *plain(phrase).split())


def whole(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-]){'(?:'}{alternatives(phrases)})(?![\w])", re.IGNORECASE)


def others_pattern(words: PostingCues) -> re.Pattern[str]:
    """Others and what they do: "colleagues, who run", "our platform team runs"; what follows is theirs."""
    people, work = alternatives(words.other_people), alternatives(words.other_work)
    asides = r"(?:\s+(?:in|im|at|from|of)(?:\s+[\w&-]+){1,3})?"
    relative = rf"(?P<head>\b(?:{people}){asides})(?:,\s*(?:{alternatives(words.relatives)})|\s+who|\s+whose)\b"
    return re.compile(rf"{relative}|\b(?P<subject>(?:{people}))\s+(?:also\s+|already\s+)?(?:{work})\b", re.IGNORECASE)


def employer_pattern(words: PostingCues) -> re.Pattern[str]:
    """A name of several words or one at the beginning, and a verb that tells what an employer does."""
    return re.compile(
        rf"\s*(?P<name>(?!(?:The|This|That|It|What|Our)\b)[A-Z][\w&.'’-]*(?:\s+[A-Z&][\w&.'’-]*){{0,3}})\s+(?:{alternatives(words.employer_work)})\b"
    )


def grade_pattern(words: PostingCues) -> re.Pattern[str]:
    """A pay scale, as it is written, and the grade, with a series between or without: "GS-12", "GS 12 - 13", "GS-2210-09/11"."""
    scales, gap = "|".join(map(re.escape, words.grades)), r"[\s–-]{1,3}"
    series = rf"(?P<series>{gap}\d{{4}}(?={gap}))?"
    return re.compile(rf"(?<![\w-])(?P<scale>{scales}){series}(?:{gap}|(?=\d\d))(?P<grade>\d{{1,2}})(?!\w)")


def years_pattern(words: PostingCues) -> re.Pattern[str]:
    """A number of years, or the least of a range of them; or a span of years in words, with the number in brackets behind it or without."""
    number = rf"(?:{FIGURE}|{alternatives(words.numbers)})"
    link = rf"\s*(?:[-–—/]|\b(?:{alternatives(words.range_links)})\b)\s*"
    end = rf"(?:\s*\+|[\s-]+(?:{alternatives(words.open_ends)}))?"
    least = rf"(?P<least>{number})\s*(?:\(\d+\))?{end}(?:{link}{number}{end})?[\s-]*"
    units, spans = alternatives(words.year_units), alternatives(words.spans)
    told = rf"(?:\s*\([^()\d]{{0,{SHORT}}}(?P<told>{number})[^()\d]{{0,{SHORT}}}\))?"
    return re.compile(rf"(?<![\w.,$€£-])(?:{least}(?:{units})|(?P<span>{spans}){told})(?!\w)", re.IGNORECASE)
