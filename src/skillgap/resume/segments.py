"""What separates the fragments of an entry's lines, and the words that the readers of headings know."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import FoundDates, is_total
from skillgap.resume.field_scores import FieldGrammar
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives
from skillgap.resume.places import PlaceGrammar
from skillgap.taxonomy.words import Cues

EDGE = " \t\n,;:|–—-·•⋅>→↗*~=+/\u200b"
STRONG = re.compile(
    r"\s+[–—|·•●▪◆∙⋅‧∣■>»→]\s*|\s*[|·•●▪◆∙⋅‧∣]\s+|\s+(?:-{1,2}|~+|//+|::)\s+|\t+|\s{3,}|\n|;\s|\s—|—\s|–\s|\s–|(?<=\w)—(?=\w)"
)
FIGURE = re.compile(r"\d")
PARTNERS = re.compile(r"^\s*(?:[^\W\d_]\S*\s+)?(?:&|and|und|y|et|i|e)\s+[^\W\d_a-z]")
EMPTY_BRACKETS = re.compile(r"[(\[]\s*[,;–—-]?\s*\n\s*[,;–—-]?\s*[)\]]")
"""What a date alone in brackets leaves."""
COMMA = re.compile(r",(?![^()]*\))")
"""Not one within brackets."""
DOT = re.compile(r"\s*·\s+")
SHARE = re.compile(r"^(?:\d{1,3}\s?%|\d?[.,]\d+\s?(?:FTE|ETP|VZÄ)\b)")
COUNTED = re.compile(r"\s*(?:\bn[or]\.?|n°)?[\s#.-]*(?:\d+|(?<=\s)[IVX]+)$", re.IGNORECASE)
"""The number in "Project #1", "Project No. 2", "Project III"."""


class SegmentGrammar(Struct, frozen=True):
    """`labels` are the fields that labels name; `at` and `joints` separate as words do, `serving` begins "Worked as", behind a date too.

    `at_first` stands between a date and an employer, `at_start` in front of one that has a row, `as_joint` between an employer and a
    post; `hours` say how much somebody worked; `next_label` is before one more label in a row; `break_links` stand between a break and
    what it was for: "Career break to travel".
    """

    labels: Mapping[str, str]
    at: re.Pattern[str]
    joints: re.Pattern[str]
    at_first: re.Pattern[str]
    at_start: re.Pattern[str]
    as_joint: re.Pattern[str]
    hours: re.Pattern[str]
    next_label: re.Pattern[str]
    serving: re.Pattern[str]
    abbreviations: frozenset[str]
    employed: Lexicon
    employments: re.Pattern[str]
    self_employed: Lexicon
    breaks: Lexicon
    break_links: re.Pattern[str]
    project_roles: Lexicon
    role_joints: re.Pattern[str]
    dates: DateGrammar
    places: PlaceGrammar
    fields: FieldGrammar


def compile_segments(cues: Cues, dates: DateGrammar, places: PlaceGrammar, fields: FieldGrammar) -> SegmentGrammar:
    employments, sequels = alternatives(cues.employments), alternatives(cues.sequels)
    so_long = rf"\d{{1,2}}[ -]+(?:{alternatives(cues.duration_units)})[ -]+"
    labels = alternatives([*cues.generic_labels, *(label for own in cues.entry_labels.values() for label in own)])
    return SegmentGrammar(
        labels={label.casefold(): field for field, labels in cues.entry_labels.items() for label in labels},
        at=re.compile(rf"\s+(?:{alternatives(cues.at)})\s+(?=(?:the |a |an )?[\w'‘\"“„«]*[^\W\d_])", re.IGNORECASE),
        joints=re.compile(rf"\s+(?:{alternatives(cues.joints)})\s+(?=[\w\"“„'‘«]*[^\W\d_])", re.IGNORECASE),
        at_first=re.compile(rf"(?<=\0)\W*(?:{alternatives(cues.at)})\s+(?=[\w'‘\"“„«]*[^\W\d_])", re.IGNORECASE),
        at_start=re.compile(rf"^(?:{alternatives(cues.at)})\s+(?=[^\W\d_a-zß-öø-ÿ])"),
        as_joint=re.compile(
            rf",?\s+(?:{alternatives(cues.serving)})\s+(?:(?:an?|the)\s+)?(?=(?-i:[^\W\d_a-zß-öø-ÿ]))", re.IGNORECASE
        ),
        hours=re.compile(
            rf"(?<![\w.,])[(\[]?\d{{1,4}}(?:[.,]\d)?\+?\s*(?:{alternatives(cues.working_hours)})\.?(?!\w)[)\]]?",
            re.IGNORECASE,
        ),
        next_label=re.compile(rf"(?<=\w)\s+(?=(?:{labels})\s*:\s)", re.IGNORECASE),
        serving=re.compile(
            rf"(?:^|(?<=\0))[^\w\0]*(?:[^\W\d]+\s){{0,2}}?(?:{alternatives(cues.serving)})\s+(?:(?:an?|the)\s+)?(?=[^\W\d])",
            re.IGNORECASE,
        ),
        abbreviations=frozenset(word.casefold() for word in cues.abbreviations),
        employed=Lexicon(cues.employments),
        employments=re.compile(
            rf"^(?:{so_long})?(?:{employments})(?:[ ,/-]+(?:(?:{sequels})\s+)?(?:{employments}|{alternatives(cues.employment_nouns)}))*+$",
            re.IGNORECASE,
        ),
        self_employed=Lexicon(cues.self_employed),
        breaks=Lexicon(cues.career_breaks),
        break_links=re.compile(rf"\s+(?:{alternatives(cues.break_links)})\s", re.IGNORECASE),
        project_roles=Lexicon(cues.project_roles),
        role_joints=re.compile(
            rf"^\W*(?:{alternatives(cues.project_roles)})(?P<joint>\s+(?:of|to|for|on|at|von|bei|de|del|du)\s+)(?=\S)",
            re.IGNORECASE,
        ),
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


def is_employment(text: str, grammar: SegmentGrammar) -> bool:
    return grammar.employments.match(text.strip()) is not None


def is_total_of(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether a line says how long something took, and at most how somebody was employed: "Full-time · 5 yrs 2 mos"."""
    if not any(map(str.isdigit, text)):
        return False
    parts = DOT.split(text)
    return is_total(" ".join(part for part in parts if not is_employment(part, grammar)), grammar.dates)


def begins_with_label(text: str, grammar: SegmentGrammar) -> bool:
    """Say whether the row begins with a field's label, its value behind it or not."""
    label, colon, _ = text.partition(":")
    return bool(colon) and " ".join(COUNTED.sub("", label.rstrip()).casefold().split()) in grammar.labels


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
