"""What those who look after the taxonomy use: search, show, graph, export, diff, templates, schemas."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from skillgap.cli import run
from skillgap.shelves import shelf
from skillgap.taxonomy.authoring.assembling import laid_over
from skillgap.taxonomy.authoring.schemas import SHAPES, file_schema
from skillgap.taxonomy.browsing.searching import search_skills
from skillgap.taxonomy.whole import Taxonomy

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def skillgap(capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> tuple[int, str, str]:
        code = run([str(each) for each in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return command


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("epoll", "io-multiplexing"),
        ("Kuberntes", "kubernetes"),
        ("c++", "cpp"),
        ("race cond", "race-conditions"),
        ("C", "c"),
    ],
)
def test_search_finds_by_any_name(words: str, best: str, taxonomy: Taxonomy) -> None:
    assert search_skills(words, taxonomy)[0].skill.id == best


def test_search_says_when_there_is_nothing(skillgap: Run) -> None:
    code, out, err = skillgap("taxonomy", "search", "zzqx")
    assert (code, out) == (2, "")
    assert "no skill is called anything like 'zzqx'" in err


def test_show_has_the_neighbourhood(skillgap: Run) -> None:
    code, out, _ = skillgap("taxonomy", "show", "epoll")
    assert code == 0
    assert out.startswith("I/O multiplexing · io-multiplexing · technology")
    for part in (
        "broader",
        "Socket programming (sockets)",
        "to learn it",
        "using it shows",
        "in evidence",
        "project",
        "to learn from",
    ):
        assert part in out


def test_a_name_nearly_right_is_answered_with_the_right_one(skillgap: Run) -> None:
    code, _, err = skillgap("taxonomy", "show", "kuberntes")
    assert code == 2
    assert "did you mean 'kubernetes'?" in err


@pytest.mark.parametrize("about", ["epoll", "networking", "software-systems-engineer"])
def test_graph_is_mermaid_whose_arrows_join_its_nodes(about: str, skillgap: Run) -> None:
    code, out, _ = skillgap("taxonomy", "graph", about, "--relation", "broader", "--relation", "requires")
    assert code == 0
    first, *lines = out.splitlines()
    nodes = {match[1] for line in lines if (match := re.fullmatch(r'  (s\d+)\["[^"<>]+"\]', line))}
    arrows = [match for line in lines if (match := re.fullmatch(r"  (s\d+) (?:-->|-\.->) (s\d+)", line))]
    assert first == "flowchart LR"
    assert len(nodes) + len(arrows) == len(lines)
    assert arrows
    assert {name for arrow in arrows for name in arrow.groups()} <= nodes


def test_skos_is_valid_turtle_and_keeps_its_rules(skillgap: Run, taxonomy: Taxonomy) -> None:
    code, out, _ = skillgap("taxonomy", "export", "--to", "skos")
    assert code == 0
    graph = Graph().parse(data=out, format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(taxonomy.skills) + len(taxonomy.areas)
    for concept in concepts:
        labels = list(graph.objects(concept, SKOS.prefLabel))
        above = set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        assert len(labels) == 1
        assert labels[0] not in set(graph.objects(concept, SKOS.altLabel))
        assert not above & set(graph.objects(concept, SKOS.related))
        assert above or (concept, SKOS.topConceptOf, None) in graph


def test_csv_and_esco_map_have_a_row_each(skillgap: Run, taxonomy: Taxonomy) -> None:
    rows = list(csv.DictReader(io.StringIO(skillgap("taxonomy", "export", "--to", "csv")[1])))
    assert [row["id"] for row in rows] == list(taxonomy.skills)
    linked = [skill.id for skill in taxonomy.skills.values() if skill.links and skill.links.esco]
    mapped = list(csv.DictReader(io.StringIO(skillgap("taxonomy", "export", "--to", "esco-map")[1])))
    assert [row["id"] for row in mapped] == linked != []


def test_no_cell_is_a_formula(skillgap: Run) -> None:
    rows = csv.reader(io.StringIO(skillgap("taxonomy", "export", "--to", "csv")[1]))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_json_has_everything(skillgap: Run, taxonomy: Taxonomy) -> None:
    content = json.loads(skillgap("taxonomy", "export", "--to", "json")[1])
    for part in ("skills", "roles", "resources", "questions", "areas"):
        assert [each["id"] for each in content[part]] == list(getattr(taxonomy, part))


def test_diff_names_what_changed_and_nothing_else(skillgap: Run, tmp_path: Path) -> None:
    ours, theirs = shelf("skill_taxonomy"), tmp_path / "theirs"
    shutil.copytree(ours, theirs)
    path = theirs / "skills" / "integration" / "messaging-and-streaming.yaml"
    text = path.read_text()
    assert "- id: mqtt\n" in text
    path.write_text(text.replace("- id: mqtt\n", "- id: mqtt-protocol\n"))
    path = theirs / "release.yaml"
    path.write_text(path.read_text().replace('version: "', 'version: "x'))
    path = theirs / "areas.yaml"
    path.write_text(path.read_text().replace("label: Networking", "label: Networks"))
    code, out, _ = skillgap("taxonomy", "diff", ours, theirs)
    assert code == 0
    version, *lines = out.splitlines()
    assert version.endswith("→ x" + version.split(" → ")[0])
    assert lines == [
        "~ area networking, label: Networking → Networks",
        "+ skill mqtt-protocol: MQTT",
        "- skill mqtt: MQTT",
    ]
    assert skillgap("taxonomy", "diff", ours, ours)[1] == "no difference\n"


def test_templates_are_valid_as_they_stand(skillgap: Run, tmp_path: Path) -> None:
    """Somebody who changes nothing has a skill and a role that pass the lint."""
    skills, roles = tmp_path / "own" / "skills" / "foundations", tmp_path / "own" / "roles"
    skills.mkdir(parents=True)
    roles.mkdir()
    assert skillgap("taxonomy", "new", "skill", "flux-valves", "-o", skills / "own.yaml")[0] == 0
    assert skillgap("taxonomy", "new", "role", "flux-engineer", "-o", roles / "flux-engineer.yaml")[0] == 0
    for part, place in (("resource", "resources"), ("question", "questions/foundations")):
        (tmp_path / "own" / place).mkdir(parents=True)
        assert skillgap("taxonomy", "new", part, "flux-basics", "-o", tmp_path / "own" / place / "own.yaml")[0] == 0
    code, out, err = skillgap("taxonomy", "lint", "--taxonomy", tmp_path / "own")
    assert (code, err) == (0, "")
    assert out.endswith("no faults\n")
    assert "flux-engineer" in skillgap("roles", "--taxonomy", tmp_path / "own")[1]
    assert skillgap("taxonomy", "new", "skill", "x", "-o", skills / "own.yaml")[0] == 2


def test_an_entry_of_ours_is_there_to_start_from(skillgap: Run, taxonomy: Taxonomy, tmp_path: Path) -> None:
    code, out, _ = skillgap("taxonomy", "show", "kafka", "--yaml")
    assert code == 0
    path = tmp_path / "skills" / "integration" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(out)
    assert laid_over(taxonomy, tmp_path).skills["kafka"] == taxonomy.skills["kafka"]
    assert "your folder replaces skills/kafka" in skillgap("taxonomy", "lint", "--taxonomy", tmp_path)[1]
    code, _, err = skillgap("taxonomy", "new", "skill", "kafka")
    assert code == 2
    assert "skillgap taxonomy show kafka --yaml" in err


def own_skill(folder: Path, aliases: str, examples: str = "[Tuned it., Built it.]") -> Path:
    path = folder / "skills" / "foundations" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"- {{id: flux, label: Fluxomatic, kind: tool, definition: d, requires: [c], aliases: {aliases}, examples: {examples}}}\n"
    )
    return folder


def test_a_clash_is_told_of_the_own_entry_alone(skillgap: Run, tmp_path: Path) -> None:
    """Nobody is sent to mend files of ours."""
    folder = own_skill(tmp_path, "[epoll]", '["Fluxomatic, Git", Fluxomatic since 2019.]')
    code, _, err = skillgap("taxonomy", "lint", "--taxonomy", folder)
    assert code == 3
    assert err.splitlines()[0] == "skillgap: the taxonomy has 2 faults:"
    assert all(line.startswith(f"{folder}/") for line in err.splitlines()[1:])
    assert "belongs to io-multiplexing too; leave it out of one of them" in err


def test_what_may_be_an_everyday_word_is_pointed_out(skillgap: Run, tmp_path: Path) -> None:
    folder = own_skill(
        tmp_path, "[fluxing, FLUXO, {text: fluxive, ambiguous: true}]", '["Fluxomatic, Git", fluxing, done]'
    )
    code, _, err = skillgap("taxonomy", "lint", "--taxonomy", folder)
    assert code == 3
    assert "the example 'done' is read as nothing; was it cut by a comma within [ ]? put it in quotes" in err
    path = folder / "skills" / "foundations" / "own.yaml"
    path.write_text(path.read_text().replace(", done]", "], counterexamples: [The river was fluxive.]"))
    code, out, _ = skillgap("taxonomy", "lint", "--taxonomy", folder)
    assert code == 0
    assert [line for line in out.splitlines() if "everyday" in line or "counts wherever" in line] == [
        "could be better: flux: 'fluxing' counts wherever it stands; if people of other trades write it, make it ambiguous"
    ]


@pytest.mark.parametrize("name", ["Flux Valves", "", "-x", "é"])
def test_a_name_that_is_no_id_is_refused(name: str, skillgap: Run) -> None:
    code, out, err = skillgap("taxonomy", "new", "skill", "--", name)
    assert (code, out) == (2, "")
    assert "is no id" in err


FILES = {
    "skills": "skills/*/*.yaml",
    "roles": "roles/*.yaml",
    "resources": "resources/*.yaml",
    "questions": "questions/*/*.yaml",
    "cues": "cues/*.yaml",
    "areas": "areas.yaml",
    "places": "places.yaml",
    "fit": "fit.yaml",
    "release": "release.yaml",
}


@pytest.mark.parametrize("kind", SHAPES)
def test_our_files_follow_the_printed_schemas(kind: str, skillgap: Run) -> None:
    schema = json.loads(skillgap("taxonomy", "schema", kind)[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted(shelf("skill_taxonomy").glob(FILES[kind]))
    assert paths
    for path in paths:
        validator.validate(yaml.safe_load(path.read_text()))


@pytest.mark.parametrize("wrong", [{"id": "x"}, {"extends": "c", "label": "C"}, "words"])
def test_a_schema_refuses_what_the_lint_refuses(wrong: Any) -> None:
    assert not jsonschema.Draft202012Validator(file_schema("skills")).is_valid([wrong])
