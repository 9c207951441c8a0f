"""How many years a posting asks for, and the career level that it means."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.taxonomy.types import CareerLevel

LADDER = list(CareerLevel)
MOST_YEARS = 40
AROUND = 24
"""Letters on either side that may say what the years are of."""
RANGE = re.compile(r"\s*(?:[/–—-]|,|\b(?:or|to|bis|oder|ou|o|à)\b)\s*", re.IGNORECASE)


def years_in(text: str, grammar: PostingGrammar) -> list[int]:
    """Every number of years of work in a sentence that asks for them, of a range the least.

    A single year that a grade follows is none: "one year at the GS-11 level" is the last of many.
    """
    found = []
    last_grade = max((match.start() for match in grammar.grade.finditer(text)), default=0)
    for match in grammar.years.finditer(text.replace("’", "'")):
        around = text[max(0, match.start() - AROUND) : match.end() + AROUND].replace("-", " ")
        if not grammar.other_years.search(around):
            number = match["least"] or match["told"]
            years = number_of(number, grammar.numbers) if number else grammar.spans[plain(match["span"])]
            is_of_grade = years == 1 and match.start() < last_grade
            found += [years] if years <= MOST_YEARS and not is_of_grade else []
    return found


def number_of(text: str, numbers: Mapping[str, int]) -> int:
    word = plain(text)
    return numbers[word] if word in numbers else int(float(word))


def level_of(
    title: str, lines: Iterable[str], years: int | None, duties: Iterable[str], grammar: PostingGrammar
) -> CareerLevel:
    """By the words of the title, else the grade, else the years, else what the work is said to be."""
    named = levels_in_title(grammar.years.sub("", grammar.grade.sub("", title)), grammar)
    by_years = level_of_number(years, grammar.from_years) if years is not None else None
    if named:
        return by_years if by_years in named else named[0]
    if (by_grade := level_of_grade(title, lines, grammar)) is not None:
        return by_grade
    if by_years is not None:
        return by_years
    text = "\n".join(duties)
    return next((level for level, words in grammar.duty_levels if words.search(text)), CareerLevel.MID)


def level_of_grade(title: str, lines: Iterable[str], grammar: PostingGrammar) -> CareerLevel | None:
    """Of the first grade that is named, the least of a range: those after it may be the ones below, which count as experience."""
    told = (match for line in lines for match in grammar.grade.finditer(line) if tells_grade(match, grammar))
    found = next(chain(grammar.grade.finditer(title), told), None)
    return level_of_number(int(found["grade"]), grammar.grades[found["scale"]]) if found else None


def tells_grade(match: re.Match[str], grammar: PostingGrammar) -> bool:
    """Say whether it has the series with it, stands beside a word of pay, or alone: "GS 1" may be a barcode, and "GS18" a receiver."""
    rest = f"{match.string[: match.start()]} {match.string[match.end() :]}"
    is_alone = not any(map(str.isalpha, rest))
    return is_alone or match["series"] is not None or grammar.pay.search(rest) is not None


def levels_in_title(title: str, grammar: PostingGrammar) -> list[CareerLevel]:
    """The levels that a title leaves open ("Mid/Senior"), the lowest first; of "Senior Staff" the higher alone."""
    found = sorted(
        (match.start(), match.end(), level) for level, words in grammar.levels for match in words.finditer(title)
    )
    levels = [level for _, _, level in found]
    if len(found) > 1 and not RANGE.fullmatch(title[found[0][1] : found[1][0]]):
        return [max(levels, key=LADDER.index)]
    return sorted(set(levels), key=LADDER.index)


def level_of_number(number: int, from_: Mapping[CareerLevel, int]) -> CareerLevel:
    """The highest that the number is enough for; the lowest for a number that is less than all ask for."""
    reached = (level for level in from_ if from_[level] <= number)
    return max(reached, key=lambda level: from_[level], default=min(from_, key=lambda level: from_[level]))
