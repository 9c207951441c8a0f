"""Which lines are section headings, and of what kind: by their words first, by how they look where words are not enough."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.details import EMAIL
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.names import agreement
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import Cues

MOST_WORDS = 6
DEEPEST_HEADING = 6
MOST_LETTERS = 55
MUCH_LARGER, LARGER = 1.15, 1.08
HALF = 0.4
WHOLE_PHRASE, TELLING_WORD = 5.0, 2.0
"""How much, in natural logarithms, an uncertain heading's words speak for their kind against what stands under it."""
MOSTLY = 0.7
"""A share of bold letters at which bold sets nothing apart."""
LONGEST_LINE = 120
"""Letters, decoration and all."""
DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
SPACED_LETTERS = re.compile(r"^(?:\w ){3,}\w$")
NUMBERING = re.compile(r"^\W*(?:[IVX]{1,4}|\d{1,2}[a-z]?|[A-Z])(?:[.):]|\.\d)\s*(?=[^\W\d_])")
ASIDE = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\W*$")
ITEM = re.compile(r"^[-•*] ")
INLINE = re.compile(r"^([A-Z][\w'’&/ ]{2,40}?)\s*(?::|\s[-–—]\s)\s*(\S.*)$")
RAIL = re.compile(r"^([^\W\d_][^,:;|•\d]{2,40}?)\s{3,}(\S.*)$")
INLINE_KINDS = {
    SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.SUMMARY,
    SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.AWARDS, SectionKind.REFERENCES,
}  # fmt: skip
LABELS_OF_SKILLS = {SectionKind.SKILLS, SectionKind.LANGUAGES}
HAS_LABELS_OF_ITS_OWN = {
    SectionKind.SKILLS,
    SectionKind.EXPERIENCE,
    SectionKind.PROJECTS,
    SectionKind.EDUCATION,
    SectionKind.OPEN_SOURCE,
}


Look = tuple[bool, bool, float | None, int]
"""Capitals, bold, size, heading level."""


class Body(Struct, frozen=True):
    """The size that most of the text is set in, None where the file says no sizes, and whether most of it is bold."""

    size: float | None
    is_bold: bool


class Heading(Struct, frozen=True):
    """`length` is how much of the line the heading takes; what follows an inline heading is content.

    `is_known` says that its words name the kind for certain; else `kind` is what they suggest, `prior` how strongly, and
    what stands under it decides.
    """

    kind: SectionKind
    text: str
    length: int
    is_known: bool = True
    prior: float = 0.0


class HeadingGrammar(Struct, frozen=True):
    phrases: dict[str, SectionKind]
    words: dict[str, SectionKind]
    titles: Lexicon
    unsure: frozenset[str]


def compile_headings(cues: Cues) -> HeadingGrammar:
    """Whole phrases, and the single words that carry a kind wherever they stand ("Selected Experience")."""
    return HeadingGrammar(
        phrases={normal(phrase): SectionKind(kind) for kind, phrases in cues.headings.items() for phrase in phrases},
        words={word: SectionKind(kind) for kind, words in cues.telling.items() for word in words},
        titles=Lexicon(cues.titles),
        unsure=frozenset(cues.unsure),
    )


def normal(text: str) -> str:
    """Lower case, no decoration or numbering, "&" for "and", letter-spacing closed."""
    text = DECORATION.sub("", NUMBERING.sub("", ASIDE.sub("", text.strip())))
    if SPACED_LETTERS.match(text):
        text = text.replace(" ", "")
    else:
        text = re.sub(r"(?<=\b\w) (?=\w\b)", "", text) if re.match(r"^(?:\w ){2,}", text) else text
    text = text.replace("&", " and ").replace("’", "'").replace("-", " ")
    return re.sub(r"\s+", " ", text).casefold().strip()


def find_headings(document: Document, grammar: HeadingGrammar) -> dict[int, Heading]:
    """Return the headings by the start of their line: those known by their words, then those that look like them."""
    body = body_style(document.lines)
    found: dict[int, Heading] = {}
    current, current_look = SectionKind.HEADER, None
    for line in document.lines:
        text = document.text_of(line)
        heading = heading_of(text, line, body, grammar)
        if (
            heading
            and current is SectionKind.SKILLS
            and heading.kind in LABELS_OF_SKILLS
            and look_of(text, line) != current_look
        ):
            continue  # "Languages" in small type under SKILLS is a label
        heading = heading or rail_heading(text, line, grammar) or inline_heading(text, line, current, grammar)
        if heading:
            found[line.start] = heading
            current, current_look = heading.kind, look_of(text, line)
    return found | look_alikes(document, found, body, grammar)


def look_alikes(
    document: Document, found: Mapping[int, Heading], body: Body, grammar: HeadingGrammar
) -> dict[int, Heading]:
    """Headings in the author's own words: lines set like at least two known headings.

    Where more unknown lines than known headings look so, job titles do too; then a line that leads up to a date is one of them.
    """
    known = [
        line for line in document.lines if line.start in found and found[line.start].length >= line.end - line.start
    ]
    looks = Counter(look_of(document.text_of(line), line) for line in known)
    candidates = [
        (line, following)
        for line, following in pairwise((*document.lines[1:], None))
        if line is not None and line.start not in found and is_set_apart(document, line, looks, body)
    ]
    rivals = Counter(look_of(document.text_of(line), line) for line, _ in candidates)
    mails = EMAIL.findall(document.text)
    more = {}
    for line, following in candidates:
        text = document.text_of(line)
        look = look_of(text, line)
        leads_up_to_date = following is not None and any(letter.isdigit() for letter in document.text_of(following))
        kind = kind_by_words(normal(text).split(), grammar.words)
        if kind is not None or rivals[look] <= looks[look] or not leads_up_to_date:
            is_title = grammar.titles.search(text) and not (is_larger_than(body, line) or line.heading_level)
            if kind is None and (is_title or agreement(text.split(), mails) > HALF):
                continue  # "Embedded Developer" set in bold begins a job; a name set like a heading is in the address
            more[line.start] = Heading(
                kind or SectionKind.OTHER,
                DECORATION.sub("", text),
                len(text),
                is_known=False,
                prior=TELLING_WORD if kind else 0.0,
            )
    return more


