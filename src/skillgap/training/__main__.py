"""Train every model from the examples in `training/` and write it with its digest and card into `models/`."""

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from skillgap.resume.content import NO_HEADING
from skillgap.resume.heading_words import bare_heading
from skillgap.shelves import shelf
from skillgap.taxonomy.loading import shipped_words
from skillgap.trained import LinearModel
from skillgap.training.linear import Example, Measured, is_held_out, measure, train

SCHOOLS_ARE = "organization"
JOINED = {
    "organizations": "organization",
    "schools": "organization",
    "titles": "title",
    "degrees": "degree",
    "studies": "study",
    "projects": "project",
    "others": "other",
}
"""Files of `training/fields` and the kind of field that their lines are."""


def fields(folder: Path) -> Iterator[Example]:
    for path in sorted((folder / "fields").glob("*.txt")):
        yield from (Example(line, JOINED[path.stem]) for line in lines(path))


def sections(folder: Path) -> Iterator[Example]:
    for path in sorted((folder / "lines").glob("*.txt")):
        yield from (Example(line, path.stem) for line in lines(path))


def headings(folder: Path) -> Iterator[Example]:
    """People's own words, the phrases of the cues, and short lines that are no headings: fields of entries, lines of sections."""
    seen = set()
    for line in lines(folder / "headings" / "headings.txt"):
        kind, _, heading = line.partition(": ")
        seen.add(heading.casefold())
        yield Example(heading, kind)
    for kind, phrases in shipped_words().cues.headings.items():
        yield from (Example(phrase, kind) for phrase in phrases if phrase.casefold() not in seen)
        seen.update(phrase.casefold() for phrase in phrases)
    for path in (*sorted((folder / "fields").glob("*.txt")), *sorted((folder / "lines").glob("*.txt"))):
        yield from (
            Example(line, NO_HEADING) for line in lines(path) if bare_heading(line) and line.casefold() not in seen
        )


def lines(path: Path) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()))


MODELS = {"fields": fields, "sections": sections, "headings": headings}


def main() -> None:
    folder, models = Path("training"), shelf("models")
    digests = {}
    for name, examples_of in MODELS.items():
        examples = list(examples_of(folder))
        kept = [example for example in examples if is_held_out(example)]
        measured = measure(train([example for example in examples if not is_held_out(example)]), kept)
        model = train(examples)
        content = msgspec.json.format(msgspec.json.encode(model, order="sorted"), indent=0) + b"\n"
        (models / f"{name}.json").write_bytes(content)
        digests[name] = sha256(content).hexdigest()
        (models / f"{name}.md").write_text(card(name, examples, model, measured, len(content)), "utf-8")
        sys.stdout.write(
            f"{name}: {sum(measured.right.values())} of {len(kept)} held-out examples, {len(content)} bytes\n"
        )
    (models / "digests.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(digests, order="sorted"), indent=1) + b"\n"
    )


def card(name: str, examples: Sequence[Example], model: LinearModel, measured: Measured, size: int) -> str:
    rows = "\n".join(
        f"| {kind} | {measured.right.get(kind, 0)} | {count} |" for kind, count in sorted(measured.total.items())
    )
    folder = "lines" if name == "sections" else name
    return f"""# {name}

Multinomial logistic regression over words, their beginnings and ends, neighbours and shape
(`skillgap.resume.features`), weights rounded to hundredths.

* Data: {len(examples)} examples in `training/{folder}/`, written for this project by hand, nothing copied.
* Seed: none; the fit is deterministic. `make models` writes the same bytes with the pinned versions.
* Size: {size:,} bytes, {len(model.weights):,} features, {len(model.kinds)} kinds.
* Not seen in training: one example in five, chosen by the digest of its text. For these figures the model was fitted
  without them; the one shipped has seen all.

| kind | right | of |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    main()
