"""Where somebody lives: the place or address in a field of the header, told from what is said of it."""

import re
from collections.abc import Sequence

from skillgap.resume.detail_types import DetailKind
from skillgap.resume.details import DetailGrammar, balanced, key_of_label, kind_of_label
from skillgap.resume.field_scores import FieldGrammar, is_title_word
from skillgap.resume.networks import shipped_networks
from skillgap.resume.places import (
    is_known,
    is_mode,
    is_place,
    is_small_place,
    is_town,
    is_town_like,
    is_town_with_code,
    parts_of,
)

LONGEST_FIELD, LONGEST_ADDRESS = 160, 130
FULL_DATE = re.compile(
    r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\.?\s[^\W\d_]{3,10}\s(?:19|20)\d\d(?!\d)"
)
POSTCODE_LIKE = re.compile(
    r"\bP\.? ?O\.? ?Box\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|(?-i:\b(?!19|20)[1-9]\d{3} ?[A-Z]{2}\b)"
    r"|\b(?!(?:19|20)\d\d\b)(?:\d{4,6}(?:-\d{3,4})?|\d{3} \d{2,3})\s+[^\W\d_]{3}|\b[A-Z]{2} \d{5}\b"
    r"|\b(?:SA|WA|NT|NSW|VIC|QLD|TAS|ACT) \d{4}\b",
    re.IGNORECASE,
)
"""What an address has in it."""
POSTCODE_ALONE = re.compile(
    r"(?:CEP|C\.?P\.?|ZIP|PIN|PLZ)?[ :.]*(?:\d{3} ?\d{2,3}|\d{4,6}(?:-\d{3,4})?)", re.IGNORECASE
)
CODE_AT_END = re.compile(rf"(?!(?:19|20)\d\d$){POSTCODE_ALONE.pattern}", re.IGNORECASE)
UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'’.]{0,20}(?:\s[^\W\d_][\w'’.]{0,20}){0,2}\s?:\s+")
LETTER_LABEL = re.compile(r"^[AL]\.?\s(?=[^\W\d_]|\d)")
"""As in "L Leeds, UK" above "M 07700 900277"."""
LETTER_ICON = re.compile(r"^[^\W\d_]\s(?=[^\W\d_]{2})")
"""What is left of a picture in front of a place: "H Houston, TX"."""
OR_ELSEWHERE = re.compile(r"\s(?:or|and|oder|und|ou|et|o|y|e|eller|of|lub)\s([^,]+)$", re.IGNORECASE)
MOST_LABEL_WORDS = 3
NOW_IN = re.compile(
    r"^(?:currently|presently|now|today|derzeit|aktuell|zurzeit|actuellement|actualmente|attualmente)\s+(?-i:(?=[^\W\d_a-z]))",
    re.IGNORECASE,
)
MOVED = re.compile(r"^.*(?:→|➔|➜|⟶|->|=>|>>)\s+(.+?)[,(\s]+(?:since|now|seit|depuis|desde)\b.*$", re.IGNORECASE)
"""Where somebody has gone: "Kyiv -> Wrocław since 2022"."""
MOVING = re.compile(
    r"\s*(?:→|➔|➜|⟶|->|=>|>>)\s.*$|\s+[(–—-]?\s*(?:relocating|moving|relocation|willing to relocate|open to relocat)\b.*$",
    re.IGNORECASE,
)
"""Where somebody goes from the place in front of it: "Tehran → Berlin"."""
REGION_END = re.compile(
    r"\s(?:region|province|district|dist|state|county|oblast|prefecture|governorate|voivodeship|canton|parish|emirate|municipality)\.?$",
    re.IGNORECASE,
)
NUMBER_WITH_LABEL = re.compile(r"^([^\W\d_][^\d:]{0,24}?)[\s:#.]*\d[\d\s/.-]*$")
AGE = re.compile(r"\d\d\s(?!bis|ter|rue|via|rua)[^\W\d_A-Z]{1,6}\.?")
EASTERN_PLACE = re.compile(
    r"(?:[\u3400-\u9fff]{2,}[省市区區县縣都道府県州][\u3400-\u9fff\u3040-\u30ff\d-]*\s?)+"
    r"|[\uac00-\ud7a3]{1,5}(?:특별시|광역시|시|도)(?:\s[\uac00-\ud7a3\d-]+)*"
)
"""A province or a town in Chinese, Japanese or Korean, with what is in it."""
SHORT_REGION = re.compile(r"^[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,4}\.$")
"""A region's name cut short, as in "Puebla, Pue."""

