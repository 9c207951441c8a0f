"""Personal details wherever they stand in a line: addresses, numbers, links, and what a label says of a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from skillgap.resume.dates import alternatives
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.places import PlaceGrammar, is_known, is_mode, is_place, is_town_with_code, parts_of
from skillgap.resume.telephones import FULL_LENGTH, Number, digits_in, find_numbers, is_dialled, is_international, is_phone
from skillgap.taxonomy.types import Cues, Places

WORD_OF_ADDRESS = "A-Za-z0-9À-ɏ"
DOMAIN = rf"[{WORD_OF_ADDRESS}_-]+(?:(?:\.[{WORD_OF_ADDRESS}_-]+)+|\.\s(?:com|org|net|edu|de|fr|es|in|io)\b)"
EMAIL = re.compile(
    rf"(?<![{WORD_OF_ADDRESS}_])[{WORD_OF_ADDRESS}_][{WORD_OF_ADDRESS}_.+'%-]{{0,80}}[@＠]\s?{DOMAIN}"
    rf"|(?:(?<=[|•·:;(])|^)(?<![^\s|•·:;(])\s?(?-i:[a-z0-9][a-z0-9_.+-]*)\s[@＠]\s?(?-i:[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
    re.MULTILINE,
)
"""An address; wrapped behind its "@", or with spaces around it where a field begins ("Engineer @ example.com" is none)."""
DOT = r"(?:\s?[\[({<]\s?(?:dot|punkt|point|punto|\.)\s?[\])}>]\s?|\s(?:dot|punkt|point|punto)\s)"
SPELLED_EMAIL = re.compile(
    rf"(?<![\w.+-])([\w+-]+(?:(?:\.|{DOT})[\w+-]+)*)(?:\s?[\[({{<]\s?(?:at|ät|arroba|chez|@)\s?[\])}}>]\s?([\w-]+(?:(?:\.|{DOT})[\w-]+)+)"
    rf"|\s(?:at|ät|arroba)\s([\w-]+(?:{DOT}[\w-]+)+))",
    re.IGNORECASE,
)
"""An address hidden from machines: "jane [at] example [dot] com"."""
LINK = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|net|dev|io|me|info|page|app|co|ai|edu|xyz|tech|blog|[a-z]{2})(?:/[^\s,;|<>()]*|(?![\w.@-]))"
    r"|(?<![\w.@/-])(?:[\w-]+\.)+[a-z]{3,16}/[^\s,;|<>()]+",
    re.IGNORECASE,
)
LONGEST_CONTACT = 300
LONGEST_VALUE, LONGEST_FIELD = 80, 160
POSTCODE_LIKE = re.compile(
    r"\bP\.? ?O\.? ?Box\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?!(?:19|20)\d\d\b)\d{4,6}(?:-\d{3,4})?\s+[^\W\d_]{3}|\b[A-Z]{2} \d{5}\b|\d+[^\n]*\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|straße|strasse|str\.|rue|calle|via|plaza|weg)\b",
    re.IGNORECASE,
)
"""What an address has in it."""
LONGEST_LABEL, LONGEST_BARE_LABEL = 5, 3
"""Words."""
LABEL_BEHIND = re.compile(r"\s?\(([^()\d]{1,20})\)")
CELL_LABEL = re.compile(r"^\W{0,3}([^\W\d_][^\t:|]{2,40}?)(?:\t[\t ]*|[\t ]{3,}|\s[–—-]\s)(?=\S)")
"""A label in a cell of its own, or with a dash behind it."""
BEFORE_LABEL = {"", "|", ",", ";", "·", "•", "\t"}
"""Before a name's label; "English name:" and "Company name:" are none."""
BEFORE_NUMBER = set("|•·/\t;,:(☎✆📞📱")
OTHER_NUMBERS = {
    "number",
    "no",
    "nr",
    "num",
    "id",
    "nº",
    "n°",
    "n.º",
    "box",
    "#",
    "postfach",
    "bp",
    "apartado",
    "zip",
    "plz",
}
"""In front of a number that nobody dials, where nothing says that it is a telephone's."""
HANDLE = re.compile(r"^@?[\w.-]{3,40}$")
COLON = re.compile(r"\s*[:=：](?!//)\s*")
LABEL_WORD = re.compile(r"(?<![\w@.])[^\W\d_][^\s|,;:]*")
UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'’.]{0,20}(?:\s[^\W\d_][\w'’.]{0,20}){0,2}:\s+")
LIVES_IN = re.compile(
    r"\b(?:based|liv(?:es?|ing)(?: and works?)?|works?|working|resid(?:es?|ing)|located|home|now|currently|presently|wohnhaft|lebt|habite|vivo|vive|residente?)\s+(?:in|at|à|a|en)\s+",
    re.IGNORECASE,
)
BETWEEN_FIELDS = re.compile(r"\s[–—-]\s")
REMARK = re.compile(r"\s*\(([^()]*)\)?\s*$")
MOST_PARTS = 4
BRACKETS_AT_END = re.compile(r"\s*\([^()]{1,20}\)$")
FIELD_BREAK = re.compile(r"\s+[|·•–—●▪◆∙♦✦/]\s+|\s+-\s+|\t|\s{3,}|\s*[|•·●▪◆∙♦✦]\s*|;\s+")
STRONG_BREAK = re.compile(r"\t|\s{3,}|\s*[|●▪◆∙♦✦⋅·◦•]\s*|\s\*\s|;\s+")
"""Between fields; a dash or a slash may stand within a place."""
HOSTS = {
    "github.com": "GitHub", "gitlab.com": "GitLab", "linkedin.com": "LinkedIn", "stackoverflow.com": "Stack Overflow", "bitbucket.org": "Bitbucket",
    "twitter.com": "Twitter", "x.com": "X", "kaggle.com": "Kaggle", "orcid.org": "ORCID", "scholar.google.com": "Google Scholar", "behance.net": "Behance",
    "dribbble.com": "Dribbble", "medium.com": "Medium", "codeberg.org": "Codeberg", "xing.com": "XING", "leetcode.com": "LeetCode", "facebook.com": "Facebook",
    "instagram.com": "Instagram", "youtube.com": "YouTube", "researchgate.net": "ResearchGate",
}  # fmt: skip
NETWORKS = {name.casefold() for name in HOSTS.values()} | {
    "skype",
    "telegram",
    "mastodon",
    "discord",
    "signal",
    "wechat",
    "line",
}
"""What a handle is known by: "GitHub: example-jane"."""


