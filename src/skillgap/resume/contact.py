"""Who the résumé is of and how to reach them. Kept apart from the rest, so that scoring can't see it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from urllib.parse import unquote

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.resume.detail_types import NAMES, Detail, DetailKind
from skillgap.resume.details import FIELD_BREAK, LONGEST_CONTACT, STRONG_BREAK, DetailGrammar, find_details
from skillgap.resume.header_lines import (
    CONTACT_SECTIONS,
    ContactGrammar,
    OwnLine,
    OwnLines,
    bare_fields,
    fields_of,
    near_contact,
    own_lines,
    reaches,
    top_lines,
)
from skillgap.resume.heading_looks import body_style
from skillgap.resume.headlines import NameFound, headline
from skillgap.resume.home_addresses import FULL_DATE, address_in, could_be_home, is_place_field
from skillgap.resume.name_forms import bare_name, is_capital, without_document_title
from skillgap.resume.names import LONGEST_NAME, Candidate, agreement, best_name
from skillgap.resume.networks import network_of
from skillgap.resume.places import is_known, parts_of
from skillgap.resume.types import LogicalLine, Resume, SectionKind

LEAST_WITH_TRADE, MOST_WITH_TRADE = 3, 8
"""Words of a trade and a name."""
NEAR_TOP = 14
"""Fields from the top among which the name is looked for when nothing stands out."""
LONGEST_NAME_LINE = 120
STANDS_OUT, SET_LARGE = 1.15, 1.3
MOST_IN_HALF = 3
GOES_ON = ("-", "(", "«", "„")
"""What a line ends with whose name goes on in the next, however many words it has."""
TWO_SURNAMES = re.compile(
    r"(?:[^\W\d_]*[^\W\d_A-ZÀ-Þ](?:-[^\W\d_]+)? ){1,2}(?:[A-ZÀ-Þ]+['’ ])*[A-ZÀ-Þ]{2,} - (?:[A-ZÀ-Þ]+['’ ])*[A-ZÀ-Þ]{2,}"
)
"""In capitals behind given names that are not: "Anne-Sophie LE GOFF - MARTINEZ"."""
LABEL_OF_DETAIL = re.compile(r"[^\t]*:\s*\t")
ABOUT_PERSON = {DetailKind.BORN, DetailKind.AGE, DetailKind.MARITAL, DetailKind.GENDER, DetailKind.PRIVATE}
LINES_WITH_PLACE, LONGEST_WITH_PLACE = 5, 10
"""From the top; words of one."""

__all__ = ["Contact", "ContactGrammar", "identity_lines", "read_contact"]


class Contact(Struct, frozen=True, kw_only=True):
    """`handles` are those of the links that are no addresses, behind the network that each is of, empty if nothing says so."""

    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()
    handles: tuple[tuple[str, str], ...] = ()


def read_contact(document: Document, resume: Resume, grammar: ContactGrammar) -> Contact:
    """Read the header and sections of contact details first, then the rest; behind icons, what links lead to."""
    own = own_lines(document, resume, grammar.details)
    targets = [link.target for link in document.links]
    email = own.first(DetailKind.EMAIL) or address_of(targets) or running_detail(document, DetailKind.EMAIL, grammar)
    links = all_links(own, targets)
    found = find_name(document, own, [email or "", *links], grammar)
    line, name = found or (None, None)
    return Contact(
        name=name,
        label=headline(document, own, NameFound(line, name, email), grammar),
        email=email,
        phone=own.first(DetailKind.PHONE)
        or telephone_of(targets)
        or running_detail(document, DetailKind.PHONE, grammar),
        location=location(own, line, grammar),
        links=links,
        handles=tuple(
            dict.fromkeys(
                (detail.network, detail.text)
                for each in own.lines
                for detail in each.details
                if detail.network is not None
            )
        ),
    )


def all_links(own: OwnLines, targets: Iterable[str]) -> tuple[str, ...]:
    """Links as printed, then profiles that only a link's target names."""
    printed = [each.text for line in own.lines for each in line.details if each.kind is DetailKind.LINK]
    bare = {bare_link(link) for link in printed}
    behind = [
        target
        for target in targets
        if target.startswith("http") and network_of(target) and bare_link(target) not in bare
    ]
    return tuple(dict.fromkeys((*printed, *behind)))


