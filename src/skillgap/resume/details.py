"""Personal details wherever they stand in a line: addresses, numbers, links, and what a label says of a person."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from skillgap.resume.addresses import EMAIL, emails_and_links
from skillgap.resume.detail_types import NAMES, Detail, DetailKind
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.handles import find_handles
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives, small_letters
from skillgap.resume.places import PlaceGrammar, is_place, is_town_like
from skillgap.resume.telephones import (
    FULL_LENGTH,
    Number,
    digits_in,
    find_numbers,
    is_dialled,
    is_international,
    is_phone,
)
from skillgap.taxonomy.words import Cues, Places

__all__ = [
    "EMAIL",
    "NAMES",
    "Detail",
    "DetailGrammar",
    "DetailKind",
    "compile_details",
    "emails_and_links",
    "find_details",
    "find_labels",
]

LONGEST_CONTACT = 300
LONGEST_VALUE = 80
LONGEST_LABEL, LONGEST_BARE_LABEL = 5, 3
"""Words."""
LABEL_BEHIND = re.compile(r"\s?\(([^()\d]{1,20})\)")
LABELLED = re.compile(r"\d\s?\([^()\d]{1,20}\)[\s|,;/·•]*$")
"""A number whose label is behind it."""
CELL_LABEL = re.compile(
    r"^\W{0,3}([^\W\d_][^\t:|]{1,40}?)(?:\t[\t ]*|[\t ]{3,}|\s[–—-]\s|(?<=[\u3040-\u9fff\uac00-\ud7a3])\s+)(?=\S)"
)
"""A label in a cell of its own, or with a dash behind it; a Chinese, Japanese or Korean one with a space."""
BEFORE_LABEL = {"", "|", ",", ";", "·", "•", "\t"}
"""Before a name's label; "English name:" and "Company name:" are none."""
BEFORE_NUMBER = set("|•·/\t;,:(*…☎✆📞📱")
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
    "cep",
    "cp",
    "c.p",
    "pin",
    "pincode",
    "postcode",
    "code",
}
"""In front of a number that nobody dials, where nothing says that it is a telephone's."""
COLON = re.compile(r"\s*[:=：](?!//)\s*")
LABEL_WORD = re.compile(r"(?<![\w@.])[^\W\d_][^\s|,;:]*")
INNER_LABEL = re.compile(r"\s+[^\W\d_a-z][^\W\d_]+(?:\s[a-zß-öø-ÿ]+){1,2}\s?:\s")
PLURAL = re.compile(r"\((?:s|es|e|n|en)\)", re.IGNORECASE)
"""As in "Surname(s)", "Vorname(n)"."""
BRACKETS_AT_END = re.compile(r"\s*\([^()]{1,20}\)$")
SECOND_SURNAME = r"(?:van|von|der|den|de)\s+[^\W\d_a-z]"
"""Behind a dash it goes on with the name: "van der Woude - de Graaf"."""
ICONS = "✉☎✆⌂🏠🏡📍📌📞📱📧🌐🔗"
"""What stands in front of an address, a number or a link to say what it is."""
FIELD_BREAK = re.compile(
    rf"\s+(?:[|·•–—●▪◆∙♦✦/~¦‖›»*…]|//|\|\||::|--|\.{{3}})\s+|\s+-\s+(?!{SECOND_SURNAME})|\t|\s{{3,}}|\s*[|•·●▪◆∙♦✦]\s*|;\s+|(?<=\w)—(?=\w)|\s+[{ICONS}]\ufe0f?\s*"
)
STRONG_BREAK = re.compile(
    rf"\t|\s{{3,}}|\s*[|●▪◆∙♦✦⋅·◦•¦‖]\s*|\s(?:[*~›»…]|//|::|\.{{3}})\s|;\s+|\s+[{ICONS}]\ufe0f?\s*"
)
"""Between fields; a dash or a slash may stand within a place."""
BREAKS = {
    DetailKind.LOCATION: STRONG_BREAK,
    DetailKind.HEADLINE: STRONG_BREAK,
    DetailKind.PRIVATE: re.compile(r"\t|\s{3,}|\s*[|•●]\s*|\s/\s|;\s+(?=[^;:]{1,20}:)"),
}
"""Places and trades have dashes in them, lists of parents have semicolons."""
SOMEBODY_ELSE = re.compile(
    r"\b(?:kin|emergency|guardian|parent|father|mother|husband|wife|spouse|brother|sister|referee|reference|supervisor|notfall|urgence|emergencia)",
    re.IGNORECASE,
)
"""In front of a number that isn't the person's own."""
NOT_DIALLED = {DetailKind.PRIVATE, DetailKind.NATIONALITY, DetailKind.BORN, DetailKind.AGE}


class DetailGrammar(Struct, frozen=True):
    """`label_words` are those of the labels and of networks' names."""

    labels: Mapping[str, DetailKind]
    label_words: frozenset[str]
    demonyms: re.Pattern[str]
    places: PlaceGrammar
    fields: FieldGrammar
    streets: Lexicon
    street_endings: tuple[str, ...]


def compile_details(cues: Cues, names: Places, places: PlaceGrammar, fields: FieldGrammar) -> DetailGrammar:
    labels = {key_of_label(label): DetailKind(kind) for kind, words in cues.contact_labels.items() for label in words}
    return DetailGrammar(
        labels=labels,
        label_words=frozenset(word for label in (*labels, *map(str.casefold, cues.networks)) for word in label.split()),
        demonyms=re.compile(rf"(?<!\w)(?:{alternatives(names.demonyms)})(?!\w)", re.IGNORECASE),
        places=places,
        fields=fields,
        streets=Lexicon(cues.streets),
        street_endings=tuple(ending.casefold() for ending in cues.street_endings),
    )