class DetailKind(StrEnum):
    NAME = "name"
    GIVEN = "given"
    SURNAME = "surname"
    HEADLINE = "headline"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    LOCATION = "location"
    LINK = "link"
    BORN = "born"
    NATIONALITY = "nationality"
    MARITAL = "marital"
    GENDER = "gender"
    PRIVATE = "private"


NAMES = {DetailKind.NAME, DetailKind.GIVEN, DetailKind.SURNAME}
WITH_DASHES = {DetailKind.LOCATION, DetailKind.HEADLINE}
NOT_DIALLED = {DetailKind.PRIVATE, DetailKind.NATIONALITY, DetailKind.BORN}


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
    labels = {
        label.casefold().rstrip(". "): DetailKind(kind)
        for kind, words in cues.contact_labels.items()
        for label in words
    }
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
        found += phones(text, found, grammar.labels)
    return sorted(found, key=lambda each: each.start)


def emails_and_links(text: str) -> Iterator[Detail]:
    emails = []
    if "@" in text or "＠" in text:
        for match in EMAIL.finditer(text):
            start = match.end() - len(match[0].lstrip())
            emails.append((start, match.end()))
            yield Detail(DetailKind.EMAIL, start, match.end(), "".join(match[0].split()).replace("＠", "@"))
    if "[" in text or "(" in text or "{" in text or "<" in text or " dot " in text.casefold():
        for match in SPELLED_EMAIL.finditer(text):
            emails.append(match.span())
            yield Detail(DetailKind.EMAIL, *match.span(), unspelled(match))
    if "." in text:
        for match in LINK.finditer(text):
            link = match[0].rstrip("./:")
            if not any(start <= match.start() < end for start, end in emails) and is_link(link):
                yield Detail(DetailKind.LINK, match.start(), match.start() + len(link), link)


