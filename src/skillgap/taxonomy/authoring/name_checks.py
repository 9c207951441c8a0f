"""Names of skills that are written or claimed twice, or ambiguous without a line that shows the other sense."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from skillgap.taxonomy.authoring.findings import Finding
from skillgap.taxonomy.names import variants
from skillgap.taxonomy.types import Case, SkillId
from skillgap.taxonomy.whole import Taxonomy


def name_faults(taxonomy: Taxonomy) -> Iterator[Finding]:
    owners: dict[str, set[SkillId]] = defaultdict(set)
    for skill in taxonomy.skills.values():
        for alias in skill.surfaces:
            owners[alias.text.casefold()].add(skill.id)
        keys = [alias.text if alias.case is Case.EXACT else alias.text.casefold() for alias in skill.surfaces]
        yield from (Finding("skills", skill.id, f"the alias {text!r} is written twice") for text in repeated(keys))
        if any(alias.ambiguous for alias in skill.surfaces) and not skill.counterexamples:
            yield Finding("skills", skill.id, "has an ambiguous alias, but no counterexample")
    for text, ids in owners.items():
        if len(ids) > 1:
            for owner in sorted(ids):
                others = sorted(ids - {owner})
                message = f"the alias {text!r} belongs to {' and '.join(others)} too; leave it out of one of them"
                yield Finding("skills", owner, message, about=others[0])
    yield from spelt_twice(taxonomy, owners)
    yield from self_hidden(taxonomy)


def self_hidden(taxonomy: Taxonomy) -> Iterator[Finding]:
    """Other senses that say no more than an ambiguous alias, which is then never found: half of a phrase cut at its comma, mostly."""

    def words(text: str) -> tuple[str, ...]:
        return tuple(taxonomy.form.of(word) for word in text.replace("-", " ").split())

    for skill in taxonomy.skills.values():
        names = {words(alias.text): alias.text for alias in skill.surfaces if alias.ambiguous}
        for phrase in skill.other_senses:
            if alias := names.get(words(phrase)):
                message = f"the other sense {phrase!r} hides the alias {alias!r} everywhere; was it cut by a comma? put it in quotes"
                yield Finding("skills", skill.id, message)


def spelt_twice(taxonomy: Taxonomy, owners: Mapping[str, set[SkillId]]) -> Iterator[Finding]:
    """Spellings that come free with an alias and are somebody else's name: N-API joined is the kernel's NAPI."""
    spelt: dict[str, dict[SkillId, str]] = defaultdict(dict)
    for skill in taxonomy.skills.values():
        for alias in skill.surfaces:
            for text in variants(alias):
                spelt[text if alias.case is Case.EXACT else text.casefold()][skill.id] = alias.text
    said: set[tuple[tuple[SkillId, str], ...]] = set()
    for text, claims in spelt.items():
        key = tuple(sorted(claims.items()))
        if len(claims) > 1 and len(owners.get(text.casefold(), ())) < len(claims) and key not in said:
            said.add(key)
            names = " and ".join(f"{name!r} of {skill}" for skill, name in key)
            message = f"{text!r} is a spelling of {names}; leave one of them out, or make it exact"
            yield Finding("skills", key[0][0], message)


def repeated(names: Iterable[str]) -> list[str]:
    listed = list(names)
    return sorted({each for each in listed if listed.count(each) > 1})
