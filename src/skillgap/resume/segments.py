"""The heading lines of an entry cut into fragments: dates and durations out, separators and labels told from words."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import FoundDates
from skillgap.resume.details import emails_and_links
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.resume.places import PlaceGrammar, is_place, peel_place
from skillgap.taxonomy.types import Cues

EDGE = " \t\n,;:|–—-·•⋅>→*~=+/\u200b"
STRONG = re.compile(
    r"\s+[–—|·•●▪◆∙⋅‧∣■>»→]\s*|\s*[|·•●▪◆∙⋅‧∣]\s+|\s+-{1,2}\s+|\t+|\s{3,}|\n|;\s|\s—|—\s|–\s|\s–|(?<=\w)—(?=\w)"
)
FIGURE = re.compile(r"\d")
CELL = re.compile(r"\t|\s{3}")
LABEL = re.compile(r"^([^\W\d_][\w '’./&()#-]{0,38}?)\s*:\s*(?=\S)")
ASIDE = re.compile(r"(?:\(([^()]*)\)|\[([^\][]*)\])(?=\s*(?:$|[,;:|–—-]))")
"""Brackets at the end of a part; "Beverages (Pty) Ltd" has none."""
PARTNERS = re.compile(r"^\s*(?:[^\W\d_]\S*\s+)?(?:&|and|und|y|et|i|e)\s+[^\W\d_a-z]")
SPACES = re.compile(r"\s+")
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[,;–—-]?\s*\n\s*[,;–—-]?\s*[)\]]")
"""What a date alone in brackets leaves."""
COMMA = re.compile(r",(?![^()]*\))")
"""Not one within brackets."""
SHARE = re.compile(r"^\d{1,3}\s?%")
OPEN_BRACKET = re.compile(r"\s*\([^()]*$")
"""What a date inside of brackets leaves of them."""
COUNTED = re.compile(r"\s*(?:\bn[or]\.?|n°)?[\s#.-]*(?:\d+|(?<=\s)[IVX]+)$", re.IGNORECASE)
"""The number in "Project #1", "Project No. 2", "Project III"."""
LONGEST_UNKNOWN_LABEL = 2
"""Words; "Secondary: Antipolo High School"."""
SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)\d]{3})(?<!Govt|Univ|Dept|Inst|Prof|Dist|Intl|Natl)\.\s+(?=[A-ZÀ-Þ])")
LONGEST_ROW = 8
"""Words; a longer row may have a sentence behind its heading."""


class Segment(Struct, frozen=True, kw_only=True):
    """A fragment; `label` is the field that a label in front of it names, `is_aside` says that it stood in brackets.

    `whole` is the longer fragment that it was cut from at a comma.
    """

    text: str
    row: int
    label: str | None = None
    is_aside: bool = False
    whole: str = ""


class SegmentGrammar(Struct, frozen=True):
    labels: Mapping[str, str]
    label_starts: re.Pattern[str]
    label_cells: re.Pattern[str]
    leads: re.Pattern[str]
    at: re.Pattern[str]
    joints: re.Pattern[str]
    serving: re.Pattern[str]
    abbreviations: frozenset[str]
    employed: Lexicon
    employments: re.Pattern[str]
    works: Lexicon
    project_roles: Lexicon
    kept_asides: Lexicon
    dates: DateGrammar
    places: PlaceGrammar
    fields: FieldGrammar


def compile_segments(cues: Cues, dates: DateGrammar, places: PlaceGrammar, fields: FieldGrammar) -> SegmentGrammar:
    names = [label for labels in cues.entry_labels.values() for label in labels]
    inner_names = sorted(set(names).difference(cues.schools))
    labels, capitals = alternatives(names), capitalized(inner_names)
    employments = alternatives(cues.employments)
    return SegmentGrammar(
        labels={label.casefold(): field for field, labels in cues.entry_labels.items() for label in labels},
        label_starts=re.compile(rf"\s+(?P<label>(?:{capitals})\s?:\s)"),
        label_cells=re.compile(rf"(?:^|(?<=\n))\s*(?P<label>{labels})(?:\t|\s{{3,}})(?=\S)", re.IGNORECASE),
        leads=re.compile(rf"^(?:(?:{alternatives(cues.employer_leads)})\s+)+(?=[^\W_])", re.IGNORECASE),
        at=re.compile(rf"\s+(?:{alternatives(cues.at)})\s+(?=(?:the |a |an )?[\w'‘\"“„«]*[^\W\d_])", re.IGNORECASE),
        joints=re.compile(rf"\s+(?:{alternatives(cues.joints)})\s+(?=[\w\"“„'‘«]*[^\W\d_])", re.IGNORECASE),
        serving=re.compile(
            rf"\W*(?:[^\W\d]+\s){{0,2}}?(?:{alternatives(cues.serving)})\s+(?:an?\s+)?(?=[^\W\d])", re.IGNORECASE
        ),
        abbreviations=frozenset(word.casefold() for word in cues.abbreviations),
        employed=Lexicon(cues.employments),
        employments=re.compile(
            rf"^(?:{employments})(?:[ ,/-]+(?:{employments}|{alternatives(cues.employment_nouns)}))*$", re.IGNORECASE
        ),
        works=Lexicon(cues.works),
        project_roles=Lexicon(cues.project_roles),
        kept_asides=Lexicon(cues.degree_asides),
        dates=dates,
        places=places,
        fields=fields,
    )


def without_dates(text: str, found: Sequence[FoundDates], grammar: SegmentGrammar) -> str:
    """The row with a break where a date or a duration stood."""
    for each in reversed(found):
        text = text[: each.start] + "\n" + text[each.end :]
    text = grammar.dates.expected.sub("\n", text) if found else text
    if FIGURE.search(text):
        text = grammar.dates.durations.sub("\n", text)
    return EMPTY_BRACKETS.sub("\n", text) if "\n" in text else text


def capitalized(names: Sequence[str]) -> str:
    """Match the labels as they are printed within a row: "Passing year", "Passing Year"."""
    return alternatives((form for name in names for form in (name.capitalize(), name.title())), minds_case=True)


def with_labels_apart(row: str, grammar: SegmentGrammar) -> str:
    """The row with a break before each label but the first: "Result: First Class  Year: 2015", and not within "Exam Title: BSc"."""
    first = row.index(":") + 1 if begins_with_label(row, grammar) else 0
    return row[:first] + grammar.label_starts.sub(r"\n\g<label>", row[first:])


def is_no_field(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether it is a kind of employment, or a label whose value stood elsewhere."""
    if text.casefold() in grammar.labels:
        return True
    return grammar.employments.match(text) is not None and not is_place(text, grammar.places)