def key_of_label(text: str) -> str:
    """A label as the grammar has it: "First name(s)" is "first name"."""
    return " ".join(small_letters(PLURAL.sub("", text)).rstrip(". ").split())


def kind_of_label(text: str, labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """What a label names; one with a slash in it, what both halves do: "Nume / Prenume", "Tel. / Mobil"."""
    key = key_of_label(text)
    if key in labels or "/" not in key:
        return labels.get(key)
    kinds = {labels.get(key_of_label(part)) for part in key.split("/")}
    if kinds <= NAMES:
        return DetailKind.NAME
    return kinds.pop() if len(kinds) == 1 else None


def find_details(text: str, grammar: DetailGrammar) -> list[Detail]:
    """All details of a line of contact data, in their order; a longer line than any such is looked through for addresses alone."""
    found = [*emails_and_links(text)]
    if len(text) <= LONGEST_CONTACT:
        found += find_handles(text, found)
        found += labelled_details(text, grammar, found)
        found += phones(text, found, grammar.labels)
    return sorted(found, key=lambda each: each.start)


def labelled_details(text: str, grammar: DetailGrammar, known: Sequence[Detail]) -> Iterator[Detail]:
    """What stands behind "Nationality:" up to the next label, break or end."""
    labels = list(find_labels(text, grammar.labels))
    for position, (kind, before, after) in enumerate(labels):
        stop = labels[position + 1][1] if position + 1 < len(labels) else len(text)
        value = text[after:stop]
        broken = BREAKS.get(kind, FIELD_BREAK).search(value)
        value = value[: broken.start()] if broken else value
        if kind is DetailKind.LOCATION and ":" in value:
            value = before_label(value, grammar.places)
        bare = balanced(value.strip(" ,;|"))
        start = text.index(bare, after) if bare else after
        is_known = any(each.start < start + len(bare) and start < each.end for each in known)
        is_inner = kind in NAMES and text[:before].rstrip(" -•*")[-1:] not in BEFORE_LABEL
        is_others = kind is DetailKind.PHONE and SOMEBODY_ELSE.search(text[:before]) is not None
        if (
            not bare
            or is_inner
            or is_known
            or is_others
            or len(bare) > LONGEST_VALUE
            or kind in {DetailKind.EMAIL, DetailKind.FAX, DetailKind.LINK}
        ):
            continue
        if kind is not DetailKind.PHONE or is_phone(bare):
            yield Detail(kind, start, start + len(bare), bare, is_labelled=True)


def before_label(text: str, places: PlaceGrammar) -> str:
    """A place without the label that no list has behind it: "Pune Notice period: 30 days"."""
    words = text.partition(":")[0].split()
    heads = (" ".join(words[:-count]) for count in range(1, min(len(words), LONGEST_LABEL)))
    known = next((head for head in heads if is_place(head, places)), None)
    label = INNER_LABEL.search(text) if known is None else None
    return known or (text[: label.start()] if label and is_town_like(text[: label.start()], places) else text)


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
        kind = kind_of_label(cell[1], labels)
        if kind is not None:
            yield kind, cell.start(1), cell.end()
    for match in COLON.finditer(text):
        before = BRACKETS_AT_END.sub("", text[: match.start()])
        starts = [word.start() for word in LABEL_WORD.finditer(before)][-LONGEST_LABEL:]
        for start in starts:
            kind = kind_of_label(before[start:], labels)
            if kind is not None:
                yield kind, start, match.end()
                break


def phones(text: str, known: Sequence[Detail], labels: Mapping[str, DetailKind]) -> Iterator[Detail]:
    """Numbers that can be dialled, as the page prints them; what a label in front calls something else is none."""
    for number in find_numbers(text):
        if any(each.start < number.end and number.start < each.end for each in known):
            continue
        kind = label_before(text[: number.start], labels) or label_behind(text[number.end :], labels)
        if SOMEBODY_ELSE.search(text[: number.start]):
            continue
        if kind in {DetailKind.PHONE, DetailKind.FAX}:
            yield Detail(kind, number.start, number.end, number.text, is_labelled=kind is DetailKind.PHONE)
        elif kind not in NOT_DIALLED and (
            is_international(number.text) or (stands_alone(number, text) and is_dialled(number.text))
        ):
            yield Detail(DetailKind.PHONE, number.start, number.end, number.text)


def stands_alone(number: Number, text: str) -> bool:
    """Say whether it is long enough for a number, or a field of its own: "150-0002" behind a town is a postcode."""
    before = text[: number.start].rstrip()
    return digits_in(number.text) >= FULL_LENGTH or not before or before[-1] in BEFORE_NUMBER or before.endswith("...")


def label_before(text: str, labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """What a label without a colon says of what follows: "Cel. 300 555 0147", "CNIC 00000-5550000-0"."""
    if LABELLED.search(text):
        return None
    words = text.casefold().rstrip(" .:()").rsplit(maxsplit=LONGEST_BARE_LABEL)[-LONGEST_BARE_LABEL:]
    known = label_of(words, labels)
    if known is None and words and words[-1].lstrip(".") in OTHER_NUMBERS:
        return label_of(words[:-1], labels) or DetailKind.PRIVATE  # "Cell # 0300 5550127"
    return known


def label_of(words: Sequence[str], labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """The longest label that the words end in."""
    found = (kind_of_label(" ".join(words[first:]).lstrip("(|"), labels) for first in range(len(words)))
    return next((kind for kind in found if kind is not None), None)


def label_behind(text: str, labels: Mapping[str, DetailKind]) -> DetailKind | None:
    """What stands in brackets behind a number: "206-555-0113 (Mobile)"."""
    match = LABEL_BEHIND.match(text)
    return kind_of_label(match[1], labels) if match else None
