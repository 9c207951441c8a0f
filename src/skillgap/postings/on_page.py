"""Which line of a résumé speaks of what a posting asks for besides skills."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from skillgap.postings.grammar import condition_words, plain, whole
from skillgap.postings.types import Condition, Posting
from skillgap.resume.types import Entry, LogicalLine, Resume, SectionKind
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import ConditionKind, PostingCues

LONGEST_LINE = 160
LEVEL = re.compile(r"\b[ABC][12]\b")
"""Of the European framework for languages."""
WORD = re.compile(r"[^\W\d_]+")
LONG = 5
"""Letters of a word that tells a field of study: "computer", "electrical"."""
FEWEST_WORDS, LEAST_SHARE = 5, 0.02
"""How many of a page's words, and which share of them, must be frequent ones of a language."""
OTHERS = 1 / 3
"""Of its words, how many another language may have on a page that is written in it."""


def conditions_on(resume: Resume, posting: Posting, taxonomy: Taxonomy) -> tuple[Condition, ...]:
    """The conditions, each with the line of the résumé that speaks of it; no line means only that none was found."""
    words = taxonomy.cues.postings
    patterns = condition_words(words)
    return tuple(
        replace(each, on_page=line_for(each, resume, patterns, words, written), written=written)
        for each in posting.conditions
        for written in [written_in(each, resume, words)]
    )


def line_for(
    condition: Condition,
    resume: Resume,
    patterns: Mapping[ConditionKind, re.Pattern[str]],
    words: PostingCues,
    written: tuple[str, ...],
) -> str | None:
    match condition.kind:
        case ConditionKind.DEGREE:
            return degree_line(condition, resume, words)
        case ConditionKind.LANGUAGE:
            return language_lines(condition, resume, patterns[condition.kind], written)
    said = (line.text.strip()[:LONGEST_LINE] for line in resume.lines if patterns[condition.kind].search(line.text))
    return next(said, None)


def is_of_languages(line: LogicalLine, resume: Resume, languages: re.Pattern[str]) -> bool:
    """In their section; elsewhere a line that names several, or one with its level."""
    named = set(map(str.casefold, languages.findall(line.text)))
    is_told = len(named) > 1 or (bool(named) and LEVEL.search(line.text) is not None)
    return is_told or resume.kind_of(line) is SectionKind.LANGUAGES


def degree_line(condition: Condition, resume: Resume, words: PostingCues) -> str | None:
    """The line that names the degree in a subject of those asked for, else the highest; the first of equals."""
    steps = [whole(each) for each in words.degree_steps.values()]
    asked = field_words(condition.line)

    def place_of(entry: Entry) -> tuple[bool, bool, int]:
        step = max((n for n, each in enumerate(steps, 1) if entry.degree and each.search(entry.degree)), default=0)
        return step > 0 and not asked.isdisjoint(field_words(entry.title or "")), entry.degree is not None, step

    studies = [each for each in resume.entries if each.kind is SectionKind.EDUCATION and each.line_numbers]
    return own_line(max(studies, key=place_of), resume) if studies else None


def field_words(text: str) -> set[str]:
    return {word for word in map(str.casefold, WORD.findall(text)) if len(word) >= LONG}


def own_line(entry: Entry, resume: Resume) -> str:
    """The line of its heading that names the degree, else the first."""
    heads = [resume.lines[n].text.strip() for n in entry.line_numbers[: max(1, entry.head_count)]]
    return next((text for text in heads if entry.degree and entry.degree in text), heads[0])[:LONGEST_LINE]


def written_in(condition: Condition, resume: Resume, words: PostingCues) -> tuple[str, ...]:
    """Those of the languages asked for in which the page is written: one whose frequent words it has, and hardly another's."""
    if condition.kind is not ConditionKind.LANGUAGE:
        return ()
    said = [word for line in resume.lines for word in map(str.casefold, WORD.findall(line.text))]
    counts = {code: sum(word in own for word in said) for code, own in words.language_words.items()}
    first, *others = sorted(counts, key=lambda code: -counts[code])
    fewest = max(FEWEST_WORDS, LEAST_SHARE * len(said))
    if counts[first] < fewest or any(counts[each] > OTHERS * counts[first] for each in others):
        return ()
    names = set(map(plain, words.language_names.get(first, ())))
    return tuple(name for name in condition.names if plain(name) in names)


def language_lines(
    condition: Condition, resume: Resume, languages: re.Pattern[str], written: tuple[str, ...]
) -> str | None:
    """Of languages of which all are asked for, only lines that name them all but those in which the page is written."""
    own = [line.text.strip() for line in resume.lines if is_of_languages(line, resume, languages)]
    wanted = [name for name in condition.names if name not in written]
    lines = [
        next((text for text in own if name.casefold() in map(str.casefold, languages.findall(text))), None)
        for name in wanted
    ]
    found = [line for line in lines if line is not None]
    is_enough = bool(found) and (condition.is_choice or len(found) == len(lines))
    return "; ".join(dict.fromkeys(found))[:LONGEST_LINE] if is_enough else None