def unspelled(match: re.Match[str]) -> str:
    return "@".join(re.sub(DOT, ".", part, flags=re.IGNORECASE) for part in match.groups() if part)


def is_link(text: str) -> bool:
    """Say whether it leads somewhere: "example.com/jane", not "e.g" or "Node.js" or "B.Sc"."""
    if text.casefold().startswith(("http", "www.")):
        return True
    host, _, path = text.partition("/")
    name, _, top = host.rpartition(".")
    return (
        top.islower()
        and name.islower()
        and (len(top) > 2 or bool(path) or len(name) > 3)
        and top not in {"js", "py", "rs", "md", "sh", "go"}
    )  # noqa: PLR2004 - "e.g"


def labelled_details(text: str, grammar: DetailGrammar, known: Sequence[Detail]) -> Iterator[Detail]:
    """What stands behind "Nationality:" up to the next label, break or end."""
    labels = list(find_labels(text, grammar.labels))
    for position, (kind, before, after) in enumerate(labels):
        stop = labels[position + 1][1] if position + 1 < len(labels) else len(text)
        value = text[after:stop]
        broken = (STRONG_BREAK if kind in WITH_DASHES else FIELD_BREAK).search(value)
        bare = balanced((value[: broken.start()] if broken else value).strip(" ,;|"))
        start = text.index(bare, after) if bare else after
        is_known = any(each.start < start + len(bare) and start < each.end for each in known)
        is_inner = (
            kind in NAMES and text[:before].rstrip(" -•*")[-1:] not in BEFORE_LABEL
        )
        if not bare or is_inner or is_known or len(bare) > LONGEST_VALUE or kind in {DetailKind.EMAIL, DetailKind.FAX}:
            continue
        is_handle = HANDLE.match(bare) and text[before:after].strip(" :=：–—-").casefold() in NETWORKS
        if (kind is not DetailKind.PHONE or is_phone(bare)) and (kind is not DetailKind.LINK or is_handle):
            yield Detail(kind, start, start + len(bare), bare, is_labelled=True)


def balanced(text: str) -> str:
    """Without the brackets that have no other half: "(Leeds" but "Torino (Italy)"."""
    while text.startswith("(") and text.count("(") > text.count(")"):
        text = text[1:].lstrip()
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip()
    return text[1:-1] if text.startswith("(") and text.endswith(")") and text.count("(") == 1 else text


def find_labels(text: str, labels: Mapping[str, DetailKind]) -> Iterator[tuple[DetailKind, int, int]]:
    """Labels in front of a colon, the longest that is known: its kind, where it begins, where its value does."""
    cell = CELL_LABEL.match(text)
    if cell is not None and ":" not in cell[1]:
        kind = labels.get(cell[1].casefold().rstrip(". "))
        if kind is not None:
            yield kind, cell.start(1), cell.end()
    for match in COLON.finditer(text):
        before = BRACKETS_AT_END.sub("", text[: match.start()])
        starts = [word.start() for word in LABEL_WORD.finditer(before)][-LONGEST_LABEL:]
        for start in starts:
            kind = labels.get(" ".join(before[start:].casefold().rstrip(". ").split()))
            if kind is not None:
                yield kind, start, match.end()
                break


def phones(text: str, known: Sequence[Detail], labels: Mapping[str, DetailKind]) -> Iterator[Detail]:
    """Numbers that can be dialled, as the page prints them; what a label in front calls something else is none."""
    for number in find_numbers(text):
        if any(each.start < number.end and number.start < each.end for each in known):
            continue
        kind = label_before(text[: number.start], labels) or label_behind(text[number.end :], labels)
        if kind in {DetailKind.PHONE, DetailKind.FAX}:
            yield Detail(kind, number.start, number.end, number.text, is_labelled=kind is DetailKind.PHONE)
        elif kind not in NOT_DIALLED and (is_international(number.text) or (stands_alone(number, text) and is_dialled(number.text))):
            yield Detail(DetailKind.PHONE, number.start, number.end, number.text)


