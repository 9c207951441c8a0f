"""What stands where something gave a person away: somebody else's name, another place, school, age, gender or origin."""

import re

from msgspec import Struct

from skillgap.batch.fairness.swap_words import Person, SwapWords, picked
from skillgap.batch.fairness.swapped_names import OwnName, in_case, swapped_address, swapped_name
from skillgap.batch.fairness.types import SwapKind

KIND_OF = {
    "[name]": SwapKind.NAME, "[e-mail]": SwapKind.NAME, "[link]": SwapKind.NAME,
    "[place]": SwapKind.PLACE, "[phone]": SwapKind.PLACE,
    "[school]": SwapKind.SCHOOL,
    "[age]": SwapKind.AGE,
    "[nationality]": SwapKind.PERSONAL, "[marital status]": SwapKind.PERSONAL, "[photo]": SwapKind.PERSONAL,
    "[personal]": SwapKind.PERSONAL,
}  # fmt: skip
"""By the redactor's placeholder; what it has no placeholder for, but a word that tells no gender, is of `PRONOUNS`."""
NUMBER = re.compile(r"\s\d+(?=\])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
TWO_DIGITS = re.compile(r"(?<!\d)\d\d(?!\d)")
WORDS_OF_GENDER = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
FEW_SCHOOLS = 3
FURTHER = 5
"""Digits are moved on by it."""


class Stretch(Struct, frozen=True):
    """`text`, from `start` to `end`, gives the person away; it stands in one line and in one style."""

    start: int
    end: int
    text: str
    placeholder: str

    @property
    def kind(self) -> SwapKind:
        return KIND_OF.get(NUMBER.sub("", self.placeholder), SwapKind.PRONOUNS)


class Swap(Struct, frozen=True):
    """One exchange: what is exchanged, and who takes the person's place."""

    kind: SwapKind
    person: Person

    def __str__(self) -> str:
        is_named = self.kind in {SwapKind.NAME, SwapKind.EVERYTHING}
        return f"{self.person} ({self.person.about})" if is_named else ""

    def takes(self, stretch: Stretch) -> bool:
        return self.kind in {stretch.kind, SwapKind.EVERYTHING}


def new_value(stretch: Stretch, own: OwnName | None, person: Person, words: SwapWords, sha256: str) -> str:
    """What takes the place of a stretch; its own text where there is nothing to take it."""
    text = stretch.text
    place = picked(words.places, sha256)
    match stretch.kind:
        case SwapKind.NAME if own is not None:
            new = (
                swapped_name(text, own, person)
                if stretch.placeholder == "[name]"
                else swapped_address(text, own, person)
            )
        case SwapKind.PLACE:
            new = place.phone if stretch.placeholder == "[phone]" else in_case(place.like(text), text)
        case SwapKind.SCHOOL:
            new = in_case(other_school(text, digits_of(stretch.placeholder), words, sha256), text)
        case SwapKind.AGE:
            new = new_age(text, words, sha256)
        case SwapKind.PERSONAL:
            new = new_detail(stretch, person, words, sha256)
        case SwapKind.PRONOUNS:
            new = WORDS_OF_GENDER.sub(lambda found: in_gender(found[0], words), text)
        case _:
            new = text
    return new


def other_school(text: str, number: int, words: SwapWords, sha256: str) -> str:
    """One of the few whose names are about as long: another length would have wrapped the lines of a text elsewhere."""
    near = sorted(words.schools, key=lambda each: (abs(len(each) - len(text)), each))[:FEW_SCHOOLS]
    return picked(near, sha256, apart_from=text, number=number)


def digits_of(text: str) -> int:
    return int("".join(filter(str.isdigit, text)) or 0)


def in_gender(word: str, words: SwapWords) -> str:
    new = words.genders.get(word.casefold(), word)
    return new.capitalize() if word[0].isupper() and not word.isupper() else in_case(new, word)


def new_age(text: str, words: SwapWords, sha256: str) -> str:
    """Another year of birth, or another age; of a date in two digits the last two are the year."""
    if year := YEAR.search(text):
        return text[: year.start()] + str(picked(words.birth_years, sha256, apart_from=year[0])) + text[year.end() :]
    numbers = list(TWO_DIGITS.finditer(text))
    if not numbers:
        return text
    last = numbers[-1]
    years = tuple(f"{year % 100:02}" for year in words.birth_years)
    choices = years if len(numbers) > 1 else tuple(map(str, words.ages))
    return text[: last.start()] + picked(choices, sha256, apart_from=last[0]) + text[last.end() :]


def new_detail(stretch: Stretch, person: Person, words: SwapWords, sha256: str) -> str:
    """Another nationality, family, religion or photograph; of anything else other digits, or another person."""
    text = stretch.text
    choices = {
        "[nationality]": words.nationalities,
        "[marital status]": words.marital,
        "[photo]": words.photos,
    }.get(stretch.placeholder)
    if choices is None and text.casefold() in {each.casefold() for each in words.religions}:
        choices = words.religions
    if choices is not None:
        return in_case(picked(choices, sha256, apart_from=text), text)
    if any(map(str.isdigit, text)):
        return "".join(str((int(each) + FURTHER) % 10) if each in "0123456789" else each for each in text)
    return in_case(str(person), text)
