"""Posts in forms of applications: each line a label and its value, and the same labels again for the next post."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from skillgap.resume.atoms import Rows
from skillgap.resume.date_grammar import SHORT_YEAR
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.roles import BODY, HEADING, OUTSIDE, START
from skillgap.resume.segments import COUNTED, SegmentGrammar
from skillgap.resume.types import LogicalLine
from skillgap.taxonomy.loading import shipped_words
from skillgap.taxonomy.words import Cues

LABELLED = re.compile(r"^[\W_]*(?P<label>[^\W\d_][^:\t]{0,70}?)\s*(?::(?:\s+|$)|\t\s*|\s{2,})(?P<value>.*)$")
LONGEST_LABEL = 80
"""Letters."""
FIELDS = ("organization", "title", "dates", "location")
NAMING = ("organization", "title")
BEGINNING = (*NAMING, "dates")
PROJECT = "project"
"""Ends the labels of projects of all kinds: "Mini project", "Final year project"."""
FEWEST_FIELDS = 2
"""Of a project in a form, its name with them."""
STREET = re.compile(r"^(?:\d{1,5}[A-Za-z]?|[A-Z]\w+ \d{1,4})\s+\S|\bP\.?O\.? Box\b")
POSTCODE = re.compile(r",?\s[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}$")
YEAR = re.compile(r"(?:19|20)\d\d")
ANY_YEAR = re.compile(rf"{YEAR.pattern}|{SHORT_YEAR}")
YEARS = re.compile(rf"{YEAR.pattern}\W*(?:[-–—]|to|bis|à|al?)\W*(?:[^\W\d]+\W+)?(?:{YEAR.pattern}|[^\W\d]+$)")
LONGEST_ADDRESS = 8
"""Words."""
LONGEST_BOUND = 3
"""Words of a date behind its label."""
CELL = re.compile(r"\s{3,}|\t|\s*\|\s*")
PARTS = re.compile(r"\s*[/&,]\s*")
FEWEST_COLUMNS, MOSTLY = 3, 0.7
"""Of a table, and the share of them whose names are known."""


class FormGrammar(Struct, frozen=True):
    """`fields` are what labels name; `post` are labels of how somebody is employed, `duties` of what they did there."""

    fields: Mapping[str, str]
    starts: frozenset[str]
    ends: frozenset[str]
    present: frozenset[str]
    post: frozenset[str]
    duties: frozenset[str]
    streets: Lexicon


def compile_forms(cues: Cues) -> FormGrammar:
    return FormGrammar(
        fields={label.casefold(): field for field, labels in cues.entry_labels.items() for label in labels},
        starts=frozenset(map(str.casefold, cues.start_labels)),
        ends=frozenset(map(str.casefold, cues.end_labels)),
        present=frozenset(map(str.casefold, cues.present)),
        post=frozenset(map(str.casefold, cues.post_labels)),
        duties=frozenset(map(str.casefold, cues.duty_labels)),
        streets=Lexicon(cues.streets),
    )


def column_names(texts: Sequence[str], grammar: FormGrammar) -> int:
    """How many lines at the top of a table say what its columns are: "Degree   College   Year" in one, or a name in each."""
    cells = [cell for cell in CELL.split(texts[0]) if any(map(str.isalpha, cell))] if texts else []
    known = sum(names_column(cell, grammar) for cell in cells)
    if known >= max(FEWEST_COLUMNS, MOSTLY * len(cells)):
        return 1
    count = next((n for n, text in enumerate(texts) if not names_column(text, grammar)), len(texts))
    return count if count >= FEWEST_COLUMNS else 0


def names_column(text: str, grammar: FormGrammar) -> bool:
    whole = " ".join(text.casefold().split())
    parts = [part for part in PARTS.split(whole) if any(map(str.isalpha, part))]
    return whole in grammar.fields or (bool(parts) and all(part in grammar.fields for part in parts))


def label_in(text: str, grammar: FormGrammar) -> tuple[str, str] | None:
    """A known label and its value, which may stand below it."""
    match = LABELLED.match(text) if may_be_labelled(text) else None
    if match is None and len(text) > LONGEST_LABEL:
        return None
    label = " ".join(COUNTED.sub("", (match["label"] if match else text).casefold()).split())
    is_known = label in grammar.fields or any(
        label in own for own in (grammar.starts, grammar.ends, grammar.post, grammar.duties)
    )
    return (label, match["value"].strip() if match else "") if is_known else None


def may_be_labelled(text: str) -> bool:
    """Tells most lines that are not at once: what parts a label from its value is a colon, a tab or a gap."""
    return ":" in text or "  " in text or not text.isprintable()


def field_in(text: str, grammar: FormGrammar) -> str | None:
    """The field of a post that the label of a line names, if that has a value."""
    found = label_in(text, grammar)
    if found is None or not found[1]:
        return None
    label = found[0]
    if label in grammar.starts or label in grammar.ends:
        return "dates"
    return grammar.fields.get(label)


def form_roles(lines: Sequence[LogicalLine], grammar: FormGrammar) -> str | None:
    """The roles of the lines where each post has its employer, its title and its dates behind labels, once each; else None."""
    texts = [line.text for line in lines]
    fields = [field_in(text, grammar) for text in texts]
    first = next((field for field in fields if field in FIELDS), None)
    starts = [number for number, field in enumerate(fields) if field == first] if first in BEGINNING else []
    posts = [range(*span) for span in pairwise([*starts, len(lines)])]
    is_form = bool(posts) and not any(YEAR.search(text) for text in texts[: starts[0]])
    is_mixed = any(YEARS.search(text) for text, field in zip(texts, fields, strict=True) if field is None)
    if not is_form or is_mixed or not all(is_post([fields[n] for n in post]) for post in posts):
        return None
    return OUTSIDE * starts[0] + "".join(roles_of_post(post, texts, fields, grammar) for post in posts)


def project_roles(lines: Sequence[LogicalLine], grammar: FormGrammar) -> str | None:
    """The roles of the lines where a label names each project and more labels tell of it below: "Title: X", "Role: Y"; else None."""
    texts = [line.text for line in lines]
    labels = [label_in(text, grammar) for text in texts]
    fields = [project_field(label, grammar) for label in labels]
    first = labels[0] if labels and fields[0] == "title" else None
    if first is None or any(YEARS.search(text) for text, field in zip(texts, fields, strict=True) if field is None):
        return None
    kind = first[0].rpartition(" ")[2]
    starts = [
        number
        for number, (label, field) in enumerate(zip(labels, fields, strict=True))
        if label and field == "title" and (label[0] == first[0] or label[0].rpartition(" ")[2] == kind == PROJECT)
    ]
    projects = [range(*span) for span in pairwise([*starts, len(lines)])]
    if any(sum(fields[n] in FIELDS for n in project) < FEWEST_FIELDS for project in projects):
        return None
    return "".join(roles_of_project([fields[n] for n in project]) for project in projects)


def project_field(label: tuple[str, str] | None, grammar: FormGrammar) -> str | None:
    """What the label names, if that has a value, and dates a year."""
    field = grammar.fields.get(label[0]) if label and label[1] else None
    return None if field == "dates" and label and not ANY_YEAR.search(label[1]) else field


def roles_of_project(fields: Sequence[str | None]) -> str:
    """Its heading has whose it was, when and where; what somebody was for it is no other name of it."""
    heads = {fields.index(field) for field in FIELDS if field in fields} - {0}
    return START + "".join(HEADING if number in heads else BODY for number in range(1, len(fields)))


def is_post(fields: Sequence[str | None]) -> bool:
    return all(fields.count(field) == 1 for field in NAMING) and 1 <= fields.count("dates") <= len(NAMING)


def roles_of_post(post: range, texts: Sequence[str], fields: Sequence[str | None], grammar: FormGrammar) -> str:
    """Its heading goes as far as its last field; what is labelled up to there is of it, and not how somebody was employed."""
    last = max(n for n in post if fields[n] in FIELDS)
    heads = {
        n
        for n in post
        if fields[n] in FIELDS or (n < last and LABELLED.match(texts[n]) and label_in(texts[n], grammar) is None)
    }
    return START + "".join(HEADING if n in heads else BODY for n in post[1:])


def with_labelled_dates(rows: Rows, grammar: FormGrammar, segments: SegmentGrammar) -> Rows:
    """A row more where the first and the last date of a post have a label and a line each."""
    labels = [label_in(text, grammar) for text, _ in rows]
    start = next((each[1] for each in labels if each and each[0] in grammar.starts), None)
    end = next((each[1] for each in labels if each and each[0] in grammar.ends), None)
    if not start or not end:
        return rows
    text = f"{start} – {end}"
    found: Sequence[FoundDates] = find_dates(text, segments.dates)
    kept = [
        row for row, each in zip(rows, labels, strict=True) if not each or each[0] not in grammar.starts | grammar.ends
    ]
    return [*kept, (text, found)] if any(each.range.start for each in found) else rows


def is_bound(text: str, grammar: FormGrammar) -> bool:
    """Say whether a line is the first or the last date of an entry behind its label, and nothing else: "To: 07/2019"."""
    found = label_in(text, grammar)
    if found is None or found[0] not in grammar.starts | grammar.ends or len(found[1].split()) > LONGEST_BOUND:
        return False
    return ANY_YEAR.search(found[1]) is not None or found[1].casefold() in grammar.present


def tells_post(text: str, grammar: FormGrammar) -> bool:
    """Say whether a line tells how somebody was employed, and not what they did: "Hours per week: 40"."""
    found = label_in(text, grammar)
    bare = text.casefold().strip(" .:")
    return bare in grammar.post or bare in grammar.duties or (found is not None and found[0] in grammar.post)


def is_address_line(text: str, grammar: FormGrammar) -> bool:
    """Say whether it is a part of an employer's address: "435 Example Rd NW", "Albuquerque, NM 87100"."""
    if len(text.split()) > LONGEST_ADDRESS or text.endswith("."):
        return False
    return POSTCODE.search(text) is not None or (STREET.match(text) is not None and grammar.streets.search(text))


def is_town_line(text: str) -> bool:
    """Say whether a line of an address is that of the town: "Albuquerque, NM 87100 United States"."""
    return POSTCODE.search(text) is not None and STREET.match(text) is None and ":" not in text


@cache
def shipped_forms() -> FormGrammar:
    return compile_forms(shipped_words().cues)
