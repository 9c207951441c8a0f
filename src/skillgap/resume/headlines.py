"""What somebody says they are, under or beside their name: "Data Engineer – 6 years of experience"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.detail_types import DetailKind
from skillgap.resume.details import FIELD_BREAK
from skillgap.resume.field_scores import is_title_word, score_field
from skillgap.resume.header_lines import (
    ContactGrammar,
    OwnLine,
    OwnLines,
    bare_fields,
    fields_of,
    near_contact,
    reaches,
)
from skillgap.resume.heading_looks import body_style
from skillgap.resume.home_addresses import address_in, is_place_field
from skillgap.resume.name_forms import NameGrammar, bare_name
from skillgap.resume.name_letters import agreement, is_other_script
from skillgap.resume.types import LogicalLine

LONGEST_HEADLINE = 16
LONGEST_SENTENCE = 9
"""Words of a headline that ends with a full stop."""
SOUGHT = re.compile(
    r"^(?:bewerbung (?:als|um (?:eine|die) stelle als)|candidature (?:au poste|à l['’]emploi) d['’e]"
    r"|solicitud (?:de empleo|para el puesto) de)\s+"
    r"|^(?:(?:post|position|job|role)\s+)?appl(?:ied|ying|ication)\s+for(?:\s+the)?(?:\s+(?:post|position|role|job)\s+of)?\s*:?\s+",
    re.IGNORECASE,
)
HEADLINE_SIZE = 1.04
NEAR_TOP = 25
"""Lines from the top in which a label's "Position:" is the person's."""
NEXT_SECTIONS = 2
LINES_UNDER_NAME = 2
"""How far below the name a headline without a trade's word stands."""
SALUTATION = re.compile(r"^(?:dear|to whom|sehr geehrte|estimad|madame,|monsieur,)", re.IGNORECASE)
PARENT = re.compile(r"^\W*(?:father|mother|husband|wife|spouse|guardian|parent)", re.IGNORECASE)
STATUS = re.compile(
    r"\b(?:permanent resident|green card|work (?:permit|visa)|(?:right|eligible|authori[sz]ed) to work|citizen$|relocat\w+)",
    re.IGNORECASE,
)
"""What somebody may do where, which is no trade."""
SENTENCE = re.compile(r"^(?:I|We|My|Ich|Je|J['’]|Yo)\b")


class NameFound(Struct, frozen=True):
    """The name, the line it stands in, and the address that may agree with it."""

    line: LogicalLine | None
    name: str | None
    email: str | None


def headline(document: Document, own: OwnLines, named: NameFound, grammar: ContactGrammar) -> str | None:
    """What a label calls so; else what names a trade beside or below the name; else a line set large; else a trade elsewhere."""
    header = apart_from_parents([each for each in own.header if each.line is not named.line])
    near_top = [each for each in header if each.number is None or each.number < NEAR_TOP]
    labelled = (
        detail.text
        for each in (*near_contact(header), *near_top)
        for detail in each.details
        if detail.kind is DetailKind.HEADLINE
    )
    if not any(each.line is named.line for each in own.header):
        header += below_elsewhere(own, named.line)
    found = next(labelled, None) or next(headlines(document, header, named, grammar), None)
    return SOUGHT.sub("", found) if found else None


def apart_from_parents(lines: Sequence[OwnLine]) -> list[OwnLine]:
    """Without the lines behind those that name a parent or a spouse: the occupation there is theirs."""
    theirs = {behind.line.start for line, behind in pairwise(lines) if PARENT.match(line.line.text)}
    return [each for each in lines if each.line.start not in theirs]


def below_elsewhere(own: OwnLines, line: LogicalLine | None) -> list[OwnLine]:
    """The lines under a name that stands at the foot of another section, as it does beside a column read first."""
    if line is None:
        return []
    below = (each for each in own.lines if each.line.section == line.section and each.line.start > line.start)
    return sorted(below, key=lambda each: each.line.start)[:LINES_UNDER_NAME]


def headlines(
    document: Document, header: Sequence[OwnLine], named: NameFound, grammar: ContactGrammar
) -> Iterator[str]:
    """What may be the headline, the likeliest first."""
    line = named.line
    printed = [each for each in header if each.number is not None]
    below = [
        each
        for each in printed
        if line is not None and each.line.section == line.section and each.line.start > line.start
    ]
    below += [each for each in printed if line is not None and follows_header(each, below, line)]
    reached = near_contact(header)
    above = [each for each in printed if each not in below and (is_above(each, line) or each in reached)]
    beside = fields_of(line.text)[1:] if line is not None else []
    if line is not None and named.name and grammar.names.honorifics.match(line.text) is None:
        beside.append(line.text.removesuffix(named.name).strip())
    found = [*trades(beside, named, grammar), *trades_in(below, named, grammar)]
    yield from (text for text in found if not is_letters(text, grammar.names))
    yield from set_large(document, below, named, grammar)
    yield from own_words(below, grammar)
    yield from (text for text in trades_in(above, named, grammar) if not is_letters(text, grammar.names))
    headed = [each for each in header if each.number is None and is_above(each, line)]
    yield from trades_in(headed, named, grammar)
    yield from found
    if line is not None:
        yield from trades([line.text.partition(",")[2].strip()], named, grammar)


