"""Examples of a broad name: "networking (DNS, TLS)", "tracing tools such as ftrace"; not what goes with one, "Java (Spring)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from skillgap.postings.grammar import PostingGrammar, plain
from skillgap.postings.strengths import Span
from skillgap.taxonomy.types import Kind, Skill, SkillId

BRACKETS = re.compile(r"\([^()]*\)")
NOUN = re.compile(r"(?:\s+[^\W\d_A-Z]+)?\s*")
"""What may follow a name: "networking concepts (…)", "tracing tools such as …"."""
GOES_ON = re.compile(r"\s*,?\s*(?:\b(?:and|und|et|y)\b|[&,/])\s*", re.IGNORECASE)
BROAD = {Kind.CONCEPT, Kind.PRACTICE, Kind.TECHNOLOGY}
"""Kinds of skills whose names may be said with examples; a language or a tool is wanted itself, whatever stands in brackets behind it."""


class Named(NamedTuple):
    """A skill and where a sentence names it."""

    span: Span
    skill: SkillId


def examples_in(
    text: str, named: Sequence[Named], skills: Mapping[SkillId, Skill], grammar: PostingGrammar
) -> Iterator[list[Named]]:
    """Each broad name and, behind it, its examples; none where these leave a choice themselves."""
    yield from others_named(text, named, grammar)
    for broad, examples in (*in_brackets(text, named), *led_in(text, named, grammar)):
        is_choice = any(grammar.or_joint.match(text, each.span[1]) for each in examples)
        is_platform = plain(text[slice(*broad.span)]) in grammar.platforms
        if examples and not is_choice and not is_platform and is_broad(broad.skill, examples, skills):
            yield [broad, *examples]


def in_brackets(text: str, named: Sequence[Named]) -> Iterator[tuple[Named, list[Named]]]:
    for bracket in BRACKETS.finditer(text):
        inside = [each for each in named if bracket.start() < each.span[0] < bracket.end()]
        yield from ((each, inside) for each in named if NOUN.fullmatch(text, each.span[1], bracket.start()))


def others_named(text: str, named: Sequence[Named], grammar: PostingGrammar) -> Iterator[list[Named]]:
    """What is named last before "or another … (…)", and what the brackets name: "PostgreSQL or a similar database (MariaDB)"."""
    for bracket in BRACKETS.finditer(text):
        lead = grammar.other_such.search(f"{text[: bracket.start()].rstrip()} ")
        told = [each for each in named if lead and each.span[0] < bracket.end()]
        before = [each for each in told if lead and each.span[1] <= lead.start()]
        if before and any(each.span[0] > bracket.start() for each in told):
            yield told[len(before) - 1 :]


def led_in(text: str, named: Sequence[Named], grammar: PostingGrammar) -> Iterator[tuple[Named, list[Named]]]:
    """What follows "such as", over commas and "and"."""
    for number, broad in enumerate(named):
        examples: list[Named] = []
        for before, each in pairwise(named[number:]):
            if not (GOES_ON if examples else grammar.example_lead).fullmatch(text, before.span[1], each.span[0]):
                break
            examples.append(each)
        yield broad, examples


def is_broad(skill: SkillId, examples: Sequence[Named], skills: Mapping[SkillId, Skill]) -> bool:
    """A language is no example: "programming (C, Python)" asks for both. One that names the skill itself makes the rest examples, too."""
    kinds = {skills[example.skill].kind for example in examples}
    is_one = skills[skill].kind in BROAD and Kind.LANGUAGE not in kinds
    return is_one and any(example.skill == skill or is_above(skill, example.skill, skills) for example in examples)


def is_above(wide: SkillId, narrow: SkillId, skills: Mapping[SkillId, Skill], least: float = 0.0) -> bool:
    """Say whether the other is a kind or a part of the one, or shows it, and by how much at least."""
    share = skills[narrow].implies.get(wide, 0.0)
    return wide in broader_of(narrow, skills) or 0 < share >= least


def broader_of(skill: SkillId, skills: Mapping[SkillId, Skill]) -> set[SkillId]:
    """Everything that the skill is a kind or a part of."""
    found: set[SkillId] = set()
    waiting = [skill]
    while waiting:
        new = [each for each in skills[waiting.pop()].broader if each not in found]
        found.update(new)
        waiting += new
    return found
