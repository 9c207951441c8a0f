"""Whose résumé it is: the line that is most like a person's name, weighed by how it looks, where it stands and what agrees with it."""

from collections.abc import Sequence

from msgspec import Struct

from skillgap.resume.name_forms import NameGrammar, bare_name, compile_names, is_capital
from skillgap.resume.name_letters import GENERATIONS, agreement, is_other_script, latin_letters
from skillgap.resume.places import is_place

__all__ = ["Candidate", "NameGrammar", "agreement", "bare_name", "best_name", "compile_names", "latin_letters"]

LABELLED, LARGEST, LARGE, MAIL, FULL, LONE, FIRST = 6.0, 3.0, 1.5, 2.5, 1.5, -0.7, 2.0
JOINED, BOLD, HALF = 0.5, 0.3, 1.0
"""`HALF` is what the first half of a name set on two lines may be worth more than the whole."""
FURTHER = 0.2
"""What each line further down costs."""
WRONG_WORD = -4.0
FEWEST = 0.5
"""Points below which nothing is taken for a name."""
LARGER = 1.15
MOSTLY = 0.5
LONGEST_ACRONYM = 4
VOWELS = frozenset("AEIOUY")
LONGEST_NAME = 4
"""Words; each more costs."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A text that could be the name; `position` counts the fields from the top, `size` is relative to the body's.

    `is_joined` says that it was set on two lines.
    """

    text: str
    position: int
    size: float = 1.0
    is_labelled: bool = False
    is_alone: bool = True
    is_joined: bool = False
    is_bold: bool = False


def best_name(
    candidates: Sequence[Candidate], mails: Sequence[str], grammar: NameGrammar
) -> tuple[Candidate, str] | None:
    """The likeliest candidate and the name in it; None where nothing is like a name."""
    named = [(candidate, name) for candidate in candidates if (name := bare_name(candidate.text, grammar, mails))]
    largest = max((candidate.size for candidate, _ in named), default=1.0)
    rated = [
        (worth(each, name, agreeing(each, name, named, mails), largest, grammar), -each.position, each, name)
        for each, name in named
    ]
    if not rated:
        return None
    points, _, candidate, name = max(rated, key=lambda each: each[:2])
    for more, _, other, whole in rated:
        if other.is_joined and whole.startswith((f"{name} ", f"{name}-")) and more >= points - HALF:
            candidate, name = other, whole
    return (candidate, name) if points >= FEWEST else None


def agreeing(candidate: Candidate, name: str, named: Sequence[tuple[Candidate, str]], mails: Sequence[str]) -> float:
    """How much the addresses agree with the name, or with its Latin form in the next line where it is in another script."""
    latin = [word for word in name.split() if not any(map(is_other_script, word))]
    if latin:
        return agreement(latin, mails)
    beside = [other for each, other in named if 0 <= each.position - candidate.position <= 1 and is_in_latin(other)]
    return max((agreement(other.split(), mails) for other in beside), default=0.0)


def worth(candidate: Candidate, name: str, agreeing: float, largest: float, grammar: NameGrammar) -> float:
    """Points for one candidate; `agreeing` is how much of the name the addresses spell."""
    words = name.split()
    points = FIRST - FURTHER * candidate.position + LABELLED * candidate.is_labelled
    points += JOINED * candidate.is_joined + BOLD * candidate.is_bold - (not candidate.is_alone)
    if candidate.size > LARGER:
        points += LARGEST if candidate.size >= largest - 0.01 else LARGE
    points += MAIL * agreeing
    points += FULL if len(words) > 1 or any(map(is_other_script, name)) else LONE
    points -= max(0, len(words) - LONGEST_NAME) * FURTHER
    if not all(map(is_capital, words)):
        points += WRONG_WORD / 2
    plain = " ".join(word for word in words if not is_double(word))
    is_surname_too = len(words) > 1 and (agreeing > MOSTLY or words[-1].casefold().rstrip(".") in GENERATIONS)
    if not is_surname_too and (grammar.fields.titles.search(plain) or grammar.fields.organizations.search(plain)):
        points += WRONG_WORD
    if not is_surname_too and len(words) > 1 and words[-1].casefold() in grammar.headings:
        points += WRONG_WORD  # "Top Skills"
    if (
        name.isupper()
        and name.isascii()
        and all(len(word) <= LONGEST_ACRONYM for word in words)
        and not is_spoken(words)
    ):
        points += WRONG_WORD / 2  # "SAP MM"
    if is_place(candidate.text, grammar.places):
        points += WRONG_WORD
    return points


def is_spoken(words: Sequence[str]) -> bool:
    """Say whether each word has a vowel or is an initial."""
    return all(len(word.rstrip(".")) == 1 or not VOWELS.isdisjoint(word) for word in words)


def is_in_latin(name: str) -> bool:
    return not any(map(is_other_script, name))


def is_double(word: str) -> bool:
    """Say whether it is two names with a hyphen between them, whatever trade one of them is: "Engineer-Dastoor"."""
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first[:1].isupper() and second[:1].isupper()
