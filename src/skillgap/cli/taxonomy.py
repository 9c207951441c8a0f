"""`skillgap taxonomy`: looking after the knowledge."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.knowledge import OVERLAY, chosen_taxonomy
from skillgap.cli.outputs import check_output, write_output
from skillgap.cli.showing import OUTPUT
from skillgap.errors import UsageError, unknown

MOST_FOUND = 20

app = typer.Typer(help="Look after the taxonomy.", no_args_is_help=True, rich_markup_mode=None)


class Export(StrEnum):
    SKOS = "skos"
    CSV = "csv"
    JSON = "json"
    ESCO_MAP = "esco-map"


class Thing(StrEnum):
    SKILL = "skill"
    ROLE = "role"
    RESOURCE = "resource"
    QUESTION = "question"


class Relations(StrEnum):
    BROADER = "broader"
    REQUIRES = "requires"
    IMPLIES = "implies"
    ADJACENT = "adjacent"


@app.callback()
def options() -> None:
    """Look after the taxonomy."""


@app.command("lint")
def lint(
    folder: Annotated[
        Path | None, typer.Argument(help="A whole taxonomy folder. Default: the one that came with skillgap.")
    ] = None,
    own: OVERLAY = None,
) -> None:
    """Check shape, graph and names, and run every example and counterexample through the real matcher."""
    from skillgap.evidence.linting import linted

    if folder is not None and own is not None:
        raise UsageError("a folder is either whole or laid over ours with --taxonomy", hint="name one of them")
    write_output("\n".join([*linted(folder, own), "no faults"]) + "\n", None)


@app.command("search")
def search(name: Annotated[list[str], typer.Argument(help="A name, or a part of one.")], own: OVERLAY = None) -> None:
    """Find skills by id, name, alias or definition."""
    from skillgap.taxonomy.browsing.searching import search_skills

    taxonomy, words = chosen_taxonomy(own), " ".join(name)
    found = search_skills(words, taxonomy)
    if not found:
        raise UsageError(f"no skill is called anything like {words!r}", hint="try a shorter part of its name")
    lines = [
        f"{each.skill.id:<28} {taxonomy.area_of[each.skill.id]:<20} {each.skill.label}"
        + (f" ({each.name})" if each.name not in {None, each.skill.id, each.skill.label} else "")
        for each in found[:MOST_FOUND]
    ]
    if len(found) > MOST_FOUND:
        lines.append(f"… and {len(found) - MOST_FOUND} more")
    write_output("\n".join(lines) + "\n", None)


@app.command("show")
def show(
    skill: Annotated[list[str], typer.Argument(help="A skill's id or name.")],
    as_yaml: Annotated[bool, typer.Option("--yaml", help="The entry as it stands in its file, to start from.")] = False,
    own: OVERLAY = None,
) -> None:
    """Show all that is known of one skill, and what stands around it, as a tree."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    from skillgap.taxonomy.authoring.yaml_files import as_entry
    from skillgap.taxonomy.browsing.neighbourhood import Tree as Branch
    from skillgap.taxonomy.browsing.neighbourhood import skill_tree
    from skillgap.taxonomy.browsing.searching import skill_named

    def grow(branch: Branch, tree: Tree) -> Tree:
        for text, inside in branch[1]:
            grow((text, inside), tree.add(Text(text)))
        return tree

    taxonomy = chosen_taxonomy(own)
    entry = taxonomy.skills[skill_named(" ".join(skill), taxonomy)]
    if as_yaml:
        write_output(as_entry(entry), None)
        return
    branch = skill_tree(entry, taxonomy)
    text = StringIO()
    Console(file=text, width=110, color_system=None, emoji=False).print(grow(branch, Tree(Text(branch[0]))))
    write_output("\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n", None)


