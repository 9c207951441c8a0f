"""Where somebody lives: the place or address in a field of the header, told from what is said of it."""

import re
from collections.abc import Sequence

from skillgap.resume.details import LONGEST_VALUE, DetailGrammar, balanced
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.places import is_known, is_mode, is_place, is_town_with_code, parts_of

LONGEST_FIELD = 160
POSTCODE_LIKE = re.compile(
    r"\bP\.? ?O\.? ?Box\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b(?!(?:19|20)\d\d\b)\d{4,6}(?:-\d{3,4})?\s+[^\W\d_]{3}|\b[A-Z]{2} \d{5}\b"
    r"|\d+[^\n]*\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|straße|strasse|str\.|rue|calle|via|plaza|weg)\b",
    re.IGNORECASE,
)
"""What an address has in it."""
UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'’.]{0,20}(?:\s[^\W\d_][\w'’.]{0,20}){0,2}:\s+")
LIVES_IN = re.compile(
    r"\b(?:based|liv(?:es?|ing)(?: and works?)?|works?|working"
    r"|resid(?:es?|ing)|located|home|now|currently|presently|wohnhaft|lebt|habite|vivo|vive|residente?)\s+(?:in|at|à|a|en)\s+",
    re.IGNORECASE,
)
BETWEEN_FIELDS = re.compile(r"\s[–—-]\s")
YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s")
REMARK = re.compile(r"\s*\(([^()]*)\)?\s*$")
MOST_PARTS = 4


def is_place_field(field: str, grammar: DetailGrammar) -> bool:
    return is_place(field, grammar.places) and not grammar.fields.titles.search(field)


def address_in(field: str, grammar: DetailGrammar) -> str | None:
    """The place or address that a field of the header is, without what is said of it: "Office: Leeds, UK (hybrid)" is "Leeds, UK"."""
    if len(field) > LONGEST_FIELD:
        return None
    bare = balanced((UNKNOWN_LABEL.sub("", field) if ":" in field else field).strip(" ,;|."))
    if len(bare) > LONGEST_VALUE:
        return None
    lives = LIVES_IN.search(bare)
    bare = bare[lives.end() :] if lives else bare
    remark = REMARK.search(bare)
    if remark is not None and not all(
        is_known(part, grammar.places) and not is_mode(part, grammar.places) for part in parts_of(remark[1])
    ):
        bare = bare[: remark.start()].rstrip(" ,")
    parts = bare.split(",")
    while len(parts) > 1 and is_institution(parts[0], grammar.fields):
        parts = parts[1:]
    bare = ",".join(parts).strip()
    if bare[:1].islower() or (YEAR_FIRST.match(bare) and not is_place_field(bare, grammar)):
        return None
    if is_place_field(bare, grammar) or (BETWEEN_FIELDS.search(bare) is None and is_address(bare, grammar)):
        return bare
    return place_before(parts, grammar, fewest=1 if lives else 2)


def is_institution(part: str, fields: FieldGrammar) -> bool:
    """Say whether it is where somebody works: "Department of Biology", not "88 Mill Lane"."""
    has_name = len(part.split()) > 1 and not any(map(str.isdigit, part))
    return has_name and (fields.organizations.search(part) or fields.departments.search(part))


def place_before(parts: Sequence[str], grammar: DetailGrammar, fewest: int) -> str | None:
    """The longest beginning that is a place: "Leeds. Lives for music" is "Leeds"."""
    for count in range(min(len(parts), MOST_PARTS), fewest - 1, -1):
        head = ",".join(parts[:count]).strip()
        for place in (head, head.partition(". ")[0], head.partition(" (")[0]):
            if is_place_field(place, grammar):
                return place
    return None


def is_address(field: str, grammar: DetailGrammar) -> bool:
    """Say whether a field of the header is a place or an address: it ends in a known place, or has a postcode or a street in it."""
    if is_place_field(field, grammar):
        return True
    parts = parts_of(field)
    if len(field) > LONGEST_VALUE or not parts or grammar.fields.titles.search(parts[0]):
        return False
    ends_in_place = len(parts) > 1 and is_known(parts[-1], grammar.places)
    return ends_in_place or is_town_with_code(field, grammar.places) or POSTCODE_LIKE.search(field) is not None
