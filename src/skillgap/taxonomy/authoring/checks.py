"""Faults of meaning in a taxonomy: dangling ids, circles, skills that nobody can learn or that nothing leads to.

Each check yields findings; nothing is raised, so that one run shows all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from skillgap.taxonomy.authoring.completeness import free_resource
from skillgap.taxonomy.authoring.findings import Finding, Part
from skillgap.taxonomy.authoring.fit_checks import fit_faults
from skillgap.taxonomy.authoring.name_checks import name_faults
from skillgap.taxonomy.authoring.role_checks import all_lines, role_faults
from skillgap.taxonomy.authoring.yaml_files import meant
from skillgap.taxonomy.types import Importance, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

FIELD = ("operating-systems", "networking", "concurrency", "integration")
"""The areas of the role that the product is made for; foundations and neighbouring fields stand beside them."""


def graph_faults(taxonomy: Taxonomy) -> Iterator[Finding]:
    """Run every check that needs no matcher."""
    yield from dangling(taxonomy)
    yield from circles("requires", taxonomy.skills, lambda skill: skill.requires)
    yield from circles("broader", taxonomy.skills, lambda skill: skill.broader)
    yield from name_faults(taxonomy)
    yield from unlearnable(taxonomy)
    yield from unconnected(taxonomy)
    for role in taxonomy.roles.values():
        yield from role_faults(role)
    yield from fit_faults(taxonomy.fit)


def dangling(taxonomy: Taxonomy) -> Iterator[Finding]:
    known = taxonomy.skills.keys()

    def missing(part: Part, owner: str, field: str, ids: Iterable[SkillId]) -> Iterator[Finding]:
        unknown = (each for each in ids if each not in known)
        return (
            Finding(part, owner, f"{field} names the unknown skill {each!r}{meant(each, known)}") for each in unknown
        )

    for post, shown in taxonomy.cues.post_shows.items():
        yield from missing("cues", taxonomy.cues.language, f"post_shows of {post}", shown)
    for skill in taxonomy.skills.values():
        for field in ("broader", "requires", "implies", "adjacent"):
            yield from missing("skills", skill.id, field, getattr(skill, field))
            if skill.id in getattr(skill, field):
                yield Finding("skills", skill.id, f"{field} names the skill itself")
        if (area := taxonomy.area_of[skill.id]) not in taxonomy.areas:
            hint = meant(area, taxonomy.areas) or f"; known: {', '.join(taxonomy.areas)}"
            yield Finding("skills", skill.id, f"stands in skills/{area}/, and areas.yaml has no such area{hint}")
    for role in taxonomy.roles.values():
        yield from missing("roles", role.id, "skills", (skill for line in all_lines(role) for skill in line.choice))
    for resource in taxonomy.resources.values():
        yield from missing("resources", resource.id, "skills", resource.skills)
    for question in taxonomy.questions.values():
        yield from missing("questions", question.id, "skill", (question.skill,))


def circles(
    field: str, skills: Mapping[SkillId, Skill], successors: Callable[[Skill], Iterable[SkillId]]
) -> Iterator[Finding]:
    """Walk depth first; a skill met again on its own path closes a circle."""
    done: set[SkillId] = set()
    for first in skills:
        path: list[SkillId] = []
        stack = [(first, False)]
        while stack:
            skill, is_left = stack.pop()
            if is_left:
                path.pop()
                done.add(skill)
            elif skill in path:
                way = " → ".join([*path[path.index(skill) :], skill])
                yield Finding("skills", skill, f"{field} goes in a circle: {way}")
            elif skill not in done and skill in skills:
                path.append(skill)
                stack.append((skill, True))
                stack += [(each, False) for each in successors(skills[skill])]


def unlearnable(taxonomy: Taxonomy) -> Iterator[Finding]:
    """Every skill of the field needs a free resource, its own or a broader one's; every essential one a practice project."""
    for skill in taxonomy.skills:
        if taxonomy.area_of[skill] in FIELD and free_resource(skill, taxonomy) is None:
            yield Finding("skills", skill, "no free resource teaches it, nor anything broader; add one to resources/")
    for role in taxonomy.roles.values():
        for line in role.skills:
            entry = taxonomy.skills.get(line.skill)
            if entry is None or line.importance is not Importance.ESSENTIAL:
                continue
            if free_resource(line.skill, taxonomy) is None:
                yield Finding("roles", role.id, f"no free resource teaches the essential skill {line.skill}")
            if entry.project is None:
                yield Finding("roles", role.id, f"the essential skill {line.skill} has no practice project")


def unconnected(taxonomy: Taxonomy) -> Iterator[Finding]:
    """A skill that nothing leads to or from is of use to nobody."""
    asked = {line.skill for role in taxonomy.roles.values() for line in all_lines(role)}
    for skill in taxonomy.skills.values():
        if not (skill.broader or skill.requires or taxonomy.neighbours.get(skill.id)) and skill.id not in asked:
            message = "nothing leads to it: no broader, requires or adjacent, and no role asks for it"
            yield Finding("skills", skill.id, message)
