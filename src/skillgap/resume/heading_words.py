"""The words of a section heading: their bare form and the kind that they name."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from skillgap.resume.lexicon import Lexicon
from skillgap.resume.patterns import alternatives, small_letters
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.words import Cues

MOST_WORDS = 9
MOST_LETTERS = 64
CERTAIN, WHOLE_PHRASE, TELLING_WORD = 6.0, 2.0, 0.5
"""How surely a heading's words name their kind: the model of sequences has a weight for each."""
FEWEST_PARTS = 2
LONGEST_LINE = 120
"""Letters, decoration and all."""
DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
SPACED_LETTERS = re.compile(r"^(?:\w ){3,}\w$")
ABBREVIATED = r"(?!\.(?:Tech|Phil|Arch|Pharm|Optom|Crew|Des|Com|Eng|Ed|Sc)\b)"
"""The letter in front of these is no number: "B.Tech"."""
NUMBERING = re.compile(rf"^\W*(?:[IVX]{{1,4}}|\d{{1,2}}[a-z]?|[A-Z]{ABBREVIATED})(?:[.):\]]|\.\d)\s*(?=[^\W\d_])")
COUNTED_HEADING = re.compile(r"^(?P<words>[^\W\d_].*?[^\W\d_])\s+[#№]?[1-9][):.]?$")
COUNTED_KINDS = {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.REFERENCES, SectionKind.VOLUNTEERING}
ASIDE = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\W*$")
LETTERS_APART = re.compile(r"^(?:\w ){2,}")
BETWEEN_LETTERS = re.compile(r"(?<=\b\w) (?=\w\b)")
WORD = re.compile(r"[\w']+")
SPACES = re.compile(r"\s+")
NEVER_IN_HEADING = frozenset("@;|•·")
ITEM = re.compile(r"^[-•*] ")


class Heading(Struct, frozen=True):
    """`length` is how much of the line the heading takes; what follows an inline heading is content.

    `kind` is what its words suggest, `prior` how strongly; what stands under it has a say. `is_known` says that the words
    name the kind for certain. `continues` marks the further lines of a wrapped heading.
    """

    kind: SectionKind
    text: str
    length: int
    is_known: bool = True
    prior: float = CERTAIN
    continues: bool = False


class HeadingGrammar(Struct, frozen=True):
    phrases: dict[str, SectionKind]
    words: dict[str, SectionKind]
    titles: Lexicon
    unsure: frozenset[str]
    breaks: Lexicon
    form_parts: re.Pattern[str]


def compile_headings(cues: Cues) -> HeadingGrammar:
    """Whole phrases, and the single words that carry a kind wherever they stand ("Selected Experience")."""
    return HeadingGrammar(
        phrases={normal(phrase): SectionKind(kind) for kind, phrases in cues.headings.items() for phrase in phrases},
        words={word: SectionKind(kind) for kind, words in cues.telling.items() for word in words},
        titles=Lexicon(cues.titles),
        unsure=frozenset(cues.unsure),
        breaks=Lexicon(cues.career_breaks),
        form_parts=re.compile(
            rf"(?:{alternatives(cues.form_parts)})\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{2,4}})(?:\s*[:.)–—-]\s*|\s{{2,}})(?=[^\W\d_])",
            re.IGNORECASE,
        ),
    )


def normal(text: str) -> str:
    """Lower case, no decoration or numbering, "&" for "and", letter-spacing closed."""
    text = without_decoration(text.strip())
    if SPACED_LETTERS.match(text):
        text = text.replace(" ", "")
    elif LETTERS_APART.match(text):
        text = BETWEEN_LETTERS.sub("", text)
    text = text.replace("&", " and ").replace("’", "'").replace("-", " ")
    return small_letters(SPACES.sub(" ", text)).strip()


def without_decoration(text: str) -> str:
    """Without brackets at its end, numbering and marks around it; what has none is told at once by its first and last letter."""
    text = text if text[-1:].isalnum() else ASIDE.sub("", text)
    numbering = NUMBERING.match(text)
    text = text[numbering.end() :] if numbering else text
    return text if text[:1].isalnum() and text[-1:].isalnum() else DECORATION.sub("", text)


def counted_heading(text: str, grammar: HeadingGrammar) -> str:
    """The words of a heading that forms print above each post and school with its number: "Work Experience 2"."""
    match = COUNTED_HEADING.match(text)
    return match["words"] if match and grammar.phrases.get(normal(match["words"])) in COUNTED_KINDS else ""


def bare_heading(text: str) -> str:
    """The text without decoration if it has few words, no figures, no end of a sentence and no list; else nothing."""
    if len(text) > LONGEST_LINE or text.endswith((".", ";", ",")):
        return ""
    bare = without_decoration(text)
    if len(bare) > MOST_LETTERS or len(bare.split()) > MOST_WORDS or not bare[:1].isalpha():
        return ""
    if any(map(str.isdigit, bare)) or not NEVER_IN_HEADING.isdisjoint(bare) or ": " in bare:
        return ""
    return bare


def heading_of(bare: str, phrase: str, length: int, grammar: HeadingGrammar) -> Heading:
    kind, words = grammar.phrases.get(phrase), WORD.findall(phrase)
    if kind is not None:
        is_known = grammar.unsure.isdisjoint(words)
        return Heading(kind, bare, length, is_known=is_known, prior=CERTAIN if is_known else WHOLE_PHRASE)
    kind = kind_by_words(words, grammar.words)
    return Heading(kind or SectionKind.OTHER, bare, length, is_known=False, prior=TELLING_WORD if kind else 0.0)


def parts_of_form(texts: Sequence[str], grammar: HeadingGrammar) -> list[str]:
    """For each line what it heads as a numbered part of a form: "Section 3 - Employment". Two of known kinds make a form."""
    found = [(text, grammar.form_parts.match(text)) for text in texts]
    heads = [
        without_decoration(text[part.end() :]) if part is not None and len(text) <= LONGEST_LINE else ""
        for text, part in found
    ]
    known = [head for head in heads if head and kind_of_words(normal(head), grammar)]
    return heads if len(known) >= FEWEST_PARTS else [""] * len(heads)


def kind_of_words(phrase: str, grammar: HeadingGrammar) -> SectionKind | None:
    return grammar.phrases.get(phrase) or kind_by_words(WORD.findall(phrase), grammar.words)


def kind_by_words(words: Sequence[str], telling: Mapping[str, SectionKind]) -> SectionKind | None:
    """The last telling word decides: "Project Experience" is experience."""
    return next((telling[word] for word in reversed(words) if word in telling), None)