@app.command("graph")
def graph(
    about: Annotated[str, typer.Argument(help="A skill with all around it, an area, or a role.")],
    relations: Annotated[
        list[Relations] | None, typer.Option("--relation", help="Which arrows to draw; may be repeated. Default: all.")
    ] = None,
    own: OVERLAY = None,
    output: OUTPUT = None,
) -> None:
    """Draw skills and what holds among them, as a Mermaid flow chart."""
    from skillgap.taxonomy.browsing.neighbourhood import RELATIONS, around, mermaid
    from skillgap.taxonomy.browsing.searching import skill_named
    from skillgap.taxonomy.types import RoleId

    check_output(output, source="")
    taxonomy = chosen_taxonomy(own)
    if about in taxonomy.areas:
        skills = {skill for skill, area in taxonomy.area_of.items() if area == about}
    elif RoleId(about) in taxonomy.roles:
        skills = {line.skill for line in taxonomy.roles[RoleId(about)].skills}
    else:
        skills = around(skill_named(about, taxonomy), taxonomy)
    chosen = [each for each in RELATIONS if not relations or each in relations]
    write_output(mermaid(skills, taxonomy, chosen), output)


@app.command("resources")
def resources(
    role: Annotated[str, typer.Argument(help="A role's id.")] = "software-systems-engineer", own: OVERLAY = None
) -> None:
    """List how each essential skill of a role can be learnt: from what, in how many hours."""
    from skillgap.taxonomy.authoring.completeness import ways_of_learning
    from skillgap.taxonomy.types import RoleId

    taxonomy = chosen_taxonomy(own)
    if RoleId(role) not in taxonomy.roles:
        raise unknown("role", role, taxonomy.roles)
    write_output("\n".join(ways_of_learning(taxonomy.roles[RoleId(role)], taxonomy)) + "\n", None)


@app.command("export")
def export(
    target: Annotated[Export, typer.Option("--to", help="skos (Turtle), csv, json or esco-map (CSV).")],
    own: OVERLAY = None,
    output: OUTPUT = None,
) -> None:
    """Give the taxonomy to other tools."""
    from skillgap.taxonomy.browsing import skos, tables

    check_output(output, source="")
    write = {
        Export.SKOS: skos.as_turtle,
        Export.CSV: tables.as_csv,
        Export.JSON: tables.as_json,
        Export.ESCO_MAP: tables.as_esco_map,
    }[target]
    write_output(write(chosen_taxonomy(own)), output)


@app.command("diff")
def diff(
    old: Annotated[Path, typer.Argument(help="A whole taxonomy folder.")],
    new: Annotated[Path | None, typer.Argument(help="Another. Default: the one that came with skillgap.")] = None,
) -> None:
    """Say what changed from one taxonomy to another, entry by entry."""
    from skillgap.shelves import shelf
    from skillgap.taxonomy.authoring.assembling import load_taxonomy
    from skillgap.taxonomy.browsing.differences import differences

    lines = differences(load_taxonomy(old), load_taxonomy(new or shelf("skill_taxonomy")))
    write_output("\n".join(lines or ["no difference"]) + "\n", None)


@app.command("new")
def new(
    thing: Annotated[Thing, typer.Argument(help="skill, role, resource or question.")],
    name: Annotated[str, typer.Argument(help="Its id: lower-case words joined by hyphens.")],
    output: OUTPUT = None,
) -> None:
    """Print a filled-in template for a skill, a role, a resource or a question."""
    from skillgap.taxonomy.authoring.templates import template_of
    from skillgap.taxonomy.loading import shipped_taxonomy
    from skillgap.taxonomy.types import SkillId

    check_output(output, source="")
    if thing is Thing.SKILL and SkillId(name) in shipped_taxonomy().skills:
        raise UsageError(f"there is a skill {name!r}", hint=f"`skillgap taxonomy show {name} --yaml` prints it")
    if output is not None and output.exists():
        raise UsageError(f"{output}: is there already", hint="choose another name")
    write_output(template_of(thing, name), output)


@app.command("schema")
def schema(
    kind: Annotated[
        str, typer.Argument(help="skills, roles, resources, questions, cues, areas, places, fit or release.")
    ],
    output: OUTPUT = None,
) -> None:
    """Print the JSON Schema of one kind of file, for editors."""
    from skillgap.printed_json import json_text
    from skillgap.taxonomy.authoring.schemas import SHAPES, file_schema

    check_output(output, source="")
    if kind not in SHAPES:
        raise unknown("kind of file", kind, SHAPES)
    write_output(json_text(file_schema(kind)), output)
