"""Words that tell somebody's sex, replaced by words that don't, and the verbs beside them: "she writes" is "they write"."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from skillgap.resume.patterns import alternatives
from skillgap.resume.redacted_text import Redaction
from skillgap.resume.redacting_names import WORD
from skillgap.taxonomy.words import Cues

CASED_ONLY = {"mr", "mrs", "ms", "miss", "mx", "sir", "madam"}
"""Of address only where they begin with a capital and a name follows: "did not miss a deadline" stays."""
BETWEEN_WORDS = re.compile(r"[ /]")
NAME_FOLLOWS = re.compile(r"\.?\s+[^\W\d_a-z]")
SUBJECTS = {"he", "she"}
SHOUTED = re.compile(r"[^\w\n]*(?:[^\W\d_a-z]{2}|$)")
"""Behind "SHE" where all is in capitals; elsewhere it is a department's name, as "HE" is that of schools."""
GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
CLAUSE = re.compile(r"[^.;:!?()|•\n]*(?:\n(?!\s*(?:\n|[-–•*]\s))[^.;:!?()|•\n]*)*")
"""As far as a subject reaches at most."""
VERB = r"(?P<verb>[a-z]+(?:-[a-z]+)*(?:n['’]t)?)(?![\w'’-])"
NO_VERB = ("ss", "us", "is")
"""What words end in that are in no third person, apart from those that are listed."""
HISSING = ("sses", "shes", "ches", "xes", "zzes", "oes")
LONGEST_TURNED = 24
"""Letters of "seldom does"."""
SHORT_IES = 4
"""Letters of "dies" and "lies", which keep their "ie"."""


class NeutralGrammar(Struct, frozen=True):
    """`alone` is said where nothing follows that is theirs; `second` finds further verbs of a subject, behind "and"."""

    words: Mapping[str, str]
    alone: Mapping[str, str]
    verbs: Mapping[str, str]
    phrases: re.Pattern[str]
    nothing_owned: re.Pattern[str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    turned: re.Pattern[str]
    clause_ends: re.Pattern[str]
    perfect: re.Pattern[str]


def compile_neutral(cues: Cues) -> NeutralGrammar:
    adverbs = rf"(?:{GAP}(?:(?:{alternatives(cues.neutral_adverbs)})(?!\w)|[a-z]+ly(?!\w)))*"
    irregular = alternatives(each for each in cues.neutral_verbs if each in AUXILIARIES)
    words = {word.casefold(): neutral for word, neutral in cues.neutral_words.items()}
    return NeutralGrammar(
        words=words,
        alone=cues.neutral_alone,
        verbs=cues.neutral_verbs,
        phrases=re.compile(
            rf"(?<!\w)(?:{alternatives(word for word in words if BETWEEN_WORDS.search(word))})(?!\w)", re.IGNORECASE
        ),
        nothing_owned=re.compile(
            rf"\s*(?:$|\n\s*\n|[^\w\s\"“„'‘’«\[@#$€£*`])|[\"”’»]|\s+(?:{alternatives(cues.neutral_next)})(?![\w-])",
            re.IGNORECASE,
        ),
        first=re.compile(rf"{adverbs}{GAP}{VERB}"),
        second=re.compile(
            rf"(?:(?:,|(?<!\w)(?:and|or|but)){adverbs}{GAP}(?P<regular>[a-z]+s)(?={GAP}(?:an?|the|his|her|all)(?!\w))"
            rf"|(?<!\w)(?:and|or|but){adverbs}{GAP}(?P<auxiliary>{irregular})(?![\w'’-]))"
        ),
        turned=re.compile(rf"(?<!\w)(?:nor|neither|only|never|rarely|seldom){GAP}({irregular}){GAP}$", re.IGNORECASE),
        clause_ends=re.compile(rf"(?<!\w)(?:{alternatives(cues.neutral_clauses)})(?!\w)"),
        perfect=re.compile(rf"{adverbs}{GAP}(?:{alternatives(cues.neutral_perfect)})(?!\w)"),
    )


AUXILIARIES = {"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"}


def find_neutral(text: str, grammar: NeutralGrammar) -> Iterator[Redaction]:
    for match in grammar.phrases.finditer(text):
        neutral = grammar.words[" ".join(match[0].casefold().split())]
        yield Redaction(*match.span(), in_case(neutral, match[0]))
    for match in WORD.finditer(text):
        replacement = neutral_word(match[0], text, match.end(), grammar)
        if replacement is not None:
            yield Redaction(*match.span(), replacement)
            if match[0].casefold() in SUBJECTS and not match[0].isupper():
                yield from find_verbs(text, match, grammar)


def neutral_word(word: str, text: str, end: int, grammar: NeutralGrammar) -> str | None:
    key = word.casefold().replace("’", "'")
    neutral = grammar.words.get(key)
    if (
        neutral is None
        or word == "MS"
        or (key in SUBJECTS and word.isupper() and not SHOUTED.match(text, end))
        or (  # as in "MS SQL"; before a name it goes with that
            key in CASED_ONLY and not (word[0].isupper() and NAME_FOLLOWS.match(text, end))
        )
    ):
        return None
    if key in grammar.alone and grammar.nothing_owned.match(text, end):
        neutral = grammar.alone[key]
    elif neutral == "they're" and grammar.perfect.match(text, end):
        neutral = "they've"
    return in_case(neutral.replace("'", "’") if "’" in word else neutral, word)


def in_case(neutral: str, word: str) -> str:
    return neutral.capitalize() if word[0].isupper() and not word.isupper() else neutral


def find_verbs(text: str, subject: re.Match[str], grammar: NeutralGrammar) -> Iterator[Redaction]:
    """The verb right behind, with nothing but adverbs between; those behind "and" in the same clause; one in front: "nor does she"."""
    before = grammar.turned.search(text, max(0, subject.start() - LONGEST_TURNED), subject.start())
    if before is not None:
        yield from mended(*before.span(1), before[1], grammar)
        return
    first = grammar.first.match(text, subject.end())
    if first is None:
        return
    yield from mended(*first.span("verb"), first["verb"], grammar)
    clause = CLAUSE.match(text, first.end())
    end = clause.end() if clause else first.end()
    stop = grammar.clause_ends.search(text, first.end(), end)
    for match in grammar.second.finditer(text, first.end(), stop.start() if stop else end):
        group = "regular" if match["regular"] else "auxiliary"
        yield from mended(*match.span(group), match[group], grammar)


def mended(start: int, end: int, verb: str, grammar: NeutralGrammar) -> Iterator[Redaction]:
    plural = plural_verb(verb, grammar.verbs)
    if plural != verb:
        yield Redaction(start, end, plural)


def plural_verb(verb: str, irregular: Mapping[str, str]) -> str:
    """What several people do, of what one does: "relies" is "rely"; what is in no third person stays."""
    known = irregular.get(verb.casefold().replace("’", "'"))
    if known is not None:
        return in_case(known.replace("'", "’") if "’" in verb else known, verb)
    if not verb.endswith("s") or verb.endswith(NO_VERB):
        return verb
    if verb.endswith("ies"):
        return verb[:-1] if len(verb) == SHORT_IES else verb[:-3] + "y"
    return verb[:-2] if verb.endswith(HISSING) else verb[:-1]
