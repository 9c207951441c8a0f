"""What a fragment of an entry's heading is likely to be, by its words: a title, an organisation, a degree, a field of study."""

import re
from functools import lru_cache

from msgspec import Struct

from skillgap.resume.classifier import Classifier, shipped_classifier
from skillgap.resume.lexicon import Lexicon, Tokens, tokens_of
from skillgap.taxonomy.words import Cues

LEGAL_FORM_SCORE, WORD_SCORE, LAST_WORD_SCORE, RANK_SCORE, LOOK_SCORE = 3.0, 1.5, 1.0, 1.0, 0.5
MODEL = 0.7
"""How much the model's logarithms count beside the cues."""
LONGEST_ACRONYM = 5
HEAD_NOUN = re.compile(r"^(.*?)(?:\s+(?:of|for|in|to|on|und|de|del|für|and|&)\s|\s*[,(/–-]|$)")
TITLE_LIKE = re.compile(r"(?:er|or|ist|ian|eur|euse|ant)s?$")


class FieldScores(Struct, frozen=True):
    """Each higher the likelier; 0 says nothing. What the words of the cues say and what the model says are added."""

    title: float
    organization: float
    degree: float
    study: float
    other: float


class FieldGrammar(Struct, frozen=True):
    model: Classifier
    titles: Lexicon
    title_endings: tuple[str, ...]
    ranks: Lexicon
    organizations: Lexicon
    legal_forms: Lexicon
    departments: Lexicon
    degrees: Lexicon


def compile_fields(cues: Cues) -> FieldGrammar:
    return FieldGrammar(
        model=shipped_classifier("fields"),
        titles=Lexicon(cues.titles),
        title_endings=tuple(ending.casefold() for ending in cues.title_endings),
        ranks=Lexicon(cues.ranks),
        organizations=Lexicon(cues.organizations),
        legal_forms=Lexicon(cues.legal_forms),
        departments=Lexicon(cues.departments),
        degrees=Lexicon(cues.degrees),
    )


def is_title_word(word: str, grammar: FieldGrammar) -> bool:
    """Say whether it is a word of a job title, or a compound that ends in one."""
    return word.casefold().endswith(grammar.title_endings) or grammar.titles.fullmatch(word)


@lru_cache(maxsize=512)
def score_field(text: str, grammar: FieldGrammar) -> FieldScores:
    """Add what the words of the cues and what the model say of one fragment."""
    tokens = tokens_of(text)
    said = grammar.model.log_shares(text)
    return FieldScores(
        title=title_words(text, tokens, grammar) + MODEL * said["title"],
        organization=employer_words(text, tokens, grammar) + MODEL * said["organization"],
        degree=WORD_SCORE * grammar.degrees.search(text, tokens) + MODEL * said["degree"],
        study=MODEL * said["study"],
        other=MODEL * said["other"],
    )


def title_words(text: str, tokens: Tokens, grammar: FieldGrammar) -> float:
    """The head noun of a title counts more than a word elsewhere in it."""
    last = last_word(text)
    points = WORD_SCORE * grammar.titles.search(text, tokens)
    if last and is_title_word(last, grammar):
        points += WORD_SCORE
    elif TITLE_LIKE.search(last.casefold()):
        points += LOOK_SCORE
    return points + RANK_SCORE * (grammar.ranks.match(text, tokens) is not None)


def employer_words(text: str, tokens: Tokens, grammar: FieldGrammar) -> float:
    points = LEGAL_FORM_SCORE * grammar.legal_forms.ends(text, tokens)
    if grammar.organizations.search(text, tokens):
        points += WORD_SCORE + LAST_WORD_SCORE * grammar.organizations.fullmatch(last_word(text))
    points += LOOK_SCORE * ("&" in text)
    return points + LOOK_SCORE * (text.isupper() and len(text) <= LONGEST_ACRONYM)


def last_word(text: str) -> str:
    """The last word in front of the first preposition, comma or bracket."""
    noun = HEAD_NOUN.match(text)
    words = (noun[1] if noun else text).split()
    return words[-1] if words else ""
