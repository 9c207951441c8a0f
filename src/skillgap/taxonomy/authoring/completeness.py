"""How much there is of everything, how each skill can be learnt, and what an entry could still say."""

from collections.abc import Iterator

from skillgap.taxonomy.authoring.fit_checks import idle_phrases
from skillgap.taxonomy.types import Importance, Resource, Role, SkillId
from skillgap.taxonomy.whole import Taxonomy


def counts(taxonomy: Taxonomy) -> dict[str, int]:
    skills = taxonomy.skills.values()
    return {
        "skills": len(skills),
        "aliases": sum(len(skill.surfaces) for skill in skills),
        "other senses": sum(len(skill.other_senses) for skill in skills),
        "examples": sum(len(skill.examples) for skill in skills),
        "counterexamples": sum(len(skill.counterexamples) for skill in skills),
        "projects": sum(skill.project is not None for skill in skills),
        "levels": sum(skill.levels is not None for skill in skills),
        "links": sum(skill.links is not None for skill in skills),
        "roles": len(taxonomy.roles),
        "tracks": sum(len(role.tracks) for role in taxonomy.roles.values()),
        "resources": len(taxonomy.resources),
        "questions": len(taxonomy.questions),
    }


def gaps(taxonomy: Taxonomy) -> Iterator[str]:
    """What is allowed to be missing, and would help somebody."""
    for skill in taxonomy.skills.values():
        missing = [name for name in ("levels", "project") if getattr(skill, name) is None]
        if missing:
            yield f"{skill.id} has no {' and no '.join(missing)}"
    for role in taxonomy.roles.values():
        missing = [
            name for name in ("work", "thrives", "finds_it_hard", "varies", "occupations") if not getattr(role, name)
        ]
        if missing:
            yield f"{role.id} has no {', no '.join(missing)}"
        for sentence in (*role.work, *role.thrives, *role.finds_it_hard, *role.varies, *role.values):
            if sentence[:1].islower():
                yield f"{role.id}: {sentence!r} begins small; a comma parts sentences inside [ ], put them in quotes or a line each"
    yield from idle_phrases(taxonomy.fit, tuple(taxonomy.roles.values()))


def free_resource(skill: SkillId, taxonomy: Taxonomy) -> Resource | None:
    """The best free resource for the skill, or for the nearest skill above it that has one."""
    waiting, seen = [skill], {skill}
    while waiting:
        each = waiting.pop(0)
        for resource in taxonomy.teaching.get(each, ()):
            if taxonomy.resources[resource].free:
                return taxonomy.resources[resource]
        above = [other for other in taxonomy.skills[each].broader if other not in seen and other in taxonomy.skills]
        waiting += above
        seen.update(above)
    return None


def ways_of_learning(role: Role, taxonomy: Taxonomy) -> Iterator[str]:
    """For each essential skill what to learn from, what to build, and the hours of both."""
    for line in role.skills:
        if line.importance is not Importance.ESSENTIAL:
            continue
        skill = taxonomy.skills[line.skill]
        resource, project = free_resource(skill.id, taxonomy), skill.project
        hours = (resource.hours if resource else 0) + (project.hours if project else 0)
        yield f"{skill.label} ({skill.id}): {hours:g} h"
        if skill.requires:
            yield f"  after    {', '.join(taxonomy.skills[each].label for each in skill.requires)}"
        if resource:
            whose = "" if skill.id in resource.skills else " (on what is broader)"
            yield f"  learn    {resource.title}{whose}, {resource.hours:g} h ({resource.hours_basis}), {resource.level}: {resource.url}"
        if project:
            yield f"  build    {project.title}, {project.hours:g} h"
