"""Faults within one role profile."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from skillgap.taxonomy.authoring.findings import Finding
from skillgap.taxonomy.authoring.name_checks import repeated
from skillgap.taxonomy.types import Basis, CareerLevel, Role, RoleSkill


def role_faults(role: Role) -> Iterator[Finding]:
    messages = [*list_faults("", role.skills), *(each for line in role.skills for each in line_faults(line))]
    known = {line.skill for line in role.skills}
    for track in role.tracks:
        where = f"the track {track.id} "
        messages += list_faults(where, track.skills)
        messages += [where + each for line in track.skills for each in line_faults(line)]
        messages += [f"{where}drops {each}, which the role does not have" for each in track.drops if each not in known]
    messages += [f"has two tracks {each!r}" for each in repeated(track.id for track in role.tracks)]
    yield from (Finding("roles", role.id, message) for message in messages)


def list_faults(where: str, lines: Sequence[RoleSkill]) -> Iterator[str]:
    named = [skill for line in lines for skill in line.choice]
    yield from (f"{where}lists {skill!r} twice" for skill in repeated(named))


def line_faults(line: RoleSkill) -> Iterator[str]:
    for before, after in pairwise(CareerLevel):
        if line.required(after).rank < line.required(before).rank:
            more, less = f"{line.required(before)} of {before}", f"{line.required(after)} of {after}"
            yield f"asks {line.skill} for less at a higher level: {more}, {less}"
    has_counts = line.postings is not None and line.of is not None
    if (line.basis is Basis.POSTINGS) != has_counts:
        yield f"{line.skill} does not say what its importance rests on: postings and of, or basis: judgement"
    elif line.postings is not None and line.of is not None and line.postings > line.of:
        yield f"{line.skill} is named by more postings than were read"


def all_lines(role: Role) -> tuple[RoleSkill, ...]:
    return (*role.skills, *(line for track in role.tracks for line in track.skills))
