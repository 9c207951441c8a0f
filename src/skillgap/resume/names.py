"""Whose résumé it is: the line that is most like a person's name, weighed by how it looks, where it stands and what agrees with it."""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.dates import alternatives
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.places import PlaceGrammar, is_place
from skillgap.taxonomy.types import Cues

NAME_WORD = re.compile(r"^[\"“”'‘’(„«]?[^\W\d_](?:[\w.'’‘`´·-]*\w)?[.\"“”'’)»]?$")
INITIAL = re.compile(r"^[^\W\d_]\.?$")
MOST_WORDS, MOST_LETTERS = 6, 60
CAPITALS_OF_A_NAME = 2
ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
PARTICLES = {
    "van", "von", "der", "den", "de", "la", "del", "della", "di", "da", "do", "dos", "das", "bin", "binti", "ibn", "al", "el", "ter", "ten", "zu", "zur", "le", "y", "e", "af", "av", "du", "st", "mac", "ap", "ben", "bint", "s/o", "d/o", "a/l", "a/p", "dello", "vom", "'t", "san",
}  # fmt: skip
"""Words that stay small within a name."""
LABELLED, LARGEST, LARGE, MAIL, FULL, LONE, FIRST = 6.0, 3.0, 1.5, 2.5, 1.5, -0.7, 2.0
FURTHER = 0.2
"""What each line further down costs."""
WRONG_WORD = -4.0
FEWEST = 0.5
"""Points below which nothing is taken for a name."""


class NameGrammar(Struct, frozen=True):
    honorifics: re.Pattern[str]
    credentials: re.Pattern[str]
    titles: frozenset[str]
    headings: frozenset[str]
    places: PlaceGrammar
    fields: FieldGrammar


class Candidate(Struct, frozen=True, kw_only=True):
    """A text that could be the name; `position` counts the fields from the top, `size` is relative to the body's."""

    text: str
    position: int
    size: float = 1.0
    is_labelled: bool = False
    is_alone: bool = True


def compile_names(cues: Cues, places: PlaceGrammar, fields: FieldGrammar) -> NameGrammar:
    credentials = alternatives(cues.credentials)
    return NameGrammar(
        honorifics=re.compile(rf"^(?:(?:{alternatives(cues.honorifics)})(?![\w])\.?\s*,?\s*)+(?=\S)", re.IGNORECASE),
        credentials=re.compile(rf"(?:\s*[,|–(-]\s*|\s+)(?:{credentials})\.?\)?(?:(?:\s*[,/|&]\s*|\s+)\(?(?:{credentials})\.?\)?)*$", re.IGNORECASE),
        titles=frozenset(title.casefold() for title in cues.document_titles),
        headings=frozenset(phrase.casefold() for phrases in cues.headings.values() for phrase in phrases),
        places=places,
        fields=fields,
    )


def best_name(candidates: Sequence[Candidate], mails: Sequence[str], grammar: NameGrammar) -> tuple[Candidate, str] | None:
    """The likeliest candidate and the name in it; None where nothing is like a name."""
    rated = []
    largest = max((each.size for each in candidates), default=1.0)
    for candidate in candidates:
        name = bare_name(candidate.text, grammar)
        if name:
            rated.append((worth(candidate, name, mails, largest, grammar), -candidate.position, candidate, name))
    if not rated:
        return None
    points, _, candidate, name = max(rated, key=lambda each: each[:2])
    return (candidate, name) if points >= FEWEST else None


