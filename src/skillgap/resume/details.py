"""Personal details wherever they stand in a line: addresses, numbers, links, and what a label says of a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from skillgap.resume.dates import alternatives
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.places import PlaceGrammar, is_known, is_place, parts_of
from skillgap.taxonomy.types import Cues, Places

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.ASCII)
LINK = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|net|dev|io|me|info|page|app|co|ai|edu|xyz|tech|blog|[a-z]{2})(?:/[^\s,;|<>()]*|(?![\w.@-]))",
    re.IGNORECASE,
)
PHONE_START = re.compile(r"[+(]{0,2}\d[\d\s()./·–-]{5,}\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DATE_LIKE = re.compile(r"^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|^\d{1,2}[./]\d{4}\s*[–-]|^\d{4}\s*[/–-]\s*\d{2,4}\)?$")
FEWEST_DIGITS, MOST_DIGITS = 7, 15
LONGEST_CONTACT = 300
LONGEST_VALUE = 80
POSTCODE_LIKE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{4,6}(?:-\d{3,4})?\s+[^\W\d_]{3}|\b[A-Z]{2} \d{5}\b|\d+[^\n]*\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|straße|strasse|str\.|rue|calle|via|plaza|weg)\b", re.IGNORECASE)
"""What an address has in it."""
LONGEST_LABEL = 5
"""Words."""
COLON = re.compile(r"\s*[:=](?!//)\s*")
LABEL_WORD = re.compile(r"(?<![\w@.])[^\W\d_][^\s|,;:]*")
BRACKETS_AT_END = re.compile(r"\s*\([^()]{1,20}\)$")
FIELD_BREAK = re.compile(r"\s+[|·•–—●▪◆∙♦✦/]\s+|\s+-\s+|\t|\s{3,}|\s*[|•·●▪◆∙♦✦]\s*|;\s+")
REGIONS = (None, "US", "GB", "DE", "FR", "ES", "IN", "AU", "JP", "BR", "ZA", "NG", "MX", "IT", "PL")
"""Where numbers without a country are tried, None for those that have one."""
HOSTS = {
    "github.com": "GitHub", "gitlab.com": "GitLab", "linkedin.com": "LinkedIn", "stackoverflow.com": "Stack Overflow", "bitbucket.org": "Bitbucket",
    "twitter.com": "Twitter", "x.com": "X", "kaggle.com": "Kaggle", "orcid.org": "ORCID", "scholar.google.com": "Google Scholar", "behance.net": "Behance",
    "dribbble.com": "Dribbble", "medium.com": "Medium", "codeberg.org": "Codeberg", "xing.com": "XING", "leetcode.com": "LeetCode", "facebook.com": "Facebook",
    "instagram.com": "Instagram", "youtube.com": "YouTube", "researchgate.net": "ResearchGate",
}  # fmt: skip


class DetailKind(StrEnum):
    NAME = "name"
    HEADLINE = "headline"
    EMAIL = "email"
    PHONE = "phone"
    LOCATION = "location"
    LINK = "link"
    BORN = "born"
    NATIONALITY = "nationality"
    MARITAL = "marital"
    GENDER = "gender"
    PRIVATE = "private"


class Detail(Struct, frozen=True):
    """`text[start:end]` of its line says it; `is_labelled` where a label in front of it says so."""

    kind: DetailKind
    start: int
    end: int
    text: str
    is_labelled: bool = False


class DetailGrammar(Struct, frozen=True):
    labels: Mapping[str, DetailKind]
    personal: re.Pattern[str]
    ages: re.Pattern[str]
    demonyms: re.Pattern[str]
    places: PlaceGrammar
    fields: FieldGrammar


def compile_details(cues: Cues, names: Places, places: PlaceGrammar, fields: FieldGrammar) -> DetailGrammar:
    labels = {label.casefold(): DetailKind(kind) for kind, words in cues.contact_labels.items() for label in words}
    years = alternatives(cues.age_phrases)
    return DetailGrammar(
        labels=labels,
        personal=re.compile(
            rf"(?<!\w)(?:(?P<marital>{alternatives(cues.marital_words)})|(?P<gender>{alternatives(cues.gender_words)}))(?!\w)",
            re.IGNORECASE,
        ),
        ages=re.compile(rf"(?<!\w)\d{{2}}[\s-](?:{years})(?!\w)", re.IGNORECASE),
        demonyms=re.compile(rf"(?<!\w)(?:{alternatives(names.demonyms)})(?!\w)", re.IGNORECASE),
        places=places,
        fields=fields,
    )


def find_details(text: str, grammar: DetailGrammar) -> list[Detail]:
    """All details of a line of contact data, in their order; a longer line than any such is looked through for addresses alone."""
    found = [*emails_and_links(text)]
    if len(text) <= LONGEST_CONTACT:
        found += labelled_details(text, grammar, found)
        found += phones(text, found)
    return sorted(found, key=lambda each: each.start)


def emails_and_links(text: str) -> Iterator[Detail]:
    emails = []
    if "@" in text:
        for match in EMAIL.finditer(text):
            emails.append(match.span())
            yield Detail(DetailKind.EMAIL, match.start(), match.end(), match[0].replace(" ", ""))
    if "." in text:
        for match in LINK.finditer(text):
            link = match[0].rstrip("./:")
            if not any(start <= match.start() < end for start, end in emails) and is_link(link):
                yield Detail(DetailKind.LINK, match.start(), match.start() + len(link), link)


def is_link(text: str) -> bool:
    """Say whether it leads somewhere: "example.com/jane", not "e.g" or "Node.js" or "B.Sc"."""
    if text.casefold().startswith(("http", "www.")):
        return True
    host, _, path = text.partition("/")
    name, _, top = host.rpartition(".")
    return top.islower() and name.islower() and (len(top) > 2 or bool(path) or len(name) > 3) and top not in {"js", "py", "rs", "md", "sh", "go"}  # noqa: PLR2004 - "e.g"


def labelled_details(text: str, grammar: DetailGrammar, known: Sequence[Detail]) -> Iterator[Detail]:
    """What stands behind "Nationality:" up to the next label, break or end."""
    labels = list(find_labels(text, grammar.labels))
    for position, (kind, _, after) in enumerate(labels):
        stop = labels[position + 1][1] if position + 1 < len(labels) else len(text)
        value = text[after:stop]
        broken = FIELD_BREAK.search(value)
        bare = (value[: broken.start()] if broken else value).strip(" ,;|()")
        start = text.index(bare, after) if bare else after
        is_known = any(each.start < start + len(bare) and start < each.end for each in known)
        if not bare or is_known or len(bare) > LONGEST_VALUE or kind in {DetailKind.EMAIL, DetailKind.LINK}:
            continue
        if kind is not DetailKind.PHONE or is_phone(bare):
            yield Detail(kind, start, start + len(bare), bare, is_labelled=True)


def find_labels(text: str, labels: Mapping[str, DetailKind]) -> Iterator[tuple[DetailKind, int, int]]:
    """Labels in front of a colon, the longest that is known: its kind, where it begins, where its value does."""
    for match in COLON.finditer(text):
        before = BRACKETS_AT_END.sub("", text[: match.start()])
        starts = [word.start() for word in LABEL_WORD.finditer(before)][-LONGEST_LABEL:]
        for start in starts:
            kind = labels.get(" ".join(before[start:].casefold().rstrip(". ").split()))
            if kind is not None:
                yield kind, start, match.end()
                break


def phones(text: str, known: Sequence[Detail]) -> Iterator[Detail]:
    """Numbers that can be dialled, as the page prints them."""
    for match in PHONE_START.finditer(text):
        number = match[0]
        if any(each.start < match.end() and match.start() < each.end for each in known):
            continue
        if is_phone(number) and is_dialled(number):
            yield Detail(DetailKind.PHONE, match.start(), match.end(), number)


def is_phone(text: str) -> bool:
    """Say whether all of it is a number to dial, and no range of dates."""
    text = text.strip()
    digits = sum(letter.isdigit() for letter in text)
    if not FEWEST_DIGITS <= digits <= MOST_DIGITS or PHONE_START.fullmatch(text) is None:
        return False
    if text.startswith(("+", "(+", "00")):
        return True
    return not DATE_LIKE.match(text) and len(YEAR.findall(text)) < 2 and not re.match(r"^(?:19|20)\d\d\s*[–-]", text)  # noqa: PLR2004 - a range


def is_dialled(number: str) -> bool:
    """Ask the telephone plans of a few countries whether the number is possible in one of them."""
    from phonenumbers import NumberParseException, is_possible_number, parse

    for region in REGIONS:
        try:
            if is_possible_number(parse(number, region)):
                return True
        except NumberParseException:
            continue
    return False


def network_of(link: str) -> str | None:
    """The network a profile link belongs to, None for a site of one's own."""
    host = re.sub(r"^(?:https?://)?(?:www\.|[a-z]{2}\.)?", "", link.casefold()).partition("/")[0]
    return HOSTS.get(host)


def is_place_field(field: str, grammar: DetailGrammar) -> bool:
    return is_place(field, grammar.places) and not grammar.fields.titles.search(field)


def is_address(field: str, grammar: DetailGrammar) -> bool:
    """Say whether a field of the header is a place or an address: it ends in a known place, or has a postcode or a street in it."""
    if is_place_field(field, grammar):
        return True
    parts = parts_of(field)
    if len(field) > LONGEST_VALUE or not parts or grammar.fields.titles.search(parts[0]):
        return False
    ends_in_place = len(parts) > 1 and is_known(parts[-1], grammar.places)
    return ends_in_place or POSTCODE_LIKE.search(field) is not None
