"""Numbers by which a register, a state or a school knows one person: "HCPC PH123456", "Passport No: …", "PE licence #…"."""

import re
from collections.abc import Iterator

from msgspec import Struct

from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

BRACKETS = r"(?:[^\S\n]{0,20}\([^()\n]{1,40}\))?"
OF = r"(?:[^\S\n]{1,20}of(?:[^\S\n]{1,20}[^\W\d_]+){1,2}?)?"
"""As in "State Bar of Texas #…"."""
GAP = r"[^\S\n]{0,20}"
FEWEST_FIGURES = 4
"""Of a number that nothing but a colon or a register's name announces: "Passport: …", and not "NMC 811"."""
SHORTEST_CODE = 3
"""Capitals without a figure."""
YEAR = re.compile(r"(?:19|20)\d\d(?:\D|$)")
FORMATS = re.compile(r"(?<![\w-])(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){3} ?[A-D]|\d{3}-\d\d-\d{4})(?![\w-])")
"""National insurance numbers of the United Kingdom and social security numbers of the United States, which look like nothing else."""


class NumberGrammar(Struct, frozen=True):
    """`labels` find what is numbered, the words that announce a number, and the number; `registers` a number beside a register's name."""

    labels: re.Pattern[str]
    registers: re.Pattern[str]


def compile_numbers(cues: Cues) -> NumberGrammar:
    things = alternatives((*cues.personal_numbers, *cues.registers))
    letters = alternatives((word.upper() for word in cues.credentials), minds_case=True)
    words = alternatives(cues.number_words)
    value = value_pattern(things)
    return NumberGrammar(
        labels=re.compile(
            rf"(?<![^\W\d_])(?:(?:{things})\.?s?|(?-i:{letters})){OF}{BRACKETS}"
            rf"(?P<mark>(?:{GAP}(?:(?:{words})(?!\w)\.?|[#№:]))+){BRACKETS}(?:{GAP}[:–-])?{GAP}{value}",
            re.IGNORECASE,
        ),
        registers=re.compile(
            rf"(?<![^\W\d_])(?:{alternatives(cues.registers)})(?:[^\S\n]{{1,20}}[^\W\d_]+){{0,3}}{GAP}[(:,–-]?{GAP}{value}",
            re.IGNORECASE,
        ),
    )


def value_pattern(things: str) -> str:
    """Figures and capitals, in groups with spaces between them; where the line comes twice, as far as it begins again."""
    again = rf"(?!(?:{things})(?![^\W\d_]))"
    group = rf"(?:{again}[\w/.-]){{0,60}}(?:{again}[\w/])"
    return rf"(?P<value>(?-i:(?:[A-Z]{{1,3}} (?=\d))?){group}(?-i:(?: (?!(?:19|20)\d\d(?!\w))\d[\dA-Z]*(?![\w.,]\d)| [A-Z](?!\w))*))"


def find_own_numbers(text: str, grammar: NumberGrammar) -> Iterator[tuple[int, int]]:
    """Spans of the numbers without what announces them."""
    yield from (match.span() for match in FORMATS.finditer(text))
    for match in grammar.labels.finditer(text):
        value = match["value"]
        is_named = any(letter.isalpha() or letter in "#№" for letter in match["mark"])
        is_code = len(value) >= SHORTEST_CODE and value.isalpha() and value.isupper()
        if (is_named and (is_code or any(map(str.isdigit, value)))) or is_long(value):
            yield match.span("value")
    yield from (match.span("value") for match in grammar.registers.finditer(text) if is_long(match["value"]))


def is_long(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= FEWEST_FIGURES and YEAR.match(value) is None
