"""Where: towns, regions and countries told from other words, and peeled off the end of what they stand behind."""

import re
from unicodedata import combining, normalize

from msgspec import Struct

from skillgap.resume.lexicon import Lexicon
from skillgap.taxonomy.words import Cues, Places

LONGEST_TOWN = 3
"""Words; more are no town that nobody has heard of."""
FEWEST_PARTS = 2
POSTCODE = re.compile(
    r"\b(?:(?:C\.\s?P\.?|CP|CEP|ZIP|PIN)[ :.-]*)?(?:[A-Z]{1,2}-)?\d{3,6}(?:-\d{3,4})?\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)
FIGURE = re.compile(r"\d")
BETWEEN_PARTS = re.compile(r"\s*[,،，、]\s*|\s+[/–—-]\s+|/(?=[A-Z]{2}(?:$|\s))")
DISTRICT = re.compile(
    r"\s+(?:\d{1,2}(?:er|e|ème|eme|º|\.)?|(?:[NSEW]|[NS][EW]|EC|WC|BT|[A-Z]{1,2})\d{1,2}[A-Z]?|[NSEWC]|[NS][EWOØ]|CBD)$"
)
"""Behind a town: "Dublin 8", "Lyon 7e", "London SE1"."""
BRACKETED = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")
TOWN = re.compile(r"^[^\W\d_a-zß-öø-ÿ][\w.'’ /()-]*$")
BEFORE_TOWN = re.compile(r"(?:г\.|гр\.|м\.|город|місто|greater|(?:(?:north|south)[ -]?)?(?:east|west)|north|south) ")
"""What may stand before a town's name."""
BETWEEN_TOWNS = re.compile(r"\s+(?:and|&|und|et|y)\s+")
AROUND = (" area", " region", " province", " city", " capital", " metropolitan", " metro", " urban")
"""What may stand behind a town's or a region's name."""
REGION_CODE = re.compile(r"^[A-Z]{2,3}$")


class PlaceGrammar(Struct, frozen=True):
    """Lower-case names; `codes` are the capitals of regions and countries; `modes` are such as "remote".

    `town_words` are the first words of towns; `others` are words that make a part no town: "University", "Engineer", "Ltd".
    """

    countries: frozenset[str]
    regions: frozenset[str]
    towns: frozenset[str]
    town_words: frozenset[str]
    codes: frozenset[str]
    modes: frozenset[str]
    others: Lexicon


def compile_places(places: Places, cues: Cues) -> PlaceGrammar:
    return PlaceGrammar(
        others=Lexicon(
            (*cues.titles, *cues.organizations, *cues.schools, *cues.legal_forms, *cues.degrees, *cues.departments)
        ),
        countries=frozenset(name.casefold() for names in places.countries.values() for name in names),
        regions=frozenset(name.casefold() for name in places.regions),
        towns=frozenset(name.casefold() for name in places.towns),
        town_words=frozenset(name.casefold().split()[0] for name in places.towns),
        codes=frozenset(places.codes),
        modes=frozenset(name.casefold() for name in places.modes),
    )


def is_place(text: str, places: PlaceGrammar) -> bool:
    """Say whether this is a place and nothing else: "Leeds, UK", "10115 Berlin", "Remote", but not "Engineer, Platforms"."""
    bracketed = BRACKETED.match(text) if ")" in text else None
    if bracketed is not None and is_known(bracketed[2].strip(), places):
        text = bracketed[1] + ", " + bracketed[2]
    parts = parts_of(text)
    if not parts:
        return False
    if len(parts) == FEWEST_PARTS and is_town(parts[0].casefold(), places) and REGION_CODE.match(parts[1]):
        return True
    if all(is_known(part, places) for part in parts[1:]):
        return is_known(parts[0], places) or (
            len(parts) == FEWEST_PARTS and is_town_like(parts[0], places) and not is_town(parts[1].casefold(), places)
        )
    return False


def parts_of(text: str) -> list[str]:
    bare = POSTCODE.sub(" ", text) if FIGURE.search(text) else text
    parts = [part.strip(" .()") for part in BETWEEN_PARTS.split(bare.strip(" ,()[]"))]
    return [part for part in parts if part]


def is_known(part: str, places: PlaceGrammar) -> bool:
    """A name of the lists, or two of them side by side ("Portland OR", "London United Kingdom")."""
    name = part.casefold().rstrip(".")
    if part in places.codes or name in places.countries or name in places.regions or is_town(name, places):
        return True
    if name in places.modes or is_quarter(part, places) or are_two_towns(part, places):
        return True
    around = BEFORE_TOWN.sub("", name, count=1) if BEFORE_TOWN.match(name) else name
    for ending in AROUND:
        around = around.removesuffix(ending)
    if around != name and (around in places.regions or around in places.countries or begins_with_town(around, places)):
        return True
    words = part.split()
    if len(words) < FEWEST_PARTS or words[0].casefold() not in places.town_words:
        return False
    district = DISTRICT.search(part)
    if district is not None and is_town(name[: district.start()], places):
        return True
    return any(
        is_town(" ".join(words[:cut]).casefold(), places) and is_known_end(" ".join(words[cut:]), places)
        for cut in range(1, len(words))
    )


def begins_with_town(name: str, places: PlaceGrammar) -> bool:
    """Say whether an area is called after a town, or after one and what is near it: "cologne bonn", "frankfurt rhine-main"."""
    words = name.split()
    return words[:1] != [] and any(is_town(" ".join(words[:count]), places) for count in range(1, len(words) + 1))


def is_quarter(part: str, places: PlaceGrammar) -> bool:
    """Say whether it is a part of a town that is known: "Berlin-Wedding"."""
    town, hyphen, quarter = part.partition("-")
    return bool(hyphen) and quarter[:1].isupper() and town[:1].isupper() and is_town(town.casefold(), places)


def are_two_towns(part: str, places: PlaceGrammar) -> bool:
    """Say whether it is two towns that are known, and one place: "Leeds and York"."""
    towns = BETWEEN_TOWNS.split(part.casefold())
    return len(towns) == FEWEST_PARTS and all(is_town(town, places) for town in towns)


def is_mode(part: str, places: PlaceGrammar) -> bool:
    return part.casefold() in places.modes


def is_town_with_code(text: str, places: PlaceGrammar) -> bool:
    """Say whether it is a town that no list has with its region's capitals behind it: "Ballarat VIC", "Baldivis WA 6171"."""
    words = POSTCODE.sub(" ", text).strip(" ,").rpartition(" ")
    return (
        words[2] in places.codes
        and not words[0].isupper()
        and is_town_like(words[0].rpartition(",")[2].strip(), places)
    )


def is_town(name: str, places: PlaceGrammar) -> bool:
    """Say whether any list has it, with the marks over its letters or without: "Whangārei", "Hà Nội"."""
    return name in places.towns or (not name.isascii() and without_marks(name) in places.towns)


def is_small_place(text: str, places: PlaceGrammar) -> bool:
    """Say whether it is a town and its region or country in small letters: "bergen, norway", "austin tx"."""
    town, _, end = text.rpartition(" ")
    end = end.upper() if REGION_CODE.match(end.upper()) else end
    return text.islower() and is_town(town.rstrip(","), places) and is_known_end(end, places)


def without_marks(text: str) -> str:
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter))


def is_known_end(name: str, places: PlaceGrammar) -> bool:
    return name in places.codes or name.casefold() in places.countries or name.casefold() in places.regions


def is_town_like(part: str, places: PlaceGrammar) -> bool:
    """Say whether this could be a town that no list has."""
    is_short = len(part.split()) <= LONGEST_TOWN
    return is_short and TOWN.match(part) is not None and not places.others.search(part)
