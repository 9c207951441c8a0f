"""Faults of meaning in a taxonomy: dangling ids, cycles, names claimed twice, essentials that nobody can learn.

Each check yields sentences; nothing is raised, so that one run shows all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from skillgap.taxonomy.types import Case, Importance, Skill, SkillId, Taxonomy


def graph_faults(taxonomy: Taxonomy) -> Iterator[str]:
    """Run every check that needs no matcher."""
    yield from dangling(taxonomy)
    yield from cycles("requires", taxonomy.skills, lambda skill: skill.requires)
    yield from cycles("broader", taxonomy.skills, lambda skill: skill.broader)
    yield from claimed_twice(taxonomy)
    yield from without_counterexample(taxonomy)
    yield from unlearnable(taxonomy)
    yield from repeated_ids(taxonomy)


def dangling(taxonomy: Taxonomy) -> Iterator[str]:
    known = taxonomy.skills.keys()

    def missing(owner: str, field: str, ids: Iterable[SkillId]) -> Iterator[str]:
        return (f"{owner}: {field} names the unknown skill {each!r}" for each in ids if each not in known)

    for skill in taxonomy.skills.values():
        for field in ("broader", "requires", "implies", "adjacent"):
            yield from missing(skill.id, field, getattr(skill, field))
            if skill.id in getattr(skill, field):
                yield f"{skill.id}: {field} names the skill itself"
    for area in sorted(set(taxonomy.area_of.values()) - taxonomy.areas.keys()):
        yield f"skills/{area}: no such area in areas.yaml"
    for role in taxonomy.roles.values():
        yield from missing(role.id, "skills", (line.skill for line in role.skills))
    for resource in taxonomy.resources:
        yield from missing(resource.id, "skills", resource.skills)
    for question in taxonomy.questions:
        yield from missing(question.id, "skill", (question.skill,))


def cycles(
    field: str, skills: Mapping[SkillId, Skill], successors: Callable[[Skill], Iterable[SkillId]]
) -> Iterator[str]:
    """Walk depth first; a skill met again on its own path closes a cycle."""
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
                yield f"{field} goes in a circle: {' → '.join([*path[path.index(skill) :], skill])}"
            elif skill not in done and skill in skills:
                path.append(skill)
                stack.append((skill, True))
                stack += [(each, False) for each in successors(skills[skill])]


def claimed_twice(taxonomy: Taxonomy) -> Iterator[str]:
    owners: dict[str, set[SkillId]] = defaultdict(set)
    for skill in taxonomy.skills.values():
        for alias in skill.surfaces:
            owners[alias.text.casefold()].add(skill.id)
        keys = [alias.text if alias.case is Case.EXACT else alias.text.casefold() for alias in skill.surfaces]
        for text in sorted({key for key in keys if keys.count(key) > 1}):
            yield f"{skill.id}: the alias {text!r} is written twice"
    for text, ids in owners.items():
        if len(ids) > 1:
            yield f"the alias {text!r} belongs to {' and '.join(sorted(ids))}; it may belong to one"


def without_counterexample(taxonomy: Taxonomy) -> Iterator[str]:
    for skill in taxonomy.skills.values():
        if any(alias.ambiguous for alias in skill.surfaces) and not skill.counterexamples:
            yield f"{skill.id}: has an ambiguous alias, but no counterexample"


def unlearnable(taxonomy: Taxonomy) -> Iterator[str]:
    """Every essential skill of a role needs a free resource and a practice project."""
    taught = {skill for resource in taxonomy.resources if resource.free for skill in resource.skills}
    for role in taxonomy.roles.values():
        for line in role.skills:
            skill = taxonomy.skills.get(line.skill)
            if skill is None or line.importance is not Importance.ESSENTIAL:
                continue
            if skill.id not in taught:
                yield f"{role.id}: no free resource teaches the essential skill {skill.id}"
            if skill.project is None:
                yield f"{role.id}: the essential skill {skill.id} has no practice project"


def repeated_ids(taxonomy: Taxonomy) -> Iterator[str]:
    for kind, things in (("resource", taxonomy.resources), ("question", taxonomy.questions)):
        ids = [thing.id for thing in things]
        for each in sorted({each for each in ids if ids.count(each) > 1}):
            yield f"the {kind} id {each!r} is used twice"
    for role in taxonomy.roles.values():
        named = [line.skill for line in role.skills]
        for each in sorted({each for each in named if named.count(each) > 1}):
            yield f"{role.id}: lists {each!r} twice"


def counts(taxonomy: Taxonomy) -> dict[str, int]:
    """How much there is of everything."""
    skills = taxonomy.skills.values()
    return {
        "skills": len(skills),
        "aliases": sum(len(skill.surfaces) for skill in skills),
        "other senses": sum(len(skill.other_senses) for skill in skills),
        "examples": sum(len(skill.examples) for skill in skills),
        "counterexamples": sum(len(skill.counterexamples) for skill in skills),
        "projects": sum(skill.project is not None for skill in skills),
        "roles": len(taxonomy.roles),
        "resources": len(taxonomy.resources),
        "questions": len(taxonomy.questions),
    }
