"""The skills that a posting names, found and settled as in a résumé."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from skillgap.evidence.collecting import EvidenceCollector
from skillgap.evidence.senses import odds, sense_features
from skillgap.evidence.types import Mention
from skillgap.postings.examples import broader_of, is_above
from skillgap.postings.grammar import PostingGrammar
from skillgap.postings.layout import PostingLine
from skillgap.postings.strengths import OF_PART
from skillgap.postings.types import Strength
from skillgap.resume.heading_words import normal
from skillgap.resume.types import LogicalLine, Resume, Section, SectionKind
from skillgap.taxonomy.types import Kind, Skill, SkillId
from skillgap.taxonomy.words import PostingCue, PostingPart

UMBRELLAS = {Kind.CONCEPT, Kind.PRACTICE}
ASKING = {PostingCue.ASKS, PostingCue.INSISTS}
LEAST_ODDS = -0.6
"""Of an ambiguous name where it is asked for; the model of senses learnt from résumés, which speak of many other things."""
MOSTLY = 0.8
"""Of a skill that another implies: whoever knows Python knows a scripting language."""
Span = tuple[int, int]
Wanted = tuple[Mention, Span, Strength | None]
"""A mention, where it stands in its sentence, and how much it is wanted."""


class Names(Struct, frozen=True):
    """Of one line: the mentions that name a skill, and the spans of all names, in whatever sense."""

    meant: tuple[Mention, ...]
    covered: tuple[Span, ...]

    def meant_within(self, start: int, end: int) -> Sequence[Mention]:
        first, last = (bisect_left(self.meant, at, key=lambda each: each.start) for at in (start, end))
        return self.meant[first:last]

    def covered_within(self, start: int, end: int) -> list[Span]:
        """Counted from `start`."""
        first, last = (bisect_left(self.covered, (at, at)) for at in (start, end))
        return [(at - start, to - start) for at, to in self.covered[first:last]]


def names_in(
    logical: Sequence[LogicalLine], lines: Sequence[PostingLine], collector: EvidenceCollector, grammar: PostingGrammar
) -> list[Names]:
    """Settle the senses as in a résumé; but what is asked for in capitals is a name, whatever else it may mean."""
    resume = as_resume(logical, lines)
    found, words = collector.finder.candidates(resume)
    in_prose = [asks_in_prose(line, grammar) for line in lines]
    skills = collector.taxonomy.skills
    clear = [replace(each, is_ambiguous=each.is_ambiguous and not is_sure(each, lines, skills)) for each in found]
    unlikely = {
        number
        for number, features in sense_features(clear, words, resume, collector.finder.near_of)
        if odds(features, collector.senses) < (LEAST_ODDS if is_asked(clear[number], lines, skills, in_prose) else 0.0)
    }
    meant: list[list[Mention]] = [[] for _ in lines]
    covered: list[list[Span]] = [[] for _ in lines]
    languages = {skill.label: skill.id for skill in collector.taxonomy.skills.values() if skill.kind is Kind.LANGUAGE}
    for number, each in enumerate(clear):
        covered[each.line_number].append((each.start, each.end))
        text = lines[each.line_number].text[each.start : each.end]
        if number not in unlikely and not (found[number].is_ambiguous and is_of_the_genre(text, grammar)):
            meant[each.line_number] += [each, *language_in(each, text, languages, collector.taxonomy.skills)]
    return [Names(tuple(own), tuple(spans)) for own, spans in zip(meant, covered, strict=True)]


def is_of_the_genre(text: str, grammar: PostingGrammar) -> bool:
    """A word that heads what postings ask for: "a comparable qualification" and "other requirements" name no skill."""
    word = normal(text)
    return PostingPart.REQUIRED in {grammar.headings.get(word), grammar.headings.get(f"{word}s")}


def language_in(
    mention: Mention, text: str, languages: Mapping[str, SkillId], skills: Mapping[SkillId, Skill]
) -> Iterator[Mention]:
    """The language that a longer name ends in and is no kind of: "embedded C" asks for C, too."""
    before, _, last = text.rpartition(" ")
    language, outer = languages.get(last), skills[mention.skill]
    if before and language and outer.kind is not Kind.LANGUAGE and not is_above(language, outer.id, skills, MOSTLY):
        yield replace(mention, skill=language, start=mention.end - len(last), first_word=mention.last_word)


def is_sure(mention: Mention, lines: Sequence[PostingLine], skills: Mapping[SkillId, Skill]) -> bool:
    """In capitals; or a name with one that is a whole item of a list: "Spark"."""
    line = lines[mention.line_number]
    text = line.text[mention.start : mention.end]
    is_name = skills[mention.skill].kind not in UMBRELLAS and text[:1].isupper()
    is_whole = line.is_item and text == line.text[line.start :].strip()
    return is_listed(line) and (text.isupper() or (is_name and is_whole))


def is_listed(line: PostingLine) -> bool:
    return line.part in OF_PART and not line.is_heading


def is_asked(
    mention: Mention, lines: Sequence[PostingLine], skills: Mapping[SkillId, Skill], in_prose: Sequence[bool]
) -> bool:
    """Whatever stands under a heading that asks; of prose that asks only what is written as a name: "Strong Rust skills are needed"."""
    line = lines[mention.line_number]
    is_name = line.text[mention.start].isupper() and skills[mention.skill].kind not in UMBRELLAS
    return is_listed(line) or (in_prose[mention.line_number] and is_name)


def asks_in_prose(line: PostingLine, grammar: PostingGrammar) -> bool:
    is_open = line.part is PostingPart.OPEN and not line.is_heading
    return is_open and any(kind in ASKING for kind, *_ in grammar.cues_in(line.text))


def as_resume(logical: Sequence[LogicalLine], lines: Sequence[PostingLine]) -> Resume:
    """The lines as a résumé has them: a section for each run of one part, lists of what is asked for as lists of skills."""
    kinds = [SectionKind.SKILLS if line.part in OF_PART and line.is_item else SectionKind.EXPERIENCE for line in lines]
    numbers = list(section_numbers(lines))
    sections = {
        number: Section(kind, "", line.page, line.start, line.end)
        for number, kind, line in zip(numbers, kinds, logical, strict=True)
    }
    return Resume(
        lines=tuple(replace(line, section=number) for line, number in zip(logical, numbers, strict=True)),
        sections=tuple(sections.values()),
        entries=(),
    )


def section_numbers(lines: Sequence[PostingLine]) -> Iterator[int]:
    number = 0
    for before, line in pairwise((None, *lines)):
        assert line is not None  # noqa: S101 - only the first of a pair can be missing
        number += before is not None and (before.part, before.is_item) != (line.part, line.is_item)
        yield number


def without_umbrellas(
    wanted: Sequence[Wanted],
    text: str,
    skills: Mapping[SkillId, Skill],
    grammar: PostingGrammar,
    kept: Collection[Span] = (),
) -> list[Wanted]:
    """Leave out a concept beside a kind of it that is wanted as much: "Terraform or another infrastructure-as-code tool".

    Those that stand at `kept` stay: they have examples behind them.
    """
    return [
        each
        for number, each in enumerate(wanted)
        if each[1] in kept
        or (
            not any(is_umbrella(each, other, text, skills) and is_as_strong(other, each) for other in wanted)
            and not is_said_in_general(number, wanted, text, skills, grammar)
        )
    ]


def is_as_strong(one: Wanted, other: Wanted) -> bool:
    return one[2] is not None and (other[2] is None or one[2].rank >= other[2].rank)


def is_umbrella(wide: Wanted, narrow: Wanted, text: str, skills: Mapping[SkillId, Skill]) -> bool:
    """A concept by its own name; one above all others ("programming"), by any."""
    skill = skills[wide[0].skill]
    is_own_name = not skill.broader or spelt(text[slice(*wide[1])]) == spelt(skill.label)
    return skill.kind in UMBRELLAS and is_own_name and skill.id in broader_of(narrow[0].skill, skills)


def is_said_in_general(
    number: int, wanted: Sequence[Wanted], text: str, skills: Mapping[SkillId, Skill], grammar: PostingGrammar
) -> bool:
    """A general name by whatever alias, with kinds of it behind: "a scripting language such as Python"; or before: "Salt or another …"."""
    mention, (start, end), _ = wanted[number]
    behind = wanted[number + 1 : number + 2]
    if behind and is_general(mention.skill, behind[0][0].skill, skills):
        joint = text[end : behind[0][1][0]]
        is_told = grammar.such_as.fullmatch(joint) is not None and bool(joint.strip())
        return is_told and (skills[mention.skill].kind is not Kind.TECHNOLOGY or is_common(text[start:end]))
    before = wanted[max(0, number - 1) : number]
    return (
        bool(before)
        and is_general(mention.skill, before[0][0].skill, skills)
        and (grammar.other_such.search(text[before[0][1][1] : start]) is not None)
    )


def is_general(wide: SkillId, narrow: SkillId, skills: Mapping[SkillId, Skill]) -> bool:
    """Say whether the one may be a word for the other: what goes with a language or a tool ("Java, Spring") is none of its kinds."""
    is_kind = wide in broader_of(narrow, skills)
    is_shown = is_above(wide, narrow, skills, MOSTLY)
    match skills[wide].kind:
        case Kind.CONCEPT | Kind.PRACTICE:
            return is_shown
        case Kind.LANGUAGE:
            return is_shown and skills[narrow].kind is Kind.LANGUAGE
        case Kind.TECHNOLOGY:
            return is_kind
    return False


def is_common(name: str) -> bool:
    """Say whether a name ends as common nouns are written: "container technologies", not "Linux"."""
    return name.rsplit(maxsplit=1)[-1].islower()


def spelt(name: str) -> str:
    return name.casefold().replace("-", " ").removesuffix("s")
