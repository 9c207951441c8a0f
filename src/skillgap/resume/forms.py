"""Posts in forms of applications: each line a label and its value, and the same labels again for the next post."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from skillgap.resume.atoms import Rows
from skillgap.resume.dates import FoundDates, find_dates
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.roles import BODY, HEADING, OUTSIDE, START
from skillgap.resume.segments import COUNTED, SegmentGrammar
from skillgap.resume.types import LogicalLine
from skillgap.taxonomy.loading import shipped_words
from skillgap.taxonomy.words import Cues

LABELLED = re.compile(r"^[\W_]*(?P<label>[^\W\d_][^:\t]{0,70}?)\s*(?::(?:\s+|$)|\t\s*|\s{3,})(?P<value>.*)$")
FIELDS = ("organization", "title", "dates", "location")
STREET = re.compile(r"^(?:\d{1,5}[A-Za-z]?|[A-Z]\w+ \d{1,4})\s+\S|\bP\.?O\.? Box\b")
POSTCODE = re.compile(r",?\s[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}$")
LONGEST_ADDRESS = 8
"""Words."""


class FormGrammar(Struct, frozen=True):
    """`fields` are what labels name; `post` are labels of how somebody is employed, `duties` of what they did there."""

    fields: Mapping[str, str]
    starts: frozenset[str]
    ends: frozenset[str]
    post: frozenset[str]
    duties: frozenset[str]
    streets: Lexicon


def compile_forms(cues: Cues) -> FormGrammar:
    return FormGrammar(
        fields={label.casefold(): field for field, labels in cues.entry_labels.items() for label in labels},
        starts=frozenset(map(str.casefold, cues.start_labels)),
        ends=frozenset(map(str.casefold, cues.end_labels)),
        post=frozenset(map(str.casefold, cues.post_labels)),
        duties=frozenset(map(str.casefold, cues.duty_labels)),
        streets=Lexicon(cues.streets),
    )


def label_in(text: str, grammar: FormGrammar) -> tuple[str, str] | None:
    """A known label and its value, which may stand below it."""
    match = LABELLED.match(text)
    label = " ".join(COUNTED.sub("", (match["label"] if match else text).casefold()).split())
    is_known = label in grammar.fields or any(
        label in own for own in (grammar.starts, grammar.ends, grammar.post, grammar.duties)
    )
    return (label, match["value"].strip() if match else "") if is_known else None


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
    """The roles of the lines where each post has its employer and its title behind labels, with its dates; else None."""
    fields = [field_in(line.text, grammar) for line in lines]
    counts = {field: fields.count(field) for field in FIELDS}
    first = next((field for field in fields if field in FIELDS), None)
    if first not in {"organization", "title"} or min(counts["organization"], counts["title"], counts["dates"]) < 1:
        return None
    roles, seen = "", set[str]()
    for field in fields:
        if field == first and (not seen or len(seen) > 1):
            roles, seen = roles + START, {field}
        elif field in FIELDS and seen:
            roles, seen = roles + HEADING, {*seen, field}
        else:
            roles += BODY if seen else OUTSIDE
    return roles


def with_labelled_dates(rows: Rows, grammar: FormGrammar, segments: SegmentGrammar) -> Rows:
    """A row more where the first and the last date of a post have a label and a line each."""
    labels = [label_in(text, grammar) for text, _ in rows]
    start = next((each[1] for each in labels if each and each[0] in grammar.starts), None)
    end = next((each[1] for each in labels if each and each[0] in grammar.ends), None)
    if not start or not end:
        return rows
    text = f"{start} – {end}"
    found: Sequence[FoundDates] = find_dates(text, segments.dates)
    kept = [row for row, each in zip(rows, labels, strict=True) if not each or each[0] not in grammar.starts | grammar.ends]
    return [*kept, (text, found)] if any(each.range.start for each in found) else rows


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


def town_in(text: str) -> str | None:
    """The town of a line that is no street's: "Albuquerque, NM" in "Albuquerque, NM 87100 United States"."""
    found = POSTCODE.search(text)
    if found is None or STREET.match(text) or ":" in text:
        return None
    return text[: found.end()].rstrip("0123456789- ") if found[0][-1].isdigit() else None


@cache
def shipped_forms() -> FormGrammar:
    return compile_forms(shipped_words().cues)
