"""Where somebody lives: the place or address in a field of the header, told from what is said of it."""

import re
from collections.abc import Sequence

from skillgap.resume.details import LONGEST_VALUE, DetailGrammar, balanced
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.places import (
    is_known,
    is_mode,
    is_place,
    is_town,
    is_town_like,
    is_town_with_code,
    parts_of,
)

LONGEST_FIELD = 160
POSTCODE_LIKE = re.compile(
    r"\bP\.? ?O\.? ?Box\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|(?-i:\b(?!19|20)[1-9]\d{3} ?[A-Z]{2}\b)"
    r"|\b(?!(?:19|20)\d\d\b)(?:\d{4,6}(?:-\d{3,4})?|\d{3} \d{2,3})\s+[^\W\d_]{3}|\b[A-Z]{2} \d{5}\b"
    r"|\b(?:SA|WA|NT|NSW|VIC|QLD|TAS|ACT) \d{4}\b",
    re.IGNORECASE,
)
"""What an address has in it."""
POSTCODE_ALONE = re.compile(r"\d{3} ?\d{2,3}|\d{4,6}(?:-\d{3,4})?")
UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'’.]{0,20}(?:\s[^\W\d_][\w'’.]{0,20}){0,2}:\s+")
LIVES_IN = re.compile(
    r"\b(?:based|liv(?:es?|ing)(?: and works?)?|works?|working"
    r"|resid(?:es?|ing)|located|home|now|currently|presently|wohnhaft|lebt|habite|vivo|vive|residente?)\s+(?:in|at|à|a|en)\s+",
    re.IGNORECASE,
)
BASED_THERE = re.compile(r"^([^,;]*?)[\s-]based\b", re.IGNORECASE)
CLOSE_TO = re.compile(r"\s(?:near|bei|nahe|près de|pres de|cerca de|outside)\s", re.IGNORECASE)
BETWEEN_FIELDS = re.compile(r"\s[–—-]\s")
WORD = re.compile(r"[^\W\d_]+")
YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s")
REMARK = re.compile(r"\s*\(([^()]*)\)?\s*$")
MOST_PARTS = 4
LONGEST_PLACE = 6
"""Words of a place within a sentence."""


def is_place_field(field: str, grammar: DetailGrammar) -> bool:
    return is_place(field, grammar.places) and not grammar.fields.titles.search(field)


def address_in(field: str, grammar: DetailGrammar) -> str | None:
    """The place or address that a field of the header is, without what is said of it: "Office: Leeds, UK (hybrid)" is "Leeds, UK"."""
    if len(field) > LONGEST_FIELD:
        return None
    bare = balanced((UNKNOWN_LABEL.sub("", field) if ":" in field else field).strip(" ,;|."))
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
    if is_whole_place(bare, grammar):
        return bare
    based = BASED_THERE.match(bare)
    if based is not None and is_place_field(based[1], grammar):
        return based[1]
    is_told = not lives and any(map(str.isdigit, bare)) and is_town(parts[0].strip().casefold(), grammar.places)
    return place_before(parts, grammar, fewest=1 if lives or is_told else 2) or (
        place_in_words(bare, grammar) if lives else None
    )


def is_whole_place(text: str, grammar: DetailGrammar) -> bool:
    """Say whether all of it is a place or an address; one in small letters begins with the word for a street."""
    if is_place_field(text, grammar):
        return not text[:1].islower()
    is_small = text[:1].islower() and not is_street(text, grammar)
    if len(text) > LONGEST_VALUE or is_small or YEAR_FIRST.match(text):
        return False
    first, *behind = BETWEEN_FIELDS.split(text)
    if not behind:
        return is_address(text, grammar)
    is_named = any(map(str.isdigit, first)) or any(is_known(part, grammar.places) for part in parts_of(first))
    is_end = all(POSTCODE_ALONE.fullmatch(each) or is_place_field(each, grammar) for each in behind)
    return is_named and is_end and not grammar.fields.titles.search(first)


def is_street(text: str, grammar: DetailGrammar) -> bool:
    """Say whether a street with its number stands in it: "14 rue des Tanneurs", "Kantstraße 5", "Blk 5 Lot 55"."""
    return any(map(str.isdigit, text)) and (
        grammar.streets.search(text)
        or any(word.casefold().endswith(grammar.street_endings) for word in WORD.findall(text))
    )


def place_in_words(text: str, grammar: DetailGrammar) -> str | None:
    """The longest beginning of a sentence that is a place: "Tallinn with a dog" is "Tallinn"."""
    words = text.split()
    heads = (" ".join(words[:count]).strip(" ,.;") for count in range(min(len(words), LONGEST_PLACE), 0, -1))
    return next((head for head in heads if head[:1].isupper() and is_place_field(head, grammar)), None)


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
    close = CLOSE_TO.split(field)
    is_close = len(close) == 2 and is_town_like(close[0], grammar.places) and is_known(close[1], grammar.places)  # noqa: PLR2004 - both
    has_code = is_town_with_code(field, grammar.places) or POSTCODE_LIKE.search(field) is not None
    return ends_in_place or is_close or has_code or is_street(field, grammar)