def bare_link(link: str) -> str:
    return link.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def address_of(targets: Iterable[str]) -> str | None:
    return next(
        (unquote(re.split(r"[?,;]", each[7:])[0]).strip() for each in targets if each.casefold().startswith("mailto:")),
        None,
    )


def telephone_of(targets: Iterable[str]) -> str | None:
    return next((unquote(each[4:]) for each in targets if each.casefold().startswith("tel:")), None)


def running_detail(document: Document, kind: DetailKind, grammar: ContactGrammar) -> str | None:
    found = (each for running in document.running for each in find_details(running.text, grammar.details))
    return next((each.text for each in found if each.kind is kind), None)


def location(own: OwnLines, name_line: LogicalLine | None, grammar: ContactGrammar) -> str | None:
    """What a label in the header calls the address; else the first field that is a place where the other contact details stand."""
    header = [each for each in own.header if each.number is not None]
    top = {0} | ({name_line.section} if name_line is not None else set())
    if labelled := labelled_places(near_contact(header)):
        known = fullest(labelled, grammar)
        return address_in(known, grammar.details) or known
    for lines in ([each for each in header if each.line.section in top], near_contact(header), header):
        if places := places_in(lines, name_line, grammar):
            return in_full(fullest(places, grammar), places_in(header, name_line, grammar))
    rest = [each for each in own.lines if not each.is_header]
    places = labelled_places(own.lines) or places_in([each for each in rest if reaches(each)], name_line, grammar)
    if places:
        return fullest(places, grammar)
    return unknown_home(header, name_line, grammar) or place_at_end(header[:LINES_WITH_PLACE], name_line, grammar)


def place_at_end(lines: Sequence[OwnLine], name_line: LogicalLine | None, grammar: ContactGrammar) -> str | None:
    """The place that a short line about the person ends in: "Final-year student, 21, Leeds"."""
    for each in lines:
        *before, last = [part.strip() for part in each.line.text.rstrip(" .").split(",")]
        is_short = each.line is not name_line and len(each.line.text.split()) <= LONGEST_WITH_PLACE
        if (
            before
            and is_short
            and not FULL_DATE.search(each.line.text)
            and last[:1].isupper()
            and is_place_field(last, grammar.details)
        ):
            return last
    return None


def unknown_home(lines: Sequence[OwnLine], name_line: LogicalLine | None, grammar: ContactGrammar) -> str | None:
    """What can be nothing but a town in a line of numbers and addresses, or in a line of its own right beside such lines."""
    name = name_line.text if name_line is not None else ""
    for each in lines:
        if reaches(each) and len(each.line.text) <= LONGEST_CONTACT:
            fields = bare_fields(each, FIELD_BREAK)[each.line is name_line :]
            found = [
                field
                for field in fields
                if field not in name and f"{field}:" not in each.line.text and could_be_home(field, grammar.details)
            ]
            if found:
                return found[0]
    return None


def places_in(lines: Sequence[OwnLine], name_line: LogicalLine | None, grammar: ContactGrammar) -> list[str]:
    fields = (
        field
        for breaks in (STRONG_BREAK, FIELD_BREAK)
        for each in lines
        for field in bare_fields(each, breaks)[each.line is name_line :]
        if not tells_else(field, each)
    )
    return [place for field in fields if (place := address_in(field, grammar.details))]


def tells_else(field: str, own: OwnLine) -> bool:
    """Say whether a label calls it a birthday, a family or the like: "Born: Leeds, 3 May 1990"."""
    return any(each.kind in ABOUT_PERSON and each.is_labelled and field.endswith(each.text) for each in own.details)


def fullest(places: Sequence[str], grammar: ContactGrammar) -> str:
    """The first that says more than a town; the town's line where the street has a line of its own."""
    where = grammar.details.places
    towns = [
        place for place in places if any(is_known(part.rstrip(" –-"), where) for part in parts_of(place))
    ] or places
    return next((place for place in towns if "," in place or any(map(str.isdigit, place))), towns[0])


def in_full(place: str, places: Sequence[str]) -> str:
    """The town as another line of the header has it: "Recife" is "Recife, PE, Brasil"."""
    return next((each for each in places if each.startswith(f"{place},")), place)


def labelled_places(lines: Iterable[OwnLine]) -> list[str]:
    return [detail.text for each in lines for detail in each.details if detail.kind is DetailKind.LOCATION]


