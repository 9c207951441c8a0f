"""The models that link lines to skills they prove without naming: their examples, fits and measures."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from skillgap.evaluation.gold_resumes import read_gold_resume
from skillgap.evaluation.marked_blocks import read_blocks
from skillgap.evidence.cue_grammar import words_of
from skillgap.evidence.paraphrases import LinkModel, gate_features, telling_words
from skillgap.evidence.stems import stem_of
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.types import SkillId
from skillgap.training.examples import sources
from skillgap.training.linear import Example, Measured

FEWEST_LINES = 6
"""A skill that fewer lines prove is not linked to."""
FEWEST_OF_A_STEM = 2
STRENGTH, MOST_STEPS, TOLERANCE = 0.5, 200, 1e-3
STEEPNESS = 5.0
"""How far the scores of two skills can be apart, before regularisation."""
FIRST = 0.7
"""What the first of several skills of a line counts; the others share the rest."""
SHARPNESS = 1.6
"""Regularised weights are less sure than they may be; so the links in new authors' lines are right as often as they say."""
LIGHTEST = 0.12
UNIT = 0.06
HIGHEST = 127
PROVES, OTHER = "proves", "other"


class ProvingLine(Struct, frozen=True):
    text: str
    title: str
    skills: tuple[SkillId, ...]

    @property
    def origin(self) -> str:
        return self.text


def proving_lines(folder: Path) -> Iterator[ProvingLine]:
    """Lines written for this, near misses among them, the taxonomy's own, and the lines of annotated résumés of all trades."""
    for path in sorted((folder / "paraphrases").glob("*.txt")):
        for block in read_blocks(path):
            yield from (ProvingLine(line.text, block.title, line.proves) for line in block.lines)
    for skill in shipped_taxonomy().skills.values():
        yield from (ProvingLine(line, "", (skill.id,)) for line in skill.paraphrases)
    for path in sources()[::2]:
        for section in read_gold_resume(path).sections:
            yield from (ProvingLine(line, "", ()) for line in section.lines)


def gate_examples(folder: Path) -> Iterator[Example]:
    for line in proving_lines(folder):
        words = telling_words(line.text)
        if words:
            features = gate_features(words, words_of(line.title) if line.title else ())
            yield Example(line.origin, features, PROVES if line.skills else OTHER)


def fit_links(lines: Sequence[ProvingLine]) -> dict[str, Any]:
    """One logistic model over all skills, its light weights dropped and the others rounded to a unit.

    What the taxonomy says of a skill and its names count as one more line that proves it, so that words nobody wrote a line with are known.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    often = Counter(skill for line in lines for skill in line.skills)
    skills = sorted(skill for skill, number in often.items() if number >= FEWEST_LINES)
    examples = [each for line in (*lines, *described_skills()) for each in weighed_examples(line, skills)]
    stems = [sorted({stem_of(word) for word in telling_words(text)}) for text, _, _ in examples]
    counts = Counter(stem for own in stems for stem in own)
    known = sorted(stem for stem, number in counts.items() if number >= FEWEST_OF_A_STEM)
    column = {stem: number for number, stem in enumerate(known)}
    rarity = np.log(len(examples) / (1.0 + np.array([counts[stem] for stem in known]))).astype(np.float32)
    indices = [[column[stem] for stem in own if stem in column] for own in stems]
    pointers = np.cumsum([0, *(len(row) for row in indices)])
    values = [STEEPNESS * rarity[row] / max(1e-9, float(np.sqrt((rarity[row] ** 2).sum()))) for row in indices]
    matrix = csr_matrix(
        (np.concatenate(values), np.concatenate(indices).astype(int), pointers), shape=(len(examples), len(known))
    )
    model = LogisticRegression(C=STRENGTH, max_iter=MOST_STEPS, tol=TOLERANCE)
    model.fit(matrix, [skill for _, skill, _ in examples], [weight for _, _, weight in examples])
    weights = SHARPNESS * model.coef_.T
    weights[np.abs(weights) < LIGHTEST] = 0.0
    return {
        "stems": np.array(known),
        "skills": np.array(skills),
        "rarity": np.round(rarity, 2),
        "weights": np.clip(np.round(weights / UNIT), -HIGHEST, HIGHEST).astype(np.int8),
        "bias": np.round(SHARPNESS * model.intercept_, 2).astype(np.float32),
        "unit": np.array([UNIT * STEEPNESS], dtype=np.float32),
    }


def weighed_examples(line: ProvingLine, skills: Collection[SkillId]) -> Iterator[tuple[str, SkillId, float]]:
    """A line once for each skill that it proves; the first is the one that it proves best."""
    proved = [skill for skill in line.skills if skill in skills]
    for number, skill in enumerate(proved):
        others = len(proved) - 1
        yield line.text, skill, 1.0 if not others else FIRST if number == 0 else (1 - FIRST) / others


def described_skills() -> Iterator[ProvingLine]:
    """Each skill's label, definition and names."""
    for skill in shipped_taxonomy().skills.values():
        names = " ".join(each.text for each in skill.surfaces)
        yield ProvingLine(f"{skill.label} {skill.definition} {names}", "", (skill.id,))


def measure_links(model: Mapping[str, Any], lines: Sequence[ProvingLine]) -> Measured:
    """Of the lines that prove a skill, those whose likeliest link is right, before anything is asked of its confidence."""
    links = LinkModel(model)
    best = [(links.best(telling_words(line.text)), line.skills) for line in lines if line.skills]
    right = sum(found is not None and found[0] in skills for found, skills in best)
    return Measured({"likeliest link": right}, {"likeliest link": len(best)})