HOME = re.compile(r"(?!works?|working)", re.IGNORECASE)
CAPITALISED = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][^\W\d_'’.]*(?:['’.-]?[^\W\d_]+)*"
    r"(?:[ -](?:(?:am|an|der|de|del|la|le|les|sur|bei|upon|on|of|und|do|da|dos|di|in)[ -])*"
    r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’.-]?[^\W\d_]+)*){0,2}"
)
"""A town's name, as far as looks tell: "Nelson", "Stoke-on-Trent", "Villa del Carmen"."""
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
PROVINCE = re.compile(r"\s\((\d\d|97\d|2[AB]|[A-Z]{2})\)$")
"""In brackets behind a town, in letters behind one with its postcode: "Villeurbanne (69)", "80078 Pozzuoli (NA)"."""
CALLED_TOWN = re.compile(r"(?:г|гр|м)\.\s?|(?:город|місто)\s")
"""What Russian, Bulgarian and Ukrainian write in front of a town."""
REMARK = re.compile(r"\s*\(([^()]*)\)?\s*$")
NEXT_LABELS = {DetailKind.PHONE, DetailKind.EMAIL, DetailKind.FAX, DetailKind.LINK}
MOST_PARTS = 4
LONGEST_EASTERN_NAME = 3
LONGEST_PLACE = 6
"""Words of a place within a sentence."""


def is_place_field(field: str, grammar: DetailGrammar) -> bool:
    if not field.isascii() and EASTERN_PLACE.fullmatch(field):
        return len(field) > LONGEST_EASTERN_NAME or is_known(field, grammar.places)
    return (is_place(field, grammar.places) or is_in_region(field, grammar)) and not grammar.fields.titles.search(field)


def is_in_region(field: str, grammar: DetailGrammar) -> bool:
    """Say whether a town stands before what calls itself a region, known or not: "Techiman, Bono East Region", "Puebla, Pue."."""
    town, comma, region = field.rpartition(", ")
    if not comma or not is_town_like(region.rstrip("."), grammar.places):
        return False
    if REGION_END.search(region):
        return is_town_like(town.rpartition(", ")[2], grammar.places)
    return SHORT_REGION.match(region) is not None and is_town(town.rpartition(", ")[2].casefold(), grammar.places)


def is_about_origin(part: str, grammar: DetailGrammar) -> bool:
    """Say whether it is a nationality, a number with its label or a family, as may stand before a place: "ID 00 0000", "married"."""
    label = NUMBER_WITH_LABEL.match(part)
    if label is not None and key_of_label(label[1]) in grammar.labels:
        return grammar.labels[key_of_label(label[1])] is not DetailKind.LOCATION
    is_family = part.isalpha() and part.islower()
    return is_family or AGE.fullmatch(part) is not None or grammar.demonyms.fullmatch(part) is not None


def address_in(field: str, grammar: DetailGrammar) -> str | None:
    """The place or address that a field of the header is, without what is said of it: "Office: Leeds, UK (hybrid)" is "Leeds, UK"."""
    province = PROVINCE.search(field)
    if province is None or is_known(province[1], grammar.places):
        return address_without_province(field, grammar)
    before = field[: province.start()]
    place = address_without_province(before, grammar)
    is_code = any(map(str.isdigit, f"{province[1]}{place}")) and place is not None and before.endswith(place)
    return f"{place}{province[0]}" if is_code else place


def address_without_province(field: str, grammar: DetailGrammar) -> str | None:
    bare = without_label(field, grammar)
    is_birthday = FULL_DATE.search(bare.partition(",")[0]) is not None and LIVES_IN.search(bare) is None
    if len(field) > LONGEST_FIELD or is_birthday:
        return None
    bare = without_next_label(balanced(bare.strip(" ,;|")), grammar)
    bare = bare if SHORT_REGION.match(bare.rpartition(", ")[2]) else bare.rstrip(".")
    letter, now = LETTER_LABEL.match(bare), NOW_IN.match(bare)
    if letter is not None and not is_place_field(bare, grammar) and is_whole_place(bare[letter.end() :], grammar):
        return bare[letter.end() :]
    bare = bare[now.end() :] if now else bare
    lives = LIVES_IN.search(bare)
    bare = bare[lives.end() :] if lives else bare
    moved = MOVED.match(bare)
    bare = moved[1] if moved is not None else bare
    moving = MOVING.search(bare)
    bare = bare[: moving.start()].rstrip(" ,;") if moving is not None and moving.start() else bare
    bare = without_remark(bare, grammar)
    icon = LETTER_ICON.match(bare)
    if icon is not None and is_place_field(bare[icon.end() :], grammar):
        return bare[icon.end() :]
    parts = [bare] if is_small_place(bare, grammar.places) else bare.split(",")
    while len(parts) > 1 and (is_institution(parts[0], grammar.fields) or is_about_origin(parts[0].strip(), grammar)):
        parts = parts[1:]
    bare = ",".join(parts).strip()
    if is_whole_place(bare, grammar):
        return bare
    based = BASED_THERE.match(bare)
    if based is not None and is_place_field(based[1], grammar):
        return based[1]
    is_first_known = is_known(parts[0].strip(), grammar.places)
    is_told = is_first_known and not lives and (now is not None or any(map(str.isdigit, bare)))
    return (
        place_before(parts, grammar, fewest=1 if lives or is_told else 2)
        or (place_in_words(bare, grammar) if lives else None)
        or (unknown_town(bare, grammar) if lives and HOME.match(lives[0]) else None)
    )


