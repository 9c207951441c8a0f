"""Telephone numbers of all countries, as people print them: with brackets, dots, slashes, several in a row, an extension behind."""

import re
from collections.abc import Iterator

from msgspec import Struct

START = r"(?<![A-Za-z0-9_$€£¥])[+＋(]{0,2}\d"
WITHIN = r"(?:\d|[^\S\n]|[()./·‐‑‒–—−-])"
EXTENSION = (
    r"(?:,?[^\S\n]*(?:ext(?:ension|n)?|x|ramal|int|anexo|poste|durchwahl|dw|apparat)[^\S\n]*[.:]?[^\S\n]*\d{1,6}(?!\w)"
    r"|[^\S\n]*\(\+\d{1,4}\)(?!\s?\d))?"
)
"""Behind a number: the one within a house, or the country's."""
NUMBER = re.compile(rf"{START}{WITHIN}{{5,60}}\d{EXTENSION}", re.IGNORECASE)
WHOLE = re.compile(rf"[+＋(]{{0,2}}\d(?:\d|[\s()./·‐‑‒–—−-]){{5,}}\d{EXTENSION}", re.IGNORECASE)
BEHIND = re.compile(r"\s*(?:ext|x|ramal|int|anexo|poste|durchwahl|dw|apparat)[\s.:]*\d+$|\s*\(\+\d+\)$", re.IGNORECASE)
BETWEEN = re.compile(r"[^\S\n]+[/·–—-][^\S\n]+|[^\S\n]{2,}|/(?=[+(0])|[^\S\n]+(?=[(+])")
"""What may stand between two numbers; within one too, so both sides must be long enough."""
HOUSE = re.compile(
    r"[1-9]\d{0,3}[^\S\n]+·[^\S\n]+(?!\d{1,4}[^\S\n]+·)|(?:\d{3,5}|\(\d\d\))[^\S\n]+[–—-][^\S\n]+(?=[0+(])|\d{3} \d\d[^\S\n]+[–—-][^\S\n]+"
)
"""A street's number, a postcode or a province in front of another detail, but not "91 · 44 · 5550 1148".

"Hauptstr. 5 · 0351 5550116", "VIC 3011 – 0400 555 000", "Athens 113 61 – 210 555 0164", "Rezé (44) – 01 99 00 55 12".
"""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DATE_LIKE = re.compile(
    r"^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d|[./ -]\d)|^(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b"
    r"|^\d{1,2}[./]\d{4}\s*[–-]|^\d{4}\s*[/–-]\s*\d{2,4}\)?$|^\d{1,3}/(?:19|20)\d\d$"
)
RANGE_OF_YEARS = re.compile(r"^\(?(?:19|20)\d\d\s*[–-]")
HOST_ADDRESS = re.compile(r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$")
THOUSANDS = re.compile(r"^[1-9]\d{0,2}(?:[ .]\d{3})+$")
AMOUNT_FOLLOWS = re.compile(r"\s*(?:[$€£¥%]|[a-zß-öø-ÿ]{2})")
"""Behind thousands: what was counted."""
SPACED_DASH = re.compile(r"\s[–—-]\s")
POSTCODE, STATE = re.compile(r"\d{5}-\d{4}"), re.compile(r"(?<![^\W\d_])[A-Z]{2}\.?,?\s+$")
"""Of the United States, behind its state."""
TOWN_FOLLOWS = re.compile(r"\s+[^\W\d_a-z]")
"""Behind a street's number and a postcode: "Calle Mayor, 12 – 41018 Sevilla"."""
FEWEST_DIGITS, MOST_DIGITS, FULL_LENGTH = 7, 15, 9
REGIONS = (None, "US", "GB", "DE", "FR", "ES", "IN", "AU", "JP", "BR", "ZA", "NG", "MX", "IT", "PL")
"""Where numbers without a country are tried, None for those that have one."""


class Number(Struct, frozen=True):
    """`text[start:end]` of its line."""

    start: int
    end: int
    text: str


def find_numbers(text: str) -> Iterator[Number]:
    """Stretches of figures that look like numbers to dial, one number each, whether or not a country has such numbers."""
    for match in NUMBER.finditer(text):
        for start, end in single_numbers(match[0], match.start()):
            number = text[start:end]
            is_amount = THOUSANDS.match(number) and AMOUNT_FOLLOWS.match(text, end)
            if is_phone(number) and not is_amount and not is_house_and_postcode(number, text, end):
                yield Number(start, end, number)


def is_house_and_postcode(number: str, text: str, end: int) -> bool:
    if POSTCODE.fullmatch(number) and STATE.search(text[: end - len(number)]):
        return True
    is_short = digits_in(number) < FULL_LENGTH and not is_international(number)
    return is_short and SPACED_DASH.search(number) is not None and TOWN_FOLLOWS.match(text, end) is not None


def single_numbers(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Spans of the numbers in a row of them; a bracket that never closes belongs to none."""
    house = HOUSE.match(text)
    start = house.end() if house and digits_in(text[house.end() :]) >= FULL_LENGTH else 0
    spans = []
    for between in BETWEEN.finditer(text):
        if (
            between.start() > start
            and digits_in(text[start : between.start()]) >= FEWEST_DIGITS
            and digits_in(text[between.end() :]) >= FEWEST_DIGITS
        ):
            spans.append((start, between.start()))
            start = between.end()
    for first, last in (*spans, (start, len(text))):
        bare = first + (text[first] == "(" and ")" not in text[first:last])
        yield offset + bare, offset + last


def digits_in(text: str) -> int:
    return sum(map(str.isdigit, text))


def is_phone(text: str) -> bool:
    """Say whether all of it is a number to dial, and no range of dates."""
    text = text.strip()
    bare = BEHIND.sub("", text)
    if not FEWEST_DIGITS <= digits_in(bare) <= MOST_DIGITS or WHOLE.fullmatch(text) is None:
        return False
    if is_international(bare):
        return True
    return not (
        DATE_LIKE.match(bare) or HOST_ADDRESS.match(bare) or RANGE_OF_YEARS.match(bare) or len(YEAR.findall(bare)) > 1
    )


def is_international(number: str) -> bool:
    return number.startswith(("+", "(+", "00", "＋", "(00"))


def is_dialled(number: str) -> bool:
    """Ask the telephone plans of a few countries whether the number is possible in one of them."""
    from phonenumbers import NumberParseException, is_possible_number, parse

    bare = BEHIND.sub("", number)
    for region in REGIONS:
        try:
            if is_possible_number(parse(bare, region)):
                return True
        except NumberParseException:
            continue
    return False