def find_name(
    document: Document, own: OwnLines, mails: Sequence[str], grammar: ContactGrammar
) -> tuple[LogicalLine | None, str] | None:
    """The name and its line; None for the line where only a running header has it."""
    pairs = list(candidates(document, own, mails, grammar))
    best = best_name([candidate for candidate, _ in pairs], mails, grammar.names)
    if best is None:
        pairs = list(spelled_candidates(own, mails))
        best = best_name([candidate for candidate, _ in pairs], mails, grammar.names)
    return next(((line, best[1]) for candidate, line in pairs if candidate is best[0]), None) if best else None


def candidates(
    document: Document, own: OwnLines, mails: Sequence[str], grammar: ContactGrammar
) -> Iterator[tuple[Candidate, LogicalLine | None]]:
    body = body_style(document.lines).size or 0.0
    position = 0
    before: LogicalLine | None = None
    above = {each.line.end + 1: each.line for each in own.lines}
    yield from labelled_names(own)
    for each in own.lines:
        line = each.line
        size = (line.font_size or body) / body if body else 1.0
        is_whole_header = position == 0 and reaches(each)
        is_long = len(line.text) > LONGEST_NAME_LINE and not is_whole_header
        if is_long or not (each.is_header or (line.page == 1 and size > STANDS_OUT)):
            continue
        before = above.get(line.start, before)
        if before is not None and (are_spelled(before, line, mails) or is_second_half(before, line, size, grammar)):
            gap = "" if before.text.endswith("-") else " "
            whole = f"{before.text}{gap}{line.text}"
            yield Candidate(text=whole, position=position - 1, size=size, is_joined=True), before
        if position <= NEAR_TOP or size > STANDS_OUT:
            fields = bare_fields(each, FIELD_BREAK) if each.details else fields_of(line.text)
            for number, field in enumerate(fields):
                yield (
                    Candidate(text=field, position=position, size=size, is_alone=number == 0, is_bold=line.is_bold),
                    line,
                )
            first, comma, _ = fields[0].partition(",") if fields and is_whole_header else ("", "", "")
            if comma:
                yield Candidate(text=first, position=position, size=size), line
            if len(fields) > 1:
                yield Candidate(text=line.text, position=position, size=size), line
            yield from ((each, line) for each in within_line(line, position, size, grammar))
        position += 1
        before = line
    for number, running in enumerate(document.running):
        for field in FIELD_BREAK.split(running.text):
            yield Candidate(text=field, position=NEAR_TOP + number), None


def within_line(line: LogicalLine, position: int, size: float, grammar: ContactGrammar) -> Iterator[Candidate]:
    """Names with a trade on their line that no sign parts from them, and surnames with a dash between them."""
    text = line.text
    for name in beside_other_case(text, grammar):
        yield Candidate(text=name, position=position, size=size)
    if (behind := behind_trade(text, grammar)) is not None:
        yield Candidate(text=behind, position=position, size=size, is_alone=False)
    if " - " in text and TWO_SURNAMES.fullmatch(text) and not grammar.names.fields.titles.search(text):
        whole = text.replace(" - ", "-")
        yield Candidate(text=whole, position=position, size=size, is_joined=True, is_bold=line.is_bold)


def beside_other_case(text: str, grammar: ContactGrammar) -> Iterator[str]:
    """The name in capitals in front of a trade that is in none: "JANE DOE Systems Engineer"."""
    name = list(takewhile(str.isupper, text.split()))
    rest = " ".join(text.split()[len(name) :])
    if 1 < len(name) <= LONGEST_NAME and rest[:1].isupper() and grammar.names.fields.titles.search(rest):
        yield " ".join(name)


def behind_trade(text: str, grammar: ContactGrammar) -> str | None:
    """The words behind a trade on one line with it: "DevOps Engineer Ana Silva"; another trade or a firm is no name."""
    words = text.split()
    if not LEAST_WITH_TRADE <= len(words) <= MOST_WITH_TRADE or not text.replace(" ", "").replace("-", "").isalpha():
        return None
    titles = grammar.names.fields.titles
    last = max((end for _, end in titles.find(text)), default=0)
    name = text[last:].split()
    is_behind = last and text[last : last + 1] == " " and 1 < len(name) <= LONGEST_NAME
    return " ".join(name) if is_behind and all(map(is_capital, name)) else None


