"""A skill and what stands around it, as text and as a graph."""

from collections.abc import Iterable, Iterator
from typing import Literal

from skillgap.taxonomy.types import Case, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

Relation = Literal["broader", "requires", "implies", "adjacent"]
RELATIONS: tuple[Relation, ...] = ("broader", "requires", "implies", "adjacent")
ARROWS: dict[Relation, str] = {"broader": "-->", "requires": "-.->", "implies": "==>", "adjacent": "---"}
DEEPEST = 3
Tree = tuple[str, tuple["Tree", ...]]


def skill_tree(skill: Skill, taxonomy: Taxonomy) -> Tree:
    """Return everything that is known of one skill, a line a node."""
    branches = [
        ("names", tuple(leaf(text) for text in names_of(skill))),
        ("broader", tuple(chain(each, "broader", taxonomy) for each in skill.broader)),
        ("narrower", tuple(leaf(titled(each, taxonomy)) for each in pointing_at(skill.id, "broader", taxonomy))),
        ("to learn it", tuple(chain(each, "requires", taxonomy) for each in skill.requires)),
        ("needed for", tuple(leaf(titled(each, taxonomy)) for each in pointing_at(skill.id, "requires", taxonomy))),
        ("using it shows", weighted(skill.implies.items(), taxonomy)),
        ("near it", weighted(taxonomy.neighbours.get(skill.id, ()), taxonomy)),
        ("in evidence", levels_of(skill)),
        ("read as it", tuple(leaf(line) for line in skill.examples)),
        ("proves it unnamed", tuple(leaf(line) for line in skill.paraphrases)),
        ("not it", tuple(leaf(line) for line in skill.counterexamples)),
        (
            "project",
            (leaf(f"{skill.project.title} ({skill.project.hours:g} h): {skill.project.brief}"),)
            if skill.project
            else (),
        ),
        ("to learn from", tuple(leaf(resource_line(each, taxonomy)) for each in taxonomy.teaching.get(skill.id, ()))),
        ("to be asked", tuple(leaf(question_line(each, taxonomy)) for each in taxonomy.asking.get(skill.id, ()))),
        ("in roles", tuple(leaf(line) for line in role_lines(skill.id, taxonomy))),
        ("elsewhere", tuple(leaf(line) for line in link_lines(skill))),
    ]
    head = f"{skill.label} · {skill.id} · {skill.kind} · {taxonomy.area_of[skill.id]}/{taxonomy.group_of[skill.id]}"
    return (f"{head}\n{skill.definition}", tuple((name, inside) for name, inside in branches if inside))


def names_of(skill: Skill) -> Iterator[str]:
    for alias in sorted(skill.surfaces, key=lambda each: each.text.casefold()):
        notes = [*(["exactly so"] if alias.case is Case.EXACT else []), *(["by context"] if alias.ambiguous else [])]
        yield f"{alias.text} ({', '.join(notes)})" if notes else alias.text


def chain(skill: SkillId, relation: Relation, taxonomy: Taxonomy, depth: int = 1) -> Tree:
    """Follow a relation upward, so far as fits on a page."""
    above = targets(taxonomy.skills[skill], relation) if depth < DEEPEST else ()
    return (titled(skill, taxonomy), tuple(chain(each, relation, taxonomy, depth + 1) for each in above))


def targets(skill: Skill, relation: Relation) -> tuple[SkillId, ...]:
    return tuple(getattr(skill, relation))


def pointing_at(skill: SkillId, relation: Relation, taxonomy: Taxonomy) -> list[SkillId]:
    return sorted(each.id for each in taxonomy.skills.values() if skill in targets(each, relation))


def weighted(strengths: Iterable[tuple[SkillId, float]], taxonomy: Taxonomy) -> tuple[Tree, ...]:
    ranked = sorted(strengths, key=lambda each: (-each[1], each[0]))
    return tuple(leaf(f"{strength:.0%} {titled(skill, taxonomy)}") for skill, strength in ranked)


def levels_of(skill: Skill) -> tuple[Tree, ...]:
    if skill.levels is None:
        return ()
    return tuple(leaf(f"{name}: {getattr(skill.levels, name)}") for name in skill.levels.__struct_fields__)


def resource_line(resource: str, taxonomy: Taxonomy) -> str:
    each = taxonomy.resources[resource]
    return f"{each.title} ({each.level}, {each.hours:g} h, {'free' if each.free else 'paid'}) {each.url}"


def question_line(question: str, taxonomy: Taxonomy) -> str:
    each = taxonomy.questions[question]
    return f"{each.level}: {each.question}"


def role_lines(skill: SkillId, taxonomy: Taxonomy) -> Iterator[str]:
    for role in taxonomy.roles.values():
        yield from (f"{role.label}: {line.importance}" for line in role.skills if skill in line.choice)


def link_lines(skill: Skill) -> Iterator[str]:
    if skill.links is None:
        return
    if skill.links.esco:
        yield f"ESCO ({skill.links.esco_match} match) {skill.links.esco}"
    if skill.links.onet:
        yield f"O*NET {', '.join(skill.links.onet)}"
    if skill.links.wikidata:
        yield f"Wikidata {skill.links.wikidata}"


def titled(skill: SkillId, taxonomy: Taxonomy) -> str:
    return f"{taxonomy.skills[skill].label} ({skill})"


def leaf(text: str) -> Tree:
    return (text, ())


def mermaid(skills: Iterable[SkillId], taxonomy: Taxonomy, relations: Iterable[Relation]) -> str:
    """Draw the skills and what holds among them as a Mermaid flow chart."""
    chosen = sorted(set(skills))
    numbers = {skill: f"s{number}" for number, skill in enumerate(chosen)}
    lines = ["flowchart LR"]
    lines += [f'  {numbers[skill]}["{quoted(taxonomy.skills[skill].label)}"]' for skill in chosen]
    for relation in relations:
        for skill in chosen:
            lines += [
                f"  {numbers[skill]} {ARROWS[relation]} {numbers[other]}"
                for other in targets(taxonomy.skills[skill], relation)
                if other in numbers
            ]
    return "\n".join(lines) + "\n"


def around(skill: SkillId, taxonomy: Taxonomy) -> set[SkillId]:
    """The skill, all that it points at, and all that point at it."""
    entry = taxonomy.skills[skill]
    near = {skill}
    for relation in RELATIONS:
        near |= {*targets(entry, relation), *pointing_at(skill, relation, taxonomy)}
    return near


def quoted(text: str) -> str:
    """Mermaid reads entities within quotation marks."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace("#", "&#35;")
