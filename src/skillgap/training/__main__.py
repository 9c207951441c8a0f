"""Train every model from `training/` and write it with its digest and card into `models/`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from skillgap.shelves import shelf
from skillgap.trained import LinearModel
from skillgap.training.examples import degrees, entries, fields, headings, heads, sections
from skillgap.training.linear import Example, Measured, Recipe, is_held_out, measure, train
from skillgap.training.sequences import MarkedUnits, measure_sequences, refine


class Plan(Struct, frozen=True):
    """Where a model's examples come from and how the card describes them; `MarkedUnits` are learnt together."""

    examples: Callable[[Path], Iterator[Example | MarkedUnits]]
    folder: str
    features: str
    recipe: Recipe = Recipe()
    has_sequences: bool = False

    @property
    def method(self) -> str:
        refined = ", refined by an averaged perceptron that corrects whole readings" if self.has_sequences else ""
        return f"Multinomial logistic regression over {self.features}{refined}"


WORDS = "words, their beginnings and ends, neighbours and shape (`skillgap.resume.features`)"
MODELS = {
    "fields": Plan(fields, "training/fields", WORDS),
    "sections": Plan(sections, "training/lines", WORDS, Recipe(tolerance=1e-3, is_balanced=True)),
    "headings": Plan(headings, "training/headings", WORDS, Recipe(tolerance=1e-3)),
    "entries": Plan(
        entries,
        "training/heads` and `tests/resumes/developed",
        "a line's words, dates, look and neighbours (`skillgap.resume.line_features`)",
        Recipe(strength=0.05, lightest=3),
        has_sequences=True,
    ),
    "heads": Plan(
        heads,
        "training/heads` and `tests/resumes/developed",
        "an atom's words, its joints, its row and its neighbours (`skillgap.resume.atom_features`)",
        Recipe(strength=0.3, lightest=3),
        has_sequences=True,
    ),
    "degrees": Plan(
        degrees,
        "training/education` and `tests/resumes/developed",
        "a word, the cues that cover it, its part of the line and its neighbours (`skillgap.resume.schooling_features`)",
        Recipe(strength=0.3, lightest=3),
        has_sequences=True,
    ),
}
"""In the order in which they need each other."""


def main() -> None:
    folder, models = Path("training"), shelf("models")
    for name, plan in MODELS.items():
        examples = list(plan.examples(folder))
        kept = [example for example in examples if is_held_out(example)]
        measured = measured_on(kept, fitted([each for each in examples if not is_held_out(each)], plan))
        model = fitted(examples, plan)
        content = msgspec.json.format(msgspec.json.encode(model, order="sorted"), indent=0) + b"\n"
        (models / f"{name}.json").write_bytes(content)
        write_digest(models / "digests.json", name, content)
        (models / f"{name}.md").write_text(card(name, plan, examples, model, measured), "utf-8")
        sys.stdout.write(
            f"{name}: {sum(measured.right.values())} of {sum(measured.total.values())} held out, {len(content)} bytes\n"
        )


def fitted(examples: Sequence[Example | MarkedUnits], plan: Plan) -> LinearModel:
    sequences = [each for each in examples if isinstance(each, MarkedUnits)]
    alone = [each for each in examples if isinstance(each, Example)]
    model = train([*alone, *(each for units in sequences for each in units.examples())], plan.recipe)
    return refine(model, sequences, plan.recipe.lightest) if sequences else model


def measured_on(examples: Sequence[Example | MarkedUnits], model: LinearModel) -> Measured:
    sequences = [each for each in examples if isinstance(each, MarkedUnits)]
    return (
        measure_sequences(model, sequences)
        if sequences
        else measure(model, [e for e in examples if isinstance(e, Example)])
    )


def write_digest(path: Path, name: str, content: bytes) -> None:
    digests = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    digests[name] = sha256(content).hexdigest()
    path.write_bytes(msgspec.json.format(msgspec.json.encode(digests, order="sorted"), indent=1) + b"\n")


def card(
    name: str, plan: Plan, examples: Sequence[Example | MarkedUnits], model: LinearModel, measured: Measured
) -> str:
    rows = "\n".join(
        f"| {kind} | {measured.right.get(kind, 0)} | {total} |" for kind, total in sorted(measured.total.items())
    )
    return f"""# {name}

{plan.method};
weights rounded to hundredths.

* Data: {len(examples):,} examples from `{plan.folder}/`, written for this project by hand, nothing copied.
* Seed: none; the fit is deterministic. `make models` writes the same bytes with the pinned versions.
* Size: {len(model.weights):,} features, {len(model.kinds)} kinds.
* Not seen in training: one text (or document) in five, chosen by the digest of what it says (or of its name). For these
  figures the model was fitted without them; the one shipped has seen all.

| kind | right | of |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    main()
