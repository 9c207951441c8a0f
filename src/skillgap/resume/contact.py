"""Who the résumé is of. Kept apart from the rest, so that scoring can't see it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.headings import body_style, normal
from skillgap.resume.types import LogicalLine, Resume, SectionKind

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
LINK = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+|(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|dev|io|me|de|uk|eu|info|page)(?:/[^\s,;|<>()]+)?",
    re.IGNORECASE,
)
PHONE_START = re.compile(r"[+(]{0,2}\d[\d\s()./–-]{5,}\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
NAME_WORD = re.compile(r"^[\"“”'‘(]?[^\W\d_][\w.'’-]*[\"”'’)]?$")
PLACE = re.compile(r"^[A-Z][\w .'-]+, ?[A-Z][\w .'-]+$")
PLACE_WITH_REGION = re.compile(r"^[A-Z][\w .'-]+, ?(?:[A-Z]{2,3}|UK|USA)(?: [\dA-Z-]{3,8})?$")
HOSTS = {
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "linkedin.com": "LinkedIn",
    "stackoverflow.com": "Stack Overflow",
}
MOST_NAME_WORDS = 6
DOCUMENT_TITLES = {"curriculum vitae", "resume of", "personal resume"}
STANDS_OUT = 1.3
SHORT_LINE = 8
LONGEST_CONTACT = 300
FIELD_BREAK = re.compile(r"\s+[|·•–—]\s+|\t|\s{3,}|\s*[|•·]\s*")


class Contact(Struct, frozen=True, kw_only=True):
    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()


def read_contact(document: Document, resume: Resume, titles: re.Pattern[str]) -> Contact:
    """Read the header and a contact section; an e-mail address may stand anywhere. `titles` are the words of job titles."""
    lines = [line for line in resume.lines if resume.kind_of(line) in {SectionKind.HEADER, SectionKind.OTHER}]
    header = [line for line in resume.lines if resume.kind_of(line) is SectionKind.HEADER]
    email = next((match[0] for line in (*lines, *resume.lines) if (match := EMAIL.search(line.text))), None)
    name_line = find_name(document, resume, header)
    fields = [field.strip() for line in header if line is not name_line for field in FIELD_BREAK.split(line.text)]
    links = tuple(
        dict.fromkeys(link.rstrip("./") for line in lines for link in LINK.findall(EMAIL.sub(" ", line.text)))
    )
    return Contact(
        name=FIELD_BREAK.split(name_line.text)[0].strip(" ,|") if name_line else None,
        label=next((field for field in fields if is_headline(field, titles)), None),
        email=email,
        phone=find_phone((*lines, *(line for line in resume.lines if len(line.text.split()) <= SHORT_LINE))),
        location=next((field for field in fields if is_place(field, titles)), None),
        links=links,
    )


def identity_lines(document: Document, resume: Resume, titles: re.Pattern[str]) -> frozenset[int]:
    """The name, and the header's lines that hold nothing but places, numbers and addresses."""
    header = [line for line in resume.lines if resume.kind_of(line) is SectionKind.HEADER]
    name = find_name(document, resume, header)

    def is_identity(line: LogicalLine) -> bool:
        if line is name:
            return True
        fields = [field.strip() for field in FIELD_BREAK.split(line.text) if field.strip()]
        return resume.kind_of(line) is SectionKind.HEADER and all(is_contact_field(field, titles) for field in fields)

    return frozenset(number for number, line in enumerate(resume.lines) if is_identity(line))


def is_contact_field(field: str, titles: re.Pattern[str]) -> bool:
    """Say whether the field is an address, a number or a place and nothing else; "Linux, Kubernetes" is no place."""
    town = PLACE_WITH_REGION.match(field)
    if town is not None and not titles.search(field):
        return True
    return any(pattern.fullmatch(field) for pattern in (EMAIL, LINK)) or is_phone(field)


def is_phone(text: str) -> bool:
    """Say whether all of it is a number to dial, and no range of dates."""
    digits = sum(letter.isdigit() for letter in text)
    is_dialled = text.lstrip().startswith(("+", "(")) or not YEAR.search(text)
    return FEWEST_DIGITS <= digits <= MOST_DIGITS and is_dialled and PHONE_START.fullmatch(text.strip()) is not None


def is_place(field: str, titles: re.Pattern[str]) -> bool:
    """Say whether this is "Leeds, UK" rather than "Engineer, Platforms"."""
    return PLACE.match(field) is not None and not titles.search(field)


def find_name(document: Document, resume: Resume, header: Sequence[LogicalLine]) -> LogicalLine | None:
    """The largest line that looks like a person's name: anywhere on the first page if it stands out, else near the top."""
    sizes = {line.start: line.font_size or 0.0 for line in document.lines}
    body = body_style(document.lines) or 0.0
    large = [line for line in resume.lines if line.page == 1 and sizes.get(line.start, 0.0) > STANDS_OUT * body > 0]
    for lines in (large, header[:6]):
        candidates = [line for line in lines if looks_like_name(FIELD_BREAK.split(line.text)[0])]
        if candidates:
            return max(candidates, key=lambda line: sizes.get(line.start, 0.0))
    return None


def looks_like_name(text: str) -> bool:
    """A few words, the first and the last with a capital or of another script, and no place."""
    words = text.strip(" ,").replace(",", " ").split()
    return (
        1 < len(words) <= MOST_NAME_WORDS
        and not PLACE.match(text)
        and normal(text) not in DOCUMENT_TITLES
        and all(NAME_WORD.match(word) for word in words)
        and all(word[0].isupper() or not word[0].isascii() for word in (words[0], words[-1]))
    )


def is_headline(field: str, titles: re.Pattern[str]) -> bool:
    is_words = len(field.split()) > 1 and not any(letter.isdigit() or letter == "@" for letter in field)
    return is_words and not is_place(field, titles) and not LINK.search(field)


def find_phone(lines: Sequence[LogicalLine]) -> str | None:
    """The first number that could be dialled, as the page prints it."""
    suspects = [line.text for line in lines if len(line.text) <= LONGEST_CONTACT and PHONE_START.search(line.text)]
    if not suspects:
        return None
    from phonenumbers import Leniency, PhoneNumberMatcher

    for text in suspects:
        for region in (None, "US", "GB", "DE"):
            for match in PhoneNumberMatcher(EMAIL.sub(" ", text), region, leniency=Leniency.POSSIBLE):
                number = str(match.raw_string).strip()
                if is_phone(number):
                    return number
    return None


def network_of(link: str) -> str | None:
    """The network a profile link belongs to, None for a site of one's own."""
    return next((name for host, name in HOSTS.items() if host in link.casefold()), None)
