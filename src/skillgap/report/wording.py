"""Words for everything that a report names, and small ways to write numbers, dates and other people's text."""

import re
from collections.abc import Mapping

from msgspec import Struct

from skillgap.documents.types import MediaType, WarningCode
from skillgap.evidence.types import Status
from skillgap.gap.fit_types import Lean, ProfilePart
from skillgap.gap.types import GapKind, QuickWinKind
from skillgap.taxonomy.types import CareerLevel, Level

LEAST_SHOWN = 0.1
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
Names = Mapping[str, str]
"""The name of each skill by its id."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Controls, lone surrogates, and the marks that can make a line read differently from what it says."""
COMMON_NOUN = re.compile(r"[a-z]+(?:$|[ ,/-])")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class Word(Struct, frozen=True):
    label: str
    meaning: str


LEVELS: Mapping[Level, Word] = {
    Level.NONE: Word("Not shown", "the page does not show it"),
    Level.AWARENESS: Word("Awareness", "knows what it is and when it matters"),
    Level.WORKING: Word("Working", "uses it, with some guidance"),
    Level.PRACTITIONER: Word("Practitioner", "does it unaided and helps others with it"),
    Level.EXPERT: Word("Expert", "leads others in it and is asked for advice"),
}
CAREER_LEVELS: Mapping[CareerLevel, str] = {
    CareerLevel.JUNIOR: "Junior",
    CareerLevel.MID: "Mid-level",
    CareerLevel.SENIOR: "Senior",
    CareerLevel.STAFF: "Staff",
}
GAP_KINDS: Mapping[GapKind, Word] = {
    GapKind.TO_SHOW: Word(
        "Most likely known, shown by no line", "No study: a line that says where you used it closes it."
    ),
    GapKind.LISTED_ONLY: Word("Named, not yet shown in use", "A line about what you did with it would count for more."),
    GapKind.STALE: Word("Shown, but a while ago", "Something recent, however small, would bring it back."),
    GapKind.BELOW_LEVEL: Word("Shown, below the level asked for", "There is something here to build on."),
    GapKind.MISSING: Word("Not on the page", "If you have done some of this, say so; the rest can be learned."),
}
"""In the order of what it takes to close them."""
TOO_LITTLE_USE = Word(
    "At the level asked for, with too little work to show",
    "No study: use at work, and lines that tell of it, count in full.",
)
"""Of the kind `BELOW_LEVEL`, where the level is not what is missing."""
GAP_ORDER = tuple(
    word
    for kind, label in GAP_KINDS.items()
    for word in ((TOO_LITTLE_USE, label) if kind is GapKind.MISSING else (label,))
)

LEANS: Mapping[Lean, str] = {
    Lean.TOWARDS: "Your answers lean towards it.",
    Lean.MIXED: "Your answers are mixed.",
    Lean.AWAY: "Your answers lean away from it.",
    Lean.UNCLEAR: "Your answers say nothing clear.",
}
PROFILE_PARTS: Mapping[ProfilePart, str] = {
    ProfilePart.VALUES: "The work",
    ProfilePart.THRIVES: "Who thrives",
    ProfilePart.FINDS_IT_HARD: "Who finds it hard",
}
QUICK_WIN_KINDS: Mapping[QuickWinKind, Word] = {
    QuickWinKind.LISTED: Word("Named in a list", "Say what you did with it."),
    QuickWinKind.SAID: Word("Said, not yet shown", "Say where, and what came of it."),
    QuickWinKind.UNNAMED: Word("Done, but not named", "Use the word that a reader looks for."),
    QuickWinKind.FOLLOWS: Word("Known, but not named", "Name it where you used it."),
    QuickWinKind.HEDGED: Word("Said with a hedge", "Say plainly what you did."),
}
STATUSES: Mapping[Status, str] = {
    Status.USED: "shown in use",
    Status.LISTED: "named in a list",
    Status.LEARNING: "being learned",
    Status.COURSEWORK: "from a course",
    Status.NEGATED: "said not to be known",
    Status.OTHER_PERSON: "told as the work of others",
}
WARNINGS: Mapping[WarningCode, str] = {
    WarningCode.NOT_A_RESUME: "This may not be a résumé",
    WarningCode.UNSUPPORTED_LANGUAGE: "Written in another language",
    WarningCode.NO_TEXT_LAYER: "Pages without text",
    WarningCode.GARBLED_ENCODING: "Garbled text",
    WarningCode.TRUNCATED: "Not everything was read",
    WarningCode.HIDDEN_TEXT: "Text that people cannot see",
    WarningCode.INSTRUCTION_TEXT: "Text addressed to a machine",
    WarningCode.KEYWORD_STUFFING: "Skills repeated without context",
    WarningCode.NEAR_DUPLICATE: "Very like another résumé",
    WarningCode.OCR_USED: "Text read from a picture",
    WarningCode.COLUMNS_UNCERTAIN: "Columns may be mixed up",
    WarningCode.NO_SECTIONS: "No section headings found",
    WarningCode.NO_DATES: "No dates found",
    WarningCode.OVERLAPPING_DATES: "Dates that cannot be",
}
"""What changes the meaning of the whole report comes first."""

OWN_DEEDS = "decided, designed, led or found out"

MEDIA_TYPES: Mapping[MediaType, str] = {
    MediaType.PDF: "PDF",
    MediaType.DOCX: "Word document",
    MediaType.ODT: "OpenDocument text",
    MediaType.RTF: "RTF document",
    MediaType.HTML: "web page",
    MediaType.MARKDOWN: "Markdown",
    MediaType.TEXT: "plain text",
    MediaType.JSON: "JSON Resume",
    MediaType.PNG: "PNG image",
    MediaType.JPEG: "JPEG image",
    MediaType.TIFF: "TIFF image",
    MediaType.WEBP: "WebP image",
}
PURPOSES: Mapping[str, Word] = {
    "verify": Word("To confirm what the page shows", "About the strongest skills: the story behind each line."),
    "probe": Word(
        "To find out what the page leaves open", "About the largest gaps: there may be more than is written."
    ),
}


def clean_text(text: str) -> str:
    """Make one line of it, without control characters (terminal escapes begin with one) and direction marks."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return UNSEEN.sub("", " ".join(text.split()))


def humanized(identifier: str) -> str:
    words = identifier.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def name_of(skill: str, names: Names) -> str:
    return names.get(skill) or humanized(skill)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def titled(name: str) -> str:
    """Begin a common noun with a capital, but leave gRPC, x86 and io_uring as they are."""
    return capital(name) if COMMON_NOUN.match(name) else name


def month(date: str) -> str:
    """Write YYYY-MM in words; a date of another form stays as it is."""
    found = MONTH.fullmatch(date)
    return f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found else date


def count_of(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def number(value: float) -> str:
    """One decimal at most."""
    return f"{value:,.1f}".removesuffix(".0")


def weeks(first: int, last: int) -> str:
    return f"Week {first}" if first == last else f"Weeks {first}–{last}"


def gain(points: float) -> str:
    return f"+{points:.1f}" if not 0 < points < LEAST_SHOWN else f"under {LEAST_SHOWN}"
