"""What a project is called and for whom it was."""

import re
from collections.abc import Sequence

import msgspec

from skillgap.resume.field_scores import FieldScores
from skillgap.resume.head_parts import CLEAR, Fragment
from skillgap.resume.segments import Segment, SegmentGrammar

NAME_END = re.compile(r"[:,]\s|\s+[★⭐☆]")
BEHIND_ROLE = re.compile(r"(?:,|:|\s[–—-]|\s(?:of|to|for|on|at|von|bei|de|del|du))\s+(?=\S)")
"""Between what somebody was for a project and its name: "Maintainer, kafka-lagbot", "Contributor to Django"."""
SHORTEST_WORD = 4
"""Letters of a word that a proper name writes with a capital."""
LONGEST_NAME = 5
"""Words of a project's name in front of its description."""


def project_of(
    fragments: Sequence[Fragment],
    title: Segment | None,
    organization: Segment | None,
    grammar: SegmentGrammar,
) -> tuple[Segment | None, Segment | None]:
    """A project's name comes first, in front of any label; an organisation only where it is written and worded as one."""
    rest = list(fragments)
    if rest and (title is None or rest[0].segment.row < title.row):
        title = named_work(rest.pop(0).segment, grammar)
    if organization is None:
        named = (each.segment for each in rest if is_organization(each.scores) and is_proper_name(each.segment.text))
        organization = next(named, None)
    if organization is not None and (at := grammar.at.match(f" {organization.text}")) is not None:
        organization = msgspec.structs.replace(organization, text=organization.text[at.end() - 1 :])
    return title, organization


def is_proper_name(text: str) -> bool:
    """Say whether most longer words are in capitals: "Acme Labs", but not "savings groups for market women"."""
    longer = [word for word in text.split() if len(word) >= SHORTEST_WORD]
    return 2 * sum(not word[0].islower() for word in longer) > len(longer)


def named_work(segment: Segment, grammar: SegmentGrammar) -> Segment:
    """Cut a role and the description from a name: "Maintainer, tofu", "lamptest: a script", but not "Thesis: gait analysis"."""
    role = grammar.project_roles.match(segment.text)
    if role is not None and (of := BEHIND_ROLE.match(segment.text, role[1])) is not None:
        segment = msgspec.structs.replace(segment, text=segment.text[of.end() :])
    match = NAME_END.search(segment.text)
    if match is None or len(segment.text[: match.start()].split()) > LONGEST_NAME:
        return segment
    if match[0].startswith(":") and grammar.works.search(segment.text[: match.start()]):
        return segment
    return msgspec.structs.replace(segment, text=segment.text[: match.start()])


def is_organization(scores: FieldScores) -> bool:
    return scores.organization - max(scores.title, scores.other) >= CLEAR
