"""Skills of which one is enough: "C, C++ or Rust", "one of Kafka, NATS", "Ansible, Puppet or similar"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from skillgap.postings.examples import BRACKETS, Named
from skillgap.postings.grammar import PostingGrammar
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

COMMA = re.compile(r"\s*[,/]\s*")
Choice = Sequence[Named]


class Likeness(NamedTuple):
    """Whether two skills may stand for one another: the same area, or neighbours in the graph."""

    taxonomy: Taxonomy

    def of_any(self, skill: SkillId, others: Iterable[SkillId]) -> bool:
        return any(self.of(skill, other) for other in others)

    def of(self, one: SkillId, other: SkillId) -> bool:
        skills, area_of = self.taxonomy.skills, self.taxonomy.area_of
        is_near = other in skills[one].adjacent or one in skills[other].adjacent
        return is_near or area_of[one] == area_of[other]


def choices_in(
    text: str,
    named: Sequence[Named],
    likeness: Likeness,
    grammar: PostingGrammar,
) -> Iterator[Choice]:
    """Each choice that a sentence leaves, of the skills that it names, in their order; "Go (or Java)" leaves one as well."""
    text = grammar.or_aside.sub(lambda found: " " * len(found[0]), text)
    for level in levels_of(text, named):
        for run in runs(text, level, grammar):
            is_any = grammar.any_of.search(text[: run[0].span[0]]) or grammar.or_similar.match(text, run[-1].span[1])
            for chosen in [run] if is_any else joined(text, run, likeness, grammar):
                if len({each.skill for each in chosen}) > 1:
                    yield chosen


def levels_of(text: str, named: Sequence[Named]) -> Iterator[list[Named]]:
    """What stands in each pair of brackets, and what stands outside: two choices in "Java (Spring or Quarkus) or Kotlin"."""
    outside = list(named)
    for bracket in BRACKETS.finditer(text):
        inside = [each for each in outside if bracket.start() < each.span[0] < bracket.end()]
        outside = [each for each in outside if each not in inside]
        yield inside
    yield outside


def runs(text: str, named: Sequence[Named], grammar: PostingGrammar) -> Iterator[list[Named]]:
    """Skills with nothing but commas, slashes and "or" between them, and what stands in brackets."""
    run: list[Named] = []
    for each in named:
        between = joint(text, run[-1], each) if run else ""
        if run and not COMMA.fullmatch(between) and not grammar.or_joint.fullmatch(between):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def joint(text: str, one: Named, other: Named) -> str:
    return BRACKETS.sub("", text[one.span[1] : other.span[0]])


def joined(text: str, run: Sequence[Named], likeness: Likeness, grammar: PostingGrammar) -> Iterator[Sequence[Named]]:
    """What "or" joins, with what slashes add, and back over commas what is like it: not the Linux of "Linux, C or C++"."""
    start = taken = 0
    for number, each in enumerate(run, start=1):
        between = joint(text, each, run[number]) if number < len(run) else ""
        if grammar.or_joint.fullmatch(between) or (number - start > 1 and between.strip() == "/"):
            continue
        if number - start > 1:
            while start > taken and likeness.of_any(run[start - 1].skill, [other.skill for other in run[start:number]]):
                start -= 1
            yield run[start:number]
            taken = number
        start = number