def is_employment(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether brackets tell how somebody was employed: "maternity cover, made permanent", "60 %"."""
    return SHARE.match(text) is not None or any(grammar.employments.match(part.strip()) for part in text.split(","))


def without_details(text: str) -> str:
    """The row with a break where an address or a link stood."""
    for each in reversed(list(emails_and_links(text))):
        text = text[: each.start] + "\n" + text[each.end :]
    return text


def segments_of(
    rows: Sequence[tuple[str, Sequence[FoundDates]]],
    grammar: SegmentGrammar,
    *,
    keeps_labels: bool = False,
    keeps_asides: bool = False,
) -> list[Segment]:
    """Fragments of the heading's rows in their order, places standing alone.

    `keeps_labels` keeps those that are no field's in front of what they label, `keeps_asides` brackets in their place.
    """
    segments: list[Segment] = []
    for number, (text, found) in enumerate(rows):
        row = without_details(without_dates(text, found, grammar))
        if ":" in row:
            row = with_labels_apart(row, grammar)
        if CELL.search(row):
            row = grammar.label_cells.sub(r"\g<label>: ", row)
        if len(row.split()) > LONGEST_ROW:
            row = SENTENCE_END.split(row)[0]
        for part in (
            STRONG.split(row)
            if keeps_labels
            else (piece for each in STRONG.split(row) for piece in at_colon(each, grammar))
        ):
            segments += fragments(part, number, grammar, keeps_labels=keeps_labels, keeps_asides=keeps_asides)
    return segments


def fragments(
    part: str, row: int, grammar: SegmentGrammar, *, keeps_labels: bool = False, keeps_asides: bool = False
) -> list[Segment]:
    """A part between separators: its label, its asides, and a place at its end."""
    part = part.strip(EDGE)
    part = OPEN_BRACKET.sub("", part).strip(EDGE) if "(" in part else part
    label, bare = labelled(part, grammar)
    part = part if keeps_labels and label is None else bare
    asides: list[Segment] = []

    def set_aside(match: re.Match[str]) -> str:
        inside = (match[1] or match[2] or "").strip(EDGE)
        if grammar.kept_asides.fullmatch(inside):
            return match[0]
        if not inside or is_employment(inside, grammar):
            return " "
        if keeps_asides and not is_place(inside, grammar.places):
            return match[0]
        asides.append(Segment(text=inside, row=row, is_aside=True))
        return " "

    body = SPACES.sub(" ", ASIDE.sub(set_aside, part)).strip(EDGE)
    body = body.replace(" ,", ",").replace(" ;", ";")
    if not body or is_no_field(body, grammar):
        return asides
    if label in {"place", "dates", "grade", "degree", "field"}:
        return [Segment(text=body, row=row, label=label), *asides]
    if label is None and is_place(body, grammar.places):
        return [Segment(text=body, row=row, label="place"), *asides]
    rest, place = peel_place(body, grammar.places)
    if place is None:
        return [Segment(text=body, row=row, label=label), *asides]
    return [Segment(text=rest.strip(EDGE), row=row, label=label), Segment(text=place, row=row, label="place"), *asides]


def labelled(part: str, grammar: SegmentGrammar) -> tuple[str | None, str]:
    match = LABEL.match(part) if ":" in part else None
    if match is None:
        return None, part
    label = grammar.labels.get(" ".join(COUNTED.sub("", match[1]).casefold().split()))
    if label is None:
        is_short = len(match[1].split()) <= LONGEST_UNKNOWN_LABEL
        return None, part[match.end() :] if is_short and part[match.end() - 1].isspace() else part
    return ("place" if label == "location" else label), part[match.end() :].strip(EDGE)


def entry_label_of(text: str, grammar: SegmentGrammar) -> str | None:
    """The field that a row such as "Client: Wells & Sons" states."""
    return labelled(text.strip(), grammar)[0]


def begins_with_label(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the row begins with a field's label, its value behind it or not."""
    label, colon, _ = text.partition(":")
    return bool(colon) and " ".join(COUNTED.sub("", label.rstrip()).casefold().split()) in grammar.labels


def at_colon(part: str, grammar: SegmentGrammar) -> list[str]:
    """Split "National Youth Service: Government School" where what stands before the colon is no field's label."""
    if ":" not in part:
        return [part]
    bare = part.strip(EDGE)
    match = LABEL.match(bare)
    if match is None or labelled(bare, grammar)[0] is not None:
        return [part]
    return [match[1], bare[match.end() :]]


def comma_parts(text: str, grammar: FieldGrammar) -> list[str]:
    """Split at commas, but not before a legal form or within a firm of partners: "Obras do Norte, Lda.", "Prewitt, Lang & Dorsey"."""
    parts: list[str] = []
    for part in COMMA.split(text):
        is_name = parts and len(parts[-1].split()) == 1 and not grammar.titles.search(parts[-1])
        is_partner = is_name and PARTNERS.match(part)
        if is_partner or (parts and grammar.legal_forms.fullmatch(part)):
            parts[-1] = f"{parts[-1]},{part}"
        else:
            parts.append(part)
    return [part.strip(EDGE) for part in parts if part.strip(EDGE)]
