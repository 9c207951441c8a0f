"""Lines that prove a skill without naming it, linked to it by a trained linear model over the stems of their words.

    confidence = P(skill | stems) × P(line proves anything | stems, title)

The first is logistic over stems weighted by rarity (TF-IDF, unit length), one model over all skills; the second keeps out other trades,
which use the same words of other things. Only the likeliest link of a line counts.
"""

import re
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import Any

from msgspec import Struct

from skillgap.evidence.stems import stem_of
from skillgap.linear import LinearScorer
from skillgap.taxonomy.types import SkillId
from skillgap.trained import SCALE, packed_model, shipped_arrays

WORD = re.compile(r"[a-z][a-z'’]*")
LEAST_CONFIDENCE, SURE_LINK = 0.5, 0.7
FEWEST_WORDS = 6
"""A line of fewer telling words proves nothing by itself."""
LENGTH_STEP, LENGTH_STEPS = 3, 6
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
    """A line proves a skill, as surely as `confidence` says."""

    line_number: int
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
        """The links of lines that are about one's own work, in their order."""
        return [link for link in map(self._link_of, lines) if link and link.confidence >= LEAST_CONFIDENCE]

    def _link_of(self, line: Line) -> Link | None:
        """The likeliest link, however unlikely; None where nothing speaks for any."""
        words = telling_words(line.text)
        if len(words) < FEWEST_WORDS:
            return None
        gate = likelihood(self._gate.scored(gate_features(words, line.title))[1])
        best = self._model.best(words) if gate >= LEAST_CONFIDENCE else None
        return Link(line.number, best[0], round(gate * best[1], 2)) if best else None


def telling_words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.casefold().replace("’", "'")) if word not in COMMON]


def gate_features(words: Sequence[str], title: Sequence[str]) -> list[str]:
    """What says whether a line proves anything at all: its stems, how many words it has, and the words of the job's title."""
    stems = {stem_of(word) for word in words}
    return [*stems, f"#{min(len(words) // LENGTH_STEP, LENGTH_STEPS)}", *{f"t:{stem_of(word)}" for word in title}]


def likelihood(score: float) -> float:
    """The logistic of a score, however large either way."""
    share = exp(-abs(score))
    return 1 / (1 + share) if score >= 0 else share / (1 + share)
