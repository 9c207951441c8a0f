"""How well files are read: the order of their words against what a person reads, and what was found hidden in them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from rapidfuzz.distance import Indel

from skillgap.documents.types import Document
from skillgap.errors import DocumentError, PersonaError

EDGES = re.compile(r"^[^\w+#]+|[^\w+#]+$")
LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+", re.MULTILINE)
FOUND_SHARE = 0.9
TELLING_WORDS = 3
EXPECTED, HIDDEN = ".txt", ".hidden.txt"

Read = Callable[[Path], Document]


class Case(Struct, frozen=True):
    """A file, the words a person reads in it, and the phrases in it that nobody can see."""

    path: Path
    expected: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


class Outcome(Struct, frozen=True):
    """`found` and `leaked` count hidden phrases, `false_alarms` visible words that were taken for hidden."""

    case: Case
    similarity: float
    found: int = 0
    leaked: int = 0
    false_alarms: int = 0
    error: str = ""


def reading_cases(folder: Path) -> Iterator[Case]:
    """Every file with an expected text beside it."""
    for expected in sorted(folder.glob(f"*{EXPECTED}")):
        if expected.name.endswith(HIDDEN):
            continue
        name = expected.name.removesuffix(EXPECTED)
        hidden = folder / (name + HIDDEN)
        phrases = hidden.read_text(encoding="utf-8").splitlines() if hidden.exists() else []
        for path in sorted(folder.glob(f"{name}.*")):
            if path.name not in {expected.name, hidden.name}:
                yield Case(
                    path, words_of(expected.read_text(encoding="utf-8")), tuple(filter(None, map(words_of, phrases)))
                )


def words_of(text: str) -> tuple[str, ...]:
    """What counts: words without case and the punctuation at their edges, no bullets and numbers of list items."""
    plain = LIST_NUMBER.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = (EDGES.sub("", word) for word in plain.split())
    return tuple(word for word in words if any(map(str.isalnum, word)))


def evaluate_reading(cases: Iterable[Case], read: Read) -> tuple[Outcome, ...]:
    outcomes = tuple(outcome_of(case, read) for case in cases)
    if not outcomes:
        raise PersonaError(
            "there are no files with an expected text beside them", hint="name a folder such as tests/reading/layouts"
        )
    return outcomes


def outcome_of(case: Case, read: Read) -> Outcome:
    try:
        document = read(case.path)
    except DocumentError as error:
        return Outcome(case, 0.0, error=str(error))
    words = words_of(document.text)
    hidden = Counter(words_of(" ".join(text.text for text in document.hidden)))
    visible = Counter(case.expected)
    known = Counter(word for phrase in case.phrases for word in phrase)
    return Outcome(
        case,
        similarity=Indel.normalized_similarity(case.expected, words),
        found=sum(share_in(phrase, hidden) >= FOUND_SHARE for phrase in case.phrases),
        leaked=sum(has_leaked(phrase, words, case.expected) for phrase in case.phrases),
        false_alarms=sum(((hidden - known) & visible).values()),
    )


def share_in(phrase: Sequence[str], bag: Counter[str]) -> float:
    return sum((Counter(phrase) & bag).values()) / len(phrase)


def has_leaked(phrase: Sequence[str], words: Sequence[str], expected: Sequence[str]) -> bool:
    """Whether a few words of the phrase follow each other in the text, and not in what is expected of it."""
    length = min(TELLING_WORDS, len(phrase))
    return bool(runs_of(phrase, length) & runs_of(words, length) - runs_of(expected, length))


def runs_of(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
