"""Certificates: one a line, several in one, or a block of lines each, as web pages have them: name, issuer, "Issued Jan 2021", number."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import find_dates
from skillgap.resume.json_resume.lists import SAYS, WIDE
from skillgap.resume.json_resume.types import Certificate
from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.loading import shipped_words

STRONG = re.compile(r"\s*[;|•·]\s+(?![^()]{0,200}\))|\s{3,}|\t")
COMMA = re.compile(r",\s+(?![^()]{0,200}\))")
ACRONYM = re.compile(r"[A-Z][A-Z\d+-]{2,9}(?:\s\([^()]+\))?")
LISTING = re.compile(r"[;•]\s")
FEWEST_ACRONYMS, FEWEST_ITEMS, FEWEST_DATED = 3, 3, 2
BOUND = re.compile(r"(?<!\w)[^\W\d_A-Z]\w*[\s.:]*$")
BREAK = " ,;:–—-|·•"
EDGE = f"{BREAK}()"
LINES_OF_BLOCK = 2
"""A name and who gave it."""


class CertificateGrammar(Struct, frozen=True):
    """`under_way` is the beginning of a line of what is not finished, `issued` that of one below the name that says when."""

    under_way: re.Pattern[str]
    issued: re.Pattern[str]
    number: re.Pattern[str]


@cache
def shipped_certificates() -> CertificateGrammar:
    cues = shipped_words().cues
    return CertificateGrammar(
        under_way=re.compile(rf"(?:{alternatives(cues.under_way)})(?!\w)", re.IGNORECASE),
        issued=re.compile(rf"(?:{alternatives(cues.issued)})[\s:]+(?=\S*\s?\S*\d)", re.IGNORECASE),
        number=re.compile(rf"(?:{alternatives(cues.credential_numbers)})[\s:#]+\S*\d\S*$", re.IGNORECASE),
    )


def certificates_of(texts: Sequence[str], dates: DateGrammar) -> Iterator[Certificate]:
    """Where a line says when each was issued, what stands above it is the name, or the name and who gave it."""
    block: list[str] = []
    last: Certificate | None = None
    for text in texts:
        if tells_more(text):
            if block:
                yield from [last] if last else []
                *before, last = in_block(block, dates)
                yield from before
                block = []
            if last is not None and last.issued is None:
                last = msgspec.structs.replace(last, issued=date_of_issue(text, dates))
        elif not is_under_way(text):
            block.append(text)
    yield from [last] if last else []
    yield from listed(block, dates)


def in_block(block: Sequence[str], dates: DateGrammar) -> list[Certificate]:
    """The lines down to the one that tells more: in pairs where their number is even."""
    if len(block) % LINES_OF_BLOCK:
        return [*listed(block[:-1], dates), Certificate(name=block[-1])]
    return [
        Certificate(name=name, issuer=issuer)
        for name, issuer in zip(block[::LINES_OF_BLOCK], block[1::LINES_OF_BLOCK], strict=True)
    ]


def listed(texts: Sequence[str], dates: DateGrammar) -> Iterator[Certificate]:
    yield from (certificate_of(part, dates) for text in texts for part in certificates_in(text, dates))


def is_under_way(text: str) -> bool:
    """Say whether the line tells of training that has not ended, of which there is no certificate."""
    return shipped_certificates().under_way.match(text) is not None


def tells_more(text: str) -> bool:
    """Say whether the line tells when the certificate above it was issued, or its number, and nothing else."""
    grammar = shipped_certificates()
    return grammar.issued.match(text) is not None or grammar.number.match(text) is not None


def date_of_issue(text: str, dates: DateGrammar) -> str | None:
    if shipped_certificates().issued.match(text) is None:
        return None
    found = find_dates(text, dates)
    return (found[0].range.start or found[0].range.end) if found else None


def certificate_of(text: str, dates: DateGrammar) -> Certificate:
    """The date only where nothing says that it is another than that of issue, as in "valid until 2027"."""
    name, date = cut_date(text, dates)
    return Certificate(name=name, issued=date if name != text else None)


def cut_date(text: str, dates: DateGrammar) -> tuple[str, str | None]:
    """A line without the date that ends or begins it, and that date; of a range its end.

    Where the date belongs to words ("passed in 2016") or to brackets with more in them, the line stays as it is.
    """
    found = find_dates(text, dates)
    if len(found) != 1:
        return text, None
    date = found[0]
    before, after = text[: date.start], text[date.end :]
    rest = f"{before.rstrip(EDGE)} {after.strip(EDGE)}".strip()
    if rest.count("(") != rest.count(")"):
        rest = f"{before.rstrip(BREAK)} {after.strip(BREAK)}".strip()
    is_at_edge = not before.strip(EDGE) or not after.strip(EDGE)
    is_apart = rest.count("(") == rest.count(")") and not is_bound(before)
    return (rest if is_at_edge and is_apart and rest else text), date.range.end or date.range.start


def is_bound(before: str) -> bool:
    """Whether a word in small letters leads to what follows, as "until" does."""
    return BOUND.search(before) is not None


def certificates_in(text: str, dates: DateGrammar) -> Sequence[str]:
    """The certificates that stand in one line; a date or an issuer behind a bar belongs to the one before it."""
    if is_list(parts := STRONG.split(text), text, dates):
        return [each for part in parts if part for each in between_commas(part)]
    return between_commas(text)


def is_list(parts: Sequence[str], text: str, dates: DateGrammar) -> bool:
    """Say whether the parts are certificates each: not a name, who gave it, and when."""
    found = [find_dates(part, dates) for part in parts]
    is_bare = any(
        len(each) == 1 and not SAYS.search(part[: each[0].start] + part[each[0].end :])
        for each, part in zip(found, parts, strict=True)
    )
    is_long = (len(parts) >= FEWEST_ITEMS and not WIDE.search(text)) or LISTING.search(text) is not None
    return not is_bare and len(parts) > 1 and (is_long or sum(map(bool, found)) >= FEWEST_DATED)


def between_commas(text: str) -> list[str]:
    """Cut where each part ends in brackets, and before abbreviations where there are several of them."""
    parts = COMMA.split(text)
    if len(parts) > 1 and all(part.endswith(")") for part in parts):
        return parts
    is_short = [ACRONYM.fullmatch(part) is not None for part in parts]
    if sum(is_short) < FEWEST_ACRONYMS:
        return [text]
    found = [parts[0]]
    for part, is_own in zip(parts[1:], is_short[1:], strict=True):
        if is_own:
            found.append(part)
        else:
            found[-1] += f", {part}"
    return found
