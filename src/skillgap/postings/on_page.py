"""Which line of a résumé speaks of what a posting asks for besides skills."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from skillgap.postings.grammar import condition_words
from skillgap.postings.types import Condition, Posting
from skillgap.resume.types import LogicalLine, Resume, SectionKind
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import ConditionKind

LONGEST_LINE = 160
LEVEL = re.compile(r"\b[ABC][12]\b")
"""Of the European framework for languages."""


def conditions_on(resume: Resume, posting: Posting, taxonomy: Taxonomy) -> tuple[Condition, ...]:
    """The conditions, each with the line of the résumé that speaks of it; no line means only that none was found."""
    words = condition_words(taxonomy.cues.postings)
    return tuple(replace(each, on_page=line_for(each, resume, words)) for each in posting.conditions)


def line_for(condition: Condition, resume: Resume, words: Mapping[ConditionKind, re.Pattern[str]]) -> str | None:
    match condition.kind:
        case ConditionKind.DEGREE:
            return degree_line(resume)
        case ConditionKind.LANGUAGE:
            return language_lines(condition, resume, words[condition.kind])
    said = (line.text.strip()[:LONGEST_LINE] for line in resume.lines if words[condition.kind].search(line.text))
    return next(said, None)


def is_of_languages(line: LogicalLine, resume: Resume, languages: re.Pattern[str]) -> bool:
    """In their section; elsewhere a line that names several, or one with its level."""
    named = set(map(str.casefold, languages.findall(line.text)))
    is_told = len(named) > 1 or (bool(named) and LEVEL.search(line.text) is not None)
    return is_told or resume.kind_of(line) is SectionKind.LANGUAGES


def degree_line(resume: Resume) -> str | None:
    heads = [
        entry.line_numbers[0] for entry in resume.entries if entry.kind is SectionKind.EDUCATION and entry.line_numbers
    ]
    return resume.lines[heads[0]].text.strip()[:LONGEST_LINE] if heads else None


def language_lines(condition: Condition, resume: Resume, languages: re.Pattern[str]) -> str | None:
    """Of languages of which all are asked for, only lines that name them all."""
    own = [line.text.strip() for line in resume.lines if is_of_languages(line, resume, languages)]
    lines = [
        next((text for text in own if name.casefold() in map(str.casefold, languages.findall(text))), None)
        for name in condition.names
    ]
    found = [line for line in lines if line is not None]
    is_enough = bool(found) and (condition.is_choice or len(found) == len(lines))
    return "; ".join(dict.fromkeys(found))[:LONGEST_LINE] if is_enough else None