def is_above(own: OwnLine, line: LogicalLine | None) -> bool:
    """Say whether the line stands before the name's or right behind its section, where the name's line is known."""
    return line is None or own.line.start < line.start or own.line.section <= line.section + NEXT_SECTIONS


def follows_header(own: OwnLine, below: Sequence[OwnLine], line: LogicalLine) -> bool:
    """Say whether the line stands right behind the header's, in a section of its own without a heading."""
    last = below[-1].line.section if below else line.section
    return own.line.section == last + 1


def trades_in(lines: Sequence[OwnLine], named: NameFound, grammar: ContactGrammar) -> Iterator[str]:
    """Whole lines without contact details, then the fields of lines."""
    whole = [each.line.text.strip() for each in lines if not each.details]
    for number, text in enumerate(whole):
        name, comma, rest = text.partition(", ")
        if comma and is_second_name(name, named, grammar):
            yield from trades([rest], named, grammar)
        elif is_headline(text, named.name, grammar, is_whole=True, is_near=number < LINES_UNDER_NAME):
            yield text
    for each in lines:
        yield from trades(bare_fields(each, FIELD_BREAK), named, grammar)


def trades(fields: Sequence[str], named: NameFound, grammar: ContactGrammar) -> Iterator[str]:
    yield from (field for field in fields if is_headline(field, named.name, grammar))


def is_headline(
    field: str, name: str | None, grammar: ContactGrammar, *, is_whole: bool = False, is_near: bool = False
) -> bool:
    """A few words that name a trade: no address, no place; a number only in a line of its own, a sentence right below the name."""
    words = field.split()
    if not words or len(words) > LONGEST_HEADLINE or ":" in field or field.endswith("?"):
        return False
    if any(letter.isdigit() or letter == "@" for letter in field) and not (is_whole and field[0].isupper()):
        return False
    if field.endswith(".") and not (is_near and len(words) <= LONGEST_SENTENCE and not SENTENCE.match(field)):
        return False
    if (
        SALUTATION.match(field)
        or STATUS.search(field)
        or is_document_title(field, grammar.names)
        or (name is not None and bare_name(field, grammar.names) == name)
    ):
        return False
    fields = grammar.details.fields
    is_trade = fields.titles.search(field) or any(is_title_word(word, fields) for word in words)
    return is_trade and not is_place_field(field, grammar.details) and not is_address_line(field, grammar)


def is_address_line(field: str, grammar: ContactGrammar) -> bool:
    return any(map(str.isdigit, field)) and address_in(field, grammar.details) is not None


def is_document_title(text: str, grammar: NameGrammar) -> bool:
    """Say whether it names what the document is, also in two languages: "Beraterprofil / Consultant Profile"."""
    return all(grammar.titles.fullmatch(part) for part in re.split(r"\s+[/|–-]\s+", text))


def is_letters(text: str, grammar: NameGrammar) -> bool:
    """Say whether it begins with letters as they stand behind a name: "MBA, Chartered Accountant"."""
    return grammar.credentials.match(" " + re.split(r"[,|;]", text)[0].strip()) is not None


def set_large(document: Document, below: Sequence[OwnLine], named: NameFound, grammar: ContactGrammar) -> Iterator[str]:
    """A line in the author's own words right under the name, larger than the body."""
    body = body_style(document.lines).size
    for each in below[:LINES_UNDER_NAME]:
        text = each.line.text.strip()
        is_large = body is not None and (each.line.font_size or 0.0) > HEADLINE_SIZE * body
        if (
            is_large
            and not each.details
            and may_be_headline(text, grammar)
            and not is_second_name(text, named, grammar)
        ):
            yield text


def own_words(below: Sequence[OwnLine], grammar: ContactGrammar) -> Iterator[str]:
    """A line between the name and contact details that is no name and no place: it has common words or reads like a title."""
    if len(below) < LINES_UNDER_NAME or below[0].details or not reaches(below[1]):
        return
    text = below[0].line.text.strip()
    if not text[:1].isupper() or any(map(str.isdigit, text)) or text.endswith("."):
        return
    has_common_words = sum(word.islower() and len(word) > 3 for word in re.findall(r"[^\W\d_]+", text)) > 1  # noqa: PLR2004 - no particles
    scores = score_field(text, grammar.details.fields)
    is_title_like = scores.title > max(0.0, scores.organization, scores.degree, scores.study, scores.other)
    if (has_common_words or is_title_like) and may_be_headline(text, grammar):
        yield text


def may_be_headline(text: str, grammar: ContactGrammar) -> bool:
    words = len(text.split())
    return (
        1 < words <= (LONGEST_SENTENCE if text.endswith(".") else LONGEST_HEADLINE)
        and "@" not in text
        and not text.endswith("?")
        and not (SALUTATION.match(text) or STATUS.search(text))
        and not any(address_in(field, grammar.details) for field in (text, fields_of(text)[0]))
        and text.casefold().rstrip(": ") not in grammar.details.labels
        and not is_document_title(text, grammar.names)
        and not is_letters(text, grammar.names)
    )


def is_second_name(text: str, named: NameFound, grammar: ContactGrammar) -> bool:
    """Say whether the line may be the name once more, in another script or in full."""
    if bare_name(text, grammar.names) is None or not all(word[:1].isupper() for word in text.split()):
        return False
    is_foreign = any(map(is_other_script, named.name or ""))
    return is_foreign or any(map(is_other_script, text)) or agreement(text.split(), [named.email or ""]) > 0