def without_label(field: str, grammar: DetailGrammar) -> str:
    label = UNKNOWN_LABEL.match(field) if ":" in field else None
    is_cut = label is not None and not grammar.streets.search(label[0])
    return field[label.end() :] if label is not None and is_cut else field


def without_remark(text: str, grammar: DetailGrammar) -> str:
    """The place without what is in brackets behind it, unless that is a place too, and without "or remote"."""
    remark = REMARK.search(text)
    if remark is not None:
        is_part = all(
            is_known(part, grammar.places) and not is_mode(part, grammar.places) for part in parts_of(remark[1])
        )
        text = text if is_part else text[: remark.start()].rstrip(" ,")
    elsewhere = OR_ELSEWHERE.search(text)
    return text[: elsewhere.start()] if elsewhere is not None and is_mode(elsewhere[1], grammar.places) else text


def without_next_label(text: str, grammar: DetailGrammar) -> str:
    """The place without the label of the number or the address behind it: "214 49 Malmö Mobil"."""
    words = text.split()
    for first in range(max(1, len(words) - MOST_LABEL_WORDS), len(words)):
        label = " ".join(words[first:])
        if len(label) > 1 and kind_of_label(label, grammar.labels) in NEXT_LABELS:
            place = " ".join(words[:first]).rstrip(" ,;")
            return place if is_whole_place(place, grammar) else text
    return text


def is_whole_place(text: str, grammar: DetailGrammar) -> bool:
    """Say whether all of it is a place or an address; one in small letters ends in its country or begins with the word for a street."""
    if is_small_place(text, grammar.places):
        return True
    if is_place_field(text, grammar):
        return not text[:1].islower() or CALLED_TOWN.match(text) is not None
    is_small = text[:1].islower() and not is_street(text, grammar)
    if len(text) > LONGEST_ADDRESS or is_small or YEAR_FIRST.match(text):
        return False
    before, _, last = text.rpartition(", ")
    if before and CODE_AT_END.fullmatch(last):
        return is_whole_place(before, grammar)
    first, *behind = BETWEEN_FIELDS.split(text)
    if not behind:
        return is_address(text, grammar)
    is_named = any(map(str.isdigit, first)) or any(is_known(part, grammar.places) for part in parts_of(first))
    rest = [each for each in behind if not (POSTCODE_ALONE.fullmatch(each) or is_place_field(each, grammar))]
    is_quarter = len(behind) == 1 and is_known(first, grammar.places)
    is_end = (len(rest) < len(behind) or is_quarter) and all(could_be_home(each, grammar) for each in rest)
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


def unknown_town(text: str, grammar: DetailGrammar) -> str | None:
    """The capitalised words right behind "lives in", whether or not any list has such a town."""
    match = CAPITALISED.match(text)
    return match[0] if match is not None and could_be_home(match[0], grammar) else None


def could_be_home(field: str, grammar: DetailGrammar) -> bool:
    """Say whether a field between an address and a number, such as "Nelson" or "Reading", can be a town and nothing else."""
    parts = [part.strip() for part in field.split(",")]
    return 0 < len(parts) <= MOST_PARTS - 1 and all(could_be_town(part, grammar) for part in parts)


def could_be_town(part: str, grammar: DetailGrammar) -> bool:
    fields, key = grammar.fields, key_of_label(part)
    return (
        CAPITALISED.fullmatch(part) is not None
        and is_town_like(part, grammar.places)
        and key not in grammar.labels
        and key not in shipped_networks().names
        and not is_mode(part, grammar.places)
        and grammar.demonyms.fullmatch(part) is None
        and not any(is_title_word(word, fields) for word in part.split())
        and not (fields.titles.search(part) or fields.degrees.search(part) or fields.ranks.search(part))
    )


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
    if len(field) > LONGEST_ADDRESS or not parts or grammar.fields.titles.search(parts[0]):
        return False
    ends_in_place = len(parts) > 1 and is_known(parts[-1], grammar.places)
    close = CLOSE_TO.split(field)
    is_close = len(close) == 2 and is_town_like(close[0], grammar.places) and is_known(close[1], grammar.places)  # noqa: PLR2004 - both
    has_code = is_town_with_code(field, grammar.places) or POSTCODE_LIKE.search(field) is not None
    return ends_in_place or is_close or has_code or is_street(field, grammar)
