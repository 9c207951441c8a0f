"""Lines that list something, cut into what they list: skills, languages, certificates, interests."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from skillgap.resume.content import line_likelihoods
from skillgap.resume.json_resume.spoken import grid_languages, with_skills
from skillgap.resume.json_resume.types import Interest, Language, SkillSet
from skillgap.resume.patterns import alternatives
from skillgap.resume.types import Resume, SectionKind
from skillgap.taxonomy.loading import shipped_words

LIST_BREAK = re.compile(r"\s*(?:,(?!\s*\d{1,2}\s*(?:,|$))|[;|•·])\s*(?![^()]{0,200}\))|\s{3,}|\t")
"""Not before one more number of the same thing: "CACES 1, 3, 5"."""
LABEL = re.compile(r"^([^\W\d_][\w /&+'’-]{0,38}\w|[^\W\d_])\s*:\s*(.+)$")
ROW = re.compile(r"^([^\W\d_](?:[^\s,;]| (?! )){0,38}?)(?:\s{3,}|\t\s*)([^\W_].*)$")
"""A label and what stands apart from it in its row."""
WIDE = re.compile(r"\s{3,}|\t")
NEXT_SET = re.compile(r"\s*[|•·;]\s+(?=[^\W\d_][\w /&+'’-]{1,39}:\s)")
"""Before one more labelled list in the same line."""
NAMES_LANGUAGES = re.compile(
    r"(?:[\w-]+ )?(?:lang|lingu|idiom|sprach|fremdsprach|język|jezic|jazyk|tal|taal|språk|sprog|kiel)", re.IGNORECASE
)
NAMES_MOTHER_TONGUE = re.compile(r"(?:mother|native|first|mutter|l[ea]ng(?:ua|ue)[ -]?m)[\w -]*$", re.IGNORECASE)
FLUENCY = re.compile(r"^(.+?)\s*(?:[(:–—-]|\s-\s)\s*(.+?)\)?$")
LEVEL = r"[ABC][12](?:\s?[/+–-]\s?(?:[ABC]?[12])?)?"
GROUP = re.compile(r"\s*[;|•·]\s*(?![^()]{0,200}\))|\s{3,}|\t")
COLONS = re.compile(r"(?:,|\s[–—/-])\s*(?=[^\W\d_][^:,]{1,30}:\s)")
"""Before one more language with a colon behind it: "English: C1, German: A2", "English: C1 – German: A2"."""
RATED = re.compile(r"^(.+?)[\s:–—-]*([●★◆■⬤✦]*)([○☆◇□◯✧]*)$")
"""A language and dots for how well it is spoken, so many of so many filled."""
SAYS = re.compile(r"[^\W_]")
"""A row of stars or dots says nothing."""
LIKELY = -1.2
"""Natural logarithm of a share at which a model makes a clear statement."""


class ListGrammar(Struct, frozen=True):
    """`fluency` reads "English fluent" and "German B1"; `entry_labels` are what fields of jobs and degrees are called."""

    fluency: re.Pattern[str]
    entry_labels: frozenset[str]


@cache
def shipped_lists() -> ListGrammar:
    cues = shipped_words().cues
    return ListGrammar(
        fluency=re.compile(rf"^([^\W\d_].*?)\s+({LEVEL}|{alternatives(cues.fluencies)})$", re.IGNORECASE),
        entry_labels=frozenset(label.casefold() for labels in cues.entry_labels.values() for label in labels),
    )


def labelled(text: str) -> tuple[str | None, str]:
    """The label in front of a list, and the list."""
    label = LABEL.match(text) or (ROW.match(text) if len(WIDE.findall(text)) == 1 and "," in text else None)
    return (label[1].rstrip(), label[2]) if label else (None, text)


def parts_of(text: str) -> tuple[str, ...]:
    """The items of a list, without its label."""
    return tuple(part for part in LIST_BREAK.split(labelled(text)[1]) if SAYS.search(part))


def skill_sets(texts: Sequence[str]) -> Iterator[SkillSet]:
    """One for each line, more where several labels stand in it; none for what has no words."""
    for text in texts:
        for part in NEXT_SET.split(text) if LABEL.match(text) else (text,):
            name, _ = labelled(part)
            if keywords := parts_of(part):
                yield SkillSet(name=name, keywords=keywords)


def spoken_lines(resume: Resume) -> list[str]:
    """What languages somebody speaks: lines of that section, and those with such a label in lists of skills and of all sorts."""
    return [
        line.text
        for line in resume.lines
        if (kind := resume.kind_of(line)) is SectionKind.LANGUAGES
        or (kind in {SectionKind.SKILLS, SectionKind.OTHER} and tells_languages(line.text))
    ]


def tells_languages(text: str) -> bool:
    """Say whether a label of languages stands before languages that people speak."""
    name, content = labelled(text)
    return (
        name is not None
        and NAMES_LANGUAGES.match(name) is not None
        and line_likelihoods(content)[SectionKind.LANGUAGES] > LIKELY
    )


def spoken_languages(texts: Sequence[str]) -> Iterator[Language]:
    """Those of tables with a level for each skill, and of every other line those that it lists."""
    for each in with_skills(grid_languages(texts)):
        yield from languages_of(each) if isinstance(each, str) else (each,)


def languages_of(text: str) -> Iterator[Language]:
    """Of "Languages: Polish (native), English" each; "English: C1" is one with its fluency."""
    is_one = COLONS.search(text) is None
    if is_one and (fluent := shipped_lists().fluency.match(text)) and not LIST_BREAK.search(fluent[1]):
        yield Language(fluent[1].rstrip(" :–—-"), fluent[2])
        return
    name, content = labelled(text)
    parts = COLONS.split(text)
    are_labelled = len(parts) > 1 and all(":" in part for part in parts)
    for group in parts if are_labelled else GROUP.split(content if name and is_language_label(name) else text):
        yield from languages_in(group)


def is_language_label(name: str) -> bool:
    return NAMES_LANGUAGES.match(name) is not None and NAMES_MOTHER_TONGUE.match(name) is None


def languages_in(group: str) -> Iterator[Language]:
    """Those between two strong breaks."""
    name, content = labelled(group)
    if name is None or is_language_label(name):
        yield from with_shared([language_of(part) for part in LIST_BREAK.split(content) if SAYS.search(part)], content)
    elif NAMES_MOTHER_TONGUE.match(name):
        yield Language(content, name)
    else:
        yield Language(name, content)


def with_shared(found: Sequence[Language], content: str) -> Iterator[Language]:
    """The fluency behind a colon holds for all before it: "Spanish, Valencian: native"."""
    is_shared = ":" in content and not any(each.fluency for each in found[:-1])
    shared = found[-1].fluency if is_shared and found else None
    yield from (Language(each.language, each.fluency or shared) for each in found)


def language_of(text: str) -> Language:
    if (rated := RATED.match(text)) and (rated[2] or rated[3]):
        return Language(rated[1], f"{len(rated[2])}/{len(rated[2] + rated[3])}")
    match = FLUENCY.match(text) or shipped_lists().fluency.match(text)
    return Language(match[1], match[2]) if match else Language(text)


def is_entry_label(text: str) -> bool:
    """Say whether it names a field of a job or a degree and says nothing else: "GPA", "Employer"."""
    return text.casefold() in shipped_lists().entry_labels


def interests_of(text: str) -> Iterator[Interest]:
    name, _ = labelled(text)
    if name:
        yield Interest(name, parts_of(text))
    else:
        yield from (Interest(part) for part in parts_of(text))
