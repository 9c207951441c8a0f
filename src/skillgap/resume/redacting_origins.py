"""A nationality or a religion that the page gives among personal details, wherever else it says so of somebody or something."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from skillgap.resume.detail_types import DetailKind
from skillgap.resume.details import find_details
from skillgap.resume.patterns import alternatives
from skillgap.resume.redacted_text import Redaction
from skillgap.resume.redacting_ages import find_ages
from skillgap.resume.redacting_details import REPLACED, PersonalGrammar
from skillgap.taxonomy.words import Cues

BETWEEN = re.compile(r"\s*(?:[,;|/&+·•().\t]|\s[–—-]\s|\band\b)\s*")
CLAUSE = re.compile(r"[.;:!?]|\n\s*\n")
LONGEST_BEFORE = 60
SAID_OF_ONESELF = re.compile(r"(?:\bI am|\bI['’]m|\ban?)\s+(?:proud\s+)?$", re.IGNORECASE)
NAME_BEHIND = re.compile(r"\s+[^\W\d_a-zß-öø-ÿ]")
"""Most likely the rest of what something is called: "American Express"."""


def own_origins(lines: Iterable[str], grammar: PersonalGrammar) -> dict[str, str]:
    """Words that are a field behind their label, or beside an age or a family, with what stands for them."""
    found: dict[str, str] = {}
    for line in lines:
        fields = [(each.kind, each.text) for each in find_details(line, grammar.details) if each.is_labelled]
        if any(find_ages(line, grammar.ages)) or any(grammar.marital.find(line)):
            fields.append((DetailKind.NATIONALITY, line))
        for kind, text in fields:
            for word in filter(None, BETWEEN.split(text)):
                is_nationality = kind is DetailKind.NATIONALITY and grammar.details.demonyms.fullmatch(word)
                if is_nationality or (kind is DetailKind.PRIVATE and grammar.religions.fullmatch(word)):
                    found[word.title()] = REPLACED[kind]
    return found


class OriginGrammar(Struct, frozen=True):
    """What stands in front of the name of a language, what behind one, and what behind an adjective is no noun."""

    before_language: re.Pattern[str]
    behind_language: re.Pattern[str]
    no_noun: re.Pattern[str]


def compile_origins(cues: Cues) -> OriginGrammar:
    return OriginGrammar(
        before_language=re.compile(rf"(?<!\w)(?:{alternatives(cues.language_verbs)})(?!\w)", re.IGNORECASE),
        behind_language=re.compile(
            rf"\s+(?:{alternatives((*cues.language_nouns, *cues.fluencies))})(?!\w)", re.IGNORECASE
        ),
        no_noun=re.compile(rf"(?!\s+[a-z])|\s+(?:{alternatives(cues.neutral_next)})(?!\w)"),
    )


class OwnOrigins:
    """Finds them before a noun, as in "a Syrian engineer", and behind "I am"; neither languages nor parts of names."""

    def __init__(self, words: Mapping[str, str], grammar: OriginGrammar, spoken: re.Pattern[str]) -> None:
        self._words = words
        self._grammar = grammar
        self._spoken = spoken
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives(words, minds_case=True)})(?![\w-])")

    def find(self, text: str) -> Iterator[Redaction]:
        for match in self._pattern.finditer(text):
            start, end = match.span()
            before = CLAUSE.split(text[max(0, start - LONGEST_BEFORE) : start])[-1]
            if NAME_BEHIND.match(text, end) or self._is_language(before, text, end):
                continue
            if SAID_OF_ONESELF.search(before) or not self._grammar.no_noun.match(text, end):
                yield Redaction(start, end, self._words[match[0]])

    def _is_language(self, before: str, text: str, end: int) -> bool:
        grammar = self._grammar
        return (
            self._spoken.match(text, end) is not None
            or grammar.behind_language.match(text, end) is not None
            or grammar.before_language.search(before) is not None
        )
