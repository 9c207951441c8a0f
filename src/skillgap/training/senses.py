"""Examples for the model of senses: ambiguous names in annotated text, in the taxonomy's own lines, and in other trades."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from skillgap.documents.reading import read_document
from skillgap.evaluation.evidence import Case, gold_statuses, key_of, line_owners
from skillgap.evidence.finding import SkillFinder
from skillgap.evidence.senses import MEANT, sense_features
from skillgap.resume.bare_lines import resume_of_line
from skillgap.resume.parsing import parse_resume, shipped_grammar
from skillgap.resume.types import Resume
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.types import SkillId
from skillgap.training.linear import Example
from skillgap.training.statuses import annotated_cases

OTHER = "other"
OTHER_TRADES = Path("tests/resumes/developed")
OWN = 4
"""How often a line of the taxonomy counts: what each skill is held to must not drown in the text of others."""
FEWEST_SKILLS = 3
"""A whole résumé that names fewer unambiguous skills is of another trade: no ambiguous name in it is meant."""


def sense_examples(_: Path) -> Iterator[Example]:
    """A name an example; held out by résumé, block or skill."""
    finder = SkillFinder(shipped_taxonomy())
    for case in annotated_cases():
        yield from of_case(case, finder)
    yield from of_taxonomy(finder)
    yield from of_other_trades(finder)


def of_case(case: Case, finder: SkillFinder) -> Iterator[Example]:
    owner_of = line_owners(case)
    budget = Counter({named: len(statuses) for named, statuses in gold_statuses(case.gold).items()})
    for skill, surface, number, features in seen(case.resume, finder):
        owner = owner_of(case.resume.lines[number], surface)
        if owner:
            is_meant = budget[owner, skill] > 0
            budget[owner, skill] -= is_meant
            yield Example(case.id, features, MEANT if is_meant else OTHER)


def of_taxonomy(finder: SkillFinder) -> Iterator[Example]:
    """An example of a skill means it, a counterexample does not; of other skills they say nothing."""
    for skill in finder.taxonomy.skills.values():
        for lines, kind in ((skill.examples, MEANT), (skill.counterexamples, OTHER)):
            for line in lines:
                for found, _, _, features in seen(resume_of_line(line), finder):
                    if found == skill.id:
                        yield from [Example(skill.id, features, kind)] * OWN


def of_other_trades(finder: SkillFinder) -> Iterator[Example]:
    grammar = shipped_grammar()
    for path in sorted(OTHER_TRADES.glob("*.pdf")):
        resume = parse_resume(read_document(path), grammar).resume
        mentions, _ = finder.candidates(resume)
        if len({mention.skill for mention in mentions if not mention.is_ambiguous}) < FEWEST_SKILLS:
            yield from (Example(path.stem, features, OTHER) for *_, features in seen(resume, finder))


def seen(resume: Resume, finder: SkillFinder) -> Iterator[tuple[SkillId, str, int, list[str]]]:
    """Each ambiguous name: its skill, its words, its line's number and what the model sees of it."""
    mentions, words = finder.candidates(resume)
    for number, features in sense_features(mentions, words, resume, finder.near_of):
        mention = mentions[number]
        text = resume.lines[mention.line_number].text[mention.start : mention.end]
        yield mention.skill, key_of(text), mention.line_number, features