def stands_alone(number: Number, text: str) -> bool:
    """Say whether it is long enough for a number, or a field of its own: "150-0002" behind a town is a postcode."""
    before = text[: number.start].rstrip()
    return digits_in(number.text) >= FULL_LENGTH or not before or before[-1] in BEFORE_NUMBER


def label_before(text: str, labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """What a label without a colon says of what follows: "Cel. 300 555 0147", "CNIC 00000-5550000-0"."""
    words = text.casefold().rstrip(" .:(").rsplit(maxsplit=LONGEST_BARE_LABEL)[-LONGEST_BARE_LABEL:]
    found = (labels.get(" ".join(words[first:]).lstrip("(|")) for first in range(len(words)))
    known = next((kind for kind in found if kind is not None), None)
    return DetailKind.PRIVATE if known is None and words and words[-1] in OTHER_NUMBERS else known


def label_behind(text: str, labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """ "206-555-0113 (Mobile)"."""
    match = LABEL_BEHIND.match(text)
    return labels.get(match[1].casefold().rstrip(". ")) if match else None


def network_of(link: str) -> str | None:
    """The network a profile link belongs to, None for a site of one's own."""
    host = re.sub(r"^(?:https?://)?(?:www\.|[a-z]{2}\.)?", "", link.casefold()).partition("/")[0]
    return HOSTS.get(host)


def is_place_field(field: str, grammar: DetailGrammar) -> bool:
    return is_place(field, grammar.places) and not grammar.fields.titles.search(field)


def address_in(field: str, grammar: DetailGrammar) -> str | None:
    """The place or address that a field of the header is, without what is said of it: "Office: Leeds, UK (hybrid)" is "Leeds, UK"."""
    if len(field) > LONGEST_FIELD:
        return None
    bare = balanced(UNKNOWN_LABEL.sub("", field).strip(" ,;|."))
    if len(bare) > LONGEST_VALUE:
        return None
    lives = LIVES_IN.search(bare)
    bare = bare[lives.end() :] if lives else bare
    remark = REMARK.search(bare)
    if remark is not None and not all(
        is_known(part, grammar.places) and not is_mode(part, grammar.places) for part in parts_of(remark[1])
    ):
        bare = bare[: remark.start()].rstrip(" ,")
    parts = bare.split(",")
    while len(parts) > 1 and is_institution(parts[0], grammar.fields):
        parts = parts[1:]
    bare = ",".join(parts).strip()
    if bare[:1].islower():
        return None
    if is_place_field(bare, grammar) or (BETWEEN_FIELDS.search(bare) is None and is_address(bare, grammar)):
        return bare
    return place_before(parts, grammar, fewest=1 if lives else 2)


def is_institution(part: str, fields: FieldGrammar) -> bool:
    """Say whether it is where somebody works: "Department of Biology", not "88 Mill Lane"."""
    has_name = len(part.split()) > 1 and not any(map(str.isdigit, part))
    return has_name and (fields.organizations.search(part) or fields.departments.search(part))


def place_before(parts: Sequence[str], grammar: DetailGrammar, fewest: int) -> str | None:
    """The longest beginning that is a place: "Leeds. Lives for music" is "Leeds"."""
    for count in range(min(len(parts), MOST_PARTS), fewest - 1, -1):
        head = ",".join(parts[:count]).strip()
        for place in (head, head.partition(". ")[0], head.partition(" (")[0]):
            if is_place_field(place, grammar):
                return place
    return None


def is_address(field: str, grammar: DetailGrammar) -> bool:
    """Say whether a field of the header is a place or an address: it ends in a known place, or has a postcode or a street in it."""
    if is_place_field(field, grammar):
        return True
    parts = parts_of(field)
    if len(field) > LONGEST_VALUE or not parts or grammar.fields.titles.search(parts[0]):
        return False
    ends_in_place = len(parts) > 1 and is_known(parts[-1], grammar.places)
    return ends_in_place or is_town_with_code(field, grammar.places) or POSTCODE_LIKE.search(field) is not None
