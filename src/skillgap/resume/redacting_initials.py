"""Initials that stand for a person: "E.P. drew sixty permits" of Eleni Papadimitriou, and those that the address is called by."""

import re
from collections.abc import Iterable, Iterator, Sequence

from skillgap.resume.contact import Contact
from skillgap.resume.name_forms import PARTICLES
from skillgap.resume.name_letters import GENERATIONS, latin_letters
from skillgap.resume.places import PlaceGrammar
from skillgap.taxonomy.words import Cues

PARTS = re.compile(r"[^\W\d_]+")
SURE = 3
"""Initials of an address that are replaced wherever they stand; fewer only with "'s" behind."""
OTHERS = frozenset({"PO", "IT", "TV", "PS", "NB", "HQ", "EU", "UN"})


def compile_abbreviations(cues: Cues, places: PlaceGrammar) -> frozenset[str]:
    """What letters with full stops are else: degrees, forms of companies, states and countries."""
    words = (*cues.legal_forms, *cues.credentials, *cues.degrees, *cues.honorifics, *places.codes)
    return OTHERS | {letters for word in words if (letters := "".join(PARTS.findall(word)).upper()).isalpha()}


def initials_pattern(contact: Contact, abbreviations: frozenset[str]) -> re.Pattern[str] | None:
    """What finds the initials of the name, with full stops, and in capitals those that are the e-mail address's account."""
    names = [word for word in (contact.name or "").split() if word.casefold() not in PARTICLES | GENERATIONS]
    whole = [part[0] for word in names for part in PARTS.findall(word) if part[0].isupper()]
    rows = {tuple(whole), (*whole[:1], *whole[-1:]), tuple(word[0] for word in names if word[0].isupper())}
    patterns = [*dotted(sorted(rows), abbreviations), *account(whole, contact.email or "", abbreviations)]
    return re.compile("|".join(patterns)) if patterns else None


def dotted(rows: Iterable[Sequence[str]], abbreviations: frozenset[str]) -> Iterator[str]:
    for letters in rows:
        if len(letters) > 1 and latin_letters("".join(letters)).upper() not in abbreviations:
            yield r"(?<![\w.])" + r"\.[ -]{0,2}".join(letters) + r"\.(?![\w])"


def account(letters: Sequence[str], email: str, abbreviations: frozenset[str]) -> Iterator[str]:
    """The account's name where it is nothing but initials from the first on: "pj@…" of Pieter-Jan, "okh@…"."""
    local = email.partition("@")[0].casefold()
    initials = "".join(letters).casefold()
    if len(local) > 1 and initials.startswith(local) and local.upper() not in abbreviations:
        yield rf"(?<!\w){local.upper()}" + (r"(?!\w)" if len(local) >= SURE else r"(?=['’]s)")