def bare_name(text: str, grammar: NameGrammar) -> str | None:
    """The name without honorifics, credentials and its form in another script; None where it can't be one."""
    text = text.strip(" ,;|:–—•·-\u200b*_#=~")
    if not text or len(text) > MOST_LETTERS * 2 or "@" in text or any(letter.isdigit() for letter in text):
        return None
    text = re.sub(r"^(?:(?:the )?(?:curriculum vitae|resume|résumé|cv|profile|lebenslauf|name)\s*(?:of|for|von|de|[:–—-])\s*)", "", text, flags=re.IGNORECASE)
    for _ in range(3):
        text = grammar.credentials.sub("", text).strip(" ,–-")
        text = grammar.honorifics.sub("", text).strip(" ,")
    text = without_letters_behind(one_script(text))
    surname, comma, given = text.partition(",")
    if comma and given.strip() and len(surname.split()) <= 3 and "," not in given:  # noqa: PLR2004 - "van der Berg, Jan"
        text = f"{given.strip()} {surname.strip()}"
    words = text.split()
    if not words or len(words) > MOST_WORDS or len(text) > MOST_LETTERS or not all(NAME_WORD.match(word) for word in words):
        return None
    if text.casefold() in grammar.titles or text.casefold() in grammar.headings:
        return None
    return text


def without_letters_behind(text: str) -> str:
    """Cut letters that no list has from behind a name that is not in capitals itself: "Rosalind Achterberg LRSM"."""
    words = text.split()
    while len(words) > 2 and words[-1].isupper() and len(words[-1]) > 2 and not words[0].isupper() and not words[1].isupper():  # noqa: PLR2004
        words.pop()
    return " ".join(words).rstrip(",")


def one_script(text: str) -> str:
    """The Latin form of a name that stands in two scripts, with or without brackets; a nickname in brackets stays."""
    if not (any(is_latin(letter) for letter in text) and any(is_other_script(letter) for letter in text)):
        return ASIDE.sub(" ", text).strip() if ASIDE.search(text) and text[0] not in "([" else text
    latin = [word for word in re.split(r"[\s()\[\]/|·,–-]+(?=\W*\w)", text) if any(is_latin(letter) for letter in word)]
    return " ".join(word.strip("()[]/|·–- ") for word in latin)


def is_latin(letter: str) -> bool:
    return letter.isalpha() and "LATIN" in unicodedata.name(letter, "")


def is_other_script(letter: str) -> bool:
    return letter.isalpha() and "LATIN" not in unicodedata.name(letter, "LATIN")


def worth(candidate: Candidate, name: str, mails: Sequence[str], largest: float, grammar: NameGrammar) -> float:
    words = name.split()
    points = FIRST - FURTHER * candidate.position
    if candidate.is_labelled:
        points += LABELLED
    if candidate.size > 1.15 and candidate.size >= largest - 0.01:  # noqa: PLR2004 - a little larger than the body
        points += LARGEST
    elif candidate.size > 1.15:  # noqa: PLR2004
        points += LARGE
    points += MAIL * agreement(words, mails)
    is_own_script = any(is_other_script(letter) for letter in name)
    points += FULL if len(words) > 1 or is_own_script else LONE
    if not candidate.is_alone:
        points -= 1.0
    if not all(is_capital(word) for word in words):
        points += WRONG_WORD / 2
    if grammar.fields.titles.search(name) or grammar.fields.organizations.search(name):
        points += WRONG_WORD
    if is_place(candidate.text, grammar.places):
        points += WRONG_WORD
    return points


def is_capital(word: str) -> bool:
    bare = word.strip("\"“”'‘’()„«».")
    return not bare or not bare[0].islower() or bare.casefold() in PARTICLES


def agreement(words: Sequence[str], mails: Sequence[str]) -> float:
    """The best share of the name's longer words that an address or a profile's link holds, 0–1."""
    plain = [latin_letters(word) for word in words]
    longer = [word for word in plain if len(word) > 2]  # noqa: PLR2004 - no initials
    if not longer:
        return 0.0
    keys = [latin_letters(mail) for mail in mails]
    return max((sum(word in key for word in longer) / len(longer) for key in keys), default=0.0)


def latin_letters(text: str) -> str:
    """Small letters without accents: "José" as an address has it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i"))
    return "".join(letter for letter in decomposed if letter.isalpha() and not unicodedata.combining(letter))
