"""The skills as a SKOS concept scheme, in Turtle."""

from collections.abc import Mapping

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from skillgap.taxonomy.types import Match, Skill, SkillId
from skillgap.taxonomy.whole import Taxonomy

BASE = "https://skillgap.example/taxonomy/"
"""Nobody owns an address yet under which the concepts could be looked up."""
WIKIDATA = "http://www.wikidata.org/entity/"
MATCHES = {
    Match.EXACT: SKOS.exactMatch,
    Match.CLOSE: SKOS.closeMatch,
    Match.BROAD: SKOS.broadMatch,
    Match.NARROW: SKOS.narrowMatch,
}
LANGUAGE = "en"


def as_turtle(taxonomy: Taxonomy, base: str = BASE) -> str:
    """Areas are top concepts, skills concepts in them; `requires` and `implies` have no word in SKOS and stay out."""
    space = Namespace(base)
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    graph.bind("", space)
    scheme = URIRef(base)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, DCTERMS.title, Literal("Skills of software systems engineering", lang=LANGUAGE)))
    graph.add((scheme, DCTERMS.hasVersion, Literal(taxonomy.release.version)))
    for area in taxonomy.areas.values():
        concept = space[f"area/{area.id}"]
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.prefLabel, Literal(area.label, lang=LANGUAGE)))
        graph.add((concept, SKOS.scopeNote, Literal(area.about, lang=LANGUAGE)))
        graph.add((concept, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, concept))
    kin = {skill: ancestors(skill, taxonomy) for skill in taxonomy.skills}
    for skill in taxonomy.skills.values():
        add_skill(graph, skill, space, taxonomy.area_of[skill.id])
        relate(graph, skill, space, kin)
    return graph.serialize(format="turtle")


def add_skill(graph: Graph, skill: Skill, space: Namespace, area: str) -> None:
    concept = space[skill.id]
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, URIRef(str(space))))
    graph.add((concept, SKOS.notation, Literal(skill.id)))
    graph.add((concept, SKOS.prefLabel, Literal(skill.label, lang=LANGUAGE)))
    graph.add((concept, SKOS.definition, Literal(skill.definition, lang=LANGUAGE)))
    for alias in skill.surfaces:
        if alias.text.casefold() != skill.label.casefold():
            graph.add((concept, SKOS.altLabel, Literal(alias.text, lang=LANGUAGE)))
    for line in skill.examples:
        graph.add((concept, SKOS.example, Literal(line, lang=LANGUAGE)))
    for broader in [space[each] for each in skill.broader] or [space[f"area/{area}"]]:
        graph.add((concept, SKOS.broader, broader))
        graph.add((broader, SKOS.narrower, concept))
    if skill.links and skill.links.esco:
        graph.add((concept, MATCHES[skill.links.esco_match], URIRef(skill.links.esco)))
    if skill.links and skill.links.wikidata:
        graph.add((concept, SKOS.exactMatch, URIRef(WIKIDATA + skill.links.wikidata)))


def relate(graph: Graph, skill: Skill, space: Namespace, kin: Mapping[SkillId, set[SkillId]]) -> None:
    """SKOS allows no two concepts to be related of which one is above the other."""
    concept = space[skill.id]
    for other in skill.adjacent:
        if other not in kin[skill.id] and skill.id not in kin[other]:
            graph.add((concept, SKOS.related, space[other]))
            graph.add((space[other], SKOS.related, concept))


def ancestors(skill: SkillId, taxonomy: Taxonomy) -> set[SkillId]:
    above: set[SkillId] = set()
    waiting = list(taxonomy.skills[skill].broader)
    while waiting:
        each = waiting.pop()
        if each not in above:
            above.add(each)
            waiting += taxonomy.skills[each].broader
    return above
