"""Lines that prove a skill without naming it, linked to it by a trained linear model over the stems of their words.

    confidence = P(skill | stems) × P(line proves anything | stems, title)

The first is logistic over stems weighted by rarity (TF-IDF, unit length), one model over all skills; the second keeps out other trades,
which use the same words of other things. Of a line, its sentences and each two of them in a row the likeliest link counts, then those of
what is left of the line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import exp, sqrt
from typing import Any

from msgspec import Struct

from skillgap.evidence.stems import stem_of
from skillgap.linear import LinearScorer
from skillgap.resume.patterns import SENTENCE_END
from skillgap.taxonomy.types import SkillId
from skillgap.trained import SCALE, packed_model, shipped_arrays

WORD = re.compile(r"[a-z][a-z'’]*")
LEAST_CONFIDENCE, SURE_LINK, SUREST_LINK = 0.5, 0.7, 0.9
"""Asked of a whole line; of a part of one, which says less by itself, and on a page that names little; on one that names nothing."""
FEWEST_WORDS = 4
"""A line of fewer telling words proves nothing by itself."""
COMMON_WORDS = """a an the of to in on at by for with from and or but so as is was were be been being are it its that this which who
    whose i my me we our us they their them he his she her you your until after before when while where than then into out up down
    over under again all any both each few more most other some such only own same too very had has have having did do does not no
    nor can could will would should every one two three four five per"""
COMMON = frozenset(COMMON_WORDS.split())


class Line(Struct, frozen=True):
    number: int
    text: str
    title: tuple[str, ...]


class Link(Struct, frozen=True):
    """What stands between two places of a line proves a skill, as surely as `confidence` says."""

    line_number: int
    start: int
    end: int
    skill: SkillId
    confidence: float


class LinkModel:
    """Which skill a line proves best, if any. Whole numbers are added up, so that no machine's last bit decides."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._skills = [SkillId(each) for each in arrays["skills"].tolist()]
        self._columns = {stem: number for number, stem in enumerate(arrays["stems"].tolist())}
        self._rarity = (arrays["rarity"] * SCALE).round().astype("int64")
        self._weights, self._unit = arrays["weights"], float(arrays["unit"][0])
        self._bias = arrays["bias"].astype("float64")

    def best(self, words: Sequence[str]) -> tuple[SkillId, float] | None:
        """The likeliest skill with its probability; None where no word was ever seen."""
        columns = sorted({self._columns[stem] for word in words if (stem := stem_of(word)) in self._columns})
        if not columns:
            return None
        rarity = self._rarity[columns]
        length = sqrt(float((rarity * rarity).sum()))
        scores = (rarity @ self._weights[columns].astype("int64")) * (self._unit / length) + self._bias
        likeliest = int(scores.argmax())
        return self._skills[likeliest], 1 / sum(map(exp, (scores - scores[likeliest]).tolist()))


class ParaphraseLinker:
    """The two models that came with the package. Safe to share between threads."""

    def __init__(self) -> None:
        self._model = LinkModel(shipped_arrays("paraphrases"))
        self._gate = LinearScorer(packed_model("proving"))

    def links(self, lines: Sequence[Line]) -> list[Link]:
        """The links of lines that are about one's own work, in their order; those of one line the surest first."""
        return [link for line in lines for link in apart(self._possible(line))]

    def _possible(self, line: Line) -> Iterator[Link]:
        for start, end in parts_of(line.text):
            least = LEAST_CONFIDENCE if end - start == len(line.text) else SURE_LINK
            best = self._best(line.text[start:end], line.title)
            if best and best[1] >= least:
                yield Link(line.number, start, end, *best)

    def _best(self, text: str, title: Sequence[str]) -> tuple[SkillId, float] | None:
        """The likeliest skill, however unlikely; None where nothing speaks for any."""
        words = telling_words(text)
        if len(words) < FEWEST_WORDS:
            return None
        gate = likelihood(self._gate.scored(gate_features(words, title))[1])
        best = self._model.best(words) if gate >= LEAST_CONFIDENCE else None
        return (best[0], round(gate * best[1], 2)) if best else None


def parts_of(text: str) -> Iterator[tuple[int, int]]:
    """The whole, and where there are several sentences each of them and each two in a row."""
    yield 0, len(text)
    ends = list(SENTENCE_END.finditer(text))
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() + len(end[0].rstrip()) for end in ends), len(text)]
    if ends:
        yield from zip(starts, stops, strict=True)
    if len(ends) > 1:
        yield from zip(starts[:-1], stops[1:], strict=True)


def apart(links: Iterator[Link]) -> Iterator[Link]:
    """The surest, and those of other skills in what is left of the line; of equally sure ones the first."""
    kept: list[Link] = []
    for link in sorted(links, key=lambda each: (-each.confidence, each.start, each.end)):
        if all(link.skill != own.skill and (link.end <= own.start or own.end <= link.start) for own in kept):
            kept.append(link)
            yield link


def telling_words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.casefold().replace("’", "'")) if word not in COMMON]


def gate_features(words: Sequence[str], title: Sequence[str]) -> list[str]:
    """What says whether a line proves anything at all: its stems and the words of the job's title.

    Not how many words it has: those who write examples make those that prove something longer, which people at large do not.
    """
    return [*{stem_of(word) for word in words}, *{f"t:{stem_of(word)}" for word in title}]


def likelihood(score: float) -> float:
    """The logistic of a score, however large either way."""
    share = exp(-abs(score))
    return 1 / (1 + share) if score >= 0 else share / (1 + share)
