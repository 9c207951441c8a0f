"""An everyday word ("cache", "fiber", "timer") in a single line of a page that names nothing else that goes with its skill."""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from skillgap.evidence.types import Mention
from skillgap.evidence.use import Judged, Use
from skillgap.resume.types import LogicalLine
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy

WORTH = 0.45
"""Of such a word: awareness, however long the job."""


def is_everyday_word(mention: Mention, line: LogicalLine) -> bool:
    """Say whether the name has another meaning and is written as a plain word, in small letters."""
    word = line.text[mention.start : mention.end]
    return mention.is_ambiguous and word.isalpha() and word.islower()


def without_lone_words(
    uses: Mapping[SkillId, Use], grouped: Mapping[SkillId, Sequence[Judged]], taxonomy: Taxonomy
) -> dict[SkillId, Use]:
    """The same uses, those that rest on such a word alone worth less."""
    sure = {skill for skill, judged in grouped.items() if not all(each.is_everyday_word for each in judged)}
    result = dict(uses)
    for skill in grouped.keys() - sure:
        is_once = len({each.line_number for each in grouped[skill]}) == 1
        if is_once and not goes_with(skill, sure, taxonomy):
            lines = {number: WORTH * each for number, each in uses[skill].lines.items()}
            result[skill] = replace(uses[skill], lines=lines, is_lone_word=True)
    return result


def goes_with(skill: SkillId, others: Collection[SkillId], taxonomy: Taxonomy) -> bool:
    """Say whether any of the others implies it, follows from it, is a kind of it or close to it."""
    own = beside(skill, taxonomy)
    return any(other in own or skill in beside(other, taxonomy) for other in others)


def beside(skill: SkillId, taxonomy: Taxonomy) -> set[SkillId]:
    entry = taxonomy.skills[skill]
    return {*entry.implies, *entry.adjacent, *entry.broader}