def is_set_apart(document: Document, line: Line, looks: Mapping[Look, int], body: Body) -> bool:
    text = document.text_of(line)
    if 0 < line.heading_level <= DEEPEST_HEADING and look_of(text, line) in looks:
        return True
    return (
        may_be_heading(text)
        and looks.get(look_of(text, line), 0) > (0 if is_larger_than(body, line) else 1)
        and looks_like_heading(text, line, body)
        and (line.box is not None or line.is_whole or line.follows_gap)
    )


def is_larger_than(body: Body, line: Line) -> bool:
    return body.size is not None and line.font_size is not None and line.font_size > MUCH_LARGER * body.size


def look_of(text: str, line: Line) -> Look:
    """Capitals look alike in a narrow column set smaller than the wide one."""
    return text.isupper(), line.is_bold, None if text.isupper() else line.font_size, line.heading_level


def may_be_heading(text: str) -> bool:
    """Few words, no figures, no end of a sentence, no list."""
    return (
        len(text) <= MOST_LETTERS
        and len(text.split()) <= MOST_WORDS
        and not any(letter.isdigit() or letter in "@,;|•·" for letter in NUMBERING.sub("", text))
        and not text.endswith(".")
        and DECORATION.sub("", NUMBERING.sub("", text))[:1].isalpha()
    )


def body_style(lines: Sequence[Line]) -> Body:
    sizes = Counter[float]()
    bold = total = 0
    for line in lines:
        length = line.end - line.start
        total += length
        bold += length * line.is_bold
        if line.font_size is not None:
            sizes[line.font_size] += length
    size = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else None
    return Body(size, bold > MOSTLY * total)


def heading_of(text: str, line: Line, body: Body, grammar: HeadingGrammar) -> Heading | None:
    if len(text) > LONGEST_LINE:
        return None
    bare = DECORATION.sub("", NUMBERING.sub("", text))
    phrase = normal(text)
    if (
        not bare
        or len(bare) > MOST_LETTERS
        or any(letter.isdigit() for letter in phrase)
        or (ITEM.match(text) and not bare.isupper())
    ):
        return None
    words = re.findall(r"[\w']+", phrase)
    if not words or len(words) > MOST_WORDS:
        return None
    is_marked = line.heading_level > 0 or looks_like_heading(text, line, body)
    kind = grammar.phrases.get(phrase)
    stands_alone = line.follows_gap and text.islower()
    if kind is not None and (is_marked or stands_alone or (bare[:1].isupper() and not text.endswith((".", ",", ";")))):
        return Heading(kind, bare, len(text), is_known=grammar.unsure.isdisjoint(words), prior=WHOLE_PHRASE)
    if not is_marked or "," in bare:
        return None
    kind = kind_by_words(words, grammar.words)
    return Heading(kind, bare, len(text), is_known=False, prior=TELLING_WORD) if kind else None


def kind_by_words(words: Sequence[str], telling: Mapping[str, SectionKind]) -> SectionKind | None:
    """The last telling word decides: "Project Experience" is experience."""
    return next((telling[word] for word in reversed(words) if word in telling), None)


def looks_like_heading(text: str, line: Line, body: Body) -> bool:
    """Larger than the body, or set apart in bold or capitals."""
    is_capitals = text.isupper() and len(text) > 3  # noqa: PLR2004 - shorter ones are acronyms
    is_larger = body.size is not None and line.font_size is not None and line.font_size > body.size * LARGER
    return is_larger or is_capitals or (line.is_bold and not body.is_bold)


def rail_heading(text: str, line: Line, grammar: HeadingGrammar) -> Heading | None:
    """A heading in a rail, with what stands to the right of it in the same line: "EDUCATION   2006 – 2008 Owari Institute"."""
    match = RAIL.match(text)
    if match is None or not (match[1].isupper() or line.is_bold):
        return None
    kind = grammar.phrases.get(normal(match[1]))
    return Heading(kind, match[1], match.start(2)) if kind else None


def inline_heading(text: str, line: Line, current: SectionKind, grammar: HeadingGrammar) -> Heading | None:
    """Let "Skills: C, C++" open a section where it isn't a label within one that has labels of its own."""
    match = INLINE.match(text)
    if match is None:
        return None
    kind = grammar.phrases.get(normal(match[1]))
    if kind not in INLINE_KINDS or kind is current:
        return None
    if current in HAS_LABELS_OF_ITS_OWN and not (
        line.follows_gap and ("skill" in normal(match[1]) or kind is not SectionKind.SKILLS)
    ):
        return None
    if current is SectionKind.SKILLS and kind is SectionKind.LANGUAGES:
        return None
    return Heading(kind, match[1].strip(), match.start(2))
