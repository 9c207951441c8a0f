"""The taxonomy as JSON, and its skills as CSV."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

import msgspec

from skillgap.printed_json import json_text
from skillgap.taxonomy.whole import Taxonomy

LIST_SIGN = "|"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
SKILL_COLUMNS = (
    "id",
    "label",
    "area",
    "group",
    "kind",
    "definition",
    "aliases",
    "broader",
    "requires",
    "implies",
    "adjacent",
    "esco",
    "onet",
    "wikidata",
)
ESCO_COLUMNS = ("id", "label", "match", "esco")


def as_json(taxonomy: Taxonomy) -> str:
    """Everything that people wrote, by id; what is worked out from it is left out."""
    content = {
        "release": taxonomy.release,
        "digest": taxonomy.digest,
        "areas": list(taxonomy.areas.values()),
        "skills": [
            {
                "area": taxonomy.area_of[skill.id],
                "group": taxonomy.group_of[skill.id],
                **msgspec.to_builtins(skill),
            }
            for skill in taxonomy.skills.values()
        ],
        "roles": list(taxonomy.roles.values()),
        "resources": list(taxonomy.resources.values()),
        "questions": list(taxonomy.questions.values()),
    }
    return json_text(content)


def as_csv(taxonomy: Taxonomy) -> str:
    """One skill a row; lists are parted by a bar."""
    rows = []
    for skill in taxonomy.skills.values():
        links = skill.links
        rows.append(
            (
                skill.id,
                skill.label,
                taxonomy.area_of[skill.id],
                taxonomy.group_of[skill.id],
                skill.kind,
                skill.definition,
                LIST_SIGN.join(alias.text for alias in skill.surfaces),
                LIST_SIGN.join(skill.broader),
                LIST_SIGN.join(skill.requires),
                LIST_SIGN.join(f"{other}:{strength:g}" for other, strength in skill.implies.items()),
                LIST_SIGN.join(f"{other}:{strength:g}" for other, strength in skill.adjacent.items()),
                (links and links.esco) or "",
                LIST_SIGN.join(links.onet) if links else "",
                (links and links.wikidata) or "",
            )
        )
    return table(SKILL_COLUMNS, rows)


def as_esco_map(taxonomy: Taxonomy) -> str:
    """Our ids beside ESCO's concepts, with how well they fit."""
    rows = [
        (skill.id, skill.label, skill.links.esco_match, skill.links.esco)
        for skill in taxonomy.skills.values()
        if skill.links and skill.links.esco
    ]
    return table(ESCO_COLUMNS, rows)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV that no spreadsheet takes for a formula."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in row] for row in rows)
    return text.getvalue()
