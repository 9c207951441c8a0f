"""What tables of languages say: each language with its levels, one's own as such."""

import re
from collections.abc import Iterable, Iterator, Sequence

from skillgap.resume.json_resume.types import Language
from skillgap.resume.language_grids import (
    ALONE,
    LABEL_END,
    LEVEL,
    ROW,
    columns_in,
    is_key,
    is_name,
    labelled,
    shipped_grids,
)

SEPARATORS = re.compile(r"\s*[,;|/·•]\s*|\s{3,}|\t")

SKILL = re.compile(r"^(?P<skill>[^\W\d_][^:]{2,20}):\s*(?P<level>\S[^:]{0,40})$")


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


def with_skills(found: Iterable[Language | str]) -> Iterator[Language | str]:
    """A language with how well each thing is done in it, which stands in the lines below: "Spoken: Intermediate", "Fluent"."""
    before: Language | str | None = None
    label = ""
    for each in found:
        if (
            isinstance(before, str)
            and isinstance(each, str)
            and is_name(before)
            and is_fluency(each)
            and not is_fluency(before)
        ):
            before = Language(before.strip(), each)
            continue
        skill = SKILL.match(each) if isinstance(each, str) else None
        is_skill = skill is not None and skill["skill"] != label and columns_in(skill["skill"])
        language = named(before) if is_skill else None
        if skill is not None and language is not None:
            told = f"{skill['skill'].casefold()} {skill['level']}"
            before = Language(language.language, ", ".join(filter(None, (language.fluency, told))))
            continue
        if before is not None:
            yield before
        before, label = each, skill["skill"] if skill else ""
    if before is not None:
        yield before


def is_fluency(text: str) -> bool:
    return shipped_grids().fluency.fullmatch(text.strip()) is not None


def named(line: Language | str | None) -> Language | None:
    """The language of which a line says nothing but its name."""
    if not isinstance(line, str):
        return line
    name = line.rpartition(":")[2].strip()
    return Language(name) if is_name(name) else None


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
