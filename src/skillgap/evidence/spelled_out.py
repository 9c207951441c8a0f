"""Acronyms that the page itself spells out as something else: "API (active pharmaceutical ingredient)", "bar guest programme (BGP)"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from skillgap.taxonomy.types import Skill

BEFORE_ITS_WORDS = re.compile(r"\b([A-Z][A-Z0-9]{1,5})s? ?\(([^()]{5,80})\)")
BEHIND_ITS_WORDS = re.compile(r"([^\W\d_][^()]{4,80}) \(([A-Z][A-Z0-9]{1,5})s?\)")
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})
SHORTEST_STEM, STEM = 4, 5
"""Letters: of a word that tells, and of those of its beginning that are compared."""


def spelled_out(lines: Sequence[str]) -> Mapping[str, set[str]]:
    """The beginnings of the words that each acronym stands for on this page, as it is printed there."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if "(" in line:
            for acronym, words in pairs(line):
                found[acronym] |= stems(" ".join(words))
    return found


def pairs(line: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Acronyms with the words beside them whose first letters they are."""
    for match in BEFORE_ITS_WORDS.finditer(line):
        words = WORD.findall(match[2])
        if spells(words, match[1]):
            yield match[1], words
    for match in BEHIND_ITS_WORDS.finditer(line):
        words = WORD.findall(match[1])
        fits = (words[-count:] for count in range(len(match[2]), len(words) + 1) if spells(words[-count:], match[2]))
        if nearest := next(fits, None):
            yield match[2], nearest


def spells(words: Sequence[str], acronym: str) -> bool:
    telling = [word for word in words if word.casefold() not in SMALL_WORDS]
    return acronym.casefold() in {"".join(word[0] for word in each).casefold() for each in (words, telling)}


def stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in WORD.findall(text) if len(word) >= SHORTEST_STEM}


def means_something_else(name: str, meanings: Mapping[str, set[str]], skill: Skill) -> bool:
    """Say whether the page spells the name, or a word of it, out in words none of which has to do with the skill."""
    known = [meanings[word] for word in name.split() if word in meanings]
    return any(meaning and meaning.isdisjoint(words_of_skill(skill)) for meaning in known)


def words_of_skill(skill: Skill) -> set[str]:
    names = (alias.text for alias in skill.surfaces)
    return stems(" ".join((*names, *skill.near, *skill.examples, skill.definition)))