def spelled_candidates(own: OwnLines, mails: Sequence[str]) -> Iterator[tuple[Candidate, LogicalLine]]:
    """Lines that stand wherever they do and say nothing but a name that an address or a profile's link spells."""
    for each in own.lines:
        words = each.line.text.split()
        if 1 < len(words) <= LONGEST_NAME and all(map(is_capital, words)) and agreement(words, mails) == 1:
            yield Candidate(text=each.line.text, position=0), each.line


def labelled_names(own: OwnLines) -> Iterator[tuple[Candidate, LogicalLine]]:
    """What stands behind "Name:"; a given name and a surname with labels of their own together."""
    found = [
        (detail, each.line)
        for each in own.lines
        for detail in each.details
        if each.is_header or (each.number is not None and each.number < NEAR_TOP and detail.is_labelled)
    ]
    given, surname = (
        next((detail.text for detail, _ in found if detail.kind is kind), "")
        for kind in (DetailKind.GIVEN, DetailKind.SURNAME)
    )
    for position, (detail, line) in enumerate(each for each in found if each[0].kind in NAMES):
        parts = dict.fromkeys((given, *(() if detail.text in {given, surname} else (detail.text,)), surname))
        text = detail.text if given in detail.text and surname in detail.text else " ".join(filter(None, parts))
        yield Candidate(text=text, position=position, is_labelled=True), line


def are_spelled(before: LogicalLine, line: LogicalLine, mails: Sequence[str]) -> bool:
    """Say whether two lines of one word each are a given name and a surname that an address or a profile's link spells."""
    words = [before.text, line.text]
    return not any(" " in word or not is_capital(word) for word in words) and agreement(words, mails) == 1


def is_second_half(before: LogicalLine, line: LogicalLine, size: float, grammar: ContactGrammar) -> bool:
    """A name set large on two lines: "MARTA" above "REBELO"; what the document is may stand in front, a trade is no half of it."""
    first = without_document_title(before.text, grammar.names)
    is_trade = " " in line.text and grammar.names.fields.titles.search(line.text)
    return (
        size > SET_LARGE
        and before.font_size == line.font_size
        and before.page == line.page
        and not is_trade
        and (first.endswith(GOES_ON) or max(len(first.split()), len(line.text.split())) <= MOST_IN_HALF)
    )


def identity_lines(resume: Resume, contact: Contact, grammar: ContactGrammar) -> frozenset[int]:
    """The name's line, and lines of the header that hold nothing but places, numbers and addresses.

    At the top of the page the name and the place are no skills, whatever section their words made of it: "Swift Rust", "Java, IN".
    """
    words = words_of(contact.name or "")
    top = set(top_lines(resume))

    def is_part_of_name(line: LogicalLine) -> bool:
        bare = bare_name(line.text, grammar.names) if len(line.text) <= LONGEST_NAME_LINE else None
        return bare is not None and words_of(bare) <= words

    def is_identity(number: int, line: LogicalLine) -> bool:
        if resume.kind_of(line) not in CONTACT_SECTIONS:
            is_name = words == words_of(line.text) and "," not in line.text
            return number in top and bool(words) and (is_name or line.text.strip(" .,") == contact.location)
        if words and len(line.text) <= LONGEST_NAME_LINE and (words <= words_of(line.text) or is_part_of_name(line)):
            return True
        return resume.kind_of(line) is SectionKind.HEADER and all(
            is_contact_field(field, grammar.details) for field in fields_of(line.text)
        )

    return frozenset(number for number, line in enumerate(resume.lines) if is_identity(number, line))


def words_of(text: str) -> set[str]:
    return {word.strip(",()") for word in text.split()}


def is_contact_field(field: str, grammar: DetailGrammar) -> bool:
    """Say whether the field is an address, a number or a place and nothing else; "Linux, Kubernetes" is no place."""
    if is_place_field(field, grammar):
        return True
    details = find_details(field, grammar)
    return bool(details) and not words_beside(field, details, grammar)


def words_beside(field: str, details: Sequence[Detail], grammar: DetailGrammar) -> set[str]:
    """What a field says besides its details and what they are called: not how long an address is decides, but what stands by it."""
    for each in sorted(details, key=lambda each: -each.start):
        field = f"{field[: each.start]}\t{field[each.end :]}"
    words = re.findall(r"[^\W\d_][\w-]+", LABEL_OF_DETAIL.sub("\t", field))
    return {word for word in words if word.casefold() not in grammar.label_words}
