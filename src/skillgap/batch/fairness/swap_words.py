"""The words of the counterfactual test, as `swaps.yaml` has them, and which of them fall to a résumé."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T")
STRIDE = 7
"""From one of the persons tried on a résumé to the next."""


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """`about` says what is told by the name."""

    given: str
    family: str
    about: str

    def __str__(self) -> str:
        return f"{self.given} {self.family}"


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    town: str
    country: str
    street: str
    code: str
    phone: str

    def like(self, printed: str) -> str:
        """As much of it as was printed: an address for one with a number, a country where there was a comma."""
        if any(map(str.isdigit, printed)):
            return f"{self.street}, {self.code} {self.town}, {self.country}"
        return f"{self.town}, {self.country}" if "," in printed else self.town


class SwapWords(Struct, frozen=True, forbid_unknown_fields=True):
    persons: tuple[Person, ...]
    words: tuple[Person, ...]
    genders: Mapping[str, str]
    places: tuple[Place, ...]
    schools: tuple[str, ...]
    nationalities: tuple[str, ...]
    marital: tuple[str, ...]
    religions: tuple[str, ...]
    photos: tuple[str, ...]
    birth_years: tuple[int, ...]
    ages: tuple[int, ...]

    def persons_for(self, sha256: str, number: int) -> list[Person]:
        """The last of them has a name that is a word of technology; the others follow the digest."""
        first = place_of(sha256)
        others = [self.persons[(first + STRIDE * each) % len(self.persons)] for each in range(number - 1)]
        return [*others, picked(self.words, sha256)]


@cache
def swap_words() -> SwapWords:
    text = files("skillgap.batch.fairness").joinpath("swaps.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=SwapWords)


def picked(choices: Sequence[T], sha256: str, *, apart_from: str = "", number: int = 0) -> T:
    """The choice that falls to a content; the one after it where the page says just that."""
    place = (place_of(sha256) + number) % len(choices)
    is_same = str(choices[place]).casefold() == apart_from.casefold()
    return choices[(place + is_same) % len(choices)]


def place_of(sha256: str) -> int:
    return int(sha256[:8], 16)
