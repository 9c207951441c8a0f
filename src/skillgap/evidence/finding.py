"""The names of skills in a résumé, in whatever sense, without those that the page itself says mean something else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from skillgap.evidence.alias_matching import AliasMatcher
from skillgap.evidence.senses import NearWords, names_little, near_words, speaks_against
from skillgap.evidence.spelled_out import means_something_else, spelled_out
from skillgap.evidence.types import Mention
from skillgap.resume.types import Resume
from skillgap.taxonomy.types import Kind, SkillId
from skillgap.taxonomy.whole import Taxonomy

EVERYDAY_WORDS = 2
"""At most; a phrase of three that is one of ours is hardly ever anything else ("user acceptance testing")."""


class SkillFinder:
    """The names of a taxonomy, to be found in résumés, in whatever sense. Safe to share between threads."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.matcher = AliasMatcher(taxonomy)
        self._near: dict[SkillId, NearWords] = {}
        self._not_near: dict[SkillId, NearWords] = {}

    def candidates(self, resume: Resume) -> tuple[list[Mention], list[tuple[str, ...]]]:
        """Return every name found, in whatever sense, and each line's words in normal form.

        Ambiguous ones whose line settles that something else is meant are left out, on a page that names little also surer ones
        but of languages, and everywhere acronyms that the page spells out as something else.
        """
        found, words = self.matcher.find([line.text for line in resume.lines])
        named = names_by_line(resume)
        meanings = spelled_out([line.text for line in resume.lines])
        own = [
            each
            for each in found
            if each.line_number not in resume.identity
            and not is_employer(each, resume)
            and not any(start < each.end and each.start < end for start, end in named[each.line_number])
            and not (meanings and self._is_spelled_out_otherwise(each, resume, meanings))
        ]
        little = names_little(own, resume)
        return [
            each
            for each in own
            if not (
                (each.is_ambiguous or (little and not self._is_language(each)))
                and self._means_something_else(each, words)
            )
        ], words

    def _is_spelled_out_otherwise(self, mention: Mention, resume: Resume, meanings: Mapping[str, set[str]]) -> bool:
        name = resume.lines[mention.line_number].text[mention.start : mention.end]
        return means_something_else(name, meanings, self.taxonomy.skills[mention.skill])

    def _is_language(self, mention: Mention) -> bool:
        return self.taxonomy.skills[mention.skill].kind is Kind.LANGUAGE

    def _means_something_else(self, mention: Mention, words: Sequence[tuple[str, ...]]) -> bool:
        if not self.taxonomy.skills[mention.skill].not_near:
            return False
        if mention.skill not in self._not_near:
            self._not_near[mention.skill] = self._near_words(self.taxonomy.skills[mention.skill].not_near)
        return speaks_against(
            words[mention.line_number], mention, self.near_of(mention.skill), self._not_near[mention.skill]
        )

    def near_of(self, skill: SkillId) -> NearWords:
        """Return the words that settle the skill's ambiguous aliases, put into normal form when first asked for."""
        if skill not in self._near:
            self._near[skill] = self._near_words(self.taxonomy.skills[skill].near)
        return self._near[skill]

    def is_plain(self, mention: Mention, resume: Resume) -> bool:
        """Say whether the name may be words of everybody's: one or two, in small letters as the taxonomy has them, if not first."""
        name = resume.lines[mention.line_number].text[mention.start : mention.end]
        if name.count(" ") >= EVERYDAY_WORDS or not name[1:].islower():
            return False
        return name.islower() or (not self._is_language(mention) and self._is_written_small(name, mention.skill))

    def _is_written_small(self, name: str, skill: SkillId) -> bool:
        first = name.split(maxsplit=1)[0].casefold()
        surfaces = (alias.text for alias in self.taxonomy.skills[skill].surfaces if alias.text.islower())
        return not {first, first.removesuffix("s")}.isdisjoint(text.split()[0] for text in surfaces)

    def _near_words(self, phrases: Sequence[str]) -> NearWords:
        return near_words(self.matcher.words(phrase) for phrase in phrases)


def names_by_line(resume: Resume) -> Mapping[int, list[tuple[int, int]]]:
    """Spans that name the person: who is called Ruby Chef uses neither for that."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in resume.names:
        found[number].append((start, end))
    return found


def is_employer(mention: Mention, resume: Resume) -> bool:
    """Say whether the name is part of an employer's or a school's, or an ambiguous one of a town ("Corvid Messaging Inc., Oban")."""
    line = resume.lines[mention.line_number]
    entry = resume.entry_of(line)
    if entry is None or not resume.is_head(mention.line_number):
        return False
    for name in filter(None, (entry.organization, entry.location if mention.is_ambiguous else None)):
        start = line.text.find(name)
        if start >= 0 and start <= mention.start and mention.end <= start + len(name):
            return True
    return False
