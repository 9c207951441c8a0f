"""Train every model from `training/` and the annotated résumés, and write it with its digest and card into `models/`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from skillgap.resume.parsing import shipped_grammar
from skillgap.shelves import shelf
from skillgap.training import section_chain, section_sequences
from skillgap.training.examples import degrees, entries, fields, headings, heads, projects, sections
from skillgap.training.levels import fit_levels, level_examples, measure_levels
from skillgap.training.linear import Measured, Recipe, is_held_out, measure, train
from skillgap.training.networks import NetworkRecipe, measure_network, train_network
from skillgap.training.paraphrases import UNIT, fit_links, gate_examples, measure_links, proving_lines
from skillgap.training.parts import part_examples
from skillgap.training.senses import sense_examples
from skillgap.training.sequences import MarkedUnits, measure_sequences, train_sequences
from skillgap.training.shipping import Model, size_of, write
from skillgap.training.statuses import guessed_lines, status_examples, status_lines

WORDS = "words, their beginnings and ends, neighbours and shape (`skillgap.resume.features`)"
ALONE = "Multinomial logistic regression"
REFINED = f"{ALONE}, refined by an averaged perceptron that corrects whole readings,"
PROVING = "training/paraphrases`, the taxonomy's own paraphrases and the lines of every other résumé of `tests/resumes/developed"
SOME, MUCH = 0.5, 0.75
LINES, HEADINGS = Recipe(tolerance=1e-3, balance=SOME), Recipe(tolerance=1e-3)


class Plan(Struct, frozen=True, kw_only=True):
    """Where a model's examples come from, how it is fitted and measured, and how the card describes it.

    The shipped model learns from `more` as well; what is measured does not, since those are made of all examples.
    """

    examples: Callable[[Path], Iterator[Any]]
    fit: Callable[[Sequence[Any]], Any]
    more: Callable[[Path], Iterator[Any]] = lambda _: iter(())
    measure: Callable[[Any, Sequence[Any]], Measured] = measure
    folder: str
    features: str
    method: str = ALONE
    weights: str = "weights rounded to hundredths"


def each_alone(examples: Callable[[Path], Iterator[Any]], folder: str, recipe: Recipe) -> Plan:
    return Plan(examples=examples, fit=lambda own: train(own, recipe), folder=folder, features=WORDS)


def together(examples: Callable[[Path], Iterator[MarkedUnits]], folder: str, features: str, recipe: Recipe) -> Plan:
    return Plan(
        examples=examples,
        fit=lambda own: train_sequences(own, recipe),
        measure=measure_sequences,
        folder=folder,
        features=features,
        method=REFINED,
    )


def section_lines(folder: Path) -> Iterator[section_sequences.Lines]:
    return section_sequences.sequences(folder, LINES, HEADINGS, shipped_grammar())


MODELS = {
    "fields": each_alone(fields, "training/fields", Recipe()),
    "sections": each_alone(sections, "training/lines` and `tests/resumes/developed", LINES),
    "headings": each_alone(headings, "training/headings` and `tests/resumes/developed", HEADINGS),
    "sequence": Plan(
        examples=section_lines,
        fit=section_chain.fit,
        measure=section_chain.measure_sequences,
        folder="tests/resumes/developed",
        features="what the models of lines and headings say, marks of each line and what stands between two "
        "(`skillgap.resume.section_steps`)",
        method="Conditional random field",
    ),
    "entries": together(
        entries,
        "training/entries`, `training/education`, `training/heads` and `tests/resumes/developed",
        "a line's words, dates, look and neighbours (`skillgap.resume.line_features`)",
        Recipe(strength=0.05, lightest=3),
    ),
    "heads": together(
        heads,
        "training/heads`, `training/entries` and `tests/resumes/developed",
        "an atom's words, its joints, its row and its neighbours (`skillgap.resume.atom_features`)",
        Recipe(strength=0.3, lightest=3),
    ),
    "projects": together(
        projects,
        "training/heads`, `training/entries` and `tests/resumes/developed",
        "an atom's words, its joints, its row and its neighbours (`skillgap.resume.atom_features`)",
        Recipe(strength=0.3, lightest=3),
    ),
    "degrees": together(
        degrees,
        "training/education` and `tests/resumes/developed",
        "a word, the cues that cover it, its part of the line and its neighbours (`skillgap.resume.schooling_features`)",
        Recipe(strength=0.3, lightest=3),
    ),
    "senses": Plan(
        examples=sense_examples,
        fit=lambda own: train(own, Recipe(strength=0.1, lightest=3, tolerance=1e-3, balance=SOME)),
        folder="tests/evidence/developed`, `samples/personas`, the taxonomy's own lines and résumés of other trades in "
        "`tests/resumes/developed",
        features="what else is named around an ambiguous name, and the words beside it (`skillgap.evidence.senses`)",
    ),
    "statuses": Plan(
        examples=status_examples,
        fit=lambda own: train(own, Recipe(strength=0.3, lightest=3, tolerance=1e-3, balance=MUCH)),
        folder="tests/evidence/developed` and `samples/personas",
        features="the cues that reach a mention, the words around it and where its line stands "
        "(`skillgap.evidence.status_features`)",
    ),
    "status_network": Plan(
        examples=status_lines,
        fit=lambda own: train_network(own, NetworkRecipe(width=96, drop=0.2, epochs=12)),
        more=guessed_lines,
        measure=measure_network,
        folder="tests/evidence/developed` and `samples/personas",
        features="the words of a line, those that are cues marked, and where it stands (`skillgap.evidence.status_features.word_line`)",
        method="A network of maxout units over a growing window",
        weights="weights in half precision",
    ),
    "parts": Plan(
        examples=part_examples,
        fit=lambda own: train(own, Recipe(strength=0.3, lightest=3, tolerance=1e-4, balance=SOME)),
        folder="training/parts",
        features="a line's stems, how it begins and how much of it is names and figures (`skillgap.evidence.parts`)",
    ),
    "levels": Plan(
        examples=level_examples,
        fit=fit_levels,
        measure=measure_levels,
        folder="tests/evidence/developed",
        features="how a résumé shows a skill in use (`skillgap.evidence.use`)",
        method="Ordinal regression with a ridge, no weight negative,",
    ),
    "proving": Plan(
        examples=gate_examples,
        fit=lambda own: train(own, Recipe(strength=0.6, lightest=3, tolerance=1e-4)),
        folder=PROVING,
        features="a line's stems and the words of the job's title (`skillgap.evidence.paraphrases`)",
    ),
    "paraphrases": Plan(
        examples=proving_lines,
        fit=fit_links,
        measure=measure_links,
        folder=PROVING,
        features="a line's stems, weighted by their rarity (`skillgap.evidence.paraphrases`)",
        method="Multinomial logistic regression",
        weights=f"weights rounded to units of {UNIT}",
    ),
}
"""In the order in which they need each other."""


def main() -> None:
    """Train all, or those whose names are given."""
    for name in sys.argv[1:] or MODELS:
        plan = MODELS[name]
        examples = list(plan.examples(Path("training")))
        kept = [example for example in examples if is_held_out(example)]
        measured = plan.measure(plan.fit([each for each in examples if not is_held_out(each)]), kept)
        more = list(plan.more(Path("training")))
        model = plan.fit([*examples, *more])
        write(shelf("models"), name, model, card(name, plan, data_of(plan, len(examples), len(more)), model, measured))
        right, total = sum(measured.right.values()), sum(measured.total.values())
        sys.stdout.write(f"{name}: {right} of {total} held out\n")


def data_of(plan: Plan, count: int, more: int) -> str:
    made = f"; {more:,} more made of them for the model shipped (`training/statuses/README.md`)" if more else ""
    return f"{count:,} examples from `{plan.folder}`, written for this project by hand, nothing copied{made}"


def card(name: str, plan: Plan, data: str, model: Model, measured: Measured) -> str:
    rows = "\n".join(
        f"| {kind} | {measured.right.get(kind, 0)} | {total} |" for kind, total in sorted(measured.total.items())
    )
    return f"""# {name}

{plan.method} over {plan.features},
{plan.weights}.

* Data: {data}.
* Seed: none, or a fixed one; the fit is deterministic. `make models` writes the same bytes with the pinned versions.
* Size: {size_of(model)}.
* Not seen in training: one text (or document) in five, chosen by the digest of what it says (or of its name). For these
  figures the model was fitted without them; the one shipped has seen all.

| kind | right | of |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    main()
