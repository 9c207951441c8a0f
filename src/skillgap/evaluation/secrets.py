"""What no redacted output may hold of an annotated résumé, and whether it does."""

import re
from collections.abc import Iterator

from msgspec import Struct

from skillgap.evaluation.gold_resumes import GoldResume

SECRET = {"name", "email", "phone", "link", "born"}
NAME_WORD = re.compile(r"[\w'’-]+")
SHORTEST_NAME = 3
LONGEST_BARE = 4
"""Figures of an age or a year, which may stand anywhere for something else."""
BETWEEN = r"[^\w\n]{0,4}"


class Secret(Struct, frozen=True):
    """A marked detail, or a longer word of the name; `pattern` finds it in a redacted text."""

    text: str
    pattern: re.Pattern[str]


def secrets_of(gold: GoldResume) -> Iterator[Secret]:
    """The marked details as whole words; a bare number only where it stands beside what the page prints beside it."""
    for field, value in gold.person:
        if field in SECRET:
            text = " ".join(value.split())
            is_bare = text.isdigit() and len(text) <= LONGEST_BARE
            yield Secret(text, beside_its_words(text, gold) if is_bare else whole(text))
        if field == "name":
            words = NAME_WORD.findall(value)
            yield from (
                Secret(word, whole(word)) for word in words if len(word) >= SHORTEST_NAME and not word[0].islower()
            )


def whole(text: str) -> re.Pattern[str]:
    """Match it as a whole word, however its spaces were wrapped."""
    words = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def beside_its_words(number: str, gold: GoldResume) -> re.Pattern[str]:
    """Match the number next to the word before or behind it in the lines outside the entries, or next to what replaced that word.

    "Age: 19" is left where "Age: 19" or "[place], 19" is; "8 to 19 January" is a date. A number that is all of a line is left as such.
    """
    of_entries = {line for entry in gold.entries for line in entry.lines}
    lines = [line for section in gold.sections for line in section.lines if line not in of_entries]
    found = [(line, match) for line in lines for match in whole(number).finditer(line)]
    patterns = [rf"\]{BETWEEN}{number}(?!\w)", rf"(?<!\w){number}{BETWEEN}\[", rf'(?m:^|")\W*{number}\W*(?m:$|")']
    for line, match in found:
        before, behind = NAME_WORD.findall(line[: match.start()]), NAME_WORD.findall(line[match.end() :])
        patterns += [rf"(?<!\w){re.escape(word)}{BETWEEN}{number}(?!\w)" for word in before[-1:]]
        patterns += [rf"(?<!\w){number}{BETWEEN}{re.escape(word)}(?!\w)" for word in behind[:1]]
    return re.compile("|".join(dict.fromkeys(patterns)))
