"""Entries written as forms, one field a line: "Project #1: … / Client: … / Duration: …", and the same labels again for the next."""

from collections.abc import Sequence

from skillgap.resume.segments import COUNTED, SegmentGrammar

LONGEST_LABEL = 60
"""Letters."""
FEWEST = 2
"""How often a label stands for its line to begin each of several entries."""


def block_starts(texts: Sequence[str], grammar: SegmentGrammar) -> list[int]:
    """Positions of the lines with the label that the first line has, or that is the first with a number; none where it doesn't return."""
    labels = [label_of(text, grammar) for text in texts]
    first = labels[0] if labels else None
    if first is None:
        first = next((label for label, text in zip(labels, texts, strict=True) if label and is_counted(text)), None)
    starts = [position for position, label in enumerate(labels) if label is not None and label == first]
    return starts if len(starts) >= FEWEST else []


def label_of(text: str, grammar: SegmentGrammar) -> str | None:
    """A field's label in front of a colon or a wide gap, in small letters and without its number."""
    name, colon, _ = text.partition(":")
    name = name if colon else text.partition("   ")[0].partition("\t")[0]
    if len(name) > LONGEST_LABEL:
        return None
    label = " ".join(COUNTED.sub("", name.rstrip()).casefold().split())
    return label if label in grammar.labels else None


def is_counted(text: str) -> bool:
    """Say whether the label has a number, as in "Project #2"."""
    return COUNTED.search(text.partition(":")[0].rstrip()) is not None
