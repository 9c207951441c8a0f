"""How the names of skills may be written in text, worked out once for a whole taxonomy.

Words are compared in a normal form: lower case, singular, without a version (`C++17` is `c++`). Names whose case matters
are compared as they stand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from skillgap.taxonomy.types import Alias, Case, Kind, Skill, SkillId

VERSION = re.compile(r"^(.*?[a-z+#])v?(\d{1,2}(?:\.[\dx]+)*)$")
SHORTEST_PLURAL = 4
SHORTEST_VERSIONED = 3
SHORTEST_JOINED = 4
VERSIONED_KINDS = {Kind.LANGUAGE, Kind.PROTOCOL, Kind.STANDARD, Kind.TECHNOLOGY, Kind.TOOL}
COUNT = "#"
"""Stands in an alias for a small number, in figures or in words: `hired # engineers`."""
COUNT_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
]
COUNTS = (*COUNT_WORDS, *map(str, range(2, 61)))
HYPHEN_IN_WORD = re.compile(r"(?<=\w)-(?=\w)")
RUN = re.compile(r"[^\W_]+")


class Pattern(Struct, frozen=True, array_like=True):
    """What a matched phrase stands for: a skill, or a place where the skill is not meant (`is_other_sense`)."""

    skill: SkillId
    is_ambiguous: bool = False
    is_exact: bool = False
    is_other_sense: bool = False


class Phrase(Struct, frozen=True, array_like=True):
    """One spelling, and what it stands for."""

    text: str
    pattern: Pattern


class NormalForm(Struct, frozen=True):
    """What it takes to put a word into normal form: all names, those that a version may follow, acronyms in S, words of names."""

    names: frozenset[str]
    versioned: frozenset[str]
    acronyms: frozenset[str]
    words: frozenset[str]

    def of(self, word: str) -> str:
        """Lower case, without a version, singular where a name has the singular."""
        word = word.casefold().replace("’", "'")
        if (
            not word.isalpha()
            and (version := VERSION.match(word))
            and version[1] in self.versioned
            and word not in self.names
        ):
            word = version[1]
        if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word in self.acronyms:
            return word
        singulars = (
            word[:-1],
            word[:-2] if word.endswith("es") else "",
            word[:-3] + "y" if word.endswith("ies") else "",
        )
        return next((singular for singular in singulars if singular in self.words), word)


def normal_form(skills: Iterable[Skill]) -> NormalForm:
    skills = tuple(skills)
    names = frozenset(alias.text.casefold() for skill in skills for alias in skill.surfaces)
    return NormalForm(
        names=names,
        versioned=versioned_names(skills),
        acronyms=acronyms_in_s(skills),
        words=frozenset(word for name in names for word in RUN.findall(name)),
    )


def phrases_by_first_word(skills: Iterable[Skill], form: NormalForm) -> Mapping[str, tuple[Phrase, ...]]:
    """Every spelling of every name and of every other sense, under its first word in normal form."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for skill in skills:
        for text, pattern in spellings(skill):
            if first := RUN.search(text):
                found[form.of(first[0])].append(Phrase(text, pattern))
    return {first: tuple(phrases) for first, phrases in found.items()}


def spellings(skill: Skill) -> Iterator[tuple[str, Pattern]]:
    for alias in skill.surfaces:
        pattern = Pattern(skill.id, alias.ambiguous, alias.case is Case.EXACT)
        yield from ((text, pattern) for text in variants(alias))
    yield from ((text, Pattern(skill.id, is_other_sense=True)) for text in skill.other_senses)


def variants(alias: Alias) -> list[str]:
    """The spellings with hyphen, with space and joined that come free with an alias, and the plural of an exact acronym.

    What would read as a name and its version is not joined: `Ada83` is Ada, and bare Ada is not Ada 83.
    """
    text = alias.text
    if COUNT in text.split(" "):
        return [" ".join(count if word == COUNT else word for word in text.split(" ")) for count in COUNTS]
    found = {text}
    if alias.case is Case.EXACT:
        return sorted(found | ({f"{text}s"} if text.isupper() and len(text) > 1 else set()))
    parts = HYPHEN_IN_WORD.split(text)
    if len(parts) > 1:
        found.add(" ".join(parts))
        if len(parts) == 2 and len(text) > SHORTEST_JOINED:  # noqa: PLR2004 - one hyphen
            found.add("".join(parts))
    words = text.split(" ")
    if len(words) > 1 and all(word.isalnum() for word in words):
        found |= {"-".join(words), " ".join(["-".join(words[:2]), *words[2:]])}
        found.add(" ".join([*words[:-2], "-".join(words[-2:])]))
        if len(words) == 2 and not VERSION.match("".join(words).casefold()):  # noqa: PLR2004 - one space
            found.add("".join(words))
    return sorted(found)


def versioned_names(skills: Iterable[Skill]) -> frozenset[str]:
    """Names of one word that a version may follow without a space: `Python3`, `HTTP2`, `TLSv1.3`, but not a concept's."""
    return frozenset(
        alias.text.casefold()
        for skill in skills
        if skill.kind in VERSIONED_KINDS
        for alias in skill.surfaces
        if " " not in alias.text
        and not alias.text[-1].isdigit()
        and (skill.kind is Kind.LANGUAGE or len(alias.text) >= SHORTEST_VERSIONED)
    )


def acronyms_in_s(skills: Iterable[Skill]) -> frozenset[str]:
    """`NATS` is not the plural of `NAT`."""
    texts = (alias.text for skill in skills for alias in skill.surfaces)
    return frozenset(text.casefold() for text in texts if text.isupper() and text.endswith("S"))
