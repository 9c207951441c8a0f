"""A name in the place of another: in headers, in sentences, in addresses and in the names of files."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.batch.fairness.swap_words import Person
from skillgap.resume.contact import Contact
from skillgap.resume.name_forms import PARTICLES
from skillgap.resume.name_letters import GENERATIONS, is_other_script, latin_letters
from skillgap.resume.networks import network_of
from skillgap.resume.redacting_names import WORD, NameWords

SPACED = re.compile(r"\w(?: \w){2,}")
"""A word set with spaces between its letters."""
EMPTY = re.compile(r"\s?(?:[\"“„«(]\s?[\"”“»)]|‘\s?’)")
"""Quotes and brackets whose nickname was left out."""
SHORTEST_KEY, SHORTEST_WITHIN = 3, 4
"""Letters of a word of the name that is known in an address: on its own, and within other letters."""


class OwnName(Struct, frozen=True):
    """The words of a person's name in small letters without accents; `others` are nicknames, middle names, second surnames."""

    first: str
    last: str
    others: frozenset[str]

    def role(self, word: str) -> str | None:
        """What a word of it is: "first", "last" or "other"; None for any other word."""
        letters = latin_letters(word) or word
        if letters in {self.first, self.last}:
            return "last" if letters == self.last and self.last != self.first else "first"
        parts = {latin_letters(part) or part for part in re.split(r"[-'’]", word)}
        return "other" if letters in self.others or parts & self.others else None


def own_name(contact: Contact, words: NameWords) -> OwnName | None:
    """None where nobody's name is known."""
    parts = [latin_letters(word) or word for word in WORD.findall(contact.name or "")]
    parts = [part for part in parts if part not in PARTICLES | GENERATIONS and len(part) > 1]
    known = (words.certain | words.weak) - PARTICLES - GENERATIONS
    if not parts:
        return OwnName("", "", frozenset(known)) if known else None
    return OwnName(parts[0], parts[-1], frozenset((known | set(parts)) - {parts[0], parts[-1]}))


def swapped_name(text: str, own: OwnName, person: Person) -> str:
    """A stretch that was found to be the name, or to hold it: each word becomes the other's, titles stay."""
    if SPACED.fullmatch(text) and (role := own.role(text.replace(" ", ""))):
        return " ".join(in_case(person.given if role == "first" else person.family, text))
    tokens = list(WORD.finditer(text))
    roles = [own.role(token[0]) if len(token[0]) > 1 or is_other_script(token[0]) else None for token in tokens]
    if not any(roles):
        return swapped_address(text, own, person)
    result, position = "", 0
    for token, new in zip(tokens, new_words([token[0] for token in tokens], roles, own, person), strict=True):
        gap, position = text[position : token.start()], token.end()
        result += (gap if new else gap.rstrip(" -")) + in_case(new, token[0])
    return EMPTY.sub("", result + text[position:]).strip() or text


def new_words(words: Sequence[str], roles: Sequence[str | None], own: OwnName, person: Person) -> Iterator[str]:
    """What stands for each word: nothing for small words, and for a second surname or a nickname beside the name."""
    is_family_said = bool(
        {"first", "last"} & {role for word, role in zip(words, roles, strict=True) if not is_other_script(word[0])}
    )
    is_said = False
    for word, role in zip(words, roles, strict=True):
        if role and is_other_script(word[0]):
            yield "" if is_said else str(person)
            is_said = True
        elif role == "other":
            yield "" if is_family_said else person.family
            is_family_said = True
        elif role:
            yield person.given if role == "first" else person.family
        else:
            yield "" if word.casefold() in PARTICLES else initial_of(word, own, person)


def initial_of(word: str, own: OwnName, person: Person) -> str:
    """The initial of the first name or of the surname becomes the other's; what else stands there, as a title, stays."""
    if len(word) > 1:
        return word
    letter = latin_letters(word)
    return person.given[0] if letter == own.first[:1] else person.family[0] if letter == own.last[:1] else word


def in_case(new: str, old: str) -> str:
    """In capitals where the old one was, in small letters where it was."""
    return new.upper() if old.isupper() and len(old) > 1 else new.lower() if old.islower() else new


def swapped_address(text: str, own: OwnName, person: Person) -> str:
    """An e-mail address, a link or a made-up name with the other's name spelled in it; the domain of a network stays."""
    scheme, host, path = re.fullmatch(r"(\w+:(?://)?)?([^/]*)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    start = (scheme or "") + (host if "@" not in host and network_of(text) else spelled(host, own, person))
    result = start + spelled(path, own, person)
    if result == text and "@" in host and "/" not in text:
        return f"{latin_letters(person.given)}.{latin_letters(person.family)}@{host.rpartition('@')[2]}"
    return result


def spelled(text: str, own: OwnName, person: Person) -> str:
    """Each word of the name that is spelled in it becomes the other's, and so does the initial right before the surname."""
    new = dict.fromkeys(own.others, person.family) | {own.first: person.given, own.last: person.family}
    keys = sorted((key for key in new if len(key) >= SHORTEST_KEY and key.isascii()), key=lambda key: (-len(key), key))
    if not keys:
        return text
    initial = rf"((?<![a-z]){own.first[0]}(?={own.last}))?" if own.last in keys else "()?"
    patterns = (key if len(key) >= SHORTEST_WITHIN else rf"(?<![a-z]){key}(?![a-z])" for key in keys)

    def replaced(found: re.Match[str]) -> str:
        first = spelled_like(person.given, found[1])[0] if found[1] else ""
        return first + spelled_like(new[found[2].casefold()], found[2])

    return re.sub(f"{initial}({'|'.join(patterns)})", replaced, text, flags=re.IGNORECASE)


def spelled_like(new: str, old: str) -> str:
    letters = latin_letters(new)
    return letters.upper() if old.isupper() else letters.capitalize() if old[0].isupper() else letters
