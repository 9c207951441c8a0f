"""What tables of languages say: each language with its levels, one's own as such."""

import re
from collections.abc import Iterator, Sequence

from skillgap.resume.json_resume.types import Language
from skillgap.resume.language_grids import ALONE, LABEL_END, LEVEL, ROW, columns_in, is_key, is_name, labelled

SEPARATORS = re.compile(r"\s*[,;|/·•]\s*|\s{3,}|\t")


def grid_languages(texts: Sequence[str]) -> Iterator[Language | str]:
    """The languages of such lines, in their order; any other line as it is."""
    columns: tuple[str, ...] = ()
    is_mother, mother = False, ""
    for number, text in enumerate(texts):
        label, rest = labelled(text)
        if label is not None:
            is_mother, mother = label, text.removesuffix(rest).rstrip(LABEL_END)
            text = rest  # noqa: PLW2901 - what the label is of
        row = ROW.match(text)
        if own := columns_in(text):
            columns = own if len(own) < len(columns) or not columns else (*own, columns[-1])
        elif row is not None:
            yield Language(row["name"].strip(), fluency_of(LEVEL.findall(row["levels"]), columns))
        elif is_mother and text and (label is not None or is_name(text)):
            yield from (Language(each, mother) for each in SEPARATORS.split(text) if each)
        elif is_name(text) and (levels := levels_below(texts[number + 1 :])):
            yield Language(text.strip(), fluency_of(levels, columns))
        elif text and not (is_key(text) or (columns and ALONE.match(text))):
            yield text
        is_mother = label is True and not rest


def levels_below(texts: Sequence[str]) -> list[str]:
    """The levels in cells of their own below a language."""
    levels: list[str] = []
    for text in texts:
        if not ALONE.match(text):
            break
        levels += LEVEL.findall(text)
    return levels


def fluency_of(levels: Sequence[str], columns: Sequence[str]) -> str:
    """Each level with its column where all are named; one alone where all are the same."""
    known = [level for level in levels if level[0].isalpha()]
    if len(set(known)) == 1:
        return known[0]
    if len(columns) == len(levels):
        return ", ".join(f"{column} {level}" for column, level in zip(columns, levels, strict=True) if level in known)
    return ", ".join(known)
